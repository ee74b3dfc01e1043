"""What a page shows, as CSV beside it: rows of the tables of the downloads, with their sources in full and the edition.

The columns are some of those that the code book explains. A word of a code list, a field, a unit or a record has its
name beside it, in a column whose name ends in `_label`.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from equal_footing.export.shapes import PageDocument
from equal_footing.keeping.once import Once
from equal_footing.model.entries import Entry
from equal_footing.model.text import Cited
from equal_footing.statement import credit, standing
from equal_footing.tables import answer_rows, code_rows, columns, fact_rows, record_rows
from equal_footing.tables.csv_text import MARK, line
from equal_footing.tables.fact_rows import Row
from equal_footing.tables.table import Column, Table
from equal_footing.views.comparison import cell
from equal_footing.views.records import Views

FILE = "page.csv"
"""The name of the file, beside the page."""
SERIES, CITE, SOURCES, EDITION = "series", "cite_url", "sources_in_full", "edition"
"""The columns that no table has: the line or bar of a figure, the address to cite, the sources, and the edition."""
LABEL = "_label"
_NAMED = frozenset({"fields", "units", "records", "questions"})
"""The tables whose rows have names."""
_WHOLE = (columns.CLAIMS, columns.CODES)
"""The tables whose rows are made together; all others are made one by one, except the facts of a record's own page."""
Key = tuple[str, ...]
Sourced = tuple[Row, Iterable[Cited]]
"""A row, and what it rests on."""

_SHOWN: dict[Table, tuple[str, ...]] = {
    columns.ANSWERS: (
        *("question", "country", "answer", "missing", "best_grade", "weakest_grade", "practice"),
        *("practice_best_grade", "practice_weakest_grade", "sentence", "text", "practice_text", "positions", "note"),
        *("evidence", "looked", "searched"),
    ),
    columns.FACTS: (
        *("record", "place", "kind", "field", "label", "value", "number", "to", "precision", "unit", "currency"),
        *("per", "basis", "yearly", "period", "as_of", "missing", "searched", "where", "source", "grade", "locator"),
        *("further_sources", "support", "note", "withdrawn"),
    ),
    columns.CLAIMS: ("id", "section", "says", "verdict", "finding", "records"),
    columns.RECORDS: (
        "id",
        "title",
        "place",
        "kind",
        "type",
        "status",
        "status_since",
        "status_as_of",
        "last_seen",
        "summary",
    ),
    columns.NAMES: ("record", "language", "name", "type", "until", "source", "locator"),
    columns.CODES: ("list", "code", "label", "about"),
    columns.SOURCES: tuple(column.name for column in columns.SOURCES.columns),
}
"""The columns that a page's file has of each table, in their order."""
_COLUMNS = {
    table.name: [
        (column, bool(column.codes) or column.of in _NAMED)
        for name in names
        for column in table.columns
        if column.name == name
    ]
    for table, names in _SHOWN.items()
}
"""These columns, and whether what each of them holds has a name, which is in a column of its own."""
_ADDRESSED = {table.name for table in _SHOWN if any(column.name == "address" for column in table.columns)}
"""The tables whose rows have an address to cite."""


@dataclass
class Seen:
    """Makes the files of what the pages of one site show.

    A row that several pages show is made `once`; most facts are on the page of their record only.
    """

    views: Views
    site_url: str
    once: Once

    def page(self, document: PageDocument) -> str:
        """Return what a page shows: of its first part that holds something."""
        table, keys = next(_parts(document), (columns.RECORDS, []))
        if document.record and table is columns.FACTS:
            entry = self.views.dataset.entries[document.record.id]
            rows = (self._line(table, *row) for row in fact_rows.rows_of(self.views.facts, entry))
            return self._text(self._head(table), rows, dated(document))
        return self.rows(table, keys, dated(document))

    def rows(self, table: Table, keys: Iterable[Key], edition: str) -> str:
        """Return rows of a table by their keys."""
        return self._text(self._head(table), (text for key in keys for text in self._lines(table, key)), edition)

    def figure(self, points: Iterable[tuple[str, str]], edition: str) -> str:
        """Return the numbers of a figure, which come as the names of their lines or bars and the ids of their facts."""
        lines = (f"{line([series])},{text}" for series, fact in points for text in self._lines(columns.FACTS, (fact,)))
        return self._text([SERIES, *self._head(columns.FACTS)], lines, edition)

    def wide(self, names: Sequence[str], rows: Iterable[tuple[Row, Iterable[Cited]]], edition: str) -> str:
        """Return rows that belong to no table, each with its sources; `names` are their columns."""
        lines = (line([*(row.get(name) for name in names), self._in_full(cited)]) for row, cited in rows)
        return self._text([*names, SOURCES], lines, edition)

    def status(self, entry: Entry) -> Row:
        """Return the status of a record as its page words it, which is not the name of its code where it is old."""
        found = standing.standing(entry.record, self.views.dataset.vocabulary)
        return {f"status{LABEL}": standing.label(found, self.views.words)}

    @staticmethod
    def _text(head: Sequence[str], lines: Iterable[str], edition: str) -> str:
        end = f",{line([edition])}\r\n"
        return "".join((MARK, line(head), f",{EDITION}\r\n", *(f"{text}{end}" for text in lines)))

    def _head(self, table: Table) -> list[str]:
        named = (
            (column.name, *([f"{column.name}{LABEL}"] if is_named else [])) for column, is_named in _COLUMNS[table.name]
        )
        return [*(name for names in named for name in names), *([CITE] if table.name in _ADDRESSED else []), SOURCES]

    def _lines(self, table: Table, key: Key) -> list[str]:
        of = "" if table in _WHOLE else key
        made = self.once(("lines", table.name, of), partial(self._lines_with, table, key))
        return [text.decode() for text in made.get(key, ())]

    def _lines_with(self, table: Table, key: Key) -> dict[Key, list[bytes]]:
        """Return the rows that are made with a key, as bytes: as texts with curly quotes they take twice the room."""
        found = self._found(table, key)
        return {own: [self._line(table, *row).encode() for row in rows] for own, rows in found.items()}

    def _line(self, table: Table, row: Row, cited: Iterable[Cited]) -> str:
        cells: list[object] = []
        for column, is_named in _COLUMNS[table.name]:
            code = row.get(column.name)
            cells.append(code)
            if is_named:
                said = row.get(f"{column.name}{LABEL}")
                cells.append(said or (self._label(column, str(code)) if code else None))
        if table.name in _ADDRESSED:
            cells.append(f"{self.site_url}{row['address']}")
        return line([*cells, self._in_full(cited)])

    def _found(self, table: Table, key: Key) -> dict[Key, list[Sourced]]:
        """Return the rows with a key, each with what it rests on; with the rows of other keys that come along."""
        dataset = self.views.dataset
        match table:
            case columns.FACTS:
                record, _, anchor = key[0].partition("#")
                return {key: list(fact_rows.rows_of(self.views.facts, dataset.entries[record], anchor))}
            case columns.ANSWERS:
                found = cell(dataset, dataset.questions[key[1]], dataset.entries[key[0]])
                return {key: [(answer_rows.answer_row(dataset, found), found.cited)]}
            case columns.CLAIMS:
                return _by_id(record_rows.claims_with_sources(dataset))
            case columns.RECORDS:
                entry = dataset.entries[key[0]]
                row = record_rows.record_row(dataset, entry) | self.status(entry)
                return {key: [(row, [*_given(row, "status_"), *_given(row, "version_")])]}
            case columns.NAMES:
                return {key: [(row, _given(row)) for row in record_rows.names_of(dataset.entries[key[0]])]}
            case columns.SOURCES:
                return {key: [(record_rows.source_row(dataset, dataset.sources[key[0]]), [Cited(key[0], "")])]}
            case _:
                words = dataset.vocabulary
                fields = ({**row, "list": "fields", "code": row["id"]} for row in code_rows.fields_rows(words))
                return {(row["list"], row["code"]): [(row, [])] for row in (*code_rows.codes_rows(words), *fields)}

    def _label(self, column: Column, code: str) -> str:
        """Return the name of what a column holds the code or the key of."""
        dataset = self.views.dataset
        words = dataset.vocabulary
        match column.of:
            case "records":
                return dataset.entries[code].record.title
            case "questions":
                return dataset.questions[code].question.question
            case "units":
                return words.units[code].other if code in words.units else self.views.words(code)
            case "fields":
                return words.fields[code].label
        return str(words.codes(column.codes)[code].label)

    def _in_full(self, cited: Iterable[Cited]) -> str:
        """Return sources with the places in them and their addresses, on one line."""
        return "; ".join(self._source(item) for item in dict.fromkeys(cited))

    def _source(self, item: Cited) -> str:
        source = self.views.dataset.sources[item.key].source
        return f"{', '.join(part for part in (credit.title(source), item.locator) if part)} <{source.url}>"


def _given(row: Row, part: str = "") -> list[Cited]:
    """Return the one source that a row names, if it names one."""
    source, locator = row.get(f"{part}source"), row.get(f"{part}locator")
    return [Cited(source, locator or "")] if source else []


def _by_id(rows: Iterable[Sourced]) -> dict[Key, list[Sourced]]:
    found: dict[Key, list[Sourced]] = defaultdict(list)
    for row, cited in rows:
        found[row["id"],].append((row, cited))
    return found


def dated(document: PageDocument) -> str:
    """Return the edition that holds a page as it is, or that none does, with the day of the data."""
    return f"{document.edition} ({document.generated})"


def _parts(document: PageDocument) -> Iterator[tuple[Table, list[Key]]]:
    """Yield the parts that hold something, with the keys of their rows, those first that the page is about."""
    answers: list[Key] = [(one.country.id, one.question.id) for one in document.answers]
    own = document.record.facts if document.record else []
    points = [point.fact for figure in document.figures for point in figure.points]
    facts: list[Key] = [(fact.id,) for fact in [*own, *document.facts] or points]
    codes: list[Key] = [(code.list, code.id) for code in document.codes]
    found: list[tuple[Table, list[Key]]] = [
        (columns.ANSWERS, answers if document.questions else []),
        (columns.FACTS, facts),
        (columns.ANSWERS, answers),
        (columns.CLAIMS, [(claim.id,) for claim in document.claims]),
        (columns.RECORDS, [(record.id,) for record in document.records]),
        (columns.CODES, codes),
        (columns.SOURCES, [(source.key,) for source in document.sources]),
    ]
    return ((table, list(dict.fromkeys(keys))) for table, keys in found if keys)
