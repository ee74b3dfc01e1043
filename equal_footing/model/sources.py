"""The model of a source."""

import re
from typing import Annotated

from pydantic import Field

from equal_footing.model.base import Model
from equal_footing.model.prose import Prose
from equal_footing.model.types import Day, Flag, Form, Language, Name, Parsed, Text, Url, code
from equal_footing.model.values import PartialDate

_WRITTEN_AS_ONE = re.compile(r"[\u3005-\u3007\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]+")
"""A name in Chinese characters, kana or Hangul."""


_NO_DATE = re.compile(r"(?i)(?:n\.? ?d\.?|s\.? ?d\.?|undated|no date|not dated|unknown|none|n/a)")


def read_source_date(text: str) -> PartialDate:
    """Read when a source was published; raises ValueError with what to write for a page that has no date."""
    if _NO_DATE.fullmatch(text):
        raise ValueError("is not a date: if the page has no date, write `undated: true` in the place of `date`")
    return PartialDate.parse(text)


SourceDate = Annotated[PartialDate, Parsed(read_source_date, "date"), Form("date")]


class Author(Model):
    """A person or an organisation that wrote a source: `family` with `given`, or `organisation`."""

    family: Name | None = None
    """The family name of a person; the only name of somebody who is known by one."""
    given: Name | None = None
    """The given names of a person, as the source writes them."""
    organisation: Name | None = None
    """The organisation that is the author, where no person is named."""

    @property
    def name(self) -> str:
        """The name as reference lists give it: `Hearn, Sarah`, or the name of the organisation."""
        return self.organisation or ", ".join(filter(None, (self.family, self.given)))

    @property
    def printed(self) -> str:
        """The name as lists of sources print it: `Hearn, Sarah`, but `黄浩明`, since such names are written as one."""
        whole = f"{self.family or ''}{self.given or ''}"
        return whole if _WRITTEN_AS_ONE.fullmatch(whole) else self.name


class Source(Model):
    """Who said something, when and where, and what was read."""

    title: dict[Language, Text] = Field(min_length=1)
    """The title in its own language, and a translation where that is not English."""
    authors: list[Author] = Field(min_length=1)
    """Who wrote it, in the order of the source: persons, or the organisation where none is named."""
    publisher: Text
    """Who published it and answers for it."""
    container: Text
    """The site, newspaper, journal, gazette or repository in which it appeared, by its own name."""
    volume: Text | None = None
    """The volume of the journal or newspaper."""
    issue: Text | None = None
    """The issue of the journal or newspaper."""
    pages: Text | None = Field(default=None, examples=["69-84"])
    """The pages in the journal, newspaper or book."""
    date: SourceDate | None = None
    """When it was published, as precise as known."""
    undated: Flag = False
    """In place of `date`: the source has no date, and none was found elsewhere."""
    url: Url
    """The address of what was read, such as https://example.org/page."""
    language: Language
    """The language of what was read."""
    type: Annotated[Text, code("source_types", "type of source")]
    """What type of source it is."""
    read: Day
    """The day on which it was last read, such as 2026-11-23."""
    copy_by: Text | None = None
    """Whose copy was read, if it was not the original."""
    original_url: Url | None = None
    """The address of the original, if a copy was read; left out only where it could not be established."""
    archive: Url | None = None
    """The address of a copy in a web archive."""
    note: Prose | None = None
    """One short sentence that a reader needs to judge the source. It may hold links, but no citations."""
