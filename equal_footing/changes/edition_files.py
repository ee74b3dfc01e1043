"""Finds what is missing from the editions, what is damaged there, and what lies there and belongs to none of them.

It reads what costs little, and each file again only when it has changed. Of the pages it sees only whether their
archive begins and ends as one; every snapshot is read to its end, but only the newest has to be in today's form.
"""

import zlib
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from equal_footing.changes import editions, git_data, release_notes, snapshot
from equal_footing.changes.editions import CHANGES, PAGES, SNAPSHOT, remedy
from equal_footing.model import address_list
from equal_footing.model.address_list import FOLDER
from equal_footing.model.types import EDITION
from equal_footing.reading.files import is_aside, stamp
from equal_footing.reading.problems import Problem, quote

FILES = frozenset({SNAPSHOT, CHANGES, PAGES, address_list.NAME})
"""The files of every edition."""
NAME_BACK = "Give the folder its name back."
LEFT_OUT = (
    f"is left out of this sparse checkout, but the check needs it. Take it in: git sparse-checkout add {FOLDER} "
    "(or, where a pattern keeps it out, git sparse-checkout disable)."
)
_POINTER = b"version https://git-lfs"
_XZ, _XZ_ENDS, _XZ_FOOTER = b"\xfd7zXZ\0", b"YZ", 12
"""How a file `.xz` begins and ends, and how many bytes its footer has: a sum, what it is of, and the end."""


def check(root: Path) -> list[Problem]:
    """Return a problem for each edition or file of one that is missing, is damaged, or belongs to none.

    Hidden files and copies of editors are none of ours, nor is a folder that git does not know, unless it is named as
    an edition is: then it would be published as one. What git has in the last commit is how an edition was made.
    """
    here = {path.name: names for path in (root / FOLDER).glob("*/") if not is_aside(path.name) and (names := _in(path))}
    known = git_data.listed(root, FOLDER)
    changed = git_data.changed(root, FOLDER)
    kept = {parts[1] for path in (*(known or ()), *changed) if len(parts := path.split("/")) > 2}
    left_out = {path for path, is_left_out in (known or {}).items() if is_left_out}
    gone = sorted(name for name in kept - here.keys() if EDITION.fullmatch(name))
    found = [_missing(name, left_out) for name in gone]
    there = editions.names(root)
    for name, names in sorted(here.items()):
        if EDITION.fullmatch(name):
            found += _of_edition(root / FOLDER / name, names, left_out, [name] == there[-1:])
        elif known is None or name in kept:
            message = f"{quote(name)} is not the name of an edition, such as 2026.11 or 2026.11.2. {NAME_BACK}"
            found.append(_problem_of(name, message, "edition-files"))
    told = {problem.file for problem in found}
    for path in changed:
        name, _, file = path.removeprefix(f"{FOLDER}/").partition("/")
        if path not in told and file in here.get(name, ()):
            found.append(_problem_of(f"{name}/{file}", f"is not as it was made. {remedy(name)}", "edition-damaged"))
    return found


def _in(folder: Path) -> set[str]:
    """Return the names of what is in a folder."""
    return {path.name for path in folder.iterdir() if not is_aside(path.name)}


def _problem_of(place: str, message: str, rule: str) -> Problem:
    return Problem(f"{FOLDER}/{place}", 1, 1, "", message, rule)


def _missing(place: str, left_out: set[str]) -> Problem:
    """Return the problem of an edition or a file of one that is missing; a sparse checkout has `left_out` some."""
    if any(path == f"{FOLDER}/{place}" or path.startswith(f"{FOLDER}/{place}/") for path in left_out):
        return _problem_of(place, LEFT_OUT, "edition-files")
    return _problem_of(place, f"is missing. {remedy(place.partition('/')[0])}", "edition-files")


def _of_edition(folder: Path, names: set[str], left_out: set[str], is_newest: bool) -> Iterator[Problem]:
    """Yield what is wrong with an edition; `names` are those of the files in its folder."""
    own = folder.name
    for name in FILES - names:
        yield _missing(f"{own}/{name}", left_out)
    for name in names - FILES:
        message = "is not a file of an edition, and an edition never changes. Take it out."
        yield _problem_of(f"{own}/{name}", message, "edition-files")
    for name in FILES & names:
        path = folder / name
        edition, fault = _looked_at(path, is_newest, stamp(path)) if path.is_file() else ("", _no_file(path))
        if fault:
            yield _problem_of(f"{own}/{name}", fault, "edition-damaged")
        elif edition not in ("", own):
            yield _problem_of(own, f"holds the edition {edition}. {NAME_BACK}", "edition-files")


def _no_file(path: Path) -> str:
    """Return what is wrong with what is in the place of a file."""
    kinds = ((path.is_dir(), "a folder"), (path.is_symlink(), "a symbolic link that leads nowhere"))
    what = next((kind for is_one, kind in kinds if is_one), "something else")
    return f"is {what}, where the edition had a file. {remedy(path.parent.name)}"


@lru_cache(maxsize=1024)
def _looked_at(path: Path, is_newest: bool, _: tuple[int, ...]) -> tuple[str, str]:
    """Return the edition that a file says it is of, if it says so, and what is wrong with the file, if something is."""
    try:
        return _edition(path, is_newest), ""
    except snapshot.OtherVersionError as error:
        return "", str(error)
    except ValueError as error:
        if path.read_bytes().startswith(_POINTER):
            return "", "is only a pointer of git-lfs. Fetch the file itself: git lfs pull."
        return "", f"{error} {remedy(path.parent.name)}"


def _edition(path: Path, is_newest: bool) -> str:
    """Return the edition that a file says it is of, if it says so; raises ValueError when the file is damaged."""
    if path.name == CHANGES:
        return release_notes.read(path).edition
    if path.name == SNAPSHOT and is_newest:
        return editions.read_snapshot(path).edition
    if path.name == SNAPSHOT:
        snapshot.unpacked(path)
    if path.name == PAGES and not _is_xz(path):
        raise ValueError("does not begin and end as an archive (.tar.xz) does: it is damaged.")
    if path.name == address_list.NAME and not path.read_bytes().endswith(b"\n"):
        raise ValueError("ends within a line, or is empty.")
    return ""


def _is_xz(path: Path) -> bool:
    """Return whether a file begins and ends as one that was compressed with lzma."""
    with path.open("rb") as file:
        begin = file.read(len(_XZ))
        file.seek(max(0, path.stat().st_size - _XZ_FOOTER))
        end = file.read()
    of, sum_ = end[4:10], int.from_bytes(end[:4], "little")
    return begin == _XZ and end.endswith(_XZ_ENDS) and zlib.crc32(of) == sum_
