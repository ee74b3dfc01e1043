"""The list of every address that an edition has published; none may be taken out of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from equal_footing.reading.characters import decode

FILE = "published/addresses.txt"
"""The list of all that was ever published, under the project's root."""
HEADER = "# Every address that an edition has published, one a line. None may be taken out.\n\n"


def read(path: Path) -> list[str]:
    """Return the addresses of a list, in its order; raises ValueError when the file is not UTF-8."""
    text, problem = decode(path.read_bytes(), path.name)
    if problem:
        raise ValueError(str(problem))
    return [address for _, address in lines(text)]


def write(path: Path, addresses: Iterable[str]) -> None:
    """Write a list of addresses, sorted; what the file holds already stays in it, and so do the comments at its top.

    Raises ValueError when the file that is there cannot be read.
    """
    before: list[str] = []
    header = HEADER
    if path.is_file():
        before = read(path)
        header = _header(path.read_text(encoding="utf-8")) or HEADER
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(header + "".join(f"{address}\n" for address in extended(before, addresses)), "utf-8", newline="\n")


def extended(old: Iterable[str], present: Iterable[str]) -> list[str]:
    """Return what was published and what is present, sorted, each address once."""
    return sorted({*old, *present})


def pages_below(root: Path, folder: str) -> frozenset[str]:
    """Return the names of the pages published below a folder of the site: `sea-money` of `compare/sea-money/`.

    Empty where nothing was published, and where the list cannot be read, which the check of the addresses tells.
    """
    path = root / FILE
    if not path.is_file():
        return frozenset()
    text, _ = decode(path.read_bytes(), FILE)
    pages = (address for _, address in lines(text) if "#" not in address)
    names = (address.removeprefix(folder).rstrip("/") for address in pages if address.startswith(folder))
    return frozenset(name for name in names if name)


def anchors_of(addresses: Iterable[str], page: str) -> list[str]:
    """Return the anchors of a page (`japan/funding/x/`) among some addresses, sorted."""
    return sorted(address.partition("#")[2] for address in addresses if address.startswith(f"{page}#"))


def lines(text: str) -> Iterator[tuple[int, str]]:
    """Yield the addresses of a list with the numbers of their lines."""
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip() and not line.startswith("#"):
            yield number, line.strip()


def _header(text: str) -> str:
    """Return the comments and blank lines at the top of a list."""
    header = ""
    for line in text.splitlines(keepends=True):
        if line.strip() and not line.startswith("#"):
            break
        header += line
    return header
