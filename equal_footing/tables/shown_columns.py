"""The columns of the files beside tables of pages: records side by side, with some columns for each of the table's.

They are called after the codes of the columns of comparisons, and after the parts of wide tables.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from equal_footing.model.comparisons import Column, Comparison
from equal_footing.model.field_types import NUMERIC
from equal_footing.model.vocabulary import Vocabulary
from equal_footing.statement.conversion import CURRENCY
from equal_footing.tables import table
from equal_footing.tables.code_rows import BOOK
from equal_footing.tables.table import ColumnType
from equal_footing.tables.wide_columns import OTHERS, PARTS, base_of

FIELD, _USD = "field", CURRENCY.lower()
"""The part that says which field a value is of, and the one that holds a sum in the currency of comparison."""
CONVERTED = (_USD, f"{_USD}_rate", f"{_USD}_rate_time", f"{_USD}_rate_source")
"""The parts of such a sum: itself, and where it was converted the rate, its time and the key of its source."""
LATER = "later_amendment"
"""What the part `field` says about a date that belongs to no fact, but to the version of the record."""
SHOWN_PARTS = ("", FIELD, *(part.name for part in PARTS if part.name != OTHERS), *CONVERTED, OTHERS)
"""What a file says about each column of its table: first the value itself."""
_OF_NUMBERS = frozenset({"to", "precision", "unit", "currency", "per", "basis", "yearly", *CONVERTED})


GRADES, NAMES, FAULTS = "grades.csv", "names.csv", "translation.csv"
"""The names of the files of the counts of sources and of those of the article's translation."""
OWN: dict[str, tuple[table.Column, ...]] = {
    GRADES: (*table.keys("records", "place"), *table.codes(grade="evidence"), table.Column("number", "integer")),
    NAMES: (*table.strings("printed", "name"), *table.keys("records", "record"), table.Column("title")),
    FAULTS: (
        *table.strings("id"),
        table.Column("line", "integer"),
        *table.strings("printed", "reading", "fault", "certainty", "basis"),
    ),
}
"""The columns of these files, which no table of the downloads has."""


@dataclass(frozen=True, slots=True)
class ShownColumn:
    """A column of such a file: its name, the type of its values, and the address of its explanation.

    `of` is the column of the table that it belongs to, `part` what it says about that, nothing for the value itself.
    """

    name: str
    type: ColumnType
    address: str
    of: Column
    part: str


def file_of(compared: Comparison) -> str:
    """Return the file of a table that compares records, by its address."""
    return f"compare/{compared.id}/{compared.id}.csv"


def column_name(column: Column, part: str = "") -> str:
    """Return the name of the column that holds the value of a table's column, or a `part` of what it says."""
    return f"{base_of(column.id)}_{part}" if part else base_of(column.id)


def own_address(anchor: str) -> str:
    """Return the address of an explanation in the code book by its anchor."""
    return f"{BOOK}#shown-{anchor}"


def columns_of(compared: Comparison, vocabulary: Vocabulary) -> Iterator[ShownColumn]:
    """Yield the columns that the file of a table can have besides those of every record, in their order.

    A file leaves out a part that none of its records has.
    """
    for column in compared.columns.values():
        numbers = [vocabulary.fields[field].type in NUMERIC for field in column.fields]
        types: dict[str, ColumnType] = {"": "number" if all(numbers) else "string", "to": "number"}
        types |= dict.fromkeys(CONVERTED[:2], "number")
        for part in SHOWN_PARTS:
            if (part in _OF_NUMBERS and not any(numbers)) or (part in CONVERTED and not column.converted):
                continue
            if part != FIELD or len(column.fields) > 1:
                address = own_address(f"{compared.id}-{column.id}")
                yield ShownColumn(column_name(column, part), types.get(part, "string"), address, column, part)
