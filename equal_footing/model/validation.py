"""Validates data against a model, and turns validation errors into problems that a contributor can act on."""

import re
from collections.abc import Container, Iterable, Mapping
from typing import Any, TypeVar

from pydantic import ValidationError

from equal_footing.model.base import Model
from equal_footing.model.key_words import FORMER_KEYS, HOW_TO_WRITE, KEYS_EXPLAINED, by_language, in_quotes, meant
from equal_footing.model.types import CodeLists, listed
from equal_footing.reading.characters import CURLY, hint_on_signs
from equal_footing.reading.documents import Document
from equal_footing.reading.problems import Path, Problem, Weight, did_you_mean, one_of, quote

ModelType = TypeVar("ModelType", bound=Model)

_WORD = re.compile(r"[\w./-]+")
GIVEN_BY_PATH = {"id", "slug", "path"}
"""What people write at the head of a record, and what the path of its file says already."""
FORMER_NAME = "label"
"""The former name of the key `name` of a figure's lines. It still is a key there, with another meaning."""


def validate(
    model: type[ModelType], data: Any, document: Document, vocabulary: CodeLists | None, base: Path = ()
) -> tuple[ModelType | None, list[Problem]]:
    """Read `data` as `model`; returns it, or nothing and a problem for each thing that does not fit.

    `base` is the path of `data` in the document. `vocabulary` may be None for models without words of code lists.
    A document that is asked again, with the same vocabulary, gives the same objects.
    """
    around = (document.country, document.fiscal_start)
    with_words, said_with, found = document.kept.get((model, base), (None, around, None))
    if found is None or with_words is not vocabulary or said_with != around:
        found = _validated(model, data, document, vocabulary, base)
        document.kept[model, base] = vocabulary, around, found
    read, problems = found
    return read, [*problems]


def _validated(
    model: type[ModelType], data: Any, document: Document, vocabulary: CodeLists | None, base: Path
) -> tuple[ModelType | None, list[Problem]]:
    country = {"country": document.country, "fiscal_start": document.fiscal_start}
    try:
        return model.model_validate(data, context={"vocabulary": vocabulary, **country}), []
    except ValidationError as error:
        items = error.errors(include_url=False)
        wrong = [item for item in items if not _is_misspelt(item, items)]
        return None, [_problem(item, model, document, base, vocabulary) for item in wrong]


def _is_misspelt(item: Any, items: Iterable[Any]) -> bool:
    """Return whether a missing key is there under a misspelt or former name, which is a problem of its own."""
    if item["type"] != "missing":
        return False
    *place, key = item["loc"]
    others = (other["loc"] for other in items if other["type"] == "extra_forbidden")
    unknown = [str(loc[-1]) for loc in others if [*loc[:-1]] == place]
    if key == "name" and FORMER_NAME not in unknown and any(_renamed_twice(name, item["input"]) for name in unknown):
        return True
    return any(FORMER_KEYS.get(name) == key or key in meant(name) or did_you_mean(name, [key]) for name in unknown)


def _renamed_twice(key: str, keys: Container[str]) -> bool:
    """Return whether a key is now called `label` and the `label` next to it is now called `name`."""
    return FORMER_KEYS.get(key) == FORMER_NAME and FORMER_NAME in keys and "name" not in keys


def _problem(item: Any, model: type[Model], document: Document, base: Path, vocabulary: CodeLists | None) -> Problem:
    steps = [step for step in item["loc"] if step != "[key]"]
    path = (*base, *steps)
    kind, found = item["type"], item["input"]
    if kind == "missing":
        message = f"the key {quote(steps[-1])} is missing."
        if steps[-1] == "name" and FORMER_NAME in found and FORMER_NAME in _fields_at(model, steps[:-1]):
            message += f" What was called {FORMER_NAME} is called name now."
        return document.problem(path[:-1], message, "key-missing")
    if kind == "extra_forbidden":
        known, around = _fields_at(model, steps[:-1]), _value_at(document.data, path[:-1])
        fields = vocabulary.codes("fields") if vocabulary and "facts" in known else {}
        hint = _instead(str(steps[-1]), found, known, around, fields)
        message = f"the key {quote(steps[-1])} is not known here.{hint}"
        return document.problem(path, message, "key-unknown", key=True, is_no_key=True)
    if kind in {"model_type", "model_attributes_type", "dict_type"}:
        how = by_language(path, found) or _how_to_write(path)
        message = f"{_shown(found)}must be a mapping of keys to values.{how}"
        return document.problem(path, message, "value-type")
    if kind == "list_type":
        how = _how_to_write(path) or _in_brackets(found)
        message = f"{_shown(found)}must be a list: one item a line, each after a hyphen.{how}"
        return document.problem(path, message, "value-type")
    if kind == "too_short":
        return document.problem(path, "must not be empty.", "value-missing", weight=Weight.NO_VALUE)
    if kind == "literal_error":
        choices = item["ctx"]["expected"].replace("'", "")
        now = FORMER_KEYS.get(str(found))
        hint = f" It is called {now} now." if f"'{now}'" in item["ctx"]["expected"] else ""
        message = f"{_shown(found)}must be one of {choices}.{hint}"
        return document.problem(path, message, "value-choice", weight=Weight.CHOICES)
    is_key = "[key]" in item["loc"]
    if is_key and (name := _alone(document.data, path)) and (how := by_language(path[:-1], name)):
        return document.problem(
            path, f"{quote(str(found))} has no language.{how}", "value-type", key=True, is_no_key=True
        )
    if is_key and (" " in str(found) or _value_at(document.data, path) == ""):
        curly = hint_on_signs(str(found)) if str(found).endswith(CURLY) else ""
        message = f"{quote(str(found))} reads as a key of its own: a value with a comma needs quotation marks.{curly}"
        return document.problem(path, message, "key-comma", key=True, is_no_key=True)
    if "rule" in item.get("ctx", {}):
        how = _how_to_write(path) if isinstance(found, list) and path[-1] == "source" else ""
        return document.problem(path, item["msg"] + how, item["ctx"]["rule"], key=is_key, weight=item["ctx"]["weight"])
    return document.problem(path, f"does not fit here: {item['msg']}.", "value-type", key=is_key)


def _instead(key: str, value: object, known: list[str], around: Any, fields: Mapping[str, Any]) -> str:
    """Return what to write in place of a key that is not among the known ones.

    `around` is the mapping that has it, and `fields` are those of facts, if it has facts.
    """
    now = FORMER_KEYS.get(key)
    if now in known:
        if "name" in known and _renamed_twice(key, around):
            return f" It is called {now} now, and {now} is called name: rename both."
        return f" It is called {now} now.{HOW_TO_WRITE.get(now, '')}"
    if value == "":
        near = "" if " " in key else did_you_mean(key, known)
        return f"{near} If it belongs to the value before it: {in_quotes(around, key)}."
    if meaning := next((other for other in meant(key) if other in known), None):
        return f" Did you mean {meaning}?{KEYS_EXPLAINED.get(meaning, '')}"
    return _as_fact(key, fields) or did_you_mean(key, known) or _word_as_key(key, known) or one_of(known)


def _as_fact(key: str, fields: Mapping[str, Any]) -> str:
    """Return what to write for a key at the head of a record that is the field of a fact, or that the path gives."""
    if fields and key in GIVEN_BY_PATH:
        return " The path of the file is the id of the record: delete the line."
    said = key.casefold().replace("_", "-")
    near = [word for word, field in fields.items() if said.replace("-", " ") in field.near]
    field = said if said in fields else near[0] if len(near) == 1 else ""
    return f" It goes under `facts`: `- field: {field}`, with `value`, `source` and `locator`." if field else ""


def _word_as_key(word: str, known: Container[str]) -> str:
    """Return what to write for a word of a code list that is used as a key, such as the type of a relation."""
    is_of_relation = "to" in known and "since" in known
    key, value = ("type", "to") if is_of_relation else ("field", "value")
    if (is_of_relation or key in known) and re.fullmatch(r"[a-z]+(?:-[a-z]+)+", word):
        return f" A {key} is a value: write `{key}: {word}`, and what follows it under `{value}`."
    return ""


def _how_to_write(path: Path) -> str:
    """Return what to add to a message about the value at a path, or about an item of a list there."""
    key = next((step for step in reversed(path) if isinstance(step, str)), "")
    return HOW_TO_WRITE.get(key, "")


def _in_brackets(found: object) -> str:
    """Return what to add to a message about a text that is a list of words."""
    parts = listed(found.strip("[] ")) if isinstance(found, str) else []
    is_list = len(parts) > 1 and all(map(_WORD.fullmatch, parts))
    return f" Or write it between brackets: [{', '.join(parts)}]." if is_list else ""


def _value_at(data: Any, path: Path) -> Any:
    for step in path:
        data = data[step]
    return data


def _alone(data: Any, path: Path) -> str:
    """Return the key at a path if it has no value and no other key beside it, as in `{PBORA}`; else nothing."""
    around = _value_at(data, path[:-1])
    return str(path[-1]) if isinstance(around, dict) and len(around) == 1 and around[path[-1]] == "" else ""


def _shown(found: object) -> str:
    """Return a text as the beginning of a message; nothing for a list or mapping."""
    return f"{quote(found)} " if isinstance(found, str) else ""


def _fields_at(model: type[Model], steps: Iterable[Any]) -> list[str]:
    """Return the keys that a model knows at a place inside it."""
    current = model
    for step in steps:
        if step in current.model_fields:
            current = _inner(current.model_fields[step].annotation) or current
    return [field.alias or name for name, field in current.model_fields.items()]


def _inner(annotation: Any) -> type[Model] | None:
    """Return the model inside `list[Model]`, `dict[str, Model]` or `Model | None`."""
    for inner in (annotation, *getattr(annotation, "__args__", ())):
        if isinstance(inner, type) and issubclass(inner, Model):
            return inner
    return None
