"""What templates draw of a record: its facts, relations and identifiers, in order.

Python decides here what is shown and how it is grouped; templates only loop.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from equal_footing.model.article import Claim
from equal_footing.model.dataset import Dataset, Entry, Link
from equal_footing.model.fixed_words import OFFICIAL_LANGUAGE
from equal_footing.model.messages import Messages
from equal_footing.model.records import Identifier, Status
from equal_footing.model.text import Cited, citations
from equal_footing.model.vocabulary import Field, Scheme, Term
from equal_footing.reading.problems import did_you_mean
from equal_footing.statement import wording
from equal_footing.statement.facts import Facts
from equal_footing.statement.newest import by_label, newest_of_each_label, of_field
from equal_footing.statement.stated import Stated, cited


@dataclass(frozen=True, slots=True)
class Row:
    """The facts of one field."""

    field: Field
    facts: tuple[Stated, ...]


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
    facts: Facts = field(init=False)

    def __post_init__(self) -> None:
        self.facts = Facts(self.dataset)

    # Facts ----------------------------------------------------------------------------------------------------------

    def groups(self, entry: Entry) -> list[Group]:
        """Return the facts of a record by group and field, in the vocabulary's order, the newest figures first."""
        vocabulary = self.dataset.vocabulary
        by_field: dict[str, list[Stated]] = defaultdict(list)
        for fact in self.facts.of(entry.id):
            by_field[fact.field.id].append(fact)
        groups = []
        for group in vocabulary.groups.values():
            rows = [
                Row(item, tuple(by_label(by_field[item.id])))
                for item in vocabulary.fields.values()
                if item.group == group.id and item.id in by_field
            ]
            if rows:
                groups.append(Group(group, tuple(rows)))
        return groups

    def rows(self, entry: Entry) -> list[Row]:
        """Return the facts of a record by field alone, in the order of the groups."""
        return [row for group in self.groups(entry) for row in group.rows]

    def find(self, record: str, name: str, label: str | None = None, time: str | None = None) -> tuple[Entry, Stated]:
        """Return the fact of a record by field, `label` and time; the newest where several fit.

        Raises LookupError when the record, the field or such a fact does not exist.
        """
        entry = self.entry(record)
        current = self.facts.current(entry.id)
        found = of_field(current, name)
        if not found:
            fields = sorted({fact.field.id for fact in current})
            raise LookupError(f"{record} has no fact {name}. It has: {', '.join(fields)}.")
        fitting = [
            fact
            for fact in found
            if (label is None or fact.label == label) and (time is None or time == str(fact.time or ""))
        ]
        if not fitting:
            slots = "; ".join(f"label={fact.label!r}, time={str(fact.time or '')!r}" for fact in found)
            raise LookupError(f"{record} has no fact {name} with the label {label!r} for {time!r}. It has: {slots}.")
        return entry, by_label(fitting)[0]

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
        return self.dataset.vocabulary.statuses[status.code], ", ".join(words), cited(status), status.note

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

    def further_evidence(self, claim: Claim) -> tuple[Cited, ...]:
        """Return the evidence of a claim that its finding does not cite already."""
        seen = set(citations(claim.finding))
        return tuple(item for item in (Cited(one.source, one.locator) for one in claim.evidence) if item not in seen)

    def own_names(self, entry: Entry) -> dict[str, str]:
        """Return a country's names in its own official languages, where they differ from the English one."""
        official = official_languages(self.facts, entry.id)
        return {
            language: name
            for language, name in entry.record.name.items()
            if language in official and name != entry.record.title
        }

    def begun(self, entry: Entry) -> tuple[str, str] | None:
        """Return the date with which a record begins, in words, and its anchor: founded, started or adopted."""
        current = self.facts.current(entry.id)
        for begin in self.dataset.vocabulary.begin_fields:
            for fact in of_field(current, begin.id):
                if fact.label is None and fact.value and fact.value.date:
                    return wording.date(fact.value.date), fact.anchor
        return None

    def glance(self, entry: Entry) -> list[Row]:
        """Return the newest facts of the fields that sum a place up, one for each thing that they are about."""
        stated = [fact for fact in self.facts.current(entry.id) if fact.values]
        fields = self.dataset.vocabulary.glance_fields
        rows = [Row(field, tuple(newest_of_each_label(of_field(stated, field.id))[:3])) for field in fields]
        return [row for row in rows if row.facts]

    def directory(self, kind: str) -> list[tuple[Entry, list[Entry]]]:
        """Return the records of a kind by place."""
        groups = self.dataset.by_place_and_kind
        return [
            (self.dataset.entries[place], groups[place, kind])
            for place in self.dataset.places
            if (place, kind) in groups
        ]


def official_languages(facts: Facts, place: str) -> set[str]:
    """Return the BCP 47 tags of the official languages of a place, as far as they are on record."""
    return {fact.value.text for fact in of_field(facts.current(place), OFFICIAL_LANGUAGE) if fact.value}
