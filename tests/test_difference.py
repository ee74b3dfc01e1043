"""What is said of a change of the data: its meaning and not its lines, and nothing of it as markup."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from equal_footing.cli import main

from .conftest import ROOT
from .test_bad_comparison import ANSWERS, QUESTION
from .test_bad_input import BODY, FUND, LAW, NGO, SOURCES, Change, both, edit, whole


@pytest.fixture
def kept(world: Path) -> Path:
    """The small world as a git repository, with everything committed."""
    shutil.copytree(ROOT / "templates", world / "templates")
    who = ["-c", "user.name=Someone", "-c", "user.email=someone@example.org"]
    for command in (["init", "-q"], ["add", "."], [*who, "commit", "-q", "-m", "Beginning"]):
        subprocess.run(["git", "-C", str(world), *command], check=True)
    return world


def told(root: Path, capsys: pytest.CaptureFixture[str], *options: str) -> list[str]:
    """Return what is said of the change since the last commit, a line each."""
    assert main(["--root", str(root), "diff", "HEAD", *options]) == 0
    return capsys.readouterr().out.splitlines()


ATLAS = "Atlas Press, Atlas of Atlantis"
MEMBERS = "value: 46, unit: organisations, as_of: 2016-01, source: atlas, at: p. 5"
STARTED = "  - {field: started, value: 2001-04, source: atlas, at: p. 5}\n"
NOT_FOUND = "state: not-found, searched: 2026-11-20, note: Looked for in the atlas."
COUNTS = "note: The gazette counts approvals."
FOUNDED = "  - {field: founded, value: 1999, source: atlas, at: p. 4}"
SPREAD = "  - field: founded\n    value: 1999\n    source: atlas\n    at: p. 4"
FISH_ACT = b"""\
kind: law
name: {en: Fish Act}
status: {code: unknown}
summary: On fish [@atlas, p. 2].
facts: []
reviewed: 2026-11-20
"""
CASES = {
    "value": (
        edit(FUND, "value: 46,", "value: 50,"),
        f"- Members, as of January 2016: 46 organisations → 50 organisations; source as before: {ATLAS}, p. 5",
    ),
    "value-and-source": (
        edit(FUND, MEMBERS, MEMBERS.replace("46", "50").replace("atlas, at: p. 5", "gazette, at: Article 7")),
        f"- Members, as of January 2016: 46 organisations → 50 organisations; source: {ATLAS}, p. 5 → "
        "State of Atlantis, Official Gazette, Article 7",
    ),
    "locator": (
        edit(FUND, "as_of: 2016-01, source: atlas, at: p. 5", "as_of: 2016-01, source: atlas, at: p. 9"),
        f"- Members, as of January 2016: source: {ATLAS}, p. 5 → {ATLAS}, p. 9",
    ),
    "time": (
        edit(FUND, "as_of: 2016-01", "as_of: 2017-01"),
        "- Members, as of January 2017: before: Members, as of January 2016",
    ),
    "basis": (edit(FUND, "basis: disbursement", "basis: budget"), "basis: disbursement → budget"),
    "found-at-last": (
        edit(FUND, NOT_FOUND, "value: 9_000, currency: EUR, basis: ceiling, as_of: 2024, source: atlas, at: p. 6"),
        "- Ceiling of a grant, as of 2024: Searched, not found → ",
    ),
    "disagreement": (edit(FUND, "value: 31, as_of: 2024", "value: 33, as_of: 2024"), "31 projects"),
    "fact-added": (
        edit(BODY, "facts:\n", "facts:\n  - {field: staff, value: 12, as_of: 2020, source: atlas, at: p. 4}\n"),
        f"- Staff, as of 2020: added: 12 people [{ATLAS}, p. 4]",
    ),
    "fact-gone": (edit(FUND, STARTED, ""), "- Started: taken out: April 2001"),
    "note": (edit(FUND, COUNTS, "note: Approvals."), "note: The gazette counts approvals. → Approvals."),
    "name": (edit(FUND, "ja: 海基金", "ja: 海洋基金"), "- Name (Japanese): 海基金 → 海洋基金"),
    "summary": (
        edit(BODY, "Runs the aid", "Directs the aid"),
        "- Summary: Runs the aid of Atlantis [@atlas, p. 4]. → Directs the aid",
    ),
    "status": (
        edit(FUND, "{code: active, as_of: 2024-03", "{code: closed, since: 2024-03"),
        "- Status: Active, as of 2024-03 → Closed, since 2024-03",
    ),
    "relation": (
        edit(FUND, "  - {type: based-on, to: atlantis/laws/aid-act}\n", ""),
        "- Based on: taken out: Aid Act",
    ),
    "identifier": (
        edit(NGO, 'id: "7000012050002", source: atlas', 'id: "7000012050002", source: gazette'),
        "- JP-JCN: source: Atlas Press, Atlas of Atlantis, p. 7 → State of Atlantis, Official Gazette, p. 7",
    ),
    "answer": (edit(ANSWERS, "answer: fully", "answer: not"), "- Answer: fully → not"),
    "rubric": (
        edit(QUESTION, "fully: A fund pays.", "fully: A fund pays out."),
        "- Rubric: “fully: A fund pays.; partly: A fund is pla…” → “fully: A fund pays out.;",
    ),
    "source-changed": (edit(SOURCES, "date: 2025-03", "date: 2025-04"), "- Date: 2025-03 → 2025-04"),
    "record-added": (
        whole("atlantis/laws/fish-act.yml", FISH_ACT),
        "- Atlantis: Fish Act (law, new; data/atlantis/laws/fish-act.yml)",
    ),
    "record-moved": (
        both(
            lambda data: (data / LAW).rename(data / "atlantis/laws/act-on-aid.yml"),
            whole(LAW, b"moved_to: atlantis/laws/act-on-aid\n"),
            edit(FUND, "to: atlantis/laws/aid-act", "to: atlantis/laws/act-on-aid"),
        ),
        "- Atlantis: Aid Act (law, moved from atlantis/laws/aid-act; data/atlantis/laws/act-on-aid.yml)",
    ),
    "word": (
        edit("vocabulary/units.yml", "organisations: {one: organisation,", "organisations: {one: organization,"),
        "- One: organisation → organization",
    ),
}


@pytest.mark.parametrize(("change", "line"), CASES.values(), ids=CASES)
def test_a_change_is_told_by_what_it_means(
    kept: Path, capsys: pytest.CaptureFixture[str], change: Change, line: str
) -> None:
    change(kept / "data")
    lines = told(kept, capsys)
    assert any(line in said for said in lines), lines


def test_one_change_is_told_under_its_record_and_counted_for_its_place(
    kept: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    edit(FUND, "value: 46,", "value: 50,")(kept / "data")
    assert told(kept, capsys) == [
        "- Atlantis: funding scheme: 1 changed",
        "",
        "Atlantis: Sea Fund (funding scheme, changed; data/atlantis/funding/sea-fund.yml)",
        CASES["value"][1],
    ]


FORMS: dict[str, Change] = {
    "another order": edit(NGO, "kind: organisation\ntype: ngo\n", "type: ngo\nkind: organisation\n"),
    "other lines": edit(FUND, "  Pays for projects of NGOs abroad", "  Pays for\n  projects of NGOs abroad"),
    "another form": edit(
        BODY,
        FOUNDED,
        SPREAD,
    ),
    "a comment": edit(LAW, "kind: law", "# The act of 2020.\nkind: law"),
    "quotation marks": edit(LAW, "at: heading", 'at: "heading"'),
    "nothing": lambda data: None,
}


@pytest.mark.parametrize("change", FORMS.values(), ids=FORMS)
def test_another_form_means_nothing(kept: Path, capsys: pytest.CaptureFixture[str], change: Change) -> None:
    change(kept / "data")
    assert told(kept, capsys) == ["Nothing that the site says has changed."]


def test_nothing_of_the_data_is_markup_in_a_comment(kept: Path, capsys: pytest.CaptureFixture[str]) -> None:
    hostile = "Ask @everyone, see [here](https://evil.example/) ![x](https://evil.example/x.png) `code` **now** | #1"
    edit(FUND, COUNTS, f'note: "{hostile}"')(kept / "data")
    said = "\n".join(told(kept, capsys, "--markdown"))
    for markup in ("@everyone", "[here](", "![x]", "**now**", "https://evil", "`code`", " #1"):
        assert markup not in said


def test_a_long_difference_says_how_much_was_left_out(kept: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for change in ("value", "basis", "note", "status", "name"):
        CASES[change][0](kept / "data")
    said = "\n".join(told(kept, capsys, "--markdown", "--limit", "300"))
    assert len(said) <= 300
    assert "lines more" in said


def test_wrong_data_are_told_like_by_the_check(kept: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edit(FUND, "value: 46,", "value: many,")(kept / "data")
    assert main(["--root", str(kept), "diff", "HEAD"]) == 1
    assert "data/atlantis/funding/sea-fund.yml:9:" in capsys.readouterr().out


def test_a_commit_with_problems_is_compared_as_far_as_it_can_be_read(
    kept: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    right = (kept / "data" / FUND).read_text(encoding="utf-8")
    edit(FUND, "value: 46,", "value: many, wrong: x,")(kept / "data")
    who = ["-c", "user.name=Someone", "-c", "user.email=someone@example.org"]
    subprocess.run(["git", "-C", str(kept), *who, "commit", "-qam", "Wrong"], check=True)
    (kept / "data" / FUND).write_text(right, encoding="utf-8")
    lines = told(kept, capsys)
    assert any("Sea Fund (funding scheme, new" in line for line in lines)
    assert "problem" in lines[-1]


def test_an_unknown_commit_is_named(kept: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--root", str(kept), "diff", "nowhere"]) == 1
    assert 'There is no commit "nowhere".' in capsys.readouterr().err


def test_without_a_repository_there_is_nothing_to_compare_with(world: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--root", str(world), "diff", "HEAD"]) == 1
    assert "is not a git repository" in capsys.readouterr().err


def test_the_working_tree_is_left_alone(kept: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edit(FUND, "value: 46,", "value: 50,")(kept / "data")
    before = {path: path.read_bytes() for path in kept.rglob("*") if path.is_file() and ".git" not in path.parts}
    told(kept, capsys)
    assert {path: path.read_bytes() for path in before} == before
