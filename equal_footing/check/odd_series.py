"""Finds numbers that differ from their neighbours in time tenfold and more: a point or a unit has slipped."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from equal_footing.model.values import Period
from equal_footing.statement.facts import RATE
from equal_footing.statement.stated import Stated, Time

SLIP = Decimal(7)
"""The least factor between two neighbours that is asked about: ten, beside numbers that have grown or shrunk."""
SLIP_OF_A_RATE = Decimal(2)
"""The same for exchange rates, by which all sums of a currency are converted."""
NEIGHBOURS = 3 * 366
"""How many days lie between two neighbours at most."""
AS_LONG = 3
"""How many times as long one of two periods is at most, so that their numbers can be compared."""
FEW = 10
"""Below so many, counts grow tenfold by themselves."""


@dataclass(frozen=True, slots=True)
class Point:
    """A number at a time: the position of its fact in the record, its size, and the first and last day of the time."""

    at: int
    size: Decimal
    time: Time
    first: int
    last: int

    @property
    def days(self) -> int:
        """How many days it covers; one for a number that holds at a time."""
        return self.last - self.first + 1 if isinstance(self.time, Period) else 1


def slips(facts: Sequence[Stated]) -> Iterator[tuple[int, int, str]]:
    """Yield each fact of a record that differs by far from a neighbour: its position, the neighbour's, the question.

    Of the two it is the one that differs from more neighbours or agrees with fewer, otherwise the later one.
    """
    for (kind, *_), points in _series(facts).items():
        least = SLIP_OF_A_RATE if kind == RATE else SLIP
        pairs = [(one, other) for one, other in pairwise(points) if _compare(one, other, kind)]
        far = [pair for pair in pairs if _factor(*pair) >= least]
        odd = Counter(point for pair in far for point in pair)
        odd.subtract(point for pair in pairs if pair not in far for point in pair)
        beside_slip: dict[Point, Point] = {}
        for one, other in far:
            slip, beside = (one, other) if odd[one] > odd[other] else (other, one)
            beside_slip.setdefault(slip, beside)
        for slip, beside in beside_slip.items():
            said = f"{slip.size:,f} of {slip.time} and {beside.size:,f} of {beside.time}"
            factor = f"{_factor(slip, beside):,.{0 if _factor(slip, beside) >= FEW else 1}f}"
            question = f"{said} differ by a factor of {factor}. Has a point slipped, or are they in different units?"
            yield slip.at, beside.at, question


def _series(facts: Sequence[Stated]) -> dict[tuple[str | None, ...], list[Point]]:
    """Return the numbers that mean the same at several times, in the order of their times, by what they mean."""
    found: dict[tuple[str | None, ...], list[Point]] = defaultdict(list)
    for at, fact in enumerate(facts):
        value = fact.value if fact.withdrawn is None else None
        if value and value.number and value.time and value.time.end:
            kind, basis = fact.field.type, value.basis.id if value.basis else None
            label = None if kind == RATE else fact.label
            first, last = value.time.start.first.toordinal(), value.time.end.last.toordinal()
            point = Point(at, abs(value.number), value.time, first, last)
            found[kind, fact.field.id, label, value.currency, value.per, value.measure, basis].append(point)
    return {what: sorted(points, key=lambda point: (point.first, point.at)) for what, points in found.items()}


def _compare(one: Point, other: Point, kind: str | None) -> bool:
    """Return whether two numbers are near enough in time, of times as long, and not too small to be compared."""
    if other.first - one.last > NEIGHBOURS or max(one.days, other.days) > AS_LONG * min(one.days, other.days):
        return False
    return kind != "number" or min(one.size, other.size) >= FEW


def _factor(one: Point, other: Point) -> Decimal:
    return max(one.size, other.size) / min(one.size, other.size)
