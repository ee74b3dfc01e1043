"""The worklist: what is left to do in a place, each task with the file, line and column of the place to edit.

None of this is a mistake in the data. Nobody has done it yet, or it has to be done again.
"""

import datetime
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from equal_footing.model.dataset import SOURCES, Dataset
from equal_footing.model.entries import Entry, FigureEntry, SourceEntry
from equal_footing.model.fixed_words import COUNTRY, LESSON, NOT_FOUND, NOT_READ, NOT_RESEARCHED, ONLY_ARTICLE
from equal_footing.model.messages import Messages
from equal_footing.model.prose import uncapitalised
from equal_footing.model.questions import Answer, Question
from equal_footing.model.terms import Term
from equal_footing.model.things import COMPARE, FIGURES
from equal_footing.model.values import PartialDate, Period
from equal_footing.reading.problems import Path
from equal_footing.statement import credit, wording
from equal_footing.statement.conversion import CURRENCY, Rates, convert, rates
from equal_footing.statement.facts import Facts
from equal_footing.statement.standing import standing
from equal_footing.statement.stated import Stated
from equal_footing.views.comparison import cell
from equal_footing.views.records import official_languages

KINDS = (
    NOT_RESEARCHED,
    NOT_FOUND,
    "only-article",
    "only-news",
    "only-copy",
    "undated",
    "last-seen",
    "old-version",
    "copy-without-original",
    "old-review",
    "no-profile",
    "no-rate",
    "no-figure",
    "no-native-name",
    "no-identifier",
)
"""The kinds of tasks, in the order in which they are listed."""
SEARCHED = (NOT_FOUND, NOT_READ)
"""Reasons why a value is missing that a later search may do away with."""
OLD = datetime.timedelta(days=365)


@dataclass(frozen=True, slots=True)
class Task:
    """One thing to do.

    `record` and `anchor` are the page and the place on it that show it: a record's id and a fact, `compare/<question>`
    and a country, `<place>/figures` and a figure, `<place>/sources` and a source. `field` is the field of the fact, the
    id of the question, or else the key in the file; `what` says in words of the data what is meant. Where `new`, the
    file is still to be made. `day` is the day of a review or a search, where it matters.
    """

    kind: str
    record: str
    title: str
    file: str
    line: int
    column: int
    field: str
    what: str
    anchor: str = ""
    new: bool = False
    day: datetime.date | None = None

    @property
    def address(self) -> str:
        """The address of the page that shows it, from the top of the site, with its anchor."""
        return f"{self.record}/#{self.anchor}" if self.anchor else f"{self.record}/"


def said(task: Task, words: Messages) -> str:
    """Return what a task is about, in words."""
    return ", ".join([*filter(None, [task.what]), *([wording.day(task.day, words)] if task.day else [])])


def todo(facts: Facts, place: str, today: datetime.date, known: Rates | None = None) -> list[Task]:
    """Return what is to do in a place on a day, by kind, file and line; raises KeyError for an unknown place.

    `known` are the exchange rates on record, where somebody has looked them up already.
    """
    dataset = facts.dataset
    home = dataset.entries[place]
    languages = official_languages(dataset, place)
    tasks: list[Task] = []
    for entry in dataset.of_place(place):
        tasks += _of_facts(facts, entry, today)
        tasks += _of_record(entry, languages, dataset, today)
    for source in dataset.sources_of(place):
        tasks += _of_source(facts, source)
    if home.kind.id == COUNTRY:
        tasks += _of_questions(dataset, place, today)
        tasks += _of_profile(dataset, home)
        tasks += _of_rates(facts, place, rates(facts) if known is None else known)
        tasks += _of_other_figures(dataset, home)
    for figure in dataset.figures_of(place):
        tasks += _of_figure(figure, today)
    return sorted(tasks, key=lambda task: (KINDS.index(task.kind), task.file, task.line, task.column))


def by_kind(tasks: Iterable[Task]) -> dict[str, list[Task]]:
    """Return the tasks of each kind that has any, in the order of the kinds."""
    listed = list(tasks)
    return {kind: found for kind in KINDS if (found := [task for task in listed if task.kind == kind])}


def counts(tasks: Iterable[Task]) -> dict[str, int]:
    """Return how many tasks there are of each kind, of those without any too, in the order of the kinds."""
    found = Counter(task.kind for task in tasks)
    return {kind: found[kind] for kind in KINDS}


def of_all_places(facts: Facts, today: datetime.date) -> tuple[list[tuple[str, list[tuple[Entry, int]]]], list[int]]:
    """Return how much is to do on a day, of each kind by place, and in each place in all."""
    known = rates(facts)
    found = [(facts.dataset.entries[place], counts(todo(facts, place, today, known))) for place in facts.dataset.places]
    rows = [(kind, [(home, numbers[kind]) for home, numbers in found]) for kind in KINDS]
    return rows, [sum(numbers.values()) for _, numbers in found]


def printed(tasks: list[Task], words: Messages) -> str:
    """Return the tasks for the terminal: one a line, then how many there are of each kind."""
    if not tasks:
        return words("todo-nothing")
    lines = []
    for task in tasks:
        label = uncapitalised(words(f"todo-{task.kind}"))
        lines.append(f"{task.file}:{task.line}:{task.column} {label}: {task.title}, {said(task, words)}")
    totals = [f"{words(f'todo-{kind}')}: {number:,}" for kind, number in counts(tasks).items() if number]
    return "\n".join([*lines, "", *totals])


def coverage(dataset: Dataset, place: str) -> list[tuple[Term, int, int]]:
    """Return how many questions of each group a country has answered, and of how many; other places are asked none.

    A question counts as answered when there is an answer, when sources disagree on it, or when it does not arise.
    """
    home = dataset.entries[place]
    if home.kind.id != COUNTRY:
        return []
    found = [(group, [cell(dataset, item, home).term.id for item in items]) for group, items in dataset.question_groups]
    open_ = {NOT_RESEARCHED, *SEARCHED}
    return [(group, sum(word not in open_ for word in words), len(words)) for group, words in found]


def _is_old(day: PartialDate | None, today: datetime.date) -> bool:
    return day is not None and today - day.last > OLD


# Records and their facts ----------------------------------------------------------------------------------------------


def _of_facts(facts: Facts, entry: Entry, today: datetime.date) -> Iterator[Task]:
    for number, fact in enumerate(facts.of(entry.id)):
        found = _kind_of_fact(facts.dataset, fact, today) if fact.withdrawn is None else None
        if found is None:
            continue
        kind, key = found
        what = f"{fact.field.label} ({fact.label})" if fact.label else fact.field.label
        day = None
        if kind == NOT_FOUND and fact.searched:
            day = fact.searched.first
        yield _task(kind, entry, ("facts", number, key), fact.field.id, what, fact.anchor, day)


def _kind_of_fact(dataset: Dataset, fact: Stated, today: datetime.date) -> tuple[str, str] | None:
    """Return the kind of task that a fact makes, if any, and the key at which it is done."""
    if fact.missing and fact.missing.id == NOT_RESEARCHED:
        return NOT_RESEARCHED, "missing"
    if fact.missing and fact.missing.id in SEARCHED:
        return (NOT_FOUND, "searched") if _is_old(fact.searched, today) else None
    found = [dataset.sources[item.key] for item in fact.sources]
    if {source.grade.id for source in found} == {ONLY_ARTICLE}:
        return "only-article", "source"
    if found and all(source.grade.weak for source in found):
        return "only-news", "source"
    return ("only-copy", "source") if credit.is_only_in_copies(dataset, (item.key for item in fact.sources)) else None


def _of_record(entry: Entry, languages: set[str], dataset: Dataset, today: datetime.date) -> Iterator[Task]:
    record, labels = entry.record, dataset.vocabulary.languages
    if record.reviewed and _is_old(record.reviewed, today):
        yield _task("old-review", entry, ("reviewed",), "reviewed", day=record.reviewed.first)
    if languages and entry.kind.id != LESSON and languages.isdisjoint(record.name):  # titles of lessons are our own
        missing = ", ".join(language.label for language in labels.values() if language.id in languages)
        yield _task("no-native-name", entry, ("name",), "name", missing)
    stands = standing(record, dataset.vocabulary)
    if stands.last_seen:
        what = f"{stands.code.label}, {stands.last_seen}"
        yield _task("last-seen", entry, ("status", "as_of"), "status", what)
    if record.version and _is_old(record.version.checked, today):
        yield _task("old-version", entry, ("version", "checked"), "version", day=record.version.checked.first)
    if entry.kind.registered and not record.identifiers:
        sort = entry.kind.types[record.type] if record.type else entry.kind
        yield _task("no-identifier", entry, ("identifiers",), "identifiers", sort.label)


def _of_profile(dataset: Dataset, home: Entry) -> Iterator[Task]:
    """Yield what the profile of a country lacks, by group of questions, as one task."""
    written = {section.group for section in home.record.sections}
    lacking = [group.label for group, _ in dataset.question_groups if group.id not in written]
    if lacking:
        yield _task("no-profile", home, ("sections",), "sections", ", ".join(lacking))


def _task(
    kind: str, entry: Entry, path: Path, field: str, what: str = "", at: str = "", day: datetime.date | None = None
) -> Task:
    mark = entry.document.mark(path)
    return Task(kind, entry.id, entry.record.title, entry.file, *mark, field, what, at, day=day)


def _of_source(facts: Facts, entry: SourceEntry) -> Iterator[Task]:
    source, fields = entry.source, facts.undated.get(entry.key)
    found = []
    if fields:
        found.append(("undated", "undated", ", ".join(dict.fromkeys(field.label for field in fields))))
    if source.copy_by and not source.original_url:
        found.append(("copy-without-original", "copy_by", source.copy_by))
    for kind, key, what in found:
        mark = entry.document.mark((entry.key, key))
        page = f"{entry.place}/{SOURCES}"
        yield Task(kind, page, credit.title(source), entry.document.file, *mark, key, what, entry.key)


# Outside the folder of a country --------------------------------------------------------------------------------------


def _of_rates(facts: Facts, place: str, known: Rates) -> Iterator[Task]:
    """Yield the currencies in which the sums of a country cannot be compared, each with the years without a rate."""
    if not known:
        return
    years: dict[str, set[str]] = defaultdict(set)
    for entry in facts.dataset.of_place(place):
        for fact in facts.current(entry.id):
            value = fact.value
            is_sum = value and value.currency not in (None, CURRENCY) and fact.field.type == "money"
            if value and is_sum and isinstance(value.time, Period) and value.time.is_year and not convert(value, known):
                years[str(value.currency)].add(str(value.time))
    home = facts.dataset.entries[next(record for record, fact in facts.rates if fact.value)]
    for currency, times in sorted(years.items()):
        yield _task("no-rate", home, ("facts",), "facts", f"{currency}: {', '.join(sorted(times))}")


def _of_other_figures(dataset: Dataset, home: Entry) -> Iterator[Task]:
    """Yield the figures that compare other countries and neither show nor name this one."""
    names = {*home.record.name.values(), *(name for other in home.record.other_names for name in other.name.values())}
    countries = {country.id for country in dataset.countries}
    for entry in (one for one in dataset.figures if one.place not in countries):
        figure, document = entry.figure, entry.document
        shown = {item.record.split("/")[0] for item in figure.series} & countries
        caption = f"{figure.title} {figure.about} {figure.limits or ''}"
        if len(shown) > 1 and not any(name in caption for name in names):
            key = "about" if home.id in shown else "series"
            page, mark = f"{entry.place}/{FIGURES}", document.mark((key,))
            yield Task("no-figure", page, figure.title, document.file, *mark, key, home.record.title, entry.id)


# Questions and figures ------------------------------------------------------------------------------------------------


def _of_questions(dataset: Dataset, place: str, today: datetime.date) -> Iterator[Task]:
    answers = (dataset.answers.get((place, question)) for question in dataset.questions)
    documents = [answer.document for answer in filter(None, answers)]
    file, mark = (documents[0].file, documents[0].mark(())) if documents else (f"data/{place}/answers.yml", (1, 1))
    for _, questions in dataset.question_groups:
        for entry in questions:
            question, answer, page = entry.question, dataset.answers.get((place, entry.id)), f"{COMPARE}/{entry.id}"
            found: list[tuple[str, str, str, datetime.date | None]] = [(NOT_RESEARCHED, "", question.question, None)]
            if answer:
                found = list(_of_answer(question, answer.answer, today))
            for kind, key, what, day in found:
                at = answer.document.mark((entry.id, key)) if answer else mark
                yield Task(kind, page, question.short, file, *at, entry.id, what, place, not documents, day)


def _of_answer(
    question: Question, answer: Answer, today: datetime.date
) -> Iterator[tuple[str, str, str, datetime.date | None]]:
    """Yield the kinds of task that an answer makes, the key at which each is done, what is meant, and its day."""
    if answer.missing == NOT_RESEARCHED:
        yield NOT_RESEARCHED, "missing", question.question, None
    if answer.missing in SEARCHED and answer.searched and _is_old(answer.searched, today):
        yield NOT_FOUND, "searched", "", answer.searched.first
    if answer.reviewed and _is_old(answer.reviewed, today):
        yield "old-review", "reviewed", "", answer.reviewed.first


def _of_figure(entry: FigureEntry, today: datetime.date) -> Iterator[Task]:
    figure, document = entry.figure, entry.document
    if _is_old(figure.reviewed, today):
        page, mark, day = f"{entry.place}/{FIGURES}", document.mark(("reviewed",)), figure.reviewed.first
        yield Task("old-review", page, figure.title, document.file, *mark, "reviewed", "", entry.id, day=day)
