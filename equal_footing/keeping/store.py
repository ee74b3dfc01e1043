"""A cache on disk for what is expensive to make. The key is the hash of what a result was made from.

Several processes may use the same folder: a file is written under another name and then renamed, so it is never there
in part. A file that is damaged, or lies under the key of another, counts as missing.
"""

import contextlib
import hashlib
import os
import shutil
import sys
import time
import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FOLDER = ".cache/equal-footing"
"""Where results are kept, from the top of the project. Whoever deletes it loses nothing but time."""
_DAYS = 14
_DAY = 24 * 60 * 60
_SUM = 4
"""How many bytes the sum of a file takes, which is at its beginning."""


@dataclass(frozen=True)
class Store:
    """Keeps results of one sort in a folder; without a folder it keeps nothing."""

    folder: Path | None

    def get(self, key: str) -> bytes | None:
        """Return what is kept under a key, or None."""
        if self.folder is None:
            return None
        path = f"{self.folder}/{key}"
        try:
            with open(path, "rb") as file:
                content = file.read()
                changed = os.fstat(file.fileno()).st_mtime
        except OSError:
            return None
        if changed < time.time() - _DAY:
            with contextlib.suppress(OSError):  # a read-only cache is never tidied, so its times do not matter
                os.utime(path)  # it is still used: see `tidy`
        return content[_SUM:] if content[:_SUM] == _sum(key, content[_SUM:]) else None

    def put(self, key: str, content: bytes) -> None:
        """Keep a result under a key; a disk that is full or read-only only costs time."""
        if self.folder is None:
            return
        path = f"{self.folder}/{key}"
        aside = f"{path}.{os.getpid()}"
        with contextlib.suppress(OSError):
            try:
                _write(aside, key, content)
            except FileNotFoundError:
                os.makedirs(self.folder, exist_ok=True)
                _write(aside, key, content)
            os.replace(aside, path)

    def take(self, other: "Store") -> None:
        """Move everything from another store on the same disk into this one."""
        if self.folder is None or other.folder is None:
            return
        with contextlib.suppress(OSError):  # the other store is empty, or the disk is read-only: that only costs time
            names = os.listdir(other.folder)
            os.makedirs(self.folder, exist_ok=True)
            for name in names:
                os.replace(f"{other.folder}/{name}", f"{self.folder}/{name}")
        other.forget()

    def forget(self) -> None:
        """Delete all that is kept."""
        if self.folder is not None:
            shutil.rmtree(self.folder, ignore_errors=True)


def _write(path: str, key: str, content: bytes) -> None:
    with open(path, "wb") as file:
        file.write(_sum(key, content))
        file.write(content)


def _sum(key: str, content: bytes) -> bytes:
    """Return by what damage to a file is noticed: a sum of its content and of the key that it has."""
    return zlib.crc32(content, zlib.crc32(key.encode())).to_bytes(_SUM, "big")


NOTHING = Store(None)


def tidy(folder: Path) -> None:
    """Delete what has not been used for two weeks from a folder of kept results, except files that a site still links.

    A use shows in the times of a file: `Store` sets the time of its last change, `KeptFiles` that of its last access.
    """
    oldest = time.time() - _DAYS * _DAY
    for name, _, files in os.walk(folder):
        for file in files:
            path = f"{name}/{file}"
            with contextlib.suppress(OSError):  # another process was first, or nothing can be deleted
                found = os.lstat(path)
                if max(found.st_mtime, found.st_atime) < oldest and found.st_nlink == 1:
                    os.unlink(path)


def digest(*parts: str | bytes) -> str:
    """Return the hash of some parts, which do not run into each other."""
    found = hashlib.sha256()
    for part in parts:
        raw = part.encode(errors="surrogatepass") if isinstance(part, str) else part
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
