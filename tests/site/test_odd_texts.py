"""Odd and hostile texts in records that the check lets pass: they are shown as they are typed, and do nothing."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from pathlib import Path

import pytest
from lxml import html
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
"""Texts by what is odd about them; each becomes a fact in words of one record."""
TITLE = 'The "Sea" fund & "onload="alert(1)'
"""The title of a figure."""
PAGE = "atlantis/organisations/reef/"


@dataclass(frozen=True)
class Odd:
    """The built site, and its address."""

    path: Path
    address: str


WIDTHS = (375, 1440)


@dataclass(frozen=True)
class Visit:
    """What the page showed and did at each width: the words of each text, and by how much it stands out of its row.

    `over` is by how many pixels the page is too wide, `asked` what it asked for, `said` what dialogs it opened.
    """

    shown: dict[tuple[str, int], str]
    beyond: dict[tuple[str, int], int]
    over: dict[int, int]
    asked: list[str]
    said: list[str]


@pytest.fixture(scope="module")
def odd(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Odd]:
    """A small project in which an organisation has a fact with each text, and a figure an odd title."""
    root = make_project(make_world(tmp_path_factory.mktemp("odd") / "world"))
    reef = root / "data/atlantis/organisations/reef.yml"
    facts = "".join(
        f"  - {{field: activity, label: {name}, value: {json.dumps(text, ensure_ascii=False)}, as_of: 2024, "
        "source: atlas, locator: p. 1}\n"
        for name, text in TEXTS.items()
    )
    record = reef.read_text(encoding="utf-8").replace("facts:\n", f"facts:\n{facts}")
    reef.write_text(record, encoding="utf-8")
    _other_line_ends(reef)
    figure = root / "data/atlantis/figures/projects.yml"
    titled = figure.read_text(encoding="utf-8").replace("Projects of the Sea Fund", json.dumps(TITLE))
    figure.write_text(titled, encoding="utf-8")
    result = build(root, root / "site")
    assert result.returncode == 0, result.stderr
    with serving(root / "site") as address:
        yield Odd(root / "site", address)


def _other_line_ends(path: Path) -> None:
    """Save a file as some editors do: with the line ends of another system, and spaces at their ends."""
    path.write_bytes(path.read_bytes().replace(b"\n", b"  \r\n"))


LOOK = """facts => facts.map(fact => {
    const right = part => part.getBoundingClientRect().right;
    const parts = [fact, ...fact.querySelectorAll(".ef-value, .ef-value *")];
    return [fact.innerText, Math.round(Math.max(...parts.map(right)) - right(fact.parentElement))];
})"""
"""Asks of facts for their words, and by how much each stands out of its row on the right."""


@pytest.fixture(scope="module")
def visit(odd: Odd, browser: Browser) -> Visit:
    """Open the page once, narrow first."""
    page = browser.new_page()
    visit = Visit({}, {}, {}, [], [])

    def note_and_dismiss(dialog: Dialog) -> None:
        visit.said.append(dialog.message)
        dialog.dismiss()

    page.on("request", lambda request: visit.asked.append(request.url))
    page.on("dialog", note_and_dismiss)
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        if width == WIDTHS[0]:
            page.goto(odd.address + PAGE)
        facts = page.locator("dd[id^=activity]").evaluate_all(LOOK)
        for name, (shown, beyond) in zip(TEXTS, facts, strict=True):
            visit.shown[name, width] = " ".join(shown.split())
            visit.beyond[name, width] = beyond
        visit.over[width] = page.evaluate(OVER)
    page.context.close()
    return visit


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", TEXTS)
def test_an_odd_text_is_shown_as_it_is_typed_and_stays_in_its_row(visit: Visit, name: str, width: int) -> None:
    words = " ".join(unescape(TEXTS[name]).replace("`", "").split())  # entities and `code` are Markdown
    assert words[:300].removesuffix(".") in visit.shown[name, width]
    assert visit.beyond[name, width] <= 0


def test_odd_texts_do_nothing(odd: Odd, visit: Visit) -> None:
    assert visit.asked
    outside = [url for url in visit.asked if not url.startswith((odd.address, "data:"))]
    assert (visit.said, outside) == ([], [])
    assert visit.over == dict.fromkeys(WIDTHS, 0)


def test_words_around_a_text_that_runs_the_other_way_keep_their_order(odd: Odd, page: Page) -> None:
    page.goto(odd.address + PAGE)
    order = page.locator("dd[id^=activity]", has_text="stands here").evaluate(
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


def test_nothing_in_the_markdown_twin_is_a_tag(odd: Odd) -> None:
    twin = (odd.path / PAGE / "index.md").read_text(encoding="utf-8")
    assert "<script" not in twin
    assert "&lt;script>alert(1)&lt;/script>" in twin
    assert "a &lt; b & c > d" in twin


def test_the_code_of_a_frame_has_nothing_of_its_title_but_the_title(odd: Odd) -> None:
    page = html.parse(str(odd.path / "atlantis/figures/index.html"))
    [code] = page.xpath("//details[contains(@class, 'ef-embedded')]//code")
    frame = html.fromstring(code.text_content())
    assert (frame.tag, frame.get("title")) == ("iframe", TITLE)
    assert set(frame.attrib) == {"src", "title", "width", "height", "loading"}
