"""JSON Schemas of models as pydantic generates them, with forms for single values and the vocabulary's code lists."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from pydantic.json_schema import CoreRef, GenerateJsonSchema, JsonRef
from pydantic_core import core_schema as core

from equal_footing.model.descriptions import descriptions
from equal_footing.model.terms import Coded
from equal_footing.model.types import ListedWord, Pattern
from equal_footing.model.vocabulary import Kind, Vocabulary
from equal_footing.schema.forms import EXAMPLES, FORMS, Json, choice, code_list, pattern

PLAIN = {"int": "whole", "str": "word", "bool": "choice"}
"""The form of each plain type; other types carry the name of theirs, see `Form`."""
COMPOSED = {"definitions", "definition-ref", "dict", "list", "model", "model-field", "model-fields", "union"}
"""The types of pydantic of which models are built, besides those of single values."""


class ModelSchema(GenerateJsonSchema):
    """Generates the JSON Schema of a type; forms and code lists become definitions.

    `kinds` are the kinds of records that the schema is for, `rules` what holds for all keys of a model together. Raises
    TypeError for a type of values that has no form, KeyError for a key without a description.
    """

    def __init__(
        self, vocabulary: Vocabulary, kinds: Iterable[Kind] = (), rules: Mapping[type, Sequence["Rule"]] | None = None
    ) -> None:
        super().__init__(ref_template="#/definitions/{model}")
        self.vocabulary = vocabulary
        self.kinds = [*kinds]
        self.rules = rules or {}

    def named(self, name: str) -> Json:
        """Return the reference to a form, or to a code list of the vocabulary or of ISO 3166-1 and ISO 4217.

        Of a part of a code list it is the part itself; where no kind has types, any text is one.
        """
        if (found := choice(self.vocabulary, name, self.kinds)) is not None:
            return found if found["enum"] else self.named("text")
        return self._define(name, lambda: FORMS.get(name) or code_list(self.vocabulary, name, self.kinds))

    def generate_inner(self, schema: Any) -> Json:
        """Return the schema of a type of pydantic; only the types are known that the models are built of."""
        match schema:
            case {"type": "function-wrap", "schema": texts, "metadata": {"form": name}} | {
                "schema": {"type": "function-wrap", "schema": texts},
                "metadata": {"form": name},
            }:  # a text in several languages, or in one
                return {"if": {"type": "object"}, "then": self.generate_inner(texts), "else": self.named(name)}
            case {"metadata": {"form": name}} | {"function": {"function": ListedWord(list_name=name)}}:
                return self.named(name)
            case {"function": {"function": Pattern(form=form, what=what)}}:
                return pattern(form, what)
            case {"function": {"function": unknown}}:
                raise TypeError(f"no schema for {unknown}")
            case {"type": "int" | "str" | "bool" as plain}:
                return self.named(PLAIN[plain])
            case {"type": "literal", "expected": choices}:
                return {"enum": choices}
            case {"type": "default", "schema": inner}:
                return self.generate_inner(inner)
            case {"type": "nullable", "schema": inner}:
                found = self.generate_inner(inner)
                examples = next((EXAMPLES[name] for name in EXAMPLES if found == self.named(name)), None)
                return found | ({"examples": examples} if examples else {})
            case {"type": other} if other not in COMPOSED:
                raise TypeError(f"no schema for {other}")
        return super().generate_inner(schema)

    def dict_schema(self, schema: core.DictSchema) -> Json:
        """Return the schema of a mapping; of one by language, with a key for each language of the vocabulary."""
        inner = self.generate_inner(schema["values_schema"])
        names = self.generate_inner(schema["keys_schema"])
        if names != self.named("languages"):
            return {"type": "object", "propertyNames": names, "additionalProperties": inner}
        keys = {
            tag: {"title": language.label, "description": f"In {language.label} ({language.native}).", **inner}
            for tag, language in self.vocabulary.languages.items()
        }
        least = schema.get("min_length", 0)
        found = {"type": "object", "properties": keys, "additionalProperties": False, "minProperties": least}
        name = f"{'names' if inner == self.named('name') else 'texts'}-by-language-{least}"
        return self._define(name, lambda: found)

    def union_schema(self, schema: core.UnionSchema) -> Json:
        """Return the schema of one of several models, which their first required keys distinguish."""
        *others, found = map(self.generate_inner, schema["choices"])
        for other in reversed(others):
            key = (self.get_schema_from_definitions(JsonRef(other["$ref"])) or {})["required"][0]
            found = {"if": {"required": [key]}, "then": other, "else": found}
        return found

    def model_schema(self, schema: core.ModelSchema) -> Json:
        """Return the schema of a model, with titles and descriptions in plain words, and with its rules."""
        found = super().model_schema(schema)
        if issubclass(schema["cls"], Coded):
            del found["properties"]["id"]
        about = descriptions(schema["cls"])
        for name, info in schema["cls"].model_fields.items():
            key = info.alias or name
            if key in found["properties"]:
                if name not in about:
                    raise KeyError(f"no description of {found['title']}.{name}")
                said = {"title": key.replace("_", " ").capitalize(), "description": about[name]}
                found["properties"][key] |= said
        found["title"] = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", found["title"]).capitalize()
        found["description"] = " ".join(found["description"].split())
        rules = [rule for model in schema["cls"].__mro__[::-1] for rule in self.rules.get(model, ())]
        together = [each for rule in rules for each in (rule(self) if callable(rule) else [rule])]
        return found | ({"allOf": together} if together else {})

    def _define(self, name: str, make: Callable[[], Json]) -> Json:
        """Return the reference to a definition, which is made when it is first asked for."""
        key, reference = self.get_cache_defs_ref_schema(CoreRef(name))
        if key not in self.definitions:
            self.definitions[key] = make()
        return reference


Rule = Json | Callable[[ModelSchema], list[Json]]
"""A rule, or what makes rules of the vocabulary and the kinds of a schema."""
