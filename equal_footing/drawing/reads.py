"""Records what a page reads while it is drawn. Until some of that changes, the page need not be drawn again.

Wrappers around the dataset and what is derived from it note each attribute, mapping item and method result that is
requested. A dependency is compared by the digest of its value: a page that asks for the relations of a record does
not depend on records without a relation to it. Records and sources that are handed out are wrapped, too, alone or in
lists: a page that names a record depends on its name, not on its facts.
"""

import io
import pickle
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, fields, is_dataclass
from functools import cache
from hashlib import sha256
from operator import attrgetter
from types import MethodType
from typing import Any, TypeVar, cast

from pydantic import BaseModel

from equal_footing.keeping.once import Once
from equal_footing.keeping.store import digest
from equal_footing.model import vocabulary
from equal_footing.model.dataset import Dataset
from equal_footing.model.entries import AnswerEntry, Entry, FigureEntry, QuestionEntry, SourceEntry
from equal_footing.reading.documents import Document
from equal_footing.statement.stated import Stated

Made = TypeVar("Made")


_PARTS = frozenset({Entry, SourceEntry})
_GONE = bytes(sha256().digest_size)
"""Takes the place of the digest of what has gone; it is as long as one."""
PlainRead = tuple[str, str, Any, bool]
"""Of which thing something was asked, which attribute, which item or answer of it, and whether only that one."""


class Read:
    """Something that was asked for, made once: it is known again by being the same one, since millions are noted.

    `plain` says what it is, to other builds as well.
    """

    __slots__ = ("plain",)

    def __init__(self, thing: str, attribute: str, item: Any = None, is_one: bool = False) -> None:
        self.plain: PlainRead = thing, attribute, item, is_one


@dataclass
class Reads:
    """What is read of some things, by their names; `noted` is what was read since it was cleared."""

    things: dict[str, object] = field(default_factory=dict)
    noted: set[Read] = field(default_factory=set)
    _parts: dict[str, "_WatchedPart"] = field(default_factory=dict, init=False)
    _digests: "_Found" = field(init=False)
    _facts: dict[int, tuple[Stated, bytes]] = field(default_factory=dict, init=False)
    """The hashes of what facts are made of, each with its fact: three reads or more ask for the same one."""

    def __post_init__(self) -> None:
        self._digests = _Found(self._digest)

    def watch(self, name: str, thing: object, **instead: object) -> Any:
        """Return what is put in front of a thing; `instead` are attributes whose reading is not noted."""
        self.things[name] = thing
        return _Watched(self, name, thing, instead)

    def watch_parts(self, dataset: Dataset) -> None:
        """Put something in front of each record and each source of a dataset, wherever they are found."""
        for entry in dataset.entries.values():
            record = self.watch(f"record {entry.id}", entry.record)
            self._watch_part(entry, ("id", "place", "kind", "address", "anchor", "file"), record=record)
        for source in dataset.sources.values():
            self._watch_part(source, ("key", "place", "type", "grade"))

    def _watch_part(self, part: Entry | SourceEntry, known: Iterable[str], **instead: object) -> None:
        name = _name(part)
        self.things[name] = part
        self._parts[name] = _WatchedPart(self, name, part, {one: getattr(part, one) for one in known}, instead)

    def shown(self, value: Any) -> Any:
        """Return what is handed out as a value: what is put in front of it, or of its items."""
        kind = type(value)
        if kind in _PARTS:
            return self._parts[_name(value)]
        if kind in {list, tuple} and value and type(value[0]) in _PARTS:
            return [self._parts[_name(item)] for item in value]
        return value

    def digest(self, reads: Iterable[PlainRead]) -> str:
        """Return the digest of what was read, in its order."""
        return digest(b"".join(map(self._digests.__getitem__, reads)))

    def _digest(self, read: PlainRead) -> bytes:
        """Return the digest of one thing that is read, or `_GONE`."""
        try:
            value = self._value(*read)
        except LookupError:
            return _GONE
        if isinstance(value, list | tuple) and value and isinstance(value[0], Stated):
            return sha256(b"".join(map(self._fact, value))).digest()
        return sha256(_pickled(value)).digest()

    def _fact(self, fact: Stated) -> bytes:
        if id(fact) not in self._facts:
            self._facts[id(fact)] = fact, sha256(_pickled(fact)).digest()
        return self._facts[id(fact)][1]

    def _value(self, thing: str, attribute: str, item: Any, is_one: bool) -> object:
        value = getattr(self.things[thing], attribute)
        if is_one:
            value = value.get(item) if isinstance(value, Mapping) else _answer(value, item)
        elif isinstance(value, Mapping):
            return [(key, self.shown(item)) for key, item in value.items()]
        return self.shown(value)


class _Found(dict[PlainRead, bytes]):
    """What was found by its key; what was not is looked for when it is asked for first."""

    def __init__(self, find: Callable[[PlainRead], bytes]) -> None:
        super().__init__()
        self._find = find

    def __missing__(self, key: PlainRead) -> bytes:
        found = self[key] = self._find(key)
        return found


class OnceRead(Once):
    """Makes each thing once; whoever asks for it has read what was read when it was made."""

    def __init__(self, reads: Reads) -> None:
        super().__init__()
        self._reads = reads

    def __call__(self, key: Hashable, make: Callable[[], Made]) -> Made:
        """Return what `make` has returned for a key; it is called when the key is asked for first."""

        found = self._made.get(key)
        if found is None:
            before, self._reads.noted = self._reads.noted, set()
            try:
                made = make()
                found = self._made[key] = made, tuple(self._reads.noted)  # a quarter of the room of a set
            finally:
                self._reads.noted = before
        self._reads.noted.update(found[1])
        return cast("Made", found[0])


class _Watched:
    """Is put in front of a thing and notes what is asked of it."""

    def __init__(self, reads: Reads, name: str, thing: object, instead: Mapping[str, object]) -> None:
        self._reads, self._name, self._thing = reads, name, thing
        self._found: dict[str, tuple[Read, Any]] = {}
        self.__dict__.update(instead)

    def __getattr__(self, attribute: str) -> Any:
        found = self._found.get(attribute)
        if found is None:
            value, read = getattr(self._thing, attribute), Read(self._name, attribute)
            if isinstance(value, Mapping):
                return self._kept(attribute, _WatchedMapping(self._reads, read, value))
            if isinstance(value, MethodType):
                return self._kept(attribute, self._method(attribute, value))
            found = self._found[attribute] = read, self._reads.shown(value)
        read, value = found
        self._reads.noted.add(read)
        return value

    def _kept(self, attribute: str, found: object) -> object:
        """Keep something that notes by itself what is asked of it: asked for again, it is found there."""
        self.__dict__[attribute] = found
        return found

    def _method(self, attribute: str, method: Callable[..., Any]) -> Callable[..., Any]:
        asked: dict[tuple[Any, ...], Read] = {}

        def ask(*arguments: Any) -> Any:
            if arguments not in asked:
                asked[arguments] = Read(self._name, attribute, arguments, is_one=True)
            self._reads.noted.add(asked[arguments])
            return self._reads.shown(_answer(method, arguments))

        return ask


class _WatchedPart(_Watched):
    """Is put in front of a record or a source; who finds it has read what is `known` of it."""

    def __init__(
        self, reads: Reads, name: str, part: object, known: Mapping[str, object], instead: Mapping[str, object]
    ) -> None:
        super().__init__(reads, name, part, {**known, **instead})
        self.known = known


class _WatchedMapping(Mapping[Any, Any]):
    """Is put in front of a mapping; asking for one item notes only that one."""

    def __init__(self, reads: Reads, whole: Read, mapping: Mapping[Any, Any]) -> None:
        self._reads, self._whole, self._mapping = reads, whole, mapping
        self._ones: dict[Any, tuple[Read, Any]] = {}

    def _one(self, key: Any) -> Any:
        """Note that one item was asked for, and return what is handed out as it, None where there is none."""
        found = self._ones.get(key)
        if found is None:
            read = Read(*self._whole.plain[:2], key, is_one=True)
            found = self._ones[key] = read, self._reads.shown(self._mapping.get(key))
        self._reads.noted.add(found[0])
        return found[1]

    def _all(self) -> None:
        self._reads.noted.add(self._whole)

    def __getitem__(self, key: Any) -> Any:
        found = self._one(key)
        return self._mapping[key] if found is None else found

    def get(self, key: Any, default: Any = None) -> Any:
        found = self._one(key)
        return self._mapping.get(key, default) if found is None else found

    def __contains__(self, key: object) -> bool:
        self._one(key)
        return key in self._mapping

    def __iter__(self) -> Iterator[Any]:
        self._all()
        return iter(self._mapping)

    def __len__(self) -> int:
        self._all()
        return len(self._mapping)

    def values(self) -> Any:
        self._all()
        return [self._reads.shown(value) for value in self._mapping.values()]

    def items(self) -> Any:
        self._all()
        return [(key, self._reads.shown(value)) for key, value in self._mapping.items()]


def _name(part: Entry | SourceEntry) -> str:
    """Return the name of a record with its file, or of a source, among what is watched."""
    return f"file {part.id}" if isinstance(part, Entry) else f"source {part.key}"


def _answer(method: Callable[..., Any], arguments: tuple[Any, ...]) -> Any:
    """Return the answer of a method, as a list where it yields its items."""
    found = method(*arguments)
    return list(found) if isinstance(found, Iterator) else found


class _Pickler(pickle.Pickler):
    """Turns values into bytes that are the same in every process, except for sets within lists and mappings."""

    def reducer_override(self, value: Any) -> Any:
        """Return what an object is made of; texts, numbers, lists and mappings never come here."""
        stand_in = _stand_in(type(value))  # type: ignore[arg-type] # types are hashable
        return (tuple, (stand_in(value),)) if stand_in else NotImplemented


def _in_order(value: object) -> object:
    """Return a set as a list, whose order is the same in every process, and anything else as it is."""
    return sorted(map(_pickled, value)) if isinstance(value, set | frozenset) else value


def _pickled(value: object) -> bytes:
    buffer = io.BytesIO()
    pickler = _Pickler(buffer, protocol=pickle.HIGHEST_PROTOCOL)
    pickler.fast = True  # whether two values are one object must not show
    pickler.dump(_in_order(value))
    return buffer.getvalue()


@cache
def _stand_in(kind: type) -> Callable[[Any], object] | None:
    """Return what makes the stand-in of values of a type, None where they need none."""
    if kind in _STAND_INS:
        return _STAND_INS[kind]
    if kind.__module__ == vocabulary.__name__:  # every page depends on the whole vocabulary
        return lambda value: (kind.__name__, getattr(value, "id", None) or repr(value))
    if issubclass(kind, BaseModel):
        return lambda value: (kind.__name__, value.__dict__)
    if is_dataclass(kind):
        parts = attrgetter("__class__.__name__", *(one.name for one in fields(kind)))
        holds_sets = any("set" in str(one.type) for one in fields(kind))
        return (lambda value: list(map(_in_order, parts(value)))) if holds_sets else parts
    return None


_STAND_INS: dict[type, Callable[[Any], object]] = {
    _WatchedPart: lambda part: part.known,
    Document: lambda document: (document.file, document.digest),
    FigureEntry: lambda entry: (entry.id, entry.place, entry.document.digest),
    QuestionEntry: lambda entry: (entry.id, entry.document.digest),
    AnswerEntry: lambda entry: (entry.place, entry.question, entry.answer),
}
