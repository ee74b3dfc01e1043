"""Lists all pages: for each its address, title, template, data and YAML file.

The list is a pure function of the dataset.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from equal_footing.check import catalogue
from equal_footing.model import successors, things
from equal_footing.model.dataset import FACTS, SOURCES, Dataset
from equal_footing.model.entries import Entry
from equal_footing.model.fixed_words import ARTICLE, COUNTRY, LESSON
from equal_footing.model.messages import Messages
from equal_footing.model.prose import Prose, uncapitalised
from equal_footing.model.text import plain
from equal_footing.model.things import COMPARE, FIGURES
from equal_footing.tables import codebook
from equal_footing.tables.code_rows import BOOK
from equal_footing.views import claims, comparison, endings, timeline

WITHDRAWN = "withdrawn"
"""The macro of pages of what was withdrawn."""


@dataclass(frozen=True)
class Page:
    """One page that comes from the data.

    `macro` and `arguments` name the macro that draws it. `trail` holds the addresses of the pages above it, from the
    top. `nav_title` is what the navigation calls it, where that is shorter. `file` is the YAML file that holds what it
    says, if it is one file. Of pages that only list others the search reads the headings only (`search` false). A
    `wide` page holds a broad table and leaves the navigation and the table of contents beside it away. `record` is the
    id of the one record (or question, `compare/<question>`) that it shows, and `names` are its names beside the title:
    the search looks into them first. `leads_to` is the address of the page to which it leads on, if it says nothing
    else.
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
    leads_to: str = ""

    @property
    def withdrawn(self) -> str:
        """The name of what was withdrawn, as in the module `things`, where the page says only that; else empty."""
        return self.arguments[0] if self.macro == WITHDRAWN else ""

    @property
    def source(self) -> str:
        """The Markdown file that it would have in `docs/`."""
        return f"{self.address}index.md"


def all_pages(dataset: Dataset, messages: Messages) -> list[Page]:
    """Return every page that comes from the data; addresses are unique."""
    pages = [
        *_places(dataset, messages),
        *_records(dataset),
        *_directories(dataset, messages),
        *_overviews(dataset, messages),
        *_contributing(dataset, messages),
        *_comparisons(dataset, messages),
        *_code_book(dataset, messages),
    ]
    return _told_apart(dataset, messages, [*pages, *_left(dataset, messages, pages)])


def _told_apart(dataset: Dataset, messages: Messages, pages: list[Page]) -> list[Page]:
    """Return pages with their titles and descriptions in the language, each with one of its own.

    Where several share a title, each of them names its place, and where that is not enough its address. Descriptions
    that are shared, or empty, begin with the title.
    """

    def where(page: Page) -> str:
        home = dataset.entries.get(page.address.split("/")[0])
        return messages.said(home.record.title) if home else page.address

    said = messages.said
    pages = [
        replace(page, title=said(page.title), description=said(page.description), nav_title=said(page.nav_title))
        for page in pages
    ]
    for qualifier in (where, lambda page: page.address):
        shared = Counter(page.title for page in pages)
        pages = [
            replace(page, title=messages("title-where", title=page.title, where=qualifier(page)))
            if shared[page.title] > 1
            else page
            for page in pages
        ]
    shared = Counter(page.description for page in pages)
    return [
        page
        if page.description and shared[page.description] == 1
        else replace(page, description=messages("page-about", title=page.title, about=page.description).strip())
        for page in pages
    ]


def _listing(address: str, title: str, macro: str, *arguments: str, **more: Any) -> Page:
    """Return a page of which the search reads the headings only, since it lists what other pages say."""
    return Page(address, title, macro, arguments, search=False, **more)


def _of_entry(dataset: Dataset, entry: Entry, macro: str, *below: str, names: tuple[str, ...] = ()) -> Page:
    """Return the page of a record, below the countries if it is in one of them, and then below some other pages."""
    home, record = dataset.entries.get(entry.place), entry.record
    trail = ("countries/", *below) if home and home.kind.id == COUNTRY else below
    file, about = entry.file, _plain(record.summary)
    return Page(
        entry.address, record.title, macro, (entry.id,), trail, entry.place, file, about, record=entry.id, names=names
    )


def _places(dataset: Dataset, messages: Messages) -> Iterator[Page]:
    for place in dataset.places:
        entry = dataset.entries[place]
        home = _of_entry(dataset, entry, "place_page", names=_names(dataset, entry))
        yield home
        trail, name = (*home.trail, home.address), home.title
        for kind in dataset.folder_kinds:
            if (place, kind.id) in dataset.by_place_and_kind:
                address, plural = f"{place}/{kind.folder}/", kind.plural
                title = messages("place-directory-title", kind=plural, place=name)
                about = messages("place-directory-about", kind=plural, place=name, about=kind.about)
                page = _listing(address, title, "place_directory", place, kind.id, trail=trail, place=place)
                yield replace(page, description=about, nav_title=plural)
        if dataset.entries[place].record.facts:
            title, short = messages("place-facts-title", place=name), messages("facts-of-file")
            page = Page(f"{place}/{FACTS}/", title, "place_facts", (place,), trail, place, home.file, nav_title=short)
            yield replace(page, description=messages("place-facts-about", place=name))
        if dataset.figures_of(place) or endings.left_on(dataset, f"{place}/{FIGURES}/"):
            title, short = messages("place-figures-title", place=name), messages("figures-title")
            page = Page(f"{place}/{FIGURES}/", title, "place_figures", (place,), trail, place, nav_title=short)
            yield replace(page, description=messages("place-figures-about", place=name))
        if dataset.sources_of(place):
            title, short = messages("place-sources-title", place=name), messages("sources-title")
            address, file = f"{place}/{SOURCES}/", f"data/{place}/{SOURCES}.yml"
            page = _listing(address, title, "place_sources", place, trail=trail, place=place, file=file)
            yield replace(page, description=messages("place-sources-about", place=name), nav_title=short)
            for grade in dataset.vocabulary.evidence.values():
                title = messages("place-sources-grade-title", place=name, grade=uncapitalised(grade.label))
                page = Page(f"{address}{grade.id}/", title, "place_sources_grade", (place, grade.id), (*trail, address))
                yield replace(page, place=place, file=file, nav_title=grade.label, search=False)


def _contributing(dataset: Dataset, messages: Messages) -> Iterator[Page]:
    trail = ("contribute/",)
    lead = messages("rules-lead")
    yield _listing("contribute/rules/", messages("rules-title"), "rules", trail=trail, description=lead)
    for name, section in catalogue.titles(dataset.root).items():
        title, about = (
            messages("rules-section-title", section=section),
            messages("rules-section-about", section=section),
        )
        above = (*trail, "contribute/rules/")
        page = Page(f"contribute/rules/{name}/", title, "rules_section", (name,), above)
        yield replace(page, nav_title=section, description=about, wide=True)
    for place in dataset.places:
        home, address = dataset.entries[place].record.title, f"contribute/{place}/"
        title, about = messages("contribute-place-title", place=home), messages("contribute-place-about", place=home)
        page = _listing(address, title, "contribute_place", place, trail=trail, place=place)
        yield replace(page, description=about, nav_title=home)


def _records(dataset: Dataset) -> Iterator[Page]:
    for entry in dataset.entries.values():
        if entry.kind.folder:
            above = f"{entry.place}/", f"{entry.place}/{entry.kind.folder}/"
            yield _of_entry(dataset, entry, "record_page", *above, names=_names(dataset, entry))


def _names(dataset: Dataset, entry: Entry) -> tuple[str, ...]:
    """Return all names of a record but its title, and what identifies it as a document number does, each once."""
    record, fields = entry.record, dataset.vocabulary.fields
    others = (record.name, record.short_name or {}, *(other.name for other in record.other_names))
    numbers = (plain(fact.value) for fact in record.current if fact.value and fields[fact.field].identifies)
    found = dict.fromkeys((*(name for names in others for name in names.values()), *numbers))
    return tuple(name for name in found if name != record.title)


def _directories(dataset: Dataset, messages: Messages) -> Iterator[Page]:
    for kind in dataset.folder_kinds:
        if kind.id == LESSON:
            title, about = messages("lessons-title"), messages("lessons-lead")
            yield _listing(f"{kind.folder}/", title, "lessons", description=about, wide=True)
        else:
            page = _listing(f"{kind.folder}/", kind.plural, "directory", kind.id, trail=("records/",))
            yield replace(page, description=kind.about)


_OVERVIEWS = (
    "countries", "records", "timeline", "terms", "figures", "disagreements", "changes", "data", "sources", "vocabulary",
)  # fmt: skip


_WIDE = frozenset({"timeline", "terms", "figures"})
"""The overviews that need the whole width."""
_SAID = frozenset({"data"})
"""The overviews that say something themselves, besides what they list."""


def _overviews(dataset: Dataset, messages: Messages) -> Iterator[Page]:
    for macro in _OVERVIEWS:
        title, about = messages(f"{macro}-title"), messages(f"{macro}-lead")
        page = _listing(f"{macro}/", title, macro, description=about, wide=macro in _WIDE)
        yield replace(page, search=macro in _SAID)
    for first in timeline.first_years(dataset):
        when = messages("date-decade", year=first) if first else messages("timeline-before", year=timeline.EARLY)
        title, about = messages("timeline-decade-title", when=when), messages("timeline-decade-about", when=when)
        address, above = timeline.address(first), ("timeline/",)
        yield _listing(address, title, "timeline_decade", address, trail=above, description=about, wide=True)
    if ARTICLE in dataset.entries:
        page = _of_entry(dataset, dataset.entries[ARTICLE], "article")
        title, short = messages("article-title"), messages("article-short")
        yield replace(page, title=title, nav_title=short, arguments=(), place=None)
        if claims.has_translation(dataset):
            title, about = messages("article-translation-title"), messages("article-names-lead")
            address, file = f"{ARTICLE}/names-and-translation/", f"data/{ARTICLE}/translation.yml"
            yield Page(
                address, title, "article_translation", (), (f"{ARTICLE}/",), file=file, description=about, wide=True
            )
        for name, section in claims.section_names(dataset):
            title = messages("article-section-title", section=section.title)
            address, about = claims.section_address(name), messages("article-section-about", section=section.title)
            file = f"data/{things.CLAIMS}/{name}.yml"
            page = Page(address, title, "article_section", (name,), (f"{ARTICLE}/",), file=file)
            yield replace(page, nav_title=section.title, description=about)


def _comparisons(dataset: Dataset, messages: Messages) -> Iterator[Page]:
    top = f"{COMPARE}/"
    tables = comparison.tables(dataset)
    if not dataset.questions and not tables and not endings.left_on(dataset, top):
        return
    lead, short = messages("compare-lead"), messages("compare-short")
    yield _listing(top, messages("compare-title"), "compare", description=lead, nav_title=short, wide=True)
    for question in dataset.questions.values():
        asked, address = question.question, question.address
        page = Page(address, asked.question, "question_page", (question.id,), (top,), record=address.rstrip("/"))
        yield replace(
            page, wide=True, file=question.document.file, description=_plain(asked.about), nav_title=asked.short
        )
    for one, other in comparison.pairs(dataset):
        title = messages("pair-title", one=one.record.title, other=other.record.title)
        address, about = (
            f"{top}{one.id}-{other.id}/",
            messages("pair-about", one=one.record.title, other=other.record.title),
        )
        yield _listing(address, title, "pair", one.id, other.id, trail=(top,), description=about, wide=True)
    for table in tables:
        address, about = f"{top}{table.id}/", table.about
        yield _listing(address, table.label, "record_table", table.id, trail=(top,), description=about, wide=True)


def _code_book(dataset: Dataset, messages: Messages) -> Iterator[Page]:
    book = codebook.titles(dataset)
    if book:
        title, about = messages("codebook-title"), messages("codebook-lead")
        yield _listing(BOOK, title, "code_book", trail=("data/",), description=about)
    for table, called, about in book:
        title, address = messages("codebook-table-title", table=called), codebook.table_address(table)
        page = _listing(address, title, "code_book_table", table, trail=("data/", BOOK), description=about)
        yield replace(page, nav_title=called, wide=True)


def _left(dataset: Dataset, messages: Messages, pages: list[Page]) -> Iterator[Page]:
    """Yield the pages in the place of things that moved or were withdrawn; `pages` are all others."""
    titles = {page.address: page.title for page in pages}
    own = {name: things.address(name) for name in (*dataset.moved, *dataset.withdrawn) if things.has_page(name)}
    titles |= {address: successors.named(dataset, name).title for name, address in own.items()}
    for name, address in own.items():
        if name in dataset.moved:
            now, file = successors.named(dataset, name), dataset.moved[name][1].file
            yield _moved(messages, address, now.address, now.title, file)
        else:
            yield _withdrawn(dataset, name, address)
    for address, now_at in endings.moved_pages(dataset, titles).items():
        yield _moved(messages, address, now_at, titles[now_at], None)
    for address, place in endings.withdrawn_pages(dataset, titles).items():
        yield _withdrawn(dataset, place, address)


def _moved(messages: Messages, address: str, leads_to: str, title: str, file: str | None) -> Page:
    """Return a page that leads on to another one, whose title is given."""
    page = _listing(address, messages("moved-title"), "moved", leads_to, messages.said(title), file=file)
    return replace(page, leads_to=leads_to)


def _withdrawn(dataset: Dataset, name: str, address: str) -> Page:
    """Return the page of a thing that was withdrawn, or one that went with it."""
    left, document = dataset.withdrawn[name]
    place = address.split("/")[0]
    trail = (f"{place}/",) if place in dataset.entries or place == COMPARE else ()
    return _listing(address, left.title, WITHDRAWN, name, address, trail=trail, file=document.file)


def _plain(text: Prose) -> Prose:
    """Return a text on one line, without its citations and markup."""
    return text.changed(plain)
