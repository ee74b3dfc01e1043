"""The index as files: what every query needs, the list of words, and what pages hold each word, in small pieces.

`index.json` names the pages and carries the rules of `folding`. It names the other files by what is in them, so that a
browser may keep those for ever. A piece holds a part of the sorted words. In pieces of their own are pairs: two
characters of Chinese, Japanese and the like, and two words that follow one another in a name or a number. For each word
or pair there are numbers in threes: the page (how many pages after the one before), the weight of the word there, and
the section that says most about it (0 is the head).
The messages of the check are in a file of their own: the page, the section that explains the rule, and the words.
"""

import hashlib
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import reduce
from math import log2
from sys import intern
from typing import Any, NamedTuple

from equal_footing.search import folding
from equal_footing.search.entries import GUIDE, PageEntry, is_behind

INDEX = "index.json"
PIECES = "pieces/"
"""The folder of the files that are named by their content."""
PIECE = 32_000
"""How many characters of JSON a piece has at most, unless one word alone needs more: some 10 KB when compressed."""

TITLE, OTHER_NAME, LESS_BY_WORD = 64, 60, 0.1
"""The weight of a word in a title and in another name, and by how much each further word of the name makes it less."""
HEADING, ABOUT, OPENING, MOST_IN_TEXT = 14, 12, 5, 8
"""The weights of a word in a heading, in the kind or the place, in the opening words, and at most in the text."""
SHARE_BEHIND = 0.6
"""The share of their weight that words have on pages for those who write the site."""

Hits = Mapping[str, tuple[int, int]]
"""The weight of each word of a page, and the number of the section that says most about it."""


class Indexed(NamedTuple):
    """A page in the index: what its entry says without the texts of its sections, and the words in it.

    Every build loads those of all pages: `headings` are plain pairs of anchor and heading, of all sections but the
    first; `words` are joined by spaces, and so are `hits`, the weight and the section of each of them, and the words
    of each of the `messages` behind the number of the section that explains it. `keys` are those of the data, each with
    the number of a section and how often the page names it.
    """

    address: str
    names: tuple[str, ...]
    kind: str
    place: str
    opening: str
    is_question: bool
    headings: tuple[tuple[str, str], ...]
    words: str
    hits: str
    messages: tuple[tuple[int, str], ...]
    keys: tuple[tuple[str, int, int], ...]


def indexed(entry: PageEntry) -> Indexed:
    """Return a page as the index has it."""
    found = hits(entry)
    said = (f"{weight},{section}" for weight, section in found.values())
    return Indexed(
        entry.address,
        entry.names,
        entry.kind,
        entry.place,
        entry.opening,
        entry.is_question,
        tuple((part.anchor, part.heading) for part in entry.sections[1:]),
        " ".join(found),
        " ".join(said),
        tuple(
            (number, " ".join(folding.message(message)))
            for number, section in enumerate(entry.sections)
            for message in section.messages
        ),
        _keys(entry),
    )


def _keys(entry: PageEntry) -> tuple[tuple[str, int, int], ...]:
    numbers = {section.anchor: number for number, section in enumerate(entry.sections)}
    return tuple((key, numbers[anchor], times) for key, anchor, times in entry.keys if anchor in numbers)


def hits(entry: PageEntry) -> Hits:
    """Return the words of a page, each with its weight and its section; what it is called is in no section."""
    names, introduced, said = _names(entry), _introduced(entry), _said(entry)
    result, share = {}, SHARE_BEHIND if is_behind(entry.address) else 1
    for word in {**names, **introduced, **said}.keys() - folding.STOP:
        times, most, section = said.get(word, (0, 0, 0))
        headed = HEADING if most >= HEADING else 0
        often = min(MOST_IN_TEXT, 1 + log2(1 + times)) if times else 0
        weight = names.get(word, 0) + introduced[word] + headed + often
        result[word] = round(share * weight), 0 if word in names else section
    return result


def _names(entry: PageEntry) -> dict[str, float]:
    """Return the words of what a page is called, with their weights."""
    weights: dict[str, float] = {}
    for position, name in enumerate(entry.names):
        named = [word for word in _words(name) if word not in folding.STOP]
        weight = (OTHER_NAME if position else TITLE) / (1 + LESS_BY_WORD * max(len(named) - 1, 0))
        for word in named:
            weights[word] = max(weights.get(word, 0), weight)
    return weights


def _introduced(entry: PageEntry) -> Counter[str]:
    """Return the words of the kind, the place and the opening of a page, with their weights."""
    weights: Counter[str] = Counter()
    for word in {*_words(entry.kind), *_words(entry.place)}:
        weights[word] += ABOUT
    for word in set(_words(entry.opening)):
        weights[word] += OPENING
    return weights


def _said(entry: PageEntry) -> dict[str, tuple[int, int, int]]:
    """Return the words of the sections of a page: how often they occur there, how often in the section that has most.

    The number of that section comes last. In a heading a word counts as often as it weighs there.
    """
    said: dict[str, tuple[int, int, int]] = {}
    for number, section in enumerate(entry.sections):
        counted = Counter(_words(section.text))
        counted.update(folding.pairs(section.text))
        for word in _words(section.heading):
            counted[word] += HEADING
        for word, times in counted.items():
            before, most, best = said.get(word, (0, 0, 0))
            said[word] = (before + times, times, number) if times > most else (before + times, most, best)
    return said


def files(pages: Sequence[Indexed]) -> dict[str, str]:
    """Return the files of the index by name, from the pages in the order in which equals are shown."""
    postings = _postings(pages)
    pairs = sorted(word for word in postings if folding.is_pair(word))
    latin = sorted(postings.keys() - pairs)
    pieces, starts = _in_order(latin, postings)
    of_pairs = _by_number(pairs, postings)
    written = {_by_content(text): text for text in (*pieces, *of_pairs)}
    words = _json({"words": " ".join(latin), "starts": starts, "pieces": list(map(_by_content, pieces))})
    written[_by_content(words)] = words
    said = [(number, *message) for number, page in enumerate(pages) for message in page.messages]
    messages = [_json(said)] if said else []
    written |= {_by_content(text): text for text in messages}
    headings = list(dict.fromkeys(heading for page in pages for heading in page.headings))
    kinds, places = (sorted({getattr(page, key) for page in pages}) for key in ("kind", "place"))
    known = {char for pair in pairs if folding.is_run(pair) for char in pair}
    index = {
        "rules": folding.rules(known),
        "kinds": kinds,
        "questions": [number for number, page in enumerate(pages) if page.is_question],
        "places": places,
        "headings": headings,
        "pages": _pages(pages, headings, kinds, places),
        "words": _by_content(words),
        "pairs": list(map(_by_content, of_pairs)),
        "messages": list(map(_by_content, messages)),
        "keys": _explained(pages),
    }
    return {INDEX: _json(index), **written}


def _words(text: str) -> list[str]:
    """Return the words of a text, and keys of the data such as `as_of` as a whole, too."""
    folded = folding.fold(text)
    return folding.words(folded) + re.findall(folding.KEY, folded, re.ASCII)


def _explained(pages: Sequence[Indexed]) -> dict[str, tuple[int, int]]:
    """Return the page that names each key of the data most often, the guide before all others, and the section."""
    found: dict[str, tuple[bool, int, int, int]] = {}
    for number, page in enumerate(pages):
        for key, section, times in page.keys:
            said = (page.address.startswith(GUIDE), times, -number, section)
            found[key] = max(found.get(key, said), said)
    return {key: (-page, section) for key, (_, _, page, section) in sorted(found.items())}


def _postings(pages: Iterable[Indexed]) -> dict[str, str]:
    """Return the numbers of each word as JSON."""
    found: dict[str, list[str]] = defaultdict(list)
    before: dict[str, int] = defaultdict(int)
    for number, page in enumerate(pages):
        for word, hit in zip(page.words.split(), page.hits.split(), strict=True):
            found[word].append(intern(f"{number - before[word]},{hit}"))  # most come again and again
            before[word] = number
    return {word: f"[{','.join(numbers)}]" for word, numbers in found.items()}


def _pages(
    pages: Iterable[Indexed], headings: Sequence[tuple[str, str]], kinds: Sequence[str], places: Sequence[str]
) -> list[list[Any]]:
    numbers = {heading: number for number, heading in enumerate(headings)}
    return [
        [
            page.address,
            list(page.names),
            kinds.index(page.kind),
            places.index(page.place),
            page.opening,
            [numbers[heading] for heading in page.headings],
        ]
        for page in pages
    ]


def _in_order(words: Sequence[str], postings: Mapping[str, str]) -> tuple[list[str], list[int]]:
    """Return pieces of the sorted words, and the number of the first word of each."""
    pieces: list[list[str]] = []
    starts: list[int] = []
    room = 0
    for number, word in enumerate(words):
        text = postings[word]
        if room < len(text):
            pieces.append([])
            starts.append(number)
            room = PIECE
        pieces[-1].append(text)
        room -= len(text)
    return [f"[{','.join(piece)}]" for piece in pieces], starts


def _by_number(pairs: Sequence[str], postings: Mapping[str, str]) -> list[str]:
    """Return pieces of pairs by a number that is worked out from their characters, modulo the number of pieces."""
    number = 1 + sum(len(postings[pair]) + len(pair) + 4 for pair in pairs) // PIECE
    pieces: list[list[str]] = [[] for _ in range(number)]
    for pair in pairs:
        pieces[_number(pair) % number].append(f"{_json(pair)}:{postings[pair]}")
    return [f"{{{','.join(piece)}}}" for piece in pieces]


def _number(pair: str) -> int:
    """Return a number from the characters of a pair, as the browser does."""
    return reduce(lambda made, char: (made * 31 + ord(char)) % 65_521, pair, 0)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _by_content(text: str) -> str:
    return f"{PIECES}{hashlib.sha256(text.encode()).hexdigest()[:12]}.json"
