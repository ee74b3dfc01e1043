"""Keeps that parts of the data passed the check, with what is odd about them: they need not be checked again."""

import pickle
from collections.abc import Iterable
from dataclasses import dataclass

from equal_footing.check import parts
from equal_footing.check.doubts import PlacedDoubt
from equal_footing.check.parts import Part
from equal_footing.keeping.store import NOTHING, Store, digest, digest_of_program
from equal_footing.model.dataset import Dataset
from equal_footing.model.values import newest_day
from equal_footing.model.vocabulary import FOLDER
from equal_footing.reading.documents import Document


@dataclass(frozen=True)
class Passes:
    """The parts of a dataset that passed; `seen` is the digest of all that every rule may see of the whole.

    A part is known by its files. With it is kept what its rules asked for elsewhere: if that is answered in another
    way now, the part has to be checked again.
    """

    dataset: Dataset
    store: Store
    seen: str

    def doubts(self, part: Part) -> list[PlacedDoubt] | None:
        """Return what is odd about a part, or None if it is not known to pass."""
        kept = self.store.get(self._key(part))
        if kept is None:
            return None
        asked, answers, found = pickle.loads(kept)
        doubts: list[PlacedDoubt] = found
        return doubts if parts.answers(self.dataset, asked) == answers else None

    def keep(self, part: Part, doubts: list[PlacedDoubt]) -> None:
        """Keep that a part has passed, with what is odd about it."""
        asked = list(part.asked)
        self.store.put(self._key(part), pickle.dumps((asked, parts.answers(self.dataset, asked), doubts)))

    def _key(self, part: Part) -> str:
        return digest(self.seen, *(word for file in sorted(part.files.items()) for word in file))


def of(dataset: Dataset, kept: Store = NOTHING, documents: Iterable[Document] = ()) -> Passes:
    """Return the parts of a dataset that passed, as `kept` knows them; `documents` are all files of the data."""
    words = (
        part
        for document in documents
        if document.file.startswith(f"{FOLDER}/")
        for part in (document.file, document.digest)
    )
    days = (str(dataset.today()), str(newest_day()))
    return Passes(dataset, kept, digest(digest_of_program(), *days, parts.seen_by_all(dataset), *words))
