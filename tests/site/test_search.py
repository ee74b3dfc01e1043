"""The search of the built site in a browser: what it finds, what it fetches and when, and how it is worked."""

from __future__ import annotations

import copy
import functools
import gzip
import itertools
import json
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml
from lxml import etree, html
from playwright.sync_api import Browser, Page, Request, expect

from equal_footing.check import catalogue
from equal_footing.model.messages import Messages, load
from equal_footing.search import contents, folding

from ..cases import one_line_answers
from .conftest import ROOT, BuiltSite

Queries = dict[str, dict[str, str | list[str]]]


def read(name: str) -> Queries:
    queries: Queries = yaml.safe_load(Path(__file__).with_name(name).read_text(encoding="utf-8"))
    return queries


QUERIES, MORE_QUERIES = read("queries.yml"), read("more_queries.yml")
HEAVIEST = 250_000
"""How many bytes a first query may fetch, compressed; at thirty countries it may be twice as many."""

RECORD = re.compile(r"(?:canada|china|international|japan)/(?!sources/)[a-z]+/[a-z0-9-]+/")

RUN = """async ([queries, anew]) => {
    const form = document.querySelector("form[data-search]");
    const { open } = await import(new URL(form.dataset.engine, location));
    const opened = () => open(new URL(form.dataset.search, location).href);
    const first = await opened();
    const really = window.fetch;
    const found = [];
    for (const query of queries) {
        const fetched = [];
        window.fetch = (address) => { fetched.push(String(address)); return really(address); };
        const results = await (anew ? await opened() : first).search(query);
        found.push([results.slice(0, 10).map(({ page }) => page.address), fetched]);
    }
    window.fetch = really;
    return found;
}"""


@dataclass(frozen=True)
class Found:
    """What a query found: the pages that would do, and the first ten results."""

    query: str
    wanted: list[str]
    results: list[str]

    @property
    def rank(self) -> int:
        """The place of the first page that would do, from 1; 0 if none is among the results."""
        return next((rank for rank, address in enumerate(self.results, 1) if address in self.wanted), 0)


@pytest.fixture(scope="module")
def about(browser: Browser, served: str) -> Iterator[Page]:
    """A page from which the engine of the search is asked; nothing is done on it that stays."""
    page = browser.new_page()
    page.goto(f"{served}about/")
    yield page
    page.context.close()


@pytest.fixture(scope="module")
def found(about: Page) -> list[Found]:
    """What every query found, one after the other."""
    return asked(about, QUERIES)


def asked(about: Page, queries: Queries) -> list[Found]:
    wanted = {
        query: [pages] if isinstance(pages, str) else pages
        for group in queries.values()
        for query, pages in group.items()
    }
    results = about.evaluate(RUN, [list(wanted), False])
    return [Found(query, pages, first) for (query, pages), (first, _) in zip(wanted.items(), results, strict=True)]


def test_the_pages_that_readers_look_for_stand_first(about: Page, found: list[Found]) -> None:
    assert len(found) >= 60
    stand_first(found)
    stand_first(asked(about, MORE_QUERIES))


def stand_first(found: list[Found]) -> None:
    late = {one.query: (one.rank, one.results[:3]) for one in found if one.rank != 1}
    assert sum(one.rank == 1 for one in found) >= 0.85 * len(found), late
    assert sum(1 <= one.rank <= 3 for one in found) >= 0.95 * len(found), late


@pytest.mark.parametrize("group", QUERIES)
def test_every_way_to_ask_finds_its_page(found: list[Found], group: str) -> None:
    """Of each group of queries at most one page is not the first, and none is missing."""
    ranks = {one.query: one.rank for one in found if one.query in QUERIES[group]}
    assert len(ranks) == len(QUERIES[group])
    assert sum(rank != 1 for rank in ranks.values()) <= 1, ranks
    assert 0 not in ranks.values(), ranks


def test_a_first_query_is_light(about: Page, served: str, site: BuiltSite) -> None:
    """Each word of a query fetches pieces: the longest query of each group, in an index that is opened for it."""

    @functools.cache
    def weight(address: str) -> int:
        return len(gzip.compress((site.path / address.removeprefix(served)).read_bytes()))

    longest = [max(group, key=len) for group in QUERIES.values()]
    weights = {
        query: sum(map(weight, fetched))
        for query, (_, fetched) in zip(longest, about.evaluate(RUN, [longest, True]), strict=True)
    }
    assert min(weights.values()) > 0
    assert {query: number for query, number in weights.items() if number > HEAVIEST} == {}


def test_only_a_query_as_long_as_a_message_fetches_the_messages_of_the_check(about: Page, site: BuiltSite) -> None:
    (messages,) = index(site)["messages"]
    long, *short = "fact 2: is a number without a unit", "tax relief for donors", "社會團體登記管理條例"
    fetched = [files for _, files in about.evaluate(RUN, [[long, *short], True])]
    assert [any(file.endswith(messages) for file in files) for files in fetched] == [True, False, False]


def test_the_second_word_of_a_name_is_typed_without_a_new_piece_for_each_letter(about: Page, site: BuiltSite) -> None:
    pairs = set(index(site)["pairs"])
    assert len(pairs) > 5
    typed = [f"think {'lobby'[:letters]}" for letters in range(1, 6)]
    fetched = {file[file.index("pieces/") :] for _, files in about.evaluate(RUN, [typed, True]) for file in files[2:]}
    assert len(fetched & pairs) == 1


def test_every_page_is_found_by_its_title(about: Page, site: BuiltSite) -> None:
    """The title of each page finds the page itself first, or another page that has the title as a name too."""
    pages = index(site)["pages"]
    listed = {page[0] for page in pages}
    built = {f"{address}/" if address != "." else "" for address in site.addresses() if not address.startswith("v/")}
    redirects = {address for address in built - listed if site.page(address).find(".//a[@data-moved]") is not None}
    assert built - listed == redirects
    titles = [page[1][0] for page in pages]
    results = about.evaluate(RUN, [titles, False])
    late = [
        title
        for (address, (title, *_), *_), (found, _) in zip(pages, results, strict=True)
        if address not in found[: titles.count(title)]
    ]
    assert late == []


IN_OTHER_LANGUAGES = {
    "寄付金控除": "compare/tax-relief-for-donors/",
    "捐款抵稅": "compare/tax-relief-for-donors/",
    "緊急人道支援の資金": "compare/emergency-money/",
    "紧急救援资金": "compare/emergency-money/",
    "fonds d’urgence": "compare/emergency-money/",
    "議事録": "compare/published-minutes/",
    "會議紀錄": "compare/published-minutes/",
    "obligation de consulter": "compare/duty-to-consult/",
    "在地化": "compare/partner-country-organisations/",
    "日中比較": "compare/china-japan/",
    "Canada-Chine": "compare/canada-china/",
    "國別比較": "compare/",
    "データのダウンロード": "data/",
    "資料下載": "data/",
    "引用の仕方": "about/cite/",
    "引用方式": "about/cite/",
    "glossaire": "terms/",
    "年表": "timeline/",
}
"""What readers call questions and tools in Japanese, in Chinese of both scripts and in French."""


def test_questions_and_tools_are_found_in_other_languages(about: Page) -> None:
    assert {one.query: one.results[:1] for one in asked(about, {"": dict(IN_OTHER_LANGUAGES)})} == {
        query: [address] for query, address in IN_OTHER_LANGUAGES.items()
    }


def test_the_number_of_a_law_finds_it_however_it_is_pointed(about: Page) -> None:
    numbers = {
        str(fact["value"]): f"{path.relative_to(ROOT / 'data').with_suffix('')}/"
        for path in sorted((ROOT / "data").glob("*/laws/*.yml"))
        for fact in yaml.safe_load(path.read_text(encoding="utf-8"))["facts"]
        if fact["field"] == "document-number"
    }
    assert len(numbers) > 8
    bare = {re.sub(r"[.,]", "", number).lower(): address for number, address in numbers.items()}
    assert [one for one in asked(about, {"": {**numbers, **bare}}) if one.rank != 1] == []


WITH_A_KIND = {
    "list of NGOs in Japan": "japan/organisations/",
    "Grand Bargain commitment": "international/commitments/grand-bargain/",
    "the organisation JEN in Japan": "japan/organisations/jen/",
}
"""Names beside the word for what they name."""


def test_a_name_is_found_beside_the_word_for_what_it_names(about: Page) -> None:
    assert {one.query: one.results[:1] for one in asked(about, {"": dict(WITH_A_KIND)})} == {
        query: [address] for query, address in WITH_A_KIND.items()
    }


INITIALS = {
    "BSR": "china/organisations/blue-sky-rescue/",
    "CRCF": "china/organisations/chinese-red-cross-foundation/",
    "CSPP": "canada/policies/civil-society-partnerships-policy/",
    "FITAA": "canada/laws/foreign-influence-transparency-and-accountability-act/",
    "JFGE": "japan/funding/japan-fund-for-global-environment/",
    "PWJ": "japan/organisations/peace-winds-japan/",
    "UWW": "international/organisations/united-way-worldwide/",
    "wvj grants": "japan/organisations/world-vision-japan/",
}
"""Initials of names that stand nowhere in the data."""


def test_the_initials_of_a_name_find_it(about: Page, page: Page, served: str) -> None:
    assert {one.query: one.results[:1] for one in asked(about, {"": dict(INITIALS)})} == {
        query: [address] for query, address in INITIALS.items()
    }
    page.goto(f"{served}about/")
    search(page, "PWJ")
    expect(page.locator(".md-search-result__link").first).to_contain_text("Peace Winds Japan")
    expect(page.get_by_role("status")).not_to_contain_text("No page has")


@pytest.mark.parametrize("number", ["12", "15%", "28%"])
def test_a_number_is_not_taken_for_the_beginning_of_a_longer_one(about: Page, site: BuiltSite, number: str) -> None:
    ((results, _),) = about.evaluate(RUN, [[number], False])
    assert results
    assert set(results) <= pages_by_word(site)[number.rstrip("%")]


ALL = """async (query) => {
    const form = document.querySelector("form[data-search]");
    const { open } = await import(new URL(form.dataset.engine, location));
    const results = await (await open(new URL(form.dataset.search, location).href)).search(query);
    return results.map(({ page }) => page.address);
}"""


@pytest.mark.parametrize("character", ["法", "省"])
def test_every_page_with_one_character_in_its_names_is_found(about: Page, site: BuiltSite, character: str) -> None:
    named = {page[0] for page in index(site)["pages"] if any(character in folding.fold(name) for name in page[1])}
    assert len(named) > 3
    assert named - set(about.evaluate(ALL, character)) == set()


def sentence_of(page: html.HtmlElement) -> str:
    """Return a sentence from the middle of what a page says."""
    article = copy.deepcopy(page.find(".//article"))
    for part in article.xpath(".//sup | .//*[contains(@class, 'ef-notes') or contains(@class, 'ef-cite')]"):
        part.drop_tree()
    lines = (" ".join(line.text_content().split()) for line in article.iter("p"))
    said = [sentence for line in lines for sentence in re.split(r"(?<=\.) ", line) if 60 < len(sentence) < 200]
    return said[len(said) // 2] if said else ""


def test_most_sentences_that_were_copied_from_a_record_lead_back_to_it(about: Page, site: BuiltSite) -> None:
    """The others stand nearly so on several pages."""
    records = [page[0] for page in index(site)["pages"] if RECORD.fullmatch(page[0])]
    copied = {sentence: address for address in records if (sentence := sentence_of(site.page(address)))}
    assert len(copied) > 200
    found = asked(about, {"": dict(copied)})
    assert sum(one.rank == 1 for one in found) >= 2 / 3 * len(found)


NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-z]{2,}(?: (?:of |for )?[A-Z][a-z]{2,})+")
"""A name within a sentence."""


def test_most_names_that_one_record_alone_mentions_lead_to_it(about: Page, site: BuiltSite) -> None:
    """However they are typed: readers remember a person, a body or a committee, not the page that mentions it."""
    mentioned: dict[str, set[str]] = defaultdict(set)
    for address, *_ in index(site)["pages"]:
        article = etree.tostring(site.page(address).find(".//article"), encoding="unicode")
        for name in NAME.findall("\n".join(section.text for section in contents.sections(article))):
            mentioned[name.lower()].add(address)
    alone = {name: page for name, (page, *more) in mentioned.items() if not more and RECORD.fullmatch(page)}
    assert len(alone) > 100
    found = asked(about, {"": dict(alone)})
    assert sum(one.rank == 1 for one in found) >= 3 / 4 * len(found)


@pytest.fixture(scope="module")
def words() -> Messages:
    return load(ROOT)


def index(site: BuiltSite) -> dict[str, Any]:
    read: dict[str, Any] = json.loads((site.path / "search/index.json").read_text(encoding="utf-8"))
    return read


def test_what_pages_say_at_first_is_plain_text(site: BuiltSite) -> None:
    openings = [page[4] for page in index(site)["pages"]]
    assert len(openings) > 500
    assert [text for text in openings if "](" in text or " [" in text or "**" in text] == []


def test_results_say_which_pages_are_for_contributors(site: BuiltSite, words: Messages) -> None:
    whole = index(site)
    kinds = {page[0]: whole["kinds"][page[2]] for page in whole["pages"]}
    guide = {address for address in kinds if address.startswith("contribute/")} | {"about/macros/"}
    assert {"contribute/files/", "contribute/japan/", "contribute/rules/", "contribute/rules/sources/"} <= guide
    assert {address for address, kind in kinds.items() if kind == words("search-kind-contribute")} == guide


@pytest.mark.parametrize("query", ["[{}]", "RULE={}", "What is {}?", "x.yml:3:7 fact 2: is odd. Mend it. [{}]"])
def test_a_rule_of_the_check_is_found_however_it_was_copied(page: Page, served: str, query: str) -> None:
    page.goto(f"{served}about/")
    page.keyboard.press("s")
    rules = {"locator-missing": "sources", "anchor-twice": "names", "source-unused": "sources"}
    for rule, section in rules.items():
        page.locator(".md-search__input").fill(query.format(rule))
        part = page.locator(".md-search-result__item").first.locator(".ef-search-section")
        expect(part).to_have_attribute("href", f"{served}contribute/rules/{section}/#{rule}")


KEYS = {
    "as_of": "contribute/sources-and-words/#time",
    "`moved_to`": "contribute/files-events-and-figures/#moved",
    "what is copy_by": "contribute/sources-and-words/#what-to-note-of-a-source",
    "short_name": "contribute/files/#every-record",
    "reviewed": "contribute/files/#every-record",
    "what is a locator": "contribute/sources-and-words/#what-to-note-of-a-source",
    "precision": "contribute/sources-and-words/#numbers",
    "schema_version": "about/api/#shape",
    "status_since": "data/codebook/records/#",
    "support": "china/lessons/support-with-money-and-capacity/#",  # readers look for what a page is called
}


def test_a_key_of_the_data_leads_to_where_it_is_explained(about: Page) -> None:
    found = about.evaluate(PARTS, list(KEYS))
    assert {key: first for key, (first, *_) in zip(KEYS, found, strict=True)} == KEYS


PARTS = """async (queries) => {
    const form = document.querySelector("form[data-search]");
    const { open } = await import(new URL(form.dataset.engine, location));
    const engine = await open(new URL(form.dataset.search, location).href);
    const found = [];
    for (const query of queries) {
        const results = await engine.search(query);
        found.push(results.slice(0, 3).map(({ page, section }) => `${page.address}#${section ? section[0] : ""}`));
    }
    return found;
}"""


RULES = catalogue.load(ROOT)
PART_OF = {rule: f"contribute/rules/{name}/#{rule}" for name, part in RULES.sections.items() for rule in part.rules}
"""The part of the guide on each rule."""


def late(about: Page, queries: list[tuple[str, str]]) -> list[tuple[str, list[str]]]:
    """Return the queries that do not lead to the part on their rule, with what they lead to."""
    found = about.evaluate(PARTS, [query for _, query in queries])
    return [(query, parts) for (rule, query), parts in zip(queries, found, strict=True) if parts[:1] != [PART_OF[rule]]]


def test_the_message_of_every_example_leads_to_the_part_on_its_rule(about: Page) -> None:
    assert late(about, [(rule, entry.says) for rule, entry in RULES.rules.items()]) == []


@pytest.mark.parametrize("cut", ["", r"^\S+ "], ids=["whole", "without its place"])
def test_a_message_of_the_check_leads_to_the_part_on_its_rule(about: Page, cut: str) -> None:
    """Other messages than those of the examples mostly do; with the name of the rule behind them all do."""
    said = [(rule, re.sub(cut, "", line)) for rule, line in one_line_answers()]
    assert len(said) > 500
    assert len(astray := late(about, said)) <= 0.25 * len(said), astray
    assert late(about, [(rule, f"{line} [{rule}]") for rule, line in said]) == []


def test_a_part_named_by_one_word_is_found_too(about: Page) -> None:
    rules = ("indentation", "encoding", "mapping")
    results = about.evaluate(RUN, [rules, False])
    assert {rule: "contribute/rules/yaml/" in first[:3] for rule, (first, _) in zip(rules, results, strict=True)} == (
        dict.fromkeys(rules, True)
    )


def test_every_page_that_readers_call_otherwise_exists(site: BuiltSite, words: Messages) -> None:
    keys = {page[0].rstrip("/").replace("/", "-") or "home" for page in index(site)["pages"]}
    also = {key.removeprefix("search-also-") for key in words.table if key.startswith("search-also-")}
    assert also - keys == set()
    listed = {key.removeprefix("search-listed-") for key in words.table if key.startswith("search-listed-")}
    assert listed - keys == set()


def test_only_lists_are_called_by_what_they_list(site: BuiltSite) -> None:
    called = {page[0] for page in index(site)["pages"] if {"references", "charts"} & set(page[1])}
    assert called == {"sources/", "figures/"}


def test_the_browser_reads_words_as_the_build_does(about: Page, site: BuiltSite) -> None:
    whole = index(site)
    texts = [text for row in whole["pages"] for text in (*row[1], row[4])] + [
        heading for _, heading in whole["headings"]
    ]
    texts += [
        "ＮＧＯ ｼﾞｬﾊﾟﾝ ﬁnance Ångström ½ Straße Łódź ısı İzmir ΣΊΣΥΦΟΣ",
        "社會團體 𠮷野家 ก็ไทย 한국어 العربية",
        "co‑operation l’aide",
        "日本non-profit 国際co-op 国e.g.国 Women's中",
    ]
    script = """async ([rules, texts]) => {
        const form = document.querySelector("form[data-search]");
        const { folding } = await import(new URL(form.dataset.engine, location));
        const { fold, words } = folding(rules);
        return texts.map((text) => words(fold(text)));
    }"""
    read = about.evaluate(script, [whole["rules"], texts])
    assert len(texts) > 1000
    for text, words in zip(texts, read, strict=True):
        assert words == folding.words(folding.fold(text)), text


def pages_by_word(site: BuiltSite) -> dict[str, set[str]]:
    """Return the addresses of the pages of each word in the index."""
    whole = index(site)
    files = {
        path.name: json.loads(path.read_text(encoding="utf-8")) for path in (site.path / "search/pieces").iterdir()
    }
    words = files[Path(whole["words"]).name]
    listed = [numbers for name in words["pieces"] for numbers in files[Path(name).name]]
    found = dict(zip(words["words"].split(" "), listed, strict=True))
    for name in whole["pairs"]:
        found |= files[Path(name).name]
    return {
        word: {whole["pages"][page][0] for page in itertools.accumulate(numbers[::3])}
        for word, numbers in found.items()
    }


def test_an_answer_is_called_by_its_country_and_grade_answers_by_their_group_and_a_part_of_every_question_by_nothing(
    site: BuiltSite,
) -> None:
    headings = {(anchor, heading) for anchor, heading in index(site)["headings"]}
    assert ("japan-name", "Japan: Partly") in headings
    assert ("sentences-funding", "Funding: answers") in headings
    assert {heading for anchor, heading in headings if anchor in ("questions", "rubric")} == {""}


def test_the_index_leaves_out_notes_sources_citations_and_menus(site: BuiltSite) -> None:
    known, names = pages_by_word(site), {page[0]: page[1] for page in index(site)["pages"]}
    for address in ("japan/funding/japan-platform/", "compare/standing-dialogue/"):
        article = copy.deepcopy(site.page(address).find(".//article"))
        left_out = article.xpath(".//*[contains(@class, 'ef-notes') or contains(@class, 'ef-cite') or self::nav]")
        around = {word for part in left_out for word in folding.words(folding.fold(" ".join(part.itertext())))}
        for part in left_out:
            part.drop_tree()
        inside = set(folding.words(folding.fold(" ".join(article.itertext()))))
        kind_and_place = {"funding", "schem", "question", "japan"}
        only_around = around - inside - kind_and_place - set(folding.words(folding.fold("\n".join(names[address]))))
        assert len(only_around) > 50
        assert {word for word in only_around if address in known.get(word, ())} == set()


def test_nothing_is_fetched_before_a_reader_searches(page: Page, served: str) -> None:
    asked: list[str] = []

    def note(request: Request) -> None:
        asked.append(request.url.removeprefix(served))

    page.on("request", note)
    page.goto(f"{served}japan/")
    page.wait_for_load_state("networkidle")
    assert [url for url in asked if url.startswith("search/") or "search-index" in url] == []
    page.keyboard.press("/")
    page.keyboard.type("grassroots")
    expect(page.locator(".md-search-result__link").first).to_be_visible()
    assert [url for url in asked if url.startswith("search/")] != []
    page.remove_listener("request", note)


def test_the_search_is_worked_by_keyboard(page: Page, served: str) -> None:
    page.goto(f"{served}japan/")
    page.keyboard.press("/")
    field = page.locator(".md-search__input")
    expect(field).to_be_focused()
    page.keyboard.type("laws in china")
    links = page.locator(".md-search-result__link")
    expect(links.first).to_have_attribute("href", f"{served}china/laws/")
    expect(page.get_by_role("status")).to_contain_text("pages")
    page.keyboard.press("ArrowDown")
    expect(links.first).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(field).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("#__search")).not_to_be_checked()
    expect(field).not_to_be_focused()
    page.keyboard.press("s")
    field.fill("慈善法")
    field.dispatch_event("keydown", {"key": "Escape", "bubbles": True, "isComposing": True})
    expect(page.locator("#__search")).to_be_checked()
    expect(links.first).to_contain_text("Charity Law")
    expect(links.first.locator(".ef-search-name")).to_have_text("中华人民共和国慈善法")
    expect(links.first).to_contain_text("China · Law")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{served}china/laws/charity-law/")
    expect(page.locator("article mark")).to_have_count(0)


def test_the_search_works_on_a_phone_and_on_the_page_of_missing_pages(page: Page, served: str) -> None:
    page.set_viewport_size({"width": 375, "height": 800})
    page.emulate_media(reduced_motion="reduce")  # a click on a box that still slides in may begin on another button
    page.goto(f"{served}404.html")
    page.get_by_role("button", name="Search the site").click()
    page.locator(".md-search__input").fill("time line")
    expect(page.locator(".md-search-result__link").first).to_have_attribute("href", f"{served}timeline/")
    page.get_by_role("button", name="Close the search").click()
    expect(page.locator(".md-search-result__link").first).not_to_be_in_viewport()


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    """A page on a phone, which shows it as wide as what stands out of it."""
    context = browser.new_context(viewport={"width": 375, "height": 800}, has_touch=True, is_mobile=True)
    yield context.new_page()
    context.close()


HELD = "body[data-md-scrolllock]"
"""The page while the theme holds it still below the box."""


def test_on_a_phone_a_part_of_the_page_that_is_read_is_shown(phone: Page, served: str) -> None:
    phone.goto(f"{served}japan/funding/japan-platform/")
    phone.keyboard.press("s")
    phone.locator(HELD).wait_for()
    phone.locator(".md-search__input").fill("japan platform article")
    phone.locator(".ef-search-section[href*='japan/funding/japan-platform/#article']").click()
    expect(phone.locator("#article")).to_be_in_viewport()
    expect(phone.locator("#__search")).not_to_be_checked()


def test_on_a_phone_the_box_leads_back_to_where_the_page_was(phone: Page, served: str) -> None:
    phone.goto(f"{served}japan/funding/japan-platform/")
    phone.evaluate("scrollTo(0, document.documentElement.scrollHeight)")
    place = phone.evaluate("scrollY")
    assert place > 3000
    phone.keyboard.press("s")
    phone.locator(HELD).wait_for()
    phone.keyboard.press("Escape")
    phone.locator(f"html:not(:has({HELD}))").wait_for()
    assert phone.evaluate("scrollY") == place
    phone.keyboard.press("s")
    phone.locator(HELD).wait_for()
    phone.locator(".md-search__input").fill("greenpeace")
    phone.locator(".md-search-result__link").first.click()
    phone.wait_for_url("**/greenpeace/")
    phone.go_back()
    phone.locator(HELD).wait_for()  # what was found is there again
    phone.keyboard.press("Escape")
    phone.locator(f"html:not(:has({HELD}))").wait_for()
    phone.wait_for_function(f"() => Math.abs(scrollY - {place}) < 5")


def search(page: Page, query: str) -> None:
    """Type a query, and wait until the box says aloud what it finds."""
    page.locator(".md-search__input").fill(query)
    expect(page.get_by_role("status")).not_to_be_empty()


def test_the_search_says_which_words_no_page_has(page: Page, served: str) -> None:
    page.goto(f"{served}about/")
    page.keyboard.press("s")
    status, ways = page.get_by_role("status"), page.locator("[data-search-ways]")
    said = {
        "feminist assistence policy": "assistence",
        "Éducaloi “Québéc” educaloi, sub-grant Éducaloi": "Éducaloi, educaloi, sub-grant",
        "国境なき医師団": "国境なき医師団",
        "Reimann": "Reimann",  # the author of a source, whose words are in the lists of sources alone
    }
    for query, words in said.items():
        search(page, query)
        expect(status).to_contain_text(f"No page has “{words}” outside notes and sources")
        expect(ways.get_by_role("link", name="Sources")).to_have_attribute("href", "../sources/")
    for known in (
        "feminist assistance policy",
        "assista",
        "what is there in Japan",
        "equalityfund",
        "難民を助ける会",
        "c41",
        "data/japan/funding/xyzzyq.yml:12:3 fact 2: is a number without a unit.",
    ):
        search(page, known)
        expect(page.locator(".md-search-result__link").first).to_be_visible()
        expect(status).not_to_contain_text("No page has")
        expect(ways).to_be_hidden()


def test_what_cannot_be_seen_in_a_query_is_not_part_of_it(page: Page, served: str) -> None:
    page.goto(f"{served}about/")
    page.keyboard.press("s")
    search(page, "\u202ea\u00admi\u200bty\ufeff ")
    expect(page.locator(".md-search-result__link").first).to_have_attribute(
        "href", f"{served}china/organisations/amity-foundation/"
    )
    search(page, "\u202exyzzyq")
    expect(page.get_by_role("status")).to_contain_text("Nothing found for “xyzzyq”")


@pytest.mark.parametrize(
    ("query", "address", "part"),
    [
        ("cfli max grant", "canada/funding/canada-fund-for-local-initiatives/", "Key facts"),
        ("embezzlement JANIC", "japan/organisations/japan-ngo-center-for-international-cooperation/", "Results"),
        ("NPO Act certification of change", "japan/laws/npo-act/", "What it says and does"),
    ],
)
def test_a_result_leads_to_the_part_that_has_the_words_besides_the_name(
    page: Page, served: str, query: str, address: str, part: str
) -> None:
    page.goto(f"{served}about/")
    page.keyboard.press("s")
    page.locator(".md-search__input").fill(query)
    first = page.locator(".md-search-result__item").first
    expect(first.locator(".md-search-result__link")).to_have_attribute("href", f"{served}{address}")
    expect(first.locator(".ef-search-section")).to_contain_text(part)


def test_the_search_says_when_it_finds_nothing_and_when_it_fails(page: Page, console: list[str], served: str) -> None:
    page.route("**/search/index.json", lambda route: route.abort())
    page.goto(f"{served}about/")
    page.locator(".md-search__input").fill("japan")
    expect(page.get_by_role("status")).to_contain_text("could not be loaded")
    assert ["Failed to load resource" in line for line in console] == [True], console
    console.clear()
    page.unroute("**/search/index.json")
    page.locator(".md-search__input").fill("xyzzyq")
    expect(page.get_by_role("status")).to_contain_text("Nothing found for “xyzzyq”")
    for name in ("Sources", "Records by kind", "Terms"):
        page.keyboard.press("ArrowDown")
        expect(page.get_by_role("search").get_by_role("link", name=name)).to_be_focused()
    page.locator(".md-search__input").fill("all questions")  # a part of each page of a question that has no name
    expect(page.locator(".md-search-result__link").first).to_be_visible()
    expect(page.locator(".ef-search-section", has_text=re.compile(r"^# *$"))).to_have_count(0)
    page.locator(".md-search__input").fill("xyzzyq" * 300)
    expect(page.get_by_role("status")).to_have_text(re.compile("^Nothing found for “[xyzq]{60}…”"))
    page.locator(".md-search__input").fill("greenpeace")
    expect(page.locator(".md-search-result__link").first).to_be_visible()
    console.clear()
    page.route("**/search/pieces/*", lambda route: route.abort())
    page.locator(".md-search__input").fill("慈善法")
    expect(page.get_by_role("status")).to_contain_text("could not be loaded")
    expect(page.locator(".md-search-result__link")).to_have_count(0)
    assert console
    console.clear()
    page.unroute("**/search/pieces/*")
    page.route("**/search/pieces/*", lambda route: route.fulfill(body="null"))  # fetched, and then no piece of an index
    page.locator(".md-search__input").fill("慈善法")
    expect(page.get_by_role("status")).to_contain_text("The search has failed")
    assert ["TypeError" in line for line in console] == [True], console
    console.clear()


def test_the_closed_box_leaves_nothing_behind_and_leads_back_to_where_the_reader_was(page: Page, served: str) -> None:
    page.goto(f"{served}japan/")
    mark = page.locator("a.ef-mark").nth(1)
    mark.focus()
    page.keyboard.press("/")
    page.keyboard.type("charity law")
    found = page.get_by_role("link", name="Charity Law of the People")
    expect(found).not_to_have_count(0)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Escape")
    expect(mark).to_be_focused()
    expect(found).to_have_count(0)
    page.keyboard.press("/")
    expect(found).not_to_have_count(0)
    page.keyboard.press("Escape")
    page.locator(".md-search__input").focus()
    page.keyboard.press("Escape")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('[data-search-box]')") is None


def test_on_a_narrow_screen_the_keyboard_passes_the_closed_box_by(page: Page, served: str) -> None:
    page.set_viewport_size({"width": 390, "height": 800})
    page.goto(f"{served}japan/")
    opener = page.get_by_role("button", name="Search the site")
    opener.focus()
    for _ in range(2):
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.closest('[data-search-box]')") is None
        expect(page.locator("#__search")).not_to_be_checked()
        opener.focus()
        page.keyboard.press("Enter")
        search(page, "charity law")
        page.keyboard.press("Escape")
        expect(opener).to_be_focused()


def test_a_search_has_an_address_that_opens_it_again(page: Page, served: str) -> None:
    page.goto(f"{served}compare/?countries=canada,japan")
    page.keyboard.press("/")
    page.keyboard.type("charity law")
    shared = f"{served}compare/?countries=canada,japan&q=charity+law"
    page.wait_for_url(shared)
    page.keyboard.press("Escape")
    page.wait_for_url(f"{served}compare/?countries=canada,japan")
    page.goto(shared)
    first = page.locator(".md-search-result__link").first
    expect(first).to_have_attribute("href", f"{served}china/laws/charity-law/")
    expect(page.locator(".md-search__input")).to_have_value("charity law")
    page.locator(".md-search__input").fill("慈善 & 100%?")
    page.wait_for_url(lambda url: "100%25%3F" in url)
    first.click()
    page.wait_for_url(re.compile("/$"))
    page.go_back()
    expect(page.locator(".md-search__input")).to_have_value("慈善 & 100%?")
    expect(first).to_be_visible()
    assert page.evaluate("location.search.startsWith('?countries=canada,japan&q=')")


def test_a_part_of_the_page_that_is_read_is_shown_without_the_search(page: Page, served: str) -> None:
    page.goto(f"{served}japan/funding/japan-platform/?q=japan+platform+article")
    page.evaluate("window.isSame = true")
    page.locator(".ef-search-section[href*='japan/funding/japan-platform/#article']").click()
    page.wait_for_url(f"{served}japan/funding/japan-platform/#article")
    assert page.evaluate("window.isSame")


@pytest.fixture
def timed(browser: Browser, served: str) -> Iterator[Page]:
    """A page whose clock the test sets, and which notes what the box says aloud in `window.heard`."""
    context = browser.new_context()
    page = context.new_page()
    page.clock.install()
    page.goto(f"{served}about/")
    page.keyboard.press("/")
    page.evaluate("""() => {
        window.heard = [];
        const status = document.querySelector("[data-search-box] [role=status]");
        const note = () => status.textContent && window.heard.push(status.textContent);
        new MutationObserver(note).observe(status, { childList: true });
    }""")
    page.keyboard.type("charity law")  # what the tests look for is fetched, and found at once from now on
    expect(page.get_by_role("status")).not_to_be_empty()
    search(page, "greenpeace")
    page.evaluate("window.heard = []")
    page.clock.pause_at(page.evaluate("Date.now() + 1000"))
    yield page
    context.close()


SAID = "[data-search-said]"
"""What the box says to those who see it."""


def test_a_query_is_announced_once_and_only_when_it_has_been_typed(timed: Page) -> None:
    field = timed.locator(".md-search__input")
    field.fill("")
    shown = set()
    for letter in "charity law":
        timed.keyboard.type(letter)
        shown.add(timed.locator(SAID).text_content())
        timed.clock.run_for(80)
    assert len(shown) > 3
    assert timed.evaluate("window.heard") == []
    timed.clock.run_for(5000)
    (heard,) = timed.evaluate("window.heard")
    assert heard == timed.locator(SAID).text_content()


def test_nothing_is_announced_while_an_input_method_composes(timed: Page) -> None:
    keys = timed.context.new_cdp_session(timed)
    timed.locator(".md-search__input").fill("")
    for text in ("k", "こk", "こう"):
        keys.send("Input.imeSetComposition", {"text": text, "selectionStart": len(text), "selectionEnd": len(text)})
        timed.clock.run_for(5000)
    expect(timed.locator(SAID)).to_contain_text("“こう”")
    timed.clock.run_for(5000)
    assert timed.evaluate("[window.heard, location.search]") == [[], "?q=greenpeace"]
    keys.send("Input.insertText", {"text": "公益"})
    expect(timed.locator(".md-search-result__link").first).to_contain_text("益")
    timed.clock.run_for(5000)
    assert len(timed.evaluate("window.heard")) == 1


def test_what_was_found_before_goes_while_a_slow_line_looks_for_what_is_typed_now(page: Page, served: str) -> None:
    page.goto(f"{served}about/")
    page.keyboard.press("/")
    search(page, "Can")
    links = page.locator(".md-search-result__link")
    expect(links.first).to_contain_text("Canada")
    page.route("**/search/pieces/*", lambda route: None)  # neither answered nor refused
    page.locator(".md-search__input").fill("Can a foreign NGO hire staff")
    expect(page.locator(SAID)).to_have_text("Searching…")
    expect(links).to_have_count(0)
    page.unroute("**/search/pieces/*")  # lets go on what was held up
    expect(links.first).to_be_visible()
    expect(page.locator(SAID)).to_contain_text("pages")


def test_from_a_folder_the_box_says_what_stops_it(page: Page, console: list[str], site: BuiltSite) -> None:
    page.goto((site.path / "about/index.html").as_uri())
    console.clear()  # what else a folder does not give
    page.locator(".md-search__input").fill("japan")
    expect(page.get_by_role("status")).to_contain_text("opened from a folder")
    page.keyboard.press("Escape")
    assert console == []


def test_of_a_very_long_text_only_the_beginning_is_looked_for(page: Page, served: str) -> None:
    page.goto(f"{served}about/")
    search(page, "xyzzyq " * 3000 + "greenpeace")
    expect(page.get_by_role("status")).to_contain_text("Nothing found")
    assert page.evaluate("location.search") == ""


def test_a_page_that_stayed_open_while_the_site_was_published_anew_searches_with_the_script_of_today(
    page: Page, console: list[str], served: str
) -> None:
    page.goto(f"{served}japan/")
    form = page.locator("[data-search-box] form")
    engine = form.get_attribute("data-engine") or ""
    gone = engine.replace("search-index.", "search-index.0ld")
    form.evaluate("(form, gone) => { form.dataset.engine = gone; }", gone)
    page.locator(".md-search__input").fill("japan platform")
    expect(page.locator(".md-search-result__link").first).to_contain_text("Japan Platform")
    expect(form).to_have_attribute("data-engine", engine)
    assert ["404" in line for line in console] == [True], console
    console.clear()
