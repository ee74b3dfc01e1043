"""Figures to see: which facts a figure draws. A figure names facts and holds no number of its own."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from equal_footing.model.types import Date, Model, Name, RecordId, Text, Whole, code


class Series(Model):
    """The facts that one line (or one bar) of a figure draws: by record and field, and where needed `label` and time.

    `currency`, `unit` and `basis` keep to facts that have them.
    """

    record: RecordId
    field: Annotated[Text, code("fields", "field")]
    label: Text | None = None
    time: Text | None = None
    currency: Text | None = None
    unit: Text | None = None
    basis: Text | None = None
    name: Name


class Figure(Model):
    """A figure: lines over time (`time`), or bars that set the parts of one thing side by side (`parts`).

    `limits` says what is mixed in it or missing from it.
    """

    order: Whole
    title: Name
    about: Text
    chart: Literal["time", "parts"]
    series: Annotated[list[Series], Field(min_length=1)]
    limits: Text | None = None
    reviewed: Date
