"""Writes a table as Parquet, with DuckDB: a third of the size of the other library that can, Arrow."""

import errno
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from equal_footing.tables.rows import Rows, Value
from equal_footing.tables.table import Column, Table

if TYPE_CHECKING:
    import duckdb

_AT_ONCE = 2048
"""How many rows are handed over at once, which is how many DuckDB works on: all of a table take ten times its room."""
_TYPES = {"number": "DOUBLE", "integer": "BIGINT", "boolean": "BOOLEAN", "date": "DATE"}
"""The types of Parquet for those of columns; all others are texts."""


ToParquet = Callable[[Table, Rows, Path], None]
"""Writes a table to a new file."""


@contextmanager
def writer() -> Iterator[ToParquet]:
    """Yield what writes a table as a Parquet file; the same rows always give the same bytes.

    DuckDB begins its work when the first table comes. Writing raises OSError when the disk is full or fails.
    """
    with ExitStack() as opened:
        connect = cache(lambda: opened.enter_context(_connection()))

        def to_parquet(table: Table, rows: Rows, path: Path) -> None:
            columns = ", ".join(f'"{column.name}" {_type(column)}' for column in table.columns)
            connect().execute(f"CREATE OR REPLACE TABLE written ({columns})")
            taken = ", ".join(f"unnest(?::{_type(column)}[])" for column in table.columns)
            cells = rows.columns
            values = [_values(column, cells[column.name]) for column in table.columns]
            for start in range(0, len(rows), _AT_ONCE):
                some = [found[start : start + _AT_ONCE] for found in values]
                connect().execute(f"INSERT INTO written SELECT {taken}", some)
            target = path.as_posix().replace("'", "''")
            with _named(path):
                connect().execute(f"COPY written TO '{target}' (FORMAT parquet, COMPRESSION zstd)")

        yield to_parquet


@contextmanager
def _named(path: Path) -> Iterator[None]:
    """Turn what DuckDB says about the disk into the error of Python for it."""
    import duckdb

    try:
        yield
    except duckdb.IOException as error:
        raise OSError(errno.EIO, str(error).splitlines()[0], str(path)) from error


def _type(column: Column) -> str:
    return _TYPES.get(column.type, "VARCHAR")


def _values(column: Column, values: list[Value]) -> list[Any]:
    """Return the values of a column as DuckDB takes them."""
    return [float(one) if isinstance(one, Decimal) else one for one in values] if column.type == "number" else values


def _connection() -> "duckdb.DuckDBPyConnection":
    import duckdb  # a build that writes no table need not load it, which takes as long as drawing ten pages

    # without the second, a column in which no cell happens to be empty would be of another type than where one is
    return duckdb.connect(config={"threads": 1, "disabled_optimizers": "statistics_propagation"})
