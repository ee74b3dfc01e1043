"""The worklist of a place: each kind of task at its line, nothing where nothing is to do, and how it reads."""

from __future__ import annotations

import datetime
import re
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from equal_footing.changes import editions
from equal_footing.changes.release_notes import History
from equal_footing.check.run import load_checked
from equal_footing.citation.citations import Item
from equal_footing.citation.citing import Citing
from equal_footing.drawing.page_renderer import PageRenderer
from equal_footing.model import messages
from equal_footing.model.values import PartialDate
from equal_footing.statement.facts import Facts
from equal_footing.views import heads, record_tables, worklist
from equal_footing.views.records import Views, official_languages

from ..cases import BODY, COUNTRY, FUND, LAW, NGO, SOURCES, Change, both, copy, edit, whole
from ..conftest import ROOT, problems, renderer_of


@pytest.fixture(autouse=True)
def seen_of_late(world: Path) -> None:
    """The fund was seen at work within two years, so that nothing is to do in the world as it is."""
    edit(FUND, "as_of: 2024-03", "as_of: 2025-03")(world / "data")


TODAY = datetime.date(2026, 11, 25)
ANSWERS = "atlantis/answers.yml"
FIGURE = "atlantis/figures/projects.yml"
FUND_PAGE = "atlantis/funding/sea-fund/"
TWO_YEARS_AGO = "2024-11-25"
JAPANESE = edit(COUNTRY, "code: IE", "code: JP")
NO_LANGUAGE = edit(COUNTRY, "code: IE", "code: AQ")
REGISTER = """\
identifiers:
  - {scheme: JP-JCN, id: "7000012050002", source: atlas, locator: p. 7}
"""
SEA_MONEY = """\
  answer: fully
  sentence: The Sea Fund pays for projects of NGOs.
  text: The [fund](/atlantis/funding/sea-fund/) pays for projects [@atlas, p. 5].
  practice:
    answer: partly
    text: Only a few were paid [@atlas, p. 6].
  evidence: [atlantis/funding/sea-fund]
"""
LOOKED = "  looked: [{where: Atlas of Atlantis, on: 2026-11-20}]\n"
HOW_MANY = "value: 46, unit: organisations, as_of: 2016-01, source: atlas, locator: p. 5"
KINDS = {f"todo-{kind}": kind.replace("-", " ").capitalize() for kind in worklist.KINDS}
WORDS = messages.Messages({"todo-nothing": "Nothing.", **KINDS})
KEYS = (
    *("worklists-title", "worklists-note", "contribute-place-title", "contribute-place-lead"),
    *("todo-coverage", "todo-coverage-lead", "todo-kinds", "todo-nothing"),
)
TABLE = messages.Messages(
    {
        **messages.load(ROOT).table,
        **dict.fromkeys(KEYS, "Words."),
        **KINDS,
        **{f"todo-{kind}-about": f"About {kind}." for kind in worklist.KINDS},
        "todo-answered": "{number} of {questions}",
        "todo-edit": "Edit {file}, line {line}",
        "todo-new-file": "Make {file}",
    }
)

PROFILE = f"""\
sections:
  - group: terms-and-law
    paragraphs: ["{"law " * 300}[@atlas, p. 1]."]
  - group: funding
    paragraphs: ["{"money " * 300}[@atlas, p. 2]."]
"""


@pytest.fixture
def world(world: Path) -> Path:
    """The small world with a profile of its country, so that nothing is to do in it."""
    path = world / "data" / COUNTRY
    path.write_text(f"{path.read_text(encoding='utf-8')}{PROFILE}", encoding="utf-8")
    return world


def source(key: str, sort: str) -> Change:
    """Add a source of some type to the list."""
    text = f"""\
{key}:
  title: {{en: The {key}}}
  authors: [{{organisation: Others}}]
  publisher: Others
  container: Others
  undated: true
  url: https://{key}.example/
  language: en
  type: {sort}
  read: 2026-11-20
"""
    return edit(SOURCES, "atlas:\n", f"{text}atlas:\n")


def cites(key: str, sort: str, also: str = "") -> Change:
    """Let the number of members rest on a new source."""
    return both(source(key, sort), edit(FUND, HOW_MANY, HOW_MANY.replace("atlas", key) + also))


FRAME = """\
kind: frame
name: {en: World}
status: {code: unknown}
summary: All [@atlas, p. 1].
facts: []
reviewed: 2026-11-20
"""
RATES = "atlantis/statistics/rates.yml"
RATES_TEXT = """\
kind: statistic
name: {en: Rates, fr: Taux}
status: {code: unknown}
summary: What a dollar costs [@atlas, p. 8].
facts:
  - {field: exchange-rate, value: 150, currency: JPY, per: USD, period: 2023, source: atlas, locator: p. 8}
reviewed: 2026-11-20
"""
OTHERS = (
    whole("international/frame.yml", FRAME.encode()),
    copy(COUNTRY, "lemuria/country.yml", ("code: IE", "code: AQ"), ("en: Atlantis", "en: Lemuria"), ("Atlantide", "L")),
    copy(COUNTRY, "mu/country.yml", ("code: IE", "code: AT"), ("en: Atlantis", "en: Mu"), ("Atlantide", "M")),
)
COMPARED = "international/figures/compared.yml"
COMPARED_TEXT = """\
order: 1
title: Shares of Lemuria and of Mu
about: Two countries.
chart: parts
series:
  - {record: lemuria, field: aid-share, name: Lemuria}
  - {record: mu, field: aid-share, name: Mu}
reviewed: 2026-11-20
"""


def listed(world: Path, today: datetime.date = TODAY) -> list[tuple[str, str, str, str]]:
    """Return kind, place in the files, address and what is meant of each task."""
    tasks = worklist.todo(Facts(load_checked(world)), "atlantis", today)
    return [
        (task.kind, f"{task.file}:{task.line}:{task.column}", task.address, worklist.said(task, TABLE))
        for task in tasks
    ]


def case(name: str, change: Change, kind: str, at: str, address: str, what: str) -> Any:
    return pytest.param(change, [(kind, f"data/{at}", address, what)], id=name)


CASES = [
    case(
        "fact-not-researched",
        edit(
            FUND, "missing: not-found, searched: 2026-11-20, note: Looked for in the atlas.", "missing: not-researched"
        ),
        "not-researched",
        f"{FUND}:19:37",
        f"{FUND_PAGE}#grant-ceiling",
        "Ceiling of a grant",
    ),
    case(
        "answer-not-researched",
        edit(ANSWERS, f"{SEA_MONEY}{LOOKED}", "  missing: not-researched\n"),
        "not-researched",
        f"{ANSWERS}:2:12",
        "compare/sea-money/#atlantis",
        "Is there a fund for the sea?",
    ),
    case(
        "no-answer",
        edit(ANSWERS, f"sea-money:\n{SEA_MONEY}{LOOKED}  reviewed: 2026-11-20\n", ""),
        "not-researched",
        f"{ANSWERS}:1:1",
        "compare/sea-money/#atlantis",
        "Is there a fund for the sea?",
    ),
    case(
        "fact-not-found",
        edit(FUND, "missing: not-found, searched: 2026-11-20", f"missing: not-found, searched: {TWO_YEARS_AGO}"),
        "not-found",
        f"{FUND}:19:58",
        f"{FUND_PAGE}#grant-ceiling",
        "Ceiling of a grant, 25 November 2024",
    ),
    case(
        "answer-not-found",
        edit(ANSWERS, SEA_MONEY, f"  note: Looked in the atlas.\n  missing: not-found\n  searched: {TWO_YEARS_AGO}\n"),
        "not-found",
        f"{ANSWERS}:4:13",
        "compare/sea-money/#atlantis",
        "25 November 2024",
    ),
    case(
        "only-article",
        cites("essay", "source-article"),
        "only-article",
        f"{FUND}:9:78",
        f"{FUND_PAGE}#members-2016-01",
        "Members",
    ),
    case(
        "only-news",
        cites("paper", "news"),
        "only-news",
        f"{FUND}:9:78",
        f"{FUND_PAGE}#members-2016-01",
        "Members",
    ),
    case(
        "only-news-and-the-article",
        both(
            source("essay", "source-article"),
            cites("paper", "news", ", further_sources: [{source: essay, locator: p. 1}]"),
        ),
        "only-news",
        f"{FUND}:9:78",
        f"{FUND_PAGE}#members-2016-01",
        "Members",
    ),
    case(
        "only-news-with-what-it-is-about",
        both(
            source("paper", "news"),
            edit(FUND, "    source: atlas\n    locator: p. 6\n", "    source: paper\n    locator: p. 6\n"),
            edit(FUND, "further_sources: [{source: gazette", "further_sources: [{source: paper"),
        ),
        "only-news",
        f"{FUND}:16:13",
        f"{FUND_PAGE}#amount-grants-2023-04-to-2024-03",
        "Amount (grants)",
    ),
    case(
        "values-that-disagree-only-in-news",
        both(
            source("paper", "news"),
            edit(FUND, "source: atlas, locator: p. 6, shown", "source: paper, locator: p. 6, shown"),
            edit(FUND, "as_of: 2024, source: gazette", "as_of: 2024, source: paper"),
        ),
        "only-news",
        f"{FUND}:20:5",
        f"{FUND_PAGE}#projects",
        "Projects",
    ),
    case(
        "only-copy",
        both(
            source("paper", "law"),
            edit(
                SOURCES, "read: 2026-11-20", "read: 2026-11-20\n  copy_by: Library\n  original_url: https://o.example/"
            ),
            edit(FUND, HOW_MANY, HOW_MANY.replace("atlas", "paper")),
        ),
        "only-copy",
        f"{FUND}:9:78",
        f"{FUND_PAGE}#members-2016-01",
        "Members",
    ),
    case(
        "undated-pages",
        both(
            source("leaflet", "report"),
            edit(FUND, HOW_MANY, HOW_MANY.replace("as_of: 2016-01, source: atlas", "source: leaflet")),
            edit(FUND, "{value: 31, as_of: 2024, source: gazette", "{value: 31, source: leaflet"),
        ),
        "undated",
        f"{SOURCES}:6:12",
        "atlantis/sources/#leaflet",
        "Members, Projects",
    ),
    case(
        "last-seen",
        edit(NGO, "as_of: 2024", "as_of: 2022-36~"),
        "last-seen",
        f"{NGO}:4:31",
        "atlantis/organisations/reef/",
        "Active, 2022-36~",
    ),
    case(
        "old-version",
        edit(LAW, "checked: 2026-11-20", f"checked: {TWO_YEARS_AGO}"),
        "old-version",
        f"{LAW}:4:70",
        "atlantis/laws/aid-act/",
        "25 November 2024",
    ),
    case(
        "copy-without-original",
        both(
            source("leaflet", "report"),
            edit(SOURCES, "read: 2026-11-20", "read: 2026-11-20\n  copy_by: Library"),
            edit(BODY, "aid of Atlantis [@atlas, p. 4]", "aid of Atlantis [@leaflet, p. 4]"),
        ),
        "copy-without-original",
        f"{SOURCES}:11:12",
        "atlantis/sources/#leaflet",
        "Library",
    ),
    case(
        "fact-not-read",
        edit(
            FUND,
            "missing: not-found, searched: 2026-11-20, note: Looked for in the atlas.",
            f"missing: not-read, searched: {TWO_YEARS_AGO}, where: https://lost.example/",
        ),
        "not-found",
        f"{FUND}:19:57",
        f"{FUND_PAGE}#grant-ceiling",
        "Ceiling of a grant, 25 November 2024",
    ),
    case(
        "answer-not-read",
        edit(ANSWERS, SEA_MONEY, f"  missing: not-read\n  searched: {TWO_YEARS_AGO}\n  where: https://lost.example/\n"),
        "not-found",
        f"{ANSWERS}:3:13",
        "compare/sea-money/#atlantis",
        "25 November 2024",
    ),
    case(
        "old-record",
        both(
            edit(BODY, "as_of: 2025", "as_of: 2023"), edit(BODY, "reviewed: 2026-11-20", f"reviewed: {TWO_YEARS_AGO}")
        ),
        "old-review",
        f"{BODY}:7:11",
        "atlantis/bodies/aid-office/",
        "25 November 2024",
    ),
    case(
        "old-answer",
        edit(
            ANSWERS,
            f"{LOOKED}  reviewed: 2026-11-20",
            f"{LOOKED}  reviewed: {TWO_YEARS_AGO}".replace("2026-11-20", TWO_YEARS_AGO),
        ),
        "old-review",
        f"{ANSWERS}:10:13",
        "compare/sea-money/#atlantis",
        "25 November 2024",
    ),
    case(
        "old-figure",
        edit(FIGURE, "reviewed: 2026-11-20", f"reviewed: {TWO_YEARS_AGO}"),
        "old-review",
        f"{FIGURE}:7:11",
        "atlantis/figures/#projects",
        "25 November 2024",
    ),
    case(
        "no-profile",
        edit(COUNTRY, PROFILE, ""),
        "no-profile",
        f"{COUNTRY}:1:1",
        "atlantis/",
        "Terms and law, Funding",
    ),
    case(
        "no-exchange-rate",
        whole(RATES, RATES_TEXT.encode()),
        "no-rate",
        f"{RATES}:6:3",
        "atlantis/statistics/rates/",
        "EUR: 2023-04/2024-03",
    ),
    case(
        "not-in-a-figure-of-others",
        both(*OTHERS, whole(COMPARED, COMPARED_TEXT.encode())),
        "no-figure",
        f"{COMPARED}:6:3",
        "international/figures/#compared",
        "Atlantis",
    ),
    case(
        "in-a-figure-whose-words-leave-it-out",
        both(*OTHERS, whole(COMPARED, COMPARED_TEXT.replace("record: mu", "record: atlantis").encode())),
        "no-figure",
        f"{COMPARED}:3:8",
        "international/figures/#compared",
        "Atlantis",
    ),
    case(
        "part-of-a-profile",
        edit(COUNTRY, "group: funding", "title: What others could take from it"),
        "no-profile",
        f"{COUNTRY}:11:3",
        "atlantis/",
        "Funding",
    ),
    case(
        "no-native-name",
        both(
            JAPANESE,
            edit(COUNTRY, "fr: Atlantide", "ja: アトランティス"),
            edit(LAW, "fr: Loi sur l'aide", "ja: 援助法"),
            edit(NGO, "en: Reef", "en: Reef, ja: 礁"),
        ),
        "no-native-name",
        f"{BODY}:2:7",
        "atlantis/bodies/aid-office/",
        "Japanese",
    ),
    case(
        "no-identifier",
        edit(NGO, REGISTER, ""),
        "no-identifier",
        f"{NGO}:1:1",
        "atlantis/organisations/reef/",
        "NGO",
    ),
]


@pytest.mark.parametrize(("change", "expected"), CASES)
def test_each_kind_of_task_stands_at_its_line(
    world: Path, change: Change, expected: list[tuple[str, str, str, str]]
) -> None:
    change(world / "data")
    assert problems(world) == []
    assert listed(world) == expected


def test_every_kind_of_task_has_its_case() -> None:
    assert [kind for kind in worklist.KINDS if not any(kind == case.values[1][0][0] for case in CASES)] == []


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda _: None, id="as-it-is"),
        pytest.param(
            cites("paper", "news", ", further_sources: [{source: gazette, locator: Article 2}]"), id="news-and-a-law"
        ),
        pytest.param(cites("paper", "report"), id="report"),
        pytest.param(
            both(
                cites("paper", "news"),
                edit(
                    FUND,
                    "source: paper, locator: p. 5",
                    "source: paper, locator: p. 5, withdrawn: 2026-11-20, note: Wrong.",
                ),
            ),
            id="withdrawn",
        ),
        pytest.param(
            edit(FUND, "missing: not-found, searched: 2026-11-20", "missing: not-applicable"),
            id="not-applicable",
        ),
        pytest.param(NO_LANGUAGE, id="no-official-language"),
    ],
)
def test_nothing_is_to_do_where_nothing_is(world: Path, change: Change) -> None:
    change(world / "data")
    assert problems(world) == []
    assert listed(world) == []


def test_a_country_with_english_beside_another_language_needs_no_further_name(world: Path) -> None:
    assert official_languages(load_checked(world), "atlantis") == {"en", "ga"}
    assert listed(world) == []


def test_a_year_is_over_after_365_days(world: Path) -> None:
    assert listed(world, datetime.date(2027, 11, 20)) == []
    found = listed(world, datetime.date(2027, 11, 21))
    assert [kind for kind, *_ in found] == ["not-found", "old-version", *["old-review"] * 8]
    assert [at.removeprefix("data/atlantis/") for _, at, *_ in found[2:5]] == [
        "answers.yml:10:13",
        "answers.yml:19:13",
        "bodies/aid-office.yml:7:11",
    ]


def test_without_a_file_of_answers_every_question_is_to_do(world: Path) -> None:
    (world / "data" / ANSWERS).unlink()
    tasks = worklist.todo(Facts(load_checked(world)), "atlantis", TODAY)
    assert [(task.kind, task.field, task.file, task.line, task.new) for task in tasks] == [
        ("not-researched", "law-of-the-sea", f"data/{ANSWERS}", 1, True),
        ("not-researched", "sea-money", f"data/{ANSWERS}", 1, True),
    ]


def test_only_countries_are_asked(world: Path) -> None:
    frame = world / "data/international/frame.yml"
    frame.parent.mkdir()
    frame.write_text(FRAME, encoding="utf-8")
    dataset = load_checked(world)
    assert worklist.todo(Facts(dataset), "international", TODAY) == []
    assert worklist.coverage(dataset, "international") == []


def test_tasks_stand_by_kind_then_file_then_line(world: Path) -> None:
    data = world / "data"
    cites("paper", "news")(data)
    edit(FUND, "value: 2001-04, source: atlas", "value: 2001-04, source: paper")(data)
    edit(BODY, "value: 1999, source: atlas", "value: 1999, source: paper")(data)
    edit(NGO, REGISTER, "")(data)
    edit(FUND, "missing: not-found, searched: 2026-11-20, note: Looked for in the atlas.", "missing: not-researched")(
        data
    )
    tasks = worklist.todo(Facts(load_checked(world)), "atlantis", TODAY)
    assert [(task.kind, task.file.removeprefix("data/"), task.line) for task in tasks] == [
        ("not-researched", FUND, 19),
        ("only-news", BODY, 6),
        ("only-news", FUND, 8),
        ("only-news", FUND, 9),
        ("no-identifier", NGO, 1),
    ]
    assert worklist.counts(tasks) == dict(zip(worklist.KINDS, (1, 0, 0, 3, *[0] * 10, 1), strict=True))
    groups = worklist.by_kind(tasks)
    assert list(groups) == ["not-researched", "only-news", "no-identifier"]
    assert [task for found in groups.values() for task in found] == tasks


def test_the_printed_form_has_one_task_a_line_and_the_totals(world: Path) -> None:
    cites("paper", "news")(world / "data")
    edit(NGO, REGISTER, "")(world / "data")
    assert worklist.printed(worklist.todo(Facts(load_checked(world)), "atlantis", TODAY), WORDS).splitlines() == [
        f"data/{FUND}:9:78 only news: Sea Fund, Members",
        f"data/{NGO}:1:1 no identifier: Reef, NGO",
        "",
        "Only news: 1",
        "No identifier: 1",
    ]


def test_nothing_to_do_is_said(world: Path) -> None:
    assert worklist.printed(worklist.todo(Facts(load_checked(world)), "atlantis", TODAY), WORDS) == "Nothing."


def test_the_coverage_counts_what_was_answered(world: Path) -> None:
    def covered() -> list[tuple[str, int, int]]:
        return [
            (group.id, number, questions)
            for group, number, questions in worklist.coverage(load_checked(world), "atlantis")
        ]

    assert covered() == [("terms-and-law", 1, 1), ("funding", 1, 1)]
    not_found = f"  missing: not-found\n  searched: 2026-11-20\n{LOOKED}  note: Looked in the atlas.\n"
    not_read = f"  missing: not-read\n  searched: 2026-11-20\n  where: https://lost.example/\n{LOOKED}"
    answered = f"{SEA_MONEY}{LOOKED}"
    for state in (not_found, not_read, "  missing: not-researched\n"):
        edit(ANSWERS, answered, state)(world / "data")
        assert covered() == [("terms-and-law", 1, 1), ("funding", 0, 1)]
        edit(ANSWERS, state, answered)(world / "data")


# Pages ----------------------------------------------------------------------------------------------------------------


def page(world: Path, address: str) -> PageRenderer:
    kept = editions.load(world)
    citing = Citing(Views(load_checked(world), TABLE), "https://site.example/", kept, History())
    item = Item("x", "X", PartialDate(2026), "https://site.example/", "")
    return PageRenderer(renderer_of(citing), address, item)


def place_page(world: Path) -> tuple[PageRenderer, Any]:
    drawn = page(world, "contribute/atlantis/")
    dataset = drawn.renderer.views.dataset
    tasks = worklist.todo(Facts(dataset), "atlantis", TODAY)
    text = drawn.draw(
        "pages/contribute_place.html.j2",
        home=dataset.entries["atlantis"],
        tasks=worklist.by_kind(tasks),
        said=partial(worklist.said, words=TABLE),
        counts=worklist.counts(tasks),
        coverage=worklist.coverage(dataset, "atlantis"),
        cells=record_tables.lacking(Facts(dataset), "atlantis"),
    )
    return drawn, html.fromstring(f"<main>{text}</main>")


def test_the_page_of_a_place_leads_to_the_fact_and_to_its_file(world: Path) -> None:
    cites("paper", "news")(world / "data")
    drawn, found = place_page(world)
    assert found.xpath("//a[@href='#only-news']/text()") == ["Only news"]
    assert found.xpath("//a[@href='#old-review']") == []
    assert [anchor for anchor, _ in drawn.headings] == ["coverage", "kinds", "only-news", "cells"]
    (item,) = found.xpath("//details[@id='only-news']//ul/li")
    to_fact, to_file = item.xpath(".//a")
    assert to_fact.get("href") == f"../../{FUND_PAGE}#members-2016-01"
    assert to_file.get("href") == f"https://code.example/edit/data/{FUND}"
    assert to_file.text == f"Edit data/{FUND}, line 9"
    assert found.xpath("//a[@href='../../atlantis/#answers-funding']/../../dd/text()") == ["1 of 1"]


def test_the_page_of_a_place_says_that_nothing_is_to_do(world: Path) -> None:
    drawn, found = place_page(world)
    assert [anchor for anchor, _ in drawn.headings] == ["coverage", "kinds", "cells"]
    assert found.xpath("//h2[@id='kinds']/following-sibling::p/text()") == ["Words."]


def test_the_page_of_a_place_names_the_columns_for_which_nothing_is_on_record(world: Path) -> None:
    def cells() -> list[str]:
        found = place_page(world)[1].xpath("//details[@id='cells']//ul/li[a/@href=$page]", page=f"../../{FUND_PAGE}")
        return [" ".join(item.text_content().split()) for item in found]

    (before,) = cells()
    assert before.startswith("Sea Fund Who may apply, Conditions, Other sums")
    edit(FUND, "facts:", "facts:\n  - {field: eligibility, missing: not-researched}")(world / "data")
    (after,) = cells()
    assert after.startswith("Sea Fund Conditions, Other sums")


def test_a_file_that_is_not_there_is_not_linked(world: Path) -> None:
    (world / "data" / ANSWERS).unlink()
    _, found = place_page(world)
    assert found.xpath("//ul/li/span/text()") == [f"Make data/{ANSWERS}"] * 2
    assert found.xpath("//details[@id!='cells']/ul/li/span/a") == []


def test_the_page_of_all_places_leads_to_each(world: Path) -> None:
    edit(NGO, REGISTER, "")(world / "data")
    drawn = page(world, "contribute/")
    dataset = drawn.renderer.views.dataset
    rows, totals = worklist.of_all_places(Facts(dataset), TODAY)
    homes = [dataset.entries["atlantis"]]
    found = html.fromstring(
        f"<main>{drawn.draw('macros/worklists.html.j2', homes=homes, rows=rows, totals=totals)}</main>"
    )
    assert found.xpath("//table//a/@href") == ["atlantis/", "atlantis/#no-identifier"]
    assert ["".join(cell.itertext()) for cell in found.xpath("//tbody//td")] == [*"0" * 14, "1", "1"]


def test_the_guide_names_a_task_as_the_command_prints_it() -> None:
    guide = (ROOT / "docs/contribute/first-ten-minutes.md").read_text(encoding="utf-8")
    named = re.search(r"Take one that says \*(.*?)\*", guide)
    words = messages.load(ROOT)
    assert named
    assert named[1] in {str(words(f"todo-{kind}")).lower() for kind in worklist.KINDS}


def test_the_list_has_what_pages_no_longer_call_active(world: Path) -> None:
    for sign, is_old in (("2024-11-20", False), ("2024-11-19", True)):
        before = (world / "data" / NGO).read_text(encoding="utf-8")
        edit(NGO, "as_of: 2024,", f"as_of: {sign},")(world / "data")
        views = Views(load_checked(world), messages.load(ROOT))
        tasks = worklist.todo(views.facts, "atlantis", TODAY)
        assert any(task.kind == "last-seen" and task.file.endswith(NGO) for task in tasks) == is_old
        assert bool(heads.last_seen(views, views.entry("atlantis/organisations/reef"))) == is_old
        (world / "data" / NGO).write_text(before, encoding="utf-8")
