"""Formats error messages: file, line and column, path in the file, what was found and what to write instead."""

import difflib
import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import IntEnum

LETTERS_TO_A_SLIP = 4
"""For how many letters of a word one may be wrong."""
ENDING = 3
"""How long an ending is at most in which two forms of one word differ: `body` and `bodies`."""
Path = tuple[str | int, ...]


class Weight(IntEnum):
    """The priority of a problem: at one place in a file only the problems with the highest weight are reported."""

    AFTER = -1
    """What may follow from another problem at the same place."""
    USUAL = 0
    MISREAD = 1
    """YAML readers take the value for something else, which may be the cause of its other problems."""
    CHOICES = 2
    """The message lists the few words that are allowed, which helps more than a warning about YAML readers."""
    NO_VALUE = 3
    COMMENT = 4
    """A comment begins inside the value, so the value is not the intended one."""


@dataclass(frozen=True, order=True, slots=True)
class Problem:
    """One mistake in the data.

    `line` and `column` count from 1. `where` is the path inside the file, such as `fact 3, currency`, and may
    be empty. `rule` is the stable name of the rule that is broken. `is_no_key` marks a key that is not one of the data
    format, so a missing value under it is not reported.
    """

    file: str
    line: int
    column: int
    where: str
    message: str
    rule: str
    weight: Weight = Weight.USUAL
    is_no_key: bool = False

    def __str__(self) -> str:
        where = f" {self.where}:" if self.where else ""
        return f"{self.file}:{self.line}:{self.column}{where} {self.message}"


class DataError(Exception):
    """The data have problems; nothing may be built from them.

    `hidden` are the files in which other mistakes may show only once their problems are mended.
    """

    def __init__(self, problems: Iterable[Problem], hidden: Iterable[str] = ()) -> None:
        self.problems = tidy(problems)
        self.hidden = sorted(hidden)
        super().__init__("\n".join(map(str, self.problems)))


@contextmanager
def along_with(others: Iterable[Problem]) -> Iterator[None]:
    """Add other problems to those of a DataError that is raised meanwhile."""
    try:
        yield
    except DataError as error:
        raise DataError([*error.problems, *others], error.hidden) from error


class CommandError(Exception):
    """A command cannot do what it was asked for, and has written nothing; the message says why."""


def where(path: Path) -> str:
    """Format a path of keys and positions as people count: `('facts', 2, 'currency')` is `fact 3, currency`."""
    parts: list[str] = []
    is_item = False
    for step in path:
        word = " ".join(str(step).split())
        if isinstance(step, int):
            around, dot, many = (parts.pop() if parts and not is_item else "items").rpartition(".")
            parts.append(f"{around}{dot}{_one(many)} {step + 1}")
        elif is_item or not parts:
            parts.append(word)
        else:
            parts[-1] += f".{word}"
        is_item = isinstance(step, int)
    return ", ".join(parts)


def _one(many: str) -> str:
    """Return the word for one of the things under a key: `facts` gives `fact`."""
    if many == "series" or not many.endswith("s"):
        return many
    return f"{many[:-3]}y" if many.endswith("ies") else many[:-1]


def quote(found: object, limit: int = 120) -> str:
    """Return a value in quotation marks on one line, shortened to `limit` characters."""
    text = " ".join(str(found).split())
    if len(text) > limit:
        text = text[: limit - 1] + "…"
    return f'"{text}"'


def did_you_mean(found: str, known: Iterable[str]) -> str:
    """Return ` Did you mean X?` with the known word that is `nearest`, or nothing when none is near."""
    near = nearest(found, known)
    return f" Did you mean {near}?" if near else ""


def nearest(found: str, known: Iterable[str]) -> str | None:
    """Return the known word nearest to the one found, or None when none is near.

    A word that is much longer than a known one means something else: a `target-group` is not a `target`, while an
    `annual-budget` is a `budget`. One that is a part of a known word may mean it: `korea` for `south-korea`.
    """
    words = {word.lower(): word for word in known}
    word = found.lower().replace("_", "-").replace(" ", "-")
    near = [other for other in difflib.get_close_matches(word, words, n=9, cutoff=0.6) if _is_near(word, other)]

    def likeness(other: str) -> tuple[float, int]:
        return difflib.SequenceMatcher(None, word, other).ratio(), _same_letters(word, other)

    return words[max(near, key=likeness)] if near else None


def _is_near(word: str, other: str) -> bool:
    """Return whether somebody who typed a word may have meant another one that is like it."""
    is_a_kind_of_it = word.endswith(f"-{other}") or word.startswith(f"{other}-of-")
    is_a_part_of_it = len(word) > 2 and word in re.split("[-/]", other)
    begins_it = len(word) > ENDING and other.startswith(word)
    same = _same_letters(word, other)
    is_a_form_of_it = same * 2 >= max(len(word), len(other)) and max(len(word), len(other)) - same <= ENDING
    return (
        is_a_kind_of_it
        or is_a_part_of_it
        or begins_it
        or is_a_form_of_it
        or _slips(word, other) <= max(1, len(word) // LETTERS_TO_A_SLIP)
    )


def _same_letters(word: str, other: str) -> int:
    """Return with how many letters two words begin alike."""
    pairs = enumerate(zip(word, other, strict=False))
    return next((at for at, (one, letter) in pairs if one != letter), min(len(word), len(other)))


def _slips(word: str, other: str) -> int:
    """Return how many letters were typed wrongly, left out, added or swapped with their neighbours."""
    before, row = list[int](), list(range(len(other) + 1))
    for at, letter in enumerate(word, 1):
        earlier, before, row = before, row, [at]
        for place, sign in enumerate(other, 1):
            least = min(before[place] + 1, row[-1] + 1, before[place - 1] + (letter != sign))
            if at > 1 and place > 1 and letter == other[place - 2] and word[at - 2] == sign:
                least = min(least, earlier[place - 2] + 1)
            row.append(least)
    return row[-1]


def tidy(problems: Iterable[Problem]) -> list[Problem]:
    """Sort problems by file and line, and drop those that follow from others.

    Of the problems at one place only those with the highest weight are kept, and missing values under unknown keys are
    dropped.
    """
    found = set(problems)
    no_keys = {(item.file, item.where) for item in found if item.is_no_key}
    found = {item for item in found if item.weight is not Weight.NO_VALUE or (item.file, item.where) not in no_keys}
    heaviest: dict[tuple[str, int, int], Weight] = {}
    for item in found:
        heaviest[_place(item)] = max(item.weight, heaviest.get(_place(item), item.weight))
    return sorted(item for item in found if item.weight is heaviest[_place(item)])


def _place(problem: Problem) -> tuple[str, int, int]:
    return problem.file, problem.line, problem.column


def one_of(known: Iterable[str]) -> str:
    """Return ` Known: a, b, c.` for a short list of words."""
    return f" Known: {', '.join(known)}."
