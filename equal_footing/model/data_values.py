"""The single values in a file, each with its place in it: found once, as long as the file does not change."""

from dataclasses import dataclass
from typing import Any, cast

from equal_footing.model.types import Model, values
from equal_footing.reading.documents import Document
from equal_footing.reading.problems import Path


@dataclass(frozen=True, slots=True)
class DataValue:
    """A single value in a file, such as a text or a date: its path, the model that has it, and its key there.

    `page` is the page that shows it, as in `Use`.
    """

    page: str
    document: Document
    path: Path
    model: Model
    key: str
    value: Any


def data_values(page: str, document: Document, base: Path, model: Model) -> list[DataValue]:
    """Return the values of a model that lies at the path `base` of a document."""
    held, found = document.kept.get(("values", page, base), (None, None))
    if held is not model:
        found = [DataValue(page, document, path, owner, key, value) for path, owner, key, value in values(model, base)]
        document.kept["values", page, base] = model, found
    return cast("list[DataValue]", found)
