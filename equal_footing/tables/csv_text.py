"""Writes CSV that programs and spreadsheets read alike (RFC 4180, UTF-8).

It begins with a byte order mark, without which Excel garbles Japanese and Chinese. A text that a spreadsheet would run
as a formula has an apostrophe before it; so has one that begins with apostrophes before such a sign, so that nothing is
lost: a program takes one apostrophe away where a sign of a formula follows. Plain numbers stay as they are.
"""

import csv
import datetime
import io
import re
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Any

from equal_footing.tables.columns import Table
from equal_footing.tables.fact_rows import Row

MARK = "\ufeff"
_FORMULA = re.compile(r"'*[\s\x00]*[=+\-@＝＋－＠\t\r\n]")
_NUMBER = re.compile(r"[+-]?\d+(\.\d+)?")


def harmless(text: str) -> str:
    """Return a text that no spreadsheet runs as a formula: with an apostrophe before it where one would."""
    return f"'{text}" if _FORMULA.match(text) and not _NUMBER.fullmatch(text) else text


def given(cell: str) -> str:
    """Return the text for which a cell stands: what `harmless` was given."""
    return cell[1:] if cell.startswith("'") and harmless(cell[1:]) == cell else cell


def as_csv(rows: Iterable[Iterable[str]]) -> str:
    """Return rows of texts as CSV."""
    out = io.StringIO(newline="")
    out.write(MARK)
    csv.writer(out).writerows([harmless(cell) for cell in row] for row in rows)
    return out.getvalue()


def table_csv(table: Table, rows: Sequence[Row]) -> str:
    """Return a table as CSV, with the names of its columns first."""
    out = io.StringIO(newline="")
    out.write(MARK)
    writer = csv.writer(out)
    names = [column.name for column in table.columns]
    writer.writerow(names)
    writer.writerows([_cell(row.get(name)) for name in names] for row in rows)
    return out.getvalue()


def _cell(value: Any) -> str:
    """Return a value as the text of a cell; nothing where there is none."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Decimal):
        return f"{value:f}"
    if isinstance(value, int | datetime.date):
        return str(value)
    return harmless(str(value))
