"""The folder of the finished site: a build replaces what builds have made, and deletes nothing else."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from equal_footing.mkdocs_site import site, site_folder
from equal_footing.reading.problems import CommandError
from equal_footing.statement.facts import Facts

from .test_plugin import files


def never() -> Facts:
    """Fail a build that has begun to read the data."""
    raise AssertionError("the folder was not looked at before the data")


def everything(folder: Path) -> dict[str, bytes]:
    """Return all files below a folder, hidden ones too."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A folder with parts of a project, and others beside it with what somebody keeps there."""
    for file in ("work/co/data/japan/country.yml", "work/co/.git/HEAD", "work/co/docs/index.md", "work/co/notes/n.txt"):
        (tmp_path / file).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / file).write_text(file, encoding="utf-8")
    (tmp_path / "web/.well-known").mkdir(parents=True)
    (tmp_path / "web/.well-known/token").write_text("token", encoding="utf-8")
    (tmp_path / "file").write_text("", encoding="utf-8")
    (tmp_path / "link").symlink_to(tmp_path / "web")
    return tmp_path / "work/co"


@pytest.mark.parametrize(
    ("named", "reason"),
    [
        ("", "EQUAL_FOOTING_SITE_DIR is empty"),
        (" ", "EQUAL_FOOTING_SITE_DIR is empty"),
        (".", "is the project"),
        ("../co", "is the project"),
        ("..", "holds the project"),
        ("/", "holds the project"),
        ("data", "is a part of the project"),
        ("docs", "is a part of the project"),
        (".git", "is a part of the project"),
        ("data/new", "is a part of the project"),
        (".git/new/site", "is a part of the project"),
        ("notes", 'it has "n.txt"'),
        ("../../web", 'it has ".well-known"'),
        ("../../link", 'it has ".well-known"'),
        ("../../file", 'it has "file"'),
        ("../../file/site", "a file"),
        ("/proc", "is a mount point"),
    ],
)
def test_a_folder_that_no_build_has_made_is_refused_in_one_line_before_anything_is_read_or_deleted(
    project: Path, named: str, reason: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(site_folder.VARIABLE, named)
    before = everything(project.parents[1])
    with pytest.raises(CommandError) as refused:
        site.make(project, never)
    assert reason in str(refused.value)
    assert "\n" not in str(refused.value)
    assert everything(project.parents[1]) == before


@pytest.mark.parametrize("named", ["site", "preview", "out/site", "../../new/site", "../../empty"])
def test_a_new_folder_an_empty_one_and_that_of_an_earlier_build_may_be_replaced(
    project: Path, named: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(site_folder.VARIABLE, named)
    (project.parents[1] / "empty").mkdir()
    folder = site_folder.chosen(project)
    assert folder == (project / named).resolve()
    (folder / "about").mkdir(parents=True)
    site_folder.mark(folder)
    assert site_folder.chosen(project) == folder


@pytest.mark.parametrize("foreign", ["robots.txt", ".htaccess", ".well-known/token", "other-app/index.html"])
def test_what_somebody_has_put_into_a_finished_site_is_not_deleted(project: Path, foreign: str) -> None:
    folder = project / site_folder.FOLDER
    (folder / "about").mkdir(parents=True)
    site_folder.mark(folder)
    (folder / foreign).parent.mkdir(exist_ok=True)
    (folder / foreign).write_text("kept", encoding="utf-8")
    with pytest.raises(CommandError, match=f'it has "{Path(foreign).parts[0]}"'):
        site.make(project, never)
    assert (folder / foreign).read_text(encoding="utf-8") == "kept"


def test_a_folder_in_which_a_build_would_work_is_not_cleared_of_other_things(project: Path) -> None:
    work, _ = site_folder.beside(project / site_folder.FOLDER)
    work.mkdir()
    (work / "mine").write_text("kept", encoding="utf-8")
    with pytest.raises(CommandError, match=r'it has ".site.build/mine"'):
        site.make(project, never)
    assert files(work) == {"mine": b"kept"}


def test_a_project_within_a_site_that_a_build_has_made_is_not_deleted_with_it(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site_folder.mark(project.parents[1])
    monkeypatch.setenv(site_folder.VARIABLE, os.fspath(project.parents[1]))
    with pytest.raises(CommandError, match="holds the project"):
        site.make(project, never)


@pytest.mark.parametrize(("what", "limit"), [("_MANY", 3), ("_LARGE", 2_000_000)])
def test_a_site_that_hosts_will_soon_take_no_more_is_told_with_its_size(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, what: str, limit: int
) -> None:
    for name in ("a", "b/c", "b/d"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(bytes(1_000_000))
    assert site_folder.advice(tmp_path) == ""
    monkeypatch.setattr(site_folder, what, limit)
    assert site_folder.advice(tmp_path).startswith("The site has 3 files and 3 MB, which some hosts do not take")
