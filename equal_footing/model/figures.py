"""Figures to see: which facts a figure draws, and the points that they give.

A figure names facts; it holds no number of its own. What it draws is resolved here, so that the drawing, the table
beneath it and the checks all see the same points.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import Field

from equal_footing.model.anchors import anchor
from equal_footing.model.records import Fact, Record, Value
from equal_footing.model.types import Date, Model, Name, RecordId, Text, Whole, code
from equal_footing.model.values import PartialDate, Period, parse_number


class Series(Model):
    """The facts that one line (or one bar) of a figure draws: by record and field, and where needed `label` and time.

    `currency`, `unit` and `basis` keep to facts that have them.
    """

    record: RecordId
    """The path of the record, such as japan/funding/japan-platform."""
    field: Annotated[Text, code("fields", "field")]
    """The field of the facts that are drawn."""
    label: Text | None = None
    """Keeps only facts with this `label`."""
    time: Text | None = None
    """Keeps only facts for this time, written as in the fact."""
    currency: Text | None = None
    """Keeps only facts in this currency."""
    unit: Text | None = None
    """Keeps only facts in this unit."""
    basis: Text | None = None
    """Keeps only facts on this basis."""
    name: Name
    """The name of the line or bar."""


class Figure(Model):
    """A figure: lines over time (`time`), or bars that set the parts of one thing side by side (`parts`).

    `limits` says what is mixed in it or missing from it.
    """

    order: Whole
    """The position of the figure, a whole number from 1 on."""
    title: Name
    """The title that readers see."""
    about: Text
    """What the figure shows, with citations where needed."""
    chart: Literal["time", "parts"]
    """Lines over time (time), or bars that compare the parts of one thing (parts)."""
    series: Annotated[list[Series], Field(min_length=1)]
    """The lines or bars."""
    limits: Text | None = None
    """What the figure mixes or leaves out."""
    reviewed: Date
    """The day on which somebody last compared the figure with its facts, such as 2026-11-23."""


@dataclass(frozen=True, slots=True)
class Point:
    """One value that a figure draws: the fact that holds it, and the day at the middle of its time."""

    fact: Fact
    value: Fact | Value
    number: Decimal
    time: PartialDate | Period | None
    anchor: str

    @property
    def middle(self) -> datetime.date | None:
        """The day at the middle of the time for which the value holds; None where it has no time or goes on."""
        if self.time is None:
            return None
        if isinstance(self.time, Period):
            if self.time.end is None:
                return None
            first, last = self.time.start.first, self.time.end.last
        else:
            first, last = self.time.first, self.time.last
        return first + (last - first) / 2

    @property
    def calendar(self) -> str:
        """What sort of time it is: a `year`, a `fiscal-year`, several `years`, or a `day` (also of a month)."""
        if isinstance(self.time, Period) and not self.time.is_single:
            days = (self.time.end.last - self.time.start.first).days if self.time.end else 0
            return "fiscal-year" if 360 <= days <= 370 else "years"
        single = self.time.start if isinstance(self.time, Period) else self.time
        if single is None or single.month is None:
            return "year"
        return "day"


def fitting(record: Record, series: Series) -> list[Fact]:
    """Return the facts of a record that a series means, values or none."""
    return [
        fact
        for fact in record.current
        if fact.field == series.field
        and (series.label is None or fact.label == series.label)
        and (series.time is None or series.time == str(fact.period or fact.as_of or ""))
        and (series.currency is None or fact.currency == series.currency)
        and (series.unit is None or fact.unit == series.unit)
        and (series.basis is None or fact.basis == series.basis)
    ]


def points(record: Record, series: Series) -> list[Point]:
    """Return the points of a series, oldest first; of values that disagree, the one that is shown first, else all.

    What is no number gives no point.
    """
    found = [point for fact in fitting(record, series) for point in _points_of(fact)]
    return sorted(found, key=lambda point: point.middle or datetime.date.min)


def _points_of(fact: Fact) -> Iterator[Point]:
    shown = [value for value in fact.values if value.shown][:1]
    values: list[Fact | Value] = [fact] if fact.value is not None else [*(shown or fact.values)]
    for value in values:
        try:
            number = parse_number(value.value or "")
        except ValueError:
            continue  # told by the rule on numbers
        time = value.period or value.as_of or fact.period or fact.as_of
        yield Point(fact, value, number, time, anchor(fact))
