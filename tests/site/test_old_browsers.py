"""Readers with a browser of spring 2022, the oldest that HACKING.md promises: scripts use nothing newer.

The browser of the tests is new. What came later is looked for in the text of the scripts where it is syntax, and taken
away from the browser where it is not.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from .conftest import BuiltSite

SYNTAX = {
    "looking behind": r"\(\?<[=!]",
    "flags for a part of a pattern": r"\(\?[ims]*-?[ims]+:",
    "a block that is static": r"\bstatic\s*\{",
    "attributes of an import": r"\bimport\b[^;\n]*\bwith\s*\{",
    "using": r"\busing\s+\w+\s*=",
    "a pattern with the flag v": r"[=(,:?]\s*/(?![*/])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\[\n])+/[dgimsuy]*v",
}
"""What a browser of spring 2022 cannot read in a script, which then does nothing at all."""
LATER = {
    "Array": "fromAsync",
    "Array.prototype": "findLast findLastIndex toReversed toSorted toSpliced with",
    "AbortSignal": "any timeout",
    "Element.prototype": "checkVisibility getHTML setHTML setHTMLUnsafe moveBefore",
    "HTMLElement.prototype": "hidePopover showPopover togglePopover popover inert",
    "Intl": "DurationFormat Segmenter",
    "Intl.PluralRules.prototype": "selectRange",
    "Iterator.prototype": "drop every filter find flatMap forEach map reduce some take toArray",
    "Map": "groupBy",
    "Map.prototype": "getOrInsert getOrInsertComputed",
    "Object": "groupBy",
    "Promise": "try withResolvers",
    "RegExp": "escape",
    "Set.prototype": "difference intersection isDisjointFrom isSubsetOf isSupersetOf symmetricDifference union",
    "String.prototype": "isWellFormed toWellFormed",
    "URL": "canParse parse",
    "URLSearchParams.prototype": "size",
    "globalThis": "Iterator CompressionStream navigation requestIdleCallback scheduler",
}
"""What one of Safari 15.4, Chrome 100 and Firefox 100 has not, by the object that has it since."""
AGE = """(later) => {
    for (const [path, names] of Object.entries(later)) {
        const holder = path.split(".").reduce((object, name) => object?.[name], globalThis);
        for (const name of names.split(" ")) if (holder) delete holder[name];
    }
    const refused = ([pattern, flags]) => /\\(\\?<[=!]/.test(pattern?.source ?? pattern) || /v/.test(flags ?? "");
    const made = (target, given) => {
        if (refused(given)) throw new SyntaxError("Invalid regular expression: invalid group specifier name");
        return Reflect.construct(target, given);
    };
    globalThis.RegExp = new Proxy(RegExp, { construct: made, apply: (target, _, given) => made(target, given) });
}"""


def test_no_script_is_written_in_newer_syntax(site: BuiltSite) -> None:
    scripts = {path.name: path.read_text(encoding="utf-8") for path in site.path.glob("assets/**/*.js")}
    assert {"search", "search-index", "cite"} <= {name.partition(".")[0] for name in scripts}
    assert [
        (name, said, found[0])
        for name, text in scripts.items()
        for said, pattern in SYNTAX.items()
        if (found := re.search(pattern, text))
    ] == []


@pytest.mark.parametrize(
    "newer", [*("/(?<=a)b/", "/(?<!a)b/", "/a(?i:b)/"), "class A { static { a(); } }", "x = /[a--b]/v;", "f(/a/gv)"]
)
def test_newer_syntax_is_seen(newer: str) -> None:
    assert any(re.search(pattern, newer) for pattern in SYNTAX.values())


@pytest.fixture
def old(browser: Browser) -> Iterator[Page]:
    """A page without what came to browsers later, which throws what its scripts throw."""
    context = browser.new_context()
    page = context.new_page()
    thrown: list[str] = []
    page.on("pageerror", lambda error: thrown.append(str(error)))
    page.on("console", lambda message: thrown.append(message.text) if message.type == "error" else None)
    page.add_init_script(f"({AGE})({json.dumps(LATER)})")
    yield page
    context.close()
    assert thrown == []


def test_an_old_browser_searches(old: Page, served: str) -> None:
    old.goto(f"{served}japan/")
    assert old.evaluate("[typeof [].toSorted, typeof [].at]") == ["undefined", "function"]
    old.keyboard.press("/")
    for query, address in {
        "tax relief": "compare/tax-relief-for-donors/",
        "中华 人民": "china/laws/charity-law/",
    }.items():
        old.locator(".md-search__input").fill(query)
        expect(old.locator(f".md-search-result__link[href$='{address}']").first).to_be_visible()


@pytest.mark.parametrize("address", ["", "japan/funding/japan-platform/", "compare/funding/", "data/"])
def test_an_old_browser_reads_a_page_without_errors(old: Page, served: str, address: str) -> None:
    old.goto(f"{served}{address}")
    expect(old.locator("h1").first).to_be_visible()


def test_an_old_browser_lets_a_reader_choose(old: Page, served: str) -> None:
    old.goto(f"{served}compare/")
    old.locator("[data-dimension=countries] input[value=japan]").uncheck()
    expect(old).to_have_url(re.compile("countries=canada,china"))
