"""A value that differs from the newest edition has a reason, before the next edition is made."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from equal_footing.changes import editions, promises, release_notes
from equal_footing.changes.dataset_subjects import subjects
from equal_footing.changes.diff import compare
from equal_footing.check.run import load_checked
from equal_footing.model import messages

from ..cases import ANSWERS, FUND, Change, both, edit, publish
from ..conftest import ROOT
from .test_release_notes import fund_moves

MEMBERS = "value: 46, unit: organisations, as_of: 2016-01, source: atlas, locator: p. 5"
NEWER = MEMBERS.replace("46", "50").replace("2016", "2020")
WHY = ", changed: {kind: corrected, on: 2026-11-20, reason: We had missed one.}"
HOW = "with the keys `kind` (corrected: we were wrong; updated: the world has changed), `on` and `reason`."


@pytest.fixture
def published(world: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The small world with the edition 2026.11."""
    shutil.copytree(ROOT / "templates/messages", world / "templates/messages")
    publish(world, monkeypatch)
    return world


def told(world: Path, *changes: Change) -> list[str]:
    """Make some changes, and return what the data then break of what the edition has promised."""
    for change in changes:
        change(world / "data")
    return [str(problem) for problem in promises.check(world, load_checked(world), messages.load(world))]


def test_another_value_of_a_fact_needs_a_reason_at_once(published: Path) -> None:
    assert told(published) == []
    assert told(published, edit(FUND, "value: 46", "value: 47")) == [
        f'data/{FUND}:9:5 fact 2: was "46 organisations" in the edition 2026.11 and is "47 organisations" now. '
        f"Say why in `changed`, {HOW}"
    ]
    assert told(published, edit(FUND, "value: 47", "value: 46")) == []


def test_a_reason_answers_until_the_next_edition_has_it(published: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert told(published, edit(FUND, MEMBERS, f"{MEMBERS.replace('46', '47')}{WHY}")) == []
    shutil.rmtree(published / "editions")
    publish(published, monkeypatch)
    assert told(published) == []
    assert told(published, edit(FUND, "value: 47", "value: 48")) == [
        f'data/{FUND}:9:5 fact 2: was "47 organisations" in the edition 2026.11 and is "48 organisations" now. '
        f"Replace `changed`, which explains an earlier change, {HOW}"
    ]


def test_another_answer_needs_a_reason(published: Path) -> None:
    (line,) = told(published, edit(ANSWERS, "answer: fully", "answer: not"))
    assert line.startswith(f'data/{ANSWERS}:2:3 sea-money: was "Yes: The Sea Fund pays for projects of NGOs." in the ')
    assert told(published, edit(ANSWERS, "\n  reviewed", f"\n  {WHY[2:]}\n  reviewed")) == []


NEEDS_NONE: dict[str, Change] = {
    "another source": edit(FUND, MEMBERS, MEMBERS.replace("p. 5", "p. 9")),
    "a withdrawal": edit(FUND, MEMBERS, f"{MEMBERS}, withdrawn: 2026-11-20, note: It was the staff."),
    "a value for another time": edit(FUND, MEMBERS, f"{MEMBERS}}}\n  - {{field: members, {NEWER}"),
}


@pytest.mark.parametrize("change", NEEDS_NONE.values(), ids=NEEDS_NONE)
def test_what_says_the_same_or_something_new_needs_no_reason(published: Path, change: Change) -> None:
    assert told(published, change) == []


@pytest.mark.parametrize(
    "change",
    [
        edit(FUND, "value: 46", "value: 47"),
        edit(FUND, "basis: disbursement", "basis: budget"),
        edit(FUND, "value: 30,", "value: 32,"),
        edit(FUND, "value: 2001-04", "value: 2001-05"),
        edit("atlantis/country.yml", "value: 12.5", "value: 12.6"),
        edit(ANSWERS, "answer: fully", "answer: not"),
        fund_moves,
        both(fund_moves, edit("atlantis/funding/ocean-fund.yml", "value: 46", "value: 47")),
    ],
)
def test_the_check_asks_of_all_that_an_edition_would_list_without_a_reason(published: Path, change: Change) -> None:
    change(published / "data")
    dataset, words = load_checked(published), messages.load(published)
    newest = editions.load(published).newest
    assert newest
    found = release_notes.edition_changes(compare(newest.subjects, now := subjects(dataset, words)), now)
    bare = [one for one in found if one.kind in {"corrected", "updated"} and not one.reason]
    assert bare
    asked = [line for line in told(published) if "Say why in `changed`" in line]
    assert len(asked) == len(bare)
    assert all(any(f'is "{one.new}" now' in line for line in asked) for one in bare)
