"""Which pages refer to a record: in texts, as evidence of an answer, in claims of the article, and by relations."""

from collections.abc import Iterable, Iterator
from typing import Any

from equal_footing.model.data_values import DataValue
from equal_footing.model.text import links
from equal_footing.model.uses import CITING_KEYS

KEYS_OF_MENTIONS = CITING_KEYS | {"evidence", "records", "to"}
"""Keys of the values that refer to records: texts, the evidence of answers, the records of claims, and relations."""


def mentions(values: Iterable[DataValue]) -> dict[str, set[str]]:
    """Return the pages that refer to each record, by its name as it is written there.

    A page is named as in `DataValue`, but without the anchor: all answers to a question are on one page.
    """
    found: dict[str, set[str]] = {}
    for item in values:
        for name in _names(item.value):
            found.setdefault(name, set()).add(item.page.partition("#")[0])
    return found


def _names(value: Any) -> Iterator[str]:
    if not isinstance(value, str):
        return
    yield from (link.partition("#")[0].strip("/") for link in links(value) if link.startswith("/"))
    yield value
