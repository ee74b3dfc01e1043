"""What pages show of a record is chosen among its facts by time, not by their order in the file."""

from __future__ import annotations

from pathlib import Path

import pytest

from equal_footing.check.run import load_checked
from equal_footing.model import messages
from equal_footing.views import brief, overviews, record_tables, timeline
from equal_footing.views.records import Views

from ..cases import BODY, FUND, LAW, NGO, edit
from ..conftest import ROOT


def add(world: Path, *facts: str) -> Views:
    """Return the views of a world with more facts of a body, at the top of its file."""
    lines = "".join(f"  - {{{fact}, source: atlas, locator: p. 4}}\n" for fact in facts)
    edit(BODY, "facts:\n", f"facts:\n{lines}")(world / "data")
    return Views(load_checked(world), messages.load(ROOT))


@pytest.mark.parametrize("newest_comes_first", [True, False])
def test_a_column_that_takes_one_of_several_takes_the_newest_about_the_whole_record(
    world: Path, newest_comes_first: bool
) -> None:
    facts = ["field: purpose, value: New aim, as_of: 2024", "field: purpose, value: Old aim, as_of: 2004"]
    of_a_part = "field: purpose, label: of a part, value: Other aim, as_of: 2025"
    views = add(world, of_a_part, *(facts if newest_comes_first else facts[::-1]))
    column = "{label: Aim, about: New, fields: [purpose], pick: first}"
    bodies = f"bodies: {{label: Bodies, about: New, kinds: [body], columns: {{aim: {column}}}}}"
    path = world / "data/vocabulary/comparisons.yml"
    path.write_text(f"{path.read_text(encoding='utf-8')}\n{bodies}\n", encoding="utf-8")
    views = Views(load_checked(world), messages.load(ROOT))
    [row] = record_tables.table(views, views.dataset.vocabulary.comparisons["bodies"])
    assert row.cells[0].text == "New aim"


def test_a_page_begins_with_what_is_said_of_the_whole_and_not_with_a_newer_fact_of_a_part(world: Path) -> None:
    of_a_part = "field: staff, label: of the office abroad, value: 3, as_of: 2025"
    views = add(world, of_a_part, "field: staff, value: 90, as_of: 2004")
    rows = {row.field.id: row.facts for row in views.key_facts(views.entry(BODY.removesuffix(".yml")))}
    assert [fact.first.text for fact in rows["staff"] if fact.first] == ["90"]


def test_a_page_begins_with_all_parts_where_nothing_is_said_of_the_whole_and_with_none_that_is_long_past(
    world: Path,
) -> None:
    parts = [f"field: staff, label: of office {name}, value: {name}, as_of: 2025" for name in range(1, 5)]
    views = add(world, *parts, "field: leadership, label: in the founding year, value: A founder, as_of: 1999")
    rows = {row.field.id: row for row in views.key_facts(views.entry(BODY.removesuffix(".yml")))}
    assert [fact.first.text for fact in rows["staff"].facts if fact.first] == ["1", "2", "3"]
    assert (rows["staff"].left, rows["staff"].is_again) == (1, True)
    assert "leadership" not in rows


def test_what_is_said_of_a_part_does_not_date_the_whole_law(world: Path) -> None:
    edit(LAW, "  - {field: adopted,", "  - {field: adopted, label: a guidance,")(world / "data")
    views = Views(load_checked(world), messages.load(ROOT))
    comparison = views.dataset.vocabulary.comparisons["laws-and-policies"]
    [row] = record_tables.table(views, comparison)
    cells = {cell.column.id: cell.text for cell in row.cells}
    assert (cells["adopted-or-published"], cells["in-force"]) == ("Of a part only", "1 June 2020")
    [short] = brief.tables(views, views.entry("atlantis"), comparison.group)
    assert [cell.column.id for cell in short.rows[0].cells if not cell.is_empty] == ["in-force"]
    lacking = {entry.id: columns for entry, columns in record_tables.lacking(views.facts, "atlantis")}
    assert comparison.columns["adopted-or-published"] in lacking[row.entry.id]


def test_income_and_spending_have_a_column_each(world: Path) -> None:
    spent = (
        "{field: expenditure, value: 7, currency: EUR, basis: expenditure, period: 2024, source: atlas, locator: p. 2}"
    )
    edit(NGO, "facts:\n", f"facts:\n  - {spent}\n")(world / "data")
    views = Views(load_checked(world), messages.load(ROOT))
    rows = record_tables.table(views, views.dataset.vocabulary.comparisons["organisations"])
    cells = {cell.column.id: cell.text for row in rows if row.entry.id in NGO for cell in row.cells}
    assert (cells["income"], cells["spending"]) == ("", "EUR 7")


def test_a_sum_says_its_basis_where_not_every_field_of_its_column_does(world: Path) -> None:
    rest = "currency: EUR, period: 2025, source: atlas, locator: p. 2"
    sums = f"  - {{field: budget, value: 7, basis: budget, {rest}}}\n"
    sums += f"  - {{field: grant-ceiling, value: 2, basis: ceiling, {rest}}}\n"
    edit(FUND, "facts:\n", f"facts:\n{sums}")(world / "data")
    views = Views(load_checked(world), messages.load(ROOT))
    [row] = record_tables.table(views, views.dataset.vocabulary.comparisons["funding"])
    cells = {cell.column.id: (cell.text, cell.basis and cell.basis.id) for cell in row.cells}
    assert (cells["sum-of-one-year"], cells["ceiling"]) == (("EUR 7", "budget"), ("EUR 2", None))


def test_the_timeline_words_a_date_as_the_kind_asks(world: Path) -> None:
    def said() -> dict[str, str]:
        views = Views(load_checked(world), messages.load(ROOT))
        law = LAW.removesuffix(".yml")
        return {event.fact.field.id: event.said for event in timeline.events(views.facts) if event.entry.id == law}

    assert said() == {"adopted": "Adopted", "in-force": "In force"}
    marks = "  date_in_title: [in-force]\n  date_words: {adopted: passed}\n"
    edit("vocabulary/kinds.yml", "\nlaw:\n", f"\nlaw:\n{marks}")(world / "data")
    assert said() == {"adopted": "passed", "in-force": ""}


def test_an_address_on_the_web_has_no_word_on_how_near_it_is_to_its_source(world: Path) -> None:
    about = "as_of: 2024, support: summarised"
    views = add(world, f"field: website, value: https://aid.example/, {about}", f"field: purpose, value: Aid, {about}")
    facts = views.facts.current_of(BODY.removesuffix(".yml"), "website", "purpose")
    assert {fact.field.id: fact.first.is_indirect for fact in facts if fact.first and fact.label is None} == {
        "website": False,
        "purpose": True,
    }


@pytest.mark.parametrize(
    ("other", "said"),
    [
        ("31", "They differ by 3.3 percent."),
        ("47", "The larger is 1.6 times the smaller."),
        ("31, to: 33", ""),
        ("0", ""),
    ],
)
def test_how_far_two_numbers_of_one_unit_are_apart_is_said_to_two_figures(world: Path, other: str, said: str) -> None:
    edit(FUND, "{value: 31,", f"{{value: {other},")(world / "data")
    views = Views(load_checked(world), messages.load(ROOT))
    [(_, fact)] = overviews.disagreements(views.facts)
    assert overviews.apart(fact, views.words) == said


def test_a_column_of_all_conditions_shows_each_with_the_page_on_which_it_was_read(world: Path) -> None:
    facts = ("grants, value: Two years old", "loans, value: Five years old")
    lines = "".join(
        f"  - {{field: eligibility, label: {fact}, as_of: 2024, source: atlas, locator: p. 6}}\n" for fact in facts
    )
    edit(FUND, "facts:\n", f"facts:\n{lines}")(world / "data")
    views = Views(load_checked(world), messages.load(ROOT))
    [row] = record_tables.table(views, views.dataset.vocabulary.comparisons["funding"])
    cell = next(cell for cell in row.cells if cell.column.id == "who")
    assert sorted(one.text for one in cell.whole) == ["Five years old", "Two years old"]
    assert {one.page for one in cell.whole} == {views.dataset.sources["atlas"].source.url}
