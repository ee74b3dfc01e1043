"""What the keys of a model hold, in plain words and in a form that can be compared.

Every key of every model is read, the ones that nobody has thought of yet too, so that nothing changes unseen.
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any, NamedTuple, get_args

from pydantic import BaseModel

from equal_footing.model.dataset import TEXTS, Dataset
from equal_footing.model.records import Citation
from equal_footing.model.text import citations, without_citations
from equal_footing.model.types import ListedWord, Pattern

_EMPTY: tuple[object, ...] = (None, "", [], {}, False)
_IN_ORDER = frozenset({"series", "fields"})
"""Lists whose order means something; of all others another order says the same."""
_LABELS = {
    "further_sources": "further sources",
    "locator": "place",
    "changed": "reason given",
    "original": "in the original",
    "searched": "searched on",
    "shown": "shown first",
}
"""What keys are called whose name does not say it."""
_NEW_LINE = re.compile(r"[ \t]*\n[ \t]*(?=[-*+>#]|\d+[.)]\s|\n|$)")


class Place(NamedTuple):
    """A source by its key, and the place in it."""

    source: str
    locator: str


@dataclass(frozen=True, slots=True)
class Said:
    """What is said, in words, and what is meant by it in a form that can be compared: the words where none is given."""

    words: str
    form: Any = None
    is_text: bool = False

    @property
    def meant(self) -> Any:
        """What is compared: two that mean the same may read otherwise, when a word of the vocabulary has changed."""
        return self.words if self.form is None else self.form


@dataclass(frozen=True, slots=True)
class Statement:
    """One thing said: a label and a value, with what belongs to it (source, note) by name.

    `key` stays the same while the statement is about the same; statements of one `topic` may take each other's place.
    """

    key: str
    label: str
    value: Said
    details: Mapping[str, Said] = field(default_factory=dict)
    topic: str = ""


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads the models of one dataset.

    `records` and `sources` say what records that have moved and sources that have another key now are called in the
    state with which the dataset is compared.
    """

    dataset: Dataset
    records: Mapping[str, str] = field(default_factory=dict)
    sources: Mapping[str, str] = field(default_factory=dict)

    def record_id(self, record: str) -> str:
        """Return the id of a record as the other state has it."""
        return self.records.get(record, record)

    def source_key(self, key: str) -> str:
        """Return the key of a source as the other state has it."""
        return self.sources.get(key, key)

    def record(self, record: str) -> Said:
        """Return a record by its title; by its id where there is none such."""
        entry = self.dataset.entries.get(self.dataset.resolve(record))
        return Said(entry.record.title if entry else record, self.record_id(record))

    def cited(self, key: str, at: str) -> Said:
        """Return a source and the place in it on one line, also where the source is not on record."""
        found = self.dataset.sources.get(key)
        title = found.source.title if found else {}
        name = f"{found.source.publisher}, {title.get('en') or next(iter(title.values()))}" if found else key
        return Said(f"{name}, {at}" if at else name, Place(self.source_key(key), at))

    def text(self, source: str) -> Said:
        """Return a text on one line, without what it cites; other line breaks in it mean the same."""
        meant = _NEW_LINE.sub("\n", source)
        meant = re.sub(r"(?<!\n)\n(?!\n|[-*+>#]|\d+[.)]\s)[ \t]*", " ", meant)
        meant = re.sub(r"[ \t]+", " ", meant)
        for old, new in self.records.items():
            meant = re.sub(rf"/{re.escape(old)}(?=[/#)])", f"/{new}", meant)
        return Said(" ".join(without_citations(source).split()), without_citations(meant), is_text=True)

    def statements(
        self, model: BaseModel, without: Collection[str] = (), topics: Collection[str] = ()
    ) -> Iterator[Statement]:
        """Yield a statement for each key that holds something; those in `topics` are what is told of a new thing."""
        for name, said in self.keys(model, without):
            details = self.sources_of(getattr(model, name)) if said.is_text else {}
            yield Statement(name, _label(name), said, details, name if name in topics else "")

    def details(self, model: BaseModel, without: Collection[str] = ()) -> dict[str, Said]:
        """Return what belongs to a statement: the other keys of its model, with source and place in it as one."""
        found: dict[str, Said] = {}
        key = getattr(model, "source", None)
        if key and "source" not in without:
            found["source"] = self.cited(key, getattr(model, "locator", None) or "")
        for name, said in self.keys(model, {*without, "source", "locator"}):
            found[_label(name).lower()] = said
            for label, cited in self.sources_of(getattr(model, name) if said.is_text else "").items():
                found[f"{label} of the {_label(name).lower()}"] = cited
        return found

    def sources_of(self, source: str) -> dict[str, Said]:
        """Return what a text cites, as a detail of it."""
        found = [self.cited(item.key, item.locator) for item in citations(source)]
        if not found:
            return {}
        return {"source": Said("; ".join(item.words for item in found), [item.meant for item in found])}

    def keys(self, model: BaseModel, without: Collection[str] = ()) -> Iterator[tuple[str, Said]]:
        """Yield the keys of a model that hold something, with what they hold."""
        for name in type(model).model_fields:
            value = getattr(model, name)
            if name not in without and value not in _EMPTY:
                yield name, self.said(type(model), name, value)

    def said(self, model: type[BaseModel], name: str, value: Any) -> Said:
        """Return what a key of a model holds."""
        if isinstance(value, list):
            return self._list(model, name, value)
        if isinstance(value, dict):
            parts = {str(key): self.said(model, name, item) for key, item in value.items()}
            words = "; ".join(f"{key}: {said.words}" for key, said in parts.items())
            return Said(words, {key: said.meant for key, said in parts.items()})
        if isinstance(value, Citation):
            return self.cited(value.source, value.locator)
        if isinstance(value, BaseModel):
            keys = dict(self.keys(value))
            words = "; ".join(f"{_label(key).lower()}: {said.words}" for key, said in keys.items())
            cited = {key: _cites(self.sources_of(getattr(value, key))) for key, said in keys.items() if said.is_text}
            return Said(words, [{key: said.meant for key, said in keys.items()}, cited])
        return self._word(model, name, value)

    def _list(self, model: type[BaseModel], name: str, items: list[Any]) -> Said:
        found = [self.said(model, name, item) for item in items]
        meant = [said.meant for said in found]
        if name not in _IN_ORDER:
            meant.sort(key=lambda item: json.dumps(item, ensure_ascii=False, sort_keys=True))
        return Said("; ".join(said.words for said in found), meant)

    def _word(self, model: type[BaseModel], name: str, value: Any) -> Said:
        if value is True:
            return Said("yes")
        lists, rules = _marks(model, name)
        if lists:
            term = self.dataset.vocabulary.codes(lists[0]).get(str(value))
            return Said(str(getattr(term, "label", value)), str(value))
        if "record-id" in rules:
            return self.record(str(value))
        if "source-key" in rules:
            return self.cited(str(value), "")
        if isinstance(value, str) and (name in TEXTS or model.__name__ == "Rubric"):
            return self.text(value)
        return Said(" ".join(str(value).split()))


def _label(name: str) -> str:
    return _LABELS.get(name, name.rstrip("_").replace("_", " ")).capitalize()


def _cites(details: Mapping[str, Said]) -> Any:
    return details["source"].meant if details else []


@cache
def _marks(model: type[BaseModel], name: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the code lists and the rules of form that the annotation of a key names."""
    info = model.model_fields[name]
    marks = [*info.metadata, *_within(info.annotation)]
    functions = [getattr(mark, "func", mark) for mark in marks]
    lists = tuple(item.list_name for item in functions if isinstance(item, ListedWord))
    return lists, tuple(item.rule for item in functions if isinstance(item, Pattern))


def _within(annotation: Any) -> Iterator[Any]:
    """Yield everything that stands inside an annotation."""
    for part in get_args(annotation):
        yield part
        yield from _within(part)
