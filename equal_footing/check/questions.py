"""Rules for the comparison: questions are distinct, and answers have their grounds."""

from collections.abc import Iterator

from equal_footing.check.facts import NOBODY_LOOKED, with_missing, without_missing
from equal_footing.model.dataset import Dataset
from equal_footing.model.entries import AnswerEntry
from equal_footing.model.fixed_words import COUNTRY, NOT_RESEARCHED, SOURCES_DISAGREE
from equal_footing.model.near_words import near_record
from equal_footing.model.text import citations
from equal_footing.model.things import QUESTIONS
from equal_footing.model.values import PartialDate
from equal_footing.reading.characters import hint_on_signs
from equal_footing.reading.problems import Path, Problem, did_you_mean, quote

MAX_SENTENCE = 200
QUESTION_FOLDER = "data/questions/"
MISSING_KEYS = ("searched", "where", "positions", "practice")
"""Keys that a missing answer has only where its reason needs them."""
GROUNDS = ("sentence", "text", "evidence")
"""What an answer needs."""


def questions(dataset: Dataset) -> Iterator[Problem]:
    """A question has a unique position and name, and ends in a question mark."""
    orders: dict[int, str] = {}
    shorts: dict[str, str] = {}
    for entry in sorted(dataset.questions.values(), key=lambda item: item.id):
        question = entry.question
        if _is_of_pair(dataset, entry.id) or entry.id in dataset.vocabulary.comparisons:
            message = f"{quote(entry.id)} is the address of another comparison. Give the question another name."
            yield entry.document.problem((), message, "question-name")
        first = orders.setdefault(question.order, entry.id)
        if first != entry.id:
            message = f"{question.order} is the place of the question {first} already."
            yield entry.document.problem(("order",), message, "question-order")
        first = shorts.setdefault(question.short.casefold(), entry.id)
        if first != entry.id:
            message = f"{quote(question.short)} is the short form of the question {first} already."
            yield entry.document.problem(("short",), message, "question-short")
        if not question.question.endswith("?"):
            hint = hint_on_signs(question.question[-1])
            yield entry.document.problem(("question",), f"is not a question: it must end in ?.{hint}", "question-mark")


def _is_of_pair(dataset: Dataset, name: str) -> bool:
    """Return whether a name is that of the page on two countries: `canada-japan`."""
    words = name.split("-")
    pairs = (("-".join(words[:number]), "-".join(words[number:])) for number in range(1, len(words)))
    return any(one != other and _is_country(dataset, one) and _is_country(dataset, other) for one, other in pairs)


def _is_country(dataset: Dataset, place: str) -> bool:
    home = dataset.entries.get(place)
    return home is not None and home.kind.id == COUNTRY


def answer_places(dataset: Dataset) -> Iterator[Problem]:
    """Answers belong to a country and to an existing question."""
    unread = any(file.startswith(QUESTION_FOLDER) for file in dataset.unread)
    homeless: set[str] = set()
    for answer in dataset.answers.values():
        home = dataset.entries.get(answer.place)
        is_unread = home is None and answer.place in dataset.known
        is_known = _is_country(dataset, answer.place) or is_unread or dataset.is_left(answer.place)
        if not is_known and answer.place not in homeless:
            homeless.add(answer.place)
            end = "." if home else f"; data/{answer.place}/country.yml is missing."
            yield answer.document.problem((), f"only a country answers questions{end}", "answer-place")
        if answer.question not in dataset.questions and not unread:
            message = _no_question(dataset, answer.question)
            yield answer.document.problem((answer.question,), message, "answer-question", key=True)


def _no_question(dataset: Dataset, name: str) -> str:
    """Return what to do with an answer whose question is not there."""
    former = f"{QUESTIONS}/{name}"
    if former in dataset.moved:
        return f"the question {quote(name)} has moved. Write {dataset.resolve(former).removeprefix(f'{QUESTIONS}/')}."
    if former in dataset.withdrawn:
        see = dataset.withdrawn[former][0].see
        instead = f", or answer {' and '.join(one.removeprefix(f'{QUESTIONS}/') for one in see)} instead" if see else ""
        return f"the question {quote(name)} was withdrawn. Delete the answer{instead}."
    return f"there is no question {quote(name)}.{did_you_mean(name, _asked(dataset))}"


def _asked(dataset: Dataset) -> list[str]:
    """Return the names of all questions."""
    return [entry.id for _, questions in dataset.question_groups for entry in questions]


def answer_or_missing(dataset: Dataset) -> Iterator[Problem]:
    """An answer has either a grade or a reason why it is missing, with the keys that this needs."""
    for entry in dataset.answers.values():
        answer, path = entry.answer, (entry.question,)
        if answer.answer and answer.missing:
            message = f"has an answer and says that it is missing ({answer.missing}) at once. Keep one."
            yield entry.document.problem((*path, "missing"), message, "answer-or-missing")
        elif not answer.answer and not answer.missing:
            message = f"has neither an answer nor a reason why it is missing. {NOBODY_LOOKED}"
            yield entry.document.problem(path, message, "answer-or-missing")
        elif answer.missing:
            yield from _missing(entry, answer.missing, dataset.vocabulary.answer_reasons)
        else:
            yield from _answered(entry)


def _missing(entry: AnswerEntry, reason: str, reasons: dict[str, tuple[str, ...]]) -> Iterator[Problem]:
    answer, path = entry.answer, (entry.question,)
    if reason not in reasons:
        message = f"{reason} is not for answers. Write `answer: not`, with the source in `text`."
        yield entry.document.problem((*path, "missing"), message, "answer-missing")
        return
    yield from with_missing(entry.document, path, answer, reasons[reason], MISSING_KEYS, "answer-missing")
    if reason == SOURCES_DISAGREE and answer.positions:
        if len({position.answer for position in answer.positions}) < 2:
            message = "the positions must give two different answers or more."
            yield entry.document.problem((*path, "positions"), message, "answer-positions")
        for number, position in enumerate(answer.positions):
            yield from _grounds(entry, (*path, "positions", number, "text"), position.text)


def _answered(entry: AnswerEntry) -> Iterator[Problem]:
    answer, path = entry.answer, (entry.question,)
    for key in GROUNDS:
        if not getattr(answer, key):
            yield entry.document.problem(path, f"an answer needs {key}.", "answer-grounds")
    yield from without_missing(entry.document, path, answer, ("searched", "where", "positions"), "answer-missing")
    if answer.text:
        yield from _grounds(entry, (*path, "text"), answer.text)
    if answer.practice:
        yield from _grounds(entry, (*path, "practice", "text"), answer.practice.text)
        if answer.practice.answer == answer.answer:
            message = "practice has its own answer only where it differs from the text; here both are the same."
            yield entry.document.problem((*path, "practice", "answer"), message, "answer-practice")


def _grounds(entry: AnswerEntry, path: Path, text: str) -> Iterator[Problem]:
    if not any(True for _ in citations(text)):
        yield entry.document.problem(path, "cites nothing. Add [@key, locator].", "answer-grounds")


def looked(dataset: Dataset) -> Iterator[Problem]:
    """An answer, and the finding that there is none, says where somebody looked and when."""
    for entry in dataset.answers.values():
        answer, path = entry.answer, (entry.question,)
        if answer.missing == NOT_RESEARCHED:
            yield from _without_looking(entry)
        elif not answer.looked:
            message = "does not say where somebody looked. Add `looked`: a list of `where` and `on`, the day."
            yield entry.document.problem(path, message, "answer-looked")
        seen: set[tuple[str, PartialDate]] = set()
        for number, item in enumerate(answer.looked):
            if (item.where, item.on) in seen:
                message = "is the same place on the same day again. Delete it."
                yield entry.document.problem((*path, "looked", number), message, "answer-looked")
            seen.add((item.where, item.on))


def _without_looking(entry: AnswerEntry) -> Iterator[Problem]:
    if entry.answer.looked and entry.answer.answer is None:
        message = f"{NOT_RESEARCHED} says that nobody has looked, and `looked` says where somebody did."
        yield entry.document.problem((entry.question, "looked"), message, "answer-looked", key=True)


def sentences(dataset: Dataset) -> Iterator[Problem]:
    """The sentence of an answer is short and without citations, because a table cell shows it alone."""
    for entry in dataset.answers.values():
        sentence, path = entry.answer.sentence, (entry.question, "sentence")
        if sentence is None:
            continue
        if any(True for _ in citations(sentence)):
            yield entry.document.problem(path, "cannot hold citations; put them into `text`.", "answer-sentence")
        if len(sentence) > MAX_SENTENCE:
            message = f"has {len(sentence)} characters; the most is {MAX_SENTENCE}."
            yield entry.document.problem(path, message, "answer-sentence")


def evidence(dataset: Dataset) -> Iterator[Problem]:
    """The evidence of an answer is a list of existing records of its country, or of none, without duplicates."""
    known = dataset.known
    for entry in dataset.answers.values():
        seen: set[str] = set()
        for number, record in enumerate(entry.answer.evidence):
            path = (entry.question, "evidence", number)
            if (now := dataset.now_at(record)) is not None:
                message = f"{quote(record)} has moved. Write {now}."
                yield entry.document.problem(path, message, "answer-evidence")
            elif record not in known:
                message = f"{quote(record)} does not exist.{near_record(record, known, dataset.called)}"
                yield entry.document.problem(path, message, "answer-evidence")
            elif "/" not in record:
                message = f"{quote(record)} is a whole place. Name the records in which the evidence is."
                yield entry.document.problem(path, message, "answer-evidence")
            elif _is_of_another(dataset, record, entry.place):
                message = f"{quote(record)} is a record of another country than {entry.place}."
                yield entry.document.problem(path, message, "answer-evidence")
            if record in seen:
                yield entry.document.problem(path, f"{quote(record)} occurs twice. Keep one.", "answer-evidence")
            seen.add(record)


def _is_of_another(dataset: Dataset, record: str, place: str) -> bool:
    """Return whether a record is one of another country than a place, which is a country, too."""
    home = record.split("/")[0]
    return home != place and _is_country(dataset, place) and _is_country(dataset, home)


RULES = (questions, answer_places, answer_or_missing, looked, sentences, evidence)
