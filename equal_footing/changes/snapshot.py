"""Snapshots: all subjects of one edition with their properties, which need none of the data's models to be read.

A snapshot is one JSON document with the version of its form, compressed with lzma. The same data give the same bytes.
"""

import datetime
import json
import lzma
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar, Literal, TypeVar

from pydantic import ConfigDict, TypeAdapter, ValidationError

from equal_footing.changes.diff import compare
from equal_footing.changes.subjects import Subject
from equal_footing.reading.problems import where

VERSION: Literal[1] = 1
"""The version of the form in which an edition is written; each change of the form or of the meanings has a new one."""


@dataclass(frozen=True, slots=True)
class Snapshot:
    """All subjects of one edition by their ids, under the keys that `subjects` describes.

    `unchanged_since` holds for each page of a record or question the day of the first edition in which it said the
    same.
    """

    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid")

    version: Literal[1]
    edition: str
    date: datetime.date
    unchanged_since: Mapping[str, datetime.date]
    subjects: Mapping[str, Subject]


class OtherVersionError(ValueError):
    """A file of an edition has another version than the one that this program reads."""


_FORM = TypeAdapter(Snapshot)
_Form = TypeVar("_Form")


def take(subjects: Mapping[str, Subject], edition: str, date: datetime.date, before: Snapshot | None) -> Snapshot:
    """Return a snapshot of the subjects.

    Pages that say what they said in the snapshot `before` keep their day of change, also where they have moved since.
    """
    days = dict.fromkeys((subject.page for subject in subjects.values() if subject.page), date)
    if before:
        changed, moved = set(), {}
        for change in compare(before.subjects, subjects):
            if change.type == "moved" and not change.properties and change.before:
                moved[change.subject.page] = change.before.page
            else:
                changed.add(change.subject.page)
        earlier = before.unchanged_since
        days |= {page: earlier.get(page) or earlier[moved[page]] for page in days.keys() - changed}
    return Snapshot(VERSION, edition, date, days, subjects)


def write(snapshot: Snapshot, path: Path) -> None:
    """Write a snapshot to a file `.json.xz`; raises OSError when the file cannot be written."""
    data = _FORM.dump_python(snapshot, mode="json", exclude_defaults=True)
    words = json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    path.write_bytes(lzma.compress(f"{words}\n".encode(), format=lzma.FORMAT_XZ, preset=6))


def read(path: Path) -> Snapshot:
    """Read a snapshot; raises ValueError for what is none, with what is wrong with the file, and OSError."""
    return validated(_FORM, unpacked(path), "a snapshot")


def unpacked(path: Path) -> bytes:
    """Return the JSON of a snapshot of any version; raises ValueError when the file is damaged, and OSError."""
    unpacker = lzma.LZMADecompressor(format=lzma.FORMAT_XZ)
    try:
        data = unpacker.decompress(path.read_bytes())
    except lzma.LZMAError as error:
        raise ValueError("is not a file that was compressed with lzma (.xz), or is damaged.") from error
    if not unpacker.eof or unpacker.unused_data:
        raise ValueError("ends too early, or does not end where the snapshot ends.")
    return data


def validated(form: TypeAdapter[_Form], data: bytes, what: str) -> _Form:
    """Read JSON in a form that has a version; raises OtherVersionError, or ValueError with what does not fit."""
    try:
        return form.validate_json(data, strict=True)
    except ValidationError as error:
        found = error.errors(include_url=False)
        for item in found:
            if item["loc"] == ("version",):
                has = "without a version" if item["type"] == "missing" else f"of the version {item['input']}"
                raise OtherVersionError(f"is {what} {has}. This program reads the version {VERSION}.") from error
        place = where(found[0]["loc"])
        message = f"{place}: {found[0]['msg']}" if place else found[0]["msg"]
        raise ValueError(f"is not {what}. {message}.") from error
