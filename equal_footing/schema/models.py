"""Models as schemas: their keys, what each takes, which must be there, and which go together."""

from __future__ import annotations

import inspect
import re
from collections.abc import Sequence
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from pydantic import AfterValidator, BaseModel
from pydantic.fields import FieldInfo

from equal_footing.model.types import (
    Currency,
    Date,
    Interval,
    Language,
    ListedWord,
    Model,
    Name,
    Names,
    Pattern,
    Text,
    Url,
    Whole,
)
from equal_footing.schema.keys import EXAMPLES, KEYS, of_key
from equal_footing.schema.narrower import FURTHER, NARROWER
from equal_footing.schema.scalars import Json, pattern
from equal_footing.schema.shelf import Part, Shelf, codes, form
from equal_footing.schema.together import RULES

KNOWN: tuple[tuple[Any, Part], ...] = (
    (Text, form("text")),
    (Name, form("name")),
    (Names, form("names")),
    (Date, form("date")),
    (Interval, form("period")),
    (Url, form("url")),
    (Currency, codes("currencies")),
    (Whole, form("whole")),
    (Language, codes("languages")),
    (str, form("word")),
    (bool, form("choice")),
    (int, form("whole")),
)
"""What the types of values in the models stand for. A tuple: not all of these types can be keys of a dictionary."""


def reference(shelf: Shelf, model: type[BaseModel]) -> Json:
    """Return the reference to a model."""
    return shelf.refer(model.__name__, lambda: body(shelf, model))


def body(shelf: Shelf, model: type[BaseModel]) -> Json:
    """Return a model: its keys, which of them must be there, and which go together.

    Raises KeyError for a key that nobody has explained, TypeError for a type of values that is not known here.
    """
    hints = get_type_hints(model, include_extras=True)
    keys = {
        info.alias or name: (info, hints[name])
        for name, info in model.model_fields.items()
        if name != "id" or issubclass(model, Model)  # of a term it is the key under which it stands
    }
    found: Json = {
        "title": re.sub(r"(?<=[a-z])(?=[A-Z])", " ", model.__name__).capitalize(),
        "description": about(model),
        "type": "object",
        "properties": {key: _property(shelf, model, key, info, hint) for key, (info, hint) in keys.items()},
        "required": [key for key, (info, _) in keys.items() if info.is_required()],
        "additionalProperties": False,
    }
    together = [rule for base in reversed(model.__mro__) if base in RULES for rule in RULES[base](shelf)]
    return found | ({"allOf": together} if together else {})


def about(model: type[BaseModel]) -> str:
    """Return the docstring of a model as one paragraph."""
    return " ".join(inspect.cleandoc(model.__doc__ or "").split())


def _property(shelf: Shelf, model: type[BaseModel], key: str, info: FieldInfo, annotation: Any) -> Json:
    """Return what stands under a key of a model, and what the key means."""
    explained = of_key(KEYS, model, key)
    if explained is None:
        raise KeyError(f"no description of {model.__name__}.{key}")
    narrower, further = of_key(NARROWER, model, key), of_key(FURTHER, model, key)
    found: Json = {"title": key.replace("_", " ").capitalize(), "description": explained}
    found |= narrower(shelf) if narrower else value(shelf, annotation)
    found |= further(shelf) if further else {}
    least = next((item.min_length for item in info.metadata if hasattr(item, "min_length")), None)
    if least and found.get("type") == "array":
        found["minItems"] = least
    examples = of_key(EXAMPLES, model, key)
    return found | ({"examples": examples} if examples and not info.is_required() else {})


def value(shelf: Shelf, annotation: Any) -> Json:
    """Return what an annotation of a model stands for; raises TypeError for one that is not known here."""
    for known, part in KNOWN:
        if annotation == known:
            return part(shelf)
    origin, inner = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _annotated(shelf, inner[0], inner[1:])
    if origin in {Union, UnionType}:
        return value(shelf, next(item for item in inner if item is not NoneType))
    if origin is list:
        return {"type": "array", "items": value(shelf, inner[0])}
    if origin is dict and inner[0] == Language:
        return shelf.form("texts")
    if origin is dict:
        return {"type": "object", "additionalProperties": value(shelf, inner[1])}
    if origin is Literal:
        return {"enum": list(inner)}
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return reference(shelf, annotation)
    raise TypeError(f"no schema for {annotation}")


def _annotated(shelf: Shelf, base: Any, metadata: Sequence[Any]) -> Json:
    """Return what a type with validators stands for, by the last validator that says what it takes."""
    if base is bool:
        return shelf.form("flag")
    for item in reversed(metadata):
        match item:
            case AfterValidator(func=ListedWord() as known):
                return shelf.codes(known.list_name)
            case AfterValidator(func=Pattern() as known):
                return pattern(known.form, known.what)
    return value(shelf, base)
