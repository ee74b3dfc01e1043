"""The shapes of records in the JSON files; see `fact_shapes`."""

from dataclasses import dataclass, field

from equal_footing.export.fact_shapes import Citation, Fact, Markdown, Named, Shape


@dataclass(slots=True)
class RecordLink(Shape):
    """A record in a list."""

    id: str
    """The record."""
    name: str
    """Its English name."""
    kind: Named
    """Its kind."""
    place: Named
    """The place to which it belongs."""
    status: Named
    """Its status."""
    status_words: str
    """The status as pages give it, such as `Last known active on 4 September 2013`."""
    summary: str
    """Its summary as plain text."""
    page: str
    """The address of its page."""
    json: str
    """The address of its JSON file."""
    sources: list[Citation]
    """On what its status rests."""
    last_seen: str | None = None
    """The date of the last sign of it, where that is too old to call it active or in force."""


@dataclass(slots=True)
class Status(Shape):
    """The status of a record."""

    id: str
    """The code of the status."""
    name: str
    """The name of the code; where `last_seen` is there, nobody knows whether it still holds."""
    words: str
    """The status as pages give it, such as `Last known active on 4 September 2013`, with its times."""
    sources: list[Citation]
    """On what it rests."""
    since: str | None = None
    """Since when it has this status."""
    as_of: str | None = None
    """The date for which the status is known."""
    last_seen: str | None = None
    """The date of the last sign of it, where that is too old to call it active or in force."""
    note: Markdown | None = None
    """A note, in Markdown."""


@dataclass(slots=True)
class Version(Shape):
    """Which version of a law or policy was read."""

    date: str
    """The date of the text."""
    checked: str
    """The day on which somebody last looked for an amendment."""
    words: str
    """Which text was read and whether a later amendment is known, in a sentence."""
    sources: list[Citation]
    """The text that was read."""
    later_amendment: str | None = None
    """A later amendment that the text does not contain."""
    note: Markdown | None = None
    """A note, in Markdown."""


@dataclass(slots=True)
class Name(Shape):
    """A name of a record."""

    language: str
    """The BCP 47 tag of the language."""
    text: str
    """The name."""
    type: Named
    """What type of name it is: `own`, `short`, or a word of the code list of types of names."""
    sources: list[Citation]
    """Where the name is given."""
    words: str | None = None
    """What it is besides the name of today, such as `former name, until October 2020`."""
    until: str | None = None
    """When it was last in use."""


@dataclass(slots=True)
class Identifier(Shape):
    """A number of a record in a register."""

    scheme: Named
    """The register."""
    id: str
    """The number."""
    sources: list[Citation]
    """Where the number is given."""
    url: str | None = None
    """The address of the entry in the register."""


@dataclass(slots=True)
class Relation(Shape):
    """A relation of a record, from its own point of view."""

    type: Named
    """The type of relation, worded from the side of the record on which it is written."""
    label: str
    """How it reads from this record."""
    to: Named
    """The other record."""
    page: str
    """The address of the page of the other record."""
    sources: list[Citation]
    """On what it rests."""
    since: str | None = None
    """When it began."""
    until: str | None = None
    """When it ended."""
    note: Markdown | None = None
    """A note, in Markdown."""


@dataclass(slots=True)
class Section(Shape):
    """A part of the text of a page."""

    title: str
    """Its heading; empty for what comes before the first one."""
    text: str
    """Its words as plain text."""
    anchor: str | None = None
    """Its anchor on the page."""


@dataclass(slots=True)
class RecordSection(Shape):
    """A part of the longer text of a record."""

    title: str
    """Its heading; empty for what comes before the first one."""
    text: Markdown
    """Its words, in Markdown."""


@dataclass(slots=True)
class Record(Shape):
    """A record with everything that its page says about it."""

    id: str
    """The record."""
    name: str
    """Its English name."""
    kind: Named
    """Its kind."""
    place: Named
    """The place to which it belongs."""
    status: Status
    """Its status."""
    summary: str
    """Its summary as plain text."""
    summary_markdown: Markdown
    """Its summary in Markdown, with its citations."""
    names: list[Name]
    """Its names in all languages."""
    identifiers: list[Identifier]
    """Its numbers in registers."""
    sections: list[RecordSection]
    """Its longer text."""
    facts: list[Fact]
    """Its facts, those withdrawn too."""
    relations: list[Relation]
    """Its relations, in both directions."""
    type: Named | None = None
    """Its type within its kind."""
    version: Version | None = None
    """Which version of a law or policy was read."""
    reviewed: str | None = None
    """The day on which somebody last compared it with its sources."""


@dataclass(slots=True)
class Ended(Shape):
    """Something that was at this page, or at an anchor of it, and has moved or was withdrawn."""

    title: str
    """What it is called."""
    anchors: list[str]
    """The anchors at which it was; none if it was the whole page."""
    moved_to: str | None = None
    """The address where it is now."""
    withdrawn: str | None = None
    """The day on which it was withdrawn."""
    reason: Markdown | None = None
    """Why it was withdrawn, in Markdown."""
    read_instead: list[str] = field(default_factory=list)
    """The addresses of what to read instead."""
