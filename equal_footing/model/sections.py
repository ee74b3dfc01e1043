"""Models of longer texts on records: sections of one or more paragraphs, each under a title."""

from collections.abc import Iterable
from typing import Annotated

from pydantic import Field

from equal_footing.model.base import Model
from equal_footing.model.prose import Prose, ProseName
from equal_footing.model.text import plain
from equal_footing.model.types import Flag, Form, Text, code


class TextSection(Model):
    """A part of a longer text: its title, or on a country its group of questions, and its paragraphs."""

    title: ProseName | None = None
    """The title, in a few words without citations."""
    group: Annotated[Text, code("question_groups", "group of questions")] | None = None
    """In place of `title`, on countries only: the group of questions that the section introduces."""
    home: Flag = False
    """Marks the section whose paragraphs the home page shows: differences between countries, a sentence or two each."""
    paragraphs: Annotated[list[Annotated[Prose, Form("paragraph")]], Field(min_length=1)]
    """The paragraphs, one item each, with citations and links as in `summary`: [@key, p. 3]."""


def count_words(sections: Iterable[TextSection]) -> int:
    """Return how many words the paragraphs of some sections hold, without titles, citations and targets of links."""
    return sum(len(plain(paragraph).split()) for section in sections for paragraph in section.paragraphs)
