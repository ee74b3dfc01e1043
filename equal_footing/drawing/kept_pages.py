"""Keeps what a build makes on disk, file by file, each until something changes that it was made from."""

import io
import pickle
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple, TypeVar

from equal_footing.drawing.reads import Reads
from equal_footing.keeping.files import KeptFiles, Mark
from equal_footing.keeping.store import Store, digest, digest_of_files, digest_of_program
from equal_footing.model.address_list import FOLDER
from equal_footing.model.dataset import Dataset
from equal_footing.model.vocabulary import FOLDER as VOCABULARY
from equal_footing.reading.files import is_aside
from equal_footing.sitemap.pages import Page

Made = TypeVar("Made")
Contents = Mapping[str, str | bytes | Path]
"""Files of a site by their addresses: what each holds, or the path of a new one that is to be moved there."""
FORM = "made from, read, what that said, marks of files with their rights"
"""What is kept under a name; earlier programs have kept other things, which are left alone."""
WITH_LINES = "contribute_place"
"""The macro of pages that name lines of the files of their place."""


@dataclass
class Kept:
    """What the builds before have made: `files` of the site, and in `store` what was read for them.

    Results of this build stay in `aside` until it ends: others may be running, and this one may be killed.
    `everything` is the digest of all that everything depends on.
    """

    store: Store
    aside: Store
    files: KeptFiles
    reads: Reads
    everything: str

    def write(self, site: Path, name: str, made_from: str, make: Callable[[], tuple[Contents, Made]]) -> Made:
        """Write the files of something below a site, and return what else is made of it.

        Both are what is kept under its name if that still holds, else what `make` returns, which is then kept.
        `made_from` is the digest of what it is made from besides the data and `everything`.
        """
        key, made_from = digest(FORM, name), digest(self.everything, made_from)
        kept = self.store.get(key)
        if kept is not None:
            stream = io.BytesIO(kept)
            was, *rest = pickle.load(stream)  # another version of this program may have kept something else
            if was == made_from:
                read, said, marks = rest
                if self.reads.digest(read) == said and self._put(site, marks):
                    found: Made = pickle.load(stream)
                    return found
        self.reads.noted = set()
        files, made = make()
        written = {
            address: self.files.write(address, _bytes(content), f"{site}/{address}")
            for address, content in files.items()
        }
        if None not in written.values():
            read = [one.plain for one in self.reads.noted]
            kept = pickle.dumps((made_from, read, self.reads.digest(read), written))
            self.aside.put(key, kept + pickle.dumps(made))
        return made

    def begin(self) -> None:
        """Begin a build, and discard what an unfinished one left aside: its pages may mix states of the data."""
        self.aside.forget()

    def end(self, *, is_sound: bool) -> None:
        """End a build, and keep its results if it is sound."""
        if is_sound:
            self.store.take(self.aside)
        else:
            self.aside.forget()

    def _put(self, site: Path, marks: Mapping[str, Mark]) -> bool:
        return all(self.files.put(address, mark, f"{site}/{address}") for address, mark in marks.items())


def _bytes(content: str | bytes | Path) -> bytes | Path:
    return content.encode() if isinstance(content, str) else content


def shown_lines(dataset: Dataset, page: Page) -> str:
    """Return the digest of the files whose lines a page names; what is read of answers and sources leaves lines out."""
    if page.macro != WITH_LINES:
        return ""
    answers = (dataset.answers.get((place, question)) for place in page.arguments for question in dataset.questions)
    sources = (source for place in page.arguments for source in dataset.sources_of(place))
    digests = {item.document.digest for item in filter(None, answers)} | {item.document.digest for item in sources}
    return digest(*sorted(digests))


class Shared(NamedTuple):
    """The files that every page depends on: the digest of what they hold, and what changes whenever one is saved."""

    digest: str
    stamps: tuple[object, ...]


def shared_files(root: Path, settings: Path, theme: Path) -> Shared:
    """Return the files that every page depends on, as they are now.

    These are the settings and the theme, the templates with their words, the vocabulary and the editions.
    """
    folders = (theme, root / "templates", root / VOCABULARY, root / FOLDER)
    found = (path for folder in folders for path in folder.rglob("*") if not is_aside(path.name))
    files = [path for path in (settings, *found) if path.is_file()]
    stamps = ((path, path.stat()) for path in sorted(files))
    return Shared(
        digest_of_files(root, files), tuple((path, status.st_mtime_ns, status.st_ctime_ns) for path, status in stamps)
    )


def everything(shared: Shared, *settings: str) -> str:
    """Return the digest of all that every page depends on.

    These are this program, the packages that it uses, the `shared_files` and some settings.
    """
    return digest(digest_of_program(), shared.digest, *settings)
