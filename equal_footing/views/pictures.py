"""The pictures that social networks show beside a link: one for each place and kind of record, drawn at build time.

One for each page would cost a quarter of a build. vl-convert draws them, which brings its fonts.
"""

import textwrap
from importlib.metadata import version
from xml.sax.saxutils import escape

import vl_convert

from equal_footing.keeping.store import NOTHING, Store, digest

COLOURS = (
    "#b3261e", "#8a5a00", "#3b4fa8", "#1f6b3a", "#7b3f98", "#0b6e74",
    "#a11b5f", "#5a6400", "#9a4a12", "#2f6690", "#6a4c93", "#4d5b61",
)  # fmt: skip
"""The colours of countries, as in the style sheet's light scheme."""
NEUTRAL = "#f3a978"
WIDTH, HEIGHT = 1200, 630
SCALE = 0.5
_LETTERS = 26
"""How many letters of a title fit on a line."""


def picture(above: str, title: str, colour: int = 0, kept: Store = NOTHING) -> bytes:
    """Return a PNG of 600 by 315 pixels: a line, a title, and below them a bar in the colour of a country (0: none).

    What was drawn before is taken from `kept`.
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
    key = digest(svg, str(SCALE), version("vl-convert-python"))
    if (found := kept.get(key)) is not None:
        return found
    drawn = bytes(vl_convert.svg_to_png(svg, scale=SCALE))
    kept.put(key, drawn)
    return drawn
