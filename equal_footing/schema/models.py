"""JSON Schemas of models as pydantic generates them, with forms for single values and the vocabulary's code lists."""

import re
from collections.abc import Callable, Iterable
from typing import Any

from pydantic.json_schema import CoreRef, GenerateJsonSchema, JsonRef
from pydantic_core import core_schema as core

from equal_footing.model import prose, types
from equal_footing.model.sources import read_source_date
from equal_footing.model.terms import Coded
from equal_footing.model.types import ListedWord, Parsed, Pattern
from equal_footing.model.values import PartialDate, Period
from equal_footing.model.vocabulary import Kind, Vocabulary
from equal_footing.model.web_addresses import parse_url
from equal_footing.schema.forms import EXAMPLES, FORMS, Json, pattern
from equal_footing.schema.words import code_list

ACCEPTED: dict[Callable[..., Any] | str, str] = {
    "int": "whole",
    "str": "word",
    "bool": "choice",
    types.read_text: "text",
    types.read_name: "name",
    types.read_whole: "whole",
    types.read_country: "countries",
    types.read_currency: "currencies",
    types.true: "flag",
    PartialDate.parse: "date",
    read_source_date: "date",
    Period.parse: "period",
    parse_url: "url",
}
"""The form or code list of what each plain type and each validator of the models accepts."""

OF_LANGUAGES: Json = {"type": "object"}
"""What tells a text in several languages from one in English."""


class ModelSchema(GenerateJsonSchema):
    """Generates the JSON Schema of a type; forms and code lists become definitions.

    `kinds` are the kinds of records that the schema is for. Raises TypeError for a type of values that has no form,
    KeyError for a key without a description.
    """

    def __init__(self, vocabulary: Vocabulary, kinds: Iterable[Kind] = ()) -> None:
        super().__init__(ref_template="#/definitions/{model}")
        self.vocabulary = vocabulary
        self.kinds = [*kinds]

    def named(self, name: str) -> Json:
        """Return the reference to a form, or to a code list of the vocabulary or of ISO 3166-1 and ISO 4217."""
        return self._define(name, lambda: FORMS.get(name) or code_list(self.vocabulary, name, self.kinds))

    def with_examples(self, found: Json) -> Json:
        """Return a schema with the examples of its form, if there are any."""
        examples = next((EXAMPLES[name] for name in EXAMPLES if found == self.named(name)), None)
        return found | ({"examples": examples} if examples else {})

    def generate_inner(self, schema: Any) -> Json:
        """Return the schema of a type of pydantic; only the types are known that the models are built of."""
        match schema["type"]:
            case "int" | "str" | "bool" as plain:
                return self.named(ACCEPTED[plain])
            case "function-after" if schema["function"]["function"] is prose.read_title:
                return self._prose(schema["schema"], "name")
            case "function-before" | "function-after" | "function-plain":
                return self._accepted(schema["function"]["function"])
            case "function-wrap":
                return self._prose(schema, "text")
            case "literal":
                return {"enum": schema["expected"]}
            case "default":
                return self.generate_inner(schema["schema"])
            case "nullable":
                return self.with_examples(self.generate_inner(schema["schema"]))
            case "dict":
                return self._mapping(schema)
            case "union":
                return self._one_of([self.generate_inner(choice) for choice in schema["choices"]])
            case "definitions" | "definition-ref" | "list" | "model" | "model-field" | "model-fields":
                pass
            case other:
                raise TypeError(f"no schema for {other}")
        return super().generate_inner(schema)

    def model_schema(self, schema: core.ModelSchema) -> Json:
        """Return the schema of a model, with titles and descriptions in plain words."""
        found = super().model_schema(schema)
        if issubclass(schema["cls"], Coded):
            del found["properties"]["id"]
        for name, info in schema["cls"].model_fields.items():
            key = info.alias or name
            if key in found["properties"]:
                if not info.description:
                    raise KeyError(f"no description of {found['title']}.{name}")
                said = {"title": key.replace("_", " ").capitalize(), "description": info.description}
                found["properties"][key] |= said
        found["title"] = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", found["title"]).capitalize()
        found["description"] = " ".join(found["description"].split())
        return found

    def _prose(self, schema: Any, form: str) -> Json:
        """Return the schema of a text that may be in several languages; `form` is that of a text in one."""
        return {"if": OF_LANGUAGES, "then": self.generate_inner(schema["schema"]), "else": self.named(form)}

    def _define(self, name: str, make: Callable[[], Json]) -> Json:
        """Return the reference to a definition, which is made when it is first asked for."""
        key, reference = self.get_cache_defs_ref_schema(CoreRef(name))
        if key not in self.definitions:
            self.definitions[key] = make()
        return reference

    def _accepted(self, validator: Any) -> Json:
        match validator:
            case ListedWord(list_name=name):
                return self.named(name)
            case Pattern(form=form, what=what):
                return pattern(form, what)
            case Parsed(parse=function) | function if function in ACCEPTED:
                return self.named(ACCEPTED[function])
        raise TypeError(f"no schema for {validator}")

    def _one_of(self, models: list[Json]) -> Json:
        """Return the schema of one of several models, told apart by their first required keys."""
        *others, found = models
        for other in reversed(others):
            key = (self.get_schema_from_definitions(JsonRef(other["$ref"])) or {})["required"][0]
            found = {"if": {"required": [key]}, "then": other, "else": found}
        return found

    def _mapping(self, schema: core.DictSchema) -> Json:
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
        name = f"{'names' if inner == self.named('name') else 'texts'}-by-language-{least}"
        found = {"type": "object", "properties": keys, "additionalProperties": False, "minProperties": least}
        return self._define(name, lambda: found)
