"""A cell of a table can be copied: it says which date or sum it gives, and never gives a part for the whole."""

from __future__ import annotations

from pathlib import Path

import pytest

from equal_footing.check.run import load_checked
from equal_footing.model import messages
from equal_footing.tables.shown_columns import LATER, column_name
from equal_footing.views import record_tables
from equal_footing.views.cells import TableCell
from equal_footing.views.records import MOST_PARTS, Views

from ..cases import FUND, LAW, edit
from ..conftest import ROOT

COURSE = "atlantis/capacity/course.yml"
ON_COURSE = """\
kind: capacity-programme
name: {en: Course}
status: {code: active, as_of: 2024, source: atlas, locator: p. 5}
summary: Teaches NGOs [@atlas, p. 5].
facts:
  - {field: activity, label: the bay, value: Sailing, as_of: 2024, source: atlas, locator: p. 5}
reviewed: 2026-11-20
"""
CEILING = "  - {field: grant-ceiling, missing: not-found, searched: 2026-11-20, note: Looked for in the atlas.}\n"


def cells(world: Path, table: str, file: str, old: str, *facts: str) -> dict[str, TableCell]:
    """Return the cells of the one record of a file in a table, after facts were put in place of others."""
    lines = "".join(f"  - {{{fact}, source: gazette, locator: Article 5}}\n" for fact in facts)
    edit(file, old, lines if old != "facts:\n" else f"facts:\n{lines}")(world / "data")
    views = Views(load_checked(world), messages.load(ROOT))
    rows = record_tables.table(views, views.dataset.vocabulary.comparisons[table])
    [row] = [row for row in rows if row.entry.id == file.removesuffix(".yml")]
    return {cell.column.id: cell for cell in row.cells}


READ_LATER = edit(LAW, "version: {date: 2020-05-04", "version: {date: 2022")


def said(cell: TableCell) -> list[tuple[str, str | None, str]]:
    return [(one.word, one.fact.label if one.fact else None, one.text) for one in cell.whole]


def test_all_parts_are_shown_where_nothing_is_said_of_the_whole(world: Path) -> None:
    rest = "currency: EUR, basis: ceiling, as_of: 2024"
    parts = [f"field: grant-ceiling, label: type {n}, value: {n}, {rest}" for n in range(1, MOST_PARTS + 2)]
    cell = cells(world, "funding", FUND, CEILING, *parts)["ceiling"]
    assert said(cell) == [("", f"type {n}", f"EUR {n}") for n in range(1, MOST_PARTS + 2)]
    assert (len(cell.shown), cell.left) == (MOST_PARTS, 1)


def test_what_is_said_of_the_whole_stands_alone(world: Path) -> None:
    rest = "currency: EUR, basis: ceiling, as_of: 2024"
    whole, part = f"field: grant-ceiling, value: 9, {rest}", f"field: grant-ceiling, label: usual, value: 3, {rest}"
    assert said(cells(world, "funding", FUND, CEILING, part, whole)["ceiling"]) == [("", None, "EUR 9")]


def test_a_date_of_another_field_than_the_first_of_its_column_says_which(world: Path) -> None:
    adopted = "  - {field: adopted, value: 2020-05-04, source: gazette, locator: heading}\n"
    found = cells(world, "laws-and-policies", LAW, adopted, "field: promulgated, value: 2020-05-04")
    assert said(found["adopted-or-published"]) == [("Promulgated", None, "4 May 2020")]
    assert said(found["in-force"]) == [("", None, "1 June 2020")]


def test_the_newest_amendment_is_shown_whatever_its_label_and_field(world: Path) -> None:
    READ_LATER(world / "data")
    facts = ("field: amended, value: 2020-08", "field: amended, label: revision, value: 2020-10-01")
    found = cells(world, "laws-and-policies", LAW, "facts:\n", *facts)
    assert said(found["newest-amendment"]) == [("", "revision", "1 October 2020")]
    effect = "field: amendment-in-force, label: revision, value: 2021"
    found = cells(world, "laws-and-policies", LAW, "facts:\n", effect)
    dates = [("", "revision", "1 October 2020"), ("Amendment in force", "revision", "2021")]
    assert said(found["newest-amendment"]) == dates
    found = cells(world, "laws-and-policies", LAW, "facts:\n", "field: amended, label: second, value: 2021-12-01")
    assert said(found["newest-amendment"]) == [("", "second", "1 December 2021")], "what took effect before is left out"


@pytest.mark.parametrize("is_known", [True, False])
def test_a_later_amendment_that_the_version_names_is_the_newest(world: Path, is_known: bool) -> None:
    edit(LAW, "checked: 2026-11-20", "checked: 2026-11-20, later_amendment: 2024-03")(world / "data")
    known = ("field: amended, label: second, value: 2024-03-05",) if is_known else ()
    missing = "field: amended, label: amendment of 2024, missing: not-read, searched: 2026-11-20"
    edit(LAW, "facts:\n", f"facts:\n  - {{{missing}, where: 'https://lost.example/'}}\n")(world / "data")
    old = "field: amended, label: first, value: 2021-02"
    cell = cells(world, "laws-and-policies", LAW, "facts:\n", old, *known)["newest-amendment"]
    if is_known:
        assert (cell.whole[0].text, cell.address) == ("5 March 2024", "atlantis/laws/aid-act/#amended-second")
    else:
        assert (cell.text, cell.remark) == ("March 2024", "not in the text that was read")
        assert cell.address == "atlantis/laws/aid-act/#version"


def test_an_amendment_from_before_the_law_took_effect_says_so(world: Path) -> None:
    READ_LATER(world / "data")
    cell = cells(world, "laws-and-policies", LAW, "facts:\n", "field: amended, value: 2020-05-20")["newest-amendment"]
    assert (cell.text, cell.remark) == ("20 May 2020", "earlier than “In force”")


def test_a_part_that_is_long_past_is_not_shown_as_if_it_held(world: Path) -> None:
    file = world / f"data/{COURSE}"
    file.parent.mkdir()
    file.write_text(ON_COURSE, encoding="utf-8")
    old = "field: activity, label: first course, value: Rowing, support: translated, as_of: 2004-05"
    found = cells(world, "capacity", COURSE, "facts:\n", old)
    assert said(found["offer"]) == [("Activity", "the bay", "Sailing")]
    edit(COURSE, "Sailing, as_of: 2024", "Sailing, as_of: 2004-08")(world / "data")
    cell = cells(world, "capacity", COURSE, "facts:\n")["offer"]
    assert (cell.text, cell.is_withheld, cell.is_empty) == ("Nothing after August 2004", True, True)


def test_a_sum_a_year_is_one_of_a_year_though_its_source_names_none(world: Path) -> None:
    rest = "currency: EUR, basis: budget, as_of: 2025-11-08"
    facts = (
        f"field: budget, label: annual budget, value: 26, {rest}, yearly: true",
        f"field: budget, value: 9, {rest}",
    )
    edit(FUND, "    label: grants\n", "    label: grants\n    withdrawn: 2026-11-20\n    note: Wrong.\n")(
        world / "data"
    )
    found = cells(world, "funding", FUND, "facts:\n", *facts)
    assert said(found["sum-of-one-year"]) == [("", "annual budget", "EUR 26 a year")]
    assert said(found["other-sums"]) == [("", None, "EUR 9")]


def test_the_columns_of_a_file_are_called_after_those_of_its_table(world: Path) -> None:
    columns = load_checked(world).vocabulary.comparisons["laws-and-policies"].columns
    assert column_name(columns["newest-amendment"], "") == "newest_amendment"
    assert column_name(columns["newest-amendment"], "field") == "newest_amendment_field"
    assert LATER == "later_amendment"
