"""Snapshots: plain pictures of all facts and answers at one edition, which need none of the data's models to be read.

A snapshot is one JSON document, compressed with lzma. The same data give the same bytes.
"""

from __future__ import annotations

import datetime
import hashlib
import json
import lzma
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import ClassVar

from markupsafe import Markup
from pydantic import ConfigDict, TypeAdapter, ValidationError

from equal_footing.model import text
from equal_footing.model.anchors import anchor
from equal_footing.model.dataset import Dataset, Entry, QuestionEntry
from equal_footing.model.records import Fact
from equal_footing.model.text import Cited, citations
from equal_footing.reading.problems import where
from equal_footing.views import comparison
from equal_footing.views.records import ValueView, Views

ANSWER = "answer"
"""What stands as the field of an answer to a question."""
_EXACT = ConfigDict(extra="forbid")


@dataclass(frozen=True, slots=True)
class FactShot:
    """A fact or an answer in plain words; what it does not have is empty.

    `value` is what a page shows, `time` the time of the fact in words, `source` the publisher and title of its source
    and `at` the place in it. Where sources disagree these hold one part for each of them, joined by `; `. `field` and
    `state` are words of the vocabulary.
    """

    __pydantic_config__: ClassVar[ConfigDict] = _EXACT

    field: str
    label: str
    of: str
    value: str
    time: str
    source: str
    locator: str
    state: str


@dataclass(frozen=True, slots=True)
class RecordShot:
    """A record, or a question with its answers; its facts stand under their anchors, without those withdrawn.

    `changed` is the day of the first snapshot that holds it as it is, `reviewed` a date as far as known. `digest`
    stands for all that its file says, also for what is no fact: two snapshots with the same one say the same.
    """

    __pydantic_config__: ClassVar[ConfigDict] = _EXACT

    title: str
    address: str
    changed: datetime.date
    reviewed: str
    digest: str
    facts: dict[str, FactShot]


@dataclass(frozen=True, slots=True)
class Snapshot:
    """All records of one edition by their ids."""

    __pydantic_config__: ClassVar[ConfigDict] = _EXACT

    edition: str
    date: datetime.date
    records: dict[str, RecordShot]


_SHAPE = TypeAdapter(Snapshot)


def take(dataset: Dataset, views: Views, edition: str, date: datetime.date, before: Snapshot | None) -> Snapshot:
    """Return a snapshot of the dataset.

    Records that say what they said in the snapshot `before` keep its day of change, also where they have moved since.
    """
    shots = {entry.id: _record(views, entry, date) for entry in dataset.entries.values()}
    for question in dataset.questions.values():
        shots[question.address.rstrip("/")] = _question(dataset, question, date)
    known = before.records if before else {}
    earlier = {dataset.resolve(old): known[old] for old in dataset.moved if old in known} | known
    for record, shot in shots.items():
        if record in earlier and earlier[record].digest == shot.digest:
            shots[record] = replace(shot, changed=earlier[record].changed)
    return Snapshot(edition, date, shots)


def _record(views: Views, entry: Entry, date: datetime.date) -> RecordShot:
    facts = {anchor(fact): _fact(views, entry, fact) for fact in entry.record.facts if not fact.withdrawn}
    reviewed = str(entry.record.reviewed)
    return RecordShot(entry.record.title, entry.address, date, reviewed, _digest(entry.document.data), facts)


def _digest(data: object) -> str:
    words = json.dumps(data, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(words.encode()).hexdigest()[:32]


def _fact(views: Views, entry: Entry, fact: Fact) -> FactShot:
    view = views.fact(entry, fact)
    stated = (view.value,) if view.value else view.values
    value = "; ".join(map(_plain, stated)) or (view.missing.label if view.missing else "")
    cited = [item for one in stated for item in one.cited[:1]] or view.cited[:1]
    source, at = _sources(views.dataset, cited)
    label = views.dataset.vocabulary.fields[fact.field].label
    time = views.time(entry.place, fact)
    return FactShot(fact.field, label, fact.label or "", value, time, source, at, fact.missing or "")


def _plain(view: ValueView) -> str:
    """Return a value as a reader sees it: Markdown without its citations, emphasis and links."""
    if not view.markdown:
        return view.text
    html = text.render(view.text, lambda cited: "", lambda target: target, inline=True)
    return str(Markup(html).striptags())


def _sources(dataset: Dataset, cited: Sequence[Cited]) -> tuple[str, str]:
    """Return the sources of some citations, and the places in them, in one line each."""
    sources = [dataset.sources[item.key].source for item in cited]
    lines = [f"{source.publisher}, {next(iter(source.title.values()))}" for source in sources]
    return "; ".join(lines), "; ".join(item.locator for item in cited)


def _question(dataset: Dataset, question: QuestionEntry, date: datetime.date) -> RecordShot:
    places = [entry.place for entry in dataset.answers.values() if entry.question == question.id]
    facts = {place: _answer(dataset, question, dataset.entries[place]) for place in places}
    reviewed = str(comparison.reviewed(dataset, question.id))
    said = [question.document.data]
    said += [entry.document.data[entry.question] for entry in dataset.answers.values() if entry.question == question.id]
    return RecordShot(question.question.question, question.address, date, reviewed, _digest(said), facts)


def _answer(dataset: Dataset, question: QuestionEntry, country: Entry) -> FactShot:
    cell = comparison.cell(dataset, question, country)
    positions = cell.answer.positions if cell.answer else []
    sentence = cell.answer.sentence if cell.answer else None
    cited = [item for position in positions for item in list(citations(position.text))[:1]] or cell.cited[:1]
    source, at = _sources(dataset, cited)
    value = f"{cell.label}: {sentence}" if sentence else cell.label
    state = (cell.answer.missing if cell.answer else None) or ""
    return FactShot(ANSWER, country.record.title, "", value, "", source, at, state)


def write(snapshot: Snapshot, path: Path) -> None:
    """Write a snapshot to a file `.json.xz`; raises OSError when the file cannot be written."""
    data = _SHAPE.dump_python(snapshot, mode="json")
    words = json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    path.write_bytes(lzma.compress(f"{words}\n".encode(), format=lzma.FORMAT_XZ, preset=9))


def read(path: Path) -> Snapshot:
    """Read a snapshot; raises ValueError for what is none, with the file and what is wrong with it, and OSError."""
    try:
        return _SHAPE.validate_json(_unpacked(path.read_bytes()), strict=True)
    except lzma.LZMAError as error:
        raise ValueError(f"{path}: is not a file that was compressed with lzma (.xz), or is damaged.") from error
    except EOFError as error:
        raise ValueError(f"{path}: {error}") from error
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        place = where(first["loc"])
        message = f"{place}: {first['msg']}" if place else first["msg"]
        raise ValueError(f"{path}: is not a snapshot. {message}.") from error


def _unpacked(raw: bytes) -> bytes:
    unpacker = lzma.LZMADecompressor(format=lzma.FORMAT_XZ)
    data = unpacker.decompress(raw)
    if not unpacker.eof:
        raise EOFError("ends too early.")
    if unpacker.unused_data:
        raise EOFError("does not end where the snapshot ends.")
    return data
