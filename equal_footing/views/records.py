"""What pages show of a record: its facts, its head, its line in a list, its names, relations and numbers."""

from collections import defaultdict
from dataclasses import dataclass, field

from equal_footing.keeping.store import NOTHING, Store
from equal_footing.model.dataset import Dataset, Entry, Link
from equal_footing.model.fixed_words import DEFINITION
from equal_footing.model.messages import Messages
from equal_footing.model.records import OtherName
from equal_footing.model.text import Cited
from equal_footing.model.vocabulary import Field, Scheme, Term
from equal_footing.reading.problems import did_you_mean
from equal_footing.statement import standing, wording
from equal_footing.statement.facts import Facts
from equal_footing.statement.newest import by_label, newest_of_each_label, newest_value, of_field
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


@dataclass
class Views:
    """The views of one dataset; `drawings` keeps the drawings of figures from build to build."""

    dataset: Dataset
    words: Messages
    drawings: Store = NOTHING
    facts: Facts = field(init=False)

    def __post_init__(self) -> None:
        self.facts = Facts(self.dataset)

    def groups(self, entry: Entry) -> list[Group]:
        """Return the facts of a record by group and field, in the vocabulary's order, the newest figures first."""
        vocabulary, facts = self.dataset.vocabulary, self.facts.of(entry.id)
        groups = []
        for group in vocabulary.groups.values():
            fields = (item for item in vocabulary.fields.values() if item.group == group.id)
            rows = [Row(item, tuple(found)) for item in fields if (found := by_label(of_field(facts, item.id)))]
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

    def own_names(self, entry: Entry) -> dict[str, str]:
        """Return a country's names in its own official languages, where they differ from the English one."""
        official = official_languages(self.dataset, entry.id)
        return {
            language: name
            for language, name in entry.record.name.items()
            if language in official and name != entry.record.title
        }

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


def official_languages(dataset: Dataset, place: str) -> set[str]:
    """Return the BCP 47 tags of the official languages of a country; none for another place."""
    found = dataset.territories.get(place)
    return {language.tag for language in found.languages} if found else set()


# The head of a record and its line in a list; names, relations and numbers --------------------------------------------

Named = tuple[tuple[str, str], ...]
"""Names or texts, each after the BCP 47 tag of its language."""


@dataclass(frozen=True, slots=True)
class StatusView:
    """The status of a record in words, with its citation and its note; `word` sets its looks."""

    word: str
    label: str
    about: str
    time: str
    cited: tuple[Cited, ...]
    note: str | None


@dataclass(frozen=True, slots=True)
class VersionView:
    """Which version of a text was read, in a sentence, with its citation and its note."""

    text: str
    cited: tuple[Cited, ...]
    note: str | None


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a record's page; `kind` is its type where it has one, `status` is missing for places."""

    entry: Entry
    kind: str
    native: Named
    status: StatusView | None
    version: VersionView | None


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
    status: StatusView
    facts: int


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


def native_names(names: dict[str, str]) -> Named:
    """Return the names in other languages than English, where they differ from the English one."""
    return tuple((tag, name) for tag, name in names.items() if tag != "en" and name != names["en"])


@dataclass(frozen=True, slots=True)
class RegisterEntry:
    """A number in a register, with the address of its entry where the register has one."""

    scheme: Scheme
    number: str
    url: str | None
    cited: tuple[Cited, ...]


def head(views: Views, entry: Entry) -> Head:
    """Return the head of a record's page."""
    status, version, read = _status(views, entry) if entry.kind.folder else None, None, entry.record.version
    if read:
        version = VersionView(wording.version(read, views.words), cited(read), read.note)
    return Head(entry, _type(entry) or entry.kind.label, native_names(entry.record.name), status, version)


def _status(views: Views, entry: Entry) -> StatusView:
    found, words = standing.standing(entry.record, views.dataset.vocabulary), views.words
    said = standing.label(found, words), standing.about(found, words), standing.time(found, words)
    return StatusView(found.word, *said, found.cited, found.note)


def last_seen(views: Views, entry: Entry) -> str:
    """Return when a record was last seen, in words; nothing where its status is known well enough."""
    found = standing.standing(entry.record, views.dataset.vocabulary)
    return standing.label(found, views.words) if found.last_seen else ""


def listed(views: Views, entries: list[Entry]) -> list[ListedRecord]:
    """Return records as a list shows them."""
    return [
        ListedRecord(
            entry=entry,
            native=native_names(entry.record.name),
            type=_type(entry),
            begun=begun(views, entry),
            status=_status(views, entry),
            facts=len(views.facts.current(entry.id)),
        )
        for entry in entries
    ]


def begun(views: Views, entry: Entry) -> Begun | None:
    """Return the date with which a record begins: founded, started or adopted, whatever the vocabulary puts first."""
    current = views.facts.current(entry.id)
    for begin in views.dataset.vocabulary.begin_fields:
        fact = newest_value(current, begin.id)
        if fact and fact.value and fact.value.date:
            return Begun(wording.date(fact.value.date, views.words), f"{entry.address}#{fact.anchor}")
    return None


def _type(entry: Entry) -> str:
    return entry.kind.types[entry.record.type].label if entry.record.type else ""


def other_names(views: Views, entry: Entry) -> list[tuple[OtherName, Term]]:
    """Return the former names, other spellings and other translations of a record, each with its type."""
    types = views.dataset.vocabulary.name_types
    return [(other, types[other.type]) for other in entry.record.other_names]


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
    found = []
    for item in entry.record.identifiers:
        scheme = views.dataset.vocabulary.identifier_schemes[item.scheme]
        url = scheme.url.format(id=item.id) if scheme.url else None
        found.append(RegisterEntry(scheme, item.id, url, cited(item)))
    return found


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
