"""Explains YAML syntax errors in plain words, and finds the line of the mistake.

A YAML parser reports the line where it has to stop, which is often below the mistake, and in the terms of YAML.
"""

import re
from typing import Any

import yaml

from equal_footing.reading.number_forms import money_words, number_of, written

Mark = tuple[int, int]
"""Line and column, both from 1."""

_HINTS = (
    (
        "mapping values are not allowed",
        'a value with ": " in it needs quotation marks, or this line is indented wrongly',
    ),
    (
        "did not find expected key",
        "the line is indented wrongly, or a quotation mark before it is left open or closed too early",
    ),
    ("did not find expected '-'", "this does not begin in the same column as the list items or keys before it"),
    ("block sequence entries are not allowed", "a list item (-) cannot begin here; put it on a line of its own"),
    ("could not find expected ':'", "a key without a colon and a space after it"),
    (
        "did not find expected ',' or '}'",
        "a comma or a closing } is missing, or a value with a comma needs quotation marks",
    ),
    (
        "did not find expected ',' or ']'",
        "a comma or a closing ] is missing, or a value with a comma needs quotation marks",
    ),
    ("found unexpected end of stream", "a quotation mark is opened and never closed"),
    ("cannot start any token", "a value cannot begin with this sign; put the value into quotation marks"),
    (
        "found unknown escape character",
        "between double quotation marks a backslash must be doubled; or use single quotation marks",
    ),
    ("did not find expected node content", "a value is missing here"),
    ("exceeded maximum nesting depth", "brackets are nested too deep"),
    ("did not find expected alphabetic or numeric", "a value that begins with & or * needs quotation marks"),
    ("did not find expected comment or line break", "a value that begins with | or > needs quotation marks"),
    ("mapping keys are not allowed", "a value that begins with ? needs quotation marks"),
    ("did not find expected <document start>", "the line ... above ends the file; delete it"),
)
_NOTICED_LATE = ("unexpected end of stream", "could not find expected ':'")
"""Errors that are reported after the quotation mark or the key that causes them."""
_NESTED = ("mapping values are not allowed", "did not find expected key")
"""Errors of a line that is indented more than a key which needs nothing below it."""
_JOINED_KEY = re.compile(r"\s*[A-Za-z_]\w*(?:[:：](?!//)\S| *= )")
"""A key without a space after its colon, or with an equals sign: YAML reads it as text and fails on a later line."""
_NO_SPACE = re.compile(r"\s*-[^\s-]")
_OTHER_HYPHEN = re.compile(r"\s*([‐‑–—−－・•·])\s")
_WIDE_SPACE = re.compile(r":([\u00a0\u2000-\u200a\u3000])")
_FULL_WIDTH = re.compile(r"[，｛｝［］＂＇]")
_COMMAS = re.compile(r": *([^\s,:{}\[\]\"']* ?[0-9]+(?:,[0-9]+)+[^,{}\[\]:\"']*)(?=[,}\]])")
"""A number with commas in a line of a mapping in braces."""
_BEGINS = re.compile(r"\S[^#]*?[:：](?:\s|$)|[-{\[%\"'&*!?|>]|\.\.\.$|[A-Za-z_]\w*(?:[:：]| *=)")
_OPENED = re.compile(r"[{\[,:]\s*([\"'])")
"""A quotation mark at the beginning of a key or value within brackets."""
_TAGGED = re.compile(r"(\s*(?:- )?)(name|short_name|title): ([a-z]{2}(?:-[A-Za-z]+)?): (.+)")
"""A name with the tag of its language, without braces around them."""
_COMMENT = re.compile(r"[\s,]#")
_CONFLICT = re.compile(r"^(<{7}|>{7}|={7}|\|{7})(?: .*)?$", re.MULTILINE)

COMMENT = "what follows # is a comment, which is not read; put a value with # in it into quotation marks"


def conflict(text: str) -> int | None:
    """Return the number of the first line with a merge conflict marker, if there is one."""
    found = _CONFLICT.search(text)
    return text.count("\n", 0, found.start()) + 1 if found else None


def explain(error: yaml.MarkedYAMLError, lines: list[str]) -> tuple[Mark, str]:
    """Return position and explanation of a syntax error; `lines` are the lines of the file."""
    first = _no_key(lines)
    if first:
        return first, "this line is neither a key with its value nor a comment; a comment begins with #"
    problem = error.problem or ""
    begin: Any = error.context_mark
    at: Any = error.problem_mark or begin
    late = at is not None and at.line >= len(lines)
    if begin is not None and (late or any(part in problem for part in _NOTICED_LATE)):
        at = begin
    end = (len(lines), len(lines[-1]) + 1)
    mark = min((at.line + 1, at.column + 1), end) if at is not None else (1, 1)
    bracket = begin.line if begin is not None and "flow" in (error.context or "") else None
    earlier = _earlier(problem, lines, mark, bracket)
    if earlier:
        return earlier
    found = next((hint for part, hint in _HINTS if part in problem), problem or error.context or "unreadable")
    if lines[mark[0] - 1][mark[1] - 1 : mark[1]] in {"}", "]"} and "'-'" in problem:
        found = f"this {lines[mark[0] - 1][mark[1] - 1]} closes a bracket that is not open"
    complete = _complete_above(lines, mark[0] - 1) if any(part in problem for part in _NESTED) else None
    if complete is not None:
        found += f" (it is indented more than line {complete + 1})"
    if bracket is not None and bracket + 1 < mark[0]:
        found += f" (the bracket is opened on line {bracket + 1})"
    return mark, found + _signs(lines, mark[0])


def _earlier(problem: str, lines: list[str], mark: Mark, bracket: int | None) -> tuple[Mark, str] | None:
    """Return position and explanation of a mistake above the line where parsing stopped, if one is found there."""
    row = mark[0] - 1
    above = lines[row - 1] if row else ""
    if "mapping values are not allowed" in problem and re.match(r"\s*-[A-Za-z_]\w*:", above):
        return (row, _indent(above) + 1), "a list item needs a space after its hyphen"
    if "mapping values are not allowed" in problem and _JOINED_KEY.match(above):
        found = "a key without a colon and a space after it" + _signs(lines, row)
        return (row, _indent(above) + 1), found
    hyphen = _OTHER_HYPHEN.match(above)
    if "mapping values are not allowed" in problem and hyphen:
        return (row, _indent(above) + 1), f"a list item begins with an ordinary hyphen -, not with {hyphen.group(1)}"
    for line in dict.fromkeys((min(bracket, row), row) if bracket is not None else ()):
        column = _left_open(lines[line])
        if column is not None:
            return (line + 1, column + 1), "a quotation mark is opened here and not closed on this line"
    tag = _TAGGED.fullmatch(lines[row])
    if "mapping values are not allowed" in problem and tag:
        return (row + 1, tag.start(3) + 1), (
            f"a name goes between braces, with the tag of its language: `{tag[2]}: {{{tag[3]}: {tag[4]}}}`"
        )
    comment = _COMMENT.search(above)
    if comment and "did not find expected node content" in problem:
        return (row, comment.start() + 2), COMMENT
    comment = _COMMENT.search(lines[bracket]) if bracket is not None and bracket < row else None
    if comment and bracket is not None:
        return (bracket + 1, comment.start() + 2), COMMENT
    item = _without_hyphen(lines, row) if "did not find expected key" in problem else None
    if item is not None:
        message = f"a list item without its hyphen: the one on line {mark[0]} begins with one"
        return (item + 1, _indent(lines[item]) + 1), message
    return None


def _left_open(line: str) -> int | None:
    """Return the column of a quotation mark within brackets that is not closed on its line, if there is one."""
    start = 0
    while opened := _OPENED.search(line, start):
        closed = re.compile(rf"(?<!\\){opened[1]}(?=\s*(?:[,}}\]:]|$))").search(line, opened.end())
        if closed is None:
            return opened.start(1)
        start = closed.end()
    return None


def _complete_above(lines: list[str], row: int) -> int | None:
    """Return the row of the key to which a row would belong by its indentation, if that key has its value already."""
    indent, above = _indent(lines[row]), row - 1
    while above > 0 and (not lines[above].strip() or _indent(lines[above]) > indent):
        above -= 1
    key = re.match(r"\s*(?:- )?(?=[\w-]+: ([^\n]))", lines[above]) if above >= 0 else None
    is_text = key is not None and key[1] in "|>" and above == row - 1
    return above if key and indent > key.end() and not is_text else None


def _without_hyphen(lines: list[str], row: int) -> int | None:
    """Return the row of a list item that lacks its hyphen, above a row that begins with one."""
    indent = _indent(lines[row])
    if not lines[row][indent:].startswith("- "):
        return None
    above = row - 1
    while above >= 0 and (not lines[above].strip() or _indent(lines[above]) > indent):
        above -= 1
    if above < 0:
        return None
    if lines[above][indent:].startswith("{"):
        return above
    return above + 1 if above + 1 < row and lines[above].endswith(":") else None


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _signs(lines: list[str], line: int) -> str:
    """Return a hint about look-alikes of YAML punctuation on a line or the line above it."""
    around = "".join(lines[max(0, line - 2) : line])
    here = lines[line - 1]
    space, full, hyphen = wide_space(here), _FULL_WIDTH.search(here), _OTHER_HYPHEN.match(here)
    if "：" in around:
        return " (the colon ： is full-width; write an ordinary colon and a space)"
    if any(sign in around for sign in "“”‘’"):
        return " (curly quotation marks do not count as quotation marks; write straight ones)"
    if _NO_SPACE.match(here):
        return " (a list item needs a space after its hyphen)"
    if hyphen:
        return f" (a list item begins with an ordinary hyphen -, not with {hyphen.group(1)})"
    if space:
        return space
    if full:
        return f" (the sign {full.group()} is full-width; signs of YAML are ordinary ones)"
    return ""


def number_with_commas(line: str, column: int) -> tuple[int, str, str] | None:
    """Return column and text of a number with commas in braces, and how it is written.

    None if what is at an offset of a line is not part of one.
    """
    for found in _COMMAS.finditer(line) if "," in line else ():
        number = number_of(found.group(1)) if found.start(1) < column < found.end(1) else None
        if number is not None:
            named = " and ".join(money_words(found.group(1)))
            right = written(number) + (f', in the `currency` that "{named}" means' if named else "")
            return found.start(1) + 1, found.group(1).strip(), right
    return None


def _no_key(lines: list[str]) -> Mark | None:
    """Return the position of the first line of a file, except for comments, if it has neither a key nor a bracket."""
    for row, line in enumerate(lines):
        if line.strip() and not line.lstrip().startswith("#"):
            return None if _BEGINS.match(line) else (row + 1, _indent(line) + 1)
    return None


def wide_space(text: str) -> str:
    """Return a hint about a space after a colon that is not an ordinary one, or nothing."""
    found = None if text.isascii() else _WIDE_SPACE.search(text)
    return f" (the space after the colon is U+{ord(found.group(1)):04X}; type an ordinary one)" if found else ""
