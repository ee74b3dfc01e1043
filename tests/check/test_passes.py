"""Parts that passed are not checked again, unless their files have changed, or what their rules asked for elsewhere."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

import pytest

from equal_footing.check import run
from equal_footing.keeping.store import Store
from equal_footing.reading.problems import DataError, Problem
from equal_footing.statement.facts import Facts

from ..cases import BODY, COUNTRY, FUND, LAW, NGO, SOURCES, Change, both, copy, edit, whole

OTHER, OTHERS_FUND, OTHERS_FIGURE = "lyonesse/country.yml", "lyonesse/funding/sand-fund.yml", "lyonesse/figures/sea.yml"
NEIGHBOUR = both(
    whole(
        OTHER,
        b"""\
code: SE
kind: country
name: {en: Lyonesse}
status: {code: active, as_of: 2025, source: atlas, locator: p. 1}
summary: A sunken state [@atlas, p. 1].
facts:
  - {field: fiscal-year-start, value: "01-01", source: atlas, locator: p. 2}
reviewed: 2026-11-20
""",
    ),
    whole(
        OTHERS_FUND,
        b"""\
kind: funding-scheme
name: {en: Sand Fund}
status: {code: active, as_of: 2024-03, source: atlas, locator: p. 5}
summary: Pays for sand, as the [fund](/atlantis/funding/sea-fund/) does [@atlas, p. 5].
facts:
  - {field: members, value: 46, unit: organisations, as_of: 2026-11-19, source: atlas, locator: p. 5}
  - {field: purpose, value: To pay for sand, source: atlas, locator: p. 5}
  - field: amount
    label: grants
    value: 2_500_000
    currency: NOK
    basis: disbursement
    period: 2023
    source: atlas
    locator: p. 6
relations:
  - {type: administered-by, to: atlantis/bodies/aid-office}
reviewed: 2026-11-20
""",
    ),
    whole(
        OTHERS_FIGURE,
        b"""\
order: 1
title: Members of the fund of the neighbour
about: Members of one year [@atlas, p. 6].
chart: parts
series:
  - {record: atlantis/funding/sea-fund, field: members, name: Members}
reviewed: 2026-11-20
""",
    ),
)
"""A second country, which stands on the records and the sources of the first one."""


@pytest.fixture
def checked(monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """The folders that are checked anew, as long as a test runs."""
    found: set[str] = set()
    every_rule = run._problems

    def noted(facts: Facts, but: Collection[object]) -> list[Problem]:
        found.update(value.document.file.split("/")[1] for value in facts.dataset.values)
        return every_rule(facts, but)

    monkeypatch.setattr(run, "_problems", noted)
    return found


def told(world: Path, kept: Store) -> tuple[list[Problem], list[Problem]]:
    """Return the problems of the data, and the questions about them if there are none."""
    try:
        return [], run.ask(run.facts_checked(world, kept))
    except DataError as error:
        return error.problems, []


def gone(file: str) -> Change:
    return lambda data: (data / file).unlink()


ELSEWHERE = {
    "a record that is gone": (gone(BODY), "relation-target", OTHERS_FUND),
    "a record that has moved": (
        both(copy(BODY, "atlantis/bodies/office.yml"), whole(BODY, b"moved_to: atlantis/bodies/office\n")),
        "relation-moved",
        OTHERS_FUND,
    ),
    "a record of another kind": (
        both(
            copy(LAW, "atlantis/laws/aid-office.yml"),
            gone(BODY),
            edit(OTHERS_FUND, "atlantis/bodies", "atlantis/laws"),
        ),
        "relation-kind",
        OTHERS_FUND,
    ),
    "a page to which a text leads": (gone(FUND), "link-target", OTHERS_FUND),
    "a source that is gone": (edit(SOURCES, "atlas:", "atlases:"), "source-unknown", OTHER),
    "the day on which a source was read": (
        edit(SOURCES, "read: 2026-11-20", "read: 2026-11-19"),
        "reading-day",
        OTHERS_FUND,
    ),
    "the language of a source": (edit(SOURCES, "language: en", "language: ja"), "support-language", OTHERS_FUND),
    "a fact that a figure draws": (
        edit(
            FUND,
            "  - {field: members, value: 46, unit: organisations, as_of: 2016-01, source: atlas, locator: p. 5}\n",
            "",
        ),
        "figure-facts",
        OTHERS_FIGURE,
    ),
    "a currency that becomes one of another country": (
        edit(COUNTRY, "code: IE", 'code: "NO"'),
        "odd-money",
        OTHERS_FUND,
    ),
}
"""What changes in another place, and what it makes wrong or odd in a file of this one, which stays as it is."""


@pytest.mark.parametrize(("change", "rule", "file"), ELSEWHERE.values(), ids=ELSEWHERE.keys())
def test_what_changes_elsewhere_is_told_of_a_part_that_has_passed(
    world: Path, tmp_path: Path, change: Change, rule: str, file: str
) -> None:
    NEIGHBOUR(world / "data")
    kept = Store(tmp_path / "kept")
    before = told(world, kept)
    assert not before[0]
    assert rule not in {problem.rule for problem in before[1]}
    change(world / "data")
    found = told(world, kept)
    assert (f"data/{file}", rule) in {(problem.file, problem.rule) for some in found for problem in some}
    assert found == told(world, Store(None))


def test_a_part_is_checked_again_only_for_what_matters_to_it(world: Path, tmp_path: Path, checked: set[str]) -> None:
    NEIGHBOUR(world / "data")
    kept = Store(tmp_path / "kept")

    def checks(change: Change) -> set[str]:
        change(world / "data")
        checked.clear()
        told(world, kept)
        return {*checked}

    assert checks(lambda data: None) == {"article", "atlantis", "lyonesse", "questions"}
    assert checks(lambda data: None) == set()
    assert checks(edit(NGO, "value: 1980", "value: 1981")) == {"atlantis"}
    assert checks(edit(OTHERS_FUND, "2_500_000", "2_600_000")) == {"lyonesse"}
    assert checks(edit(FUND, "value: 2001-04", "value: 2001-05")) == {"article", "atlantis", "lyonesse"}


def test_a_part_with_a_problem_is_checked_each_time(world: Path, tmp_path: Path, checked: set[str]) -> None:
    kept = Store(tmp_path / "kept")
    edit(LAW, "in-force, value: 2020-06-01", "in-force, value: 2019-06-01")(world / "data")
    first = told(world, kept)
    assert [problem.rule for problem in first[0]] == ["date-order"]
    checked.clear()
    assert told(world, kept) == first
    assert checked == {"atlantis"}
