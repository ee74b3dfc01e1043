"""Says how a date that somebody wrote in words, such as `late 2023` or `c. 2006`, is written in ISO 8601."""

import calendar
import datetime
import re
from collections.abc import Callable

from equal_footing.model.east_asian_dates import century, in_english_forms, without_until
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
_NOW = r"(?:present|now|today|current|ongoing|date|現在|현재|至今|今)"
_DIGITS = r"[1-9][0-9]{3}(?:-(?:0[1-9]|1[0-2])(?:-[0-9]{2})?)?"

_NOT_SURE = (
    (r"(?:about|around|approximately|approx\.?|circa|ca?\.?|~) ?(.+)", "~"),
    (r"(?:perhaps|possibly|probably|maybe|\?) ?(.+)", "?"),
)
"""What people write before a date that is not sure, and the sign for it."""
_FORMS: list[tuple[str, Callable[[re.Match[str]], str]]] = [
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
    (rf"{_YEAR} ?[.年년] ?(0?[1-9]|1[0-2]) ?[.月월]?", lambda found: _day(found[1], found[2])),
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
_ENDS = re.compile(r" ?(?:/| to | until | and |[-\u2013\u2014~〜～]|から|부터|에서|[至到]) ?")

_OPEN = re.compile(
    rf"(?:since|from|as of) (.+)|(.+?) ?(?:-|–|—|/|~|〜|to|until|till|부터|から|[至到]) ?{_NOW}?"
    "|(.+?) ?(?:onwards?|on|부터|から|以降|以来|以來|起|이후|이래)",
    re.IGNORECASE,
)
"""A stretch of time without an end."""

_FIRST_DAY = datetime.date(1899, 12, 30)
"""The day nought of spreadsheets."""
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
    said = in_english_forms(text)
    said = re.sub(r"^(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,? )", "", said)
    said = re.sub(r"^(?:in|on|at|as of|dated|year) (?=[^\W_])", "", said)
    said = re.sub(r"(?<=[0-9])(?:st|nd|rd|th)(?= (?!century|quarter|half)|,)", "", said)
    for form, sign in _NOT_SURE:
        found = re.fullmatch(form, said)
        date = _end(found[1]) if found else None
        if date:
            return None if date[-1] in "~?" else f"{date}{sign}"
    for form, write in _FORMS:
        found = re.fullmatch(form, said)
        if found:
            return write(found) if _exists(write(found)) else None
    return said if said != text and re.fullmatch(_YEAR, said) else None


def _exists(date: str) -> bool:
    """Return whether there is a day, if a date is one."""
    found = re.fullmatch("([0-9]{4})-([0-9]{2})-([0-9]{2})", date)
    year, month, day = (int(part) for part in found.groups()) if found else (0, 1, 1)
    return 1 <= month <= 12 and (not found or 1 <= day <= calendar.monthrange(year, month)[1])


def date_for(text: str) -> str | FiscalYear | None:
    """Return the message that says how a date in words is written, or None for what is none.

    Of a fiscal year it returns the year, whose message depends on the country.
    """
    written = _written(text)
    if written:
        return f"is written {written}"
    if re.fullmatch(_NOW, text.lower()):
        return "is not a date: write the newest day, month or year that the source gives"
    stretch = text if text.endswith("/..") else None if re.fullmatch(_DIGITS, text) else _stretch(text)
    if stretch and (stretch != text or "/" in text):
        return f"is a stretch of time: write `period: {stretch}`, or one date"
    return _two_orders(text) or _of_spreadsheet(text) or _fiscal(text)


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


def _of_spreadsheet(text: str) -> str | None:
    """Return the message about a date as spreadsheets show it: `45643`, `Dec-24` or `17-Dec-24`."""
    if re.fullmatch("[2-5][0-9]{4}", text):
        day = _FIRST_DAY + datetime.timedelta(days=int(text))
        return f"is the number of a day in a spreadsheet: {day}, if it comes from one"
    found = re.fullmatch(rf"{_MONTH}-([0-9]{{2}})", text.lower())
    if found:
        month = f"{century(found[2])}-{_MONTHS[found[1]]:02}"
        is_day = 1 <= int(found[2]) <= 31
        return f"is written {month}{', if it is not a day without a year' if is_day else ''}"
    found = re.fullmatch(rf"([0-9]{{1,2}})-{_MONTH}-([0-9]{{2}})", text.lower())
    days = [(found[3], found[1]), (found[1], found[3])] if found else []
    dates = [_day(century(year), _MONTHS[found[2]], day) for year, day in days if found and len(year) == 2]
    real = [date for date in dict.fromkeys(dates) if _exists(date)]
    return f"is written {' or '.join(real)}, year first" if real else None


def period_for(text: str) -> str | FiscalYear | None:
    """Return the message that says how a period in words is written, or None for what is none.

    Of a fiscal year it returns the year, whose message depends on the country.
    """
    if re.fullmatch(_NOW, text.lower()):
        return "is not a period: write when it began, and two dots for what goes on, such as 2018/.."
    found = _stretch(text)
    if found:
        return f"is written {found}" if found != text else None
    return _two_orders(text) or _of_spreadsheet(text) or _fiscal(text)


def _stretch(text: str) -> str | None:
    """Return how a stretch of time, or a single date, in words is written; None for what is neither."""
    said = without_until(" ".join(text.split()))
    open_ = _OPEN.fullmatch(said)
    first = next((part for part in open_.groups() if part), "") if open_ else ""
    if first and _end(first):
        return f"{_end(first)}/.."
    single = _end(said)
    if single:
        return single
    said = re.sub(r"(?i)^(?:from|between) ", "", said)
    for sign in _ENDS.finditer(said):
        begin, end = said[: sign.start()], said[sign.end() :]
        if re.fullmatch("[0-9]{2}", end) and re.fullmatch(_YEAR, begin):
            years = int(end) - int(begin[2:])
            if years < 2:  # 2022-23 is a fiscal year, 2023-13 a mistake
                return None
            end = f"{begin[:2]}{end}"
        written = _both_ends(begin, end)
        if written:
            return written
    return None


def _both_ends(begin: str, end: str) -> str | None:
    """Return how the two ends of a stretch of time are written; one may leave out the year or month of the other."""
    first, last = _end(begin), _end(end)
    if first is None and last:  # 28-29 March 2024, January to March 2024
        date = re.fullmatch("([0-9]{4})-([0-9]{2})(-[0-9]{2})?", last)
        if date and date[3] and re.fullmatch(_TWO, begin.strip()):
            first = f"{date[1]}-{date[2]}-{int(begin):02}"
        elif date:
            first = _end(f"{begin} {date[1]}")
    elif first and last is None:  # 2024.3.28~29, 2024.3.28~4.2, 2023.1~12월
        rest, kept = re.findall("[0-9]+", end), first.split("-")
        if re.fullmatch(r"[0-9]{1,2}(?: ?[./월月] ?[0-9]{1,2})? ?[.일日월月]?", end.strip()) and len(rest) < len(kept):
            last = _end("-".join([*kept[: len(kept) - len(rest)], *(f"{int(part):02}" for part in rest)]))
    if first is None or last is None:
        return None
    known = [_known(date) for date in (first, last)]
    length = min(map(len, known))
    return None if known[1][:length] < known[0][:length] else f"{first}/{last}"


def _known(date: str) -> str:
    """Return the beginning of a date that says when it is, in the order of time: its year, a day, the years known."""
    return date if re.fullmatch(_DIGITS, date) else re.split("[^0-9]", date)[0]


def _end(text: str) -> str | None:
    return _written(text) or (text if re.fullmatch(_DIGITS, text) and _exists(text) else None)


def _fiscal(text: str) -> FiscalYear | None:
    """Return the fiscal year that a text means, also one in the years of an era."""
    return fiscal_year(in_english_forms(text))
