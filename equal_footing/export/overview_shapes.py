"""The shapes of what overview pages show in the JSON files: how much there is of something, and lessons in short."""

from dataclasses import dataclass

from equal_footing.export.fact_shapes import Named, Shape


@dataclass(frozen=True, slots=True)
class Count(Shape):
    """How many of something there are, of one word of a code list or of all, in one place or in all."""

    what: str
    """What is counted: countries, records, facts, values, questions, sources, copies or events."""
    number: int
    """How many there are."""
    list: str | None = None
    """The code list by whose words they are counted; `decades` for the time of events."""
    of: Named | None = None
    """The word of that list."""
    place: Named | None = None
    """The place to which they belong."""


@dataclass(frozen=True, slots=True)
class Lesson(Shape):
    """A lesson in short, and on what it rests."""

    record: Named
    """The record that holds it whole."""
    place: Named
    """The place from which it is drawn."""
    summary: str
    """Its summary as plain text."""
    summary_markdown: str
    """Its summary with its citations."""
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
