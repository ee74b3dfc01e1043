"""What the data say, thing by thing and statement by statement, in plain words: the ground for comparing two states.

A thing is a record, a source, an answer, a question, a figure, a claim or a word of the vocabulary. What is compared
is never the words but what stands behind them, so that another label in the vocabulary is one change and not hundreds.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from equal_footing.changes.fact_statements import fact_statement
from equal_footing.changes.plain_words import Reader, Said, Statement
from equal_footing.model.anchors import anchor
from equal_footing.model.dataset import Dataset, Entry
from equal_footing.model.fixed_words import ARTICLE, NOT_RESEARCHED
from equal_footing.model.messages import Messages
from equal_footing.model.records import Record, Source
from equal_footing.model.types import Model
from equal_footing.model.vocabulary import Vocabulary
from equal_footing.views.records import Views

COMPARISON = "Comparison"
TOLD = frozenset({"answer", "missing", "sentence"})
"""What is told of an answer that is new."""
_APART = {"kind", "type", "name", "short_name", "other_names", "status", "identifiers", "facts", "relations"}
"""Keys of a record that are not told key by key."""


@dataclass(frozen=True, slots=True)
class Thing:
    """What statements are about: `kind` in words, the place it belongs to, its title, the file and the statements.

    `leads_to` is the id of the record to which one that has moved leads on; a record that was withdrawn leads nowhere,
    and with it this is empty. Of all else it is None.
    """

    id: str
    kind: str
    place: str
    title: str
    file: str
    statements: tuple[Statement, ...]
    leads_to: str | None = None


def things(dataset: Dataset, words: Messages, reader: Reader | None = None) -> dict[str, Thing]:
    """Return all things of a dataset by ids that are the same in another state of it.

    `reader` says what records and sources of it are called in that other state.
    """
    reader = reader or Reader(dataset)
    found = [
        *_records(reader, words),
        *_left(reader),
        *_sources(reader),
        *_questions(reader),
        *_figures(reader),
        *_article(reader),
        *_vocabulary(reader),
    ]
    return {thing.id: thing for thing in found}


def place_title(dataset: Dataset, place: str) -> str:
    """Return the English name of a place; its folder's name where it has none."""
    return dataset.entries[place].record.title if place in dataset.entries else place


# Records --------------------------------------------------------------------------------------------------------------


def _records(reader: Reader, words: Messages) -> Iterator[Thing]:
    dataset = reader.dataset
    views = Views(dataset, words)
    for entry in dataset.entries.values():
        facts = [(anchor(fact), fact) for fact in entry.record.facts]
        keys = _unlike([key for key, _ in facts])
        said = [*_own(reader, entry)]
        said += [fact_statement(reader, views, entry, fact, key) for key, (_, fact) in zip(keys, facts, strict=True)]
        place = place_title(dataset, entry.place)
        yield Thing(f"record:{entry.id}", entry.kind.label, place, entry.record.title, entry.file, tuple(said))


def _own(reader: Reader, entry: Entry) -> Iterator[Statement]:
    """Yield what a record says beside its facts."""
    record, vocabulary = entry.record, reader.dataset.vocabulary
    yield Statement("kind", "Kind", Said(vocabulary.kinds[record.kind].label, record.kind))
    if record.type:
        term = entry.kind.types.get(record.type)
        yield Statement("type", "Type", Said(term.label if term else record.type, record.type))
    yield from _names(reader, record)
    status = record.status
    time = f"since {status.since}" if status.since else f"as of {status.as_of}" if status.as_of else ""
    label = vocabulary.statuses[status.code].label
    stands = Said(f"{label}, {time}" if time else label, [status.code, str(status.since), str(status.as_of)])
    yield Statement("status", "Status", stands, reader.details(status, without={"code", "since", "as_of"}))
    yield from _listed(reader, "id", record.identifiers, "scheme", "id")
    yield from reader.statements(record, without=_APART)
    keys = _unlike([f"{relation.type}:{reader.record_id(relation.to)}" for relation in record.relations])
    for key, relation in zip(keys, record.relations, strict=True):
        details = reader.details(relation, without={"type", "to"})
        yield Statement(key, vocabulary.relations[relation.type].label, reader.record(relation.to), details)


def _names(reader: Reader, record: Record) -> Iterator[Statement]:
    vocabulary = reader.dataset.vocabulary
    for key, names in (("name", record.name), ("short_name", record.short_name or {})):
        for language, name in names.items():
            label = key.replace("_", " ").capitalize()
            yield Statement(f"{key}.{language}", f"{label} ({vocabulary.languages[language].label})", Said(name))
    keys = _unlike([f"other:{next(iter(other.name.values()))}" for other in record.other_names])
    for key, other in zip(keys, record.other_names, strict=True):
        details = reader.details(other, without={"name", "type"})
        label = vocabulary.name_types[other.type].label
        yield Statement(key, label, Said("; ".join(other.name.values()), dict(other.name)), details, "other name")


def _listed(reader: Reader, what: str, items: Sequence[Model], label: str, value: str) -> Iterator[Statement]:
    """Yield a statement for each item of a list, which is called by one of its keys and says another."""
    keys = _unlike([f"{what}:{getattr(item, label)}" for item in items])
    for key, item in zip(keys, items, strict=True):
        said = Said(str(getattr(item, value)))
        yield Statement(key, str(getattr(item, label)), said, reader.details(item, without={label, value}))


def _unlike(keys: list[str]) -> list[str]:
    """Number the keys that come again: data with problems may hold the same thing twice."""
    seen: dict[str, int] = {}
    found = []
    for key in keys:
        seen[key] = seen.get(key, 0) + 1
        found.append(key if seen[key] == 1 else f"{key} ({seen[key]})")
    return found


def _left(reader: Reader) -> Iterator[Thing]:
    """Yield what stays of records that have moved or were withdrawn."""
    dataset = reader.dataset
    for record, (moved, document) in dataset.moved.items():
        target = reader.record_id(dataset.resolve(moved.moved_to))
        said = Statement("moved_to", "Leads on to", reader.record(moved.moved_to))
        place = place_title(dataset, record.split("/")[0])
        yield Thing(f"left:{record}", "Moved record", place, record, document.file, (said,), target)
    for record, (withdrawn, document) in dataset.withdrawn.items():
        place = place_title(dataset, record.split("/")[0])
        told = tuple(reader.statements(withdrawn, topics={"withdrawn", "reason"}))
        yield Thing(f"left:{record}", "Withdrawn record", place, withdrawn.title, document.file, told, "")


# The rest -------------------------------------------------------------------------------------------------------------


def _sources(reader: Reader) -> Iterator[Thing]:
    for key, entry in reader.dataset.sources.items():
        said = (
            Statement("key", "Key", Said(key)),
            Statement("list", "List", Said(place_title(reader.dataset, entry.place), entry.place)),
            *reader.statements(entry.source, topics={"publisher", "date", "url"}),
        )
        sort = reader.dataset.vocabulary.source_types[entry.source.type].label.lower()
        place, title = place_title(reader.dataset, entry.place), f"{source_title(entry.source)} ({key}, {sort})"
        yield Thing(f"source:{reader.source_key(key)}", "Source", place, title, entry.document.file, said)


def source_title(source: Source) -> str:
    """Return the English title of a source, or its first one."""
    return source.title.get("en") or next(iter(source.title.values()))


def _questions(reader: Reader) -> Iterator[Thing]:
    dataset = reader.dataset
    for question in dataset.questions.values():
        asked, file = question.question, question.document.file
        said = tuple(reader.statements(asked))
        yield Thing(f"question:{question.id}", "Question", COMPARISON, asked.question, file, said)
    for (place, name), entry in dataset.answers.items():
        if entry.answer.missing == NOT_RESEARCHED:
            continue  # the same as no answer
        asked_as = dataset.questions[name].question.short if name in dataset.questions else name
        title, file = place_title(dataset, place), entry.document.file
        said = tuple(reader.statements(entry.answer, topics=TOLD))
        yield Thing(f"answer:{place}/{name}", "Answer", title, asked_as, file, said)


def _figures(reader: Reader) -> Iterator[Thing]:
    for figure in reader.dataset.figures:
        place, file = place_title(reader.dataset, figure.place), figure.document.file
        said = tuple(reader.statements(figure.figure))
        yield Thing(f"figure:{figure.place}/{figure.id}", "Figure", place, figure.figure.title, file, said)


def _article(reader: Reader) -> Iterator[Thing]:
    dataset = reader.dataset
    place = place_title(dataset, ARTICLE)
    for section, document in dataset.sections:
        said = tuple(reader.statements(section, without={"claims"}))
        name = document.file.rsplit("/", 1)[-1].removesuffix(".yml")
        yield Thing(f"section:{name}", "Section", place, section.title, document.file, said)
        for claim in section.claims:
            told = (
                Statement("section", "Section", Said(section.title, name)),
                *reader.statements(claim, without={"id"}, topics={"says", "verdict"}),
            )
            yield Thing(f"claim:{claim.id}", "Claim", place, claim.id, document.file, told)
    if dataset.article_names:
        names, document = dataset.article_names
        keys = _unlike([item.printed for item in names.names])
        told = tuple(
            Statement(key, item.printed, Said(item.name), reader.details(item, without={"printed", "name"}))
            for key, item in zip(keys, names.names, strict=True)
        )
        yield Thing("article:names", "Names", place, "Names in the article", document.file, told)
    if dataset.article_faults:
        faults, document = dataset.article_faults
        told = tuple(_listed(reader, "fault", faults.faults, "id", "reading"))
        yield Thing("article:faults", "Faults", place, "Faults of the translation", document.file, told)


def _vocabulary(reader: Reader) -> Iterator[Thing]:
    vocabulary: Vocabulary = reader.dataset.vocabulary
    for name, terms in vars(vocabulary).items():
        if isinstance(terms, dict):
            for code, term in terms.items():
                said = tuple(reader.statements(term, without={"id"}, topics={"label"}))
                file = f"data/vocabulary/{name}.yml"
                yield Thing(f"word:{name}/{code}", "Word", "Vocabulary", f"{code} ({name})", file, said)
