"""Writes what is published besides the pages: citation files of each page, pictures, feeds, and past editions."""

import lzma
import tarfile
from collections.abc import Iterable, Mapping
from pathlib import Path

from jinja2 import Environment

from equal_footing.changes import editions, feed
from equal_footing.changes.editions import PLACEHOLDER, REPOSITORY
from equal_footing.changes.release_notes import History
from equal_footing.citation import bibliography, cards, citations
from equal_footing.citation.reference_formats import as_json
from equal_footing.drawing.page_renderer import PageRenderer
from equal_footing.keeping.files import write
from equal_footing.model import successors
from equal_footing.model.address_list import FOLDER
from equal_footing.model.types import EDITION
from equal_footing.reading.problems import quote
from equal_footing.sitemap.pages import Page
from equal_footing.tables.archive import replaced
from equal_footing.views import endings, fonts, pictures
from equal_footing.views.records import Views

_TEXTS = frozenset({".html", ".json", ".jsonld", ".bib", ".ris", ".xml", ".csv", ".md", ".svg", ".txt"})
"""The endings of files that are texts, in which an address can be replaced."""


def files_of(page: PageRenderer) -> dict[str, str]:
    """Return the files beside a page, by name: its own, its citation, and its sources with the places cited."""
    words = page.views.words
    files = {
        **page.files,
        "cite.bib": citations.biblatex(page.item, words),
        "cite.ris": citations.ris(page.item, words),
        "cite.json": as_json([citations.csl(page.item, words)]),
    }
    locators: dict[str, list[str]] = {}
    for note in page.notes:
        locators.setdefault(note.source.key, []).append(note.locator)
    if locators:
        cited = (page.dataset.sources[key] for key in locators)
        files |= bibliography.source_files(cited, words, page.renderer.once, locators)
    return files


def write_files(folder: Path, files: Mapping[str, str]) -> None:
    """Write files below a folder, by name, with the line breaks that they have."""
    for name, text in files.items():
        write(folder / name, text.encode())


def write_pictures(site: Path, views: Views, pages: Iterable[Page]) -> dict[str, str]:
    """Write the pictures that other sites show with links to these pages, each once, and that of the site.

    Return the letters for which some of them have boxes, by the addresses of these.
    """
    found = {cards.card(views.dataset, views.words, page) for page in (None, *pages)}
    (site / cards.FOLDER).mkdir(parents=True, exist_ok=True)
    boxes = {}
    for item in sorted(found, key=lambda one: one.address):
        drawn, boxes[item.address] = cards.draw(views, item)
        (site / item.address).write_bytes(drawn)
    return {address: letters for address, letters in boxes.items() if letters}


def pictures_of(address: str, files: Mapping[str, str], views: Views) -> dict[str, bytes]:
    """Return the drawings among the files of a page as PNG, by their addresses.

    An edition does not know the site's address, and nothing can put it into a PNG later: it says the rest of it.
    """
    return {
        f"{address}{name.removesuffix('.svg')}.png": pictures.as_png(drawing.replace(PLACEHOLDER, ""), views.drawings)
        for name, drawing in _drawings(files)
    }


def boxes_in(address: str, files: Mapping[str, str]) -> dict[str, str]:
    """Return the letters for which drawings of a page have boxes as PNG, by the addresses of these drawings."""
    found = {f"{address}{name}": fonts.lacking(drawing) for name, drawing in _drawings(files)}
    return {name: letters for name, letters in found.items() if letters}


def _drawings(files: Mapping[str, str]) -> list[tuple[str, str]]:
    return [(name, text) for name, text in files.items() if name.endswith(".svg")]


def feeds(page: Environment, history: History, site_url: str, views: Views) -> dict[str, str]:
    """Return the feed of all changes and that of each place by their addresses, once there is an edition.

    A place that has moved or was withdrawn keeps its feed.
    """
    if not history.editions:
        return {}
    dataset = views.dataset
    listed = (*dataset.places, *endings.ended_places(dataset))
    places = [(place, successors.named(dataset, place).title) for place in listed]
    found = {feed.feed_of(place[0]): place for place in places}
    of_places = {
        address: feed.feed(page, history.editions, site_url, views.words, place) for address, place in found.items()
    }
    return {feed.FEED: feed.feed(page, history.editions, site_url, views.words), **of_places}


def unpack_editions(root: Path, site: Path, site_url: str, repository: str) -> None:
    """Write the pages of every edition under `/v/<edition>/`, with the addresses of today in place of placeholders.

    Raises ValueError when an archive is damaged, or holds anything but ordinary files or a file outside its folder.
    """
    addresses = {PLACEHOLDER: site_url, REPOSITORY: repository.rstrip("/")}
    for archive in sorted((root / FOLDER).glob(f"*/{editions.PAGES}")):
        name = archive.parent.name
        if EDITION.fullmatch(name):
            with editions.naming(name, editions.PAGES):
                _unpack(archive, (site / editions.PUBLISHED / name).resolve(), addresses)


def _unpack(archive: Path, folder: Path, addresses: Mapping[str, str]) -> None:
    """Write the files of an archive below a folder, and read it to its end, where the sum of all of it is."""
    try:
        with lzma.open(archive) as packed:
            with tarfile.open(fileobj=packed, mode="r:") as files:
                _write_members(files, folder, addresses)
            packed.read()
    except (tarfile.TarError, lzma.LZMAError, EOFError) as error:
        raise ValueError(f"is damaged. {editions.remedy(archive.parent.name)}") from error


def _write_members(files: tarfile.TarFile, folder: Path, addresses: Mapping[str, str]) -> None:
    """Write the members of an archive; by hand, because Python 3.11.2 has no `filter` in `extractall`."""
    for member in files:
        path = (folder / member.name).resolve()
        content = files.extractfile(member) if member.isreg() else None
        if content is None or not path.is_relative_to(folder):
            raise ValueError(f"{quote(member.name)} is not an ordinary file below its folder.")
        page = content.read()
        for placeholder, address in addresses.items():
            if path.suffix in _TEXTS:
                page = page.replace(placeholder.encode(), address.encode())
            elif path.suffix == ".zip":
                page = replaced(page, placeholder.encode(), address.encode())
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(page)
