"""What the comparisons show: questions by countries, pairs of countries, and tables of records."""

import itertools
from collections import Counter
from collections.abc import Container, Iterator
from dataclasses import dataclass

from equal_footing.model.dataset import Dataset, Entry, QuestionEntry
from equal_footing.model.fixed_words import COUNTRY, FULLY, NOT, NOT_RESEARCHED, PARTLY
from equal_footing.model.questions import Answer
from equal_footing.model.text import Cited, citations
from equal_footing.model.values import PartialDate, Period
from equal_footing.model.vocabulary import Column, Comparison, Kind, Term
from equal_footing.statement import wording
from equal_footing.statement.conversion import CURRENCY, Rates, convert, rates
from equal_footing.statement.newest import by_label, newest_first, of_field
from equal_footing.statement.stated import Stated, StatedValue
from equal_footing.views.records import Views

PAIRS_UP_TO = 10
"""Up to how many countries each pair has a page of its own; beyond that, new pairs are chosen in the comparison."""


@dataclass(frozen=True, slots=True)
class Cell:
    """The answer of a country to a question, as it is shown.

    `term` is the answer, or the reason why there is none. `positions` are the answers that sources give where they
    disagree, each with what they say. `cited` are all citations of the answer's texts, in order. `records` are those on
    which the answer rests.
    """

    question: QuestionEntry
    country: Entry
    answer: Answer | None
    term: Term
    practice: Term | None
    positions: tuple[tuple[Term, str], ...]
    records: tuple[Entry, ...]
    cited: tuple[Cited, ...]
    file: str | None

    @property
    def anchor(self) -> str:
        """The anchor of the cell in a table of several questions."""
        return f"{self.question.id}-{self.country.id}"


Sum = tuple[str, tuple[Cited, ...]]
"""A converted sum in words with the citations of its rate, or why there is none."""


@dataclass(frozen=True, slots=True)
class TableCell:
    """A cell of a table of records: the newest facts of a field, how many more there are, what to sort by.

    `converted` stands beside sums of money.
    """

    column: Column
    facts: tuple[Stated, ...]
    more: int
    order: str
    converted: Sum | None
    converted_order: str


@dataclass(frozen=True, slots=True)
class RecordRow:
    """A record with its cells."""

    home: Entry
    entry: Entry
    cells: tuple[TableCell, ...]


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
        cited=tuple(dict.fromkeys(_cited(answer))) if answer else (),
        file=found.document.file if found else None,
    )


def _cited(answer: Answer) -> Iterator[Cited]:
    texts = [answer.text, answer.practice.text if answer.practice else None, answer.note]
    texts += [position.text for position in answer.positions]
    for text in texts:
        yield from citations(text or "")


def rows(dataset: Dataset, countries: list[Entry]) -> list[tuple[Term, list[tuple[QuestionEntry, list[Cell]]]]]:
    """Return all questions by group, each with the cells of the countries."""
    return [
        (group, [(question, [cell(dataset, question, country) for country in countries]) for question in questions])
        for group, questions in dataset.question_groups
    ]


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
    found = [pair for name in dataset.compared if (pair := _pair_named(name, order))]
    if len(dataset.countries) <= PAIRS_UP_TO:
        known = {frozenset(pair) for pair in found}
        found += [pair for pair in itertools.combinations(order, 2) if frozenset(pair) not in known]
    found.sort(key=lambda pair: [order[country] for country in pair])
    return [(dataset.entries[one], dataset.entries[other]) for one, other in found]


def _pair_named(name: str, countries: Container[str]) -> tuple[str, str] | None:
    """Return the two countries of a name such as `japan-south-korea`, if it is the name of a pair."""
    words = name.split("-")
    for length in range(1, len(words)):
        one, other = "-".join(words[:length]), "-".join(words[length:])
        if one in countries and other in countries:
            return one, other
    return None


def tables(dataset: Dataset) -> list[Comparison]:
    """Return the tables for which a country has records."""
    kinds = {entry.kind.id for country in dataset.countries for entry in dataset.of_place(country.id)}
    return [item for item in dataset.vocabulary.comparisons.values() if kinds.intersection(item.kinds)]


def reviewed(dataset: Dataset, question: str | None = None) -> PartialDate:
    """Return the newest day on which an answer (to one question, or to any) or the question itself was reviewed."""
    days = [item.question.reviewed for item in dataset.questions.values() if question in (None, item.id)]
    days += [item.answer.reviewed for item in dataset.answers.values() if question in (None, item.question)]
    return max(days, key=lambda day: day.first)


def rubric(dataset: Dataset, question: QuestionEntry) -> list[tuple[Term, str]]:
    """Return the answers that a question can have, each with what counts as it."""
    answers, counts_as = dataset.vocabulary.answers, question.question.rubric
    return [
        (answers[FULLY], counts_as.fully),
        (answers[PARTLY], counts_as.partly),
        (answers[NOT], counts_as.not_),
    ]


def numeric(dataset: Dataset, comparison: Comparison) -> set[str]:
    """Return the columns whose values are numbers, which sort as such."""
    fields = dataset.vocabulary.fields
    return {
        column.id
        for column in comparison.columns.values()
        if all(fields[field].type in ("number", "percent") for field in column.fields)
    }


def answered(dataset: Dataset, country: Entry) -> list[tuple[Term, int]]:
    """Return how many questions have which answer or state, for the completeness of a country."""
    vocabulary = dataset.vocabulary
    found = Counter(cell(dataset, question, country).term.id for question in dataset.questions.values())
    return [
        (term, found[term.id])
        for term in (*vocabulary.answers.values(), *vocabulary.missing.values())
        if found[term.id]
    ]


# Tables of records ----------------------------------------------------------------------------------------------------


def table(views: Views, comparison: Comparison) -> list[RecordRow]:
    """Return the records of a comparison by place and name, each with its cells."""
    dataset, known = views.dataset, rates(views.facts)
    found = []
    for place in dataset.places:
        home = dataset.entries[place]
        if home.kind.id != COUNTRY:
            continue
        entries = [entry for kind in comparison.kinds for entry in dataset.by_place_and_kind.get((place, kind), [])]
        for entry in sorted(entries, key=lambda item: item.record.title.casefold()):
            cells = tuple(_table_cell(views, entry, column, known) for column in comparison.columns.values())
            found.append(RecordRow(home, entry, cells))
    return found


def _table_cell(views: Views, entry: Entry, column: Column, known: Rates) -> TableCell:
    current = views.facts.current(entry.id)
    stated = [[fact for fact in of_field(current, field) if fact.values] for field in column.fields]
    facts = next((found for found in stated if found), of_field(current, *column.fields))
    if not facts:
        return TableCell(column, (), 0, "", None, "")
    first = newest_first(facts)[0]
    if column.pick == "first":
        # the newest that is about the whole record, or else the newest of the first label
        first = min(by_label(facts), key=lambda fact: fact.label is not None)
    sum_, order = _converted(views, first.first, known) if column.converted else (None, "")
    return TableCell(column, (first,), len(facts) - 1, _order(first.first), sum_, order)


def _order(value: StatedValue | None) -> str:
    """Return what a column is sorted by: a day, a number, or the words."""
    if value is None:
        return ""
    if value.date:
        return value.date.first.isoformat()
    if value.field.type == "money" and value.number is not None:
        # sums of one currency together, in the order of their size
        return f"{value.currency} {value.number:024.3f}"
    return value.data


def _converted(views: Views, value: StatedValue | None, known: Rates) -> tuple[Sum, str]:
    if value is None:
        return (views.words("converted-none"), ()), ""
    if value.currency == CURRENCY:
        return (views.words("converted-same"), ()), value.data
    found = convert(value, known)
    if found is None:
        return (views.words("converted-none"), ()), ""
    text = wording.large(found.low)
    if found.high is not None:
        text = views.words("range", low=text, high=wording.large(found.high))
    told = views.words(
        "converted" if found.matched else "converted-unmatched",
        currency=CURRENCY,
        number=text,
        rate=wording.number(found.rate),
        other=value.currency,
        period=wording.period(found.period, views.words, _is_fiscal(views, value.currency, found.period)),
    )
    return (told, found.cited), str(found.low)


def _is_fiscal(views: Views, currency: str | None, period: Period) -> bool:
    """Return whether a period is made of whole fiscal years of a country whose currency it is."""
    for country in views.dataset.countries:
        if any(code == currency for code, _ in views.dataset.territories[country.id].currencies):
            start = views.facts.fiscal_starts.get(country.id)
            return start is not None and period.is_fiscal(*start)
    return False
