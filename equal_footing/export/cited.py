"""Which sources a JSON file cites: those of its citations, and those that its texts in Markdown name."""

from functools import cache
from typing import NamedTuple, get_args, get_type_hints

from equal_footing.export.fact_shapes import Citation, Markdown, Shape
from equal_footing.model import text


class _Keys(NamedTuple):
    """The keys of a shape under which citations may be: texts in Markdown, and other shapes or lists of these."""

    texts: tuple[str, ...]
    shapes: tuple[str, ...]


def sources(document: Shape) -> list[str]:
    """Return the keys of the sources that a finished document cites, each once, in its order."""
    found: dict[str, None] = {}
    _collect(document, found)
    return list(found)


def _collect(shape: Shape, found: dict[str, None]) -> None:
    if isinstance(shape, Citation):
        found[shape.source] = None
        return
    keys = _keys(type(shape))  # type: ignore[arg-type] # types are hashable
    for name in keys.texts:
        words = getattr(shape, name)
        if words:
            found.update((item.key, None) for item in text.citations(words))
    for name in keys.shapes:
        part = getattr(shape, name)
        if isinstance(part, list):
            for one in part:
                _collect(one, found)
        elif part is not None:
            _collect(part, found)


@cache
def _keys(shape: type[Shape]) -> _Keys:
    types = {name: {hint, *get_args(hint)} for name, hint in get_type_hints(shape, include_extras=True).items()}
    texts = tuple(name for name, found in types.items() if Markdown in found)
    return _Keys(texts, tuple(name for name, found in types.items() if any(map(_may_cite, found))))


def _may_cite(kind: object) -> bool:
    if not (isinstance(kind, type) and issubclass(kind, Shape)):
        return False
    return kind is Citation or any(_keys(kind))  # type: ignore[arg-type] # as above
