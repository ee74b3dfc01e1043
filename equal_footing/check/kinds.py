"""Rules on what belongs to which kind of record: fields, statuses, and both ends of relations."""

from collections.abc import Iterator

from equal_footing.model.dataset import Dataset
from equal_footing.model.vocabulary import Kind
from equal_footing.reading.problems import Problem, Weight


def one(kind: Kind) -> str:
    """Return a kind with its article, as the subject of a message: `an organisation`."""
    return f"{'an' if kind.id[0] in 'aeiou' else 'a'} {kind.id}"


def fields_of_kinds(dataset: Dataset) -> Iterator[Problem]:
    """A field is used only in records of the kinds that may have it."""
    for entry in dataset.entries.values():
        for number, fact in enumerate(entry.record.facts):
            allowed = dataset.vocabulary.fields[fact.field].only_in
            if allowed and entry.kind.id not in allowed:
                goes = ", ".join(allowed)
                message = f"the field {fact.field} does not go with {one(entry.kind)}. It goes with: {goes}."
                yield entry.document.problem(("facts", number, "field"), message, "field-kind")


def statuses_of_kinds(dataset: Dataset) -> Iterator[Problem]:
    """A record has a status that its kind can have; one that no kind names goes with all of them."""
    named = {code for kind in dataset.vocabulary.kinds.values() for code in kind.statuses}
    for entry in dataset.entries.values():
        code, allowed = entry.record.status.code, entry.kind.statuses
        if allowed and code in named and code not in allowed:
            message = f"{one(entry.kind)} cannot be {code}. It can be: {', '.join(allowed)}."
            yield entry.document.problem(("status", "code"), message, "status-kind")


def relations_of_kinds(dataset: Dataset) -> Iterator[Problem]:
    """A relation is written on, and leads to, records of kinds that it can join."""
    for entry in dataset.entries.values():
        for number, relation in enumerate(entry.record.relations):
            known = dataset.vocabulary.relations[relation.type]
            other = dataset.entries.get(relation.to) if known.only_to else None
            if known.only_of and entry.kind.id not in known.only_of:
                message = f"{one(entry.kind)} cannot be {relation.type}. It is written on: {', '.join(known.only_of)}."
                yield entry.document.problem(("relations", number, "type"), message, "relation-kind")
            elif other and other.kind.id not in known.only_to:
                message = f"leads to {one(other.kind)}; {relation.type} leads to: {', '.join(known.only_to)}."
                path = ("relations", number, "to")
                yield entry.document.problem(path, message, "relation-kind", weight=Weight.AFTER)


RULES = (fields_of_kinds, statuses_of_kinds, relations_of_kinds)
