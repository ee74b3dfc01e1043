"""Odd and hostile words in every place that holds words: a name, a note, a source, an answer, a figure, a claim.

Each stands in a file of its own, and on every page that shows it as it was typed; it does nothing, and widens no page.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Dialog, Page

from equal_footing.form.files import fix

from ..conftest import make_world
from .conftest import OVER, build, copy_country, make_project, serving, settled

WORD = "Donaudampfschifffahrtsgesellschaftskapitän" * 3
NAME = f"Zzyx &lt; \"q\" 'r' $x 5 % العربية é̂ 𠮷🌊 {WORD}"
"""Words for a name, which is no Markdown and holds no braces and no angle brackets."""
PLAIN = "Zzyx {{ 7 * 7 }} {% raw %} a < b & &lt;b&gt; \"q\" 'r' javascript:alert(1) العربية 3 é̂ 𠮷🌊"
"""Words for a place that is no Markdown."""
ARABIC = "Zzyx دار النشر العربية"
"""Words that run the other way up to their end, and so could pull what follows to their left."""
TYPED = (
    "Zzyx {{ 7 * 7 }} {% raw %} a < b & &lt;img src=x onerror=alert(1)&gt; ![x](https://a.example/x.png) "
    f"العربية 3 é̂ 𠮷🌊 {WORD}{WORD}"
)
"""Words for a text, which is Markdown: what looks like HTML when it is read stays words, an image stays a link."""
READ = f"Zzyx {{{{ 7 * 7 }}}} {{% raw %}} a < b & <img src=x onerror=alert(1)> !x العربية 3 é̂ 𠮷🌊 {WORD}{WORD}"
BEGIN = r"^{key}: (?:>-\n +)?"
"""Where a text begins, be it of one line or of several."""


@dataclass(frozen=True)
class Place:
    """A place that holds words: the files, what is found in them, what takes its place, what a reader sees, and where.

    `pages` are addresses; `{id}` in them is the address of the record.
    """

    name: str
    files: str
    old: str
    new: str
    seen: str
    pages: tuple[str, ...]


def quoted(text: str) -> str:
    """Return a text between quotation marks, as YAML reads it."""
    return json.dumps(text, ensure_ascii=False)


FACT = (
    f"facts:\n  - {{field: activity, label: Zzyx of, value: {quoted(TYPED)}, as_of: 2024, source: SOURCE, "
    f"locator: {quoted(PLAIN)}, note: {quoted(TYPED)}}}\n"
)
"""A fact more, cited from a source that the record cites already."""
COUNT = f"facts:\n  - {{field: members, label: {ARABIC}, value: 46, as_of: 2024, source: SOURCE, locator: p. 1}}\n"
RECORDS = {
    "atlantis/events/sea-forum.yml": """\
kind: event
name: {en: Sea Forum of Atlantis}
status: {code: held, since: 2023, source: atlas, locator: p. 10}
summary: A meeting on the sea [@atlas, p. 10].
facts:
  - {field: held-on, value: 2023-04, source: atlas, locator: p. 10}
reviewed: 2026-11-20
""",
    "atlantis/lessons/from-the-sea.yml": """\
kind: lesson
name: {en: What the sea teaches Atlantis}
status: {code: published, as_of: 2025, source: atlas, locator: p. 11}
summary: Boats need ports [@atlas, p. 11].
facts:
  - {field: example, value: Two ports were built., source: atlas, locator: p. 11}
reviewed: 2026-11-20
""",
}
"""Records of the kinds that the small world has none of."""
WIDTHS = (375, 1440)
PLACES = (
    Place(
        "a name",
        "atlantis/organisations/*.yml",
        r"^name: \{en: (?:\"[^\"]*\"|[^,}\"]*)",
        f"name: {{en: {quoted(NAME)}",
        NAME,
        ("{id}/", "atlantis/organisations/", "organisations/"),
    ),
    Place(
        "a summary",
        "lemuria/bodies/*.yml",
        BEGIN.format(key="summary"),
        f"summary: >-\n  {TYPED}\n  ",
        READ,
        ("{id}/",),
    ),
    Place("a fact", "hyperborea/events/*.yml", r"^facts:\n", FACT, READ, ("{id}/",)),
    Place("the place in a source", "lemuria/events/*.yml", r"^facts:\n", FACT, PLAIN, ("{id}/",)),
    Place(
        "the title of a source",
        "lemuria/sources.yml",
        r"^  title: \{\w+: (?:\"[^\"]*\"|[^,}\"]*)",
        f"  title: {{en: {quoted(PLAIN)}",
        PLAIN,
        ("lemuria/sources/official/",),
    ),
    Place(
        "an author",
        "hyperborea/sources.yml",
        r"^  authors:\n(?:    .*\n)+(?=  publisher: )",
        f"  authors:\n    - organisation: {quoted(ARABIC)}\n",  # the date is behind it, which begins with a number
        ARABIC,
        ("hyperborea/sources/official/",),
    ),
    Place(
        "a sentence",
        "atlantis/answers.yml",
        r"^  sentence: .*(?:\n    .*)*$",
        f"  sentence: {quoted(PLAIN)}",
        PLAIN,
        ("compare/", "compare/sea-money/", "compare/atlantis-lemuria/", "compare/atlantis-hyperborea/"),
    ),
    Place(
        "an answer",
        "lemuria/answers.yml",
        BEGIN.format(key="  text"),
        f"  text: >-\n    {TYPED}\n    ",
        READ,
        ("compare/sea-money/",),
    ),
    Place(
        "a question",
        "questions/sea-money.yml",
        r"^question: .*(?:\n  .*)*$",
        f"question: {quoted(NAME + '?')}",
        NAME,
        ("compare/sea-money/",),
    ),
    Place(
        "a rubric",
        "questions/law-of-the-sea.yml",
        BEGIN.format(key="  fully"),
        f"  fully: >-\n    {TYPED}\n    ",
        READ,
        ("compare/law-of-the-sea/",),
    ),
    Place(
        "a figure",
        "lemuria/figures/*.yml",
        r"^title: .*(?:\n  .*)*$",
        f"title: {quoted(NAME)}",
        NAME,
        ("lemuria/figures/", "figures/"),
    ),
    Place(
        "a bar or line",
        "atlantis/figures/*.yml",
        r"^    name: .*(?:\n      .*)*$",
        f"    name: {quoted(NAME)}",
        NAME,
        ("atlantis/figures/", "figures/"),
    ),
    Place(
        "a claim",
        "article/claims/*.yml",
        r"^    says: .*(?:\n      .*)*$",
        f"    says: {quoted(TYPED)}",
        READ,
        ("article/money/",),
    ),
    Place("what is counted", "hyperborea/lessons/*.yml", r"^facts:\n", COUNT, ARABIC, ("{id}/",)),
    Place("a lesson", "atlantis/lessons/*.yml", r"^facts:\n", FACT, READ, ("{id}/",)),
)


@dataclass(frozen=True)
class Odd:
    """The built site, its address, and the pages on which words are to be seen, with these words."""

    path: Path
    address: str
    seen: dict[str, list[tuple[str, str]]]


def filled(data: Path) -> dict[str, list[tuple[str, str]]]:
    """Put odd words into a file for each place; return the pages on which they are to be seen."""
    seen: dict[str, list[tuple[str, str]]] = {}
    named = (data / "article/names.yml").read_text(encoding="utf-8")
    taken: set[Path] = set()
    for place in PLACES:
        for path in sorted(data.glob(place.files)):
            text = path.read_text(encoding="utf-8")
            record = path.relative_to(data).with_suffix("").as_posix()
            cited = re.search(r"source: ([a-z0-9-]+)", text)
            new = place.new.replace("SOURCE", cited.group(1) if cited else "")
            if path in taken or f"record: {record}," in named or not re.search(place.old, text, re.MULTILINE):
                continue
            insert = re.sub(r"\\(?!g<0>)", r"\\\\", new)
            path.write_text(re.sub(place.old, insert, text, count=1, flags=re.MULTILINE), encoding="utf-8")
            taken.add(path)
            for page in place.pages:
                seen.setdefault(page.replace("{id}", record), []).append((place.name, place.seen))
            break
        else:
            pytest.fail(f"no file has {place.name}")
    return seen


@pytest.fixture(scope="module")
def odd(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Odd]:
    root = make_project(make_world(tmp_path_factory.mktemp("places") / "world"))
    data = root / "data"
    for name, text in RECORDS.items():
        (data / name).parent.mkdir()
        (data / name).write_text(text, encoding="utf-8")
    copy_country(data, "Lemuria", "LI", "Lémurie")
    copy_country(data, "Hyperborea", "IS", "Hyperborée")
    assert not fix(root).problems
    seen = filled(data)
    result = build(root, root / "site")
    assert result.returncode == 0, result.stderr
    with serving(root / "site") as address:
        yield Odd(root / "site", address, seen)


def words(text: str) -> str:
    """Return a text on one line, without the numbers of notes."""
    return " ".join(text.split())


LOOK = f"""({{
    shown: document.querySelector('main').textContent,
    made: [...document.querySelectorAll('main [onerror], main img[src="x"], main a[href^="javascript:"]')]
        .map(element => element.outerHTML),
    over: {OVER},
}})"""
"""Asks for the words of a page, for what a text brought about that is no text, and by how much the page is too wide."""


@dataclass(frozen=True)
class Visit:
    """What the pages did at a width: whose words are not seen, what the words made, and which pages are too wide."""

    missing: list[tuple[str, str]]
    made: list[str]
    wide: dict[str, int]


@dataclass(frozen=True)
class Visits:
    """What the pages did at each width, what they asked for, and what they said in dialogs."""

    at: dict[int, Visit]
    asked: list[str]
    said: list[str]


@pytest.fixture(scope="module")
def visits(odd: Odd, browser: Browser) -> Visits:
    """Open every page once, narrow first."""
    page = browser.new_page()
    visits = Visits({width: Visit([], [], {}) for width in WIDTHS}, [], [])

    def note_and_dismiss(dialog: Dialog) -> None:
        visits.said.append(dialog.message)
        dialog.dismiss()

    page.on("request", lambda request: visits.asked.append(request.url))
    page.on("dialog", note_and_dismiss)
    for address, places in odd.seen.items():
        page.set_viewport_size({"width": WIDTHS[0], "height": 800})
        page.goto(odd.address + address)
        for width, visit in visits.at.items():
            page.set_viewport_size({"width": width, "height": 800})
            seen = page.evaluate(settled(LOOK))
            shown = words(seen["shown"])
            visit.missing.extend((address, name) for name, text in places if words(text) not in shown)
            visit.made.extend(seen["made"])
            if seen["over"] > 0:
                visit.wide[address] = seen["over"]
    page.context.close()
    return visits


@pytest.mark.parametrize("width", WIDTHS)
def test_odd_words_are_seen_as_typed_on_every_page_and_do_nothing(odd: Odd, visits: Visits, width: int) -> None:
    visit = visits.at[width]
    assert visit.missing == []
    assert (visit.made, visits.said, visit.wide) == ([], [], {})
    assert len(visits.asked) > len(odd.seen)
    assert [url for url in visits.asked if not url.startswith((odd.address, "data:"))] == []


@pytest.mark.parametrize("place", ["an author", "what is counted"])
def test_what_stands_behind_words_that_run_the_other_way_stays_behind_them(odd: Odd, page: Page, place: str) -> None:
    address = next(address for address, seen in odd.seen.items() if (place, ARABIC) in seen)
    page.goto(odd.address + address)
    order = (
        page.locator("main li, main dd")
        .filter(has_text=ARABIC)
        .first.evaluate(
            """element => {
            const walk = document.createTreeWalker(element, NodeFilter.SHOW_TEXT), range = document.createRange();
            const box = at => {
                range.setStart(walk.currentNode, at);
                range.setEnd(walk.currentNode, at + 1);
                return range.getBoundingClientRect();
            };
            let word = null;
            while (walk.nextNode()) {
                const text = walk.currentNode.data;
                const at = word ? -1 : text.indexOf('العربية');
                if (at >= 0) word = box(at + 6);
                const digit = word ? text.slice(at + 1).search(/[0-9]/) : -1;
                if (digit >= 0) return [word, box(at + 1 + digit)].map(({top, left}) => ({top, left}));
            }
        }"""
        )
    )
    last, digit = order
    assert (digit["top"], digit["left"]) > (last["top"] + 10, 0) or digit["left"] > last["left"]


def test_the_search_holds_the_words_as_they_are_typed(odd: Odd) -> None:
    index = json.loads((odd.path / "search/index.json").read_text(encoding="utf-8"))
    names = [name for _, names, *_ in index["pages"] for name in names]
    assert any(NAME in name for name in names)
    assert not any("<span" in heading for _, heading in index["headings"])


def test_the_downloads_hold_the_words_as_they_are_read(odd: Odd) -> None:
    table = (odd.path / "data/facts.csv").read_text(encoding="utf-8-sig")
    assert READ in table
    sources = json.loads((odd.path / "data/sources.json").read_text(encoding="utf-8"))
    found = json.dumps(sources, ensure_ascii=False)
    assert json.dumps(PLAIN, ensure_ascii=False)[1:-1] in found
