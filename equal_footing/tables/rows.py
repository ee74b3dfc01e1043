"""The rows of a table, kept column by column, so that each form in which it is published writes whole columns."""

import datetime
import pickle
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import Any

from equal_footing.model.values import PartialDate
from equal_footing.tables.fact_rows import Row
from equal_footing.tables.table import Column, Table

Value = str | int | Decimal | datetime.date | None
"""What a cell holds: a number is whole or a decimal, and an empty cell has None."""


class Rows(Sequence[Row]):
    """Rows of a table; `columns` are the values of each column by its name.

    Packed ones take a fifth of the room, and are unpacked anew each time that somebody asks for them.
    """

    def __init__(self, number: int, columns: dict[str, list[Value]] | bytes) -> None:
        self._number, self._columns = number, columns

    @property
    def columns(self) -> dict[str, list[Value]]:
        """The values of each column by its name, in the order of the columns."""
        if isinstance(self._columns, bytes):
            unpacked: dict[str, list[Value]] = pickle.loads(self._columns)
            return unpacked
        return self._columns

    @property
    def packed(self) -> "Rows":
        """The same rows, packed."""
        return self if isinstance(self._columns, bytes) else Rows(self._number, pickle.dumps(self._columns))

    def __len__(self) -> int:
        return self._number

    def __iter__(self) -> Iterator[Row]:
        columns = self.columns
        names = list(columns)
        for cells in zip(*columns.values(), strict=True):
            yield {name: cell for name, cell in zip(names, cells, strict=True) if cell is not None}

    def __getitem__(self, at: Any) -> Any:
        return list(self)[at]

    def __reduce__(self) -> tuple[type["Rows"], tuple[int, dict[str, list[Value]] | bytes]]:
        """Return what a copy is made of: it is packed."""
        return Rows, (self._number, self.packed._columns)


def rows_of(table: Table, rows: Iterable[Row]) -> Rows:
    """Return the rows of a table; raises ValueError when one has a column that the table does not have."""
    found: dict[str, list[Any]] = {column.name: [] for column in table.columns}
    for row in rows:  # one after the other: all at once take much room
        if others := row.keys() - found.keys():
            raise ValueError(f"{table.name} has no column {', '.join(sorted(others))}.")
        for name, values in found.items():
            values.append(row.get(name))
    number = len(found[table.columns[0].name])
    return Rows(number, {column.name: _values(column, found[column.name]) for column in table.columns})


def _values(column: Column, values: list[Any]) -> list[Value]:
    """Return the values of a column as every form can take them.

    In a column of texts, periods and dates of any precision are texts; in one of days, each date is a whole day.
    """
    if column.type == "date":
        return [value.first if isinstance(value, PartialDate) else value for value in values]
    if column.type == "string" and not set(map(type, values)) <= {str, type(None)}:
        values = [None if value is None else str(value) for value in values]
    return [None if value == "" else value for value in values] if "" in values else values
