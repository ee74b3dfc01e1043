"""Compares two states of the data: the subjects and properties that were added, changed and removed.

What is compared is the meaning, never the words: other line breaks, another order of keys and another label in the
vocabulary change nothing but the vocabulary itself.
"""

import json
import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, Literal

from equal_footing.changes.subjects import Content, Property, Subject
from equal_footing.model import things

ChangeType = Literal["added", "removed", "moved", "withdrawn", "changed", "unreadable"]


@dataclass(frozen=True, slots=True)
class PropertyChange:
    """A property before and after; None where there was none or is none any more."""

    before: Property | None
    after: Property | None


@dataclass(frozen=True, slots=True)
class Change:
    """A subject before and after, with its properties that differ; None where there was no such subject or is none.

    `after` is what replaces something that was withdrawn; `before` what was left of something that is back and is
    `added`. Of a subject that is `unreadable` the old state is unknown.
    """

    type: ChangeType
    before: Subject | None
    after: Subject | None
    properties: tuple[PropertyChange, ...] = ()

    @property
    def subject(self) -> Subject:
        """The subject as it is now, or as it was last."""
        subject = self.before if self.type in {"removed", "withdrawn"} else self.after
        assert subject is not None
        return subject


def compare(old: Mapping[str, Subject], new: Mapping[str, Subject], unread: Collection[str] = ()) -> list[Change]:
    """Return what has changed from one state of the data to another, by place and file.

    `unread` are the files of the old state that could not be read, or not as a whole. Where a record has moved to one
    that was there already, that one's old properties take precedence over those that came to it.
    """
    former = {subject.name: subject for subject in new.values() if subject.moved_to is not None}
    left_before = {subject.name: subject for subject in old.values() if subject.moved_to is not None}
    old, new = _with_new_names(old, new)
    now = {subject.thing: key for key, subject in new.items() if subject.thing and subject.moved_to is None}
    found: list[Change] = []
    came: dict[str, list[Subject]] = defaultdict(list)
    for key, subject in old.items():
        if key in new or (subject.moved_to is not None and subject.name in now):  # what was gone is back
            continue
        left = former.get(subject.thing) if subject.moved_to is None else None
        if left and left.moved_to in now:
            came[now[left.moved_to]].append(subject)
        elif left:
            found.append(Change("withdrawn", subject, left))
        else:
            found.append(Change("removed", subject, None))
    was = {subject.thing for subject in old.values() if subject.moved_to is None}
    for key, subject in new.items():
        before = [*came.get(key, ()), *([old[key]] if key in old else [])]
        properties = tuple(_changed(before, subject)) if before else ()
        if key in old:
            found += [Change("moved", one, subject) for one in came.get(key, ())]
            found += [Change("changed", old[key], subject, properties)] if properties else []
        elif before:
            found += [Change("moved", one, subject, () if number else properties) for number, one in enumerate(before)]
        elif subject.file in unread:
            found.append(Change("unreadable", None, subject))
        elif subject.moved_to is None or subject.name not in was:
            found.append(Change("added", left_before.get(subject.thing) if subject.moved_to is None else None, subject))
    return sorted(found, key=lambda change: (change.subject.place, change.subject.file, change.subject.id))


# Properties -----------------------------------------------------------------------------------------------------------


def _changed(old: list[Subject], new: Subject) -> Iterator[PropertyChange]:
    """Yield the properties of a subject that differ, and those with the same meaning under another key."""
    if len(old) == 1 and old[0].properties == new.properties:
        return  # nearly all are as they were
    before = {item.key: item for subject in old for item in subject.properties}
    after = {item.key: item for item in new.properties}
    gone = [item for key, item in before.items() if key not in after]
    replaced = _replaced(gone, [item for key, item in after.items() if key not in before])
    for key, item in after.items():
        was = before.get(key) or replaced.get(key)
        if was is None or was.key != key or differs(was, item):
            yield PropertyChange(was, item)
    for item in gone:
        if item not in replaced.values():
            yield PropertyChange(item, None)


def differs(before: Property, after: Property, names: Collection[str] | None = None) -> bool:
    """Return whether two properties differ in their value, or in one of their details; `names` limits the details."""
    if names is None:
        names = before.details.keys() | after.details.keys()
    return before.value.meant != after.value.meant or any(
        before.detail(name).meant != after.detail(name).meant for name in names
    )


def _replaced(gone: list[Property], came: list[Property]) -> dict[str, Property]:
    """Return by the keys of new properties the old ones that they replace.

    That is one of the same topic with the same value; else the only one gone of a topic, for the only new one; else one
    with the same field, value and source under another label.
    """
    found: dict[str, Property] = {}
    ways: tuple[Callable[[Property], object], ...] = (
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


@dataclass(frozen=True)
class _NewNames:
    """The present names of things that have moved, and the present keys of renamed sources, by the former ones."""

    names: Mapping[str, str]
    sources: Mapping[str, str]

    def subject(self, subject: Subject) -> Subject:
        """Return a subject with these names in the place of the former ones."""
        properties = []
        for item in subject.properties:
            sort, colon, name = item.key.partition(":")
            details = {name: self._content(detail) for name, detail in item.details.items()}
            key = f"{sort}{colon}{self.names.get(name, name)}"
            properties.append(replace(item, key=key, value=self._content(item.value), details=details))
        return replace(subject, properties=tuple(properties))

    def key(self, key: str) -> str:
        """Return the key of a source or an answer under its present name, that of any other subject as it is."""
        sort, _, name = key.partition(":")
        if sort == "source":
            return f"source:{self.sources.get(name, name)}"
        if sort != "answer":
            return key
        place, _, question = name.partition("/")
        asked = self.names.get(f"{things.QUESTIONS}/{question}", question).rpartition("/")[2]
        return f"answer:{self.names.get(place, place)}/{asked}"

    def _content(self, content: Content) -> Content:
        return replace(content, meaning=self._meaning(content.meaning))

    def _meaning(self, part: Any, key: str = "") -> Any:
        match part:
            case dict():
                return {name: self._meaning(item, name) for name, item in part.items()}
            case list():
                return [self._meaning(item) for item in part]
            case str() if key == "source":
                return self.sources.get(part, part)
            case str():
                return self.names.get(part) or self._links.sub(lambda link: f"/{self._pages[link[1]]}", part)
        return part

    @cached_property
    def _pages(self) -> dict[str, str]:
        return {things.page(name): things.page(now) for name, now in self.names.items()}

    @cached_property
    def _links(self) -> re.Pattern[str]:
        return re.compile(rf"/({'|'.join(map(re.escape, self._pages)) or '(?!)'})(?=[/#)])")


def _with_new_names(
    old: Mapping[str, Subject], new: Mapping[str, Subject]
) -> tuple[Mapping[str, Subject], Mapping[str, Subject]]:
    """Return both states with the present names of things that have moved, and the present keys of renamed sources.

    A source is renamed where another one says the same in all but its key and the list that holds it.
    """
    names = {subject.name: subject.moved_to for subject in new.values() if subject.moved_to}
    gone, came = (
        {_without_key(one[key]): one[key].name for key in one.keys() - other.keys() if key.startswith("source:")}
        for one, other in ((old, new), (new, old))
    )
    sources = {gone[same]: came[same] for same in gone.keys() & came.keys()}
    if not names and not sources:
        return old, new
    now = _NewNames(names, sources)
    renamed = {now.key(key): now.subject(item) for key, item in old.items()}
    return renamed, {key: now.subject(item) for key, item in new.items()}


def _without_key(subject: Subject) -> str:
    said = [(item.key, item.value.meant) for item in subject.properties if item.key not in {"key", "list"}]
    return json.dumps(said, ensure_ascii=False, sort_keys=True)
