"""Says how a date that somebody wrote in words, such as `late 2023` or `c. 2006`, is written in ISO 8601."""

import calendar
import re
from collections.abc import Callable

_MONTHS = {name.lower()[:3]: number for number, name in enumerate(calendar.month_name) if number}
_MONTH = "(" + "|".join(_MONTHS) + r")[a-z]*\.?"
_PARTS = {
    "spring": "21",
    "summer": "22",
    "autumn": "23",
    "fall": "23",
    "winter": "24",
    "early": "33~",
    "beginning of": "33~",
    "mid": "34~",
    "middle of": "34~",
    "late": "36~",
    "end of": "36~",
}
_ORDINALS = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4}
_ORDINAL = "(" + "|".join(_ORDINALS) + ")"
_YEAR = r"([1-9][0-9]{3})"
_DIGITS = r"[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?"

_FORMS: list[tuple[str, Callable[[re.Match[str]], str]]] = [
    (rf"(?:about|around|approximately|approx\.?|circa|ca?\.?|~) ?({_DIGITS})", lambda found: f"{found[1]}~"),
    (rf"(?:perhaps|possibly|probably|maybe|\?) ?({_DIGITS})", lambda found: f"{found[1]}?"),
    (r"(?:the )?([1-9][0-9]{2})(?:0['\u2019]?s|x)", lambda found: f"{found[1]}X"),
    (r"(?:the )?([1-9][0-9])xx", lambda found: f"{found[1]}XX"),
    (r"(?:the )?(1[1-9]|2[0-9])(?:st|nd|rd|th) century", lambda found: f"{int(found[1]) - 1}XX"),
    (rf"({'|'.join(_PARTS)})[ -]?(?:of )?{_YEAR}", lambda found: f"{found[2]}-{_PARTS[found[1]]}"),
    (rf"{_YEAR}[ -]({'|'.join(_PARTS)})", lambda found: f"{found[1]}-{_PARTS[found[2]]}"),
    (rf"q([1-4])[ -/]?{_YEAR}", lambda found: f"{found[2]}-{32 + int(found[1])}"),
    (rf"{_YEAR}[ -/]?q([1-4])", lambda found: f"{found[1]}-{32 + int(found[2])}"),
    (rf"{_ORDINAL} quarter (?:of )?{_YEAR}", lambda found: f"{found[2]}-{32 + _ORDINALS[found[1]]}"),
    (rf"h([12])[ -/]?{_YEAR}", lambda found: f"{found[2]}-{39 + int(found[1])}"),
    (rf"{_YEAR}[ -/]?h([12])", lambda found: f"{found[1]}-{39 + int(found[2])}"),
    (rf"(first|second|1st|2nd) half (?:of )?{_YEAR}", lambda found: f"{found[2]}-{39 + _ORDINALS[found[1]]}"),
    (rf"{_MONTH} {_YEAR}", lambda found: f"{found[2]}-{_MONTHS[found[1]]:02}"),
    (
        rf"([1-9]|[12][0-9]|3[01]) {_MONTH} {_YEAR}",
        lambda found: f"{found[3]}-{_MONTHS[found[2]]:02}-{int(found[1]):02}",
    ),
    (
        rf"{_MONTH} ([1-9]|[12][0-9]|3[01]),? {_YEAR}",
        lambda found: f"{found[3]}-{_MONTHS[found[1]]:02}-{int(found[2]):02}",
    ),
]
"""What people write, in small letters, and what is written here."""
_FISCAL = re.compile(rf"(?:fy|fiscal(?: year)?) ?{_YEAR}(?:[-/\u2013](?:[0-9]{{4}}|[0-9]{{2}}))?")
_ENDS = re.compile(r" ?(?:/| to | until | - |\u2013) ?")

FISCAL_YEAR = "a fiscal year is written 2022-04/2023-03"


def _written(text: str) -> str | None:
    """Return how a date in words is written, or None for what is none."""
    said = " ".join(text.lower().split())
    for form, write in _FORMS:
        found = re.fullmatch(form, said)
        if found:
            return write(found)
    return None


def date_for(text: str) -> str | None:
    """Return the message that says how a date in words is written, or None for what is none."""
    written = _written(text)
    return f"is written {written}" if written else _fiscal(text)


def period_for(text: str) -> str | None:
    """Return the message that says how a period in words is written, or None for what is none."""
    ends = [_written(end) or (end if re.fullmatch(_DIGITS, end) else None) for end in _ENDS.split(text)]
    if len(ends) <= 2 and all(ends):
        written = "/".join(filter(None, ends))
        return f"is written {written}" if written != text else None
    return _fiscal(text)


def _fiscal(text: str) -> str | None:
    """Return the message that says how a fiscal year is written, for the text of one."""
    found = _FISCAL.fullmatch(" ".join(text.lower().split()))
    if not found:
        return None
    year = int(found[1])
    return f"is a fiscal year: write `period` with its first and last month, such as {year}-04/{year + 1}-03"
