"""Questions, figures, tables, claims and countries that move or are withdrawn: their old addresses keep answering."""

from __future__ import annotations

import datetime
import json
import re
import shutil
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from equal_footing.changes import snapshot, taken_addresses
from equal_footing.changes.dataset_subjects import subjects
from equal_footing.changes.diff import compare
from equal_footing.changes.diff_report import report
from equal_footing.changes.edition_change import EditionChange
from equal_footing.changes.editions import Editions
from equal_footing.changes.feed import FEED, feed_of
from equal_footing.changes.git_data import DataAtCommit
from equal_footing.changes.release_notes import History, Release, edition_changes
from equal_footing.changes.snapshot import Snapshot
from equal_footing.citation.citing import Citing
from equal_footing.citation.exports import json_address
from equal_footing.drawing import macros
from equal_footing.drawing.page_content import draw
from equal_footing.drawing.page_renderer import PageRenderer
from equal_footing.drawing.publishing import feeds
from equal_footing.drawing.render import Renderer
from equal_footing.drawing.twin_files import TwinFiles
from equal_footing.model import address_list, messages
from equal_footing.model.dataset import Dataset
from equal_footing.model.loading import load
from equal_footing.search.entries import generated
from equal_footing.sitemap import addresses, pages
from equal_footing.sitemap.pages import Page
from equal_footing.views.records import Views

from ..cases import ANSWERS, ARTICLE, CLAIMS, FIGURE, QUESTION, TABLES, Change, both, copy, edit, whole
from ..conftest import FILES, LISTED, ROOT, problems, renderer_of

WORDS = messages.load(ROOT)
NUMBERS = ("7000012050002", "3010005018769")
URL = "https://here.example/"
GONE = "withdrawn: 2026-11-20\nname: {en: %s}\nreason: It was *two* things.\n"
LAW_OF_THE_SEA = "law-of-the-sea:" + FILES[ANSWERS].split("law-of-the-sea:")[1]
S003 = "  - id: s003" + FILES[CLAIMS].split("  - id: s003")[1]


def lemuria(data: Path) -> None:
    """Add a second country, with a record, a figure, answers and a source of its own."""
    shutil.copytree(data / "atlantis", data / "lemuria")
    renamed = (("atlantis", "lemuria"), ("Atlantis", "Lemuria"), ("atlas", "globe"), ("gazette", "moniteur"))
    for path in (data / "lemuria").rglob("*.yml"):
        text = path.read_text(encoding="utf-8")
        for old, new in (
            *renamed,
            ("code: IE", "code: MT"),
            ("Atlantide", "Lémurie"),
            ("7000012050002", "3010005018769"),
        ):
            text = text.replace(old, new)
        path.write_text(text, encoding="utf-8")


def moved(old: str, new: str, *changes: Change) -> Change:
    """Give a file another name and leave one in its place that says so."""

    def change(data: Path) -> None:
        (data / new).write_bytes((data / old).read_bytes())
        (data / old).write_text(f"moved_to: {new.removesuffix('.yml')}\n", encoding="utf-8")
        both(*changes)(data)

    return change


def country_moves(old: str, new: str) -> Change:
    """Give a country's folder another name and leave one file in its place."""

    def change(data: Path) -> None:
        (data / old).rename(data / new)
        for path in data.rglob("*.yml"):
            text = path.read_text(encoding="utf-8")
            path.write_text(text.replace(f"{old}/", f"{new}/"), encoding="utf-8")
        whole(f"{old}/country.yml", f"moved_to: {new}\n".encode())(data)

    return change


def country_goes(name: str, left: str) -> Change:
    """Take a country's folder out and leave one file in its place."""

    def change(data: Path) -> None:
        shutil.rmtree(data / name)
        whole(f"{name}/country.yml", left.encode())(data)

    return change


def sound(world: Path) -> Dataset:
    """Return the data of a world that have no problem and keep every published address."""
    assert problems(world) == []
    dataset, _ = load(world)
    assert dataset is not None
    assert [str(problem) for problem in addresses.check(world, dataset, WORDS)] == []
    return dataset


@pytest.fixture
def published(world: Path) -> Path:
    """The small world with two countries and an edition that has published all its addresses."""
    lemuria(world / "data")
    address_list.write(world / LISTED, addresses.present(sound(world), WORDS))
    return world


def renderer(dataset: Dataset) -> Renderer:
    return renderer_of(Citing(Views(dataset, WORDS), URL, Editions(["2026.11"]), History()))


def page_at(dataset: Dataset, address: str) -> Page:
    return {page.address: page for page in pages.all_pages(dataset, WORDS)}[address]


def drawn(dataset: Dataset, address: str) -> html.HtmlElement:
    """Return a page as it is drawn."""
    return html.fromstring(f"<div>{draw(renderer(dataset), page_at(dataset, address)).html}</div>")


def said(found: html.HtmlElement) -> str:
    return " ".join(found.text_content().split())


def leads(dataset: Dataset, address: str) -> str:
    """Return where an address with an anchor leads: to a link that a script follows, or nowhere."""
    page, _, anchor = address.partition("#")
    (link,) = drawn(dataset, page).xpath(f'//a[@id="{anchor}"][@data-follows]/@href')
    return str(link)


def told(before: Dataset, after: Dataset) -> list[EditionChange]:
    now = subjects(after, WORDS)
    return edition_changes(compare(subjects(before, WORDS), now), now)


# Moved ----------------------------------------------------------------------------------------------------------------


QUESTION_MOVES = moved(QUESTION, "questions/money-of-the-sea.yml", edit(ANSWERS, "sea-money:", "money-of-the-sea:"))


def test_a_question_that_has_moved_leads_on_with_its_answers(published: Path) -> None:
    before = taken(sound(published))
    both(QUESTION_MOVES, edit("lemuria/answers.yml", "sea-money:", "money-of-the-sea:"))(published / "data")
    dataset = sound(published)
    page = page_at(dataset, "compare/sea-money/")
    assert page.leads_to == "compare/money-of-the-sea/"
    assert drawn(dataset, page.address).xpath("//a[@data-moved]/@href") == ["../money-of-the-sea/"]
    assert leads(dataset, "compare/#sea-money-atlantis") == "#money-of-the-sea-atlantis"
    words = said(drawn(dataset, "compare/"))
    assert "What was here is now at: Is there a fund for the sea?: Atlantis, Lemuria." in words
    later = snapshot.take(subjects(dataset, WORDS), "2026.12", datetime.date(2026, 12, 1), before)
    assert later.unchanged_since["compare/money-of-the-sea"] == before.date


def test_a_figure_that_has_moved_leads_on_from_its_anchor(published: Path) -> None:
    moved(FIGURE, "atlantis/figures/projects-of-one-year.yml")(published / "data")
    assert leads(sound(published), "atlantis/figures/#projects") == "#projects-of-one-year"


def test_a_macro_that_shows_a_figure_under_its_old_name_says_the_new_one(published: Path) -> None:
    moved(FIGURE, "atlantis/figures/one.yml")(published / "data")
    drawer = PageRenderer(renderer(sound(published)), "about/", None)  # type: ignore[arg-type] # nothing is drawn
    with pytest.raises(LookupError, match=r"has moved\. Write atlantis/figures/one"):
        macros.figure(drawer, "atlantis", "projects")


def test_a_table_that_has_moved_leads_on(published: Path) -> None:
    both(
        edit(TABLES, "\nfunding:\n", "\nschemes:\n"),
        whole("comparisons/funding.yml", b"moved_to: comparisons/schemes\n"),
    )(published / "data")
    assert page_at(sound(published), "compare/funding/").leads_to == "compare/schemes/"


def test_a_claim_leads_on_from_its_anchors_to_another_id_and_to_another_section(published: Path) -> None:
    both(
        edit(CLAIMS, S003, ""),
        whole("article/claims/sea.yml", b"order: 9\ntitle: The sea\nclaims:\n" + S003.replace("s003", "s004").encode()),
        whole("article/claims/s003.yml", b"moved_to: article/claims/s004\n"),
    )(published / "data")
    dataset = sound(published)
    for address in ("article/#s003", "article/money/#s003"):
        assert leads(dataset, address).endswith("sea/#s004")


def test_a_claim_in_another_section_needs_no_file(published: Path) -> None:
    both(
        edit(CLAIMS, S003, ""),
        whole("article/claims/sea.yml", b"order: 9\ntitle: The sea\nclaims:\n" + S003.encode()),
    )(published / "data")
    assert leads(sound(published), "article/money/#s003") == "../sea/#s003"


def test_a_section_that_has_moved_leads_on(published: Path) -> None:
    moved(CLAIMS, "article/claims/means.yml")(published / "data")
    assert page_at(sound(published), "article/money/").leads_to == "article/means/"


def test_a_country_that_has_moved_takes_all_its_pages_and_answers_along(published: Path) -> None:
    before = sound(published)
    old = [page.address for page in pages.all_pages(before, WORDS) if "lemuria" in page.address]
    country_moves("lemuria", "mu")(published / "data")
    dataset = sound(published)
    assert len(old) > 15
    for address in old:
        leads_to = page_at(dataset, address).leads_to
        assert leads_to == "/".join(part.replace("lemuria", "mu") for part in address.split("/"))
    assert leads(dataset, "compare/sea-money/#lemuria") == "#mu"
    assert leads(dataset, "compare/#sea-money-lemuria") == "#sea-money-mu"
    assert dataset.resolve("lemuria/funding/sea-fund") == "mu/funding/sea-fund"
    assert {change.kind for change in told(before, dataset)} == {"moved"}


def test_a_record_that_moves_within_a_country_that_has_moved_is_found_from_its_first_address(published: Path) -> None:
    country_moves("lemuria", "mu")(published / "data")
    moved("mu/organisations/reef.yml", "mu/organisations/coast.yml")(published / "data")
    dataset = sound(published)
    assert page_at(dataset, "lemuria/organisations/reef/").leads_to == "mu/organisations/coast/"


# Withdrawn ------------------------------------------------------------------------------------------------------------


def question_goes(*see: str) -> Change:
    left = (GONE % "Does a law speak of the sea?") + (f"see: [{', '.join(see)}]\n" if see else "")
    without = [edit(f"{place}/answers.yml", part, "") for place, part in (("atlantis", LAW_OF_THE_SEA),)]
    theirs = edit(
        "lemuria/answers.yml",
        LAW_OF_THE_SEA.replace("atlas", "globe").replace("gazette", "moniteur").replace("Atlantis", "Lemuria"),
        "",
    )
    return both(whole("questions/law-of-the-sea.yml", left.encode()), *without, theirs)


def test_a_question_that_was_split_names_both_that_took_its_place(published: Path) -> None:
    fresh = copy(
        QUESTION,
        "questions/coasts.yml",
        ("order: 1", "order: 3"),
        ("fund for the sea", "fund for coasts"),
        ("Sea money", "Coasts"),
    )
    both(fresh, question_goes("questions/sea-money", "questions/coasts"))(published / "data")
    dataset = sound(published)
    found = drawn(dataset, "compare/law-of-the-sea/")
    assert "Withdrawn on 20 November 2026" in said(found)
    assert "It was two things." in said(found)
    links = {link.text: link.get("href") for link in found.xpath('//*[@class="ef-see"]/a')}
    assert links == {"Is there a fund for the sea?": "../sea-money/", "Is there a fund for coasts?": "../coasts/"}
    assert found.xpath('//*[@id="lemuria"]')
    everything = drawn(dataset, "compare/")
    assert everything.xpath('//*[@class="ef-left"]//*[@id="law-of-the-sea-atlantis"]')
    assert "Read instead: Is there a fund for the sea?, Is there a fund for coasts?." in said(everything)


@pytest.mark.parametrize(
    ("change", "page", "anchors"),
    [
        (whole(FIGURE, (GONE % "Projects").encode()), "atlantis/figures/", {"projects"}),
        (
            both(
                edit(ARTICLE, "claims: 3", "claims: 2"),
                edit(CLAIMS, S003, ""),
                whole("article/claims/s003.yml", (GONE % "Of the sea").encode()),
            ),
            "article/money/",
            {"s003"},
        ),
    ],
    ids=["figure", "claim"],
)
def test_what_had_an_anchor_and_was_withdrawn_says_why_at_the_anchor(
    published: Path, change: Change, page: str, anchors: set[str]
) -> None:
    change(published / "data")
    found = drawn(sound(published), page)
    (left,) = found.xpath('//*[@class="ef-left"]')
    assert anchors <= set(left.xpath(".//@id"))
    assert "Withdrawn on 20 November 2026. It was two things." in said(left)


def test_a_table_that_was_withdrawn_has_a_page_that_says_why(published: Path) -> None:
    text = (published / "data" / TABLES).read_text(encoding="utf-8")
    first = "\nfunding:\n" + re.split(r"\n(?=[a-z])", text.split("\nfunding:\n")[1])[0]
    both(edit(TABLES, first, ""), whole("comparisons/funding.yml", (GONE % "Funds").encode()))(published / "data")
    assert "Why it was withdrawn" in said(drawn(sound(published), "compare/funding/"))


LEMURIA_GOES = country_goes("lemuria", GONE % "Lemuria" + "edition: 2026.11\nsee: [atlantis]\n")


def test_a_country_that_was_withdrawn_says_so_on_all_its_pages(published: Path) -> None:
    before = sound(published)
    old = [page.address for page in pages.all_pages(before, WORDS) if "lemuria" in page.address]
    LEMURIA_GOES(published / "data")
    dataset = sound(published)
    for address in old:
        assert page_at(dataset, address).macro == "withdrawn"
        anchors = drawn(dataset, address).xpath("//@id")
        assert len(anchors) == len(set(anchors))
    found = drawn(dataset, "lemuria/funding/sea-fund/")
    assert {
        "Atlantis": "../../../atlantis/",
        "As published in edition 2026.11": "../../../v/2026.11/lemuria/funding/sea-fund/",
    }.items() <= {link.text: link.get("href") for link in found.xpath("//a")}.items()
    assert found.xpath('//*[@id="started"]')
    assert drawn(dataset, "compare/sea-money/").xpath('//*[@class="ef-left"]//*[@id="lemuria"]')
    found_by_search = [page for page in map(partial(page_at, dataset), old) if generated(dataset, WORDS, page, "")]
    assert [page.address for page in found_by_search] == ["lemuria/"]
    changes = told(before, dataset)
    assert {change.kind for change in changes} == {"withdrawn"}
    assert {change.reason for change in changes if change.page == "lemuria"} == {"It was two things."}


def test_what_others_say_of_a_country_that_was_withdrawn_is_told(published: Path) -> None:
    edit(
        "atlantis/laws/aid-act.yml",
        "  - {type: administered-by",
        "  - {type: near, to: lemuria/laws/aid-act}\n  - {type: administered-by",
    )(published / "data")
    LEMURIA_GOES(published / "data")
    assert problems(published) == [
        'data/atlantis/laws/aid-act.yml:10:22 relation 1, to: "lemuria/laws/aid-act" was withdrawn with lemuria; only '
        "links in texts may lead to it. Read instead: atlantis."
    ]
    (published / LISTED).unlink()
    assert len(problems(published)) == 1


# Forgotten ------------------------------------------------------------------------------------------------------------


def test_forgetting_to_say_so_is_told_for_everything(published: Path) -> None:
    shutil.rmtree(published / "data/lemuria")
    (published / "data" / FIGURE).rename(published / "data/atlantis/figures/project.yml")
    dataset, _ = load(published)
    assert dataset is not None
    found = {problem.message for problem in addresses.check(published, dataset, WORDS)}
    leave = "Leave a file data/%s with `moved_to: …` or `withdrawn: …`."
    for address, file in {
        "lemuria/": "lemuria/country.yml",
        "compare/atlantis-lemuria/": "lemuria/country.yml",
        "compare/sea-money/#lemuria": "lemuria/country.yml",
        "compare/#sea-money-lemuria": "lemuria/country.yml",
    }.items():
        assert f"{address} was published and would be gone. {leave % file}" in found
    near = leave % FIGURE + " Did you mean project?"
    assert f"atlantis/figures/#projects was published and would be gone. {near}" in found


# What has changed -----------------------------------------------------------------------------------------------------


def test_the_differences_say_what_became_of_everything(published: Path) -> None:
    before = sound(published)
    both(
        question_goes("questions/sea-money"),
        moved(FIGURE, "atlantis/figures/projects-of-one-year.yml"),
        country_moves("lemuria", "mu"),
    )(published / "data")
    after = sound(published)
    was = DataAtCommit("0" * 40, False, before, [], {}, False)
    (published / "templates").symlink_to(ROOT / "templates")
    lines = report(published, "main", was, after).splitlines()
    assert "Comparison: Does a law speak of the sea? (question, withdrawn; data/questions/law-of-the-sea.yml)" in lines
    assert "- Why it was withdrawn: It was two things." in lines or "- Reason: It was two things." in lines
    for line in (
        "Atlantis: Projects of the Sea Fund (figure, moved from",
        "Lemuria: Lemuria (country, moved from data/lemuria",
    ):
        assert any(found.lstrip("- ").startswith(line) for found in lines)
    assert not [line for line in lines if "(source, " in line or ("(answer, " in line and "taken out" not in line)]


def test_the_feeds_name_what_has_moved_and_was_withdrawn_and_that_of_a_moved_country_stays(published: Path) -> None:
    before = sound(published)
    both(question_goes(), country_moves("lemuria", "mu"))(published / "data")
    after = sound(published)
    release = Release(1, "2026.12", datetime.date(2026, 12, 1), told(before, after))
    environment, views = Renderer.bare_environment(ROOT), Views(after, WORDS)
    found = feeds(environment, History([release]), URL, views)
    assert {feed_of("lemuria"), feed_of("mu")} < set(found)
    assert "withdrawn: Does a law speak of the sea?" in found[FEED]
    assert "Why: It was two things." in found[FEED]
    (entry,) = html.fromstring(found[feed_of("lemuria")].encode()).xpath("//entry")
    assert said(entry.xpath("./content")[0]) == f"Edition 2026.12 Before: {URL}lemuria/ Now: {URL}mu/"


def test_a_thing_that_was_withdrawn_may_stand_again(published: Path) -> None:
    whole(FIGURE, (GONE % "Projects").encode())(published / "data")
    before = sound(published)
    whole(FIGURE, FILES[FIGURE].encode())(published / "data")
    after = sound(published)
    (change,) = compare(subjects(before, WORDS), subjects(after, WORDS))
    assert (change.type, change.before and change.before.id) == ("added", "former:atlantis/figures/projects")
    assert list(taken_addresses.check(taken(before), after)) == []


def test_another_thing_at_an_address_that_leads_on_is_told_and_one_that_moves_back_is_not(published: Path) -> None:
    new = "atlantis/figures/projects-of-one-year.yml"
    moved(FIGURE, new)(published / "data")
    before = sound(published)
    other = FILES[FIGURE].replace("order: 1", "order: 2").replace("Projects of the Sea Fund", "Other projects")
    whole(FIGURE, other.encode())(published / "data")
    assert [str(problem) for problem in taken_addresses.check(taken(before), sound(published))] == [
        f"data/{FIGURE}:1:1 atlantis/figures/#projects has led to atlantis/figures/#projects-of-one-year since an "
        "edition, and would now show another thing. Give this one another name, and put `moved_to: "
        "atlantis/figures/projects-of-one-year` back in its place."
    ]
    moved(new, FIGURE)(published / "data")
    assert list(taken_addresses.check(taken(before), sound(published))) == []


def taken(dataset: Dataset) -> Snapshot:
    return snapshot.take(subjects(dataset, WORDS), "2026.11", datetime.date(2026, 11, 29), None)


# Files for programs ---------------------------------------------------------------------------------------------------


def twins(dataset: Dataset, address: str) -> tuple[dict[str, Any], str]:
    """Return the twins of a page, as JSON and as Markdown."""
    found = TwinFiles(renderer(dataset)).page(page_at(dataset, address), "")
    return json.loads(found[json_address(address)]), found[f"{address}index.md"]


def test_the_twins_say_where_to_look_instead(published: Path) -> None:
    both(question_goes("questions/sea-money"), moved(FIGURE, "atlantis/figures/one.yml"))(published / "data")
    moved(CLAIMS, "article/claims/means.yml")(published / "data")
    dataset = sound(published)
    document, text = twins(dataset, "article/money/")
    assert document["ended"] == [
        {"title": "Money", "anchors": [], "moved_to": f"{URL}article/means/", "read_instead": []}
    ]
    assert f"What was here is now at: [Money]({URL}article/means/)" in text
    listed = TwinFiles(renderer(dataset)).llms(list(pages.all_pages(dataset, WORDS)))
    assert "compare/law-of-the-sea/" not in listed
    document, text = twins(dataset, "compare/")
    (gone,) = document["ended"]
    assert gone["withdrawn"] == "2026-11-20"
    assert gone["read_instead"] == [f"{URL}compare/sea-money/"]
    assert "It was *two* things. Read instead: <" in text
    document, text = twins(dataset, "atlantis/figures/")
    assert document["ended"][0]["moved_to"] == f"{URL}atlantis/figures/#one"
