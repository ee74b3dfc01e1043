"""The rows of the tables that explain the others: fields, units and the words of all code lists, with their addresses.

Each has an address of its own: in the vocabulary of the site, or in the code book.
"""

from collections.abc import Iterator

from equal_footing.model.terms import Term
from equal_footing.model.vocabulary import LISTS, Language, Vocabulary
from equal_footing.statement.stated import PERCENT
from equal_footing.tables import columns
from equal_footing.tables.fact_rows import Row
from equal_footing.tables.table import alike

BOOK = "data/codebook/"
"""The address of the code book."""
IN_BOOK = ("units", "languages")
"""The code lists whose words the code book shows, since the page of the vocabulary does not."""


def address(name: str, code: str = "") -> str:
    """Return the address of a code list, or of one of its words."""
    page = BOOK if name in IN_BOOK else "vocabulary/"
    return f"{page}#{name}-{code.lower()}" if code else f"{page}#{name}"


def fields_rows(vocabulary: Vocabulary) -> Iterator[Row]:
    """Yield a row for each field of facts."""
    for field in vocabulary.fields.values():
        yield {
            **alike(columns.FIELDS, field),
            "unit": PERCENT if field.type == "percent" else field.unit,
            "address": address("fields", field.id),
        }


def units_rows(vocabulary: Vocabulary, percent: str) -> Iterator[Row]:
    """Yield a row for each unit of numbers, and one for that of percentages, which is worded `percent`."""
    words: list[tuple[str, str, str]] = [(unit.id, unit.one, unit.other) for unit in vocabulary.units.values()]
    if PERCENT not in vocabulary.units:
        words.append((PERCENT, percent, percent))
    for code, one, other in words:
        yield {"id": code, "one": one, "other": other, "address": address("units", code)}


def codes_rows(vocabulary: Vocabulary) -> Iterator[Row]:
    """Yield a row for each word of each code list but fields and units, which have tables of their own."""
    for name in LISTS:
        for code, word in vocabulary.codes(name).items():
            if isinstance(word, Term | Language) and name != "fields":
                about = word.about if isinstance(word, Term) else word.native
                yield {"list": name, "code": code, "label": word.label, "about": about, "address": address(name, code)}
