"""Writes a tree as the text of a YAML file.

Mappings and lists are blocks. Only names and lists of words are written on one line, where they fit. A text that does
not fit on its line is folded, and keeps the line breaks with which it was typed as long as these lines fit.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from functools import lru_cache

from yaml.emitter import Emitter

from equal_footing.form.trees import Node, Tree
from equal_footing.reading.documents import misreading

WIDTH = 120
"""The most characters on a line; only what has no space to break at is longer."""
_INDENT = "  "
_WORD = re.compile(r"\w[\w./-]*")
_PLAIN = re.compile(r"[A-Za-z](?:[\w ./()\[\]@,;'&%-]|:(?=[\w/]))*[\w.)\]]")
"""Texts that need no quotation marks outside brackets; PyYAML looks at all others, which takes longer."""
_BREAK = re.compile(r"(?<=[^ ]) (?=[^ ])")
"""A space at which a text can be folded without a change."""
_EMITTER = Emitter(io.StringIO(), allow_unicode=True)


def written(tree: Tree) -> str:
    """Return the text of a file that holds a tree."""
    lines = list(_lines(tree.root, ""))
    if tree.head:
        lines = [*tree.head, "", *lines]
    return "\n".join([*lines, *tree.tail]).rstrip("\n") + "\n"


def _lines(node: Node, indent: str) -> Iterator[str]:
    """Yield the lines of a mapping or a list."""
    if isinstance(node.value, dict):
        for key, child in node.value.items():
            yield from child.above
            yield from _entry(f"{indent}{scalar(key, is_key=True)}:", child, indent)
    elif isinstance(node.value, list):
        for child in node.value:
            yield from child.above
            yield from _item(child, indent)


def _item(node: Node, indent: str) -> Iterator[str]:
    """Yield the lines of a list item; the first key of a mapping goes behind the hyphen."""
    if not isinstance(node.value, dict) or _on_one_line(node) == "{}":
        yield from _entry(f"{indent}-", node, indent)
        return
    first = next(iter(node.value.values()))
    lines = list(_lines(node, indent + _INDENT))
    above, lines = lines[: len(first.above)], lines[len(first.above) :]
    yield from above
    yield f"{indent}- {lines[0].lstrip(' ')}"
    yield from lines[1:]


def _entry(start: str, node: Node, indent: str) -> Iterator[str]:
    """Yield the lines of a key or a hyphen with its value."""
    one_line = _on_one_line(node)
    fits = one_line is not None and len(start) + 1 + len(one_line) <= WIDTH
    if isinstance(node.value, str):
        block = None if fits else _block(node, indent + _INDENT)
        yield f"{start} {block or one_line or _quoted(node.value)}"
    elif fits:
        yield f"{start} {one_line}"
    else:
        yield start
        yield from _lines(node, indent + _INDENT)


def _on_one_line(node: Node) -> str | None:
    """Return a value as it is written on one line, or None for what never is."""
    match node.value:
        case str():
            return None if "\n" in node.value else scalar(node.value)
        case dict() if not node.value:
            return "{}"
        case dict() if node.is_name:
            items = {key: _on_one_line_in_brackets(child) for key, child in node.value.items()}
            if None in items.values():
                return None
            return "{" + ", ".join(f"{scalar(key, is_key=True)}: {text}" for key, text in items.items()) + "}"
        case list():
            words = [child.value for child in node.value if isinstance(child.value, str) and not child.above]
            if len(words) == len(node.value) and all(_WORD.fullmatch(word) and not misreading(word) for word in words):
                return f"[{', '.join(words)}]"
    return None


def _on_one_line_in_brackets(node: Node) -> str | None:
    """Return a text as it is written between brackets, or None for what is never on one line."""
    if not isinstance(node.value, str) or node.above or "\n" in node.value:
        return None
    return scalar(node.value, in_brackets=True)


# Texts --------------------------------------------------------------------------------------------------------------


@lru_cache(maxsize=4096)
def scalar(text: str, is_key: bool = False, in_brackets: bool = False) -> str:
    """Return a text on one line, in quotation marks where a reader of YAML would take it for something else."""
    if " " not in text and misreading(text) and not (is_key and text):
        return _quoted(text)
    if not in_brackets and _PLAIN.fullmatch(text):
        return text
    looks = _EMITTER.analyze_scalar(text)
    return text if (looks.allow_flow_plain if in_brackets else looks.allow_block_plain) else _quoted(text)


def _quoted(text: str) -> str:
    if ('"' in text or "\\" in text) and "\n" not in text:
        return "'" + text.replace("'", "''") + "'"
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'


def _block(node: Node, indent: str) -> str | None:
    """Return a text as a block below its key: folded, or literal where its own lines fit.

    None where a block would not hold the text as it is, or be no shorter.
    """
    assert isinstance(node.value, str)
    text = node.value.removesuffix("\n")
    chomping = "" if text != node.value else "-"
    if text != text.strip(" \n") or (not _BREAK.search(text) and "\n" not in text):
        return None
    room = WIDTH - len(indent)
    lines = text.split("\n")
    if len(lines) > 1 and all(len(line) <= room for line in lines):
        return "\n".join([f"|{chomping}", *(indent + line if line else "" for line in lines)])
    if any(line.startswith(" ") for line in lines):
        return None
    if " ".join(node.lines) == text and all(len(line) <= room for line in node.lines):
        folded = list(node.lines)
    else:
        folded = _filled(lines[0], room)
        for line in lines[1:]:  # a blank line stands for a line break of the text
            folded += ["", *_filled(line, room)]
    return "\n".join([f">{chomping}", *(indent + line if line else "" for line in folded)])


def _filled(text: str, room: int) -> list[str]:
    """Break a text at spaces into lines of at most `room` characters, each as long as can be."""
    lines: list[str] = []
    for word in _BREAK.split(text) if text else ():
        if lines and len(lines[-1]) + 1 + len(word) <= room:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines
