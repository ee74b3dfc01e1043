"""The shapes of facts in the JSON files: what each says, under which keys. The schemas are made from them.

A key whose value is None is left out, and a list is always there; so no key ever has values of two types. A word of a
code list comes as `id` and `name`. Nobody changes a shape; it is not frozen because it would take three times as long
to make.
"""

from dataclasses import dataclass, fields
from typing import Annotated, Any, Self

from pydantic import ConfigDict, WithJsonSchema

Markdown = Annotated[str, WithJsonSchema({"type": "string", "contentMediaType": "text/markdown"})]
"""A text in Markdown: a citation in it, such as `[@key, p. 3]`, has the key of one of the `sources` of the file."""


class Shape:
    """What all shapes share: the docstring under a key is its description in the schema.

    What pydantic needs to write them is made when the first one is written, which few builds do after a small change.
    """

    __slots__ = ()
    __pydantic_config__ = ConfigDict(defer_build=True)

    @classmethod
    def filled(cls, item: object, **own: Any) -> Self:
        """Return the shape of an item: what it has under the names of the keys, and what is given as its `own`."""
        names = (one.name for one in fields(cls) if one.name not in own)  # type: ignore[arg-type]  # all are dataclasses
        return cls(**own, **{name: getattr(item, name) for name in names if hasattr(item, name)})


@dataclass(slots=True)
class Named(Shape):
    """A word of a code list, a place or a record: its id, and the name that readers see."""

    id: str
    """The code in the tables and in the data files."""
    name: str
    """The English name."""


@dataclass(slots=True)
class Citation(Shape):
    """A source, and the place in it."""

    source: str
    """The key of the source."""
    title: str
    """The title of the source itself."""
    locator: str
    """The place in the source; empty where there is none to give."""
    url: str
    """The address of what was read."""
    grade: Named
    """The grade of evidence."""


@dataclass(slots=True)
class Time(Shape):
    """A period or a date."""

    text: str
    """As ISO 8601 writes it, with the signs of ISO 8601-2."""
    starts: str
    """The first day that it can mean."""
    ends: str | None = None
    """The last day that it can mean; left out where the period has no end, or the source gives none."""
    approximate: bool | None = None
    """True where a date is about then (`~`)."""
    uncertain: bool | None = None
    """True where a date is perhaps then (`?`)."""


@dataclass(slots=True)
class Value(Shape):
    """One value of a fact."""

    value: str
    """The value as text: exact digits, a date of ISO 8601, an address, plain words."""
    support: Named
    """How closely the source supports it."""
    sources: list[Citation]
    """On what it rests: its source first."""
    undated: bool
    """Whether it changes with time and its source gives no date."""
    shown_first: bool
    """Of several values on which sources disagree, whether pages show this one first."""
    number: int | float | None = None
    """The number, or the lower end of a range."""
    to: int | float | None = None
    """The upper end of a range."""
    date: Time | None = None
    """The date, of a field that holds dates."""
    markdown: Markdown | None = None
    """A text as it is written, in Markdown with its citations."""
    precision: Named | None = None
    """How exact the number is."""
    unit: Named | None = None
    """What the number counts."""
    currency: str | None = None
    """The ISO 4217 code of the currency."""
    per: str | None = None
    """The other currency of an exchange rate."""
    basis: Named | None = None
    """What a sum of money measures."""
    yearly: bool | None = None
    """True where it is a sum a year: an annual one whose year the source does not name, or a yearly average."""
    period: Time | None = None
    """The stretch of time that it covers."""
    as_of: Time | None = None
    """The day, month or year for which it holds."""
    fiscal: bool | None = None
    """Whether the period consists of whole fiscal years of the country that differ from calendar years.

    It is false for every period of a country whose fiscal year is the calendar year.
    """
    note: Markdown | None = None
    """A note on this value, in Markdown."""


@dataclass(slots=True)
class Missing(Shape):
    """Why there is no value, or that sources disagree."""

    id: str
    """The reason, as a word of the code list `missing`."""
    name: str
    """The reason as readers see it."""
    about: str
    """What the reason means."""
    searched: str | None = None
    """The day on which somebody last looked."""
    where: str | None = None
    """The address of a page that could not be read."""


@dataclass(slots=True)
class Changed(Shape):
    """Why a value is another one than in the edition before."""

    kind: str
    """`corrected` (we were wrong) or `updated` (the world has changed)."""
    on: str
    """The day."""
    reason: Markdown
    """The reason, in Markdown."""


@dataclass(slots=True)
class Certain(Shape):
    """Why something that the check asks about is right all the same."""

    question: str
    """The word of the question, such as `odd-size`."""
    reason: Markdown
    """The reason, in Markdown."""


@dataclass(slots=True)
class Words(Shape):
    """Words in a language."""

    language: str
    """The BCP 47 tag of the language."""
    text: str
    """The words."""


@dataclass(slots=True)
class Field(Shape):
    """A field of facts."""

    id: str
    """The code of the field."""
    name: str
    """The name that readers see."""
    type: str
    """The type of its values: text, date, number, percent, money, rate, url or month-day."""


@dataclass(slots=True)
class Fact(Shape):
    """A fact: its value, the several values where sources disagree, or the reason why it has none."""

    id: str
    """The record and the anchor, joined by #; the same as `fact` in the tables."""
    anchor: str
    """The anchor on the page of the record."""
    url: str
    """The address to cite."""
    record: Named
    """The record."""
    field: Field
    """What it is about."""
    words: str
    """What it says in words, as a citation gives it: its values with unit, time and basis, or why there is none."""
    values: list[Value]
    """Its values: none, one, or those on which sources disagree."""
    sources: list[Citation]
    """Every source of its values; of a missing value the one that says so."""
    cited: list[Citation]
    """What its texts and notes cite."""
    original: list[Words]
    """The words of the source in its own language."""
    label: str | None = None
    """What exactly is meant, where a record has several facts of one field."""
    missing: Missing | None = None
    """Why there is no value, or that sources disagree."""
    period: Time | None = None
    """The period that is given for the whole fact."""
    as_of: Time | None = None
    """The date that is given for the whole fact."""
    own_anchor: str | None = None
    """The anchor that it was given, where the usual one would not do."""
    note: Markdown | None = None
    """A note, in Markdown."""
    withdrawn: str | None = None
    """The day on which it was withdrawn; it counts for nothing since."""
    moved_to: str | None = None
    """The address of the fact on the record that has it now, if it was withdrawn because it moved there."""
    changed: Changed | None = None
    """Why it is another one than in the edition before."""
    certain: list[Certain] | None = None
    """Why what the check asks about is right all the same."""
