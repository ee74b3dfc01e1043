"""Keeps drawn pages on disk, each until something changes that it was drawn from."""

import io
import pickle
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from equal_footing.drawing.page_content import PageContent
from equal_footing.drawing.reads import Read, Reads
from equal_footing.keeping.store import Store, digest, digest_of_files, digest_of_program
from equal_footing.model.address_list import FOLDER
from equal_footing.sitemap.pages import Page

NEVER = frozenset({"contribute_place", "data", "code_book", "code_book_table"})
"""Macros whose pages are always drawn: they depend on the day and on the lines of the files, or on all data at once."""


@dataclass
class KeptPages:
    """The pages of the builds before; `everything` is the digest of all that every page depends on."""

    store: Store
    reads: Reads
    everything: str

    def content(self, page: Page, draw: Callable[[], PageContent]) -> PageContent:
        """Return what a page shows: what is kept of it if that still holds, else what `draw` returns, which is kept."""
        if self.store.folder is None or page.macro in NEVER:
            return draw()
        key, made_from = digest(page.address), digest(self.everything, repr(page))
        kept = self.store.get(key)
        if kept is not None:
            stream = io.BytesIO(kept)
            was, read = pickle.load(stream)
            if was == made_from and all(self.reads.digest(one) == before for one, before in read.items()):
                found: PageContent = pickle.load(stream)
                return found
        self.reads.noted.clear()
        content = draw()
        noted: dict[Read, str] = {one: self.reads.digest(one) for one in self.reads.noted}
        self.store.put(key, pickle.dumps((made_from, noted)) + pickle.dumps(content))
        return content


def everything(root: Path, *settings: str) -> str:
    """Return the digest of all that every page depends on.

    These are this program, the packages that it uses, the templates with their words, the vocabulary, the editions, and
    some settings.
    """
    folders = (root / "templates", root / "data/vocabulary", root / FOLDER)
    files = (path for folder in folders for path in folder.rglob("*") if path.is_file())
    return digest(digest_of_program(), digest_of_files(root, files), *settings)
