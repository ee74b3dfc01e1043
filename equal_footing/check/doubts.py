"""What the check asks about: what is odd, and may be right.

A question does not stop a build. `certain` on the fact, record or answer that it is about answers it, with the reason;
one that answers nothing is a problem.
"""

import datetime
from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from babel.numbers import get_currency_precision

from equal_footing.check.kinds import one
from equal_footing.check.languages import is_foreign
from equal_footing.model import currencies
from equal_footing.model.dataset import AnswerEntry, Dataset, Entry
from equal_footing.model.fixed_words import FULLY, LESSON, NOT_RESEARCHED
from equal_footing.model.text import citations
from equal_footing.model.values import PartialDate, Period
from equal_footing.model.vocabulary import NUMERIC
from equal_footing.reading.documents import Document
from equal_footing.reading.problems import Path, Problem, quote
from equal_footing.statement.facts import Facts

THOUSAND = Decimal(1000)
MAX_PERCENT = 1000
YEAR = 366
Place = tuple[str, Path]
"""A file, and the path in it of the fact, record or answer that can have `certain`."""
Doubt = tuple[Path, Problem]
"""The path of what a question is about, and the question."""


# Facts ---------------------------------------------------------------------------------------------------------------


def _odd_fields(facts: Facts, entry: Entry) -> Iterator[Doubt]:
    """Ask about a field in a kind of record that seldom has it."""
    for number, fact in enumerate(entry.record.facts):
        usual, path = facts.dataset.vocabulary.fields[fact.field].usual_in, ("facts", number)
        if usual and entry.kind.id not in usual:
            message = f"{one(entry.kind)} seldom has the field {fact.field}; it goes with {', '.join(usual)}."
            yield path, entry.document.problem((*path, "field"), message, "odd-field")


def _odd_percentages(facts: Facts, entry: Entry) -> Iterator[Doubt]:
    """Ask about shares below one percent, which may be written as parts of one, and about very large percentages."""
    for number, fact in enumerate(facts.of(entry.id)):
        value = fact.value.number if fact.value and fact.field.type == "percent" else None
        if value is None:
            continue
        path, message = ("facts", number), ""
        if fact.field.share and 0 < value < 1 and not fact.field.below_one:
            whole = f"{(value * 100).normalize():f}"
            message = f"{value} is less than one percent. If {whole} percent is meant, write {whole}."
        elif abs(value) > MAX_PERCENT:
            message = f"{value} percent is more than {MAX_PERCENT // 100} times the whole."
        if message:
            yield path, entry.document.problem((*path, "value"), message, "odd-percentage")


def _odd_sizes(facts: Facts, entry: Entry) -> Iterator[Doubt]:
    """Ask about a number a thousand times off all others of its field and measure, and about very small sums."""
    alike: dict[tuple[str, str | None, str], list[tuple[int, Decimal]]] = defaultdict(list)
    for number, fact in enumerate(facts.of(entry.id)):
        value = fact.value
        if value and value.number and fact.withdrawn is None:
            alike[fact.field.id, value.currency, value.measure].append((number, abs(value.number)))
    for (_, currency, _), found in alike.items():
        for number, size in found:
            others, message = [other for at, other in found if at != number], ""
            if others and (size * THOUSAND <= min(others) or size >= THOUSAND * max(others)):
                near = min(others, key=lambda other: abs(other - size))
                message = f"{size:,f} is a thousand times off {near:,f} in the same field. Are all numbers in full?"
            elif (most := facts.of(entry.id)[number].field.most) and size > most:
                message = f"{size:,f} is more than {most:,}, the most that is likely. Is it in full, and of this field?"
            elif currency and size < _least(currency) and facts.of(entry.id)[number].field.type == "money":
                message = f"{size:,f} {currency} is a very small sum. Is it in full, and not in thousands or millions?"
            if message:
                path = ("facts", number)
                yield path, entry.document.problem((*path, "value"), message, "odd-size")


def _least(currency: str) -> Decimal:
    """Return below what a sum is very small: higher for a currency so small that it has no smaller unit."""
    return THOUSAND if get_currency_precision(currency) else THOUSAND * 10


def _odd_money(facts: Facts, entry: Entry) -> Iterator[Doubt]:
    """Ask about a sum of a time in which its currency was no tender, and about one in parts that its currency lacks."""
    for number, fact in enumerate(facts.of(entry.id)):
        value, path = fact.value, ("facts", number)
        if fact.field.type != "money" or value is None or value.number is None or value.currency is None:
            continue
        message, key, time = "", "currency", value.time
        start, end = (time.start, time.end) if isinstance(time, Period) else (time, time)
        first, last = currencies.years().get(value.currency, (0, currencies.LAST_YEAR))
        if start and start.first.year > last:
            message = f"{value.currency} was tender until {last}, and the sum is of {time}."
        elif end and end.last.year < first:
            message = f"{value.currency} has been tender since {first}, and the sum is of {time}."
        elif -int(value.number.normalize().as_tuple().exponent) > (places := get_currency_precision(value.currency)):
            parts = f"{places} decimal places" if places else "no smaller unit"
            message, key = f"{value.currency} has {parts}. Is {value.number:,f} what the source says?", "value"
        if message:
            yield path, entry.document.problem((*path, key), message, "odd-money")


def _odd_times(facts: Facts, entry: Entry) -> Iterator[Doubt]:
    """Ask about a number of a time before its record begins, and about a fact of a time after it has ended."""
    record, vocabulary = entry.record, facts.dataset.vocabulary
    begun = _beginning(facts, entry)
    ended = record.status.since if vocabulary.statuses[record.status.code].ended else None
    for number, fact in enumerate(record.facts):
        time = fact.period or fact.as_of
        if time is None or fact.withdrawn:
            continue
        first, last = (time.start, time.end) if isinstance(time, Period) else (time, time)
        key, path, message = "period" if fact.period else "as_of", ("facts", number), ""
        if begun and last and vocabulary.fields[fact.field].type in NUMERIC and last.is_before(begun):
            message = f"{time} lies before the beginning in {begun}."
        elif ended and ended.is_before(first) and (first.first - ended.last).days > YEAR:
            message = f"{time} lies more than a year after the end in {ended} (the status is {record.status.code})."
        elif vocabulary.fields[fact.field].ahead:
            continue
        elif record.reviewed and record.reviewed.is_before(first) and isinstance(time, Period):
            message = f"{time} begins after the day of the review, {record.reviewed}. Is it a plan?"
        if message:
            yield path, entry.document.problem((*path, key), message, "odd-time")


def _odd_ends(facts: Facts, entry: Entry) -> Iterator[Doubt]:
    """Ask about the end of a record whose status is not that of one that has ended."""
    status = facts.dataset.vocabulary.statuses[entry.record.status.code]
    for number, fact in enumerate(facts.of(entry.id)):
        if fact.field.ends and fact.value and fact.label is None and fact.withdrawn is None and not status.ended:
            message = f"{fact.field.id} {fact.value.date}, and the status is {status.id}."
            yield ("facts", number), entry.document.problem(("facts", number, "value"), message, "odd-end")


def _odd_languages(facts: Facts, entry: Entry) -> Iterator[Doubt]:
    """Ask about a text that has none of the small words of English, and several of other languages."""
    for number, fact in enumerate(entry.record.facts):
        if fact.value is None or facts.dataset.vocabulary.fields[fact.field].type != "text":
            continue
        if is_foreign(fact.value):
            path, shown = ("facts", number), quote(fact.value, 60)
            message = f"{shown} does not read as English. Translate it, and put the words into `original`."
            yield path, entry.document.problem((*path, "value"), message, "odd-language")


def _beginning(facts: Facts, entry: Entry) -> PartialDate | None:
    """Return the earliest date with which a record begins, if it has one that is sure."""
    dates = [
        fact.value.date
        for fact in facts.of(entry.id)
        if fact.field.nothing_before and fact.value and fact.value.date and fact.label is None
    ]
    return min(dates, key=lambda date: date.first) if dates and all(date.is_sure for date in dates) else None


# Records -------------------------------------------------------------------------------------------------------------


def _same_things(facts: Facts) -> Iterator[tuple[Document, Doubt]]:
    """Ask about two records of different kinds in one place that have a name or a document number in common."""
    first: dict[tuple[str, str], Entry] = {}
    for entry in facts.dataset.entries.values():
        if entry.kind.id == LESSON:
            continue
        names = [(("name", language), name) for language, name in entry.record.name.items()]
        numbers = [
            (("facts", number, "value"), fact.value.text)
            for number, fact in enumerate(facts.of(entry.id))
            if fact.field.identifies and fact.value
        ]
        for path, text in (*names, *numbers):
            other = first.setdefault((entry.place, _plain(text)), entry)
            if other.kind.id != entry.kind.id:
                message = f"{quote(text)} is that of {other.id} as well. Is it one thing under two kinds?"
                yield entry.document, ((), entry.document.problem(path, message, "same-thing"))
                break


def _plain(text: str) -> str:
    """Return the letters and digits of a name, by which two spellings of it are the same."""
    return "".join(filter(str.isalnum, text.casefold().removeprefix("the ")))


# Answers -------------------------------------------------------------------------------------------------------------


def _left_out(dataset: Dataset) -> Iterator[tuple[Document, Doubt]]:
    """Ask about questions that a country has neither answered nor left open."""
    asked = {entry.id: entry for _, questions in dataset.question_groups for entry in questions}
    documents = {answer.place: answer.document for answer in dataset.answers.values()}
    for home in dataset.countries:
        if home.id not in documents and asked and f"data/{home.id}/answers.yml" not in dataset.unread:
            message = f"data/{home.id}/answers.yml is missing: all {len(asked)} questions are left out."
            yield home.document, ((), home.document.problem((), message, "question-left-out"))
    for place, document in documents.items():
        left = [name for name in asked if (place, name) not in dataset.answers]
        for name in left:
            message = f"the question {name} is left out. Answer it, or write `missing: {NOT_RESEARCHED}` under it."
            yield document, ((name,), document.problem((), message, "question-left-out"))


def _weak_answers(dataset: Dataset, entry: AnswerEntry) -> Iterator[Doubt]:
    """Ask about a full answer that rests on news alone, or on nothing as new as its question asks for."""
    answer, question = entry.answer, dataset.questions.get(entry.question)
    if answer.answer != FULLY or answer.text is None or question is None:
        return
    cited = [dataset.sources[found.key] for found in citations(answer.text) if found.key in dataset.sources]
    path = (entry.question,)
    if cited and all(source.grade.weak for source in cited):
        message = f"is graded {FULLY} and cites news alone. Cite what the news reports on."
        yield path, entry.document.problem((*path, "answer"), message, "answer-weak")
    years = question.question.years
    if years is None or answer.reviewed is None:
        return
    days = [source.source.date.last for source in cited if source.source.date]
    for record in (dataset.entries[name].record for name in answer.evidence if name in dataset.entries):
        days += [record.status.as_of.last] if record.status.as_of else []
    newest, least = max(days, default=None), answer.reviewed.first - datetime.timedelta(days=YEAR * years)
    if newest and newest < least:
        span = "year" if years == 1 else f"{years} years"
        message = f"is graded {FULLY}, which needs evidence of the last {span}; the newest cited is of {newest.year}."
        yield path, entry.document.problem((*path, "answer"), message, "answer-old")


# All of them ---------------------------------------------------------------------------------------------------------


def questions(facts: Facts) -> list[Problem]:
    """Return what the check asks about, sorted by file and line."""
    answered = {place for place, *_ in _certain(facts.dataset)}
    return sorted(problem for place, problem in _doubts(facts) if place not in answered)


def needless_answers(facts: Facts) -> Iterator[Problem]:
    """`certain` answers a question that the check asks."""
    asked = {place for place, _ in _doubts(facts)}
    for place, reason, document in _certain(facts.dataset):
        if place not in asked:
            message = f"{quote(reason)} answers no question of the check. Delete it."
            yield document.problem((*place[1], "certain"), message, "certain-needless", key=True)


def _certain(dataset: Dataset) -> Iterator[tuple[Place, str, Document]]:
    """Yield each `certain` of the data: where it is, what it says, and its document."""
    for item in dataset.values:
        if item.key == "certain":
            yield (item.document.file, item.path[:-1]), item.value, item.document


def _doubts(facts: Facts) -> Iterator[tuple[Place, Problem]]:
    dataset = facts.dataset
    for entry in dataset.entries.values():
        for ask in (_odd_fields, _odd_percentages, _odd_sizes, _odd_money, _odd_times, _odd_ends, _odd_languages):
            yield from (((entry.file, path), problem) for path, problem in ask(facts, entry))
    for answer in dataset.answers.values():
        yield from (((answer.document.file, path), problem) for path, problem in _weak_answers(dataset, answer))
    for document, (path, problem) in (*_same_things(facts), *_left_out(dataset)):
        yield (document.file, path), problem


RULES_OF_RESOLVED_FACTS = (needless_answers,)
