"""Reads YAML files strictly and keeps the line and column of every value.

Every scalar is read as text; the model gives it a type. The reader refuses values that YAML 1.1 silently converts
(`no`, `010`, `12:30`), invisible characters (tabs, zero-width and direction characters), and anchors and aliases, with
which a small file can expand without limit.
"""

import pickle
import re
import sys
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache
from hashlib import sha256
from typing import Any

import yaml

from equal_footing.reading.characters import decode, hidden_characters, unfit
from equal_footing.reading.misreadings import NO_VALUE, misreading
from equal_footing.reading.number_forms import percentage_of
from equal_footing.reading.problems import Path, Problem, Weight, quote, where
from equal_footing.reading.syntax import COMMENT, Mark, conflict, explain, number_with_commas, wide_space

MAX_DEPTH = 20


_Positions = tuple[dict[Path, Mark], dict[Path, Mark]]
"""The positions of the values of a file by their paths, and those of its keys."""


@dataclass(slots=True)
class Document:
    """One YAML file: its data (mappings, lists and text), the position of each key and value, and its digest.

    The positions are packed as bytes, which take a tenth of the room; those of the files that were asked for last are
    kept unpacked. `country` is the ISO 3166-1 code of the country in whose folder it lies, and `fiscal_start` the month
    and day on which the fiscal year begins there, once these are known; messages use them. The digest is that of the
    bytes of the file, for whoever keeps what was made from it. `kept` is for what others make of the data and want to
    find again as long as the file does not change.
    """

    file: str
    data: Any
    digest: str = ""
    positions: bytes = field(default=b"", compare=False, repr=False)
    country: str = field(default="", compare=False)
    fiscal_start: tuple[int, int] | None = field(default=None, compare=False)
    kept: dict[Any, Any] = field(default_factory=dict, compare=False, repr=False)

    def mark(self, path: Path, key: bool = False) -> Mark:
        """Return line and column of the value at `path` (of its key, if `key`), or of the nearest value around it."""
        values, keys = _unpacked(self.positions) if self.positions else ({}, {})
        if key and path in keys:
            return keys[path]
        while path not in values and path:
            path = path[:-1]
        return values.get(path, (1, 1))

    def problem(
        self,
        path: Path,
        message: str,
        rule: str,
        key: bool = False,
        weight: Weight = Weight.USUAL,
        is_no_key: bool = False,
    ) -> Problem:
        """Return a problem at `path` of this file: at its key, if `key`, else at its value."""
        line, column = self.mark(path, key)
        return Problem(self.file, line, column, where(path), message, rule, weight, is_no_key)

    def let_go(self) -> None:
        """Let go of the data and of what others have made of them, when nobody is to read them again."""
        self.data, self.kept = None, {}


@lru_cache(maxsize=4)
def _unpacked(positions: bytes) -> _Positions:
    found: _Positions = pickle.loads(positions)
    return found


class _RefusedError(Exception):
    """Parsing cannot continue because of a problem."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem


Found = tuple[Document | None, list[Problem]]
"""A document if it could be parsed, and its problems."""
ReadBytes = Callable[[bytes, str], Found]
"""Reads the bytes of a file that problems call by a name."""


def read_bytes(raw: bytes, name: str) -> Found:
    """Read YAML from bytes; returns the document, or nothing and the problems that stopped it."""
    text, problem = decode(raw, name)
    if problem:
        return None, [problem]
    problems = list(hidden_characters(text, name))
    if problems:
        return None, problems
    left = conflict(text)
    if left:
        message = "is left over from joining two versions. Keep one, and delete the lines <<<<<<<, ======= and >>>>>>>."
        return None, [Problem(name, left, 1, "", message, "versions")]
    reader = _Reader(name)
    reader.document.digest = sha256(raw).hexdigest()
    try:
        document = reader.read(text)
    except _RefusedError as refused:
        return None, [*reader.problems, refused.problem]
    return None if reader.split else document, reader.problems


# Structure ----------------------------------------------------------------------------------------------------------

_WRITE_OUT = "Write it out, or put text into quotation marks."
_VALUES = {yaml.ScalarEvent, yaml.SequenceStartEvent, yaml.MappingStartEvent}
_ENDS = {yaml.SequenceEndEvent, yaml.MappingEndEvent}
_REMARK_BEHIND = re.compile(" *#")
_INTENDED = re.compile("  +# ")
"""A comment that is meant to be one: two spaces before the sign and one after it."""


@dataclass(slots=True)
class _Open:
    """A list or mapping whose end has not been read yet, with its path; `key` is the key of the next value."""

    container: list[Any] | dict[str, Any]
    path: Path
    key: str | None = None


class _Reader:
    """Builds one document from the stream of YAML events, without recursion."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.problems: list[Problem] = []
        self.document = Document(name, None)
        self.values: dict[Path, Mark] = {}
        self.keys: dict[Path, Mark] = {}
        self.lines: list[str] = []
        self.split: set[Path] = set()  # keys that are parts of numbers
        self.twice: set[Path] = set()  # mappings with a key that is given twice

    def read(self, text: str) -> Document:
        """Return the document; raises `_RefusedError` when reading cannot continue."""
        lines = self.lines = text.rstrip("\n").split("\n")
        end = (len(lines), len(lines[-1]) + 1)  # what is missing at the end is missing on the last line
        documents = 0
        stack: list[_Open] = []
        try:
            for event in yaml.parse(text, Loader=yaml.CLoader):
                kind = type(event)
                if kind in _ENDS:
                    stack.pop()
                    continue
                start: Any = event.start_mark
                mark = min((start.line + 1, start.column + 1), end)
                if kind in _VALUES:
                    self._node(event, mark, stack)
                elif isinstance(event, yaml.DocumentStartEvent):
                    documents += 1
                    if documents > 1:
                        self._stop(mark, "a second document begins here. One file holds one record.", "one-document")
                    if event.version or event.tags:
                        self._stop(mark, "YAML directives (%) are not used here. Delete the line.", "no-directives")
                elif isinstance(event, yaml.AliasEvent):
                    self._stop(mark, f"the alias *{event.anchor} is not allowed. {_WRITE_OUT}", "no-aliases")
        except yaml.MarkedYAMLError as error:
            mark, found = explain(error, lines)
            self._stop(mark, f"is not valid YAML: {found}.", "yaml-syntax")
        except yaml.YAMLError as error:
            self._stop((1, 1), f"cannot be read as YAML: {' '.join(str(error).split())}.", "yaml-syntax")
        if documents == 0:
            self._stop((1, 1), "is empty.", "not-empty")
        if not isinstance(self.document.data, dict):
            hint = ""
            if "：" in str(self.document.data):
                hint = " The colon ： is full-width (U+FF1A); write an ordinary colon and a space."
            self._stop((1, 1), f"must be a mapping of keys to values.{hint}", "mapping")
        self.document.positions = pickle.dumps((self.values, self.keys))
        return self.document

    def _node(self, event: Any, mark: Mark, stack: list[_Open]) -> None:
        if event.anchor:
            self._stop(mark, f"the anchor &{event.anchor} is not allowed. {_WRITE_OUT}", "no-anchors")
        if event.tag and event.tag != "!":
            tag = event.tag.replace("tag:yaml.org,2002:", "!!")
            message = f"the tag {quote(tag)} is not allowed. Delete it, or put text into quotation marks."
            self._stop(mark, message, "no-tags")
        value: Any
        is_scalar = isinstance(event, yaml.ScalarEvent)
        if is_scalar:
            text = event.value if event.value.isascii() else unicodedata.normalize("NFC", event.value)
            value = sys.intern(text)  # keys, codes, sources and dates come again and again: one object for all of each
        else:
            value = [] if isinstance(event, yaml.SequenceStartEvent) else {}
        path: Path = ()
        if stack:
            around = stack[-1]
            if isinstance(around.container, list):
                path = (*around.path, len(around.container))
                around.container.append(value)
            elif around.key is None:
                around.key = self._key(event, value, mark, around.container, around.path)
                return
            else:
                path = (*around.path, around.key)
                around.container[around.key] = value
                around.key = None
        else:
            self.document.data = value
        self.values[path] = mark
        if is_scalar:
            self._scalar(event, value, mark, path)
        else:
            if len(stack) >= MAX_DEPTH:
                self._stop(mark, f"is nested more than {MAX_DEPTH} levels deep.", "depth")
            stack.append(_Open(value, path))

    def _key(self, event: Any, value: Any, mark: Mark, container: dict[str, Any], base: Path) -> str:
        """Return a key of a mapping and record its position; a duplicate key is a problem."""
        if not isinstance(event, yaml.ScalarEvent):
            self._stop(mark, "a key must be a word. A text with { or [ in front needs quotation marks.", "key")
        found = number_with_commas(self.lines[mark[0] - 1], mark[1] - 1) if container and not event.style else None
        if found:  # YAML takes what follows a comma for a key of its own
            at, number, right = found
            path = (*base, next(key for key in reversed(container) if (*base, key) not in self.split))
            self.split.add((*base, value))
            self._report((mark[0], at), path, f"{quote(number)} is written {right}.", "number-comma", Weight.COMMENT)
            container[value] = ""
            return str(value)
        path = (*base, value)
        if value in container:
            first = self.keys[path][0]
            message = f"the key {quote(value)} is given twice (first on line {first}). Keep one."
            if base and isinstance(base[-1], int) and first < mark[0]:
                message += " If a new item of the list begins here, its hyphen is missing."
            if base not in self.twice:  # the other keys of an item without its hyphen come twice as well
                self._report(mark, path, message, "duplicate-key", Weight.USUAL)
            self.twice.add(base)
        else:
            self.keys[path] = mark
        if not value or value == "<<":
            what = "an empty key" if not value else "the merge key <<"
            self._stop(mark, f"{what} is not allowed. Write the keys out.", "key")
        space = wide_space(value)
        if space:  # the key goes on to the next ordinary colon
            self._stop(mark, f"is not valid YAML: a key without a colon and a space after it{space}.", "yaml-syntax")
        return str(value)

    def _scalar(self, event: Any, value: str, mark: Mark, path: Path) -> None:
        if event.style == '"' and (wrong := unfit(value)):  # no other style has escapes
            self._report(mark, path, wrong, "hidden-character", Weight.USUAL)
        if event.style or path in self.split:  # quoted values and block scalars are always text
            return
        end: Any = event.end_mark
        rest = self.lines[end.line][end.column :] if end.line < len(self.lines) else ""
        if _REMARK_BEHIND.match(rest) and not _INTENDED.match(rest):
            self._report(mark, path, f"{COMMENT}.", "comment", Weight.COMMENT)
            return
        reading = misreading(value)
        if reading == NO_VALUE:
            message = "the value is missing. Write one, or delete the key."
            self._report(mark, path, message, "value-missing", Weight.NO_VALUE)
        elif reading:
            share = percentage_of(value)
            message = f"{value} {reading}. If text is meant, put it into quotation marks"
            message += f"; the first part as a percentage is written {share}." if share else "."
            self._report(mark, path, message, "misread-value", Weight.MISREAD)

    def _report(self, mark: Mark, path: Path, message: str, rule: str, weight: Weight) -> None:
        self.problems.append(Problem(self.name, mark[0], mark[1], where(path), message, rule, weight))

    def _stop(self, mark: Mark, message: str, rule: str) -> None:
        raise _RefusedError(Problem(self.name, *mark, "", message, rule))
