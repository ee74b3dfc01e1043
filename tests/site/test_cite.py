"""What a citer finds: head tags, citations, files, the menu of a fact, and editions that stay."""

from __future__ import annotations

import csv
import json
import random
import re
import shutil
import subprocess
from collections import Counter
from io import StringIO
from pathlib import Path
from urllib.parse import parse_qs, urlsplit
from xml.etree import ElementTree

import pytest
import rispy
import yaml
from lxml import html
from playwright.sync_api import Browser, Page, expect
from pybtex.database import parse_string

from equal_footing.form import files as form
from equal_footing.model.dataset import Dataset
from equal_footing.statement import credit

from .. import processes
from ..conftest import SEED, make_world
from .conftest import ROOT, BuiltSite, build, make_project

TYPES = {"law": "Legislation", "organisation": "NGO", "body": "GovernmentOrganization", "country": "Country"}
CLIPBOARD = ["clipboard-read", "clipboard-write"]
BASE = "https://equal-footing.example/"


def head(page: html.HtmlElement, name: str) -> list[str]:
    return [str(value) for value in page.xpath("//head/meta[@name=$name or @property=$name]/@content", name=name)]


def pages_of(site: BuiltSite) -> list[str]:
    return [address for address in site.addresses() if not address.startswith("v/")]


def test_every_page_says_once_what_reference_managers_read(site: BuiltSite) -> None:
    for address in pages_of(site):
        page = site.page(address)
        told = Counter(page.xpath("//head/meta/@name | //head/meta/@property"))
        for name in (
            "og:type",
            "og:site_name",
            "og:title",
            "citation_title",
            "citation_author",
            "citation_date",
            "citation_language",
            "citation_public_url",
            "DC.rights",
        ):
            assert told[name] == 1, (address, name)
        assert head(page, "og:type") == ["website"]
        assert head(page, "og:site_name") == ["Equal Footing"]
        assert head(page, "citation_author") == ["Equal Footing contributors,"]
        assert re.fullmatch(r"\d{4}-\d{2}-\d{2}", head(page, "citation_date")[0])
        assert not told["citation_journal_title"]
        assert not page.xpath("//*[contains(@class, 'Z3988')]")  # a COinS would be saved instead of the page
        address_cited = head(page, "citation_public_url")[0]
        assert page.xpath("//link[@rel='cite-as']/@href") == [address_cited]
        assert address_cited.endswith(f"/{address}/" if address != "." else BASE[-9:])


def test_the_review_date_comes_before_any_time_of_the_text(site: BuiltSite) -> None:
    for address in pages_of(site):
        text = (site.path / address / "index.html").read_text(encoding="utf-8")
        time = text.find("<time")
        assert time == -1 or text.index("citation_date") < time, address


def test_the_date_of_a_record_is_that_of_its_review(site: BuiltSite, dataset: Dataset) -> None:
    for entry in dataset.entries.values():
        assert head(site.page(entry.address), "citation_date") == [str(entry.record.reviewed)]
        [title] = head(site.page(entry.address), "citation_title")
        of_place = f"{entry.record.title} ({dataset.entries[entry.place].record.title})" if entry.kind.folder else ""
        assert title in {entry.record.title, of_place, "The source article, claim by claim"}


def test_structured_data_parses_and_names_what_a_record_is(site: BuiltSite, dataset: Dataset) -> None:
    for address in pages_of(site):
        [script] = site.page(address).xpath("//script[@type='application/ld+json']/text()")
        assert json.loads(script)["@type"] == ("Dataset" if address == "data" else "WebPage")
    for entry in dataset.entries.values():
        [script] = site.page(entry.address).xpath("//script[@type='application/ld+json']/text()")
        data = json.loads(script)
        assert data["dateModified"] == str(entry.record.reviewed)
        kind = TYPES.get(entry.kind.id)
        assert (data.get("about") or {}).get("@type") == kind
        if kind:
            assert data["about"]["name"] == entry.record.title


def test_the_data_page_describes_a_dataset_whose_files_are_there(site: BuiltSite, dataset: Dataset) -> None:
    [script] = site.page("data").xpath("//script[@type='application/ld+json']/text()")
    data = json.loads(script)
    assert 50 <= len(data["description"]) <= 5000
    assert data["@type"] == "Dataset"
    [cited] = json.loads((site.path / "data/cite.json").read_text(encoding="utf-8"))
    assert cited["type"] == "dataset"
    assert data["includedInDataCatalog"]["@type"] == "DataCatalog"
    files = {path.name for path in (site.path / "data").iterdir() if path.is_file()}
    beside = {"index.html", "index.md", "catalogue.jsonld", "cite.bib", "cite.ris", "cite.json"}
    assert {entry["contentUrl"] for entry in data["distribution"]} == {f"{BASE}data/{name}" for name in files - beside}
    for entry in data["distribution"]:
        assert (site.path / entry["contentUrl"].removeprefix(BASE)).is_file()
    rows = list(csv.DictReader((site.path / "data/facts.csv").open(encoding="utf-8-sig", newline="")))
    values = sum(len(fact.values) or 1 for entry in dataset.entries.values() for fact in entry.record.facts)
    assert len(rows) == values
    for row in rows:
        page, _, name = row["address"].partition("#")
        assert dataset.entries[row["record"]].address == page
        assert name
        assert bool(row["source"]) == (bool(row["value"]) or row["missing"] == "none-exists"), row
    assert len(json.loads((site.path / "data/sources.json").read_text(encoding="utf-8"))) == len(dataset.sources)


def test_no_ready_made_citation_holds_markdown(site: BuiltSite) -> None:
    texts = [text for address in pages_of(site) for text in site.page(address).xpath("//@data-cite")]
    assert len(texts) > 2500
    assert [text for text in texts if re.search(r"\]\(\S+\)|\[@|\*\w", text.partition(" Source: ")[0])] == []


def test_marks_in_markdown_never_stand_behind_brackets_that_they_would_turn_into_links(site: BuiltSite) -> None:
    texts = {address: (site.path / address / "index.md").read_text(encoding="utf-8") for address in pages_of(site)}
    facts = [line for text in texts.values() for line in text.splitlines() if line.startswith("- ") and "[^" in line]
    assert len(facts) > 2000
    assert [line for line in facts if re.search(r"[^\]\d]\]\[\^", line)] == []


def test_no_page_in_markdown_opens_with_the_same_sentence_twice(site: BuiltSite) -> None:
    opened = {
        address: (site.path / address / "index.md").read_text(encoding="utf-8").split("\n\n")[1:4]
        for address in pages_of(site)
    }
    assert len(opened) > 400
    assert {address: found for address, found in opened.items() if len({*found}) < len(found)} == {}


def test_no_quotation_marks_of_a_ready_made_citation_hold_the_same_marks(site: BuiltSite) -> None:
    texts = [text for address in pages_of(site) for text in site.page(address).xpath("//@data-cite")]
    titles = [text.partition(" Source: ")[2] for text in texts]
    assert sum("“" in text for text in titles) > 2000
    assert [text for text in titles if re.search('“[^”]*[“"]', text)] == []


def test_every_page_ends_with_its_citation_and_links_its_files(site: BuiltSite) -> None:
    for address in pages_of(site):
        page = site.page(address)
        if page.xpath("//a[@data-moved]"):
            continue
        url = head(page, "citation_public_url")[0]
        texts = {
            style: page.xpath("//*[@id=$id]", id=f"cite-{style}")[0].text_content()
            for style in ("apa", "chicago", "gbt")
        }
        assert all(url in text for text in texts.values())
        leads = page.xpath("string(//p[@class='ef-line']//a[starts-with(@href, '#cite')]/@href)")
        assert leads == ("#cite" if page.xpath("//details[@id='cite']") else "#cite-page"), address
        for link in page.xpath("//section[contains(@class, 'ef-cite')]//a/@href"):
            if link.startswith(("cite.", "sources.")):
                assert (site.path / address / link).is_file(), (address, link)


def test_the_files_of_a_page_and_of_its_sources_parse_and_agree_with_it(site: BuiltSite, dataset: Dataset) -> None:
    for entry in dataset.entries.values():
        folder = site.path / entry.address
        url = head(site.page(entry.address), "citation_public_url")[0]
        [record] = rispy.loads((folder / "cite.ris").read_text(encoding="utf-8"))
        [item] = parse_string((folder / "cite.bib").read_text(encoding="utf-8"), "bibtex").entries.values()
        [csl] = json.loads((folder / "cite.json").read_text(encoding="utf-8"))
        assert record["urls"] == [url]
        assert (item.fields["url"], csl["URL"]) == (url, url)
        notes = site.page(entry.address).xpath("//*[contains(@class, 'ef-notes')]//li[starts-with(@id, 'note-')]")
        if notes:
            sources = rispy.load(StringIO((folder / "sources.ris").read_text(encoding="utf-8")))
            keys = [source["id"] for source in json.loads((folder / "sources.json").read_text(encoding="utf-8"))]
            assert len(sources) == len(keys) == len(set(keys))
            assert {dataset.sources[key].source.url for key in keys} == {source["urls"][0] for source in sources}


def test_the_list_of_sources_of_a_place_comes_whole_as_files(site: BuiltSite, dataset: Dataset) -> None:
    for place in ("japan", "international"):
        keys = [key for key, entry in dataset.sources.items() if entry.place == place]
        for address in (f"{place}/sources", f"{place}/sources/official"):
            links = site.page(address).xpath("//main//a/@href")
            assert {"sources.bib", "sources.ris", "sources.json"} <= set(links)
        items = json.loads((site.path / f"{place}/sources/sources.json").read_text(encoding="utf-8"))
        assert [item["id"] for item in items] == keys
        records = rispy.loads((site.path / f"{place}/sources/sources.ris").read_text(encoding="utf-8"))
        assert [record["urls"] for record in records] == [[item["URL"]] for item in items]
        text = (site.path / f"{place}/sources/sources.bib").read_text(encoding="utf-8")
        assert re.findall(r"(?m)^@\w+\{(.+),$", text) == keys


def test_every_page_has_a_citation_key_of_its_own(site: BuiltSite) -> None:
    files = [path.read_text(encoding="utf-8") for path in site.path.rglob("cite.bib")]
    keys = [re.match(r"@(?:report|dataset)\{(\S+),\n", text)[1] for text in files]  # type: ignore[index]
    assert len(set(keys)) == len(keys)


def test_the_sources_of_five_pages_are_read_whole_by_other_programs(site: BuiltSite, dataset: Dataset) -> None:
    pages = [entry for entry in dataset.entries.values() if (site.path / entry.address / "sources.ris").is_file()]
    for entry in random.Random(SEED).sample(pages, 5):
        folder = site.path / entry.address
        records = rispy.loads((folder / "sources.ris").read_text(encoding="utf-8"))
        items = json.loads((folder / "sources.json").read_text(encoding="utf-8"))
        assert len(records) == len(items)
        for record, item in zip(records, items, strict=True):
            source = dataset.sources[item["id"]].source
            names = [name.get("literal") or ", ".join(name.values()) for name in item["author"]]
            assert names == [author.name for author in source.authors]
            whole = [
                f"{author.name.replace(',', '')}," if author.organisation else author.name for author in source.authors
            ]
            assert record["authors"] == whole
            published = record.get("secondary_title"), record.get("publisher")
            assert published == (item.get("container-title"), item.get("publisher"))
            assert set(published) - {None} == {source.container, source.publisher}  # one name is said once
            assert record["title"] == item["title"] == credit.title(source)
            assert record["urls"] == [item["URL"]] == [source.url]
            assert record["language"] == item["language"] == source.language
            assert record["access_date"]
            assert item["accessed"]
            assert [record.get("year", "")] == [
                str(part[0]) for part in item.get("issued", {}).get("date-parts", [[""]])
            ]
            assert ("year" in record) != ("Undated" in record["notes"])
            for key, tag in (("volume", "volume"), ("issue", "number"), ("pages", "start_page")):
                assert (getattr(source, key) or "").split("-")[0] == record.get(tag, "").split("-")[0]
            assert record["notes"][-1].startswith("Cited: ")
            assert bool(source.copy_by) == any(note.startswith("Read in a copy by") for note in record["notes"])


def test_a_fact_is_cited_with_its_own_source_and_the_place_in_it(site: BuiltSite, dataset: Dataset) -> None:
    for entry in dataset.entries.values():
        page = site.facts_of(entry)
        url = head(site.page(entry.address), "citation_public_url")[0]
        for dd in page.xpath("//dd[@data-cite] | //li[@data-cite]"):
            [anchor] = dd.xpath("@id") or [link.lstrip("#") for link in dd.xpath("a[@class='ef-anchor']/@href")]
            assert dd.get("data-address") == f"{url}#{anchor}"
            assert dd.get("data-cite").endswith(dd.get("data-address"))
        for fact in entry.record.facts:
            if fact.value and fact.source and fact.locator and not fact.label and not fact.id:
                cited = page.xpath("//dd/@data-cite | //li/@data-cite")
                source = dataset.sources[fact.source].source
                assert any(source.url in text and fact.locator in text for text in cited), (entry.id, fact.field)


def test_the_menu_of_a_fact_gives_its_link_and_citation_also_by_keyboard(page: Page, served: str) -> None:
    page.context.grant_permissions(CLIPBOARD)
    page.goto(f"{served}canada/organisations/code/")
    button = page.locator("dd#founded .ef-cite-fact")
    assert float(button.evaluate("button => getComputedStyle(button).opacity")) >= 0.7  # seen before it is looked for
    button.focus()
    page.keyboard.press("Enter")
    menu = page.get_by_role("group", name="Cite this fact")
    expect(menu).to_contain_text("Canada: CODE, founded: 1959. Source: CODE")
    page.get_by_role("button", name="Copy the citation").press("Enter")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("Canada: CODE, founded: 1959.")
    assert copied.endswith("canada/organisations/code/#founded")
    page.get_by_role("button", name="Copy the link").press("Enter")
    assert page.evaluate("navigator.clipboard.readText()").endswith("canada/organisations/code/#founded")
    page.keyboard.press("Escape")
    expect(menu).to_be_hidden()
    expect(button).to_be_focused()


def test_a_page_leads_to_the_form_for_mistakes_with_its_own_address(site: BuiltSite) -> None:
    for address in ("japan/funding/japan-platform", "compare/standing-dialogue", "japan/figures", "about/method"):
        link = urlsplit(site.page(address).xpath("//*[@id='report' and not(ancestor::details)]/a/@href")[0])
        assert link.path.endswith("/issues/new")
        assert parse_qs(link.query) == {"template": ["wrong-figure.yml"], "page": [f"{BASE}{address}/"]}


def test_a_fact_fills_the_form_for_mistakes_with_what_it_says(page: Page, served: str) -> None:
    page.goto(f"{served}canada/organisations/code/")
    page.locator("dd#founded").evaluate("fact => fact.dataset.cite = '网址：' + fact.dataset.address + '。'")
    page.locator("dd#founded .ef-cite-fact").click()
    filled = parse_qs(
        urlsplit(page.locator("dd#founded .ef-menu a", has_text="Report").get_attribute("href") or "").query
    )
    assert filled["template"] == ["wrong-figure.yml"]
    assert filled["page"][0].endswith("canada/organisations/code/#founded")
    assert filled["fact"] == ["Founded"]
    assert filled["value"][0].startswith("1959")
    form = yaml.safe_load((ROOT / ".github/ISSUE_TEMPLATE/wrong-figure.yml").read_text(encoding="utf-8"))
    assert set(filled) - {"template"} <= {item.get("id") for item in form["body"]}


def test_an_answer_is_cited_with_the_question_and_its_sources(site: BuiltSite, dataset: Dataset) -> None:
    for (country, question), entry in dataset.answers.items():
        [card] = site.page(f"compare/{question}").xpath("//section[@id=$id]", id=country)
        text = card.get("data-cite")
        assert dataset.questions[question].question.question in text
        assert dataset.entries[country].record.title in text
        if entry.answer.sentence:
            assert entry.answer.sentence.rstrip(".") in text
        assert "Source: " in text
        assert text.endswith(card.get("data-address"))
        assert card.get("data-address").endswith(f"compare/{question}/#{country}")


def test_the_day_of_access_is_the_reader_s(page: Page, served: str) -> None:
    page.clock.set_fixed_time("2027-03-09T12:00:00")
    page.goto(f"{served}japan/#cite-page")
    expect(page.locator("#cite-gbt")).to_contain_text(re.compile(r"\[EB/OL]\. \(\d{4}-\d\d-\d\d\)\[2027-03-09]\. http"))


def test_each_program_is_copied_by_its_own_button(page: Page, served: str) -> None:
    page.context.grant_permissions(CLIPBOARD)
    page.goto(f"{served}data/")
    page.evaluate("document.querySelectorAll('details').forEach(fold => fold.open = true)")
    programs = page.locator("details[id^=example-] pre")
    assert programs.count() == 9
    for program in programs.all():
        program.locator("button").click()
        assert page.evaluate("navigator.clipboard.readText()").strip() == program.locator("code").inner_text().strip()


def test_a_page_without_a_clipboard_copies_all_the_same(browser: Browser, served: str) -> None:
    page = browser.new_page()
    page.context.grant_permissions(CLIPBOARD)
    page.add_init_script("window.paste = navigator.clipboard.readText.bind(navigator.clipboard)")
    page.add_init_script("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    page.goto(f"{served}japan/")
    page.locator("#cite-page > summary").click()
    button = page.locator(".ef-cite button[data-copy]").first
    button.click()
    expect(button).to_have_text("Copied")
    assert "Equal Footing" in page.evaluate("paste()")
    page.context.close()


def test_the_copy_button_copies_the_citation(page: Page, served: str) -> None:
    page.context.grant_permissions(CLIPBOARD)
    page.goto(f"{served}china/laws/charity-law/#cite-page")
    page.locator("#cite-gbt + button").press("Enter")
    assert page.evaluate("navigator.clipboard.readText()") == page.locator("#cite-gbt").inner_text()


# Editions -------------------------------------------------------------------------------------------------------------


def run(project: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run a command as somebody who looks at the site in Polish: editions are English all the same."""
    return processes.run(project, "equal_footing", *arguments, EQUAL_FOOTING_LANGUAGE="pl")


def change(project: Path, file: str, old: str, new: str) -> None:
    path = project / "data" / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
    form.fix(project)


@pytest.fixture(scope="module")
def released(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small project with one edition, made once; tests change copies of it."""
    project = make_project(make_world(tmp_path_factory.mktemp("released") / "world"))
    form.fix(project)
    made = run(project, "edition", "2026.11")
    assert made.returncode == 0, made.stderr
    return project


@pytest.fixture
def project(released: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(released, tmp_path / "project", symlinks=True))


FUND = "atlantis/funding/sea-fund.yml"
AMOUNT = "amount-grants-2023-04-to-2024-03"
WHY = "    changed: {kind: corrected, on: 2026-11-28, reason: A digit was misread.}\n"


def test_an_edition_stays_as_it_was_and_the_next_one_says_what_changed(project: Path, tmp_path: Path) -> None:
    change(project, FUND, "value: 1_500_000\n", f"value: 1_600_000\n{WHY}")
    made = run(project, "edition", "2026.12")
    assert made.returncode == 0, made.stderr
    site = tmp_path / "site"
    result = build(project, site, EQUAL_FOOTING_REPOSITORY="https://code.example/o/n")
    assert result.returncode == 0, result.stderr
    address = "atlantis/funding/sea-fund/index.html"
    old, new = ((site / "v" / name / address).read_text(encoding="utf-8") for name in ("2026.11", "2026.12"))
    today = (site / address).read_text(encoding="utf-8")
    assert "EUR 1.5 million" in old
    assert "1.6 million" not in old
    assert "EUR 1.6 million" in new
    assert "EUR 1.6 million" in today
    frozen = html.fromstring(old)
    assert frozen.xpath("//*[@class='ef-banner']//a/@href") == ["../../../../../atlantis/funding/sea-fund/"]
    keys = [re.findall(r"@report\{(.*),", (site / f"{root}atlantis/laws/aid-act/cite.bib").read_text(encoding="utf-8"))
            for root in ("v/2026.11/", "v/2026.12/", "")]  # fmt: skip
    assert keys == [
        ["equal-footing-atlantis-laws-aid-act-2026.11"],
        *[["equal-footing-atlantis-laws-aid-act-2026.12"]] * 2,
    ]
    assert frozen.xpath("//link[@rel='canonical']/@href") == [f"{BASE}v/2026.11/atlantis/funding/sea-fund/"]
    assert "site.invalid" not in old + new
    for page in (old, new):  # made without the variables; a repository that is known later is where mistakes go
        assert "code.example/o/n/issues/new" in page
        assert "repository.invalid" not in page
        assert "code.equal-footing.example" not in page
    for edition in ("2026.11", "2026.12"):  # each has a search of its own, which knows no other
        own = site / "v" / edition
        assert "sea-fund" in (own / "search/index.json").read_text(encoding="utf-8")
        assert not (own / "_headers").exists()
    assert "v/2026" not in (site / "search/index.json").read_text(encoding="utf-8")
    listed = "changes/index.html"
    for file in (site / listed, site / "v/2026.12" / listed):  # the edition itself says what it has changed
        (entry,) = html.parse(str(file)).getroot().xpath(f"//*[@id='2026.12/atlantis/funding/sea-fund/{AMOUNT}']")
        said = " ".join(entry.text_content().split())
        assert "corrected Sea Fund Amount (grants)" in said
        assert "Before: EUR 1.5 million Now: EUR 1.6 million Changed here on 28 November 2026 Why: A digit" in said
        assert "Source: Atlas Press" in said
    assert "This is the first edition." in (site / "v/2026.11" / listed).read_text(encoding="utf-8")
    assert "What has changed here" in html.fromstring(today).text_content()
    feed = ElementTree.parse(site / "feeds/changes.xml").getroot()
    atom = "{http://www.w3.org/2005/Atom}"
    assert [entry.findtext(f"{atom}title") for entry in feed.iter(f"{atom}entry")] == [
        "corrected: Sea Fund, Amount (grants)"
    ]


def test_a_page_that_has_changed_since_the_edition_is_cited_as_it_stands(project: Path, tmp_path: Path) -> None:
    change(project, FUND, "value: 1_500_000\n", f"value: 1_700_000\n{WHY}")
    site = tmp_path / "site"
    assert build(project, site).returncode == 0
    changed, same = (
        html.parse(str(site / f"atlantis/{name}/index.html")).getroot() for name in ("funding/sea-fund", "laws/aid-act")
    )
    assert head(changed, "citation_public_url") == [f"{BASE}atlantis/funding/sea-fund/"]
    assert head(same, "citation_public_url") == [f"{BASE}v/2026.11/atlantis/laws/aid-act/"]
    assert "version 2026.11" in same.xpath("//*[@id='cite-chicago']")[0].text_content()
    assert "version" not in changed.xpath("//*[@id='cite-chicago']")[0].text_content()
    text = " ".join(html.parse(str(site / "changes/index.html")).getroot().text_content().split())
    assert "Before: EUR 1.5 million Now: EUR 1.7 million" in text


@pytest.mark.parametrize(
    ("name", "why"),
    [("2026.13", "is not the name of an edition"), ("2026.10", "is not newer"), ("2026.11", "never changes")],
)
def test_an_edition_that_cannot_be_is_refused_and_nothing_is_left(project: Path, name: str, why: str) -> None:
    before = sorted(str(path) for path in project.rglob("*") if "__pycache__" not in str(path))
    refused = run(project, "edition", name)
    assert refused.returncode == 1
    assert why in refused.stderr
    assert sorted(str(path) for path in project.rglob("*") if "__pycache__" not in str(path)) == before


def test_a_changed_value_without_a_reason_holds_an_edition_up(project: Path) -> None:
    change(project, FUND, "value: 1_500_000\n", "value: 1_700_000\n")
    refused = run(project, "edition", "2026.12")
    assert refused.returncode == 1
    assert 'was "EUR 1.5 million" in the edition 2026.11 and is "EUR 1.7 million" now' in refused.stdout
    assert not (project / "editions/2026.12").exists()


def test_a_link_that_leads_nowhere_makes_no_edition(project: Path) -> None:
    with (project / "docs/index.md").open("a", encoding="utf-8") as page:
        page.write("\nSee [nothing](nowhere.md).\n")
    refused = run(project, "edition", "2026.12")
    assert refused.returncode == 1
    first, written, built = refused.stderr.splitlines()
    assert first == "the pages could not be built."
    assert written.startswith("WARNING -  Doc file 'index.md' contains a link 'nowhere.md'")
    assert re.fullmatch(r"WARNING -  index\.html:\d+: nowhere\.md leads nowhere", built)
    assert not (project / "editions/2026.12").exists()


def test_damage_within_the_pages_of_an_edition_is_told_in_one_line_and_the_old_site_stays(project: Path) -> None:
    assert run(project, "fix").returncode == 0
    built = run(project, "site")
    assert built.returncode == 0, built.stderr
    before = {path: path.stat().st_ino for path in (project / "site").rglob("*")}
    pages = project / "editions/2026.11/pages.tar.xz"
    raw = pages.read_bytes()
    pages.write_bytes(raw[: len(raw) // 2] + bytes([raw[len(raw) // 2] ^ 0xFF]) + raw[len(raw) // 2 + 1 :])
    refused = run(project, "site")
    assert refused.returncode == 1
    told, stays = refused.stderr.splitlines()
    assert told == (
        "editions/2026.11/pages.tar.xz: is damaged. An edition never changes: take it back from git "
        "(git checkout HEAD -- editions/2026.11, or an earlier commit than HEAD)."
    )
    assert stays.startswith("the site could not be built, and the old one stays.")
    assert {path: path.stat().st_ino for path in (project / "site").rglob("*")} == before


def test_a_missing_file_of_an_edition_stops_make_site_before_anything_is_built(project: Path) -> None:
    assert run(project, "fix").returncode == 0
    (project / "editions/2026.11/pages.tar.xz").unlink()
    refused = run(project, "site")
    assert refused.returncode == 1
    assert refused.stdout.startswith("editions/2026.11/pages.tar.xz:1:1 is missing. ")
    assert not (project / "site").exists()


def test_a_published_address_that_would_die_is_named(project: Path, tmp_path: Path) -> None:
    assert run(project, "fix").returncode == 0
    old = project / "data/atlantis/laws/aid-act.yml"
    new = old.with_name("law-on-aid.yml")
    shutil.move(old, new)
    change(project, FUND, "to: atlantis/laws/aid-act", "to: atlantis/laws/law-on-aid")
    refused = run(project, "check")
    assert refused.returncode == 1
    assert "atlantis/laws/aid-act/ was published and would be gone" in refused.stdout
    old.write_text("moved_to: atlantis/laws/law-on-aid\n", encoding="utf-8")
    assert run(project, "check").returncode == 0
    site = tmp_path / "site"
    assert build(project, site).returncode == 0
    page = html.parse(str(site / "atlantis/laws/aid-act/index.html")).getroot()
    assert page.xpath("//a[@data-moved]/@href") == ["../law-on-aid/"]
    assert (site / "v/2026.11/atlantis/laws/aid-act/index.html").is_file()


def test_the_menu_of_a_fact_lies_over_the_others_and_moves_none(page: Page, served: str) -> None:
    page.set_viewport_size({"width": 1440, "height": 900})
    page.goto(f"{served}japan/funding/japan-platform/")
    tops = "facts => facts.map(fact => fact.getBoundingClientRect().top + scrollY)"
    facts = page.locator(".ef-key dd")
    before = facts.evaluate_all(tops)
    facts.first.hover()
    facts.first.locator(".ef-cite-fact").click()
    expect(page.locator(".ef-key .ef-menu")).to_be_visible()
    assert facts.evaluate_all(tops) == before
