"""Choosing what a comparison shows, in a real browser: the address holds it, and everything works without scripts."""

from __future__ import annotations

import re
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page, expect

from .conftest import OVER, WIDE

CELLS = "table.ef-matrix td[id]:visible"
"""The cells that a reader sees."""
CHOSEN = ("standing-dialogue", "overheads", "legal-form")


def choose(page: Page) -> None:
    """Choose Canada and Japan and three questions."""
    page.get_by_label("China", exact=True).uncheck()
    page.locator("summary", has_text="Choose questions").click()
    page.locator("button[data-uncheck=questions]").click()
    for question in CHOSEN:
        page.locator(f"input[value={question}]").check()


def shown(page: Page) -> list[str]:
    """Return the cells that a reader sees, by their anchors."""
    return [str(id) for id in page.locator(CELLS).evaluate_all("cells => cells.map(cell => cell.id)")]


def test_a_choice_is_in_the_address_and_opens_again_in_a_fresh_profile(
    browser: Browser, page: Page, served: str
) -> None:
    page.goto(f"{served}compare/")
    whole = len(shown(page))
    choose(page)
    expected = sorted(f"{question}-{country}" for question in CHOSEN for country in ("canada", "japan"))
    assert sorted(shown(page)) == expected
    assert len(expected) < whole
    expect(page).to_have_url(re.compile(r"countries=canada,japan&questions=legal-form,overheads,standing-dialogue"))
    address, citation = page.url, page.locator("#citation").inner_text()
    expect(page.locator("[data-said]")).to_contain_text(address)

    other = browser.new_page(viewport=WIDE)
    other.goto(address)
    expect(other.locator(CELLS)).to_have_count(len(expected))
    assert sorted(shown(other)) == expected
    assert other.locator("#citation").inner_text() == citation
    expect(other).to_have_url(address)


def test_the_citation_names_the_choice_its_address_and_only_the_sources_of_what_is_shown(
    page: Page, served: str
) -> None:
    page.goto(f"{served}compare/")
    everything = page.locator("#citation").inner_text()
    choose(page)
    text = page.locator("#citation").inner_text()
    assert "Countries: Canada, Japan." in text
    assert "Questions: Legal form, Overheads, Standing dialogue." in text
    assert "https://equal-footing.example/compare/?countries=canada,japan&questions=" in text
    marks = page.locator("table.ef-matrix a.ef-mark:visible").all()
    numbers = sorted({int(mark.inner_text()) for mark in marks})
    assert [int(line[1 : line.index("]")]) for line in text.splitlines() if line.startswith("[")] == numbers
    assert text.count("\n[") < everything.count("\n[")


def test_the_choice_is_kept_from_the_table_to_a_question_and_on_to_the_next(page: Page, served: str) -> None:
    page.goto(f"{served}compare/")
    choose(page)
    page.get_by_role("link", name="Overheads", exact=True).first.click()
    expect(page.locator("section#canada")).to_be_visible()
    expect(page.locator("section#china")).to_be_hidden()
    steps = page.locator("[data-steps] a[data-step]:visible")
    expect(steps).to_have_text(["Legal form", "Overheads", "Standing dialogue"])
    steps.last.click()
    expect(page).to_have_url(re.compile(r"/standing-dialogue/\?countries=canada,japan"))
    page.wait_for_load_state()  # a section that has not come yet is hidden too
    expect(page.locator("section#china")).to_be_hidden()
    page.get_by_role("link", name="Compare countries").click()
    expect(page.locator(CELLS)).to_have_count(6)
    assert sorted(shown(page)) == sorted(f"{q}-{c}" for q in CHOSEN for c in ("canada", "japan"))


def test_without_scripts_everything_is_shown_whatever_the_address_says(browser: Browser, served: str) -> None:
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(f"{served}compare/?countries=japan&questions=overheads")
    assert page.locator(CELLS).count() == page.locator("table.ef-matrix td[id]").count()
    expect(page.locator("form[data-choice]")).to_be_hidden()
    expect(page.locator("#citation")).to_contain_text("all questions")


def test_nothing_chosen_shows_everything_and_says_so(page: Page, served: str) -> None:
    page.goto(f"{served}compare/")
    page.locator("button[data-uncheck=countries]").click()
    assert len(shown(page)) == page.locator("table.ef-matrix td[id]").count()
    expect(page.locator("[data-said]")).to_contain_text("Nothing is selected")
    expect(page).not_to_have_url(re.compile(r"\?"))


def test_words_in_the_address_that_mean_nothing_are_left_aside(page: Page, served: str) -> None:
    page.goto(f"{served}compare/?countries=atlantis&questions=,<script>&x=%E4%B8%AD")
    assert len(shown(page)) == page.locator("table.ef-matrix td[id]").count()


def test_the_anchor_of_a_cell_opens_there_and_marks_it_even_if_the_choice_leaves_it_out(
    page: Page, served: str
) -> None:
    page.goto(f"{served}compare/?countries=canada#overheads-japan")
    cell = page.locator("td#overheads-japan")
    expect(cell).to_be_in_viewport()
    assert cell.evaluate("element => getComputedStyle(element).outlineStyle") == "solid"


def test_the_keyboard_reaches_every_cell(page: Page, served: str) -> None:
    page.goto(f"{served}compare/")
    page.locator(".ef-matrix-box").focus()
    page.evaluate(
        """() => {
            window.reached = [];
            window.isThrough = false;
            document.addEventListener("focusin", ({target}) => {
                window.isThrough ||= Boolean(target.closest(".ef-cite"));
                const cell = target.closest("td[id]");
                if (cell && !window.isThrough) window.reached.push(cell.id);
            });
        }"""
    )
    for number in range(1200):
        page.keyboard.press("Tab")
        if number % 25 == 24 and page.evaluate("window.isThrough"):
            break
    assert set(page.evaluate("window.reached")) == set(shown(page))


@pytest.mark.parametrize("address", ["compare/", "compare/funding/", "compare/canada-japan/", "compare/overheads/"])
def test_on_a_phone_there_are_cards_and_nothing_scrolls_sideways(page: Page, served: str, address: str) -> None:
    page.set_viewport_size({"width": 320, "height": 700})
    page.goto(served + address)
    over = page.evaluate(OVER)
    assert over <= 0
    if page.locator("table.ef-matrix").count():
        cell = page.locator("table.ef-matrix td").first
        assert cell.evaluate("element => getComputedStyle(element).display") == "block"
        expect(cell.locator(".ef-cell-country")).to_be_visible()


def test_the_head_and_first_column_of_a_wide_table_stay_in_sight(page: Page, served: str) -> None:
    page.set_viewport_size({"width": 1000, "height": 700})
    page.goto(f"{served}compare/funding/")
    box = page.locator(".ef-matrix-box")
    box.evaluate("element => element.scrollTo(300, 900)")
    corner = box.bounding_box()
    head = page.locator("thead th").first.bounding_box()
    row = page.locator("tbody tr").nth(4).locator("th").bounding_box()
    assert corner
    assert head
    assert row
    assert abs(head["y"] - corner["y"]) < 4
    assert abs(row["x"] - corner["x"]) < 4


def test_only_what_is_chosen_is_printed(page: Page, served: str) -> None:
    page.goto(f"{served}compare/?countries=japan&questions=overheads")
    page.emulate_media(media="print")
    assert shown(page) == ["overheads-japan"]
    expect(page.locator("form[data-choice]")).to_be_hidden()


def test_a_table_sorts_by_a_column_and_the_address_keeps_it(browser: Browser, page: Page, served: str) -> None:
    page.goto(f"{served}compare/funding/")
    button = page.get_by_role("button", name="About, in USD")
    button.click()
    expect(page.locator("th[aria-sort=ascending]")).to_have_count(1)
    rising = [float(cell.get_attribute("data-value") or "inf") for cell in page.locator("tbody td:nth-child(6)").all()]
    assert rising == sorted(rising)
    button.click()
    expect(page).to_have_url(re.compile("sort=-converted"))
    names = page.locator("tbody th a:first-child").all_inner_texts()
    other = browser.new_page(viewport=WIDE)
    other.goto(page.url)
    expect(other.locator("th[aria-sort=descending]")).to_have_count(1)
    assert other.locator("tbody th a:first-child").all_inner_texts() == names


def test_the_timeline_keeps_to_a_country_and_a_kind_and_opens_at_a_year(page: Page, served: str) -> None:
    page.goto(f"{served}timeline/?countries=japan&kinds=law#y1998")
    items = page.locator(".ef-year li:visible")
    places = set(items.locator(".ef-place").all_inner_texts())
    assert places == {"Japan"}
    assert all("/laws/" in (link.get_attribute("href") or "") for link in items.locator("a").all())
    expect(page.locator("#y1998")).to_be_in_viewport()
    expect(page.locator("#y1945")).to_be_hidden()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_figure_is_drawn_in_the_colours_of_the_page(
    page: Page, served: str, scheme: Literal["light", "dark"]
) -> None:
    page.emulate_media(color_scheme=scheme)
    page.goto(f"{served}china/figures/")
    text = page.locator("figure .ef-drawing-wide text").first
    ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
    ink = text.evaluate("element => getComputedStyle(element).fill")
    assert ink != ground
    line = page.locator("figure .ef-drawing-wide path[stroke]").first
    assert line.evaluate("element => getComputedStyle(element).stroke") not in ("none", ground)
    expect(page.locator(".ef-drawing-narrow").first).to_be_hidden()


def test_a_phone_gets_a_drawing_whose_words_can_be_read(page: Page, served: str) -> None:
    page.set_viewport_size({"width": 375, "height": 800})
    page.goto(f"{served}china/figures/")
    drawing = page.locator("figure .ef-drawing-narrow").first
    expect(drawing).to_be_visible()
    expect(page.locator("figure .ef-drawing-wide").first).to_be_hidden()
    height = drawing.locator("text").first.evaluate("element => element.getBoundingClientRect().height")
    assert height >= 11
