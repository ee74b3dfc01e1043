"""Editions of the data: what is kept of each in `editions/`.

An edition is a folder `editions/<name>/` with a snapshot of all things, an archive of the pages as they were, and the
addresses that it was the first to publish.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

from equal_footing.changes import snapshot
from equal_footing.changes.snapshot import Snapshot
from equal_footing.model.address_list import FOLDER

PUBLISHED = "v"
"""The part of the address under which editions are published: `/v/2026.11/`."""
SNAPSHOT = "data.json.xz"
PAGES = "pages.tar.xz"
PLACEHOLDER = "https://site.invalid/"
"""The address of the site in the archives of editions; replaced whenever one is unpacked."""
NAME = re.compile(r"20[0-9]{2}\.(0[1-9]|1[0-2])(\.[1-9][0-9]?)?")


@dataclass
class Editions:
    """The snapshots of the editions that there are, oldest first.

    `frozen` is the edition that is being made, if one is: then every page is of that edition.
    """

    snapshots: list[Snapshot] = field(default_factory=list)
    frozen: str | None = None

    @property
    def names(self) -> list[str]:
        """The names of the editions, oldest first."""
        return [one.edition for one in self.snapshots]

    @property
    def newest(self) -> Snapshot | None:
        """The newest edition."""
        return self.snapshots[-1] if self.snapshots else None


def order(name: str) -> tuple[int, ...]:
    """Return what editions are sorted by: `2026.2` does not exist, `2026.11.10` comes after `2026.11.9`."""
    return tuple(int(part) for part in name.split("."))


def load(root: Path, frozen: str | None = None) -> Editions:
    """Read the editions of a project; raises ValueError when a snapshot cannot be read."""
    folders = [path for path in (root / FOLDER).glob("*") if NAME.fullmatch(path.name) and (path / SNAPSHOT).is_file()]
    folders.sort(key=lambda path: order(path.name))
    return Editions([snapshot.read(path / SNAPSHOT) for path in folders], frozen)
