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
    """Rows of a table; `columns` are the values of each column by its name. Packed ones are unpacked when asked for."""

    def __init__(self, number: int, columns: dict[str, list[Value]] | bytes) -> None:
        self._number, self._columns = number, columns

    @property
    def columns(self) -> dict[str, list[Value]]:
        """The values of each column by its name, in the order of the columns."""
        if isinstance(self._columns, bytes):
            self._columns = pickle.loads(self._columns)
        assert isinstance(self._columns, dict)
        return self._columns

    def __len__(self) -> int:
        return self._number

    def __iter__(self) -> Iterator[Row]:
        names = list(self.columns)
        for cells in zip(*self.columns.values(), strict=True):
            yield {name: cell for name, cell in zip(names, cells, strict=True) if cell is not None}

    def __getitem__(self, at: Any) -> Any:
        return list(self)[at]

    def __reduce__(self) -> tuple[type["Rows"], tuple[int, bytes]]:
        """Return what a copy is made of: it takes little room."""
        return Rows, (self._number, pickle.dumps(self.columns))


def rows_of(table: Table, rows: Iterable[Row]) -> Rows:
    """Return the rows of a table; raises ValueError when one has a column that the table does not have."""
    found = list(rows)
    names = {column.name for column in table.columns}
    if others := set[str]().union(*found) - names:
        raise ValueError(f"{table.name} has no column {', '.join(sorted(others))}.")
    return Rows(len(found), {column.name: _values(column, found) for column in table.columns})


def _values(column: Column, rows: Sequence[Row]) -> list[Value]:
    """Return the values of a column as every form can take them.

    In a column of texts, periods and dates of any precision are texts; in one of days, each date is a whole day.
    """
    name = column.name
    values = [row.get(name) for row in rows]
    if column.type == "date":
        return [value.first if isinstance(value, PartialDate) else value for value in values]
    if column.type == "string" and not set(map(type, values)) <= {str, type(None)}:
        values = [None if value is None else str(value) for value in values]
    return [None if value == "" else value for value in values] if "" in values else values
