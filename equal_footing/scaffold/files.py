"""Reads the project before something new is written into it, and writes that whole or not at all."""

from __future__ import annotations

import tempfile
from pathlib import Path

from equal_footing.model.dataset import Dataset
from equal_footing.model.loading import load
from equal_footing.scaffold.errors import ScaffoldError


def loaded(root: Path) -> Dataset:
    """Return the data as they are, with problems or without.

    Raises ScaffoldError where there is no data or its vocabulary cannot be read.
    """
    if not (root / "data").is_dir():
        raise ScaffoldError(f"{root} has no folder data/. Call this in the project's folder.")
    dataset, problems = load(root)
    if dataset is None:
        raise ScaffoldError(f"the vocabulary cannot be read: {problems[0]}")
    return dataset


def write(root: Path, target: Path, files: dict[str, str]) -> None:
    """Write a folder of files, or one file (its name is empty), at once: what stands in `data/` is never half of it."""
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
        raise ScaffoldError(f"{target} cannot be written: {error.strerror}.") from error
