"""Where things are now that have moved, and what went with a place that has moved or was withdrawn."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from equal_footing.model import things
from equal_footing.model.base import validators
from equal_footing.model.dataset import Dataset
from equal_footing.model.endings import Moved
from equal_footing.model.types import RECORD_ID


@dataclass(frozen=True, slots=True)
class Named:
    """A thing to which a page leads: what it is called, and its address from the top of the site."""

    title: str
    address: str


def titles(dataset: Dataset) -> dict[str, str]:
    """Return the titles of everything in the data that has an address of its own, by its name."""
    found: dict[str, str] = {entry.id: entry.record.title for entry in dataset.entries.values()}
    found |= {f"{things.QUESTIONS}/{entry.id}": entry.question.question for entry in dataset.questions.values()}
    found |= {f"{one.place}/{things.FIGURES}/{one.id}": one.figure.title for one in dataset.figures}
    found |= {f"{things.COMPARISONS}/{name}": one.label for name, one in dataset.vocabulary.comparisons.items()}
    for section, document in dataset.sections:
        found[document.file.removeprefix("data/").removesuffix(".yml")] = section.title
        found |= {f"{things.CLAIMS}/{claim.id}": claim.id for claim in section.claims}
    return found


def named(dataset: Dataset, name: str) -> Named:
    """Return what a thing is called where it is now, and its address; of one that was withdrawn those that it had."""
    now = dataset.resolve(name)
    left = dataset.withdrawn.get(now)
    return Named(left[0].title if left else dataset.things.get(now, now), things.address(now))


def page_now(dataset: Dataset, page: str) -> str:
    """Return the page of what was at a page and may have moved since, both as `things.page` gives them."""
    place, slash, below = page.partition("/")
    name = dataset.pages.get(page)
    return things.page(dataset.resolve(name)) if name else f"{dataset.resolve(place)}{slash}{below}"


def follow(dataset: Dataset) -> None:
    """Let everything in the folder of a place that has moved or was withdrawn go with the place.

    What was there is known from what is in the new place, from what editions have published, and from what the
    data still refer to.
    """
    for place, (moved, document) in list(dataset.moved.items()):
        now = dataset.resolve(place)
        if things.sort(place) != things.PLACE or now in dataset.moved or things.sort(moved.moved_to) != things.PLACE:
            continue
        for name in [*dataset.things, *dataset.moved, *dataset.withdrawn]:
            old = f"{place}{name.removeprefix(now)}"
            if name.startswith(f"{now}/") and not dataset.is_left(old) and old not in dataset.things:
                dataset.moved[old] = Moved.model_construct(moved_to=name), document
                dataset.followers.add(old)
                dataset.known.add(old)
    gone = [place for place in dataset.withdrawn if things.sort(place) == things.PLACE]
    for name in [*_published(dataset, gone), *_referred(dataset)] if gone else ():
        place = name.split("/")[0]
        if place in gone and not dataset.is_left(name) and name not in dataset.things:
            dataset.withdrawn[name] = dataset.withdrawn[place]
            dataset.followers.add(name)
            dataset.known.add(name)


def _published(dataset: Dataset, places: Iterable[str]) -> Iterator[str]:
    """Yield the names of the records and figures of some places that editions have published."""
    for address in dataset.published:
        page, _, anchor = address.partition("#")
        match page.rstrip("/").split("/"):
            case [place, "figures"] if place in places and anchor:
                yield f"{place}/{things.FIGURES}/{anchor}"
            case [place, folder, name] if place in places and dataset.vocabulary.kind_of_folder(folder):
                yield f"{place}/{folder}/{name}"


def _referred(dataset: Dataset) -> Iterator[str]:
    for item in dataset.values_of(None):
        if RECORD_ID in validators(type(item.model), item.key) and "/" in item.value:
            yield item.value
