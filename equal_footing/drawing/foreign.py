"""Marks words in other scripts with their language, so that fonts, hyphens and screen readers suit them."""

import re
from collections.abc import Callable
from functools import cache, lru_cache
from typing import NamedTuple

from markupsafe import Markup, escape

from equal_footing.model.prose import ENGLISH, Prose

_SCRIPTS = (
    (re.compile("[\u3041-\u3096\u309d-\u309f\u30a1-\u30fa\u30fd-\u30ff\uff66-\uff9f]"), "ja"),
    (re.compile("[\uac00-\ud7af\u1100-\u11ff]"), "ko"),
    (re.compile("[\u2e80-\u2fdf\u3005-\u3007\u3099-\u309c\u30fb\u30fc\u3400-\u9fff\uf900-\ufaff]"), "zh-Hans"),
    (re.compile("[\u0600-\u06ff]"), "ar"),
    (re.compile("[\u0590-\u05ff]"), "he"),
    (re.compile("[\u0400-\u04ff]"), "ru"),
    (re.compile("[\u1200-\u137f]"), "am"),
    (re.compile("[\u0e00-\u0e7f]"), "th"),
    (re.compile("[\u0900-\u097f]"), "hi"),
)
"""The scripts that are distinguished, each with the language to take where nothing else says which one it is."""
_HAN = frozenset({"ja", "ko", "zh"})
_CODED_IN = {"zh-Hans": "gb2312", "ja": "shift_jis", "zh-Hant": "big5"}
"""Languages written in Han characters, with a character set that has the forms of that language and few others."""
_LETTERS = "".join(script.pattern.strip("[]") for script, _ in _SCRIPTS)
_BRACKETS = "\u3008\u300a\u300c\u300e"
RUN = re.compile(
    f"[{_BRACKETS}{_LETTERS}](?:(?<=[{_LETTERS}])|[{_BRACKETS}]*[{_LETTERS}])[{_LETTERS}]*"
    f"(?:[ \u3000-\u301f\uff01-\uff5e0-9A-Za-z-]*[{_LETTERS}\u300d\u300f]+)*"
)
"""Words in one of these scripts after any brackets, with the signs between them.

It begins with one character and not with any number of brackets: so the search passes over Latin text fast.
"""
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)((?:\"[^\"]*\"|[^>\"])*)>")
_LANGUAGE = re.compile(r"\slang=\"([\w-]*)\"")
_PLACE = re.compile(r"\sdata-countries=\"([\w-]*)\"")
_VOID = frozenset(
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"]
)
_PLAIN = frozenset(["script", "style", "title", "textarea", "option"])
"""Elements that hold text and no other elements."""
_TELLING = re.compile(
    rf"<(?=(?:svg|{'|'.join(sorted(_PLAIN))})\b"
    r"|[a-z][a-z0-9]*(?:\s+[^\s>\"]+(?:\"[^\"]*\")?)*?\s(?:lang|data-countries)=)",
    re.IGNORECASE,
)
"""Where a tag begins whose element says something of the words in it."""


class _Around(NamedTuple):
    """An element around words: where it ends, and its language.

    `usual` is the language in which words of other scripts are likely to be there, `mark` the element that marks them,
    nothing where none is allowed.
    """

    end: int
    language: str
    usual: str
    mark: str


_HELD, _END = "\ue000", "\ue001"
"""What an English text on a page in another language is held between until the page is drawn."""


def said(language: str, value: object) -> object:
    """Return what a page in a language shows for a value of a template: a text of the data in that language.

    One that is there only in English is held between two signs, which `mark_english` takes away again.
    """
    if not isinstance(value, Prose):
        return value
    text, found = value.said_in(language)
    return text if found != ENGLISH or not text else Markup(f"{_HELD}{escape(text)}{_END}")


def mark_english(html: str) -> str:
    """Return HTML with the texts that `said` has held marked as English, and as they are in attributes and titles."""
    if _HELD not in html:
        return html
    parts, at, within = [], 0, ""
    for tag in _TAG.finditer(html):
        text = html[at : tag.start()]
        parts.append(_shown(text, within))
        parts.append(_without_signs(tag[0]))
        at, within = tag.end(), "" if tag[1] else tag[2].lower()
    return "".join([*parts, _shown(html[at:], "")])


def _shown(text: str, within: str) -> str:
    if within in _PLAIN:
        return _without_signs(text)
    return text.replace(_HELD, f'<span lang="{ENGLISH}">').replace(_END, "</span>")


def _without_signs(text: str) -> str:
    return text.replace(_HELD, "").replace(_END, "")


def in_language(html: str, language: str, inline: bool) -> Markup:
    """Return HTML marked as being in a language; `inline` HTML holds no paragraphs."""
    name = "span" if inline else "div"
    return Markup(f'<{name} lang="{escape(language)}">{html}</{name}>')


@cache
def is_foreign(language: str) -> bool:
    """Return whether a language (a BCP 47 tag) is written in one of the scripts that are distinguished."""
    base = language.split("-")[0]
    return any(base == usual.split("-")[0] for _, usual in _SCRIPTS)


@lru_cache(maxsize=4096)
def language_of(words: str, usual: str) -> str:
    """Return the language of some words by their script; `usual` where the script serves several languages.

    Han characters are of the usual language unless it lacks one of them, else of the first language that has them all.
    """
    base = usual.split("-")[0]
    for script, language in _SCRIPTS:
        if script.search(words):
            if language == "zh-Hans":
                return _of_han("".join(script.findall(words)), usual if base in _HAN else "")
            return usual if base == language.split("-")[0] else language
    return usual


def _of_han(letters: str, usual: str) -> str:
    able = [tag for tag, coding in _CODED_IN.items() if letters.encode(coding, "ignore").decode(coding) == letters]
    if usual and (usual in able or usual not in _CODED_IN or not able):
        return usual
    return able[0] if able else "zh"


def mark(text: str, usual: str = "") -> Markup:
    """Return a text as HTML with its words in other scripts marked; `usual` is their most likely language."""
    if not RUN.search(text):  # as in most
        return escape(text)
    return Markup(_marked(str(escape(text)), usual))


def mark_html(html: str, language: str, usual: str, spoken_in: Callable[[str], str]) -> str:
    """Return HTML in a language with its words in other scripts marked, wherever they are.

    `usual` is their most likely language, `spoken_in` gives the same for a place by its id, or nothing. What is in
    an element of a language of another script already stays as it is.
    """
    parts: list[str] = []
    open_ = [_Around(len(html), language, usual, "span")]
    openings = _TELLING.finditer(html)
    opening = next(openings, None)
    at = 0
    for run in RUN.finditer(html):
        while opening and opening.start() < run.start():
            _enter(open_, html, opening.start(), spoken_in)
            opening = next(openings, None)
        around = _leave(open_, run.start())
        if around.mark and not is_foreign(around.language) and not _is_in_tag(html, run.start()):
            parts += [html[at : run.start()], _in_mark(run[0], around.usual, around.mark)]
            at = run.end()
    return "".join([*parts, html[at:]])


def _leave(open_: list[_Around], at: int) -> _Around:
    """Take away the open elements that end before a place in the HTML, and return the one that is open there."""
    while open_[-1].end < at:
        open_.pop()
    return open_[-1]


def _enter(open_: list[_Around], html: str, at: int, spoken_in: Callable[[str], str]) -> None:
    """Add the element whose tag begins at a place in the HTML to those that are open there, if it holds anything."""
    outer, tag = _leave(open_, at), _TAG.match(html, at)
    if tag is None or not outer.mark or tag[2].lower() in _VOID or tag[3].endswith("/"):
        return
    name, attributes = tag[2].lower(), tag[3]
    own, place = _LANGUAGE.search(attributes), _PLACE.search(attributes)
    mark = "" if name in _PLAIN else "tspan" if name == "svg" else outer.mark
    likely = (spoken_in(place[1]) if place else "") or outer.usual
    open_.append(_Around(_end(html, name, tag.end()), own[1] if own else outer.language, likely, mark))


def _end(html: str, name: str, at: int) -> int:
    """Return where the closing tag of an element of a name begins, whose content begins at a place in the HTML."""
    depth = 0
    for tag in _tags_named(name).finditer(html, at):
        depth += -1 if tag[1] else 1
        if depth < 0:
            return tag.start()
    return len(html)


@cache
def _tags_named(name: str) -> re.Pattern[str]:
    return re.compile(rf"<(/?){name}(?![\w-])", re.IGNORECASE)


def _is_in_tag(html: str, at: int) -> bool:
    """Return whether a place in the HTML is within a tag, as that of a word in an attribute."""
    begin = at
    while (begin := html.rfind("<", 0, begin)) >= 0:
        if tag := _TAG.match(html, begin):
            return tag.end() > at
    return False


def _marked(escaped: str, usual: str) -> str:
    """Mark the words of a text. Where nothing says what Han characters are, they are Japanese in a line with Kana."""

    def of_line(line: str) -> str:
        likely = usual or ("ja" if _SCRIPTS[0][0].search(line) else "")
        return RUN.sub(lambda run: _in_mark(run[0], likely, "span"), line)

    return "\n".join(map(of_line, escaped.split("\n")))


def _in_mark(words: str, usual: str, name: str) -> str:
    return f'<{name} lang="{language_of(words, usual)}">{words}</{name}>'
