"""Keeps finished files, and puts each where it is wanted again: as a link to the one that is kept, not as a copy.

A file that is kept is known again by its size, the time of its last change and who may read it: one that somebody has
written to, here or through a link to it, is not put anywhere any more. Where the system cannot link, files are copied.
"""

import contextlib
import os
import shutil
import time
from dataclasses import dataclass
from pathlib import Path

from equal_footing.keeping.store import digest

Mark = tuple[int, int, int]
"""By what a file that is kept is known again: size, time of the last change in nanoseconds, kind and rights."""


@dataclass(frozen=True)
class KeptFiles:
    """Keeps files in a folder by their names, which are those of what they hold; without a folder it keeps nothing.

    Paths are texts in here: a build puts thousands of files, and objects for their paths take as long as the links.
    """

    folder: Path | None

    def write(self, name: str, content: bytes | Path, to: str | Path) -> Mark | None:
        """Write a new file and keep it under a name; returns its mark, or None where it could not be kept.

        Where the content is the path of a file, that one is moved.
        """
        write(to, content)
        return self._keep(self._kept(name), to) if self.folder else None

    def put(self, name: str, mark: Mark, to: str | Path) -> bool:
        """Put the file with a name where it is wanted; returns False when it is not there any more, or another one."""
        if self.folder is None:
            return False
        kept = self._kept(name)
        try:
            _link(kept, to)
            if _mark(kept) == mark:
                return True
            os.unlink(to)
        except OSError:
            return False  # there is none, or something else is in its place: whoever asks makes the file anew
        return False

    def _kept(self, name: str) -> str:
        return f"{self.folder}/{digest(name)}"

    @staticmethod
    def _keep(kept: str, written: str | Path) -> Mark | None:
        try:
            _link(written, kept)
            return _mark(kept)
        except OSError:
            return None


def _mark(path: str) -> Mark:
    found = os.lstat(path)
    return found.st_size, found.st_mtime_ns, found.st_mode


def write(to: str | Path, content: bytes | Path) -> None:
    """Write a new file, with its folder if need be; an old one goes, so that its other links keep what they hold.

    Where the content is the path of a file, that one is moved.
    """
    try:
        _write_new(to, content)
    except (FileNotFoundError, FileExistsError):
        _make_room(to)
        _write_new(to, content)


def _write_new(to: str | Path, content: bytes | Path) -> None:
    if isinstance(content, Path):
        os.replace(content, to)
        return
    with open(to, "xb") as new:
        new.write(content)


def _make_room(to: str | Path) -> None:
    try:
        os.unlink(to)
    except FileNotFoundError:
        os.makedirs(os.path.dirname(to), exist_ok=True)


def _link(kept: str | Path, to: str | Path) -> None:
    """Link a file to where it is wanted, or copy it there; raises FileNotFoundError when there is none."""
    try:
        os.link(kept, to)
    except FileNotFoundError:
        if os.path.isdir(os.path.dirname(to)):
            raise
        _make_room(to)
        _link(kept, to)
    except FileExistsError:
        _make_room(to)
        _link(kept, to)
    except OSError:  # another file system, or one that has no links
        _make_room(to)
        shutil.copyfile(kept, to)
        with contextlib.suppress(OSError):  # a read-only cache is never tidied, so its times do not matter
            os.utime(kept, ns=(time.time_ns(), os.stat(kept).st_mtime_ns))  # it is still used: see `tidy`
