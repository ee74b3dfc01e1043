"""Chooses among the facts of a field: which is the newest, which sum it up, and in what order several are shown."""

import datetime
from collections import defaultdict
from collections.abc import Iterable

from equal_footing.model.field_types import NUMERIC
from equal_footing.model.values import PartialDate
from equal_footing.statement.stated import Stated

LASTS = 10
"""For how many years before the review what is said of a part or of one occasion can still sum a record up."""


def newest_first(facts: Iterable[Stated]) -> list[Stated]:
    """Return facts by time, the newest first.

    Facts that hold until now (an open period) come before all others, those without a time after them, and withdrawn
    ones last. The time of a fact is the last day of its period or day, and of a field that holds dates the date itself.
    Facts of the same time keep their order.
    """
    return sorted(facts, key=lambda fact: (fact.withdrawn is not None, -_last_day(fact)))


def by_label(facts: Iterable[Stated]) -> list[Stated]:
    """Return facts with those of one label together, the newest first; the labels in the order in which they come.

    Withdrawn facts come last, as in `newest_first`.
    """
    listed = list(facts)
    labels = list(dict.fromkeys(fact.label for fact in listed))
    return sorted(newest_first(listed), key=lambda fact: (fact.withdrawn is not None, labels.index(fact.label)))


def for_reading(facts: Iterable[Stated]) -> list[Stated]:
    """Return the facts of a field in the order in which a page lists them: those of one label together, as `by_label`.

    Of numbers and dates the label with the newest fact comes first, so that they can be read as a series. Texts keep
    the order of their labels, which may be that of the articles of a law.
    """
    listed = by_label(facts)
    if not listed or not _is_series(listed[0]):
        return listed
    newest = {label: at for at, label in reversed(list(enumerate(fact.label for fact in newest_first(listed))))}
    return sorted(listed, key=lambda fact: (fact.withdrawn is not None, newest[fact.label]))


def _is_series(fact: Stated) -> bool:
    return fact.field.type in NUMERIC or fact.field.type == "date"


def newest_of_each_label(facts: Iterable[Stated]) -> list[Stated]:
    """Return the newest fact of each label, in the order of `by_label`."""
    found: dict[str | None, Stated] = {}
    for fact in by_label(facts):
        found.setdefault(fact.label, fact)
    return list(found.values())


def best_first(facts: Iterable[Stated]) -> list[Stated]:
    """Return facts in the order in which a table with room for one of them would show them.

    The newest comes first; but what is said of a part never comes before what is said of the whole, however old that
    is. The facts of a field that have a label are parts where another one has none, and so is one whose label goes on
    where that of another one ends: `approved, in Tokyo` beside `approved`. Of a field of occasions none is a part.
    Withdrawn facts come last.
    """
    listed = list(facts)
    labels = _labels(listed)
    return sorted(newest_first(listed), key=lambda fact: (fact.withdrawn is not None, _is_part(fact, labels)))


def summing_up(facts: Iterable[Stated], reviewed: PartialDate | None = None) -> list[Stated]:
    """Return the facts that represent all of them where there is no room for all: the best, or every part.

    That is the newest fact of the whole, or the newest occasion with those of which no more than a label is known.
    Where nothing is said of the whole, each part has its newest fact, in the order of `best_first`, so that none is
    taken for the whole. What a part was, or an occasion that a label names, more than `LASTS` years before the day of
    the review is left out; dates do not grow old. Where no fact has a value there is none.
    """
    counting = [fact for fact in facts if fact.withdrawn is None]
    listed = best_first(fact for fact in counting if fact.values)
    if not listed:
        return []
    if listed[0].field.occasions:
        return [listed[0], *(fact for fact in counting if fact.field.occasions and fact.label and not fact.values)]
    if listed[0].label is None:
        return listed[:1]
    labels = _labels(listed)
    parts: dict[tuple[str, str | None], Stated] = {}
    for fact in listed:
        if not _is_part(fact, labels) and not _is_past(fact, reviewed):
            parts.setdefault((fact.field.id, fact.label), fact)
    return list(parts.values())


def _labels(facts: Iterable[Stated]) -> dict[str, set[str | None]]:
    """Return the labels that the facts of each field have."""
    found: dict[str, set[str | None]] = defaultdict(set)
    for fact in facts:
        found[fact.field.id].add(fact.label)
    return found


def _is_part(fact: Stated, labels: dict[str, set[str | None]]) -> bool:
    label, others = fact.label, labels[fact.field.id]
    if label is None or fact.field.occasions:
        return False
    return any(other is None or label.startswith(f"{other}, ") for other in others)


def _is_past(fact: Stated, reviewed: PartialDate | None) -> bool:
    end = fact.time.end if fact.time else None
    if reviewed is None or end is None or fact.label is None:
        return False
    last, day = end.last, reviewed.first
    return (last.year + LASTS, last.month, last.day) < (day.year, day.month, day.day)


def newest_value(facts: Iterable[Stated], field: str) -> Stated | None:
    """Return the newest fact of a field that is about the whole record (it has no label) and has a value."""
    found = newest_first(fact for fact in of_field(facts, field) if fact.value and fact.label is None)
    return found[0] if found else None


def _last_day(fact: Stated) -> int:
    """Return a number that grows with the last day for which a fact holds; 0 where it has no time."""
    time = (fact.first.date or fact.first.time) if fact.first else fact.time
    return (time.end.last if time.end else datetime.date.max).toordinal() if time else 0


def of_field(facts: Iterable[Stated], *fields: str) -> list[Stated]:
    """Return the facts of some fields, in their order."""
    return [fact for fact in facts if fact.field.id in fields]
