"""Makes an edition: a snapshot of the data, the pages as they are now, and the addresses that must stay.

The pages are built once more with the edition's name on them, and are put into an archive. They hold
`editions.PLACEHOLDER` as their own address and `editions.REPOSITORY` as that of the repository. Both are replaced
whenever the archive is unpacked, so that an edition outlives a change of either address.
"""

import datetime
import io
import os
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path

from equal_footing.changes import edition_files, editions, promises, release_notes, snapshot
from equal_footing.changes.dataset_subjects import subjects
from equal_footing.changes.git_data import digests
from equal_footing.changes.release_notes import release
from equal_footing.check.run import load_checked
from equal_footing.keeping.lock import only_one
from equal_footing.model import address_list, messages
from equal_footing.model.dataset import Dataset
from equal_footing.model.messages import LANGUAGE
from equal_footing.model.types import EDITION
from equal_footing.reading.problems import CommandError, DataError, Problem, along_with, quote
from equal_footing.sitemap import addresses

PREFIX = ".edition-"
"""How the names of temporary folders begin."""
LOCK = ".edition.lock"
LEFT_OUT = ("sitemap.xml", "sitemap.xml.gz")
Rule = Callable[[Dataset], Iterable[Problem]]
"""Finds problems of data that have no others."""
_LEVEL = re.compile("([A-Z]+) +-  ")
"""How MkDocs begins what it logs."""


def make(root: Path, name: str, day: datetime.date, further: Rule = lambda _: ()) -> Path:
    """Make an edition and return its folder; `further` finds problems that this room does not know of.

    It is built in a temporary folder, which is then renamed in one step of the file system, so a failure or the end of
    the process at any moment leaves everything as it was, except a folder `.edition-*` where the process was killed.
    The next run clears that away. Raises DataError when the data or earlier editions have problems, or the data break
    what these have promised, CommandError when the edition cannot be made, and OSError when it cannot be written.
    """
    with only_one(root / LOCK, "another edition is being made. Wait until it is finished."):
        for left in root.glob(f"{PREFIX}*"):
            shutil.rmtree(left, ignore_errors=True)
        _may_be_made(root, name)
        damaged = edition_files.check(root)
        with along_with(damaged):
            files, dataset, words = digests(root), load_checked(root), messages.load(root)
        found = [*damaged, *promises.check(root, dataset, words), *further(dataset)]
        if found:
            raise DataError(found)
        newest = editions.load(root).newest
        taken = snapshot.take(subjects(dataset, words), name, day, newest)
        released = release(newest, taken)
        with tempfile.TemporaryDirectory(dir=root, prefix=PREFIX) as temporary:
            new, site = Path(temporary) / name, Path(temporary) / "site"
            new.mkdir()
            snapshot.write(taken, new / editions.SNAPSHOT)
            release_notes.write(released, new / editions.CHANGES)
            published = set(address_list.read(root))
            address_list.write(new / address_list.NAME, addresses.present(dataset, words) - published)
            _build(root, name, day, site)
            _pack(site, new / editions.PAGES)
            if digests(root) != files:
                raise CommandError("the data have changed while the edition was made. Make it again.")
            _may_be_made(root, name)  # another one may have come out of git
            folder = root / address_list.FOLDER / name
            folder.parent.mkdir(exist_ok=True)
            new.rename(folder)
    return folder


def _may_be_made(root: Path, name: str) -> None:
    """Raise CommandError when an edition cannot be added to those that there are."""
    if not EDITION.fullmatch(name):
        raise CommandError(
            f"{quote(name)} is not the name of an edition: year and month, such as 2026.11 or 2026.11.2."
        )
    if (root / address_list.FOLDER / name).exists():
        raise CommandError(f"the edition {name} has been made already; an edition never changes. Make another one.")
    there = editions.names(root)
    if there and editions.order(name) <= editions.order(there[-1]):
        raise CommandError(f"{name} is not newer than the newest edition, {there[-1]}.")


def _build(root: Path, name: str, day: datetime.date, to: Path) -> None:
    """Build the pages of an edition into a folder; raises CommandError with what is wrong, if anything is.

    MkDocs is not asked to be quiet: then it would not count the warnings at which a strict build has to fail.
    """
    settings = {
        editions.VARIABLE: name,
        editions.DAY: day.isoformat(),
        "EQUAL_FOOTING_FRESH": "true",
        "EQUAL_FOOTING_LANGUAGE": LANGUAGE,
        "EQUAL_FOOTING_REPOSITORY": editions.REPOSITORY,
        "EQUAL_FOOTING_SITE_DIR": str(to),
        "EQUAL_FOOTING_URL": f"{editions.PLACEHOLDER}{editions.PUBLISHED}/{name}/",
        "NO_MKDOCS_2_WARNING": "1",
    }
    command = [sys.executable, "-m", "mkdocs", "build", "--strict"]
    result = subprocess.run(
        command, cwd=root, env={**os.environ, **settings}, capture_output=True, text=True, check=False
    )
    if result.returncode:
        raise CommandError("\n".join(["the pages could not be built.", *_wrong(result.stderr.splitlines())]))


def _wrong(lines: list[str]) -> list[str]:
    """Return those lines that say what went wrong in a build, without information and empty lines."""
    if any(line.startswith("Traceback") for line in lines):
        return lines[-1:]
    kept, is_wrong = [], True
    for line in lines:
        begins = _LEVEL.match(line)
        if begins:  # else it goes on with what a line before has begun
            is_wrong = begins[1] not in {"DEBUG", "INFO"}
        if is_wrong and line.strip():
            kept.append(line)
    return kept


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
