"""Reads the subjects that data hold, each with its properties: records, sources, questions, answers and all else."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain
from typing import Any

from equal_footing.changes import model_properties as models
from equal_footing.changes.subjects import Content, Property, Subject
from equal_footing.model import successors, things
from equal_footing.model.anchors import slug
from equal_footing.model.dataset import Dataset
from equal_footing.model.entries import Entry
from equal_footing.model.fixed_words import ARTICLE, NOT_RESEARCHED
from equal_footing.model.messages import Messages
from equal_footing.model.prose import uncapitalised
from equal_footing.model.records import Fact
from equal_footing.model.sections import TextSection
from equal_footing.model.text import meaning, plain
from equal_footing.model.vocabulary import FOLDER, LISTS
from equal_footing.statement import credit, standing, wording
from equal_footing.statement.facts import Facts
from equal_footing.statement.stated import Stated, time_meaning

COMPARISON = "Comparison"
VOCABULARY = "Vocabulary"
GIST = ("answer", "missing", "sentence")
"""The properties that make up an answer; the others are its grounds."""
_APART = {"type", "other_names", "status", "version", "identifiers", "sections", "facts", "relations"}
"""Keys of a record that are not read key by key."""
_PARTS = {"value", "to", "precision", "unit", "currency", "per", "yearly", "period", "as_of"}
"""The keys that make up a value and its time."""
_APART_FROM_FACTS = {*_PARTS, "field", "label", "values", "missing", "withdrawn"}
PART_OF_VALUE = ("time", "basis")
"""Details without which a value means something else; all others are evidence or explanation."""


def subjects(dataset: Dataset, words: Messages) -> dict[str, Subject]:
    """Return all subjects of a dataset by their ids."""
    parts = (_sources, _figures, _article, of_vocabulary)
    others = chain.from_iterable(part(dataset, words) for part in parts)
    found = {subject.id: _finished(dataset, subject) for subject in others}
    return of_records(dataset, words, dataset.entries) | found


def of_records(dataset: Dataset, words: Messages, records: Iterable[str]) -> dict[str, Subject]:
    """Return the subjects of some records, of all questions and answers, and of what has moved or was withdrawn."""
    found = chain(_records(dataset, words, records), _former(dataset, words), _questions(dataset, words))
    return {subject.id: _finished(dataset, subject) for subject in found}


def _finished(dataset: Dataset, subject: Subject) -> Subject:
    """Return a subject with the title of its place for its id, and with numbers for keys that come again."""
    home = dataset.entries.get(subject.place)
    found = replace(subject, place=home.record.title) if home else subject
    keys = {item.key for item in subject.properties}
    return found if len(keys) == len(subject.properties) else replace(found, properties=_numbered(subject))


def _numbered(subject: Subject) -> tuple[Property, ...]:
    """Return the properties with numbers for keys that come again: only data with problems hold a thing twice."""
    seen: Counter[str] = Counter()
    properties = []
    for item in subject.properties:
        seen[item.key] += 1
        properties.append(item if seen[item.key] == 1 else replace(item, key=f"{item.key} ({seen[item.key]})"))
    return tuple(properties)


# Records --------------------------------------------------------------------------------------------------------------


def _records(dataset: Dataset, words: Messages, records: Iterable[str]) -> Iterator[Subject]:
    facts = Facts(dataset)
    for entry in map(dataset.entries.__getitem__, records):
        stated = zip(entry.record.facts, facts.of(entry.id), strict=True)
        said = (*_own(dataset, words, entry), *(_fact(dataset, words, *pair) for pair in stated))
        yield Subject(f"record:{entry.id}", entry.kind.label, entry.place, entry.record.title, entry.file, said)


def _own(dataset: Dataset, words: Messages, entry: Entry) -> Iterator[Property]:
    """Yield the keys of a record, without its facts."""
    record, vocabulary = entry.record, dataset.vocabulary
    yield from models.properties(dataset, words, record, without=_APART)
    if record.type:
        term = entry.kind.types.get(record.type)
        yield Property("type", "Type", Content(term.label if term else record.type, record.type))
    status, stands = record.status, standing.standing(record, vocabulary)
    meaning = [status.code, str(status.since), str(status.as_of)]
    details = models.details(dataset, words, status, without={"code", "since", "as_of"})
    yield Property("status", "Status", Content(standing.sentence(stands, words), meaning), details)
    if record.version:
        read = Content(wording.date(record.version.date, words), str(record.version.date))
        details = models.details(dataset, words, record.version, without={"date"})
        yield Property("version", "Version read", read, details)
    for section in record.sections:
        yield _section(dataset, section)
    for other in record.other_names:
        names = Content("; ".join(other.name.values()), dict(other.name))
        details = models.details(dataset, words, other, without={"name", "type"})
        key = f"other:{next(iter(other.name.values()))}"
        yield Property(key, vocabulary.name_types[other.type].label, names, details, "other name")
    for number in record.identifiers:
        details = models.details(dataset, words, number, without={"scheme", "id"})
        yield Property(f"id:{number.scheme}", number.scheme, Content(number.id), details)
    for relation in record.relations:
        key, label = f"{relation.type}:{dataset.resolve(relation.to)}", vocabulary.relations[relation.type].label
        details = models.details(dataset, words, relation, without={"type", "to"})
        yield Property(key, label, models.record(dataset, relation.to), details)


def _section(dataset: Dataset, section: TextSection) -> Property:
    """Return what a section of a record says, as one text."""
    title = section.title or dataset.vocabulary.question_groups[section.group or ""].label
    said = " ".join(map(plain, section.paragraphs))
    value = Content(said, [meaning(text) for text in section.paragraphs], is_text=True)
    details = {"title": Content(title)} | models.sources_of(dataset, TextSection, "paragraphs", section.paragraphs)
    return Property(
        f"section:{slug(section.title or section.group or '')}", f"Section “{title}”", value, details, "section"
    )


def _former(dataset: Dataset, words: Messages) -> Iterator[Subject]:
    """Yield what is left of things that have moved or were withdrawn."""
    for name, (_, document) in dataset.moved.items():
        now = dataset.resolve(name)
        said = Property("moved_to", "Leads on to", Content(successors.named(dataset, now).title, now))
        kind = f"Moved {things.sort(name)}"
        yield Subject(f"former:{name}", kind, _place_of(name), name, document.file, (said,), now)
    for name, (left, document) in dataset.withdrawn.items():
        told: tuple[Property, ...] = ()
        if name not in dataset.followers:
            told = models.properties(dataset, words, left, topics={"withdrawn", "reason"})
        title = name if name in dataset.followers else left.title
        kind = f"Withdrawn {things.sort(name)}"
        yield Subject(f"former:{name}", kind, _place_of(name), title, document.file, told, "")


def _place_of(name: str) -> str:
    """Return the place to which a thing belongs, by its name."""
    place = name.split("/")[0]
    return COMPARISON if place in {things.QUESTIONS, things.COMPARISONS} else place


# Facts ----------------------------------------------------------------------------------------------------------------


def _fact(dataset: Dataset, words: Messages, fact: Fact, stated: Stated) -> Property:
    """Return what a fact says, in words and in meaning."""
    field, label = stated.field, stated.label or ""
    time = Content(wording.time(stated, words), time_meaning(stated.time))
    details = {"field": Content(field.label, field.id), "label": Content(label), "time": time}
    details |= _evidence(dataset, words, fact) | models.details(dataset, words, fact, without=_APART_FROM_FACTS)
    if field.type == "text":
        cites = models.sources_of(dataset, Fact, "value", fact.value)
        details |= {f"value.{name}": content for name, content in cites.items()}
    kept = {name: content for name, content in details.items() if content.words}
    title = ", ".join(part for part in (field.label, label, time.words) if part)
    return Property(f"fact:{stated.anchor}", title, _value(dataset, words, stated), kept, f"fact:{field.id}|{label}")


def _value(dataset: Dataset, words: Messages, stated: Stated) -> Content:
    """Return the value of a fact, or why it is missing, with all values where sources disagree."""
    said = wording.fact(stated, words, dataset, bare=True)
    return Content(said, value_meaning(stated), is_text=any(value.is_text for value in stated.values))


def value_meaning(stated: Stated) -> dict[str, Any]:
    """Return what the value of a fact means as the value of its property, without what is a detail there."""
    meaning = stated.meaning
    apart = PART_OF_VALUE if stated.value else ()  # the time and the basis of a single value are details
    values = [{key: said for key, said in value.items() if key not in apart} for value in meaning["values"]]
    return {"missing": meaning["missing"], "withdrawn": meaning["withdrawn"], "values": values}


def _evidence(dataset: Dataset, words: Messages, fact: Fact) -> dict[str, Content]:
    """Return what belongs to the several values of a fact on which sources disagree: sources, notes and the like."""
    found: dict[str, list[Content]] = {}
    for value in sorted(fact.values, key=lambda item: item.value):
        for key, content in models.details(dataset, words, value, {*_PARTS, "basis"}).items():
            found.setdefault(key if key == "source" else f"values.{key}", []).append(content)
    return {
        key: Content("; ".join(dict.fromkeys(one.words for one in items)), [one.meant for one in items])
        for key, items in found.items()
    }


# The rest -------------------------------------------------------------------------------------------------------------


def _sources(dataset: Dataset, words: Messages) -> Iterator[Subject]:
    for key, entry in dataset.sources.items():
        said = (
            Property("key", "Key", Content(key)),
            Property("list", "List", Content(entry.place, entry.place)),
            *models.properties(dataset, words, entry.source, topics={"authors", "publisher", "date", "url"}),
        )
        title = f"{credit.titled(entry.source)} ({key}, {uncapitalised(entry.type.label)})"
        yield Subject(f"source:{key}", "Source", entry.place, title, entry.document.file, said)


def _questions(dataset: Dataset, words: Messages) -> Iterator[Subject]:
    for entry in dataset.questions.values():
        said, title = models.properties(dataset, words, entry.question), entry.question.question
        yield Subject(f"question:{entry.id}", "Question", COMPARISON, title, entry.document.file, said)
    for (place, name), given in dataset.answers.items():
        if given.answer.missing != NOT_RESEARCHED:  # which is the same as no answer
            asked = dataset.questions.get(name)
            about: str = asked.question.short if asked else name
            said = models.properties(dataset, words, given.answer, topics=GIST)
            yield Subject(f"answer:{place}/{name}", "Answer", place, about, given.document.file, said)


def _figures(dataset: Dataset, words: Messages) -> Iterator[Subject]:
    for entry in dataset.figures:
        id, said = f"figure:{entry.place}/{entry.id}", models.properties(dataset, words, entry.figure)
        yield Subject(id, "Figure", entry.place, entry.figure.title, entry.document.file, said)


def _article(dataset: Dataset, words: Messages) -> Iterator[Subject]:
    for section, document in dataset.sections:
        said, file = models.properties(dataset, words, section, without={"claims"}), document.file
        name = file.rsplit("/", 1)[-1].removesuffix(".yml")
        yield Subject(f"section:{name}", "Section", ARTICLE, section.title, file, said)
        for claim in section.claims:
            told = models.properties(dataset, words, claim, without={"id"}, topics={"says", "verdict"})
            part_of = Property("section", "Section", Content(section.title, name))
            yield Subject(f"claim:{claim.id}", "Claim", ARTICLE, claim.id, file, (part_of, *told))
    if dataset.article_names:
        names, document = dataset.article_names
        said = tuple(
            Property(
                name.printed,
                name.printed,
                Content(name.name),
                models.details(dataset, words, name, {"printed", "name"}),
            )
            for name in names.names
        )
        yield Subject("article:names", "Names", ARTICLE, "Names in the article", document.file, said)
    if dataset.article_faults:
        faults, document = dataset.article_faults
        said = tuple(
            Property(
                f"fault:{one.id}", one.id, Content(one.reading), models.details(dataset, words, one, {"id", "reading"})
            )
            for one in faults.faults
        )
        yield Subject("article:faults", "Faults", ARTICLE, "Faults of the translation", document.file, said)


def of_vocabulary(dataset: Dataset, words: Messages) -> Iterable[Subject]:
    """Yield the words of the vocabulary of a dataset, which are the same whatever else the data hold."""
    for name in LISTS:
        for code, term in dataset.vocabulary.codes(name).items():
            said, file = models.properties(dataset, words, term, topics={"label"}), f"{FOLDER}/{name}.yml"
            yield Subject(f"word:{name}/{code}", "Word", VOCABULARY, f"{code} ({name})", file, said)
