"""Models of the comparison: questions with their rubric, and the answers of a country."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from equal_footing.model.records import Changed
from equal_footing.model.types import Date, Model, Name, RecordId, Text, Whole, code


class Rubric(Model):
    """What counts as which answer; the three exclude each other and leave no gap."""

    fully: Text
    partly: Text
    not_: Annotated[Text, Field(alias="not")]


class Question(Model):
    """A question that is put to every country.

    `asks` says whether it is about the text of a law, the text of a policy, or practice; `kinds` are the kinds of
    records that are evidence.
    """

    order: Whole
    group: Annotated[Text, code("question_groups", "group of questions")]
    question: Name
    short: Name
    asks: Annotated[Text, code("asks", "kind of question")]
    about: Text
    rubric: Rubric
    evidence: Text
    kinds: Annotated[list[Annotated[Text, code("kinds", "kind")]], Field(min_length=1)]
    limits: Text
    reviewed: Date


class Position(Model):
    """One of several answers that sources give to the same question."""

    answer: Annotated[Text, code("answers", "answer")]
    text: Text


class Practice(Model):
    """How practice answers, where it differs from the text of the law or policy."""

    answer: Annotated[Text, code("answers", "answer")]
    text: Text


class Answer(Model):
    """How one country answers a question: an answer with its grounds, or the reason why there is none.

    `sentence` stands alone in a table cell; `text` gives the grounds, with citations; `evidence` names records.
    """

    answer: Annotated[Text, code("answers", "answer")] | None = None
    missing: Annotated[Text, code("missing", "reason for a missing value")] | None = None
    searched: Date | None = None
    sentence: Text | None = None
    text: Text | None = None
    practice: Practice | None = None
    positions: list[Position] = Field(default_factory=list)
    evidence: list[RecordId] = Field(default_factory=list)
    note: Text | None = None
    changed: Changed | None = None
    reviewed: Date
