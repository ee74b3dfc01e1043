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
AT_ONCE = 5
"""How many key events of a place and a decade a phone shows at once."""
WHOLE_WIDTH = 760
"""How wide the lanes are drawn for a page without lists beside it."""


@dataclass(frozen=True, slots=True)
class Event:
    """A dated fact, for the timeline, with the first day of its time.

    `place` is the name of the record's place, empty for the record of a place itself. `is_ahead` says that all its
    sources are from before the day, so that they say what was to be.
    """

    date: PartialDate
    place: str
    entry: Entry
    fact: Stated
    is_ahead: bool

    @property
    def said(self) -> Prose:
        """What happened on the date, in a word that fits the kind of the record; empty where its title says it."""
        if self.is_ahead and self.fact.field.expected:
            return self.fact.field.expected
        return heads.date_word(self.entry.kind, self.fact.field)

    @property
    def is_told(self) -> bool:
        """Whether the fact says in a text what happened."""
        return self.fact.value is not None and self.fact.value.is_text


@dataclass(frozen=True, slots=True)
class Happening:
    """What took place once: the event that says it, and those of other records, or of the same one, that repeat it."""

    event: Event
    repeated: tuple[Event, ...] = ()

    @property
    def events(self) -> tuple[Event, ...]:
        """All facts that say it."""
        return (self.event, *self.repeated)

    @property
    def kinds(self) -> list[str]:
        """The kinds of their records, each once."""
        return list(dict.fromkeys(event.entry.kind.id for event in self.events))

    @property
    def told(self) -> list[Event]:
        """The texts of its own record that tell it once more."""
        return [event for event in self.repeated if event.entry.id == self.event.entry.id and event.is_told]

    @property
    def also(self) -> list[Event]:
        """A fact of each other record that says it."""
        others = {event.entry.id: event for event in reversed(self.repeated) if event.entry.id != self.event.entry.id}
        return list(reversed(others.values()))


@dataclass(frozen=True, slots=True)
class KeyEvents:
    """The key events of a place in a decade, the newest first: those that a phone shows at once, and the others."""

    home: Entry
    first: tuple[Happening, ...]
    later: tuple[Happening, ...]

    @property
    def all(self) -> tuple[Happening, ...]:
        """All of them, in their order."""
        return (*self.first, *self.later)

    @property
    def total(self) -> int:
        """How many there are."""
        return len(self.first) + len(self.later)


@dataclass(frozen=True, slots=True)
class Decade:
    """What happened in ten years, or in all years before `EARLY`, the newest first.

    `first` is its first year, None for the years before `EARLY`. `lanes` are its key events by place.
    """

    first: int | None
    happenings: tuple[Happening, ...]
    lanes: tuple[KeyEvents, ...]

    @property
    def address(self) -> str:
        """The address of its page."""
        return address(self.first)

    @property
    def events(self) -> list[Event]:
        """All its dated facts."""
        return [event for one in self.happenings for event in one.events]

    @property
    def years(self) -> list[tuple[int, list[Happening]]]:
        """What happened by year, the newest first."""
        return [(year, list(found)) for year, found in groupby(self.happenings, key=lambda one: one.event.date.year)]


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
                place = home.record.title if home and home is not entry else ""
                found.append(Event(time.start, place, entry, fact, _is_ahead(facts.dataset, fact)))
    found.sort(key=lambda event: event.entry.record.title)
    return sorted(found, key=lambda event: event.date.first, reverse=True)


def _is_ahead(dataset: Dataset, fact: Stated) -> bool:
    """Return whether all sources of a date were published before the day, or may have been at its end at the latest."""
    day = fact.value.date if fact.value else None
    if day is None:
        return False
    published = [dataset.sources[cited.key].source.date for cited in fact.sources]
    return all(found and found.first < day.first and found.last <= day.last for found in published)


def happenings(dataset: Dataset, found: Iterable[Event]) -> list[Happening]:
    """Return events in their order, with those together that say the same.

    Events of a place on one day do if they rest on a source in common, if their record is the same or one of them
    refers to the other, and if their field is the same or one of them is a text. A date comes before a text that says
    it, and the record to which most pages refer before the others.
    """
    groups: list[list[Event]] = []
    by_day: dict[PartialDate, list[list[Event]]] = defaultdict(list)
    for event in found:
        known = by_day[event.date]
        same = next((group for group in known if any(_say_the_same(dataset, event, one) for one in group)), None)
        if same is None:
            groups.append([event])
            known.append(groups[-1])
        else:
            same.append(event)
    for group in groups:
        group.sort(key=lambda event: (event.is_told, -len(dataset.mentions.get(event.entry.id, ()))))
    return [Happening(first, tuple(rest)) for first, *rest in groups]


def _say_the_same(dataset: Dataset, one: Event, other: Event) -> bool:
    if one.date.day is None or one.entry.place != other.entry.place:
        return False
    if one.fact.field != other.fact.field and not (one.is_told or other.is_told):
        return False
    ids, mentions = (one.entry.id, other.entry.id), dataset.mentions
    refers = ids[0] == ids[1] or ids[0] in mentions.get(ids[1], ()) or ids[1] in mentions.get(ids[0], ())
    return refers and not {cited.key for cited in one.fact.sources}.isdisjoint(c.key for c in other.fact.sources)


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
    return [
        Decade(first, tuple(happenings(facts.dataset, found)), tuple(_lanes(facts.dataset, found, key)))
        for first, found in by_decade.items()
    ]


def _lanes(dataset: Dataset, found: list[Event], key: set[tuple[str, str]]) -> Iterable[KeyEvents]:
    """Yield the key events of each place that has some."""
    for place in dataset.places:
        mine = [event for event in found if event.entry.place == place and (event.entry.id, event.fact.anchor) in key]
        if mine:
            shown = happenings(dataset, mine)
            yield KeyEvents(dataset.entries[place], tuple(shown[:AT_ONCE]), tuple(shown[AT_ONCE:]))


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
                one.event.date.first
                for decade in found
                for lane in decade.lanes
                if lane.home.id == place
                for one in lane.all
            ),
        )
        for place in views.dataset.places
    ]
    shown = [lane for lane in all_lanes if lane.days]
    before = views.words("timeline-axis-before")
    return lanes.drawn(shown, EARLY, WHOLE_WIDTH, before), lanes.drawn(shown, EARLY, charts.NARROW, before)
