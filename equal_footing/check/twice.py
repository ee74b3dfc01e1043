"""Rules on what was copied and not changed: texts, names and parts of rubrics that say the same."""

from collections.abc import Iterator

from equal_footing.check.odd_values import Doubt
from equal_footing.check.records import says_nothing
from equal_footing.model.data_values import DataValue
from equal_footing.model.dataset import Dataset
from equal_footing.model.figures import Figure
from equal_footing.model.loading import ANSWERS
from equal_footing.model.text import meaning
from equal_footing.reading.documents import Document
from equal_footing.reading.problems import Path, Problem, quote, where
from equal_footing.statement.facts import Facts

_ALONE = frozenset({"summary", "sentence", "text", "says", "question", "fully", "partly", "not_"})
"""Keys of texts of which no two say the same."""
_KEYS = _ALONE | {"title"}
MIN_LENGTH = 20
"""Shorter texts may be the same by chance."""


def texts(facts: Facts) -> Iterator[Problem]:
    """No two answers, claims or parts of a rubric in one file say the same, nor two titles of a place's figures."""
    for item, (file, path) in repeated(facts):
        is_figure = isinstance(item.model, Figure) and place_of(file) == place_of(item.document.file)
        if file == item.document.file or is_figure:
            place = where(path) if file == item.document.file else f"{file}, {where(path)}"
            message = f"says the same as {place}. Write what is meant here."
            yield item.document.problem(item.path, message, "text-twice")


def place_of(file: str) -> str:
    """Return the folder of `data/` in which a file is."""
    return file.split("/")[1]


def repeated(facts: Facts) -> list[tuple[DataValue, tuple[str, Path]]]:
    """Return each text that says the same as an earlier one, with the file of that and its path there."""
    return facts.once("repeated", lambda: list(_repeated(facts.dataset)))


def _repeated(dataset: Dataset) -> Iterator[tuple[DataValue, tuple[str, Path]]]:
    seen: dict[str, tuple[str, Path]] = {}
    for item in dataset.values_of(_KEYS):
        text = meaning(item.value).casefold() if _stands_alone(item) else ""
        if len(text) >= MIN_LENGTH:
            first = seen.setdefault(text, (item.document.file, item.path))
            if first != (item.document.file, item.path):
                yield item, first


def same_texts(facts: Facts) -> Iterator[tuple[Document, Doubt]]:
    """Ask about a summary, or the text of an answer, that another file has in the same words.

    Records that were begun and say nothing yet have the summary with which every record begins.
    """
    begun = {entry.file for entry in facts.dataset.entries.values() if says_nothing(entry.record)}
    for item, (file, _) in repeated(facts):
        is_answer = item.document.file.endswith(f"/{ANSWERS}.yml")
        is_summary = item.key == "summary" and item.document.file not in begun
        if file != item.document.file and (is_summary or is_answer):
            path = item.path[:1] if is_answer else ()
            message = f"says the same as that of {file}. Is it meant here?"
            yield item.document, (path, item.document.problem(item.path, message, "odd-copy"))


def _stands_alone(item: DataValue) -> bool:
    is_title = isinstance(item.model, Figure) and item.key == "title"
    return (item.key in _ALONE or is_title) and isinstance(item.value, str)


def other_names(dataset: Dataset) -> Iterator[Problem]:
    """A short or other name is not the name itself."""
    for entry in dataset.entries.values():
        record = entry.record
        known = {name.casefold() for name in record.name.values()}
        others: list[tuple[Path, str]] = [
            (("short_name", tag), name) for tag, name in (record.short_name or {}).items()
        ]
        for number, other in enumerate(record.other_names):
            others += [(("other_names", number, "name", tag), name) for tag, name in other.name.items()]
        for path, name in others:
            if name.casefold() in known:
                message = f"{quote(name)} is the name of the record already. Delete it."
                yield entry.document.problem(path, message, "name-twice")


RULES = (other_names,)
RULES_OF_RESOLVED_FACTS = (texts,)
