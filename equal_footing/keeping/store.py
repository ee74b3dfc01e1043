"""Keeps what is dear to make in files, by the hash of what it was made from: the same hash, the same content.

Several processes may use one folder: a file is written aside and renamed, so it is there whole or not at all.
"""

import contextlib
import hashlib
import os
import stat
import sys
import time
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FOLDER = ".cache/equal-footing"
"""Where results are kept, from the top of the project. Whoever deletes it loses nothing but time."""
_DAYS = 14
_DAY = 24 * 60 * 60


@dataclass(frozen=True)
class Store:
    """Keeps results of one sort in a folder; without a folder it keeps nothing."""

    folder: Path | None

    def get(self, key: str) -> bytes | None:
        """Return what is kept under a key, or None."""
        if self.folder is None:
            return None
        path = self.folder / key
        try:
            content = path.read_bytes()
            if path.stat().st_mtime < time.time() - _DAY:
                path.touch()  # it is still used: see `tidy`
        except OSError:
            return None
        return content

    def put(self, key: str, content: bytes) -> None:
        """Keep a result under a key; a disk that is full or read-only only costs time."""
        if self.folder is None:
            return
        aside = self.folder / f"{key}.{os.getpid()}"
        with contextlib.suppress(OSError):
            try:
                aside.write_bytes(content)
            except FileNotFoundError:
                self.folder.mkdir(parents=True, exist_ok=True)
                aside.write_bytes(content)
            aside.replace(self.folder / key)


NOTHING = Store(None)


def tidy(folder: Path) -> None:
    """Delete what nothing has asked for in two weeks, of all that is kept in a folder; not what a site still links."""
    oldest = time.time() - _DAYS * _DAY
    for path in folder.rglob("*"):
        with contextlib.suppress(OSError):  # another process was first, or the disk is read-only: that only takes room
            found = path.stat()
            if stat.S_ISREG(found.st_mode) and found.st_mtime < oldest and found.st_nlink == 1:
                path.unlink()


def digest(*parts: str | bytes) -> str:
    """Return the hash of some parts, which do not run into each other."""
    found = hashlib.sha256()
    for part in parts:
        raw = part.encode() if isinstance(part, str) else part
        found.update(b"%d:" % len(raw) + raw)
    return found.hexdigest()


def digest_of_files(root: Path, files: Iterable[Path]) -> str:
    """Return the hash of some files below `root`: their names and their contents."""
    return digest(*(part for path in sorted(files) for part in (path.relative_to(root).as_posix(), path.read_bytes())))


@cache
def digest_of_program() -> str:
    """Return the hash of this program, of the packages that it uses, and of Python."""
    code = Path(__file__).parents[1]
    packages = sorted(found.name for folder in sys.path for found in Path(folder).glob("*-info"))
    return digest(sys.version, *packages, digest_of_files(code, code.rglob("*.py")))
