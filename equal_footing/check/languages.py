"""Rules on languages: what was translated says so, texts are in the language of the site, names under their own tag."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from functools import cache

from babel.core import get_global

from equal_footing.check.all_facts import each_fact, each_value
from equal_footing.model.base import Model
from equal_footing.model.dataset import Dataset
from equal_footing.model.fixed_words import DIRECT
from equal_footing.model.prose import Prose, uncapitalised
from equal_footing.model.records import Fact
from equal_footing.model.text import citations
from equal_footing.reading.problems import Problem, quote

SITE_LANGUAGE = "en"
LATIN = "LATIN"
_TEXTS = frozenset({"value", "note", "summary", "label", "sentence", "text", "about", "paragraphs"})
_SCRIPTS = {
    "Jpan": {"HIRAGANA", "KATAKANA", "CJK"},
    "Kore": {"HANGUL", "CJK"},
    "Hans": {"CJK"},
    "Hant": {"CJK"},
    "Latn": {LATIN},
    "Arab": {"ARABIC"},
    "Armn": {"ARMENIAN"},
    "Beng": {"BENGALI"},
    "Cyrl": {"CYRILLIC"},
    "Deva": {"DEVANAGARI"},
    "Ethi": {"ETHIOPIC"},
    "Geor": {"GEORGIAN"},
    "Grek": {"GREEK"},
    "Gujr": {"GUJARATI"},
    "Guru": {"GURMUKHI"},
    "Hebr": {"HEBREW"},
    "Khmr": {"KHMER"},
    "Knda": {"KANNADA"},
    "Laoo": {"LAO"},
    "Mlym": {"MALAYALAM"},
    "Mymr": {"MYANMAR"},
    "Sinh": {"SINHALA"},
    "Taml": {"TAMIL"},
    "Telu": {"TELUGU"},
    "Thai": {"THAI"},
    "Tibt": {"TIBETAN"},
}
"""The scripts of ISO 15924, with the words with which the names of their letters begin in Unicode."""
_KNOWN = frozenset().union(*_SCRIPTS.values())
_OTHER = re.compile(
    r"\([^()]*\)|（[^（）]*）|\[[^\[\]]*\](?:\([^()]*\))?|\"[^\"]*\"|“[^“”]*”|‘[^‘’]*’"
    "|「[^「」]*」|『[^『』]*』|《[^《》]*》|〈[^〈〉]*〉"
)
"""What may be in another script within a text: in brackets or quotation marks."""


MIN_WORDS = 4
_ENGLISH = re.compile(r"\b(?:the|of|and|to|in|for|an?|is|are|by|with|on|from|at|or|as|that|its|which|not?|it)\b", re.I)
_OTHER_LANGUAGES = re.compile(
    r"\b(?:l[ea]s?|des?|du|et|en|aux?|par|pour|dans|sur|une?|qu[ei]|el|las|los|y|del|con|por|para|die|der|das|und|den|dem"
    r"|von|zu|mit|für|ist|eine?|het|een|van|voor|met|op|di|il|che|os?|da|do|em|uma|og|av|til|på|och)\b",
    re.I,
)
"""Small words of French, Spanish, German, Dutch, Italian, Portuguese and the languages of Scandinavia."""


def outside_quotations(text: str) -> str:
    """Return a text without what it holds in brackets or quotation marks, which may be in another script."""
    return _OTHER.sub("", text)


def is_text(dataset: Dataset, model: Model) -> bool:
    """Return whether the value of a model is a text; that of a fact is one where its field is for texts."""
    return not isinstance(model, Fact) or dataset.vocabulary.fields[model.field].type == "text"


def translate(*, is_value: bool) -> str:
    """Return what to do with a text in another language; only a fact has a place for the words of its value."""
    if is_value:
        return "Translate it, and put the words into `original`."
    return "Translate it; words of the source may stay in brackets or quotation marks."


def is_foreign(text: str) -> bool:
    """Return whether a text in Latin letters has no small word of English, and several of other languages."""
    words = _OTHER.sub("", text)
    is_long = len(words.split()) >= MIN_WORDS
    return is_long and not _ENGLISH.search(words) and len(_OTHER_LANGUAGES.findall(words)) > 1


def scripts(text: str) -> Counter[str]:
    """Return how many letters of a text are in which script, by the word with which Unicode begins their names."""
    found: Counter[str] = Counter()
    for letter, number in Counter(unicodedata.normalize("NFKC", text)).items():
        if script := _script(letter):
            found[script] += number
    return found


@cache
def _script(letter: str) -> str:
    """Return the word with which Unicode begins the name of a letter; nothing for other characters and scripts."""
    word = re.split("[ -]", unicodedata.name(letter, ""))[0] if letter.isalpha() else ""
    word = "CJK" if word == "IDEOGRAPHIC" else word
    return word if word in _KNOWN else ""


def script_of(tag: str) -> set[str]:
    """Return the scripts in which a language is written, by its BCP 47 tag; none for one that we do not know."""
    parts = tag.split("-")
    code = next((part for part in parts[1:] if len(part) == 4), "")
    likely = get_global("likely_subtags").get(parts[0], "").split("_")
    return _SCRIPTS.get(code or (likely[1] if len(likely) > 1 else ""), set())


def translated_values(dataset: Dataset) -> Iterator[Problem]:
    """A text from a source in another language says that it is translated or summarised."""
    for document, path, value, field in each_value(dataset):
        source = dataset.sources.get(value.source or "") if field.type == "text" else None
        language = source.source.language if source else SITE_LANGUAGE
        if language.split("-")[0] != SITE_LANGUAGE and value.support == DIRECT:
            message = (
                f"is in English, and its source {value.source} in another language ({language}). "
                "Add `support: translated`, or `summarised`."
            )
            yield document.problem(path, message, "support-language")


def originals(dataset: Dataset) -> Iterator[Problem]:
    """The words of a source in another language are not in English."""
    for document, path, fact, _ in each_fact(dataset):
        source = dataset.sources.get(fact.source or "")
        if source and SITE_LANGUAGE in fact.original and source.source.language != SITE_LANGUAGE:
            tag = source.source.language
            message = f"is for the words of the source, which is in another language: write them under `{tag}`."
            yield document.problem((*path, "original", SITE_LANGUAGE), message, "original-language", key=True)


def calculated_values(dataset: Dataset) -> Iterator[Problem]:
    """What we calculated says how."""
    for document, path, fact, _ in each_fact(dataset):
        for below, value in fact.stated.items():
            support = dataset.vocabulary.supports[value.support]
            if support.needs_note and not value.note and not fact.note:
                message = f"is {uncapitalised(support.label)}, and does not say how. Add `note`."
                yield document.problem((*path, *below), message, "support-calculated")


def site_language(dataset: Dataset) -> Iterator[Problem]:
    """Texts are in English; words in another script are in brackets or quotation marks, or under `original`."""
    for item in dataset.values:
        is_ours = item.key in _TEXTS and not item.language and (item.key != "value" or is_text(dataset, item.model))
        if is_ours and isinstance(item.value, str) and not item.value.isascii():
            found = scripts(_OTHER.sub("", item.value))
            latin = found.pop(LATIN, 0)
            if found.total() > latin and (latin == 0 or item.key != "label"):
                remedy = translate(is_value=item.key == "value" and isinstance(item.model, Fact))
                message = f"{quote(item.value, 60)} is not in English. {remedy}"
                yield item.document.problem(item.path, message, "text-language")


def names_by_language(dataset: Dataset) -> Iterator[Problem]:
    """A name is under the tag of a language that is written in its script."""
    for entry in dataset.entries.values():
        for key in ("name", "short_name"):
            for language, name in (getattr(entry.record, key) or {}).items():
                found, script = scripts(name), script_of(language)
                foreign = {*found} - script - {LATIN}
                if script and foreign and (LATIN not in script or LATIN not in found):
                    near = [tag for tag in dataset.vocabulary.languages if foreign <= script_of(tag)]
                    hint = f" Is it {' or '.join(near)}?" if near else ""
                    message = f"{quote(name)} is not in the script of the language {language}.{hint}"
                    yield entry.document.problem((key, language), message, "name-language")


def translated_figures(dataset: Dataset) -> Iterator[Problem]:
    """Only texts have translations: a number, a day or an address is the same in every language."""
    for document, path, value, field in each_value(dataset):
        if field.type != "text" and value.value and value.value.translations:
            message = "is the same in every language: write the value alone, without languages."
            yield document.problem((*path, "value"), message, "translation-value")


def translations(dataset: Dataset) -> Iterator[Problem]:
    """A translation cites what the English text cites, and is in the script of its language."""
    for item in dataset.values:
        if not isinstance(item.value, Prose) or not item.value.translations:
            continue
        if item.key == "value" and not is_text(dataset, item.model):
            continue  # which is a mistake by itself
        cited = {*citations(item.value)}
        for language, text in item.value.translations.items():
            path = (*item.path, language)
            if {*citations(text)} != cited:
                message = "must cite what the English text cites, at the same places."
                yield item.document.problem(path, message, "translation-cites")
            script, found = script_of(language), {*scripts(text)}
            if found and script and not found & script:
                message = f"{quote(text, 60)} is not in the script of the language {language}."
                yield item.document.problem(path, message, "translation-language")


RULES = (
    translations,
    translated_figures,
    translated_values,
    originals,
    calculated_values,
    site_language,
    names_by_language,
)
