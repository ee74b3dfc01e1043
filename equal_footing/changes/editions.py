"""Editions of the data: what is kept of each in `editions/`.

An edition is a folder `editions/<name>/` with a snapshot of all things, the changes since the edition before, an
archive of the pages as they were, and the addresses that it was the first to publish.
"""

import datetime
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path

from equal_footing.changes import snapshot
from equal_footing.changes.snapshot import Snapshot
from equal_footing.model.address_list import FOLDER
from equal_footing.model.types import EDITION
from equal_footing.reading.files import stamp

PUBLISHED = "v"
"""The part of the address under which editions are published: `/v/2026.11/`."""
SNAPSHOT = "data.json.xz"
CHANGES = "changes.json"
PAGES = "pages.tar.xz"
VARIABLE = "EQUAL_FOOTING_EDITION"
"""The environment variable with the edition that is being made.

It is not a setting in `mkdocs.yml`, where `!ENV` would read 2026.10 as 2026.1.
"""
DAY = "EQUAL_FOOTING_EDITION_DAY"
"""The environment variable with the day of that edition, as 2026-11-29; without it the day is today."""
PLACEHOLDER = "https://site.invalid/"
"""The address of the site in the archives of editions; replaced whenever one is unpacked."""
REPOSITORY = "https://repository.invalid"
"""The address of the repository there, which is replaced likewise: where mistakes are reported outlives every host."""


@dataclass
class Editions:
    """The names of the editions that there are, oldest first, and the snapshot of the newest.

    `frozen` is the edition that is being made, if one is: then every page is of that edition. `day` is its day.
    """

    names: list[str] = field(default_factory=list)
    newest: Snapshot | None = None
    frozen: str | None = None
    day: datetime.date = field(default_factory=datetime.date.today)


def order(name: str) -> tuple[int, ...]:
    """Return what editions are sorted by: `2026.2` does not exist, `2026.11.10` comes after `2026.11.9`."""
    return tuple(int(part) for part in name.split("."))


def names(root: Path) -> list[str]:
    """Return the names of the editions of a project, oldest first: of those whose snapshot is there."""
    found = (path.parent.name for path in root.glob(f"{FOLDER}/*/{SNAPSHOT}") if path.is_file())
    return sorted((name for name in found if EDITION.fullmatch(name)), key=order)


def load(root: Path) -> Editions:
    """Read the editions of a project; raises ValueError when the newest snapshot cannot be read."""
    there = names(root)
    if not there:
        return Editions()
    with naming(there[-1], SNAPSHOT):
        return Editions(there, read_snapshot(root / FOLDER / there[-1] / SNAPSHOT))


def load_for_pages(root: Path) -> Editions:
    """Read the editions for the pages that are built, which may be those of an edition that is being made.

    Raises ValueError as `load` does.
    """
    name, day = os.environ.get(VARIABLE), os.environ.get(DAY)
    found = replace(load(root), frozen=name or None)
    return replace(found, day=datetime.date.fromisoformat(day)) if day else found


def read_snapshot(path: Path) -> Snapshot:
    """Read the snapshot of an edition, once while the file is the same; raises ValueError when it cannot be read."""
    return _read_snapshot(path, stamp(path))


@lru_cache(maxsize=1)
def _read_snapshot(path: Path, _: tuple[int, ...]) -> Snapshot:
    return snapshot.read(path)


@contextmanager
def naming(name: str, file: str) -> Iterator[None]:
    """Put a file of an edition, relative to the project, before the message of a ValueError that is raised about it."""
    try:
        yield
    except ValueError as error:
        raise ValueError(f"{FOLDER}/{name}/{file}: {error}") from error


def remedy(name: str) -> str:
    """Return what to do about an edition that is not as it was made."""
    back = f"git checkout HEAD -- {FOLDER}/{name}"
    return f"An edition never changes: take it back from git ({back}, or an earlier commit than HEAD)."
