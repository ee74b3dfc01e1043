"""Sums in one currency, for comparison only: at a rate of the same period, with the rate named."""

from dataclasses import dataclass
from decimal import Decimal

from equal_footing.model.text import Cited
from equal_footing.model.values import Period
from equal_footing.statement.facts import Facts
from equal_footing.statement.stated import StatedValue

CURRENCY = "USD"
FIGURES = 3
"""How many figures a converted sum keeps: it is an estimate."""


@dataclass(frozen=True, slots=True)
class Conversion:
    """A converted sum (its upper end too, for a range), with the rate: how many of the other currency for one dollar.

    `period` is the time of the rate. `matched` is false where the sum is of a part of a year and the rate is the
    mean of the year.
    """

    low: Decimal
    high: Decimal | None
    rate: Decimal
    period: Period
    cited: tuple[Cited, ...]
    matched: bool


Rates = dict[tuple[str, str], StatedValue]


def rates(facts: Facts) -> Rates:
    """Return the rates on record to the currency of comparison, by currency and period.

    Where several facts have the same currency and period none is newer: it is the first, in the order of the records.
    """
    found: Rates = {}
    for _, fact in facts.rates:
        rate = fact.value
        if rate and rate.currency and rate.per == CURRENCY and isinstance(rate.time, Period):
            found.setdefault((rate.currency, str(rate.time)), rate)
    return found


def convert(value: StatedValue, known: Rates) -> Conversion | None:
    """Return a sum in the currency of comparison, or None where no rate of its period is on record.

    The time of a sum that is about or perhaps of a year, or of a decade, has no rate.
    """
    if value.number is None or value.currency in (None, CURRENCY):
        return None
    found = known.get((value.currency, str(value.time))) if isinstance(value.time, Period) else None
    matched = found is not None
    if found is None:
        single = value.time.start.reduced if value.time and value.time.start == value.time.end else None
        year = single.year if single else None
        found = known.get((value.currency, str(year)))
    if found is None or not found.number or not isinstance(found.time, Period):
        return None
    high = rounded(value.upper / found.number) if value.upper is not None else None
    return Conversion(rounded(value.number / found.number), high, found.number, found.time, found.cited, matched)


def rounded(number: Decimal) -> Decimal:
    """Return a number to three figures."""
    if not number:
        return number
    places = FIGURES - 1 - number.adjusted()
    return Decimal(round(number, places)) if places > 0 else Decimal(round(number / 10**-places) * 10**-places)
