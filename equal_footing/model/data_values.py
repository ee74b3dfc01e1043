"""The single values in a file, each with its place in it: found once, as long as the file does not change."""

from dataclasses import dataclass
from typing import Any, cast

from equal_footing.model.prose import Prose
from equal_footing.model.types import Model, values
from equal_footing.reading.documents import Document
from equal_footing.reading.problems import Path


@dataclass(frozen=True, slots=True)
class DataValue:
    """A single value in a file, such as a text or a date: its path, the model that has it, and its key there.

    `page` is the page that shows it, as in `Use`. Of a text in several languages the English one comes at the path of
    the key, and each other one at that of its language below it, with that `language`, which all other values lack.
    """

    page: str
    document: Document
    path: Path
    model: Model
    key: str
    value: Any
    language: str = ""


def data_values(page: str, document: Document, base: Path, model: Model) -> list[DataValue]:
    """Return the values of a model that lies at the path `base` of a document."""
    held, found = document.kept.get(("values", page, base), (None, None))
    if held is not model:
        found = []
        for path, owner, key, value in values(model, base):
            found.append(DataValue(page, document, path, owner, key, value))
            others = value.translations if isinstance(value, Prose) else {}
            found += [DataValue(page, document, (*path, tag), owner, key, text, tag) for tag, text in others.items()]
        document.kept["values", page, base] = model, found
    return cast("list[DataValue]", found)
