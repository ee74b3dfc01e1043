"""The pictures that social networks show beside a link, and figures to take away, drawn at build time.

There is one picture for each place and kind of record: one for each page would cost a quarter of a build. vl-convert
draws them, which brings its fonts.
"""

import re
import textwrap
from collections.abc import Sequence
from xml.sax.saxutils import escape

from equal_footing.keeping.store import NOTHING, Store, digest
from equal_footing.views.charts import drawn_by
from equal_footing.views.fonts import converter, lacking

COLOURS = (
    "#b3261e", "#8a5a00", "#3b4fa8", "#1f6b3a", "#7b3f98", "#0b6e74",
    "#a11b5f", "#5a6400", "#9a4a12", "#2f6690", "#6a4c93", "#4d5b61",
)  # fmt: skip
"""The colours of countries, as in the style sheet's light scheme."""
NEUTRAL = "#f3a978"
WIDTH, HEIGHT = 1200, 630
_SCALE, _FIGURE_SCALE = 0.5, 1.5
"""How large pictures are drawn, and figures: half as large again."""
_LETTERS = 26
"""How many letters of a title fit on a line."""


def picture(above: str, title: str, colour: int = 0, kept: Store = NOTHING) -> tuple[bytes, str]:
    """Return a PNG of 600 by 315 pixels: a line, a title, and below them a bar in the colour of a country (0: none).

    With it come the letters for which it has boxes. What was drawn before is taken from `kept`.
    """
    lines = textwrap.wrap(title, _LETTERS)[:3]
    bar = COLOURS[colour - 1] if colour else NEUTRAL
    text = "".join(
        f'<text x="80" y="{310 + 84 * at}" font-size="72" font-weight="700" fill="#ffffff">{escape(line)}</text>'
        for at, line in enumerate(lines)
    )
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" height="{HEIGHT}"'
        ' font-family="Liberation Sans, Arial, sans-serif"><rect width="1200" height="630" fill="#1d3a4f"/>'
        f'<rect y="598" width="1200" height="32" fill="{bar}"/>'
        '<g fill="#ffffff"><circle cx="101" cy="83" r="13"/><circle cx="144" cy="83" r="13"/>'
        '<path d="M89 102h24v35h-24zM132 102h24v35h-24zM76 145h93v12h-93z"/></g>'
        f'<text x="80" y="220" font-size="38" fill="#e3edf3">{escape(above)}</text>{text}</svg>'
    )
    return _drawn(svg, kept, _SCALE)


# Figures to take away -------------------------------------------------------------------------------------------------

_VARIABLE = re.compile(r"var\(--ef-(country-(\d+)|[\w-]+)\)")
_BOX = re.compile(r'viewBox="0 0 ([\d.]+) ([\d.]+)"')
_HAN = re.compile(r"[\u2e80-\uffef]")
_FONTS, _HAN_FONTS = "Liberation Sans, Arial, sans-serif", "Noto Sans CJK SC, Noto Sans SC, Microsoft YaHei, sans-serif"
"""The fonts of a figure, and those of one with letters of East Asia, which would change the font of their line."""
_EDGE, _INK = 16, "#1c2b33"
_TONES = {"quiet": "#4a5860", "line": "#d5dce0", "series-1": "#11597f", "series-4": "#7b3f98"}
"""The other colours of drawings, as in the style sheet's light scheme."""


def figure(drawing: str, title: str, measure: str, below: Sequence[str]) -> str:
    """Return the drawing of a figure as a whole SVG: with its title, what its numbers count, and the texts `below` it.

    It takes no colour and no font from a page.
    """
    box = _BOX.search(drawing)
    assert box, "a drawing has a box"
    width, height = float(box[1]), float(box[2])
    head = [(line, 17, 700) for line in textwrap.wrap(title, int(width / 9))]
    head += [(line, 12, 400) for line in textwrap.wrap(measure, int(width / 6.6))]
    wrapped = (textwrap.wrap(text, int(width / 6), break_on_hyphens=False) for text in below)
    foot = [(line, 11, 400) for lines in wrapped for line in lines]
    above, top = _lines(head, _EDGE)
    under, bottom = _lines(foot, top + height + 8)
    size = f'width="{width + 2 * _EDGE:.0f}" height="{bottom + _EDGE:.0f}"'
    view = f'viewBox="0 0 {width + 2 * _EDGE:.0f} {bottom + _EDGE:.0f}"'
    inner = _VARIABLE.sub(_colour, drawing).replace(
        "<svg ", f'<svg x="{_EDGE}" y="{top:.0f}" width="{width}" height="{height}" ', 1
    )
    fonts = _HAN_FONTS if _HAN.search(above + under) else _FONTS
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" {view} {size} color="{_INK}" fill="{_INK}"'
        f' font-family="{fonts}" role="img"><title>{escape(title)}</title>'
        f'<rect width="100%" height="100%" fill="#ffffff"/>{above}{inner}{under}</svg>'
    )


def _lines(lines: list[tuple[str, int, int]], top: float) -> tuple[str, float]:
    """Return lines of text below each other as SVG, and where they end."""
    found = []
    for text, size, weight in lines:
        top += size * 1.3
        found.append(f'<text x="{_EDGE}" y="{top:.0f}" font-size="{size}" font-weight="{weight}">{escape(text)}</text>')
    return "".join(found), top + 8


def _colour(found: re.Match[str]) -> str:
    return COLOURS[int(found[2]) - 1] if found[2] else _TONES[found[1]]


def as_png(svg: str, kept: Store) -> bytes:
    """Return a figure, an SVG, as PNG, and keep it if there are fonts for its letters."""
    return _drawn(svg, kept, _FIGURE_SCALE)[0]


def _drawn(svg: str, kept: Store, scale: float) -> tuple[bytes, str]:
    """Return an SVG as PNG with the letters for which it has boxes, and keep it if there are none."""
    key = digest(svg, str(scale), *drawn_by())
    if (found := kept.get(key)) is not None:
        return found, ""
    drawn, boxes = bytes(converter().svg_to_png(svg, scale=scale)), lacking(svg)
    if not boxes:
        kept.put(key, drawn)
    return drawn, boxes
