"""Every rule of the check is explained, and every example is answered as the guide says."""

from __future__ import annotations

import ast
import datetime
import functools
import os
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from equal_footing.changes import editions, snapshot
from equal_footing.changes.dataset_subjects import subjects
from equal_footing.check import catalogue
from equal_footing.check.run import ask, facts_checked
from equal_footing.commands.cli import main
from equal_footing.form import files as form
from equal_footing.model import address_list, messages
from equal_footing.model.base import Model
from equal_footing.model.dataset import Dataset
from equal_footing.model.loading import load
from equal_footing.model.validation import validate
from equal_footing.reading.documents import read_bytes
from equal_footing.reading.problems import DataError, Problem

from ..cases import BODY, FUND, NGO, edit, publish
from ..conftest import FILES, LISTED, ROOT

EXPLAINED = catalogue.load(ROOT)
CATALOGUE = "templates/messages/rules.en.yml"

# Which rules there are -----------------------------------------------------------------------------------------------

EXPLAINING = {"check/catalogue.py", "commands/cli.py"}
"""Modules whose functions take a rule to explain it, not to say that it is broken."""
HANDED_ON = {
    "f\"unknown-{self.what.replace(' ', '-')}\"": "words of code lists: the rules are named where `code` is called",
    "item['ctx']['rule']": "what a model refuses: the rules are named where `rule_error` is called",
    "self.rule": "forms of texts: the rules are named where `Pattern` is called",
}
"""Where the package makes a problem of a rule that is named elsewhere, besides functions that are given it."""


@functools.cache
def modules() -> dict[str, list[ast.AST]]:
    """Return all that the modules of the package hold, by their names."""
    folder = ROOT / "equal_footing"
    trees = ((path, ast.parse(path.read_text(encoding="utf-8"))) for path in sorted(folder.rglob("*.py")))
    return {path.relative_to(folder).as_posix(): list(ast.walk(tree)) for path, tree in trees}


def takers() -> dict[str, int]:
    """Return the functions and classes of the package that take a rule, with its place among their arguments."""
    places: dict[str, int] = {}
    for node in (node for name, nodes in modules().items() if name not in EXPLAINING for node in nodes):
        names: list[str] = []
        if isinstance(node, ast.FunctionDef):
            names = [argument.arg for argument in node.args.args if argument.arg != "self"]
        elif isinstance(node, ast.ClassDef):
            fields = [line.target for line in node.body if isinstance(line, ast.AnnAssign)]
            names = [target.id for target in fields if isinstance(target, ast.Name)]
        if "rule" in names and isinstance(node, ast.FunctionDef | ast.ClassDef):
            places[node.name] = names.index("rule")
    return places


def given() -> Iterator[tuple[ast.expr, bool]]:
    """Yield what the package gives as the rule of a problem, and whether it stands in a function that was given it."""
    places = takers()
    for nodes in modules().values():
        functions = [node for node in nodes if isinstance(node, ast.FunctionDef)]
        handing = [node for node in functions if any(argument.arg == "rule" for argument in node.args.args)]
        inside = {id(node) for function in handing for node in ast.walk(function)}
        for call in (node for node in nodes if isinstance(node, ast.Call)):
            name = getattr(call.func, "id", getattr(call.func, "attr", ""))
            if name in places:
                is_spread = any(isinstance(argument, ast.Starred) for argument in call.args)
                place = len(call.args) - 1 if is_spread else places[name]
                yield call.args[place], id(call) in inside


def named() -> Iterator[str]:
    """Yield the rules that the package names where it makes a problem; fails on one that is worked out elsewhere."""
    for argument, is_handed_on in given():
        if isinstance(argument, ast.Constant):
            yield str(argument.value)
        elif not (is_handed_on and ast.unparse(argument) == "rule"):
            assert ast.unparse(argument) in {ast.unparse(ast.parse(words, mode="eval")) for words in HANDED_ON}
    for call in (node for nodes in modules().values() for node in nodes if isinstance(node, ast.Call)):
        if getattr(call.func, "id", "") == "code":
            what = call.args[1]
            assert isinstance(what, ast.Constant)
            yield f"unknown-{str(what.value).replace(' ', '-')}"


def test_the_rules_of_the_check_are_those_of_the_guide() -> None:
    assert set(named()) == set(EXPLAINED.rules)


def test_a_value_that_no_rule_foresees_is_answered_with_one_that_is_explained(dataset: Dataset) -> None:
    class Odd(Model):
        number: int

    document, _ = read_bytes(b"number: many\n", "data/odd.yml")
    assert document
    _, problems = validate(Odd, document.data, document, dataset.vocabulary)
    assert [problem.rule for problem in problems] == ["value-type"]
    assert str(problems[0]).startswith("data/odd.yml:1:9 number: does not fit here: ")


# The examples --------------------------------------------------------------------------------------------------------


def said(problem: Problem) -> str:
    """Return what is said of a problem, without its file, line and column."""
    return f"{problem.where}: {problem.message}" if problem.where else problem.message


def put(path: Path, content: str) -> None:
    """Write a file, and the folders that it lies in."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content, encoding="utf-8")


def told(root: Path) -> list[Problem]:
    """Return the problems of the data; of data without any, what the check asks."""
    try:
        return ask(facts_checked(root))
    except DataError as error:
        return error.problems


@pytest.mark.parametrize("rule", [rule for rule, entry in EXPLAINED.rules.items() if entry.bad])
def test_the_bad_example_is_answered_as_the_guide_says_and_the_good_one_is_sound(world: Path, rule: str) -> None:
    entry = EXPLAINED.rules[rule]
    assert entry.file
    assert entry.bad
    for name, content in entry.beside.items():
        assert not (world / "data" / name).exists()
        put(world / "data" / name, content)
    path, around = world / "data" / entry.file, ("", "")
    if path.exists():
        before, good, after = path.read_text(encoding="utf-8").partition(entry.instead_of or entry.good or "")
        assert good, "the lines of the example stand in the sound world"
        around = before, after
    if entry.good:
        put(path, entry.good.join(around))
        assert told(world) == []
    typed = re.sub(r"‹U\+(\w+)›", lambda found: chr(int(found[1], 16)), entry.bad)  # as the guide spells them out
    put(path, typed.join(around))
    answers = told(world)
    assert entry.says in [said(problem) for problem in answers if problem.rule == rule]
    assert sorted(problem.rule for problem in answers) == sorted([rule, *entry.along])


def close(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Take the right to read a file away, even from those who may read everything."""
    opened = Path.open

    def refuse(path: Path, *arguments: Any, **options: Any) -> Any:
        if path == root / "data" / FUND:
            raise PermissionError(13, os.strerror(13))
        return opened(path, *arguments, **options)

    monkeypatch.setattr(Path, "open", refuse)


def publish_and_lose(root: Path) -> None:
    """Publish a page, and delete its record."""
    shutil.copytree(ROOT / "templates/messages", root / "templates/messages")
    address_list.write(root / LISTED, ["atlantis/organisations/reef/"])
    (root / "data" / NGO).unlink()


def take_address(root: Path) -> None:
    """Publish an edition in which a record has moved, and put another record into its old place."""
    publish_and_lose(root)
    reef, coast = root / "data" / NGO, root / "data/atlantis/organisations/coast.yml"
    put(coast, FILES[NGO].replace("Reef", "Coast"))
    put(reef, "moved_to: atlantis/organisations/coast\n")
    dataset, _ = load(root)
    assert dataset is not None
    taken = snapshot.take(subjects(dataset, messages.load(root)), "2026.11", datetime.date(2026, 11, 29), None)
    snapshot.write(taken, (root / LISTED).with_name(editions.SNAPSHOT))
    put(reef, FILES[NGO].replace("7000012050002", "3010005018769").replace("reef.example", "other.example"))
    form.fix(root)


def change_a_value(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Publish an edition, and write another value for the same time without a reason."""
    shutil.copytree(ROOT / "templates/messages", root / "templates/messages")
    form.fix(root)
    publish(root, monkeypatch)
    edit(FUND, "value: 46", "value: 47")(root / "data")


def lose_a_list(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Publish an edition, and delete the list of its addresses."""
    shutil.copytree(ROOT / "templates/messages", root / "templates/messages")
    (publish(root, monkeypatch) / address_list.NAME).unlink()


def cut_a_snapshot_off(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Publish an edition, and take away the end of its snapshot."""
    shutil.copytree(ROOT / "templates/messages", root / "templates/messages")
    path = publish(root, monkeypatch) / editions.SNAPSHOT
    path.write_bytes(path.read_bytes()[:-9])


def swap_lines(root: Path) -> None:
    """Put the data into their form, and the second line of a file above the first."""
    form.fix(root)
    path = root / "data" / BODY
    first, second, *others = path.read_text(encoding="utf-8").splitlines(keepends=True)
    path.write_text("".join([second, first, *others]), encoding="utf-8")


BROKEN: dict[str, Callable[[Path, pytest.MonkeyPatch], object]] = {
    "folder-missing": lambda root, _: shutil.rmtree(root / "data"),
    "file-readable": close,
    "file-kind": lambda root, _: os.mkfifo(root / "data/atlantis/laws/pipe.yml"),
    "symbolic-link": lambda root, _: os.symlink(root / "data" / FUND, root / "data/atlantis/funding/link.yml"),
    "file-size": lambda root, _: put(root / "data" / FUND, "#" * 2_000_001),
    "form": lambda root, _: swap_lines(root),
    "edition-files": lose_a_list,
    "edition-damaged": cut_a_snapshot_off,
    "address-gone": lambda root, _: publish_and_lose(root),
    "change-reason": change_a_value,
    "address-taken": lambda root, _: take_address(root),
}
"""Mistakes that the lines of a file cannot show: the rules without an example."""


@pytest.mark.parametrize("rule", BROKEN)
def test_what_is_answered_without_an_example_is_as_the_guide_says(
    world: Path, rule: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    BROKEN[rule](world, monkeypatch)
    assert main(["--root", str(world), "check"]) == 1
    answers = [line for line in capsys.readouterr().out.splitlines() if line.endswith(f"[{rule}]")]
    assert answers
    assert all(line.endswith(f" {EXPLAINED.rules[rule].says} [{rule}]") for line in answers)


def test_the_rules_without_an_example_are_few_and_known() -> None:
    assert {rule for rule, entry in EXPLAINED.rules.items() if not entry.bad} == set(BROKEN)


# The catalogue -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("      title: A period ends after it begins\n", "", "facts.rules.period.title: is missing. Write it."),
        (
            "    period:\n",
            "    period:\n      titel: Periods\n",
            "facts.rules.period.titel: is not a key here. Delete it, or correct its name.",
        ),
        ("  title: Facts and values\n", "", "facts.title: is missing. Write it."),
        (
            "facts:\n  title:",
            "facts:\n  lead: Facts\n  title:",
            "facts.lead: is not a key here. Delete it, or correct its name.",
        ),
        (
            "      file: lemuria/answers.yml\n",
            "",
            "answers.rules.answer-place: an example is a `file` with its `bad` lines.",
        ),
        ("    moved-self:\n", "    period:\n", "explained twice: period"),
    ],
)
def test_a_catalogue_of_another_shape_is_refused(tmp_path: Path, old: str, new: str, words: str) -> None:
    text = (ROOT / CATALOGUE).read_text(encoding="utf-8")
    assert text.count(old) == 1
    put(tmp_path / CATALOGUE, text.replace(old, new))
    with pytest.raises(ValueError, match=f"^{CATALOGUE}:(?:[0-9]+:[0-9]+)? ") as refused:
        catalogue.load(tmp_path)
    assert words in str(refused.value)


# On the terminal -----------------------------------------------------------------------------------------------------


def test_the_check_names_the_rule_and_how_to_have_it_explained(world: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edit(FUND, "period: 2023-04/2024-03", "period: 2024-04/2023-03")(world / "data")
    assert main(["--root", str(world), "check"]) == 1
    told = capsys.readouterr()
    assert told.out.splitlines()[0].endswith("ends before it begins. [period]")
    assert "make explain RULE=period" in told.err


@pytest.mark.parametrize("command", [["todo", "atlantis"], ["edition", "2026.12"], ["diff", "main"]])
def test_every_command_that_needs_sound_data_names_the_rules(
    world: Path, capsys: pytest.CaptureFixture[str], command: list[str]
) -> None:
    edit(FUND, "as_of: 2016-01", "period: 2016/2015")(world / "data")
    assert main(["--root", str(world), *command]) == 1
    told = capsys.readouterr()
    assert told.out.splitlines()[0].endswith("ends before it begins. [period]")
    assert "make explain RULE=period" in told.err


def test_a_rule_is_explained_on_the_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--root", str(ROOT), "explain", "period"]) == 0
    told = capsys.readouterr().out
    entry = EXPLAINED.rules["period"]
    for words in (entry.title, entry.says, entry.good, entry.bad):
        assert words
        assert words.strip() in told
    assert " ".join(entry.why.split()) in " ".join(told.split())


def test_signs_that_nobody_sees_are_written_out_on_the_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    for rule, lines in (("tab", "    ‹tab›- {field: founded"), ("hidden-character", "{en: Aid‹U+200B› Office}")):
        assert main(["--root", str(ROOT), "explain", rule]) == 0
        assert lines in capsys.readouterr().out


def test_a_misspelt_rule_is_answered_with_the_nearest(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--root", str(ROOT), "explain", "perid"]) == 1
    assert 'There is no rule "perid". Did you mean period?' in capsys.readouterr().err
