"""The rooms of the package: each has a door plate, and imports only from itself and from the rooms before it."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from .conftest import ROOT

PACKAGE = ROOT / "equal_footing"
HACKING = (ROOT / "HACKING.md").read_text(encoding="utf-8")


def listed() -> dict[str, str]:
    """Return what HACKING.md says of each room, in the order of its table."""
    rows = [line.split("|")[1:4] for line in HACKING.splitlines() if re.match(r"\| `\w+` \|", line)]
    return {room.strip(" `"): f"{does.strip()} {ignores.strip()}" for room, does, ignores in rows}


ROOMS = listed()
MODULES = sorted(path for path in PACKAGE.rglob("*.py") if path.parent != PACKAGE)


def imported(module: Path) -> Iterator[str]:
    """Yield the dotted names of the modules that a module imports, anywhere in it."""
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, "imports are written in full"
            assert node.module
            yield from ([node.module] if node.module != "equal_footing" else [f"{node.module}.{node.names[0].name}"])


def room_of(module: Path) -> str:
    return module.relative_to(PACKAGE).parts[0]


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
    assert said == ROOMS[room], "HACKING.md says something else"


@pytest.mark.parametrize("module", MODULES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_a_module_imports_only_from_its_own_room_and_the_rooms_before(module: Path) -> None:
    order = list(ROOMS)
    may = order[: order.index(room_of(module)) + 1]
    names = [name.split(".") for name in imported(module)]
    assert [name for top, *name in names if top == "equal_footing" and name[0] not in may] == []


def test_only_one_room_knows_mkdocs() -> None:
    knows = {room_of(module) for module in MODULES if any(name.split(".")[0] == "mkdocs" for name in imported(module))}
    assert knows == {"mkdocs_site"}


@pytest.mark.parametrize("module", MODULES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_a_module_fits_on_a_few_screens(module: Path) -> None:
    assert len(module.read_text(encoding="utf-8").splitlines()) <= 320
