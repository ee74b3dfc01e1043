"""The lists of all addresses that editions have published; none may be taken out of them."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from equal_footing.reading.characters import decode

FOLDER = "editions"
"""The folder of the editions, under the project's root."""
NAME = "addresses.txt"
"""The list in the folder of each edition, of the addresses that it was the first to publish."""
HEADER = "# The addresses that this edition was the first to publish, one a line. None may be taken out.\n\n"


def files(root: Path) -> list[Path]:
    """Return the lists of all editions, without what is in the place of one but is not a file."""
    return sorted(path for path in root.glob(f"{FOLDER}/*/{NAME}") if path.is_file())


def read(root: Path) -> list[str]:
    """Return all published addresses; raises ValueError when a list is not UTF-8."""
    found: list[str] = []
    for path in files(root):
        text, problem = decode(path.read_bytes(), path.relative_to(root).as_posix())
        if problem:
            raise ValueError(str(problem))
        found += (address for _, address in lines(text))
    return found


def write(path: Path, addresses: Iterable[str]) -> None:
    """Write a list of addresses, sorted, each once."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(HEADER + "".join(f"{address}\n" for address in sorted(set(addresses))), "utf-8", newline="\n")


def readable(root: Path) -> tuple[str, ...]:
    """Return all published addresses, without lists that cannot be read: the check of the addresses reports these."""
    texts = (decode(path.read_bytes(), path.name)[0] for path in files(root))
    return tuple(address for text in texts for _, address in lines(text))


def pages_below(addresses: Iterable[str], folder: str) -> list[str]:
    """Return the names of the pages below a folder of the site: `sea-money` of `compare/sea-money/`, each once."""
    pages = (address for address in addresses if "#" not in address and address.startswith(folder))
    return list(dict.fromkeys(name for page in pages if (name := page.removeprefix(folder).rstrip("/"))))


def anchors_of(addresses: Iterable[str], page: str) -> list[str]:
    """Return the anchors of a page (`japan/funding/x/`) among some addresses, sorted."""
    return sorted(address.partition("#")[2] for address in addresses if address.startswith(f"{page}#"))


def lines(text: str) -> Iterator[tuple[int, str]]:
    """Yield the addresses of a list with the numbers of their lines."""
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip() and not line.startswith("#"):
            yield number, line.strip()
