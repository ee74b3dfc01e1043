"""Puts the keys and the facts of a file into their order.

Keys have the order of the models. Facts have the order of the record's page: by the vocabulary's groups and fields; of
one field, labels as they first appear, and of one label the newest first.
"""

from collections import defaultdict
from collections.abc import Collection
from fnmatch import fnmatchcase
from functools import cache
from types import GenericAlias, NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from equal_footing.form.trees import Node
from equal_footing.model.endings import Moved, Withdrawn
from equal_footing.model.loading import RECORDS
from equal_footing.model.records import Fact, Record
from equal_footing.model.types import Language
from equal_footing.model.vocabulary import FOLDER, MODELS, Vocabulary
from equal_footing.reading.characters import ordinary_signs
from equal_footing.schema.files import OTHERS
from equal_footing.statement.newest import by_label
from equal_footing.statement.stated import Stated, resolve


def model_of(file: str, keys: Collection[str]) -> Any:
    """Return the model of a file, or `dict[str, model]` of one that holds many things; `keys` are those at its top."""
    folder, _, name = file.rpartition("/")
    if folder == FOLDER:
        return GenericAlias(dict, (str, MODELS[name.removesuffix(".yml")]))
    if "moved_to" in keys:
        return Moved
    if "withdrawn" in keys:
        return Withdrawn
    for pattern, model, *_ in OTHERS.values():
        if fnmatchcase(file, pattern):
            return get_args(model)[-1] if get_origin(model) is UnionType else model
    return RECORDS.get(name.removesuffix(".yml"), Record)


def put_in_order(node: Node, annotation: Any) -> None:
    """Order the keys of a node, and of all that it holds, as the fields of its model are; unknown keys come last."""
    annotation = _inner(annotation)
    if isinstance(node.value, list):
        for item in node.value:
            put_in_order(item, next(iter(get_args(annotation)), None))
            if item.value and not isinstance(item.value, str):  # there is no room for a comment behind a hyphen
                first = next(iter(item.value.values() if isinstance(item.value, dict) else item.value))
                item.above, first.above = [*item.above, *first.above], []
    elif isinstance(node.value, dict) and get_origin(annotation) is dict:
        key, value = get_args(annotation)
        node.is_name = key == Language
        for item in node.value.values():
            put_in_order(item, value)
    elif isinstance(node.value, dict):
        fields = getattr(annotation, "model_fields", {})
        known = {field.alias or name: field for name, field in fields.items()}
        keys = [key for key in known if key in node.value] + [key for key in node.value if key not in known]
        node.value = {key: node.value[key] for key in keys}
        for key, item in node.value.items():
            put_in_order(item, known[key].annotation if key in known else None)


def page_order(facts: list[Fact], vocabulary: Vocabulary) -> list[int]:
    """Return the positions of a record's facts in the order in which its page shows them."""
    stated = [resolve(_as_written(fact), vocabulary) for fact in facts]
    position = {id(fact): number for number, fact in enumerate(stated)}
    by_field: dict[str, list[Stated]] = defaultdict(list)
    for fact in stated:
        by_field[fact.field.id].append(fact)
    groups = list(vocabulary.groups)
    fields = list(vocabulary.fields)
    names = sorted(by_field, key=lambda name: (groups.index(vocabulary.fields[name].group), fields.index(name)))
    return [position[id(fact)] for name in names for fact in by_label(by_field[name])]


def _as_written(fact: Fact) -> Fact:
    """Return a fact with the label that it has in the form: two that differ in odd spaces only are one there."""
    return fact.model_copy(update={"label": fact.label.changed(ordinary_signs)}) if fact.label else fact


@cache
def _inner(annotation: Any) -> Any:
    """Return what an annotation holds besides None and validators."""
    while get_origin(annotation) in {Annotated, Union, UnionType}:
        annotation = next(inner for inner in get_args(annotation) if inner is not NoneType)
    return annotation
