"""Draws figures as SVG at build time, with Vega-Lite (through vl-convert, which needs no browser and no network).

A drawing takes its colours from the page (`currentColor` and the `--ef-…` variables), so the same one serves light,
dark and print. All series of a country have its colour and differ by shape and dash. Each figure is drawn twice, for
wide screens and for phones, because text in an SVG shrinks with it. The table below it repeats what the drawing shows.
Drawings are `kept` from build to build.
"""

import datetime
import json
import re
import textwrap
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.metadata import version
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from equal_footing.keeping.store import Store, digest
from equal_footing.views import fonts
from equal_footing.views.fonts import converter

VEGA_LITE = "6.4"
WIDE, NARROW = 620, 300
SPARK_WIDTH, SPARK_HEIGHT = 96, 22
LETTER = 7.2
"""Room for a letter of a label, in pixels: that of a wide sans serif at 12 pixels."""
GAP = 8
"""What is left free between two labels, in pixels."""
LEFT, PADDING = 36, 2
"""The width of the vertical axis, and what is left free around a drawing, in pixels."""
SHAPES = ["circle", "square", "triangle-up", "diamond", "cross", "triangle-down"]
DASHES = [[1, 0], [6, 3], [2, 2], [8, 3, 2, 3], [4, 2], [1, 3]]
SVG = "http://www.w3.org/2000/svg"
_KEPT = frozenset(
    {
        *("transform", "d", "x2", "y2", "fill", "stroke", "stroke-width", "stroke-dasharray", "text-anchor"),
        *("font-size", "font-weight", "opacity", "x", "dy"),
    }
)
_WITHOUT_EFFECT = {"opacity": "1", "transform": "translate(0,0)"}

_AT = re.compile(r"translate\((-?[\d.]+),(-?[\d.]+)\)")
"""Where a shape of a drawing is."""
_COMMAND = re.compile(r"([A-Za-z])([^A-Za-z]*)")
_NUMBER = re.compile(r"-?\d*\.?\d+(?:e-?\d+)?")


@dataclass(frozen=True, slots=True)
class Mark:
    """One value to draw: its series (or bar), the number, the day at the middle of its time, and that time, short.

    `country` is the number of the colour of its country, 0 where it is of none.
    """

    series: str
    number: float
    day: datetime.date | None = None
    tick: str = ""
    country: int = 0

    @property
    def colour(self) -> str:
        """The colour in which it is drawn; that of a country is the same in all figures."""
        return colour_of(self.country)


def colour_of(country: int) -> str:
    """Return the colour of a country by its number, as CSS has it; that of what belongs to none for 0."""
    return f"var(--ef-country-{country})" if country else "var(--ef-quiet)"


def over_time(marks: tuple[Mark, ...], width: int, kept: Store, breaks: Sequence[datetime.date] = ()) -> str:
    """Return lines over time as SVG, `width` pixels of drawing wide; every mark needs its day.

    At each of the `breaks` is a dotted line down the drawing, which no line over time crosses.
    """
    colours_of = {mark.series: mark.colour for mark in marks}
    names, colours = list(colours_of), _told_apart(list(colours_of.values()))
    values: list[dict[str, Any]] = [
        {"series": mark.series, "day": mark.day.isoformat() if mark.day else None, "number": mark.number}
        for mark in marks
    ]
    domain = {"domain": names}
    order: dict[str, Any] = {"field": "series", "type": "nominal", "title": None}
    legend = None if len(names) == 1 else {"orient": "top", "columns": 1 if width < WIDE else 0, "labelLimit": width}
    encoding = {
        "x": {
            "field": "day",
            "type": "temporal",
            "scale": {"type": "utc"},
            "axis": _time_axis(marks, width - 2 * PADDING - LEFT),
        },
        "y": {"field": "number", "type": "quantitative", "axis": {"title": None, "format": ",~f", "tickCount": 5}},
        "color": {**order, "scale": {**domain, "range": colours}, "legend": legend},
        "shape": {**order, "scale": {**domain, "range": SHAPES[: len(names)]}, "legend": legend},
        "strokeDash": {**order, "scale": {**domain, "range": DASHES[: len(names)]}, "legend": None},
    }
    mark = {"type": "line", "strokeWidth": 2, "point": {"size": 48, "filled": True}}
    lines: dict[str, Any] = {"data": {"values": values}, "mark": mark, "encoding": encoding}
    if not breaks:
        return _svg({**lines, "height": 260}, width, kept)
    for value, drawn in zip(values, marks, strict=True):
        value["part"] = sum(drawn.day >= day for day in breaks) if drawn.day else 0
    encoding["detail"] = {"field": "part", "type": "nominal"}
    parted = {
        "data": {"values": [{"day": day.isoformat()} for day in breaks]},
        "mark": {"type": "rule", "strokeDash": [2, 4], "color": "var(--ef-quiet)"},
    }
    shared = {"x": encoding.pop("x")}
    return _svg({"layer": [parted, lines], "encoding": shared, "height": 260}, width, kept)


def _told_apart(colours: list[str]) -> list[str]:
    """Return the colours of lines; where all are of one country, those after the first are of none, each of its own."""
    if len(set(colours)) > 1:
        return colours
    tones = [colours[0], "currentColor", "var(--ef-quiet)", "var(--ef-series-1)", "var(--ef-series-4)"]
    return [tones[at % len(tones)] for at in range(len(colours))]


def _time_axis(marks: tuple[Mark, ...], room: float) -> dict[str, Any]:
    """Return an axis of `room` pixels with a tick at the time of every value; labels that would touch are left out."""
    ticks = {mark.day: mark.tick for mark in marks if mark.day}
    days = [{"year": day.year, "month": day.month, "date": day.day, "utc": True} for day in sorted(ticks)]
    shown = labelled(ticks, room)
    names = json.dumps({day.isoformat(): tick if day in shown else "" for day, tick in ticks.items()})
    said = f"({names})[utcFormat(datum.value, '%Y-%m-%d')]"
    return {"title": None, "values": days, "labelExpr": said, "labelOverlap": False, "labelFlush": False}


def labelled(ticks: dict[datetime.date, str], room: float) -> set[datetime.date]:
    """Return the days of an axis that have a label: the first and the last one, and others that touch none of these.

    `room` is the length of the axis in pixels. Of two days between whose labels would touch, the later one has its own.
    """
    days = sorted(ticks)
    span = (days[-1] - days[0]).days or 1

    length = room - len(ticks[days[-1]]) * LETTER / 2  # half of the last label extends beyond the end

    def edges(day: datetime.date) -> tuple[float, float]:
        half = len(ticks[day]) * LETTER / 2
        middle = length * (day - days[0]).days / span
        return middle - half, middle + half

    shown, begins = {days[0], days[-1]}, edges(days[-1])[0]
    for day in reversed(days[1:-1]):
        begin, end = edges(day)
        if edges(days[0])[1] + GAP <= begin and end + GAP <= begins:
            shown.add(day)
            begins = begin
    return shown


def parts(marks: tuple[Mark, ...], width: int, kept: Store) -> str:
    """Return bars, one a mark and in the order given, as SVG with each number at the end of its bar."""
    wrap = 30 if width >= WIDE else 16
    labels = ["\n".join(textwrap.wrap(mark.series, wrap)) for mark in marks]
    values = [
        {"label": label, "number": mark.number, "colour": mark.colour}
        for label, mark in zip(labels, marks, strict=True)
    ]
    most = max(mark.number for mark in marks)
    lines = max(label.count("\n") + 1 for label in labels)
    longest = max(len(line) for label in labels for line in label.split("\n"))
    room = min(width * 0.45, LETTER * longest + 6)  # the reader's font may be wider than the one that is measured here
    axis: dict[str, Any] = {"title": None, "minExtent": room, "maxExtent": room, "labelLimit": 0, "ticks": False}
    axis["labelExpr"] = "split(datum.label, '\\n')"
    y = {"field": "label", "type": "nominal", "sort": labels, "axis": axis}
    x = {"field": "number", "type": "quantitative", "axis": None, "scale": {"domain": [0, most * 1.18]}}
    color = {"field": "colour", "type": "nominal", "scale": None}
    bar = {"mark": {"type": "bar"}, "encoding": {"x": x, "y": y, "color": color}}
    text = {"field": "number", "type": "quantitative", "format": ",~f"}
    number = {"mark": {"type": "text", "align": "left", "dx": 4}, "encoding": {"x": x, "y": y, "text": text}}
    step = {"step": max(26, 15 * lines + 8)}
    return _svg({"data": {"values": values}, "layer": [bar, number], "height": step}, width, kept)


def sparkline(points: Sequence[tuple[datetime.date, float]]) -> str:
    """Return a line through values over time as a small SVG without axes; the values are in the text beside it."""
    days, numbers = [day.toordinal() for day, _ in points], [number for _, number in points]
    (first, last), (least, most) = (min(days), max(days)), (min(0.0, *numbers), max(numbers))
    across = (SPARK_WIDTH - 4) / max(last - first, 1)
    down = (SPARK_HEIGHT - 4) / ((most - least) or 1)
    places = [
        (2 + across * (day - first), 2 + down * (most - number)) for day, number in zip(days, numbers, strict=True)
    ]
    line = " ".join(f"{x:.1f},{y:.1f}" for x, y in places)
    x, y = places[-1]
    size = f'viewBox="0 0 {SPARK_WIDTH} {SPARK_HEIGHT}" width="{SPARK_WIDTH}" height="{SPARK_HEIGHT}"'
    return (
        f'<svg {size} aria-hidden="true" focusable="false"><polyline points="{line}" fill="none" stroke="currentColor"'
        f' stroke-width="1.5"/><circle cx="{x:.1f}" cy="{y:.1f}" r="2" fill="currentColor"/></svg>'
    )


def _svg(spec: dict[str, Any], width: int, kept: Store) -> str:
    config = {
        "background": None,
        "view": {"stroke": None},
        "aria": False,
        "axis": {
            "labelColor": "currentColor",
            "labelFontSize": 12,
            "domainColor": "currentColor",
            "tickColor": "currentColor",
            "gridColor": "var(--ef-line)",
        },
        "axisX": {"grid": False},
        "axisY": {"minExtent": LEFT},
        "legend": {"labelColor": "currentColor", "labelFontSize": 12, "symbolSize": 80, "columnPadding": 24},
        "text": {"color": "currentColor", "fontSize": 12},
    }
    size = {"width": width, "autosize": {"type": "fit-x", "contains": "padding"}, "padding": PADDING}
    return _drawn(json.dumps({**spec, **size, "config": config}, ensure_ascii=False, sort_keys=True), kept)


@cache
def drawn_by() -> tuple[str, bytes]:
    """Return the version of the library that draws, and the modules that have it draw: all are looked up once."""
    return version("vl-convert-python"), Path(__file__).read_bytes() + Path(fonts.__file__).read_bytes()


@lru_cache(maxsize=512)
def _drawn(spec: str, kept: Store) -> str:
    """Return the drawing of a Vega-Lite specification: it takes as long as all the rest of a page."""
    key = digest(spec, VEGA_LITE, *drawn_by())
    if (found := kept.get(key)) is not None:
        return found.decode()
    drawing = _slim(converter().vegalite_to_svg(spec, vl_version=VEGA_LITE))
    kept.put(key, drawing.encode())
    return drawing


def _slim(svg: str) -> str:
    """Return an SVG without what the page does not need: invisible shapes, classes, fixed sizes, fonts."""
    root = ElementTree.fromstring(svg)
    _prune(root)
    box = root.get("viewBox", "")
    root.attrib.clear()
    root.attrib |= {"viewBox": box, "aria-hidden": "true", "focusable": "false"}
    ElementTree.register_namespace("", SVG)
    return ElementTree.tostring(root, encoding="unicode")


def _prune(element: ElementTree.Element) -> None:
    """Remove what an element holds without need, and put the contents of groups that say nothing in their place."""
    kept: list[ElementTree.Element] = []
    for child in element:
        _prune(child)
        is_group = child.tag == f"{{{SVG}}}g"
        is_unseen = child.get("class") in {"background", "foreground"} and child.tag == f"{{{SVG}}}path"
        is_unseen |= child.tag == f"{{{SVG}}}text" and not child.text and len(child) == 0  # of a tick without a label
        for name in [name for name in child.attrib if name not in _KEPT]:
            del child.attrib[name]
        if "stroke-dasharray" in child.attrib and child.get("fill", "none") != "none":
            del child.attrib["stroke-dasharray"]  # that of its line, which tears the edge of a point
        for name in [name for name, same in _WITHOUT_EFFECT.items() if child.get(name) == same]:
            del child.attrib[name]
        if is_group and not child.attrib:
            kept += child
        elif is_group and len(child) == 1 and set(child.attrib) == {"transform"}:
            child[0].set("transform", f"{child.get('transform')} {child[0].get('transform', '')}".strip())
            kept.append(child[0])
        elif not is_unseen and not (is_group and len(child) == 0):
            kept.append(child)
    element[:] = _joined(kept)


def _joined(shapes: list[ElementTree.Element]) -> list[ElementTree.Element]:
    """Return the shapes of a group with neighbours of one look, such as the lines of a grid or points, as one path."""
    joined: list[ElementTree.Element] = []
    look: dict[str, str] | None = None
    for shape in shapes:
        at = _AT.fullmatch(shape.get("transform", ""))
        if not at or len(shape) or shape.tag not in {f"{{{SVG}}}line", f"{{{SVG}}}path"}:
            joined.append(shape)
            look = None
            continue
        line = f"M0,0L{shape.get('x2', '0')},{shape.get('y2', '0')}"
        drawn = _shifted(shape.get("d", line), float(at[1]), float(at[2]))
        own = {name: value for name, value in shape.attrib.items() if name not in {"transform", "x2", "y2", "d"}}
        if own == look:
            joined[-1].set("d", joined[-1].get("d", "") + drawn)
        else:
            joined.append(ElementTree.Element(f"{{{SVG}}}path", own | {"d": drawn}))
            look = own
    return joined


def _shifted(path: str, across: float, down: float) -> str:
    """Return a path of Vega's moved: of its commands M, L and A end in a place, and those in small letters in none."""
    parts = []
    for command, said in _COMMAND.findall(path):
        numbers = [float(number) for number in _NUMBER.findall(said)]
        if command in "MLA":
            step = 7 if command == "A" else 2
            for at in range(step - 2, len(numbers), step):
                numbers[at] += across
                numbers[at + 1] += down
        parts.append(command + " ".join(f"{round(number, 2):g}" for number in numbers))
    return "".join(parts)
