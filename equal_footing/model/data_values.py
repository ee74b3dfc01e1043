"""The single values in a file, each with its place in it."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from equal_footing.model.base import Model, values
from equal_footing.model.prose import Prose
from equal_footing.reading.documents import Document
from equal_footing.reading.problems import Path


class DataValue(NamedTuple):
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


def data_values(
    page: str, document: Document, base: Path, model: Model, keys: frozenset[str] | None = None
) -> Iterator[DataValue]:
    """Yield the values of a model that lies at the path `base` of a document, or those of some of its keys."""
    for path, owner, key, value in values(model, base, keys):
        yield DataValue(page, document, path, owner, key, value)
        if isinstance(value, Prose) and value.translations:
            for tag, text in value.translations.items():
                yield DataValue(page, document, (*path, tag), owner, key, text, tag)
