"""What the check asks about: what is odd, and may be right.

A question does not stop a build. `certain` on the fact, record or answer that it is about answers it by its word, with
the reason; an answer to what is not asked is a problem.
"""

import datetime
import re
from collections import defaultdict
from collections.abc import Iterator

from equal_footing.check import amendments, odd_times, odd_values, same_things, twice
from equal_footing.check.kinds import one
from equal_footing.check.languages import is_foreign, is_text, translate
from equal_footing.check.odd_times import YEAR
from equal_footing.check.odd_values import Doubt, about_fact
from equal_footing.model.dataset import Dataset
from equal_footing.model.entries import AnswerEntry, Entry
from equal_footing.model.fixed_words import FULLY, NONE_EXISTS, NOT, NOT_RESEARCHED
from equal_footing.model.text import citations, without_citations
from equal_footing.model.values import PartialDate
from equal_footing.reading.documents import Document
from equal_footing.reading.problems import Path, Problem, quote, where
from equal_footing.statement.facts import Facts

_YEAR_OF_EVENT = re.compile(
    r"\b(?:edition|meeting|session|summit|round|forum|conference|survey|report|call|review)s?"
    r" (?:of|in|for) ([12][0-9]{3})\b"
)
"""The year in the label of what is held or published in it."""
Place = tuple[str, Path]
"""A file, and the path in it of the fact, record or answer that can have `certain`."""
PlacedDoubt = tuple[Place, Problem]
"""The place of what a question is about, and the question."""
IN_PARTS = "doubts in parts"
"""Under what facts hold `of_part` of all parts of the data, once these were looked at."""
_CERTAIN = frozenset({"certain"})


# Facts ---------------------------------------------------------------------------------------------------------------


def _odd_fields(facts: Facts, entry: Entry) -> Iterator[Doubt]:
    """Ask about a field in a kind of record that seldom has it."""
    for number, fact in enumerate(entry.record.facts):
        usual = facts.dataset.vocabulary.fields[fact.field].usual_in
        if usual and entry.kind.id not in usual:
            message = f"{one(entry.kind)} seldom has the field {fact.field}; it goes with {', '.join(usual)}."
            yield about_fact(entry, number, "field", message, "odd-field")


def _odd_languages(facts: Facts, entry: Entry) -> Iterator[Doubt]:
    """Ask about a text that has none of the small words of English, and several of other languages."""
    texts: list[tuple[Path, Path, str]] = [((), ("summary",), entry.record.summary)]
    for number, fact in enumerate(entry.record.facts):
        path: Path = ("facts", number)
        texts += [(path, (*path, "value"), fact.value)] if fact.value and is_text(facts.dataset, fact) else []
        texts += [(path, (*path, "note"), fact.note)] if fact.note else []
    for path, at, text in texts:
        if is_foreign(without_citations(text)):
            message = f"{quote(text, 60)} does not read as English. {translate(is_value=at[-1] == 'value')}"
            yield path, entry.document.problem(at, message, "odd-language")


def _odd_scripts(facts: Facts, entry: Entry) -> Iterator[Doubt]:
    """Ask about a Chinese name in the characters of the other way to write it."""
    for tag, way, other in (("zh-Hans", "gb2312", "big5"), ("zh-Hant", "big5", "gb2312")):
        name = entry.record.name.get(tag, "")
        strange = "".join(sign for sign in name if _has(other, sign) and not _has(way, sign))
        if strange and not any(_has(way, sign) and not _has(other, sign) for sign in name):
            label = facts.dataset.vocabulary.languages[tag].label
            message = f"{quote(name)} has {strange}, which {label} does not. Write it so, or give it its own tag."
            yield (), entry.document.problem(("name", tag), message, "odd-script")


def _has(encoding: str, sign: str) -> bool:
    """Return whether a set of characters has a sign, such as GB 2312, which has the simplified ones."""
    try:
        return bool(sign.encode(encoding)) and not sign.isascii()
    except UnicodeEncodeError:
        return False


def _odd_sources(facts: Facts, entry: Entry) -> Iterator[Doubt]:
    """Ask about a status or a fact of a day after all of its sources were published."""
    status = entry.record.status
    dated: list[tuple[Path, Path, PartialDate | None, set[str | None]]] = [
        ((), ("status", "as_of"), None if status.note else status.as_of, {status.source})
    ]
    for number, fact in enumerate(entry.record.facts):
        keys = {fact.source, *(other.source for other in fact.further_sources)}
        dated.append((("facts", number), ("facts", number, "as_of"), fact.as_of, keys))
    for path, at, day, keys in dated:
        found = [facts.dataset.sources.get(key or "") for key in keys]
        dates = [item.source.date for item in found if item and item.source.date]
        if day and dates and len(dates) == len(found) and all(date.is_before(day) for date in dates):
            newest = max(dates, key=lambda date: date.last)
            message = f"{day} lies after the source, which is of {newest}. Is it the day of another source?"
            yield path, entry.document.problem(at, message, "odd-source")


def _odd_gaps(facts: Facts, entry: Entry) -> Iterator[Doubt]:
    """Ask about a value that is said not to exist at all, beside one of the same field."""
    fields = {fact.field for fact in entry.record.facts if fact.value}
    for number, fact in enumerate(entry.record.facts):
        is_bare = not (fact.label or fact.period or fact.as_of)
        if fact.missing == NONE_EXISTS and is_bare and fact.field in fields:
            message = f"none exists, and another fact gives {fact.field}. Which one is it?"
            yield about_fact(entry, number, "missing", message, "odd-gap")


def _weak_absences(facts: Facts, entry: Entry) -> Iterator[Doubt]:
    """Ask about something that does not exist where news alone says so."""
    sources = facts.dataset.sources
    for number, fact in enumerate(entry.record.facts):
        keys = [fact.source or "", *(other.source for other in fact.further_sources)]
        cited = [sources[key] for key in keys if key in sources]
        if fact.missing == NONE_EXISTS and cited and all(source.grade.weak for source in cited):
            message = "none exists, and news alone says so. Cite what the news reports on."
            yield about_fact(entry, number, "missing", message, "absence-weak")


def _odd_labels(facts: Facts, entry: Entry) -> Iterator[Doubt]:
    """Ask about a date that lies in another year than the one in its label."""
    for number, fact in enumerate(facts.of(entry.id)):
        years = _YEAR_OF_EVENT.findall(fact.label or "")
        date = fact.value.date if fact.value else None
        if date and len(years) == 1 and not date.first.year <= int(years[0]) <= date.last.year:
            message = f"{date} does not lie in {years[0]}, which the label names."
            yield about_fact(entry, number, "value", message, "odd-label")


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
        for name in (name for name in asked if (place, name) not in dataset.answers):
            message = f"the question {name} is left out. Answer it, or write `missing: {NOT_RESEARCHED}` under it."
            yield document, ((name,), document.problem((), message, "question-left-out"))


def _odd_answers(dataset: Dataset, entry: AnswerEntry) -> Iterator[Doubt]:
    """Ask about an answer whose sentence says the opposite, and one without evidence of a kind that decides it."""
    answer, question, path = entry.answer, dataset.questions.get(entry.question), (entry.question,)
    opposite = {NOT: "yes", FULLY: "no"}.get(answer.answer or "")
    if opposite and re.match(rf"{opposite}(?:[,:;.]| [-–—] )", (answer.sentence or "").lower()):
        message = f"begins with {opposite}, and the answer is {answer.answer}."
        yield path, entry.document.problem((*path, "sentence"), message, "odd-answer")
    kinds = {dataset.entries[name].kind.id for name in answer.evidence if name in dataset.entries}
    if question and kinds and kinds.isdisjoint(question.question.kinds):
        message = f"has no {' and no '.join(question.question.kinds)}, which the question asks for as evidence."
        yield path, entry.document.problem((*path, "evidence"), message, "odd-evidence")


def _weak_answers(dataset: Dataset, entry: AnswerEntry) -> Iterator[Doubt]:
    """Ask about a yes or a no that rests on news alone, and a yes on nothing as new as its question asks for."""
    answer, question = entry.answer, dataset.questions.get(entry.question)
    if answer.answer not in {FULLY, NOT} or answer.text is None or question is None:
        return
    cited = [dataset.sources[found.key] for found in citations(answer.text) if found.key in dataset.sources]
    path = (entry.question,)
    if cited and all(source.grade.weak for source in cited):
        message = f"is graded {answer.answer} and cites news alone. Cite what the news reports on."
        yield path, entry.document.problem((*path, "answer"), message, "answer-weak")
    years = question.question.years
    if answer.answer != FULLY or years is None or answer.reviewed is None:
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
    answered = {asked for asked, *_ in _certain(facts.dataset)}
    return sorted(problem for place, problem in _doubts(facts) if (place, problem.rule) not in answered)


def needless_answers(facts: Facts) -> Iterator[Problem]:
    """Each answer under `certain` is one to a question that the check asks there."""
    asked: dict[Place, set[str]] = defaultdict(set)
    for place, problem in _doubts(facts):
        asked[place].add(problem.rule)
    for (place, rule), path, document in _certain(facts.dataset):
        if rule not in asked.get(place, ()):
            message = f"{rule} is not asked here{_instead(asked, place, rule)}"
            yield document.problem(path, message, "certain-needless", key=True)


def _instead(asked: dict[Place, set[str]], place: Place, question: str) -> str:
    """Return what to do with an answer to a question that the check does not ask at a place."""
    file, _ = place
    at = next((other for (found, other), words in asked.items() if found == file and question in words), None)
    if at is not None:
        return f", but of {where(at) or 'the record'}: answer it there."
    if place in asked:
        return f", but {' and '.join(sorted(asked[place]))}: write the word of the question that this answers."
    return ". Delete the answer, unless a value beside it was changed by mistake."


def _certain(dataset: Dataset) -> Iterator[tuple[tuple[Place, str], Path, Document]]:
    """Yield each answer under `certain`: the place and the rule of the question, its own path, and its document."""
    for item in dataset.values_of(_CERTAIN):
        yield ((item.document.file, item.path[:-2]), str(item.path[-1])), item.path, item.document


_OF_RECORDS = (
    *odd_values.DOUBTS,
    *odd_times.DOUBTS,
    *amendments.DOUBTS,
    _odd_fields,
    _odd_languages,
    _odd_scripts,
    _odd_sources,
    _odd_gaps,
    _weak_absences,
    _odd_labels,
)


def _doubts(facts: Facts) -> list[PlacedDoubt]:
    """Return all that is odd, with the place of each; a rule and the questions ask for it."""
    in_parts = facts.once(IN_PARTS, lambda: list(of_part(facts)))
    return facts.once("doubts", lambda: [*in_parts, *_among_parts(facts)])


def of_part(facts: Facts) -> Iterator[PlacedDoubt]:
    """Yield what is odd in a part of the data by itself."""
    dataset = facts.dataset
    for entry in dataset.entries.values():
        for ask in _OF_RECORDS:
            yield from (((entry.file, path), problem) for path, problem in ask(facts, entry))
    for answer in dataset.answers.values():
        for ask_of_answer in (_weak_answers, _odd_answers):
            yield from (((answer.document.file, path), problem) for path, problem in ask_of_answer(dataset, answer))
    for document, (path, problem) in _left_out(dataset):
        yield (document.file, path), problem


def _among_parts(facts: Facts) -> Iterator[PlacedDoubt]:
    """Yield what is odd beside what other parts of the data hold."""
    among = ((entry.document, doubt) for entry, doubt in odd_values.odd_among_records(facts))
    same = (*same_things.records(facts), *same_things.figures(facts), *twice.same_texts(facts))
    for document, (path, problem) in (*among, *same):
        yield (document.file, path), problem
