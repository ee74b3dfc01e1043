"""The rules of the check that apply within one file, as JSON Schema: which keys need others, or go without them."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from equal_footing.check import facts, questions
from equal_footing.model.endings import Withdrawn
from equal_footing.model.field_types import KEYS_NEEDED, KEYS_OF_TYPE, NUMERIC
from equal_footing.model.fixed_words import COUNTRY, NOT_RESEARCHED, UNKNOWN
from equal_footing.model.questions import Answer
from equal_footing.model.records import Fact, Identifier, OtherName, Record, Relation, Status
from equal_footing.model.sections import TextSection
from equal_footing.model.sources import Author, Source
from equal_footing.schema.forms import Json, whole, words
from equal_footing.schema.models import ModelSchema, Rule


def _when(conditions: Json, then: Json) -> Json:
    """Return the rule `then` for objects that meet the `conditions` on the values of keys."""
    return {"if": {"properties": conditions, "required": list(conditions)}, "then": then}


def _in_english(schema: ModelSchema, form: str) -> Json:
    """Return the rule that a text has a form where it is in one language, and no mapping of languages to texts."""
    return {"if": {"type": "object"}, "else": schema.named(form)}


def _one_of(key: str, other: str, otherwise: str) -> Json:
    """Return the rule that one of two keys must be there; `key` is the one that is asked for."""
    return {"if": {"not": {"required": [other]}}, "then": {"required": [key], "errorMessage": otherwise}}


def _without(keys: Iterable[str], otherwise: str) -> Json:
    """Return the rule that keys must not be there."""
    return {"properties": dict.fromkeys(keys, False), "errorMessage": otherwise}


def _alone(key: str, others: Iterable[str], otherwise: str) -> Json:
    """Return the rule that some keys must not be there together with another one."""
    return {"dependencies": {key: _without(others, otherwise)}}


_ENGLISH = {"properties": {"name": {"required": ["en"]}}}
_CITED = {"dependencies": {"source": ["locator"], "locator": ["source"]}}
_TIMED = _one_of("period", "as_of", "Needs a time: `period` or `as_of`.")


def _summary(schema: ModelSchema) -> Json:
    """A summary cites a source once the record states something: a status, or a fact with a value."""
    unknown = {"properties": {"status": {"properties": {"code": {"const": UNKNOWN}}}}}
    stated = {"anyOf": [{"required": ["value"]}, {"required": ["values"]}]}
    states = {"properties": {"facts": {"contains": stated}}}
    return {
        "if": {"allOf": [unknown, {"not": states}]},
        "else": {"properties": {"summary": _in_english(schema, "cited")}},
    }


def _record(schema: ModelSchema) -> list[Json]:
    """A record has a type and a version where its kind has some, and the facts that its kind requires."""
    rules = [_summary(schema)]
    for kind in schema.kinds:
        if kind.types:
            then = {"required": ["type"], "properties": {"type": words(kind.types)}}
            rules.append(_when({"kind": {"const": kind.id}}, then))
    untyped = [kind.id for kind in schema.kinds if not kind.types]
    amended = [kind.id for kind in schema.kinds if kind.versions]
    others = [kind.id for kind in schema.kinds if not kind.versions]
    grouped = {"sections": {"items": _without(["group"], "Only the sections of a country have `group`.")}}
    rules += [
        _when({"kind": {"enum": untyped}}, _without(["type"], "This kind has no types.")),
        _when({"kind": {"enum": amended}}, {"required": ["version"]}),
        _when({"kind": {"enum": others}}, _without(["version"], "Only laws and policies have a version.")),
        _when({"kind": {"not": {"const": COUNTRY}}}, {"properties": grouped}),
    ]
    if len(schema.kinds) == 1:  # only a schema for one kind can say which facts are required
        for name in schema.vocabulary.required_fields(schema.kinds[0].id):
            held = {"contains": {"properties": {"field": {"const": name}}, "required": ["field"]}}
            message = f"Must hold a fact {name}, with its source, or with `missing`."
            rules.append({"properties": {"facts": held | {"errorMessage": message}}})
    return rules


def _status(schema: ModelSchema) -> list[Json]:
    """A status has a date and a source, unless it is not known; one that can go stale has its last dated sign."""
    dated = _one_of("as_of", "since", "A status needs a date: `since` or `as_of`.")
    known = {"required": ["source", "locator"], "allOf": [dated]}
    alive = [code.id for code in schema.vocabulary.statuses.values() if code.alive]
    sign = {"required": ["as_of"], "errorMessage": "Needs `as_of`: the date of the last sign that a source shows."}
    return [_when({"code": {"not": {"const": UNKNOWN}}}, known), _when({"code": {"enum": alive}}, sign)]


def _identifier(schema: ModelSchema) -> list[Json]:
    """An identifier has the form of its register."""
    rules = []
    for scheme in schema.vocabulary.identifier_schemes.values():
        message = f"Must have the form {scheme.pattern} of {scheme.label}."
        form = {"pattern": whole(scheme.pattern), "errorMessage": message}
        rules.append(_when({"scheme": {"const": scheme.id}}, {"properties": {"id": form}}))
    return rules


def _missing(instead: str, needs: Mapping[str, Sequence[str]], apart: Iterable[str]) -> list[Json]:
    """Return for each reason why something is missing the keys that it needs, and the keys that do not go with it.

    Where `instead`, the key of what is missing, is there as well, nothing is said of the others: the reason itself is
    the mistake. Of the keys `apart` only those go with a reason that it needs.
    """
    rules = []
    for reason, keys in needs.items():
        others = [key for key in apart if key not in keys]
        few = {"minItems": 2, "errorMessage": "A disagreement needs two or more."}
        least = {"looked": {"minItems": 1}, "values": few, "positions": few}
        counted = {key: least[key] for key in least if key in keys}
        then = {"required": list(keys), "allOf": [_without(others, f"{reason} has no such key.")]}
        rule = _when({"missing": {"const": reason}}, then | ({"properties": counted} if counted else {}))
        rule["if"]["not"] = {"required": [instead]}
        rules.append(rule)
    return rules


def _answer(schema: ModelSchema) -> list[Json]:
    """An answer has its grounds, or the reason why it is missing with the keys of that reason."""
    answered = {
        "required": [*questions.GROUNDS, "looked"],
        "properties": {
            "text": _in_english(schema, "cited"),
            "evidence": {"minItems": 1},
            "looked": {"minItems": 1},
        },
        "allOf": [_without(["missing", "searched", "where", "positions"], "Goes only without an answer.")],
    }
    needs = {
        reason: keys if reason == NOT_RESEARCHED else (*keys, "looked")
        for reason, keys in schema.vocabulary.answer_reasons.items()
    }
    return [{"dependencies": {"answer": answered}}, *_missing("answer", needs, (*questions.MISSING_KEYS, "looked"))]


def _fact(schema: ModelSchema) -> list[Json]:
    """A fact has a value of the type of its field with its source, or the reason why it is missing."""
    needs = {reason.id: reason.needs for reason in schema.vocabulary.missing.values()}
    return [*_missing("value", needs, facts.MISSING_KEYS), *_values(schema)]


def _values(schema: ModelSchema) -> list[Json]:
    """Return what the value of a fact must be, by its field, and which keys go with it."""
    by_type: dict[str, list[str]] = {}
    for field in schema.vocabulary.fields.values():
        by_type.setdefault(field.type, []).append(field.id)
    counted = [name for name in by_type.get("number", []) if schema.vocabulary.fields[name].unit is None]
    dated = [field.id for field in schema.vocabulary.fields.values() if field.dated]
    unit = {"required": ["unit"]}
    by_type_of_value = [
        _stated(names, _of_type(schema, kind, True), _of_type(schema, kind, False)) for kind, names in by_type.items()
    ]
    return [*by_type_of_value, _stated(counted, unit, unit), _stated(dated, _TIMED, _TIMED)]


def _stated(fields: list[str], fact: Json, value: Json) -> Json:
    """Return the rule for facts of some fields that have a value, and for values on which sources disagree."""
    then = {"dependencies": {"value": fact}, "properties": {"values": {"items": value}}}
    return _when({"field": {"enum": fields}}, then)


def _of_type(schema: ModelSchema, kind: str, is_fact: bool) -> Json:
    """Return the form of values of a type, the keys that they need, and those that do not go with them.

    `is_fact` says whether it is the value of a fact, and not one of several on which sources disagree.
    """
    form = schema.named("number" if kind in NUMERIC else kind)
    if kind == "text":
        form = _in_english(schema, "long-text")
    own = KEYS_OF_TYPE.get(kind, ())
    needs = KEYS_NEEDED.get(kind, ()) if is_fact or kind == "money" else ()
    apart = {key for keys in KEYS_OF_TYPE.values() for key in keys}.difference(own)
    if kind == "date" and is_fact:
        apart |= {"period", "as_of"}
    return {
        "required": list(needs),
        "properties": {"value": form} | ({"to": form} if "to" in own else {}),
        "allOf": [
            _alone("period", ["as_of"], "Goes without `period`: one time is enough."),
            *([_TIMED] if needs and kind != "money" else []),  # money of an undated source has no time
            _without(sorted(apart), f"Does not go with a field of the type {kind}."),
        ],
    }


RULES: dict[type[Any], list[Rule]] = {
    Record: [_ENGLISH, _record],
    Withdrawn: [_ENGLISH],
    OtherName: [_CITED],
    Status: [_CITED, _status],
    Identifier: [_identifier],
    Relation: [_CITED],
    TextSection: [
        _one_of("title", "group", "Needs `title`, or on a country `group`."),
        _alone("group", ["title"], "Goes without `title`."),
    ],
    Author: [
        _one_of("organisation", "family", "Needs `organisation`, or `family` and `given` for a person."),
        _alone("organisation", ["family", "given"], "Is a person or an organisation."),
    ],
    Source: [
        _one_of("date", "undated", "Needs `date`, or `undated: true` where the source has none."),
        {"dependencies": {"undated": _without(["date"], "Goes without `date`."), "original_url": ["copy_by"]}},
    ],
    Fact: [
        _one_of("value", "missing", "Needs a value or `missing: not-researched` if nobody has looked."),
        {"dependencies": {"value": ["source"], "source": ["locator"], "withdrawn": ["note"]}},
        _alone("value", ["missing", "searched", "where", "values"], "Goes only without a value."),
        _fact,
    ],
    Answer: [
        _one_of("answer", "missing", "Needs an answer or `missing: not-researched` if nobody has looked."),
        _answer,
    ],
}
"""The rules on keys that go together, by model."""
