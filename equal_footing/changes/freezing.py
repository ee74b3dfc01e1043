"""Makes an edition: a snapshot of the facts, the pages as they are now, and the list of addresses that must stay.

The pages are built once more with the edition's name on them and without search, and go into an archive. Their own
address stands in them as `editions.PLACEHOLDER`, which is replaced by the site's address whenever the archive is
unpacked, so that an edition outlives a change of the site's address.
"""

from __future__ import annotations

import datetime
import io
import os
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

from equal_footing.changes import editions, history, snapshot
from equal_footing.changes.changes import Change, changes
from equal_footing.changes.snapshot import Snapshot
from equal_footing.check.run import load_checked
from equal_footing.model import address_list, messages
from equal_footing.model.dataset import Dataset
from equal_footing.reading.problems import quote
from equal_footing.sitemap import addresses
from equal_footing.views.records import Views

LEFT_OUT = ("sitemap.xml", "sitemap.xml.gz", "search")


class EditionError(Exception):
    """An edition cannot be made; the message says why."""


def make(root: Path, name: str, day: datetime.date) -> Path:
    """Make an edition and return its folder; it is there whole or not at all.

    Raises DataError when the data has problems and EditionError when the edition cannot be made.
    """
    folder = root / editions.FOLDER / name
    kept = editions.load(root)
    _may_be_made(name, folder, kept)
    dataset, words = load_checked(root), messages.load(root)
    shot = snapshot.take(dataset, Views(dataset, words), name, day, kept.newest)
    with tempfile.TemporaryDirectory(dir=root) as temporary:
        new = Path(temporary) / name
        new.mkdir()
        snapshot.write(shot, new / editions.SHOT)
        if kept.newest:
            history.write(new, _told(dataset, kept.newest, shot))
        _build(root, name, Path(temporary) / "site")
        _pack(Path(temporary) / "site", new / editions.PAGES)
        folder.parent.mkdir(exist_ok=True)
        new.rename(folder)
    address_list.write(root / address_list.FILE, addresses.present(dataset, words))
    return folder


def _may_be_made(name: str, folder: Path, kept: editions.Editions) -> None:
    if not editions.NAME.fullmatch(name):
        raise EditionError(
            f"{quote(name)} is not the name of an edition: year and month, such as 2026.11 or 2026.11.2."
        )
    if folder.exists():
        raise EditionError(f"the edition {name} has been made already; an edition never changes. Make another one.")
    if kept.newest and editions.order(name) <= editions.order(kept.newest.edition):
        raise EditionError(f"{name} is not newer than the newest edition, {kept.newest.edition}.")


def _told(dataset: Dataset, before: Snapshot, now: Snapshot) -> list[Change]:
    """Return what the edition changes; raises EditionError for changed values without a reason."""
    found = changes(before, now, history.reasons(dataset), history.moved(dataset))
    missing = history.without_reason(found)
    if missing:
        lines = [
            f"{change.record}#{change.anchor}: {quote(change.old)} is now {quote(change.new)}."
            for told in missing.values()
            for change in told
        ]
        how = "Give each `changed: {kind: corrected, on: …, reason: …}`: corrected where we were wrong, else updated."
        raise EditionError("\n".join(["values have changed without a reason:", *lines, how]))
    return found


def _build(root: Path, name: str, to: Path) -> None:
    """Build the pages of an edition into a folder."""
    settings = {
        "EQUAL_FOOTING_EDITION": name,
        "EQUAL_FOOTING_SEARCH": "false",
        "EQUAL_FOOTING_SITE_DIR": str(to),
        "EQUAL_FOOTING_URL": f"{editions.PLACEHOLDER}{editions.PUBLISHED}/{name}/",
    }
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet"]
    result = subprocess.run(
        command, cwd=root, env={**os.environ, **settings}, capture_output=True, text=True, check=False
    )
    if result.returncode:
        raise EditionError(f"the pages could not be built.\n{result.stderr}")


def _pack(site: Path, to: Path) -> None:
    """Put a built site into an archive: the same bytes for the same pages."""
    with tarfile.open(to, "w:xz", preset=6) as archive:
        for path in sorted(site.rglob("*")):
            name = path.relative_to(site).as_posix()
            if not path.is_file() or name.split("/")[0] in LEFT_OUT:
                continue
            content = path.read_bytes()
            entry = tarfile.TarInfo(name)
            entry.size, entry.mode = len(content), 0o644
            archive.addfile(entry, io.BytesIO(content))
