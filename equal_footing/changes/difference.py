"""Compares two states of the data: the things and statements that were added, changed and removed.

What is compared is the meaning, never the words: other line breaks, another order of keys and another label in the
vocabulary change nothing but the vocabulary itself.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, Literal

from equal_footing.changes.things import Content, Statement, Thing

ChangeType = Literal["added", "removed", "moved", "withdrawn", "changed", "unreadable"]


@dataclass(frozen=True, slots=True)
class StatementChange:
    """A statement before and after; None where there was none or is none any more."""

    before: Statement | None
    after: Statement | None


@dataclass(frozen=True, slots=True)
class Change:
    """A thing before and after, with its statements that differ; None where there was no such thing or is none.

    `after` is what replaces a record that was withdrawn. Of a thing that is `unreadable` the old state cannot be read.
    """

    type: ChangeType
    before: Thing | None
    after: Thing | None
    statements: tuple[StatementChange, ...] = ()

    @property
    def thing(self) -> Thing:
        """The thing as it is now, or as it was last."""
        thing = self.before if self.type in {"removed", "withdrawn"} else self.after
        assert thing is not None
        return thing


def difference(old: Mapping[str, Thing], new: Mapping[str, Thing], unread: Collection[str] = ()) -> list[Change]:
    """Return what has changed from one state of the data to another, by place and file.

    `unread` are the files of the old state that could not be read, or not as a whole. Where a record has moved to one
    that was there already, that one's old statements take precedence over those that came to it.
    """
    left = {f"record:{thing.name}": thing for thing in new.values() if thing.leads_to is not None}
    names = _Names.of(old, new)
    old = {names.thing_id(key): thing for key, thing in old.items()}
    found: list[Change] = []
    came: dict[str, list[Thing]] = defaultdict(list)
    for key, thing in old.items():
        home = f"record:{left[key].leads_to}" if key in left else ""
        if key in new:
            continue
        if home in new:
            came[home].append(thing)
        elif key in left:
            found.append(Change("withdrawn", thing, left[key]))
        else:
            found.append(Change("removed", thing, None))
    for key, thing in new.items():
        before = [*came[key], *([old[key]] if key in old else [])] if key in came or key in old else []
        statements = tuple(_changed(before, thing, names)) if before else ()
        if key in came:
            held = () if key in old else statements
            found += [Change("moved", one, thing, held if number == 0 else ()) for number, one in enumerate(came[key])]
        if key in old:
            found += [Change("changed", old[key], thing, statements)] if statements else []
        elif not before and thing.file in unread:
            found.append(Change("unreadable", None, thing))
        elif not before and (thing.leads_to is None or f"record:{thing.name}" not in old):
            found.append(Change("added", None, thing))
    return sorted(found, key=lambda change: (change.thing.place, change.thing.file, change.thing.id))


# Statements -----------------------------------------------------------------------------------------------------------


def _changed(old: list[Thing], new: Thing, names: _Names) -> Iterator[StatementChange]:
    """Yield the statements of a thing that differ, and those with the same meaning under another key."""
    if len(old) == 1 and old[0].statements == new.statements:
        return
    before = {statement.key: statement for thing in old for statement in names.statements(thing)}
    after = {statement.key: statement for statement in names.statements(new)}
    gone = [statement for key, statement in before.items() if key not in after]
    replaced = _replaced(gone, [statement for key, statement in after.items() if key not in before])
    for key, statement in after.items():
        was = before.get(key) or replaced.get(key)
        if was is None or was.key != key or differs(was, statement):
            yield StatementChange(was, statement)
    for statement in gone:
        if statement not in replaced.values():
            yield StatementChange(statement, None)


def differs(before: Statement, after: Statement, names: Collection[str] | None = None) -> bool:
    """Return whether two statements differ in their value, or in one of their details; `names` limits the details."""
    if names is None:
        names = before.details.keys() | after.details.keys()
    return before.value.meant != after.value.meant or any(
        before.detail(name).meant != after.detail(name).meant for name in names
    )


def _replaced(gone: list[Statement], came: list[Statement]) -> dict[str, Statement]:
    """Return by the keys of new statements the old ones that they replace.

    That is one with the same value about the same; else the only one gone of a topic, for the only new one; else one
    with the same value from the same source about something else.
    """
    found: dict[str, Statement] = {}
    ways: tuple[Callable[[Statement], object], ...] = (
        lambda item: (item.topic, meaning(item.value)),
        lambda item: item.topic,
        lambda item: (item.topic.split("|")[0], meaning(item.value), meaning(item.detail("source"))),
    )
    for way in ways:
        old = [item for item in gone if item.topic and item not in found.values()]
        new = [item for item in came if item.topic and item.key not in found]
        for item in new:
            fitting = [was for was in old if way(was) == way(item)]
            if len(fitting) == 1 and [way(other) for other in new].count(way(item)) == 1:
                found[item.key] = fitting[0]
    return found


def meaning(content: Content) -> str:
    """Return what is compared of some content as one line of JSON."""
    return json.dumps(content.meant, ensure_ascii=False, sort_keys=True)


# Names ----------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Names:
    """The new ids of records that have moved, and the new keys of sources that have another one."""

    records: Mapping[str, str]
    sources: Mapping[str, str]
    links: re.Pattern[str]

    @classmethod
    def of(cls, old: Mapping[str, Thing], new: Mapping[str, Thing]) -> _Names:
        """Read from two states what has moved, and which sources are the same in all but their key."""
        records = {thing.name: thing.leads_to for thing in new.values() if thing.leads_to}
        gone, came = (
            {
                _all_but_key(thing): thing.name
                for key, thing in one.items()
                if key.startswith("source:") and key not in other
            }
            for one, other in ((old, new), (new, old))
        )
        sources = {gone[same]: came[same] for same in gone.keys() & came.keys()}
        return cls(records, sources, re.compile(rf"/({'|'.join(map(re.escape, records)) or '(?!)'})(?=[/#)])"))

    def thing_id(self, key: str) -> str:
        """Return the id of a thing under the new keys of sources."""
        sort, _, name = key.partition(":")
        return f"source:{self.sources.get(name, name)}" if sort == "source" else key

    def statements(self, thing: Thing) -> Iterator[Statement]:
        """Yield the statements of a thing under the new names."""
        for statement in thing.statements:
            sort, colon, name = statement.key.partition(":")
            details = {name: self._content(content) for name, content in statement.details.items()}
            key = f"{sort}{colon}{self.records.get(name, name)}"
            yield replace(statement, key=key, value=self._content(statement.value), details=details)

    def _content(self, content: Content) -> Content:
        return content if content.meaning is None else replace(content, meaning=self._renamed(content.meaning))

    def _renamed(self, part: Any, key: str = "") -> Any:
        if isinstance(part, dict):
            return {name: self._renamed(item, name) for name, item in part.items()}
        if isinstance(part, list):
            return [self._renamed(item) for item in part]
        if not isinstance(part, str):
            return part
        if key == "source":
            return self.sources.get(part, part)
        return self.records.get(part) or self.links.sub(lambda link: f"/{self.records[link[1]]}", part)


def _all_but_key(thing: Thing) -> str:
    """Return what is said of a source but for its key and the list that holds it."""
    said = [(item.key, item.value.meant) for item in thing.statements if item.key not in {"key", "list"}]
    return json.dumps(said, ensure_ascii=False, sort_keys=True)
