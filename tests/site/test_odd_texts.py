"""Odd and hostile texts in records that the check lets pass: they are shown as they are typed, and do nothing."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Dialog, Page

from ..conftest import make_world
from .conftest import OVER, build, make_project, serving

WORD = "Donaudampfschifffahrt" * 14
TEXTS = {
    "template": "Sums up {{ 7 * 7 }} and {% raw %} and {# nothing #}",
    "signs": "a < b & c > d, 'single' and \"double\", 5 % of $x | y \\ z",
    "entities": "&lt;script&gt;alert(1)&lt;/script&gt; and &#60;b&#62;",
    "script as words": "javascript:alert(1) onerror=alert(1) ${alert(1)} `alert(1)`",
    "a long word": WORD,
    "a long text": "It goes on and on. " * 100,
    "right to left": "The name السلام عليكم stands here, and שלום there.",
    "emoji and rare signs": "Sea 🌊👩🏽‍🌾 𠮷野家 é̂ ½",
    "combining marks": "Z̡̢͓̝a̷̢l͘g̵o̧",
    "numbers of lists": "one 2) two - three * four",
    "brackets": "[x] and (y) and [z] (not a link",
}
"""Texts by what is odd about them; each becomes the first fact in words of a record of its own."""


@dataclass(frozen=True)
class Odd:
    """The built site, its address, and for each text the address of the page that shows it."""

    path: Path
    address: str
    pages: dict[str, str]


WIDTHS = (375, 1440)


@dataclass(frozen=True)
class Visit:
    """What a page showed and did at each width: the words in the place of the text, and by how much it is too wide."""

    shown: dict[int, str]
    over: dict[int, int]
    asked: list[str]
    said: list[str]


@pytest.fixture(scope="module")
def odd(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Odd]:
    """A small project in which each text is the first fact in words of an organisation of its own."""
    root = make_project(make_world(tmp_path_factory.mktemp("odd") / "world"))
    reef = root / "data/atlantis/organisations/reef.yml"
    pages: dict[str, str] = {}
    for number, (name, text) in enumerate(TEXTS.items()):
        record = reef.read_text(encoding="utf-8")
        record = re.sub(r"identifiers:\n.*\n", "", record).replace("Reef", f"Reef {number}")
        value = json.dumps(text, ensure_ascii=False)
        fact = f"facts:\n  - {{field: activity, value: {value}, as_of: 2024, source: atlas, locator: p. 1}}\n"
        reef.with_stem(f"reef-{number}").write_text(record.replace("facts:\n", fact), encoding="utf-8")
        pages[name] = f"atlantis/organisations/reef-{number}/"
    _other_line_ends(reef)
    result = build(root, root / "site")
    assert result.returncode == 0, result.stderr
    with serving(root / "site") as address:
        yield Odd(root / "site", address, pages)


def _other_line_ends(path: Path) -> None:
    """Save a file as some editors do: with the line ends of another system, and spaces at their ends."""
    path.write_bytes(path.read_bytes().replace(b"\n", b"  \r\n"))


@pytest.fixture(scope="module")
def visits(odd: Odd, browser: Browser) -> dict[str, Visit]:
    """Open the page of each text once, narrow first."""
    page = browser.new_page()
    visits = {name: Visit({}, {}, [], []) for name in TEXTS}
    now = Visit({}, {}, [], [])

    def note_and_dismiss(dialog: Dialog) -> None:
        now.said.append(dialog.message)
        dialog.dismiss()

    page.on("request", lambda request: now.asked.append(request.url))
    page.on("dialog", note_and_dismiss)
    for name, now in visits.items():
        page.set_viewport_size({"width": WIDTHS[0], "height": 800})
        page.goto(odd.address + odd.pages[name])
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 800})
            now.shown[width] = " ".join(page.locator("dd#activity, [id^=activity]").first.inner_text().split())
            now.over[width] = page.evaluate(OVER)
    page.context.close()
    return visits


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", TEXTS)
def test_an_odd_text_is_shown_as_it_is_typed_and_does_nothing(
    odd: Odd, visits: dict[str, Visit], name: str, width: int
) -> None:
    visit = visits[name]
    words = " ".join(unescape(TEXTS[name]).replace("`", "").split())  # entities and `code` are Markdown
    assert words[:300].removesuffix(".") in visit.shown[width]
    assert visit.asked
    outside = [url for url in visit.asked if not url.startswith((odd.address, "data:"))]
    assert (visit.said, outside, visit.over[width]) == ([], [], 0)


def test_words_around_a_text_that_runs_the_other_way_keep_their_order(odd: Odd, page: Page) -> None:
    page.goto(odd.address + odd.pages["right to left"])
    order = page.locator("[id^=activity]").first.evaluate(
        """element => {
                const range = document.createRange();
                const walk = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
                const at = words => {
                    for (walk.currentNode = element; walk.nextNode();) {
                        const start = walk.currentNode.data.indexOf(words);
                        if (start >= 0) {
                            range.setStart(walk.currentNode, start);
                            range.setEnd(walk.currentNode, start + words.length);
                            return range.getBoundingClientRect().left;
                        }
                    }
                };
                return [at("The name"), at("stands here")];
            }"""
    )
    assert order[0] < order[1]


def test_the_downloads_hold_the_texts_as_they_are_read(odd: Odd) -> None:
    table = (odd.path / "data/facts.csv").read_text(encoding="utf-8-sig")
    for name in ("template", "entities", "a long word", "right to left"):
        assert unescape(TEXTS[name]) in table, name
