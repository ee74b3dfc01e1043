"""What is shown of a record beside its facts: the head of its page, its line in a list, its names and its relations."""

from __future__ import annotations

from dataclasses import dataclass

from equal_footing.model.dataset import Entry, Link
from equal_footing.model.fixed_words import DEFINITION
from equal_footing.model.text import Cited
from equal_footing.model.values import PartialDate
from equal_footing.model.vocabulary import Term
from equal_footing.statement.newest import of_field
from equal_footing.statement.stated import Stated, cited
from equal_footing.views.records import IdentifierView, Views

Named = tuple[tuple[str, str], ...]
"""Names or texts, each after the BCP 47 tag of its language."""


@dataclass(frozen=True, slots=True)
class StatusView:
    """The status of a record: its word, its time in words, its citation and its note."""

    term: Term
    time: str
    cited: tuple[Cited, ...]
    note: str | None


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a record's page; `kind` is its type where it has one, `status` is missing for places."""

    entry: Entry
    kind: str
    native: Named
    status: StatusView | None


@dataclass(frozen=True, slots=True)
class Begun:
    """The date with which a record begins, in words, and the address of the fact that says so."""

    date: str
    address: str


@dataclass(frozen=True, slots=True)
class ListedRecord:
    """A record in a list; `type` is empty where its kind has no types, `facts` is how many there are."""

    entry: Entry
    native: Named
    type: str
    begun: Begun | None
    status: Term
    facts: int


@dataclass(frozen=True, slots=True)
class OtherNameView:
    """Another name of a record, with its type and the day until which it was used."""

    names: Named
    type: Term
    until: PartialDate | None


@dataclass(frozen=True, slots=True)
class RelatedRecord:
    """A record to which a relation leads; `place` is the name of its place, or None for a record of the same place."""

    entry: Entry
    place: str | None
    cited: tuple[Cited, ...]
    note: str | None


@dataclass(frozen=True, slots=True)
class RelationView:
    """The records to which one relation leads; `compares_terms` where it says how near two terms are."""

    label: str
    compares_terms: bool
    records: tuple[RelatedRecord, ...]


@dataclass(frozen=True, slots=True)
class RegisterEntry:
    """A number in a register, with its citation."""

    view: IdentifierView
    cited: tuple[Cited, ...]


def native_names(names: dict[str, str]) -> Named:
    """Return the names in other languages than English, where they differ from the English one."""
    return tuple((tag, name) for tag, name in names.items() if tag != "en" and name != names["en"])


def head(views: Views, entry: Entry) -> Head:
    """Return the head of a record's page."""
    status = StatusView(*views.status(entry)) if entry.kind.folder else None
    return Head(entry, _type(entry) or entry.kind.label, native_names(entry.record.name), status)


def listed(views: Views, entries: list[Entry]) -> list[ListedRecord]:
    """Return records as a list shows them."""
    return [_listed(views, entry) for entry in entries]


def _listed(views: Views, entry: Entry) -> ListedRecord:
    begun = views.begun(entry)
    return ListedRecord(
        entry=entry,
        native=native_names(entry.record.name),
        type=_type(entry),
        begun=Begun(begun[0], f"{entry.address}#{begun[1]}") if begun else None,
        status=views.dataset.vocabulary.statuses[entry.record.status.code],
        facts=len(entry.record.current),
    )


def _type(entry: Entry) -> str:
    return entry.kind.types[entry.record.type].label if entry.record.type else ""


def other_names(views: Views, entry: Entry) -> list[OtherNameView]:
    """Return the former names, other spellings and other translations of a record."""
    types = views.dataset.vocabulary.name_types
    return [
        OtherNameView(tuple(other.name.items()), types[other.type], other.until) for other in entry.record.other_names
    ]


def relations(views: Views, entry: Entry) -> list[RelationView]:
    """Return the relations of a record from both ends, grouped by how they read."""
    return [
        RelationView(group.label, group.compares_terms, tuple(_related(views, entry, link) for link in group.links))
        for group in views.relations(entry)
    ]


def _related(views: Views, entry: Entry, link: Link) -> RelatedRecord:
    entries = views.dataset.entries
    other = entries[link.other]
    place = None
    if other.place != entry.place:
        place = entries[other.place].record.title if other.place in entries else ""
    return RelatedRecord(other, place, cited(link.relation), link.relation.note)


def identifiers(views: Views, entry: Entry) -> list[RegisterEntry]:
    """Return the numbers of a record in registers."""
    return [RegisterEntry(item, cited(item.identifier)) for item in views.identifiers(entry)]


@dataclass(frozen=True, slots=True)
class TermView:
    """A term in the list of terms: its definitions, and the terms that it is compared with."""

    entry: Entry
    native: Named
    definitions: tuple[Stated, ...]
    compared: tuple[RelationView, ...]


def term(views: Views, entry: Entry) -> TermView:
    """Return a term as the list of terms shows it."""
    return TermView(
        entry=entry,
        native=native_names(entry.record.name),
        definitions=tuple(of_field(views.facts.current(entry.id), DEFINITION)),
        compared=tuple(relation for relation in relations(views, entry) if relation.compares_terms),
    )
