"""Makes an edition: a snapshot of the data, the pages as they are now, and the addresses that must stay.

The pages are built once more with the edition's name on them and without search, and are put into an archive. They hold
`editions.PLACEHOLDER` as their own address, which is replaced by the site's address whenever the archive is unpacked,
so that an edition outlives a change of the site's address.
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

from equal_footing.changes import editions, release_notes, snapshot
from equal_footing.changes.dataset_subjects import subjects
from equal_footing.changes.release_notes import Release, release
from equal_footing.check.run import load_checked
from equal_footing.model import address_list, messages
from equal_footing.model.types import EDITION
from equal_footing.reading.problems import DataError, quote
from equal_footing.sitemap import addresses

LEFT_OUT = ("sitemap.xml", "sitemap.xml.gz", "search")


class EditionError(Exception):
    """An edition cannot be made; the message says why."""


def make(root: Path, name: str, day: datetime.date) -> Path:
    """Make an edition and return its folder.

    The folder is finished aside and then renamed, in one step of the file system, so a failure or the end of the
    process at any moment leaves everything as it was, but for a folder `.edition-*` where the process was killed.
    Raises DataError when the data has problems or lacks a published address, and EditionError when the
    edition cannot be made.
    """
    folder = root / address_list.FOLDER / name
    kept = editions.load(root)
    _may_be_made(name, folder, kept)
    dataset, words = load_checked(root), messages.load(root)
    gone = addresses.check(root, dataset, words)
    if gone:
        raise DataError(gone)
    taken = snapshot.take(subjects(dataset, words), name, day, kept.newest)
    released = release(kept.newest, taken)
    _ask_for_reasons(released)
    with tempfile.TemporaryDirectory(dir=root, prefix=".edition-") as temporary:
        new, site = Path(temporary) / name, Path(temporary) / "site"
        new.mkdir()
        snapshot.write(taken, new / editions.SNAPSHOT)
        release_notes.write(released, new / editions.CHANGES)
        address_list.write(new / address_list.NAME, addresses.present(dataset, words) - set(address_list.read(root)))
        _build(root, name, site)
        _pack(site, new / editions.PAGES)
        folder.parent.mkdir(exist_ok=True)
        new.rename(folder)
    return folder


def _may_be_made(name: str, folder: Path, kept: editions.Editions) -> None:
    if not EDITION.fullmatch(name):
        raise EditionError(
            f"{quote(name)} is not the name of an edition: year and month, such as 2026.11 or 2026.11.2."
        )
    if folder.exists():
        raise EditionError(f"the edition {name} has been made already; an edition never changes. Make another one.")
    if kept.newest and editions.order(name) <= editions.order(kept.newest.edition):
        raise EditionError(f"{name} is not newer than the newest edition, {kept.newest.edition}.")


def _ask_for_reasons(released: Release) -> None:
    """Raise EditionError when values have changed for which the data give no reason."""
    missing = [change for change in released.changes if change.kind in {"corrected", "updated"} and not change.reason]
    if missing:
        lines = [f"{one.page}#{one.anchor}: {quote(one.old)} is now {quote(one.new)}." for one in missing]
        how = "Give each `changed: {kind: corrected, on: …, reason: …}`: corrected where we were wrong, else updated."
        raise EditionError("\n".join(["values have changed without a reason:", *lines, how]))


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
