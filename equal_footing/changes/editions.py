"""Editions of the data: what is kept of each in `editions/`.

An edition is a folder `editions/<name>/` with a snapshot of all things, the changes since the edition before, an
archive of the pages as they were, and the addresses that it was the first to publish.
"""

from dataclasses import dataclass, field
from pathlib import Path

from equal_footing.changes import snapshot
from equal_footing.changes.snapshot import Snapshot
from equal_footing.model.address_list import FOLDER
from equal_footing.model.types import EDITION

PUBLISHED = "v"
"""The part of the address under which editions are published: `/v/2026.11/`."""
SNAPSHOT = "data.json.xz"
CHANGES = "changes.json"
PAGES = "pages.tar.xz"
PLACEHOLDER = "https://site.invalid/"
"""The address of the site in the archives of editions; replaced whenever one is unpacked."""


@dataclass
class Editions:
    """The names of the editions that there are, oldest first, and the snapshot of the newest.

    `frozen` is the edition that is being made, if one is: then every page is of that edition.
    """

    names: list[str] = field(default_factory=list)
    newest: Snapshot | None = None
    frozen: str | None = None


def order(name: str) -> tuple[int, ...]:
    """Return what editions are sorted by: `2026.2` does not exist, `2026.11.10` comes after `2026.11.9`."""
    return tuple(int(part) for part in name.split("."))


def load(root: Path, frozen: str | None = None) -> Editions:
    """Read the editions of a project; raises ValueError when the newest snapshot cannot be read."""
    found = [path.parent.name for path in root.glob(f"{FOLDER}/*/{SNAPSHOT}")]
    names = sorted((name for name in found if EDITION.fullmatch(name)), key=order)
    return Editions(names, snapshot.read(root / FOLDER / names[-1] / SNAPSHOT) if names else None, frozen)
