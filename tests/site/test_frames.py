"""Small pages for frames on other sites: what they are, how they look, and that every figure and table has one."""

import re
from typing import Literal

import pytest
from lxml import html
from playwright.sync_api import Page

from equal_footing.mkdocs_site import hosting

from ..conftest import ROOT
from .conftest import BuiltSite
from .test_policy import POLICY

FRAMES = (
    "embed/compare.html",
    "embed/compare/funding.html",
    "embed/japan/figures/ngo-grant.html",
    "embed/japan/table-funding.html",
    "embed/terms/words.html",
)
"""A comparison, a table of records, a figure, a table on the page of a place, and a table of words."""
SYSTEMS: tuple[Literal["light", "dark"], ...] = ("light", "dark")


def test_a_page_for_frames_says_what_it_is_and_where_it_comes_from(site: BuiltSite) -> None:
    found = {
        path.relative_to(site.path).as_posix(): html.parse(str(path)).getroot()
        for path in (site.path / "embed").rglob("*.html")
    }
    assert set(FRAMES) < found.keys()
    for name, page in found.items():
        assert page.get("lang") == "en", name
        [title] = page.xpath("//title/text()")
        [heading] = page.xpath("//h1")
        assert title == f"{' '.join(heading.text_content().split())} – Equal Footing", name
        assert "&" not in title
        [canonical] = page.xpath("//link[@rel='canonical']/@href")
        address = canonical.removeprefix("https://equal-footing.example/")
        assert name.startswith(f"embed/{address.rstrip('/')}"), name
        [base], [icon] = page.xpath("//base/@href"), page.xpath("//link[@rel='icon']/@href")
        assert (site.path / name / ".." / base / icon).resolve().is_file(), name  # else browsers ask for /favicon.ico
        assert not page.xpath("//form | //nav | //script | //button"), name


def test_every_figure_and_table_offers_its_numbers_and_its_frame(site: BuiltSite) -> None:
    pages = (
        "japan",
        "japan/figures",
        "terms",
        "article/names-and-translation",
        "compare",
        "compare/funding",
        "timeline",
    )
    for name in (*pages, "timeline/2010s", "compare/canada-japan", "compare/overheads", "sources"):
        page, folder = site.page(name), site.path / name
        files = [folder / href for href in page.xpath("//a[@download]/@href") if href.endswith(".csv")]
        frames = page.xpath("//details[contains(@class, 'ef-embedded')]//a/@href")
        assert files, name
        assert len(files) == len(frames), name
        assert all(file.is_file() for file in (*files, *((folder / frame) for frame in frames))), name


def lightness(colour: str) -> float:
    """Return how light a colour is that the browser gives as red, green and blue, from 0 to 255."""
    return sum(float(part) for part in re.findall(r"[\d.]+", colour)[:3]) / 3


@pytest.mark.parametrize("name", FRAMES)
def test_a_page_for_frames_follows_its_surroundings_at_every_width(page: Page, served: str, name: str) -> None:
    page.goto(f"{served}{name}")
    assert page.locator("[hidden]").evaluate_all("all => all.filter((one) => one.checkVisibility()).length") == 0
    for width in (320, 760, 1200):
        page.set_viewport_size({"width": width, "height": 640})
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), width
    colours = "['body', 'h1'].map((tag) => getComputedStyle(document.querySelector(tag)))"
    for system in SYSTEMS:
        page.emulate_media(color_scheme=system)
        ground, text = page.evaluate(f"{colours}.map((style, at) => at ? style.color : style.backgroundColor)")
        assert (lightness(ground) < lightness(text)) == (system == "dark"), (system, ground, text)


def test_the_colours_of_frames_in_the_dark_are_those_of_the_site() -> None:
    style = (ROOT / "docs/assets/equal-footing.css").read_text(encoding="utf-8")
    said = re.compile(r"(--[\w-]+): ([^;]+);")
    [frames] = re.findall(r"  \.ef-embed \{\n    color-scheme: dark;([^}]+)", style)
    dark = [
        pair for rule in re.findall(r'\[data-md-color-scheme="slate"\] \{([^}]+)', style) for pair in said.findall(rule)
    ]
    assert dark == [pair for pair in said.findall(frames) if pair in dark]
    assert dark


def test_the_frames_of_every_language_may_be_shown_by_other_sites(site: BuiltSite) -> None:
    rules = hosting.headers(site.path, ["", "zh/"])
    for folder in ("", "zh/"):
        assert f"\n/{folder}embed/*\n  Content-Security-Policy: {POLICY}; frame-ancestors *\n" in rules
    assert rules.count("frame-ancestors") == 2
