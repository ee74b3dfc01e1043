"""Making an edition: it is there whole or not at all, whatever fails and whenever the process ends."""

from __future__ import annotations

import datetime
import os
import shutil
import signal
import tarfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from equal_footing.changes import editions, make_edition, release_notes, snapshot
from equal_footing.commands.cli import main
from equal_footing.form import files as form
from equal_footing.model import address_list
from equal_footing.reading.problems import CommandError, DataError

from ..cases import BODY, FUND, edit
from ..conftest import ROOT, make_world
from ..restored import Restored

DAY = datetime.date(2026, 11, 28)
STEPS: list[tuple[Any, str]] = [
    (snapshot, "take"),
    (release_notes, "edition_changes"),
    (snapshot, "write"),
    (release_notes, "write"),
    (address_list, "write"),
    (make_edition, "_build"),
    (make_edition, "_pack"),
    (Path, "rename"),
]
"""The steps of making an edition, in their order."""


def build_at_once(root: Path, name: str, day: datetime.date, to: Path) -> None:
    """Stand in for the building of pages."""
    to.mkdir()
    (to / "index.html").write_text(name, encoding="utf-8")


@pytest.fixture(scope="module")
def of_last_month(tmp_path_factory: pytest.TempPathFactory) -> Restored:
    """The small world with one edition and a record more."""
    world = make_world(tmp_path_factory.mktemp("begun") / "world")
    shutil.copytree(ROOT / "templates/messages", world / "templates/messages")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(make_edition, "_build", build_at_once)
        make_edition.make(world, "2026.11", DAY)
    text = (world / "data" / BODY).read_text(encoding="utf-8").replace("Aid Office", "Sea Office")
    (world / "data/atlantis/bodies/sea-office.yml").write_text(text, encoding="utf-8")
    return Restored(world)


@pytest.fixture
def begun(of_last_month: Restored) -> Iterator[Path]:
    """The small world with one edition, and with pages that are built at once."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(make_edition, "_build", build_at_once)
        yield of_last_month.root
    of_last_month.restore()


def tree(root: Path) -> dict[str, bytes]:
    """Return all that is kept of a project: every file but those in folders that are left aside."""
    files = (path for path in root.rglob("*") if path.is_file() and ".edition" not in str(path))
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in files}


def test_an_edition_is_one_folder_with_all_that_belongs_to_it(begun: Path) -> None:
    folder = make_edition.make(begun, "2026.12", DAY)
    assert sorted(path.name for path in folder.iterdir()) == [
        "addresses.txt",
        "changes.json",
        "data.json.xz",
        "pages.tar.xz",
    ]
    kept = editions.load(begun)
    assert kept.names == ["2026.11", "2026.12"]
    with tarfile.open(folder / editions.PAGES) as pages:
        assert pages.getnames() == ["index.html"]
    assert not list(begun.glob(".edition-*"))


def test_an_edition_lists_the_addresses_that_are_new_with_it(begun: Path) -> None:
    folder = make_edition.make(begun, "2026.12", DAY)
    listed = (folder / address_list.NAME).read_text(encoding="utf-8").split("\n\n")[1]
    assert listed == "atlantis/bodies/sea-office/\natlantis/bodies/sea-office/#founded\n"
    assert "atlantis/bodies/aid-office/#founded" in address_list.read(begun)


@pytest.mark.parametrize(
    "error", [OSError(28, "No space left on device"), KeyboardInterrupt()], ids=["failure", "stop"]
)
@pytest.mark.parametrize(("module", "step"), STEPS, ids=[step for _, step in STEPS])
def test_a_step_that_fails_leaves_everything_as_it_was(
    begun: Path, monkeypatch: pytest.MonkeyPatch, module: Any, step: str, error: BaseException
) -> None:
    before = tree(begun)

    def fail(*arguments: Any, **options: Any) -> None:
        raise error

    monkeypatch.setattr(module, step, fail)
    with pytest.raises(type(error)):
        make_edition.make(begun, "2026.12", DAY)
    assert tree(begun) == before
    assert not list(begun.glob(".edition-*"))


@pytest.mark.parametrize(
    ("module", "step", "when"),
    [*((module, step, "before") for module, step in STEPS), (*STEPS[-1], "after")],
    ids=[*(f"before {step}" for _, step in STEPS), f"after {STEPS[-1][1]}"],
)
def test_a_process_that_is_killed_leaves_the_old_state_or_the_new_one(
    begun: Path, monkeypatch: pytest.MonkeyPatch, module: Any, step: str, when: str
) -> None:
    before, run = tree(begun), getattr(module, step)
    monkeypatch.setattr(module, step, killed(run, when))
    child = os.fork()
    if not child:
        try:
            make_edition.make(begun, "2026.12", DAY)
        finally:
            os._exit(1)  # never reached by a process that was killed
    _, status = os.waitpid(child, 0)
    assert os.WTERMSIG(status) == signal.SIGKILL
    monkeypatch.undo()
    if when == "after":
        assert editions.load(begun).names == ["2026.11", "2026.12"]
        assert set(tree(begun)) - set(before) == {
            f"editions/2026.12/{name}" for name in ("addresses.txt", "changes.json", "data.json.xz", "pages.tar.xz")
        }
    else:
        assert tree(begun) == before


def killed(run: Callable[..., Any], when: str) -> Callable[..., Any]:
    """Return a step that kills its process before or after it has run."""

    def step(*arguments: Any, **options: Any) -> None:
        if when == "after":
            run(*arguments, **options)
        os.kill(os.getpid(), signal.SIGKILL)

    return step


def test_what_a_killed_process_has_left_is_cleared_away(begun: Path) -> None:
    shutil.copytree(begun / "editions", begun / ".edition-1")
    assert make_edition.make(begun, "2026.12", DAY).is_dir()
    assert not list(begun.glob(".edition-*"))


def meanwhile(monkeypatch: pytest.MonkeyPatch, happens: Callable[[], object]) -> None:
    """Let something happen while the pages of the next edition are built."""
    build = make_edition._build

    def step(root: Path, name: str, day: datetime.date, to: Path) -> None:
        monkeypatch.setattr(make_edition, "_build", build)
        happens()
        build(root, name, day, to)

    monkeypatch.setattr(make_edition, "_build", step)


def test_of_two_editions_at_once_the_second_is_refused(begun: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def second() -> None:
        with pytest.raises(CommandError, match="another edition is being made"):
            make_edition.make(begun, "2027.01", DAY)

    meanwhile(monkeypatch, second)
    make_edition.make(begun, "2026.12", DAY)
    assert editions.load(begun).names == ["2026.11", "2026.12"]


def test_an_edition_older_than_one_that_came_meanwhile_is_refused(begun: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def pulled() -> None:
        newer = replace(snapshot.read(begun / "editions/2026.11" / editions.SNAPSHOT), edition="2027.01")
        (begun / "editions/2027.01").mkdir()
        snapshot.write(newer, begun / "editions/2027.01" / editions.SNAPSHOT)

    meanwhile(monkeypatch, pulled)
    with pytest.raises(CommandError, match=r"not newer than the newest edition, 2027\.01"):
        make_edition.make(begun, "2026.12", DAY)
    assert editions.load(begun).names == ["2026.11", "2027.01"]


def test_data_that_change_meanwhile_make_no_edition(begun: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    meanwhile(monkeypatch, lambda: edit("atlantis/funding/sea-fund.yml", "value: 46", "value: 47")(begun / "data"))
    with pytest.raises(CommandError, match="the data have changed while the edition was made"):
        make_edition.make(begun, "2026.12", DAY)
    assert editions.load(begun).names == ["2026.11"]


def refused(begun: Path, capsys: pytest.CaptureFixture[str]) -> str:
    """Return the line with which `make edition` refuses."""
    assert main(["--root", str(begun), "edition", "2026.12"]) == 1
    (line,) = capsys.readouterr().err.splitlines()
    return line


def test_a_full_disk_is_named_in_one_line(
    begun: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def full(*arguments: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(make_edition, "_pack", full)
    form.fix(begun)
    assert refused(begun, capsys) == "the edition cannot be written: [Errno 28] No space left on device"


@pytest.mark.parametrize(
    ("name", "why"),
    [("2026.13", "is not the name of an edition"), ("2026.10", "is not newer"), ("2026.11", "never changes")],
)
def test_an_edition_that_cannot_be_is_refused(begun: Path, name: str, why: str) -> None:
    before = tree(begun)
    with pytest.raises(CommandError, match=why):
        make_edition.make(begun, name, DAY)
    assert tree(begun) == before


def test_a_published_address_that_is_gone_holds_an_edition_up(begun: Path) -> None:
    (begun / "data/atlantis/organisations/reef.yml").unlink()
    before = tree(begun)
    with pytest.raises(DataError, match="atlantis/organisations/reef/ was published and would be gone"):
        make_edition.make(begun, "2026.12", DAY)
    assert tree(begun) == before


def test_a_changed_value_without_a_reason_holds_an_edition_up(begun: Path) -> None:
    edit("atlantis/funding/sea-fund.yml", "value: 46", "value: 47")(begun / "data")
    before = tree(begun)
    with pytest.raises(
        DataError, match=r'was "46 organisations" in the edition 2026\.11 and is "47 organisations" now'
    ):
        make_edition.make(begun, "2026.12", DAY)
    assert tree(begun) == before


def test_an_edition_is_refused_with_what_the_check_says_of_the_form(
    begun: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    form.fix(begun)
    file = begun / "data" / FUND
    file.write_text(file.read_text(encoding="utf-8").replace("value: 46", "value:   46"), encoding="utf-8")
    said = []
    for command in (["check"], ["edition", "2026.12"]):
        assert main(["--root", str(begun), *command]) == 1
        said.append(capsys.readouterr())
    assert said[0] == said[1]
    assert said[0].out.endswith("Run make fix. [form]\n")
    assert editions.names(begun) == ["2026.11"]
