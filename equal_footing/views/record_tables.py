"""Tables that set the records of some kinds side by side over all countries."""

from dataclasses import dataclass

from equal_footing.model.dataset import Dataset, Entry
from equal_footing.model.fixed_words import COUNTRY
from equal_footing.model.text import Cited
from equal_footing.model.values import Period
from equal_footing.model.vocabulary import Column, Comparison
from equal_footing.statement import wording
from equal_footing.statement.conversion import CURRENCY, Rates, convert, rates
from equal_footing.statement.newest import by_label, newest_first, of_field
from equal_footing.statement.stated import Stated, StatedValue
from equal_footing.views.records import Views

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


def numeric(dataset: Dataset, comparison: Comparison) -> set[str]:
    """Return the columns whose values are numbers, which sort as such."""
    fields = dataset.vocabulary.fields
    return {
        column.id
        for column in comparison.columns.values()
        if all(fields[field].type in ("number", "percent") for field in column.fields)
    }


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
