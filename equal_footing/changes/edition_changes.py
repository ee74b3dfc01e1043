"""What has changed from edition to edition, and since the newest one, as readers are told: fact by fact, with reasons.

A changed value either corrects the old one (we were wrong) or updates it (the world has changed). Another source of the
same value is no change here.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal, get_args

from pydantic import TypeAdapter

from equal_footing.changes.difference import Change, StatementChange, difference, differs
from equal_footing.changes.editions import CHANGES, Editions
from equal_footing.changes.snapshot import VERSION, Snapshot, validated
from equal_footing.changes.statements_of_facts import PART_OF_VALUE
from equal_footing.changes.things import NOTHING, Content, Statement, Thing
from equal_footing.changes.things_from_data import GIST, things
from equal_footing.model.address_list import FOLDER
from equal_footing.model.dataset import Dataset
from equal_footing.model.fixed_words import NOT_FOUND, NOT_RESEARCHED
from equal_footing.model.messages import Messages

EditionChangeKind = Literal["corrected", "updated", "withdrawn", "moved", "added"]
KINDS: tuple[EditionChangeKind, ...] = get_args(EditionChangeKind)
_NEVER_KNOWN = frozenset({NOT_FOUND, NOT_RESEARCHED})
_REASON = "reason given"


@dataclass(frozen=True, slots=True)
class EditionChange:
    """One change. With an empty `anchor` it is about a whole record; `reason` is empty where none is given.

    `record` is its page (`compare/<question>` for answers); `title` and `address` are those of the new place, or the
    last ones of what is withdrawn. `old` and `new` are values in words; of a record that has moved they are its
    addresses. `source`, with its locator, belongs to the new value, or to the old one where there is no new one.
    """

    kind: EditionChangeKind
    record: str
    title: str
    address: str
    anchor: str = ""
    label: str = ""
    of: str = ""
    time: str = ""
    old: str = ""
    new: str = ""
    reason: str = ""
    source: str = ""

    @property
    def link(self) -> str:
        """The address of what has changed, with its anchor; what was withdrawn has only its page."""
        return self.address if self.kind == "withdrawn" or not self.anchor else f"{self.address}#{self.anchor}"

    @property
    def meant(self) -> str:
        """Which value has changed: field, label and time."""
        return ", ".join(part for part in (self.label, self.of, self.time) if part)


@dataclass(frozen=True, slots=True)
class Release:
    """An edition with the day on which it was published and what it changed, worked out once when it was made."""

    version: Literal[1]
    edition: str
    date: datetime.date
    changes: list[EditionChange]


_FORM = TypeAdapter(Release)


@dataclass(frozen=True)
class History:
    """The changes of every edition, the newest first, and those since the newest.

    `unchanged` holds the pages of records and questions that say what they said in the newest edition, with the day
    since when; with `is_unchanged` nothing in the data has changed since then.
    """

    editions: list[Release] = field(default_factory=list)
    pending: list[EditionChange] = field(default_factory=list)
    unchanged: Mapping[str, datetime.date] = field(default_factory=dict)
    is_unchanged: bool = False

    def of_record(self, record: str) -> list[tuple[str, datetime.date | None, list[EditionChange]]]:
        """Return what has changed in one record, the newest first: edition (empty for since then), day, changes."""
        all_changes: list[tuple[str, datetime.date | None, list[EditionChange]]] = [("", None, self.pending)]
        all_changes += [(item.edition, item.date, item.changes) for item in self.editions]
        found = [
            (edition, day, [one for one in changes if one.record == record]) for edition, day, changes in all_changes
        ]
        return [item for item in found if item[2]]


def release(before: Snapshot | None, now: Snapshot) -> Release:
    """Return an edition with what it changed; the first one changed nothing."""
    changes = edition_changes(difference(before.things, now.things), now.things) if before else []
    return Release(VERSION, now.edition, now.date, changes)


def write(found: Release, path: Path) -> None:
    """Write what an edition changed to a file; raises OSError when the file cannot be written."""
    path.write_bytes(_FORM.dump_json(found, indent=1, exclude_defaults=True) + b"\n")


def history(root: Path, kept: Editions, dataset: Dataset, words: Messages) -> History:
    """Read what each edition changed, and compare the data with the newest; empty where there is no edition.

    Raises ValueError when a file of an edition cannot be read.
    """
    newest = kept.newest
    if newest is None:
        return History()
    paths = [root / FOLDER / name / CHANGES for name in reversed(kept.names)]
    releases = [validated(_FORM, path.read_bytes(), path, "a list of changes") for path in paths]
    found = difference(newest.things, now := things(dataset, words))
    touched = {change.thing.page for change in found}
    here = {thing.page for thing in now.values()} - touched
    unchanged = {page: day for page, day in newest.changed.items() if page in here}
    return History(releases, [] if kept.frozen else edition_changes(found, now), unchanged, not found)


def edition_changes(found: Iterable[Change], new: Mapping[str, Thing]) -> list[EditionChange]:
    """Return the differences of which readers are told, corrections first, then by title and anchor.

    `new` are the things of the newer state.
    """
    told: list[EditionChange] = []
    for change in found:
        sort, _, name = change.thing.id.partition(":")
        if sort == "record":
            told += _record(change)
        elif sort == "question" and change.type != "changed":
            told.append(_whole("added" if change.type == "added" else "withdrawn", change.thing))
        elif sort == "answer" and (question := new.get(f"question:{name.rpartition('/')[2]}")):
            told += _answer(change, question)
    whole = {change.record for change in told if change.kind == "added" and not change.anchor}
    return sorted((change for change in told if not change.anchor or change.record not in whole), key=_order)


def _order(change: EditionChange) -> tuple[int, str, str, str, str]:
    return KINDS.index(change.kind), change.title.casefold(), change.anchor, change.record, change.old


# Records --------------------------------------------------------------------------------------------------------------


def _record(change: Change) -> Iterator[EditionChange]:
    match change.type:
        case "added":
            yield _whole("added", change.thing)
        case "removed" | "withdrawn":
            said = change.after.statements if change.after else ()
            reason = next((one.value.words for one in said if one.key == "reason"), "")
            yield _whole("withdrawn", change.thing, reason=reason)
        case "moved":
            assert change.before is not None
            yield _whole("moved", change.thing, old=f"{change.before.page}/", new=f"{change.thing.page}/")
    if change.type in {"moved", "changed"}:
        for one in change.statements:
            yield from _fact(change.thing, one)


def _whole(kind: EditionChangeKind, thing: Thing, **words: str) -> EditionChange:
    return EditionChange(kind, thing.page, thing.title, f"{thing.page}/", **words)


def _fact(thing: Thing, change: StatementChange) -> Iterator[EditionChange]:
    """Yield how a fact has changed; under another anchor one fact is withdrawn and another one added."""
    before, after = (one if one and _is_current_fact(one) else None for one in (change.before, change.after))
    if before and after and before.key != after.key:
        yield from _fact(thing, StatementChange(before, None))
        yield from _fact(thing, StatementChange(None, after))
        return
    fact = after or before
    if fact is None or (before and after and not differs(before, after, PART_OF_VALUE)):
        return
    reason = _reason(*(one.detail(_REASON) if one else NOTHING for one in (before, after)))
    old, new = before.value.words if before else "", after.value.words if after else ""
    if before and after and old == new:
        old, new = (_with_details(one, before, after) for one in (before, after))
    yield EditionChange(
        kind=_kind(before, after, reason),
        record=thing.page,
        title=thing.title,
        address=f"{thing.page}/",
        anchor=fact.key.removeprefix("fact:"),
        label=fact.detail("field").words,
        of=fact.detail("what").words,
        time=fact.detail("time").words,
        old=old,
        new=new,
        reason=reason.get("reason", ""),
        source=fact.detail("source").words,
    )


def _is_current_fact(statement: Statement) -> bool:
    return statement.key.startswith("fact:") and not statement.value.meant["withdrawn"]


def _kind(before: Statement | None, after: Statement | None, reason: Mapping[str, Any]) -> EditionChangeKind:
    """Return the kind of a change.

    Another value for the same time corrects the old one, unless there was none because nobody had found one.
    """
    if before is None:
        return "added"
    if after is None:
        return "withdrawn"
    if reason:
        return "corrected" if reason["kind"] == "corrected" else "updated"
    time = before.detail("time")
    is_same_time = time.words != "" and time.meant == after.detail("time").meant
    return "corrected" if is_same_time and before.value.meant["missing"] not in _NEVER_KNOWN else "updated"


def _reason(before: Content, after: Content) -> Mapping[str, Any]:
    """Return the reason for a change: `kind`, `on`, `reason`; empty where none is given, or only an earlier one."""
    reason: Mapping[str, Any] = {} if before == after else after.meaning or {}
    return reason


def _with_details(statement: Statement, before: Statement, after: Statement) -> str:
    """Return a value with the details in which it differs, where the words of the value are the same."""
    names = [name for name in PART_OF_VALUE if before.detail(name).meant != after.detail(name).meant]
    details = "; ".join(words for name in names if (words := statement.detail(name).words))
    return f"{statement.value.words} ({details})" if details else statement.value.words


# Answers --------------------------------------------------------------------------------------------------------------


def _answer(change: Change, question: Thing) -> Iterator[EditionChange]:
    """Yield how the answer of a country to a question has changed; its grounds may change without it."""
    before, after = (
        {one.key: one for one in thing.statements} if thing else {} for thing in (change.before, change.after)
    )
    if all(_meant(before, key) == _meant(after, key) for key in GIST):
        return
    reason = _reason(*(said["changed"].value if "changed" in said else NOTHING for said in (before, after)))
    kind: EditionChangeKind = reason.get("kind", "updated") if before and after else "added" if after else "withdrawn"
    said = after or before
    yield EditionChange(
        kind=kind,
        record=question.page,
        title=question.title,
        address=f"{question.page}/",
        anchor=change.thing.name.partition("/")[0],
        label=change.thing.place,
        old=_answer_in_words(before),
        new=_answer_in_words(after),
        reason=reason.get("reason", ""),
        source=next((said[key].detail("source").words for key in ("text", "positions", "note") if key in said), ""),
    )


def _meant(said: Mapping[str, Statement], key: str) -> Any:
    return said[key].value.meant if key in said else None


def _answer_in_words(said: Mapping[str, Statement]) -> str:
    return ": ".join(said[key].value.words for key in GIST if key in said)
