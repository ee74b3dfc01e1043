"""Reads a YAML file as a tree that keeps what its data do not hold: comments, and where a folded text breaks.

Only for text that the strict reader (`reading.documents`) takes: one document, no anchors, aliases or tags.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml


@dataclass(slots=True)
class Node:
    """A value of a file, with the comment lines and blank lines above it.

    `lines` are those of a text that is folded (`>`), as they are typed, without indentation. `is_name` marks what has
    its own words in each language.
    """

    value: str | list[Node] | dict[str, Node]
    above: list[str] = field(default_factory=list)
    lines: tuple[str, ...] = ()
    is_name: bool = False


@dataclass(slots=True)
class Tree:
    """A file: the comment at its top, its data, and the comment at its end."""

    head: list[str]
    root: Node
    tail: list[str]


@dataclass(frozen=True, slots=True)
class _Remark:
    """A comment line or a blank line; `beside` where the comment stands behind something on its line."""

    row: int
    text: str
    beside: bool = False


def read(text: str) -> Tree:
    """Read the text of a YAML file as a tree."""
    return _TreeBuilder(text).tree()


class _TreeBuilder:
    """Builds one tree; holds the comments that are still without a node."""

    def __init__(self, text: str) -> None:
        self.lines = text.rstrip("\n").split("\n")
        self.events: list[Any] = list(yaml.parse(text, Loader=yaml.CLoader))
        self.remarks = list(_remarks(self.lines, self.events))[::-1] if "#" in text else []
        self.last: Node | None = None

    def tree(self) -> Tree:
        """Return the tree of the whole file."""
        events = (event for event in self.events if isinstance(event, yaml.NodeEvent | yaml.CollectionEndEvent))
        root = self._node(next(events), events)
        tail = _tidy([remark.text for remark in self.remarks[::-1]])
        first = next(iter(root.value.values()), None) if isinstance(root.value, dict) else None
        head: list[str] = []
        if first:
            head, first.above = _parted(first.above)
        return Tree(head, root, tail)

    def _node(self, event: Any, events: Iterator[Any]) -> Node:
        node = Node("")
        if isinstance(event, yaml.MappingStartEvent):
            node.value = {}
            while not isinstance(key := next(events), yaml.MappingEndEvent):
                node.value[_nfc(key.value)] = self._entry(key, next(events), events)
        elif isinstance(event, yaml.SequenceStartEvent):
            node.value = []
            while not isinstance(item := next(events), yaml.SequenceEndEvent):
                node.value.append(self._entry(item, item, events))
        else:
            node.value = _nfc(event.value)
            if event.style == ">":
                rows = self.lines[event.start_mark.line + 1 : event.end_mark.line]
                node.lines = tuple(_nfc(line).strip(" ") for line in rows if line.strip(" "))
        return node

    def _entry(self, begin: Any, event: Any, events: Iterator[Any]) -> Node:
        """Return the node of a key or list item that begins with an event, with the comments above it."""
        above = self._above(begin.start_mark.line)
        entry = self.last = Node("", above)
        node = self._node(event, events)
        entry.value, entry.lines = node.value, node.lines
        return entry

    def _above(self, row: int) -> list[str]:
        """Take the comments that stand above a row, or beside what begins on it."""
        found = []
        while self.remarks and (
            self.remarks[-1].row < row or (self.remarks[-1].row == row and self.remarks[-1].beside)
        ):
            remark = self.remarks.pop()
            if remark.beside and remark.row < row and self.last:
                self.last.above.append(remark.text)
            else:
                found.append(remark.text)
        return _tidy(found)


def _nfc(text: str) -> str:
    """Return a text as the strict reader takes it."""
    return unicodedata.normalize("NFC", text)


def _remarks(lines: list[str], events: list[Any]) -> Iterator[_Remark]:
    """Yield the comments and blank lines of a file, in order."""
    left = list(lines)  # and what is of a text is crossed out
    for event in events:
        if isinstance(event, yaml.ScalarEvent):
            _cross_out(left, event)
    for row, rest in enumerate(left):
        if "#" in rest:
            before, _, comment = rest.partition("#")
            indent = " " * (len(rest) - len(rest.lstrip()))
            yield _Remark(row, f"{indent}#{comment.rstrip()}", bool(before.strip()))
        elif not rest.strip():
            yield _Remark(row, "")


def _cross_out(lines: list[str], event: Any) -> None:
    """Put an x in the place of each character of a text, and on the empty lines within it."""
    first, last = event.start_mark.line, event.end_mark.line
    if event.style in {">", "|"}:
        while last > first + 1 and (last > len(lines) or not lines[last - 1].strip()):
            last -= 1  # blank lines below a text are none of its own
        lines[first + 1 : last] = ["x"] * (last - first - 1)
        return
    for row in range(first, last + 1):
        line = lines[row]
        begin = event.start_mark.column if row == first else 0
        end = event.end_mark.column if row == last else len(line)
        lines[row] = line[:begin] + "x" * max(end - begin, row < last) + line[end:]


def _tidy(lines: list[str]) -> list[str]:
    """Return comment lines with at most one blank line in a row; blank lines alone count for nothing."""
    if not any(lines):
        return []
    return [line for line, before in zip(lines, ["x", *lines], strict=False) if line or before]


def _parted(lines: list[str]) -> tuple[list[str], list[str]]:
    """Part the lines above the first key: the comment of the file, up to a blank line, and that of the key."""
    begin = next((number for number, line in enumerate(lines) if line), 0)
    end = next((number for number, line in enumerate(lines) if not line and number > begin), len(lines))
    return lines[begin:end], lines[end + 1 :]
