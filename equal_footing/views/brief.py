"""The short tables on the page of a country: its own records, those that matter most first, in a few columns."""

from dataclasses import dataclass, replace

from equal_footing.model.comparisons import Column, Comparison
from equal_footing.model.entries import Entry
from equal_footing.statement import standing
from equal_footing.views import heads
from equal_footing.views.cells import TableCell, table_cell
from equal_footing.views.heads import StatusView
from equal_footing.views.records import Views

MOST = 5
"""How many records a short table shows at first on a screen."""


@dataclass(frozen=True, slots=True)
class BriefRow:
    """A record with its status and a cell for each column."""

    entry: Entry
    status: StatusView
    cells: tuple[TableCell, ...]


@dataclass(frozen=True, slots=True)
class BriefTable:
    """The records of a country, without columns on which none of them has anything.

    `first` are those that matter most, which a screen shows at once, and `later` the others. `more` are the addresses
    of their directories, with the titles of these.
    """

    comparison: Comparison
    columns: tuple[Column, ...]
    first: tuple[BriefRow, ...]
    later: tuple[BriefRow, ...]
    more: tuple[tuple[str, str], ...]

    @property
    def rows(self) -> tuple[BriefRow, ...]:
        """All its rows, in their order."""
        return (*self.first, *self.later)

    @property
    def total(self) -> int:
        """How many records it has."""
        return len(self.first) + len(self.later)

    @property
    def has_gaps(self) -> bool:
        """Whether a cell has nothing to show."""
        return any(not cell.address for row in self.rows for cell in row.cells)


def tables(views: Views, country: Entry, group: str | None) -> list[BriefTable]:
    """Return the short tables of a group of questions (or of none), without those that would be empty."""
    found = (
        _table(views, country, comparison)
        for comparison in views.dataset.vocabulary.comparisons.values()
        if comparison.brief and comparison.group == group
    )
    return [table for table in found if table.first]


def _table(views: Views, country: Entry, comparison: Comparison) -> BriefTable:
    """Return the records of a country: first those to which most pages refer, then those of which most is known."""
    dataset = views.dataset
    groups = dataset.by_place_and_kind
    kinds = [dataset.vocabulary.kinds[kind] for kind in comparison.kinds if (country.id, kind) in groups]
    entries = [entry for kind in kinds for entry in groups[country.id, kind.id]]
    columns = tuple(comparison.columns[name] for name in comparison.brief)
    rows = [
        BriefRow(entry, heads.status(views, entry), tuple(table_cell(views, entry, column) for column in columns))
        for entry in entries
    ]
    rows.sort(key=lambda row: (*_weight(views, row.entry), -_known(row), row.entry.record.title.casefold()))
    filled = tuple(column for at, column in enumerate(columns) if any(row.cells[at].address for row in rows))
    slim = [replace(row, cells=tuple(cell for cell in row.cells if cell.column in filled)) for row in rows]
    more = tuple((kind.plural, f"{country.id}/{kind.folder}/") for kind in kinds)
    return BriefTable(comparison, filled, tuple(slim[:MOST]), tuple(slim[MOST:]), more)


def _weight(views: Views, entry: Entry) -> tuple[int, bool]:
    """Return what sorts a record by how much it matters, the least first: how many pages refer to it, and its status.

    Of one that has ended, or may have, each page counts half.
    """
    pages = len(views.dataset.mentions.get(entry.id, ()))
    is_current = standing.standing(entry.record, views.dataset.vocabulary).is_current
    return (-2 * pages if is_current else -pages), not is_current


def _known(row: BriefRow) -> int:
    return sum(not cell.is_empty for cell in row.cells)
