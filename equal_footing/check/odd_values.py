"""What the check asks about numbers and sums: what is odd beside others, or for what they measure."""

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from babel.numbers import get_currency_precision

from equal_footing.check import odd_series
from equal_footing.model import currencies
from equal_footing.model.entries import Entry
from equal_footing.model.vocabulary import Field
from equal_footing.reading.number_forms import written
from equal_footing.reading.problems import Path, Problem
from equal_footing.statement.facts import RATE, Facts

THOUSAND = Decimal(1000)
FAR = Decimal(500)
"""The least factor between a number and all others of its field: one in thousands, beside others that have grown."""
MAX_PERCENT = 1000
MIN_OTHERS = 3
"""The least sums of other records with which one is compared."""
Doubt = tuple[Path, Problem]
"""The path of what a question is about, and the question."""


def about_fact(entry: Entry, number: int, key: str, message: str, rule: str) -> Doubt:
    """Return a question about a fact of a record, by its number in the file, at one of its keys."""
    path = ("facts", number)
    return path, entry.document.problem((*path, key), message, rule)


def _odd_percentages(facts: Facts, entry: Entry) -> Iterator[Doubt]:
    """Ask about shares below one percent, which may be written as parts of one, and about very large percentages."""
    for number, fact in enumerate(facts.of(entry.id)):
        value = fact.value.number if fact.value and fact.field.type == "percent" else None
        if value is None:
            continue
        message = ""
        if fact.field.share and 0 < value < 1 and not fact.field.below_one:
            whole = f"{(value * 100).normalize():f}"
            message = f"{value} is less than one percent. If {whole} percent is meant, write {whole}."
        elif abs(value) > MAX_PERCENT:
            message = f"{value} percent is more than {MAX_PERCENT // 100} times the whole."
        if message:
            yield about_fact(entry, number, "value", message, "odd-percentage")


def _odd_sizes(facts: Facts, entry: Entry) -> Iterator[Doubt]:
    """Ask about a number far off its neighbours in time or all others of its field, and about very small sums."""
    alike: dict[tuple[str, str | None, str], list[tuple[int, Decimal]]] = defaultdict(list)
    for number, fact in enumerate(facts.of(entry.id)):
        value = fact.value
        if value and value.number and fact.withdrawn is None and fact.field.type != RATE:
            alike[fact.field.id, value.currency, value.measure].append((number, abs(value.number)))
    slips = list(odd_series.slips(facts.of(entry.id)))
    asked = {number for slip, beside, _ in slips for number in (slip, beside)}
    for slip, _, message in slips:
        yield about_fact(entry, slip, "value", message, "odd-size")
    for (_, currency, _), found in alike.items():
        for number, size in found:
            others = [other for at, other in found if at != number]
            if number not in asked and (near := _far_from(size, others)) is not None:
                message = f"{size:,f} and {near:,f} in the same field differ by a factor of {_factor(size, near)}."
                yield about_fact(entry, number, "value", f"{message} Are all numbers in full?", "odd-size")
            elif message := _unlikely(size, currency, facts.of(entry.id)[number].field):
                yield about_fact(entry, number, "value", message, "odd-number")


def _unlikely(size: Decimal, currency: str | None, field: Field) -> str:
    """Return why a number is hardly one of its field, or nothing."""
    if field.most and size > field.most:
        return f"{size:,f} is more than {field.most:,}, the most that is likely. Is it in full, and of this field?"
    if currency and size < _least(currency) and field.type == "money":
        return f"{size:,f} {currency} is a very small sum. Is it in full, and not in thousands or millions?"
    return ""


def _far_from(size: Decimal, others: list[Decimal]) -> Decimal | None:
    """Return the nearest of other sizes where one is far off all of them, None where it is not."""
    if others and (size * FAR <= min(others) or size >= FAR * max(others)):
        return min(others, key=lambda other: abs(other - size))
    return None


def _factor(one: Decimal, other: Decimal) -> str:
    return f"{max(one, other) / min(one, other):,.0f}"


def _least(currency: str) -> Decimal:
    """Return below what a sum is very small: higher for a currency so small that it has no smaller unit."""
    return THOUSAND if get_currency_precision(currency) else THOUSAND * 10


def _odd_money(facts: Facts, entry: Entry) -> Iterator[Doubt]:
    """Ask about a sum of a time in which its currency was no tender, and about one in parts that its currency lacks."""
    for number, fact in enumerate(facts.of(entry.id)):
        value = fact.value
        if fact.field.type != "money" or value is None or value.number is None or value.currency is None:
            continue
        message, key, time = "", "currency", value.time
        first, last = currencies.years().get(value.currency, (0, currencies.LAST_YEAR))
        if time and time.start.first.year > last:
            message = f"{value.currency} was tender until {last}, and the sum is of {time}."
        elif time and time.end and time.end.last.year < first:
            message = f"{value.currency} has been tender since {first}, and the sum is of {time}."
        elif -int(value.number.normalize().as_tuple().exponent) > (places := get_currency_precision(value.currency)):
            parts = f"{places} decimal places" if places else "no smaller unit"
            message, key = f"{value.currency} has {parts}. Is {value.number:,f} what the source says?", "value"
        if message:
            yield about_fact(entry, number, key, message, "odd-money")


def _odd_fractions(facts: Facts, entry: Entry) -> Iterator[Doubt]:
    """Ask about a count with three decimal places, whose point may part thousands, and about a rank of nought."""
    for number, fact in enumerate(facts.of(entry.id)):
        value = fact.value.number if fact.value and fact.field.type == "number" else None
        if value is None:
            continue
        message = ""
        if value.as_tuple().exponent == -3:
            message = f"{value} has three decimal places. If {written(value * 1000)} is meant, write that."
        elif fact.field.least and value < fact.field.least:
            message = f"{value} is less than {fact.field.least}, the least that is likely."
        if message:
            yield about_fact(entry, number, "value", message, "odd-number")


def _odd_currencies(facts: Facts, entry: Entry) -> Iterator[Doubt]:
    """Ask about a sum in the own currency of another country of the site, which a copied fact may have kept."""
    own = facts.dataset.territories
    here = {code for code, _ in own[entry.place].currencies} if entry.place in own else set()
    for number, fact in enumerate(facts.of(entry.id) if here else ()):
        code = fact.value.currency if fact.value and fact.field.type == "money" else None
        is_usual = not code or code in here or code in currencies.SHARED
        of_others = facts.dataset.countries_with.get(code or "", []) if not is_usual else []
        if of_others:
            own_ones = " or ".join(sorted(here))
            message = f"{code} is the currency of {' and '.join(of_others)}. Is the sum not in {own_ones}?"
            yield about_fact(entry, number, "currency", message, "odd-money")


def _odd_rates(facts: Facts, entry: Entry) -> Iterator[Doubt]:
    """Ask about a rate whose currencies are the other way round than those of most others of its record."""
    rates = [(number, fact) for number, fact in enumerate(entry.record.facts) if fact.currency and fact.per]
    pairs = [(fact.currency, fact.per) for _, fact in rates]
    for number, fact in rates:
        here, round_ = (fact.currency, fact.per), (fact.per, fact.currency)
        if pairs.count(round_) > pairs.count(here):
            message = f"{fact.currency} per {fact.per}, the other way round than the other rates. Is it meant so?"
            yield about_fact(entry, number, "currency", message, "odd-money")


DOUBTS = (_odd_percentages, _odd_sizes, _odd_fractions, _odd_money, _odd_currencies, _odd_rates)
"""What is asked about each record by itself."""


def odd_among_records(facts: Facts) -> Iterator[tuple[Entry, Doubt]]:
    """Ask about a sum far off those of the same field and currency in all other records of its kind."""
    alike: dict[tuple[str, str, str | None], list[tuple[Entry, int, Decimal]]] = defaultdict(list)
    for entry in facts.dataset.entries.values():
        for number, fact in enumerate(facts.of(entry.id)):
            if fact.field.type == "money" and fact.value and fact.value.number and fact.withdrawn is None:
                key = (entry.kind.id, fact.field.id, fact.value.currency)
                alike[key].append((entry, number, abs(fact.value.number)))
    for (kind, _, currency), found in alike.items():
        for entry, number, size in found:
            others = [other for at, _, other in found if at is not entry]
            own = [other for at, place, other in found if at is entry and place != number]
            is_asked = _far_from(size, own) is not None or (currency and size < _least(currency))
            near = _far_from(size, others)
            if near is not None and len(others) >= MIN_OTHERS and not is_asked:
                said = f"{size:,f} and {near:,f}, the nearest of another {kind}, differ by a factor of"
                message = f"{said} {_factor(size, near)}. Is it in full?"
                yield entry, about_fact(entry, number, "value", message, "odd-size")
