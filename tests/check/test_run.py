"""All rules together: the small world breaks none, and the tests beside the modules break every one."""

from __future__ import annotations

import importlib
import io
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from equal_footing.check import catalogue, run
from equal_footing.check.passes import Passes
from equal_footing.commands.cli import main
from equal_footing.keeping.store import Store
from equal_footing.model.dataset import Dataset
from equal_footing.model.loading import load
from equal_footing.model.values import PartialDate
from equal_footing.reading.problems import DataError, Problem
from equal_footing.statement.facts import Facts

from ..cases import ANSWERS, FUND, LAW, SOURCES, Case, edit
from ..conftest import ROOT, problems
from ..restored import changed

EXPLAINED = catalogue.load(ROOT)
ELSEWHERE = {
    "of a file that is no text, or of nothing at all": {
        *("edition", "file-kind", "file-readable", "folder-missing", "symbolic-link", "address-gone", "address-taken"),
        *("edition-files", "edition-damaged", "change-reason"),
    },
    "of a move or a withdrawal, which needs several files": {
        *("fact-moved", "relation-moved", "withdrawn-citation", "withdrawn-home", "withdrawn-note"),
    },
    "of mistakes made in every file of the data": {"comment", "versions"},
    "of questions that stop nothing": {
        *(
            "odd-field",
            "odd-percentage",
            "odd-number",
            "odd-size",
            "odd-money",
            "odd-beginning",
            "odd-end",
            "odd-time",
            "odd-fiscal-year",
            "odd-version",
            "odd-language",
            *("odd-answer", "odd-copy", "odd-evidence", "odd-gap", "odd-label", "odd-script", "odd-source"),
            "same-thing",
            "same-figure",
            "question-left-out",
        ),
        *("answer-weak", "answer-old", "absence-weak"),
    },
    "of how a file is written, which the command looks at once the data are sound": {"form"},
}
"""Rules that have tests of their own instead of a case, by the reason."""


def bad() -> Iterator[tuple[str, Case]]:
    """Yield the rules with their cases, from all files that have some."""
    for path in sorted((ROOT / "tests").glob("*/test_*.py")):
        name = ".".join(path.relative_to(ROOT).with_suffix("").parts)
        if "\nBAD = " in path.read_text(encoding="utf-8"):
            for rule, mistakes in importlib.import_module(name).BAD.items():
                yield from ((rule, mistake) for mistake in mistakes)


def test_no_file_of_sound_data_shows_a_mistake_by_itself(dataset: Dataset) -> None:
    files = sorted({value.document.file for value in dataset.values})
    assert len(files) > 300
    groups = (files[start::30] for start in range(30))
    assert [problem for some in groups for problem in run.check_files(dataset, some)] == []


def test_a_rule_that_looks_at_all_files_would_find_mistakes_in_a_part(
    dataset: Dataset, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(run, "OF_ALL_FILES", ())
    assert run.check_files(dataset, {"data/japan/sources.yml"})


def test_what_a_file_shows_by_itself_is_found_without_the_others(world: Path) -> None:
    """That nothing else is found is tried with every mistake, where it is answered."""
    edit(LAW, "in-force, value: 2020-06-01", "in-force, value: 2019-06-01")(world / "data")
    edit(ANSWERS, "evidence: [atlantis/funding/sea-fund]", "evidence: [atlantis/nothing]")(world / "data")
    dataset, _ = load(world)
    assert dataset
    found = run.check_files(dataset, changed(world))
    assert [problem.rule for problem in found] == ["answer-evidence", "date-order"]
    assert found == run.check(dataset)
    assert [problem.rule for problem in run.check_files(dataset, {f"data/{LAW}"})] == ["date-order"]
    assert run.check_files(dataset, {f"data/{SOURCES}"}) == []


def test_files_that_have_passed_pass_again_only_as_they_are_and_on_the_same_day(
    world: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept, runs = Store(tmp_path / "kept"), 0

    def counted(facts: Facts, passed: Passes) -> list[Problem]:
        nonlocal runs
        runs += 1
        return every_rule(facts, passed)

    every_rule = run._check
    monkeypatch.setattr(run, "_check", counted)
    for expected in (1, 1):
        run.facts_checked(world, kept)
        assert runs == expected
    edit(SOURCES, "date: 2025-03", "date: 2099-03")(world / "data")
    for expected in (2, 3):  # what has failed is not kept
        with pytest.raises(DataError):
            run.facts_checked(world, kept)
        assert runs == expected
    edit(SOURCES, "date: 2099-03", "date: 2025-03")(world / "data")
    run.facts_checked(world, kept)
    assert runs == 3
    monkeypatch.setattr(Dataset, "today", lambda self: PartialDate(2040, 1, 1))
    run.facts_checked(world, kept)
    assert runs == 4


def test_what_the_check_asks_about_is_kept_with_the_files_that_passed(world: Path, tmp_path: Path) -> None:
    edit(FUND, "as_of: 2016-01", "as_of: 1995")(world / "data")
    asked = run.ask(run.facts_checked(world))
    assert asked
    kept = Store(tmp_path / "kept")
    assert [run.ask(run.facts_checked(world, kept)) for _ in range(2)] == [asked] * 2


def test_what_only_reading_and_checking_need_is_let_go(world: Path) -> None:
    checked, (read, _) = run.load_checked(world), load(world)
    assert read
    for entry in checked.entries.values():
        assert (entry.document.data, entry.document.kept) == (None, {})
    assert "values" not in vars(checked)
    assert checked.uses == read.uses
    assert [(one.path, one.value) for one in checked.values] == [(one.path, one.value) for one in read.values]


def test_a_message_reaches_a_console_that_lacks_its_signs(world: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    edit(SOURCES, "date: 2025-03", "date: 令和5年4月某日")(world / "data")
    console = io.TextIOWrapper(io.BytesIO(), encoding="cp1252", write_through=True)
    monkeypatch.setattr(sys, "stdout", console)
    assert main(["--root", str(world), "check"]) == 1
    said = console.buffer.getvalue().decode("cp1252")
    assert "data/atlantis/sources.yml:7:9 atlas.date:" in said
    assert "\\u4ee4" in said


def test_the_world_has_no_problem_before_it_is_broken(world: Path) -> None:
    assert problems(world) == []


def test_every_answer_is_one_line_and_one_sentence_or_more() -> None:
    for line in (line for _, mistake in bad() for line in mistake.lines):
        assert "\n" not in line
        assert line.endswith((".", "?", "/..")), line


def test_every_rule_is_broken_by_a_case_and_no_case_breaks_an_unknown_rule() -> None:
    cased, uncased = {rule for rule, _ in bad()}, {rule for rules in ELSEWHERE.values() for rule in rules}
    assert not cased & uncased
    assert cased | uncased == set(EXPLAINED.rules)
