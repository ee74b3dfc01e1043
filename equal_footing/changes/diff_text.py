"""Words a change of a subject as lines of text: what was added, changed and taken out, and from which source."""

from collections.abc import Iterator
from dataclasses import dataclass

from equal_footing.changes.diff import Change, meaning
from equal_footing.changes.model_properties import label
from equal_footing.changes.subjects import Content, Property

SHOWN = 160
"""How many characters of a text are shown; of a changed one these are the ones around the change."""
_CONTEXT = 24


@dataclass(frozen=True, slots=True)
class Line:
    """One property that has changed: its title, and what became of it in words."""

    title: str
    text: str


def lines(change: Change) -> list[Line]:
    """Return a line for each property that has changed; of a new subject only facts and key properties."""
    if change.type in {"added", "withdrawn"} and change.after:
        return [Line(item.title, _with_source(item)) for item in change.after.properties if item.topic]
    return [line for one in change.properties for line in _line(one.before, one.after)]


def _line(before: Property | None, after: Property | None) -> Iterator[Line]:
    if before and after:
        yield from _changed(before, after)
    elif after:
        yield Line(after.title, f"added: {_with_source(after)}")
    elif before:
        yield Line(before.title, f"taken out: {shortened(before.value.words)}")


def _changed(was: Property, now: Property) -> Iterator[Line]:
    """Yield the line of a property that differs; none where it only has another key."""
    details = [
        _detail(label(name), was.detail(name), now.detail(name))
        for name in dict.fromkeys((*now.details, *was.details))
        if was.detail(name).meant != now.detail(name).meant
    ]
    is_text = was.value.is_text and now.value.is_text
    if was.value.meant != now.value.meant:
        source = now.detail("source").words
        if source and not is_text and was.detail("source").meant == now.detail("source").meant:
            details.append(f"source as before: {shortened(source)}")
        title = f"{now.title} rewritten" if is_text else now.title
        yield Line(title, "; ".join((_apart(was.value, now.value), *details)))
    elif details:
        told = "the same text" if is_text else shortened(now.value.words)
        yield Line(now.title, "; ".join((told, *details)))


def _detail(name: str, was: Content, now: Content) -> str:
    if not was.words:
        return f"{name} added: {shortened(now.words)}"
    if not now.words:
        return f"{name} taken out: {shortened(was.words)}"
    match was.meant, now.meant:
        case {"source": old, "locator": locator}, {"source": new} if old == new:
            return f"place in the {name} changed: {locator} → {now.words}"
    verb = "rewritten" if was.is_text and now.is_text else "changed"
    return f"{name} {verb}: {_apart(was, now)}"


def _with_source(item: Property) -> str:
    source, words = item.detail("source").words, shortened(item.value.words)
    return f"{words} [{shortened(source)}]" if source else words


# Words ----------------------------------------------------------------------------------------------------------------


def _apart(was: Content, now: Content) -> str:
    """Return `old → new`; of long texts only what is around the part that differs."""
    old, new = was.words, now.words
    if old == new:  # they differ in what is not shown
        old, new = (item.meant if isinstance(item.meant, str) else meaning(item) for item in (was, now))
        old, new = (text.replace("\n", " ¶ ") for text in (old, new))
    shorter, longer = sorted((len(old), len(new)))
    if longer <= SHOWN // 2:
        return f"{old} → {new}"
    start = _length_shared(old, new)
    end = min(_length_shared(old[::-1], new[::-1]), shorter - start)
    return f"“{_window(old, start, end)}” → “{_window(new, start, end)}”"


def _length_shared(old: str, new: str) -> int:
    """Return how many characters two texts have in common at their beginning."""
    return next((at for at, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), min(len(old), len(new)))


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
