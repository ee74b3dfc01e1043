"""The tables that pages show besides what they are about, as CSV beside them: records side by side, figures, words."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from equal_footing.export.seen import CITE, LABEL, Seen, dated
from equal_footing.export.shapes import PageDocument
from equal_footing.model import comparisons
from equal_footing.model.entries import Entry
from equal_footing.model.fixed_words import COUNTRY
from equal_footing.model.text import Cited
from equal_footing.sitemap.pages import Page
from equal_footing.tables import columns, record_rows, wide_rows
from equal_footing.tables.fact_rows import Row
from equal_footing.tables.shown_columns import (
    CONVERTED,
    FAULTS,
    FIELD,
    GRADES,
    LATER,
    NAMES,
    OWN,
    SHOWN_PARTS,
    column_name,
)
from equal_footing.tables.wide_columns import OTHERS
from equal_footing.views import brief, claims, record_tables, relations
from equal_footing.views.cells import Sum, TableCell
from equal_footing.views.records import Views

WORDS = "words.csv"
"""The name of the file of the table of terms."""
_NAMED = {"place", "status"}
"""What is said of a record in a code, and so by its name, too."""
_OF_RECORD = [name for key in comparisons.OF_RECORD for name in (key, *([f"{key}{LABEL}"] if key in _NAMED else []))]


@dataclass(frozen=True, slots=True)
class TablesShown:
    """Makes the files of the tables of one site."""

    views: Views
    seen: Seen

    def of_page(self, page: Page, document: PageDocument) -> Iterator[tuple[str, str]]:
        """Yield the files of the tables of a page by their names; `document` is its twin."""
        edition = dated(document)
        match page.macro:
            case "record_table":
                [name] = page.arguments
                yield f"{name}.csv", self._compared(self.views.dataset.vocabulary.comparisons[name], edition)
            case "place_page":
                yield from self._brief(page.arguments[0], edition)
            case "place_figures":
                for figure in document.figures:
                    points = ((point.series, point.fact.id) for point in figure.points)
                    yield f"{figure.id}.csv", self.seen.figure(points, edition)
            case "sources":
                yield GRADES, self._grades(document, edition)
            case "terms":
                terms = (relations.term(self.views, self.views.entry(record.id)) for record in document.records)
                keys = [(term.entry.id,) for term in terms if term.native or term.compared]
                yield WORDS, self.seen.rows(columns.NAMES, keys, edition)
            case "article_translation":
                yield from self._translation(edition)

    def _compared(self, comparison: comparisons.Comparison, edition: str) -> str:
        found = record_tables.table(self.views, comparison)
        return self._side_by_side(comparison.columns.values(), ((row.entry, row.cells) for row in found), edition)

    def _brief(self, place: str, edition: str) -> Iterator[tuple[str, str]]:
        entry = self.views.entry(place)
        groups = (None, *self.views.dataset.vocabulary.question_groups) if entry.kind.id == COUNTRY else ()
        for table in (table for group in groups for table in brief.tables(self.views, entry, group)):
            rows = ((row.entry, row.cells) for row in table.rows)
            yield f"{table.comparison.id}.csv", self._side_by_side(table.columns, rows, edition)

    def _side_by_side(
        self, shown: Iterable[comparisons.Column], rows: Iterable[tuple[Entry, Iterable[TableCell]]], edition: str
    ) -> str:
        """Return records with columns for each column of a table, named as in the wide tables of the downloads."""
        used: dict[str, set[str]] = defaultdict(set)
        made: list[tuple[Row, list[Cited]]] = []
        for entry, cells in rows:
            row, cited = self._record(entry), list[Cited]()
            for cell in cells:
                said = _said(entry, cell)
                told = (one.fact for one in cell.whole if one.fact and not one.is_withheld)
                cited += [source for fact in told for source in fact.sources]
                cited += cell.sum.conversion.cited if cell.sum and cell.sum.conversion else ()
                used[cell.column.id] |= {part for part, value in said.items() if value}
                row |= {column_name(cell.column, part): value for part, value in said.items()}
            made.append((row, cited))
        names = [
            column_name(column, part) for column in shown for part in SHOWN_PARTS if not part or part in used[column.id]
        ]
        return self.seen.wide([*_OF_RECORD, CITE, *names], made, edition)

    def _record(self, entry: Entry) -> Row:
        dataset = self.views.dataset
        row, place = record_rows.record_row(dataset, entry), dataset.entries[entry.place]
        named = {f"place{LABEL}": place.record.title, **self.seen.status(entry)}
        said = {**row, **named, CITE: f"{self.seen.site_url}{entry.address}"}
        return {name: said[name] for name in (*_OF_RECORD, CITE)}

    def _grades(self, document: PageDocument, edition: str) -> str:
        """Return how many sources of each grade each place has."""
        names = ["place", f"place{LABEL}", "grade", f"grade{LABEL}", "number"]
        found = [(one.place, one.of, one.number) for one in document.counts]
        cells = [(place.id, place.name, of.id, of.name, number) for place, of, number in found if place and of]
        rows = ((dict(zip(names, row, strict=True)), ()) for row in cells)
        return self.seen.wide(names, rows, edition)

    def _translation(self, edition: str) -> Iterator[tuple[str, str]]:
        names: list[tuple[Row, list[Cited]]] = [
            ({"printed": item.printed, "name": item.name, "record": entry.id, "title": entry.record.title}, [])
            for item, entry in claims.printed_names(self.views.dataset)
        ]
        if names:
            yield NAMES, self.seen.wide([column.name for column in OWN[NAMES]], names, edition)
        shown = [column.name for column in OWN[FAULTS]]
        kept = self.views.dataset.article_faults
        faults = kept[0].faults if kept else []
        if faults:
            rows: list[tuple[Row, list[Cited]]] = [({name: getattr(one, name) for name in shown}, []) for one in faults]
            yield FAULTS, self.seen.wide(shown, rows, edition)


def _said(entry: Entry, cell: TableCell) -> Row:
    """Return what a row says in the columns of a cell; nothing of what the cell withholds."""
    if cell.later:
        return {"": str(cell.later), FIELD: LATER}
    if cell.fact is None or cell.is_withheld:
        return {}
    field = cell.fact.field.id if len(cell.column.fields) > 1 else None
    said = {"": wide_rows.value(cell.fact), FIELD: field, **wide_rows.said(entry, cell.fact), **_converted(cell.sum)}
    said[OTHERS] = wide_rows.others((one.fact, one.word) for one in cell.others if one.fact)
    return said


def _converted(sum_: Sum | None) -> Row:
    """Return a sum in the currency of comparison as parts of a row, with what was used to convert it."""
    if sum_ is None:
        return {}
    made = sum_.conversion
    rate = (str(made.rate), str(made.period), made.cited[0].key) if made else ("", "", "")
    return dict(zip(CONVERTED, (sum_.order, *rate), strict=True))
