"""Turns a fact into a statement: its value in words and in meaning, with what belongs to it."""

from __future__ import annotations

import json
from typing import Any

from equal_footing.changes import statements_of_models as models
from equal_footing.changes.things import Content, Statement
from equal_footing.model.dataset import Entry
from equal_footing.model.records import Fact, Value
from equal_footing.model.vocabulary import NUMERIC, Field
from equal_footing.views.records import Views

_PARTS = ("value", "to", "precision", "unit", "currency", "per")
"""The keys that make up a value."""
_APART = {*_PARTS, "field", "label", "period", "as_of", "values", "missing", "withdrawn"}
PART_OF_VALUE = ("time", "basis")
"""Details without which a value means something else; all others are evidence or explanation."""


def fact_statement(views: Views, entry: Entry, fact: Fact, key: str) -> Statement:
    """Return what a fact says; `key` is its anchor, made unique where the data hold it twice."""
    term = views.dataset.vocabulary.fields[fact.field]
    time = _time(views, entry, fact)
    label = ", ".join(part for part in (term.label, fact.label or "", time.words) if part)
    details = {"field": Content(term.label, fact.field), "what": Content(fact.label or ""), "time": time}
    details |= _evidence(views, fact) | models.details(views.dataset, fact, without=_APART)
    if term.type == "text":
        cites = models.sources_of(views.dataset, Fact, "value", fact.value)
        details |= {f"{name} of the text": content for name, content in cites.items()}
    kept = {name: content for name, content in details.items() if content.words}
    topic = f"fact:{fact.field}|{fact.label or ''}"
    return Statement(f"fact:{key}", label, _value(views, entry, fact, term), kept, topic)


def _value(views: Views, entry: Entry, fact: Fact, term: Field) -> Content:
    """Return the value of a fact, or why it is missing, with all values where sources disagree."""
    missing = views.dataset.vocabulary.missing[fact.missing].label if fact.missing else ""
    values = [_stated(views, entry, fact, term)] if fact.value is not None else []
    values += [_one_of_several(views, entry, value, term) for value in fact.values]
    words = ": ".join(part for part in (missing, "; ".join(value.words for value in values)) if part)
    if fact.withdrawn:
        words = f"{words} (withdrawn on {fact.withdrawn})"
    meaning = {
        "missing": fact.missing,
        "withdrawn": str(fact.withdrawn) if fact.withdrawn else None,
        "values": sorted((value.meant for value in values), key=_order),
    }
    return Content(words, meaning, is_text=any(value.is_text for value in values))


def _stated(views: Views, entry: Entry, fact: Fact | Value, term: Field) -> Content:
    """Return a value as a page shows it; as it is written where it is not of its type, as old data may have it."""
    assert fact.value is not None
    parts = {name: getattr(fact, name, None) for name in _PARTS}
    if term.type == "text":
        content = models.text(fact.value)
        return Content(content.words, _given(parts | {"value": content.meant}), is_text=True)
    try:
        words = views.value(entry, fact, term).text
    except (ValueError, LookupError):
        words = fact.value
    if term.type == "number":
        parts["unit"] = fact.unit or term.unit
    if term.type in NUMERIC:
        parts |= {name: part.replace("_", "") for name in ("value", "to") if (part := parts[name])}
    return Content(words, _given(parts))


def _one_of_several(views: Views, entry: Entry, value: Value, term: Field) -> Content:
    stated, time = _stated(views, entry, value, term), _time(views, entry, value)
    basis = views.dataset.vocabulary.bases[value.basis].label if value.basis else ""
    details = "; ".join(part for part in (time.words, basis) if part)
    words = f"{stated.words} ({details})" if details else stated.words
    return Content(words, {**stated.meant, "time": time.meant, **_given({"basis": value.basis})}, stated.is_text)


def _evidence(views: Views, fact: Fact) -> dict[str, Content]:
    """Return what belongs to the several values of a fact on which sources disagree: sources, notes and the like."""
    found: dict[str, list[Content]] = {}
    for value in sorted(fact.values, key=lambda item: item.value):
        for name, content in models.details(views.dataset, value, {*_PARTS, "basis", "period", "as_of"}).items():
            found.setdefault(name if name == "source" else f"{name} of the values", []).append(content)
    return {
        name: Content("; ".join(dict.fromkeys(one.words for one in items)), [one.meant for one in items])
        for name, items in found.items()
    }


def _time(views: Views, entry: Entry, fact: Fact | Value) -> Content:
    return Content(views.time(entry.place, fact), [str(fact.period or ""), str(fact.as_of or "")])


def _given(parts: dict[str, Any]) -> dict[str, Any]:
    return {name: part for name, part in parts.items() if part is not None}


def _order(meaning: Any) -> str:
    return json.dumps(meaning, ensure_ascii=False, sort_keys=True)
