"""Keeps on disk what the files of the data were read as, by their content: to read it anew takes ten times as long."""

import pickle
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from equal_footing.keeping.store import FOLDER, Store, digest, digest_of_program
from equal_footing.reading import documents
from equal_footing.reading.documents import Document, Found


def store(root: Path) -> Store:
    """Return where the documents of a project are kept."""
    return Store(root / FOLDER / "documents")


@dataclass(frozen=True)
class KeptDocuments:
    """Reads bytes as `documents.read_bytes` does; those without a problem are kept."""

    store: Store

    def read_bytes(self, raw: bytes, name: str) -> Found:
        """Return what some bytes hold as YAML, and the problems of a file with this name."""
        content = sha256(raw).hexdigest()
        key = digest(digest_of_program(), content)
        kept = self.store.get(key)
        if kept is not None:
            return Document(name, *pickle.loads(kept)), []
        document, problems = documents.read_bytes(raw, name)
        if document and not problems:
            self.store.put(key, pickle.dumps((document.data, document.digest, document.positions)))
        return document, problems
