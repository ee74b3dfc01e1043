"""A status rests on a sign of the two or three years before the review; an older one shows when it was last seen."""

from dataclasses import replace
from pathlib import Path

import pytest

from equal_footing.check.run import load_checked
from equal_footing.model.messages import load
from equal_footing.model.values import PartialDate
from equal_footing.statement import standing
from equal_footing.statement.standing import Standing

from ..cases import LAW, NGO, edit
from ..conftest import ROOT

WORDS = load(ROOT)
DAY = PartialDate.parse("2024-04-15")


def stands(world: Path, status: str, reviewed: str = "2026-11-20") -> Standing:
    """Return where an organisation stands whose status and review are given."""
    edit(NGO, "code: active, as_of: 2024", status)(world / "data")
    edit(NGO, "reviewed: 2026-11-20", f"reviewed: {reviewed}")(world / "data")
    dataset = load_checked(world)
    return standing.standing(dataset.entries[NGO.removesuffix(".yml")].record, dataset.vocabulary)


@pytest.mark.parametrize(
    ("sign", "label"),
    [
        ("2024-11-20", "Active"),
        ("2024-11-19", "Last known active on 19 November 2024"),
        ("2024-11", "Active"),
        ("2024-10", "Last known active in October 2024"),
        ("2024", "Active"),
        ("2023", "Last known active in 2023"),
        ("2022", "Last known active in 2022"),
        ("2022~", "Last known active in about 2022"),
        ("2022-36~", "Last known active in late 2022"),
        ("199X", "Last known active in the 1990s"),
        ("2026-11-19", "Active"),
    ],
)
def test_pages_say_active_for_two_years_after_a_sign(world: Path, sign: str, label: str) -> None:
    found = stands(world, f"code: active, since: 1980, as_of: {sign}")
    assert standing.label(found, WORDS) == label
    assert found.word == ("active" if label == "Active" else "last-seen")
    assert standing.time(found, WORDS).startswith("since 1980")
    assert ("as of" in standing.time(found, WORDS)) == (label == "Active")


@pytest.mark.parametrize(
    ("sign", "is_old"),
    [
        ("2024-11-20", False),
        ("2024-11-19", True),
        ("2024-11", False),
        ("2024-10", True),
        ("2024", False),
        ("2023", True),
    ],
)
def test_a_sign_counts_for_two_years(world: Path, sign: str, is_old: bool) -> None:
    assert (stands(world, f"code: active, as_of: {sign}").last_seen is not None) == is_old


def test_a_text_is_in_force_for_three_years_after_its_last_sign(world: Path) -> None:
    edit(LAW, "as_of: 2025-03, source: atlas", "as_of: 2023-11-20, source: atlas")(world / "data")
    dataset = load_checked(world)
    found = standing.standing(dataset.entries[LAW.removesuffix(".yml")].record, dataset.vocabulary)
    assert standing.label(found, WORDS) == "In force"


def test_a_sign_of_a_leap_day_counts_to_the_end_of_february(world: Path) -> None:
    assert stands(world, "code: active, as_of: 2020-02-29", "2022-02-28").last_seen is None


@pytest.mark.parametrize(
    ("sign", "is_recent"),
    [
        ("2025-11-20", True),
        ("2025-11-19", False),
        ("2025-12", True),
        ("2025-11", False),  # perhaps its first day
        ("2025", False),  # no nearer than its months
        ("2026", True),
    ],
)
def test_a_sign_is_recent_from_its_first_day_within_a_year(world: Path, sign: str, is_recent: bool) -> None:
    found = stands(world, f"code: active, as_of: {sign}")
    reviewed = load_checked(world).entries[NGO.removesuffix(".yml")].record.reviewed
    assert standing.is_recent(found.as_of, reviewed) is is_recent


def test_what_has_ended_is_not_last_seen(world: Path) -> None:
    found = stands(world, "code: closed, since: 1990, as_of: 2000")
    assert found.last_seen is None
    assert standing.label(found, WORDS) == "Closed"
    assert standing.time(found, WORDS) == "since 1990, as of 2000"


def test_a_law_that_was_last_seen_long_ago_has_no_legal_force(world: Path) -> None:
    dataset = load_checked(world)
    law = LAW.removesuffix(".yml")
    assert standing.standing(dataset.entries[law].record, dataset.vocabulary).legal_force == "InForce"
    edit(LAW, "as_of: 2025-03", "as_of: 2021")(world / "data")
    dataset = load_checked(world)
    found = standing.standing(dataset.entries[law].record, dataset.vocabulary)
    assert found.legal_force is None
    assert "In force by the last sign" in standing.about(found, WORDS)


def test_a_text_of_which_nothing_newer_is_known_is_in_force_by_its_source(world: Path) -> None:
    edit(LAW, "as_of: 2025-03, source: atlas", "as_of: 2020-07, source: atlas")(world / "data")
    dataset = load_checked(world)
    found = standing.standing(dataset.entries[LAW.removesuffix(".yml")].record, dataset.vocabulary)
    assert standing.label(found, WORDS) == "In force according to a source of July 2020"


@pytest.mark.parametrize(("since", "as_of"), [(DAY, None), (None, DAY)])
def test_what_happened_once_has_a_day_and_does_not_go_on(
    world: Path, since: PartialDate | None, as_of: PartialDate | None
) -> None:
    held = load_checked(world).vocabulary.statuses["held"]
    found = replace(stands(world, "code: active, as_of: 2026"), code=held, since=since, as_of=as_of)
    assert standing.sentence(found, WORDS) == "Held, 15 April 2024"
