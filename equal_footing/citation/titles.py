"""Titles as the official styles print them: quotation marks, narrow spaces, title case, and how a title ends.

The rules are those of CSL 1.0.2, as pandoc's processor has them.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby

_STOP_WORDS = (
    "a about an and as at but by d de down for from in into l nor of on onto or over so the till to up van via von "
    "with yet"
)
_STOP = frozenset(_STOP_WORDS.split())
_BREAKS = frozenset(" -/–—")
_MARKUP = re.compile(r"<(i|b|u|sc|sup|sub)>(.*?)</\1>")
"""What CSL reads as markup in a title; plain text has none."""
_APOSTROPHE = r"(?:(?<![^\W_])['’]|['’](?![^\W_]))"
"""An apostrophe that may be a quotation mark, since no letters or digits are on both sides of it."""
_QUOTED = re.compile(
    rf'"(?=[^\s"])(?P<straight>.+?)"|“(?=[^\s”])(?P<double>.+?)”'
    rf"|(?=')(?:{_APOSTROPHE})(?=[^\s'])(?P<apostrophes>.+?)(?=')(?:{_APOSTROPHE})"
    rf"|‘(?=[^\s’])(?P<single>.+?)(?=’)(?:{_APOSTROPHE})"
)
_MARKS = (("“", "”"), ("‘", "’"))
_SENTENCE, _BREAK, _WITHIN, _ENDED = range(4)
"""Positions in a title: a sentence begins, a word begins, within a word, after the end of a sentence."""


@lru_cache(maxsize=8192)
def printed(title: str, within_quotes: bool = False) -> str:
    """Return a title with typographic quotation marks and apostrophes, single spaces, and the narrow ones of French.

    Marks alternate: `within_quotes` says that the style puts the whole title between double ones.
    """
    title = re.sub(" +", " ", _MARKUP.sub(r"\2", title))
    for mark in ";?!»":
        title = title.replace(f" {mark}", f"\u202f{mark}")
    return _quoted(title.replace("« ", "«\u202f"), int(within_quotes)).replace("'", "’")


def _quoted(text: str, depth: int) -> str:
    """Return a text with the quotation marks of a depth, and those of the next one within them."""
    opened, closed = _MARKS[depth % 2]

    def marked(found: re.Match[str]) -> str:
        return f"{opened}{_quoted(found[found.lastgroup or 0], depth + 1)}{closed}"

    return _QUOTED.sub(marked, text)


def ends_sentence(title: str) -> bool:
    """Return whether a printed title ends in a full stop, a question mark or an exclamation mark, quoted or not."""
    return title.rstrip("”’").endswith((".", "?", "!"))


def title_case(title: str) -> str:
    """Return a printed English title in title case: stop words stay small, as do single letters; capitals stay.

    A word after a full stop, colon, question or exclamation mark begins a sentence. The last word is written as no stop
    word, unless it is part of a compound or quoted.
    """
    last = title.rfind(" ") + 1
    has_last_word = last > 0 and not _BREAKS & set(title[last:]) and title[-1] not in "”’"
    found, at, state = [], 0, _SENTENCE
    for kind, piece in _pieces(title):
        end = piece[-1]
        if kind == "word":
            is_stop_word = len(piece) == 1 or (piece in _STOP and not (has_last_word and at == last))
            if piece == piece.lower() and (state == _SENTENCE or (state == _BREAK and not is_stop_word)):
                piece = piece[:1].upper() + piece[1:]
            state = _WITHIN
        elif kind == "space":
            state = _SENTENCE if state == _ENDED else _BREAK
        elif kind == "punctuation" and end in ".?!:":
            state = _ENDED
        elif kind == "punctuation" and end in _BREAKS:
            state = _BREAK
        found.append(piece)
        at += len(piece)
    return "".join(found)


def _pieces(title: str) -> Iterator[tuple[str, str]]:
    """Yield words, spaces, runs of punctuation and other characters of a title; quotation marks come one by one."""

    def kind(character: str) -> str:
        if character in "“”‘’":
            return "mark"
        if character.isalnum():
            return "word"
        if character.isspace():
            return "space"
        return "punctuation" if unicodedata.category(character).startswith("P") else "other"

    for name, run in groupby(title, kind):
        yield name, "".join(run)
