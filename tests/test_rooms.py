"""The rooms of the package: each has a door plate, and imports only from itself and from the rooms before it."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from .conftest import ROOT

PACKAGE = ROOT / "equal_footing"
HACKING = (ROOT / "HACKING.md").read_text(encoding="utf-8")


@dataclass(frozen=True)
class Row:
    """A row of the table of rooms in HACKING.md."""

    plate: str
    modules: list[str]


def rows() -> dict[str, Row]:
    """Return the table of rooms, in its order."""
    cells = [line.split("|")[1:5] for line in HACKING.splitlines() if re.match(r"\| `\w+` \|", line)]
    return {
        room.strip(" `"): Row(f"{does.strip()} {ignores.strip()}", re.findall(r"`(\w+)`", modules))
        for room, does, ignores, modules in cells
    }


ROOMS = rows()
MODULES = sorted(path for path in PACKAGE.rglob("*.py") if path.parent != PACKAGE)


def name_of(path: Path) -> str:
    return path.relative_to(PACKAGE).as_posix()


@cache
def imported(path: Path) -> list[str]:
    """Return the dotted names that a module imports, anywhere in it; each with what it takes from there."""
    found = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found += [name.name for name in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, "imports are written in full"
            found += [f"{node.module}.{name.name}" for name in node.names]
    return found


def ours(path: Path) -> Iterator[tuple[str, str]]:
    """Yield room and module of everything that a module imports from the package."""
    for name in imported(path):
        package, *rest = name.split(".")
        if package == "equal_footing":
            yield rest[0], rest[1] if len(rest) > 1 else ""


def test_at_the_top_of_the_package_are_only_rooms() -> None:
    files = {path.name for path in PACKAGE.glob("*.py")}
    folders = {path.name for path in PACKAGE.iterdir() if path.is_dir() and path.name != "__pycache__"}
    assert files == {"__init__.py", "__main__.py"}
    assert folders == set(ROOMS), "a room without a row in HACKING.md, or a row without a room"


@pytest.mark.parametrize("room", ROOMS)
def test_a_door_plate_says_what_the_room_does_and_what_it_does_not_know(room: str) -> None:
    plate = ast.get_docstring(ast.parse((PACKAGE / room / "__init__.py").read_text(encoding="utf-8")))
    assert plate
    said = " ".join(plate.split())
    assert len(re.findall(r"[.](?= |$)", said)) == 2, "two sentences"
    assert said == ROOMS[room].plate, "HACKING.md says something else"


@pytest.mark.parametrize("room", ROOMS)
def test_the_table_lists_the_modules_of_a_room_in_the_order_in_which_they_import(room: str) -> None:
    listed = ROOMS[room].modules
    files = [path for path in MODULES if path.parent.name == room and path.name != "__init__.py"]
    assert sorted(listed) == sorted(path.stem for path in files)
    late = {
        (path.stem, module)
        for path in files
        for other, module in ours(path)
        if other == room and module in listed and listed.index(module) >= listed.index(path.stem)
    }
    assert late == set(), "a module that imports one after it in the table"


def test_a_module_imports_only_from_its_own_room_and_the_rooms_before() -> None:
    order = list(ROOMS)
    late = {
        (name_of(path), f"{room}/{module}")
        for path in MODULES
        for room, module in ours(path)
        if room not in order[: order.index(path.relative_to(PACKAGE).parts[0]) + 1]
    }
    assert late == set()


def test_only_one_room_knows_mkdocs() -> None:
    knows = {path.parent.name for path in MODULES if any(name.split(".")[0] == "mkdocs" for name in imported(path))}
    assert knows == {"mkdocs_site"}


def test_a_module_fits_on_a_few_screens() -> None:
    lines = {name_of(path): len(path.read_text(encoding="utf-8").splitlines()) for path in MODULES}
    assert {name: length for name, length in lines.items() if length > 320} == {}
