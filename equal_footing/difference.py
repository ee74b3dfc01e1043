"""What a change of the data means: the statements that were added, changed and taken out between two states of it.

Moved lines, other indentation and another order of keys mean nothing, and so they give nothing.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from equal_footing.statements import Statement, Thing

Kind = Literal["added", "removed", "moved", "withdrawn", "changed"]
SHOWN = 160
"""How many characters of a text are shown; of a changed one these are the ones around the change."""
_CONTEXT = 24


@dataclass(frozen=True, slots=True)
class Line:
    """One statement that has changed: its label, and what became of it in words."""

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Change:
    """A thing that was added, removed, moved, withdrawn or changed, with its statements that are different now.

    `before` is the id of a record that has moved, or empty.
    """

    kind: Kind
    thing: Thing
    lines: tuple[Line, ...] = ()
    before: str = ""


def difference(
    old: Mapping[str, Thing], new: Mapping[str, Thing], moved: Mapping[str, str], withdrawn: frozenset[str]
) -> list[Change]:
    """Return what has changed from one state of the data to another, by place and file.

    `moved` says where records of the old state are now, `withdrawn` which ones are; both by `record:<path>`.
    """
    found: list[Change] = []
    came = {target: was for was, target in moved.items() if was in old and was not in new and target in new}
    for key, thing in old.items():
        if key not in new and key not in came.values():
            found.append(Change("withdrawn" if key in withdrawn else "removed", thing))
    for key, thing in new.items():
        if key in came:
            lines = tuple(_lines(old[came[key]], thing))
            found.append(Change("moved", thing, lines, came[key].partition(":")[2]))
        elif key not in old:
            found.append(Change("added", thing, tuple(_told(thing))))
        else:
            lines = tuple(_lines(old[key], thing))
            if lines:
                found.append(Change("changed", thing, lines))
    return sorted(found, key=lambda change: (change.thing.place, change.thing.file, change.thing.id))


def counts(changes: list[Change]) -> dict[str, Counter[tuple[str, Kind]]]:
    """Return for each place how many things of a kind were added, changed and so on: `Law added` twice."""
    counted: dict[str, Counter[tuple[str, Kind]]] = defaultdict(Counter)
    for change in changes:
        counted[change.thing.place][change.thing.kind, change.kind] += 1
    return dict(counted)


def _told(thing: Thing) -> Iterator[Line]:
    """Yield what has a topic of a new thing: the facts of a record, the gist of an answer."""
    for statement in thing.statements:
        if statement.topic:
            yield Line(statement.label, _with_source(statement))


def _lines(old: Thing, new: Thing) -> Iterator[Line]:
    """Yield what a thing says now and did not say, and the other way round."""
    before = {statement.key: statement for statement in old.statements}
    after = {statement.key: statement for statement in new.statements}
    gone = [statement for key, statement in before.items() if key not in after]
    for key, statement in after.items():
        was = before.get(key) or _taken_over(statement, gone, after, before)
        if was is None:
            yield Line(statement.label, f"added: {_with_source(statement)}")
        else:
            yield from _changed(was, statement)
    for statement in gone:
        yield Line(statement.label, f"taken out: {shortened(statement.value)}")


def _taken_over(
    statement: Statement, gone: list[Statement], after: Mapping[str, Statement], before: Mapping[str, Statement]
) -> Statement | None:
    """Take the statement whose place a new one has taken: the only one gone of the topic, for the only new one."""
    if not statement.topic:
        return None
    left = [item for item in gone if item.topic == statement.topic]
    new = [item for key, item in after.items() if item.topic == statement.topic and key not in before]
    if len(left) != 1 or len(new) != 1:
        return None
    gone.remove(left[0])
    return left[0]


def _changed(was: Statement, now: Statement) -> Iterator[Line]:
    details = [
        f"{name}: {_apart(was.details.get(name, ''), now.details.get(name, ''))}"
        for name in dict.fromkeys((*was.details, *now.details))
        if was.details.get(name, "") != now.details.get(name, "")
    ]
    if was.label != now.label:
        details.insert(0, f"before: {was.label}")
    if was.value != now.value:
        source = now.details.get("source", "")
        if source and not any(detail.startswith("source: ") for detail in details):
            details.append(f"source as before: {shortened(source)}")
        yield Line(now.label, "; ".join((_apart(was.value, now.value), *details)))
    elif details:
        yield Line(now.label, "; ".join(details))


def _with_source(statement: Statement) -> str:
    source = statement.details.get("source", "")
    return f"{shortened(statement.value)} [{shortened(source)}]" if source else shortened(statement.value)


def _apart(old: str, new: str) -> str:
    """Return `old → new`; of long texts only what is around the part that differs."""
    if not old:
        return f"added {shortened(new)}"
    if not new:
        return f"taken out {shortened(old)}"
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
    """Return the part of a text between its first and last difference, with some words around it."""
    first, last = max(0, start - _CONTEXT), min(len(text), len(text) - end + _CONTEXT)
    part = shortened(text[first:last])
    return f"{'…' if first else ''}{part}{'…' if last < len(text) and not part.endswith('…') else ''}"


def shortened(text: str) -> str:
    """Return a text on one line, at most `SHOWN` characters of it."""
    line = " ".join(text.split())
    return line if len(line) <= SHOWN else f"{line[: SHOWN - 1].rstrip()}…"
