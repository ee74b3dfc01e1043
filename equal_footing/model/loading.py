"""Reads everything in `data/`, validates it against the models, and assembles the dataset."""

import re
from pathlib import Path

from equal_footing.keeping.store import NOTHING, Store
from equal_footing.model import address_list, successors, things, vocabulary_loading
from equal_footing.model.article import Article, ArticleFaults, ArticleNames, Section
from equal_footing.model.countries import Country
from equal_footing.model.dataset import Dataset
from equal_footing.model.endings import Moved, Withdrawn, WithdrawnRecord
from equal_footing.model.entries import AnswerEntry, Entry, FigureEntry, QuestionEntry, SourceEntry
from equal_footing.model.figures import Figure
from equal_footing.model.fiscal_years import MonthDay
from equal_footing.model.fixed_words import ARTICLE, COUNTRY, FISCAL_YEAR
from equal_footing.model.identifiers import CHECKS
from equal_footing.model.kept_documents import KeptDocuments
from equal_footing.model.key_words import meant
from equal_footing.model.questions import Answer, Question
from equal_footing.model.records import Record
from equal_footing.model.sources import Source
from equal_footing.model.things import COMPARISONS, FIGURES, QUESTIONS
from equal_footing.model.types import SLUG
from equal_footing.model.validation import validate
from equal_footing.model.values import parse_month_day
from equal_footing.model.vocabulary import FOLDER, Kind, Vocabulary
from equal_footing.reading.documents import Document
from equal_footing.reading.files import Files, read_tree
from equal_footing.reading.problems import Problem, did_you_mean, one_of, quote

ANSWERS = "answers"
_HOME = f"/{COUNTRY}.yml"
RECORDS: dict[str, type[Record]] = {ARTICLE: Article, COUNTRY: Country}
"""The models of records of some kinds; those of all others are `Record`."""
ENDINGS = {"moved_to", "withdrawn"}
"""The keys of which a file has one if it says what has become of something."""


def load(root: Path, kept: Store = NOTHING) -> tuple[Dataset | None, list[Problem]]:
    """Read `root/data`, or take from `kept` what the same files were read as.

    Returns the dataset of all that could be read, and the problems of shape that were found.
    """
    return Loader(root, kept).load()


class Loader:
    """Reads `root/data` as often as it is asked to, and parses and validates only the files that have changed.

    What it parses without a problem goes into the store `kept`. `documents` are those read last, by file. As long as no
    file of the vocabulary changes, every dataset has the same one.
    """

    def __init__(self, root: Path, kept: Store = NOTHING) -> None:
        self.root = root
        self.documents: dict[str, Document] = {}
        self._read: tuple[list[Document], list[Problem]] = [], []
        self._files = Files(KeptDocuments(kept).read_bytes if kept != NOTHING else None)
        self._words: list[Document] = []
        self._vocabulary: tuple[Vocabulary | None, list[Problem]] = None, []

    def load(self) -> tuple[Dataset | None, list[Problem]]:
        """Return the dataset of all that could be read, and the problems of shape that were found."""
        documents, problems = read_tree(self.root, "data", self._files.read)
        self._read = documents, [*problems]
        self.documents = {document.file: document for document in documents}
        words = [document for document in documents if document.file.startswith(f"{FOLDER}/")]
        if words != self._words or not words:
            self._words, self._vocabulary = words, vocabulary_loading.load(words)
        vocabulary, found = self._vocabulary
        unreadable = {problem.file for problem in problems} - {document.file for document in documents}
        problems += [item for item in found if item.rule != "vocabulary-file" or item.file not in unreadable]
        if vocabulary is None:
            return None, problems
        unusable = _unusable(vocabulary, words)
        if unusable:
            return None, problems + unusable
        dataset = Dataset(self.root, vocabulary, published=address_list.readable(self.root))
        dataset.known = {_meant(problem.file) for problem in problems}
        homes = {document.file.split("/")[1]: document for document in documents if document.file.endswith(_HOME)}
        starts = {place: _fiscal_start(home.data.get("facts")) for place, home in homes.items()}
        for document in documents:
            place = document.file.split("/")[1]
            document.country = str(homes[place].data.get("code") or "") if place in homes else ""
            document.fiscal_start = starts.get(place)
            if not document.file.startswith(f"{FOLDER}/"):
                problems += _add(dataset, document)
        dataset.unread = {problem.file for problem in problems}
        dataset.things = successors.titles(dataset)
        successors.follow(dataset)
        return dataset, problems

    def is_current(self) -> bool:
        """Return whether the files are still those that were read last."""
        return read_tree(self.root, "data", self._files.read) == self._read


def _fiscal_start(facts: object) -> MonthDay | None:
    """Return the month and day that the first fact on it in a country's file gives, if it does."""
    given = [fact for fact in facts if isinstance(fact, dict)] if isinstance(facts, list) else []
    found = (fact.get("value") for fact in given if fact.get("field") == FISCAL_YEAR and "withdrawn" not in fact)
    try:
        return parse_month_day(str(next(found, "")))
    except ValueError:  # the check names what is wrong with it
        return None


def _unusable(vocabulary: Vocabulary, words: list[Document]) -> list[Problem]:
    """Find identifier schemes with an invalid pattern or an unknown check-digit rule."""
    documents = {document.file.rsplit("/", 1)[-1]: document for document in words}
    problems = []
    for scheme in vocabulary.identifier_schemes.values():
        document = documents["identifier_schemes.yml"]
        try:
            re.compile(scheme.pattern)
        except re.error as error:
            message = f"{quote(scheme.pattern)} is not a regular expression: {error.msg}."
            problems.append(document.problem((scheme.id, "pattern"), message, "vocabulary-link"))
        if scheme.check is not None and scheme.check not in CHECKS:
            hint = did_you_mean(scheme.check, CHECKS) or one_of(CHECKS)
            message = f"{quote(scheme.check)} is not a known check-digit rule.{hint}"
            problems.append(document.problem((scheme.id, "check"), message, "vocabulary-link"))
    return problems


def _id(file: str) -> str:
    """Return the id that a file's path gives: `data/japan/country.yml` is `japan`."""
    parts = file.removeprefix("data/").removesuffix(".yml").split("/")
    return parts[0] if len(parts) == 2 else "/".join(parts)


def _meant(file: str) -> str:
    """Return the id that a file would have under a correct name: `Japan Platform.yaml` gives one as well."""
    return _id(re.sub(r"(?i)\.ya?ml(\.txt)?$", ".yml", file).lower().replace(" ", "-").replace("_", "-"))


def _add(dataset: Dataset, document: Document) -> list[Problem]:
    parts = document.file.removeprefix("data/").removesuffix(".yml").split("/")
    bad = [f"{quote(part)} {fault}." for part in parts if (fault := things.fault(part))]
    if bad:
        dataset.known.add(_meant(document.file))
        return [document.problem((), bad[0], "file-name")]
    if len(parts) == 2 and parts[1] == "sources":
        return _add_sources(dataset, document, parts[0])
    name = "/".join(parts)
    if things.sort(name) not in {things.RECORD, things.PLACE} and _is_ending(document):
        return _add_ending(dataset, document, name, Withdrawn)
    if parts[0] == ARTICLE:
        return _add_article(dataset, document, parts[1:])
    if parts[0] == COMPARISONS:
        message = (
            "holds neither `moved_to` nor `withdrawn`: data/comparisons/ is for tables that are gone. "
            "The others are in data/vocabulary/comparisons.yml."
        )
        return [document.problem((), message, "file-place")]
    if parts[0] == QUESTIONS:
        return _add_question(dataset, document, parts[1:])
    if len(parts) == 2 and parts[1] == ANSWERS:
        return _add_answers(dataset, document, parts[0])
    if len(parts) == 3 and parts[1] == FIGURES:
        return _add_figure(dataset, document, parts[0], parts[2])
    kind = dataset.vocabulary.kind_of_file(f"{parts[1]}.yml") if len(parts) == 2 else None
    if len(parts) == 3:
        kind = dataset.vocabulary.kind_of_folder(parts[1])
        if kind is None:
            folders = [FIGURES, *(known.folder for known in dataset.vocabulary.kinds.values() if known.folder)]
            hint = did_you_mean(parts[1], folders) or one_of(folders)
            message = f"the folder {quote(parts[1])} is not known.{hint}"
            return [document.problem((), message, "file-place")]
    if kind is None:
        message = "lies in the wrong place: a record lies in data/<place>/<folder>/, such as data/japan/funding/."
        return [document.problem((), message, "file-place")]
    return _add_record(dataset, document, _id(document.file), parts[0], kind)


def _add_record(dataset: Dataset, document: Document, record_id: str, place: str, kind: Kind) -> list[Problem]:
    dataset.known.add(record_id)
    if record_id in dataset.entries:
        first = dataset.entries[record_id].document
        return [document.problem((), f"{quote(place)} is described in {first.file} already.", "place-twice")]
    if _is_ending(document):
        return _add_ending(dataset, document, record_id, WithdrawnRecord if "/" in record_id else Withdrawn)
    found, problems = validate(RECORDS.get(kind.id, Record), document.data, document, dataset.vocabulary)
    if found:
        dataset.entries[record_id] = Entry(record_id, place, kind, found, document)
    return problems


def _is_ending(document: Document) -> bool:
    """Return whether a file says what has become of something, also in words that are near to its keys."""
    keys = document.data
    near = {meaning for key in keys for meaning in meant(key)} if "facts" not in keys else set()
    return bool(ENDINGS.intersection(keys) or ENDINGS & near)


def _add_ending(dataset: Dataset, document: Document, name: str, withdrawn: type[Withdrawn]) -> list[Problem]:
    """Add what stays in the place of a thing, by the name of the thing."""
    is_moved = any("moved_to" in (key, *meant(key)) for key in document.data)
    found, problems = validate(Moved if is_moved else withdrawn, document.data, document, dataset.vocabulary)
    match found:
        case Moved():
            dataset.moved[name] = (found, document)
        case Withdrawn():
            dataset.withdrawn[name] = (found, document)
    return problems


def _add_sources(dataset: Dataset, document: Document, place: str) -> list[Problem]:
    problems = []
    for key, data in document.data.items():
        if not SLUG.fullmatch(key):
            message = f"{quote(key)} is not a source's key: small letters and digits, joined by hyphens."
            problems.append(document.problem((key,), message, "source-key", key=True))
            continue
        source, found = validate(Source, data, document, dataset.vocabulary, (key,))
        problems += found
        if key in dataset.sources:
            first = dataset.sources[key].document
            message = f"the source key {quote(key)} is taken already ({first.file}:{first.mark((key,), key=True)[0]})."
            problems.append(document.problem((key,), message, "source-key-twice", key=True))
        elif source:
            type_ = dataset.vocabulary.source_types[source.type]
            grade = dataset.vocabulary.grade(source.type, source.copy_by is not None)
            dataset.sources[key] = SourceEntry(key, place, source, document, type_, grade)
    return problems


def _add_figure(dataset: Dataset, document: Document, place: str, name: str) -> list[Problem]:
    figure, problems = validate(Figure, document.data, document, dataset.vocabulary)
    if figure:
        dataset.figures.append(FigureEntry(name, place, figure, document))
    return problems


def _add_question(dataset: Dataset, document: Document, parts: list[str]) -> list[Problem]:
    if len(parts) != 1:
        message = "lies in the wrong place: data/questions/ holds one file a question and no folders."
        return [document.problem((), message, "file-place")]
    question, problems = validate(Question, document.data, document, dataset.vocabulary)
    if question:
        dataset.questions[parts[0]] = QuestionEntry(parts[0], question, document)
    return problems


def _add_answers(dataset: Dataset, document: Document, place: str) -> list[Problem]:
    problems = []
    for question, data in document.data.items():
        answer, found = validate(Answer, data, document, dataset.vocabulary, (question,))
        problems += found
        if answer:
            dataset.answers[place, question] = AnswerEntry(place, question, answer, document)
    return problems


def _add_article(dataset: Dataset, document: Document, parts: list[str]) -> list[Problem]:
    vocabulary = dataset.vocabulary
    if parts == [ARTICLE]:
        return _add_record(dataset, document, ARTICLE, ARTICLE, vocabulary.kinds[ARTICLE])
    if parts == ["names"]:
        names, problems = validate(ArticleNames, document.data, document, vocabulary)
        dataset.article_names = (names, document) if names else None
    elif parts == ["translation"]:
        faults, problems = validate(ArticleFaults, document.data, document, vocabulary)
        dataset.article_faults = (faults, document) if faults else None
    elif len(parts) == 2 and parts[0] == "claims":
        section, problems = validate(Section, document.data, document, vocabulary)
        if section:
            dataset.sections.append((section, document))
            dataset.sections.sort(key=lambda item: item[0].order)
    else:
        holds = "article.yml, names.yml, translation.yml, sources.yml and claims/"
        message = f"lies in the wrong place: data/article/ holds {holds}."
        problems = [document.problem((), message, "file-place")]
    return problems
