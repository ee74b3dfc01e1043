"""Keeps finished pages on disk, each until something changes that it was made from."""

import io
import pickle
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from equal_footing.drawing.reads import Read, Reads
from equal_footing.keeping.store import Store, digest, digest_of_files, digest_of_program
from equal_footing.model.address_list import FOLDER
from equal_footing.sitemap.pages import Page

Made = TypeVar("Made")
NEVER = frozenset({"contribute_place", "data", "code_book", "code_book_table"})
"""Macros whose pages are always drawn: they depend on the day and on the lines of the files, or on all data at once."""


@dataclass
class KeptPages:
    """The pages of the builds before; `everything` is the digest of all that every page depends on."""

    store: Store
    reads: Reads
    everything: str

    def made(self, page: Page, make: Callable[[], Made], around: str = "") -> Made:
        """Return what is kept of a page if that still holds, else what `make` returns, which is kept.

        `around` is the digest of what `make` puts around the page.
        """
        if self.store.folder is None or page.macro in NEVER:
            return make()
        key, made_from = digest(page.address), digest(self.everything, around, repr(page))
        kept = self.store.get(key)
        if kept is not None:
            stream = io.BytesIO(kept)
            was, read = pickle.load(stream)
            if was == made_from and all(self.reads.digest(one) == before for one, before in read.items()):
                found: Made = pickle.load(stream)
                return found
        self.reads.noted.clear()
        made = make()
        noted: dict[Read, str] = {one: self.reads.digest(one) for one in self.reads.noted}
        self.store.put(key, pickle.dumps((made_from, noted)) + pickle.dumps(made))
        return made


def everything(root: Path, *settings: str) -> str:
    """Return the digest of all that every page depends on.

    These are this program, the packages that it uses, the templates with their words, the vocabulary, the editions, and
    some settings.
    """
    folders = (root / "templates", root / "data/vocabulary", root / FOLDER)
    files = (path for folder in folders for path in folder.rglob("*") if path.is_file())
    return digest(digest_of_program(), digest_of_files(root, files), *settings)
