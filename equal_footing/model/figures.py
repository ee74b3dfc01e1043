"""Figures to see: which facts a figure draws. A figure names facts and holds no number of its own."""

from typing import Annotated, Literal

from pydantic import Field

from equal_footing.model.base import Model
from equal_footing.model.prose import Prose, ProseName
from equal_footing.model.types import Date, Day, Form, RecordId, Text, Whole, code


class Series(Model):
    """The facts that one line (or one bar) of a figure draws: by record and field, and where needed `label` and time.

    `currency`, `unit` and `basis` keep to facts that have them.
    """

    record: RecordId
    """The path of the record, such as japan/funding/japan-platform."""
    field: Annotated[Text, code("fields", "field"), Form("fields of numbers")]
    """The field of the facts that are drawn."""
    label: Text | None = None
    """Keeps only facts with this `label`."""
    time: Annotated[Text, Form("period")] | None = None
    """Keeps only facts for this time, written as in the fact."""
    currency: Annotated[Text, Form("currencies")] | None = None
    """Keeps only facts in this currency."""
    unit: Annotated[Text, Form("units")] | None = None
    """Keeps only facts in this unit."""
    basis: Annotated[Text, Form("bases")] | None = None
    """Keeps only facts on this basis."""
    name: ProseName
    """The name of the line or bar."""


class Figure(Model):
    """A figure: lines over time (`time`), or bars that set the parts of one thing side by side (`parts`).

    `limits` says what is mixed in it or missing from it.
    """

    order: Whole
    """The position of the figure, a whole number from 1 on."""
    title: ProseName
    """The title that readers see."""
    group: Annotated[Text, code("question_groups", "group of questions")] | None = None
    """The group of questions under which the page of its country draws it."""
    about: Prose
    """What the figure shows, with citations where needed."""
    chart: Literal["time", "parts"]
    """Lines over time (time), or bars that compare the parts of one thing (parts)."""
    series: Annotated[list[Series], Field(min_length=1)]
    """The lines or bars."""
    breaks: list[Date] = Field(default_factory=list)
    """Times from which on values are counted in another way, such as 2018: no line leads across them."""
    limits: Prose | None = None
    """What the figure mixes or leaves out."""
    reviewed: Day
    """The day on which somebody last compared the figure with its facts, such as 2026-11-23."""
