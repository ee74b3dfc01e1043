"""The short tables on the page of a country: its own records, those that matter most first, in a few columns."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from equal_footing.model.comparisons import Column, Comparison
from equal_footing.model.entries import Entry
from equal_footing.statement import standing
from equal_footing.views import heads
from equal_footing.views.cells import TableCell, table_cell
from equal_footing.views.heads import StatusView
from equal_footing.views.records import Views

MOST, NAMED = 4, 20
"""How many records a short table shows in full, and how many more it names: a page does not grow with its country."""


@dataclass(frozen=True, slots=True)
class BriefRow:
    """A record with its status, whether that is current, and a cell for each column."""

    entry: Entry
    status: StatusView
    is_current: bool
    cells: tuple[TableCell, ...]


@dataclass(frozen=True, slots=True)
class BriefTable:
    """The records of a country, without columns on which none of them has anything.

    `rows` begin with those that matter most. `more` are the titles and addresses of their directories,
    where the table does not even name them all.
    """

    comparison: Comparison
    columns: tuple[Column, ...]
    rows: tuple[BriefRow, ...]
    more: tuple[tuple[str, str], ...]

    @property
    def first(self) -> tuple[BriefRow, ...]:
        """The rows that a page shows."""
        return self.rows[:MOST]

    @property
    def later(self) -> tuple[BriefRow, ...]:
        """The rows of which a page gives the name."""
        return self.rows[MOST : MOST + NAMED]

    @property
    def unnamed(self) -> int:
        """How many further records there are."""
        return len(self.rows[MOST + NAMED :])

    @property
    def has_gaps(self) -> bool:
        """Whether a cell has nothing to show."""
        return any(not cell.address for row in self.first for cell in row.cells)


def tables(views: Views, country: Entry, group: str | None) -> list[BriefTable]:
    """Return the short tables of a group of questions (or of none), without those that would be empty."""
    found = (
        _table(views, country, comparison)
        for comparison in views.dataset.vocabulary.comparisons.values()
        if comparison.brief and comparison.group == group
    )
    return [table for table in found if table.rows]


def _table(views: Views, country: Entry, comparison: Comparison) -> BriefTable:
    """Return the records of a country: first those to which most pages refer, then those of which most is known."""
    dataset = views.dataset
    groups = dataset.by_place_and_kind
    kinds = [dataset.vocabulary.kinds[kind] for kind in comparison.kinds if (country.id, kind) in groups]
    entries = [entry for kind in kinds for entry in groups[country.id, kind.id]]
    columns = tuple(comparison.columns[name] for name in comparison.brief)
    rows = [_row(views, entry, columns) for entry in entries]
    rows.sort(key=lambda row: (*_weight(views, row), -_known(row), row.entry.record.title.casefold()))
    filled = tuple(column for at, column in enumerate(columns) if any(row.cells[at].address for row in rows))
    slim = tuple(replace(row, cells=tuple(cell for cell in row.cells if cell.column in filled)) for row in rows)
    more = tuple((kind.plural, f"{country.id}/{kind.folder}/") for kind in kinds if len(rows) > MOST + NAMED)
    return BriefTable(comparison, filled, slim, more)


def _row(views: Views, entry: Entry, columns: Iterable[Column]) -> BriefRow:
    found = standing.standing(entry.record, views.dataset.vocabulary)
    cells = tuple(table_cell(views, entry, column) for column in columns)
    return BriefRow(entry, heads.status(views, entry), found.is_current, cells)


def _weight(views: Views, row: BriefRow) -> tuple[int, bool]:
    """Return what sorts a record by how much it matters, the least first: how many pages refer to it, and its status.

    Of one that has ended, or may have, each page counts half.
    """
    pages = len(views.dataset.mentions.get(row.entry.id, ()))
    return (-2 * pages if row.is_current else -pages), not row.is_current


def _known(row: BriefRow) -> int:
    return sum(not cell.is_empty for cell in row.cells)
