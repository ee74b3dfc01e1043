"""What the comparisons show: questions by countries, and pairs of countries."""

import itertools
from collections import Counter
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass

from equal_footing.model.address_list import pages_below
from equal_footing.model.comparisons import Comparison
from equal_footing.model.dataset import Dataset
from equal_footing.model.entries import Entry, QuestionEntry
from equal_footing.model.fixed_words import FULLY, NOT, NOT_RESEARCHED, PARTLY
from equal_footing.model.messages import Messages
from equal_footing.model.questions import Answer
from equal_footing.model.terms import Term
from equal_footing.model.text import Cited, citations, plain
from equal_footing.model.things import COMPARE
from equal_footing.model.values import PartialDate
from equal_footing.model.vocabulary import Evidence, Kind
from equal_footing.statement import credit
from equal_footing.statement.stated import Stated
from equal_footing.views.records import Views

SHOWN_AT_ONCE = 8
"""Up to how many countries a comparison shows at once; beyond that it opens with a choice."""
QUOTED = 3
"""How many passages a country's answer quotes."""
PAIRS_UP_TO = 10
"""Up to how many countries each pair has a page of its own; beyond that, new pairs are chosen in the comparison."""


@dataclass(frozen=True, slots=True)
class Cell:
    """The answer of a country to a question, as it is shown.

    `term` is the answer, or the reason why there is none. `positions` are the answers that sources give where they
    disagree, each with what they say. `given` are all citations of the answer's texts in order, each with the text that
    gives it: text, practice, note or position. `records` are those on which the answer rests.
    """

    question: QuestionEntry
    country: Entry
    answer: Answer | None
    term: Term
    practice: Term | None
    positions: tuple[tuple[Term, str], ...]
    records: tuple[Entry, ...]
    given: tuple[tuple[Cited, str], ...]
    file: str | None

    @property
    def cited(self) -> tuple[Cited, ...]:
        """All citations of its texts, each once."""
        return tuple(dict.fromkeys(item for item, _ in self.given))

    @property
    def anchor(self) -> str:
        """The anchor of the cell in a table of several questions."""
        return f"{self.question.id}-{self.country.id}"

    @property
    def address(self) -> str:
        """The address of the answer with its reasoning and its sources, on the page of its question."""
        return f"{self.question.address}#{self.country.id}"

    @property
    def sentence(self) -> str:
        """The finding in one sentence, without citations; what the reason means where there is nothing to say."""
        found = self.answer
        return (found and (found.sentence or (found.note and found.note.changed(plain)))) or self.term.about

    @property
    def is_open(self) -> bool:
        """Whether nobody can say yet what the answer is: the reason for it is about us, not about the country."""
        return self.answer is None or self.answer.answer is None


@dataclass(frozen=True, slots=True)
class Provision:
    """The words of a law or another text on which an answer rests, in English and in the original."""

    entry: Entry
    fact: Stated


Groups = list[tuple[Term, list[tuple[QuestionEntry, list[Cell]]]]]
"""All questions by group, each with the cells of some countries."""


def cell(dataset: Dataset, question: QuestionEntry, country: Entry) -> Cell:
    """Return the answer of a country as it is shown; without one it has not been researched yet."""
    vocabulary = dataset.vocabulary
    found = dataset.answers.get((country.id, question.id))
    answer = found.answer if found else None
    if answer and answer.answer:
        term: Term = vocabulary.answers[answer.answer]
    else:
        term = vocabulary.missing[answer.missing if answer and answer.missing else NOT_RESEARCHED]
    practice = vocabulary.answers[answer.practice.answer] if answer and answer.practice else None
    positions = answer.positions if answer else []
    evidence = answer.evidence if answer else []
    return Cell(
        question=question,
        country=country,
        answer=answer,
        term=term,
        practice=practice,
        positions=tuple((vocabulary.answers[item.answer], item.text) for item in positions),
        records=tuple(dataset.entries[dataset.resolve(record)] for record in evidence),
        given=tuple(dict.fromkeys(_given(answer))) if answer else (),
        file=found.document.file if found else None,
    )


def grades(dataset: Dataset, *texts: str | None) -> tuple[Evidence | None, Evidence | None]:
    """Return the best and the weakest grade of the sources that some texts of an answer cite; None where none does."""
    cited = (item.key for text in texts for item in citations(text or ""))
    found = credit.grades(dataset, cited)
    return (found[0], found[-1]) if found else (None, None)


def in_words(found: Cell, words: Messages) -> str:
    """Return the answer, with that of practice where it is another one: `Yes (in practice: Partly)`."""
    if found.practice is None:
        return str(words.said(found.term.label))
    return words("answer-in-practice", answer=found.term.label, practice=found.practice.label)


def _given(answer: Answer) -> Iterator[tuple[Cited, str]]:
    texts = [("text", answer.text), ("practice", answer.practice and answer.practice.text), ("note", answer.note)]
    texts += [("position", position.text) for position in answer.positions]
    for place, text in texts:
        yield from ((item, place) for item in citations(text or ""))


def rows(dataset: Dataset, countries: list[Entry]) -> Groups:
    """Return all questions by group, each with the cells of the countries."""
    return [
        (group, [(question, [cell(dataset, question, country) for country in countries]) for question in questions])
        for group, questions in dataset.question_groups
    ]


def provisions(views: Views, cell: Cell) -> list[Provision]:
    """Return the words that decide an answer: those of its records that it cites at the same place, at most `QUOTED`.

    A place within the one that is cited counts as the same: Article 12(3) where Article 12 is cited.
    """
    found = (
        Provision(entry, fact)
        for entry in cell.records
        for fact in views.facts.current(entry.id)
        if fact.original and any(_is_at(one, other) for one in fact.sources for other in cell.cited)
    )
    return list(itertools.islice(found, QUOTED))


def _is_at(one: Cited, other: Cited) -> bool:
    """Return whether two citations name the same place of a source, or one names a part of the other's place."""
    if one.key != other.key:
        return False
    short, long = sorted((one.locator, other.locator), key=len)
    return long.startswith(short) and not long[len(short) : len(short) + 1].isalnum()


def differing(
    groups: Groups,
) -> tuple[list[tuple[QuestionEntry, list[Cell]]], int]:
    """Return the questions to which countries give different answers, and how many all answer alike.

    A question that is not answered for one of them is neither.
    """
    answered = [
        (question, cells) for _, found in groups for question, cells in found if not any(cell.is_open for cell in cells)
    ]
    differ = [(question, cells) for question, cells in answered if len({cell.term.id for cell in cells}) > 1]
    return differ, len(answered) - len(differ)


def around(dataset: Dataset, question: QuestionEntry) -> tuple[QuestionEntry | None, QuestionEntry | None]:
    """Return the questions before and after one, in the order of the groups."""
    order = [other for _, questions in dataset.question_groups for other in questions]
    at = order.index(question)
    return (order[at - 1] if at else None), (order[at + 1] if at + 1 < len(order) else None)


def kinds_of_evidence(dataset: Dataset, question: QuestionEntry) -> list[tuple[Kind, str]]:
    """Return the kinds of records that are evidence, each with the address of its directory or else its explanation."""
    kinds = [dataset.vocabulary.kinds[kind] for kind in question.question.kinds]
    return [
        (kind, f"{kind.folder}/" if kind in dataset.folder_kinds else f"vocabulary/#kinds-{kind.id}") for kind in kinds
    ]


def pairs(dataset: Dataset) -> list[tuple[Entry, Entry]]:
    """Return the pairs of countries that have a page of their own, in the order of the countries.

    While countries are few that is every pair. A pair that was published keeps its page and its address, however many
    countries there are and whatever their names have become; so the pages of pairs end up as a fixed number.
    """
    if not dataset.questions:
        return []
    order = {country.id: number for number, country in enumerate(dataset.countries)}
    found = [pair for name in pages_below(dataset.published, f"{COMPARE}/") if (pair := pair_named(name, order))]
    if len(dataset.countries) <= PAIRS_UP_TO:
        known = {frozenset(pair) for pair in found}
        found += [pair for pair in itertools.combinations(order, 2) if frozenset(pair) not in known]
    found.sort(key=lambda pair: [order[country] for country in pair])
    return [(dataset.entries[one], dataset.entries[other]) for one, other in found]


def pair_named(name: str, countries: Container[str]) -> tuple[str, str] | None:
    """Return the two countries of a name such as `japan-south-korea`, if it is the name of a pair."""
    words = name.split("-")
    for length in range(1, len(words)):
        one, other = "-".join(words[:length]), "-".join(words[length:])
        if one in countries and other in countries:
            return one, other
    return None


def tables(dataset: Dataset) -> list[Comparison]:
    """Return the tables for which a country has records, or had some that left something in their place."""
    groups, countries = dataset.by_place_and_kind, [country.id for country in dataset.countries]
    return [
        item
        for item in dataset.vocabulary.comparisons.values()
        if any((country, kind) in groups for country in countries for kind in item.kinds)
    ]


def of_kind(dataset: Dataset, kind: str) -> list[Comparison]:
    """Return the tables that compare records of a kind."""
    return [table for table in tables(dataset) if kind in table.kinds]


def reviewed(dataset: Dataset, question: str | None = None) -> PartialDate:
    """Return the newest day on which an answer (to one question, or to any) or the question itself was reviewed."""
    days = [item.question.reviewed for item in dataset.questions.values() if question in (None, item.id)]
    given = [item.answer.reviewed for item in dataset.answers.values() if question in (None, item.question)]
    days += [day for day in given if day]
    return max(days, key=lambda day: day.first)


def rubric(dataset: Dataset, question: QuestionEntry) -> list[tuple[Term, str]]:
    """Return the answers that a question can have, each with what counts as it."""
    answers, counts_as = dataset.vocabulary.answers, question.question.rubric
    return [
        (answers[FULLY], counts_as.fully),
        (answers[PARTLY], counts_as.partly),
        (answers[NOT], counts_as.not_),
    ]


def terms(dataset: Dataset, cells: Iterable[Cell]) -> list[Term]:
    """Return the answers and reasons that some cells have, each once and in the order of the vocabulary."""
    found = {cell.term.id for cell in cells}
    vocabulary = dataset.vocabulary
    return [term for term in (*vocabulary.answers.values(), *vocabulary.missing.values()) if term.id in found]


def answered(dataset: Dataset, country: Entry) -> list[tuple[Term, int]]:
    """Return how many questions have which answer or state, for the completeness of a country."""
    cells = [cell(dataset, question, country) for question in dataset.questions.values()]
    found = Counter(one.term.id for one in cells)
    return [(term, found[term.id]) for term in terms(dataset, cells)]


def disagreeing(dataset: Dataset) -> list[Cell]:
    """Return the answers on which sources disagree, by country."""
    found = [one for one in dataset.answers.values() if one.answer.positions]
    return [cell(dataset, dataset.questions[one.question], dataset.entries[one.place]) for one in found]
