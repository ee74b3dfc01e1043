"""Writes a table as Parquet, with DuckDB: a third of the size of the other library that can, Arrow."""

import tempfile
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from pathlib import Path

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
            columns = [[row.get(column.name) for row in rows] for column in table.columns]
            values = [[float(one) if isinstance(one, Decimal) else one for one in column] for column in columns]
            target = path.as_posix().replace("'", "''")
            connection.execute(
                f"COPY (SELECT {', '.join(taken)}) TO '{target}' (FORMAT parquet, COMPRESSION zstd)", values
            )
            yield table.name, path.read_bytes()
