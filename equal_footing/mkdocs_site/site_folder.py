"""Chooses the folder of the finished site, and keeps a build from deleting anything that no build has made."""

import os
from collections.abc import Iterable
from pathlib import Path

from equal_footing.reading.problems import CommandError, quote

FOLDER = "site"
VARIABLE = "EQUAL_FOOTING_SITE_DIR"
MADE = ".made-by-equal-footing"
"""The file in a finished site that lists the names at its top: whatever else is there is somebody else's."""
WORK = {"old", "new"}
"""The folders in which a site is built, within the one beside it."""
_PARTS = (
    *("data", "docs", "editions", "equal_footing", "schemas", "templates", "tests", "theme"),
    *(".cache", ".ci", ".git", ".github", ".vscode"),
)
_MANY, _LARGE = 16_000, 800_000_000
"""How many files and bytes are four fifths of what the first hosts take: 20,000 and a gigabyte."""
_REMEDY = "Nothing was built. Name a new or empty folder for the site, or the folder of an earlier build."


def chosen(root: Path) -> Path:
    """Return the folder of the site of a project: `site/`, or the one that `EQUAL_FOOTING_SITE_DIR` names.

    Where a link leads is the folder. Raises CommandError when a build may not replace it, because it is or holds
    the project, lies in a part of it, holds anything that no build has made, or cannot be renamed.
    """
    named = os.environ.get(VARIABLE, FOLDER).strip()
    if not named:
        raise CommandError(f"{VARIABLE} is empty. Name a folder for the site, or unset the variable.")
    root = root.resolve()
    site = (root / named).resolve()
    reason = _reason(root, site)
    if reason:
        raise CommandError(f"the site cannot be built in {quote(str(site))}, which {reason}. {_REMEDY}")
    return site


def beside(site: Path) -> tuple[Path, Path]:
    """Return the folder in which a site is built and the file that locks it; both lie next to the site."""
    return site.with_name(f".{site.name}.build"), site.with_name(f".{site.name}.build.lock")


def mark(site: Path) -> None:
    """Note in a finished site what a build has put at its top."""
    names = sorted({MADE, *(path.name for path in site.iterdir())})
    (site / MADE).write_text("".join(f"{name}\n" for name in names), encoding="utf-8", newline="")


def advice(site: Path) -> str:
    """Return a line on a finished site that some hosts will soon take no more, or nothing."""
    sizes = [os.lstat(os.path.join(folder, name)).st_size for folder, _, files in os.walk(site) for name in files]
    if len(sizes) < _MANY and sum(sizes) < _LARGE:
        return ""
    size = f"{len(sizes):,} files and {sum(sizes) / 1_000_000:,.0f} MB"
    return (
        f'The site has {size}, which some hosts do not take: HACKING.md has their limits, under "On the public host".'
    )


def _reason(root: Path, site: Path) -> str:
    """Return why a build may not replace a folder, or nothing if it may."""
    if _is_one_of(site, (root, *root.parents)):
        return "is the project" if _is_one_of(site, (root,)) else "holds the project"
    if any(_is_one_of(folder, (root / part for part in _PARTS)) for folder in (site, *site.parents)):
        return "is a part of the project"
    if os.path.ismount(site):
        return "is a mount point and cannot be replaced; a folder in it can"
    foreign = _foreign(site)
    if foreign:
        return f"is not a site that an earlier build has made: it has {quote(foreign)}"
    return _unfit_place(site)


def _is_one_of(folder: Path, others: Iterable[Path]) -> bool:
    """Return whether a folder is one of others, however their names are written on this file system."""
    return any(folder == other or (folder.exists() and other.exists() and folder.samefile(other)) for other in others)


def _foreign(site: Path) -> str:
    """Return the name of something in a folder, or beside it where it would be built, that no build has made."""
    work, _ = beside(site)
    if work.is_dir():
        for path in sorted(work.iterdir()):
            if path.name not in WORK:
                return f"{work.name}/{path.name}"
    if site.is_file():
        return site.name
    if not site.exists():
        return ""
    made = site / MADE
    known = made.read_text(encoding="utf-8").splitlines() if made.is_file() else []
    return next((name for name in sorted(os.listdir(site)) if name not in known), "")


def _unfit_place(site: Path) -> str:
    """Return what is wrong with the folder in which the site lies, where it is to be replaced in one step."""
    there = next(folder for folder in site.parents if folder.exists())
    if not there.is_dir():
        return f"lies below {quote(str(there))}, a file"
    if not os.access(there, os.W_OK | os.X_OK):
        return f"lies in {quote(str(there))}, where this user may not write: the finished site is put there in one step"
    return ""
