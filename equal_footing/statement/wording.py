"""How facts and values read: dates, periods, numbers, sums of money, in the language of the messages.

Uses the Unicode CLDR data that Babel carries. A figure is never rounded: the short form (`92.4 billion`) is used only
where it says exactly the same.
"""

import datetime
import re
from decimal import Decimal
from functools import lru_cache
from typing import Literal

from babel.core import Locale
from babel.dates import format_date, format_skeleton
from babel.numbers import format_compact_decimal

from equal_footing.model import successors, text
from equal_footing.model.dataset import Dataset
from equal_footing.model.messages import Messages
from equal_footing.model.prose import uncapitalised
from equal_footing.model.records import Version
from equal_footing.model.values import PartialDate, Period
from equal_footing.model.vocabulary import Unit
from equal_footing.statement import credit
from equal_footing.statement.stated import Stated, StatedValue

BILLION, TAIL = 10**9, 10**5
"""From a billion on a number that ends in five noughts is shorter in words, whatever its first digits are."""
MAX_DECIMALS = 12
_LONG = "d MMMM y"
_ROUGHLY = (33, 34, 36)
"""The quarters of a year that mean its beginning, middle and end where they are not exact: early, mid- and late."""


def date(value: PartialDate, words: Messages) -> str:
    """Return `2000`, `August 2000`, `10 August 2000`, `summer 2000`, `the 1990s`, `about 2000` or `late 2000`."""
    if value.is_approximate and value.part in _ROUGHLY:
        said = words(f"date-{value.part}-about", year=value.year)
    else:
        said = _exact(value, words)
        said = words("date-about", date=said) if value.is_approximate else said
    return words("date-perhaps", date=said) if value.is_uncertain else said


def _exact(value: PartialDate, words: Messages) -> str:
    """Return a date in words, as if it were sure."""
    if value.month:
        return _of_calendar(value, words.locale)
    if value.part:
        return words(f"date-{value.part}", year=value.year)
    if value.years == 100:
        return words.ordinal("date-century", value.year // 100 + 1)
    return words("date-decade", year=value.year) if value.years == 10 else str(value.year)


@lru_cache(maxsize=8192)
def _of_calendar(value: PartialDate, locale: Locale) -> str:
    """Return a day or month in words."""
    if value.day:
        return _day(value.first, locale)
    return str(format_skeleton("yMMMM", value.first, locale=locale))


def _day(value: datetime.date, locale: Locale) -> str:
    """Return a day in words; in English it comes before the month, as in Britain."""
    return str(format_date(value, _LONG, locale) if locale.language == "en" else format_date(value, "long", locale))


def day(value: datetime.date, words: Messages) -> str:
    """Return `10 August 2000`."""
    return _day(value, words.locale)


def month_day(month: int, day: int, words: Messages) -> str:
    """Return a day of the year without the year, such as `1 April`."""
    when = datetime.date(2000, month, day)
    if words.locale.language == "en":
        return str(format_date(when, "d MMMM", words.locale))
    return str(format_skeleton("MMMMd", when, locale=words.locale))


def period(value: Period, words: Messages, is_fiscal: bool) -> str:
    """Return a stretch of time in words; one that is made of whole fiscal years as such when `is_fiscal`."""
    if value.is_single:
        return date(value.start, words)
    if value.end is None:
        return words("period-open", start=date(value.start, words))
    dates = words("period", start=date(value.start, words), end=date(value.end, words))
    if not is_fiscal:
        return dates
    if value.end.year - value.start.year == 1:
        return words("fiscal-year", year=_fiscal_year(value.start.year), period=dates)
    return words("fiscal-years", first=_fiscal_year(value.start.year), last=_fiscal_year(value.end.year - 1))


def _fiscal_year(first: int) -> str:
    return f"{first}/{(first + 1) % 100:02}"


def tick(value: PartialDate | Period) -> str:
    """Return a time as an axis names it: `2019`, `2019/20` for twelve months over New Year, or the years it spans."""
    if value.end is None or value.start == value.end:
        return str(value.start.year)
    first, last = value.start.year, value.end.year
    if last - first == 1 and (value.end.last - value.start.first).days < 370:
        return _fiscal_year(first)
    return str(first) if first == last else f"{first}–{last}"


def time(stated: Stated | StatedValue, words: Messages) -> str:
    """Return the time of a fact or a value in words: a period, `as of` a day, that its page is undated, or nothing."""
    if isinstance(stated.time, Period):
        return period(stated.time, words, stated.is_fiscal)
    if stated.time:
        return words("as-of", date=date(stated.time, words))
    return words("undated-page") if stated.is_undated else ""


def short_time(stated: StatedValue, words: Messages) -> str:
    """Return the time of a value where there is little room: a period as an axis names it, a day without `as of`."""
    if isinstance(stated.time, Period):
        return words("period-open", start=tick(stated.time)) if stated.time.end is None else tick(stated.time)
    return date(stated.time, words) if stated.time else ""


def shortened(said: str, most: int) -> str:
    """Return a text of at most `most` letters, cut behind a word and with an ellipsis where it is longer."""
    return said if len(said) <= most else f"{said[:most].rsplit(' ', 1)[0].rstrip(',;:. ')} …"


def first_sentence(said: str) -> str:
    """Return the first sentence of a plain text; an initial or an abbreviation with a full stop does not end it."""
    return re.split(r"(?:(?<=[a-z0-9)\]”\"][.?!])|(?<=[A-Z]{2}[.?!]))\s+(?=[A-Z“\"])", said, maxsplit=1)[0]


def version(found: Version, words: Messages) -> str:
    """Return which version of a text was read, and whether a later amendment is known, as a sentence."""
    checked, later = date(found.checked, words), found.later_amendment
    known = words("version-later", later=date(later, words), date=checked) if later else ""
    return f"{words('version', date=date(found.date, words))}; {known or words('version-newest', date=checked)}."


def large(value: Decimal, words: Messages) -> str:
    """Return `92.4 billion` or `6.2629 trillion` where that is exact and short, else all digits."""
    if abs(value) >= 1_000_000:
        known = words.locale.compact_decimal_formats
        length: Literal["long", "short"] = "long" if "long" in known else "short"
        forms = known[length]["other"]
        size = max((size for size in map(int, forms) if size <= abs(value)), default=0)
        form = forms[str(size)].pattern if size else "0"
        scaled = value / size * 10 ** (form.count("0") - 1) if size else value
        is_short = scaled == scaled.quantize(Decimal("0.001")) or (abs(value) >= BILLION and not value % TAIL)
        if form.strip("0") and is_short:
            if abs(scaled) >= 1000:  # beyond the last word for a size, where Babel does not group the digits
                return re.sub("0+", words.number(scaled.normalize() + 0), form)
            return str(
                format_compact_decimal(value, format_type=length, locale=words.locale, fraction_digits=MAX_DECIMALS)
            )
    return words.number(value)


def plain(value: StatedValue, words: Messages) -> str:
    """Return a value in a reader's words, without any Markdown, such as `more than 1,800 projects`.

    A text keeps its quotation marks and brackets; its links become their text, emphasis and citations go. What cannot
    be parsed is returned as it is written.
    """
    match value.parsed:
        case Decimal():
            return _figure(value, value.parsed, words)
        case PartialDate():
            return date(value.parsed, words)
        case (month, day_):
            return month_day(month, day_, words)
        case _:
            return text.plain(words.said(value.text)) if value.is_text else value.text


def in_full(value: StatedValue, words: Messages) -> str | None:
    """Return a sum of money in all its digits where `plain` has a word for its size, such as `KRW 57,000,000,000`."""
    if value.field.type != "money" or value.number is None:
        return None
    full = _figure(value, value.number, words, in_words=False)
    return full if full != plain(value, words) else None


def markdown(value: StatedValue, words: Messages) -> str:
    """Return a value as Markdown: a text as it is written, an address as a link, and all else in plain words."""
    return value.text if value.is_text else f"<{value.url}>" if value.url else plain(value, words)


def _figure(value: StatedValue, low: Decimal, words: Messages, *, in_words: bool = True) -> str:
    is_money = value.field.type == "money" and in_words
    ends = [low] if value.upper is None else [low, value.upper]
    shown, *upper = (large(end, words) if is_money else _number(end, value.unit, words) for end in ends)
    if upper:
        shown = words("range", low=shown, high=upper[0])
    match value.field.type:
        case "number" if value.unit:
            shown += f" {words.said(value.unit.one if low == 1 and value.upper is None else value.unit.other)}"
        case "percent":
            shown = words.percent(shown)
        case "money":
            shown = f"{value.currency} {shown}"
            shown = words("a-year", sum=shown) if value.is_yearly else shown
        case "rate":
            shown = words("rate", number=shown, currency=value.currency, per=value.per)
    return f"{words.said(value.precision.label)} {shown}" if value.precision else shown


def _number(number: Decimal, unit: Unit | None, words: Messages) -> str:
    if unit and unit.ordinal and number == int(number):
        return words.ordinal("ordinal", int(number))
    return words.number(number)


def fact(stated: Stated, words: Messages, dataset: Dataset, bare: bool = False) -> str:
    """Return what a fact says on one line: that it was withdrawn, why its value is missing, its value or values.

    A value comes with its time, its basis and its support where that is not direct; one of several also with who gives
    it and whether it is shown first; a reason with its time, the day of the search and the address of what could not be
    read. With `bare` a single value and a reason come without these, and several values without who gives them, for
    places that have them apart.
    """
    parts = [_withdrawn(stated.withdrawn, stated.moved_to, words, dataset)] if stated.withdrawn else []
    if stated.missing:
        searched = words("searched", date=date(stated.searched, words)) if stated.searched else ""
        details = [] if bare else ["" if stated.values else time(stated, words), searched, stated.where or ""]
        parts.append(_with_details(words.said(stated.missing.label), details))
    values = [_value(stated, value, words, dataset, bare) for value in stated.values]
    return ": ".join([*parts, "; ".join(values)] if values else parts)


def _withdrawn(on: PartialDate, moved_to: str | None, words: Messages, dataset: Dataset) -> str:
    """Return when a fact was withdrawn, or moved to which record."""
    if not moved_to:
        return words("withdrawn-on", date=date(on, words))
    now = words.said(successors.named(dataset, moved_to).title)
    return f"{words('fact-moved-on', date=date(on, words))} {now}"


def _value(stated: Stated, value: StatedValue, words: Messages, dataset: Dataset, bare: bool) -> str:
    """Return a value of a fact with what belongs to it."""
    if stated.value and bare:
        return plain(value, words)
    basis = words.said(value.basis.label) if value.basis else ""
    support = words.said(uncapitalised(value.support.label)) if value.is_indirect else ""
    who = [] if stated.value or bare else [credit.author_of(dataset, item.key) for item in value.cited]
    shown = words("shown-value") if value.is_shown_first else ""
    return _with_details(plain(value, words), [time(value, words), basis, support, *dict.fromkeys(who), shown])


def _with_details(said: str, details: list[str]) -> str:
    """Return what is said with the details that are not empty, in brackets of another shape than those within them."""
    found = "; ".join(part for part in details if part)
    if not found:
        return said
    said = re.sub(r"(?<![A-Z.])\.$", "", said)  # the end of a sentence, not of `U.S.`
    return f"{said} [{found}]" if "(" in found else f"{said} ({found})"


def sentence(said: str) -> str:
    """Return a text that ends as a sentence does: with a full stop, unless it ends so already."""
    return said if text.ends_sentence(said) else f"{said}."
