"""What a record is connected with: other records, numbers in registers, and the terms that it is compared with."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from equal_footing.model.dataset import Dataset
from equal_footing.model.entries import Entry, Link
from equal_footing.model.fixed_words import DEFINITION
from equal_footing.model.text import Cited
from equal_footing.model.vocabulary import Scheme
from equal_footing.statement.stated import Stated, cited
from equal_footing.views.heads import Tagged, native_names
from equal_footing.views.records import Views


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
    """A number in a register, with the address of its entry where the register has one."""

    scheme: Scheme
    number: str
    url: str | None
    cited: tuple[Cited, ...]


def relations(views: Views, entry: Entry) -> list[RelationView]:
    """Return the relations of a record from both ends, grouped by how they read."""
    known = views.dataset.vocabulary.relations
    groups: dict[str, list[Link]] = defaultdict(list)
    for link in views.dataset.links.get(entry.id, []):
        groups[link.label].append(link)
    return [
        RelationView(label, known[found[0].relation.type].compares_terms, _related(views, entry, found))
        for label, found in groups.items()
    ]


def _related(views: Views, entry: Entry, links: list[Link]) -> tuple[RelatedRecord, ...]:
    entries = views.dataset.entries
    found = []
    for link in links:
        other, place = entries[link.other], None
        if other.place != entry.place:
            place = entries[other.place].record.title if other.place in entries else ""
        found.append(RelatedRecord(other, place, cited(link.relation), link.relation.note))
    return tuple(found)


def identifiers(views: Views, entry: Entry) -> list[RegisterEntry]:
    """Return the numbers of a record in registers."""
    schemes = views.dataset.vocabulary.identifier_schemes
    return [
        RegisterEntry(scheme, item.id, scheme.address(item.id), cited(item))
        for item in entry.record.identifiers
        for scheme in [schemes[item.scheme]]
    ]


@dataclass(frozen=True, slots=True)
class TermView:
    """A term in the list of terms: its definitions, and the terms that it is compared with."""

    entry: Entry
    native: Tagged
    definitions: tuple[Stated, ...]
    compared: tuple[RelationView, ...]

    @property
    def words(self) -> dict[str, str]:
        """Its names in other languages than English, by the tags of the languages."""
        return dict(self.native)


def languages(dataset: Dataset, terms: Iterable[TermView]) -> list[tuple[str, str]]:
    """Return the tags and the English names of the languages in which some terms have names, by name."""
    tags = {tag for term in terms for tag, _ in term.native}
    return sorted(((tag, dataset.vocabulary.languages[tag].label) for tag in tags), key=lambda item: item[1])


def term(views: Views, entry: Entry) -> TermView:
    """Return a term as the list of terms shows it."""
    return TermView(
        entry=entry,
        native=native_names(entry.record.name),
        definitions=tuple(views.facts.current_of(entry.id, DEFINITION)),
        compared=tuple(relation for relation in relations(views, entry) if relation.compares_terms),
    )
