"""What pages show of a record: its facts, by field and group."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property

from equal_footing.keeping.store import NOTHING, Store
from equal_footing.model.dataset import Dataset
from equal_footing.model.entries import Entry
from equal_footing.model.field_types import NUMERIC
from equal_footing.model.messages import Messages
from equal_footing.model.terms import Term
from equal_footing.model.values import PartialDate
from equal_footing.model.vocabulary import Field
from equal_footing.reading.problems import did_you_mean
from equal_footing.statement.facts import Facts
from equal_footing.statement.newest import by_label, for_reading, newest_of_each_label, of_field, summing_up
from equal_footing.statement.points import points_of
from equal_footing.statement.stated import Stated
from equal_footing.views.charts import sparkline

MIN_POINTS = 3
"""How many values make a line."""
MOST_PARTS = 3
"""How many parts of a field a table or the beginning of a page shows; it leads to the others."""
COLOURS = 12
"""How many colours of countries the style sheet has."""


@dataclass(frozen=True, slots=True)
class Strand:
    """A fact, and the earlier values that it replaces, the newest first."""

    fact: Stated
    earlier: tuple[Stated, ...] = ()

    @property
    def line(self) -> str:
        """A line through all its values as SVG, where there are three or more of one measure at different times."""
        points = [point for fact in (self.fact, *self.earlier) for point in points_of(fact)]
        timed = sorted((point.middle, float(point.number)) for point in points if point.middle)
        measures = [(point.value.currency, point.value.measure, point.value.basis) for point in points]
        return (
            sparkline(timed)
            if len({day for day, _ in timed}) >= MIN_POINTS and measures.count(measures[0]) == len(measures)
            else ""
        )


@dataclass(frozen=True, slots=True)
class Row:
    """The facts of one field.

    At the beginning of a page these may be some of its facts: `is_again` says that all of them, with their anchors, are
    in the section of the field, and `left` how many parts are only there.
    """

    field: Field
    facts: tuple[Stated, ...]
    is_again: bool = False
    left: int = 0

    @property
    def strands(self) -> list[Strand]:
        """The facts as a page shows them: earlier values of what changes, or is counted, are behind the newest one."""
        if not (self.field.changes or self.field.type in NUMERIC):
            return [Strand(fact) for fact in self.facts]
        found: dict[str | None, list[Stated]] = defaultdict(list)
        for fact in self.facts:
            found[fact.label].append(fact)
        return [Strand(facts[0], tuple(facts[1:])) for facts in found.values()]


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

    @cached_property
    def colours(self) -> dict[str, int]:
        """The number of the colour of each country by its id, from 1 to `COLOURS`; beyond that they come again."""
        return {country.id: at % COLOURS + 1 for at, country in enumerate(self.dataset.countries)}

    # Facts ----------------------------------------------------------------------------------------------------------

    def key_facts(self, entry: Entry) -> list[Row]:
        """Return the facts with which the page of a record begins: those of its kind, as tables choose them."""
        found = defaultdict(list)
        for fact in self.facts.of(entry.id):
            found[fact.field.id].append(fact)
        rows = []
        for name in entry.kind.key_facts:
            chosen = summing_up(found[name], day_of(entry))
            shown = tuple(chosen[:MOST_PARTS])
            if shown:
                is_again = len(shown) < len(found[name])
                rows.append(Row(shown[0].field, shown, is_again, len(chosen) - len(shown)))
        return rows

    def groups(self, entry: Entry, besides: Iterable[Row] = ()) -> list[Group]:
        """Return the facts of a record by group and field, in the vocabulary's order, the newest figures first.

        The fields of the rows `besides` are left out where these hold all of their facts.
        """
        whole = {row.field.id for row in besides if not row.is_again}
        vocabulary = self.dataset.vocabulary
        facts = defaultdict(list)
        for fact in self.facts.of(entry.id):
            if fact.field.id not in whole:
                facts[fact.field.id].append(fact)
        rows = defaultdict(list)
        for name, item in vocabulary.fields.items():
            if name in facts:
                rows[item.group].append(Row(item, tuple(for_reading(facts[name]))))
        return [Group(group, tuple(rows[name])) for name, group in vocabulary.groups.items() if name in rows]

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


def day_of(entry: Entry) -> PartialDate | None:
    """Return the day from which one looks back at a record, that of its review.

    None for laws and policies: what a text says holds until somebody amends it, however old it is.
    """
    return None if entry.kind.versions else entry.record.reviewed


def official_languages(dataset: Dataset, place: str) -> set[str]:
    """Return the BCP 47 tags of the official languages of a country; none for another place."""
    found = dataset.territories.get(place)
    return {language.tag for language in found.languages} if found else set()
