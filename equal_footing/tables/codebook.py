"""The code book: what every table and every column means, in words from `templates/messages/tables.en.yml`.

What the words of a column say of a field comes from the vocabulary.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from pydantic import TypeAdapter

from equal_footing.model.base import Model
from equal_footing.model.dataset import Dataset
from equal_footing.model.messages import FOLDER, LANGUAGE, read_words
from equal_footing.model.vocabulary import Vocabulary
from equal_footing.tables.code_rows import BOOK
from equal_footing.tables.columns import TABLES
from equal_footing.tables.fact_rows import Row
from equal_footing.tables.shown_columns import OWN, ShownColumn, columns_of, file_of, own_address
from equal_footing.tables.table import Column, Table
from equal_footing.tables.wide_columns import VALUE, wide

NAME = f"{FOLDER}/tables.{LANGUAGE}.yml"


class TableWords(Model):
    """What a table holds, and what each of its columns means."""

    title: str
    about: str
    columns: dict[str, str]


class Words(Model):
    """The words of the code book.

    `wide` are those of the wide tables, in which a word of the vocabulary replaces `{kind}` and `{field}`; the keys of
    its columns are those of every kind, and `parts` says what of a fact a column holds. `shown` are files beside pages,
    by their names, whose columns no table has; `percent` is the unit of percentages.
    """

    tables: dict[str, TableWords]
    wide: TableWords
    parts: dict[str, str]
    shown: dict[str, TableWords]
    percent: str


_WORDS = TypeAdapter(Words)


@dataclass(frozen=True, slots=True)
class Book:
    """The code book of one vocabulary."""

    words: Words
    vocabulary: Vocabulary

    def title(self, table: Table) -> str:
        """Return what a table is called."""
        if table.kind:
            return self.words.wide.title.format(kind=self.vocabulary.kinds[table.kind].plural)
        return self.words.tables[table.name].title

    def about(self, table: Table) -> str:
        """Return what a table holds."""
        if table.kind:
            return self.words.wide.about.format(kind=self.vocabulary.kinds[table.kind].about)
        return self.words.tables[table.name].about

    def column(self, table: Table, column: Column) -> str:
        """Return what a column means."""
        if column.field:
            field = self.vocabulary.fields[column.field]
            return self.words.parts[column.part].format(field=field.label, about=field.about)
        return (self.words.wide if table.kind else self.words.tables[table.name]).columns[column.name]

    def part(self, column: Column) -> str:
        """Return what the columns of every field say that hold the same part of a fact as this one."""
        return self.words.parts[column.part].format(field="…", about="").removeprefix("…: ")

    def shown(self, column: ShownColumn) -> str:
        """Return what a column of a file beside a table of records means."""
        words = {"field": column.of.label, "about": column.of.about}
        return self.words.parts[column.part or VALUE].format(**words)

    def columns_rows(self, tables: Iterable[Table]) -> Iterator[Row]:
        """Yield a row for each column of each table, and of the files beside the tables of pages."""
        for table in tables:
            for column in table.columns:
                yield {
                    "table": table.name,
                    "column": column.name,
                    "type": column.type,
                    "codes": column.codes,
                    "joins": table.joined_by(column),
                    "about": self.column(table, column),
                    "address": column_address(table, column),
                }
        for compared in self.vocabulary.comparisons.values():
            for shown in columns_of(compared, self.vocabulary):
                of_file = {"table": file_of(compared), "column": shown.name, "type": shown.type}
                yield {**of_file, "about": self.shown(shown), "address": shown.address}
        for file, columns in OWN.items():
            for column in columns:
                name = f"{file.removesuffix('.csv')}-{column.name}"
                of_file = {"table": file, "column": column.name, "type": column.type, "codes": column.codes}
                about = self.words.shown[file].columns[column.name]
                yield {**of_file, "joins": column.of, "about": about, "address": own_address(name)}


def table_address(table: str) -> str:
    """Return the address of a table in the code book, by its name."""
    return f"{BOOK}{table.replace('_', '-')}/"


def column_address(table: Table, column: Column) -> str:
    """Return the address of a column in the code book."""
    return f"{table_address(table.name)}#{column.name}"


def titles(dataset: Dataset) -> list[tuple[str, str, str]]:
    """Return the name, the title and the content of each table; none for data without the words beside them."""
    if not (dataset.root / NAME).is_file():
        return []
    book = load(dataset.root, dataset.vocabulary)
    kinds = {entry.kind.id: entry.kind for entry in dataset.entries.values()}
    wide_ones = [wide(kind, ()) for kind in dataset.vocabulary.kinds if kind in kinds]
    return [(table.name, book.title(table), book.about(table)) for table in (*TABLES, *wide_ones)]


def load(root: Path, vocabulary: Vocabulary) -> Book:
    """Read the words of the code book; raises ValueError when the file cannot be read or does not fit the model."""
    return Book(read_words(root, NAME, _WORDS), vocabulary)
