"""Models of records and their facts.

The models decide which keys exist and which form a value has by itself. Rules check what depends on other values.
"""

from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from equal_footing.model.base import Model
from equal_footing.model.fixed_words import DIRECT
from equal_footing.model.prose import ENGLISH, Prose
from equal_footing.model.sections import TextSection
from equal_footing.model.types import (
    ANCHOR,
    Currency,
    Date,
    Day,
    Flag,
    Form,
    Interval,
    Language,
    Names,
    Pattern,
    Reasons,
    RecordId,
    SourceKey,
    Text,
    Url,
    code,
)
from equal_footing.reading.problems import Path


class Citation(Model):
    """A source and the place in it (article, page, section, paragraph)."""

    source: SourceKey
    """The key of the source in the `sources.yml` of a place."""
    locator: Text
    """The place in the source: an article, page, section or paragraph, such as p. 3 or Article 12."""


class Value(Model):
    """One of several values that sources give for the same thing."""

    value: Prose
    """The value that this source gives."""
    to: Text | None = None
    """The upper end of a range that begins at `value`."""
    precision: Annotated[Text, code("precisions", "precision")] | None = None
    """How exact the figure is, in the words of the source."""
    unit: Annotated[Text, code("units", "unit")] | None = None
    """What is counted."""
    currency: Currency | None = None
    """The ISO 4217 code of the currency."""
    basis: Annotated[Text, code("bases", "basis")] | None = None
    """What the sum of money measures: a budget, a commitment, a payment, an income and so on."""
    yearly: Flag = False
    """Whether it is a sum a year: an annual budget whose year the source does not name, or a yearly average."""
    period: Interval | None = None
    """The stretch of time that the figure covers: a year, first and last month, or 2018/.. if still going on."""
    as_of: Date | None = None
    """The day, month or year for which the value holds, as precise as the source gives it."""
    source: SourceKey
    """The key of the source that gives this value."""
    locator: Text
    """The place in the source: an article, page, section or paragraph, such as p. 3 or Article 12."""
    further_sources: list[Citation] = Field(default_factory=list)
    """Further sources that give the same value, each with `source` and `locator`."""
    support: Annotated[Text, code("supports", "kind of support")] = DIRECT
    """How closely the source supports the value; left out where the source states it directly."""
    note: Prose | None = None
    """One short sentence that a reader needs to understand the value."""
    shown: Flag = False
    """Marks the value that pages show first; the note of the fact says why."""


class Changed(Model):
    """Why a value is another one than it was in the edition before: we were wrong, or the world has changed."""

    kind: Literal["corrected", "updated"]
    """Whether we were wrong (corrected) or the world has changed (updated)."""
    on: Day
    """The day on which the value was changed here."""
    reason: Prose
    """What changed and why, in one sentence."""


class Fact(Model):
    """One thing known about a record, with its source, or the reason why it is not known.

    A fact has either `value` or `missing`. `period` is the stretch of time that a figure covers, `as_of` the day, month
    or year for which it holds. One that is `withdrawn` stays to be read at its anchor and counts for nothing else.
    """

    field: Annotated[Text, code("fields", "field")]
    """What the fact is about; the field decides what type of value it takes."""
    id: (
        Annotated[Text, AfterValidator(Pattern(ANCHOR, "fact-id", "an anchor: small letters and digits, joined by -"))]
        | None
    ) = None
    """The anchor of the fact, only where the one made from field, `label` and time does not serve."""
    label: Annotated[Prose, Form("label")] | None = Field(default=None, examples=["full members", "Article 12"])
    """What exactly is meant, in a few words, where a record has several facts of one field."""
    missing: Annotated[Text, code("missing", "reason for a missing value")] | None = None
    """Why there is no value."""
    searched: Day | None = None
    """The day on which somebody last looked for the value."""
    where: Url | None = None
    """The web address of a page that should hold the value and could not be read."""
    value: Prose | None = None
    """The value; text may hold citations and links. Sums and counts are written in full: 16_770_000_000."""
    to: Text | None = None
    """The upper end of a range that begins at `value`."""
    precision: Annotated[Text, code("precisions", "precision")] | None = None
    """How exact the figure is, in the words of the source."""
    unit: Annotated[Text, code("units", "unit")] | None = None
    """What is counted."""
    currency: Currency | None = None
    """The ISO 4217 code of the currency."""
    per: Currency | None = None
    """The other currency of an exchange rate."""
    basis: Annotated[Text, code("bases", "basis")] | None = None
    """What the sum of money measures: a budget, a commitment, a payment, an income and so on."""
    yearly: Flag = False
    """Whether it is a sum a year: an annual budget whose year the source does not name, or a yearly average."""
    period: Interval | None = None
    """The stretch of time that the figure covers: a year, first and last month, or 2018/.. if still going on."""
    as_of: Date | None = None
    """The day, month or year for which the fact holds, as precise as the source gives it."""
    source: SourceKey | None = None
    """The key of the source in the `sources.yml` of the place."""
    locator: Text | None = None
    """The place in the source: an article, page, section or paragraph, such as p. 3 or Article 12."""
    further_sources: list[Citation] = Field(default_factory=list)
    """Further sources that say the same, each with `source` and `locator`."""
    support: Annotated[Text, code("supports", "kind of support")] = DIRECT
    """How closely the source supports the value; left out where the source states it directly."""
    original: dict[Language, Text] = Field(default_factory=dict, examples=[{"ja": "特定非営利活動法人"}])
    """The wording in the source's language, where the exact words matter."""
    note: Prose | None = None
    """One short sentence that a reader needs to understand the fact."""
    values: list[Value] = Field(default_factory=list)
    """The values on which sources disagree, two or more."""
    withdrawn: Day | None = None
    """The day on which the fact was withdrawn; `note` says why."""
    moved_to: RecordId | None = None
    """The record that has the withdrawn fact now, at the same anchor."""
    changed: Changed | None = None
    """Why the value differs from the one in the previous edition."""
    certain: Reasons = Field(default_factory=dict, examples=[{"odd-size": "The source itself says …"}])
    """Why what the check asks about is right all the same, in a sentence for each question, under its word."""

    @property
    def stated(self) -> "dict[Path, Fact | Value]":
        """What states a value: the fact itself, or its `values`, the one that is shown first before all others.

        Each is there by its path below the fact.
        """
        own: dict[Path, Fact | Value] = {} if self.value is None else {(): self}
        listed = sorted(enumerate(self.values), key=lambda item: not item[1].shown)
        return own | {("values", number): value for number, value in listed}


class OtherName(Model):
    """Another name of a record: a former one, an abbreviation, another spelling."""

    name: Names
    """The other name in each language, by language tag."""
    type: Annotated[Text, code("name_types", "type of name")]
    """What type of name it is."""
    until: Date | None = None
    """When the name was last in use."""
    source: SourceKey | None = None
    """The key of the source that gives the name."""
    locator: Text | None = None
    """The place in the source: an article, page, section or paragraph, such as p. 3 or Article 12."""


class Status(Model):
    """The status of a record: since when, or for which day it is known."""

    code: Annotated[Text, code("statuses", "status")]
    """Whether it is active, in force, ended and so on."""
    since: Date | None = None
    """The day, month or year in which it took this status."""
    as_of: Date | None = None
    """When the status is known to hold; of what is active or in force, the date of the last sign of it."""
    source: SourceKey | None = None
    """The key of the source that shows the status."""
    locator: Text | None = None
    """The place in the source: an article, page, section or paragraph, such as p. 3 or Article 12."""
    note: Prose | None = None
    """One short sentence that a reader needs to understand the status."""


class Identifier(Model):
    """A number in a register."""

    scheme: Annotated[Text, code("identifier_schemes", "identifier scheme")]
    """The register."""
    id: Text
    """The number in the register, in quotation marks, such as "7010005017348"."""
    source: SourceKey
    """The key of the source that gives the number."""
    locator: Text
    """The place in the source: an article, page, section or paragraph, such as p. 3 or Article 12."""


class Version(Model):
    """Which version of a law or policy was read, and whether a later amendment is known."""

    date: Date
    """The day, month or year to which the text that was read is consolidated, or of its adoption or last amendment."""
    source: SourceKey
    """The key of the source that is the text that was read."""
    locator: Text
    """The place in the source that gives the version, such as header or p. 1."""
    checked: Day
    """The day on which somebody last looked for a later amendment."""
    later_amendment: Date | None = None
    """When a later amendment was made that the text does not contain, if one is known."""
    note: Prose | None = None
    """One short sentence that a reader needs to understand the version."""


class Relation(Model):
    """A relation to another record, as seen from this one."""

    type: Annotated[Text, code("relations", "relation")]
    """How this record is related to the other one; the page of the other record shows the inverse."""
    to: RecordId
    """The path of the other record, such as japan/bodies/ministry-of-foreign-affairs."""
    since: Date | None = None
    """When the relation began."""
    until: Date | None = None
    """When the relation ended."""
    source: SourceKey | None = None
    """The key of the source that shows the relation."""
    locator: Text | None = None
    """The place in the source: an article, page, section or paragraph, such as p. 3 or Article 12."""
    note: Prose | None = None
    """One short sentence that a reader needs to understand the relation."""


class Record(Model):
    """What one file describes: a country, an NGO, a law, a funding scheme, and so on."""

    kind: Annotated[Text, code("kinds", "kind")]
    """What the record describes: a country, a law, an organisation and so on; its folder or file name decides it."""
    type: Annotated[Text, Form("types")] | None = None
    """The type within the kind, where the kind has types."""
    name: Names
    """The name in each language, by language tag; English is required."""
    short_name: Names | None = Field(default=None, examples=[{"en": "JPF"}])
    """The abbreviation or short form in common use, in each language by language tag."""
    other_names: list[OtherName] = Field(
        default_factory=list, examples=[[{"name": {"en": "Old Name"}, "type": "former"}]]
    )
    """Former names, other spellings and other translations."""
    status: Status
    """Whether it is active, in force, ended and so on, and since when."""
    version: Version | None = None
    """Which version of a law or policy was read."""
    identifiers: list[Identifier] = Field(default_factory=list)
    """Its numbers in registers."""
    summary: Prose
    """One to three plain sentences in our own words, with citations: [@key, p. 3]."""
    sections: list[TextSection] = Field(
        default_factory=list, examples=[[{"title": "What it does", "paragraphs": ["It pays NGOs [@key, p. 3]."]}]]
    )
    """A longer text in parts, each with its title and its paragraphs."""
    facts: list[Fact]
    """What is known about it, each fact with its source, or why it is not known."""
    relations: list[Relation] = Field(
        default_factory=list,
        examples=[[{"type": "administered-by", "to": "japan/bodies/ministry-of-foreign-affairs"}]],
    )
    """Its relations to other records, each written on one side only."""
    certain: Reasons = Field(default_factory=dict, examples=[{"odd-size": "The source itself says …"}])
    """Why what the check asks about is right all the same, in a sentence for each question, under its word."""
    reviewed: Day | None = None
    """The day on which somebody last compared the file with its sources; left out while nothing has been researched."""

    @property
    def title(self) -> Prose:
        """The name: the English one, and those in other languages."""
        return Prose(self.name.get(ENGLISH, ""), self.name)

    @property
    def paragraphs(self) -> list[str]:
        """The paragraphs of all sections."""
        return [paragraph for section in self.sections for paragraph in section.paragraphs]

    @property
    def current(self) -> list[Fact]:
        """The facts that count: those that were not withdrawn."""
        return [fact for fact in self.facts if fact.withdrawn is None]
