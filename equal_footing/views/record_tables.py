"""Tables that set the records of some kinds side by side over all countries."""

from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass, replace
from decimal import Decimal
from urllib.parse import urlsplit

from equal_footing.model.comparisons import Column, Comparison
from equal_footing.model.dataset import Dataset
from equal_footing.model.entries import Entry
from equal_footing.model.fixed_words import COUNTRY
from equal_footing.model.terms import Term
from equal_footing.model.text import Cited, phrase
from equal_footing.model.values import PartialDate, Period
from equal_footing.statement import standing, wording
from equal_footing.statement.conversion import CURRENCY, Conversion, Rates, convert, rates
from equal_footing.statement.facts import Facts
from equal_footing.statement.newest import best_first, of_field
from equal_footing.statement.stated import Stated, StatedValue
from equal_footing.views.records import Views

LETTERS = 150
"""How many letters of a text a cell shows; the whole text is behind its link."""
RARE = 10
"""A column of converted sums is left out where fewer than one in so many records have one."""
LONG = 230
"""How many letters it shows in a column that has all facts of its fields."""
MILLION = Decimal(10**6)


@dataclass(frozen=True, slots=True)
class Sum:
    """A sum in the currency of comparison: its words, what to sort by, and the rate at which it was converted."""

    text: str
    order: str
    conversion: Conversion | None = None


@dataclass(frozen=True, slots=True)
class TableCell:
    """A cell of a table of records: the newest fact of a field, its value in words, and what to sort by.

    `page` is the address at which it was read, where the column shows that; `others` are cells with its further facts.
    `sum` stands beside sums of money, and `basis` is what one measures where not all fields of the column say so.
    """

    column: Column
    fact: Stated | None
    text: str
    order: str = ""
    sum: Sum | None = None
    basis: Term | None = None
    page: str = ""
    others: tuple["TableCell", ...] = ()

    @property
    def whole(self) -> tuple["TableCell", ...]:
        """The cell, with one for each further fact."""
        return (self, *self.others)

    @property
    def host(self) -> str:
        """The host of the page, without the prefix that says no more than that it is one of the web."""
        return (urlsplit(self.page).hostname or "").removeprefix("www.")


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
                    "" if status.told else _seen(views, status.as_of),
                    tuple(_table_cell(views, entry, column, known) for column in comparison.columns.values()),
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
        for cell in (cell for cell in row.cells if cell.column.id in converted):
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


def _table_cell(views: Views, entry: Entry, column: Column, known: Rates) -> TableCell:
    found = of_column(views.facts, entry, column)
    stated = [fact for fact in found if fact.values]
    first = shown(found, column)
    if first is None or not stated:
        return TableCell(column, first, first.missing.label if first and first.missing else "")
    if column.every:
        cell, *others = (
            TableCell(column, fact, _text(views, fact, LONG), _order(fact.first), page=_page(views, fact))
            for fact in sorted(stated, key=lambda fact: (fact is not first, column.fields.index(fact.field.id)))
        )
        return replace(cell, others=tuple(others))
    sum_ = _sum(views, first.first, known) if column.converted else None
    return TableCell(column, first, _text(views, first), _order(first.first), sum_, _basis(views, first, column))


def _basis(views: Views, fact: Stated, column: Column) -> Term | None:
    """Return what a sum measures, where not all fields of its column say so, as that of the ceiling of a grant does."""
    found, fields = fact.first.basis if fact.first else None, views.dataset.vocabulary.fields
    return found if found and any(fields[field].basis != found.id for field in column.fields) else None


def _page(views: Views, fact: Stated) -> str:
    """Return where a fact was read, if that is no copy of somebody else's nor the press."""
    found = [views.dataset.sources[cited.key] for cited in fact.sources]
    return next((entry.source.url for entry in found if not (entry.source.copy_by or entry.grade.weak)), "")


def of_column(facts: Facts, entry: Entry, column: Column, any_span: bool = False) -> list[Stated]:
    """Return the facts of a record for a column, with `any_span` sums of another span than the column's too."""
    return [
        fact
        for fact in facts.current_of(entry.id, *column.fields)
        if (fact.label is None or not column.whole) and (any_span or _is_of_span(fact, column))
    ]


def shown(facts: Sequence[Stated], column: Column) -> Stated | None:
    """Return which of the facts of a column's fields it shows: that with a value, or the reason why there is none."""
    stated = [fact for fact in facts if fact.values]
    if column.pick == "first":
        stated = next((found for name in column.fields if (found := of_field(stated, name))), [])
    return next(iter(best_first(stated) or (fact for fact in facts if fact.missing)), None)


def _is_of_span(fact: Stated, column: Column) -> bool:
    """Return whether a fact belongs to a column that keeps to sums of one year, or to all others."""
    if column.span is None or fact.first is None:
        return True
    time = fact.first.time
    return (isinstance(time, Period) and time.fits_a_year) == (column.span == "year")


def _text(views: Views, fact: Stated, letters: int = LETTERS) -> str:
    """Return a value in plain words, a long text cut between two words."""
    if fact.first is None:
        return ""
    said = phrase(wording.plain(fact.first, views.words))
    if len(said) <= letters:
        return said
    return f"{said[:letters].rsplit(' ', 1)[0].rstrip(',;:.')} …"


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


def _sum(views: Views, value: StatedValue | None, known: Rates) -> Sum | None:
    """Return a sum in millions of the currency of comparison, to three figures; None without a rate of its time."""
    if value is None or value.number is None:
        return None
    if value.currency == CURRENCY:
        return Sum(_millions(views, value.number), str(value.number))
    found = convert(value, known)
    return Sum(_millions(views, found.number), str(found.number), found) if found else None


def _millions(views: Views, number: Decimal) -> str:
    return views.words.number((number / MILLION).normalize() + 0)


def _is_fiscal(views: Views, currency: str | None, period: Period) -> bool:
    """Return whether a period is made of whole fiscal years of a country whose currency it is."""
    for country in views.dataset.countries:
        if any(code == currency for code, _ in views.dataset.territories[country.id].currencies):
            start = views.facts.fiscal_starts.get(country.id)
            return start is not None and period.is_fiscal(*start)
    return False
