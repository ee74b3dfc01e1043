"""Which pages exist: address, title, template, the data behind it, its YAML file. A pure function of the dataset."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from equal_footing.model.dataset import COMPARE, FIGURES, Dataset, Entry
from equal_footing.model.fixed_words import ARTICLE, COUNTRY, LESSON
from equal_footing.model.messages import Messages
from equal_footing.model.text import without_citations
from equal_footing.model.values import PartialDate
from equal_footing.views import comparison


@dataclass(frozen=True)
class Page:
    """One page that comes from the data.

    `macro` and `arguments` name the macro that draws it. `trail` holds the addresses of the pages above it, from the
    top. `nav_title` is what the navigation calls it, where that is shorter. `file` is the YAML file that holds what it
    says, if it is one file. Pages that only list others stay out of the search index (`search` false). A `wide` page
    holds a broad table and leaves the navigation and the table of contents beside it away. `record` is the id of the
    one record (or question, `compare/<question>`) that it shows, and `names` are its names beside the title: the search
    looks into them first.
    """

    address: str
    title: str
    macro: str
    arguments: tuple[str, ...] = ()
    trail: tuple[str, ...] = ()
    place: str | None = None
    file: str | None = None
    description: str = ""
    nav_title: str = ""
    search: bool = True
    wide: bool = False
    record: str | None = None
    names: tuple[str, ...] = ()

    @property
    def source(self) -> str:
        """The Markdown file that it would have in `docs/`."""
        return f"{self.address}index.md"


@dataclass(frozen=True)
class Nav:
    """A branch of the navigation: a title, the page that it leads to, and what is below it."""

    title: str
    address: str | None = None
    children: tuple[Nav, ...] = field(default=())


def all_pages(dataset: Dataset, messages: Messages) -> list[Page]:
    """Return every page that comes from the data; addresses are unique."""
    return [
        *_places(dataset, messages),
        *_records(dataset),
        *_directories(dataset, messages),
        *_overviews(dataset, messages),
        *_contributing(dataset, messages),
        *_comparisons(dataset, messages),
        *_moved(dataset, messages),
        *_withdrawn(dataset),
    ]


def _places(dataset: Dataset, messages: Messages) -> Iterator[Page]:
    for place in dataset.places:
        home = dataset.entries[place]
        trail = ("countries/",) if home.kind.id == COUNTRY else ()
        yield Page(
            home.address,
            home.record.title,
            "place_page",
            (place,),
            trail,
            place,
            home.file,
            _description(home),
            record=place,
        )
        below = (*trail, home.address)
        for kind in dataset.folder_kinds:
            if (place, kind.id) in dataset.by_place_and_kind:
                title = messages("place-directory-title", kind=kind.plural, place=home.record.title)
                address = f"{place}/{kind.folder}/"
                arguments = (place, kind.id)
                yield Page(
                    address, title, "place_directory", arguments, below, place, nav_title=kind.plural, search=False
                )
        if dataset.figures_of(place):
            title = messages("place-figures-title", place=home.record.title)
            short = messages("figures-title")
            yield Page(f"{place}/{FIGURES}/", title, "place_figures", (place,), below, place, nav_title=short)
        if any(source.place == place for source in dataset.sources.values()):
            title = messages("place-sources-title", place=home.record.title)
            file = f"data/{place}/sources.yml"
            short = messages("sources-title")
            yield Page(
                f"{place}/sources/", title, "place_sources", (place,), below, place, file, nav_title=short, search=False
            )


def _contributing(dataset: Dataset, messages: Messages) -> Iterator[Page]:
    title, lead = messages("rules-title"), messages("rules-lead")
    yield Page("contribute/rules/", title, "rules", trail=("contribute/",), description=lead, search=False)
    for place in dataset.places:
        home = dataset.entries[place].record.title
        title = messages("contribute-place-title", place=home)
        trail = ("contribute/",)
        yield Page(
            f"contribute/{place}/", title, "contribute_place", (place,), trail, place, nav_title=home, search=False
        )


def _records(dataset: Dataset) -> Iterator[Page]:
    for entry in dataset.entries.values():
        if entry.kind.folder:
            home = dataset.entries.get(entry.place)
            above = ("countries/",) if home and home.kind.id == COUNTRY else ()
            trail = (*above, f"{entry.place}/", f"{entry.place}/{entry.kind.folder}/")
            yield Page(
                entry.address,
                entry.record.title,
                "record_page",
                (entry.id,),
                trail,
                entry.place,
                entry.file,
                _description(entry),
                record=entry.id,
                names=_names(entry),
            )


def _names(entry: Entry) -> tuple[str, ...]:
    """Return all names of a record but its title, each once."""
    record = entry.record
    others = (record.name, record.short_name or {}, *(other.name for other in record.other_names))
    found = dict.fromkeys(name for names in others for name in names.values())
    return tuple(name for name in found if name != record.title)


def _directories(dataset: Dataset, messages: Messages) -> Iterator[Page]:
    for kind in dataset.folder_kinds:
        if kind.id == LESSON:
            about = messages("lessons-lead")
            yield Page(f"{kind.folder}/", messages("lessons-title"), "lessons", description=about, search=False)
            continue
        yield Page(f"{kind.folder}/", kind.plural, "directory", (kind.id,), description=kind.about, search=False)


def _overviews(dataset: Dataset, messages: Messages) -> Iterator[Page]:
    for macro in (
        "countries",
        "records",
        "timeline",
        "terms",
        "figures",
        "disagreements",
        "changes",
        "data",
        "sources",
        "vocabulary",
    ):
        yield Page(f"{macro}/", messages(f"{macro}-title"), macro, description=messages(f"{macro}-lead"), search=False)
    if ARTICLE in dataset.entries:
        entry = dataset.entries[ARTICLE]
        title = messages("article-title")
        short = messages("article-short")
        yield Page(
            f"{ARTICLE}/",
            title,
            "article",
            file=entry.file,
            description=_description(entry),
            nav_title=short,
            record=ARTICLE,
        )


def _comparisons(dataset: Dataset, messages: Messages) -> Iterator[Page]:
    trail = (f"{COMPARE}/",)
    tables = comparison.tables(dataset)
    if not dataset.questions and not tables:
        return
    lead = messages("compare-lead")
    title = messages("compare-title")
    yield Page(
        f"{COMPARE}/", title, "compare", description=lead, nav_title=messages("compare-short"), search=False, wide=True
    )
    for question in dataset.questions.values():
        file, about = question.document.file, without_citations(question.question.about)
        yield Page(
            question.address,
            question.question.question,
            "question_page",
            (question.id,),
            trail,
            file=file,
            description=" ".join(about.split()),
            nav_title=question.question.short,
            record=question.address.rstrip("/"),
        )
    for one, other in comparison.pairs(dataset):
        title = messages("pair-title", one=one.record.title, other=other.record.title)
        yield Page(f"{COMPARE}/{one.id}-{other.id}/", title, "pair", (one.id, other.id), trail, search=False, wide=True)
    for table in tables:
        address = f"{COMPARE}/{table.id}/"
        yield Page(
            address, table.label, "record_table", (table.id,), trail, description=table.about, search=False, wide=True
        )


def _moved(dataset: Dataset, messages: Messages) -> Iterator[Page]:
    for record, (_, document) in dataset.moved.items():
        yield Page(f"{record}/", messages("moved-title"), "moved", (record,), file=document.file, search=False)


def reviewed(dataset: Dataset, page: Page | None) -> PartialDate:
    """Return the day of the newest review of what a page shows; without a page, of the whole site."""
    if page and page.record and page.record in dataset.entries:
        return dataset.entries[page.record].record.reviewed
    if page and page.record:
        return comparison.reviewed(dataset, page.record.removeprefix(f"{COMPARE}/"))
    if page and page.macro == "withdrawn":
        return dataset.withdrawn[page.arguments[0]][0].withdrawn
    place = page.place if page else None
    days = [entry.record.reviewed for entry in dataset.entries.values() if place in (None, entry.place)]
    return max(days, key=lambda day: day.first)


def _withdrawn(dataset: Dataset) -> Iterator[Page]:
    for record, (left, document) in dataset.withdrawn.items():
        place = record.split("/")[0]
        trail = (f"{place}/",) if place in dataset.entries else ()
        yield Page(f"{record}/", left.title, "withdrawn", (record,), trail, None, document.file, search=False)


def _description(entry: Entry) -> str:
    return " ".join(without_citations(entry.record.summary).split())


def navigation(dataset: Dataset, messages: Messages) -> list[Nav]:
    """Return the part of the site's navigation that comes from the data: it does not grow with the countries."""
    tables = comparison.tables(dataset)
    compared = (
        *(Nav(table.label, f"{COMPARE}/{table.id}/") for table in tables),
        *(Nav(messages(f"{page}-title"), f"{page}/") for page in ("terms", "figures", "timeline")),
    )
    kinds = tuple(Nav(kind.plural, f"{kind.folder}/") for kind in dataset.folder_kinds)
    sources = [Nav(messages(f"{page}-title"), f"{page}/") for page in ("disagreements", "changes", "data")]
    if ARTICLE in dataset.entries:
        sources.append(Nav(messages("article-title"), f"{ARTICLE}/"))
    branches = [
        Nav(messages("countries-title"), "countries/"),
        Nav(messages("records-title"), "records/", kinds),
        Nav(messages("sources-title"), "sources/", tuple(sources)),
    ]
    if dataset.questions or tables:
        branches.insert(1, Nav(messages("compare-short"), f"{COMPARE}/", compared))
    return branches


def place_navigation(dataset: Dataset, messages: Messages, place: str) -> Nav:
    """Return the navigation of one place: its home, its directories, its sources."""
    home = dataset.entries[place]
    kinds = [
        Nav(kind.plural, f"{place}/{kind.folder}/")
        for kind in dataset.folder_kinds
        if (place, kind.id) in dataset.by_place_and_kind
    ]
    if dataset.figures_of(place):
        kinds.append(Nav(messages("figures-title"), f"{place}/{FIGURES}/"))
    return Nav(home.record.title, home.address, (*kinds, Nav(messages("sources-title"), f"{place}/sources/")))
