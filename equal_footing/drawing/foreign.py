"""Marks words in other scripts with their language, so that fonts, hyphens and screen readers suit them."""

import re
from collections.abc import Callable
from functools import cache, lru_cache

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
"""The scripts that are told apart, each with the language to take where nothing else says which one it is."""
_HAN = frozenset({"ja", "ko", "zh"})
_CODED_IN = {"zh-Hans": "gb2312", "ja": "shift_jis", "zh-Hant": "big5"}
"""Languages written in Han characters, with a character set that has the forms of that language and few others."""
_LETTERS = "".join(script.pattern.strip("[]") for script, _ in _SCRIPTS)
RUN = re.compile(
    f"[\u3008\u300a\u300c\u300e]*[{_LETTERS}]+(?:[ \u3000-\u301f\uff01-\uff5e0-9A-Za-z-]*[{_LETTERS}\u300d\u300f]+)*"
)
"""Words in one of these scripts, with the signs between them."""
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)((?:\"[^\"]*\"|[^>\"])*)>")
_LANGUAGE = re.compile(r"\slang=\"([\w-]*)\"")
_PLACE = re.compile(r"\sdata-countries=\"([\w-]*)\"")
_VOID = frozenset(
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"]
)
_PLAIN = frozenset(["script", "style", "title", "textarea", "option"])
"""Elements that hold text and no other elements."""
_Open = tuple[str, str, str]
"""An open element: its name, its language, and the language in which words of other scripts are likely to be."""

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
    """Return whether a language (a BCP 47 tag) is written in one of the scripts that are told apart."""
    base = language.split("-")[0]
    return any(base == usual.split("-")[0] for _, usual in _SCRIPTS)


@lru_cache(maxsize=4096)
def language_of(words: str, usual: str = "") -> str:
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
    return Markup(_marked(str(escape(text)), usual, "span"))


def mark_html(html: str, language: str, usual: str = "", spoken_in: Callable[[str], str] = lambda place: "") -> str:
    """Return HTML in a language with its words in other scripts marked, wherever they stand.

    `usual` is their most likely language, `spoken_in` gives the same for a place by its id, or nothing. What stands in
    an element of a language of another script already stays as it is.
    """
    runs = RUN.finditer(html)
    run = next(runs, None)
    if run is None:
        return html
    parts: list[str] = []
    open_: list[_Open] = [("", language, usual)]
    at = 0
    for tag in _TAG.finditer(html):
        closes, name, attributes = bool(tag[1]), tag[2].lower(), tag[3]
        if open_[-1][0] in _PLAIN and not (closes and name == open_[-1][0]):
            continue
        while run and run.start() < tag.start():
            parts += [html[at : run.start()], _within(run[0], open_)]
            at, run = run.end(), next(runs, None)
        while run and run.start() < tag.end():  # words of an attribute
            run = next(runs, None)
        if run is None:
            break
        if closes:
            known = [number for number, (other, _, _) in enumerate(open_) if other == name]
            del open_[known[-1] if known else len(open_) :]
        elif name not in _VOID and not attributes.endswith("/"):
            own = _LANGUAGE.search(attributes) if "lang=" in attributes else None
            place = _PLACE.search(attributes) if "data-countries=" in attributes else None
            _, outer, likely = open_[-1]
            open_.append((name, own[1] if own else outer, (spoken_in(place[1]) or likely) if place else likely))
    while run:
        parts += [html[at : run.start()], _within(run[0], open_)]
        at, run = run.end(), next(runs, None)
    return "".join([*parts, html[at:]])


def _within(words: str, open_: list[_Open]) -> str:
    """Return words in another script, as `mark_html` does for the elements that are open around them."""
    element, language, usual = open_[-1]
    if element in _PLAIN or is_foreign(language):
        return words
    return _marked(words, usual, "tspan" if any(name == "svg" for name, _, _ in open_) else "span")


def _marked(escaped: str, usual: str, name: str) -> str:
    """Mark the words of a text. Where nothing says what Han characters are, they are Japanese in a line with Kana."""

    def of_line(line: str) -> str:
        likely = usual or ("ja" if _SCRIPTS[0][0].search(line) else "")
        return RUN.sub(lambda run: f'<{name} lang="{language_of(run[0], likely)}">{run[0]}</{name}>', line)

    return "\n".join(map(of_line, escaped.split("\n")))
