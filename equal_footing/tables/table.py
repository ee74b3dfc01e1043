"""What a table of the downloads is: its columns and their types, its key, and the keys that join it with others."""

from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from equal_footing.model.base import Model

ColumnType = Literal["string", "number", "integer", "boolean", "date"]


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table.

    `codes` is the code list of the vocabulary whose words it holds, `of` the table whose key it holds. An `is_needed`
    column is never empty. Columns of type `date` hold whole days; dates that may be less precise are strings. `field`
    and `part` belong to wide tables: the field of facts, and what of its fact the column holds.
    """

    name: str
    type: ColumnType = "string"
    codes: str = ""
    of: str = ""
    is_needed: bool = False
    field: str = ""
    part: str = ""


@dataclass(frozen=True, slots=True)
class Join:
    """Columns of a table that together hold what columns of the same names, or of others, hold in another table."""

    columns: tuple[str, ...]
    table: str
    others: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its name, its columns, those of its key, and those that a full-text search reads.

    `kind` is the kind of the records that a wide table holds. `joins` are those to another table that the key of one
    column cannot say: a key of several columns, or one of these.
    """

    name: str
    key: tuple[str, ...]
    columns: tuple[Column, ...]
    searched: tuple[str, ...] = ()
    kind: str = ""
    joins: tuple[Join, ...] = ()

    @property
    def csv(self) -> str:
        """The name of its CSV file."""
        return f"{self.name}.csv"

    @property
    def parquet(self) -> str:
        """The name of its Parquet file; empty for the wide ones, which have few rows."""
        return "" if self.kind else f"{self.name}.parquet"

    def joined_by(self, column: Column) -> str:
        """Return the table that a column joins, alone or with others; nothing where it joins none."""
        return column.of or next((join.table for join in self.joins if column.name in join.columns), "")


def alike(table: Table, item: Model) -> dict[str, Any]:
    """Return the keys of an item after which columns of a table are called, with their values."""
    return {name: getattr(item, name) for name in _shared(table, type(item))}


@cache
def _shared(table: Table, model: type[Model]) -> list[str]:
    return [column.name for column in table.columns if column.name in model.model_fields]


def strings(*names: str) -> tuple[Column, ...]:
    """Return columns of texts."""
    return tuple(Column(name) for name in names)


def needed(*names: str) -> tuple[Column, ...]:
    """Return columns of texts that are never empty."""
    return tuple(Column(name, is_needed=True) for name in names)


def codes(**lists: str) -> tuple[Column, ...]:
    """Return columns of words, each with the name of its code list."""
    return tuple(Column(name, codes=found) for name, found in lists.items())


def keys(table: str, *names: str, is_needed: bool = False) -> tuple[Column, ...]:
    """Return columns that hold the key of a table."""
    return tuple(Column(name, of=table, is_needed=is_needed) for name in names)


def days(*names: str, is_needed: bool = False) -> tuple[Column, ...]:
    """Return columns of whole days."""
    return tuple(Column(name, "date", is_needed=is_needed) for name in names)


def flags(*names: str) -> tuple[Column, ...]:
    """Return columns that are true or false."""
    return tuple(Column(name, "boolean") for name in names)
