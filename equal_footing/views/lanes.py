"""Draws days as dots in lanes, on one axis of decades, as the timeline shows the key events of each place."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape

from equal_footing.views.charts import LETTER, SVG, WIDE, colour_of

GAP = 12
"""The room between a lane and the name of the next."""


@dataclass(frozen=True, slots=True)
class Lane:
    """Days to draw in a lane of their own: its name, the number of its colour (0 for none), the days."""

    name: str
    colour: int
    days: tuple[datetime.date, ...]


def drawn(found: Sequence[Lane], first: int, width: int, before: str) -> str:
    """Return days as dots in lanes as SVG, on an axis of decades from the year `first` on.

    Days before it are drawn together where the axis begins, above the word `before`; days that would touch are stacked.
    """
    years = [day.year for lane in found for day in lane.days]
    last, is_early = max(years, default=first) + 1, min(years, default=first) < first
    left = 40 + LETTER * len(before) if is_early else 20
    early, step = left / 2 - 10, (width - left - 10) / max(last - first, 1)
    parts, top = [], 0
    for lane in found:
        places = [
            left + step * (day.year - first + (day.month - 1) / 12) if day.year >= first else early
            for day in sorted(lane.days)
        ]
        stacked: dict[int, int] = {}
        dots = []
        for x in places:
            height = stacked[round(x / 7)] = stacked.get(round(x / 7), -1) + 1
            dots.append((round(x / 7) * 7, height))
        most = max(height for _, height in dots)
        base = top + 20 + 7 * (most + 1)
        colour = colour_of(lane.colour)
        parts.append(f'<text x="0" y="{top + 13}" font-size="12" font-weight="600">{escape(lane.name)}</text>')
        parts += [f'<circle cx="{x}" cy="{base - 4 - 7 * height}" r="3" fill="{colour}"/>' for x, height in dots]
        parts.append(f'<path d="M{left:.0f} {base}H{width - 6}" stroke="var(--ef-line)"/>')
        if is_early:
            parts.append(f'<path d="M0 {base}H{left:.0f}" stroke="var(--ef-line)" stroke-dasharray="3 3"/>')
        top = base + GAP
    top -= GAP
    decades = range(first, last + 1, 10 if width >= WIDE else 20)
    for year in decades:
        x = left + step * (year - first)
        parts.append(f'<path d="M{x:.0f} {top}v4" stroke="currentColor"/>')
        parts.append(f'<text x="{x:.0f}" y="{top + 17}" font-size="12" text-anchor="middle">{year}</text>')
    if is_early:
        parts.append(
            f'<text x="{early:.0f}" y="{top + 17}" font-size="12" text-anchor="middle">{escape(before)}</text>'
        )
    size = f'viewBox="0 0 {width} {top + 22}" fill="currentColor" aria-hidden="true" focusable="false"'
    return f'<svg xmlns="{SVG}" {size}>{"".join(parts)}</svg>'
