"""Rules for what stays in the place of things that moved or were withdrawn: where it leads, its day and its reason."""

from collections.abc import Iterator
from functools import cache

from equal_footing.check.all_facts import each_fact
from equal_footing.model import things
from equal_footing.model.anchors import anchor
from equal_footing.model.base import Model, validators
from equal_footing.model.dataset import Dataset
from equal_footing.model.endings import Withdrawn
from equal_footing.model.near_words import near_record
from equal_footing.model.text import citations
from equal_footing.model.types import RECORD_ID
from equal_footing.reading.documents import Document
from equal_footing.reading.problems import Path, Problem, quote

_MAY_LEAD_TO = {
    things.RECORD: (things.RECORD, things.PLACE),
    things.QUESTION: (things.QUESTION, things.TABLE),
    things.TABLE: (things.TABLE, things.QUESTION),
}
"""What sorts of things may take the place of a sort; of all others only the same."""


def names(dataset: Dataset) -> Iterator[Problem]:
    """What was withdrawn has an English name."""
    for item, document in _withdrawn(dataset).values():
        if "en" not in item.name:
            yield document.problem(("name",), "has no English name. Add `en`.", "name-english")


def notes(dataset: Dataset) -> Iterator[Problem]:
    """A withdrawn fact has a note with the reason."""
    for document, path, fact, _ in each_fact(dataset):
        if fact.withdrawn and not fact.note:
            message = "is a withdrawn fact without a reason. Say why in `note`."
            yield document.problem((*path, "withdrawn"), message, "withdrawn-note", key=True)


def moved_facts(dataset: Dataset) -> Iterator[Problem]:
    """A fact that has moved was withdrawn, and the record to which it moved has it at the same anchor."""
    for document, path, fact, _ in each_fact(dataset):
        to, at, name = fact.moved_to, (*path, "moved_to"), anchor(fact)
        if to is None or to in dataset.withdrawn:  # which another rule tells
            continue
        entry = dataset.entries.get(to)
        if not fact.withdrawn:
            message = "belongs to a fact that stays here to be found. Add `withdrawn`, and say in `note` why it moved."
            yield document.problem(at, message, "fact-moved", key=True)
        elif (now := dataset.now_at(to)) is not None:
            yield document.problem(at, f"{quote(to)} has moved. Write {now}.", "fact-moved")
        elif entry is None:
            message = f"{quote(to)} does not exist.{near_record(to, dataset.known, dataset.called)}"
            yield document.problem(at, message, "fact-moved")
        elif entry.document is document or name not in map(anchor, entry.record.current):
            message = f"{quote(to)} has no fact with the anchor {name}. Write it there, with `id: {name}` if needed."
            yield document.problem(at, message, "fact-moved")


def last_cites(dataset: Dataset) -> Iterator[Problem]:
    """The last statement about a withdrawn record cites its source."""
    for name, (item, document) in _withdrawn(dataset).items():
        if things.sort(name) == things.RECORD and not any(citations(item.last or "")):
            yield document.problem(("last",), "cites no source. Add one, such as [@key, p. 3].", "withdrawn-citation")


def homes(dataset: Dataset) -> Iterator[Problem]:
    """A country may move and be withdrawn; the international framework and the article may not."""
    ended = ((dataset.withdrawn, "withdrawn", "be withdrawn"), (dataset.moved, "moved_to", "move"))
    for left, key, verb in ended:
        for name, (_, document) in left.items():
            if things.sort(name) == things.PLACE and document.file != things.file(name):
                message = f"{name} cannot {verb}: other pages depend on it."
                yield document.problem((key,), message, "withdrawn-home", key=True)


def folders(dataset: Dataset) -> Iterator[Problem]:
    """Nothing is left in the folder of a country that has moved or was withdrawn, but what moved or was withdrawn."""
    held = (dataset.entries, dataset.answers, dataset.sources)
    found = [(item.place, item.document) for items in held for item in items.values()]
    found += [(figure.place, figure.document) for figure in dataset.figures]
    for place, document in {document.file: (place, document) for place, document in found}.values():
        if place in dataset.moved:
            now = document.file.replace(f"/{place}/", f"/{dataset.resolve(place)}/", 1)
            message = f"lies in the folder of a country that has moved. Move the file to {now}."
            yield document.problem((), message, "left-behind")
        elif place in dataset.withdrawn:
            message = "lies in the folder of a country that was withdrawn. Delete the file, or give it another place."
            yield document.problem((), message, "left-behind")


def standing(dataset: Dataset) -> Iterator[Problem]:
    """What has moved or was withdrawn is no longer in the data, and its address is that of nothing else."""
    for name, document in _left(dataset):
        sort, last = things.sort(name), name.rpartition("/")[2]
        other = dataset.pages[things.page(name)]
        if name in dataset.things:
            message = f"the {sort} {last} is still in the data. Take it out there, or delete this file."
            yield document.problem((), message, "ending-in-data")
        elif other != name and things.has_page(name):
            message = f"{things.address(name)} is the address of {other} already. Delete one of the two."
            yield document.problem((), message, "ending-in-data")


def moved(dataset: Dataset) -> Iterator[Problem]:
    """What has moved leads directly to something of its sort that exists."""
    known = dataset.names
    for name, (item, document) in dataset.moved.items():
        target, sort = item.moved_to, things.sort(name)
        may = _MAY_LEAD_TO.get(sort, (sort,))
        if name in dataset.followers:
            continue
        if target == name:
            yield document.problem(("moved_to",), f"is the {sort} itself.", "moved-self")
        elif target in dataset.moved:
            now = dataset.resolve(target)
            message = f"{quote(target)} has moved as well. Write where it is now: {now}."
            if now in dataset.moved:
                message = f"{quote(target)} has moved as well, round in a circle. Write where the {sort} is now."
            yield document.problem(("moved_to",), message, "moved-chain")
        elif target not in known or things.sort(target) not in may:
            beside = f"{name.rpartition('/')[0]}/{target}"
            fitting = [other for other in sorted(known) if things.sort(other) in may and other != name]
            hint = f" Write {beside}." if beside in fitting else near_record(target, fitting, dataset.called)
            hint = hint or ("" if sort == things.RECORD else f" Write {things.EXAMPLES[sort]}.")
            told = "does not exist" if target not in known else f"is not a {sort}"
            yield document.problem(("moved_to",), f"{quote(target)} {told}.{hint}", "moved-target")


def resting(dataset: Dataset) -> Iterator[Problem]:
    """No relation, claim, name, evidence, figure or move leads to what was withdrawn; links in texts may."""
    for document, path, name in _led_to(dataset):
        if name in dataset.withdrawn:
            see = dataset.withdrawn[name][0].see
            instead = f" Read instead: {', '.join(see)}." if see else ""
            place = f" with {name.split('/')[0]}" if name in dataset.followers else ""
            message = f"{quote(name)} was withdrawn{place}; only links in texts may lead to it.{instead}"
            yield document.problem(path, message, "withdrawn-target")


def see(dataset: Dataset) -> Iterator[Problem]:
    """What is named to read instead exists under its current name, and each is listed once."""
    for name, (item, document) in _withdrawn(dataset).items():
        for number, other in enumerate(item.see):
            path = ("see", number)
            beside = f"{name.rpartition('/')[0]}/{other}"
            if other == name:
                yield document.problem(path, f"is the {things.sort(name)} itself.", "withdrawn-see")
            elif (now := dataset.now_at(other)) is not None:
                message = f"{quote(other)} has moved. Write {now}."
                yield document.problem(path, message, "withdrawn-see")
            elif other in dataset.withdrawn:
                yield document.problem(path, f"{quote(other)} was withdrawn as well.", "withdrawn-see")
            elif other not in dataset.names:
                known = [name for name in dataset.names if not dataset.is_left(name)]
                hint = f" Write {beside}." if beside in known else near_record(other, known, dataset.called)
                yield document.problem(path, f"{quote(other)} does not exist.{hint}", "withdrawn-see")
            if other in item.see[:number]:
                yield document.problem(path, f"{quote(other)} occurs twice. Keep one.", "withdrawn-see")


def _withdrawn(dataset: Dataset) -> dict[str, tuple[Withdrawn, Document]]:
    """Return what was withdrawn by itself, and not with its place."""
    return {name: left for name, left in dataset.withdrawn.items() if name not in dataset.followers}


def _left(dataset: Dataset) -> Iterator[tuple[str, Document]]:
    """Yield the name and the file of everything that moved or was withdrawn by itself."""
    for left in (dataset.moved, dataset.withdrawn):
        for name, (_, document) in left.items():
            if name not in dataset.followers:
                yield name, document


def _led_to(dataset: Dataset) -> Iterator[tuple[Document, Path, str]]:
    """Yield every reference to a thing, except links in texts: its document, its path, and the name of the thing."""
    for name, (item, document) in dataset.moved.items():
        if name not in dataset.followers:
            yield document, ("moved_to",), item.moved_to
    for value in dataset.values:
        if _leads(type(value.model), value.key):
            yield value.document, value.path, value.value


@cache
def _leads(model: type[Model], key: str) -> bool:
    """Return whether a key of a model holds references to things; what to read instead has a rule of its own."""
    return RECORD_ID in validators(model, key) and not issubclass(model, Withdrawn)


RULES = (names, notes, moved_facts, last_cites, homes, folders, standing, moved, resting, see)
