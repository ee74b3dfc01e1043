"""A fact of each type, followed through every channel: each states the same value, unit, time and source."""

from __future__ import annotations

import contextlib
import csv
import datetime
import functools
import io
import json
import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from lxml import etree, html

from equal_footing.changes import snapshot
from equal_footing.changes.dataset_subjects import subjects
from equal_footing.changes.diff import compare
from equal_footing.changes.editions import Editions
from equal_footing.changes.feed import feed
from equal_footing.changes.release_notes import History, Release, edition_changes
from equal_footing.check.run import load_checked
from equal_footing.citation import linked_data
from equal_footing.citation.citing import Citing
from equal_footing.commands.cli import main
from equal_footing.drawing import page_macros
from equal_footing.drawing.page_renderer import PageRenderer
from equal_footing.drawing.render import Renderer
from equal_footing.model import messages
from equal_footing.model.values import PartialDate
from equal_footing.statement.facts import Facts
from equal_footing.tables.columns import FACTS as FACTS_TABLE
from equal_footing.tables.csv_text import MARK, table_csv
from equal_footing.tables.fact_rows import facts_rows
from equal_footing.tables.rows import rows_of
from equal_footing.views import worklist
from equal_footing.views.figures import figure_view
from equal_footing.views.records import Views

from .cases import commit
from .conftest import FILES, ROOT, renderer_of

WORDS = messages.load(ROOT)
DAY = datetime.date(2026, 11, 20)
SITE = "https://site.example/"
RECORD = "atlantis/organisations/tide"
GAZETTE = ("State of Atlantis", "Journal officiel")
ATLAS = ("Atlas Press", "Atlas of Atlantis")
HEAD = """\
kind: organisation
type: ngo
name: {en: Tide}
status: {code: active, as_of: 2024, source: atlas, locator: p. 7}
summary: Works on tides [@atlas, p. 7].
facts:
"""
FACTS = """\
  - {field: projects, value: 2_000, as_of: 2024, source: gazette, locator: Article 7}
  - {field: countries, value: 1_010, to: 1_020, precision: about, as_of: 2024-03, source: gazette, locator: Article 8}
  - field: budget
    value: 1_500_000
    currency: EUR
    basis: budget
    period: 2023-04/2024-03
    source: gazette
    locator: Article 9
    further_sources: [{source: atlas, locator: p. 9}]
  - {field: aid-share, label: aid through Tide, value: 0.50, period: 2023, source: gazette, locator: Article 10}
  - {field: founded, value: 1980-05-04, source: gazette, locator: Article 11}
  - {field: website, value: "https://tide.example/a_b_c", source: gazette, locator: Article 12}
  - field: mission
    value: >-
      Keeps *all* coasts with [the fund](/atlantis/funding/sea-fund/) "as it must"
      (see [annex]) [@atlas, p. 12], since 1980.
    source: atlas
    locator: p. 13
  - field: members
    missing: sources-disagree
    note: The atlas is older.
    as_of: 2022
    values:
      - {value: 1_030, source: atlas, locator: p. 14}
      - {value: 31, source: gazette, locator: Article 14, shown: true}
  - {field: legal-form, missing: not-found, as_of: 2024, searched: 2024-11-20, note: Looked for in the atlas.}
  - {field: staff, missing: none-exists, period: 2018/2019, source: gazette, locator: Article 16}
  - {field: purpose, value: A coast for all., support: translated, source: gazette, locator: Article 17}
  - {field: started, value: 198X, source: gazette, locator: Article 18}
  - {field: volunteers, value: 1_012, as_of: 2023-36~, precision: preliminary, source: gazette, locator: Article 19}
  - {field: headquarters, value: In the bay., source: leaflet, locator: p. 2}
  - {field: supporters, missing: not-read, searched: 2026-11-20, where: "https://lost.example/"}
  - field: countries
    label: ever
    value: 1_007
    as_of: 2020
    source: gazette
    locator: Article 15
    note: Another one was meant.
    withdrawn: 2026-11-20
"""
LEAFLET = """\
leaflet:
  title: {en: A leaflet}
  authors: [{organisation: Tide}]
  publisher: Tide
  container: Tide
  undated: true
  url: https://leaflet.example/
  language: en
  type: organisation-page
  read: 2026-11-20
"""
FIGURE = f"""\
order: 2
title: Projects of Tide
about: Projects of one year [@atlas, p. 6].
chart: parts
series:
  - {{record: {RECORD}, field: projects, name: Projects}}
reviewed: 2026-11-20
"""


@dataclass(frozen=True)
class Case:
    """A fact by its anchor: values and time in words, sources (author, title, locator), and its rows in facts.csv.

    `state` is what no channel may leave out, `details` what those may that only say what is new: support, further
    sources, the day of a search.
    """

    anchor: str
    values: tuple[str, ...]
    sources: tuple[tuple[str, str, str], ...]
    time: str
    rows: tuple[Mapping[str, str], ...]
    is_withdrawn: bool = False
    state: tuple[str, ...] = ()
    details: tuple[str, ...] = ()
    also_in: Mapping[str, str] = field(default_factory=dict)


CASES = (
    Case(
        "projects-2024",
        ("2,000 projects",),
        ((*GAZETTE, "Article 7"),),
        "as of 2024",
        ({"value": "2000", "unit": "projects", "as_of": "2024", "source": "gazette", "locator": "Article 7"},),
        also_in={"figure": "2,000 projects as of 2024"},
    ),
    Case(
        "countries-2024-03",
        ("about 1,010 to 1,020 countries",),
        ((*GAZETTE, "Article 8"),),
        "as of March 2024",
        ({"value": "1010", "to": "1020", "precision": "about", "unit": "countries", "as_of": "2024-03"},),
    ),
    Case(
        "budget-2023-04-to-2024-03",
        ("EUR 1.5 million",),
        ((*GAZETTE, "Article 9"),),
        "fiscal year 2023/24 (April 2023 to March 2024)",
        (
            {
                "value": "1500000",
                "unit": "",
                "currency": "EUR",
                "basis": "budget",
                "period": "2023-04/2024-03",
                "further_sources": "atlas, p. 9",
            },
        ),
        details=("budget", *ATLAS, "p. 9"),
    ),
    Case(
        "aid-share-aid-through-tide-2023",
        ("0.50%",),
        ((*GAZETTE, "Article 10"),),
        "2023",
        ({"label": "aid through Tide", "value": "0.50", "unit": "percent", "period": "2023"},),
    ),
    Case(
        "founded",
        ("4 May 1980",),
        ((*GAZETTE, "Article 11"),),
        "",
        ({"value": "1980-05-04", "unit": "", "period": "", "as_of": ""},),
        also_in={"JSON-LD": "1980-05-04"},
    ),
    Case(
        "website",
        ("https://tide.example/a_b_c",),
        ((*GAZETTE, "Article 12"),),
        "",
        ({"value": "https://tide.example/a_b_c"},),
        also_in={"JSON-LD": "https://tide.example/a_b_c"},
    ),
    Case(
        "mission",
        ('Keeps all coasts with the fund "as it must" (see [annex]), since 1980',),
        ((*ATLAS, "p. 13"),),
        "",
        (
            {
                "value": 'Keeps all coasts with the fund "as it must" (see [annex]), since 1980.',
                "source": "atlas",
                "further_sources": "atlas, p. 12",
            },
        ),
        details=(*ATLAS, "p. 12"),
    ),
    Case(
        "members-2022",
        ("31 organisations", "1,030 organisations"),
        ((*ATLAS, "p. 14"), (*GAZETTE, "Article 14")),
        "as of 2022",
        (
            {
                "value": "31",
                "unit": "organisations",
                "as_of": "2022",
                "source": "gazette",
                "note": "The atlas is older.",
                "shown": "true",
            },
            {
                "value": "1030",
                "unit": "organisations",
                "as_of": "2022",
                "source": "atlas",
                "missing": "sources-disagree",
            },
        ),
        state=("Sources disagree", "shown first"),
    ),
    Case(
        "legal-form-2024",
        (),
        (),
        "as of 2024",
        ({"value": "", "missing": "not-found", "searched": "2024-11-20", "note": "Looked for in the atlas."},),
        state=("Searched, not found",),
        details=("searched", "20 November 2024"),
        also_in={"worklist": "Legal form"},
    ),
    Case(
        "staff-2018-to-2019",
        (),
        ((*GAZETTE, "Article 16"),),
        "2018 to 2019",
        ({"value": "", "missing": "none-exists", "period": "2018/2019", "source": "gazette"},),
        state=("None exists",),
    ),
    Case(
        "purpose",
        ("A coast for all",),
        ((*GAZETTE, "Article 17"),),
        "",
        ({"value": "A coast for all.", "support": "translated"},),
        details=("translated",),
    ),
    Case(
        "started",
        ("the 1980s",),
        ((*GAZETTE, "Article 18"),),
        "",
        ({"value": "198X", "as_of": ""},),
    ),
    Case(
        "volunteers-2023-36-about",
        ("preliminary 1,012 people",),
        ((*GAZETTE, "Article 19"),),
        "as of late 2023",
        ({"value": "1012", "precision": "preliminary", "as_of": "2023-36~", "undated": "false"},),
    ),
    Case(
        "headquarters",
        ("In the bay",),
        (("Tide", "A leaflet", "p. 2"),),
        "undated page",
        ({"value": "In the bay.", "as_of": "", "undated": "true"},),
    ),
    Case(
        "supporters",
        (),
        (),
        "",
        ({"value": "", "missing": "not-read", "searched": "2026-11-20", "where": "https://lost.example/"},),
        state=("Exists, could not be read",),
        details=("searched", "20 November 2026", "https://lost.example/"),
    ),
    Case(
        "countries-ever-2020",
        ("1,007 countries",),
        ((*GAZETTE, "Article 15"),),
        "as of 2020",
        ({"value": "1007", "unit": "countries", "as_of": "2020", "withdrawn": "2026-11-20"},),
        is_withdrawn=True,
        state=("Withdrawn on 20 November 2026",),
    ),
)


# The channels: what each says of the facts, by their anchors ----------------------------------------------------------


@dataclass
class World:
    """The small world with one record more, before its facts were written and after."""

    root: Path
    before: Views
    views: Views
    difference: list[str]

    def page(self) -> html.HtmlElement:
        """Return the page of the record, with its notes."""
        citing = Citing(self.views, SITE, Editions(), History())
        item = citing.item(f"{RECORD}/", "Tide", PartialDate(2026, 11, 20), None)
        drawn = PageRenderer(renderer_of(citing), f"{RECORD}/", item)
        return html.fromstring(f"<div>{page_macros.record_page(drawn, RECORD)}{drawn.notes_block()}</div>")


@pytest.fixture(scope="module")
def one(tmp_path_factory: pytest.TempPathFactory) -> World:
    root = tmp_path_factory.mktemp("one") / "world"
    shutil.copytree(ROOT / "data" / "vocabulary", root / "data" / "vocabulary")
    shutil.copytree(ROOT / "templates", root / "templates")
    for name, text in {**FILES, f"{RECORD}.yml": f"{HEAD.rstrip()} []\nreviewed: 2026-11-20\n"}.items():
        (root / "data" / name).parent.mkdir(parents=True, exist_ok=True)
        (root / "data" / name).write_text(text, encoding="utf-8")
    commit(root)
    before = Views(load_checked(root), WORDS)
    (root / "data" / f"{RECORD}.yml").write_text(f"{HEAD}{FACTS}reviewed: 2026-11-20\n", encoding="utf-8")
    (root / "data/atlantis/figures/tide.yml").write_text(FIGURE, encoding="utf-8")
    sources = root / "data/atlantis/sources.yml"
    sources.write_text(f"{sources.read_text(encoding='utf-8')}{LEAFLET}", encoding="utf-8")
    with contextlib.redirect_stdout(io.StringIO()) as out:
        assert main(["--root", str(root), "diff", "HEAD"]) == 0
    return World(root, before, Views(load_checked(root), WORDS), out.getvalue().splitlines())


def on_the_page(world: World) -> dict[str, str]:
    """Return what the page says, with the notes of each fact in place of their marks."""
    page = world.page()
    notes = {note.get("id"): " ".join(note.text_content().split()) for note in page.xpath("//li[@value]")}
    said = {}
    for element in page.xpath("//dd[@id and @data-cite]"):
        cited = [notes[link.get("href")[1:]] for link in element.xpath(".//sup//a")]
        for mark in element.xpath(".//sup"):
            mark.drop_tree()
        said[element.get("id")] = " ".join([*element.text_content().split(), *cited])
    return said


def ready_made(world: World) -> dict[str, str]:
    return {element.get("id"): element.get("data-cite") for element in world.page().xpath("//dd[@data-cite]")}


def snapshots(world: World) -> dict[str, str]:
    """Return what a snapshot says once it is written and read again."""
    path = world.root / "facts.json.xz"
    snapshot.write(snapshot.take(subjects(world.views.dataset, WORDS), "2026.11", DAY, None), path)
    said = snapshot.read(path).subjects[f"record:{RECORD}"].properties
    return {
        one.key.removeprefix("fact:"): " ".join(
            [one.title, one.value.words, *(f"{name} {detail.words}" for name, detail in one.details.items())]
        )
        for one in said
        if one.key.startswith("fact:")
    }


def feeds(world: World) -> dict[str, str]:
    old, new = (subjects(views.dataset, WORDS) for views in (world.before, world.views))
    release = Release(1, "2026.12", DAY, edition_changes(compare(old, new), new))
    atom = "{http://www.w3.org/2005/Atom}"
    said = {}
    for entry in etree.fromstring(feed(Renderer.bare_environment(ROOT), [release], SITE, WORDS).encode()):
        if entry.tag == f"{atom}entry":
            said[entry.find(f"{atom}link").get("href").partition("#")[2]] = entry.findtext(f"{atom}content")
    return said


def differences(world: World) -> dict[str, str]:
    """Return the lines of a difference; each new fact has one, in the order of the file."""
    start = next(number for number, line in enumerate(world.difference) if f"data/{RECORD}.yml" in line)
    lines = [line for line in world.difference[start + 1 : start + 1 + len(CASES)] if ": added: " in line]
    return dict(zip((fact.anchor for fact in world.views.facts.of(RECORD)), lines, strict=True))


def linked(world: World) -> dict[str, str]:
    about: Any = linked_data.about(world.views.facts, world.views.entry(RECORD))
    return {"founded": about["foundingDate"], "website": about["url"]}


def in_a_figure(world: World) -> dict[str, str]:
    [entry] = [figure for figure in world.views.dataset.figures if figure.id == "tide"]
    view = figure_view(world.views, entry)
    [(_, fact)] = [cell for _, cells in view.rows for cell in cells if cell]
    assert view.measure == "projects"
    page = world.page()
    [shown] = page.xpath(f'//dd[@id="{fact.anchor}"]/span[contains(@class, "ef-value")]')
    time = shown.getnext().text_content()
    assert view.words == "Projects: 2,000."
    return {fact.anchor: f"{shown.text_content()} {time}"}


def to_do(world: World) -> dict[str, str]:
    tasks = worklist.todo(world.views.facts, "atlantis", DAY)
    return {task.anchor: task.what for task in tasks if task.record == RECORD and task.anchor}


IN_WORDS: dict[str, Callable[[World], dict[str, str]]] = {
    "page": on_the_page,
    "ready-made citation": ready_made,
    "snapshot": snapshots,
    "feed": feeds,
    "difference": differences,
}
"""Channels that state every fact in words."""
ELSEWHERE = {"JSON-LD": linked, "figure": in_a_figure, "worklist": to_do}
"""Channels that state some facts."""
WITHOUT_DETAILS = frozenset({"feed", "difference"})
WITHOUT_WITHDRAWN = frozenset({"feed"})


# What they say --------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def in_words(one: World) -> Callable[[str], dict[str, str]]:
    """Return what a channel says, which is asked once."""
    return functools.cache(lambda channel: IN_WORDS[channel](one))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.anchor)
@pytest.mark.parametrize("channel", IN_WORDS)
def test_a_fact_is_stated_alike_in_every_channel(
    in_words: Callable[[str], dict[str, str]], channel: str, case: Case
) -> None:
    said = in_words(channel)
    if case.is_withdrawn and channel in WITHOUT_WITHDRAWN:
        assert case.anchor not in said
        return
    words = said[case.anchor].lower()
    expected = [*case.values, case.time, *case.state, *(part for source in case.sources for part in source)]
    expected += () if channel in WITHOUT_DETAILS else case.details
    assert [part for part in expected if part.lower() not in words] == []
    assert not any(mark in words for mark in ("](", "[@", "*"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.anchor)
def test_the_table_of_facts_has_a_row_for_each_value(one: World, case: Case) -> None:
    text = table_csv(FACTS_TABLE, rows_of(FACTS_TABLE, facts_rows(one.views.facts)))
    table = csv.DictReader(io.StringIO(text.removeprefix(MARK)))
    rows = [row for row in table if row["address"] == f"{RECORD}/#{case.anchor}"]
    assert [{key: row[key] for key in kept} for row, kept in zip(rows, case.rows, strict=True)] == list(case.rows)


@pytest.mark.parametrize("channel", ELSEWHERE)
def test_channels_that_state_some_facts_say_the_same(one: World, channel: str) -> None:
    assert ELSEWHERE[channel](one) == {case.anchor: case.also_in[channel] for case in CASES if channel in case.also_in}


def test_what_a_fact_means_is_independent_of_how_it_is_written_and_worded(one: World) -> None:
    meanings = {fact.anchor: fact.meaning for fact in one.views.facts.of(RECORD)}
    assert json.loads(json.dumps(meanings)) == meanings
    time = {"as_of": "2022"}
    assert meanings["members-2022"] == {
        "values": [
            {"value": "1030", "unit": "organisations", "time": time},
            {"value": "31", "unit": "organisations", "time": time},
        ],
        "missing": "sources-disagree",
        "time": time,
        "withdrawn": None,
    }
    assert meanings["projects-2024"]["values"] == [{"value": "2000", "unit": "projects", "time": {"as_of": "2024"}}]
    assert meanings["legal-form-2024"]["missing"] == "not-found"
    assert meanings["legal-form-2024"]["time"] == {"as_of": "2024"}
    assert meanings["countries-ever-2020"]["withdrawn"] == "2026-11-20"
    path = one.root / "data" / f"{RECORD}.yml"
    kept = path.read_text(encoding="utf-8")
    labels = one.root / "data/vocabulary/units.yml"
    renamed = labels.read_text(encoding="utf-8").replace("other: projects", "other: undertakings")
    try:
        path.write_text(kept.replace("value: 2_000,", "value: 2000, unit: projects,"), encoding="utf-8")
        labels.write_text(renamed, encoding="utf-8")
        facts = Facts(load_checked(one.root))
        assert {fact.anchor: fact.meaning for fact in facts.of(RECORD)} == meanings
    finally:
        path.write_text(kept, encoding="utf-8")
