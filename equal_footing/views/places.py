"""What is shown of a place beside its own facts: its card, its directories, the pages that compare it with others."""

from collections import Counter
from dataclasses import dataclass

from equal_footing.model import countries
from equal_footing.model.countries import ISO_3166, ISO_4217
from equal_footing.model.dataset import Dataset
from equal_footing.model.entries import Entry, FigureEntry
from equal_footing.model.fixed_words import FRAME
from equal_footing.model.things import COMPARE
from equal_footing.model.values import PartialDate
from equal_footing.model.vocabulary import Field, Kind
from equal_footing.statement.newest import newest_first, newest_value
from equal_footing.statement.stated import Stated, StatedValue
from equal_footing.views import comparison
from equal_footing.views.heads import Tagged, about
from equal_footing.views.records import Views

TILES = 8
"""How many values sum a country up."""
DATES = 10
"""How many dates the page of a country names; it leads to the others."""


@dataclass(frozen=True, slots=True)
class Directory:
    """The records of one kind in a place, with the address of the page that lists them all."""

    kind: Kind
    address: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Tile:
    """A fact that helps to sum a country up, with the record on whose page it is."""

    entry: Entry
    fact: Stated

    @property
    def values(self) -> tuple[StatedValue, ...]:
        """Its value; where sources disagree the one that is shown first, or all where none is."""
        return self.fact.values[:1] if self.fact.values[0].is_shown_first else self.fact.values


@dataclass(frozen=True, slots=True)
class KeyDate:
    """A date with which a record begins, with the record, and the field and the fact that hold the date."""

    date: PartialDate
    entry: Entry
    field: Field
    fact: Stated


@dataclass(frozen=True, slots=True)
class PlaceCard:
    """A place in the list of places: its names in its own languages, its story in a sentence, and what it holds."""

    home: Entry
    own_names: Tagged
    story: str
    counts: dict[str, int]


@dataclass(frozen=True, slots=True)
class Standard:
    """What a standard says about a country: a label, the values, and the standard with its version."""

    label: str
    values: tuple[str, ...]
    basis: str


def standards(views: Views, country: Entry) -> list[Standard]:
    """Return codes, currency and official languages of a country by its code; nothing for another place."""
    found, words = views.dataset.territories.get(country.id), views.words
    if found is None:
        return []
    known = views.dataset.vocabulary.languages
    languages = []
    for item in found.languages:
        label = known[item.tag].label if item.tag in known else countries.display(item.code, words.locale)
        languages.append(words.said(label) if item.in_law else words("language-in-fact", language=label))
    codes = tuple(code for _, code in found.codes)
    of_users = words("standard-of-users") if len(codes) == 1 else countries.iso_basis(ISO_3166)
    own = words("standard-of-place") if found.is_own else ""
    rows = [
        Standard(words("standard-codes"), codes, of_users),
        Standard(
            words("standard-currency"),
            tuple(f"{code} ({words.locale.currencies.get(code, name)})" for code, name in found.currencies),
            own or f"{countries.cldr_basis()}, {countries.iso_basis(ISO_4217)}",
        ),
        Standard(words("standard-languages"), tuple(languages), own or countries.cldr_basis()),
    ]
    return [row for row in rows if row.values]


def cards(views: Views) -> list[PlaceCard]:
    """Return a card for each country and for the international framework."""
    dataset = views.dataset
    return [
        PlaceCard(
            home := dataset.entries[place],
            tuple(views.own_names(home).items()),
            about(views, home),
            views.facts.counts(place),
        )
        for place in dataset.places
    ]


def directories(dataset: Dataset, place: str) -> list[Directory]:
    """Return the directories of a place, in the order of the kinds."""
    groups = dataset.by_place_and_kind
    return [
        Directory(kind, f"{place}/{kind.folder}/", tuple(groups[place, kind.id]))
        for kind in dataset.folder_kinds
        if (place, kind.id) in groups
    ]


def pairs(dataset: Dataset, country: Entry) -> list[tuple[Entry, str]]:
    """Return the other countries of the pages that compare a country with another one, and the addresses of these."""
    return [
        (other if one == country else one, f"{COMPARE}/{one.id}-{other.id}/")
        for one, other in comparison.pairs(dataset)
        if country in (one, other)
    ]


def figures(dataset: Dataset) -> list[tuple[Entry, list[FigureEntry]]]:
    """Return the figures by place, and leave out places without any."""
    found = [(dataset.entries[place], dataset.figures_of(place)) for place in dataset.places]
    return [(home, entries) for home, entries in found if entries]


def shared_figure(dataset: Dataset) -> FigureEntry | None:
    """Return the first figure of the international framework, which compares countries; None where there is none."""
    frames = (place for place in dataset.places if dataset.entries[place].kind.id == FRAME)
    return next((figure for place in frames for figure in dataset.figures_of(place)), None)


def tiles(views: Views, country: Entry) -> list[Tile]:
    """Return the values with which the page of a country begins, at most `TILES`, the newest of each sort.

    First come those of the country's own file, by the fields that the vocabulary marks, then those of the records
    behind its answers, by the fields that a question names. What a field says about other things fills the free places.
    """
    own = [(Tile(country, fact), rank) for row in views.glance(country) for rank, fact in enumerate(row.facts)]
    behind = [(tile, 0) for tile in _behind_answers(views, country)]
    found = own + behind
    kept: dict[tuple[str, str], int] = {}
    for at in sorted(range(len(found)), key=lambda at: (found[at][1], at)):
        fact = found[at][0].fact
        kept.setdefault((fact.field.id, fact.first.data if fact.first else ""), at)  # the same value on two records
    return [found[at][0] for at in sorted(list(kept.values())[:TILES])]


def _behind_answers(views: Views, country: Entry) -> list[Tile]:
    """Return the newest value of the fields that each question names, among the records on which its answer rests."""
    dataset, found = views.dataset, []
    for _, questions in dataset.question_groups:
        for entry in (entry for entry in questions if entry.question.glance):
            known = [
                Tile(record, fact)
                for record in comparison.cell(dataset, entry, country).records
                for fact in views.facts.current_of(record.id, *entry.question.glance)
                if record.place == country.id and fact.values
            ]
            newest = newest_first(tile.fact for tile in known)[:1]
            found += [tile for tile in known if tile.fact in newest]
    return found


def key_dates(views: Views, country: Entry) -> list[KeyDate]:
    """Return the dates with which the records begin on which most of a country's answers rest, the newest first."""
    dataset = views.dataset
    weights = Counter(
        record.id
        for question in dataset.questions.values()
        for record in comparison.cell(dataset, question, country).records
    )
    found = []
    for entry in sorted(dataset.of_place(country.id), key=lambda entry: (-weights[entry.id], entry.id)):
        fields = [field.id for field in dataset.vocabulary.begin_fields]
        facts = views.facts.current_of(entry.id, *fields)
        begun = (newest_value(facts, field) for field in fields)
        first = next((fact for fact in begun if fact), None)
        if first and first.value and first.value.date:
            found.append(KeyDate(first.value.date, entry, first.field, first))
    return sorted(found[:DATES], key=lambda item: (item.date.first, item.entry.id), reverse=True)
