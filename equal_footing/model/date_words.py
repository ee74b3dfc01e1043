"""Says how a date that somebody wrote in words, such as `late 2023` or `c. 2006`, is written in ISO 8601."""

import calendar
import re
import unicodedata
from collections.abc import Callable

from equal_footing.model.fiscal_years import FiscalYear, fiscal_year

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
_DECADES = ("twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties")
_ORDINALS = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4}
_ORDINAL = "(" + "|".join(_ORDINALS) + ")"
_YEAR = r"([1-9][0-9]{3})"
_TWO = "(0?[1-9]|[12][0-9]|3[01])"
_ERAS = {"明治": 1868, "大正": 1912, "昭和": 1926, "平成": 1989, "令和": 2019, "民國": 1912, "民国": 1912}
"""The first years of the eras of Japan and of the Republic of China."""
_ERA = re.compile(f"({'|'.join(_ERAS)}) ?([0-9]{{1,3}}|元) ?年")
_NOW = r"(?:present|now|today|current|ongoing|date|現在|현재|至今|今)"
_DIGITS = r"[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?"

_FORMS: list[tuple[str, Callable[[re.Match[str]], str]]] = [
    (rf"(?:about|around|approximately|approx\.?|circa|ca?\.?|~) ?({_DIGITS})", lambda found: f"{found[1]}~"),
    (rf"(?:perhaps|possibly|probably|maybe|\?) ?({_DIGITS})", lambda found: f"{found[1]}?"),
    (r"(?:the )?([1-9][0-9]{2})(?:0['\u2019]?s|x)", lambda found: f"{found[1]}X"),
    (rf"(?:the )?({'|'.join(_DECADES)})", lambda found: f"19{_DECADES.index(found[1]) + 2}X"),
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
    (rf"{_YEAR} {_MONTH}", lambda found: f"{found[1]}-{_MONTHS[found[2]]:02}"),
    (rf"{_YEAR} ?[./年년] ?{_TWO} ?[./月월] ?{_TWO} ?[.日일]?", lambda found: _day(found[1], found[2], found[3])),
    (rf"{_YEAR}-{_TWO}-{_TWO}", lambda found: _day(found[1], found[2], found[3])),
    (rf"{_YEAR}-{_TWO}-{_TWO}[t ].*", lambda found: _day(found[1], found[2], found[3])),
    (rf"{_YEAR} ?[.年년] ?{_TWO} ?[.月월]?", lambda found: _day(found[1], found[2])),
    (rf"(0?[1-9]|1[0-2])[./-]{_YEAR}", lambda found: _day(found[2], found[1])),
    (rf"{_YEAR}-([1-9])", lambda found: _day(found[1], found[2])),
    (rf"{_YEAR} ?[年년]", lambda found: found[1]),
    (r"([12][0-9]{3})(0[1-9]|1[0-2])(0[1-9]|[12][0-9]|3[01])", lambda found: _day(found[1], found[2], found[3])),
    (rf"{_MONTH}[- ]{_YEAR}", lambda found: f"{found[2]}-{_MONTHS[found[1]]:02}"),
    (rf"{_TWO}-{_MONTH}-{_YEAR}", lambda found: _day(found[3], _MONTHS[found[2]], found[1])),
    (
        rf"{_MONTH} ([1-9]|[12][0-9]|3[01]),? {_YEAR}",
        lambda found: f"{found[3]}-{_MONTHS[found[1]]:02}-{int(found[2]):02}",
    ),
]
"""What people write, in small letters, and what is written here."""
_ENDS = re.compile(r" ?(?:/| to | until | and |[-\u2013\u2014~〜～]|から|부터|至) ?")

_OPEN = re.compile(
    rf"(?:since|from|as of) (.+)|(.+?) ?(?:-|–|—|/|~|〜|to|until|till) ?{_NOW}?"
    "|(.+?) ?(?:onwards?|on|부터|から|以降|以来|이후)",
    re.IGNORECASE,
)
"""A stretch of time without an end."""

_DAYS_OF_THE_YEAR = [
    (rf"{_TWO} {_MONTH}", 2, 1),
    (rf"{_MONTH} {_TWO}", 1, 2),
    (rf"{_TWO} ?[월月] ?{_TWO} ?[일日]?", 1, 2),
]
"""What people write for a day of the year, and which of its parts are the month and the day."""


def _day(year: str, month: str | int, day: str | int | None = None) -> str:
    return "-".join([year, *(f"{int(part):02}" for part in (month, day) if part)])


def _written(text: str) -> str | None:
    """Return how a date in words is written, or None for what is none."""
    said = _in_the_common_era(unicodedata.normalize("NFKC", " ".join(text.lower().split())))
    said = re.sub(r"^(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,? )", "", said)
    said = re.sub(r"^(?:in|on|at|as of|dated|year) (?=[^\W_])", "", said)
    said = re.sub(r"(?<=[0-9])(?:st|nd|rd|th)(?= (?!century|quarter|half)|,)", "", said)
    for form, write in _FORMS:
        found = re.fullmatch(form, said)
        if found:
            return write(found)
    return said if said != text and re.fullmatch(_YEAR, said) else None


def date_for(text: str) -> str | FiscalYear | None:
    """Return the message that says how a date in words is written, or None for what is none.

    Of a fiscal year it returns the year, whose message depends on the country.
    """
    written = _written(text)
    if written:
        return f"is written {written}"
    if re.fullmatch(_NOW, text.lower()):
        return "is no date: write the newest day, month or year that the source gives"
    stretch = text if text.endswith("/..") else None if re.fullmatch(_DIGITS, text) else _stretch(text)
    if stretch and (stretch != text or "/" in text):
        return f"is a stretch of time: write `period: {stretch}`, or one date"
    return _two_orders(text) or _fiscal(text)


def month_day_for(text: str) -> str | None:
    """Return the message that says how a day of the year in words is written, or None for what is none."""
    said = " ".join(re.sub(r"(?<=[0-9])(?:st|nd|rd|th)\b|\b(?:the|of)\b", " ", text.lower()).split())
    for form, month, day in _DAYS_OF_THE_YEAR:
        found = re.fullmatch(form, said)
        if found:
            return f"is written {int(_MONTHS.get(found[month], found[month])):02}-{int(found[day]):02}"
    return None


def _two_orders(text: str) -> str | None:
    """Return the message about a date with the year at its end: which it is, or that it can be two."""
    found = re.fullmatch(rf"{_TWO}[./-]{_TWO}[./-]{_YEAR}", text)
    if not found:
        return None
    one, two, year = int(found[1]), int(found[2]), found[3]
    dates = [_day(year, month, day) for month, day in dict.fromkeys([(two, one), (one, two)]) if month <= 12]
    return f"is written {' or '.join(dates)}, year first" if dates else None


def period_for(text: str) -> str | FiscalYear | None:
    """Return the message that says how a period in words is written, or None for what is none.

    Of a fiscal year it returns the year, whose message depends on the country.
    """
    if re.fullmatch(_NOW, text.lower()):
        return "is no period: write when it began, and two dots for what goes on, such as 2018/.."
    found = _stretch(text)
    if found:
        return f"is written {found}" if found != text else None
    return _two_orders(text) or _fiscal(text)


def _stretch(text: str) -> str | None:
    """Return how a stretch of time, or a single date, in words is written; None for what is neither."""
    said = " ".join(text.split())
    open_ = _OPEN.fullmatch(said)
    first = next((part for part in open_.groups() if part), "") if open_ else ""
    if first and _end(first):
        return f"{_end(first)}/.."
    said = re.sub(r"(?i)^(?:from|between) ", "", said)
    for sign in _ENDS.finditer(said):
        begin, end = said[: sign.start()], said[sign.end() :]
        if re.fullmatch("[0-9]{2}", end) and re.fullmatch(_YEAR, begin):
            years = int(end) - int(begin[2:])
            if years < 2:  # 2022-23 is a fiscal year, 2023-13 a mistake
                return None
            end = f"{begin[:2]}{end}"
        written = _end(begin), _end(end)
        if all(written):
            return f"{written[0]}/{written[1]}"
    return _end(said)


def _end(text: str) -> str | None:
    return _written(text) or (text if re.fullmatch(_DIGITS, text) else None)


def _fiscal(text: str) -> FiscalYear | None:
    """Return the fiscal year that a text means, also one in the years of an era."""
    return fiscal_year(_in_the_common_era(unicodedata.normalize("NFKC", " ".join(text.lower().split()))))


def _in_the_common_era(said: str) -> str:
    return _ERA.sub(lambda era: f"{_ERAS[era[1]] + int(era[2].replace('元', '1')) - 1}年", said)
