"""Rules for facts: a value or the reason why it is missing, and its sources, units, money and time."""

import re
from collections.abc import Iterable, Iterator

from equal_footing.check.all_facts import each_fact, each_value
from equal_footing.model.dataset import Dataset
from equal_footing.model.field_types import KEYS_OF_TYPE
from equal_footing.model.fixed_words import AT_LEAST, LESS_THAN, MORE_THAN, NEARLY, UP_TO
from equal_footing.model.near_words import beside_number
from equal_footing.model.questions import Answer
from equal_footing.model.records import Fact, Value
from equal_footing.model.values import PartialDate, Period
from equal_footing.model.vocabulary import Field
from equal_footing.reading.characters import hint_on_signs
from equal_footing.reading.documents import Document
from equal_footing.reading.problems import Path, Problem, quote
from equal_footing.statement.facts import Facts

WORDS = {
    "text": "text",
    "date": "a date",
    "number": "a number",
    "percent": "a percentage",
    "money": "a sum of money",
    "rate": "an exchange rate",
    "url": "a web address",
    "month-day": "a month and day",
}
_MARKUP = re.compile(r"\n|^\s*(?:[-*+•·・※]|#{1,6}|>|[0-9]{1,2}[.)])\s|^\|.*\||```|^[-*_]{3,}$")
"""What begins a list, a heading, a quotation, a table or code in Markdown."""
_NO_VALUE = {"", "unknown", "n/a", "na", "none", "nil", "not available", "not known", "tbd", "todo", "unclear", "xx"}
"""What people write for a value that they do not know, in small letters and without signs at its ends."""
MAX_LABEL = 160
MISSING_KEYS = ("source", "locator", "searched", "where", "values")
"""Keys that a fact without a value has only where its reason for the missing value needs them."""
UNKNOWN_VALUE = (
    "write `missing: not-researched`, or `missing: not-found` with `searched` and `note` if somebody has looked."
)
NOBODY_LOOKED = "Write one; `missing: not-researched` if nobody has looked."


def value_or_missing(dataset: Dataset) -> Iterator[Problem]:
    """A fact has either a value or a reason why it is missing."""
    for document, path, fact, _ in each_fact(dataset):
        if fact.value is not None and fact.missing is not None:
            message = f"has a value and says that it is missing ({fact.missing}) at once. Keep one."
            yield document.problem((*path, "missing"), message, "value-and-missing", key=True)
        if fact.value is None and fact.missing is None:
            message = f"has neither a value nor a reason why it is missing. {NOBODY_LOOKED}"
            yield document.problem(path, message, "value-or-missing")


def missing_keys(dataset: Dataset) -> Iterator[Problem]:
    """A missing value has the keys that its reason needs, and no others."""
    for document, path, fact, _ in each_fact(dataset):
        if fact.missing is None:
            yield from without_missing(document, path, fact, ("searched", "where", "values"), "missing-keys")
        elif fact.value is None:
            needs = dataset.vocabulary.missing[fact.missing].needs
            yield from with_missing(document, path, fact, needs, MISSING_KEYS, "missing-keys")


def without_missing(
    document: Document, path: Path, item: Fact | Answer, keys: Iterable[str], rule: str
) -> Iterator[Problem]:
    """Yield a problem for each of some keys that only a fact or an answer with `missing` may have."""
    for key in keys:
        if getattr(item, key):
            yield document.problem((*path, key), f"{key} goes only with `missing`.", rule, key=True)


def with_missing(
    document: Document, path: Path, item: Fact | Answer, needs: Iterable[str], others: Iterable[str], rule: str
) -> Iterator[Problem]:
    """Yield the problems of a fact or an answer with `missing`: keys that it needs and lacks, others that it has."""
    for key in needs:
        if not getattr(item, key):
            yield document.problem((*path, "missing"), f"{item.missing} needs {key}.", rule)
    for key in others:
        if getattr(item, key) and key not in needs:
            yield document.problem((*path, key), f"{key} does not go with {item.missing}.", rule, key=True)


def disagreement(dataset: Dataset) -> Iterator[Problem]:
    """A disagreement has at least two different values, of which at most one is shown first."""
    for document, path, fact, _ in each_fact(dataset):
        if not fact.values:
            continue
        where = (*path, "values")
        if len(fact.values) < 2:
            yield document.problem(where, "a disagreement needs two values or more.", "disagreement")
            continue
        if sum(value.shown for value in fact.values) > 1:
            yield document.problem(where, "only one value can be the shown one.", "disagreement")
        if len({(value.value, value.unit, value.currency) for value in fact.values}) < 2:
            message = "the values are all the same: write one fact with the other sources under `further_sources`."
            yield document.problem(where, message, "disagreement")


def source_and_locator(dataset: Dataset) -> Iterator[Problem]:
    """Every value has a source and a locator."""
    for document, path, fact, _ in each_fact(dataset):
        if fact.value is not None and fact.source is None:
            message = "has a value without a source. Add `source` and `locator`, or write `missing` in its place."
            yield document.problem(path, message, "source-missing")
        if fact.source is not None and fact.locator is None:
            message = "has a source without a locator. Add `locator`: article, page, section or paragraph."
            yield document.problem((*path, "source"), message, "locator-missing", key=True)


def value_type(facts: Facts) -> Iterator[Problem]:
    """A value has the type of its field."""
    resolved = (value for record in facts.dataset.entries for fact in facts.of(record) for value in fact.values)
    for (document, path, given, field), value in zip(each_value(facts.dataset), resolved, strict=True):
        if value.error:
            near = hint_on_signs(value.text) if not value.is_text else ""
            if field.type != "text" and value.text.casefold().strip(" .?-") in _NO_VALUE:
                near = f" A value that is not known is left out: {UNKNOWN_VALUE}"
            beside = beside_number(value.text, field.type, value.currency, document.country)
            said = f"{quote(value.text)} {value.error}{beside}"
            message = f"{said} (the field {field.id} holds {WORDS[field.type]}).{near}"
            yield document.problem((*path, "value"), message, "value-type")
        elif value.number is None:
            continue
        elif value.upper_error:
            beside = beside_number(given.to or "", field.type, value.currency, document.country)
            yield document.problem((*path, "to"), f"{quote(given.to)} {value.upper_error}{beside}.", "value-type")
        elif value.upper is not None and value.upper <= value.number:
            message = f"the upper end {given.to} is not above {given.value}."
            yield document.problem((*path, "to"), message, "range")
        elif given.to is not None and given.precision in {MORE_THAN, AT_LEAST, UP_TO, LESS_THAN, NEARLY}:
            message = f"{given.precision} goes with one number, and `to` makes two of it. Keep one of the two keys."
            yield document.problem((*path, "precision"), message, "range", key=True)


def negative_numbers(facts: Facts) -> Iterator[Problem]:
    """A number is not below zero, unless its field says that it can be."""
    resolved = (value for record in facts.dataset.entries for fact in facts.of(record) for value in fact.values)
    for (document, path, given, field), value in zip(each_value(facts.dataset), resolved, strict=True):
        if value.number is not None and value.number < 0 and not field.negative and not field.share:
            message = f"{quote(given.value)} is below zero; the field {field.id} holds no negative numbers."
            yield document.problem((*path, "value"), message, "number-negative")


def markup(text: str) -> str:
    """Return what makes more than a paragraph of a text: the sign of a list or heading, or a line break; or nothing."""
    found = _MARKUP.search(text)
    return "" if not found else "a line break" if "\n" in found.group() else quote(found.group().strip())


def plain_values(dataset: Dataset) -> Iterator[Problem]:
    """A value is one paragraph: a table cell shows it, without lists and headings."""
    for document, path, fact, field in each_value(dataset):
        if fact.value is None or field.type != "text":
            continue
        sign = markup(fact.value)
        if sign:
            message = f"holds {sign}: a value is one paragraph, without lists, headings and tables. Write sentences."
            yield document.problem((*path, "value"), message, "value-paragraph")


def units(dataset: Dataset) -> Iterator[Problem]:
    """A number has a unit."""
    for document, path, fact, field in each_value(dataset):
        if field.type == "number" and fact.unit is None and field.unit is None:
            message = f"is a number without a unit: the field {field.id} has none of its own. Add `unit`."
            yield document.problem(path, message, "unit-missing")


def keys_of_types(dataset: Dataset) -> Iterator[Problem]:
    """A key is used only with the types of values that it belongs to."""
    of_values = (found for found in each_value(dataset) if isinstance(found[2], Value))
    found = [*each_fact(dataset), *of_values]
    for key in ("precision", "to"):
        yield from _misplaced(found, key, "goes only with numbers; the field {id} holds {type}.", "number-key")
    yield from _misplaced(found, "unit", "goes only with counts; the field {id} holds {type}.", "unit-misplaced")
    yield from _misplaced(found, "currency", "goes only with money; the field {id} holds {type}.", "money-key")
    yield from _misplaced(found, "basis", "goes only with money.", "money-key")
    yield from _misplaced(found, "yearly", "goes only with money.", "money-key")
    yield from _misplaced(found, "per", "goes only with rates.", "rate-key")


def _misplaced(
    found: list[tuple[Document, Path, Fact | Value, Field]], key: str, message: str, rule: str
) -> Iterator[Problem]:
    """Yield a problem wherever a fact or a value has a key that does not belong to the type of its field."""
    for document, path, fact, field in found:
        if getattr(fact, key, None) not in (None, False) and key not in KEYS_OF_TYPE.get(field.type, ()):
            said = message.format(id=field.id, type=WORDS[field.type])
            yield document.problem((*path, key), said, rule, key=True)


def money(dataset: Dataset) -> Iterator[Problem]:
    """Money has a currency, a basis, and a period or day unless its source is undated."""
    for document, path, fact, field in each_value(dataset):
        if field.type != "money":
            continue
        if fact.currency is None:
            message = "is a sum of money without a currency. Add `currency`, such as JPY."
            yield document.problem(path, message, "money-currency")
        if fact.basis is None:
            message = "is a sum of money without a basis. Add `basis`, such as commitment or disbursement."
            yield document.problem(path, message, "money-basis")
        may_be_undated = fact.source is not None and not dataset.is_dated(fact.source)
        if fact.period is None and fact.as_of is None and not may_be_undated:
            message = "is a sum of money without a period. Add `period` or `as_of`."
            yield document.problem(path, message, "money-period")
        if fact.yearly and fact.period and fact.period.fits_a_year:
            message = f"the period {fact.period} is the year of the sum. `yearly` is for sums without one; delete it."
            yield document.problem((*path, "yearly"), message, "yearly-of-a-year", key=True)


def rates(dataset: Dataset) -> Iterator[Problem]:
    """An exchange rate has both currencies and a time."""
    for document, path, fact, field in each_fact(dataset):
        if field.type != "rate" or fact.value is None:
            continue
        if fact.currency is None or fact.per is None:
            message = "is a rate without both currencies. Add `currency` and `per`."
            yield document.problem(path, message, "rate-currencies")
        elif fact.currency == fact.per:
            yield document.problem((*path, "per"), "is the same currency twice.", "rate-currencies")
        if fact.period is None and fact.as_of is None:
            yield document.problem(path, "is a rate without a time. Add `period` or `as_of`.", "rate-time")


def percentages(facts: Facts) -> Iterator[Problem]:
    """A percentage says what it is a percentage of; a share is at most all of it."""
    resolved = (fact for record in facts.dataset.entries for fact in facts.of(record))
    for (document, path, given, field), fact in zip(each_fact(facts.dataset), resolved, strict=True):
        if field.type != "percent" or given.value is None:
            continue
        if given.label is None and not field.label_optional:
            yield document.problem(path, "is a percentage of what? Add `label`.", "percent-of")
        number = fact.values[0].number
        if field.share and number is not None and not 0 <= number <= 100:
            message = f"{quote(given.value)} is a share outside 0 to 100 percent."
            yield document.problem((*path, "value"), message, "percent-range")


def time(dataset: Dataset) -> Iterator[Problem]:
    """A fact has a period or a day, not both; a dated field has one of them."""
    for document, path, fact, field in each_value(dataset):
        if fact.period is not None and fact.as_of is not None:
            message = "has a period and a day at once. Keep `period` for what adds up over time, `as_of` for the rest."
            yield document.problem((*path, "as_of"), message, "time-twice", key=True)
        if field.dated and fact.period is None and fact.as_of is None:
            message = f"the field {field.id} needs a date. Add `as_of` or `period`."
            yield document.problem(path, message, "time-missing")
        if field.type == "date" and isinstance(fact, Fact) and (fact.period or fact.as_of):
            key = "period" if fact.period else "as_of"
            message = "is a second date beside a date. Leave it out, or put it into `note`."
            yield document.problem((*path, key), message, "time-of-date", key=True)


def same_slot(facts: Facts) -> Iterator[Problem]:
    """No two facts of a record have the same field, label and time, or the same anchor."""
    for entry in facts.dataset.entries.values():
        slots: dict[tuple[str, ...], int] = {}
        names: set[str] = set()
        for number, (fact, stated) in enumerate(zip(entry.record.facts, facts.of(entry.id), strict=True)):
            first, name = slots.setdefault(fact_slot(fact), number), stated.anchor
            if first != number:
                other = entry.record.facts[first].value
                says = "says the same as" if other == fact.value else f"says {quote(fact.value)}, not {quote(other)} as"
                message = (
                    f"{says} fact {first + 1}: the same field, `label` and time. "
                    "Tell them apart by `label`, or record the disagreement (missing: sources-disagree)."
                )
                yield entry.document.problem(("facts", number), message, "same-slot")
            elif name in names:
                message = f"the anchor {quote(name)} is taken already. Word `label` differently, or give an `id`."
                yield entry.document.problem(("facts", number), message, "anchor-twice")
            names.add(name)


def fact_slot(fact: Fact) -> tuple[str, str, str, str]:
    """Return what identifies a fact within its record: field, label, time, and the currencies of a rate."""
    time: Period | PartialDate | None = fact.period or fact.as_of
    pair = f"{fact.currency}/{fact.per}" if fact.per else ""
    return fact.field, fact.label or "", str(time or ""), pair


def further_sources(dataset: Dataset) -> Iterator[Problem]:
    """A further source is another one, or another place in it."""
    for document, path, fact, _ in each_value(dataset):
        seen = {(fact.source, fact.locator)}
        for number, also in enumerate(fact.further_sources):
            if (also.source, also.locator) in seen:
                message = "is the same source at the same place again. Delete it."
                yield document.problem((*path, "further_sources", number), message, "further-sources-twice")
            seen.add((also.source, also.locator))


def lengths(dataset: Dataset) -> Iterator[Problem]:
    """`label` is a few words, not a sentence."""
    for document, path, fact, _ in each_fact(dataset):
        if fact.label is not None and len(fact.label) > MAX_LABEL:
            message = f"has {len(fact.label)} characters; `label` takes at most {MAX_LABEL}. Use `note` for more."
            yield document.problem((*path, "label"), message, "label-length")


RULES = (
    value_or_missing,
    missing_keys,
    disagreement,
    source_and_locator,
    units,
    keys_of_types,
    money,
    rates,
    time,
    further_sources,
    lengths,
    plain_values,
)
RULES_OF_RESOLVED_FACTS = (same_slot, value_type, negative_numbers, percentages)
