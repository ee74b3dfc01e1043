"""The pictures of pages and figures have the colours of the site."""

import re

from equal_footing.views import pictures

from ..conftest import ROOT


def test_a_figure_to_take_away_has_the_colours_of_the_light_pages() -> None:
    style = (ROOT / "docs/assets/equal-footing.css").read_text(encoding="utf-8")
    light: dict[str, str] = {}
    for name, colour in re.findall(r"--ef-([\w-]+): (#[0-9a-f]{6})\b", style):
        light.setdefault(name, colour)  # the dark scheme comes after the light one
    names = ["quiet", "line", "series-1", "series-4", *(f"country-{at}" for at in range(1, 13))]
    drawing = f'<svg viewBox="0 0 40 30">{"".join(f"<g fill=#var(--ef-{name})#/>" for name in names)}</svg>'
    found = re.findall(r"fill=#(#[0-9a-f]{6})#", pictures.figure(drawing, "", "", []))
    assert dict(zip(names, found, strict=True)) == {name: light[name] for name in names}
