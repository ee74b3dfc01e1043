"""The part of the site's navigation that comes from the data, and that of each place."""

from dataclasses import dataclass, field

from equal_footing.model.dataset import FACTS, SOURCES, Dataset
from equal_footing.model.fixed_words import ARTICLE, LESSON
from equal_footing.model.messages import Messages
from equal_footing.model.things import COMPARE, FIGURES
from equal_footing.views import comparison


@dataclass(frozen=True)
class Nav:
    """A branch of the navigation: a title, the page that it leads to, and what is below it."""

    title: str
    address: str
    children: tuple["Nav", ...] = field(default=())


def navigation(dataset: Dataset, messages: Messages) -> list[Nav]:
    """Return the part of the site's navigation that comes from the data: it does not grow with the countries."""
    tables = comparison.tables(dataset)
    compared = [Nav(table.label, f"{COMPARE}/{table.id}/") for table in tables]

    def overview(name: str) -> Nav:
        return Nav(messages(f"{name}-title"), f"{name}/")

    sources = [*map(overview, ("data", "records", "disagreements", "changes"))]
    if ARTICLE in dataset.entries:
        sources.append(Nav(messages("article-title"), f"{ARTICLE}/"))
    branches = [overview("countries")]
    if dataset.questions or tables:
        branches.append(Nav(messages("compare-short"), f"{COMPARE}/", (*compared, overview("terms"))))
    lessons = next((kind for kind in dataset.folder_kinds if kind.id == LESSON), None)
    if lessons:
        branches.append(Nav(messages("lessons-title"), f"{lessons.folder}/"))
    return [
        *branches,
        Nav(messages("figures-and-timeline"), f"{FIGURES}/", (overview("timeline"),)),
        Nav(messages("sources-and-data"), "sources/", tuple(sources)),
    ]


def place_navigation(dataset: Dataset, messages: Messages, place: str) -> Nav:
    """Return the navigation of one place: its home, its directories, its sources."""
    home = dataset.entries[place]
    kinds = [
        Nav(kind.plural, f"{place}/{kind.folder}/")
        for kind in dataset.folder_kinds
        if (place, kind.id) in dataset.by_place_and_kind
    ]
    if home.record.facts:
        kinds.append(Nav(messages("facts-of-file"), f"{place}/{FACTS}/"))
    if dataset.figures_of(place):
        kinds.append(Nav(messages("figures-title"), f"{place}/{FIGURES}/"))
    if dataset.sources_of(place):
        kinds.append(Nav(messages("sources-title"), f"{place}/{SOURCES}/"))
    return Nav(messages.said(home.record.title), home.address, tuple(kinds))
