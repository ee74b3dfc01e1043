"""What the check asks about times: what lies outside the life of a thing, and years that are none of the country."""

from collections.abc import Iterator

from equal_footing.check.odd_values import Doubt, about_fact
from equal_footing.model.entries import Entry
from equal_footing.model.field_types import NUMERIC
from equal_footing.model.values import PartialDate, Period
from equal_footing.statement.facts import Facts

YEAR = 366
"""The days of a year, at most."""


def _odd_times(facts: Facts, entry: Entry) -> Iterator[Doubt]:
    """Ask about a number of a time before its record begins, and about a fact of a time after it has ended."""
    record, vocabulary = entry.record, facts.dataset.vocabulary
    begun = _beginning(facts, entry)
    ended = record.status.since if vocabulary.statuses[record.status.code].ended else None
    for number, fact in enumerate(record.facts):
        time = fact.period or fact.as_of
        if time is None or fact.withdrawn:
            continue
        first, last = time.start, time.end
        key, message = "period" if fact.period else "as_of", ""
        if begun and last and vocabulary.fields[fact.field].type in NUMERIC and last.is_before(begun):
            message = f"{time} lies before the beginning in {begun}."
        elif ended and ended.is_before(first) and (first.first - ended.last).days > YEAR:
            message = f"{time} lies more than a year after the end in {ended} (the status is {record.status.code})."
        elif vocabulary.fields[fact.field].ahead:
            continue
        elif record.reviewed and record.reviewed.is_before(first) and isinstance(time, Period):
            message = f"{time} begins after the day of the review, {record.reviewed}. Is it a plan?"
        if message:
            yield about_fact(entry, number, key, message, "odd-time")


def _odd_ends(facts: Facts, entry: Entry) -> Iterator[Doubt]:
    """Ask about the end of a record whose status is not that of one that has ended."""
    status = facts.dataset.vocabulary.statuses[entry.record.status.code]
    for number, fact in enumerate(facts.of(entry.id)):
        if fact.field.ends and fact.value and fact.label is None and fact.withdrawn is None and not status.ended:
            message = f"{fact.field.id} {fact.value.date}, and the status is {status.id}."
            yield about_fact(entry, number, "value", message, "odd-end")


def _odd_spans(facts: Facts, entry: Entry) -> Iterator[Doubt]:
    """Ask about a number of thirteen months, or of a year and a day: the end may be counted twice."""
    for number, fact in enumerate(facts.of(entry.id)):
        time = fact.time
        if fact.field.type not in NUMERIC or not isinstance(time, Period) or time.end is None or not time.is_sure:
            continue
        months = (time.end.year - time.start.year, (time.end.month or 0) - (time.start.month or 0))
        is_long = bool(time.start.month and time.end.month) and months == (1, 0)
        if is_long and time.start.day == time.end.day:
            least = "a day" if time.start.day else "a month"
            message = f"{time} is a year and {least}. Does it not end {least} earlier?"
            yield about_fact(entry, number, "period", message, "odd-time")


def _odd_years(facts: Facts, entry: Entry) -> Iterator[Doubt]:
    """Ask about twelve months that are not a calendar year or one of the country, unless the body has its own years."""
    start = facts.fiscal_starts.get(entry.place)
    for number, fact in enumerate(() if entry.kind.registered else facts.of(entry.id)):
        time = fact.time
        if fact.field.type not in NUMERIC or not isinstance(time, Period) or not (time.is_year and time.is_sure):
            continue
        first = time.start.first
        if start and (first.month, first.day) not in {(1, 1), start}:
            message = f"{time} is twelve months, and the fiscal year here begins on {start[0]:02}-{start[1]:02}."
            message += " Are these the months of the source?"
            yield about_fact(entry, number, "period", message, "odd-fiscal-year")


def _beginning(facts: Facts, entry: Entry) -> PartialDate | None:
    """Return the earliest date with which a record begins, if it has one that is sure."""
    dates = [
        fact.value.date
        for fact in facts.of(entry.id)
        if fact.field.nothing_before and fact.value and fact.value.date and fact.label is None
    ]
    return min(dates, key=lambda date: date.first) if dates and all(date.is_sure for date in dates) else None


DOUBTS = (_odd_times, _odd_ends, _odd_spans, _odd_years)
"""What is asked about the times of each record by itself."""
