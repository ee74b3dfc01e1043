"""A folder that tests change one after the other: each finds it as it was made, for less than the price of a copy."""

from __future__ import annotations

import os
import shutil
from pathlib import Path


class Restored:
    """A folder with its files, which `restore` puts back into the state in which they are now."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._folders = {path for path in (root, *root.rglob("*")) if path.is_dir()}
        self._contents = {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}
        self._modes = {path: path.stat().st_mode for path in self._contents}
        self._stamps = {path: self._stamp(path) for path in self._contents}

    def restore(self) -> None:
        """Delete what was added, and write what was changed or deleted."""
        whole = set()
        for folder, folders, files in os.walk(self.root):
            here = Path(folder)
            for name in [name for name in folders if here / name not in self._folders or (here / name).is_symlink()]:
                folders.remove(name)
                (here / name).unlink() if (here / name).is_symlink() else shutil.rmtree(here / name)
            for path in map(here.joinpath, files):
                if path in self._stamps and _stat(path) == self._stamps[path]:
                    whole.add(path)
                else:
                    path.unlink()
        for folder_of_all in sorted(self._folders):
            folder_of_all.mkdir(exist_ok=True)
        for path in self._contents.keys() - whole:
            path.write_bytes(self._contents[path])
            path.chmod(self._modes[path])
            self._stamps[path] = self._stamp(path)

    def _stamp(self, path: Path) -> tuple[int, ...]:
        """Give a file a time that no file has that is written now, and return what changes when the file does."""
        os.utime(path, (0, 0))
        return _stat(path)


def _stat(path: Path) -> tuple[int, ...]:
    found = path.lstat()
    return found.st_mode, found.st_ino, found.st_size, found.st_mtime_ns


def changed(root: Path) -> set[str]:
    """Return the files of a restored folder that were added or written since, by their paths in it."""
    found = (path for path in root.rglob("*") if path.is_file() and path.lstat().st_mtime)
    return {path.relative_to(root).as_posix() for path in found}
