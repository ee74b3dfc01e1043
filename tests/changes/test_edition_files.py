"""What is missing from an edition or damaged is told in one line, by every command, and is read once."""

from __future__ import annotations

import datetime
import lzma
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from equal_footing.changes import edition_files, editions, git_data, make_edition
from equal_footing.commands.cli import main
from equal_footing.form import files as form

from ..cases import FUND, commit, edit, git
from ..conftest import ROOT, make_world
from ..restored import Restored

OLD, NEW = "2026.11", "2026.12"
FILES = ["addresses.txt", "changes.json", "data.json.xz", "pages.tar.xz"]
POINTER = b"version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12345\n"
Damage = Callable[[Path], object]


def back(edition: str) -> str:
    """Return the remedy for an edition."""
    return (
        f"An edition never changes: take it back from git (git checkout HEAD -- editions/{edition}, "
        "or an earlier commit than HEAD)."
    )


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Restored:
    """The small world with two editions, whose pages are built at once."""
    world = make_world(tmp_path_factory.mktemp("kept") / "world")
    shutil.copytree(ROOT / "templates/messages", world / "templates/messages")
    form.fix(world)

    def build(root: Path, name: str, day: datetime.date, to: Path) -> None:
        to.mkdir()
        (to / "index.html").write_text(name, encoding="utf-8")

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(make_edition, "_build", build)
        for name in (OLD, NEW):
            make_edition.make(world, name, datetime.date(2026, 12, 1))
    return Restored(world)


@pytest.fixture
def kept(made: Restored) -> Iterator[Path]:
    """The small world with two editions; every test finds it as it was made."""
    yield made.root
    made.restore()


def told(root: Path, capsys: pytest.CaptureFixture[str], *command: str) -> list[str]:
    """Return the problems that a command names, without their rules and without `:1:1`, which is of no file here."""
    assert main(["--root", str(root), *command]) == 1
    lines = [line.rpartition(" [")[0] for line in capsys.readouterr().out.splitlines()]
    return [line.replace(":1:1 ", ": ", 1) for line in lines]


def write(name: str, change: Callable[[bytes], bytes]) -> Damage:
    """Change the bytes of a file of the editions."""

    def damage(folder: Path) -> None:
        (folder / name).write_bytes(change((folder / name).read_bytes()))

    return damage


def delete(name: str) -> Damage:
    """Delete a file of the editions."""
    return lambda folder: (folder / name).unlink()


def replace(name: str, put: Damage) -> Damage:
    """Put something else in the place of a file of the editions."""

    def damage(folder: Path) -> None:
        (folder / name).unlink()
        put(folder / name)

    return damage


def flipped(raw: bytes) -> bytes:
    """Return bytes with another one in their middle."""
    middle = len(raw) // 2
    return raw[:middle] + bytes([raw[middle] ^ 0xFF]) + raw[middle + 1 :]


IN_PLACE: dict[str, Damage] = {
    "a folder": Path.mkdir,
    "a symbolic link that leads nowhere": lambda path: path.symlink_to("gone"),
}
"""What may stand in the place of a file, and how it comes there."""

DAMAGED: dict[str, tuple[Damage, str]] = {
    **{f"{name} is missing": (delete(f"{OLD}/{name}"), f"{OLD}/{name}: is missing. {back(OLD)}") for name in FILES},
    **{
        f"{what} in the place of {name}": (
            replace(f"{OLD}/{name}", put),
            f"{OLD}/{name}: is {what}, where the edition had a file. {back(OLD)}",
        )
        for name in FILES
        for what, put in IN_PLACE.items()
    },
    "a file more": (
        lambda at: (at / OLD / "notes.txt").write_text("Ours.", encoding="utf-8"),
        f"{OLD}/notes.txt: is not a file of an edition, and an edition never changes. Take it out.",
    ),
    "a folder of another name": (
        lambda at: (at / OLD).rename(at / "first"),
        'first: "first" is not the name of an edition, such as 2026.11 or 2026.11.2. Give the folder its name back.',
    ),
    "the name of another edition": (
        lambda at: (at / OLD).rename(at / "2026.10"),
        f"2026.10: holds the edition {OLD}. Give the folder its name back.",
    ),
    "the newest has the name of another edition": (
        lambda at: (at / NEW).rename(at / "2027.01"),
        f"2027.01: holds the edition {NEW}. Give the folder its name back.",
    ),
    "a list that was cut off": (
        write(f"{OLD}/addresses.txt", lambda raw: raw[:-1]),
        f"{OLD}/addresses.txt: ends within a line, or is empty. {back(OLD)}",
    ),
    "an empty list": (
        write(f"{NEW}/addresses.txt", lambda raw: b""),
        f"{NEW}/addresses.txt: ends within a line, or is empty. {back(NEW)}",
    ),
    "changes that are no JSON": (
        write(f"{OLD}/changes.json", lambda raw: raw[:20]),
        f"{OLD}/changes.json: is not a list of changes. Invalid JSON: EOF while parsing a string at line 3 column 3. "
        f"{back(OLD)}",
    ),
    "changes of a later version": (
        write(f"{NEW}/changes.json", lambda raw: raw.replace(b'"version": 1', b'"version": 2')),
        f"{NEW}/changes.json: is a list of changes of the version 2. This program reads the version 1.",
    ),
    "the newest snapshot cut off": (
        write(f"{NEW}/data.json.xz", lambda raw: raw[:-9]),
        f"{NEW}/data.json.xz: ends too early, or does not end where the snapshot ends. {back(NEW)}",
    ),
    "another byte in the newest snapshot": (
        write(f"{NEW}/data.json.xz", flipped),
        f"{NEW}/data.json.xz: is not a file that was compressed with lzma (.xz), or is damaged. {back(NEW)}",
    ),
    "another byte in an older snapshot": (
        write(f"{OLD}/data.json.xz", flipped),
        f"{OLD}/data.json.xz: is not a file that was compressed with lzma (.xz), or is damaged. {back(OLD)}",
    ),
    "pages cut off": (
        write(f"{OLD}/pages.tar.xz", lambda raw: raw[:-40]),
        f"{OLD}/pages.tar.xz: does not begin and end as an archive (.tar.xz) does: it is damaged. {back(OLD)}",
    ),
    "another byte at the end of pages": (
        write(f"{OLD}/pages.tar.xz", lambda raw: raw[:-5] + bytes([raw[-5] ^ 1]) + raw[-4:]),
        f"{OLD}/pages.tar.xz: does not begin and end as an archive (.tar.xz) does: it is damaged. {back(OLD)}",
    ),
    "empty pages": (
        write(f"{OLD}/pages.tar.xz", lambda raw: b""),
        f"{OLD}/pages.tar.xz: does not begin and end as an archive (.tar.xz) does: it is damaged. {back(OLD)}",
    ),
    "a pointer in place of pages": (
        write(f"{NEW}/pages.tar.xz", lambda raw: POINTER),
        f"{NEW}/pages.tar.xz: is only a pointer of git-lfs. Fetch the file itself: git lfs pull.",
    ),
}
"""What may become of editions, with what is told of it, both below `editions/`."""


@pytest.mark.parametrize("command", [["check"], ["edition", "2027.02"]], ids=["check", "edition"])
@pytest.mark.parametrize("case", DAMAGED)
def test_an_edition_that_is_not_as_it_was_made_is_told_in_one_line(
    kept: Path, capsys: pytest.CaptureFixture[str], case: str, command: list[str]
) -> None:
    damage, says = DAMAGED[case]
    damage(kept / "editions")
    assert told(kept, capsys, *command) == [f"editions/{says}"]
    assert not (kept / "editions/2027.02").exists()


@pytest.mark.parametrize("command", [["check"], ["edition", "2027.02"]], ids=["check", "edition"])
def test_all_that_is_wrong_is_told_in_one_run_with_the_data(
    kept: Path, capsys: pytest.CaptureFixture[str], command: list[str]
) -> None:
    (kept / "editions" / OLD / "addresses.txt").unlink()
    (kept / "editions" / NEW / "pages.tar.xz").write_bytes(b"")
    edit(FUND, "kind: funding-scheme", "kind: funding-skeme")(kept / "data")
    files = [line.split(":")[0] for line in told(kept, capsys, *command)]
    assert files == [f"data/{FUND}", f"editions/{OLD}/addresses.txt", f"editions/{NEW}/pages.tar.xz"]


def test_an_older_edition_may_have_a_snapshot_in_a_form_of_its_time(kept: Path) -> None:
    newest, older = (kept / "editions" / name / "data.json.xz" for name in (NEW, OLD))
    other = lzma.compress(b'{"version": 0}\n')
    older.write_bytes(other)
    assert edition_files.check(kept) == []
    newest.write_bytes(other)
    (problem,) = edition_files.check(kept)
    assert problem.message == "is a snapshot of the version 0. This program reads the version 1."


@pytest.mark.parametrize("name", [".DS_Store", "addresses.txt~", "#addresses.txt#"])
def test_hidden_files_and_copies_of_editors_are_no_fault(kept: Path, name: str) -> None:
    for folder in ("", OLD, ".hidden", "2027.05"):  # the last one as git leaves it for a branch without it
        (kept / "editions" / folder).mkdir(exist_ok=True)
        (kept / "editions" / folder / name).write_bytes(b"\0")
    (kept / "editions/.hidden/notes.txt").write_text("Ours.", encoding="utf-8")
    assert edition_files.check(kept) == []
    assert editions.load(kept).names == [OLD, NEW]


def test_without_editions_there_is_nothing_to_find(world: Path) -> None:
    assert edition_files.check(world) == []


# With git -------------------------------------------------------------------------------------------------------------


@pytest.fixture
def known(kept: Path) -> Path:
    """The small world, of which git knows the editions."""
    git(kept, "init", "--quiet", "--template=")
    git(kept, "add", "editions")
    return kept


def test_an_edition_that_git_knows_and_that_is_gone_is_told(known: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (known / "editions" / OLD).rename(known / "editions/first")
    assert told(known, capsys, "check") == [f"editions/{OLD}: is missing. {back(OLD)}"]
    shutil.rmtree(known / "editions")
    assert told(known, capsys, "check") == [f"editions/{name}: is missing. {back(name)}" for name in (OLD, NEW)]


def test_what_the_line_says_brings_the_edition_back(known: Path, capsys: pytest.CaptureFixture[str]) -> None:
    commit(known, "editions")
    (known / "editions" / OLD / "addresses.txt").unlink()
    (line,) = told(known, capsys, "check")
    command = line.partition("(")[2].partition(",")[0].split()
    subprocess.run(command, cwd=known, check=True)
    assert edition_files.check(known) == []


def test_a_list_that_was_cut_off_at_the_end_of_a_line_is_not_as_it_was_made(
    known: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (known / "editions/README.md").touch()
    commit(known, "editions")
    (known / "editions/README.md").write_text("What these are.", encoding="utf-8")
    assert edition_files.check(known) == []
    write(f"{OLD}/addresses.txt", lambda raw: raw.partition(b"\n")[0] + b"\n")(known / "editions")
    assert told(known, capsys, "check") == [f"editions/{OLD}/addresses.txt: is not as it was made. {back(OLD)}"]


def test_an_edition_that_was_taken_out_of_git_but_not_yet_in_a_commit_is_told(
    known: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    commit(known, "editions")
    git(known, "rm", "-rq", f"editions/{OLD}")
    assert told(known, capsys, "check") == [f"editions/{OLD}: is missing. {back(OLD)}"]


@pytest.mark.parametrize(
    ("sparse", "missing", "cure"),
    [
        ("set data", [OLD, NEW], 1),
        (f"set data editions/{NEW}", [OLD], 1),
        ("set --no-cone /* !/editions/*/pages.tar.xz", [f"{OLD}/pages.tar.xz", f"{NEW}/pages.tar.xz"], 2),
    ],
)
def test_what_the_line_says_takes_into_a_sparse_checkout_what_it_leaves_out(
    known: Path, capsys: pytest.CaptureFixture[str], sparse: str, missing: list[str], cure: int
) -> None:
    commit(known, "editions")
    git(known, "sparse-checkout", *sparse.split())
    lines = told(known, capsys, "check")
    commands = "git sparse-checkout add editions", "git sparse-checkout disable"
    way = f"Take it in: {commands[0]} (or, where a pattern keeps it out, {commands[1]})."
    says = f"is left out of this sparse checkout, but the check needs it. {way}"
    assert lines == [f"editions/{name}: {says}" for name in missing]
    for command in commands[:cure]:
        assert edition_files.check(known) != []
        subprocess.run(command.split(), cwd=known, check=True)
    assert edition_files.check(known) == []


def test_a_folder_of_another_name_is_no_fault_until_git_knows_it(known: Path) -> None:
    drafts = known / "editions/drafts"
    drafts.mkdir()
    (drafts / "notes.txt").write_text("Ours.", encoding="utf-8")
    assert edition_files.check(known) == []
    git(known, "add", "editions")
    (problem,) = edition_files.check(known)
    assert problem.file == "editions/drafts"


def test_what_has_not_changed_is_not_read_again(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert edition_files.check(kept) == []
    read: list[str] = []
    look = edition_files._edition

    def noted(path: Path, *others: Any) -> str:
        read.append(path.relative_to(kept / "editions").as_posix())
        return look(path, *others)

    monkeypatch.setattr(edition_files, "_edition", noted)
    assert edition_files.check(kept) == []
    assert read == []
    write(f"{OLD}/pages.tar.xz", lambda raw: b"")(kept / "editions")
    for _ in range(2):
        assert [problem.file for problem in edition_files.check(kept)] == [f"editions/{OLD}/pages.tar.xz"]
    assert read == [f"{OLD}/pages.tar.xz"]


def test_without_git_editions_are_checked_by_what_is_there(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    assert git_data.listed(kept, "editions") is None
    (kept / "editions" / OLD).rename(kept / "editions/first")
    assert [problem.file for problem in edition_files.check(kept)] == ["editions/first"]
