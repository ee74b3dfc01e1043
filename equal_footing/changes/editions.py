"""Editions of the data: what is kept of each in `editions/`, and which one a page can be cited from.

An edition is a folder `editions/<name>/` with a snapshot of all facts and an archive of the pages as they were. A page
is cited from the newest edition as long as what it says is the same there; once it has changed, it is cited as it
stands, until the next edition.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

from equal_footing.changes import snapshot
from equal_footing.changes.snapshot import Snapshot

FOLDER = "editions"
PUBLISHED = "v"
"""The part of the address under which editions stand: `/v/2026.11/`."""
SHOT = "facts.json.xz"
PAGES = "pages.tar.xz"
PLACEHOLDER = "https://site.invalid/"
"""Stands for the address of the site in the archives of editions; replaced whenever one is unpacked."""
NAME = re.compile(r"20[0-9]{2}\.(0[1-9]|1[0-2])(\.[1-9][0-9]?)?")


@dataclass
class Editions:
    """The editions that there are, oldest first, with their snapshots.

    `frozen` is the edition that is being made, if one is: then every page is of that edition.
    """

    shots: list[Snapshot] = field(default_factory=list)
    frozen: str | None = None

    @property
    def names(self) -> list[str]:
        """The names of the editions, oldest first."""
        return [shot.edition for shot in self.shots]

    @property
    def newest(self) -> Snapshot | None:
        """The newest edition."""
        return self.shots[-1] if self.shots else None


def order(name: str) -> tuple[int, ...]:
    """Return what editions are sorted by: `2026.2` does not exist, `2026.11.10` comes after `2026.11.9`."""
    return tuple(int(part) for part in name.split("."))


def load(root: Path, frozen: str | None = None) -> Editions:
    """Read the editions of a project; raises ValueError when a snapshot cannot be read."""
    folders = [path for path in (root / FOLDER).glob("*") if NAME.fullmatch(path.name) and (path / SHOT).is_file()]
    folders.sort(key=lambda path: order(path.name))
    return Editions([snapshot.read(path / SHOT) for path in folders], frozen)


def unchanged(now: Snapshot, before: Snapshot) -> set[str]:
    """Return the records that say the same in two snapshots, in their facts and in all else."""
    then = before.records
    return {key for key, shot in now.records.items() if key in then and then[key].digest == shot.digest}
