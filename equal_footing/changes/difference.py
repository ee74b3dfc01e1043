"""What a change of the data means: the statements that were added, changed and taken out between two states of it.

Moved lines, other indentation and another order of keys mean nothing, and so they give nothing.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from equal_footing.changes.plain_words import Place, Said, Statement
from equal_footing.changes.statements import Thing

Kind = Literal["added", "removed", "moved", "withdrawn", "changed", "unreadable"]
SHOWN = 160
"""How many characters of a text are shown; of a changed one these are the ones around the change."""
_CONTEXT = 24
_NOTHING = Said("")


@dataclass(frozen=True, slots=True)
class Line:
    """One statement that has changed: its label, and what became of it in words."""

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Change:
    """A thing that was added, removed, moved, withdrawn or changed, with its statements that are different now.

    Of one that is `unreadable` the old state cannot be read. `before` is a record that has moved, in its old place.
    """

    kind: Kind
    thing: Thing
    lines: tuple[Line, ...] = ()
    before: Thing | None = None


def difference(old: Mapping[str, Thing], new: Mapping[str, Thing], unread: Collection[str] = ()) -> list[Change]:
    """Return what has changed from one state of the data to another, by place and file.

    `unread` are the files of the old state that could not be read, or not as a whole.
    """
    left = {f"record:{_name(key)}": thing for key, thing in new.items() if thing.leads_to is not None}
    homes = {key: f"record:{thing.leads_to}" for key, thing in left.items() if thing.leads_to and key in old}
    came = {home: old[key] for key, home in homes.items() if home not in old}
    found: list[Change] = []
    for key, thing in old.items():
        if key in new or came.get(homes.get(key, "")) is thing:
            continue
        if key in homes and homes[key] in new:
            found.append(Change("moved", new[homes[key]], before=thing))
        elif key in left:
            found.append(Change("withdrawn", thing, tuple(_told(left[key]))))
        else:
            found.append(Change("removed", thing))
    for key, thing in new.items():
        if key in came:
            found.append(Change("moved", thing, tuple(_lines(came[key], thing)), came[key]))
        elif key in old:
            lines = tuple(_lines(old[key], thing))
            found += [Change("changed", thing, lines)] if lines else []
        elif thing.file in unread:
            found.append(Change("unreadable", thing))
        elif thing.leads_to is None or f"record:{_name(key)}" not in old:
            found.append(Change("added", thing, tuple(_told(thing))))
    return sorted(found, key=lambda change: (change.thing.place, change.thing.file, change.thing.id))


def _name(key: str) -> str:
    return key.partition(":")[2]


def _told(thing: Thing) -> Iterator[Line]:
    """Yield what has a topic of a new thing: the facts of a record, the gist of an answer."""
    for statement in thing.statements:
        if statement.topic:
            yield Line(statement.label, _with_source(statement))


# Statements -----------------------------------------------------------------------------------------------------------


def _lines(old: Thing, new: Thing) -> Iterator[Line]:
    """Yield what a thing says now and did not say, and the other way round."""
    before = {statement.key: statement for statement in old.statements}
    after = {statement.key: statement for statement in new.statements}
    gone = [statement for key, statement in before.items() if key not in after]
    came = [statement for key, statement in after.items() if key not in before]
    taken_over = _taken_over(gone, came)
    for key, statement in after.items():
        was = before.get(key) or taken_over.get(key)
        if was is None:
            yield Line(statement.label, f"added: {_with_source(statement)}")
        else:
            yield from _changed(was, statement)
    for statement in gone:
        if statement not in taken_over.values():
            yield Line(statement.label, f"taken out: {shortened(statement.value.words)}")


def _taken_over(gone: list[Statement], came: list[Statement]) -> dict[str, Statement]:
    """Return by the keys of new statements the old ones whose place they take.

    That is one with the same value about the same; else the only one gone of a topic, for the only new one; else one
    with the same value from the same source about something else.
    """
    found: dict[str, Statement] = {}
    ways: tuple[Callable[[Statement], object], ...] = (
        lambda item: (item.topic, _form(item.value)),
        lambda item: item.topic,
        lambda item: (item.topic.split("|")[0], _form(item.value), _form(item.details.get("source", _NOTHING))),
    )
    for way in ways:
        old = [item for item in gone if item.topic and item not in found.values()]
        new = [item for item in came if item.topic and item.key not in found]
        for item in new:
            fitting = [was for was in old if way(was) == way(item)]
            if len(fitting) == 1 and [way(other) for other in new].count(way(item)) == 1:
                found[item.key] = fitting[0]
    return found


def _form(said: Said) -> str:
    return json.dumps(said.meant, ensure_ascii=False, sort_keys=True)


def _changed(was: Statement, now: Statement) -> Iterator[Line]:
    details = [
        _detail(name, was.details.get(name, _NOTHING), now.details.get(name, _NOTHING))
        for name in dict.fromkeys((*now.details, *was.details))
        if was.details.get(name, _NOTHING).meant != now.details.get(name, _NOTHING).meant
    ]
    if was.value.meant != now.value.meant:
        source = now.details.get("source", _NOTHING).words
        is_text = was.value.is_text and now.value.is_text
        if source and not is_text and was.details.get("source", _NOTHING).meant == now.details["source"].meant:
            details.append(f"source as before: {shortened(source)}")
        label = f"{now.label} rewritten" if is_text else now.label
        yield Line(label, "; ".join((_apart(was.value, now.value), *details)))
    elif details:
        told = "the same text" if now.value.is_text else shortened(now.value.words)
        yield Line(now.label, "; ".join((told, *details)))


def _detail(name: str, was: Said, now: Said) -> str:
    if not was.words:
        return f"{name} added: {shortened(now.words)}"
    if not now.words:
        return f"{name} taken out: {shortened(was.words)}"
    if _is_same_source(was, now):
        return f"place in the {name} changed: {was.meant.locator} → {now.words}"
    verb = "rewritten" if was.is_text and now.is_text else "changed"
    return f"{name} {verb}: {_apart(was, now)}"


def _is_same_source(was: Said, now: Said) -> bool:
    """Return whether two citations are of one source, in two places."""
    return isinstance(was.meant, Place) and isinstance(now.meant, Place) and was.meant.source == now.meant.source


def _with_source(statement: Statement) -> str:
    source = statement.details.get("source", _NOTHING).words
    words = shortened(statement.value.words)
    return f"{words} [{shortened(source)}]" if source else words


# Words ----------------------------------------------------------------------------------------------------------------


def _apart(was: Said, now: Said) -> str:
    """Return `old → new`; of long texts only what is around the part that differs."""
    old, new = was.words, now.words
    if old == new:  # they differ in what is not shown
        old, new = ((said.meant if isinstance(said.meant, str) else _form(said)) for said in (was, now))
        old, new = (text.replace("\n", " ¶ ") for text in (old, new))
    if max(len(old), len(new)) <= SHOWN // 2:
        return f"{old} → {new}"
    start = next((at for at, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), min(len(old), len(new)))
    end = next(
        (at for at, (a, b) in enumerate(zip(reversed(old), reversed(new), strict=False)) if a != b),
        min(len(old), len(new)),
    )
    end = min(end, min(len(old), len(new)) - start)
    return f"“{_window(old, start, end)}” → “{_window(new, start, end)}”"


def _window(text: str, start: int, end: int) -> str:
    """Return the part of a text between its first and last difference, in whole words with some around it."""
    first, last = max(0, start - _CONTEXT), min(len(text), len(text) - end + _CONTEXT)
    if first:
        first = text.find(" ", first, start) + 1 or first
    if last < len(text):
        last = max(text.rfind(" ", len(text) - end, last), 0) or last
    part = shortened(text[first:last])
    return f"{'…' if first else ''}{part}{'…' if last < len(text) and not part.endswith('…') else ''}"


def shortened(text: str) -> str:
    """Return a text on one line, at most `SHOWN` characters of it."""
    line = " ".join(text.split())
    return line if len(line) <= SHOWN else f"{line[: SHOWN - 1].rstrip()}…"
