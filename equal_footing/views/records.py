"""What templates draw: facts, notes, relations and lists, put in order and into words.

Python decides here what is shown and how it is grouped; templates only loop.
"""

from __future__ import annotations

import contextlib
import datetime
from collections import defaultdict
from dataclasses import dataclass, field

from equal_footing.model.anchors import anchor
from equal_footing.model.article import Claim
from equal_footing.model.dataset import Dataset, Entry, Link
from equal_footing.model.fixed_words import DIRECT, FISCAL_YEAR, OFFICIAL_LANGUAGE
from equal_footing.model.identifiers import countries, currencies
from equal_footing.model.messages import Messages
from equal_footing.model.records import Citation, Fact, Identifier, Relation, Status, Value
from equal_footing.model.text import Cited, citations
from equal_footing.model.values import PartialDate, Period, parse_month_day
from equal_footing.model.vocabulary import Field, MissingReason, Scheme, Term
from equal_footing.reading.problems import did_you_mean
from equal_footing.statement import wording


@dataclass(frozen=True, slots=True)
class ValueView:
    """A stated value as it is shown: `text` is Markdown when `markdown`, else plain words."""

    text: str
    markdown: bool
    time: str
    basis: Term | None
    support: Term | None
    cited: tuple[Cited, ...]
    note: str | None
    shown: bool = False
    url: str | None = None


@dataclass(frozen=True, slots=True)
class FactView:
    """A fact as it is shown: its value, or the state that says why it has none."""

    anchor: str
    label: str | None
    value: ValueView | None
    missing: MissingReason | None
    values: tuple[ValueView, ...]
    searched: str
    note: str | None
    original: dict[str, str]
    cited: tuple[Cited, ...]
    withdrawn: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """The facts of one field."""

    field: Field
    facts: tuple[FactView, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """The rows of one group of fields."""

    group: Term
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class RelationGroup:
    """The records to which one relation leads; `compares_terms` where it says how near two terms are."""

    label: str
    compares_terms: bool
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class IdentifierView:
    """A number in a register, with the address of its entry where the register has one."""

    scheme: Scheme
    identifier: Identifier
    url: str | None


@dataclass
class Views:
    """The views of one dataset."""

    dataset: Dataset
    words: Messages
    fiscal: dict[str, tuple[int, int]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for entry in self.dataset.countries:
            for fact in entry.record.current:
                if fact.field == FISCAL_YEAR and fact.value:
                    with contextlib.suppress(ValueError):  # told by the rule on the types of values
                        self.fiscal[entry.id] = parse_month_day(fact.value)

    # Facts ----------------------------------------------------------------------------------------------------------

    def groups(self, entry: Entry) -> list[Group]:
        """Return the facts of a record by group and field, in the vocabulary's order, the newest figures first."""
        vocabulary = self.dataset.vocabulary
        by_field: dict[str, list[Fact]] = defaultdict(list)
        for fact in entry.record.facts:
            by_field[fact.field].append(fact)
        groups = []
        for group in vocabulary.groups.values():
            rows = [
                Row(item, tuple(self.fact(entry, fact) for fact in newest_first(by_field[item.id])))
                for item in vocabulary.fields.values()
                if item.group == group.id and item.id in by_field
            ]
            if rows:
                groups.append(Group(group, tuple(rows)))
        return groups

    def fact(self, entry: Entry, fact: Fact) -> FactView:
        """Return one fact of a record as it is shown."""
        vocabulary = self.dataset.vocabulary
        term = vocabulary.fields[fact.field]
        return FactView(
            anchor=anchor(fact),
            label=fact.label,
            value=self.value(entry, fact, term) if fact.value is not None else None,
            missing=vocabulary.missing[fact.missing] if fact.missing else None,
            values=tuple(self.value(entry, value, term) for value in fact.values),
            searched=wording.date(fact.searched) if fact.searched else "",
            note=fact.note,
            original=fact.original,
            cited=cited(fact),
            withdrawn=wording.date(fact.withdrawn) if fact.withdrawn else "",
        )

    def value(self, entry: Entry, fact: Fact | Value, term: Field) -> ValueView:
        """Return a value as it is shown; raises ValueError or LookupError where it is none of the field's type."""
        assert fact.value is not None
        vocabulary = self.dataset.vocabulary
        text, url = fact.value, None
        match term.type:
            case "number" | "percent" | "money" | "rate":
                text = wording.figure(fact, term, vocabulary, self.words)
            case "date":
                text = wording.date(PartialDate.parse(text))
            case "country-code":
                text = f"{text} ({countries()[text]})"
            case "currency-code":
                text = f"{text} ({currencies()[text]})"
            case "language-code":
                text = vocabulary.languages[text].label
            case "month-day":
                month, day = parse_month_day(text)
                text = wording.month_day(month, day)
            case "url":
                url = text
        return ValueView(
            text=text,
            markdown=term.type == "text",
            time=self.time(entry.place, fact),
            basis=vocabulary.bases[fact.basis] if fact.basis else None,
            support=vocabulary.supports[fact.support] if fact.support != DIRECT else None,
            cited=cited(fact),
            note=fact.note if isinstance(fact, Value) else None,
            shown=isinstance(fact, Value) and fact.shown,
            url=url,
        )

    def time(self, place: str, fact: Fact | Value) -> str:
        """Return the time of a fact in words, or nothing."""
        if fact.period:
            return wording.period(fact.period, self.words, self.fiscal.get(place))
        return self.words("as-of", date=wording.date(fact.as_of)) if fact.as_of else ""

    def find(self, record: str, name: str, label: str | None = None, time: str | None = None) -> tuple[Entry, Fact]:
        """Return the fact of a record by field, `label` and time; the newest where several fit.

        Raises LookupError when the record, the field or such a fact does not exist.
        """
        entry = self.entry(record)
        found = [fact for fact in entry.record.current if fact.field == name]
        if not found:
            fields = sorted({fact.field for fact in entry.record.current})
            raise LookupError(f"{record} has no fact {name}. It has: {', '.join(fields)}.")
        fitting = [
            fact
            for fact in found
            if (label is None or fact.label == label) and (time is None or time == str(fact.period or fact.as_of or ""))
        ]
        if not fitting:
            slots = "; ".join(f"label={fact.label!r}, time={str(fact.period or fact.as_of or '')!r}" for fact in found)
            raise LookupError(f"{record} has no fact {name} with the label {label!r} for {time!r}. It has: {slots}.")
        return entry, newest_first(fitting)[0]

    def entry(self, record: str) -> Entry:
        """Return a record by its id; raises LookupError with the nearest id when there is none."""
        entry = self.dataset.entries.get(self.dataset.resolve(record))
        if entry is None:
            raise LookupError(f"There is no record {record}.{did_you_mean(record, self.dataset.entries)}")
        return entry

    # Records --------------------------------------------------------------------------------------------------------

    def status(self, entry: Entry) -> tuple[Term, str, tuple[Cited, ...], str | None]:
        """Return the status of a record, its time in words, its citation and its note."""
        status: Status = entry.record.status
        words = []
        if status.since:
            words.append(self.words("since", date=wording.date(status.since)))
        if status.as_of:
            words.append(self.words("as-of", date=wording.date(status.as_of)))
        cited = (Cited(status.source, status.locator or ""),) if status.source else ()
        return self.dataset.vocabulary.statuses[status.code], ", ".join(words), cited, status.note

    def relations(self, entry: Entry) -> list[RelationGroup]:
        """Return the relations of a record from both ends, grouped by how they read."""
        groups: dict[str, list[Link]] = defaultdict(list)
        for link in self.dataset.links.get(entry.id, []):
            groups[link.label].append(link)
        known = self.dataset.vocabulary.relations
        return [
            RelationGroup(label, known[found[0].relation.type].compares_terms, tuple(found))
            for label, found in groups.items()
        ]

    def identifiers(self, entry: Entry) -> list[IdentifierView]:
        """Return the identifiers of a record."""
        found = []
        for item in entry.record.identifiers:
            scheme = self.dataset.vocabulary.identifier_schemes[item.scheme]
            found.append(IdentifierView(scheme, item, scheme.url.format(id=item.id) if scheme.url else None))
        return found

    def cited(self, item: Identifier | Relation | Fact) -> tuple[Cited, ...]:
        """Return the citation of an identifier, a relation or a fact, if it has one."""
        return (Cited(item.source, item.locator or ""),) if item.source else ()

    def further_evidence(self, claim: Claim) -> tuple[Cited, ...]:
        """Return the evidence of a claim that its finding does not cite already."""
        seen = set(citations(claim.finding))
        return tuple(item for item in (Cited(one.source, one.locator) for one in claim.evidence) if item not in seen)

    def own_names(self, entry: Entry) -> dict[str, str]:
        """Return a country's names in its own official languages, where they differ from the English one."""
        official = [fact.value for fact in entry.record.current if fact.field == OFFICIAL_LANGUAGE and fact.value]
        return {
            language: name
            for language, name in entry.record.name.items()
            if language in official and name != entry.record.title
        }

    def begun(self, entry: Entry) -> tuple[str, str] | None:
        """Return the date with which a record begins, in words, and its anchor: founded, started or adopted."""
        for begin in self.dataset.vocabulary.begin_fields:
            for fact in entry.record.current:
                if fact.field == begin.id and fact.value and fact.label is None:
                    return wording.date(PartialDate.parse(fact.value)), anchor(fact)
        return None

    def glance(self, entry: Entry) -> list[Row]:
        """Return the newest facts of the fields that sum a place up, one for each thing that they are about."""
        rows = []
        for term in self.dataset.vocabulary.glance_fields:
            newest: dict[str, Fact] = {}
            for fact in entry.record.current:
                if fact.field == term.id and (fact.value is not None or fact.values):
                    before = newest.get(fact.label or "")
                    if before is None or time_order(fact) > time_order(before):
                        newest[fact.label or ""] = fact
            if newest:
                chosen = list(newest.values())[:3]
                views = tuple(self.fact(entry, fact) for fact in chosen)
                rows.append(Row(term, views))
        return rows

    def directory(self, kind: str) -> list[tuple[Entry, list[Entry]]]:
        """Return the records of a kind by place."""
        groups = self.dataset.by_place_and_kind
        return [
            (self.dataset.entries[place], groups[place, kind])
            for place in self.dataset.places
            if (place, kind) in groups
        ]


def newest_first(facts: list[Fact]) -> list[Fact]:
    """Order facts: as they stand, but those of one `label` by time, the newest first."""
    places: dict[str, int] = {}
    for number, fact in enumerate(facts):
        places.setdefault(fact.label or "", number)

    def key(fact: Fact) -> tuple[bool, int, int]:
        return fact.withdrawn is not None, places[fact.label or ""], -time_order(fact)

    return sorted(facts, key=key)


def time_order(fact: Fact) -> int:
    """Return a number that grows with the last day for which a fact holds; 0 where it has no time."""
    if fact.period:
        return _end(fact.period).toordinal()
    return fact.as_of.last.toordinal() if fact.as_of else 0


def _end(period: Period) -> datetime.date:
    return period.end.last if period.end else datetime.date.max


def cited(fact: Fact | Value) -> tuple[Cited, ...]:
    """Return the citations of a stated value: its source, then the further ones."""
    also: list[Citation] = fact.further_sources
    first = (Cited(fact.source, fact.locator or ""),) if fact.source else ()
    return (*first, *(Cited(item.source, item.locator) for item in also))
