"""The building blocks of models: annotated types for texts, names, dates and code lists.

Words of code lists are checked against the vocabulary that the caller passes as validation context
(`{"vocabulary": ...}`).
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Annotated, Any, Protocol

from pydantic import AfterValidator, BeforeValidator, Field, GetCoreSchemaHandler, ValidationInfo
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from equal_footing.model import currencies, identifiers
from equal_footing.model.fiscal_years import explained
from equal_footing.model.near_words import OTHER_HINTS, near_currency, near_word
from equal_footing.model.values import PartialDate, Period
from equal_footing.model.web_addresses import parse_entry_url, parse_url
from equal_footing.reading.characters import hint_on_signs
from equal_footing.reading.problems import Weight, one_of, quote

_RECORD_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*(?:/[a-z0-9]+(?:-[a-z0-9]+)*)*")
SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
ANCHOR = re.compile(r"(?:(?![A-Z])\w)+(?:-(?:(?![A-Z])\w)+)*")
EDITION = re.compile(r"20[0-9]{2}\.(?:0[1-9]|1[0-2])(?:\.[1-9][0-9]?)?")
MAX_NAME = 240
FORMER_WORDS = {
    ("fields", "register-number"): " A number in a register is not a fact: it goes under the key `identifiers`.",
    ("source_types", "encyclopaedia"): (
        " Encyclopaedias and directories do not count as sources: cite what they cite. A country's codes, currency and "
        "languages come from its `code`."
    ),
    **dict.fromkeys(
        [("fields", name) for name in ("iso-alpha2", "iso-alpha3", "iso-numeric", "currency", "official-language")],
        " A country's codes, currency and official languages follow from the key `code` of its country.yml.",
    ),
}
"""What to write in place of words that code lists no longer hold, by list and word."""
NEW_WORDS = {"identifier_schemes": " If its register is not there, add it to data/vocabulary/identifier_schemes.yml."}
"""What the message about an unknown word says at its end, where new words are usual."""
SHORT_LIST = 16
"""Code lists of at most this many words are listed in the message about an unknown word."""


def rule_error(rule: str, message: str, weight: Weight = Weight.USUAL) -> PydanticCustomError:
    """Return the error of a rule, for a validator to raise; the error carries message, rule and weight."""
    return PydanticCustomError("rule", "{message}", {"message": message, "rule": rule, "weight": weight})


def read_text(value: object) -> str:
    """Read text that is not empty."""
    if not isinstance(value, str):
        raise rule_error("value-type", f"must be text, not a {'list' if isinstance(value, list) else 'mapping'}.")
    text = value.strip()
    if not text:
        raise rule_error("value-missing", "the value is missing. Write one, or delete the key.", Weight.NO_VALUE)
    return text


def read_name(text: str) -> str:
    """Read a name: one line without signs of HTML or templates, at most `MAX_NAME` characters."""
    if re.search(r"[<>{}\n]", text):
        raise rule_error("name-signs", f"{quote(text)} is a name; names hold no < > {{ }} and no line break.")
    if len(text) > MAX_NAME:
        raise rule_error("name-length", f"is a name of {len(text)} characters; the most is {MAX_NAME}.")
    return text


@dataclass(frozen=True, slots=True)
class Pattern:
    """A validator for texts of a form; `what` describes the form in the message.

    `repair` returns what to write for a text that is not of the form, or None where that is not known.
    """

    form: re.Pattern[str]
    rule: str
    what: str
    repair: Callable[[str], str | None] | None = None

    def __call__(self, text: str) -> str:
        """Return the text, or raise the error of the rule."""
        if not self.form.fullmatch(text):
            repaired = self.repair(text) if self.repair else None
            raise rule_error(self.rule, f"{quote(text)} {repaired or f'is not {self.what}'}.{hint_on_signs(text)}")
        return text


@dataclass(frozen=True, slots=True)
class Parsed:
    """A validator that parses texts; `parse` returns the value or raises ValueError with the message."""

    parse: Callable[[str], Any]
    rule: str

    def __call__(self, value: object, info: ValidationInfo) -> Any:
        """Return the value, or raise the error of the rule."""
        text = read_text(value)
        try:
            return self.parse(text)
        except ValueError as error:
            said = explained(error, (info.context or {}).get("fiscal_start"))
            end = "" if said.endswith(".") else "."
            raise rule_error(self.rule, f"{quote(text)} {said}{end}{hint_on_signs(text)}") from error

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Make this the whole validation: what `parse` returns needs no model of pydantic's beside it."""
        return core_schema.with_info_plain_validator_function(self)


@dataclass(frozen=True, slots=True)
class Form:
    """Says what the JSON Schemas hold a value to: the name of a form or of a code list there."""

    name: str

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Leave the validation as it is, and write the name beside it."""
        schema: Any = handler(source)
        return {**schema, "metadata": {**schema.get("metadata", {}), "form": self.name}}


def listed(text: str) -> list[str]:
    """Return the items of a list that is written as one text, with commas or semicolons of any script between them."""
    return [part for part in re.split(r"\s*[,;、，；]\s*", text) if part]


class CodeLists(Protocol):
    """Knows the words of each code list; the vocabulary is one."""

    def codes(self, name: str) -> Mapping[str, Any]:
        """Return a code list by its name."""


@dataclass(frozen=True, slots=True)
class ListedWord:
    """A validator for words of a code list of the vocabulary; `what` names the list in the message.

    Without a vocabulary it takes every word: the code lists are compared with each other when all of them are read.
    """

    list_name: str
    what: str

    def __call__(self, text: str, info: ValidationInfo) -> str:
        """Return the word, or raise the error of the rule."""
        vocabulary = (info.context or {})["vocabulary"]
        known = vocabulary.codes(self.list_name) if vocabulary else {text: None}
        if text not in known:
            several = listed(text)
            if len(several) > 1 and all(part in known for part in several):
                message = f"{quote(text)} is several words: write each as an item, [{', '.join(several)}]."
                raise rule_error(f"unknown-{self.what.replace(' ', '-')}", message, Weight.CHOICES)
            short = len(known) <= SHORT_LIST
            hint = (
                FORMER_WORDS.get((self.list_name, text))
                or OTHER_HINTS.get(self.list_name, near_word)(text, known)
                or (one_of(known) if short else f" See data/vocabulary/{self.list_name}.yml.")
            )
            message = f"{quote(text)} is not a known {self.what}.{hint}{NEW_WORDS.get(self.list_name, '')}"
            raise rule_error(f"unknown-{self.what.replace(' ', '-')}", message, Weight.CHOICES)
        return text


def code(list_name: str, what: str) -> AfterValidator:
    """Return the validator for words of a code list of the vocabulary, for use in an annotation."""
    return AfterValidator(ListedWord(list_name, what))


def word_of(list_name: str) -> AfterValidator:
    """Return the validator for words of another code list within the vocabulary; see `ListedWord`."""
    return AfterValidator(ListedWord(list_name, "word"))


def read_currency(text: str, info: ValidationInfo) -> str:
    """Read the ISO 4217 code of a currency, which may be withdrawn by now."""
    if text not in identifiers.currencies() and text not in currencies.withdrawn():
        near = near_currency(text, (info.context or {}).get("country", ""))
        raise rule_error("currency-code", f"{quote(text)} is not an ISO 4217 code.{near}")
    if text in currencies.NO_MONEY:
        raise rule_error("currency-code", f"{quote(text)} is the code of a metal, or of no currency.")
    return text


def read_country(text: str) -> str:
    """Read the two-letter ISO 3166-1 code of a country, or one that the standard leaves to its users."""
    if text not in identifiers.countries() and not identifiers.is_user_assigned(text):
        near = identifiers.near_country(text)
        hint = f" Did you mean {near}?" if near else " A place that has none takes one of XA to XZ."
        raise rule_error("country-code", f"{quote(text)} is not a two-letter ISO 3166-1 code.{hint}")
    return text


def true(value: object) -> bool:
    """Read `true`, the only value of a flag."""
    if value != "true":
        found = f"{quote(value)} " if isinstance(value, str) else ""
        raise rule_error("value-choice", f"{found}must be true, or the key left out.", Weight.CHOICES)
    return True


def read_whole(value: object) -> int:
    """Read a whole number from 1 on."""
    text = read_text(value)
    if not re.fullmatch(r"[1-9][0-9]*", text):
        raise rule_error("value-type", f"{quote(text)} must be a whole number above 0.{hint_on_signs(text)}")
    return int(text)


def record_path(text: str) -> str | None:
    """Return what to write for the path of a file or of a page in place of a record's path, or None."""
    bare = re.sub(
        r"^(?:https?://[^/]+/)?/?(?:data/)?|/?(?:\.ya?ml|\.md|\.html)?(?:#.*)?/?$", "", text.replace("\\", "/")
    )
    return f"is written {bare}" if bare != text and _RECORD_ID.fullmatch(bare) else None


def source_keys(text: str) -> str | None:
    """Return what to write for several keys, or for an address, in place of a source's key, or None."""
    keys = [key for key in re.split(r"[,;\s]+|\band\b", text.strip("[]")) if key]
    if len(keys) > 1 and all(SLUG.fullmatch(key) for key in keys):
        others = ", ".join(f"{{source: {key}, locator: …}}" for key in keys[1:])
        return f"is more than one source: write `source: {keys[0]}` and `further_sources: [{others}]`"
    if re.match(r"https?://|www\.", text):
        return "is an address: write the key under which sources.yml has the source"
    bare = text.strip("[]@ ")
    return f"is written {bare}" if bare != text and SLUG.fullmatch(bare) else None


Text = Annotated[str, BeforeValidator(read_text), Form("text")]
Name = Annotated[Text, AfterValidator(read_name), Form("name")]
RECORD_ID = Pattern(_RECORD_ID, "record-id", "a record's path, such as japan/funding/japan-platform", record_path)
RecordId = Annotated[Text, AfterValidator(RECORD_ID)]
SOURCE_KEY = Pattern(SLUG, "source-key", "a source's key: small letters and digits, joined by hyphens", source_keys)
SourceKey = Annotated[Text, AfterValidator(SOURCE_KEY)]
KNOWN_DATES = 4096
"""How many dates and periods are kept at hand when they were parsed: a few hundred of them fill all files."""
Date = Annotated[PartialDate, Parsed(lru_cache(KNOWN_DATES)(PartialDate.parse), "date"), Form("date")]
DAY = Form("day")
Day = Annotated[Date, DAY]
Interval = Annotated[Period, Parsed(lru_cache(KNOWN_DATES)(Period.parse), "period"), Form("period")]
Url = Annotated[str, Parsed(parse_url, "web-address"), Form("url")]
EntryUrl = Annotated[str, Parsed(parse_entry_url, "web-address"), Form("entry-url")]
Currency = Annotated[Text, AfterValidator(read_currency), Form("currencies")]
Whole = Annotated[int, BeforeValidator(read_whole), Form("whole")]
Flag = Annotated[bool, BeforeValidator(true), Form("flag")]
Language = Annotated[Text, code("languages", "language")]
Reasons = dict[Text, Text]
"""Why what the check asks about is right, by the words of its questions."""
Names = Annotated[dict[Language, Name], Field(min_length=1)]
