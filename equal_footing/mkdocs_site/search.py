"""Collects what pages say while MkDocs builds them, and writes the index of the search beside the site."""

import shutil
from collections.abc import Iterable
from pathlib import Path

from mkdocs.structure.pages import Page as MkDocsPage

from equal_footing.model.dataset import Dataset
from equal_footing.model.messages import Messages
from equal_footing.search import entries, index
from equal_footing.search.index import Indexed
from equal_footing.sitemap.pages import Page

FOLDER = "search"


class Search:
    """The entries of the pages of one build, by address."""

    def __init__(self, dataset: Dataset, messages: Messages) -> None:
        self.dataset = dataset
        self.messages = messages
        self._pages: dict[str, Indexed] = {}

    def indexed(self, page: Page, html: str) -> Indexed | None:
        """Return what the search knows of a page that comes from the data, from its content as HTML, if it finds it."""
        found = entries.generated(self.dataset, self.messages, page, html)
        return index.indexed(found) if found else None

    def add_written(self, page: MkDocsPage, html: str) -> None:
        """Remember a page that somebody wrote; of one that excludes itself from the search the headings."""
        title, about = str(page.meta.get("title") or page.title), str(page.meta.get("description") or "")
        address, whole = page.file.url.removeprefix("./"), not page.meta.get("search", {}).get("exclude")
        self.add(index.indexed(entries.written(self.messages, address, title, about, html, whole=whole)))

    def add(self, page: Indexed | None) -> None:
        """Remember a page, if the search finds it."""
        if page is not None:
            self._pages[page.address] = page

    def write(self, site: Path, order: list[str]) -> None:
        """Write the index below a site, and forget the pages.

        Equal pages are in the order of their addresses in `order`, others after them.
        """
        place = {address: number for number, address in enumerate(order)}
        found = sorted(self._pages, key=lambda address: (place.get(address, len(place)), address))
        shutil.rmtree(site / FOLDER, ignore_errors=True)  # a server keeps it from build to build
        (site / FOLDER / index.PIECES).mkdir(parents=True)
        for path, text in _files(self._pages[address] for address in found).items():
            (site / path).write_text(text, encoding="utf-8", newline="")
        self._pages.clear()

    def names(self, pages: Iterable[Page], written: Iterable[MkDocsPage]) -> dict[str, str]:
        """Return the files of an index that knows pages by their names and opening words: none has to be drawn."""
        for page in pages:
            self.add(self.indexed(page, ""))
        for hand_written in written:
            self.add_written(hand_written, "")
        return _files(self._pages.values())


def _files(found: Iterable[Indexed]) -> dict[str, str]:
    return {f"{FOLDER}/{name}": text for name, text in index.files(list(found)).items()}
