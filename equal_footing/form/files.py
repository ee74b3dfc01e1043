"""Holds the files of `data/` against their form, and puts them into it."""

import json
import os
import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path
from typing import Any

from equal_footing.form import order, trees, writing
from equal_footing.keeping.store import FOLDER, Store, digest, digest_of_files, digest_of_program
from equal_footing.model.dataset import Dataset
from equal_footing.model.loading import load
from equal_footing.model.records import Fact
from equal_footing.model.vocabulary import FOLDER as VOCABULARY
from equal_footing.model.vocabulary import Vocabulary
from equal_footing.model.web_addresses import untracked
from equal_footing.reading.characters import decode, ordinary_signs
from equal_footing.reading.documents import read_bytes
from equal_footing.reading.problems import DataError, Problem, tidy

RULE = "form"
"""The rule of problems of the form, and of files that cannot be written."""


@dataclass(frozen=True, slots=True)
class Fixed:
    """What was done: the files that were rewritten, and the problems for which files were left as they are."""

    files: list[str]
    problems: list[Problem]


def check(dataset: Dataset) -> list[Problem]:
    """Return one problem for each file that is not in its form, at the first line that would change."""
    return [_problem(file, text, formed) for file, text, formed in _differing(dataset)]


def fix(root: Path) -> Fixed:
    """Put every file of `root/data` into its form.

    A file that cannot be read or written, or fits no model, is left as it is, with a problem that says so.

    Raises DataError where the vocabulary, which says how facts are ordered, cannot be read.
    """
    dataset, problems = load(root)
    if dataset is None:
        raise DataError(problems)
    files = []
    for file, text, formed in _differing(dataset):
        if _meaning(text, file) != _meaning(formed, file):
            problem: str | None = "would say something else in its form: a mistake of the program, please report it."
        else:
            problem = _replace(root / file, formed)
        if problem:
            problems.append(Problem(file, 1, 1, "", problem, "form"))
        else:
            files.append(file)
    return Fixed(files, tidy(problems))


def formed(file: str, text: str, facts: list[Fact], vocabulary: Vocabulary) -> str:
    """Return the text of a file in its form; `facts` are those of a record, in the order of the file."""
    root = trees.read(text)
    trees.change(root, mended)
    assert isinstance(root.value, dict)
    listed = root.value.get("facts")
    if listed and facts and isinstance(listed.value, list):
        listed.value = [listed.value[number] for number in order.page_order(facts, vocabulary)]
    order.put_in_order(root, order.model_of(file, root.value))
    return writing.written(root)


def mended(text: str) -> str:
    """Return a text of the data without what can be mended safely: odd spaces, joined letters, marks in addresses."""
    return untracked(ordinary_signs(text))


def _differing(dataset: Dataset) -> Iterator[tuple[str, str, str]]:
    """Yield the files that could be read and are not in their form: name, text, and text in the form."""
    facts = {entry.file: entry.record.facts for entry in dataset.entries.values()}
    kept = Store(dataset.root / FOLDER / "formed")  # one list of all files that were in their form
    words = digest_of_files(dataset.root, (dataset.root / VOCABULARY).rglob("*.yml"))
    key = digest(digest_of_program(), words)
    known, found = set((kept.get(key) or b"").decode().split()), set()
    for path in sorted((dataset.root / "data").rglob("*.yml")):
        file = path.relative_to(dataset.root).as_posix()
        if file in dataset.unread or "/." in file or not path.is_file():
            continue
        raw = path.read_bytes()
        one = digest(file, raw)
        if one not in known:
            text, _ = decode(raw, file)
            there = formed(file, text, facts.get(file, []), dataset.vocabulary)
            if there != text:
                yield file, text, there
                continue
        found.add(one)
    if found != known:
        kept.put(key, "\n".join(sorted(found)).encode())


def _problem(file: str, text: str, formed: str) -> Problem:
    lines, right = text.split("\n"), formed.split("\n")
    row = next(row for row, (line, other) in enumerate(zip_longest(lines, right)) if line != other)
    if row >= len(right) - 1:
        expected = "the end of the file, with one line break"
    else:
        expected = f'"{right[row]}"' if right[row] else "an empty line"
    message = f"is not in the form of the data from here on (expected: {expected}). Run make fix."
    return Problem(file, min(row + 1, len(lines)), 1, "", message, "form")


def _meaning(text: str, file: str) -> Any:
    """Return the data of a file, mended, its facts in an order of their own, and the problems found in it."""
    document, problems = read_bytes(text.encode(), file)
    data = mended_data(document.data) if document else {}
    facts = data.get("facts")
    if isinstance(facts, list):
        data = data | {"facts": sorted(json.dumps(fact, sort_keys=True) for fact in facts)}
    return data, [problem.message for problem in problems]


def mended_data(data: Any) -> Any:
    """Return the data of a file with every text mended."""
    if isinstance(data, str):
        return mended(data)
    if isinstance(data, list):
        return [mended_data(item) for item in data]
    return {key: mended_data(item) for key, item in data.items()}


def _replace(path: Path, text: str) -> str | None:
    """Write a file at once: it is the new one or the old one, never half of one. Returns why it cannot be written."""
    try:
        with tempfile.TemporaryDirectory(dir=path.parent, prefix=".new-") as folder:
            new = Path(folder) / path.name
            new.write_text(text, encoding="utf-8", newline="\n")
            shutil.copymode(path, new)
            os.replace(new, path)
    except OSError as error:
        return f"cannot be written: {error.strerror}."
    return None
