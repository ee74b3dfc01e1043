"""What the page of a country shows besides its text: values at a glance, short tables, colours, what to read next."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from equal_footing.check.run import load_checked
from equal_footing.drawing.imprint import Imprint
from equal_footing.model import messages
from equal_footing.model.dataset import FACTS, Dataset
from equal_footing.sitemap import menus, pages, related
from equal_footing.views import brief, places
from equal_footing.views.records import COLOURS, Views

from ..cases import edit
from ..conftest import ROOT

OLDER = """\
  - {field: aid-share, label: bilateral aid through NGOs, value: 9, period: 2023, source: atlas, locator: p. 2}
"""


def views_of(world: Path) -> Views:
    return Views(load_checked(world), messages.load(ROOT))


def test_a_country_begins_with_its_newest_values_each_once(world: Path) -> None:
    edit("atlantis/country.yml", "facts:\n", f"facts:\n{OLDER}")(world / "data")
    views = views_of(world)
    tiles = places.tiles(views, views.entry("atlantis"))
    shown = [(tile.fact.field.id, str(tile.fact.time)) for tile in tiles]
    assert ("aid-share", "2024") in shown
    assert ("aid-share", "2023") not in shown
    assert len(tiles) <= places.TILES


def of_answers(world: Path, glance: str) -> list[places.Tile]:
    """Return the tiles of what a question names besides the country's own."""
    edit("questions/sea-money.yml", "limits:", f"glance: {glance}\nlimits:")(world / "data")
    views = views_of(world)
    return [tile for tile in places.tiles(views, views.entry("atlantis")) if tile.entry.id != "atlantis"]


def test_a_question_gives_the_newest_value_of_any_field_that_it_names(world: Path) -> None:
    budget = "field: budget, value: 2_000_000, currency: EUR, basis: budget, period: 2024-04/2025-03"
    fact = f"  - {{{budget}, source: atlas, locator: p. 6}}\n"
    edit("atlantis/funding/sea-fund.yml", "relations:", f"{fact}relations:")(world / "data")
    [tile] = of_answers(world, "[amount, budget]")
    assert [value.text for value in tile.values] == ["2_000_000"]


@pytest.mark.parametrize(("mark", "shown"), [(", shown: true", ["31"]), ("", ["30", "31"])])
def test_values_on_which_sources_disagree_stay_at_a_glance(world: Path, mark: str, shown: list[str]) -> None:
    (world / "data/atlantis/figures/projects.yml").unlink()
    edit("atlantis/funding/sea-fund.yml", ", shown: true}", "}")(world / "data")
    edit("atlantis/funding/sea-fund.yml", "locator: Article 4}", f"locator: Article 4{mark}}}")(world / "data")
    [tile] = of_answers(world, "[projects]")
    assert [value.text for value in tile.values] == shown
    assert [value.text for value in tile.fact.values] == (["31", "30"] if mark else ["30", "31"])


def test_a_short_table_says_why_a_cell_has_no_value(world: Path) -> None:
    views = views_of(world)
    tables = [
        table
        for group in (None, *views.dataset.vocabulary.question_groups)
        for table in brief.tables(views, views.entry("atlantis"), group)
    ]
    rows = [row for table in tables for row in table.rows if row.entry.id == "atlantis/funding/sea-fund"]
    found = [cell.fact for row in rows for cell in row.cells if cell.fact and not cell.fact.values]
    assert [fact.missing.id for fact in found if fact.missing] == ["not-found"]


FUND = """\
kind: funding-scheme
name: {{en: {name} Fund}}
status: {{code: {code}, since: 2010, as_of: {seen}, source: atlas, locator: p. 5}}
summary: Pays for projects [@atlas, p. 5].
facts:
  - {{field: eligibility, value: Any NGO, as_of: 2024, source: atlas, locator: p. 5}}
reviewed: 2026-11-20
"""


def with_funds(world: Path) -> Views:
    """Add seven funds, each as well known as the Sea Fund; pages refer to three of them, and twice to a closed one."""
    funds = {"Alpha": ("active", 2025), "Beta": ("active", 2025), "Gamma": ("active", 2025), "Delta": ("active", 2025)}
    funds |= {"Closed": ("closed", 2025), "Lost": ("active", 2013), "Wave": ("active", 2024)}
    for name, (code, seen) in funds.items():
        text = FUND.format(name=name, code=code, seen=seen)
        (world / f"data/atlantis/funding/{name.lower()}-fund.yml").write_text(text, encoding="utf-8")
    edit("atlantis/funding/sea-fund.yml", "as_of: 2024-03", "as_of: 2025-03")(world / "data")
    named = ", ".join(f"[{name}](/atlantis/funding/{name}-fund/)" for name in ("closed", "lost", "wave"))
    edit("atlantis/organisations/reef.yml", "on coasts,", f"on coasts, {named},")(world / "data")
    edit("atlantis/bodies/aid-office.yml", "Runs", "Had [one](/atlantis/funding/closed-fund/), runs")(world / "data")
    return views_of(world)


def test_a_country_s_table_begins_with_what_other_pages_refer_to_and_what_is_over_counts_less(world: Path) -> None:
    views = with_funds(world)
    assert len(views.dataset.mentions["atlantis/funding/sea-fund"]) == 3
    [table] = brief.tables(views, views.entry("atlantis"), "funding")
    names = [row.entry.record.title.removesuffix(" Fund") for row in table.rows]
    assert names == ["Sea", "Wave", "Closed", "Lost", "Alpha", "Beta", "Delta", "Gamma"]
    assert [row.entry.record.title for row in table.first] == [f"{name} Fund" for name in names[: brief.MOST]]
    assert [row.is_current for row in table.rows] == [True, True, False, False, True, True, True, True]


def test_a_page_does_not_raise_its_own_weight_by_referring_to_itself(world: Path) -> None:
    before = views_of(world).dataset.mentions["atlantis/funding/sea-fund"]
    own = "Pays for projects [of the fund](/atlantis/funding/sea-fund/)"
    edit("atlantis/funding/sea-fund.yml", "Pays for projects of NGOs abroad", own)(world / "data")
    assert views_of(world).dataset.mentions["atlantis/funding/sea-fund"] == before


def test_a_page_leads_on_to_its_directory_its_place_and_the_table_of_its_kind(world: Path, dataset: Dataset) -> None:
    views = views_of(world)
    by_address = {page.address: page for page in pages.all_pages(views.dataset, views.words)}
    fund = by_address["atlantis/funding/sea-fund/"]
    led = [address for _, address in related.related(views.dataset, views.words, fund)]
    assert led[-3:] == ["atlantis/funding/", "atlantis/", "compare/funding/"]
    assert f"atlantis/{FACTS}/" in by_address
    found = {page.address: page for page in pages.all_pages(dataset, views.words)}
    led = [address for _, address in related.related(dataset, views.words, found["japan/"])]
    assert led[-4:] == ["japan/lessons/", "japan/figures/", "japan/sources/", "contribute/japan/"]
    menu = menus.place_navigation(dataset, views.words, "japan")
    assert {one.address for one in menu.children} == {one for one in found if re.fullmatch("japan/[^/]+/", one)}


def test_each_country_has_one_colour_in_every_figure(world: Path) -> None:
    colours = views_of(world).colours
    assert set(colours.values()) <= set(range(1, COLOURS + 1))
    assert len(set(colours.values())) == min(len(colours), COLOURS)


@pytest.mark.parametrize(
    ("imprint", "address"),
    [
        (Imprint(), ""),
        (Imprint(mail="desk@x.example"), "mailto:desk@x.example?subject=A%20mistake%20on%20%E6%97%A5"),
    ],
)
def test_a_mail_is_offered_only_where_the_settings_name_an_address(imprint: Imprint, address: str) -> None:
    assert imprint.mail_to("A mistake on 日") == address
