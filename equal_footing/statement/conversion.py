"""Sums in one currency, for comparison only: at a rate of the same period, with the rate named."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from equal_footing.model.dataset import Dataset, Entry
from equal_footing.model.records import Fact, Value
from equal_footing.model.values import PartialDate, parse_number

CURRENCY = "USD"
FIGURES = 3
"""How many figures a converted sum keeps: it is an estimate."""


@dataclass(frozen=True, slots=True)
class Conversion:
    """A converted sum (its upper end too, for a range), with the fact that gives the rate.

    `matched` is false where the sum is of a day or month and the rate is the mean of that year.
    """

    low: Decimal
    high: Decimal | None
    entry: Entry
    rate: Fact
    matched: bool


Rates = dict[tuple[str, str], tuple[Entry, Fact]]


def rates(dataset: Dataset) -> Rates:
    """Return the rates on record to the currency of comparison, by currency and period; the first of each."""
    found: Rates = {}
    fields = dataset.vocabulary.fields
    for entry in dataset.entries.values():
        for fact in entry.record.current:
            is_rate = fields[fact.field].type == "rate" and fact.value is not None
            if is_rate and fact.period and fact.per == CURRENCY and fact.currency:
                found.setdefault((fact.currency, str(fact.period)), (entry, fact))
    return found


def convert(fact: Fact | Value, known: Rates) -> Conversion | None:
    """Return a sum in the currency of comparison, or None where no rate of its period is on record."""
    if fact.value is None or fact.currency is None or fact.currency == CURRENCY:
        return None
    found = known.get((fact.currency, str(fact.period))) if fact.period else None
    matched = found is not None
    if found is None:
        day = fact.as_of or (fact.period.start if fact.period and fact.period.is_single else None)
        found = known.get((fact.currency, str(day.year))) if isinstance(day, PartialDate) else None
    if found is None:
        return None
    entry, rate = found
    assert rate.value is not None
    by = parse_number(rate.value)
    high = rounded(parse_number(fact.to) / by) if fact.to else None
    return Conversion(rounded(parse_number(fact.value) / by), high, entry, rate, matched)


def rounded(number: Decimal) -> Decimal:
    """Return a number to three figures."""
    if not number:
        return number
    places = FIGURES - 1 - number.adjusted()
    return Decimal(round(number, places)) if places > 0 else Decimal(round(number / 10**-places) * 10**-places)
