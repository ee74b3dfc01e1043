"""A file that is kept is put where it is wanted as it was made, or not at all."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from equal_footing.keeping.files import KeptFiles, write
from equal_footing.keeping.once import Once
from equal_footing.keeping.store import Store, tidy

NAME, TEXT = "japan/laws/index.html", "法律\r\n".encode()


@pytest.fixture
def kept(tmp_path: Path) -> KeptFiles:
    return KeptFiles(tmp_path / "kept")


def _no_links(*names: object) -> None:
    raise OSError(errno.EXDEV, "another file system")


def _read_unnoticed(file: str | Path) -> None:
    """Undo that a disk notes when a file was read, which many do not."""
    os.utime(file, ns=(0, os.stat(file).st_mtime_ns))


@pytest.mark.parametrize("link", [os.link, _no_links])
def test_a_kept_file_is_there_again_in_a_new_site_and_in_place_of_an_old_file(
    kept: KeptFiles, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, link: Callable[..., None]
) -> None:
    monkeypatch.setattr(os, "link", link)
    mark = kept.write(NAME, TEXT, tmp_path / "first" / NAME)
    assert mark
    old = tmp_path / "third" / NAME
    old.parent.mkdir(parents=True)
    old.write_bytes(b"old")
    for site in ("first", "second", "third"):
        assert kept.put(NAME, mark, tmp_path / site / NAME)
        assert (tmp_path / site / NAME).read_bytes() == TEXT
        assert (tmp_path / site / NAME).samefile(*(tmp_path / "kept").iterdir()) == (link is not _no_links)


@pytest.mark.parametrize("site", ["first", "kept"])
def test_what_somebody_has_written_into_a_file_is_never_put_anywhere(
    kept: KeptFiles, tmp_path: Path, site: str
) -> None:
    mark = kept.write(NAME, TEXT, tmp_path / "first" / NAME)
    assert mark
    (file,) = (path for path in (tmp_path / site).rglob("*") if path.is_file())
    with file.open("ab") as open_:
        open_.write(b"more")
    assert not kept.put(NAME, mark, tmp_path / "second" / NAME)
    assert not (tmp_path / "second" / NAME).exists()


def _folder(path: Path) -> None:
    path.mkdir()


def _nowhere(path: Path) -> None:
    path.symlink_to("nowhere")


def _same_but_unreadable(path: Path) -> None:
    path.write_bytes(TEXT)
    path.chmod(0)


@pytest.mark.parametrize("instead", [_folder, _nowhere, _same_but_unreadable])
def test_what_stands_in_the_place_of_a_kept_file_is_never_put_anywhere(
    kept: KeptFiles, tmp_path: Path, instead: Callable[[Path], None]
) -> None:
    mark = kept.write(NAME, TEXT, tmp_path / "first" / NAME)
    assert mark
    (file,) = (tmp_path / "kept").iterdir()
    file.unlink()
    instead(file)
    if file.is_file():
        os.utime(file, ns=(mark[1], mark[1]))
    assert not kept.put(NAME, mark, tmp_path / "second" / NAME)
    assert not (tmp_path / "second" / NAME).is_symlink()
    assert not (tmp_path / "second" / NAME).exists()


def test_a_new_file_leaves_the_sites_with_the_old_one_as_they_are(kept: KeptFiles, tmp_path: Path) -> None:
    first = kept.write(NAME, TEXT, tmp_path / "first" / NAME)
    second = kept.write(NAME, b"new", tmp_path / "second" / NAME)
    assert first
    assert second
    assert not kept.put(NAME, first, tmp_path / "third" / NAME)
    assert kept.put(NAME, second, tmp_path / "third" / NAME)
    write(tmp_path / "third" / NAME, b"newer")
    found = [(tmp_path / site / NAME).read_bytes() for site in ("first", "second", "third")]
    assert found == [TEXT, b"new", b"newer"]


def test_a_file_that_was_made_aside_is_moved_and_kept_like_any_other(kept: KeptFiles, tmp_path: Path) -> None:
    first = kept.write(NAME, TEXT, tmp_path / "first" / NAME)
    aside = tmp_path / "aside"
    for site in ("second", "first"):  # in a new folder, and in the place of an old file
        aside.write_bytes(b"new")
        mark = kept.write(NAME, aside, tmp_path / site / NAME)
        assert mark
        assert not aside.exists()
        assert (tmp_path / site / NAME).read_bytes() == b"new"
        assert kept.put(NAME, mark, tmp_path / "third" / NAME)
        assert (tmp_path / "third" / NAME).read_bytes() == b"new"
    assert first
    assert not kept.put(NAME, first, tmp_path / "fourth" / NAME)


def test_a_folder_that_cannot_be_written_only_costs_time(tmp_path: Path) -> None:
    (tmp_path / "kept").write_bytes(b"no folder")
    for folder in (tmp_path / "kept", None):
        assert KeptFiles(folder).write(NAME, TEXT, tmp_path / "site" / NAME) is None
        assert (tmp_path / "site" / NAME).read_bytes() == TEXT


@pytest.mark.parametrize(
    "damage", [lambda kept: kept[:9], lambda kept: kept[:-1] + b"!", lambda _: b"", lambda _: None]
)
def test_what_was_damaged_or_stands_in_the_place_of_another_is_taken_for_nothing(
    tmp_path: Path, damage: Callable[[bytes], bytes | None]
) -> None:
    store = Store(tmp_path)
    store.put("one", b"a long result")
    store.put("other", b"another result")
    assert store.get("one") == b"a long result"
    damaged = damage((tmp_path / "one").read_bytes())
    (tmp_path / "one").write_bytes((tmp_path / "other").read_bytes() if damaged is None else damaged)
    assert store.get("one") is None
    store.put("one", b"made again")
    assert (store.get("one"), store.get("other")) == (b"made again", b"another result")


def test_what_no_site_links_goes_when_it_is_old(kept: KeptFiles, tmp_path: Path) -> None:
    to = tmp_path / "site" / NAME
    kept.write(NAME, TEXT, to)
    os.utime(to, (0, 0))
    tidy(tmp_path / "kept")
    assert len(list((tmp_path / "kept").iterdir())) == 1
    to.unlink()
    tidy(tmp_path / "kept")
    assert not list((tmp_path / "kept").iterdir())


def test_what_is_copied_from_the_kept_file_keeps_it_as_a_link_would(
    kept: KeptFiles, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = shutil.copyfile

    def copied(kept: str, to: str) -> None:
        copy(kept, to)
        _read_unnoticed(kept)

    monkeypatch.setattr(os, "link", _no_links)
    monkeypatch.setattr(shutil, "copyfile", copied)
    mark = kept.write(NAME, TEXT, tmp_path / "first" / NAME)
    assert mark
    (file,) = (tmp_path / "kept").iterdir()
    os.utime(file, (0, 0))
    mark = mark[0], 0, mark[2]
    assert kept.put(NAME, mark, tmp_path / "second" / NAME)
    tidy(tmp_path / "kept")
    assert kept.put(NAME, mark, tmp_path / "third" / NAME)


def test_a_result_goes_when_nothing_has_asked_for_it_in_two_weeks(tmp_path: Path) -> None:
    store = Store(tmp_path)
    for key in ("asked for", "forgotten", "new"):
        store.put(key, b"a result")
    for key in ("asked for", "forgotten"):
        os.utime(tmp_path / key, (0, 0))
    store.get("asked for")
    _read_unnoticed(tmp_path / "asked for")
    tidy(tmp_path)
    assert {path.name for path in tmp_path.iterdir()} == {"asked for", "new"}


def test_an_old_result_that_may_only_be_read_is_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = Store(tmp_path)
    store.put("one", b"a result")
    os.utime(tmp_path / "one", (0, 0))

    def read_only(*_: object, **__: object) -> None:
        raise OSError(errno.EROFS, "a disk that may only be read")

    monkeypatch.setattr(os, "utime", read_only)
    assert store.get("one") == b"a result"


def test_what_is_made_once_is_made_when_it_is_first_asked_for() -> None:
    once = Once()
    assert [once("a", lambda: 1), once("a", lambda: 2), once("b", lambda: 3)] == [1, 1, 3]
    once.forget()
    assert [once("a", lambda: 4), once("a", lambda: 5)] == [4, 4]
