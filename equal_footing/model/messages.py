"""The words of the interface, from `templates/messages/<language>.yml`: neither Python nor templates contain any."""

from pathlib import Path

from babel.core import Locale
from babel.numbers import format_decimal

from equal_footing.reading.documents import read_file

LANGUAGE = "en"


class Messages:
    """The message table of one language; call it with a key and the values for its placeholders."""

    def __init__(self, table: dict[str, str], language: str = LANGUAGE) -> None:
        self.table = table
        self.language = language
        self.locale = Locale.parse(language, sep="-")

    def __call__(self, key: str, **values: object) -> str:
        """Return a message; raises KeyError for an unknown key or a placeholder without a value."""
        return self.table[key].format(**values)

    def count(self, key: str, number: int) -> str:
        """Return a message about a number of things.

        Its key ends in the plural category that CLDR gives the number: `records-one` and `records-other` in English,
        also `-zero`, `-two`, `-few` and `-many` in other languages. Raises KeyError where the table has no such key.
        """
        category = self.locale.plural_form(number)
        return self(f"{key}-{category}", number=format_decimal(number, locale=self.locale))

    def ordinal(self, key: str, number: int) -> str:
        """Return a message about the place of a thing in an order, such as `the 20th century`.

        Its key ends in the category that CLDR gives the ordinal number, as in `count`. Raises KeyError likewise.
        """
        return self(f"{key}-{self.locale.ordinal_form(number)}", number=number)


def load(root: Path) -> Messages:
    """Read the table of `root/templates/messages/`; raises ValueError when the file cannot be read."""
    name = f"templates/messages/{LANGUAGE}.yml"
    document, problems = read_file(root / name, name)
    if document is None or problems:
        raise ValueError("\n".join(map(str, problems)))
    return Messages(document.data)
