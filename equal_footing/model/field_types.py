"""The types of values that fields of facts take, and which keys of a fact go with each."""

from typing import Literal

FieldType = Literal["text", "date", "number", "percent", "money", "rate", "url", "month-day"]
KEYS_OF_TYPE = {
    "number": ("precision", "to", "unit"),
    "percent": ("precision", "to"),
    "money": ("precision", "to", "currency", "basis", "yearly"),
    "rate": ("precision", "to", "currency", "per"),
}
"""The keys of a fact that are allowed only with values of some types, by type."""
KEYS_NEEDED = {"money": ("currency", "basis"), "rate": ("currency", "per")}
"""The keys that values of some types need besides a time."""
NUMERIC = frozenset(KEYS_OF_TYPE)
"""Types of fields whose values are numbers."""
