"""A fresh clone works on any machine: line ends, what is installed, and when it is installed anew."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tomllib
from importlib.metadata import entry_points
from pathlib import Path

import pytest

from .conftest import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def run(*command: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    """Run a command in a folder."""
    return subprocess.run(list(map(str, command)), cwd=cwd, capture_output=True, text=True, check=False)


def test_a_clone_with_windows_line_ends_has_no_problem(tmp_path: Path) -> None:
    clone = tmp_path / "clone"
    cloned = run("git", "clone", "--quiet", "--config", "core.autocrlf=true", ROOT, clone, cwd=tmp_path)
    assert cloned.returncode == 0, cloned.stderr
    checked = run(sys.executable, "-m", "equal_footing", "check", cwd=clone)
    assert checked.returncode == 0, checked.stdout
    assert "no problems." in checked.stdout


def test_the_plugin_is_found_by_its_entry_point() -> None:
    (plugin,) = entry_points(group="mkdocs.plugins", name="equal-footing")
    assert plugin.value == PROJECT["project"]["entry-points"]["mkdocs.plugins"]["equal-footing"]
    assert plugin.load().__name__ == "EqualFootingPlugin"


def test_what_builds_the_package_is_pinned_with_the_rest() -> None:
    needed = PROJECT["build-system"]["requires"]
    assert needed == PROJECT["project"]["optional-dependencies"]["build"]
    pinned = (ROOT / "requirements.txt").read_text(encoding="utf-8")
    names = [re.split(r"[<>=]", line)[0].replace("_", "-") for line in needed]
    assert [name for name in names if not re.search(rf"^{name}==.*\\\n +--hash=sha256:", pinned, re.MULTILINE)] == []


@pytest.mark.parametrize("changed", ["pyproject.toml", "requirements.txt"])
def test_make_installs_anew_when_what_is_needed_has_changed(changed: str, tmp_path: Path) -> None:
    for number, name in enumerate(("Makefile", "pyproject.toml", "requirements.txt", "stamps/site.stamp"), start=1):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes((ROOT / name).read_bytes() if number < 4 else b"")
        os.utime(path, (number, number))
    make = ("make", "--question", "VENV=stamps", "stamps/site.stamp")
    assert run(*make, cwd=tmp_path).returncode == 0
    os.utime(tmp_path / changed, (5, 5))
    assert run(*make, cwd=tmp_path).returncode == 1
