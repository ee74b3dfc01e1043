"""All tables of a dataset with their rows, worked out once for every form in which they are published."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from equal_footing.model.dataset import Dataset
from equal_footing.model.vocabulary import Kind
from equal_footing.statement.facts import Facts
from equal_footing.tables import answer_rows, code_rows, codebook, columns, fact_rows, record_rows
from equal_footing.tables.codebook import Book
from equal_footing.tables.fact_rows import Row
from equal_footing.tables.rows import Rows, rows_of
from equal_footing.tables.table import Table
from equal_footing.tables.wide_columns import table_of
from equal_footing.tables.wide_rows import wide_table


@dataclass(frozen=True, slots=True)
class Outline:
    """The tables in their order, each with the number of its rows."""

    tables: tuple[tuple[Table, int], ...]


@dataclass(frozen=True, slots=True)
class Collection:
    """The tables with their rows, in their order, and the code book that explains them."""

    tables: tuple[tuple[Table, Rows], ...]
    book: Book

    @property
    def outline(self) -> Outline:
        """The tables without their rows."""
        return Outline(tuple((table, len(rows)) for table, rows in self.tables))

    @property
    def keys(self) -> dict[str, str]:
        """The column of the key of each table that has one column as its key."""
        return {table.name: table.key[0] for table, _ in self.tables if len(table.key) == 1}


MadeRows = Callable[[], Iterable[Row]]
Filled = tuple[Table, Rows]
"""A table with its rows."""


def makers(facts: Facts, book: Book, changes: MadeRows = tuple) -> dict[str, Callable[[], Filled]]:
    """Return what makes each table of a dataset with its rows, by its name; that of the columns follows from them.

    `changes` makes the rows of what editions have changed, which the dataset does not know.
    """
    dataset: Dataset = facts.dataset
    words, kinds = dataset.vocabulary, {entry.kind.id for entry in dataset.entries.values()}

    def made(table: Table, rows: MadeRows) -> Filled:
        return table, rows_of(table, rows())

    def made_wide(kind: Kind) -> Filled:
        table, rows = wide_table(facts, kind)
        return made(table, lambda: rows)

    own: list[tuple[Table, MadeRows]] = [
        (columns.FACTS, lambda: fact_rows.facts_rows(facts)),
        (columns.FACT_SOURCES, lambda: fact_rows.sources_rows(facts)),
        (columns.ORIGINALS, lambda: fact_rows.originals_rows(facts)),
        (columns.RECORDS, lambda: record_rows.records_rows(dataset)),
        (columns.NAMES, lambda: record_rows.names_rows(dataset)),
        (columns.IDENTIFIERS, lambda: record_rows.identifiers_rows(dataset)),
        (columns.TEXTS, lambda: record_rows.texts_rows(dataset)),
        (columns.RELATIONS, lambda: record_rows.relations_rows(dataset)),
        (columns.QUESTIONS, lambda: answer_rows.questions_rows(dataset)),
        (columns.ANSWERS, lambda: answer_rows.answers_rows(dataset)),
        (columns.ANSWER_SOURCES, lambda: answer_rows.answer_sources_rows(dataset)),
        (columns.ANSWER_RECORDS, lambda: answer_rows.answer_records_rows(dataset)),
        (columns.SOURCES, lambda: record_rows.sources_rows(dataset)),
        (columns.SOURCE_USES, lambda: record_rows.uses_rows(dataset)),
        (columns.CLAIMS, lambda: record_rows.claims_rows(dataset)),
        (columns.CHANGES, changes),
    ]
    of_words: list[tuple[Table, MadeRows]] = [
        (columns.FIELDS, lambda: code_rows.fields_rows(words)),
        (columns.UNITS, lambda: code_rows.units_rows(words, book.words.percent)),
        (columns.CODES, lambda: code_rows.codes_rows(words)),
    ]
    return {
        **{table.name: partial(made, table, rows) for table, rows in own},
        **{table_of(kind.id): partial(made_wide, kind) for kind in words.kinds.values() if kind.id in kinds},
        **{table.name: partial(made, table, rows) for table, rows in of_words},
    }


def of_columns(tables: Iterable[Table], book: Book) -> Filled:
    """Return the table of the columns of all tables, with its own."""
    return columns.COLUMNS, rows_of(columns.COLUMNS, book.columns_rows((*tables, columns.COLUMNS)))


def collect(facts: Facts, root: Path, changes: MadeRows = tuple) -> Collection:
    """Return the tables of a dataset; `root` is the folder of the project, whose templates hold the words.

    `changes` is as in `makers`. Raises ValueError when the words of the code book cannot be read.
    """
    book = codebook.load(root, facts.dataset.vocabulary)
    found = [make() for make in makers(facts, book, changes).values()]
    return Collection((*found, of_columns((table for table, _ in found), book)), book)
