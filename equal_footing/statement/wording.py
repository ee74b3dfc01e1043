"""How values read: dates, periods, numbers, sums of money, in English.

Uses the Unicode CLDR data that Babel carries. A figure is never rounded: the short form (`92.4 billion`) is used only
where it says exactly the same.
"""

from __future__ import annotations

import datetime
from decimal import Decimal
from functools import lru_cache

from babel.dates import format_date, format_skeleton
from babel.numbers import format_compact_decimal, format_decimal

from equal_footing.model.messages import Messages
from equal_footing.model.records import Fact, Value
from equal_footing.model.values import PartialDate, Period, parse_number
from equal_footing.model.vocabulary import Field, Vocabulary

LOCALE = "en"
_LONG = "d MMMM y"


@lru_cache(maxsize=8192)
def date(value: PartialDate) -> str:
    """Return `2000`, `August 2000` or `10 August 2000`."""
    if value.day:
        return str(format_date(value.first, _LONG, LOCALE))
    if value.month:
        return str(format_skeleton("yMMMM", value.first, locale=LOCALE))
    return str(value.year)


def day(value: datetime.date) -> str:
    """Return `10 August 2000`."""
    return str(format_date(value, _LONG, LOCALE))


def month_day(month: int, day: int) -> str:
    """Return a day of the year without the year, such as `1 April`."""
    return str(format_date(datetime.date(2000, month, day), "d MMMM", LOCALE))


def period(value: Period, words: Messages, fiscal_start: tuple[int, int] | None = None) -> str:
    """Return a stretch of time in words.

    Whole fiscal years are named as such when `fiscal_start`, a month and a day, says when they begin.
    """
    if value.is_single:
        return date(value.start)
    if value.end is None:
        return words("period-open", start=date(value.start))
    plain = words("period", start=date(value.start), end=date(value.end))
    if fiscal_start and fiscal_start != (1, 1) and value.start.month and value.end.month:
        begin = (value.start.first.month, value.start.first.day)
        years = value.end.year - value.start.year
        after = value.end.last + datetime.timedelta(days=1)
        if begin == fiscal_start and (after.month, after.day) == fiscal_start:
            if years == 1:
                return words("fiscal-year", year=f"{value.start.year}/{value.end.year % 100:02}", period=plain)
            first = f"{value.start.year}/{(value.start.year + 1) % 100:02}"
            return words("fiscal-years", first=first, last=f"{value.end.year - 1}/{value.end.year % 100:02}")
    return plain


def number(value: Decimal) -> str:
    """Return a number with separators, and all its digits."""
    digits = max(0, -int(value.as_tuple().exponent))
    return str(format_decimal(value, format=f"#,##0.{'0' * digits}" if digits else "#,##0", locale=LOCALE))


def large(value: Decimal) -> str:
    """Return `92.4 billion` where that is exact, else all digits."""
    if abs(value) >= 1_000_000:
        for unit, name in ((10**12, "trillion"), (10**9, "billion"), (10**6, "million")):
            scaled = value / unit
            if abs(scaled) >= 1 and scaled == scaled.quantize(Decimal("0.001")):
                short = format_compact_decimal(value, format_type="long", locale=LOCALE, fraction_digits=3)
                return str(short) if str(short).endswith(name) else number(value)
    return number(value)


def figure(fact: Fact | Value, field: Field, vocabulary: Vocabulary, words: Messages) -> str:
    """Return a number, share, sum or rate with its qualifier and unit, such as `more than 1,800 projects`."""
    assert fact.value is not None
    low = parse_number(fact.value)
    show = large if field.type == "money" else number
    text = show(low)
    if fact.to:
        text = words("range", low=text, high=show(parse_number(fact.to)))
    if field.type == "number":
        unit = vocabulary.units[fact.unit or field.unit or ""]
        text += f" {unit.one if low == 1 and not fact.to else unit.other}"
    elif field.type == "percent":
        text += " %"
    elif field.type == "money":
        text = f"{fact.currency} {text}"
    elif field.type == "rate" and isinstance(fact, Fact):
        text = words("rate", number=text, currency=fact.currency, per=fact.per)
    if fact.precision:
        text = f"{vocabulary.precisions[fact.precision].label} {text}"
    return text
