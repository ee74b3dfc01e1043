"""The cells of tables that set records side by side: the fact that represents a record in each column."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from urllib.parse import urlsplit

from equal_footing.model.comparisons import Column
from equal_footing.model.entries import Entry
from equal_footing.model.terms import Term
from equal_footing.model.text import phrase
from equal_footing.model.values import PartialDate, Period
from equal_footing.statement import wording
from equal_footing.statement.conversion import CURRENCY, Conversion, Rates, convert
from equal_footing.statement.facts import Facts
from equal_footing.statement.newest import newest_first, newest_of_each_label, newest_value, of_field, summing_up
from equal_footing.statement.stated import Stated, StatedValue
from equal_footing.views.records import MOST_PARTS, Views, day_of

LETTERS = 150
"""How many letters of a text a cell shows; the whole text is behind its link."""
LONG = 230
"""How many letters it shows in a column that has all facts of its fields."""
MILLION = Decimal(10**6)
VERSION = "version"
"""The anchor of what the page of a record says about the version that was read."""


@dataclass(frozen=True, slots=True)
class Sum:
    """A sum in the currency of comparison: its words, what to sort by, and the rate at which it was converted."""

    text: str
    order: str
    conversion: Conversion | None = None


@dataclass(frozen=True, slots=True)
class TableCell:
    """A cell of a table of records: a fact that represents the record, its value in words, and what to sort by.

    `address` leads to what it says; it is empty where nothing is on record. `word` says what sort of date or text it
    is, where that is not what its column is called after, and `remark` what makes it odd. `later` is the date of an
    amendment that the version of the record names, and of which there is no fact; a cell with one has no fact.
    `is_withheld` says that what the column has is too old, or about a part only, so that the text says no more than
    that. `page` is the address at which it was read, where the column shows that; `others` are cells with what else
    belongs there. `sum` is a sum of money in the currency of comparison, `full` one in all its digits where `text` has
    a word for its size, and `basis` is what one measures where not all fields of the column say so.
    """

    column: Column
    fact: Stated | None
    text: str
    address: str = ""
    order: str = ""
    word: str = ""
    remark: str = ""
    later: PartialDate | None = None
    is_withheld: bool = False
    sum: Sum | None = None
    basis: Term | None = None
    page: str = ""
    full: str | None = None
    others: tuple["TableCell", ...] = ()

    @property
    def whole(self) -> tuple["TableCell", ...]:
        """The cell, with one for each further fact."""
        return (self, *self.others)

    @property
    def shown(self) -> tuple["TableCell", ...]:
        """As many of these as a table shows; a column that has every fact shows all."""
        return self.whole if self.column.every else self.whole[:MOST_PARTS]

    @property
    def left(self) -> int:
        """How many more there are."""
        return len(self.whole) - len(self.shown)

    @property
    def is_empty(self) -> bool:
        """Whether there is no value, but a reason for that, or nothing at all."""
        return self.later is None and (self.is_withheld or self.fact is None or not self.fact.values)

    @property
    def host(self) -> str:
        """The host of the page, without the prefix that says no more than that it is one of the web."""
        return (urlsplit(self.page).hostname or "").removeprefix("www.")


def of_column(facts: Facts, entry: Entry, column: Column) -> list[Stated]:
    """Return the facts of a record for a column."""
    return [
        fact
        for fact in facts.current_of(entry.id, *column.fields)
        if (fact.label is None or not column.whole) and _is_of_span(fact, column)
    ]


def _is_of_span(fact: Stated, column: Column) -> bool:
    """Return whether a fact belongs to a column that keeps to sums of one year, or to all others."""
    if column.span is None or fact.first is None:
        return True
    time = fact.first.time
    is_of_a_year = fact.first.is_yearly or (isinstance(time, Period) and time.fits_a_year)
    return is_of_a_year == (column.span == "year")


def table_cell(views: Views, entry: Entry, column: Column, known: Rates | None = None) -> TableCell:
    """Return the cell of a record in a column; with sums in the currency of comparison if rates are given."""
    found = of_column(views.facts, entry, column)
    stated = [fact for fact in found if fact.values]
    chosen = _chosen(found, column, day_of(entry))
    later = _later(entry, column, stated)
    if later:
        text = wording.date(later, views.words)
        cell = TableCell(column, None, text, f"{entry.address}#{VERSION}", later.first.isoformat(), later=later)
        return replace(cell, remark=views.words("not-in-version"))
    if not chosen:
        return _empty(views, entry, column, found)
    first, *others = (_of_fact(views, entry, column, fact, known) for fact in chosen)
    return replace(first, others=tuple(others))


def _chosen(found: Sequence[Stated], column: Column, reviewed: PartialDate | None) -> list[Stated]:
    """Return which of the facts of a column's fields it shows: those that sum them up, or every newest one."""
    by_field = [of_field(found, name) for name in column.fields]
    if column.every:
        first = summing_up(found)[:1]
        newest = [one for facts in by_field for one in newest_of_each_label(fact for fact in facts if fact.values)]
        return sorted(newest, key=lambda fact: fact not in first)
    if column.pick == "first":
        return next((chosen for facts in by_field if (chosen := summing_up(facts, reviewed))), [])
    if column.pick == "each":
        return _each(summing_up(facts, reviewed) for facts in by_field)
    return summing_up(found, reviewed)


def _each(by_field: Iterable[list[Stated]]) -> list[Stated]:
    """Return the dates that sum up the first field that has some, and those of each further field that are later."""
    chosen: list[Stated] = []
    for facts in by_field:
        newest = chosen[0].first.date if chosen and chosen[0].first else None
        date = facts[0].first.date if facts and facts[0].first else None
        if newest is None or (date and newest.is_before(date)):
            chosen += facts
    return chosen


def _later(entry: Entry, column: Column, stated: Sequence[Stated]) -> PartialDate | None:
    """Return the later amendment that the version of a record names, if the column has it and no fact is as new."""
    later = entry.record.version.later_amendment if column.later and entry.record.version else None
    dates = [fact.first.date for fact in stated if fact.first and fact.first.date]
    return later if later and all(date.is_before(later) for date in dates) else None


def _empty(views: Views, entry: Entry, column: Column, found: Sequence[Stated]) -> TableCell:
    """Return the cell of a record without a value to show: why there is none, or what it has in place of one."""
    if past := newest_first(fact for fact in found if fact.values):
        end = past[0].time.end if past[0].time else None
        text = views.words("nothing-newer", date=wording.date(end, views.words)) if end else ""
        return TableCell(column, past[0], text, _address(entry, past[0]), is_withheld=True)
    if missing := next((fact for fact in found if fact.missing), None):
        return _of_fact(views, entry, column, missing, None)
    parts = newest_first(fact for fact in views.facts.current_of(entry.id, *column.fields) if fact.values)
    if column.whole and parts:
        return TableCell(column, parts[0], views.words("parts-alone"), _address(entry, parts[0]), is_withheld=True)
    return TableCell(column, None, "")


def _of_fact(views: Views, entry: Entry, column: Column, fact: Stated, known: Rates | None) -> TableCell:
    return TableCell(
        column=column,
        fact=fact,
        text=_text(views, fact, LONG if column.every else LETTERS),
        address=_address(entry, fact),
        order=_order(fact.first),
        word=_word(fact, column),
        remark=_remark(views, entry, column, fact),
        sum=_sum(views, fact.first, known) if column.converted and known is not None else None,
        basis=_basis(views, fact, column),
        page=_page(views, fact) if column.every else "",
        full=wording.in_full(fact.first, views.words) if fact.first else None,
    )


def _address(entry: Entry, fact: Stated) -> str:
    return f"{entry.address}#{fact.anchor}"


def _word(fact: Stated, column: Column) -> str:
    """Return the name of the field of a date or a text, where it is not the one after which its column is called."""
    is_other = fact.field.id != column.fields[0] and fact.field.type in ("date", "text")
    return fact.field.label if is_other else ""


def _remark(views: Views, entry: Entry, column: Column, fact: Stated) -> str:
    """Return that a date lies before the one that is expected to come first, if it does."""
    if column.after is None:
        return ""
    first = newest_value(views.facts.current_of(entry.id, column.after), column.after)
    date, other = fact.first.date if fact.first else None, first.first.date if first and first.first else None
    if not (date and other and date.is_before(other)):
        return ""
    return views.words("date-before", field=views.words.said(views.dataset.vocabulary.fields[column.after].label))


def _basis(views: Views, fact: Stated, column: Column) -> Term | None:
    """Return what a sum measures, where not all fields of its column say so, as that of the ceiling of a grant does."""
    found, fields = fact.first.basis if fact.first else None, views.dataset.vocabulary.fields
    return found if found and any(fields[field].basis != found.id for field in column.fields) else None


def _page(views: Views, fact: Stated) -> str:
    """Return where a fact was read, if that is neither a copy of somebody else's nor the press."""
    found = [views.dataset.sources[cited.key] for cited in fact.sources]
    return next((entry.source.url for entry in found if not (entry.source.copy_by or entry.grade.weak)), "")


def _text(views: Views, fact: Stated, letters: int) -> str:
    """Return a value in plain words, a long text cut between two words; or the reason why there is none."""
    if fact.first is None:
        return fact.missing.label if fact.missing else ""
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
