"""Choosing what a comparison shows, in a real browser: the address holds it, and everything works without scripts."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Literal
from urllib.parse import urljoin

import pytest
from playwright.sync_api import Browser, Page, expect

from .conftest import OVER, BuiltSite, Lend

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


@dataclass(frozen=True)
class Choice:
    """What the comparison showed and gave for download, before a choice and after it, and where it then led."""

    whole: list[str]
    whole_file: tuple[list[str], list[dict[str, str]]]
    cells: list[str]
    file: tuple[list[str], list[dict[str, str]]]
    address: str
    copied: str
    citation: str
    question: str
    file_address: str


@pytest.fixture(scope="module")
def choice(lend: Lend, served: str) -> Choice:
    with lend() as page:
        page.goto(f"{served}compare/?h=ngo")
        whole, whole_file = shown(page), downloaded(page)
        choose(page)
        expect(page.locator("#citation")).to_contain_text("Sources:")
        return Choice(
            whole,
            whole_file,
            shown(page),
            downloaded(page),
            page.url,
            page.locator("[data-copy=address]").get_attribute("data-address") or "",
            page.locator("#citation").text_content() or "",
            page.get_by_role("link", name="Overheads", exact=True).first.get_attribute("href") or "",
            page.locator("a[data-seen]").get_attribute("href") or "",
        )


def test_a_choice_is_in_the_address_and_opens_again_in_a_fresh_profile(choice: Choice, page: Page, served: str) -> None:
    expected = sorted(f"{question}-{country}" for question in CHOSEN for country in ("canada", "japan"))
    assert sorted(choice.cells) == expected
    assert len(expected) < len(choice.whole)
    assert choice.address == (
        f"{served}compare/?countries=canada,japan&questions=legal-form,overheads,standing-dialogue"
    )
    assert choice.copied == choice.address
    page.goto(choice.address)
    expect(page.locator(CELLS)).to_have_count(len(expected))
    assert sorted(shown(page)) == expected
    expect(page.locator("#citation")).to_have_text(choice.citation)
    expect(page).to_have_url(choice.address)


def test_the_citation_is_a_footnote_with_the_answers_chosen_and_their_sources_from_1(choice: Choice) -> None:
    text = choice.citation
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


def test_the_choice_is_kept_from_the_table_to_a_question_and_on_to_the_next(
    choice: Choice, page: Page, served: str
) -> None:
    page.goto(urljoin(choice.address, choice.question))
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
    page.context.close()


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


@pytest.mark.parametrize("added", ["?note=50%", "?countries=%E0", "#%E0%A4%A"])
def test_a_stray_sign_in_the_address_harms_nothing(page: Page, console: list[str], served: str, added: str) -> None:
    page.goto(f"{served}compare/funding/{added}")
    rows = page.locator("tr[data-marks]:visible").count()
    page.get_by_label("Canada", exact=True).uncheck()
    assert 0 < page.locator("tr[data-marks]:visible").count() < rows
    assert console == []


def test_only_what_is_chosen_is_printed(page: Page, served: str) -> None:
    page.goto(f"{served}compare/?countries=japan&questions=overheads")
    page.emulate_media(media="print")
    assert shown(page) == ["overheads-japan"]
    expect(page.locator("form[data-choice]")).to_be_hidden()


def test_paper_shows_no_links_to_the_next_question(page: Page, served: str) -> None:
    page.goto(f"{served}compare/overheads/")
    ways = page.locator(".ef-step")
    expect(ways.first).to_be_visible()
    page.emulate_media(media="print")
    assert [way for way in ways.all() if way.is_visible()] == []


def test_a_table_sorts_by_a_column_and_the_address_keeps_it(page: Page, served: str) -> None:
    page.goto(f"{served}compare/funding/")
    button = page.get_by_role("button", name="USD million").first
    button.click()
    expect(page.locator("th[aria-sort=ascending]")).to_have_count(1)
    rising = [float(cell.get_attribute("data-value") or "inf") for cell in page.locator("tbody td:nth-child(8)").all()]
    assert rising == sorted(rising)
    button.click()
    expect(page).to_have_url(re.compile("sort=-other-sums-converted"))
    names = page.locator("tbody th a:first-child").all_inner_texts()
    page.evaluate("localStorage.clear(); sessionStorage.clear()")
    page.reload()
    expect(page.locator("th[aria-sort=descending]")).to_have_count(1)
    assert page.locator("tbody th a:first-child").all_inner_texts() == names


def test_a_table_keeps_to_a_filter_and_says_how_many_are_shown(page: Page, served: str) -> None:
    page.goto(f"{served}compare/funding/")
    every = page.locator("tr[data-marks]").count()
    page.locator("[data-filters] input").last.check()
    rows = page.locator("tr[data-marks]:visible")
    assert 0 < rows.count() < every
    assert all("running" in (row.get_attribute("data-marks") or "") for row in rows.all())
    expect(page.locator("[data-counted]")).to_contain_text(f"{rows.count()} of {every}")
    expect(page).to_have_url(re.compile(r"\?only=running"))


def test_a_table_without_a_row_left_says_what_to_do(page: Page, served: str) -> None:
    page.goto(f"{served}compare/funding/")
    expect(page.locator("[data-no-row]")).to_be_hidden()
    for name in ("small", "running"):
        page.locator(f"[data-filters] input[value={name}]").check()
    found = []
    for country in page.locator("[data-dimension=countries] input").all():
        page.locator("button[data-uncheck=countries]").click()
        country.check()
        rows = page.locator("tr[data-marks]:visible").count()
        expect(page.locator("[data-no-row]")).to_be_visible(visible=rows == 0)
        found.append(rows)
    assert 0 in found


def test_the_timeline_keeps_to_a_country_and_a_kind_and_opens_at_a_year(page: Page, served: str) -> None:
    page.goto(f"{served}timeline/1990s/?countries=japan&kinds=law#y1998")
    items = page.locator(".ef-year li:visible")
    places = set(items.locator(".ef-place").all_inner_texts())
    assert places == {"Japan"}
    records = items.locator(".ef-place + a")
    assert all("/laws/" in (link.get_attribute("href") or "") for link in records.all())
    expect(records).to_have_count(items.count())
    expect(page.locator("#y1998")).to_be_in_viewport()


def test_the_old_address_of_a_claim_leads_to_its_section_and_opens_it(page: Page, served: str) -> None:
    page.goto(f"{served}article/#s042")
    expect(page).to_have_url(re.compile(r"/article/[a-z-]+/#s042"))
    expect(page.locator("details#s042 .ef-finding")).to_be_visible()


@dataclass(frozen=True)
class Drawn:
    """The first figure of a page: its colours with each system, and whether its wide and narrow drawings are seen."""

    colours: dict[str, dict[str, str]]
    on_wide: tuple[bool, bool]
    on_phone: tuple[bool, bool]
    height_on_phone: float


@pytest.fixture(scope="module")
def drawn(lend: Lend, served: str) -> Drawn:
    schemes: tuple[Literal["light", "dark"], ...] = ("light", "dark")
    colours: dict[str, dict[str, str]] = {}
    for scheme in schemes:  # a page keeps the colours that it had first
        with lend() as page:
            page.emulate_media(color_scheme=scheme)
            page.goto(f"{served}china/figures/")
            wide, narrow = (page.locator(f"figure .ef-drawing-{width}").first for width in ("wide", "narrow"))
            colours[scheme] = wide.evaluate(
                """drawing => ({
                    ground: getComputedStyle(document.body).backgroundColor,
                    ink: getComputedStyle(drawing.querySelector("text")).fill,
                    line: getComputedStyle(drawing.querySelector("path[stroke]")).stroke,
                })"""
            )
            on_wide = (wide.is_visible(), narrow.is_visible())
            page.set_viewport_size({"width": 375, "height": 800})
            on_phone = (wide.is_visible(), narrow.is_visible())
            height = narrow.locator("text").first.evaluate("element => element.getBoundingClientRect().height")
    return Drawn(colours, on_wide, on_phone, height)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_figure_is_drawn_in_the_colours_of_the_page(drawn: Drawn, scheme: str) -> None:
    colours = drawn.colours[scheme]
    assert colours["ink"] != colours["ground"]
    assert colours["line"] not in ("none", colours["ground"])
    assert drawn.colours["light"] != drawn.colours["dark"]
    assert drawn.on_wide == (True, False)


def test_a_phone_gets_a_drawing_whose_words_can_be_read(drawn: Drawn) -> None:
    assert drawn.on_phone == (False, True)
    assert drawn.height_on_phone >= 11


def test_a_reader_downloads_the_answers_that_are_in_view(choice: Choice, site: BuiltSite) -> None:
    whole, (columns, rows) = choice.whole_file, choice.file
    assert len(whole[1]) == len(choice.whole)
    assert sorted(f"{row['question']}-{row['country']}" for row in rows) == sorted(choice.cells)
    assert columns == whole[0]
    assert columns[-2:] == ["sources_in_full", "edition"]
    assert all(row in whole[1] for row in rows)
    assert all("https://" in row["sources_in_full"] for row in rows)
    assert (site.path / "compare" / choice.file_address).is_file()


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


def test_a_table_that_fits_stands_in_the_page_and_one_that_does_not_in_a_box_with_its_head_in_sight(
    page: Page, served: str
) -> None:
    box = page.locator(".ef-matrix-records")
    page.goto(f"{served}compare/funding/")
    expect(box).to_have_css("overflow-y", "visible")
    page.set_viewport_size({"width": 720, "height": 900})
    expect(box).to_have_css("overflow-y", "auto")
    assert page.evaluate(OVER) == 0
    page.set_viewport_size({"width": 1000, "height": 700})
    box.evaluate("element => element.scrollTo(300, 900)")
    corner = box.bounding_box()
    head = page.locator("thead th").first.bounding_box()
    row = page.locator("tbody tr").nth(4).locator("th").bounding_box()
    assert corner
    assert head
    assert row
    assert abs(head["y"] - corner["y"]) < 4
    assert abs(row["x"] - corner["x"]) < 4
