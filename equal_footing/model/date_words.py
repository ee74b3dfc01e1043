"""Says how a date that somebody wrote in words, such as `late 2023` or `c. 2006`, is written in ISO 8601."""

import calendar
import datetime
import re
from collections.abc import Callable, Iterable

from equal_footing.model.east_asian_dates import century, in_english_forms, without_until
from equal_footing.model.fiscal_years import FiscalYear, fiscal_year

_MONTHS = {name.lower()[:3]: number for number, name in enumerate(calendar.month_name) if number}
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
_PARTS |= {f"{word} quarter": str(32 + number) for word, number in _ORDINALS.items()}
_PARTS |= {f"{word} half": str(39 + number) for word, number in _ORDINALS.items() if number < 3}
_PARTS |= {part: str(32 + number) for number in range(1, 5) for part in (f"q{number}", f"{number}q")}
_PARTS |= {part: str(39 + number) for number in range(1, 3) for part in (f"h{number}", f"{number}h")}
_YEAR = r"([1-9][0-9]{3})"
_TWO = "(0?[1-9]|[12][0-9]|3[01])"
_Y, _M, _D = "(?P<year>[1-9][0-9]{3})", "(?P<month>0?[1-9]|1[0-2])", "(?P<day>0?[1-9]|[12][0-9]|3[01])"
_NAME = rf"(?P<month>{'|'.join(_MONTHS)})[a-z]*\.?"
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
    (rf"({'|'.join(_PARTS)})[ /-]?(?:of )?{_YEAR}", lambda found: f"{found[2]}-{_PARTS[found[1]]}"),
    (rf"{_YEAR}[ /-]?({'|'.join(_PARTS)})", lambda found: f"{found[1]}-{_PARTS[found[2]]}"),
    (rf"{_YEAR} ?[年년]", lambda found: found[1]),
]
"""What people write, in small letters, and what is written here."""
_DATES = (
    rf"{_Y} ?[./年년] ?{_M} ?[./月월] ?{_D} ?[.日일]?",
    rf"{_Y}-{_M}-{_D}(?:[t ].*)?",
    rf"{_Y} ?[.年년] ?{_M} ?[.月월]?",
    rf"{_M}[./-]{_Y}",
    rf"{_Y}-(?P<month>[1-9])",
    r"(?P<year>[12][0-9]{3})(?P<month>0[1-9]|1[0-2])(?P<day>0[1-9]|[12][0-9]|3[01])",
    rf"(?:(?:the )?{_D}[ -](?:of )?)?{_NAME},?[ /-]{_Y}",
    rf"{_Y},?[ /-]{_NAME}(?:[ -]{_D})?",
    rf"{_NAME} {_D},? {_Y}",
)
"""What people write for a month or a day, by the names of its parts."""
_FORMS += [(form, lambda found: _day(**found.groupdict())) for form in _DATES]
_ENDS = re.compile(r" ?(?:/| to | until | and |[-\u2013\u2014~〜～]|から|부터|에서|[至到]) ?")

_OPEN = re.compile(
    rf"(?:since|from|as of) (.+)|(.+?) ?(?:-|–|—|/|~|〜|to|until|till|부터|から|[至到]) ?{_NOW}?"
    "|(.+?) ?(?:onwards?|on|부터|から|以降|以来|以來|起|이후|이래)",
    re.IGNORECASE,
)
"""A stretch of time without an end."""

_FIRST_DAY = datetime.date(1899, 12, 30)
"""The day nought of spreadsheets."""
_DAYS_OF_THE_YEAR = (rf"{_D} {_NAME}", rf"{_NAME} {_D}", rf"{_M} ?[월月] ?{_D} ?[일日]?")
_LEAP_YEAR = "2000"


def _day(year: str, month: str, day: str | None = None) -> str:
    """Return a month, given by its number or the first letters of its name, or a day of it."""
    return "-".join([year, *(f"{int(_MONTHS.get(part, part)):02}" for part in (month, day) if part)])


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
            date = write(found)
            return date if _exists(date) else None
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
    if years := _two_years(text):
        return years
    stretch = text if text.endswith("/..") else None if re.fullmatch(_DIGITS, text) else _stretch(text)
    if stretch and (stretch != text or "/" in text):
        return f"is a stretch of time: write `period: {stretch}`, or one date"
    return _two_orders(text) or _of_spreadsheet(text) or _fiscal(text)


def month_day_for(text: str) -> str | None:
    """Return the message that says how a day of the year in words is written, or None for what is none."""
    said = " ".join(re.sub(r"(?<=[0-9])(?:st|nd|rd|th)\b|\b(?:the|of)\b", " ", in_english_forms(text)).split())
    found = next(filter(None, (re.fullmatch(form, said) for form in _DAYS_OF_THE_YEAR)), None)
    date = _day(_LEAP_YEAR, **found.groupdict()) if found else ""
    return f"is written {date.removeprefix(_LEAP_YEAR)[1:]}" if found and _exists(date) else None


def _two_orders(text: str) -> str | None:
    """Return the message about a date with the year at its end: which it is, or that it can be two."""
    found = re.fullmatch(rf"{_TWO}[./-]{_TWO}[./-]{_YEAR}", text)
    if not found:
        return None
    one, two, year = found.groups()
    dates = filter(_exists, dict.fromkeys([_day(year, two, one), _day(year, one, two)]))
    return _year_first(dates)


def _year_first(dates: Iterable[str]) -> str | None:
    """Return the message about a date with the year at its end, which can be any of some; None where it is none."""
    found = " or ".join(dates)
    return f"is written {found}, year first" if found else None


def _of_spreadsheet(text: str) -> str | None:
    """Return the message about a date as spreadsheets show it: `45643`, `Dec-24` or `17-Dec-24`."""
    if re.fullmatch("[2-5][0-9]{4}", text):
        day = _FIRST_DAY + datetime.timedelta(days=int(text))
        return f"is the number of a day in a spreadsheet: {day}, if it comes from one"
    found = re.fullmatch(rf"{_NAME}-([0-9]{{2}})", text.lower())
    if found:
        month = _day(century(found[2]), found[1])
        is_day = 1 <= int(found[2]) <= 31
        return f"is written {month}{', if it is not a day without a year' if is_day else ''}"
    found = re.fullmatch(rf"([0-9]{{1,2}})-{_NAME}-([0-9]{{2}})", text.lower())
    days = [(found[3], found[1]), (found[1], found[3])] if found else []
    dates = [_day(century(year), found[2], day) for year, day in days if found and len(year) == 2]
    return _year_first(filter(_exists, dict.fromkeys(dates)))


def period_for(text: str) -> str | FiscalYear | None:
    """Return the message that says how a period in words is written, or None for what is none.

    Of a fiscal year it returns the year, whose message depends on the country.
    """
    if re.fullmatch(_NOW, text.lower()):
        return "is not a period: write when it began, and two dots for what goes on, such as 2018/.."
    if years := _two_years(text):
        return years
    found = _stretch(text)
    if found:
        return f"is written {found}" if found != text else None
    return _two_orders(text) or _of_spreadsheet(text) or _fiscal(text)


def _two_years(text: str) -> FiscalYear | None:
    """Return the fiscal year that two years in a row may mean: `2022-2023`."""
    found = re.fullmatch(rf"{_YEAR} ?[-–—/] ?{_YEAR}", text)
    return FiscalYear(int(found[1]), may_be_years=True) if found and int(found[2]) == int(found[1]) + 1 else None


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
    said = re.sub(rf"^([A-Za-z]+\.?) ({_TWO} ?[-–] ?{_TWO}),? {_YEAR}$", r"\2 \1 \5", said)  # March 28-29, 2024
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
    elif first and last is None and re.fullmatch(_DIGITS, first):  # 2024.3.28~29, 2024.3.28~4.2, 2023.1~12월
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
