"""Reads a YAML file as a tree that keeps what its data do not hold: comments, and where a folded text breaks.

Only for text that the strict reader (`reading.documents`) takes: one document, no anchors, aliases or tags. It is
written by hand because keys and facts move here: ruamel.yaml hangs a comment on the line before it.
"""

import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml


@dataclass(slots=True)
class Node:
    """A value of a file, with the comment lines above it; a blank line between comments is an empty string.

    `above` of the whole file is its own comment, which a blank line parts from that of its first key. `below` are the
    comments below the last entry of a mapping or list, or below an empty one. `lines` are those of a text that is
    folded (`>`), as they are typed, without indentation. `is_name` marks what has its own words in each language.
    """

    value: str | list["Node"] | dict[str, "Node"]
    above: list[str]
    below: list[str] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)
    is_name: bool = False


@dataclass(frozen=True, slots=True)
class _Comment:
    """A comment; or a blank line, with an empty text and the column of the comment below it, or -1."""

    row: int
    column: int
    text: str
    is_inline: bool = False


def read(text: str) -> Node:
    """Read the text of a YAML file as a tree."""
    return _TreeBuilder(text).file()


def change(node: Node, write: Callable[[str], str]) -> None:
    """Write every text of a tree anew; keys and comments stay as they are."""
    if isinstance(node.value, str):
        node.value, node.lines = write(node.value), [write(line) for line in node.lines]
        return
    for child in node.value.values() if isinstance(node.value, dict) else node.value:
        change(child, write)


def tidy(lines: list[str]) -> list[str]:
    """Return comment lines with at most one blank line in a row; blank lines alone count for nothing."""
    if not any(lines):
        return []
    return [line for line, before in zip(lines, ["x", *lines], strict=False) if line or before]


class _Nodes(yaml.CBaseLoader):
    """Reads the nodes of a file without their tags, which nothing here needs."""

    def descend_resolver(self, node: Any, index: Any) -> None:
        """Do nothing: the place of a node matters to its tag alone."""

    def ascend_resolver(self) -> None:
        """Do nothing, likewise."""

    def resolve(self, kind: Any, value: Any, implicit: Any) -> str:
        """Return no tag."""
        return ""


class _TreeBuilder:
    """Builds one tree; holds the comments that are still without a node, the last first."""

    def __init__(self, text: str) -> None:
        self.lines = text.rstrip("\n").split("\n")
        self.source: Any = yaml.compose(text, Loader=_Nodes)
        self.comments = list(_comments(self.lines, self.source)) if "#" in text else []
        self.last: Node | None = None

    def file(self) -> Node:
        """Return the tree of the whole file."""
        end = len(self.lines)
        root = self._node(self.source, [], -1, end)
        root.below += self._take(end, -2)
        first = next(iter(root.value.values()), None) if isinstance(root.value, dict) else None
        if first:
            begin = len(first.above) - [*reversed(first.above), ""].index("")
            root.above, first.above = [*root.above, *first.above[:begin]], first.above[begin:]
        return root

    def _node(self, source: Any, above: list[str], around: int, end: int) -> Node:
        """Return the node of a value; what holds it begins at the column `around`, what follows it on the row `end`."""
        node = self.last = Node("", above)
        if isinstance(source, yaml.ScalarNode):
            node.value = _nfc(source.value)
            if source.style == ">":
                node.lines = [_nfc(line).strip(" ") for line in self.lines[_rows(source)] if line.strip(" ")]
            return node
        is_mapping = isinstance(source, yaml.MappingNode)
        pairs = source.value if is_mapping else [(item, item) for item in source.value]
        rows = [begin.start_mark.line for begin, _ in pairs]
        ends = [*rows[1:], source.end_mark.line if source.flow_style else end]
        column = source.start_mark.column
        entries = []
        for (_, value), row, below in zip(pairs, rows, ends, strict=False):
            comments = self._take(row, -2)
            if self.comments and self.comments[-1].row == row:
                comments.append(self.comments.pop().text)
            entries.append(self._node(value, comments, column, below))
        keys = (_nfc(key.value) for key, _ in pairs)
        node.value = dict(zip(keys, entries, strict=True)) if is_mapping else entries
        node.below = self._take(end, around)
        return node

    def _take(self, row: int, around: int) -> list[str]:
        """Take the comments above a row that are indented beyond a column; an inline one goes above its own entry."""
        taken: list[str] = []
        while self.comments and self.comments[-1].row < row and self.comments[-1].column > around:
            comment = self.comments.pop()
            lines = self.last.above if comment.is_inline and self.last else taken
            lines.append(comment.text)
        return tidy(taken)


def _nfc(text: str) -> str:
    """Return a text as the strict reader takes it."""
    return unicodedata.normalize("NFC", text)


def _comments(lines: list[str], source: Any) -> Iterator[_Comment]:
    """Yield the comments and blank lines of a file, from the last to the first."""
    left = list(lines)  # and what is of a text is crossed out
    for scalar in _scalars(source):
        _cross_out(left, scalar)
    column = -1
    for row, rest in reversed(list(enumerate(left))):
        before, sign, comment = rest.partition("#")
        if not rest.strip():
            yield _Comment(row, column, "")
        elif sign:
            column = -1 if before.strip() else len(before)
            is_inline = bool(before.strip(" -"))  # behind a hyphen alone it is above what follows
            yield _Comment(row, len(before), f"#{comment.rstrip()}", is_inline)
        else:
            column = -1


def _scalars(source: yaml.Node) -> Iterator[yaml.ScalarNode]:
    if isinstance(source, yaml.ScalarNode):
        yield source
        return
    for child in source.value:
        for node in child if isinstance(child, tuple) else (child,):
            yield from _scalars(node)


def _rows(scalar: yaml.Node) -> slice:
    """Return the rows of a block scalar below its `>` or `|`."""
    end = scalar.end_mark
    return slice(scalar.start_mark.line + 1, end.line + (end.column > 0))


def _cross_out(lines: list[str], scalar: yaml.ScalarNode) -> None:
    """Put an x in the place of each character of a text, and on the empty lines within it."""
    first, last = scalar.start_mark.line, scalar.end_mark.line
    if scalar.style in {">", "|"}:
        rows = range(len(lines))[_rows(scalar)]
        while rows and not lines[rows[-1]].strip():
            rows = rows[:-1]  # blank lines below a text are none of its own
        for row in rows:
            lines[row] = "x"
        return
    for row in range(first, last + 1):
        line = lines[row]
        begin = scalar.start_mark.column if row == first else 0
        end = scalar.end_mark.column if row == last else len(line)
        lines[row] = line[:begin] + "x" * max(end - begin, row < last) + line[end:]
