"""Two states of the data held against each other: the data as they are, and as they were at a commit."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from equal_footing.changes.baseline import Baseline, digests
from equal_footing.changes.difference import Change, difference
from equal_footing.changes.difference_text import Report
from equal_footing.changes.plain_words import Reader
from equal_footing.changes.statements import things
from equal_footing.model import messages
from equal_footing.model.dataset import Dataset

SHORT = 8
"""How many digits of a commit are shown."""


def report(root: Path, base: str, was: Baseline, new: Dataset) -> Report:
    """Return what has changed in the data under `root` since a commit, which was asked for as `base`."""
    words = messages.load(root)
    old = Reader(was.dataset, _moved(new), _other_keys(was.dataset, new))
    changes = difference(things(was.dataset, words, old), things(new, words), was.dataset.unread)
    if was.is_borrowed:
        changes = [change for change in changes if not change.thing.id.startswith("word:")]
    short = was.commit[:SHORT]
    against = f"{short}, where the history left {base}" if was.is_earlier else f"{base} ({short})"
    return Report(against, changes, _reshaped(was.files, digests(root), changes), len(was.problems), was.is_borrowed)


def _moved(new: Dataset) -> dict[str, str]:
    """Return where records stand now that have moved."""
    return {record: new.resolve(record) for record in new.moved}


def _other_keys(old: Dataset, new: Dataset) -> dict[str, str]:
    """Return the new keys of sources that are the same in all but their key."""
    came = {entry.source.model_dump_json(): key for key, entry in new.sources.items() if key not in old.sources}
    gone = {key: entry.source.model_dump_json() for key, entry in old.sources.items() if key not in new.sources}
    return {key: came[source] for key, source in gone.items() if source in came}


def _reshaped(old: Mapping[str, str], new: Mapping[str, str], changes: list[Change]) -> list[str]:
    """Return the files that read otherwise without saying anything else."""
    told = {thing.file for change in changes for thing in (change.thing, change.before) if thing}
    return sorted(file for file in old.keys() & new.keys() if old[file] != new[file] and file not in told)
