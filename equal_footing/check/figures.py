"""Rules for figures: they draw existing facts of one measure, and say what they mix."""

from collections.abc import Iterator

from equal_footing.model.dataset import Dataset
from equal_footing.model.entries import FigureEntry
from equal_footing.model.field_types import NUMERIC
from equal_footing.model.figures import Figure, Series
from equal_footing.model.near_words import near_record
from equal_footing.reading.problems import Path, Problem, did_you_mean, quote
from equal_footing.statement.facts import Facts
from equal_footing.statement.newest import of_field
from equal_footing.statement.points import Point, fitting, points
from equal_footing.statement.stated import Stated, StatedValue


def places(dataset: Dataset) -> Iterator[Problem]:
    """A figure is in the folder of an existing place, and no two figures of a place have the same position."""
    orders: dict[tuple[str, int], str] = {}
    for entry in dataset.figures:
        if entry.place not in dataset.known:
            message = f"there is no place {entry.place}: data/{entry.place}/country.yml is missing."
            yield entry.document.problem((), message, "figure-place")
        first = orders.setdefault((entry.place, entry.figure.order), entry.id)
        if first != entry.id:
            message = f"{entry.figure.order} is the place of the figure {first} already."
            yield entry.document.problem(("order",), message, "figure-order")


def drawn(facts: Facts) -> Iterator[Problem]:
    """Every line or bar draws facts that exist, and all of a figure are of one measure."""
    dataset = facts.dataset
    known = dataset.known
    for entry in dataset.figures:
        measures: dict[str, str] = {}
        names: set[str] = set()
        for number, series in enumerate(entry.figure.series):
            path: Path = ("series", number)
            if series.name in names:
                yield entry.document.problem((*path, "name"), f"{quote(series.name)} occurs twice.", "figure-name")
            names.add(series.name)
            if series.record not in known:
                message = f"{quote(series.record)} does not exist.{near_record(series.record, known, dataset.called)}"
                yield entry.document.problem((*path, "record"), message, "figure-record")
            elif (now := dataset.now_at(series.record)) is not None:
                message = f"{quote(series.record)} has moved. Write {now}."
                yield entry.document.problem((*path, "record"), message, "figure-record")
            elif series.record in dataset.entries and _are_sound(facts, series):
                current = facts.current(series.record)
                yield from _series(dataset, entry, path, series, current)
                for point in points(current, series) if _is_numeric(dataset, series) else ():
                    measures.setdefault(_measure(point.value), series.name)
        if len(measures) > 1:
            found = "; ".join(f"{label} is in {measure}" for measure, label in measures.items())
            message = f"draws different measures: {found}. Draw one, or set `currency`, `unit` or `label`."
            yield entry.document.problem(("series",), message, "figure-measure")


def _are_sound(facts: Facts, series: Series) -> bool:
    """Return whether all values of a series can be read: what is wrong with one is told where it is."""
    values = [value for fact in facts.current_of(series.record, series.field) for value in fact.values]
    return not any(value.error or value.upper_error or _lacks_a_key(value) for value in values)


def _lacks_a_key(value: StatedValue) -> bool:
    """Return whether a sum has no currency, basis or time, or a number no unit."""
    if value.field.type == "money":
        return None in (value.currency, value.basis, value.time)
    return (value.field.dated and value.time is None) or (value.field.type == "number" and not value.measure)


def _is_numeric(dataset: Dataset, series: Series) -> bool:
    return dataset.vocabulary.fields[series.field].type in NUMERIC


def _measure(value: StatedValue) -> str:
    return (value.currency or "") if value.field.type == "money" else value.measure or value.field.type


def _series(
    dataset: Dataset, entry: FigureEntry, path: Path, series: Series, current: list[Stated]
) -> Iterator[Problem]:
    if not _is_numeric(dataset, series):
        message = f"the field {series.field} holds no figures."
        yield entry.document.problem((*path, "field"), message, "figure-field")
        return
    if not fitting(current, series):
        yield _nothing(entry, path, series, current)
        return
    found = points(current, series)
    need = 3 if entry.figure.chart == "time" else 1
    timed = [point for point in found if point.middle] if entry.figure.chart == "time" else found
    if len(timed) < need:
        message = f"gives {len(timed)} value{'' if len(timed) == 1 else 's'}; a line over time needs three or more."
        if entry.figure.chart == "parts":
            message = "gives no value."
        yield entry.document.problem(path, message, "figure-points")
    elif entry.figure.chart == "parts" and len(found) > 1:
        times = ", ".join(str(point.time) for point in found)
        message = f"gives {len(found)} values; a bar draws one. Set `time` to one of {times}, or `label`."
        yield entry.document.problem(path, message, "figure-points")
    moments = [point.middle for point in timed]
    if entry.figure.chart == "time" and len(set(moments)) < len(moments):
        message = "gives two values for one time. Set `label`, `unit`, `currency` or `basis`."
        yield entry.document.problem(path, message, "figure-points")


def _nothing(entry: FigureEntry, path: Path, series: Series, current: list[Stated]) -> Problem:
    """Return the problem of a series without facts, with the facts that exist instead."""
    others = of_field(current, series.field)
    names = sorted({fact.label for fact in others if fact.label})
    hint = ""
    for key in ("time", "currency", "unit", "basis"):
        if getattr(series, key) and any(fact.label == series.label or not series.label for fact in others):
            message = f"{series.record} has no such fact {series.field} with the {key} {quote(getattr(series, key))}."
            return entry.document.problem((*path, key), message, "figure-facts")
    if series.label and names:
        hint = did_you_mean(series.label, names) or f" It has: {'; '.join(names[:8])}."
    elif not others:
        hint = did_you_mean(series.field, {fact.field.id for fact in current})
    message = f"{series.record} has no such fact {series.field}.{hint}"
    return entry.document.problem((*path, "label") if series.label else path, message, "figure-facts")


def mixes(facts: Facts) -> Iterator[Problem]:
    """A figure that mixes bases, or kinds of years, says so in `limits`."""
    for entry in facts.dataset.figures:
        if entry.figure.limits:
            continue
        found = list(_points(facts, entry.figure))
        bases = sorted({point.value.basis.id for point in found if point.value.basis})
        years = sorted({point.calendar for point in found})
        for what, kinds in (("bases", bases), ("kinds of time", years)):
            if len(kinds) > 1:
                message = f"mixes {what}: {', '.join(kinds)}. Say so in `limits`, or draw one."
                yield entry.document.problem(("series",), message, "figure-mixed")


def parted(facts: Facts) -> Iterator[Problem]:
    """A break parts lines over time that have values before it and from then on, and `limits` says what changes."""
    for entry in facts.dataset.figures:
        figure = entry.figure
        if figure.breaks and figure.chart != "time":
            yield entry.document.problem(("breaks",), "bars have no breaks. Delete `breaks`.", "figure-breaks")
            continue
        if figure.breaks and not figure.limits:
            message = "nothing says what is counted in another way. Say it in `limits`."
            yield entry.document.problem(("breaks",), message, "figure-breaks")
        if any(series.record not in facts.dataset.entries or not _are_sound(facts, series) for series in figure.series):
            continue  # nobody knows all values
        days = [point.middle for point in _points(facts, figure) if point.middle] if figure.breaks else []
        for number, day in enumerate(figure.breaks):
            if days and not min(days) < day.first <= max(days):
                message = f"{day} parts nothing: it is not between two values. Delete it, or correct it."
                yield entry.document.problem(("breaks", number), message, "figure-breaks")


def _points(facts: Facts, figure: Figure) -> Iterator[Point]:
    dataset = facts.dataset
    for series in figure.series:
        if series.record in dataset.entries and _is_numeric(dataset, series) and _are_sound(facts, series):
            yield from points(facts.current(series.record), series)


RULES = (places,)
RULES_OF_RESOLVED_FACTS = (drawn, mixes, parted)
