"""What the page of a figure shows: its drawings, its numbers as a table, and both in words."""

import datetime
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property, partial

from equal_footing.model import text
from equal_footing.model.dataset import Dataset
from equal_footing.model.entries import Entry, FigureEntry
from equal_footing.model.figures import Figure
from equal_footing.model.things import FIGURES
from equal_footing.model.values import Period
from equal_footing.statement import credit, wording
from equal_footing.statement.points import Point, points
from equal_footing.statement.stated import Stated
from equal_footing.views import charts, pictures
from equal_footing.views.charts import Mark
from equal_footing.views.records import Views

_SCALES = (
    (Decimal(10**12), "trillion"),
    (Decimal(10**9), "billion"),
    (Decimal(10**6), "million"),
    (Decimal(10**3), "thousand"),
)


Cell = tuple[Entry, Stated]
"""A number of a figure's table: the record whose page shows it, and the fact that holds it."""


@dataclass(frozen=True)
class FigureView:
    """A figure as it is shown, which is drawn when somebody asks for its drawing, by `draw` in a width.

    `words` say what the drawing shows; `measure` is what its numbers count; `parted` says what its breaks are, where
    it has some.

    `source` names the authors of its sources. A row of the table is a time (or a bar), and it has a cell for each
    column, None where there is no value.
    """

    entry: FigureEntry
    draw: Callable[[int], str]
    words: str
    measure: str
    columns: tuple[str, ...]
    rows: list[tuple[str, list[Cell | None]]]
    joined: bool
    parted: str
    source: str

    @cached_property
    def wide(self) -> str:
        """The drawing for wide screens."""
        return self.draw(charts.WIDE)

    @cached_property
    def narrow(self) -> str:
        """The drawing for phones."""
        return self.draw(charts.NARROW)

    @property
    def folder(self) -> str:
        """The address of the page of the figures of its place, beside which the file with its numbers is."""
        return f"{self.entry.place}/{FIGURES}/"

    @property
    def svg(self) -> str:
        """The name of the file with its drawing."""
        return f"{self.entry.id}.svg"

    @property
    def png(self) -> str:
        """The name of the file with its drawing as a picture of points."""
        return f"{self.entry.id}.png"

    @property
    def file(self) -> str:
        """The name of the file with its numbers."""
        return f"{self.entry.id}.csv"


def figure_view(views: Views, entry: FigureEntry) -> FigureView:
    """Return a figure as it is shown."""
    dataset, figure = views.dataset, entry.figure
    found: list[tuple[str, Entry, Point]] = []
    for series in figure.series:
        record = dataset.entries[dataset.resolve(series.record)]
        name = views.words.said(series.name)
        found += [(name, record, point) for point in points(views.facts.current_of(record.id, series.field), series)]
    most = max(abs(point.number) for _, _, point in found)
    scale, word = next(((scale, word) for scale, word in _SCALES if most >= 10 * scale), (Decimal(1), ""))
    over_time = figure.chart == "time"
    marks = tuple(
        Mark(
            series=label,
            number=float(point.number / scale),
            day=point.middle,
            tick=wording.tick(point.time) if point.time else "",
            country=views.colours.get(record.place, 0),
        )
        for label, record, point in found
        if point.middle or not over_time
    )
    breaks = tuple(day.first for day in figure.breaks)
    draw: Callable[..., str] = partial(charts.over_time, breaks=breaks) if over_time else charts.parts
    parted = _parted(views, figure) if breaks else ""
    return FigureView(
        entry=entry,
        draw=lambda width: draw(marks, width, views.drawings),
        words=f"{_words(views, found, over_time)} {parted}".strip(),
        measure=_measure(views, found[0][2], word),
        columns=tuple(views.words.said(series.name) for series in figure.series) if over_time else (),
        rows=_by_time(views, entry, found) if over_time else [(name, [(of, point.fact)]) for name, of, point in found],
        joined=over_time,
        parted=parted,
        source="; ".join(
            dict.fromkeys(_author(dataset, item.key) for _, _, point in found for item in point.value.cited)
        ),
    )


def _author(dataset: Dataset, key: str) -> str:
    """Return who wrote a source, with the year where it has one."""
    date = dataset.sources[key].source.date
    return f"{credit.author_of(dataset, key)} ({date.year})" if date else credit.author_of(dataset, key)


def picture(views: Views, view: FigureView, site_url: str) -> str:
    """Return a figure as an SVG to take away, with its limits, its sources, its public address and its date."""
    figure = view.entry.figure
    limits = text.plain(views.words.said(figure.limits)) if figure.limits else ""
    below = [views.words("figure-limits", limits=limits)] if limits else []
    below += [view.parted] if view.parted else []
    below.append(views.words("figure-sources-line", sources=view.source))
    date = wording.date(figure.reviewed, views.words)
    address = f"{site_url}{view.entry.address}"
    below.append(views.words("figure-picture", site=views.words("site"), address=address, date=date))
    return pictures.figure(view.wide, views.words.said(figure.title), view.measure, below)


def _measure(views: Views, point: Point, scale: str) -> str:
    """Return what the numbers count: `CAD, billion`, `organisations` or `percent`."""
    match point.fact.field.type:
        case "money":
            what = point.value.currency or ""
        case "percent":
            what = views.words("percent")
        case "rate":
            what = views.words("rate-of", currency=point.value.currency, per=point.value.per)
        case _:
            what = views.words.said(point.value.unit.other) if point.value.unit else ""
    return views.words("measure-scaled", measure=what, scale=views.words(scale)) if scale else what


def _time(views: Views, point: Point) -> str:
    if isinstance(point.time, Period):
        return wording.period(point.time, views.words, point.value.is_fiscal)
    return wording.date(point.time, views.words) if point.time else wording.time(point.value, views.words)


def _words(views: Views, found: list[tuple[str, Entry, Point]], over_time: bool) -> str:
    """Say what the drawing shows, for those who do not see it: the ends of every line, or every bar."""
    parts = []
    for name in dict.fromkeys(label for label, _, _ in found):
        mine = [point for label, _, point in found if label == name]
        ends = [mine[0], mine[-1]] if over_time and len(mine) > 1 else mine
        told = [(wording.large(point.number, views.words), _time(views, point)) for point in ends]
        if over_time and len(told) == 2:
            (first, since), (last, until) = told
            parts.append(
                views.words("figure-line", label=name, first=first, since=since, last=last, until=until, n=len(mine))
            )
        else:
            parts += [views.words("figure-bar", label=name, number=number) for number, _ in told]
    return " ".join(parts)


def _parted(views: Views, figure: Figure) -> str:
    days = [wording.date(day, views.words) for day in figure.breaks]
    return views.words("figure-parted", times=", ".join(days))


def _by_time(
    views: Views, entry: FigureEntry, found: list[tuple[str, Entry, Point]]
) -> list[tuple[str, list[Cell | None]]]:
    times: dict[str, dict[str, Cell]] = {}
    for label, record, point in sorted(found, key=lambda item: item[2].middle or datetime.date.max):
        times.setdefault(_time(views, point), {})[label] = record, point.fact
    names = [views.words.said(series.name) for series in entry.figure.series]
    return [(time, [cells.get(name) for name in names]) for time, cells in times.items()]
