"""Writes a tree as the text of a YAML file.

Mappings and lists are blocks. Only names and lists of words are written on one line, where they fit. A text that does
not fit on its line is folded, and keeps the line breaks with which it was typed as long as these lines fit.
"""

import io
import re
from collections.abc import Iterator
from functools import lru_cache

from yaml.emitter import Emitter

from equal_footing.form.trees import Node, tidy
from equal_footing.reading.characters import SUSPECT, spelt_out
from equal_footing.reading.misreadings import misreading
from equal_footing.reading.syntax import conflict

WIDTH = 120
"""The most characters on a line; only what has no space to break at is longer."""
_INDENT = "  "
_WORD = re.compile(r"\w[\w./-]*")
_PLAIN = re.compile(r"[A-Za-z](?:[\w ./()\[\]@,;'&%-]|:(?=[\w/]))*[\w.)\]]")
"""Texts that need no quotation marks outside brackets; PyYAML looks at all others, which takes longer."""
_BREAK = re.compile(r"(?<=[^ ]) (?=\S)")
"""A space at which a text can be folded without a change; no line may begin with a space of another width."""
_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t"}
_EMITTER = Emitter(io.StringIO(), allow_unicode=True)


def written(root: Node) -> str:
    """Return the text of a file that holds a tree."""
    lines = _lines(root, "", "", root.above) if root.value else ["{}", *root.below]
    return "\n".join(lines).strip("\n") + "\n"


def _lines(node: Node, indent: str, start: str, above: list[str]) -> Iterator[str]:
    """Yield the lines of a mapping or a list.

    `start` is what its first line begins with, `indent` what the others do. `above` are comments for above the first.
    """
    assert not isinstance(node.value, str)
    entries = node.value.items() if isinstance(node.value, dict) else ((None, item) for item in node.value)
    for key, child in entries:
        begin = f"{start}-" if key is None else f"{start}{scalar(key, is_key=True)}:"
        comments = [*above, *child.above]
        text = _text(child, WIDTH - len(begin) - 1, indent + _INDENT)
        if text is None and key is None:  # the first key of a mapping goes behind the hyphen
            yield from _lines(child, indent + _INDENT, f"{begin} ", comments)
        else:
            yield from _comments(comments, start)
            yield begin if text is None else f"{begin} {text}"
        if text is not None:
            yield from _comments(child.below, indent + _INDENT)
        elif key is not None:
            yield from _lines(child, indent + _INDENT, indent + _INDENT, [])
        start, above = indent, []
    yield from _comments(node.below, indent)


def _comments(lines: list[str], start: str) -> Iterator[str]:
    """Yield comment lines, indented like a line that begins with `start`; long ones are broken at spaces."""
    indent = " " * (len(start) - len(start.lstrip(" ")))
    for line in tidy(lines):
        sign = line[: len(line) - len(line.lstrip("#").lstrip(" "))]
        for part in _filled(line.removeprefix(sign), WIDTH - len(indent + sign)) or [""]:
            yield (indent + sign + part).rstrip(" ")


def _text(node: Node, room: int, indent: str) -> str | None:
    """Return what is written behind a key or a hyphen, or None for a mapping or list in lines of its own."""
    if isinstance(node.value, str):
        return _short(node, room) or _block(node, indent) or _on_one_line(node) or _quoted(node.value)
    return _short(node, room)


def _short(node: Node, room: int) -> str | None:
    """Return a value on one line if it fits, else None; a text longer than the room is not tried."""
    one_line = None if isinstance(node.value, str) and len(node.value) > room else _on_one_line(node)
    return one_line if one_line is not None and len(one_line) <= room else None


def _on_one_line(node: Node) -> str | None:
    """Return a value as it is written on one line, or None for what never is."""
    match node.value:
        case str():
            return None if "\n" in node.value else scalar(node.value)
        case dict() | list() if not node.value:
            return "{}" if isinstance(node.value, dict) else "[]"
        case dict() if node.is_name and not node.below and all(map(_fits_brackets, node.value.values())):
            texts = {scalar(key, is_key=True): child.value for key, child in node.value.items()}
            return "{" + ", ".join(f"{key}: {scalar(str(text), in_brackets=True)}" for key, text in texts.items()) + "}"
        case list() if not node.below:
            words = [child.value for child in node.value if isinstance(child.value, str) and not child.above]
            if len(words) == len(node.value) and all(_WORD.fullmatch(word) and not misreading(word) for word in words):
                return f"[{', '.join(words)}]"
    return None


def _fits_brackets(node: Node) -> bool:
    """Return whether a node is a text that can be written between brackets."""
    return isinstance(node.value, str) and not node.above and "\n" not in node.value


# Texts --------------------------------------------------------------------------------------------------------------


@lru_cache(maxsize=4096)
def scalar(text: str, is_key: bool = False, in_brackets: bool = False) -> str:
    """Return a text on one line, in quotation marks where a reader of YAML would take it for something else."""
    if " " not in text and misreading(text) and not (is_key and text):
        return _quoted(text)
    if spelt_out(text) != text or conflict(text):
        return _quoted(text)
    if not in_brackets and _PLAIN.fullmatch(text):
        return text
    looks = _EMITTER.analyze_scalar(text)
    return text if (looks.allow_flow_plain if in_brackets else looks.allow_block_plain) else _quoted(text)


def _quoted(text: str) -> str:
    if ('"' in text or "\\" in text) and "\n" not in text and not SUSPECT.search(text):
        return "'" + text.replace("'", "''") + "'"
    return f'"{"".join(map(_escaped, text))}"'


def _escaped(character: str) -> str:
    return _ESCAPES.get(character) or (f"\\u{ord(character):04X}" if SUSPECT.match(character) else character)


def _block(node: Node, indent: str) -> str | None:
    """Return a text as a block below its key: folded, or literal where its own lines fit.

    None where a block would not hold the text as it is, or be no shorter.
    """
    assert isinstance(node.value, str)
    text = node.value.removesuffix("\n")
    chomping = "" if text != node.value else "-"
    if text != text.strip(" \n") or spelt_out(text) != text or (not _BREAK.search(text) and "\n" not in text):
        return None
    room = WIDTH - len(indent)
    lines = text.split("\n")
    if len(lines) > 1 and all(len(line) <= room for line in lines):
        return "\n".join([f"|{chomping}", *(indent + line if line else "" for line in lines)])
    if any(line.startswith(" ") for line in lines):
        return None
    if " ".join(node.lines) == text and all(len(line) <= room for line in node.lines):
        folded = node.lines
    else:
        folded = _filled(lines[0], room)
        for line in lines[1:]:  # a blank line means a line break of the text
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
