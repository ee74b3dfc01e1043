"""The rows of the table of what editions have changed."""

from collections.abc import Iterable, Iterator

from equal_footing.changes.release_notes import Release
from equal_footing.tables.fact_rows import Row


def rows(editions: Iterable[Release]) -> Iterator[Row]:
    """Yield the changes of editions as rows, in the order of the page that lists them."""
    for item in editions:
        for change in item.changes:
            yield {
                "id": change.entry(item.edition),
                "edition": item.edition,
                "edition_date": item.date,
                "change": change.kind,
                "title": change.title,
                "field_name": change.field,
                "label": change.label,
                "time": change.time,
                "old": change.old,
                "new": change.new,
                "changed_on": change.on,
                "reason": change.reason,
                "source_name": change.source,
                "cited_address": change.cited,
                "address": change.link,
            }
