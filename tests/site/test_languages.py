"""A build in another language: no word of the interface is left in code, templates or settings.

The language is a made-up one that borrows the plural forms, dates and numbers of Polish. Each of its messages is the
English one in brackets, ⟦so⟧, and each text of the made-up data is in Greek letters. What is then in Latin letters and
outside of brackets comes from code or templates.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from babel.core import Locale
from lxml import html
from material import __file__ as material
from mkdocs.commands.build import build

from equal_footing.model import messages

from ..conftest import ROOT
from .test_plugin import configured

LANGUAGE = "pl"
WORDS = frozenset(["label", "about", "plural", "inverse", "one", "other", "short", "native"])
"""The keys under which the vocabulary has texts."""
TEXTS = WORDS | {
    "title", "summary", "text", "sentence", "note", "says", "finding", "organisation", "publisher", "container",
    "limits", "question", "evidence", "where", "printed", "reading", "locator", "name", "value",
}  # fmt: skip
"""The keys under which all other files have texts."""
OF_LANGUAGES = frozenset(["name", "short_name", "title", "rubric"])
"""The keys that hold a text for each language, or for each answer."""
KEPT = re.compile(r"\]\([^)]*\)|@[a-z0-9-]+|\{[a-z_]+\}")
GREEK = str.maketrans(
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ", "αβψδεφγηιξκλμνοπχρστθωυζύέΑΒΨΔΕΦΓΗΙΞΚΛΜΝΟΠΧΡΣΤΘΩΥΖΎΈ"
)
BRACKETS = re.compile("⟦[^⟦⟧]*⟧")
SHOWN = ("title", "aria-label", "alt", "placeholder", "data-done", "data-all", "data-some", "data-none", "data-words")
"""Attributes whose text readers see or hear."""
HIDDEN = " or ".join(
    f"ancestor::{place}" for place in ("script", "style", "code", "pre", "nav[contains(@class, 'md-nav--secondary')]")
)
"""Where no words of the interface stand; the table of contents of a page that nobody has translated is English."""
OWN_NAMES = frozenset(
    ["APA", "BibLaTeX", "CC", "BY", "CSL-JSON", "CSV", "EB", "OL", "EUR", "GB", "T", "RIS", "IE", "IRL",
     "ISO", "Unicode", "CLDR", "Babel", "pycountry", "s001", "s002", "s003", "t01"]
)  # fmt: skip
"""What has the same name in every language: formats, styles, standards, codes."""


def _written(text: str) -> str:
    """Return an English text of the data in Greek letters; addresses, citations and placeholders stay."""
    parts, at = [], 0
    for kept in KEPT.finditer(text):
        parts += [text[at : kept.start()].translate(GREEK), kept[0]]
        at = kept.end()
    return "".join([*parts, text[at:].translate(GREEK)])


def _greek(found: Any, keys: frozenset[str], key: str = "") -> Any:
    if isinstance(found, dict):
        return {name: _greek(below, keys, key if key in OF_LANGUAGES else name) for name, below in found.items()}
    if isinstance(found, list):
        return [_greek(below, keys, key) for below in found]
    return _written(found) if key in keys and not re.match(r"[\d-]|https?:|[a-z-]+/", found) else found


def _in_greek(data: Path) -> None:
    for file in data.rglob("*.yml"):
        keys = WORDS if file.parent.name == "vocabulary" else TEXTS | OF_LANGUAGES
        found = _greek(yaml.load(file.read_text(encoding="utf-8"), yaml.BaseLoader), keys)
        file.write_text(yaml.dump(found, allow_unicode=True, sort_keys=False, width=10_000), encoding="utf-8")


def _table(project: Path) -> None:
    """Write the messages of the language, and the theme's."""
    english, locale = messages.load(ROOT), Locale.parse(LANGUAGE)
    table = {}
    for key in messages.needed(english.table, locale):
        form = re.sub("-(one|few|many|other)$", "-other", key)
        table[key] = f"⟦{english.table.get(key) or english.table[form]}⟧"
    folder = project / "templates/messages"
    (folder / f"{LANGUAGE}.yml").write_text(yaml.dump(table, allow_unicode=True, default_style='"'), encoding="utf-8")
    theirs = (Path(material).parent / "templates/partials/languages/en.html").read_text(encoding="utf-8")
    theirs = re.sub(r'(": ")((?!en"|ltr"|,)[^"]+)"', r'\1⟦\2⟧"', theirs).replace(
        '"language": "en"', f'"language": "{LANGUAGE}"'
    )
    to = project / "theme/partials/languages"
    to.mkdir()
    (to / f"{LANGUAGE}.html").write_text(theirs, encoding="utf-8")


def _outside(text: str, known: frozenset[str]) -> list[str]:
    """Return the words of a text that no text of the data and no standard gives."""
    text = re.sub(r"https?://\S+|\S+[/@]\S+|\S+\.[a-z]{3,4}\b", " ", text)  # addresses and names of files
    return [word for word in re.findall(r"[^\W\d_Α-Ωα-ωΎΈύέςϊ][\w-]*", text) if word not in known]


def _known() -> frozenset[str]:
    """Return the words of the CLDR in the language, and the names that are the same in every one."""
    locale = Locale.parse(LANGUAGE)
    texts = [*locale.currencies.values(), *locale.languages.values()]
    texts += [name for form in locale.months.values() for names in form.values() for name in names.values()]
    texts += [str(form) for forms in locale.compact_decimal_formats["long"].values() for form in forms.values()]
    return OWN_NAMES | {word for text in texts for word in re.findall(r"[^\W\d_]+", text)}


def _without_brackets(page: str) -> str:
    while BRACKETS.search(page):
        page = BRACKETS.sub(" ", page)
    return page


def test_no_word_is_left_in_code_or_templates(project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _in_greek(project / "data")
    _table(project)
    monkeypatch.setenv("EQUAL_FOOTING_LANGUAGE", LANGUAGE)
    config, _ = configured(project, tmp_path / "site", "build")
    build(config)
    known, left = _known(), set()
    files = sorted((tmp_path / "site" / LANGUAGE).rglob("*.html"))
    assert len(files) > 30
    for file in files:
        page = html.fromstring(_without_brackets(file.read_text(encoding="utf-8")))
        assert page.get("lang") == LANGUAGE
        for text in page.xpath(f"//text()[not({HIDDEN}) and ancestor::*[@lang][1]/@lang = '{LANGUAGE}']") + page.xpath(
            f"//@*[{' or '.join(f'name() = {name!r}' for name in SHOWN)}]"
        ):
            left |= {f"{word}: {file.parent.name}: {text.strip()[:60]}" for word in _outside(text, known)}
    assert left == set(), "\n".join(sorted(left))
