"""The contract of the JSON files: their schemas (JSON Schema 2020-12), and which file is where (OpenAPI 3.1)."""

import json
from collections.abc import Iterable
from functools import cache
from typing import Any

from pydantic import TypeAdapter
from pydantic.json_schema import GenerateJsonSchema
from pydantic_core import core_schema as core

from equal_footing.citation.exports import API
from equal_footing.export.index_shapes import IndexDocument
from equal_footing.export.indexes import INDEX, INDEXES, index_address
from equal_footing.export.shapes import SCHEMA_VERSION, PageDocument
from equal_footing.export.twins import PAGE
from equal_footing.model.descriptions import descriptions
from equal_footing.model.messages import Messages
from equal_footing.tables.package import About

DIALECT = "https://json-schema.org/draft/2020-12/schema"
SCHEMAS = {"page": PageDocument, "index": IndexDocument}
_WRITERS: dict[str, TypeAdapter[Any]] = {"page": PAGE, "index": INDEX}
OPENAPI = f"{API}openapi.json"
_NULL = {"type": "null"}


class _Described(GenerateJsonSchema):
    """Generates the JSON Schema of a shape, with what its keys mean."""

    def dataclass_schema(self, schema: core.DataclassSchema) -> dict[str, Any]:
        """Return the schema of one shape."""
        found = super().dataclass_schema(schema)
        for key, about in descriptions(schema["cls"]).items():
            found["properties"][key]["description"] = about
        return found


def schema_address(name: str) -> str:
    """Return the address of a schema by its name."""
    return f"{API}schema/{name}.json"


def schema(name: str, site_url: str) -> dict[str, Any]:
    """Return a schema by its name. A key without a value is left out of the files, so no key may be null."""
    return {"$schema": DIALECT, "$id": f"{site_url}{schema_address(name)}", **_schema(name)}


@cache
def _schema(name: str) -> dict[str, Any]:
    """Return what a schema says wherever the site is: every build, and two files of each, need the same."""
    found = _WRITERS[name].json_schema(mode="serialization", schema_generator=_Described)
    described: dict[str, Any] = _without_null(found)
    return described


def _without_null(found: Any) -> Any:
    """Return a schema without null, defaults and titles of keys; whole numbers are numbers like all others."""
    if isinstance(found, list):
        return [_without_null(item) for item in found]
    if not isinstance(found, dict):
        return found
    kept = {name: value for name, value in found.items() if name not in {"default", "anyOf"}}
    if isinstance(found.get("title"), str) and "properties" not in found:
        del kept["title"]
    kept = {name: _without_null(value) for name, value in kept.items()}
    choices = [choice for choice in found.get("anyOf", ()) if choice != _NULL]
    if {"type": "number"} in choices:
        choices = [{"type": "number"}]
    if not choices:
        return kept
    [choice] = choices  # a program that reads a key finds one sort of value there
    return {**_without_null(choice), **kept}


def openapi(about: About, addresses: Iterable[str], words: Messages) -> dict[str, Any]:
    """Return the description of all JSON files; `addresses` are those of the twins."""
    paths = {f"/{address}": _path(words("api-twin"), "page") for address in sorted(addresses)}
    paths |= {f"/{index_address(name)}": _path(words(f"api-index-{name}"), "index") for name in INDEXES}
    components: dict[str, Any] = {}
    for name in SCHEMAS:
        found = schema(name, about.site_url)
        components |= found.pop("$defs")
        components[SCHEMAS[name].__name__] = {key: part for key, part in found.items() if key not in {"$schema", "$id"}}
    return {
        "openapi": "3.1.0",
        "jsonSchemaDialect": DIALECT,
        "info": {
            "title": words("site"),
            "summary": about.title,
            "description": words("api-about"),
            "version": SCHEMA_VERSION,
            "license": {"name": about.licence_title, "identifier": about.licence},
            "contact": {"name": about.author, "url": about.site_url},
        },
        "servers": [{"url": about.site_url.rstrip("/")}],
        "paths": paths,
        "components": {"schemas": json.loads(json.dumps(components).replace("#/$defs/", "#/components/schemas/"))},
    }


def _path(summary: str, name: str) -> dict[str, Any]:
    reference = {"$ref": f"#/components/schemas/{SCHEMAS[name].__name__}"}
    answer = {"description": summary, "content": {"application/json": {"schema": reference}}}
    return {"get": {"summary": summary, "responses": {"200": answer}}}
