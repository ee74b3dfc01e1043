"""Tables that set the records of some kinds side by side over all countries."""

from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass

from equal_footing.model.comparisons import Column, Comparison
from equal_footing.model.dataset import Dataset
from equal_footing.model.entries import Entry
from equal_footing.model.fixed_words import COUNTRY
from equal_footing.model.terms import Term
from equal_footing.model.text import Cited
from equal_footing.model.values import PartialDate, Period
from equal_footing.statement import standing, wording
from equal_footing.statement.conversion import CURRENCY, rates
from equal_footing.statement.facts import Facts
from equal_footing.views.cells import TableCell, of_column, table_cell
from equal_footing.views.records import Views

RARE = 5
"""A column of converted sums is left out where fewer than one in so many records have one."""


@dataclass(frozen=True, slots=True)
class RecordRow:
    """A record with its status and its cells; `marks` are the filters that it passes."""

    home: Entry
    entry: Entry
    status: str
    status_time: str
    cells: tuple[TableCell, ...]
    marks: tuple[str, ...]


def numeric(dataset: Dataset, comparison: Comparison) -> set[str]:
    """Return the columns whose values are numbers, which sort as such."""
    fields = dataset.vocabulary.fields
    return {
        column.id
        for column in comparison.columns.values()
        if all(fields[field].type in ("number", "percent") for field in column.fields)
    }


def converted(comparison: Comparison, rows: Sequence[RecordRow]) -> set[str]:
    """Return the columns beside which a table shows the sums in the currency of comparison."""
    numbers = {name: sum(bool(row.cells[at].sum) for row in rows) for at, name in enumerate(comparison.columns)}
    return {name for name, number in numbers.items() if number and number * RARE >= len(rows)}


def orders(dataset: Dataset, comparison: Comparison, converted: Set[str]) -> list[tuple[str, str, Column]]:
    """Return what else a table may be sorted by than places and names: newest dates and largest numbers first.

    `converted` are the columns with sums in the currency of comparison beside them. Each is the order as addresses name
    it, the key of its message, and its column.
    """
    fields, numbers = dataset.vocabulary.fields, numeric(dataset, comparison)
    found = []
    for column in comparison.columns.values():
        if all(fields[field].type == "date" for field in column.fields):
            found.append((f"-{column.id}", "order-newest", column))
        elif column.id in converted or column.id in numbers:
            order = f"-{column.id}-converted" if column.id in converted else f"-{column.id}"
            found.append((order, "order-largest", column))
    return found


def filters(comparison: Comparison, rows: list[RecordRow]) -> list[Term]:
    """Return the filters of a table through which some of its records pass, and others do not."""
    passing = {mark: sum(mark in row.marks for row in rows) for mark in comparison.filters}
    return [found for name, found in comparison.filters.items() if 0 < passing[name] < len(rows)]


def table(views: Views, comparison: Comparison) -> list[RecordRow]:
    """Return the records of a comparison by country and name, each with its cells."""
    dataset, known = views.dataset, rates(views.facts)
    found = []
    for place in dataset.places:
        home = dataset.entries[place]
        if home.kind.id != COUNTRY:
            continue
        entries = [entry for kind in comparison.kinds for entry in dataset.by_place_and_kind.get((place, kind), [])]
        for entry in sorted(entries, key=lambda item: item.record.title.casefold()):
            status = standing.standing(entry.record, dataset.vocabulary)
            found.append(
                RecordRow(
                    home,
                    entry,
                    standing.label(status, views.words),
                    "" if status.last_seen else _seen(views, status.as_of),
                    tuple(table_cell(views, entry, column, known) for column in comparison.columns.values()),
                    tuple(_marks(views, entry, comparison)),
                )
            )
    return found


def lacking(facts: Facts, place: str) -> list[tuple[Entry, list[Column]]]:
    """Return the records of a country that have nothing on record for a column of their table, with these columns.

    Other places are in no table.
    """
    dataset, found = facts.dataset, []
    if dataset.entries[place].kind.id != COUNTRY:
        return []
    for comparison in dataset.vocabulary.comparisons.values():
        for entry in (entry for kind in comparison.kinds for entry in dataset.by_place_and_kind.get((place, kind), [])):
            columns = [column for column in comparison.columns.values() if not of_column(facts, entry, column)]
            if columns:
                found.append((entry, columns))
    return found


def used_rates(views: Views, rows: Iterable[RecordRow], converted: Set[str]) -> list[tuple[str, tuple[Cited, ...]]]:
    """Return the rates at which the sums of these columns were converted, in words, with their citations."""
    found = {}
    for row in rows:
        for cell in (one for whole in row.cells if whole.column.id in converted for one in whole.whole):
            if cell.sum and cell.sum.conversion and cell.fact and cell.fact.first:
                made, currency = cell.sum.conversion, cell.fact.first.currency
                period = wording.period(made.period, views.words, _is_fiscal(views, currency, made.period))
                rate = views.words.number(made.rate)
                found[views.words("rate-used", rate=rate, other=currency, currency=CURRENCY, period=period)] = (
                    made.cited
                )
    return sorted(found.items())


def _seen(views: Views, day: PartialDate | None) -> str:
    return wording.date(day, views.words) if day else ""


def _marks(views: Views, entry: Entry, comparison: Comparison) -> Iterable[str]:
    """Yield the filters of a table that a record passes."""
    found = standing.standing(entry.record, views.dataset.vocabulary)
    for name, asked in comparison.filters.items():
        fields = [asked.field] if asked.field else []
        is_stated = any(fact.values for fact in views.facts.current_of(entry.id, *fields))
        is_seen = found.code.alive and standing.is_recent(found.as_of, entry.record.reviewed)
        if is_stated or (asked.alive and is_seen):
            yield name


def _is_fiscal(views: Views, currency: str | None, period: Period) -> bool:
    """Return whether a period is made of whole fiscal years of a country whose currency it is."""
    for country in views.dataset.countries:
        if any(code == currency for code, _ in views.dataset.territories[country.id].currencies):
            start = views.facts.fiscal_starts.get(country.id)
            return start is not None and period.is_fiscal(*start)
    return False
