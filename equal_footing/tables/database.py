"""Writes the tables as one SQLite file: with keys, what they join, and full-text search, as Datasette shows them."""

import datetime
import errno
import sqlite3
from collections.abc import Iterable, Sequence
from contextlib import closing
from decimal import Decimal
from pathlib import Path
from typing import cast

from equal_footing.tables.rows import Rows, Value
from equal_footing.tables.table import Column, Join, Table

_TYPES = {"number": "NUMERIC", "integer": "INTEGER", "boolean": "INTEGER"}
"""The types of SQLite for those of columns; all others are texts. True is 1, false 0."""
_OF_WRITING = ((24, 4), (92, 8))
"""Where the head of a file says how often it was changed and which SQLite did so, and in how many bytes: they are 0."""

_OF_DISK = {sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_READONLY}


def write(path: Path, tables: Iterable[tuple[Table, Rows]], keys: dict[str, str]) -> None:
    """Write the tables as a new SQLite file; `keys` are the columns of the keys that others join, by table.

    Searches find parts of words of three letters or more, also in Japanese and Chinese, which put no space between
    words. The same rows always give the same bytes. Raises OSError when the disk is full or fails.
    """
    try:
        with closing(sqlite3.connect(path)) as connection:
            _fill(connection, tables, keys)
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode & 0xFF not in _OF_DISK:
            raise
        raise OSError(errno.EIO, str(error), str(path)) from error
    with path.open("r+b") as file:
        for at, number in _OF_WRITING:
            file.seek(at)
            file.write(bytes(number))


def _fill(connection: sqlite3.Connection, tables: Iterable[tuple[Table, Rows]], keys: dict[str, str]) -> None:
    """Write the tables into an empty database."""
    connection.execute("PRAGMA journal_mode=OFF")  # nothing is rolled back: what fails is thrown away
    connection.execute("PRAGMA synchronous=OFF")
    for table, rows in tables:
        key = f", PRIMARY KEY ({_names(table.key)}){''.join(map(_join, table.joins))}"
        connection.execute(f"CREATE TABLE {_name(table.name)} ({_columns(table, keys)}{key})")
        marks = ", ".join("?" * len(table.columns))
        cells = rows.columns
        columns = (_plain(column, cells[column.name]) for column in table.columns)
        connection.executemany(f"INSERT INTO {_name(table.name)} VALUES ({marks})", zip(*columns, strict=True))
        if table.searched:
            fts, read = f"{table.name}_fts", _names(table.searched)
            options = f"{read}, content={_name(table.name)}, tokenize='trigram'"
            connection.execute(f"CREATE VIRTUAL TABLE {_name(fts)} USING fts5({options})")
            connection.execute(f"INSERT INTO {_name(fts)} ({_name(fts)}) VALUES ('rebuild')")
    connection.commit()


def _name(name: str) -> str:
    return f'"{name}"'


def _names(names: Iterable[str]) -> str:
    return ", ".join(map(_name, names))


def _columns(table: Table, keys: dict[str, str]) -> str:
    return ", ".join(_column(column, keys) for column in table.columns)


def _join(join: Join) -> str:
    """Return a key of several columns; SQLite takes none that leads to a part of a key, which is not a key."""
    if len(join.columns) == 1:
        return ""
    return f", FOREIGN KEY ({_names(join.columns)}) REFERENCES {_name(join.table)} ({_names(join.others)})"


def _column(column: Column, keys: dict[str, str]) -> str:
    joined = f" REFERENCES {_name(column.of)} ({_name(keys[column.of])})" if column.of else ""
    needed = " NOT NULL" if column.is_needed else ""
    return f"{_name(column.name)} {_TYPES.get(column.type, 'TEXT')}{needed}{joined}"


def _plain(column: Column, values: list[Value]) -> Sequence[str | int | float | None]:
    """Return the values of a column as SQLite stores them."""
    if column.type == "number":
        return [number(value) if isinstance(value, Decimal) else value for value in cast("list[int | None]", values)]
    if column.type == "date":
        return [None if value is None else value.isoformat() for value in cast("list[datetime.date | None]", values)]
    return cast("list[str | int | None]", values)


def number(value: Decimal) -> int | float:
    """Return a number for programs that have no decimals; a whole one of at most 18 digits stays exact."""
    return int(value) if value == value.to_integral_value() and abs(value) < 10**18 else float(value)
