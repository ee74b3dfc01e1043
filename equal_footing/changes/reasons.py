"""Finds values that differ from those of the newest edition and do not say why."""

from collections.abc import Iterator
from typing import Any

from equal_footing.changes import dataset_subjects
from equal_footing.changes.diff import compare
from equal_footing.changes.edition_change import EditionChange
from equal_footing.changes.release_notes import edition_changes
from equal_footing.changes.snapshot import Snapshot
from equal_footing.model.anchors import anchor
from equal_footing.model.dataset import Dataset
from equal_footing.model.messages import Messages
from equal_footing.model.questions import Answer
from equal_footing.model.records import Fact
from equal_footing.reading.documents import Document
from equal_footing.reading.problems import Path, Problem, quote
from equal_footing.statement.facts import Facts
from equal_footing.statement.stated import Stated, time_meaning

_EXPLAINED = frozenset({"corrected", "updated"})
"""The kinds of changes that need a reason; what was withdrawn has one by another rule, and the others need none."""
_ALWAYS = ("former:", "question:", "answer:")
"""How the ids of the subjects begin that are few, and always compared."""


def check(newest: Snapshot | None, dataset: Dataset, words: Messages) -> Iterator[Problem]:
    """Yield a problem for each fact and answer that says something else than in the newest edition, without a reason.

    Only records in which a fact means something else are compared as a whole, which takes long.
    """
    if newest is None:
        return
    differing = [record for record, facts in _now(dataset) if facts != _before(newest, record)]
    now = dataset_subjects.of_records(dataset, words, differing)
    compared = {f"record:{record}" for record in (*differing, *dataset.moved)}
    before = {key: item for key, item in newest.subjects.items() if key in compared or key.startswith(_ALWAYS)}
    for change in edition_changes(compare(before, now), now):
        if change.kind in _EXPLAINED and not change.reason:
            yield _problem(newest.edition, change, dataset)


def _now(dataset: Dataset) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield each record with what its facts mean, by the keys of their properties."""
    facts = Facts(dataset)
    for entry in dataset.entries.values():
        stated = zip(entry.record.facts, facts.of(entry.id), strict=True)
        yield entry.id, {f"fact:{one.anchor}": _meant(one, fact.basis or "") for fact, one in stated}


def _meant(stated: Stated, basis: str) -> tuple[Any, ...]:
    return dataset_subjects.value_meaning(stated), time_meaning(stated.time), basis


def _before(newest: Snapshot, record: str) -> dict[str, Any]:
    """Return what the facts of a record meant in an edition; nothing where it had no such record."""
    subject = newest.subjects.get(f"record:{record}")
    facts = [item for item in subject.properties if item.key.startswith("fact:")] if subject else []
    details = {item.key: (item.detail("time").meaning or {}, item.detail("basis").meant) for item in facts}
    return {item.key: (item.value.meant, *details[item.key]) for item in facts}


def _problem(edition: str, change: EditionChange, dataset: Dataset) -> Problem:
    document, path, item = _place(change, dataset)
    how = "Replace `changed`, which explains an earlier change," if item.changed else "Say why in `changed`,"
    message = (
        f"was {quote(change.old)} in the edition {edition} and is {quote(change.new)} now. {how} with the keys "
        "`kind` (corrected: we were wrong; updated: the world has changed), `on` and `reason`."
    )
    return document.problem(path, message, "change-reason")


def _place(change: EditionChange, dataset: Dataset) -> tuple[Document, Path, Fact | Answer]:
    """Return the file of a fact or an answer, its path there, and the fact or answer itself."""
    entry = dataset.entries.get(change.page)
    if entry is None:
        given = dataset.answers[change.anchor, change.page.rpartition("/")[2]]
        return given.document, (given.question,), given.answer
    found = enumerate(entry.record.facts)
    number, fact = next((number, fact) for number, fact in found if anchor(fact) == change.anchor)
    return entry.document, ("facts", number), fact
