"""What has changed from edition to edition, and since the newest one: fact by fact, with reasons, for readers.

A changed value either corrects the old one (we were wrong) or updates it (the world has changed). A new source for the
same value does not count as a change.
"""

import datetime
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import Literal

from pydantic import TypeAdapter

from equal_footing.changes import snapshot
from equal_footing.changes.dataset_subjects import GIST, PART_OF_VALUE, subjects
from equal_footing.changes.diff import Change, compare, differs
from equal_footing.changes.edition_change import KINDS, EditionChange, EditionChangeKind
from equal_footing.changes.editions import CHANGES, Editions, naming
from equal_footing.changes.snapshot import VERSION, Snapshot, validated
from equal_footing.changes.subjects import NOTHING, Content, Property, Subject
from equal_footing.model import successors, text, things
from equal_footing.model.address_list import FOLDER
from equal_footing.model.dataset import Dataset
from equal_footing.model.fixed_words import NOT_FOUND, NOT_RESEARCHED
from equal_footing.model.messages import Messages

_NEVER_KNOWN = frozenset({NOT_FOUND, NOT_RESEARCHED})


@dataclass(frozen=True, slots=True)
class Release:
    """An edition with the day on which it was published and what it changed, worked out once when it was made."""

    version: Literal[1]
    edition: str
    date: datetime.date
    changes: list[EditionChange]


_FORM = TypeAdapter(Release)
ChangesOfEdition = tuple[str, datetime.date | None, list[EditionChange]]
"""An edition with its day and its changes; without a name and a day, the changes since the newest one."""


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

    def of_record(self, record: str) -> list[ChangesOfEdition]:
        """Return what has changed in one record, the newest first."""
        return self._by_record.get(record, [])

    @cached_property
    def _by_record(self) -> dict[str, list[ChangesOfEdition]]:
        listed: list[ChangesOfEdition] = [("", None, self.pending)]
        listed += [(item.edition, item.date, item.changes) for item in self.editions]
        found: dict[str, list[ChangesOfEdition]] = {}
        for edition, day, changes in listed:
            of_edition: dict[str, list[EditionChange]] = {}
            for change in changes:
                of_edition.setdefault(change.page, []).append(change)
            for record, its in of_edition.items():
                found.setdefault(record, []).append((edition, day, its))
        return found

    def before(self, changed: Collection[str]) -> "History":
        """Return what is known of the history before some pages, which have changed, are compared with the newest."""
        unchanged = {page: day for page, day in self.unchanged.items() if page not in changed}
        return replace(self, unchanged=unchanged, is_unchanged=self.is_unchanged and not changed)


def release(before: Snapshot | None, now: Snapshot) -> Release:
    """Return an edition with what it changed; the first one changed nothing."""
    changes = edition_changes(compare(before.subjects, now.subjects), now.subjects) if before else []
    return Release(VERSION, now.edition, now.date, changes)


def write(found: Release, path: Path) -> None:
    """Write what an edition changed to a file; raises OSError when the file cannot be written."""
    path.write_bytes(_FORM.dump_json(found, indent=1, exclude_defaults=True) + b"\n")


def read(path: Path) -> Release:
    """Read what an edition changed; raises ValueError for a file that says something else, and OSError."""
    return validated(_FORM, path.read_bytes(), "a list of changes")


def history(root: Path, kept: Editions, dataset: Dataset, words: Messages) -> History:
    """Read what each edition changed, and compare the data with the newest; empty where there is no edition.

    An edition that is being made is the newest, so that its pages say what it has changed. Raises ValueError when a
    file of an edition cannot be read.
    """
    newest = kept.newest
    releases = [_with_pages_of_today(_of_edition(root, name), dataset) for name in reversed(kept.names)]
    if kept.frozen:
        taken = snapshot.take(subjects(dataset, words), kept.frozen, kept.day, newest)
        return History([release(newest, taken), *releases], [], taken.unchanged_since, True)
    if newest is None:
        return History()
    found = compare(newest.subjects, now := subjects(dataset, words))
    touched = {change.subject.page for change in found}
    here = {subject.page for subject in now.values()} - touched
    unchanged = {page: day for page, day in newest.unchanged_since.items() if page in here}
    return History(releases, edition_changes(found, now), unchanged, not found)


def _of_edition(root: Path, name: str) -> Release:
    with naming(name, CHANGES):
        return read(root / FOLDER / name / CHANGES)


def _with_pages_of_today(item: Release, dataset: Dataset) -> Release:
    """Return what an edition changed with the pages that show it now: some may have moved since."""
    places = ((change, successors.page_now(dataset, change.page)) for change in item.changes)
    changes = [
        change if now == change.page else replace(change, page=now, former=change.cited) for change, now in places
    ]
    return replace(item, changes=changes)


def edition_changes(found: Iterable[Change], new: Mapping[str, Subject]) -> list[EditionChange]:
    """Return the differences that readers see, corrections first, then by title and anchor.

    `new` are the subjects of the newer state.
    """
    told: list[EditionChange] = []
    for change in found:
        sort, _, name = change.subject.id.partition(":")
        if change.before and change.before.thing and change.type in {"moved", "withdrawn", "removed"}:
            told.append(_ended(change, change.before, new))
        if sort == "record":
            told += _record(change)
        elif sort == "question" and change.type == "added":
            told.append(_whole("added", change.subject))
        elif sort == "answer" and (question := new.get(f"question:{name.rpartition('/')[2]}")):
            told += _answer(change, question)
    whole = {change.page for change in told if change.kind == "added" and not change.anchor}
    return sorted((change for change in told if not change.anchor or change.page not in whole), key=_order)


def _order(change: EditionChange) -> tuple[int, str, str, str, str]:
    return KINDS.index(change.kind), change.title.casefold(), change.anchor, change.page, change.old


# Records --------------------------------------------------------------------------------------------------------------


def _record(change: Change) -> Iterator[EditionChange]:
    if change.type == "added":
        yield _whole("added", change.subject)
    if change.type in {"moved", "changed"}:
        former = change.before.page if change.type == "moved" and change.before else ""
        for one in change.properties:
            for found in _fact(change.subject, one.before, one.after):
                has_former = former and found.kind != "added"
                yield replace(found, former=f"{former}/#{found.anchor}") if has_former else found


def _whole(kind: EditionChangeKind, subject: Subject) -> EditionChange:
    return EditionChange(kind, subject.page, subject.title)


def _ended(change: Change, before: Subject, now: Mapping[str, Subject]) -> EditionChange:
    """Return that something with an address of its own has moved or was withdrawn, by itself or with its place."""
    page, _, anchor = things.page(change.subject.thing).partition("#")
    if change.type == "moved":
        old, new = things.address(before.thing), things.address(change.subject.thing)
        return EditionChange("moved", page, change.subject.title, anchor, old=old, new=new)
    left = change.after if change.after and change.after.properties else now.get(f"former:{page.split('/')[0]}")
    said = {one.key: one.value for one in left.properties} if left else dict[str, Content]()
    reason, on = said.get("reason", NOTHING).words, _day(said.get("withdrawn", NOTHING).meant)
    return EditionChange("withdrawn", page, before.title, anchor, reason=reason, on=on)


def _fact(subject: Subject, before: Property | None, after: Property | None) -> Iterator[EditionChange]:
    """Yield how a fact has changed; under another anchor one fact is withdrawn and another one added."""
    left = after
    before, after = (one if one and _is_current_fact(one) else None for one in (before, after))
    if before and after and before.key != after.key:
        yield from _fact(subject, before, None)
        yield from _fact(subject, None, after)
        return
    fact = after or before
    if fact is None or (before and after and not differs(before, after, PART_OF_VALUE)):
        return
    kind, reason, on = _reason(*(one.detail("changed") if one else NOTHING for one in (before, after)))
    if left and not after and (now := left.detail("moved_to").meant):
        yield _moved(subject, left, now)
        return
    if left and not after:
        reason, on = left.detail("note").words, _day(left.value.meant["withdrawn"])
    old, new = before.value.words if before else "", after.value.words if after else ""
    if before and after and old == new:
        old, new = (_with_details(one, before, after) for one in (before, after))
    yield EditionChange(
        kind=kind or _kind(before, after),
        page=subject.page,
        title=subject.title,
        anchor=fact.key.removeprefix("fact:"),
        **{key: fact.detail(key).words for key in ("field", "label", "time", "source")},
        old=old,
        new=new,
        reason=reason,
        on=on,
    )


def _moved(subject: Subject, left: Property, now: str) -> EditionChange:
    """Return that a fact has moved to another record, which has it at the same anchor."""
    anchor = left.key.removeprefix("fact:")
    return EditionChange(
        kind="moved",
        page=now,
        title=left.detail("moved_to").words,
        anchor=anchor,
        **{key: left.detail(key).words for key in ("field", "label", "time", "source")},
        old=f"{subject.page}/#{anchor}",
        new=f"{now}/#{anchor}",
        reason=left.detail("note").words,
        on=_day(left.value.meant["withdrawn"]),
    )


def _is_current_fact(item: Property) -> bool:
    return item.key.startswith("fact:") and not item.value.meant["withdrawn"]


def _kind(before: Property | None, after: Property | None) -> EditionChangeKind:
    """Return the kind of a change for which no reason is given.

    Another value for the same time corrects the old one, unless there was none because nobody had found one.
    """
    if before is None:
        return "added"
    if after is None:
        return "withdrawn"
    time = before.detail("time")
    is_same_time = time.words != "" and time.meant == after.detail("time").meant
    return "corrected" if is_same_time and before.value.meant["missing"] not in _NEVER_KNOWN else "updated"


def _reason(before: Content, after: Content) -> tuple[EditionChangeKind | None, str, datetime.date | None]:
    """Return kind, reason and day that the data give for a change; None and nothing if they give no new reason."""
    if not after.meaning or before == after:
        return None, "", None
    return after.meaning["kind"], text.plain(after.meaning["reason"]), _day(after.meaning["on"])


def _day(written: str) -> datetime.date | None:
    return datetime.date.fromisoformat(written) if written else None


def _with_details(item: Property, before: Property, after: Property) -> str:
    """Return a value with the details in which it differs, where the words of the value are the same."""
    names = [name for name in PART_OF_VALUE if before.detail(name).meant != after.detail(name).meant]
    details = "; ".join(words for name in names if (words := item.detail(name).words))
    return f"{item.value.words} ({details})" if details else item.value.words


# Answers --------------------------------------------------------------------------------------------------------------


def _answer(change: Change, question: Subject) -> Iterator[EditionChange]:
    """Yield how the answer of a country to a question has changed; its grounds may change without it."""
    before, after = (
        {one.key: one for one in subject.properties} if subject else {} for subject in (change.before, change.after)
    )
    if all(_value(before, key).meant == _value(after, key).meant for key in GIST):
        return
    kind, reason, on = _reason(*(_value(said, "changed") for said in (before, after)))
    said = after or before
    yield EditionChange(
        kind=kind or ("updated" if before and after else "added" if after else "withdrawn"),
        page=question.page,
        title=question.title,
        anchor=change.subject.name.partition("/")[0],
        label=change.subject.place,
        old=_answer_in_words(before),
        new=_answer_in_words(after),
        reason=reason,
        on=on,
        source=next((said[key].detail("source").words for key in ("text", "positions", "note") if key in said), ""),
    )


def _value(said: Mapping[str, Property], key: str) -> Content:
    return said[key].value if key in said else NOTHING


def _answer_in_words(said: Mapping[str, Property]) -> str:
    return ": ".join(said[key].value.words for key in GIST if key in said)


def pages_of(dataset: Dataset, files: Collection[str]) -> set[str]:
    """Return the pages of the records and questions that some files hold or answer."""
    records = {entry.id for entry in dataset.entries.values() if entry.file in files}
    questions = {entry.id for entry in dataset.questions.values() if entry.document.file in files}
    answered = {answer.question for answer in dataset.answers.values() if answer.document.file in files}
    return records | {f"{things.COMPARE}/{question}" for question in questions | answered}
