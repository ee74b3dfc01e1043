"""Rules on locators: they locate something."""

from __future__ import annotations

from pathlib import Path

import pytest

from ..cases import FUND, NGO, SOURCES, Case, Change, assert_answered, case, cases_of, edit
from ..conftest import problems

STARTED = "value: 2001-04, source: atlas, locator: p. 5"
NAME_ONE = "Name an article, page, section, paragraph or heading."
NOWHERE = (
    "article", "Article", "the page", "page.", "page text", "text of the article", "body", "website", "web page", "whole text",
    "entire text", "passim", "-", "…", "document", "https://atlas.example/book", "www.atlas.example", "see text", "n/a", "全文",
)  # fmt: skip


def at(locator: str) -> Change:
    """Write another locator of one fact."""
    return edit(FUND, STARTED, STARTED.replace("p. 5", f'"{locator}"'))


def told(locator: str, message: str) -> Case:
    return case(
        locator, at(locator), f'atlantis/funding/sea-fund.yml:8:62 fact 1, locator: "{locator}"{message} {NAME_ONE}'
    )


BAD = {
    "locator-nowhere": [told(locator, " locates nothing.") for locator in NOWHERE],
    "locator-whole": [
        told(locator, ": all of a long text locates nothing (it is of the type official-report).")
        for locator in ("whole page", "the whole document", "entire report", "full article")
    ],
}
"""Each rule with mistakes that break it."""


@cases_of(BAD)
def test_a_mistake_is_answered(world: Path, rule: str, mistake: Case) -> None:
    assert_answered(world, rule, mistake)


@pytest.mark.parametrize(
    "locator",
    [
        "Article 5", "page 3", "title page", "p. 5", "heading", "abstract", "list", "last paragraph", "text of Article 2",
        "概要", "(i)", "①", "address of the page", "first page", "contents", "body, second paragraph", "s. 2 [repealed]",
    ],
)  # fmt: skip
def test_any_place_is_a_locator(world: Path, locator: str) -> None:
    at(locator)(world / "data")
    assert problems(world) == []


def test_the_whole_of_a_short_page_is_a_place(world: Path) -> None:
    at("whole page")(world / "data")
    edit(SOURCES, "type: official-report", "type: official-page")(world / "data")
    assert problems(world) == []


def test_every_locator_is_looked_at(world: Path) -> None:
    data = world / "data"
    edit(FUND, "[@atlas, p. 5]", "[@atlas, p. 5; @gazette, text]")(data)
    edit(FUND, "as_of: 2024-03, source: atlas, locator: p. 5", "as_of: 2024-03, source: atlas, locator: text")(data)
    edit(FUND, "{source: gazette, locator: Article 3}", "{source: gazette, locator: text}")(data)
    edit(FUND, "source: gazette, locator: Article 4", "source: gazette, locator: text")(data)
    edit(FUND, "aid-office}\n  - ", "aid-office, source: atlas, locator: text}\n  - ")(data)
    edit(NGO, 'id: "7000012050002", source: atlas, locator: p. 7', 'id: "7000012050002", source: atlas, locator: text')(
        data
    )
    edit(NGO, "type: ngo", "type: ngo\nother_names: [{name: {en: Old}, type: former, source: atlas, locator: text}]")(
        data
    )
    places = [line.split(" ", 1)[1].split(":")[0] for line in problems(world)]
    assert places == [
        "status.locator",
        "summary",
        "fact 3, further_source 1, locator",
        "fact 5, value 2, locator",
        "relation 1, locator",
        "other_name 1, locator",
        "identifier 1, locator",
    ]
