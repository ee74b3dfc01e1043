"""Facts, citations and words of code lists in the shapes of the JSON files.

Citations are made once for all files, and so are facts that pages list one by one. Those of a whole record are made for
its own page and let go: of most facts no other page says anything.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from typing import Protocol

from equal_footing.export.fact_shapes import Certain, Changed, Citation, Fact, Field, Missing, Named, Time, Value, Words
from equal_footing.keeping.once import Once
from equal_footing.model import records, text, things
from equal_footing.model.entries import Entry
from equal_footing.model.text import Cited
from equal_footing.model.values import PartialDate, Period
from equal_footing.statement import credit
from equal_footing.statement.facts import Facts
from equal_footing.statement.stated import Stated, StatedValue
from equal_footing.tables import fact_rows
from equal_footing.tables.database import number
from equal_footing.tables.fact_rows import fact_key


class Worded(Protocol):
    """A word of a code list."""

    @property
    def id(self) -> str:
        """Its code."""

    @property
    def label(self) -> str:
        """The word that readers see."""


def named(word: Worded) -> Named:
    """Return a word of a code list."""
    return Named(word.id, word.label)


def written(value: object) -> str | None:
    """Return a date or a text as text; None for nothing."""
    return str(value) if value else None


def changed(item: records.Changed | None) -> Changed | None:
    """Return why something is another one than in the edition before, if that is known."""
    return Changed(item.kind, str(item.on), item.reason) if item else None


def time_of(time: Period | PartialDate | None) -> Time | None:
    """Return a time with its first and last day."""
    if time is None:
        return None
    dates = [date for date in (time.start, time.end) if date]
    approximate, uncertain = any(date.is_approximate for date in dates), any(date.is_uncertain for date in dates)
    last = time.end.last.isoformat() if time.end else None
    return Time(str(time), time.start.first.isoformat(), last, approximate or None, uncertain or None)


@dataclass
class FactParts:
    """Makes facts and citations; `said` words a fact, `site_url` is the address of the site."""

    facts: Facts
    said: Callable[[Entry, Stated], str]
    site_url: str
    once: Once

    def citation(self, item: Cited) -> Citation:
        """Return a source with the place in it, which is made once."""
        return self.once(("citation", item), partial(self._citation, item))

    def _citation(self, item: Cited) -> Citation:
        found = self.facts.dataset.sources[item.key]
        return Citation(item.key, credit.title(found.source), item.locator, found.source.url, named(found.grade))

    def citations(self, cited: Iterable[Cited]) -> list[Citation]:
        """Return sources with the places in them."""
        return [self.citation(item) for item in cited]

    def given(self, source: str | None, locator: str | None) -> list[Citation]:
        """Return the one source of something, if it has one."""
        return [self.citation(Cited(source, locator or ""))] if source else []

    def of(self, entry: Entry) -> list[Fact]:
        """Return the facts of a record, those withdrawn too, in the order of its file."""
        return [self._fact(entry, stated, fact) for stated, fact in fact_rows.facts_of(self.facts, entry)]

    def one(self, entry: Entry, stated: Stated) -> Fact:
        """Return one fact of a record, which is made once."""
        return self.once(("fact", entry.id, stated.anchor), partial(self._one, entry, stated.anchor))

    def _one(self, entry: Entry, anchor: str) -> Fact:
        found = fact_rows.facts_of(self.facts, entry)
        return next(self._fact(entry, stated, fact) for stated, fact in found if stated.anchor == anchor)

    def _fact(self, entry: Entry, stated: Stated, fact: records.Fact) -> Fact:
        reason = stated.missing
        missing = (
            Missing(reason.id, reason.label, reason.about, written(stated.searched), stated.where) if reason else None
        )
        return Fact(
            id=fact_key(entry, stated),
            anchor=stated.anchor,
            url=f"{self.site_url}{entry.address}#{stated.anchor}",
            record=Named(entry.id, entry.record.title),
            field=Field(stated.field.id, stated.field.label, stated.field.type),
            words=self.said(entry, stated),
            values=[self._value(value) for value in stated.values],
            sources=self.citations(stated.sources),
            cited=self.citations(fact_rows.in_texts(stated)),
            original=[Words(language, words) for language, words in stated.original.items()],
            label=stated.label,
            missing=missing,
            period=time_of(fact.period),
            as_of=time_of(fact.as_of),
            own_anchor=fact.id,
            note=stated.note,
            withdrawn=written(stated.withdrawn),
            moved_to=f"{self.site_url}{things.address(stated.moved_to)}#{stated.anchor}" if stated.moved_to else None,
            changed=changed(fact.changed),
            certain=[Certain(*item) for item in fact.certain.items()] or None,
        )

    def _value(self, value: StatedValue) -> Value:
        period = value.time if isinstance(value.time, Period) else None
        unit = value.unit
        return Value(
            value=text.plain(value.text) if value.is_text else value.data,
            support=named(value.support),
            sources=self.citations(value.cited),
            undated=value.is_undated,
            shown_first=value.is_shown_first,
            number=number(value.number) if value.number is not None else None,
            to=number(value.upper) if value.upper is not None else None,
            date=time_of(value.date),
            markdown=value.text if value.is_text else None,
            precision=named(value.precision) if value.precision else None,
            unit=Named(unit.id, unit.other) if unit else Named(value.measure, value.measure) if value.measure else None,
            currency=value.currency,
            per=value.per,
            basis=named(value.basis) if value.basis else None,
            yearly=value.is_yearly or None,
            period=time_of(period),
            as_of=time_of(value.time) if period is None else None,
            fiscal=value.is_fiscal if period else None,
            note=value.note,
        )
