"""Every rule of the check is explained, and every example is answered as the guide says."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from equal_footing import explained
from equal_footing.cli import main
from equal_footing.loading import load
from equal_footing.problems import Problem, tidy
from equal_footing.rules import check

from .conftest import ROOT
from .test_bad_comparison import CASES as BAD_COMPARISONS
from .test_bad_input import CASES as BAD_INPUTS
from .test_bad_input import FUND, edit

EXPLAINED = explained.load(ROOT)
WITHOUT_EXAMPLE = {
    *("folder-missing", "file-readable", "file-kind", "symbolic-link", "file-size", "encoding", "not-empty", "schema"),
    *("hidden-character", "tab", "indentation", "name-length", "of-length"),
    *("relation-moved", "figure-mixed", "section-order", "moved-chain", "withdrawn-target", "address-gone"),
}
"""Mistakes that lines of one file cannot show: in signs that nobody sees, in files as such, between two files."""

COMES_ALONG = {"key-comma": ["value-missing"], "figure-measure": ["figure-mixed"], "claim-twice": ["claim-missing"]}
"""What is answered as well where one mistake necessarily is another one too."""

SHOWN_BY = {
    "file-size": "too-large",
    "encoding": "latin-1",
    "not-empty": "only-comment",
    "hidden-character": "control",
    "tab": "two-tabs",
    "indentation": "ideographic-indent",
    "name-length": "name-too-long",
    "of-length": "of-too-long",
    "figure-mixed": "figure-mixes-bases",
    "section-order": "section-order-twice",
    "moved-chain": "moved-circle",
}
"""Cases of the other tests that show what is answered where there is no example."""


def found(root: Path) -> list[Problem]:
    """Return the problems of the data under a folder."""
    dataset, problems = load(root)
    return tidy([*problems, *(check(dataset) if dataset else [])])


def takers(trees: list[ast.Module]) -> dict[str, int]:
    """Return the functions and classes of the package that take a rule, with its place among their arguments."""
    places: dict[str, int] = {}
    for node in (node for tree in trees for node in ast.walk(tree)):
        names: list[str] = []
        if isinstance(node, ast.FunctionDef):
            names = [argument.arg for argument in node.args.args if argument.arg != "self"]
        elif isinstance(node, ast.ClassDef):
            fields = [line.target for line in node.body if isinstance(line, ast.AnnAssign)]
            names = [target.id for target in fields if isinstance(target, ast.Name)]
        if "rule" in names and isinstance(node, ast.FunctionDef | ast.ClassDef):
            places[node.name] = names.index("rule")
    return places


def named() -> Iterator[str]:
    """Yield the rules that the package names where it makes a problem."""
    trees = [ast.parse(path.read_text(encoding="utf-8")) for path in (ROOT / "equal_footing").rglob("*.py")]
    places = takers(trees)
    for call in (node for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Call)):
        name = getattr(call.func, "id", getattr(call.func, "attr", ""))
        if name == "code" and len(call.args) == 2 and isinstance(call.args[1], ast.Constant):
            yield f"unknown-{str(call.args[1].value).replace(' ', '-')}"
        if name in places:
            is_spread = any(isinstance(argument, ast.Starred) for argument in call.args)
            place = len(call.args) - 1 if is_spread else places[name]
            given = call.args[place] if place < len(call.args) else None
            choices = [given.body, given.orelse] if isinstance(given, ast.IfExp) else [given]
            yield from (str(choice.value) for choice in choices if isinstance(choice, ast.Constant))


def test_no_check_is_without_its_place_in_the_guide() -> None:
    assert set(named()) - set(EXPLAINED.rules) == set()


@pytest.mark.parametrize("change", [case.values[0] for case in (*BAD_INPUTS, *BAD_COMPARISONS)])
def test_whatever_is_answered_to_bad_input_is_explained(world: Path, change: object) -> None:
    assert callable(change)
    change(world / "data")
    assert {problem.rule for problem in found(world)} <= set(EXPLAINED.rules)


@pytest.mark.parametrize("rule", [rule for rule, entry in EXPLAINED.rules.items() if entry.bad])
def test_the_bad_example_is_answered_as_the_guide_says(world: Path, rule: str) -> None:
    entry = EXPLAINED.rules[rule]
    assert entry.file
    assert entry.bad
    path = world / "data" / entry.file
    if entry.good:
        right = path.read_text(encoding="utf-8")
        assert entry.good in right, "the good example stands in the sound world"
        path.write_text(right.replace(entry.good, entry.bad, 1), encoding="utf-8")
    else:
        assert not path.exists()
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(entry.bad, encoding="utf-8")
    answers = [(item.rule, f"{item.where}: {item.message}" if item.where else item.message) for item in found(world)]
    assert [answer for answer in answers if answer[0] not in COMES_ALONG.get(rule, ())] == [(rule, entry.says)]


@pytest.mark.parametrize(("rule", "name"), SHOWN_BY.items())
def test_what_is_answered_without_an_example_is_held_by_a_case(world: Path, rule: str, name: str) -> None:
    cases = {str(case.id): case.values[0] for case in (*BAD_INPUTS, *BAD_COMPARISONS)}
    change = cases[name]
    assert callable(change)
    change(world / "data")
    answers = [(item.rule, f"{item.where}: {item.message}" if item.where else item.message) for item in found(world)]
    assert (rule, EXPLAINED.rules[rule].says) in answers


def test_the_rules_without_an_example_are_few_and_known() -> None:
    assert {rule for rule, entry in EXPLAINED.rules.items() if not entry.bad} == WITHOUT_EXAMPLE


def test_no_explanation_outlives_its_check() -> None:
    sources = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "equal_footing").rglob("*.py"))
    known = set(named())
    assert [rule for rule in EXPLAINED.rules if rule not in known and f'"{rule}"' not in sources] == []


def test_the_check_names_the_rule_and_how_to_have_it_explained(world: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edit(FUND, "period: 2023-04/2024-03", "period: 2024-04/2023-03")(world / "data")
    assert main(["--root", str(world), "check"]) == 1
    told = capsys.readouterr()
    assert told.out.splitlines()[0].endswith("ends before it begins. [period]")
    assert "make explain RULE=period" in told.err


def test_a_rule_is_explained_on_the_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--root", str(ROOT), "explain", "period"]) == 0
    said = capsys.readouterr().out
    entry = EXPLAINED.rules["period"]
    for words in (entry.title, entry.says, entry.good, entry.bad):
        assert words
        assert words.strip() in said


def test_a_misspelt_rule_is_answered_with_the_nearest(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--root", str(ROOT), "explain", "perid"]) == 1
    assert 'There is no rule "perid". Did you mean period?' in capsys.readouterr().err


@pytest.mark.parametrize(
    ("old", "new"), [("why: ", "wy: "), ("      says: ", "      sais: "), ("  title: ", "  titel: ")]
)
def test_a_catalogue_with_a_misspelt_key_is_refused(tmp_path: Path, old: str, new: str) -> None:
    path = tmp_path / "templates/messages/rules.en.yml"
    path.parent.mkdir(parents=True)
    right = (ROOT / "templates/messages/rules.en.yml").read_text(encoding="utf-8")
    path.write_text(right.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(ValueError, match=new.strip(": ")):
        explained.load(tmp_path)
