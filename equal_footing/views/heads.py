"""The head of a record's page, its line in a list, and its names."""

from dataclasses import dataclass

from equal_footing.model.dataset import Dataset
from equal_footing.model.entries import Entry
from equal_footing.model.messages import Messages
from equal_footing.model.prose import Prose, uncapitalised
from equal_footing.model.records import OtherName
from equal_footing.model.terms import Term
from equal_footing.model.text import Cited, plain
from equal_footing.model.vocabulary import Field, Kind
from equal_footing.statement import standing, wording
from equal_footing.statement.newest import newest_value
from equal_footing.statement.stated import cited
from equal_footing.views.records import Views

Tagged = tuple[tuple[str, str], ...]
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
class RecordHead:
    """The head of a record's page; `kind` is its type where it has one, `status` is missing for places.

    `native` are its names in other languages; those of a country only in its own languages.
    """

    entry: Entry
    kind: str
    native: Tagged
    status: StatusView | None
    version: VersionView | None


@dataclass(frozen=True, slots=True)
class Begun:
    """The date with which a record begins, in words, the address of the fact that says so, and what took place.

    `word` is empty where the title of the record says it.
    """

    date: str
    address: str
    word: Prose


@dataclass(frozen=True, slots=True)
class ListedRecord:
    """A record in a list; `type` is empty where its kind has no types, `about` is the first sentence of its lead."""

    entry: Entry
    native: Tagged
    type: str
    begun: Begun | None
    status: StatusView
    about: str


def native_names(names: dict[str, str]) -> Tagged:
    """Return the names in other languages than English, where they differ from the English one."""
    return tuple((tag, name) for tag, name in names.items() if tag != "en" and name != names["en"])


def head(views: Views, entry: Entry) -> RecordHead:
    """Return the head of a record's page."""
    read = entry.record.version
    is_place = entry.kind.is_place
    return RecordHead(
        entry=entry,
        kind=_type(entry) or entry.kind.label,
        native=tuple(views.own_names(entry).items()) if is_place else native_names(entry.record.name),
        status=None if is_place else status(views, entry),
        version=VersionView(wording.version(read, views.words), cited(read), read.note) if read else None,
    )


def status(views: Views, entry: Entry) -> StatusView:
    """Return the status of a record in words; of a conclusion of ours that still holds, how new its sources are."""
    found, words = standing.standing(entry.record, views.dataset.vocabulary), views.words
    if entry.kind.dated_by_sources and found.as_of and not found.code.ended:
        until = words("sources-until", date=wording.date(found.as_of, words))
        return StatusView(found.word, until, words("sources-until-about"), "", found.cited, None)
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
            status=status(views, entry),
            about=about(views, entry),
        )
        for entry in entries
    ]


def about(views: Views, entry: Entry) -> str:
    """Return what a record is, in the first sentence of its lead."""
    return wording.first_sentence(plain(views.words.said(entry.record.summary)))


def begun(views: Views, entry: Entry) -> Begun | None:
    """Return the date with which a record begins: founded, started or adopted, whatever the vocabulary puts first."""
    fields = [field.id for field in views.dataset.vocabulary.begin_fields]
    current = views.facts.current_of(entry.id, *fields)
    for field in fields:
        fact = newest_value(current, field)
        if fact and fact.value and fact.value.date:
            date, address = wording.date(fact.value.date, views.words), f"{entry.address}#{fact.anchor}"
            return Begun(date, address, date_word(entry.kind, fact.field))
    return None


def date_word(kind: Kind, field: Field) -> Prose:
    """Return what took place on the date of a field, in a word that fits a kind; empty where its titles say it."""
    return Prose("") if field.id in kind.date_in_title else kind.date_words.get(field.id, field.label)


def _type(entry: Entry) -> str:
    return entry.kind.types[entry.record.type].label if entry.record.type else ""


def other_names(dataset: Dataset, entry: Entry) -> list[tuple[OtherName, Term, tuple[Cited, ...]]]:
    """Return the former names, other spellings and other translations of a record, with their types and sources."""
    types = dataset.vocabulary.name_types
    return [(other, types[other.type], cited(other)) for other in entry.record.other_names]


def about_name(other: OtherName, type_: Term, words: Messages) -> str:
    """Return what another name of a record is, such as `former name, until October 2020`."""
    said = words.said(uncapitalised(type_.label))
    return f"{said}, {words('until', date=wording.date(other.until, words))}" if other.until else said
