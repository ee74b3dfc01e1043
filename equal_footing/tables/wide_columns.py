"""The columns of wide tables, which have a row for each record of a kind and some columns for each field."""

from collections.abc import Container, Iterable
from dataclasses import replace

from equal_footing.tables.columns import FACTS
from equal_footing.tables.table import Column, Join, Table, codes, days, keys, needed, strings

HEAD = (
    *needed("id"),
    *keys("records", "place", is_needed=True),
    *needed("title"),
    *strings("type"),
    *codes(status="statuses"),
    *strings("status_since", "last_seen"),
    *days("reviewed"),
    *needed("address"),
)
VALUE = "value"
"""The part of a field that is its value; its column has the name of the field."""
OTHERS = "others"
"""The part that holds what is said of other parts, where nothing is said of the whole."""
PARTS: tuple[Column, ...] = (
    Column("label"),
    Column("to", "number"),
    *codes(precision="precisions"),
    *keys("units", "unit"),
    *strings("currency", "per"),
    *codes(basis="bases"),
    *strings("yearly"),
    *strings("time"),
    *codes(missing="missing"),
    *keys("sources", "source"),
    *strings("fact", OTHERS),
)
"""What a wide table says about a field besides its value; the name of a column is that of the field and of the part."""


def wide(kind: str, fields: Iterable[tuple[str, bool, Container[str]]]) -> Table:
    """Return the wide table of a kind: a row for each record, and some columns for each field.

    A field comes with whether its values are numbers, and with the parts that a record of the kind has.
    """
    columns = list(HEAD)
    for field, is_number, parts in fields:
        base = base_of(field)
        columns.append(Column(base, "number" if is_number else "string", field=field, part=VALUE))
        columns += (
            replace(part, name=f"{base}_{part.name}", field=field, part=part.name)
            for part in PARTS
            if part.name in parts
        )
    joins = (Join((column.name,), FACTS.name, ("fact",)) for column in columns if column.part == "fact")
    return Table(table_of(kind), ("id",), tuple(columns), kind=kind, joins=tuple(joins))


def table_of(kind: str) -> str:
    """Return the name of the wide table of a kind."""
    return f"kind_{kind.replace('-', '_')}"


def base_of(field: str) -> str:
    """Return the name of the column that holds the value of a field."""
    return field.replace("-", "_")
