"""Making the finished site: it is there whole or not at all, whenever the process ends, and one is made at a time."""

from __future__ import annotations

import os
import random
import shutil
from pathlib import Path
from typing import Any

import pytest

from equal_footing.check.run import facts_checked
from equal_footing.keeping.lock import only_one
from equal_footing.keeping.store import FOLDER
from equal_footing.mkdocs_site import site
from equal_footing.reading.problems import CommandError

from ..cases import FUND, edit
from ..conftest import SEED, make_world
from .conftest import make_project, share_what_is_kept
from .test_plugin import files


def make(project: Path) -> dict[str, bytes]:
    return files(site.make(project, lambda: facts_checked(project)))


def killed_after(writes: int, project: Path) -> bool:
    """Make the site in a process that is killed after some files were written or linked; returns whether it was."""
    child = os.fork()
    if child == 0:
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
        try:
            site.make(project, lambda: facts_checked(project))
        finally:
            os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 9


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small project of these tests, whose site was made."""
    project = make_project(make_world(tmp_path_factory.mktemp("site") / "world"))
    make(project)
    return project


@pytest.mark.skipif(
    not hasattr(os, "fork"), reason="Windows has no fork, with which a build is killed between two writes"
)
def test_a_build_that_is_killed_leaves_the_old_site(project: Path) -> None:
    old, chance = files(project / site.FOLDER), random.Random(SEED)
    edit(FUND, "value: 46", "value: 47")(project / "data")
    for part in range(0, 250, 50):
        assert killed_after(chance.randrange(part, part + 50), project)
        assert files(project / site.FOLDER) == old
    new = make(project)
    assert new != old
    assert not (project / site.WORK).exists()
    shutil.rmtree(project / FOLDER)
    share_what_is_kept(project)
    assert make(project) == new, "what the killed builds have kept is what is made anew"


def test_a_second_build_at_the_same_time_says_so(project: Path) -> None:
    with only_one(project / site.LOCK, "it is taken"), pytest.raises(CommandError, match="another build of the site"):
        make(project)


def test_a_site_that_cannot_be_built_is_not_made(project: Path) -> None:
    old = files(project / site.FOLDER)
    (project / "docs/index.md").write_text("# Home\n\n[nowhere](nowhere.md)\n", encoding="utf-8")
    with pytest.raises(CommandError, match="the old one stays"):
        make(project)
    assert files(project / site.FOLDER) == old
