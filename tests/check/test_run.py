"""All rules together: the small world breaks none, and the tests beside the modules break every one."""

from __future__ import annotations

import importlib
from collections.abc import Iterator
from pathlib import Path

from equal_footing.check import catalogue

from ..cases import Case
from ..conftest import ROOT, problems

EXPLAINED = catalogue.load(ROOT)
ELSEWHERE = {
    "of a file that is no text, or of nothing at all": {
        *("edition", "file-kind", "file-readable", "folder-missing", "schema", "symbolic-link", "address-gone"),
    },
    "of a move or a withdrawal, which needs several files": {
        *("relation-moved", "withdrawn-citation", "withdrawn-home", "withdrawn-note", "withdrawn-see"),
        "withdrawn-target",
    },
    "of mistakes made in every file of the data": {"remark", "versions"},
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
