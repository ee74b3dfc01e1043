"""Rules on the signs of texts: none that looks like another, and nothing that a copy has left or that says nothing."""

import html
import re
import unicodedata
from collections.abc import Iterator

from equal_footing.check.languages import LATIN, is_text, outside_quotations, script_of, scripts
from equal_footing.model.data_values import DataValue
from equal_footing.model.dataset import Dataset
from equal_footing.model.prose import Prose
from equal_footing.model.text import without_citations
from equal_footing.model.web_addresses import IN_TEXT, untracked
from equal_footing.reading.characters import FULL_WIDTH, ODD_SIGNS, ordinary_signs, spelt
from equal_footing.reading.problems import Problem, Weight, quote

_REMARKS = frozenset({"value", "note", "label", "summary", "sentence", "text", "where", "certain", "reading", "basis"})
_NOTHING = re.compile(
    r"(?:unknown|n/?a|none|nil|null|nothing|not (?:available|known|applicable|found|stated)|tb[dcan]|to ?do|unclear|x+"
    r"|yes|no|ok|okay|ditto|idem|ibid|same|(?:as|see) (?:above|below|source|website|link|note)|-|"
    r"不明|不详|なし|無|没有|없음|미상)?",
    re.IGNORECASE,
)
_UNREAD = "\ufffd"
_ENTITY = re.compile(r"&(?:[a-zA-Z]{2,8}|#[0-9]{1,7}|#x[0-9a-fA-F]{1,6});")
_WORD = re.compile(r"[^\W\d_]+")
_LINK_TARGET = re.compile(r"\]\([^)]*\)|<https?://[^>]*>")
_NOTE_NUMBER = re.compile(r"\[[0-9]{1,3}\](?!\()")
_DECODABLE = re.compile("[\u00c2-\u00f4][^\x00-\x7f]")
"""What a word has whose UTF-8 was taken for another encoding: the first byte of a letter, and one that goes on."""
_BROKEN_WORD = re.compile(r"\b[a-z]{2,}- (?!(?:and|or|to|nor|und|et|versus|as|but|than)\b)[a-z]{2,}\b")
_LIKE_LATIN = frozenset("аеорсухіѕјһԁАВЕКМНОРСТУХІЅЈοναρυχΑΒΕΖΗΙΚΜΝΟΡΤΥΧ")
"""Letters of the Cyrillic and the Greek alphabet that look like Latin ones."""
MIN_REASON = 3
"""The words that a reason has at least."""


def ordinary(dataset: Dataset) -> Iterator[Problem]:
    """A text has ordinary spaces and letters, each of them the one that it looks like."""
    for item in dataset.values:
        fault = _odd_sign(item.value) if isinstance(item.value, str) else ""
        if fault:
            yield item.document.problem(item.path, fault, "text-signs")


def _odd_sign(text: str) -> str:
    """Return what is odd about the signs of a text, with the remedy; nothing where they are ordinary."""
    for entity in _ENTITY.findall(text) if "&" in text else ():
        sign = html.unescape(entity)
        if sign not in {entity, "<", ">"}:  # a text may speak of HTML
            return f"holds {entity}, a sign as pages of the web write it: type {sign.strip() or 'a space'}."
    if text.isascii():
        return ""
    if _UNREAD in text:
        return f"holds {_UNREAD}, which replaces a letter that a program could not read. Type what the source has."
    odd = ODD_SIGNS.search(text)
    if odd:
        return f"holds {spelt(odd[0])}: type {ordinary_signs(odd[0]).strip() or 'an ordinary space'}, or run make fix."
    for word in text.split() if _DECODABLE.search(text) else ():
        meant = "" if word.isascii() else _decoded(word)
        if meant:
            return f"holds {quote(word)}, which a program has read in a wrong encoding: type {meant}."
    for word in _WORD.findall(text) if not _LIKE_LATIN.isdisjoint(text) else ():
        if not word.isascii() and (fault := _mixed(word)):
            return fault
    return ""


def _decoded(word: str) -> str:
    """Return what a word is if a program took its UTF-8 for the encoding of Windows; nothing otherwise."""
    try:
        return word.encode("cp1252").decode("utf-8")
    except UnicodeError:
        return ""


def _mixed(word: str) -> str:
    """Return what is odd about a Latin word with a letter of another alphabet that looks like a Latin one."""
    found = scripts(word)
    strange = next((letter for letter in word if letter in _LIKE_LATIN), "")
    if not strange or not found[LATIN]:
        return ""
    return f"holds {quote(word)}, in which {strange} is a {unicodedata.name(strange).lower()}. Type a Latin one."


def full_width(dataset: Dataset) -> Iterator[Problem]:
    """Full-width letters, digits and signs are only in texts and names of languages that use them."""
    for item in dataset.values:
        if not isinstance(item.value, str) or item.value.isascii() or not FULL_WIDTH.search(item.value):
            continue
        is_latin_name = item.key in {"name", "short_name"} and LATIN in script_of(str(item.path[-1]))
        is_latin_text = isinstance(item.value, Prose) or LATIN in script_of(item.language)
        text = item.value if is_latin_name else _own_words(item) if is_latin_text else ""
        found = FULL_WIDTH.search(text)
        if found:
            message = f"holds {found[0]}, which is full-width: type {unicodedata.normalize('NFKC', found[0])}."
            yield item.document.problem(item.path, message, "text-signs", weight=Weight.AFTER)


def _own_words(item: DataValue) -> str:
    return outside_quotations(without_citations(item.value))


def leftovers(dataset: Dataset) -> Iterator[Problem]:
    """A text holds nothing that belongs to the page or the PDF from which it was copied."""
    for item in dataset.values:
        if not isinstance(item.value, Prose) and not item.language:  # what others have written
            continue
        is_address = item.key == "value" and IN_TEXT.fullmatch(item.value)
        text = _LINK_TARGET.sub("]", without_citations(item.value))
        message = ""
        if found := _NOTE_NUMBER.search(text):
            message = f"holds {found[0]}, the number of a note elsewhere. Cite the source, [@key, p. 3], or delete it."
        elif found := _BROKEN_WORD.search(text):
            message = f"holds {quote(found[0])}, a word that a line had broken. Write it without hyphen and space."
        elif not is_address and (found := IN_TEXT.search(text)):
            shown = quote(found[0].rstrip(".,;:)"))
            message = f"holds the bare address {shown}. Cite it as a source, or make it a link: [words](https://…)."
        if message:
            yield item.document.problem(item.path, message, "text-leftover")


def addresses(dataset: Dataset) -> Iterator[Problem]:
    """A web address says which page it is, and not where its reader came from."""
    for item in dataset.values:
        if isinstance(item.value, str) and "://" in item.value and (right := untracked(item.value)) != item.value:
            shown = right if right.startswith("http") and " " not in right else "it without them"
            message = f"holds what only shows where a reader came from. Write {shown}, or run make fix."
            yield item.document.problem(item.path, message, "address-tracking")


def words(dataset: Dataset) -> Iterator[Problem]:
    """A text says something: what is not known is left out, and the answer to a question gives the reason."""
    for item in dataset.values:
        if item.key not in _REMARKS or not isinstance(item.value, str):
            continue
        if item.key == "value" and not is_text(dataset, item.model):
            continue
        bare = item.value.strip(" .,;:!?()[]–—-")
        is_flag = item.key == "note" and bare in {"true", "false"}
        if is_flag or _NOTHING.fullmatch(bare):
            instead = (
                "Delete it."
                if item.key != "value"
                else "What is not known is left out: write `missing` with its reason."
            )
            yield item.document.problem(item.path, f"{quote(item.value)} says nothing. {instead}", "text-nothing")
        elif item.key == "certain" and bare.isascii() and len(bare.split()) < MIN_REASON:
            message = f"{quote(item.value)} is not a reason. Say in a sentence why it is right."
            yield item.document.problem(item.path, message, "text-nothing")


RULES = (ordinary, full_width, leftovers, addresses, words)
