"""The facts of a dataset as they are stated, each resolved once for all that show it."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property

from equal_footing.keeping.once import Once
from equal_footing.model.dataset import Dataset
from equal_footing.model.entries import Entry
from equal_footing.model.fiscal_years import MonthDay
from equal_footing.model.fixed_words import COUNTRY, FISCAL_YEAR
from equal_footing.model.vocabulary import Field
from equal_footing.statement.newest import newest_value, of_field
from equal_footing.statement.stated import Stated, resolve

RATE = "rate"
"""The type of the fields that hold exchange rates."""


@dataclass(frozen=True, slots=True)
class Ground:
    """On what a fact rests: the keys of its sources, those of each of its values, and why it has none."""

    sources: tuple[str, ...]
    values: tuple[tuple[str, ...], ...]
    missing: str | None


@dataclass
class Facts:
    """The facts of a dataset as they are stated; those of a record are resolved when they are first asked for."""

    dataset: Dataset
    once: Once = field(default_factory=Once, init=False)
    """What later rooms make of all facts."""
    _resolved: dict[str, tuple[Stated, ...]] = field(default_factory=dict, init=False)
    _starts: dict[str, MonthDay | None] = field(default_factory=dict, init=False)

    def of(self, record: str) -> tuple[Stated, ...]:
        """Return all facts of a record, those withdrawn too, in the order of its file; raises KeyError."""
        if record not in self._resolved:
            entry, vocabulary = self.dataset.entries[record], self.dataset.vocabulary
            start = self._fiscal_start(entry.place)
            facts = (resolve(fact, vocabulary, start, self.dataset.is_dated) for fact in entry.record.facts)
            self._resolved[record] = tuple(facts)
        return self._resolved[record]

    def take(self, part: "Facts") -> None:
        """Take the facts that were resolved for a part of the dataset, which finds all else by name as well."""
        self._resolved |= part._resolved

    def current(self, record: str) -> list[Stated]:
        """Return the facts of a record that count: those that were not withdrawn; raises KeyError."""
        return [fact for fact in self.of(record) if fact.withdrawn is None]

    def current_of(self, record: str, *fields: str) -> list[Stated]:
        """Return those of some fields: a page that asks for them does not depend on the other facts of the record."""
        return of_field(self.current(record), *fields)

    def counts(self, place: str | None = None) -> dict[str, int]:
        """Return how many records, facts, values, sources and claims there are, in all or in one place."""
        dataset, entries = self.dataset, list(self._entries(place))
        current = [fact for entry in entries for fact in self.current(entry.id)]
        return {
            "countries": len(dataset.countries),
            "records": len(entries),
            "facts": len(current),
            "values": sum(fact.value is not None for fact in current),
            "sources": len(dataset.sources_of(place)),
            "claims": sum(len(section.claims) for section, _ in dataset.sections),
        }

    def _entries(self, place: str | None) -> Iterable[Entry]:
        return self.dataset.entries.values() if place is None else self.dataset.of_place(place)

    def grounds(self, place: str | None) -> list[Ground]:
        """Return on what each fact rests that counts, of all or of those of one place."""
        return [
            Ground(
                tuple(item.key for item in fact.sources),
                tuple(tuple(item.key for item in value.cited) for value in fact.values),
                fact.missing.id if fact.missing else None,
            )
            for entry in self._entries(place)
            for fact in self.current(entry.id)
        ]

    @cached_property
    def _all(self) -> list[tuple[str, Stated]]:
        """All facts that count, each with the id of its record, in the order of the records."""
        return [(record, fact) for record in self.dataset.entries for fact in self.current(record)]

    @cached_property
    def disputed(self) -> list[tuple[str, Stated]]:
        """The facts on which sources disagree, each with the id of its record."""
        return [(record, fact) for record, fact in self._all if fact.missing and fact.values]

    @cached_property
    def rates(self) -> list[tuple[str, Stated]]:
        """The exchange rates, each with the id of its record."""
        return [(record, fact) for record, fact in self._all if fact.field.type == RATE]

    @cached_property
    def years(self) -> tuple[int, int] | None:
        """The first and the last year of the times of facts and values; None where none has a time."""
        times = (time for _, fact in self._all for time in (fact.time, *(value.time for value in fact.values)))
        days = [day for time in times if time for day in (time.start, time.end) if day]
        years = [year for day in days for year in (day.first.year, day.last.year)]
        return (min(years), max(years)) if years else None

    @cached_property
    def undated(self) -> dict[str, list[Field]]:
        """The fields that change with time and whose values rest on an undated source, by the key of the source."""
        found: dict[str, list[Field]] = {}
        for _, fact in self._all:
            for key in (value.cited[0].key for value in fact.values if value.is_undated):
                found.setdefault(key, []).append(fact.field)
        return found

    @cached_property
    def fiscal_starts(self) -> dict[str, MonthDay]:
        """The month and day on which the fiscal year of each country begins, as far as they are on record."""
        starts = {country.id: self._fiscal_start(country.id) for country in self.dataset.countries}
        return {place: start for place, start in starts.items() if start}

    def _fiscal_start(self, place: str) -> MonthDay | None:
        if place not in self._starts:
            self._starts[place] = self._found_start(place)
        return self._starts[place]

    def _found_start(self, place: str) -> MonthDay | None:
        home = self.dataset.entries.get(place)
        if home is None or home.kind.id != COUNTRY:
            return None
        # resolved here without the start of the fiscal year, which is what is looked for
        facts = [resolve(fact, self.dataset.vocabulary) for fact in home.record.current if fact.field == FISCAL_YEAR]
        newest = newest_value(facts, FISCAL_YEAR)
        return newest.value.parsed if newest and newest.value and isinstance(newest.value.parsed, tuple) else None
