"""Rules for withdrawn records and facts: they have a day and a reason, and nothing refers to them any more."""

from collections.abc import Iterator

from equal_footing.model.dataset import Dataset
from equal_footing.model.near_words import near_record
from equal_footing.model.records import Withdrawn
from equal_footing.model.text import citations
from equal_footing.model.types import RECORD_ID, validators
from equal_footing.reading.documents import Document
from equal_footing.reading.problems import Path, Problem, quote


def names(dataset: Dataset) -> Iterator[Problem]:
    """A withdrawn record has an English name."""
    for item, document in dataset.withdrawn.values():
        if "en" not in item.name:
            yield document.problem(("name",), "has no English name. Add `en`.", "name-english")


def notes(dataset: Dataset) -> Iterator[Problem]:
    """A withdrawn fact has a note with the reason."""
    for entry in dataset.entries.values():
        for number, fact in enumerate(entry.record.facts):
            if fact.withdrawn and not fact.note:
                message = "is a withdrawn fact without a reason. Say why in `note`."
                yield entry.document.problem(("facts", number, "withdrawn"), message, "withdrawn-note", key=True)


def last_cites(dataset: Dataset) -> Iterator[Problem]:
    """The last statement about a withdrawn record cites its source."""
    for item, document in dataset.withdrawn.values():
        if not any(citations(item.last)):
            yield document.problem(("last",), "cites no source. Add one, such as [@key, p. 3].", "withdrawn-citation")


def homes(dataset: Dataset) -> Iterator[Problem]:
    """Places and the article cannot be withdrawn: other pages are below them."""
    for record, (_, document) in dataset.withdrawn.items():
        if "/" not in record:
            message = f"{record} cannot be withdrawn: other pages stand on it."
            yield document.problem(("withdrawn",), message, "withdrawn-home", key=True)


def resting(dataset: Dataset) -> Iterator[Problem]:
    """No relation, claim, name, evidence, figure or move leads to a withdrawn record; links in texts may."""
    for document, path, record in _led_to(dataset) if dataset.withdrawn else ():
        if record in dataset.withdrawn:
            see = dataset.withdrawn[record][0].see
            instead = f" Read instead: {', '.join(see)}." if see else ""
            message = f"{quote(record)} was withdrawn; only links in texts may lead to it.{instead}"
            yield document.problem(path, message, "withdrawn-target")


def _led_to(dataset: Dataset) -> Iterator[tuple[Document, Path, str]]:
    """Yield every reference to a record, except links in texts: its document, its path, and the record."""
    for moved, document in dataset.moved.values():
        yield document, ("moved_to",), moved.moved_to
    for item in dataset.values:
        is_see = isinstance(item.model, Withdrawn)  # which has a rule of its own
        if RECORD_ID in validators(type(item.model), item.key) and not is_see:
            yield item.document, item.path, item.value


def see(dataset: Dataset) -> Iterator[Problem]:
    """The records to read instead exist under their current id, and each is listed once."""
    known = dataset.known - set(dataset.moved) - set(dataset.withdrawn)
    for record, (item, document) in dataset.withdrawn.items():
        for number, other in enumerate(item.see):
            path = ("see", number)
            if other == record:
                yield document.problem(path, "is the record itself.", "withdrawn-see")
            elif other in dataset.moved:
                message = f"{quote(other)} has moved. Write {dataset.resolve(other)}."
                yield document.problem(path, message, "withdrawn-see")
            elif other in dataset.withdrawn:
                yield document.problem(path, f"{quote(other)} was withdrawn as well.", "withdrawn-see")
            elif other not in known:
                message = f"{quote(other)} does not exist.{near_record(other, known)}"
                yield document.problem(path, message, "withdrawn-see")
            if other in item.see[:number]:
                yield document.problem(path, f"{quote(other)} stands twice. Keep one.", "withdrawn-see")


RULES = (names, notes, last_cites, homes, resting, see)
