"""Turns a fact into a property: its value in words and in meaning, with what belongs to it."""

from equal_footing.changes import model_properties as models
from equal_footing.changes.subjects import Content, Property
from equal_footing.model.dataset import Dataset
from equal_footing.model.messages import Messages
from equal_footing.model.records import Fact
from equal_footing.statement import wording
from equal_footing.statement.stated import Stated, time_meaning

_PARTS = {"value", "to", "precision", "unit", "currency", "per", "period", "as_of"}
"""The keys that make up a value and its time."""
_APART = {*_PARTS, "field", "label", "values", "missing", "withdrawn"}
PART_OF_VALUE = ("time", "basis")
"""Details without which a value means something else; all others are evidence or explanation."""


def fact_property(dataset: Dataset, words: Messages, fact: Fact, stated: Stated) -> Property:
    """Return what a fact says, in words and in meaning."""
    field, label = stated.field, stated.label or ""
    time = Content(wording.time(stated, words), time_meaning(stated.time))
    details = {"field": Content(field.label, field.id), "label": Content(label), "time": time}
    details |= _evidence(dataset, fact) | models.details(dataset, fact, without=_APART)
    if field.type == "text":
        cites = models.sources_of(dataset, Fact, "value", fact.value)
        details |= {f"value.{name}": content for name, content in cites.items()}
    kept = {name: content for name, content in details.items() if content.words}
    title = ", ".join(part for part in (field.label, label, time.words) if part)
    return Property(f"fact:{stated.anchor}", title, _value(dataset, words, stated), kept, f"fact:{field.id}|{label}")


def _value(dataset: Dataset, words: Messages, stated: Stated) -> Content:
    """Return the value of a fact, or why it is missing, with all values where sources disagree."""
    said = wording.fact(stated, words, dataset, bare=True)
    apart = PART_OF_VALUE if stated.value else ()  # the time and the basis of a single value are details
    values_meant = [
        {key: said for key, said in value.items() if key not in apart} for value in stated.meaning["values"]
    ]
    meaning = {key: stated.meaning[key] for key in ("missing", "withdrawn")} | {"values": values_meant}
    return Content(said, meaning, is_text=any(value.is_text for value in stated.values))


def _evidence(dataset: Dataset, fact: Fact) -> dict[str, Content]:
    """Return what belongs to the several values of a fact on which sources disagree: sources, notes and the like."""
    found: dict[str, list[Content]] = {}
    for value in sorted(fact.values, key=lambda item: item.value):
        for key, content in models.details(dataset, value, {*_PARTS, "basis"}).items():
            found.setdefault(key if key == "source" else f"values.{key}", []).append(content)
    return {
        key: Content("; ".join(dict.fromkeys(one.words for one in items)), [one.meant for one in items])
        for key, items in found.items()
    }
