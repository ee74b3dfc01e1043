"""Which pages are worth reading after another one: the list at its end."""

from collections.abc import Iterator

from equal_footing.model.dataset import SOURCES, Dataset
from equal_footing.model.entries import Entry
from equal_footing.model.fixed_words import COUNTRY, LESSON
from equal_footing.model.messages import Messages
from equal_footing.model.things import COMPARE, FIGURES
from equal_footing.sitemap.pages import Page
from equal_footing.views import places

Link = tuple[str, str]
"""The title and the address of a page."""


def related(dataset: Dataset, messages: Messages, page: Page) -> list[Link]:
    """Return the pages to which a page of a place leads on; none for other pages, which name theirs themselves."""
    if page.macro == "record_page":
        entry = dataset.entries[page.arguments[0]]
        return [*_around(dataset, entry), *_above(dataset, messages, entry)]
    if page.macro == "place_page":
        return list(_of_place(dataset, messages, dataset.entries[page.arguments[0]]))
    if page.place and page.address.startswith(f"{page.place}/"):
        home = dataset.entries[page.place]
        others = [(directory.kind.plural, directory.address) for directory in places.directories(dataset, page.place)]
        return [(home.record.title, home.address), *(item for item in others if item[1] != page.address)]
    return []


def _around(dataset: Dataset, entry: Entry) -> Iterator[Link]:
    """Yield the records before and after one in their directory."""
    siblings = dataset.by_place_and_kind[entry.place, entry.kind.id]
    at = siblings.index(entry)
    for other in (*siblings[max(at - 1, 0) : at], *siblings[at + 1 : at + 2]):
        yield other.record.title, other.address


def _above(dataset: Dataset, messages: Messages, entry: Entry) -> Iterator[Link]:
    """Yield the directory of a record, its place, and the table that compares records like it over all countries."""
    home = dataset.entries[entry.place]
    directory = messages("place-directory-title", kind=entry.kind.plural, place=home.record.title)
    yield directory, f"{entry.place}/{entry.kind.folder}/"
    yield home.record.title, home.address
    if home.kind.id == COUNTRY:
        for table in dataset.vocabulary.comparisons.values():
            if entry.kind.id in table.kinds:
                yield table.label, f"{COMPARE}/{table.id}/"


def _of_place(dataset: Dataset, messages: Messages, home: Entry) -> Iterator[Link]:
    """Yield the pages about a place, and those that compare it."""
    name = home.record.title
    for other, address in places.pairs(dataset, home):
        yield messages("pair-title", one=name, other=other.record.title), address
    if (home.id, LESSON) in dataset.by_place_and_kind:
        kind = dataset.vocabulary.kinds[LESSON]
        yield messages("place-directory-title", kind=kind.plural, place=name), f"{home.id}/{kind.folder}/"
    if dataset.figures_of(home.id):
        yield messages("place-figures-title", place=name), f"{home.id}/{FIGURES}/"
    if dataset.sources_of(home.id):
        yield messages("place-sources-title", place=name), f"{home.id}/{SOURCES}/"
    yield messages("contribute-place-title", place=name), f"contribute/{home.id}/"
