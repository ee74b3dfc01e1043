"""Making the finished site: it is there whole or not at all, whenever the process ends, and one is made at a time."""

from __future__ import annotations

import errno
import os
import random
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from equal_footing.check.run import facts_checked
from equal_footing.commands import cli
from equal_footing.keeping.lock import only_one
from equal_footing.keeping.store import FOLDER
from equal_footing.mkdocs_site import site, site_folder
from equal_footing.reading.problems import CommandError

from ..cases import FUND, edit
from ..conftest import SEED, make_world
from .conftest import make_project, share_what_is_kept
from .test_plugin import files


def make(project: Path) -> dict[str, bytes]:
    return files(site.make(project, lambda: facts_checked(project)))


def killed(make_deadly: Callable[[], None], project: Path) -> bool:
    """Make the site in a process of its own that something in it may kill; returns whether it was killed."""
    child = os.fork()
    if child == 0:
        make_deadly()
        try:
            site.make(project, lambda: facts_checked(project))
        finally:
            os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 9


def killed_after(writes: int, project: Path) -> bool:
    """Make the site in a process that is killed after some files were written or linked; returns whether it was."""

    def make_deadly() -> None:
        written, open_, link = 0, Path.open, os.link

        def one_more() -> None:
            nonlocal written
            written += 1
            if written > writes:
                os._exit(9)

        def open_or_die(self: Path, mode: str = "r", *arguments: Any, **options: Any) -> Any:
            if not mode.startswith("r"):
                one_more()
            return open_(self, mode, *arguments, **options)

        def link_or_die(*names: Any, **options: Any) -> None:
            one_more()
            link(*names, **options)

        Path.open = open_or_die  # type: ignore[method-assign]
        os.link = link_or_die

    return killed(make_deadly, project)


def killed_between_the_old_site_and_the_new(project: Path) -> bool:
    """Make the site in a process that is killed when the new site is about to take the place of the old one."""

    def make_deadly() -> None:
        rename = Path.rename

        def rename_or_die(self: Path, target: Path) -> Path:
            if self.name == "new":
                os._exit(9)
            return rename(self, target)

        Path.rename = rename_or_die  # type: ignore[method-assign, assignment]

    return killed(make_deadly, project)


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small project of these tests, whose site was made."""
    project = make_project(make_world(tmp_path_factory.mktemp("site") / "world"))
    make(project)
    return project


needs_fork = pytest.mark.skipif(
    not hasattr(os, "fork"), reason="Windows has no fork, with which a build is killed between two writes"
)


@needs_fork
def test_a_build_that_is_killed_leaves_the_old_site(project: Path) -> None:
    old, chance = files(project / site_folder.FOLDER), random.Random(SEED)
    edit(FUND, "value: 46", "value: 47")(project / "data")
    for part in range(0, 250, 50):
        assert killed_after(chance.randrange(part, part + 50), project)
        assert files(project / site_folder.FOLDER) == old
    new = make(project)
    assert new != old
    assert not site_folder.beside(project / site_folder.FOLDER)[0].exists()
    shutil.rmtree(project / FOLDER)
    share_what_is_kept(project)
    assert make(project) == new, "what the killed builds have kept is what is made anew"


@needs_fork
def test_a_build_that_is_killed_while_the_sites_change_places_leaves_the_old_one_whatever_is_built_beside_it(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = files(project / site_folder.FOLDER)
    assert killed_between_the_old_site_and_the_new(project)
    assert not (project / site_folder.FOLDER).exists()
    with monkeypatch.context() as another:
        another.setenv(site_folder.VARIABLE, "preview")
        make(project)
    home = project / "docs/index.md"
    right = home.read_text(encoding="utf-8")
    home.write_text("# Home\n\n[nowhere](nowhere.md)\n", encoding="utf-8")
    with pytest.raises(CommandError, match="the old one stays"):
        make(project)
    assert files(project / site_folder.FOLDER) == old
    home.write_text(right, encoding="utf-8")


def test_a_second_build_at_the_same_time_says_so(project: Path) -> None:
    with (
        only_one(site_folder.beside(project / site_folder.FOLDER)[1], "it is taken"),
        pytest.raises(CommandError, match="another build of the site"),
    ):
        make(project)


def test_a_site_that_cannot_be_built_is_not_made(project: Path) -> None:
    old = files(project / site_folder.FOLDER)
    (project / "docs/index.md").write_text("# Home\n\n[nowhere](nowhere.md)\n", encoding="utf-8")
    with pytest.raises(CommandError, match="the old one stays"):
        make(project)
    assert files(project / site_folder.FOLDER) == old


@pytest.mark.parametrize("full", [OSError(errno.ENOSPC, "No space left on device"), KeyboardInterrupt()])
def test_a_build_that_fails_clears_away_what_it_has_written_and_names_the_folder(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], full: BaseException
) -> None:
    old = files(project / site_folder.FOLDER)

    def fail(folder: Path) -> None:
        assert (folder / "404.html").is_file()
        raise full

    monkeypatch.setattr(site_folder, "mark", fail)
    monkeypatch.setattr(cli, "_checked", facts_checked)
    (project / "docs/index.md").write_text("# Home\n", encoding="utf-8")
    assert cli.main(["--root", str(project), "site"]) == (1 if isinstance(full, OSError) else 130)
    said = f"{project / 'site'} cannot be used: No space left on device.\n"
    assert capsys.readouterr().err.endswith(said if isinstance(full, OSError) else "")
    assert not site_folder.beside(project / site_folder.FOLDER)[0].exists()
    assert files(project / site_folder.FOLDER) == old
