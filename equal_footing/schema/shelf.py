"""The definitions of one schema, which its parts refer to."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from equal_footing.model.vocabulary import Kind, Vocabulary
from equal_footing.schema.scalars import FORMS, Json
from equal_footing.schema.words import code_list

BY_LANGUAGE = frozenset({"names", "english-names", "texts", "titles"})
"""Forms of names and texts that stand in several languages, each under its tag."""


@dataclass
class Shelf:
    """The definitions of one schema; what is asked for is put there and referred to.

    `kinds` are the kinds of records that the schema is for; with none, it is for no record.
    """

    vocabulary: Vocabulary
    kinds: list[Kind] = field(default_factory=list)
    definitions: dict[str, Json] = field(default_factory=dict)

    def refer(self, name: str, make: Callable[[], Json]) -> Json:
        """Return the reference to a definition, which is made where it is not there yet."""
        if name not in self.definitions:
            self.definitions[name] = {}  # keeps its place, and ends a circle
            self.definitions[name].update(make())
        return {"$ref": f"#/definitions/{name}"}

    def form(self, name: str) -> Json:
        """Return the reference to a form of scalars, such as `date`, or of names and texts by language."""
        return self.refer(name, lambda: self._by_language(name) if name in BY_LANGUAGE else FORMS[name])

    def codes(self, name: str) -> Json:
        """Return the reference to a code list of the vocabulary, or of ISO 3166-1 and ISO 4217."""
        return self.refer(name, lambda: code_list(self.vocabulary, name, self.kinds))

    def _by_language(self, name: str) -> Json:
        """Return a mapping of language tags to names or texts."""
        inner = self.form("text" if name in {"texts", "titles"} else "name")
        properties = {
            tag: {"title": language.label, "description": f"In {language.label} ({language.native})."} | inner
            for tag, language in self.vocabulary.languages.items()
        }
        found: Json = {"type": "object", "properties": properties, "additionalProperties": False}
        if name != "texts":
            found["minProperties"] = 1
        return found | ({"required": ["en"]} if name == "english-names" else {})


Part = Callable[[Shelf], Json]
"""Makes a part of a schema, and puts what it refers to on the shelf."""


def form(name: str) -> Part:
    """Return what refers to a form."""
    return lambda shelf: shelf.form(name)


def codes(name: str) -> Part:
    """Return what refers to a code list."""
    return lambda shelf: shelf.codes(name)


def list_of(part: Part) -> Part:
    """Return what makes a list of something."""
    return lambda shelf: {"type": "array", "items": part(shelf)}
