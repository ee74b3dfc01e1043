"""All tables of a dataset with their rows, worked out once for every form in which they are published."""

import datetime
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from equal_footing.model.dataset import Dataset
from equal_footing.statement.facts import Facts
from equal_footing.tables import answer_rows, code_rows, codebook, columns, fact_rows, record_rows
from equal_footing.tables.codebook import Book
from equal_footing.tables.columns import Table
from equal_footing.tables.fact_rows import Row
from equal_footing.tables.wide_rows import wide_tables


@dataclass(frozen=True, slots=True)
class Outline:
    """The tables in their order, each with the number of its rows."""

    tables: tuple[tuple[Table, int], ...]


@dataclass(frozen=True, slots=True)
class Collection:
    """The tables with their rows, in their order, and the code book that explains them."""

    tables: tuple[tuple[Table, list[Row]], ...]
    book: Book

    @property
    def outline(self) -> Outline:
        """The tables without their rows."""
        return Outline(tuple((table, len(rows)) for table, rows in self.tables))

    @property
    def keys(self) -> dict[str, str]:
        """The column of the key of each table that has one column as its key."""
        return {table.name: table.key[0] for table, _ in self.tables if len(table.key) == 1}


def collect(facts: Facts, root: Path) -> Collection:
    """Return the tables of a dataset; `root` is the folder of the project, whose templates hold the words.

    Raises ValueError when the words of the code book cannot be read.
    """
    dataset: Dataset = facts.dataset
    words, book = dataset.vocabulary, codebook.load(root, dataset.vocabulary)
    found: list[tuple[Table, list[Row]]] = [
        (columns.FACTS, list(fact_rows.facts_rows(facts))),
        (columns.FACT_SOURCES, list(fact_rows.sources_rows(facts))),
        (columns.ORIGINALS, list(fact_rows.originals_rows(facts))),
        (columns.RECORDS, list(record_rows.records_rows(dataset))),
        (columns.NAMES, list(record_rows.names_rows(dataset))),
        (columns.IDENTIFIERS, list(record_rows.identifiers_rows(dataset))),
        (columns.TEXTS, list(record_rows.texts_rows(dataset))),
        (columns.RELATIONS, list(record_rows.relations_rows(dataset))),
        (columns.QUESTIONS, list(answer_rows.questions_rows(dataset))),
        (columns.ANSWERS, list(answer_rows.answers_rows(dataset))),
        (columns.ANSWER_SOURCES, list(answer_rows.answer_sources_rows(dataset))),
        (columns.ANSWER_RECORDS, list(answer_rows.answer_records_rows(dataset))),
        (columns.SOURCES, list(record_rows.sources_rows(dataset))),
        (columns.CLAIMS, list(record_rows.claims_rows(dataset))),
        *wide_tables(facts),
        (columns.FIELDS, list(code_rows.fields_rows(words))),
        (columns.UNITS, list(code_rows.units_rows(words, book.words.percent))),
        (columns.CODES, list(code_rows.codes_rows(words))),
    ]
    all_tables = [table for table, _ in found] + [columns.COLUMNS]
    found.append((columns.COLUMNS, list(book.columns_rows(all_tables))))
    return Collection(tuple((table, [_plain(row) for row in rows]) for table, rows in found), book)


def _plain(row: Row) -> Row:
    """Return a row whose values every form can take: dates less than whole, and periods, as texts; no empty text."""
    return {name: value if isinstance(value, _KEPT) else str(value) for name, value in row.items() if value != ""}


_KEPT = (str, int, Decimal, datetime.date, type(None))
