"""The shapes of what overview pages show in the JSON files: counts, lessons in short, terms, and mended translation."""

from dataclasses import dataclass

from equal_footing.export.fact_shapes import Markdown, Named, Shape
from equal_footing.export.record_shapes import Name, Relation


@dataclass(slots=True)
class Count(Shape):
    """How many of something there are, of one word of a code list or of all, in one place or in all."""

    what: str
    """What is counted: countries, records, facts, values, questions, sources, events, `copies` (sources that were read
    in copies), or `values-only-in-copies` (those all of whose sources were)."""
    number: int
    """How many there are."""
    list: str | None = None
    """The code list by whose words they are counted; `decades` for the time of events."""
    of: Named | None = None
    """The word of that list."""
    place: Named | None = None
    """The place to which they belong."""


@dataclass(slots=True)
class Lesson(Shape):
    """A lesson in short, and on what it rests."""

    record: Named
    """The record that holds it whole."""
    place: Named
    """The place from which it is drawn."""
    summary: str
    """Its summary as plain text."""
    summary_markdown: Markdown
    """Its summary in Markdown, with its citations."""
    records: list[Named]
    """The first records that it links to."""
    more_records: int
    """How many others it links to."""
    sources: int
    """How many sources it cites."""
    page: str
    """The address of its page."""
    part_of: Named | None = None
    """The lesson of which it is a part."""


@dataclass(slots=True)
class Term(Shape):
    """A term with its words in all languages; its definitions are among the facts of the page."""

    record: Named
    """The record that explains it."""
    place: Named
    """The place that uses it."""
    names: list[Name]
    """Its words."""
    nearest: list[Relation]
    """The terms that it is compared with."""


@dataclass(slots=True)
class PrintedName(Shape):
    """A name as the translation of the source article prints it."""

    printed: str
    """The name as it is printed."""
    name: str
    """The right name."""
    record: Named
    """The record that mentions what it names."""
    lines: list[int]
    """The lines of the article that have it."""


@dataclass(slots=True)
class TranslationFault(Shape):
    """A fault of the translation of the source article."""

    id: str
    """The id of the fault."""
    line: int
    """The line of the article."""
    printed: str
    """The passage as it is printed."""
    reading: str
    """What it should say."""
    fault: str
    """What type of fault it is: `name`, `word`, `meaning`, `run-together` or `layout`."""
    certainty: str
    """How sure the reading is: `sure`, `likely` or `guess`."""
    basis: str | None = None
    """The grounds for the reading."""
