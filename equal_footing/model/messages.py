"""The words of the interface, from `templates/messages/<language>.yml`: neither Python nor templates contain any."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import lru_cache
from pathlib import Path
from string import Formatter
from typing import TypeVar

from babel.core import Locale, UnknownLocaleError
from babel.numbers import format_decimal
from pydantic import TypeAdapter, ValidationError

from equal_footing.model.prose import ENGLISH, Prose
from equal_footing.reading.documents import Document
from equal_footing.reading.files import read_file
from equal_footing.reading.problems import CommandError, quote, where

LANGUAGE = ENGLISH
"""The language of the site at its public address itself; every other one has a folder there, such as `/zh/`."""
FOLDER = "templates/messages"
Said = TypeVar("Said")
Form = TypeVar("Form")
_TABLE = TypeAdapter(dict[str, str])
_MISFITS = {
    "string_type": "must be a text.",
    "missing": "is missing. Write it.",
    "extra_forbidden": "is not a key here. Delete it, or correct its name.",
}
"""What is said of the mistakes that pydantic finds in a file of words, by its names for them."""
_FORM = re.compile(r"(.+)-(zero|one|two|few|many|other)")


class WordsError(CommandError, ValueError):
    """A file of words cannot be read, or does not hold what it should."""


class NoWordsError(CommandError, KeyError):
    """A message does not exist, or a placeholder in it has no value."""

    def __str__(self) -> str:
        return str(self.args[0])  # as it is, and not in the quotation marks of a key


class Messages:
    """The message table of one language; call it with a key and the values for its placeholders."""

    def __init__(self, table: dict[str, str], language: str = LANGUAGE) -> None:
        self.table = table
        self.language = language
        self.locale = Locale.parse(language, sep="-")

    def __call__(self, key: str, **values: object) -> str:
        """Return a message; raises NoWordsError for an unknown key or a placeholder without a value."""
        if self.language != LANGUAGE:  # a text of the data is its English text by itself
            values = {name: self.said(value) for name, value in values.items()}
        try:
            return self.table[key].format(**values)
        except (KeyError, IndexError) as error:
            file = f"{FOLDER}/{self.language}.yml"
            if key not in self.table:
                raise NoWordsError(f"{file} has no message {key}. Write it.") from error
            instead = f"write {_in_braces(values)}" if values else "this message has no placeholder"
            raise NoWordsError(f"{file}: {key}: {quote(self.table[key])} cannot be filled: {instead}.") from error

    def said(self, text: Said) -> Said | str:
        """Return a text of the data in the language, or in English; any other value as it is."""
        return text.said_in(self.language)[0] if isinstance(text, Prose) else text

    def count(self, key: str, number: int) -> str:
        """Return a message about a number of things.

        Its key ends in the plural category that CLDR gives the number: `records-one` and `records-other` in English,
        also `-zero`, `-two`, `-few` and `-many` in other languages. Raises NoWordsError where there is no such key.
        """
        category = self.locale.plural_form(number)
        return self(f"{key}-{category}", number=self.number(number))

    def forms(self, key: str) -> list[tuple[str, str]]:
        """Return a message about a number of things in each plural form of the language, for a script to choose from.

        The forms are named as in `count`; `{number}` is replaced by the number.
        """
        forms = sorted({*self.locale.plural_form.tags, "other"})
        return [(form, self(f"{key}-{form}", number="{number}")) for form in forms]

    def number(self, value: int | Decimal) -> str:
        """Return a number with separators, and all its digits."""
        digits = max(0, -int(value.as_tuple().exponent)) if isinstance(value, Decimal) else 0
        form = f"#,##0.{'0' * digits}" if digits else "#,##0"
        return str(format_decimal(value, format=form, locale=self.locale))

    def percent(self, number: str) -> str:
        """Return a number, as words, with the sign for percent where the language has it."""
        return str(self.locale.percent_formats[None].pattern).replace("#,##0", number)

    def ordinal(self, key: str, number: int) -> str:
        """Return a message about the place of a thing in an order, such as `the 20th century`.

        Its key ends in the category that CLDR gives the ordinal number, as in `count`. Raises NoWordsError likewise.
        """
        return self(f"{key}-{self.locale.ordinal_form(number)}", number=number)


def read_words(root: Path, name: str, form: TypeAdapter[Form]) -> Form:
    """Return what a file of words holds, in a form; it is read again only when it has changed.

    Raises WordsError when the file cannot be read or does not fit the form.
    """
    found: Form = _read_words(root, name, form, (root / name).stat().st_mtime_ns if (root / name).is_file() else 0)
    return found


@lru_cache(maxsize=8)
def _read_words(root: Path, name: str, form: TypeAdapter[Form], changed: int) -> Form:
    document, problems = read_file(root / name, name)
    if document is None or problems:
        raise WordsError("\n".join(map(str, problems)))
    try:
        return form.validate_python(document.data)
    except ValidationError as error:
        raise WordsError("\n".join(_misfits(document, error))) from error


def _misfits(document: Document, error: ValidationError) -> list[str]:
    """Return a line for each thing in a file of words that does not fit its form, in the order of the file."""
    found = []
    for item in error.errors(include_url=False):
        said = _MISFITS.get(item["type"], f"{item['msg'].removeprefix('Value error, ')}.")
        found.append((document.mark(item["loc"], key=item["type"] == "extra_forbidden"), where(item["loc"]), said))
    return [f"{document.file}:{line}:{column} {place}: {said}" for (line, column), place, said in sorted(found)]


def load(root: Path, language: str = LANGUAGE) -> Messages:
    """Read the table of a language, by its BCP 47 tag, in `root/templates/messages/`.

    Raises ValueError when the file cannot be read, Babel does not know the language, the table lacks a message that the
    English one has, or a message has a placeholder that the English one has not.
    """
    name = f"{FOLDER}/{language}.yml"
    table = read_words(root, name, _TABLE).copy()
    try:
        words = Messages(table, language)
    except (UnknownLocaleError, ValueError) as error:
        raise ValueError(f"{name}: {error}.") from error
    if language != LANGUAGE:
        lacking = sorted(needed(load(root).table, words.locale) - words.table.keys())
        if lacking:
            raise ValueError(f"{name} lacks {', '.join(lacking)}.")
    wrong = dict(_wrong_placeholders(words.table, words.table if language == LANGUAGE else load(root).table))
    if wrong:
        document, _ = read_file(root / name, name)
        assert document, "it has just been read"
        lines = [f"{name}:{document.mark((key,))[0]}: {key}: {said}" for key, said in wrong.items()]
        raise ValueError("\n".join(lines))
    return words


def _wrong_placeholders(table: dict[str, str], english: dict[str, str]) -> Iterator[tuple[str, str]]:
    """Yield the keys of the messages that cannot be filled as the English ones are, and what is wrong with each."""
    known: dict[str, set[str]] = defaultdict(set)
    for key, text in english.items():
        known[_without_form(key)].update(_placeholders(text) or ())
    for key, text in table.items():
        found, there = _placeholders(text), known[_without_form(key)]
        if found is None:
            yield key, f"{quote(text)} has a brace without its partner. Write a brace that is to be read twice: {{{{."
        elif unknown := found - there:
            instead = f"has {_in_braces(there)}" if there else "has no placeholder"
            yield key, f"{_in_braces(unknown)} cannot be filled: the English message {instead}."


def _placeholders(text: str) -> set[str] | None:
    """Return what is in the braces of a message, None where these do not go together."""
    try:
        parts = [part for part in Formatter().parse(text) if part[1] is not None]
    except ValueError:
        return None
    return {f"{name}{f'!{how}' if how else ''}{f':{form}' if form else ''}" for _, name, form, how in parts}


def _in_braces(names: Iterable[str]) -> str:
    return ", ".join(f"{{{name}}}" for name in sorted(names))


def _without_form(key: str) -> str:
    """Return the key of a message without its plural form, of which each may leave out what another one has."""
    found = _FORM.fullmatch(key)
    return found[1] if found else key


def languages(root: Path) -> list[str]:
    """Return the BCP 47 tags of the languages that have a table in `root/templates/messages/`, English first."""
    tags = {path.stem for path in (root / FOLDER).glob("*.yml") if "." not in path.stem}
    return [LANGUAGE, *sorted(tags - {LANGUAGE})]


def needed(english: Iterable[str], locale: Locale) -> set[str]:
    """Return the keys that a table needs in a language: those of the English one, in the plural forms of the language.

    The forms of ordinal numbers are those that end in `-two` or `-few` in English, which has no such plural forms.
    """
    keys = set(english)
    forms = {found[1] for key in keys if (found := _FORM.fullmatch(key)) and f"{found[1]}-other" in keys}
    ordinal = {form for form in forms if f"{form}-few" in keys}
    own = {
        *(f"{form}-{tag}" for form in forms - ordinal for tag in (*locale.plural_form.tags, "other")),
        *(f"{form}-{tag}" for form in ordinal for tag in (*locale.ordinal_form.tags, "other")),
    }
    return {key for key in keys if not ((found := _FORM.fullmatch(key)) and found[1] in forms)} | own
