"""What a reader and a citer find on the pages of the real data."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from dataclasses import dataclass
from decimal import Decimal
from urllib.parse import urljoin, urlsplit

import pytest
from lxml import html

from equal_footing.check import catalogue
from equal_footing.drawing.foreign import RUN, is_foreign
from equal_footing.model.anchors import anchor
from equal_footing.model.article import Article
from equal_footing.model.dataset import Dataset
from equal_footing.model.entries import Entry
from equal_footing.reading.characters import spelt_out
from equal_footing.sitemap.links import broken

from ..cases import pages_of
from .conftest import ROOT, BuiltSite


@dataclass(frozen=True)
class RecordPage:
    """The page of a record, and the one with its facts, which is another one for a place. Tests only read them."""

    entry: Entry
    page: html.HtmlElement
    facts: html.HtmlElement


@pytest.fixture(scope="module")
def records(site: BuiltSite, dataset: Dataset) -> list[RecordPage]:
    """The pages of all records, each parsed once."""
    found = []
    for entry in dataset.entries.values():
        page = site.page(entry.address)
        found.append(RecordPage(entry, page, site.facts_of(entry) if not entry.kind.folder else page))
    return found


def test_the_strict_build_warns_of_nothing(site: BuiltSite) -> None:
    assert [line for line in site.log.splitlines() if line.startswith(("WARNING", "ERROR"))] == []


def test_every_link_and_anchor_of_the_site_exists(site: BuiltSite) -> None:
    assert broken(site.path, "https://equal-footing.example/", pages_of(site.path, "v")) == []


def test_every_record_has_a_page_under_its_path(site: BuiltSite, dataset: Dataset) -> None:
    assert {entry.address.strip("/") for entry in dataset.entries.values()} <= set(site.addresses())


def test_a_number_in_a_register_is_a_link_only_where_the_address_leads_to_its_entry(
    records: list[RecordPage], dataset: Dataset
) -> None:
    registers = {scheme.register_url for scheme in dataset.vocabulary.identifier_schemes.values()}
    numbers = [(record, item) for record in records for item in record.entry.record.identifiers]
    assert numbers
    for record, item in numbers:
        [shown] = record.page.xpath("//dd[@id = $scheme]", scheme=item.scheme.lower())
        assert item.id in shown.text_content()
        for address in shown.xpath("a[not(ancestor::sup)]/@href[starts-with(., 'http')]"):
            assert item.id in address
            assert address not in registers


def test_every_fact_has_an_anchor_of_its_own(records: list[RecordPage]) -> None:
    for record in records:
        ids = record.facts.xpath("//dd/@id | //*[@data-cite]/@id")
        assert len(ids) == len(set(ids)), record.entry.id
        assert {anchor(fact) for fact in record.entry.record.facts} <= set(ids), record.entry.id


def test_the_page_of_a_place_leads_to_the_facts_of_its_file(site: BuiltSite, dataset: Dataset) -> None:
    for place in dataset.places:
        led = {mark.get("id"): mark.get("href") for mark in site.page(place).xpath("//a[@data-follows]")}
        facts = dataset.entries[place].record.facts
        assert led == {name: f"facts/#{name}" for name in map(anchor, facts)}, place


def test_every_stated_value_leads_to_a_note_with_its_locator(records: list[RecordPage]) -> None:
    for record in records:
        entry, page = record.entry, record.facts
        notes = {note.get("id"): note.text_content() for note in page.xpath("//*[@class='ef-notes']//li")}
        by_id = {part.get("id"): part for part in page.xpath("//dd[@id] | //li[@data-cite]")}
        for fact in entry.record.facts:
            if fact.value is not None:
                marks = by_id[anchor(fact)].xpath(".//a[@class='ef-mark']")
                runs = [(mark.get("href").lstrip("#"), mark.get("data-last") or mark.get("href")) for mark in marks]
                numbers = [(int(first.partition("-")[2]), int(last.partition("-")[2])) for first, last in runs]
                cited = [notes[f"note-{one}"] for first, last in numbers for one in range(first, last + 1)]
                locator = " ".join((fact.locator or "").split())
                assert any(locator in " ".join(note.split()) for note in cited), (entry.id, anchor(fact))


def test_every_empty_state_is_said_in_words(records: list[RecordPage], dataset: Dataset) -> None:
    for record in records:
        shown = record.facts.xpath("//dd[@id] | //li[@data-cite]")
        by_id = {part.get("id"): part.text_content() for part in shown}
        for fact in record.entry.record.facts:
            if fact.missing:
                assert dataset.vocabulary.missing[fact.missing].label in by_id[anchor(fact)]
                for value in fact.values:
                    assert value.locator  # every one of several values keeps its own locator


def test_a_sum_in_words_has_all_its_digits_in_its_title(site: BuiltSite) -> None:
    sizes = {"million": 10**6, "billion": 10**9, "trillion": 10**12}
    one = re.compile(r"(?:[a-z]+ )*[A-Z]{3} ([0-9.,]+) (million|billion|trillion)")
    found = {}
    for address in (
        "japan",
        "china",
        "japan/facts",
        "compare/funding",
        "japan/statistics/official-development-assistance",
    ):
        for shown in site.page(address).xpath("//*[contains(@class, 'ef-figure')] | //td/a | //a[@class='ef-to-fact']"):
            match = one.fullmatch(shown.text_content().strip())
            if match:
                full = re.sub(r"[^0-9.]", "", shown.get("title", ""))
                size = Decimal(match[1].replace(",", "")) * sizes[match[2]]
                assert full, f"{address}: {shown.text_content()}"
                assert Decimal(full) == size
                found[address] = True
    assert {"japan", "compare/funding", "japan/statistics/official-development-assistance"} <= found.keys()


def test_no_cell_of_a_record_page_is_blank(records: list[RecordPage]) -> None:
    for record in records:
        for dd in record.page.xpath("//dd"):
            assert dd.text_content().replace("#", "").strip(), record.entry.id


def test_relations_are_shown_at_both_ends(records: list[RecordPage]) -> None:
    ends = {
        end
        for record in records
        for relation in record.entry.record.relations
        for end in ((record.entry.id, relation.to), (relation.to, record.entry.id))
    }
    assert ends
    by_id = {record.entry.id: record for record in records}
    for here, others in itertools.groupby(sorted(ends), key=lambda end: end[0]):
        entry = by_id[here].entry
        if entry.kind.folder:
            base = f"https://site.invalid/{entry.address}"
            links = {urlsplit(urljoin(base, link)).path.strip("/") for link in by_id[here].page.xpath("//dd/a/@href")}
            assert {other for _, other in others} - links == set(), here


def test_the_edit_link_leads_to_the_file_behind_the_page(records: list[RecordPage]) -> None:
    for record in records:
        link = record.page.xpath("//a[@class='ef-edit']/@href")[0]
        file = link.split("/edit/main/")[1]
        assert file == record.entry.file
        assert (ROOT / file).is_file()


def test_every_claim_of_the_article_stands_under_its_anchor_on_the_page_of_its_section(
    site: BuiltSite, dataset: Dataset
) -> None:
    article = dataset.entries["article"].record
    assert isinstance(article, Article)
    marks = {mark.get("id"): mark.get("href") for mark in site.page("article").xpath("//a[@data-follows]")}
    assert list(marks) == [f"s{number:03}" for number in range(1, article.claims + 1)]
    for address in {href.partition("/#")[0] for href in marks.values()}:
        for claim in site.page(f"article/{address}").xpath("//details[contains(@class, 'ef-claim')]"):
            assert marks.pop(claim.get("id")) == f"{address}/#{claim.get('id')}"
            assert claim.xpath("./summary/*[contains(@class, 'ef-verdict')]")
            assert claim.xpath("./p[@class='ef-carried']/a")
    assert marks == {}


def test_every_source_stands_in_a_list_with_what_cites_it(site: BuiltSite, dataset: Dataset) -> None:
    for place in dataset.places:
        listed = {
            item.get("id"): item
            for grade in dataset.vocabulary.evidence
            for item in site.page(f"{place}/sources/{grade}").xpath("//ul[@class='ef-sources']/li")
        }
        keys = {source.key for source in dataset.sources.values() if source.place == place}
        assert keys == set(listed) == set(site.page(f"{place}/sources").xpath("//a[@data-follows]/@id"))
        assert all(item.xpath(".//*[@class='ef-uses']/a") for item in listed.values())


def test_the_timeline_holds_every_dated_fact(site: BuiltSite, dataset: Dataset) -> None:
    decades = [address for address in site.addresses() if address.startswith("timeline/")]
    links = {link for decade in decades for link in site.page(decade).xpath("//section[@class='ef-year']//a/@href")}
    key = set(site.page("timeline").xpath("//section[contains(@class, 'ef-lane')]//a/@href"))
    for entry in dataset.entries.values():
        for fact in entry.record.facts:
            field = dataset.vocabulary.fields[fact.field]
            if field.timeline and field.type == "date" and fact.value:
                assert f"../../{entry.address}#{anchor(fact)}" in links
                if field.key_event == "each":
                    assert f"../{entry.address}#{anchor(fact)}" in key


def test_names_in_other_languages_are_marked_as_such(records: list[RecordPage]) -> None:
    for record in records:
        entry, page = record.entry, record.page
        if not entry.kind.folder:  # a place has its own names only
            continue
        for language, name in entry.record.name.items():
            if name != entry.record.title:
                marked = page.xpath("//*[@lang=$language]", language=language)
                assert name in [element.text_content() for element in marked], entry.id


@pytest.mark.parametrize(
    ("address", "above"),
    [
        ("japan/funding/japan-platform", ["Home", "Countries", "Japan", "Funding schemes"]),
        ("funding", ["Home", "Records by kind"]),
    ],
)
def test_a_page_says_where_it_stands(site: BuiltSite, address: str, above: list[str]) -> None:
    page = site.page(address)
    trail = page.xpath("//nav[@aria-label='Breadcrumb']//a")
    assert [" ".join(item.text_content().split()) for item in trail] == above
    menu = page.xpath("//nav[contains(@class, 'md-nav--primary')]")[0]
    assert above[-1] in [" ".join(link.text_content().split()) for link in menu.xpath(".//a")]


def test_the_address_to_cite_is_in_the_head(site: BuiltSite) -> None:
    page = site.page("japan/funding/japan-platform")
    assert page.xpath("//link[@rel='canonical']/@href") == [
        "https://equal-footing.example/japan/funding/japan-platform/"
    ]


def test_no_page_names_a_tag_or_template_by_accident(site: BuiltSite) -> None:
    for address in site.addresses():
        text = (site.path / address / "index.html").read_text(encoding="utf-8")
        assert not re.search(
            r"EqualFootingSlot|\{\{|&lt;(span|a|p|sup|div) ",
            text.replace("{{ ", "{{ ") if "macros" not in address else "",
        ), address


def test_macros_work_in_hand_written_pages(site: BuiltSite) -> None:
    page = site.page("about/macros")
    text = " ".join(page.text_content().split())
    assert re.search(r"Japan Platform had (?:more than |at least )?\d+ organisations", text)
    assert page.xpath("//table[contains(@class, 'ef-compare')]//td//a[@class='ef-mark']")
    assert page.xpath("//*[@class='ef-notes']//li")


def test_every_rule_of_the_check_is_explained_under_its_anchor(site: BuiltSite) -> None:
    explained = catalogue.load(ROOT)
    assert site.page("contribute/rules").xpath("//a[@data-follows]/@id") == list(explained.rules)
    for name, part in explained.sections.items():
        sections = site.page(f"contribute/rules/{name}").xpath("//section[@class='ef-rule']")
        assert [section.xpath("string(h2/@id)") for section in sections] == list(part.rules)
        for section, (rule, entry) in zip(sections, part.rules.items(), strict=True):
            assert section.xpath("string(h2/a/code)") == rule
            assert re.sub("[`*]", "", entry.title) in section.xpath("string(h2)")
            assert section.xpath("string(.//p[@class='ef-example-says']/code)") == entry.says
            examples = [text for text in (*entry.beside.values(), entry.bad, entry.good) if text]
            assert [code.text_content() for code in section.xpath(".//pre/code")] == [
                spelt_out(text) for text in examples
            ], rule


def test_no_page_has_more_elements_than_a_browser_lays_out_at_once(site: BuiltSite) -> None:
    """Lists of sources are as long as they are; no other page has more than 1,500 elements, nor one that is empty."""
    for address in site.addresses():
        page = site.page(address)
        assert sum(1 for _ in page.iter()) <= 1500 or "/sources/" in address, address
        assert not page.xpath(
            "//svg//text[not(node())] | //*[self::span or self::p][starts-with(@class, 'ef-')][not(node())]"
        ), address


def test_every_page_has_a_title_and_a_description_of_its_own(site: BuiltSite) -> None:
    pages = {address: site.page(address) for address in site.addresses() if not address.startswith("v/")}
    for path in ("string(//title)", "string(//meta[@name='description']/@content)"):
        found = Counter(page.xpath(path).strip() for page in pages.values())
        assert [text for text, number in found.items() if number > 1 or not text] == []


def test_the_description_of_a_page_may_hold_quotation_marks(site: BuiltSite, dataset: Dataset) -> None:
    about = dataset.vocabulary.kinds["concept"].about
    assert '"' in about
    assert site.page("concepts/").xpath("string(//meta[@name='description']/@content)") == about


def test_no_east_asian_word_is_marked_as_english(site: BuiltSite) -> None:
    for address in site.addresses():
        if not address.startswith("v/"):
            for text in filter(RUN.search, site.page(address).xpath("//body//text()[not(parent::script)]")):
                inside = text.getparent().getparent() if text.is_tail else text.getparent()
                language = inside.xpath("string(ancestor-or-self::*[@lang][1]/@lang)")
                assert is_foreign(language), (address, text)


def test_the_licences_of_the_work_of_others_are_published_and_the_page_about_the_site_leads_to_them(
    site: BuiltSite,
) -> None:
    assert "../licences.txt" in site.page("about").xpath("//article//a/@href")
    text = (site.path / "licences.txt").read_text(encoding="utf-8")
    for said in ("Martin Donath", "Apache License", "Pictogrammers", "Zeno Rocha", "Netflix", "rxjs", "TJ Holowaychuk"):
        assert said in text, said
    assert "{" not in text.split("=" * 72)[0]
