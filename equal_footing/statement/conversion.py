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
    """A converted sum (of a range its lower end), with the rate: how many of the other currency for one dollar.

    `period` is the time of the rate: the mean of a year for a sum of a part of it.
    """

    number: Decimal
    rate: Decimal
    period: Period
    cited: tuple[Cited, ...]


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
    if found is None:
        single = value.time.start.reduced if value.time and value.time.start == value.time.end else None
        year = single.year if single else None
        found = known.get((value.currency, str(year)))
    if found is None or not found.number or not isinstance(found.time, Period):
        return None
    return Conversion(rounded(value.number / found.number), found.number, found.time, found.cited)


def rounded(number: Decimal) -> Decimal:
    """Return a number to three figures."""
    if not number:
        return number
    places = FIGURES - 1 - number.adjusted()
    return Decimal(round(number, places)) if places > 0 else Decimal(round(number / 10**-places) * 10**-places)
