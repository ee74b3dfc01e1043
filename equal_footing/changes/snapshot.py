"""Snapshots: all things of one edition with their statements, which need none of the data's models to be read.

A snapshot is one JSON document with the version of its form, compressed with lzma. The same data give the same bytes.
"""

from __future__ import annotations

import datetime
import json
import lzma
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar, Literal, TypeVar

from pydantic import ConfigDict, TypeAdapter, ValidationError

from equal_footing.changes.difference import difference
from equal_footing.changes.things import Thing
from equal_footing.reading.problems import where

VERSION: Literal[1] = 1
"""The version of the form in which an edition is written; each change of the form or of the meanings has a new one."""


@dataclass(frozen=True, slots=True)
class Snapshot:
    """All things of one edition by their ids.

    `changed` holds for each page of a record or question the day of the first edition in which it said the same.
    """

    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid")

    version: Literal[1]
    edition: str
    date: datetime.date
    changed: Mapping[str, datetime.date]
    things: Mapping[str, Thing]


_FORM = TypeAdapter(Snapshot)
_Form = TypeVar("_Form")


def take(things: Mapping[str, Thing], edition: str, date: datetime.date, before: Snapshot | None) -> Snapshot:
    """Return a snapshot of the things.

    Pages that say what they said in the snapshot `before` keep their day of change, also where they have moved since.
    """
    days = dict.fromkeys((thing.page for thing in things.values() if thing.page), date)
    if before:
        kept, moved = set(days), {}
        for change in difference(before.things, things):
            if change.type == "moved" and not change.statements and change.before:
                moved[change.thing.page] = change.before.page
            else:
                kept.discard(change.thing.page)
        earlier = before.changed
        days |= {page: earlier[moved.get(page, page)] if page not in earlier else earlier[page] for page in kept}
    return Snapshot(VERSION, edition, date, days, things)


def write(snapshot: Snapshot, path: Path) -> None:
    """Write a snapshot to a file `.json.xz`; raises OSError when the file cannot be written."""
    data = _FORM.dump_python(snapshot, mode="json", exclude_defaults=True)
    words = json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    path.write_bytes(lzma.compress(f"{words}\n".encode(), format=lzma.FORMAT_XZ, preset=6))


def read(path: Path) -> Snapshot:
    """Read a snapshot; raises ValueError for what is none, with the file and what is wrong with it, and OSError."""
    try:
        return validated(_FORM, _unpacked(path.read_bytes()), path, "a snapshot")
    except lzma.LZMAError as error:
        raise ValueError(f"{path}: is not a file that was compressed with lzma (.xz), or is damaged.") from error
    except EOFError as error:
        raise ValueError(f"{path}: {error}") from error


def validated(form: TypeAdapter[_Form], data: bytes, path: Path, what: str) -> _Form:
    """Read JSON in a form that has a version; raises ValueError with the file and its version, or what does not fit."""
    try:
        return form.validate_json(data, strict=True)
    except ValidationError as error:
        found = error.errors(include_url=False)
        for item in found:
            if item["loc"] == ("version",):
                has = "without a version" if item["type"] == "missing" else f"of the version {item['input']}"
                raise ValueError(f"{path}: is {what} {has}. This program reads the version {VERSION}.") from error
        place = where(found[0]["loc"])
        message = f"{place}: {found[0]['msg']}" if place else found[0]["msg"]
        raise ValueError(f"{path}: is not {what}. {message}.") from error


def _unpacked(raw: bytes) -> bytes:
    unpacker = lzma.LZMADecompressor(format=lzma.FORMAT_XZ)
    data = unpacker.decompress(raw)
    if not unpacker.eof:
        raise EOFError("ends too early.")
    if unpacker.unused_data:
        raise EOFError("does not end where the snapshot ends.")
    return data
