"""The page for programmers is true: its paths, names and commands exist, and every file of tests has its place."""

from __future__ import annotations

import re

from .conftest import ROOT

TEXT = (ROOT / "HACKING.md").read_text(encoding="utf-8")
_PATH = re.compile(r"\.?[\w<>-]+(?:/[\w<>.-]+)*(?:/|\.(?:py|yml|md|txt|toml|json|css|j2))")


def test_every_path_that_the_page_names_exists_or_is_one_that_git_ignores() -> None:
    ignored = tuple((ROOT / ".gitignore").read_text(encoding="utf-8").split())  # made by a build, so not in every clone
    named = {word for word in re.findall("`([^`\n]+)`", TEXT) if _PATH.fullmatch(word)} - {"editions/<edition>/"}
    paths = {path for path in named if not path.startswith(ignored)}
    assert len(paths) > 50
    assert [path for path in sorted(paths) if not any(ROOT.glob(re.sub("<[^>]+>", "*", path).rstrip("/")))] == []


def test_every_name_that_the_page_gives_to_a_place_in_a_file_stands_there() -> None:
    named = re.findall(r"`(\w+)` (?:in|of) `([\w/]+\.py)`", TEXT)
    assert len(named) > 4
    assert [(name, path) for name, path in named if name not in (ROOT / path).read_text(encoding="utf-8")] == []


def test_a_file_of_tests_mirrors_a_module_or_is_named() -> None:
    files = [path for path in (ROOT / "tests").rglob("*.py") if path.name not in {"__init__.py", "conftest.py"}]
    named = set(re.findall("`([^`\n]+)`", TEXT))
    homeless = {
        name
        for path in files
        if (name := path.relative_to(ROOT).as_posix()) not in named
        and not (ROOT / "equal_footing" / path.parent.name / path.name.removeprefix("test_")).is_file()
    }
    assert homeless == set()


def test_every_command_that_the_page_names_exists() -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.M))
    commands = set(re.findall(r"`make ([a-z]+)", TEXT))
    assert len(commands) > 4
    assert sorted(commands - targets) == []
