"""Chooses among the facts of a field: which is the newest, and in what order several are shown."""

import datetime
from collections import defaultdict
from collections.abc import Iterable

from equal_footing.statement.stated import Stated


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
    where that of another one ends: `approved, in Tokyo` beside `approved`. Withdrawn facts come last.
    """
    listed = list(facts)
    labels: dict[str, set[str | None]] = defaultdict(set)
    for fact in listed:
        labels[fact.field.id].add(fact.label)
    return sorted(
        newest_first(listed), key=lambda fact: (fact.withdrawn is not None, _is_part(fact.label, labels[fact.field.id]))
    )


def _is_part(label: str | None, labels: set[str | None]) -> bool:
    return label is not None and any(other is None or label.startswith(f"{other}, ") for other in labels)


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
