"""What is shown of a place beside its own facts: its card, its directories, the pages that compare it with others."""

from dataclasses import dataclass

from equal_footing.model import countries
from equal_footing.model.countries import ISO_3166, ISO_4217
from equal_footing.model.dataset import COMPARE, Dataset, Entry, FigureEntry
from equal_footing.model.vocabulary import Kind
from equal_footing.views import comparison, overviews
from equal_footing.views.heads import Named
from equal_footing.views.records import Views

SHOWN = 6
"""How many records of a kind the page of a place names; it leads to the others."""


@dataclass(frozen=True, slots=True)
class Directory:
    """The records of one kind in a place, with the address of the page that lists them all."""

    kind: Kind
    address: str
    entries: tuple[Entry, ...]

    @property
    def first(self) -> tuple[Entry, ...]:
        """The records that the page of the place names."""
        return self.entries[:SHOWN]

    @property
    def has_more(self) -> bool:
        """Whether there are more records than the page of the place names."""
        return len(self.entries) > SHOWN


@dataclass(frozen=True, slots=True)
class PlaceCard:
    """A place in the list of places: its names in its own languages, what it holds, its directories."""

    home: Entry
    own_names: Named
    counts: dict[str, int]
    directories: tuple[Directory, ...]


@dataclass(frozen=True, slots=True)
class Standard:
    """What a standard says of a country: a label, the values, and the standard with its version."""

    label: str
    values: tuple[str, ...]
    basis: str


def standards(views: Views, country: Entry) -> list[Standard]:
    """Return codes, currency and official languages of a country by its code; nothing for another place."""
    found, words = views.dataset.territories.get(country.id), views.words
    if found is None:
        return []
    languages = tuple(
        item.label if item.in_law else words("language-in-fact", language=item.label) for item in found.languages
    )
    rows = [
        Standard(words("standard-codes"), (found.alpha2, found.alpha3, found.numeric), countries.iso_basis(ISO_3166)),
        Standard(
            words("standard-currency"),
            tuple(f"{code} ({name})" for code, name in found.currencies),
            f"{countries.cldr_basis()}, {countries.iso_basis(ISO_4217)}",
        ),
        Standard(words("standard-languages"), languages, countries.cldr_basis()),
    ]
    return [row for row in rows if row.values]


def cards(views: Views) -> list[PlaceCard]:
    """Return a card for each country and for the international frame."""
    dataset = views.dataset
    return [
        PlaceCard(
            home := dataset.entries[place],
            tuple(views.own_names(home).items()),
            overviews.counts(views.facts, place),
            tuple(directories(dataset, place)),
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
