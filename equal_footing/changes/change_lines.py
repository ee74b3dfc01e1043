"""A change of a thing as lines for people: what was added, changed and taken out, and from which source."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from equal_footing.changes.difference import Change, meaning
from equal_footing.changes.things import Content, Statement, Thing

SHOWN = 160
"""How many characters of a text are shown; of a changed one these are the ones around the change."""
_CONTEXT = 24


@dataclass(frozen=True, slots=True)
class Line:
    """One statement that has changed: its label, and what became of it in words."""

    label: str
    text: str


def lines(change: Change) -> list[Line]:
    """Return a change statement by statement; of a new thing only the facts or the gist."""
    if change.type in {"added", "withdrawn"} and change.after:
        return list(_new(change.after))
    return [line for one in change.statements for line in _line(one.before, one.after)]


def _new(thing: Thing) -> Iterator[Line]:
    for statement in thing.statements:
        if statement.topic:
            yield Line(statement.label, _with_source(statement))


def _line(before: Statement | None, after: Statement | None) -> Iterator[Line]:
    if before and after:
        yield from _changed(before, after)
    elif after:
        yield Line(after.label, f"added: {_with_source(after)}")
    elif before:
        yield Line(before.label, f"taken out: {shortened(before.value.words)}")


def _changed(was: Statement, now: Statement) -> Iterator[Line]:
    details = [
        _detail(name, was.detail(name), now.detail(name))
        for name in dict.fromkeys((*now.details, *was.details))
        if was.detail(name).meant != now.detail(name).meant
    ]
    if was.value.meant != now.value.meant:
        source = now.detail("source").words
        is_text = was.value.is_text and now.value.is_text
        if source and not is_text and was.detail("source").meant == now.detail("source").meant:
            details.append(f"source as before: {shortened(source)}")
        label = f"{now.label} rewritten" if is_text else now.label
        yield Line(label, "; ".join((_apart(was.value, now.value), *details)))
    elif details:
        told = "the same text" if now.value.is_text else shortened(now.value.words)
        yield Line(now.label, "; ".join((told, *details)))


def _detail(name: str, was: Content, now: Content) -> str:
    if not was.words:
        return f"{name} added: {shortened(now.words)}"
    if not now.words:
        return f"{name} taken out: {shortened(was.words)}"
    if _is_same_source(was, now):
        return f"place in the {name} changed: {was.meant['locator']} → {now.words}"
    verb = "rewritten" if was.is_text and now.is_text else "changed"
    return f"{name} {verb}: {_apart(was, now)}"


def _is_same_source(was: Content, now: Content) -> bool:
    """Return whether two citations are of one source, in two places."""
    cited = [content.meant.get("source") if isinstance(content.meant, dict) else None for content in (was, now)]
    return cited[0] is not None and cited[0] == cited[1]


def _with_source(statement: Statement) -> str:
    source = statement.detail("source").words
    words = shortened(statement.value.words)
    return f"{words} [{shortened(source)}]" if source else words


# Words ----------------------------------------------------------------------------------------------------------------


def _apart(was: Content, now: Content) -> str:
    """Return `old → new`; of long texts only what is around the part that differs."""
    old, new = was.words, now.words
    if old == new:  # they differ in what is not shown
        old, new = ((content.meant if isinstance(content.meant, str) else meaning(content)) for content in (was, now))
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
