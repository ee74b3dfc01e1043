"""Reads the files of a folder as documents, and each again only when it has changed."""

import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path

from equal_footing.reading import documents
from equal_footing.reading.documents import Document, Found, ReadBytes
from equal_footing.reading.problems import Problem, quote

MAX_BYTES = 2_000_000
_ASIDE = re.compile(r"\..*|.*~|#.*#")


def is_aside(name: str) -> bool:
    """Return whether a file is none of ours: a hidden one, or the copy of an editor, `name.yml~` or `#name.yml#`."""
    return _ASIDE.fullmatch(name) is not None


def read_tree(
    root: Path, folder: str, read: Callable[[Path, str], Found] | None = None
) -> tuple[list[Document], list[Problem]]:
    """Read every YAML file under `root/folder`, in a fixed order, with `read_file` or what is given in its place.

    Returns the documents that could be read and the problems of those that could not. Files and folders whose name
    begins with a dot are skipped, and so are the copies that editors make beside a file.
    """
    if not (root / folder).is_dir():
        return [], [Problem(folder, 1, 1, "", "is missing: there is no such folder here.", "folder-missing")]
    found: list[Document] = []
    problems: list[Problem] = []
    for entry, name in _files(root / folder, folder):
        path = Path(entry.path)
        if entry.is_symlink():
            problems.append(Problem(name, 1, 1, "", "is a symbolic link. Put the file itself here.", "symbolic-link"))
        elif not entry.is_file():
            problems.append(Problem(name, 1, 1, "", "is not an ordinary file. Take it out of data/.", "file-kind"))
        elif path.suffix != ".yml":
            near = " Did you mean .yml?" if path.suffix.lower() in {".yaml", ".yml", ".ymal", ".txt", ".json"} else ""
            message = f"{quote(path.name)} is not a YAML file: names end in .yml.{near}"
            problems.append(Problem(name, 1, 1, "", message, "file-name"))
        else:
            document, of_file = (read or read_file)(path, name)
            problems += of_file
            if document is not None:
                found.append(document)
    return found, problems


def _files(folder: Path, name: str) -> Iterator[tuple["os.DirEntry[str]", str]]:
    """Yield the files of a folder, at any depth, each with its path from the top of the project."""
    for entry in sorted(os.scandir(folder), key=lambda item: item.name):
        if is_aside(entry.name):
            continue
        below = f"{name}/{entry.name}"
        if entry.is_dir(follow_symlinks=False):
            yield from _files(Path(entry.path), below)
        else:
            yield entry, below


class Files:
    """Reads files as `read_file` does, but each again only when it has changed; `of_bytes` reads their bytes."""

    def __init__(self, of_bytes: ReadBytes | None = None) -> None:
        self._of_bytes = of_bytes
        self._found: dict[str, tuple[tuple[int, ...], Found]] = {}

    def read(self, path: Path, name: str) -> Found:
        """Return the document of a file and its problems: the same objects as before, if the file is the same."""
        try:
            now = stamp(path)
        except OSError:  # it was deleted just now
            return read_file(path, name, self._of_bytes)
        known = self._found.get(name)
        if known is None or known[0] != now:
            known = self._found[name] = now, read_file(path, name, self._of_bytes)
        return known[1]


def stamp(path: Path) -> tuple[int, ...]:
    """Return what changes when the content of a file does; raises OSError when there is no such file."""
    status = path.stat()
    return status.st_mtime_ns, status.st_size, status.st_ino


def read_file(path: Path, name: str, of_bytes: ReadBytes | None = None) -> Found:
    """Read one YAML file, its bytes with `read_bytes` or what is given in its place.

    Returns the document if it could be parsed, and its problems, which call the file `name`.
    """
    try:
        with path.open("rb") as file:
            raw = file.read(MAX_BYTES + 1)
    except OSError as error:
        return None, [Problem(name, 1, 1, "", f"cannot be read: {error.strerror}.", "file-readable")]
    if len(raw) > MAX_BYTES:
        return None, [Problem(name, 1, 1, "", "is larger than 2 MB. Split it.", "file-size")]
    return (of_bytes or documents.read_bytes)(raw, name)
