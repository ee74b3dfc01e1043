"""The timeline: all dated facts by decade, and the key events of each place in lanes."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from equal_footing.keeping.once import Once
from equal_footing.model.dataset import Dataset
from equal_footing.model.entries import Entry
from equal_footing.model.prose import Prose
from equal_footing.model.values import PartialDate
from equal_footing.statement.facts import Facts
from equal_footing.statement.newest import newest_first
from equal_footing.statement.stated import Stated
from equal_footing.views import charts, heads, lanes
from equal_footing.views.records import Views

EARLY = 1950
"""The year before which all events share a page."""
WHOLE_WIDTH = 760
"""How wide the lanes are drawn for a page without lists beside it."""


@dataclass(frozen=True, slots=True)
class Event:
    """A dated fact, for the timeline, with the first day of its time and the name of the record's place."""

    date: PartialDate
    place: str
    entry: Entry
    fact: Stated

    @property
    def said(self) -> Prose:
        """What happened on the date, in a word that fits the kind of the record; empty where its title says it."""
        return heads.date_word(self.entry.kind, self.fact.field)


@dataclass(frozen=True, slots=True)
class Decade:
    """The events of ten years, or of all years before `EARLY`, the newest first.

    `first` is its first year, None for the years before `EARLY`. `lanes` are its key events by place.
    """

    first: int | None
    events: tuple[Event, ...]
    lanes: tuple[tuple[Entry, tuple[Event, ...]], ...]

    @property
    def address(self) -> str:
        """The address of its page."""
        return address(self.first)

    @property
    def years(self) -> list[tuple[int, list[Event]]]:
        """Its events by year, the newest first."""
        return [(year, list(found)) for year, found in groupby(self.events, key=lambda event: event.date.year)]


def address(first: int | None) -> str:
    """Return the address of the page of a decade by its first year, or of the years before `EARLY`."""
    return f"timeline/{first}s/" if first else f"timeline/before-{EARLY}/"


def first_years(dataset: Dataset) -> list[int | None]:
    """Return the decades that have a page, the newest first, as their first years: all up to the newest review.

    They do not depend on what is on record, since a page that was published stays.
    """
    newest = dataset.reviewed.year if dataset.reviewed else EARLY
    return [*range(newest // 10 * 10, EARLY - 1, -10), None]


def events(facts: Facts) -> list[Event]:
    """Return all dated facts, the newest first."""
    found = []
    entries, known = facts.dataset.entries, facts.dataset.vocabulary.fields
    fields = [field.id for field in known.values() if field.timeline]
    for entry in entries.values():
        home = entries.get(entry.place)
        for fact in facts.current_of(entry.id, *fields):
            if fact.value and (time := fact.value.date or fact.time):
                found.append(Event(time.start, home.record.title if home else "", entry, fact))
    found.sort(key=lambda event: event.entry.record.title)
    return sorted(found, key=lambda event: event.date.first, reverse=True)


def decades_once(facts: Facts, once: Once) -> list[Decade]:
    """Return the decades as `decades` does, worked out once for all that show them."""
    return once("decades", lambda: decades(facts))


def decades(facts: Facts) -> list[Decade]:
    """Return the timeline by decade, the newest first."""
    known = first_years(facts.dataset)
    by_decade: dict[int | None, list[Event]] = {first: [] for first in known}
    for event in events(facts):
        first = event.date.year // 10 * 10 if event.date.year >= EARLY else None
        by_decade[first if first in by_decade else known[0]].append(event)
    key = key_facts(facts)
    return [Decade(first, tuple(found), tuple(_lanes(facts.dataset, found, key))) for first, found in by_decade.items()]


def _lanes(
    dataset: Dataset, found: list[Event], key: set[tuple[str, str]]
) -> Iterable[tuple[Entry, tuple[Event, ...]]]:
    """Yield the key events of each place that has some."""
    for place in dataset.places:
        mine = [event for event in found if event.entry.place == place and (event.entry.id, event.fact.anchor) in key]
        if mine:
            yield dataset.entries[place], tuple(mine)


def key_facts(facts: Facts) -> set[tuple[str, str]]:
    """Return the facts that are key events, as records and anchors: of a field that says so each, or the newest."""
    found = set()
    fields = [field.id for field in facts.dataset.vocabulary.fields.values() if field.key_event]
    for entry in facts.dataset.entries.values():
        by_field: dict[str, list[Stated]] = defaultdict(list)
        for fact in facts.current_of(entry.id, *fields):
            if fact.value:
                by_field[fact.field.id].append(fact)
        for mine in by_field.values():
            chosen = mine if mine[0].field.key_event == "each" else newest_first(mine)[:1]
            found |= {(entry.id, fact.anchor) for fact in chosen}
    return found


def drawing(views: Views, found: list[Decade]) -> tuple[str, str]:
    """Return the key events as a drawing with a lane for each place, for wide screens and for phones."""
    all_lanes = [
        lanes.Lane(
            views.words.said(views.dataset.entries[place].record.title),
            views.colours.get(place, 0),
            tuple(
                event.date.first
                for decade in found
                for home, mine in decade.lanes
                if home.id == place
                for event in mine
            ),
        )
        for place in views.dataset.places
    ]
    shown = [lane for lane in all_lanes if lane.days]
    before = views.words("timeline-axis-before")
    return lanes.drawn(shown, EARLY, WHOLE_WIDTH, before), lanes.drawn(shown, EARLY, charts.NARROW, before)
