"""The dataset: everything in `data/`, with its records in order, relations from both ends, and uses of each source."""

from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path as FilePath

from equal_footing.model import things
from equal_footing.model.article import ArticleFaults, ArticleNames, Claim, Section
from equal_footing.model.base import Model
from equal_footing.model.countries import Territory, territory
from equal_footing.model.data_values import DataValue, data_values
from equal_footing.model.endings import Moved, Withdrawn
from equal_footing.model.entries import AnswerEntry, Entry, FigureEntry, Link, QuestionEntry, SourceEntry
from equal_footing.model.file_names import slug_of
from equal_footing.model.fixed_words import ARTICLE, COUNTRY, FRAME
from equal_footing.model.mentions import KEYS_OF_MENTIONS, mentions
from equal_footing.model.terms import Term
from equal_footing.model.things import COMPARE, FIGURES
from equal_footing.model.uses import KEYS_OF_USES, pages_of_uses
from equal_footing.model.values import PartialDate, latest
from equal_footing.model.vocabulary import Kind, Vocabulary
from equal_footing.reading.documents import Document
from equal_footing.reading.problems import Path

FACTS, SOURCES = "facts", "sources"


@dataclass
class Dataset:
    """All data.

    `things` holds the titles of everything with an address of its own, by names as in the module `things`, `moved` and
    `withdrawn` what stays in the place of others. `followers` have no file: they went with their place. `published` are
    the addresses in editions. `known` holds the ids of all record files, also of those that could not be read, `unread`
    these files.
    """

    root: FilePath
    vocabulary: Vocabulary
    entries: dict[str, Entry] = field(default_factory=dict)
    moved: dict[str, tuple[Moved, Document]] = field(default_factory=dict)
    withdrawn: dict[str, tuple[Withdrawn, Document]] = field(default_factory=dict)
    followers: set[str] = field(default_factory=set)
    things: dict[str, str] = field(default_factory=dict)
    sources: dict[str, SourceEntry] = field(default_factory=dict)
    sections: list[tuple[Section, Document]] = field(default_factory=list)
    figures: list[FigureEntry] = field(default_factory=list)
    questions: dict[str, QuestionEntry] = field(default_factory=dict)
    answers: dict[tuple[str, str], AnswerEntry] = field(default_factory=dict)
    article_names: tuple[ArticleNames, Document] | None = None
    article_faults: tuple[ArticleFaults, Document] | None = None
    known: set[str] = field(default_factory=set)
    unread: set[str] = field(default_factory=set)
    published: tuple[str, ...] = ()

    today = PartialDate.today
    """Returns the day on which it is asked for: some pages depend on it."""

    @cached_property
    def reviewed(self) -> PartialDate | None:
        """The day of the newest review of a record, None where nobody has reviewed any."""
        return latest(entry.record.reviewed for entry in self.entries.values())

    @cached_property
    def places(self) -> list[str]:
        """Places in the order of their English names, the international framework last."""
        homes = [entry for entry in self.entries.values() if entry.kind.id in {COUNTRY, FRAME}]
        return [entry.id for entry in sorted(homes, key=lambda entry: (entry.kind.id == FRAME, entry.record.title))]

    @cached_property
    def countries(self) -> list[Entry]:
        """The countries, in the order of their English names."""
        return [self.entries[place] for place in self.places if self.entries[place].kind.id == COUNTRY]

    @cached_property
    def territories(self) -> dict[str, Territory]:
        """What the standards say of each country by its code."""
        return {entry.id: territory(entry.record, self.vocabulary.languages) for entry in self.countries}

    @cached_property
    def by_place_and_kind(self) -> dict[tuple[str, str], list[Entry]]:
        """Records of each place and kind, in the order of their English names."""
        groups: dict[tuple[str, str], list[Entry]] = defaultdict(list)
        for entry in self.entries.values():
            groups[entry.place, entry.kind.id].append(entry)
        groups |= {pair: groups[pair] for pair in self.left_places}  # the directory stays, as its address does
        return {of: sorted(its, key=lambda one: (one.record.title.casefold(), one.id)) for of, its in groups.items()}

    @cached_property
    def folder_kinds(self) -> list[Kind]:
        """Kinds that have a folder and at least one record, in the vocabulary's order."""
        used = {entry.kind.id for entry in self.entries.values()} | {kind for _, kind in self.left_places}
        return [kind for kind in self.vocabulary.kinds.values() if kind.folder and kind.id in used]

    @cached_property
    def left_places(self) -> set[tuple[str, str]]:
        """Place and kind of the records that have moved or were withdrawn."""
        left = (name.split("/") for name in (*self.moved, *self.withdrawn) if things.sort(name) == things.RECORD)
        found = ((place, self.vocabulary.kind_of_folder(rest[0])) for place, *rest in left)
        return {(place, kind.id) for place, kind in found if kind}

    @cached_property
    def links(self) -> dict[str, list[Link]]:
        """The relations of each record in both directions, in the vocabulary's order."""
        links: dict[str, list[Link]] = defaultdict(list)
        order = list(self.vocabulary.relations)
        for entry in self.entries.values():
            for relation in entry.record.relations:
                term, target = self.vocabulary.relations[relation.type], self.resolve(relation.to)
                if target in self.entries:
                    links[entry.id].append(Link(term.label, relation, target))
                    links[target].append(Link(term.inverse, relation, entry.id))
        for found in links.values():
            found.sort(
                key=lambda one: (order.index(one.relation.type), one.label, self.entries[one.other].record.title)
            )
        return dict(links)

    @cached_property
    def countries_with(self) -> dict[str, list[str]]:
        """The English names of the countries that have a currency, by its code."""
        found: dict[str, list[str]] = defaultdict(list)
        for place, of in self.territories.items():
            for code, _ in of.currencies:
                found[code].append(self.entries[place].record.title)
        return dict(found)

    @cached_property
    def names(self) -> frozenset[str]:
        """The names of everything that is in the data, or was and has left a file."""
        return frozenset({*self.known, *self.things, *self.moved, *self.withdrawn})

    @cached_property
    def called(self) -> dict[str, str]:
        """The records whose files have other names than they have, by the paths that one of their names would give."""
        found: dict[str, set[str]] = defaultdict(set)
        for entry in self.entries.values():
            record = entry.record
            names = [record.name, record.short_name or {}, *(other.name for other in record.other_names)]
            slugs = {slug_of(text) for name in names for text in name.values()}
            for slug in slugs | {slug.removesuffix(f"-of-{entry.place}") for slug in slugs}:
                found[f"{entry.id.rpartition('/')[0]}/{slug}"].add(entry.id)
        return {path: min(ids) for path, ids in found.items() if len(ids) == 1 and path not in self.known}

    @cached_property
    def source_keys(self) -> Collection[str]:
        """The keys of all sources."""
        return self.sources.keys()

    @cached_property
    def pages(self) -> dict[str, str]:
        """What is at each address, or was and has left a file, by its address as in `Use`."""
        found = {things.page(name): name for name in self.things}
        for name in (*self.moved, *self.withdrawn):
            found.setdefault(things.page(name), name)
        return found

    @cached_property
    def values(self) -> list[DataValue]:
        """Every single value in the files that hold a model, except for the vocabulary and for things that moved."""
        return [value for item in self._models() for value in data_values(*item)]

    def values_of(self, keys: frozenset[str] | None) -> Iterator[DataValue]:
        """Yield the values of some keys, None for all, in the order of `values`, without keeping them."""
        return (value for item in self._models() for value in data_values(*item, keys))

    def _models(self) -> Iterator[tuple[str, Document, Path, Model]]:
        """Yield what the files hold: the page that shows it, its file, its path there, and the model."""
        for entry in self.entries.values():
            yield entry.id, entry.document, (), entry.record
        for name, (left, document) in self.withdrawn.items():
            if name not in self.followers:
                yield things.page(name), document, (), left
        for section, document in self.sections:
            for number, claim in enumerate(section.claims):
                yield f"{ARTICLE}#{claim.id}", document, ("claims", number), claim
        for figure in self.figures:
            yield f"{figure.place}/{FIGURES}#{figure.id}", figure.document, (), figure.figure
        for question in self.questions.values():
            yield f"{COMPARE}/{question.id}", question.document, (), question.question
        for answer in self.answers.values():
            yield f"{COMPARE}/{answer.question}#{answer.place}", answer.document, (answer.question,), answer.answer
        for source in self.sources.values():
            yield f"{source.place}/sources", source.document, (source.key,), source.source
        for extra in filter(None, (self.article_names, self.article_faults)):
            yield ARTICLE, extra[1], (), extra[0]

    @cached_property
    def uses(self) -> dict[str, list[str]]:
        """The pages that show the uses of each source, in the order of the records, a page once for each of them."""
        return pages_of_uses(self.values_of(KEYS_OF_USES))

    @cached_property
    def mentions(self) -> dict[str, frozenset[str]]:
        """The pages that refer to each record, other than its own."""
        found: dict[str, frozenset[str]] = {}
        for written, pages in mentions(self.values_of(KEYS_OF_MENTIONS)).items():
            name = self.resolve(written)
            if name in self.entries:
                found[name] = found.get(name, frozenset()) | pages - {name}
        return found

    @cached_property
    def claims_of(self) -> dict[str, list[Claim]]:
        """Claims of the source article that name each record."""
        found: dict[str, list[Claim]] = defaultdict(list)
        for claim in (claim for section, _ in self.sections for claim in section.claims):
            for record in claim.records:
                found[self.resolve(record)].append(claim)
        return dict(found)

    @cached_property
    def copies(self) -> frozenset[str]:
        """The keys of the sources of which a copy was read that somebody other than the publisher keeps."""
        return frozenset(key for key, entry in self.sources.items() if entry.source.copy_by)

    def is_dated(self, source: str | None) -> bool:
        """Return whether a source, by its key, is on record and not said to be undated."""
        return (found := self.sources.get(source or "")) is not None and not found.source.undated

    def of_place(self, place: str) -> list[Entry]:
        """Return the records of a place by kind, in the order of their English names."""
        return self._by_place.get(place, [])

    @cached_property
    def _by_place(self) -> dict[str, list[Entry]]:
        found: dict[str, list[Entry]] = defaultdict(list)
        for (place, _), entries in self.by_place_and_kind.items():
            found[place] += entries
        return dict(found)

    def figures_of(self, place: str) -> list[FigureEntry]:
        """Return the figures of a place in their order."""
        return sorted((one for one in self.figures if one.place == place), key=lambda one: (one.figure.order, one.id))

    def sources_of(self, place: str | None) -> list[SourceEntry]:
        """Return the sources in the list of a place, in its order; without a place those of all."""
        return list(self.sources.values()) if place is None else self._sources_by_place.get(place, [])

    @cached_property
    def _sources_by_place(self) -> dict[str, list[SourceEntry]]:
        found: dict[str, list[SourceEntry]] = defaultdict(list)
        for source in self.sources.values():
            found[source.place].append(source)
        return dict(found)

    @cached_property
    def question_groups(self) -> list[tuple[Term, list[QuestionEntry]]]:
        """The groups that have questions, each with its questions in order."""
        listed = sorted(self.questions.values(), key=lambda entry: (entry.question.order, entry.id))
        named = self.vocabulary.question_groups.values()
        groups = [(group, [entry for entry in listed if entry.question.group == group.id]) for group in named]
        return [(group, questions) for group, questions in groups if questions]

    def is_left(self, name: str) -> bool:
        """Return whether a thing has moved or was withdrawn."""
        return name in self.moved or name in self.withdrawn

    def resolve(self, name: str) -> str:
        """Follow the moves of a record, or of another thing, and return its current name."""
        seen = set()
        while name in self.moved and name not in seen:
            seen.add(name)
            name = self.moved[name][0].moved_to
        return name

    def now_at(self, name: str) -> str | None:
        """Return where something is that has moved, or None if it has not, or its file leads to nothing."""
        now = self.resolve(name)
        return now if now != name and (now in self.names or now in self.moved) else None
