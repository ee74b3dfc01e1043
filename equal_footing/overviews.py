"""What cuts across all records: the timeline, the sources, the counts, the code lists."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass

from equal_footing import formats
from equal_footing.anchors import anchor
from equal_footing.dataset import Dataset, Entry, SourceEntry
from equal_footing.notes import evidence
from equal_footing.text import Cited
from equal_footing.values import PartialDate
from equal_footing.views import cited
from equal_footing.vocabulary import Field, Term


@dataclass(frozen=True, slots=True)
class Event:
    """A dated fact, for the timeline."""

    date: PartialDate
    when: str
    entry: Entry
    field: Field
    of: str | None
    text: str | None
    anchor: str
    cited: tuple[Cited, ...]


@dataclass(frozen=True, slots=True)
class Year:
    """The events of one year."""

    year: int
    events: tuple[Event, ...]


@dataclass(frozen=True, slots=True)
class SourceView:
    """A source with its kind of evidence and the records that cite it."""

    entry: SourceEntry
    evidence: Term
    uses: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class CodeList:
    """A code list of the vocabulary; `typed` when its terms have a type of value."""

    id: str
    file: str
    terms: tuple[Term, ...]
    typed: bool


def timeline(dataset: Dataset) -> list[Year]:
    """All dated facts, by year, oldest first."""
    years: dict[int, list[Event]] = defaultdict(list)
    for entry in dataset.entries.values():
        for fact in entry.record.facts:
            term = dataset.vocabulary.fields[fact.field]
            if not term.timeline or fact.value is None:
                continue
            if term.type == "date":
                date, text = PartialDate.parse(fact.value), None
            else:
                time = fact.as_of or (fact.period.start if fact.period else None)
                if time is None:
                    continue
                date, text = time, fact.value
            event = Event(date, formats.date(date), entry, term, fact.of, text, anchor(fact), cited(fact))
            years[date.year].append(event)
    return [
        Year(year, tuple(sorted(events, key=lambda event: (event.date.first, event.entry.record.title))))
        for year, events in sorted(years.items())
    ]


def sources(dataset: Dataset, place: str) -> list[SourceView]:
    """Return the sources in a place's list with what cites them, in the order of their publishers."""
    views = []
    for entry in dataset.sources.values():
        if entry.place == place:
            counts = Counter(use.entry for use in dataset.uses.get(entry.key, []))
            views.append(SourceView(entry, evidence(dataset, entry), tuple(counts.items())))
    return sorted(views, key=lambda view: (view.entry.source.publisher.casefold(), view.entry.key))


def source_counts(dataset: Dataset) -> list[tuple[str, Counter[str]]]:
    """Return how many sources of each kind of evidence each place has."""
    places: dict[str, Counter[str]] = defaultdict(Counter)
    for entry in dataset.sources.values():
        places[entry.place][evidence(dataset, entry).id] += 1
    return [(place, places[place]) for place in dataset.places if place in places]


def counts(dataset: Dataset, place: str | None = None) -> dict[str, int]:
    """Return how many records, facts, values, sources and claims there are, in all or in one place."""
    entries = [entry for entry in dataset.entries.values() if place in (None, entry.place)]
    facts = [fact for entry in entries for fact in entry.record.facts]
    return {
        "countries": len(dataset.countries),
        "records": len(entries),
        "facts": len(facts),
        "values": sum(fact.value is not None for fact in facts),
        "sources": sum(place in (None, source.place) for source in dataset.sources.values()),
        "claims": sum(len(section.claims) for section, _ in dataset.sections),
    }


def code_lists(dataset: Dataset) -> list[CodeList]:
    """Return the code lists of the vocabulary."""
    vocabulary = dataset.vocabulary
    lists = (
        "kinds", "groups", "fields", "states", "supports", "qualifiers", "bases", "statuses", "relations",
        "source_types", "evidence", "verdicts", "claim_types", "name_sorts", "identifier_schemes",
    )  # fmt: skip
    return [
        CodeList(name, f"data/vocabulary/{name}.yml", tuple(vocabulary.codes(name).values()), name == "fields")
        for name in lists
    ]


def verdicts(dataset: Dataset) -> list[tuple[Term, int]]:
    """Return how many claims of the article have each verdict."""
    counts = Counter(claim.verdict for section, _ in dataset.sections for claim in section.claims)
    return [(term, counts[term.id]) for term in dataset.vocabulary.verdicts.values() if counts[term.id]]
