"""One run tells of every mistake, by file and line; the exit code says whether there was one."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from equal_footing.check.run import load_checked
from equal_footing.commands import cli
from equal_footing.commands.cli import main
from equal_footing.form import files as form
from equal_footing.reading.problems import DataError

from . import processes
from .cases import BODY, CLAIMS, FUND, LAW, NGO, SOURCES, edit, whole
from .conftest import ROOT

LINES = [
    'data/article/claims/money.yml:9:14 claim 1, verdict: "confirm" is not a known verdict. Did you mean confirmed?',
    'data/atlantis/bodies/aid-office.yml:2:1 kind: the key "kind" is given twice (first on line 1). Keep one.',
    "data/atlantis/bodies/aid-office.yml:8:11 reviewed: the value is missing. Write one, or delete the key.",
    'data/atlantis/funding/lake.yaml:1:1 "lake.yaml" is not a YAML file: names end in .yml. Did you mean .yml?',
    'data/atlantis/funding/sea-fund.yml:9:13 fact 2, field: "member" is not a known field. Did you mean members?',
    'data/atlantis/funding/sea-fund.yml:13:15 fact 3, currency: "YEN" is not an ISO 4217 code. Did you mean JPY?',
    'data/atlantis/funding/sea-fund.yml:29:11 reviewed: "soon" must be a date such as 2000, 2000-08 or 2000-08-10.',
    'data/atlantis/laws/aid-act.yml:7:29 fact 1, value: "2020-02-30" is not a day of the calendar: '
    "February 2020 has no day 30 (the field adopted holds a date).",
    "data/atlantis/organisations/reef.yml:3:16 U+200B is a zero-width character, which nobody sees. Delete it.",
    'data/atlantis/sources.yml:11:9 atlas.read: "2026-11" must be a full day, such as 2026-11-23.',
]

RULES = (
    *("unknown-verdict", "duplicate-key", "value-missing", "file-name", "unknown-field", "currency-code", "date"),
    *("value-type", "hidden-character", "full-day"),
)
"""The rules that the lines break, in their order."""


@pytest.fixture
def broken(world: Path) -> Path:
    """The small world with mistakes of every stage of reading, in seven files."""
    data = world / "data"
    edit(FUND, "field: members", "field: member")(data)
    edit(FUND, "currency: EUR", "currency: YEN")(data)
    edit(FUND, "reviewed: 2026-11-20", "reviewed: soon")(data)
    edit(BODY, "kind: body\n", "kind: body\nkind: body\n")(data)
    edit(BODY, "reviewed: 2026-11-20", "reviewed: ~")(data)
    edit(LAW, "value: 2020-05-04", "value: 2020-02-30")(data)
    edit(NGO, "en: Reef", "en: Reef\u200b")(data)
    edit(SOURCES, "read: 2026-11-20", "read: 2026-11")(data)
    edit(CLAIMS, "verdict: confirmed", "verdict: confirm")(data)
    whole("atlantis/funding/lake.yaml", b"kind: law\n")(data)
    return world


def run(root: Path) -> subprocess.CompletedProcess[str]:
    """Check the data under `root` as a contributor does."""
    return processes.run(ROOT, "equal_footing", "--root", str(root), "check")


def test_all_mistakes_are_told_in_one_run_in_the_order_of_files_and_lines(broken: Path) -> None:
    with pytest.raises(DataError) as told:
        load_checked(broken)
    assert [str(problem) for problem in told.value.problems] == LINES
    assert str(told.value) == "\n".join(LINES)


def test_the_command_prints_every_mistake_then_their_number_and_fails(broken: Path) -> None:
    result = run(broken)
    assert result.stdout.splitlines() == [f"{line} [{rule}]" for line, rule in zip(LINES, RULES, strict=True)]
    assert result.stderr.splitlines()[0] == f"{len(LINES)} problems found."
    assert result.returncode == 1


def test_a_command_that_the_user_stops_ends_without_a_word(
    world: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def stopped(_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(cli, "check", stopped)
    assert main(["--root", str(world), "check"]) == 130
    assert capsys.readouterr().err == ""


def test_one_mistake_is_counted_in_the_singular(world: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edit(FUND, "currency: EUR", "currency: YEN")(world / "data")
    assert main(["--root", str(world), "check"]) == 1
    assert capsys.readouterr().err.splitlines()[0] == "1 problem found."


def test_files_that_may_hold_more_mistakes_are_named(world: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edit(FUND, "currency: EUR", "currency: YEN")(world / "data")
    edit(NGO, "reviewed: 2026-11-20", "reviewed: 2199-01-01")(world / "data")
    assert main(["--root", str(world), "check"]) == 1
    line = f"Check again once they are mended: data/{FUND} may have others."
    assert capsys.readouterr().err.splitlines()[1] == line
    edit(FUND, "currency: YEN", "currency: EUR")(world / "data")
    assert main(["--root", str(world), "check"]) == 1
    assert "may have others" not in capsys.readouterr().err


def test_the_command_counts_what_it_checked_where_all_is_well(world: Path) -> None:
    form.fix(world)
    result = run(world)
    assert result.stdout == "6 records, 12 facts, 2 sources: no problems.\n"
    assert result.stderr == ""
    assert result.returncode == 0


def test_a_folder_without_data_is_told_as_a_problem(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--root", str(tmp_path), "check"]) == 1
    assert capsys.readouterr().out.startswith("data:1:1 is missing: there is no such folder here. [folder-missing]\n")
