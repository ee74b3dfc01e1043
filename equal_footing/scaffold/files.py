"""Reads the data before something new is added to them, and writes new files all or nothing."""

import tempfile
from pathlib import Path

from equal_footing.model import kept_documents
from equal_footing.model.dataset import Dataset
from equal_footing.model.loading import load
from equal_footing.reading.problems import CommandError


def loaded(root: Path) -> Dataset:
    """Return the data, even if they have problems.

    Raises CommandError when there is no folder `data/` or the vocabulary cannot be read.
    """
    if not (root / "data").is_dir():
        raise CommandError(f"{root} has no folder data/. Call this in the project's folder.")
    dataset, problems = load(root, kept_documents.store(root))
    if dataset is None:
        raise CommandError(f"the vocabulary cannot be read: {problems[0]}")
    return dataset


def write(root: Path, target: Path, files: dict[str, str]) -> None:
    """Write a folder of files, or one file (with an empty name), through a temporary folder: `data/` never has a part.

    Raises CommandError when it cannot be written.
    """
    try:
        with tempfile.TemporaryDirectory(dir=root / "data", prefix=".new-") as temporary:
            new = Path(temporary) / target.name
            for file, text in files.items():
                path = new / file if file else new
                path.parent.mkdir(exist_ok=True)
                path.write_text(text, encoding="utf-8")
            target.parent.mkdir(exist_ok=True)
            new.rename(target)
    except OSError as error:
        raise CommandError(f"{target} cannot be written: {error.strerror}.") from error
