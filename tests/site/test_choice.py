"""Choosing what a comparison shows, in a real browser: the address holds it, and everything works without scripts."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page, expect

from equal_footing.model.dataset import Dataset

from .conftest import OVER, WIDE, BuiltSite

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
    expect(page.locator("#citation")).to_contain_text("[1] ")
    address, citation = page.url, page.locator("#citation").text_content() or ""
    expect(page.locator("[data-copy=address]")).to_have_attribute("data-address", address)

    other = browser.new_page(viewport=WIDE)
    other.goto(address)
    expect(other.locator(CELLS)).to_have_count(len(expected))
    assert sorted(shown(other)) == expected
    expect(other.locator("#citation")).to_have_text(citation)
    expect(other).to_have_url(address)


def test_the_citation_is_a_footnote_with_the_answers_chosen_and_their_sources_from_1(page: Page, served: str) -> None:
    page.goto(f"{served}compare/?h=ngo")
    choose(page)
    expect(page.locator("#citation")).to_contain_text("Sources:")
    text = page.locator("#citation").text_content() or ""
    head, *lines = text.splitlines()
    assert head.startswith("Equal Footing contributors, “Compare countries”, Equal Footing, ")
    assert head.endswith(
        "https://equal-footing.example/compare/?countries=canada,japan&questions=legal-form,overheads,standing-dialogue."
    )
    at = lines.index("Sources:")
    told = [line.split(":")[0] for line in lines[:at]]
    assert told == [f"{q}, {c}" for q in ("Legal form", "Overheads", "Standing dialogue") for c in ("Canada", "Japan")]
    cited = [int(number) for line in lines[:at] for number in re.findall(r"\[(\d+)\]", line)]
    assert list(dict.fromkeys(cited)) == list(range(1, len(lines) - at))
    assert [line.split(" ")[0] for line in lines[at + 1 :]] == [f"[{number}]" for number in range(1, len(lines) - at)]
    assert "…" not in "".join(re.findall(r"https?://\S+", text))


def test_the_choice_is_kept_from_the_table_to_a_question_and_on_to_the_next(page: Page, served: str) -> None:
    page.goto(f"{served}compare/")
    choose(page)
    page.get_by_role("link", name="Overheads", exact=True).first.click()
    expect(page.locator("section#canada")).to_be_visible()
    expect(page.locator("section#china")).to_be_hidden()
    page.locator("details#questions > summary").click()
    steps = page.locator("[data-steps] a[data-step]:visible")
    expect(steps).to_have_text(["Legal form", "Overheads", "Standing dialogue"])
    expect(page.locator("a[data-way=before]").first).to_have_text("Legal form")
    page.locator("a[data-way=after]").first.click()
    expect(page).to_have_url(re.compile(r"/standing-dialogue/\?countries=canada,japan"))
    page.wait_for_load_state()  # a section that has not come yet is hidden too
    expect(page.locator("section#china")).to_be_hidden()
    page.get_by_role("link", name="Compare countries").first.click()
    expect(page.locator(CELLS)).to_have_count(6)
    assert sorted(shown(page)) == sorted(f"{q}-{c}" for q in CHOSEN for c in ("canada", "japan"))


def test_without_scripts_everything_is_shown_whatever_the_address_says(browser: Browser, served: str) -> None:
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(f"{served}compare/?countries=japan&questions=overheads")
    assert page.locator(CELLS).count() == page.locator("table.ef-matrix td[id]").count()
    expect(page.locator("form[data-choice]")).to_be_hidden()
    expect(page.locator("#citation")).to_contain_text("“Compare countries”")


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
        label = cell.evaluate("element => getComputedStyle(element, '::before').content")
        assert cell.locator(".ef-cell-country:visible").count() or label not in ("none", "normal")


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
    button = page.get_by_role("button", name="USD million").first
    button.click()
    expect(page.locator("th[aria-sort=ascending]")).to_have_count(1)
    rising = [float(cell.get_attribute("data-value") or "inf") for cell in page.locator("tbody td:nth-child(4)").all()]
    assert rising == sorted(rising)
    button.click()
    expect(page).to_have_url(re.compile("sort=-amount-converted"))
    names = page.locator("tbody th a:first-child").all_inner_texts()
    other = browser.new_page(viewport=WIDE)
    other.goto(page.url)
    expect(other.locator("th[aria-sort=descending]")).to_have_count(1)
    assert other.locator("tbody th a:first-child").all_inner_texts() == names


def test_a_table_keeps_to_a_filter_and_says_how_many_are_shown(page: Page, served: str) -> None:
    page.goto(f"{served}compare/funding/")
    every = page.locator("tr[data-marks]").count()
    page.locator("[data-filters] input").last.check()
    rows = page.locator("tr[data-marks]:visible")
    assert 0 < rows.count() < every
    assert all("running" in (row.get_attribute("data-marks") or "") for row in rows.all())
    expect(page.locator("[data-counted]")).to_contain_text(f"{rows.count()} of {every}")
    expect(page).to_have_url(re.compile(r"\?only=running"))


def test_a_table_without_a_row_left_says_what_to_do(page: Page, served: str, dataset: Dataset) -> None:
    empty = 0
    for country in dataset.countries:
        page.goto(f"{served}compare/funding/?countries={country.id}&only=small,running")
        rows = page.locator("tr[data-marks]:visible").count()
        expect(page.locator("[data-no-row]")).to_be_visible(visible=rows == 0)
        empty += rows == 0
    assert empty


def test_the_timeline_keeps_to_a_country_and_a_kind_and_opens_at_a_year(page: Page, served: str) -> None:
    page.goto(f"{served}timeline/1990s/?countries=japan&kinds=law#y1998")
    items = page.locator(".ef-year li:visible")
    places = set(items.locator(".ef-place").all_inner_texts())
    assert places == {"Japan"}
    assert all("/laws/" in (link.get_attribute("href") or "") for link in items.locator("a").all())
    expect(page.locator("#y1998")).to_be_in_viewport()


def test_the_old_address_of_a_claim_leads_to_its_section_and_opens_it(page: Page, served: str) -> None:
    page.goto(f"{served}article/#s042")
    expect(page).to_have_url(re.compile(r"/article/[a-z-]+/#s042"))
    expect(page.locator("details#s042 .ef-finding")).to_be_visible()


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


def downloaded(page: Page) -> tuple[list[str], list[dict[str, str]]]:
    """Return the columns and the rows of the file that a reader gets of what is in view."""
    with page.expect_download() as found:
        page.locator("a[data-seen]").click()
    assert (
        found.value.suggested_filename == page.url.split("?")[0].split("/", 3)[3].strip("/").replace("/", "-") + ".csv"
    )
    text = Path(found.value.path()).read_bytes().decode()
    assert text.startswith("\ufeff")
    read = csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline=""), strict=True)
    return list(read.fieldnames or ()), list(read)


def test_a_reader_downloads_the_answers_that_are_in_view(page: Page, served: str, site: BuiltSite) -> None:
    page.goto(f"{served}compare/")
    whole = downloaded(page)
    assert len(whole[1]) == len(shown(page))
    choose(page)
    columns, rows = downloaded(page)
    assert sorted(f"{row['question']}-{row['country']}" for row in rows) == sorted(shown(page))
    assert columns == whole[0]
    assert columns[-2:] == ["sources_in_full", "edition"]
    assert all(row in whole[1] for row in rows)
    assert all("https://" in row["sources_in_full"] for row in rows)
    assert (site.path / "compare" / (page.locator("a[data-seen]").get_attribute("href") or "")).is_file()


def test_a_reader_downloads_the_records_that_a_filter_leaves_as_they_are_sorted(page: Page, served: str) -> None:
    page.goto(f"{served}compare/funding/")
    assert len(downloaded(page)[1]) == page.locator("tbody tr").count()
    page.get_by_label("China", exact=True).uncheck()
    page.locator("[data-filters] input").first.check()
    page.locator("th[data-sort=name] button").dblclick()
    in_view = page.locator("tbody tr:visible").evaluate_all("rows => rows.map(row => row.id)")
    assert 1 < len(in_view) < page.locator("tbody tr").count()
    assert [row["id"].replace("/", "-") for row in downloaded(page)[1]] == in_view


def test_a_reader_downloads_the_events_of_the_places_and_kinds_in_view(page: Page, served: str) -> None:
    page.goto(f"{served}timeline/2010s/?countries=japan&kinds=law")
    in_view = page.locator("[data-item]:visible a").evaluate_all("links => links.map(link => link.hash)")
    assert in_view
    assert [f"#{row['cite_url'].split('#')[1]}" for row in downloaded(page)[1]] == in_view


def test_a_reader_sees_where_sources_disagree_on_one_country_and_how_often(page: Page, served: str) -> None:
    page.goto(f"{served}disagreements/?countries=japan")
    items = page.locator("[data-item]:visible")
    places = items.evaluate_all("items => items.map(item => item.dataset.countries.split(' '))")
    assert 1 < len(places) < page.locator("[data-item]").count()
    assert all("japan" in found for found in places)
    for group in page.locator("[data-group]:visible:has([data-number])").all():
        expect(group.locator("[data-number]")).to_have_text(str(group.locator("[data-item]:visible").count()))


def test_a_table_that_fits_stands_in_the_page_and_one_that_does_not_in_a_box(page: Page, served: str) -> None:
    box = page.locator(".ef-matrix-records")
    page.goto(f"{served}compare/funding/")
    expect(box).to_have_css("overflow-y", "visible")
    page.set_viewport_size({"width": 720, "height": 900})
    expect(box).to_have_css("overflow-y", "auto")
    assert page.evaluate(OVER) == 0
