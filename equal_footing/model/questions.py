"""Models of the comparison: questions with their rubric, and the answers of a country."""

from typing import Annotated

from pydantic import Field

from equal_footing.model.base import Model
from equal_footing.model.prose import Prose, ProseName
from equal_footing.model.records import Changed
from equal_footing.model.types import Day, Form, Name, Reasons, RecordId, Text, Url, Whole, code


class Rubric(Model):
    """What counts as which answer; the three exclude each other and leave no gap."""

    fully: Prose
    """What counts as yes."""
    partly: Prose
    """What counts as partly."""
    not_: Annotated[Prose, Field(alias="not")]
    """What counts as no."""


class Question(Model):
    """A question that is put to every country.

    `asks` says whether it is about the text of a law, the text of a policy, or practice; `kinds` are the kinds of
    records that are evidence.
    """

    order: Whole
    """The position of the question, a whole number from 1 on."""
    group: Annotated[Text, code("question_groups", "group of questions")]
    """The group of questions to which it belongs."""
    question: ProseName
    """The question, as readers see it."""
    short: ProseName
    """The question in a few words, for the head of a table."""
    asks: Annotated[Text, code("asks", "kind of question")]
    """Whether it asks about the text of a law, the text of a policy, or practice."""
    about: Prose
    """Why the question matters and where it comes from."""
    rubric: Rubric
    """What counts as which answer; the three exclude each other and leave no gap."""
    years: Whole | None = None
    """How many years before the review the rubric looks back for `fully`, where it does."""
    evidence: Prose
    """What to read in order to answer it."""
    kinds: Annotated[list[Annotated[Text, code("kinds", "kind")]], Field(min_length=1)]
    """The kinds of records that are evidence."""
    glance: list[Annotated[Text, code("fields", "field")]] = Field(default_factory=list)
    """Fields that sum a country up: its page begins with the newest value of any on the records behind its answer."""
    limits: Prose
    """What the question cannot show, and where countries are hard to compare."""
    reviewed: Day
    """The day on which somebody last reviewed the question, such as 2026-11-23."""


class Position(Model):
    """One of several answers that sources give to the same question."""

    answer: Annotated[Text, code("answers", "answer")]
    """The answer, by the rubric of the question."""
    text: Annotated[Prose, Form("cited")]
    """The grounds for this answer, with citations: [@key, p. 3]."""


class Practice(Model):
    """How practice answers, where it differs from the text of the law or policy."""

    answer: Annotated[Text, code("answers", "answer")]
    """The answer that practice gives, by the rubric of the question."""
    text: Annotated[Prose, Form("cited")]
    """The grounds for this answer, with citations: [@key, p. 3]."""


class Looked(Model):
    """Where somebody looked for an answer, and when."""

    where: Name
    """What was read or searched, such as a law on the host of its government."""
    on: Day
    """The day on which somebody looked, such as 2026-11-23."""


class Answer(Model):
    """How one country answers a question: an answer with its grounds, or the reason why there is none.

    `sentence` makes sense alone in a table cell; `text` gives the grounds, with citations; `evidence` names records.
    """

    answer: Annotated[Text, code("answers", "answer")] | None = None
    """The answer, by the rubric of the question."""
    missing: Annotated[Text, code("missing", "reason for a missing value"), Form("reasons for no answer")] | None = None
    """Why there is no answer."""
    searched: Day | None = None
    """The day on which somebody last looked for an answer."""
    where: Url | None = None
    """The web address of a page that should hold the answer and could not be read."""
    sentence: Annotated[Prose, Form("sentence")] | None = None
    """The finding in one sentence that can be read alone in a table cell, without citations."""
    text: Prose | None = None
    """The grounds for the answer, with citations: [@key, p. 3]."""
    practice: Practice | None = None
    """How practice answers, only where it differs from the text of the law or policy."""
    positions: list[Position] = Field(default_factory=list)
    """The answers that sources give, where they disagree."""
    evidence: list[RecordId] = Field(default_factory=list)
    """The paths of the records on which the answer rests."""
    looked: list[Looked] = Field(
        default_factory=list, examples=[[{"where": "Income Tax Act on laws-lois.justice.gc.ca", "on": "2026-11-23"}]]
    )
    """Where somebody looked for the answer, and when."""
    note: Prose | None = None
    """One short sentence that a reader needs to understand the answer."""
    changed: Changed | None = None
    """Why the answer differs from the one in the previous edition."""
    certain: Reasons = Field(default_factory=dict, examples=[{"odd-size": "The source itself says …"}])
    """Why what the check asks about is right all the same, in a sentence for each question, under its word."""
    reviewed: Day | None = None
    """The day on which somebody last compared the answer with its sources; left out while nobody has looked."""
