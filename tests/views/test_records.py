"""What pages show of a record is chosen among its facts by time, not by their order in the file."""

from __future__ import annotations

from pathlib import Path

import pytest

from equal_footing.check.run import load_checked
from equal_footing.model import messages
from equal_footing.views import record_tables
from equal_footing.views.records import Views

from ..cases import BODY, edit
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
