"""Keys for which a rule of the check asks more than the model does, where one file can show it."""

from __future__ import annotations

from equal_footing.model.identifiers import CHECKS
from equal_footing.model.vocabulary import NUMERIC
from equal_footing.schema.scalars import Json
from equal_footing.schema.shelf import Part, Shelf, codes, form, list_of
from equal_footing.schema.words import words


def _types(shelf: Shelf) -> Json:
    """Return the types that the kinds of a schema have; a rule tells them apart by kind."""
    types = {name: term for kind in shelf.kinds for name, term in kind.types.items()}
    return words(types) if types else shelf.form("text")


def _states_of_answers(shelf: Shelf) -> Json:
    return words({name: shelf.vocabulary.missing[name] for name in shelf.vocabulary.answer_reasons})


def _fields_of_figures(shelf: Shelf) -> Json:
    fields = {name: term for name, term in shelf.vocabulary.fields.items() if term.type in NUMERIC}
    return words(fields, "Must be a field that holds figures.")


NARROWER: dict[str, Part] = {
    "Record.type": _types,
    "Record.name": form("english-names"),
    "Record.summary": form("cited"),
    "Record.reviewed": form("day"),
    "Fact.label": form("label"),
    "Fact.searched": form("day"),
    "Fact.withdrawn": form("day"),
    "Source.title": form("titles"),
    "Source.read": form("day"),
    "Withdrawn.withdrawn": form("day"),
    "Withdrawn.name": form("english-names"),
    "Withdrawn.last": form("cited"),
    "Answer.sentence": form("sentence"),
    "Answer.missing": _states_of_answers,
    "Position.text": form("cited"),
    "Practice.text": form("cited"),
    "Series.field": _fields_of_figures,
    "Series.time": form("period"),
    "Series.currency": codes("currencies"),
    "Series.unit": codes("units"),
    "Series.basis": codes("bases"),
    "Field.group": codes("groups"),
    "Field.unit": codes("units"),
    "Field.before": list_of(codes("fields")),
    "Field.required_in": list_of(codes("kinds")),
    "SourceType.evidence": codes("evidence"),
    "Comparison.kinds": list_of(codes("kinds")),
    "Column.fields": list_of(codes("fields")),
    "Scheme.check": lambda _: {"enum": list(CHECKS)},
}
"""What takes the place of what the model says of a key, by model and key."""


def _required_facts(shelf: Shelf) -> Json:
    """Records of some kinds must have some facts; only a schema for one kind can say which."""
    if len(shelf.kinds) != 1:
        return {}
    required = shelf.vocabulary.required_fields(shelf.kinds[0].id)
    if not required:
        return {}
    return {
        "allOf": [
            {
                "contains": {"properties": {"field": {"const": name}}, "required": ["field"]},
                "errorMessage": f"Must hold a fact {name}, with its source, or with `missing`.",
            }
            for name in required
        ]
    }


FURTHER: dict[str, Part] = {"Record.facts": _required_facts}
"""What is added to what the model says of a key, by model and key."""
