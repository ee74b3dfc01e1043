"""Writes CSV that programs and spreadsheets read alike (RFC 4180, UTF-8).

It begins with a byte order mark, without which Excel garbles Japanese and Chinese. A text that a spreadsheet would run
as a formula has an apostrophe before it; so has one that begins with apostrophes before such a sign, so that nothing is
lost: a program takes one apostrophe away where a sign of a formula follows. Plain numbers stay as they are.
"""

import csv
import datetime
import io
import re
from collections.abc import Iterable
from decimal import Decimal
from typing import Any, TextIO, cast

from equal_footing.tables.rows import Rows, Value
from equal_footing.tables.table import Column, Table

MARK = "\ufeff"
_FORMULA = re.compile(r"'*[\s\x00]*[=+\-@＝＋－＠\t\r\n]")
_NUMBER = re.compile(r"[+-]?\d+(\.\d+)?")


def harmless(text: str) -> str:
    """Return a text that no spreadsheet runs as a formula: with an apostrophe before it where one would."""
    if text[:1].isalnum():  # most texts: a letter or a digit begins no formula
        return text
    return f"'{text}" if _FORMULA.match(text) and not _NUMBER.fullmatch(text) else text


def given(cell: str) -> str:
    """Return the text that a cell means: what `harmless` was given."""
    return cell[1:] if cell.startswith("'") and harmless(cell[1:]) == cell else cell


class _Returned:
    """Takes the place of a file: what would be written is returned."""

    def write(self, text: str) -> str:
        return text


_WRITER = csv.writer(_Returned())


def line(cells: Iterable[object]) -> str:
    """Return one row as CSV, without the end of its line."""
    written = cast("str", _WRITER.writerow(["" if cell is None else _cell(cell) for cell in cells]))
    return written.removesuffix("\r\n")


def table_csv(table: Table, rows: Rows) -> str:
    """Return a table as CSV, with the names of its columns first."""
    out = io.StringIO(newline="")
    write_table(table, rows, out)
    return out.getvalue()


def write_table(table: Table, rows: Rows, out: TextIO) -> None:
    """Write a table as `table_csv` returns it to a file of texts, which is to leave the ends of lines as they are."""
    out.write(MARK)
    writer = csv.writer(out)
    found = rows.columns
    writer.writerow(found)
    writer.writerows(zip(*(_cells(column, found[column.name]) for column in table.columns), strict=True))


def _cells(column: Column, values: list[Value]) -> list[str]:
    """Return the values of a column as the texts of cells."""
    if column.type == "string":
        return [harmless(text) if text else "" for text in cast("list[str | None]", values)]
    return ["" if value is None else _cell(value) for value in values]


def _cell(value: Any) -> str:
    """Return a value as the text of a cell."""
    if isinstance(value, str):
        return harmless(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Decimal):
        return f"{value:f}"
    if isinstance(value, int | datetime.date):
        return str(value)
    return harmless(str(value))
