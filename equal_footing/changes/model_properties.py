"""Turns the keys of a model of the data into properties.

Every key of every model is read, also one that is added to a model later, so that nothing changes unseen.
"""

import json
from collections.abc import Collection, Iterator
from typing import Any

from equal_footing.changes.subjects import Content, Property
from equal_footing.model.base import Model, validators
from equal_footing.model.dataset import Dataset
from equal_footing.model.messages import Messages
from equal_footing.model.questions import Rubric
from equal_footing.model.records import Changed, Citation
from equal_footing.model.sources import Author
from equal_footing.model.terms import Coded
from equal_footing.model.text import citations, meaning, plain
from equal_footing.model.types import ListedWord, Pattern
from equal_footing.model.uses import CITING_KEYS
from equal_footing.model.values import PartialDate
from equal_footing.statement import wording
from equal_footing.statement.credit import credit

_EMPTY: tuple[object, ...] = (None, "", [], {}, False)
_IN_ORDER = frozenset({"authors", "fields", "series"})
"""Lists whose order means something; in all others another order means the same."""
_LABELS = {
    "changed": "reason given",
    "original": "in the original",
    "searched": "searched on",
    "checked": "checked for amendments on",
    "looked": "where we looked",
    "shown": "shown first",
}
"""The labels of keys whose name does not explain them."""


def properties(
    dataset: Dataset, words: Messages, model: Model, without: Collection[str] = (), topics: Collection[str] = ()
) -> tuple[Property, ...]:
    """Return a property for each key that holds something, and one for each part of a mapping.

    Those in `topics` are shown of a new subject.
    """
    return tuple(
        item
        for name, value in _filled(model, without)
        for item in _split(dataset, words, type(model), name, value, [name], [], name if name in topics else "")
    )


def _split(
    dataset: Dataset,
    words: Messages,
    model: type,
    name: str,
    value: Any,
    keys: list[str],
    labels: list[str],
    topic: str,
) -> Iterator[Property]:
    """Yield the property of a key, or those of the parts of its mapping; `keys` and `labels` lead to the part."""
    if isinstance(value, dict):
        languages = dataset.vocabulary.languages if "languages" in _lists(model, name) else {}
        for key, item in value.items():
            named = [*labels, languages[key].label if key in languages else key]
            yield from _split(dataset, words, type(value), key, item, [*keys, key], named, topic)
    elif isinstance(value, Model) and not isinstance(value, Changed):
        for key, item in _filled(value):
            yield from _split(dataset, words, type(value), key, item, [*keys, key], [*labels, label(key)], topic)
    else:
        title = f"{label(keys[0]).capitalize()} ({', '.join(labels)})" if labels else label(keys[0]).capitalize()
        source = sources_of(dataset, model, name, value)
        yield Property(".".join(keys), title, _content(dataset, words, model, name, value), source, topic)


def details(dataset: Dataset, words: Messages, model: Model, without: Collection[str]) -> dict[str, Content]:
    """Return what belongs to a property: the other keys of its model, with source and locator as one."""
    found: dict[str, Content] = {}
    key = getattr(model, "source", None)
    if key and "source" not in without:
        found["source"] = cited(dataset, key, getattr(model, "locator", None) or "")
    for name, value in _filled(model, {*without, "source", "locator"}):
        found[name] = _content(dataset, words, type(model), name, value)
        for what, source in sources_of(dataset, type(model), name, value).items():
            found[f"{name}.{what}"] = source
    return found


def label(key: str) -> str:
    """Return what a key of the data is called in a sentence: `source of the note` for `note.source`."""
    names = [_LABELS.get(name, name.rstrip("_").replace("_", " ")) for name in key.split(".")]
    return " of the ".join(reversed(names))


def record(dataset: Dataset, record_id: str) -> Content:
    """Return a record by its title; by its id where there is no such record."""
    entry = dataset.entries.get(dataset.resolve(record_id))
    return Content(entry.record.title if entry else record_id, record_id)


def cited(dataset: Dataset, key: str, locator: str) -> Content:
    """Return a source with its locator on one line; its key in place of its name where there is no such source."""
    return Content(credit(dataset, key, locator), {"source": key, "locator": locator})


def sources_of(dataset: Dataset, model: type, name: str, value: Any) -> dict[str, Content]:
    """Return what the texts of a key cite, as the detail `source`; nothing where they cite nothing."""
    found = [cited(dataset, item.key, item.locator) for part in _texts(model, name, value) for item in citations(part)]
    if not found:
        return {}
    return {"source": Content("; ".join(item.words for item in found), [item.meant for item in found])}


def _texts(model: type, name: str, value: Any) -> Iterator[str]:
    """Yield the texts that a key of a model holds, also within lists and other models."""
    if isinstance(value, list):
        for item in value:
            yield from _texts(model, name, item)
    elif isinstance(value, Model):
        for key, item in _filled(value):
            yield from _texts(type(value), key, item)
    elif isinstance(value, str) and _is_text(model, name):
        yield value


def _is_text(model: type, name: str) -> bool:
    return issubclass(model, Model) and (name in CITING_KEYS or model is Rubric)


def _filled(model: Model, without: Collection[str] = ()) -> Iterator[tuple[str, Any]]:
    """Yield the keys of a model that hold something other than their default, with their values.

    The id of a word is left out: it is the key under which the file holds the word.
    """
    if isinstance(model, Coded):
        without = {*without, "id"}
    for name, info in type(model).model_fields.items():
        value = getattr(model, name)
        if name not in without and value not in (*_EMPTY, info.default):
            yield name, value


def _content(dataset: Dataset, words: Messages, model: type, name: str, value: Any) -> Content:
    """Return what a key of a model holds."""
    if isinstance(value, list):
        found = [_content(dataset, words, model, name, item) for item in value]
        meant = [content.meant for content in found]
        if name not in _IN_ORDER:
            meant.sort(key=lambda item: json.dumps(item, ensure_ascii=False, sort_keys=True))
        return Content("; ".join(content.words for content in found), meant)
    if isinstance(value, Citation):
        return cited(dataset, value.source, value.locator)
    if isinstance(value, Author):
        return Content(value.name, dict(_filled(value)))
    if isinstance(value, dict | Model):
        items = value.items() if isinstance(value, dict) else _filled(value)
        parts = {key: _content(dataset, words, type(value), key, item) for key, item in items}
        said = "; ".join(f"{label(key)}: {content.words}" for key, content in parts.items())
        return Content(said, {key: content.meant for key, content in parts.items()})
    return _word(dataset, words, model, name, value)


def _word(dataset: Dataset, words: Messages, model: type, name: str, value: Any) -> Content:
    if value is True:
        return Content("yes")
    if isinstance(value, PartialDate):
        return Content(wording.date(value, words), str(value))
    lists = _lists(model, name)
    rules = [item.rule for item in _validators(model, name) if isinstance(item, Pattern)]
    if lists:
        term = dataset.vocabulary.codes(lists[0]).get(str(value))
        return Content(str(getattr(term, "label", value)), str(value))
    if "record-id" in rules:
        return record(dataset, str(value))
    if "source-key" in rules:
        return cited(dataset, str(value), "")
    if isinstance(value, str) and _is_text(model, name):
        return Content(plain(value), meaning(value), is_text=True)
    return Content(" ".join(str(value).split()))


def _lists(model: type, name: str) -> list[str]:
    """Return the code lists that the annotation of a key names; none for a key of a dict."""
    return [item.list_name for item in _validators(model, name) if isinstance(item, ListedWord)]


def _validators(model: type, name: str) -> tuple[Any, ...]:
    return validators(model, name) if issubclass(model, Model) else ()
