"""Reads the things that data hold, each with its statements: records, sources, questions, answers and all else."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from equal_footing.changes import statements_of_models as models
from equal_footing.changes.statements_of_facts import fact_statement
from equal_footing.changes.things import Content, Statement, Thing
from equal_footing.model.anchors import anchor
from equal_footing.model.dataset import Dataset, Entry
from equal_footing.model.fixed_words import ARTICLE, NOT_RESEARCHED
from equal_footing.model.messages import Messages
from equal_footing.model.records import Record
from equal_footing.model.sources import Source
from equal_footing.model.types import Model
from equal_footing.model.vocabulary import LISTS
from equal_footing.views.records import Views

COMPARISON = "Comparison"
GIST = ("answer", "missing", "sentence")
"""The statements that make up an answer; the others are its grounds."""
_APART = {"kind", "type", "name", "short_name", "other_names", "status", "identifiers", "facts", "relations"}
"""Keys of a record that are not read key by key."""


def things(dataset: Dataset, words: Messages) -> dict[str, Thing]:
    """Return all things of a dataset by their ids."""
    found = [
        *_records(dataset, words),
        *_left(dataset),
        *_sources(dataset),
        *_questions(dataset),
        *_figures(dataset),
        *_article(dataset),
        *_vocabulary(dataset),
    ]
    return {thing.id: thing for thing in found}


def place_title(dataset: Dataset, place: str) -> str:
    """Return the English name of a place; its folder's name where it has none."""
    return dataset.entries[place].record.title if place in dataset.entries else place


# Records --------------------------------------------------------------------------------------------------------------


def _records(dataset: Dataset, words: Messages) -> Iterator[Thing]:
    views = Views(dataset, words)
    for entry in dataset.entries.values():
        facts = [(anchor(fact), fact) for fact in entry.record.facts]
        keys = _unlike([key for key, _ in facts])
        said = [*_own(dataset, entry)]
        said += [fact_statement(views, entry, fact, key) for key, (_, fact) in zip(keys, facts, strict=True)]
        place = place_title(dataset, entry.place)
        yield Thing(f"record:{entry.id}", entry.kind.label, place, entry.record.title, entry.file, tuple(said))


def _own(dataset: Dataset, entry: Entry) -> Iterator[Statement]:
    """Yield what a record says beside its facts."""
    record, vocabulary = entry.record, dataset.vocabulary
    yield Statement("kind", "Kind", Content(vocabulary.kinds[record.kind].label, record.kind))
    if record.type:
        term = entry.kind.types.get(record.type)
        yield Statement("type", "Type", Content(term.label if term else record.type, record.type))
    yield from _names(dataset, record)
    status = record.status
    time = f"since {status.since}" if status.since else f"as of {status.as_of}" if status.as_of else ""
    label = vocabulary.statuses[status.code].label
    stands = Content(f"{label}, {time}" if time else label, [status.code, str(status.since), str(status.as_of)])
    yield Statement("status", "Status", stands, models.details(dataset, status, without={"code", "since", "as_of"}))
    yield from _listed(dataset, "id", record.identifiers, "scheme", "id")
    yield from models.statements(dataset, record, without=_APART)
    keys = _unlike([f"{relation.type}:{dataset.resolve(relation.to)}" for relation in record.relations])
    for key, relation in zip(keys, record.relations, strict=True):
        details = models.details(dataset, relation, without={"type", "to"})
        yield Statement(key, vocabulary.relations[relation.type].label, models.record(dataset, relation.to), details)


def _names(dataset: Dataset, record: Record) -> Iterator[Statement]:
    vocabulary = dataset.vocabulary
    for key, names in (("name", record.name), ("short_name", record.short_name or {})):
        for language, name in names.items():
            label = key.replace("_", " ").capitalize()
            yield Statement(f"{key}.{language}", f"{label} ({vocabulary.languages[language].label})", Content(name))
    keys = _unlike([f"other:{next(iter(other.name.values()))}" for other in record.other_names])
    for key, other in zip(keys, record.other_names, strict=True):
        details = models.details(dataset, other, without={"name", "type"})
        label = vocabulary.name_types[other.type].label
        yield Statement(key, label, Content("; ".join(other.name.values()), dict(other.name)), details, "other name")


def _listed(dataset: Dataset, what: str, items: Sequence[Model], label: str, value: str) -> Iterator[Statement]:
    """Yield a statement for each item of a list, which is called by one of its keys and says another."""
    keys = _unlike([f"{what}:{getattr(item, label)}" for item in items])
    for key, item in zip(keys, items, strict=True):
        said = Content(str(getattr(item, value)))
        yield Statement(key, str(getattr(item, label)), said, models.details(dataset, item, without={label, value}))


def _unlike(keys: list[str]) -> list[str]:
    """Number the keys that come again: data with problems may hold the same thing twice."""
    seen: dict[str, int] = {}
    found = []
    for key in keys:
        seen[key] = seen.get(key, 0) + 1
        found.append(key if seen[key] == 1 else f"{key} ({seen[key]})")
    return found


def _left(dataset: Dataset) -> Iterator[Thing]:
    """Yield what stays of records that have moved or were withdrawn."""
    for record, (moved, document) in dataset.moved.items():
        target = dataset.resolve(moved.moved_to)
        said = Statement("moved_to", "Leads on to", models.record(dataset, moved.moved_to))
        place = place_title(dataset, record.split("/")[0])
        yield Thing(f"left:{record}", "Moved record", place, record, document.file, (said,), target)
    for record, (withdrawn, document) in dataset.withdrawn.items():
        place = place_title(dataset, record.split("/")[0])
        told = tuple(models.statements(dataset, withdrawn, topics={"withdrawn", "reason"}))
        yield Thing(f"left:{record}", "Withdrawn record", place, withdrawn.title, document.file, told, "")


# The rest -------------------------------------------------------------------------------------------------------------


def _sources(dataset: Dataset) -> Iterator[Thing]:
    for key, entry in dataset.sources.items():
        said = (
            Statement("key", "Key", Content(key)),
            Statement("list", "List", Content(place_title(dataset, entry.place), entry.place)),
            *models.statements(dataset, entry.source, topics={"publisher", "date", "url"}),
        )
        sort = dataset.vocabulary.source_types[entry.source.type].label.lower()
        place, title = place_title(dataset, entry.place), f"{source_title(entry.source)} ({key}, {sort})"
        yield Thing(f"source:{key}", "Source", place, title, entry.document.file, said)


def source_title(source: Source) -> str:
    """Return the English title of a source, or its first one."""
    return source.title.get("en") or next(iter(source.title.values()))


def _questions(dataset: Dataset) -> Iterator[Thing]:
    for question in dataset.questions.values():
        asked, file = question.question, question.document.file
        said = tuple(models.statements(dataset, asked))
        yield Thing(f"question:{question.id}", "Question", COMPARISON, asked.question, file, said)
    for (place, name), entry in dataset.answers.items():
        if entry.answer.missing == NOT_RESEARCHED:
            continue  # the same as no answer
        asked_as = dataset.questions[name].question.short if name in dataset.questions else name
        title, file = place_title(dataset, place), entry.document.file
        said = tuple(models.statements(dataset, entry.answer, topics=GIST))
        yield Thing(f"answer:{place}/{name}", "Answer", title, asked_as, file, said)


def _figures(dataset: Dataset) -> Iterator[Thing]:
    for figure in dataset.figures:
        place, file = place_title(dataset, figure.place), figure.document.file
        said = tuple(models.statements(dataset, figure.figure))
        yield Thing(f"figure:{figure.place}/{figure.id}", "Figure", place, figure.figure.title, file, said)


def _article(dataset: Dataset) -> Iterator[Thing]:
    place = place_title(dataset, ARTICLE)
    for section, document in dataset.sections:
        said = tuple(models.statements(dataset, section, without={"claims"}))
        name = document.file.rsplit("/", 1)[-1].removesuffix(".yml")
        yield Thing(f"section:{name}", "Section", place, section.title, document.file, said)
        for claim in section.claims:
            told = (
                Statement("section", "Section", Content(section.title, name)),
                *models.statements(dataset, claim, without={"id"}, topics={"says", "verdict"}),
            )
            yield Thing(f"claim:{claim.id}", "Claim", place, claim.id, document.file, told)
    if dataset.article_names:
        names, document = dataset.article_names
        keys = _unlike([item.printed for item in names.names])
        told = tuple(
            Statement(key, item.printed, Content(item.name), models.details(dataset, item, without={"printed", "name"}))
            for key, item in zip(keys, names.names, strict=True)
        )
        yield Thing("article:names", "Names", place, "Names in the article", document.file, told)
    if dataset.article_faults:
        faults, document = dataset.article_faults
        told = tuple(_listed(dataset, "fault", faults.faults, "id", "reading"))
        yield Thing("article:faults", "Faults", place, "Faults of the translation", document.file, told)


def _vocabulary(dataset: Dataset) -> Iterator[Thing]:
    for name in LISTS:
        for code, term in dataset.vocabulary.codes(name).items():
            said = tuple(models.statements(dataset, term, without={"id"}, topics={"label"}))
            file = f"data/vocabulary/{name}.yml"
            yield Thing(f"word:{name}/{code}", "Word", "Vocabulary", f"{code} ({name})", file, said)
