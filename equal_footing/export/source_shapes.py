"""The shapes of sources in the JSON files, and of what cites them; see `fact_shapes`."""

from dataclasses import dataclass

from equal_footing.export.fact_shapes import Markdown, Named, Shape


@dataclass(slots=True)
class Source(Shape):
    """A source, with all that the table of sources says about it except how many places cite it."""

    key: str
    """The key under which facts cite it."""
    place: Named
    """The place whose list holds it."""
    title: str
    """Its own title."""
    authors: str
    """Its authors in their order, each as `Family, Given` or as the name of an organisation, with semicolons."""
    publisher: str
    """Who published it."""
    container: str
    """The site, newspaper, journal or gazette in which it appeared."""
    url: str
    """The address of what was read."""
    language: str
    """The BCP 47 tag of its language."""
    type: Named
    """Its type."""
    grade: Named
    """Its grade of evidence."""
    read: str
    """The day on which it was last read."""
    undated: bool
    """Whether it has no date."""
    title_en: str | None = None
    """The English title, where that is another."""
    date: str | None = None
    """When it was published."""
    volume: str | None = None
    """The volume of the journal or newspaper."""
    issue: str | None = None
    """The issue of the journal or newspaper."""
    pages: str | None = None
    """The pages in the journal, newspaper or book."""
    original_url: str | None = None
    """The address of the original, if a copy was read."""
    copy_by: str | None = None
    """Whose copy was read."""
    archive: str | None = None
    """The address of a copy in a web archive."""
    note: Markdown | None = None
    """A note, in Markdown."""


@dataclass(slots=True)
class Use(Shape):
    """A place of the site that cites a source."""

    title: str
    """What it is called."""
    page: str
    """The address of the page, with the anchor where it is not the whole page."""
    number: int
    """How often it cites the source."""


@dataclass(slots=True)
class SourceUses(Shape):
    """What cites a source."""

    source: str
    """The key of the source."""
    cited: int
    """How often the site cites it, in all these places together."""
    places: list[Use]
    """The places that cite it."""
