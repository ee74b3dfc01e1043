"""The shapes of the indexes among the JSON files."""

from dataclasses import dataclass

from equal_footing.export.fact_shapes import Shape


@dataclass(slots=True)
class Item(Shape):
    """An entry of an index."""

    id: str
    """The record, or the country that answers."""
    name: str
    """Its name."""
    page: str
    """The address of its page."""
    json: str
    """The address of its JSON file."""


@dataclass(slots=True)
class Group(Shape):
    """A country, a kind or a question, with what belongs to it."""

    id: str
    """The country, kind or question."""
    name: str
    """Its name."""
    items: list[Item]
    """Its records, or the countries that are asked."""


@dataclass(slots=True)
class IndexDocument(Shape):
    """An index: all records by country or by kind, or all answers by question."""

    schema_version: str
    """The version of this shape."""
    edition: str
    """The edition that holds the data as they are, or `unreleased`."""
    generated: str
    """The day of the data."""
    licence: str
    """The licence, as an SPDX identifier."""
    licence_url: str
    """The address of the licence."""
    language: str
    """The BCP 47 tag of the language of its names, as far as they are there in it."""
    cite: str
    """How to cite the data as a whole."""
    groups: list[Group]
    """The groups, in the order of the site."""
