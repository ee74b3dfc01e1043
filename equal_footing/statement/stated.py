"""A fact as it is stated: its values parsed, with unit, time and citations, resolved once for all that show it."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from equal_footing.model import text, typed_values
from equal_footing.model.anchors import anchor
from equal_footing.model.fiscal_years import MonthDay
from equal_footing.model.fixed_words import DIRECT
from equal_footing.model.records import Fact, Identifier, OtherName, Relation, Status, Value, Version
from equal_footing.model.terms import Term
from equal_footing.model.text import Cited
from equal_footing.model.typed_values import ParsedValue
from equal_footing.model.values import PartialDate, Period
from equal_footing.model.vocabulary import Field, MissingReason, Unit, Vocabulary

PERCENT = "percent"
"""The unit of fields that hold percentages; the vocabulary has only units of counts."""
Time = Period | PartialDate
"""A period that a value covers, or the day (month, year) for which it holds."""
IsDated = Callable[[str | None], bool]
"""Says of a source, by its key, whether it has a date."""


@dataclass(frozen=True, slots=True)
class StatedValue:
    """One value that a source gives, with the field's own unit where it names none.

    `parsed` is None where the text is not a value of the field's type, and `error` says why; only faulty data have
    such values. `upper` is the end of a range, with `upper_error`. `is_yearly` says that a sum is one a year and not of
    a certain year, `is_fiscal` that `time` is made of whole fiscal years of the record's country,
    `is_undated` that the value changes with time and its source gives none. `cited` is its source, then the further
    ones. Of several values on which sources disagree `is_shown_first` marks one.
    """

    field: Field
    text: str
    parsed: ParsedValue | None
    upper: Decimal | None
    precision: Term | None
    unit: Unit | None
    currency: str | None
    per: str | None
    basis: Term | None
    is_yearly: bool
    support: Term
    time: Time | None
    is_fiscal: bool
    is_undated: bool
    cited: tuple[Cited, ...]
    note: str | None
    is_shown_first: bool
    error: str
    upper_error: str

    @property
    def number(self) -> Decimal | None:
        """The number, or the lower end of a range; None for all that is not a number."""
        return self.parsed if isinstance(self.parsed, Decimal) else None

    @property
    def date(self) -> PartialDate | None:
        """The date of a field that holds dates."""
        return self.parsed if isinstance(self.parsed, PartialDate) else None

    @property
    def is_text(self) -> bool:
        """Whether it is a text in Markdown."""
        return self.field.type == "text"

    @property
    def url(self) -> str | None:
        """The address of a field that holds web addresses."""
        return self.text if self.field.type == "url" else None

    @property
    def cited_within(self) -> tuple[Cited, ...]:
        """What its text cites itself."""
        return tuple(text.citations(self.text)) if self.is_text else ()

    @property
    def measure(self) -> str:
        """What its number counts: a unit of the vocabulary, `percent`, or nothing for money, rates and other types."""
        if self.field.type == "percent":
            return PERCENT
        return self.unit.id if self.unit else ""

    @property
    def is_indirect(self) -> bool:
        """Whether the source does not say the value in so many words; an address on the web is in no words."""
        return self.support.id != DIRECT and self.url is None

    @property
    def data(self) -> str:
        """The value for programs: digits with a dot for decimals, ISO dates, codes; a text as it is written."""
        return f"{self.number:f}" if self.number is not None else self.text

    @property
    def measured(self) -> dict[str, str]:
        """What its number counts or measures, in words of the code lists; keys that hold nothing are left out."""
        found = {
            "precision": self.precision.id if self.precision else "",
            "unit": self.measure,
            "currency": self.currency,
            "per": self.per,
            "basis": self.basis.id if self.basis else "",
            "yearly": "true" if self.is_yearly else "",
        }
        return {key: said for key, said in found.items() if said}

    @property
    def meaning(self) -> dict[str, Any]:
        """What it says, as JSON in codes instead of labels, without its evidence: citations, note, support.

        Keys that hold nothing are left out.
        """
        found = {
            "value": text.meaning(self.text) if self.is_text else self.data,
            "to": f"{self.upper:f}" if self.upper is not None else "",
            **self.measured,
            "time": time_meaning(self.time),
        }
        return {key: said for key, said in found.items() if said}


@dataclass(frozen=True, slots=True)
class Stated:
    """A fact of a record: its value, the several values where sources disagree, or the reason why it has none.

    `cited` is the source of the fact itself, which of a missing value is the one that says so. `where` is the address
    of a page that should hold the value and could not be read. `time` is that of the fact, or else the one that all its
    values have; a value has the time of its fact unless it has one of its own.
    `moved_to` is the record that has a withdrawn fact now, at the same anchor.
    """

    anchor: str
    field: Field
    label: str | None
    values: tuple[StatedValue, ...]
    missing: MissingReason | None
    searched: PartialDate | None
    where: str | None
    time: Time | None
    is_fiscal: bool
    cited: tuple[Cited, ...]
    note: str | None
    original: Mapping[str, str]
    withdrawn: PartialDate | None
    moved_to: str | None = None

    @property
    def value(self) -> StatedValue | None:
        """The value; None where it is missing, and where sources disagree."""
        return self.values[0] if self.values and self.missing is None else None

    @property
    def first(self) -> StatedValue | None:
        """The value to use where there is room for one: where sources disagree the one that is shown first."""
        return self.values[0] if self.values else None

    @property
    def is_undated(self) -> bool:
        """Whether its one value changes with time, and the source gives none."""
        return self.value is not None and self.value.is_undated

    @property
    def sources(self) -> tuple[Cited, ...]:
        """Every source of its values; those of the fact where it has none."""
        return tuple(dict.fromkeys(item for value in self.values for item in value.cited)) or self.cited

    @property
    def meaning(self) -> dict[str, Any]:
        """What it says, as JSON: two facts with the same meaning say the same, however they are written and worded."""
        return {
            "values": sorted((value.meaning for value in self.values), key=_in_order),
            "missing": self.missing.id if self.missing else None,
            "time": time_meaning(self.time),
            "withdrawn": str(self.withdrawn) if self.withdrawn else None,
        }


def _in_order(meant: dict[str, Any]) -> str:
    return json.dumps(meant, sort_keys=True)


def time_meaning(time: Time | None) -> dict[str, str]:
    """Return a time under the key that it has in the data, or nothing."""
    if time is None:
        return {}
    return {"period" if isinstance(time, Period) else "as_of": str(time)}


def cited(item: Fact | Value | Identifier | OtherName | Relation | Status | Version) -> tuple[Cited, ...]:
    """Return what a part of a record cites: its source, then the further ones."""
    first = (Cited(item.source, item.locator or ""),) if item.source else ()
    further = item.further_sources if isinstance(item, Fact | Value) else []
    return (*first, *(Cited(other.source, other.locator) for other in further))


def resolve(
    fact: Fact, vocabulary: Vocabulary, fiscal_start: MonthDay | None = None, is_dated: IsDated = lambda _: True
) -> Stated:
    """Return a fact of a record as it is stated.

    `fiscal_start` is the month and day on which the fiscal year of the record's country begins, `is_dated` says
    whether a source has a date.
    """
    given = list(fact.stated.values())
    values = tuple(_resolved(fact, value, vocabulary, fiscal_start, is_dated) for value in given)
    times = list(dict.fromkeys(value.time for value in values))
    time = fact.period or fact.as_of or (times[0] if len(times) == 1 else None)
    return Stated(
        anchor=anchor(fact),
        field=vocabulary.fields[fact.field],
        label=fact.label,
        values=values,
        missing=vocabulary.missing[fact.missing] if fact.missing else None,
        searched=fact.searched,
        where=fact.where,
        time=time,
        is_fiscal=_is_fiscal(time, fiscal_start),
        cited=cited(fact),
        note=fact.note,
        original=fact.original,
        withdrawn=fact.withdrawn,
        moved_to=fact.moved_to,
    )


def _resolved(
    fact: Fact,
    value: Fact | Value,
    vocabulary: Vocabulary,
    fiscal_start: MonthDay | None,
    is_dated: IsDated,
) -> StatedValue:
    """Resolve a value; what it does not say itself it has from its fact, and the unit at last from the field."""
    assert value.value is not None
    field = vocabulary.fields[fact.field]
    unit = (value.unit or fact.unit or field.unit) if field.type == "number" else None
    precision, basis = value.precision or fact.precision, value.basis or fact.basis
    time = value.period or value.as_of or fact.period or fact.as_of
    parsed, error = _parsed(value.value, field, vocabulary)
    upper, upper_error = _parsed(value.to, field, vocabulary) if value.to is not None else (None, "")
    return StatedValue(
        field=field,
        text=value.value,
        parsed=parsed,
        upper=upper if isinstance(upper, Decimal) else None,
        precision=vocabulary.precisions[precision] if precision else None,
        unit=vocabulary.units[unit] if unit else None,
        currency=value.currency or fact.currency,
        per=fact.per,
        basis=vocabulary.bases[basis] if basis else None,
        is_yearly=value.yearly or fact.yearly,
        support=vocabulary.supports[value.support],
        time=time,
        is_fiscal=_is_fiscal(time, fiscal_start),
        is_undated=field.changes and time is None and not is_dated(value.source),
        cited=cited(value),
        note=value.note if isinstance(value, Value) else None,
        is_shown_first=isinstance(value, Value) and value.shown,
        error=error,
        upper_error=upper_error,
    )


def _is_fiscal(time: Time | None, start: MonthDay | None) -> bool:
    return start is not None and isinstance(time, Period) and time.is_fiscal(*start)


def _parsed(text: str, field: Field, vocabulary: Vocabulary) -> tuple[ParsedValue | None, str]:
    """Return the parsed text of a value, or None and what is wrong with the text."""
    try:
        return typed_values.parse(text, field.type), ""
    except ValueError as error:
        return None, str(error)
