"""What has changed between two snapshots of the data, fact by fact, and the Atom feed of it."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal, get_args
from urllib.parse import quote

from jinja2 import Environment

from equal_footing.changes.snapshot import FactShot, RecordShot, Snapshot
from equal_footing.model.messages import LANGUAGE, Messages

Kind = Literal["corrected", "updated", "withdrawn", "moved", "added"]
KINDS: tuple[Kind, ...] = get_args(Kind)
FEED = "feeds/changes.xml"
"""The address of the feed, from the top of the site."""
NEW_RECORDS_UP_TO = 200
"""How many whole new records the feed names."""
_NEVER_KNOWN = frozenset({"not-found", "not-researched"})
_NOWHERE: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a value has changed, and whether the old one was wrong (`corrected`) or is overtaken (`updated`)."""

    kind: Literal["corrected", "updated"]
    text: str


@dataclass(frozen=True, slots=True)
class Change:
    """One change. With an empty `anchor` it is about a whole record; `reason` is empty where none is given.

    `record`, `title` and `address` are those of the new place, or the last ones of what is withdrawn. `old` and `new`
    are values; of a record that has moved they are its addresses. `source` and `at` belong to the new value, or to the
    old one where there is no new one.
    """

    kind: Kind
    record: str
    title: str
    address: str
    anchor: str
    label: str
    of: str
    time: str
    old: str
    new: str
    reason: str
    source: str
    locator: str


@dataclass(frozen=True, slots=True)
class EditionChanges:
    """An edition with the day on which it came out and what it changed."""

    edition: str
    date: datetime.date
    changes: Sequence[Change]


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """A change as an entry of the feed: `old` and `new` are shown, `link` leads to the fact or record."""

    id: str
    link: str
    edition: str
    updated: str
    change: Change
    old: str
    new: str


Reasons = Mapping[tuple[str, str], Reason]
"""Reasons by the id of the record and the anchor of the fact, which is empty for the whole record."""


def changes(old: Snapshot, new: Snapshot, reasons: Reasons, moved: Mapping[str, str] = _NOWHERE) -> list[Change]:
    """Return what has changed from one snapshot to another: corrections first, then by title and anchor.

    `moved` says where records stand that have left their old place. Where a record has moved to one that was there
    already, that one's old facts stand before those which came to it.
    """
    found: list[Change] = []
    came: dict[str, list[RecordShot]] = defaultdict(list)
    for record, shot in sorted(old.records.items()):
        target = _target(record, moved)
        if record in new.records:
            continue
        if target in new.records:
            came[target].append(shot)
            now = new.records[target]
            found.append(_whole("moved", target, now, reasons, shot.address, now.address))
        else:
            found.append(_whole("withdrawn", record, shot, reasons))
    for record, shot in new.records.items():
        before = [*came[record], *([old.records[record]] if record in old.records else [])]
        if not before:
            found.append(_whole("added", record, shot, reasons))
            continue
        facts = {anchor: fact for one in before for anchor, fact in one.facts.items()}
        found += _facts(record, shot, facts, reasons)
    return sorted(found, key=_order)


def _target(record: str, moved: Mapping[str, str]) -> str:
    seen: set[str] = set()
    while record in moved and record not in seen:
        seen.add(record)
        record = moved[record]
    return record


def _order(change: Change) -> tuple[int, str, str, str, str]:
    return KINDS.index(change.kind), change.title.casefold(), change.anchor, change.record, change.old


def _whole(kind: Kind, record: str, shot: RecordShot, reasons: Reasons, old: str = "", new: str = "") -> Change:
    reason = reasons.get((record, ""))
    told = reason.text if reason else ""
    return Change(kind, record, shot.title, shot.address, "", "", "", "", old, new, told, "", "")


def _facts(record: str, shot: RecordShot, before: Mapping[str, FactShot], reasons: Reasons) -> Iterator[Change]:
    """Yield the changes of a record's facts."""
    for anchor in {**before, **shot.facts}:
        was, now = before.get(anchor), shot.facts.get(anchor)
        reason = reasons.get((record, anchor))
        kind = _kind(was, now, reason)
        fact = now or was
        if kind is None or fact is None:
            continue
        old, new = was.value if was else "", now.value if now else ""
        told = reason.text if reason else ""
        place = (record, shot.title, shot.address, anchor)
        yield Change(kind, *place, fact.label, fact.of, fact.time, old, new, told, fact.source, fact.locator)


def _kind(was: FactShot | None, now: FactShot | None, reason: Reason | None) -> Kind | None:
    """Return how a fact has changed, or None where it says the same.

    Another value for the same time corrects the old one, unless there was none because nobody had found one.
    """
    if was is None:
        return "added"
    if now is None:
        return "withdrawn"
    if was.value == now.value:
        return None
    if reason:
        return reason.kind
    same_time = was.time != "" and was.time == now.time
    return "corrected" if same_time and was.state not in _NEVER_KNOWN else "updated"


def by_record(changes: Iterable[Change]) -> dict[str, list[Change]]:
    """Return changes by the id of their record, in the order in which they come."""
    found: dict[str, list[Change]] = defaultdict(list)
    for change in changes:
        found[change.record].append(change)
    return dict(found)


# Feed -----------------------------------------------------------------------------------------------------------------


def feed(environment: Environment, changes_by_edition: Iterable[EditionChanges], site_url: str, words: Messages) -> str:
    """Return the Atom feed of the changes, the newest edition first.

    `site_url` is the public address of the site, with a slash at its end. Whole new records beyond the first
    `NEW_RECORDS_UP_TO` are left out. Raises ValueError where there is no edition, since a feed needs a date.
    """
    editions = sorted(changes_by_edition, key=lambda item: item.date, reverse=True)
    if not editions:
        raise ValueError("there is no edition, and so no feed of changes")
    return environment.get_template("feeds/changes.xml.j2").render(
        t=words,
        language=LANGUAGE,
        site_url=site_url,
        address=f"{site_url}{FEED}",
        updated=_moment(editions[0].date),
        entries=list(_entries(editions, site_url)),
    )


def _entries(editions: Iterable[EditionChanges], site_url: str) -> Iterator[FeedEntry]:
    new_records = 0
    for item in editions:
        for change in item.changes:
            if change.kind == "added" and not change.anchor:
                new_records += 1
                if new_records > NEW_RECORDS_UP_TO:
                    continue
            yield _entry(item, change, site_url)


def _entry(item: EditionChanges, change: Change, site_url: str) -> FeedEntry:
    """Return the entry of a change; its id stays the same when the change is told in other words."""
    has_moved = change.kind == "moved"
    mark = quote(change.anchor)
    identity = f"{site_url}{change.old if has_moved else change.address}#{mark}@{item.edition}"
    link = f"{site_url}{change.address}{'#' if mark else ''}{mark}"
    old, new = ((f"{site_url}{part}" if has_moved else part) for part in (change.old, change.new))
    return FeedEntry(identity, link, item.edition, _moment(item.date), change, old, new)


def _moment(day: datetime.date) -> str:
    """Return the beginning of a day as RFC 3339 writes it."""
    return f"{day.isoformat()}T00:00:00Z"
