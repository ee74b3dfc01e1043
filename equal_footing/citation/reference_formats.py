"""The three formats that reference managers read: how CSL-JSON, RIS and BibLaTeX write dates, names and characters."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any
from urllib.parse import quote

from pydantic_core import to_json

from equal_footing.model.countries import ENGLISH
from equal_footing.model.values import PartialDate

SEASONS = (21, 22, 23, 24)
"""The numbers that ISO 8601-2 has for spring, summer, autumn and winter; CSL counts them from 1."""
_TEX = {"\\": r"{\textbackslash}", "~": r"{\textasciitilde}", "^": r"{\textasciicircum}"}
_TEX |= {character: f"\\{character}" for character in "&%$#_{}"}
_CSL_END, _RIS_END, _BIB_END = "\n}", "ER  - \r\n", "}\n"
"""How an item, a record and an entry end."""
_PAIR = re.compile(r"\{[^{}]*\}")


def filled(found: dict[str, Any]) -> dict[str, Any]:
    """Return what holds something: keys with None, an empty text or an empty list are left out."""
    return {key: value for key, value in found.items() if value not in (None, "", [])}


def csl_date(date: PartialDate | None) -> dict[str, Any] | None:
    """Return a date as CSL has it: a season as such, other parts of a year, decades and centuries as a range."""
    if date is None:
        return None
    parts = [[part for part in (date.year, date.month, date.day) if part]]
    if date.part and date.part not in SEASONS:
        parts = [[day.year, day.month] for day in (date.first, date.last)]
    elif date.years > 1:
        parts = [[date.first.year], [date.last.year]]
    season = SEASONS.index(date.part) + 1 if date.part in SEASONS else None
    return filled({"date-parts": parts, "season": season, "circa": None if date.is_sure else True})


def as_json(items: list[dict[str, Any]]) -> str:
    """Return CSL-JSON items as a file."""
    return "".join(csl_file(map(csl_item, items)))


def csl_item(item: dict[str, Any]) -> str:
    """Return one item as text, for `csl_file`."""
    return to_json(item, indent=1).decode()  # several times as fast as Python's own with an indent


def csl_noted(item: str, note: str) -> str:
    """Return an item as text with a note at its end."""
    return f'{item.removesuffix(_CSL_END)},\n "note": {to_json(note).decode()}{_CSL_END}' if note else item


def csl_file(items: Iterable[str]) -> Iterator[str]:
    """Yield the parts of a file of items as texts, which is that of `as_json`."""
    before, end = "[\n", "[]\n"
    for item in items:
        yield before + " " + item.replace("\n", "\n ")
        before, end = ",\n", "\n]\n"
    yield end


def ris_record(*lines: tuple[str, str]) -> str:
    """Return a record, each value on one line, whatever line breaks it holds."""
    return _ris_lines(lines) + _RIS_END


def ris_noted(record: str, notes: Iterable[str]) -> str:
    """Return a record with notes at its end."""
    return record.removesuffix(_RIS_END) + _ris_lines(("N1", note) for note in notes) + _RIS_END


def _ris_lines(lines: Iterable[tuple[str, str]]) -> str:
    return "".join(f"{tag}  - {' '.join(value.splitlines())}\r\n" for tag, value in lines if value)


def ris_organisation(name: str) -> str:
    """Return the name of an organisation with a comma at its end and none within.

    Reference managers take what comes before the first comma for a family name, and words without a comma for the
    given names and the family name of a person.
    """
    return f"{name.replace(',', '')},"


def ris_date(date: PartialDate | None) -> str:
    """Return a date as RIS has it, which knows years, months and days; nothing for a decade or a century."""
    if date is None or date.years > 1:
        return ""
    parts = [f"{part:02}" if part else "" for part in (date.month, date.day)]
    return "/".join([f"{date.year:04}", *parts, ""])


def bib_entry(kind: str, key: str, fields: dict[str, str]) -> str:
    """Return an entry of a BibLaTeX file, without the fields that have no name or hold nothing."""
    lines = [f"  {name} = {{{value}}}," for name, value in fields.items() if name and value]
    return "\n".join([f"@{kind}{{{key},", *lines, _BIB_END])


def bib_noted(entry: str, note: str) -> str:
    """Return an entry with a note, which TeX can read, at its end."""
    return f"{entry.removesuffix(_BIB_END)}  note = {{{note}}},\n{_BIB_END}" if note else entry


@lru_cache(maxsize=8192)
def tex(text: str | None) -> str:
    """Return a text in which TeX reads every character as it is.

    Braces become round brackets where they do not match, since no entry can hold them.
    """
    text, unmatched = text or "", text or ""
    while (rest := _PAIR.sub("", unmatched)) != unmatched:
        unmatched = rest
    if "{" in unmatched or "}" in unmatched:
        text = text.replace("{", "(").replace("}", ")")
    return re.sub(r"[\\~^&%$#_{}]", lambda found: _TEX[found[0]], text)


def tex_address(address: str) -> str:
    """Return an address in which the few characters that TeX or BibTeX would trip over are percent-encoded."""
    return re.sub(r"[{}\\^\s]", lambda found: quote(found[0]), address)


def bib_date(date: PartialDate | None) -> str:
    """Return a date as BibLaTeX has it: that of the data files, but a quarter or half of a year as its months."""
    if date and date.part and date.part not in SEASONS:
        return "/".join(f"{day:%Y-%m}" for day in (date.first, date.last))
    return str(date or "")


def langid(language: str) -> str:
    """Return the name of a language as the packages of LaTeX have it; nothing for one that has no English name."""
    return str(ENGLISH.languages.get(language.split("-")[0], "")).lower()
