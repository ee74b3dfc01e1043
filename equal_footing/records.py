"""Models of everything that stands in `data/`: records and their facts, sources, and the article's claims.

The models decide which keys exist and what a value looks like by itself. What depends on other values, other files or
the vocabulary is checked by the rules. Words of code lists are checked here, against the vocabulary that the caller
passes as validation context (`{"vocabulary": ...}`).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, ValidationInfo
from pydantic_core import PydanticCustomError

from equal_footing import identifiers
from equal_footing.problems import did_you_mean, one_of, quote
from equal_footing.values import PartialDate, Period, parse_url

_RECORD_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*(?:/[a-z0-9]+(?:-[a-z0-9]+)*)*")
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
MAX_NAME = 240


def _error(rule: str, message: str) -> PydanticCustomError:
    return PydanticCustomError(rule, "{message}", {"message": message})


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise _error("value-type", f"must be text, not a {'list' if isinstance(value, list) else 'mapping'}.")
    text = value.strip()
    if not text:
        raise _error("value-missing", "the value is missing. Write one, or delete the key.")
    return text


def _name(text: str) -> str:
    if re.search(r"[<>{}\n]", text):
        raise _error("name-signs", f"{quote(text)} is a name; names hold no < > {{ }} and no line break.")
    if len(text) > MAX_NAME:
        raise _error("name-length", f"is a name of {len(text)} characters; the most is {MAX_NAME}.")
    return text


def _pattern(pattern: re.Pattern[str], rule: str, what: str) -> Callable[[str], str]:
    def check(text: str) -> str:
        if not pattern.fullmatch(text):
            raise _error(rule, f"{quote(text)} is not {what}.")
        return text

    return check


def _parsed(parse: Callable[[str], Any], rule: str) -> BeforeValidator:
    def check(value: object) -> Any:
        text = _text(value)
        try:
            return parse(text)
        except ValueError as error:
            raise _error(rule, f"{quote(text)} {error}.") from error

    return BeforeValidator(check)


def _code(list_name: str, what: str) -> AfterValidator:
    def check(text: str, info: ValidationInfo) -> str:
        known = (info.context or {})["vocabulary"].codes(list_name)
        if text not in known:
            hint = did_you_mean(text, known) or (one_of(known) if len(known) <= 16 else f" See {list_name}.yml.")
            raise _error(f"unknown-{what.replace(' ', '-')}", f"{quote(text)} is not a known {what}.{hint}")
        return text

    return AfterValidator(check)


def _currency(text: str) -> str:
    codes = identifiers.currencies()
    if text not in codes:
        near = identifiers.code_for_name(text, codes)
        hint = f" Did you mean {near}?" if near else did_you_mean(text, codes)
        raise _error("currency-code", f"{quote(text)} is not an ISO 4217 code.{hint}")
    return text


def _true(value: object) -> bool:
    if value != "true":
        raise _error("value-type", f"{quote(value)} must be true, or the key left out.")
    return True


def _whole(value: object) -> int:
    text = _text(value)
    if not re.fullmatch(r"[1-9][0-9]*", text):
        raise _error("value-type", f"{quote(text)} must be a whole number.")
    return int(text)


Text = Annotated[str, BeforeValidator(_text)]
Name = Annotated[Text, AfterValidator(_name)]
RecordId = Annotated[
    Text,
    AfterValidator(_pattern(_RECORD_ID, "record-id", "a record's path, such as japan/funding/japan-platform")),
]
SourceKey = Annotated[
    Text,
    AfterValidator(_pattern(_SLUG, "source-key", "a source's key: small letters and digits, joined by hyphens")),
]
Date = Annotated[PartialDate, _parsed(PartialDate.parse, "date")]
Interval = Annotated[Period, _parsed(Period.parse, "period")]
Url = Annotated[str, _parsed(parse_url, "web-address")]
Currency = Annotated[Text, AfterValidator(_currency)]
Whole = Annotated[int, BeforeValidator(_whole)]
Language = Annotated[Text, _code("languages", "language")]
Names = Annotated[dict[Language, Name], Field(min_length=1)]


class Model(BaseModel):
    """Base of all models: unknown keys are mistakes, and nothing changes after reading."""

    model_config = ConfigDict(extra="forbid", frozen=True, arbitrary_types_allowed=True)


class Citation(Model):
    """A source and the place in it (article, page, section, paragraph)."""

    source: SourceKey
    at: Text


class Value(Model):
    """One of several values that sources give for the same thing."""

    value: Text
    to: Text | None = None
    qualifier: Annotated[Text, _code("qualifiers", "qualifier")] | None = None
    unit: Annotated[Text, _code("units", "unit")] | None = None
    currency: Currency | None = None
    basis: Annotated[Text, _code("bases", "basis")] | None = None
    period: Interval | None = None
    as_of: Date | None = None
    source: SourceKey
    at: Text
    also: list[Citation] = []
    support: Annotated[Text, _code("supports", "kind of support")] = "direct"
    note: Text | None = None
    shown: Annotated[bool, BeforeValidator(_true)] = False


class Fact(Model):
    """One thing known about a record, with its source, or the reason why it is not known.

    A fact has either `value` or `state`. `period` is the stretch of time that a figure covers, `as_of` the day, month
    or year for which it holds.
    """

    field: Annotated[Text, _code("fields", "field")]
    id: (
        Annotated[Text, AfterValidator(_pattern(_SLUG, "fact-id", "an anchor: small letters and digits, joined by -"))]
        | None
    ) = None
    of: Text | None = None
    value: Text | None = None
    to: Text | None = None
    qualifier: Annotated[Text, _code("qualifiers", "qualifier")] | None = None
    unit: Annotated[Text, _code("units", "unit")] | None = None
    currency: Currency | None = None
    per: Currency | None = None
    basis: Annotated[Text, _code("bases", "basis")] | None = None
    period: Interval | None = None
    as_of: Date | None = None
    source: SourceKey | None = None
    at: Text | None = None
    also: list[Citation] = []
    support: Annotated[Text, _code("supports", "kind of support")] = "direct"
    original: dict[Language, Text] = {}
    note: Text | None = None
    state: Annotated[Text, _code("states", "state")] | None = None
    searched: Date | None = None
    values: list[Value] = []


class OtherName(Model):
    """Another name of a record: a former one, an abbreviation, another spelling."""

    name: Names
    sort: Annotated[Text, _code("name_sorts", "sort of name")]
    until: Date | None = None
    source: SourceKey | None = None
    at: Text | None = None


class Status(Model):
    """Where something stands: since when, or the day for which that is known."""

    code: Annotated[Text, _code("statuses", "status")]
    since: Date | None = None
    as_of: Date | None = None
    source: SourceKey | None = None
    at: Text | None = None
    note: Text | None = None


class Identifier(Model):
    """A number in a register."""

    scheme: Annotated[Text, _code("identifier_schemes", "identifier scheme")]
    id: Text
    source: SourceKey
    at: Text


class Relation(Model):
    """A relation to another record, read from the side on which it stands."""

    type: Annotated[Text, _code("relations", "relation")]
    to: RecordId
    since: Date | None = None
    until: Date | None = None
    source: SourceKey | None = None
    at: Text | None = None
    note: Text | None = None


class Record(Model):
    """What one file describes: a country, an NGO, a law, a funding scheme, and so on."""

    kind: Annotated[Text, _code("kinds", "kind")]
    type: Text | None = None
    name: Names
    short_name: Names | None = None
    other_names: list[OtherName] = []
    status: Status
    identifiers: list[Identifier] = []
    summary: Text
    facts: list[Fact]
    relations: list[Relation] = []
    reviewed: Date

    @property
    def title(self) -> str:
        """The English name."""
        return self.name.get("en", "")


class Article(Record):
    """The article from which the site grew: a record that also says how it was taken apart."""

    source: SourceKey
    claims: Whole


class Moved(Model):
    """What stays in the place of a record that has moved."""

    moved_to: RecordId


class Source(Model):
    """Who said something, when and where, and what was read."""

    title: dict[Language, Text] = Field(min_length=1)
    author: Text | None = None
    publisher: Text
    date: Date | None = None
    url: Url
    language: Language
    type: Annotated[Text, _code("source_types", "type of source")]
    read: Date
    mirror: Text | None = None
    original_url: Url | None = None
    archive: Url | None = None
    note: Text | None = None


class Claim(Model):
    """One claim of the source article, in our own words, and how it stands."""

    id: Annotated[Text, AfterValidator(_pattern(re.compile(r"s\d{3}"), "claim-id", "the id of a claim, such as s042"))]
    line: Whole
    type: Annotated[Text, _code("claim_types", "type of claim")]
    says: Text
    records: list[RecordId] = Field(min_length=1)
    verdict: Annotated[Text, _code("verdicts", "verdict")]
    finding: Text
    evidence: list[Citation] = []


class Section(Model):
    """A section of the source article with its claims, in the article's order."""

    order: Whole
    title: Name
    claims: list[Claim] = Field(min_length=1)


class PrintedName(Model):
    """A name as the article's translation prints it, and the right one.

    `part` marks the name of something that has no record of its own: the record speaks of it.
    """

    printed: Text
    name: Name
    record: RecordId
    part: Annotated[bool, BeforeValidator(_true)] = False
    lines: list[Whole] = Field(min_length=1)


class ArticleNames(Model):
    """The names that the article uses."""

    names: list[PrintedName]


class Fault(Model):
    """A fault of the article's translation."""

    id: Annotated[Text, AfterValidator(_pattern(re.compile(r"t\d{2}"), "fault-id", "the id of a fault, such as t07"))]
    line: Whole
    printed: Text
    reading: Text
    fault: Literal["name", "word", "meaning", "run-together", "layout"]
    certainty: Literal["sure", "likely", "guess"]
    basis: Text | None = None


class ArticleFaults(Model):
    """The faults of the article's translation."""

    faults: list[Fault]
