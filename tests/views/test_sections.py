"""Sections on pages: on a record before its facts, on a country at the head of each group of questions."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from equal_footing.changes import editions
from equal_footing.changes.release_notes import History
from equal_footing.check.run import load_checked
from equal_footing.citation.citations import Item
from equal_footing.citation.citing import Citing
from equal_footing.drawing import page_macros
from equal_footing.drawing.page_renderer import PageRenderer
from equal_footing.model import messages
from equal_footing.model.values import PartialDate
from equal_footing.search import entries
from equal_footing.sitemap import pages
from equal_footing.views.records import Views

from ..cases import COUNTRY, FUND, LAW, edit
from ..conftest import ROOT, renderer_of

ON_FUND = """\
sections:
  - title: Who pays?
    paragraphs:
      - The state pays [@gazette, Article 1].
      - "# It pays [Reef](/atlantis/organisations/reef/) & *others*."
facts:
"""
ON_COUNTRY = f"""\
sections:
  - title: What others could take from it
    paragraphs: ["One thing [@gazette, Article 2]."]
  - group: dialogue
    paragraphs: ["{"talk " * 300}[@gazette, Article 1]."]
  - group: funding
    paragraphs: ["{"money " * 300}[@atlas, p. 1]."]
facts:
"""


def drawn(world: Path, macro: str, record: str) -> tuple[Any, Any]:
    """Return what a macro draws of a record, and the renderer of its page."""
    citing = Citing(
        Views(load_checked(world), messages.load(ROOT)),
        "https://site.example/",
        editions.load(world),
        History(),
    )
    item = Item("x", "X", PartialDate(2026), "https://site.example/", "")
    page = PageRenderer(renderer_of(citing), f"{record}/", item)
    return html.fromstring(str(page_macros.PAGES[macro](page, record))), page


def test_the_newest_value_of_a_series_begins_the_page_and_is_in_its_section_where_its_anchor_is(world: Path) -> None:
    earlier = "{field: members, value: 12, unit: organisations, as_of: 2012, source: atlas, locator: p. 5}"
    edit(FUND, "facts:\n", f"facts:\n  - {earlier}\n")(world / "data")
    page, _ = drawn(world, "record_page", FUND.removesuffix(".yml"))
    [first] = page.xpath("//*[@class = 'ef-key']//div[dt = 'Members']")
    [section] = page.xpath("//div[@class = 'ef-row'][dt = 'Members'][not(ancestor::*[@class = 'ef-key'])]")
    [shown] = first.xpath("dd")
    assert ("46" in shown.text_content(), shown.get("id"), shown.xpath("a/@href")) == (True, None, ["#members-2016-01"])
    assert section.xpath(".//@id") == ["members-2016-01", "members-2012"]
    [started] = page.xpath("//*[@class = 'ef-key']//div[dt = 'Started']")
    assert started.xpath("dd/@id") == ["started"], "what is all of its field is there once"
    assert page.xpath("count(//dt[. = 'Started'])") == 1


def test_a_date_on_the_timeline_has_the_note_that_says_what_it_is(world: Path) -> None:
    edit(LAW, "Article 9}", 'Article 9, note: "By the draft [@atlas, p. 4]."}')(world / "data")
    page, _ = drawn(world, "timeline_decade", "timeline/2020s/")
    [said] = page.xpath("//li[contains(., 'in force')]/*[@class = 'ef-note']")
    assert said.text_content().startswith("By the draft")


def test_a_record_shows_its_sections_between_lead_and_facts_with_one_list_of_notes(world: Path) -> None:
    edit(FUND, "facts:\n", ON_FUND)(world / "data")
    found, page = drawn(world, "record_page", "atlantis/funding/sea-fund")
    order = [part.get("id") or part.get("class") for part in found.xpath("//*[@class='ef-summary'] | //h2[@id]")]
    assert order[:4] == ["ef-summary", "key-facts", "text-who-pays", "group-money"]
    assert ("text-who-pays", "Who pays?") in page.headings
    first, second = found.xpath("//section[@class='ef-text']/p")
    assert re.fullmatch(r"The state pays\d\.", first.text_content())
    assert html.tostring(second, encoding="unicode").strip() == (
        '<p># It pays <a href="../../organisations/reef/">Reef</a> &amp; <em>others</em>.</p>'
    )
    assert ("gazette", "Article 1") in [(note.source.key, note.locator) for note in page.notes]


def test_a_country_shows_its_profile_at_the_head_of_each_group_and_the_rest_behind_them(world: Path) -> None:
    edit(COUNTRY, "facts:\n", ON_COUNTRY)(world / "data")
    found, _ = drawn(world, "place_page", "atlantis")
    parts = [
        part.get("id") or part.get("class")
        for part in found.xpath(
            "//h2[@id] | //section[@class='ef-text'][@id] | //ul[contains(@class, 'ef-answer-list')]"
        )
    ]
    begin = parts.index("answers-terms-and-law")
    assert parts[begin : begin + 9] == [
        *("answers-terms-and-law", "ef-answer-list"),
        *("answers-funding", "profile-funding", "ef-answer-list"),
        *("answers-dialogue", "profile-dialogue"),
        *("text-what-others-could-take-from-it", "records-organisations"),
    ]
    assert found.xpath("//section[@id='profile-funding']/@aria-label") == ["Profile: Funding"]
    assert found.xpath("string(//section[@id='profile-funding'])").strip().startswith("money money")


@pytest.mark.parametrize(("macro", "record"), [("place_page", "atlantis"), ("record_page", "atlantis/laws/aid-act")])
def test_without_sections_nothing_is_shown_of_them(world: Path, macro: str, record: str) -> None:
    found, _ = drawn(world, macro, record)
    assert found.xpath("//section[@class='ef-text']") == []


def test_a_list_says_what_each_record_is_with_the_first_sentence_of_its_lead(world: Path) -> None:
    lead = "summary: Says who gives *aid* & law [@gazette, Article 1]. It is old [@gazette, Article 2]."
    edit(LAW, "summary: Says who gives aid [@gazette, Article 1].", lead)(world / "data")
    found, _ = drawn(world, "directory", "law")
    assert found.xpath("//li[a='Aid Act']/*[@class='ef-list-about']")[0].text == "Says who gives aid & law."


def test_where_there_are_many_countries_a_list_of_all_is_folded(world: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plain, _ = drawn(world, "directory", "law")
    monkeypatch.setattr("equal_footing.drawing.page_renderer.SHOWN_AT_ONCE", 0)
    folded, page = drawn(world, "directory", "law")
    assert [part.tag for part in plain.xpath("//h2[@id='atlantis']")] == ["h2"]
    assert [part.tag for part in folded.xpath("//*[@id='atlantis']")] == ["details"]
    assert folded.xpath("//a/@href") == plain.xpath("//a/@href")
    assert ("atlantis", "Atlantis") in page.headings


def test_other_names_of_a_country_are_on_its_page_of_facts_and_lead_the_search_to_its_page(world: Path) -> None:
    names = "other_names:\n  - name: {en: Republic of Atlantis}\n    type: full\n    until: 1999\nfacts:\n"
    edit(COUNTRY, "facts:\n", names)(world / "data")
    tree, page = drawn(world, "place_facts", "atlantis")
    shown = " ".join(tree.xpath("//dl[@id='names']")[0].text_content().split())
    assert shown == "Names Republic of Atlantis full name, until 1999"
    words = messages.load(ROOT)
    home = next(one for one in pages.all_pages(page.dataset, words) if one.address == "atlantis/")
    entry = entries.generated(page.dataset, words, home, str(page_macros.place_page(page, "atlantis")))
    assert entry
    assert "Republic of Atlantis" in entry.names
