"""A build in another language: no word of the interface is left in code, templates or settings.

The language is a made-up one that borrows the plural forms, dates and numbers of Polish. Each of its messages is the
English one in brackets, ⟦so⟧, and each text of the made-up data is in letters with dots and dashes. What is then in
plain letters and outside of brackets comes from code or templates. All texts but notes are translated, ⟦so⟧; their
English begins with «, and is seen nowhere.
"""

from __future__ import annotations

import re
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
import yaml
from babel.core import Locale
from lxml import html
from mkdocs.commands.build import build

from equal_footing.model import messages

from ..conftest import ROOT, make_world
from .conftest import make_project, write_messages
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
NAMES = frozenset(["name", "short_name"])
TRANSLATED = frozenset(
    ["label", "about", "plural", "inverse", "one", "other", "short", "summary", "text", "sentence", "says", "finding",
     "limits", "question", "evidence", "title", "fully", "partly", "not", "paragraphs", "value", "instead"]
)  # fmt: skip
"""The keys whose texts are there in the language as well; notes are not."""
KEPT = re.compile(r"\]\([^)]*\)|@[a-z0-9-]+|\{[a-z_]+\}")
DOTTED = str.maketrans(
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ", "āḃçḋēḟġḣīĵḳḷṁṅōṗɋṙṡṫūṿẇẋẏżĀḂÇḊĒḞĠḢĪĴḲḶṀṄŌṖɊṘṠṪŪṾẆẊẎŻ"
)
PLAIN = re.compile("[A-Za-z]")
BRACKETS = re.compile("⟦[^⟦⟧]*⟧")
SHOWN = ("title", "aria-label", "alt", "placeholder", "data-done", "data-all", "data-some", "data-none", "data-words")
"""Attributes whose text readers see or hear."""
HIDDEN = " or ".join(
    f"ancestor::{place}"
    for place in (
        "script",
        "style",
        "code",
        "pre",
        "nav[contains(@class, 'md-nav--secondary')]",
        "details[@id='contents']",
    )
)
"""Where no words of the interface stand; the contents of a page that nobody has translated are English."""
OWN_NAMES = frozenset(
    ["APA", "BibLaTeX", "CC", "BY", "CSL-JSON", "CSV", "EB", "OL", "EUR", "GB", "T", "RIS", "IE", "IRL",
     "ISO", "Unicode", "CLDR", "Babel", "pycountry", "atlas", "gazette", "s001", "s002", "s003", "t01",
     "JSON", "Markdown", "SVG", "PNG"]
)  # fmt: skip
"""What has the same name in every language: formats, styles, standards, codes."""


def _written(text: str) -> str:
    """Return an English text of the data in letters with dots; addresses, citations and placeholders stay."""
    parts, at = [], 0
    for kept in KEPT.finditer(text):
        parts += [text[at : kept.start()].translate(DOTTED), kept[0]]
        at = kept.end()
    return "".join([*parts, text[at:].translate(DOTTED)])


def _english(text: str) -> str:
    """Return the English of a text that is translated."""
    return f"«{_written(text)}"


def _dotted(found: Any, keys: frozenset[str], key: str = "") -> Any:
    if key == "title" and isinstance(found, dict):  # of a source
        return {language: _written(title) for language, title in found.items()}
    if key in NAMES and isinstance(found, dict) and "en" in found:
        return found | {"en": _english(found["en"]), LANGUAGE: f"⟦{_written(found['en'])}⟧"}
    if isinstance(found, dict):
        return {name: _dotted(below, keys, key if key in OF_LANGUAGES else name) for name, below in found.items()}
    if isinstance(found, list):
        return [_dotted(below, keys, key if key == "paragraphs" or isinstance(below, dict) else "") for below in found]
    if key not in keys or re.match(r"[\d-]|https?:|[a-z-]+/", found) or not PLAIN.search(KEPT.sub("", found)):
        return found
    if key in TRANSLATED | NAMES:
        return {"en": _english(found), LANGUAGE: f"⟦{_written(found)}⟧"}
    return _written(found)


def _in_dots(data: Path) -> None:
    tags = data / "vocabulary/languages.yml"
    with tags.open("a", encoding="utf-8") as list_of_languages:
        list_of_languages.write(f"{LANGUAGE}:\n  label: Polish\n  native: polski\n")
    for file in data.rglob("*.yml"):
        keys = WORDS if file.parent.name == "vocabulary" else TEXTS | OF_LANGUAGES
        found = _dotted(yaml.load(file.read_text(encoding="utf-8"), yaml.BaseLoader), keys)
        for named in found["names"] if file.name == "names.yml" else ():
            named["name"] = named["name"]["en"]
        file.write_text(
            yaml.dump(found, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False, width=10_000),
            encoding="utf-8",
        )


def _table(project: Path) -> None:
    """Write the messages of the language, and the theme's."""
    write_messages(project, LANGUAGE, "⟦{}⟧")
    theirs = (files("material") / "templates/partials/languages/en.html").read_text(encoding="utf-8")
    theirs = re.sub(r'(": ")((?!en"|ltr"|,)[^"]+)"', r'\1⟦\2⟧"', theirs).replace(
        '"language": "en"', f'"language": "{LANGUAGE}"'
    )
    to = project / "theme/partials/languages"
    to.mkdir()
    (to / f"{LANGUAGE}.html").write_text(theirs, encoding="utf-8")


def _outside(text: str, known: frozenset[str]) -> list[str]:
    """Return the words of a text that no text of the data and no standard gives."""
    text = re.sub(r"https?://\S+|\S+[/@]\S+|\S+\.[a-z]{3,4}\b", " ", text)  # addresses and names of files
    return [word for word in re.findall(r"[^\W\d_][\w-]*", text) if word not in known and PLAIN.search(word)]


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


@pytest.fixture(scope="module")
def polish(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small site in the made-up language."""
    folder = tmp_path_factory.mktemp("languages")
    project = make_project(make_world(folder / "world"))
    _in_dots(project / "data")
    _table(project)
    (project / f"docs/about/method.{LANGUAGE}.md").write_text("# Ṁēṫ\n\n## Ṫāḃ { #comparison }\n", encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("EQUAL_FOOTING_LANGUAGE", LANGUAGE)
        build(configured(project, folder / "site", "build")[0])
    return folder / "site"


def test_no_word_is_left_in_code_or_templates(polish: Path) -> None:
    known, left = _known(), set()
    written = sorted((polish / LANGUAGE).rglob("*.html"))
    assert len(written) > 30
    shown = f"//@*[{' or '.join(f'name() = {name!r}' for name in SHOWN)}]"
    said = f"//text()[not({HIDDEN}) and ancestor::*[@lang][1]/@lang = '{LANGUAGE}']"
    for file in written:
        page = html.fromstring(_without_brackets(file.read_text(encoding="utf-8")))
        for text in page.xpath(f"{said} | {shown}"):
            left |= {f"{word}: {file.parent.name}: {text.strip()[:60]}" for word in _outside(text, known)}
    assert left == set(), "\n".join(sorted(left))


def test_texts_of_the_data_are_in_the_language_or_marked_as_english(polish: Path) -> None:
    """The code book describes files that are in English, and the worklist joins words of the vocabulary."""
    here = f"not(parent::script) and ancestor::*[@lang][1]/@lang = '{LANGUAGE}'"
    shown = f"//@*[{' or '.join(f'name() = {name!r}' for name in SHOWN)}]"
    left = set()
    for file in sorted((polish / LANGUAGE).rglob("*.html")):
        if not {"codebook", "contribute"} & {*file.parts}:
            page = html.parse(str(file))
            found = page.xpath(f"//text()[contains(., '«') and {here}] | {shown}[contains(., '«')]")
            left |= {f"{text.strip()[:80]}: {file.parent.relative_to(polish)}" for text in found}
    assert left == set(), "\n".join(sorted(left))
    record = html.parse(str(polish / LANGUAGE / "atlantis/funding/sea-fund/index.html")).getroot()
    assert record.xpath("string(//h1)") == "⟦Ṡēā Ḟūṅḋ⟧"
    assert record.xpath("string(//div[@class='ef-summary']/p)").startswith("⟦")
    assert not record.xpath("//div[@class='ef-summary']//*[@lang='en']")
    assert record.xpath("//span[@class='ef-note']/span[@lang='en']")


def test_markdown_twins_are_in_the_language(polish: Path) -> None:
    """Names in all languages stand on one line, and those that the article prints are in English."""
    twins = {path.relative_to(polish / LANGUAGE).as_posix(): path for path in polish.rglob("index.md")}
    read = [name for name in twins if not name.startswith(("data/", "contribute/", "article/names"))]
    assert len(read) > 30
    found = [(name, line) for name in read for line in twins[name].read_text(encoding="utf-8").splitlines()]
    assert [(name, line) for name, line in found if "«" in line and not line.startswith("⟦Names⟧")] == []
    assert ("atlantis/organisations/reef/index.md", "⟦Status⟧: ⟦Āçṫīṿē⟧, ⟦as of 2024⟧[^1]") in found


def test_a_language_has_a_folder_of_its_own_and_names_the_others(polish: Path) -> None:
    page = html.parse(str(polish / LANGUAGE / "atlantis/laws/index.html")).getroot()
    start = "https://equal-footing.example/"
    assert page.get("lang") == LANGUAGE
    assert page.xpath("//link[@rel='canonical']/@href") == [f"{start}{LANGUAGE}/atlantis/laws/"]
    others = {link.get("hreflang"): link.get("href") for link in page.xpath("//link[@hreflang]")}
    assert others == {"en": f"{start}atlantis/laws/", LANGUAGE: f"{start}{LANGUAGE}/atlantis/laws/"}
    assert not (polish / "atlantis").exists()


def test_a_page_that_nobody_has_translated_says_so_and_is_marked(polish: Path) -> None:
    home = html.parse(str(polish / LANGUAGE / "index.html")).getroot()
    [notice] = home.find_class("ef-untranslated")
    assert notice.text == f"⟦{messages.load(ROOT)('untranslated')}⟧"
    assert home.xpath("//h1[ancestor::*[@lang][1]/@lang = 'en']")
    method = html.parse(str(polish / LANGUAGE / "about/method/index.html")).getroot()
    assert method.xpath("string(//h1)").startswith("Ṁēṫ")
    assert not method.find_class("ef-untranslated")
    assert not (polish / LANGUAGE / f"about/method.{LANGUAGE}").exists()


def test_a_table_that_lacks_a_message_or_a_plural_form_is_refused(tmp_path: Path) -> None:
    folder = tmp_path / messages.FOLDER
    folder.mkdir(parents=True)
    english = {"home": "Home", "files-one": "{number} file", "files-other": "{number} files"}
    polish = {"files-one": "{number} plik", "files-few": "{number} pliki", "files-other": "{number} pliku"}
    for tag, table in (("en", english), ("pl", polish), ("qq", english)):
        (folder / f"{tag}.yml").write_text(yaml.dump(table), encoding="utf-8")
    with pytest.raises(ValueError, match=r"^templates/messages/pl\.yml lacks files-many, home\.$"):
        messages.load(tmp_path, "pl")
    with pytest.raises(ValueError, match=r"^templates/messages/qq\.yml: unknown locale 'qq'\.$"):
        messages.load(tmp_path, "qq")
    assert messages.languages(tmp_path) == ["en", "pl", "qq"]
