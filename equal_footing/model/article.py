"""Models of the source article and of its parts: its claims by section, its names, the faults of its translation."""

import re
from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from equal_footing.model.base import Model
from equal_footing.model.prose import Prose, ProseName
from equal_footing.model.records import Citation, Record
from equal_footing.model.types import Flag, Name, Pattern, RecordId, SourceKey, Text, Whole, code


class Claim(Model):
    """One claim of the source article, in our own words, and its verdict."""

    id: Annotated[
        Text, AfterValidator(Pattern(re.compile(r"s[0-9]{3}"), "claim-id", "the id of a claim, such as s042"))
    ]
    """The id of the claim, such as s042."""
    line: Whole
    """The line of the article."""
    type: Annotated[Text, code("claim_types", "type of claim")]
    """What type of claim it is."""
    says: Prose
    """What the article says, in our own words."""
    records: list[RecordId] = Field(min_length=1)
    """The paths of the records that the claim is about."""
    verdict: Annotated[Text, code("verdicts", "verdict")]
    """Whether sources confirm the claim."""
    finding: Prose
    """What sources say, with citations."""
    evidence: list[Citation] = Field(default_factory=list)
    """The sources on which the verdict rests."""


class Section(Model):
    """A section of the source article with its claims, in the article's order."""

    order: Whole
    """The position of the section, a whole number from 1 on."""
    title: ProseName
    """The title that readers see."""
    claims: list[Claim] = Field(min_length=1)
    """The claims of the section, in the article's order."""


class PrintedName(Model):
    """A name as the article's translation prints it, and the right one.

    `part` marks the name of something that has no record of its own: the record mentions it.
    """

    printed: Text
    """The name as the article's translation prints it."""
    name: Name
    """The correct name."""
    record: RecordId
    """The path of the record, such as japan/funding/japan-platform."""
    part: Flag = False
    """Marks the name of something without a record of its own; the record given here covers it."""
    lines: list[Whole] = Field(min_length=1)
    """The lines of the article in which the name occurs."""


class ArticleNames(Model):
    """The names that the article uses."""

    names: list[PrintedName]
    """The names, in the article's order."""


class Fault(Model):
    """A fault of the article's translation."""

    id: Annotated[Text, AfterValidator(Pattern(re.compile(r"t[0-9]{2}"), "fault-id", "the id of a fault, such as t07"))]
    """The id of the fault, such as t07."""
    line: Whole
    """The line of the article."""
    printed: Text
    """The passage as the article's translation prints it."""
    reading: Text
    """What it should say."""
    fault: Literal["name", "word", "meaning", "run-together", "layout"]
    """What type of fault it is."""
    certainty: Literal["sure", "likely", "guess"]
    """How sure the corrected reading is."""
    basis: Text | None = None
    """The grounds for the corrected reading."""


class ArticleFaults(Model):
    """The faults of the article's translation."""

    faults: list[Fault]
    """The faults, each with its line."""


class Article(Record):
    """The article from which the site grew: a record that also says how it was taken apart."""

    source: SourceKey
    """The key of the source that is the article itself."""
    claims: Whole
    """How many claims the article makes."""
