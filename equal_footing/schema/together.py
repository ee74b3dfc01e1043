"""Keys that go together in one thing, as the rules of the check ask: what a state needs, what goes with a value."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from pydantic import BaseModel

from equal_footing.check.facts import STATE_KEYS
from equal_footing.check.questions import GROUNDS
from equal_footing.check.questions import STATE_KEYS as ANSWER_STATE_KEYS
from equal_footing.model.fixed_words import UNKNOWN
from equal_footing.model.questions import Answer
from equal_footing.model.records import Fact, Identifier, OtherName, Record, Relation, Source, Status
from equal_footing.model.vocabulary import NUMERIC
from equal_footing.schema.scalars import Json, whole
from equal_footing.schema.shelf import Shelf
from equal_footing.schema.words import words


def _when(conditions: Json, then: Json) -> Json:
    """Return the rule for where keys have the values that are asked for."""
    return {"if": {"properties": conditions, "required": list(conditions)}, "then": then}


def _one_of(key: str, other: str, otherwise: str) -> Json:
    """Return the rule that one of two keys must be there."""
    return {"if": {"not": {"required": [other]}}, "then": {"required": [key], "errorMessage": otherwise}}


def _without(keys: Iterable[str], otherwise: str) -> Json:
    """Return the rule that keys must not be there."""
    return {"properties": dict.fromkeys(keys, False), "errorMessage": otherwise}


def _source_and_locator(_: Shelf) -> list[Json]:
    return [{"dependencies": {"source": ["locator"], "locator": ["source"]}}]


def _record_rules(shelf: Shelf) -> list[Json]:
    """A record has a type where its kind has types, and one of those."""
    rules = []
    for kind in shelf.kinds:
        if kind.types:
            then = {"required": ["type"], "properties": {"type": words(kind.types)}}
            rules.append(_when({"kind": {"const": kind.id}}, then))
    untyped = [kind.id for kind in shelf.kinds if not kind.types]
    return [*rules, _when({"kind": {"enum": untyped}}, _without(["type"], "This kind has no types."))]


def _status_rules(shelf: Shelf) -> list[Json]:
    """A status has a date and a source, unless it is not known."""
    dated = _one_of("as_of", "since", "A status needs a date: `since` or `as_of`.")
    known = {"required": ["source", "locator"], "allOf": [dated]}
    return [*_source_and_locator(shelf), _when({"code": {"not": {"const": UNKNOWN}}}, known)]


def _identifier_rules(shelf: Shelf) -> list[Json]:
    """An identifier has the form of its register."""
    return [
        _when(
            {"scheme": {"const": scheme.id}},
            {
                "properties": {
                    "id": {
                        "pattern": whole(scheme.pattern),
                        "errorMessage": f"Must have the form {scheme.pattern} of {scheme.label}.",
                    }
                }
            },
        )
        for scheme in shelf.vocabulary.identifier_schemes.values()
    ]


def _source_rules(_: Shelf) -> list[Json]:
    return [{"dependencies": {"original_url": ["mirror"]}}]


def _states(instead: str, needs: Mapping[str, Sequence[str]], apart: Iterable[str]) -> list[Json]:
    """Return for each state the keys that it needs, and which of the keys `apart` do not go with it.

    Beside `instead`, the key that a state stands for, nothing is said of it: the state itself is the mistake there.
    """
    rules = []
    for state, keys in needs.items():
        others = [key for key in apart if key not in keys]
        then: Json = {"required": list(keys), "allOf": [_without(others, f"{state} has no such key.")]}
        for many in {"values", "positions"} & {*keys}:
            then["properties"] = {many: {"minItems": 2, "errorMessage": "A disagreement needs two or more."}}
        rule = _when({"missing": {"const": state}}, then)
        rule["if"]["not"] = {"required": [instead]}
        rules.append(rule)
    return rules


def _answer_rules(shelf: Shelf) -> list[Json]:
    """An answer has either an answer with its grounds, or a state with its keys."""
    answered = {
        "required": list(GROUNDS),
        "properties": {"text": shelf.form("cited"), "evidence": {"minItems": 1}},
        "allOf": [_without(["missing", "searched", "positions"], "Goes only without an answer.")],
    }
    return [
        _one_of(
            "answer",
            "missing",
            "Needs an answer or `missing: not-researched` if nobody has looked.",
        ),
        {"dependencies": {"answer": answered}},
        *_states("answer", shelf.vocabulary.answer_reasons, ANSWER_STATE_KEYS),
    ]


def _fact_rules(shelf: Shelf) -> list[Json]:
    """A fact has a value with its source, of the type of its field, or a state with its keys."""
    terms = shelf.vocabulary.missing.values()
    alone = _without(["missing", "searched", "values"], "Goes only without a value.")
    return [
        _one_of(
            "value",
            "missing",
            "Needs a value or `missing: not-researched` if nobody has looked.",
        ),
        {"dependencies": {"value": ["source"], "source": ["locator"], "withdrawn": ["note"]}},
        {"dependencies": {"value": alone}},
        *_states("value", {term.id: term.needs for term in terms}, STATE_KEYS),
        *_type_rules(shelf),
    ]


def _type_rules(shelf: Shelf) -> list[Json]:
    """Return what the value of a fact must be, by its field, and which keys go with it."""
    groups: dict[tuple[str, bool], list[str]] = {}
    for item in shelf.vocabulary.fields.values():
        groups.setdefault((item.type, item.unit is not None), []).append(item.id)
    dated = [item.id for item in shelf.vocabulary.fields.values() if item.dated]
    rules = [
        _stated(names, _of_type(shelf, kind, has_unit, is_fact=True), _of_type(shelf, kind, has_unit, is_fact=False))
        for (kind, has_unit), names in groups.items()
    ]
    return [*rules, _stated(dated, _TIMED, _TIMED)]


def _stated(names: list[str], fact: Json, value: Json) -> Json:
    """Return the rule for facts of some fields that have a value, and for values on which sources disagree."""
    then = {"dependencies": {"value": fact}, "properties": {"values": {"items": value}}}
    return _when({"field": {"enum": names}}, then)


_TIMED = _one_of("period", "as_of", "Needs a time: `period` or `as_of`.")
_ONE_TIME = {"dependencies": {"period": _without(["as_of"], "Goes without `period`: one time is enough.")}}


_NUMBER_KEYS = frozenset({"precision", "to"})
_GOES_WITH: dict[str, frozenset[str]] = {
    "number": _NUMBER_KEYS | {"unit"},
    "percent": _NUMBER_KEYS,
    "money": _NUMBER_KEYS | {"currency", "basis"},
    "rate": _NUMBER_KEYS | {"currency", "per"},
}
"""Keys that go with values of some types, and not with those of other types."""
_OF_SOME_TYPES = frozenset().union(*_GOES_WITH.values())


def _of_type(shelf: Shelf, kind: str, has_unit: bool, is_fact: bool) -> Json:
    """Return what goes with a value of a type: its form, the keys that it needs, and those that others have.

    `has_unit` says whether the field has a unit of its own; `is_fact` whether it is the value of a fact, and not one
    of several on which sources disagree.
    """
    form = _value_form(shelf, kind)
    own = _GOES_WITH.get(kind, frozenset())
    second_time = {"period", "as_of"} if kind == "date" and is_fact else set()
    apart = sorted(_OF_SOME_TYPES - own | second_time)
    is_timed = kind == "money" or (kind == "rate" and is_fact)
    return {
        "required": _needed(kind, has_unit, is_fact),
        "properties": {"value": form} | ({"to": form} if "to" in own else {}),
        "allOf": [
            _ONE_TIME,
            *([_TIMED] if is_timed else []),
            _without(apart, f"Does not go with a field of the type {kind}."),
        ],
    }


def _needed(kind: str, has_unit: bool, is_fact: bool) -> list[str]:
    match kind:
        case "number" if not has_unit:
            return ["unit"]
        case "money":
            return ["currency", "basis"]
        case "rate" if is_fact:
            return ["currency", "per"]
    return []


def _value_form(shelf: Shelf, kind: str) -> Json:
    if kind in NUMERIC:
        return shelf.form("number")
    match kind:
        case "country-code":
            return shelf.codes("countries")
        case "currency-code":
            return shelf.codes("currencies")
        case "language-code":
            return shelf.codes("languages")
        case "text":
            return shelf.form("long-text")
    return shelf.form(kind)


RULES: dict[type[BaseModel], Callable[[Shelf], list[Json]]] = {
    Record: _record_rules,
    OtherName: _source_and_locator,
    Status: _status_rules,
    Identifier: _identifier_rules,
    Relation: _source_and_locator,
    Source: _source_rules,
    Fact: _fact_rules,
    Answer: _answer_rules,
}
"""What the rules say of keys that go together in one thing."""
