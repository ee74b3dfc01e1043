"""The dataset: everything in `data/`, read once, checked for shape, and linked.

It answers which records there are and in what order, what relates to what from both ends, and what cites a source.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path as FilePath
from typing import Any, TypeVar

from pydantic import ValidationError

from equal_footing import vocabulary as vocabularies
from equal_footing.problems import Path, Problem, did_you_mean, quote
from equal_footing.records import (
    Article,
    ArticleFaults,
    ArticleNames,
    Fact,
    Model,
    Moved,
    Record,
    Relation,
    Section,
    Source,
)
from equal_footing.source import Document, read_tree
from equal_footing.text import citations
from equal_footing.vocabulary import Kind, Vocabulary

ARTICLE = "article"
VOCABULARY = "vocabulary"

ModelType = TypeVar("ModelType", bound=Model)


@dataclass(frozen=True, slots=True)
class Entry:
    """A record with its id, its kind and the file in which it stands."""

    id: str
    place: str
    kind: Kind
    record: Record
    document: Document

    @property
    def address(self) -> str:
        """The address of its page, from the top of the site."""
        return f"{self.id}/"

    @property
    def file(self) -> str:
        """Its YAML file, from the top of the repository."""
        return self.document.file


@dataclass(frozen=True, slots=True)
class SourceEntry:
    """A source with its key and the place whose list holds it."""

    key: str
    place: str
    source: Source
    document: Document


@dataclass(frozen=True, slots=True)
class Use:
    """One use of a source: which file cites it, where in the file, and with which locator.

    `entry` is the id of the record that cites it; `anchor` the place on that record's page.
    """

    entry: str
    document: Document
    path: Path
    key: str
    at: str


@dataclass(frozen=True, slots=True)
class Link:
    """A relation as one end sees it: `label` says how the other end relates to it."""

    label: str
    relation: Relation
    other: str


@dataclass
class Dataset:
    """All data. `known` holds the ids of all record files, also of those that could not be read."""

    root: FilePath
    vocabulary: Vocabulary
    entries: dict[str, Entry] = field(default_factory=dict)
    moved: dict[str, tuple[Moved, Document]] = field(default_factory=dict)
    sources: dict[str, SourceEntry] = field(default_factory=dict)
    sections: list[tuple[Section, Document]] = field(default_factory=list)
    article_names: tuple[ArticleNames, Document] | None = None
    article_faults: tuple[ArticleFaults, Document] | None = None
    known: set[str] = field(default_factory=set)
    unread_sources: bool = False

    @cached_property
    def places(self) -> list[str]:
        """Places in the order of their English names, the international frame last."""
        homes = [entry for entry in self.entries.values() if entry.kind.id in {"country", "frame"}]
        homes.sort(key=lambda entry: (entry.kind.id == "frame", entry.record.title))
        return [entry.id for entry in homes]

    @cached_property
    def countries(self) -> list[Entry]:
        """The countries, in the order of their English names."""
        return [self.entries[place] for place in self.places if self.entries[place].kind.id == "country"]

    @cached_property
    def by_place_and_kind(self) -> dict[tuple[str, str], list[Entry]]:
        """Records of each place and kind, in the order of their English names."""
        groups: dict[tuple[str, str], list[Entry]] = defaultdict(list)
        for entry in self.entries.values():
            groups[entry.place, entry.kind.id].append(entry)
        for entries in groups.values():
            entries.sort(key=lambda entry: (entry.record.title.casefold(), entry.id))
        return dict(groups)

    @cached_property
    def folder_kinds(self) -> list[Kind]:
        """Kinds that have a folder and at least one record, in the vocabulary's order."""
        used = {entry.kind.id for entry in self.entries.values()}
        return [kind for kind in self.vocabulary.kinds.values() if kind.folder and kind.id in used]

    @cached_property
    def links(self) -> dict[str, list[Link]]:
        """Relations of each record, from both ends, in the vocabulary's order."""
        links: dict[str, list[Link]] = defaultdict(list)
        order = list(self.vocabulary.relations)
        for entry in self.entries.values():
            for relation in entry.record.relations:
                term = self.vocabulary.relations[relation.type]
                target = self.resolve(relation.to)
                if target in self.entries:
                    links[entry.id].append(Link(term.label, relation, target))
                    links[target].append(Link(term.inverse, relation, entry.id))
        for found in links.values():
            found.sort(
                key=lambda link: (order.index(link.relation.type), link.label, self.entries[link.other].record.title)
            )
        return dict(links)

    @cached_property
    def uses(self) -> dict[str, list[Use]]:
        """Uses of each source, in the order of the records."""
        uses: dict[str, list[Use]] = defaultdict(list)
        for use in all_uses(self):
            uses[use.key].append(use)
        return dict(uses)

    @cached_property
    def claims_of(self) -> dict[str, list[tuple[Section, Any]]]:
        """Claims of the source article that name each record."""
        found: dict[str, list[tuple[Section, Any]]] = defaultdict(list)
        for section, _ in self.sections:
            for claim in section.claims:
                for record in claim.records:
                    found[self.resolve(record)].append((section, claim))
        return dict(found)

    def resolve(self, record: str) -> str:
        """Return the id at which a record stands now; a moved one leads on."""
        seen = set()
        while record in self.moved and record not in seen:
            seen.add(record)
            record = self.moved[record][0].moved_to
        return record


def facts_with_values(record: Record) -> Iterator[tuple[int, Fact]]:
    """Yield the facts that have a value, with their position."""
    for number, fact in enumerate(record.facts):
        if fact.value is not None:
            yield number, fact


def all_uses(dataset: Dataset) -> Iterator[Use]:
    """Yield every citation of a source, in facts, texts, names, relations and claims."""
    for entry in dataset.entries.values():
        for path, key, at in _cited(entry.record):
            yield Use(entry.id, entry.document, path, key, at)
    for section, document in dataset.sections:
        for number, claim in enumerate(section.claims):
            for path, key, at in _cited(claim, ("claims", number)):
                yield Use(f"{ARTICLE}#{claim.id}", document, path, key, at)


def _cited(model: Model, base: Path = ()) -> Iterator[tuple[Path, str, str]]:
    """Yield path, key and locator of every citation in a model and in what it holds."""
    source = getattr(model, "source", None)
    if isinstance(source, str):
        yield (*base, "source"), source, getattr(model, "at", None) or ""
    for name in type(model).model_fields:
        value = getattr(model, name)
        if name in TEXTS and isinstance(value, str):
            for cited in citations(value):
                yield (*base, name), cited.key, cited.at
        elif isinstance(value, Model):
            yield from _cited(value, (*base, name))
        elif isinstance(value, list):
            for number, item in enumerate(value):
                if isinstance(item, Model):
                    yield from _cited(item, (*base, name, number))


TEXTS = frozenset({"summary", "note", "value", "finding"})
"""Keys whose text may hold citations."""


# Loading ------------------------------------------------------------------------------------------------------------


def load(root: FilePath) -> tuple[Dataset | None, list[Problem]]:
    """Read `root/data`. Returns the dataset of all that could be read, and the problems of shape that were found."""
    documents, problems = read_tree(root, "data")
    words = [document for document in documents if document.file.startswith(f"data/{VOCABULARY}/")]
    vocabulary, found = vocabularies.load(words)
    problems += found
    if vocabulary is None:
        return None, problems
    dataset = Dataset(root, vocabulary)
    dataset.known = {_id(problem.file) for problem in problems}
    for document in documents:
        if not document.file.startswith(f"data/{VOCABULARY}/"):
            problems += _add(dataset, document)
    dataset.unread_sources = any(problem.file.endswith("/sources.yml") for problem in problems)
    return dataset, problems


def _id(file: str) -> str:
    """Return the id that a file's path gives: `data/japan/country.yml` is `japan`."""
    parts = file.removeprefix("data/").removesuffix(".yml").split("/")
    return parts[0] if len(parts) == 2 else "/".join(parts)


def _add(dataset: Dataset, document: Document) -> list[Problem]:
    parts = document.file.removeprefix("data/").removesuffix(".yml").split("/")
    bad = [part for part in parts if not _is_slug(part)]
    if bad:
        message = f"{quote(bad[0])} is not a good name: small letters a to z and digits, joined by hyphens."
        return [document.problem((), message, "file-name")]
    if parts[0] == ARTICLE:
        return _add_article(dataset, document, parts[1:])
    if len(parts) == 2 and parts[1] == "sources":
        return _add_sources(dataset, document, parts[0])
    kind = dataset.vocabulary.kind_of_file(f"{parts[1]}.yml") if len(parts) == 2 else None
    if len(parts) == 3:
        kind = dataset.vocabulary.kind_of_folder(parts[1])
        if kind is None:
            folders = [known.folder for known in dataset.vocabulary.kinds.values() if known.folder]
            message = f"the folder {quote(parts[1])} is not known.{did_you_mean(parts[1], folders)}"
            return [document.problem((), message, "file-place")]
    if kind is None:
        message = "lies in the wrong place: a record lies in data/<place>/<folder>/, such as data/japan/funding/."
        return [document.problem((), message, "file-place")]
    return _add_record(dataset, document, _id(document.file), parts[0], kind)


def _add_record(dataset: Dataset, document: Document, record_id: str, place: str, kind: Kind) -> list[Problem]:
    dataset.known.add(record_id)
    if "moved_to" in document.data:
        moved, problems = _validate(Moved, document.data, document, dataset.vocabulary)
        if moved:
            dataset.moved[record_id] = (moved, document)
        return problems
    model = Article if kind.id == ARTICLE else Record
    record, problems = _validate(model, document.data, document, dataset.vocabulary)
    if record:
        dataset.entries[record_id] = Entry(record_id, place, kind, record, document)
    return problems


def _add_sources(dataset: Dataset, document: Document, place: str) -> list[Problem]:
    problems = []
    for key, data in document.data.items():
        if not _is_slug(key):
            message = f"{quote(key)} is not a source's key: small letters and digits, joined by hyphens."
            problems.append(document.problem((key,), message, "source-key", key=True))
            continue
        source, found = _validate(Source, data, document, dataset.vocabulary, (key,))
        problems += found
        if key in dataset.sources:
            first = dataset.sources[key].document
            message = f"the source key {quote(key)} is taken already ({first.file}:{first.mark((key,), key=True)[0]})."
            problems.append(document.problem((key,), message, "source-key-twice", key=True))
        elif source:
            dataset.sources[key] = SourceEntry(key, place, source, document)
    return problems


def _add_article(dataset: Dataset, document: Document, parts: list[str]) -> list[Problem]:
    vocabulary = dataset.vocabulary
    if parts == [ARTICLE]:
        return _add_record(dataset, document, ARTICLE, ARTICLE, vocabulary.kinds[ARTICLE])
    if parts == ["names"]:
        names, problems = _validate(ArticleNames, document.data, document, vocabulary)
        dataset.article_names = (names, document) if names else None
    elif parts == ["translation"]:
        faults, problems = _validate(ArticleFaults, document.data, document, vocabulary)
        dataset.article_faults = (faults, document) if faults else None
    elif parts == ["sources"]:
        problems = _add_sources(dataset, document, ARTICLE)
    elif len(parts) == 2 and parts[0] == "claims":
        section, problems = _validate(Section, document.data, document, vocabulary)
        if section:
            dataset.sections.append((section, document))
            dataset.sections.sort(key=lambda item: item[0].order)
    else:
        message = "lies in the wrong place: data/article/ holds article.yml, names.yml, translation.yml, sources.yml and claims/."
        problems = [document.problem((), message, "file-place")]
    return problems


def _is_slug(text: str) -> bool:
    return (
        text.isascii()
        and text.replace("-", "").isalnum()
        and text == text.lower()
        and "--" not in text.strip()
        and text.strip("-") == text
    )


def _validate(
    model: type[ModelType], data: Any, document: Document, vocabulary: Vocabulary, base: Path = ()
) -> tuple[ModelType | None, list[Problem]]:
    """Read `data` as `model`; returns it, or nothing and a problem for each thing that does not fit."""
    try:
        return model.model_validate(data, context={"vocabulary": vocabulary}), []
    except ValidationError as error:
        return None, [_problem(item, model, document, base) for item in error.errors(include_url=False)]


def _problem(item: Any, model: type[Model], document: Document, base: Path) -> Problem:
    steps = [step for step in item["loc"] if step != "[key]"]
    path = (*base, *steps)
    kind, found = item["type"], item["input"]
    if kind == "missing":
        message = f"the key {quote(steps[-1])} is missing."
        return document.problem(path[:-1], message, "key-missing")
    if kind == "extra_forbidden":
        known = _fields_at(model, steps[:-1])
        message = f"the key {quote(steps[-1])} is not known here.{did_you_mean(str(steps[-1]), known) or ' Known: ' + ', '.join(known) + '.'}"
        return document.problem(path, message, "key-unknown", key=True)
    if kind in {"model_type", "model_attributes_type", "dict_type"}:
        return document.problem(path, f"{quote(found)} must be a mapping of keys to values.", "value-type")
    if kind == "list_type":
        return document.problem(
            path, f"{quote(found)} must be a list: one item a line, each after a hyphen.", "value-type"
        )
    if kind in {"too_short"}:
        return document.problem(path, "must not be empty.", "value-missing")
    if kind == "literal_error":
        choices = item["ctx"]["expected"].replace("'", "")
        return document.problem(path, f"{quote(found)} is not one of {choices}.", "value-choice")
    is_key = "[key]" in item["loc"]
    return document.problem(
        path, item["msg"], kind if "-" in kind or kind in {"date", "period"} else f"shape-{kind}", key=is_key
    )


def _fields_at(model: type[Model], steps: Iterable[Any]) -> list[str]:
    """Return the keys that a model knows at a place inside it."""
    current: Any = model
    for step in steps:
        if isinstance(step, int):
            continue
        current = (
            _inner(current.model_fields[step].annotation)
            if hasattr(current, "model_fields") and step in current.model_fields
            else current
        )
    return list(current.model_fields) if hasattr(current, "model_fields") else []


def _inner(annotation: Any) -> Any:
    """Return the model inside `list[Model]` or `Model | None`."""
    for inner in (annotation, *getattr(annotation, "__args__", ())):
        if isinstance(inner, type) and issubclass(inner, Model):
            return inner
    return annotation
