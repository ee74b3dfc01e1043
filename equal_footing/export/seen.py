"""What a page shows, as CSV beside it: rows of the tables of the downloads, with their sources in full and the edition.

The columns are some of those that the code book explains. A word of a code list, a field, a unit or a record has its
name beside it, in a column whose name ends in `_label`.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from equal_footing.export.shapes import PageDocument
from equal_footing.model.text import Cited, citations
from equal_footing.statement import credit
from equal_footing.statement.facts import Facts
from equal_footing.tables import columns
from equal_footing.tables.collection import Collection
from equal_footing.tables.columns import Column, Table
from equal_footing.tables.csv_text import MARK, line
from equal_footing.tables.fact_rows import Row
from equal_footing.views import claims

FILE = "page.csv"
"""The name of the file, beside the page."""
SERIES, CITE, SOURCES, EDITION = "series", "cite_url", "sources_in_full", "edition"
"""The columns that no table has: the line or bar of a figure, the address to cite, the sources, and the edition."""
LABEL = "_label"
Key = tuple[str, ...]

_SHOWN: dict[str, tuple[str, ...]] = {
    columns.ANSWERS.name: (
        *("question", "country", "answer", "missing", "practice", "sentence", "text", "practice_text", "positions"),
        *("note", "evidence", "looked", "searched"),
    ),
    columns.FACTS.name: (
        *(
            "record",
            "title",
            "place",
            "kind",
            "field",
            "label",
            "value",
            "number",
            "to",
            "precision",
            "unit",
            "currency",
        ),
        *("per", "basis", "period", "as_of", "missing", "searched", "where", "source", "grade", "locator"),
        *("further_sources", "support", "note", "withdrawn"),
    ),
    columns.CLAIMS.name: ("id", "section", "says", "verdict", "finding", "records"),
    columns.RECORDS.name: ("id", "title", "place", "kind", "type", "status", "status_since", "status_as_of", "summary"),
    columns.NAMES.name: ("record", "language", "name", "type", "until", "source", "locator"),
    columns.CODES.name: ("list", "code", "label", "about"),
    columns.SOURCES.name: (
        *("key", "place", "title", "title_en", "authors", "publisher", "date", "undated", "url", "language", "type"),
        *("grade", "read"),
    ),
}
"""The columns that a page's file has of each table, in their order."""
_LABELS = {"fields": "label", "units": "other", "records": "title", "questions": "question"}
"""The column of a table that names what a key of it stands for."""
_OF_SOURCES = {columns.FACTS.name: columns.FACT_SOURCES.name, columns.ANSWERS.name: columns.ANSWER_SOURCES.name}
"""The tables of the sources of a table, by its name."""
_TOGETHER = {
    columns.FACTS.name: ("fact",),
    columns.NAMES.name: ("record",),
    columns.FACT_SOURCES.name: columns.FACTS.key,
    columns.ANSWER_SOURCES.name: columns.ANSWERS.key,
}
"""The columns that the rows of a table share which belong together; of other tables it is their key."""


@dataclass
class Seen:
    """Makes the files of what pages show, from the tables and the facts of one site; each row is made once."""

    facts: Facts
    collection: Collection
    site_url: str
    _made: dict[tuple[str, Key], list[str]] = field(default_factory=dict, init=False)

    def page(self, document: PageDocument) -> str:
        """Return what a page shows: of its first part that holds something."""
        table, keys = next(_parts(document), (columns.RECORDS, []))
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

    def row(self, table: Table, key: Key) -> Row:
        """Return the row of a table with a key; raises LookupError where there is none."""
        return self._rows[table.name][key][0]

    @staticmethod
    def _text(head: Sequence[str], lines: Iterable[str], edition: str) -> str:
        end = f",{line([edition])}\r\n"
        return "".join((MARK, line(head), f",{EDITION}\r\n", *(f"{text}{end}" for text in lines)))

    def _head(self, table: Table) -> list[str]:
        named = [name for column in self._columns(table) for name in self._names(column)]
        return [*named, *([CITE] if self._has_address(table) else []), SOURCES]

    def _lines(self, table: Table, key: Key) -> list[str]:
        if (table.name, key) not in self._made:
            self._made[table.name, key] = [self._line(table, row) for row in self._rows[table.name].get(key, ())]
        return self._made[table.name, key]

    def _line(self, table: Table, row: Row) -> str:
        cells: list[object] = []
        for column in self._columns(table):
            cells.append(row.get(column.name))
            if len(self._names(column)) > 1:
                cells.append(self.label(column, row.get(column.name)))
        if self._has_address(table):
            cells.append(f"{self.site_url}{row['address']}")
        return line([*cells, self._in_full(self._cited(table, row))])

    @staticmethod
    def _columns(table: Table) -> list[Column]:
        known = {column.name: column for column in table.columns}
        return [known[name] for name in _SHOWN[table.name]]

    @staticmethod
    def _names(column: Column) -> list[str]:
        return [column.name, f"{column.name}{LABEL}"] if column.codes or column.of in _LABELS else [column.name]

    @staticmethod
    def _has_address(table: Table) -> bool:
        return any(column.name == "address" for column in table.columns)

    def label(self, column: Column, code: object) -> str | None:
        """Return the name of what a column holds the code or the key of."""
        return self._labels.get((column.codes or column.of, str(code)))

    @cached_property
    def _labels(self) -> dict[Key, str]:
        tables = {table.name: rows for table, rows in self.collection.tables}
        labels = {(row["list"], row["code"]): row["label"] for row in tables[columns.CODES.name]}
        return labels | {(name, row["id"]): row[label] for name, label in _LABELS.items() for row in tables[name]}

    @cached_property
    def _rows(self) -> dict[str, dict[Key, list[Row]]]:
        return {
            table.name: _grouped(rows, _TOGETHER.get(table.name, table.key))
            for table, rows in self.collection.tables
            if table.name in _SHOWN or table.name in _OF_SOURCES.values()
        }

    def _cited(self, table: Table, row: Row) -> list[Cited]:
        """Return what a row rests on."""
        if table.name in _OF_SOURCES:
            found = self._rows[_OF_SOURCES[table.name]].get(tuple(row[name] for name in table.key), ())
        elif table is columns.RECORDS:
            found = [
                {name: row.get(f"{part}_{name}") for name in ("source", "locator")} for part in ("status", "version")
            ]
        elif table is columns.CLAIMS:
            return self._claimed[row["id"]]
        else:
            found = [{"source": row["key"]} if table is columns.SOURCES else row]
        return [Cited(one["source"], one.get("locator") or "") for one in found if one.get("source")]

    @cached_property
    def _claimed(self) -> dict[str, list[Cited]]:
        views = (view for section in claims.sections(self.facts.dataset) for view in section.claims)
        return {view.claim.id: [*citations(view.claim.finding), *view.further_evidence] for view in views}

    def _in_full(self, cited: Iterable[Cited]) -> str:
        """Return sources with the places in them and their addresses, on one line."""
        return "; ".join(self._source(item) for item in dict.fromkeys(cited))

    def _source(self, item: Cited) -> str:
        source = self.facts.dataset.sources[item.key].source
        return f"{', '.join(part for part in (credit.title(source), item.locator) if part)} <{source.url}>"


def _grouped(rows: Iterable[Row], key: Key) -> dict[Key, list[Row]]:
    found: dict[Key, list[Row]] = defaultdict(list)
    for row in rows:
        found[tuple(row[name] for name in key)].append(row)
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
