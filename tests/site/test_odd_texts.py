"""Odd and hostile texts in real records that the check lets pass: they are shown as they are typed, and do nothing."""

from __future__ import annotations

import json
import re
import shutil
from dataclasses import dataclass
from html import unescape
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from .conftest import PROJECT, ROOT, build, serving

WORD = "Donaudampfschifffahrt" * 14
TEXTS = {
    "template": "Sums up {{ 7 * 7 }} and {% raw %} and {# nothing #}",
    "signs": "a < b & c > d, 'single' and \"double\", 5 % of $x | y \\ z",
    "entities": "&lt;script&gt;alert(1)&lt;/script&gt; &amp; &#60;b&#62;",
    "script as words": "javascript:alert(1) onerror=alert(1) ${alert(1)} `alert(1)`",
    "a long word": WORD,
    "a long text": "It goes on and on. " * 100,
    "right to left": "The name السلام عليكم stands here, and שלום there.",
    "emoji and rare signs": "🌊👩🏽‍🌾 𠮷野家 é̂ ﬀ ½",
    "combining marks": "Z̡̢͓̝a̷̢l͘g̵o̧",
    "numbers of lists": "1. one 2) two - three * four",
    "brackets": "[x] and (y) and [z] (not a link",
}
"""Texts by what is odd about them; each becomes the first fact in words of a record of its own."""


@dataclass(frozen=True)
class Odd:
    """The built site, and for each text the address of the page that shows it."""

    site: Path
    pages: dict[str, str]


@pytest.fixture(scope="module")
def odd(tmp_path_factory: pytest.TempPathFactory) -> Odd:
    root = tmp_path_factory.mktemp("odd")
    for name in (*PROJECT, "data"):
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, root / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, root / name)
    pages: dict[str, str] = {}
    files = iter(sorted((root / "data").glob("[cj]*/organisations/*.yml")))
    for name, text in TEXTS.items():
        for path in files:
            old = path.read_text(encoding="utf-8")
            fact = re.search(r"^facts:\n", old, re.MULTILINE)
            if fact and "activity" not in old:
                value = json.dumps(text, ensure_ascii=False)
                new = f"facts:\n  - {{field: activity, value: {value}, source: {_source(old)}, locator: p. 1}}\n"
                path.write_text(old.replace("facts:\n", new, 1), encoding="utf-8")
                pages[name] = f"{path.relative_to(root / 'data').with_suffix('').as_posix()}/"
                break
    _other_line_ends(next(files))
    result = build(root, root / "site")
    assert result.returncode == 0, result.stderr
    assert set(pages) == set(TEXTS)
    return Odd(root / "site", pages)


def _source(text: str) -> str:
    """Return a source that a record cites already."""
    found = re.search(r"source: ([a-z0-9-]+)", text)
    assert found
    return found.group(1)


def _other_line_ends(path: Path) -> None:
    """Save a file as some editors do: with the line ends of another system, and spaces at their ends."""
    path.write_bytes(path.read_bytes().replace(b"\n", b"  \r\n"))


@pytest.mark.parametrize("width", [375, 1440])
@pytest.mark.parametrize("name", TEXTS)
def test_an_odd_text_is_shown_as_it_is_typed_and_does_nothing(
    odd: Odd, browser: Browser, name: str, width: int
) -> None:
    with serving(odd.site) as address:
        page = browser.new_context(viewport={"width": width, "height": 800}).new_page()
        asked: list[str] = []
        said: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.on("dialog", lambda dialog: said.append(dialog.message))
        page.goto(address + odd.pages[name])
        shown = " ".join(page.locator("dd#activity, [id^=activity]").first.inner_text().split())
        over = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        page.context.close()
        outside = [url for url in asked if not url.startswith((address, "data:"))]
    words = " ".join(unescape(TEXTS[name]).replace("`", "").split())  # entities and `code` are Markdown
    assert words[:300] in shown
    assert (said, outside, over) == ([], [], 0)


def test_words_around_a_text_that_runs_the_other_way_keep_their_order(odd: Odd, browser: Browser) -> None:
    with serving(odd.site) as address:
        page = browser.new_page()
        page.goto(address + odd.pages["right to left"])
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
        page.close()
    assert order[0] < order[1]


def test_the_downloads_hold_the_texts_as_they_are_read(odd: Odd) -> None:
    table = (odd.site / "data/facts.csv").read_text(encoding="utf-8-sig")
    for name in ("template", "entities", "a long word", "right to left"):
        assert unescape(TEXTS[name]) in table, name
