"""The base class of all models, and ways to go through what models hold."""

from collections.abc import Iterator
from functools import cache
from typing import Any, get_args

from pydantic import BaseModel, ConfigDict

from equal_footing.reading.problems import Path

_GIVEN: dict[frozenset[str], set[str]] = {}
"""The keys that were given to some model."""


class Model(BaseModel):
    """Base of all models: unknown keys are mistakes, and nothing changes after reading.

    The docstring under a key is its description in the JSON Schemas; editors show it as a tooltip. What pydantic needs
    to validate a model is made when the first file holds one: a build in which nothing was read anew needs none of it.
    """

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)

    def model_post_init(self, context: Any) -> None:
        """Share the set of the keys that were given with all models that were given the same.

        Sets of their own would take as much room as all that the models hold.
        """
        given = self.model_fields_set
        object.__setattr__(self, "__pydantic_fields_set__", _GIVEN.setdefault(frozenset(given), given))


def values(model: Model, base: Path = (), keys: frozenset[str] | None = None) -> Iterator[tuple[Path, Model, str, Any]]:
    """Yield every single value in a model and in the models, lists and mappings that it holds, or those of some keys.

    Each comes with its path in the file, the model that has it, and its key there; `base` is the path of the model.
    """
    for name, key, is_asked in _keys(type(model), keys):
        first = getattr(model, name)
        if not isinstance(first, _Holders):
            if first is not None and is_asked:
                yield (*base, key), model, name, first
            continue
        found = [((*base, key), first)] if first else []
        for path, value in found:  # which grows while it is read
            if isinstance(value, list | dict):
                items = value.items() if isinstance(value, dict) else enumerate(value)
                found += [((*path, step), item) for step, item in items]
            elif isinstance(value, Model):
                yield from values(value, path, keys)
            elif value is not None and is_asked:
                yield path, model, name, value


_Holders = (list, dict, Model)
"""The types of values that hold others."""


@cache
def _keys(model: type[Model], asked: frozenset[str] | None) -> list[tuple[str, str, bool]]:
    """Return the attributes of a model, each with its key in a file, and whether it is asked for, None for all.

    Without those that neither are asked for nor hold models with values that are.
    """
    found = []
    for name, info in model.model_fields.items():
        is_asked = asked is None or name in asked
        held = [part for part in (info.annotation, *_within(info.annotation)) if _is_model(part)]
        if is_asked or any(_keys(part, asked) for part in held):
            found.append((name, info.alias or name, is_asked))
    return found


def _is_model(part: Any) -> bool:
    return isinstance(part, type) and issubclass(part, Model)


@cache
def validators(model: type[Model], name: str) -> tuple[Any, ...]:
    """Return the validators that the annotation of a key names at any depth, such as `ListedWord` and `Pattern`."""
    info = model.model_fields[name]
    marks = (*info.metadata, *_within(info.annotation))
    return tuple(getattr(mark, "func", mark) for mark in marks)


def _within(annotation: Any) -> Iterator[Any]:
    """Yield everything inside an annotation."""
    for part in get_args(annotation):
        yield part
        yield from _within(part)
