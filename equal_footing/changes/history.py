"""What has changed from edition to edition, and since the newest one.

What an edition changed is worked out once, when it is made, and kept with it: reasons that stand in the data may be
overtaken later.
"""

from __future__ import annotations

import datetime
import json
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from equal_footing.changes import editions
from equal_footing.changes.changes import Change, EditionChanges, Reason, Reasons, changes
from equal_footing.changes.editions import Editions
from equal_footing.changes.snapshot import Snapshot
from equal_footing.model.anchors import anchor
from equal_footing.model.dataset import Dataset

FILE = "changes.json"
_SHAPE = TypeAdapter(list[Change])


@dataclass(frozen=True)
class History:
    """The changes of every edition, the newest first, and those since the newest."""

    editions: list[EditionChanges] = field(default_factory=list)
    pending: list[Change] = field(default_factory=list)

    def of_record(self, record: str) -> list[tuple[str, datetime.date | None, list[Change]]]:
        """Return what has changed in one record, the newest first: edition (empty for since then), day, changes."""
        found: list[tuple[str, datetime.date | None, list[Change]]] = [("", None, _of(self.pending, record))]
        found += [(item.edition, item.date, _of(item.changes, record)) for item in self.editions]
        return [item for item in found if item[2]]


def _of(found: object, record: str) -> list[Change]:
    assert isinstance(found, list)
    return [change for change in found if change.record == record]


def load(root: Path, kept: Editions, now: Snapshot, dataset: Dataset) -> History:
    """Read what the editions changed, and compare the data with the newest; raises ValueError for a damaged file."""
    told = [EditionChanges(shot.edition, shot.date, read(root, shot.edition)) for shot in reversed(kept.shots)]
    newest = kept.newest
    pending = changes(newest, now, reasons(dataset), moved(dataset)) if newest and not kept.frozen else []
    return History(told, pending)


def read(root: Path, edition: str) -> list[Change]:
    """Return what an edition changed; raises ValueError when its file is damaged, and the first one has none."""
    path = root / editions.FOLDER / edition / FILE
    if not path.is_file():
        return []
    try:
        return _SHAPE.validate_json(path.read_bytes())
    except ValidationError as error:
        raise ValueError(f"{path}: is not a list of changes. {error.errors(include_url=False)[0]['msg']}.") from error


def write(folder: Path, found: list[Change]) -> None:
    """Write what an edition changed into its folder."""
    text = json.dumps([asdict(change) for change in found], ensure_ascii=False, indent=1)
    (folder / FILE).write_text(f"{text}\n", encoding="utf-8")


def reasons(dataset: Dataset) -> Reasons:
    """Return the reasons that the data give for changed values."""
    found: dict[tuple[str, str], Reason] = {}
    for entry in dataset.entries.values():
        for fact in entry.record.current:
            if fact.changed:
                found[entry.id, anchor(fact)] = Reason(fact.changed.kind, fact.changed.reason)
    for answer in dataset.answers.values():
        if answer.answer.changed:
            question = dataset.questions[answer.question].address.rstrip("/")
            found[question, answer.place] = Reason(answer.answer.changed.kind, answer.answer.changed.reason)
    return found


def moved(dataset: Dataset) -> Mapping[str, str]:
    """Return where records stand that have moved."""
    return {record: item.moved_to for record, (item, _) in dataset.moved.items()}


def without_reason(found: list[Change]) -> dict[str, list[Change]]:
    """Return the changed values for which the data give no reason, by record."""
    missing: dict[str, list[Change]] = defaultdict(list)
    for change in found:
        if change.kind in {"corrected", "updated"} and not change.reason:
            missing[change.record].append(change)
    return dict(missing)
