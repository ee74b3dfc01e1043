"""Writes a table as Parquet, with DuckDB: a third of the size of the other library that can, Arrow."""

import datetime
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

import duckdb

from equal_footing.tables.columns import Table
from equal_footing.tables.fact_rows import Row

_TYPES = {"number": "DOUBLE", "integer": "BIGINT", "boolean": "BOOLEAN", "date": "DATE"}
"""The types of Parquet for those of columns; all others are texts."""


def parquet_files(tables: Iterable[tuple[Table, Sequence[Row]]]) -> Iterator[tuple[str, bytes]]:
    """Yield each table as the bytes of a Parquet file, with its name; the same rows always give the same bytes."""
    with duckdb.connect(config={"threads": 1}) as connection, tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "table.parquet")
        for table, rows in tables:
            taken = (f'unnest(?::{_TYPES.get(one.type, "VARCHAR")}[]) AS "{one.name}"' for one in table.columns)
            values = [[_plain(row.get(column.name)) for row in rows] for column in table.columns]
            target = path.as_posix().replace("'", "''")
            connection.execute(
                f"COPY (SELECT {', '.join(taken)}) TO '{target}' (FORMAT parquet, COMPRESSION zstd)", values
            )
            yield table.name, path.read_bytes()


def _plain(value: Any) -> Any:
    """Return a value as DuckDB takes it; an empty text is none."""
    if value is None or value == "":
        return None
    if isinstance(value, Decimal):
        return float(value)
    return value if isinstance(value, bool | int | datetime.date) else str(value)
