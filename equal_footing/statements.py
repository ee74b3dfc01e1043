"""What the data say, thing by thing and statement by statement, in plain words: the ground for comparing two states.

A thing is a record, a source, an answer, a question, a figure, a claim or a word of the vocabulary.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from equal_footing.anchors import anchor
from equal_footing.compare_views import NOT_RESEARCHED
from equal_footing.dataset import ARTICLE, Dataset, Entry
from equal_footing.messages import Messages
from equal_footing.records import Citation, Fact, Model, Source
from equal_footing.views import ValueView, Views
from equal_footing.vocabulary import Vocabulary

COMPARISON = "Comparison"
TOLD = frozenset({"answer", "state", "sentence"})
"""What is told of an answer that is new."""


@dataclass(frozen=True, slots=True)
class Statement:
    """One thing said: a label and a value, with what belongs to it (source, note) by name.

    `key` stays the same while the statement is about the same; statements of one `topic` may take each other's place.
    """

    key: str
    label: str
    value: str
    details: dict[str, str] = field(default_factory=dict)
    topic: str = ""


@dataclass(frozen=True, slots=True)
class Thing:
    """What statements are about: `kind` in words, the place it belongs to, its title, the file and the statements."""

    id: str
    kind: str
    place: str
    title: str
    file: str
    statements: tuple[Statement, ...]


def things(dataset: Dataset, words: Messages) -> dict[str, Thing]:
    """Return all things of a dataset by ids that are the same in another state of it."""
    found = [
        *_records(dataset, words),
        *_sources(dataset),
        *_questions(dataset),
        *_figures(dataset),
        *_article(dataset),
        *_vocabulary(dataset.vocabulary),
    ]
    return {thing.id: thing for thing in found}


def place_title(dataset: Dataset, place: str) -> str:
    """Return the English name of a place; its folder's name where it has none."""
    return dataset.entries[place].record.title if place in dataset.entries else place


# Records --------------------------------------------------------------------------------------------------------------


def _records(dataset: Dataset, words: Messages) -> Iterator[Thing]:
    views = Views(dataset, words)
    for entry in dataset.entries.values():
        said = (*_own(dataset, entry), *(_fact(views, entry, fact) for fact in entry.record.facts))
        place = place_title(dataset, entry.place)
        yield Thing(f"record:{entry.id}", entry.kind.label, place, entry.record.title, entry.file, said)


def _own(dataset: Dataset, entry: Entry) -> Iterator[Statement]:
    """Yield what a record says beside its facts."""
    record, vocabulary = entry.record, dataset.vocabulary
    for key, names in (("name", record.name), ("short_name", record.short_name or {})):
        for language, name in names.items():
            label = key.replace("_", " ").capitalize()
            yield Statement(f"{key}.{language}", f"{label} ({vocabulary.languages[language].label})", name)
    for other in record.other_names:
        for name in other.name.values():
            yield Statement(f"other:{name}", vocabulary.name_sorts[other.sort].label, name)
    if record.type:
        yield Statement("type", "Type", entry.kind.types[record.type].label)
    status = record.status
    time = f"since {status.since}" if status.since else f"as of {status.as_of}" if status.as_of else ""
    details = {"source": _sources_line(dataset, status), "note": status.note or ""}
    label = vocabulary.statuses[status.code].label
    yield Statement("status", "Status", f"{label}, {time}" if time else label, details)
    for identifier in record.identifiers:
        details = {"source": _source_line(dataset, identifier.source, identifier.at)}
        yield Statement(f"id:{identifier.scheme}", identifier.scheme, identifier.id, details)
    yield Statement("summary", "Summary", " ".join(record.summary.split()))
    yield Statement("reviewed", "Reviewed", str(record.reviewed))
    for relation in record.relations:
        target = dataset.entries.get(dataset.resolve(relation.to))
        details = {"source": _sources_line(dataset, relation), "note": relation.note or ""}
        label = vocabulary.relations[relation.type].label
        yield Statement(
            f"{relation.type}:{relation.to}", label, target.record.title if target else relation.to, details
        )


def _fact(views: Views, entry: Entry, fact: Fact) -> Statement:
    dataset, term = views.dataset, views.dataset.vocabulary.fields[fact.field]
    view = views.fact(entry, fact)
    stated = (view.value,) if view.value else view.values
    value = "; ".join(_value(dataset, one, is_one_of_several=not view.value) for one in stated)
    if view.state:
        value = f"{view.state.label}: {value}" if value else view.state.label
    if fact.withdrawn:
        value = f"{value} (withdrawn)"
    time = views.time(entry.place, fact)
    label = ", ".join(part for part in (term.label, fact.of or "", time) if part)
    details = {
        "source": _sources_line(dataset, fact),
        "further sources": "; ".join(_source_line(dataset, item.source, item.at) for item in fact.also),
        "basis": dataset.vocabulary.bases[fact.basis].label if fact.basis else "",
        "support": dataset.vocabulary.supports[fact.support].label,
        "original": "; ".join(fact.original.values()),
        "searched": view.searched,
        "note": fact.note or "",
    }
    return Statement(anchor(fact), label, value, details, f"{fact.field}|{fact.of or ''}")


def _value(dataset: Dataset, view: ValueView, is_one_of_several: bool) -> str:
    if not is_one_of_several:
        return view.text
    text = f"{view.text} ({view.time})" if view.time else view.text
    return f"{text} [{'; '.join(_source_line(dataset, item.key, item.at) for item in view.cited)}]"


def _source_line(dataset: Dataset, key: str, at: str) -> str:
    """Return a source and the place in it on one line, also where the source is not on record."""
    found = dataset.sources.get(key)
    name = f"{found.source.publisher}, {_title(found.source)}" if found else key
    return f"{name}, {at}"


def _sources_line(dataset: Dataset, cited: Any) -> str:
    return _source_line(dataset, cited.source, cited.at or "") if cited.source else ""


def _title(source: Source) -> str:
    return source.title.get("en") or next(iter(source.title.values()))


# The rest -------------------------------------------------------------------------------------------------------------


def _sources(dataset: Dataset) -> Iterator[Thing]:
    for key, entry in dataset.sources.items():
        said = tuple(_plain(entry.source))
        place = place_title(dataset, entry.place)
        yield Thing(f"source:{key}", "Source", place, f"{_title(entry.source)} ({key})", entry.document.file, said)


def _questions(dataset: Dataset) -> Iterator[Thing]:
    for question in dataset.questions.values():
        asked, file = question.question, question.document.file
        yield Thing(f"question:{question.id}", "Question", COMPARISON, asked.question, file, tuple(_plain(asked)))
    for (place, name), entry in dataset.answers.items():
        if entry.answer.state == NOT_RESEARCHED:
            continue  # the same as no answer
        asked_as = dataset.questions[name].question.short if name in dataset.questions else name
        title, file = place_title(dataset, place), entry.document.file
        said = tuple(replace(item, topic=item.key if item.key in TOLD else "") for item in _plain(entry.answer))
        yield Thing(f"answer:{place}/{name}", "Answer", title, asked_as, file, said)


def _figures(dataset: Dataset) -> Iterator[Thing]:
    for figure in dataset.figures:
        place, file = place_title(dataset, figure.place), figure.document.file
        said = tuple(_plain(figure.figure))
        yield Thing(f"figure:{figure.place}/{figure.id}", "Figure", place, figure.figure.title, file, said)


def _article(dataset: Dataset) -> Iterator[Thing]:
    place = place_title(dataset, ARTICLE)
    for section, document in dataset.sections:
        for claim in section.claims:
            yield Thing(f"claim:{claim.id}", "Claim", place, claim.id, document.file, tuple(_plain(claim)))


def _vocabulary(vocabulary: Vocabulary) -> Iterator[Thing]:
    for name, terms in vars(vocabulary).items():
        if isinstance(terms, dict):
            for code, term in terms.items():
                said = tuple(_plain(term, without={"id"}))
                file = f"data/vocabulary/{name}.yml"
                yield Thing(f"word:{name}/{code}", "Word", "Vocabulary", f"{code} ({name})", file, said)


def _plain(model: Any, without: Iterable[str] = ()) -> Iterator[Statement]:
    """Yield the keys of a model with what they hold in words; what is empty is left out."""
    for name in type(model).model_fields:
        value = getattr(model, name)
        if name not in without and value not in (None, [], {}, ""):
            label = name.rstrip("_").replace("_", " ").capitalize()
            yield Statement(name, label, _words(value))


def _words(value: Any) -> str:
    """Return what a key holds on one line."""
    if isinstance(value, dict):
        return "; ".join(f"{key}: {_words(item)}" for key, item in value.items())
    if isinstance(value, list):
        return "; ".join(map(_words, value))
    if isinstance(value, Citation):
        return f"{value.source}, {value.at}"
    if isinstance(value, Model) or hasattr(type(value), "model_fields"):
        return "; ".join(f"{statement.label.lower()}: {statement.value}" for statement in _plain(value))
    return " ".join(str(value).split())
