"""The uses of sources: which file cites a source, where in it, and on which page that is shown."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from equal_footing.model.data_values import DataValue
from equal_footing.model.sources import Source
from equal_footing.model.text import citations
from equal_footing.reading.documents import Document
from equal_footing.reading.problems import Path

CITING_KEYS = frozenset(
    {"summary", "paragraphs", "note", "value", "finding", "about", "limits", "text", "reason", "last"}
)
"""Keys whose text may hold citations."""
KEYS_OF_USES = CITING_KEYS | {"source"}
"""Keys of the values that use sources."""


class Use(NamedTuple):
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
        if item.key == "source":
            yield Use(item.page, item.document, item.path, item.value, getattr(item.model, "locator", None) or "")
        elif isinstance(item.value, str) and may_cite(item):
            for cited in citations(item.value):
                yield Use(item.page, item.document, item.path, cited.key, cited.locator)


def may_cite(item: DataValue) -> bool:
    """Return whether a text may hold citations; the note of a source is itself shown in a note, and may not."""
    return item.key in CITING_KEYS and not isinstance(item.model, Source)


def pages_of_uses(values: Iterable[DataValue]) -> dict[str, list[str]]:
    """Return the pages that show the uses of each source among some values, a page once for each of them."""
    found: dict[str, list[str]] = {}
    for use in uses_of_sources(values):
        found.setdefault(use.key, []).append(use.page)
    return found
