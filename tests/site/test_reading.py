"""What was hard to read when people tried the site: order, words out of context, heaps of notes, long pages."""

from __future__ import annotations

import datetime
import re
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect

from equal_footing.model.dataset import Dataset
from equal_footing.model.entries import Entry

from .conftest import BuiltSite

PHONE: ViewportSize = {"width": 375, "height": 800}


def test_a_phone_says_in_which_order_the_cards_stand_and_puts_the_newest_meeting_first(page: Page, served: str) -> None:
    page.set_viewport_size(PHONE)
    page.goto(f"{served}compare/dialogue/")
    order = page.get_by_label("Order")
    expect(order.locator("option:checked")).to_have_text("by country, then name")
    order.select_option(label="Last met: newest first")
    days = page.locator("tbody td[data-label='Last met']").evaluate_all(
        "cells => cells.map(cell => cell.dataset.value)"
    )
    known = [day for day in days if day]
    assert len(known) > 5
    assert days == [*sorted(known, reverse=True), *[""] * (len(days) - len(known))]
    expect(page).to_have_url(re.compile(r"\?sort=-last-met$"))
    page.reload()
    expect(order.locator("option:checked")).to_have_text("Last met: newest first")


def test_nothing_is_called_active_of_which_nothing_was_seen_for_two_years(site: BuiltSite, dataset: Dataset) -> None:
    seen = 0
    for entry in dataset.entries.values():
        status, reviewed = entry.record.status, entry.record.reviewed
        if status.code == "active" and status.as_of and reviewed and entry.kind.folder:
            label = site.page(entry.address).xpath("string(//p[@class='ef-meta']//span[contains(@class, 'ef-status')])")
            is_old = status.as_of.last + datetime.timedelta(days=2 * 366) < reviewed.first
            assert not is_old or label.startswith("Last known active"), entry.id
            seen += is_old
    assert seen


def test_what_the_tables_have_nothing_on_is_what_the_pages_of_what_is_to_do_list(
    site: BuiltSite, dataset: Dataset
) -> None:
    nothing = "//td[@class='ef-none'][@title='Nothing on record'] | //td[a[@class='ef-none'] = 'Of a part only']"
    shown = [cell for name in dataset.vocabulary.comparisons for cell in site.page(f"compare/{name}").xpath(nothing)]
    listed = [
        column
        for country in dataset.countries
        for item in site.page(f"contribute/{country.id}").xpath("//details[@id='cells']//ul/li")
        for column in item.xpath("a[1]/following-sibling::text()[1]")[0].split(",")
    ]
    assert len(shown) == len(listed) > 0


def test_a_claim_is_called_by_a_word_and_its_number(site: BuiltSite) -> None:
    section = site.page("article/japan-pillar-1-finance")
    told = section.xpath("//details/summary/span[@class='ef-id']/text()")
    assert told[:2] == ["Claim 150", "Claim 151"]
    assert [text for text in section.xpath("//main//text()") if re.fullmatch(r"\s*s\d{3}\s*", text)] == []
    mark = site.page("article").xpath("//a[@id='s150']")[0]
    assert mark.get("aria-label").startswith("Claim 150: ")


def test_a_source_is_given_in_full_once_a_page_and_later_notes_lead_to_it(site: BuiltSite) -> None:
    notes = site.page("japan/laws/npo-act").xpath("//ol[@class='ef-note-list']/li")
    full = [address for note in notes for address in note.xpath("a[@class='ef-address'][1]/@href")]
    assert len(full) == len(set(full)) < len(notes)
    short = [note for note in notes if note.xpath("a[@data-note]")]
    assert len(short) == len(notes) - len(full)
    for note in short:
        (first,) = note.xpath("id(substring(a[@data-note]/@href, 2))")
        assert note.xpath("string(.//cite)") == first.xpath("string(.//cite)")
        assert note.xpath("a/cite/../@href") == first.xpath("a[@class='ef-address'][1]/@href")


def test_three_notes_in_a_row_are_one_mark_that_shows_all_three(page: Page, served: str, site: BuiltSite) -> None:
    mark = site.page("").xpath("//a[@class='ef-mark' and @data-last]")[0]
    first, last = (int(number) for number in mark.text.split("–"))
    assert last - first >= 2
    page.goto(served)
    page.locator(f"a.ef-mark[href='#note-{first}'][data-last]").click()
    expect(page.locator(".ef-note-card p")).to_have_count(last - first + 1)
    expect(page.locator(".ef-note-card > a")).to_have_text(f"Notes and sources: notes {first}–{last}")


def test_the_timeline_says_what_of_a_record_began(site: BuiltSite) -> None:
    found = site.page("timeline").xpath("//li[a[contains(@href, 'laws/bill-c-41/')]]")
    said = [" ".join(item.text_content().split()) for item in found]
    assert said
    assert all(not line.endswith(" started") for line in said), said


@pytest.mark.parametrize(("country", "widths"), [("canada", (1440,)), ("china", (600, 375)), ("japan", (1440,))])
def test_the_last_row_of_tiles_is_as_full_as_the_first(
    page: Page, served: str, country: str, widths: tuple[int, ...]
) -> None:
    page.goto(f"{served}{country}/")
    for width in widths:
        page.set_viewport_size({"width": width, "height": 900})
        right = page.locator(".ef-tiles").evaluate("tiles => tiles.getBoundingClientRect().right")
        tiles = page.locator(".ef-tile").evaluate_all(
            "tiles => tiles.map(tile => tile.getBoundingClientRect()).map(({top, right}) => [top, right])"
        )
        ends = {round(top): end for top, end in tiles}
        assert len(ends) > 1, width
        assert all(abs(end - right) < 2 for end in ends.values()), (width, ends)


def test_the_drawing_of_the_timeline_is_as_wide_as_its_page(page: Page, served: str) -> None:
    page.goto(f"{served}timeline/")
    drawing, form = (page.locator(part).bounding_box() for part in (".ef-drawing-whole svg", "form[data-choice]"))
    assert drawing
    assert form
    assert abs(drawing["width"] - form["width"]) < 2


def test_the_menu_of_an_answer_opens_beside_its_button(page: Page, served: str) -> None:
    page.goto(f"{served}compare/overheads/")
    button = page.locator("section#canada > .ef-cite-fact")
    button.click()
    menu, opener = page.locator(".ef-menu").bounding_box(), button.bounding_box()
    assert menu
    assert opener
    assert 0 <= menu["y"] - opener["y"] - opener["height"] < 20
    heights = page.locator(".ef-menu :is(button, a)").evaluate_all("all => all.map(one => one.offsetHeight)")
    assert len(set(heights)) == 1


@pytest.mark.parametrize("address", ["contribute/rules/facts/", "data/codebook/kind-organisation/"])
def test_a_page_to_look_things_up_in_is_no_scroll(page: Page, served: str, address: str) -> None:
    page.goto(served + address)
    for width, most in ((1440, 12_000), (375, 24_000)):
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate("document.documentElement.scrollHeight") < most
    assert page.locator("*").count() < 1500


def test_every_column_of_a_table_has_its_anchor_in_the_code_book(site: BuiltSite) -> None:
    page = site.page("data/codebook/kind-organisation")
    columns = (site.path / "data/kind_organisation.csv").read_text(encoding="utf-8-sig").splitlines()[0].split(",")
    assert sorted(columns) == sorted(page.xpath("//ul[contains(@class, 'ef-word-list')]//@id"))
    told = {code.text.removeprefix("…_") for code in page.xpath("//h2[@id='of-each-field']/following::ul[1]//code")}
    assert {"label", "time", "source", "fact"} <= told
    assert all(any(name.endswith(f"_{part}") for name in columns) for part in told)


@pytest.mark.parametrize(
    "record", ["japan/funding/grant-assistance-for-japanese-ngo-projects/", "canada/bodies/global-affairs-canada/"]
)
def test_a_record_takes_two_sheets(page: Page, served: str, record: str) -> None:
    page.goto(served + record)
    assert len(re.findall(rb"/Type\s*/Page\b", page.pdf(format="A4"))) <= 2


def test_the_text_of_an_answer_stays_in_its_card_on_a_tablet(page: Page, served: str) -> None:
    page.set_viewport_size({"width": 768, "height": 900})
    page.goto(f"{served}compare/overheads/")
    over = page.locator(".ef-answer-card").evaluate_all(
        """cards => cards.map(card => Math.max(...[...card.querySelectorAll("p, h3")].map(part =>
            part.getBoundingClientRect().right - card.getBoundingClientRect().right)))"""
    )
    assert len(over) > 2
    assert max(over) <= 0


def test_the_names_of_marks_hold_what_is_seen_and_copy_buttons_are_no_landmarks(page: Page, served: str) -> None:
    page.goto(f"{served}terms/")
    expect(page.locator("nav.md-code__nav").first).to_have_attribute("role", "none")
    expect(page.locator("nav.md-code__nav:not([role=none])")).to_have_count(0)
    page.goto(served)
    mark = page.locator("a.ef-mark[data-last]").first
    assert mark.inner_text() in (mark.get_attribute("aria-label") or "")


def test_on_a_phone_each_number_of_sources_stands_below_the_whole_name_of_its_place(page: Page, served: str) -> None:
    page.set_viewport_size(PHONE)
    page.goto(f"{served}sources/")
    table = page.locator(".ef-table-counts")
    left = "cells => cells.map(cell => cell.getBoundingClientRect().left)"
    heads = table.locator("thead th:not(:first-child)")
    assert heads.evaluate_all(left) == table.locator("tbody tr").first.locator("td").evaluate_all(left)
    assert heads.evaluate_all("all => all.every(head => head.scrollWidth <= head.clientWidth)")
    expect(heads.first).to_have_css("writing-mode", "horizontal-tb")


def test_among_many_countries_the_questions_on_the_home_page_keep_their_words_whole(page: Page, served: str) -> None:
    page.set_viewport_size(PHONE)
    page.goto(served)
    page.locator(".ef-home").evaluate("home => home.classList.add('ef-home-many')")
    words = page.locator(".ef-home-table tbody th[scope=row] a")
    assert words.evaluate_all("links => links.every(link => link.scrollWidth <= link.parentElement.clientWidth)")
    expect(words.first).to_have_css("word-break", "normal")


def test_the_first_screen_of_a_phone_begins_to_say_what_even_the_longest_names_are_of(
    page: Page, served: str, dataset: Dataset
) -> None:
    def letters(entry: Entry) -> int:
        return sum(map(len, entry.record.name.values()))

    page.set_viewport_size({"width": 375, "height": 667})
    for entry in sorted(dataset.entries.values(), key=letters)[-8:]:
        page.goto(f"{served}{entry.address}")
        lead, bar = page.locator(".ef-summary p").first.bounding_box(), page.locator(".ef-thumb").bounding_box()
        assert lead
        assert bar
        assert lead["y"] + 48 < bar["y"], entry.id  # two lines of it


def test_a_note_on_the_status_says_of_which_status_and_day_it_speaks(site: BuiltSite, dataset: Dataset) -> None:
    records = (entry for entry in dataset.entries.values() if entry.kind.folder and not entry.kind.dated_by_sources)
    noted = [entry for entry in records if entry.record.status.note]
    assert noted
    for entry in noted:
        shown, time, note = (
            " ".join(site.page(entry.address).xpath(f"string({path})").split())
            for path in (
                "//p[@class='ef-meta']//span[contains(@class, 'ef-status')]",
                "//p[@class='ef-meta']//span[@class='ef-time']",
                "//p[@class='ef-note']",
            )
        )
        assert note.startswith(f"{shown} {time}".rstrip() + ": "), entry.id


def test_what_counts_as_which_answer_can_be_unfolded_before_the_answers(site: BuiltSite, dataset: Dataset) -> None:
    for question in dataset.questions.values():
        order = site.page(question.address).xpath("//details[@id='rubric']/following::section[@class='ef-answer-card']")
        assert len(order) == len(dataset.countries), question.id


@pytest.mark.parametrize("width", [1440, 375, 703])  # 703: A4 within our margins
@pytest.mark.parametrize("media", ["screen", "print"])
def test_a_country_s_page_names_every_record_that_its_tables_count(
    page: Page, served: str, dataset: Dataset, width: int, media: Literal["screen", "print"]
) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"{served}china/")
    page.emulate_media(media=media)
    for comparison in dataset.vocabulary.comparisons.values():
        records = [entry for kind in comparison.kinds for entry in dataset.by_place_and_kind.get(("china", kind), [])]
        table = page.locator(f"#table-{comparison.id}")
        rows, more = table.locator("tbody tr"), table.locator("p")
        links = table.locator("tbody th a, p:not(details p) a").filter(visible=True)
        assert sorted(links.all_inner_texts()) == sorted(entry.record.title for entry in records)
        expect(rows.filter(visible=True)).to_have_count(min(4, len(records)))
        expect(page.locator(f"#records-{comparison.id} .ef-number")).to_have_text(str(len(records)))
        if len(records) > 4:
            expect(more.first).to_contain_text(f"These 4 of {len(records)} are")
        if media == "print":
            expect(rows.first).to_have_css("display", "table-row")


@pytest.mark.parametrize("address", ["", "japan/", "compare/", "compare/funding/", "compare/china-japan/", "timeline/"])
def test_no_heading_ends_a_sheet_and_paper_shows_no_code_for_other_sites(page: Page, served: str, address: str) -> None:
    page.goto(served + address)
    expect(page.locator(".ef-embedded").first).to_be_visible()
    page.emulate_media(media="print")
    expect(page.locator(".ef-embedded").filter(visible=True)).to_have_count(0)
    left = page.locator("h2, h3, thead, .ef-matrix-group, summary:has(h2, h3)").evaluate_all(
        """all => all.filter(one => one.checkVisibility() && !one.parentElement.closest("summary")).filter(one => {
            const {breakAfter, display} = getComputedStyle(one);
            return !breakAfter.startsWith("avoid") || display.startsWith("inline");
        }).map(one => one.outerHTML)"""
    )
    assert left == []


def test_a_phone_says_how_many_key_events_it_leaves_out_and_shows_them_without_a_script(
    browser: Browser, served: str
) -> None:
    with browser.new_context(viewport=PHONE, java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{served}timeline/")
        lanes = page.locator(".ef-lane:visible")
        cut = 0
        for number in range(lanes.count()):
            lane = lanes.nth(number)
            items, box = lane.locator("li"), lane.get_by_label("Show all")
            total, seen = items.count(), items.filter(visible=True).count()
            assert (seen < total) == box.is_visible()
            if seen < total:
                cut += 1
                expect(lane.locator("h3")).to_contain_text(f"{seen} of {total}", use_inner_text=True)
                box.check()
                expect(items.filter(visible=True)).to_have_count(total)
        assert cut > 3
        page.set_viewport_size({"width": 1440, "height": 900})
        expect(page.get_by_label("Show all").filter(visible=True)).to_have_count(0)


def test_the_timeline_carries_the_note_of_a_date_and_says_what_was_only_announced(site: BuiltSite) -> None:
    items = [" ".join(item.text_content().split()) for item in site.page("timeline/2020s").xpath("//li[@data-item]")]
    [spur] = [item for item in items if "Spur Change" in item and "2025" in item.split("Spur")[0]]
    assert "was to end" in spur
    assert "(as announced in 2025) After a second no-cost extension" in spur
    assert len([item for item in items if item.startswith("18 March 2024")]) == 1
    assert not any("International framework International framework" in item for item in items)
