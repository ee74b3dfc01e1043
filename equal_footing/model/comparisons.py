"""Models of the tables that set records of some kinds side by side: their columns and their filters."""

from typing import Annotated, Literal

import pydantic

from equal_footing.model.terms import Term
from equal_footing.model.types import word_of

OF_RECORD = ("id", "title", "place", "kind", "status", "status_as_of", "last_seen")
"""What the file of a table says about every record before its own columns, which cannot have these names."""


class Column(Term):
    """A column of a comparison: the fields of which it shows the first that a record has.

    `pick` says which fact where there are several, or `every` that all are shown. With `converted` a column beside it
    gives the sum in the currency of comparison.
    """

    fields: list[Annotated[str, word_of("fields")]]
    """The fields of the column; it shows the first of them that a record has."""
    pick: Literal["newest", "first", "each"] = "newest"
    """Which fact is shown where there are several: the newest, that of the first field, or of each that is newer."""
    span: Literal["year", "total"] | None = None
    """Of sums, keeps only those of one year, or only the others."""
    whole: bool = False
    """Whether it keeps only facts about the whole record, which have no label."""
    every: bool = False
    """Whether it shows every newest fact of its fields, each with a link to the page on which it was read."""
    later: bool = False
    """Whether it shows the later amendment that the version of a record names, where no fact is as new."""
    after: Annotated[str, word_of("fields")] | None = None
    """The field whose date is expected before those of the column; a cell with an earlier one says so."""
    converted: bool = False
    """Whether a second column gives the sum in the currency of comparison."""


class Filter(Term):
    """A filter of a comparison: the records that it keeps."""

    field: Annotated[str, word_of("fields")] | None = None
    """Keeps records with a value in this field."""
    alive: bool = False
    """Keeps records that are alive by their status and were seen so within a year of their review."""


class Comparison(Term):
    """A table that sets the records of some kinds side by side over all countries."""

    kinds: list[Annotated[str, word_of("kinds")]]
    """The kinds of records that are compared."""
    columns: dict[str, Column]
    """The columns, each under its code."""
    filters: dict[str, Filter] = pydantic.Field(default_factory=dict)
    """The filters, each under its code."""
    group: Annotated[str, word_of("question_groups")] | None = None
    """The group of questions under which the page of a country shows its own records; without one at the end."""
    brief: list[str] = pydantic.Field(default_factory=list)
    """The codes of the columns that the page of a country shows; without any it does not show the table."""
