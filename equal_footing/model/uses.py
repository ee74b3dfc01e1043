"""The uses of sources: which file cites a source, where in it, and on which page that is shown."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from equal_footing.model.data_values import DataValue
from equal_footing.model.prose import Prose
from equal_footing.model.sources import Source
from equal_footing.model.text import Cited, citations
from equal_footing.model.types import Model, values
from equal_footing.reading.documents import Document
from equal_footing.reading.problems import Path

CITING_KEYS = frozenset(
    {"summary", "paragraphs", "note", "value", "finding", "about", "limits", "text", "reason", "last"}
)
"""Keys whose text may hold citations."""
_SOURCE = "source"
_CITING = CITING_KEYS | {_SOURCE}


@dataclass(frozen=True, slots=True)
class Use:
    """One use of a source: which file cites it, where in the file, and with which locator.

    `page` is the address of the page that shows it, without the last slash, and with the anchor where that is not the
    whole page: `japan/funding/japan-platform`, `article#s042`, `compare/project-grants#japan`.
    """

    page: str
    document: Document
    path: Path
    key: str
    locator: str


def uses_of_sources(values: Iterable[DataValue]) -> Iterator[Use]:
    """Yield every citation of a source among some values: in facts, texts, names, relations and claims."""
    for item in values:
        for cited in _cited(item.model, item.key, item.value):
            yield Use(item.page, item.document, item.path, cited.key, cited.locator)


def cited_sources(model: Model) -> Iterator[str]:
    """Yield the key of the source of every citation in a model, in the order of `uses_of_sources`."""
    for _, owner, key, value in values(model, only=_CITING):
        for text in (value, *(value.translations.values() if isinstance(value, Prose) else ())):
            yield from (cited.key for cited in _cited(owner, key, text))


def _cited(model: Model, key: str, value: object) -> Iterable[Cited]:
    """Return what a value of a model cites: it is a source, or a text that cites some."""
    if key == _SOURCE:
        return (Cited(str(value), getattr(model, "locator", None) or ""),)
    if key in CITING_KEYS and isinstance(value, str) and not isinstance(model, Source):
        return citations(value)
    return ()
