"""The page for programmers is true: each module has its place, imports go one way, every path that it names exists."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

import pytest

from .conftest import ROOT

PACKAGE = "equal_footing"
TEXT = (ROOT / "HACKING.md").read_text(encoding="utf-8")
_PATH = re.compile(r"\.?[\w<>-]+(?:/[\w<>.-]+)*(?:/|\.(?:py|yml|md|txt|toml|json|css|j2))")


def section(title: str) -> str:
    """Return what stands under a heading of the page."""
    _, found, rest = TEXT.partition(f"\n## {title}\n")
    assert found
    return rest.partition("\n## ")[0]


def listed() -> list[str]:
    """Return the modules of the table, in its order."""
    cells = [line.split("|")[1] for line in section("The way of the data").splitlines() if line.startswith("| `")]
    return [name for cell in cells for name in re.findall("`([^`]+)`", cell)]


def modules() -> dict[str, ast.Module]:
    """Return every module of the package as the page names it: a package is named as its folder."""
    found = {}
    for path in sorted((ROOT / PACKAGE).rglob("*.py")):
        name = path.relative_to(ROOT / PACKAGE).with_suffix("").as_posix()
        found[name.removesuffix("/__init__")] = ast.parse(path.read_text(encoding="utf-8"))
    return found


MODULES = modules()


def imported(tree: ast.Module) -> Iterator[str]:
    """Yield the modules that a module imports, anywhere in it, by their dotted names."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, "imports are written in full"
            assert node.module
            for name in node.names:
                inner = f"{node.module}.{name.name}"
                yield inner if inner.removeprefix(f"{PACKAGE}.").replace(".", "/") in MODULES else node.module


def test_every_module_has_its_place_in_the_table() -> None:
    assert sorted(listed()) == sorted(MODULES), "a module without a row, twice in the table, or not there any more"


@pytest.mark.parametrize("module", MODULES)
def test_a_module_imports_nothing_that_stands_below_it(module: str) -> None:
    place = {name: number for number, name in enumerate(listed())}  # one that is missing is told by the test above
    names = [name.removeprefix(f"{PACKAGE}.").replace(".", "/") for name in imported(MODULES[module])]
    assert [name for name in names if place.get(name, -1) >= place.get(module, len(place))] == []


def test_every_path_that_the_page_names_exists() -> None:
    paths = {word for word in re.findall("`([^`\n]+)`", TEXT) if _PATH.fullmatch(word)}
    assert len(paths) > 50
    assert [path for path in sorted(paths) if not any(ROOT.glob(re.sub("<[^>]+>", "*", path).rstrip("/")))] == []


def test_every_name_that_the_page_gives_to_a_place_in_a_file_stands_there() -> None:
    named = re.findall(r"`(\w+)` (?:in|of) `([\w/]+\.py)`", TEXT)
    assert len(named) > 6
    assert [(name, path) for name, path in named if name not in (ROOT / path).read_text(encoding="utf-8")] == []


def test_every_file_of_tests_is_named() -> None:
    files = {path.relative_to(ROOT).as_posix() for path in (ROOT / "tests").rglob("*.py") if path.name != "__init__.py"}
    assert sorted(files - set(re.findall("`([^`\n]+)`", TEXT))) == []


def test_every_command_that_the_page_names_exists() -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.M))
    commands = set(re.findall(r"`make ([a-z]+)", TEXT))
    assert len(commands) > 4
    assert sorted(commands - targets) == []
