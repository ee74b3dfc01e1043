"""Turns the keys of a model of the data into statements.

Every key of every model is read, also one that is added to a model later, so that nothing changes unseen.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator
from functools import cache
from typing import Any, get_args

from pydantic import BaseModel

from equal_footing.changes.things import Content, Statement
from equal_footing.model.dataset import TEXTS, Dataset
from equal_footing.model.records import Citation
from equal_footing.model.text import citations, meaning, plain
from equal_footing.model.types import ListedWord, Pattern
from equal_footing.statement.credit import credit

_EMPTY: tuple[object, ...] = (None, "", [], {}, False)
_IN_ORDER = frozenset({"series", "fields"})
"""Lists whose order means something; in all others another order means the same."""
_LABELS = {
    "further_sources": "further sources",
    "locator": "place",
    "changed": "reason given",
    "original": "in the original",
    "searched": "searched on",
    "shown": "shown first",
}
"""The labels of keys whose name does not explain them."""


def statements(
    dataset: Dataset, model: BaseModel, without: Collection[str] = (), topics: Collection[str] = ()
) -> Iterator[Statement]:
    """Yield a statement for each key that holds something; those in `topics` are reported of a new thing."""
    for name, value, content in _keys(dataset, model, without):
        cites = sources_of(dataset, type(model), name, value)
        yield Statement(name, _label(name), content, cites, name if name in topics else "")


def details(dataset: Dataset, model: BaseModel, without: Collection[str] = ()) -> dict[str, Content]:
    """Return what belongs to a statement: the other keys of its model, with source and locator as one."""
    found: dict[str, Content] = {}
    key = getattr(model, "source", None)
    if key and "source" not in without:
        found["source"] = cited(dataset, key, getattr(model, "locator", None) or "")
    for name, value, content in _keys(dataset, model, {*without, "source", "locator"}):
        label = _label(name).lower()
        found[label] = content
        for what, cites in sources_of(dataset, type(model), name, value).items():
            found[f"{what} of the {label}"] = cites
    return found


def record(dataset: Dataset, record_id: str) -> Content:
    """Return a record by its title; by its id where there is no such record."""
    entry = dataset.entries.get(dataset.resolve(record_id))
    return Content(entry.record.title if entry else record_id, record_id)


def cited(dataset: Dataset, key: str, locator: str) -> Content:
    """Return a source with its locator on one line; its key in place of its name where there is no such source."""
    return Content(credit(dataset, key, locator), {"source": key, "locator": locator})


def text(source: str) -> Content:
    """Return a text in plain words, and what it means without its citations."""
    return Content(plain(source), meaning(source), is_text=True)


def sources_of(dataset: Dataset, model: type[BaseModel], name: str, value: Any) -> dict[str, Content]:
    """Return what the texts of a key cite, as the detail `source`; nothing where they cite nothing."""
    found = [cited(dataset, item.key, item.locator) for part in _texts(model, name, value) for item in citations(part)]
    if not found:
        return {}
    return {"source": Content("; ".join(item.words for item in found), [item.meant for item in found])}


def _texts(model: type[BaseModel], name: str, value: Any) -> Iterator[str]:
    """Yield the texts that a key of a model holds, also within lists and other models."""
    if isinstance(value, list):
        for item in value:
            yield from _texts(model, name, item)
    elif isinstance(value, BaseModel):
        for key in type(value).model_fields:
            yield from _texts(type(value), key, getattr(value, key))
    elif isinstance(value, str) and _is_text(model, name):
        yield value


def _is_text(model: type[BaseModel], name: str) -> bool:
    return name in TEXTS or model.__name__ == "Rubric"


def _keys(dataset: Dataset, model: BaseModel, without: Collection[str] = ()) -> Iterator[tuple[str, Any, Content]]:
    """Yield the keys of a model that hold something, with their values."""
    for name in type(model).model_fields:
        value = getattr(model, name)
        if name not in without and value not in _EMPTY:
            yield name, value, _content(dataset, type(model), name, value)


def _content(dataset: Dataset, model: type[BaseModel], name: str, value: Any) -> Content:
    """Return what a key of a model holds."""
    if isinstance(value, list):
        found = [_content(dataset, model, name, item) for item in value]
        meant = [content.meant for content in found]
        if name not in _IN_ORDER:
            meant.sort(key=lambda item: json.dumps(item, ensure_ascii=False, sort_keys=True))
        return Content("; ".join(content.words for content in found), meant)
    if isinstance(value, Citation):
        return cited(dataset, value.source, value.locator)
    if isinstance(value, dict | BaseModel):
        if isinstance(value, dict):
            parts = {str(key): (str(key), _content(dataset, model, name, item)) for key, item in value.items()}
        else:
            parts = {key: (_label(key).lower(), content) for key, _, content in _keys(dataset, value)}
        words = "; ".join(f"{label}: {content.words}" for label, content in parts.values())
        return Content(words, {key: content.meant for key, (_, content) in parts.items()})
    return _word(dataset, model, name, value)


def _word(dataset: Dataset, model: type[BaseModel], name: str, value: Any) -> Content:
    if value is True:
        return Content("yes")
    lists, rules = _marks(model, name)
    if lists:
        term = dataset.vocabulary.codes(lists[0]).get(str(value))
        return Content(str(getattr(term, "label", value)), str(value))
    if "record-id" in rules:
        return record(dataset, str(value))
    if "source-key" in rules:
        return cited(dataset, str(value), "")
    if isinstance(value, str) and _is_text(model, name):
        return text(value)
    return Content(" ".join(str(value).split()))


def _label(name: str) -> str:
    return _LABELS.get(name, name.rstrip("_").replace("_", " ")).capitalize()


@cache
def _marks(model: type[BaseModel], name: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the code lists and the rules of form that the annotation of a key names."""
    info = model.model_fields[name]
    marks = [*info.metadata, *_within(info.annotation)]
    functions = [getattr(mark, "func", mark) for mark in marks]
    lists = tuple(item.list_name for item in functions if isinstance(item, ListedWord))
    return lists, tuple(item.rule for item in functions if isinstance(item, Pattern))


def _within(annotation: Any) -> Iterator[Any]:
    """Yield everything inside an annotation."""
    for part in get_args(annotation):
        yield part
        yield from _within(part)
