"""How a problem in the data reads: file, line, column, where in the file, what was found, what to write instead."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass

Path = tuple[str | int, ...]


@dataclass(frozen=True, order=True, slots=True)
class Problem:
    """One mistake in the data.

    `line` and `column` count from 1. `where` is the place inside the file, such as `facts[2].currency`, and may be
    empty. `rule` is the stable name of the check that found it.
    """

    file: str
    line: int
    column: int
    where: str
    message: str
    rule: str

    def __str__(self) -> str:
        where = f" {self.where}:" if self.where else ""
        return f"{self.file}:{self.line}:{self.column}{where} {self.message}"


class DataError(Exception):
    """The data has problems; nothing may be built from it."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tidy(problems)
        super().__init__("\n".join(map(str, self.problems)))


def where(path: Path) -> str:
    """Write a path of keys and positions the way people do: `('facts', 2, 'currency')` is `facts[2].currency`."""
    text = ""
    for step in path:
        if isinstance(step, int):
            text += f"[{step}]"
        else:
            word = " ".join(step.split())
            text += f".{word}" if text else word
    return text


def quote(found: object, limit: int = 120) -> str:
    """Put what was found into quotation marks on one line, shortened when it is long."""
    text = " ".join(str(found).split())
    if len(text) > limit:
        text = text[: limit - 1] + "…"
    return f'"{text}"'


def did_you_mean(found: str, known: Iterable[str]) -> str:
    """Return ` Did you mean X?` with the known word nearest to the one found, or nothing when none is near."""
    words = {word.lower(): word for word in known}
    word = found.lower().replace("_", "-").replace(" ", "-")
    near = difflib.get_close_matches(word, words, n=3, cutoff=0.6)
    if not near:
        return ""

    def likeness(other: str) -> tuple[float, int]:
        begin = next((at for at, (a, b) in enumerate(zip(word, other, strict=False)) if a != b), len(word))
        return difflib.SequenceMatcher(None, word, other).ratio(), begin

    return f" Did you mean {words[max(near, key=likeness)]}?"


def tidy(problems: Iterable[Problem]) -> list[Problem]:
    """Sort problems by file and line, and say one thing of one value.

    Where a value is misread or missing, nothing else is said of it; but where one of a few words is expected, these are
    named instead, and what is no key has no value either.
    """
    found = set(problems)
    listed = {_place(item) for item in found if item.rule.startswith("unknown-") or item.rule == "value-choice"}
    no_keys = {(item.file, item.where) for item in found if item.rule in {"key-comma", "key-unknown"}}
    found -= {item for item in found if item.rule == "misread-value" and _place(item) in listed}
    remarks = {_place(item) for item in found if item.rule == "remark"}
    found -= {
        item
        for item in found
        if item.rule == "value-missing" and ((item.file, item.where) in no_keys or _place(item) in remarks)
    }
    blank = {_place(item) for item in found if item.rule in _UNREAD}
    return sorted(item for item in found if item.rule in _UNREAD or _place(item) not in blank)


_UNREAD = frozenset({"misread-value", "value-missing", "remark"})


def _place(problem: Problem) -> tuple[str, int, int]:
    return problem.file, problem.line, problem.column


def one_of(known: Iterable[str]) -> str:
    """Return ` Known: a, b, c.` for a short list of words."""
    return f" Known: {', '.join(known)}."
