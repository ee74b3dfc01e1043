"""Marks words in other scripts with their language, so that fonts, hyphens and screen readers suit them."""

import re

from markupsafe import Markup, escape

_SCRIPTS = (
    (re.compile("[\u3040-\u30ff\uff66-\uff9f]"), "ja"),
    (re.compile("[\uac00-\ud7af\u1100-\u11ff]"), "ko"),
    (re.compile("[\u3400-\u9fff\uf900-\ufaff]"), "zh-Hans"),
    (re.compile("[\u0600-\u06ff]"), "ar"),
    (re.compile("[\u0400-\u04ff]"), "ru"),
    (re.compile("[\u1200-\u137f]"), "am"),
    (re.compile("[\u0e00-\u0e7f]"), "th"),
    (re.compile("[\u0900-\u097f]"), "hi"),
)
"""The scripts that are told apart, each with the language to take where nothing else says which one it is."""
_HAN = frozenset({"ja", "ko", "zh"})
_LETTERS = "".join(script.pattern.strip("[]") for script, _ in _SCRIPTS)
_RUN = re.compile(f"[{_LETTERS}\u3005-\u300f]+(?:[ \u3000-\u301f\uff01-\uff5e0-9A-Za-z]*[{_LETTERS}\u300d\u300f]+)*")
_TAG = re.compile("(<[^>]*>)")


def is_foreign(language: str) -> bool:
    """Return whether a language (a BCP 47 tag) is written in one of the scripts that are told apart."""
    base = language.split("-")[0]
    return any(base == usual.split("-")[0] for _, usual in _SCRIPTS)


def language_of(words: str, usual: str = "") -> str:
    """Return the language of some words by their script; `usual` where the script serves several languages."""
    base = usual.split("-")[0]
    for script, language in _SCRIPTS:
        if script.search(words):
            shared = language == "zh-Hans" and base in _HAN
            return usual if shared or base == language.split("-")[0] else language
    return usual


def mark(text: str, usual: str = "") -> Markup:
    """Return a text as HTML with its words in other scripts marked; `usual` is their most likely language."""
    return Markup(_marked(str(escape(text)), usual))


def mark_html(html: str, usual: str = "") -> str:
    """Return HTML without attributes of language with the words in other scripts in its texts marked."""
    if not _RUN.search(html):
        return html
    return "".join(part if part.startswith("<") else _marked(part, usual) for part in _TAG.split(html))


def _marked(escaped: str, usual: str) -> str:
    return _RUN.sub(lambda run: f'<span lang="{language_of(run.group(), usual)}">{run.group()}</span>', escaped)
