"""What a reader sees in a real browser: no other host, no sideways scrolling, no script needed."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from playwright.sync_api import Browser, Page, Request, expect

from .conftest import OVER, Lend, settled

PAGES = (
    "",
    "countries/",
    "japan/",
    "japan/funding/japan-platform/",
    "china/laws/charity-law/",
    "canada/statistics/aid-through-civil-society-organisations/",
    "funding/",
    "timeline/",
    "terms/",
    "article/",
    "sources/",
    "japan/sources/",
    "vocabulary/",
    "about/macros/",
    "compare/",
    "compare/canada-japan/",
    "compare/duty-to-consult/",
    "compare/humanitarian-work-in-law/",
    "compare/funding/",
    "compare/laws-and-policies/",
    "china/figures/",
    "figures/",
    "lessons/",
    "disagreements/",
    "records/",
    "contribute/",
    "contribute/add-a-country/",
    "contribute/files/",
    "contribute/sources-and-words/",
    "contribute/questions/",
    "contribute/rules/",
    "contribute/japan/",
    "data/",
)


WIDTHS = (320, 160, 1440)
"""Small phones, small phones whose letters are twice as large, which leave room for half as many, and wide screens."""
BETWEEN = (375, 600, 720, 768, 840, 960, 1024)
KINDS = (
    "",
    "japan/",
    "japan/funding/japan-platform/",
    "compare/",
    "compare/canada-japan/",
    "compare/funding/",
    "compare/duty-to-consult/",
    "compare/humanitarian-work-in-law/",
    "sources/",
    "timeline/",
    "disagreements/",
    "china/figures/",
)
"""A page of each kind, which is looked at between the widths of small phones and of wide screens, too."""
UNBOXED = ("compare/", "compare/duty-to-consult/", "data/", "terms/")
"""Pages of which nothing but the page itself scrolls on a phone."""
TABLES = ("compare/", "compare/canada-japan/", "compare/funding/")
"""Pages whose tables are cards on a phone."""
OUTSIDE = """() => [...document.querySelectorAll(".md-content *")].filter(part => {
    const holder = part.parentElement;
    const [box, own] = [holder.getBoundingClientRect(), part.getBoundingClientRect()];
    if (own.width < 3 || box.width < 3 || own.right <= box.right + 6 || !part.checkVisibility()) return false;
    return getComputedStyle(part).position !== "absolute" && getComputedStyle(holder).display !== "inline"
        && !part.closest(".ef-scroll, .ef-matrix-box, .md-typeset__scrollwrap, .highlight, code, svg");
}).map(part => part.outerHTML.slice(0, 90))"""
"""Asks for the parts of a page that stand out of the box in which they are, except in boxes that scroll."""
SCROLL = """() => [...document.querySelectorAll(".md-content *")].filter(element => {
    const style = getComputedStyle(element);
    const [x, y] = [style.overflowX, style.overflowY].map(value => ["auto", "scroll"].includes(value));
    const over = [element.scrollWidth - element.clientWidth, element.scrollHeight - element.clientHeight];
    return element.checkVisibility() && ((x && over[0] > 1) || (y && over[1] > 1));
}).map(element => element.outerHTML.slice(0, 80))"""
"""Asks for the parts of a page that scroll by themselves."""
CARDS = """() => [...document.querySelectorAll("table.ef-matrix")].map(table => {
    const cell = table.querySelector("td");
    const country = cell.querySelector(".ef-cell-country");
    const label = getComputedStyle(cell, "::before").content;
    return [getComputedStyle(cell).display, country?.checkVisibility() || !["none", "normal"].includes(label)];
})"""
"""Asks of each table how its first cell is shown, and whether it names what stands in its head elsewhere."""
PARTED = """() => {
    const [found, walker, range] = [[], document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), new Range()];
    for (let text = walker.nextNode(); text; text = walker.nextNode()) {
        const at = text.data.search(/(?<=^|\\s)·/);
        if (at < 0) continue;
        const block = text.parentElement.closest("p, li, dd, dt, td, th, div, figcaption");
        range.setStart(text, at);
        range.setEnd(text, at + 1);
        const sign = range.getBoundingClientRect();
        range.setStart(block, 0);
        range.setEnd(text, at);
        const isBehind = [...range.getClientRects()].some(box => box.width > 1 && box.left < sign.left
            && box.top < sign.bottom && box.bottom > sign.top);
        if (sign.width && !isBehind) found.push(block.textContent.slice(0, 90));
    }
    return found;
}"""
"""Asks for the lines that begin with the sign that parts two things."""


@dataclass(frozen=True)
class Visit:
    """What every page did while it was looked at: by how much it is too wide at each width, and what it asked for.

    `outside` are the parts that stand out of their boxes, where there are any, `scrolling` those that scroll by
    themselves on a phone, `cards` says how the first cell of each table is shown there, `parted` are the lines that
    begin with a dot, and `said` is what the console said.
    """

    over: dict[tuple[int, str], int]
    asked: list[str]
    outside: dict[tuple[int, str], list[str]]
    scrolling: dict[str, list[str]]
    cards: dict[str, list[tuple[str, bool]]]
    parted: dict[str, list[str]]
    said: list[str]


@pytest.fixture(scope="module")
def visit(lend: Lend, console: list[str], served: str) -> Visit:
    """Open every page once with its folds, narrow first, and widen the window; wait for what a kind asks for late."""
    found = Visit({}, [], {}, {}, {}, {}, [])

    def note(request: Request) -> None:
        found.asked.append(request.url)

    with lend() as page:
        page.emulate_media(reduced_motion="reduce")  # a header that glides costs as much as the whole page
        page.on("request", note)
        for address in PAGES:
            page.set_viewport_size({"width": WIDTHS[0], "height": 800})
            page.goto(served + address)
            page.evaluate("document.querySelectorAll('details').forEach(fold => fold.open = true)")
            if address in UNBOXED:
                found.scrolling[address] = page.evaluate(SCROLL)
            if address in TABLES:
                found.cards[address] = [(display, named) for display, named in page.evaluate(CARDS)]
            if address in KINDS and (parted := page.evaluate(PARTED)):
                found.parted[address] = parted
            for width in sorted(WIDTHS + BETWEEN) if address in KINDS else WIDTHS:
                page.set_viewport_size({"width": width, "height": 800})
                found.over[width, address] = page.evaluate(settled(OVER))
                if width in BETWEEN and (outside := page.evaluate(OUTSIDE)):
                    found.outside[width, address] = outside
            if address in KINDS:
                page.wait_for_load_state("networkidle")
        page.remove_listener("request", note)
        found.said.extend(console)
        console.clear()
    return found


@pytest.mark.parametrize("width", WIDTHS)
def test_no_page_scrolls_sideways(visit: Visit, width: int) -> None:
    assert {address: visit.over[width, address] for address in PAGES if visit.over[width, address] > 0} == {}


def test_no_kind_of_page_scrolls_sideways_between_small_phones_and_wide_screens(visit: Visit) -> None:
    looked_at = {(width, address) for width in BETWEEN for address in KINDS}
    assert looked_at <= visit.over.keys()
    assert {at: visit.over[at] for at in looked_at if visit.over[at] > 0} == {}


def test_nothing_stands_out_of_its_box(visit: Visit) -> None:
    assert visit.outside == {}


@pytest.mark.parametrize("address", UNBOXED)
def test_nothing_but_the_page_scrolls_on_a_phone(visit: Visit, address: str) -> None:
    assert visit.scrolling[address] == []


@pytest.mark.parametrize("address", TABLES)
def test_on_a_phone_a_table_is_cards_whose_cells_say_what_they_are(visit: Visit, address: str) -> None:
    assert visit.cards[address]
    assert set(visit.cards[address]) == {("block", True)}


def test_no_line_begins_with_the_dot_that_parts_two_things(visit: Visit) -> None:
    assert visit.parted == {}


@pytest.mark.parametrize(("address", "names"), [("", ("Countries", "Contribute")), ("compare/overheads/", ("Terms",))])
def test_the_menu_shows_its_entries_on_a_page_without_a_list_of_pages(
    page: Page, served: str, address: str, names: tuple[str, ...]
) -> None:
    page.set_viewport_size({"width": 375, "height": 800})
    page.goto(served + address)
    page.locator(".ef-thumb label[for=__drawer]").click()
    for name in names:
        page.locator(".md-nav--primary").get_by_text(name, exact=True).locator("visible=true").first.click(trial=True)


def test_on_a_phone_a_question_begins_with_its_answers_and_its_contents_open_from_the_bar(
    page: Page, served: str
) -> None:
    page.set_viewport_size({"width": 375, "height": 800})
    page.goto(served + "compare/overheads/")
    expect(page.locator(".ef-answer-strip li").last).to_be_in_viewport()
    contents = page.locator("#contents")
    expect(contents).to_be_hidden()
    page.locator(".ef-thumb").get_by_text("On this page").click()
    expect(contents.get_by_role("link").first).to_be_in_viewport()
    page.locator(".ef-thumb").get_by_text("Report").click()
    expect(page.get_by_role("link", name="Report a mistake on this page")).to_be_in_viewport()
    page.goto(served + "compare/")
    expect(page.get_by_text("Is there a standing meeting at fixed intervals")).to_be_visible()
    expect(page.locator("td .ef-sentence:visible")).to_have_count(0)
    page.get_by_label("Show a sentence for each answer").check()
    expect(page.locator("td .ef-sentence").first).to_be_visible()


def test_the_tabs_come_back_at_the_top_of_a_page(page: Page, served: str) -> None:
    page.goto(served + "figures/")
    tab = page.locator(".md-tabs__link").first
    page.mouse.move(700, 500)
    page.mouse.wheel(0, 1500)
    expect(page.locator(".md-tabs")).to_have_attribute("hidden", "")
    page.mouse.wheel(0, -1500)
    expect(tab).to_be_in_viewport()
    expect(tab).to_have_css("opacity", "1")


def test_no_request_leaves_for_another_host(visit: Visit, served: str) -> None:
    assert len(visit.asked) > len(PAGES)
    assert [url for url in visit.asked if not url.startswith((served, "data:"))] == []


def test_no_page_says_anything_in_the_console(visit: Visit) -> None:
    assert visit.said == []


def test_pages_read_without_scripts(browser: Browser, served: str) -> None:
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(f"{served}japan/funding/japan-platform/")
    expect(page.locator("dd#founded")).to_contain_text("August 2000")
    page.locator("#notes > summary").click()
    expect(page.locator(".ef-notes li").first).to_be_visible()
    page.set_viewport_size({"width": 375, "height": 800})
    for address in ("article/box-ajwrc/", "compare/standing-dialogue/"):  # long titles, also in the header
        page.goto(served + address)
        assert page.evaluate(OVER) == 0
    expect(page.locator(".ef-thumb").get_by_text("Menu")).to_be_visible()
    expect(page.locator("[data-menu]")).to_be_hidden()
    expect(page.locator(".md-header label[for=__drawer]")).to_be_visible()
    expect(page.locator(".ef-thumb").get_by_text("Search")).to_be_hidden()  # it could do nothing
    page.context.close()


REFUSED = """for (const name of ["localStorage", "sessionStorage"]) {
    Object.defineProperty(window, name, { get() { throw new DOMException("refused", "SecurityError"); } });
}"""
"""What a browser does whose reader lets pages keep nothing."""


def test_a_browser_that_keeps_nothing_has_dark_colours_too(browser: Browser, served: str) -> None:
    page = browser.new_page()
    page.add_init_script(REFUSED)
    page.goto(f"{served}japan/")
    page.locator("label[title='Switch to dark mode']").click()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    page.context.close()


def test_the_keyboard_passes_by_a_menu_that_is_closed(page: Page, served: str) -> None:
    page.set_viewport_size({"width": 375, "height": 800})
    page.emulate_media(reduced_motion="reduce")
    page.goto(f"{served}japan/funding/japan-platform/")
    link = page.locator(".md-sidebar--primary .md-nav__link[href]").first
    expect(link).to_be_hidden()
    page.locator(".ef-thumb").get_by_text("Menu").click()
    expect(link).to_be_visible()
    page.keyboard.press("Escape")
    expect(link).to_be_hidden()


@pytest.mark.parametrize("width", [375, 1100])
def test_the_keyboard_opens_and_closes_the_menu(page: Page, served: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.emulate_media(reduced_motion="reduce")
    page.goto(f"{served}japan/funding/japan-platform/")
    menu = page.get_by_role("button", name="Menu")
    page.set_viewport_size({"width": 1300, "height": 800})
    expect(menu).to_be_hidden()
    page.set_viewport_size({"width": width, "height": 800})
    for _ in range(5):
        page.keyboard.press("Tab")
        if menu.evaluate("button => button === document.activeElement"):
            break
    expect(menu).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(".md-sidebar--primary .md-nav__link[href]").first).to_be_visible()
    expect(menu).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("Escape")
    expect(menu).to_have_attribute("aria-expanded", "false")
    expect(menu).to_be_focused()


def test_a_fact_opened_by_its_address_is_marked(page: Page, served: str) -> None:
    page.goto(f"{served}japan/funding/japan-platform/#founded")
    outline = page.locator("dd#founded").evaluate("element => getComputedStyle(element).outlineStyle")
    assert outline == "solid"


@pytest.mark.parametrize("anchor", ["note-1", "cite"])
def test_a_table_of_records_leads_to_the_end_of_its_page(page: Page, served: str, anchor: str) -> None:
    page.goto(f"{served}compare/funding/#{anchor}")
    expect(page.locator(f"#{anchor}")).to_be_in_viewport()


@pytest.mark.parametrize("anchor", ["about/#correct-it", "international/figures/#civil-society-share-of-bilateral-aid"])
def test_a_link_opens_with_its_heading_just_below_the_header(page: Page, served: str, anchor: str) -> None:
    page.set_viewport_size({"width": 375, "height": 800})
    page.goto(served + anchor)
    below = """() => document.querySelector(":target").getBoundingClientRect().top
        - document.querySelector(".md-header").getBoundingClientRect().bottom"""
    page.wait_for_function(f"0 <= ({below})() && ({below})() < 80")


def test_the_keyboard_reaches_wide_tables(page: Page, served: str) -> None:
    page.set_viewport_size({"width": 375, "height": 800})
    page.goto(f"{served}sources/")
    boxes = page.locator(".ef-scroll")
    boxes.first.focus()
    assert page.evaluate("document.activeElement.classList.contains('ef-scroll')")
