"""What all code lists hold: words, each with its label and what it means."""

import pydantic

from equal_footing.model.base import Model
from equal_footing.model.prose import Prose


class Coded(Model):
    """What a code list holds under a code; the code becomes its `id` and is not a key in the file."""

    id: str = ""
    near: list[str] = pydantic.Field(default_factory=list)
    """What people look for it under, in any language; the check proposes the word for it."""


class Term(Coded):
    """A word of a code list, with the label that readers see and what it means."""

    label: Prose
    """The word that readers see."""
    short: Prose = Prose("")
    """The word where there is little room, if the label is long."""
    about: Prose
    """What it means, in one sentence."""

    @property
    def word(self) -> Prose:
        """The word where there is little room."""
        return self.short or self.label
