"""The points of a figure, so that the drawing, the table beneath it and the checks all see the same."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from equal_footing.model.figures import Series
from equal_footing.statement.stated import Stated, StatedValue, Time


@dataclass(frozen=True, slots=True)
class Point:
    """One value that a figure draws, with the fact that holds it."""

    fact: Stated
    value: StatedValue
    number: Decimal

    @property
    def time(self) -> Time | None:
        """The time for which the value holds."""
        return self.value.time

    @property
    def middle(self) -> datetime.date | None:
        """The day at the middle of the time for which the value holds; None where it has no time or goes on."""
        if self.time is None or self.time.end is None:
            return None
        first, last = self.time.start.first, self.time.end.last
        return first + (last - first) / 2

    @property
    def calendar(self) -> str:
        """What sort of time it is: a `year`, a `fiscal-year`, several `years`, or a `day` (also a part of a year)."""
        if self.time is None:
            return "year"
        start, end = self.time.start, self.time.end
        if start != end:
            days = (end.last - start.first).days if end else 0
            return "fiscal-year" if 360 <= days <= 370 else "years"
        if start.years > 1:
            return "years"
        return "day" if start.month or start.part else "year"


def fitting(facts: Iterable[Stated], series: Series) -> list[Stated]:
    """Return the facts that a series means, with values or without."""
    return [
        fact
        for fact in facts
        if fact.field.id == series.field
        and (series.label is None or fact.label == series.label)
        and (series.time is None or series.time == str(fact.time or ""))
        and _has(series.currency, [value.currency for value in fact.values])
        and _has(series.unit, [value.measure for value in fact.values])
        and _has(series.basis, [value.basis.id for value in fact.values if value.basis])
    ]


def _has(asked: str | None, found: list[str | None] | list[str]) -> bool:
    return asked is None or asked in found


def points(facts: Iterable[Stated], series: Series) -> list[Point]:
    """Return the points of a series, oldest first; of values that disagree, the one that is shown first, else all.

    What is not a number gives no point.
    """
    found = [point for fact in fitting(facts, series) for point in points_of(fact)]
    return sorted(found, key=lambda point: point.middle or datetime.date.min)


def points_of(fact: Stated) -> list[Point]:
    """Return the points of a fact: of values that disagree, the one that is shown first, else all that are numbers."""
    shown = [value for value in fact.values if value.is_shown_first][:1] or fact.values
    return [Point(fact, value, value.number) for value in shown if value.number is not None]
