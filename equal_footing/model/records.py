"""Models of records and their facts, of sources, and of what is left of records that moved or were withdrawn.

The models decide which keys exist and what a value looks like by itself. What depends on other values, other files or
the vocabulary is checked by the rules.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import AfterValidator, BeforeValidator, Field

from equal_footing.model.fixed_words import DIRECT
from equal_footing.model.types import (
    ANCHOR,
    EDITION,
    Currency,
    Date,
    Interval,
    Language,
    Model,
    Names,
    Pattern,
    RecordId,
    SourceKey,
    Text,
    Url,
    Whole,
    code,
    true,
)


class Citation(Model):
    """A source and the place in it (article, page, section, paragraph)."""

    source: SourceKey
    locator: Text


class Value(Model):
    """One of several values that sources give for the same thing."""

    value: Text
    to: Text | None = None
    precision: Annotated[Text, code("precisions", "precision")] | None = None
    unit: Annotated[Text, code("units", "unit")] | None = None
    currency: Currency | None = None
    basis: Annotated[Text, code("bases", "basis")] | None = None
    period: Interval | None = None
    as_of: Date | None = None
    source: SourceKey
    locator: Text
    further_sources: list[Citation] = Field(default_factory=list)
    support: Annotated[Text, code("supports", "kind of support")] = DIRECT
    note: Text | None = None
    shown: Annotated[bool, BeforeValidator(true)] = False


class Changed(Model):
    """Why a value is another one than it was in the edition before: we were wrong, or the world has changed."""

    kind: Literal["corrected", "updated"]
    on: Date
    reason: Text


class Fact(Model):
    """One thing known about a record, with its source, or the reason why it is not known.

    A fact has either `value` or `missing`. `period` is the stretch of time that a figure covers, `as_of` the day, month
    or year for which it holds. One that is `withdrawn` stays to be read at its anchor and counts for nothing else.
    """

    field: Annotated[Text, code("fields", "field")]
    id: (
        Annotated[Text, AfterValidator(Pattern(ANCHOR, "fact-id", "an anchor: small letters and digits, joined by -"))]
        | None
    ) = None
    label: Text | None = None
    missing: Annotated[Text, code("missing", "reason for a missing value")] | None = None
    searched: Date | None = None
    value: Text | None = None
    to: Text | None = None
    precision: Annotated[Text, code("precisions", "precision")] | None = None
    unit: Annotated[Text, code("units", "unit")] | None = None
    currency: Currency | None = None
    per: Currency | None = None
    basis: Annotated[Text, code("bases", "basis")] | None = None
    period: Interval | None = None
    as_of: Date | None = None
    source: SourceKey | None = None
    locator: Text | None = None
    further_sources: list[Citation] = Field(default_factory=list)
    support: Annotated[Text, code("supports", "kind of support")] = DIRECT
    original: dict[Language, Text] = Field(default_factory=dict)
    note: Text | None = None
    values: list[Value] = Field(default_factory=list)
    withdrawn: Date | None = None
    changed: Changed | None = None


class OtherName(Model):
    """Another name of a record: a former one, an abbreviation, another spelling."""

    name: Names
    type: Annotated[Text, code("name_types", "type of name")]
    until: Date | None = None
    source: SourceKey | None = None
    locator: Text | None = None


class Status(Model):
    """Where something stands: since when, or the day for which that is known."""

    code: Annotated[Text, code("statuses", "status")]
    since: Date | None = None
    as_of: Date | None = None
    source: SourceKey | None = None
    locator: Text | None = None
    note: Text | None = None


class Identifier(Model):
    """A number in a register."""

    scheme: Annotated[Text, code("identifier_schemes", "identifier scheme")]
    id: Text
    source: SourceKey
    locator: Text


class Relation(Model):
    """A relation to another record, read from the side on which it stands."""

    type: Annotated[Text, code("relations", "relation")]
    to: RecordId
    since: Date | None = None
    until: Date | None = None
    source: SourceKey | None = None
    locator: Text | None = None
    note: Text | None = None


class Record(Model):
    """What one file describes: a country, an NGO, a law, a funding scheme, and so on."""

    kind: Annotated[Text, code("kinds", "kind")]
    type: Text | None = None
    name: Names
    short_name: Names | None = None
    other_names: list[OtherName] = Field(default_factory=list)
    status: Status
    identifiers: list[Identifier] = Field(default_factory=list)
    summary: Text
    facts: list[Fact]
    relations: list[Relation] = Field(default_factory=list)
    reviewed: Date

    @property
    def title(self) -> str:
        """The English name."""
        return self.name.get("en", "")

    @property
    def current(self) -> list[Fact]:
        """The facts that count: those that were not withdrawn."""
        return [fact for fact in self.facts if fact.withdrawn is None]


class Article(Record):
    """The article from which the site grew: a record that also says how it was taken apart."""

    source: SourceKey
    claims: Whole


class Moved(Model):
    """What stays in the place of a record that has moved."""

    moved_to: RecordId


class Withdrawn(Model):
    """What stays in the place of a record that was withdrawn.

    `reason` says why, `last` what was last said, both with citations. `edition` is one in which the record can be
    read, `see` names records to read instead.
    """

    withdrawn: Date
    name: Names
    reason: Text
    last: Text
    edition: Annotated[Text, AfterValidator(Pattern(EDITION, "edition", "an edition, such as 2026.11"))] | None = None
    see: list[RecordId] = Field(default_factory=list)

    @property
    def title(self) -> str:
        """The English name."""
        return self.name.get("en", "")


class Source(Model):
    """Who said something, when and where, and what was read."""

    title: dict[Language, Text] = Field(min_length=1)
    author: Text | None = None
    publisher: Text
    date: Date | None = None
    url: Url
    language: Language
    type: Annotated[Text, code("source_types", "type of source")]
    read: Date
    mirror: Text | None = None
    original_url: Url | None = None
    archive: Url | None = None
    note: Text | None = None
