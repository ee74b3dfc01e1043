"""Models of the source article taken apart: its claims by section, its names, the faults of its translation."""

from __future__ import annotations

import re
from typing import Annotated, Literal

from pydantic import AfterValidator, BeforeValidator, Field

from equal_footing.model.records import Citation
from equal_footing.model.types import Model, Name, Pattern, RecordId, Text, Whole, code, true


class Claim(Model):
    """One claim of the source article, in our own words, and how it stands."""

    id: Annotated[
        Text, AfterValidator(Pattern(re.compile(r"s[0-9]{3}"), "claim-id", "the id of a claim, such as s042"))
    ]
    line: Whole
    type: Annotated[Text, code("claim_types", "type of claim")]
    says: Text
    records: list[RecordId] = Field(min_length=1)
    verdict: Annotated[Text, code("verdicts", "verdict")]
    finding: Text
    evidence: list[Citation] = Field(default_factory=list)


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
    part: Annotated[bool, BeforeValidator(true)] = False
    lines: list[Whole] = Field(min_length=1)


class ArticleNames(Model):
    """The names that the article uses."""

    names: list[PrintedName]


class Fault(Model):
    """A fault of the article's translation."""

    id: Annotated[Text, AfterValidator(Pattern(re.compile(r"t[0-9]{2}"), "fault-id", "the id of a fault, such as t07"))]
    line: Whole
    printed: Text
    reading: Text
    fault: Literal["name", "word", "meaning", "run-together", "layout"]
    certainty: Literal["sure", "likely", "guess"]
    basis: Text | None = None


class ArticleFaults(Model):
    """The faults of the article's translation."""

    faults: list[Fault]
