"""The model of a source."""

from typing import Annotated

from pydantic import Field

from equal_footing.model.types import Date, Language, Model, Text, Url, code


class Source(Model):
    """Who said something, when and where, and what was read."""

    title: dict[Language, Text] = Field(min_length=1)
    """The title in its own language, and a translation where that is not English."""
    author: Text | None = None
    """Who wrote it, if not the publisher."""
    publisher: Text
    """Who published it."""
    date: Date | None = None
    """When it was published, as precise as known."""
    url: Url
    """The address of what was read, such as https://example.org/page."""
    language: Language
    """The language of what was read."""
    type: Annotated[Text, code("source_types", "type of source")]
    """What type of source it is."""
    read: Date
    """The day on which it was read, such as 2026-11-23."""
    mirror: Text | None = None
    """Whose copy was read, if it was not the original."""
    original_url: Url | None = None
    """The address of the original, if a copy was read."""
    archive: Url | None = None
    """The address of a copy in a web archive."""
    note: Text | None = None
    """One short sentence that a reader needs to judge the source."""
