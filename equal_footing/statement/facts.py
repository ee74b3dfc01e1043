"""The facts of a dataset as they are stated, each resolved once for all that show it."""

from dataclasses import dataclass, field
from functools import cached_property

from equal_footing.model.dataset import Dataset
from equal_footing.model.fixed_words import FISCAL_YEAR
from equal_footing.model.typed_values import MonthDay
from equal_footing.model.vocabulary import Field
from equal_footing.statement.newest import newest_value
from equal_footing.statement.stated import Stated, resolve


@dataclass
class Facts:
    """The facts of a dataset as they are stated; those of a record are resolved when they are first asked for."""

    dataset: Dataset
    _resolved: dict[str, tuple[Stated, ...]] = field(default_factory=dict, init=False)

    def of(self, record: str) -> tuple[Stated, ...]:
        """Return all facts of a record, those withdrawn too, in the order of its file; raises KeyError."""
        if record not in self._resolved:
            entry, vocabulary = self.dataset.entries[record], self.dataset.vocabulary
            start = self.fiscal_starts.get(entry.place)
            facts = (resolve(fact, vocabulary, start, self.dataset.is_dated) for fact in entry.record.facts)
            self._resolved[record] = tuple(facts)
        return self._resolved[record]

    def current(self, record: str) -> list[Stated]:
        """Return the facts of a record that count: those that were not withdrawn; raises KeyError."""
        return [fact for fact in self.of(record) if fact.withdrawn is None]

    @cached_property
    def undated(self) -> dict[str, list[Field]]:
        """The fields that change with time and whose values rest on an undated source, by the key of the source."""
        found: dict[str, list[Field]] = {}
        for record in self.dataset.entries:
            for fact in self.current(record):
                for key in (value.cited[0].key for value in fact.values if value.is_undated):
                    found.setdefault(key, []).append(fact.field)
        return found

    @cached_property
    def cited_on(self) -> dict[str, list[str]]:
        """The keys of the sources that each page cites, by the id of the page, in the order of the sources' uses."""
        found: dict[str, list[str]] = {}
        for use in (use for uses in self.dataset.uses.values() for use in uses):
            found.setdefault(use.page, []).append(use.key)
        return found

    @cached_property
    def fiscal_starts(self) -> dict[str, MonthDay]:
        """The month and day on which the fiscal year of each country begins, as far as they are on record."""
        found: dict[str, MonthDay] = {}
        for country in self.dataset.countries:
            # resolved here without the start of the fiscal year, which is what is looked for
            facts = [resolve(fact, self.dataset.vocabulary) for fact in country.record.current]
            newest = newest_value(facts, FISCAL_YEAR)
            if newest and newest.value and isinstance(newest.value.parsed, tuple):
                found[country.id] = newest.value.parsed
        return found
