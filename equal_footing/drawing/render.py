"""Renders pages: the Jinja environment, with autoescaping, and the functions that a template may call."""

import posixpath
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import cache, cached_property, partial
from pathlib import Path
from types import FunctionType, ModuleType
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from equal_footing.changes.release_notes import ChangesOfEdition
from equal_footing.citation import citations, exports
from equal_footing.citation.citations import Item
from equal_footing.citation.citing import Citing
from equal_footing.drawing import foreign
from equal_footing.drawing.compiled import CompiledTemplates
from equal_footing.drawing.imprint import NOBODY, Imprint
from equal_footing.keeping.once import Once
from equal_footing.keeping.store import FOLDER, Store
from equal_footing.model import text
from equal_footing.model.dataset import Entry
from equal_footing.model.prose import ENGLISH, Prose
from equal_footing.model.text import Cited
from equal_footing.reading.characters import spelt_out
from equal_footing.statement import wording
from equal_footing.statement.stated import Stated
from equal_footing.tables import codebook
from equal_footing.tables.codebook import Book
from equal_footing.tables.collection import Collection, Outline, collect
from equal_footing.views import endings
from equal_footing.views.comparison import SHOWN_AT_ONCE, Cell
from equal_footing.views.heads import last_seen
from equal_footing.views.notes import Notes
from equal_footing.views.records import Views

Macro = Callable[..., Markup]
FRAMED = "embed/"
"""Where the pages for frames on other sites are."""
COMPARED, CITED = "cite", "cite-page"
"""The anchors of the folds with the footnote of a comparison and with the citation of the page."""
FEW = 3
"""From how many sections on a page lists them."""


def macros_of(module: ModuleType) -> dict[str, Macro]:
    """Return the macros of a module by name: the public functions that are defined in it."""
    functions = (item for item in vars(module).values() if isinstance(item, FunctionType))
    own = (function for function in functions if function.__module__ == module.__name__)
    return {function.__name__: function for function in own if not function.__name__.startswith("_")}


def framed(page: str, part: str = "") -> str:
    """Return the address at which a page is shown without its navigation, for frames on other sites.

    With the id of a figure or a table of the page it is that of this `part` alone. `page` is the address of the page.
    """
    return f"{FRAMED}{page}{part}.html" if part else f"{FRAMED}{page.rstrip('/')}.html"


def relative(address: str, page: str) -> str:
    """Return an address of the site (`japan/funding/`), with its anchor if it has one, relative to that of a page.

    A page's address ends in a slash, whether or not it is given; that of a file (`japan/figures/aid.csv`) does not.
    """
    target, hash_, anchor = address.partition("#")
    path = posixpath.relpath(f"/{target}", f"/{page}")
    if path == ".":
        return f"#{anchor}" if hash_ else "./"
    slash = "/" if target.endswith("/") or not posixpath.splitext(target)[1] else ""
    return f"{path}{slash}{hash_}{anchor}"


class Renderer:
    """Renders the templates of `root/templates` for one dataset.

    `citing` makes the citations of pages, facts and cells. `edit_base` followed by the path of a file is the address
    at which the file is edited, `report_base` followed by the address of a page the form for reporting a mistake there.
    What several pages show is made `once`.
    """

    def __init__(
        self,
        root: Path,
        views: Views,
        citing: Citing,
        edit_base: str,
        report_base: str = "",
        imprint: Imprint = NOBODY,
        once: Once | None = None,
    ) -> None:
        self.root = root
        self.once = once or Once()
        self.views = views
        self.citing = citing
        self.marks = cache(self._marks)
        self.environment = self.bare_environment(root, views.words.language)
        self.environment.filters |= {
            "date": partial(wording.date, words=views.words),
            "last_seen": partial(last_seen, views),
            "country_class": partial(_country_class, views.colours),
            "thousands": views.words.number,
            "day": partial(wording.day, words=views.words),
            "plain": partial(wording.plain, words=views.words),
            "markdown": partial(wording.markdown, words=views.words),
            "time": partial(wording.time, words=views.words),
            "short_time": partial(wording.short_time, words=views.words),
            "shortened": wording.shortened,
        }
        self.environment.globals |= {
            "t": views.words,
            "site_url": citing.site_url,
            "edit": lambda file: f"{edit_base}{file}",
            "report_base": report_base,
            "imprint": imprint,
        }

    @staticmethod
    def bare_environment(root: Path, language: str = ENGLISH) -> Environment:
        """Return an environment for the templates of pages in a language, without anything that needs data."""
        is_english = language == ENGLISH
        environment = Environment(
            loader=FileSystemLoader(root / "templates"),
            bytecode_cache=CompiledTemplates(Store(root / FOLDER / ("templates" if is_english else "translated"))),
            finalize=None if is_english else partial(foreign.said, language),
            autoescape=True,
            undefined=StrictUndefined,
            auto_reload=False,  # each build makes its own environment
            trim_blocks=True,
            lstrip_blocks=True,
        )
        environment.filters |= {"inline_markdown": _inline_markdown, "spelt_out": spelt_out}
        return environment

    @property
    def tables(self) -> Collection:
        """The tables in which the data are published; worked out when they are first asked for."""
        return self.once("tables", lambda: collect(self.views.facts, self.root))

    @cached_property
    def outline(self) -> Outline:
        """The tables without their rows."""
        return self.tables.outline

    @cached_property
    def book(self) -> Book:
        """The code book."""
        return codebook.load(self.root, self.views.dataset.vocabulary)

    def _marks(self, numbers: tuple[int, ...]) -> Markup:
        """Return the marks of notes by their numbers."""
        return Markup(self.environment.get_template("parts/marks.html.j2").render(numbers=numbers).strip())

    def page(self, address: str, item: Item) -> "PageRenderer":
        """Return what draws the page at an address of the site, which is cited as `item`."""
        return PageRenderer(self, address, item)


class PageRenderer:
    """Renders the parts of one page: links are relative to its address, notes are numbered over the whole page.

    `headings` collects the second-level headings that templates draw, for the table of contents, `files` what is
    published beside the page, by name. `described` is the structured data of a page that is more than a page.
    """

    def __init__(self, renderer: Renderer, address: str, item: Item) -> None:
        self.renderer = renderer
        self.views = renderer.views
        self.dataset = renderer.views.dataset
        self.address = address
        self.item = item
        self.notes = Notes(self.dataset)
        self.headings: list[tuple[str, str]] = []
        self.files: dict[str, str] = {}
        self.described: dict[str, Any] | None = None

    @property
    def is_long(self) -> bool:
        """Whether there are so many countries that what a page says of each is folded."""
        return len(self.dataset.countries) > SHOWN_AT_ONCE

    @property
    def file_name(self) -> str:
        """The name under which readers keep the file of what the page shows."""
        return f"{self.address.strip('/').replace('/', '-') or 'home'}.csv"

    def framed(self, part: str = "") -> str:
        """Return the address at which the page, or a part of it, is shown alone, as the function of that name does."""
        return framed(self.address, part)

    def draw(self, template: str, **values: Any) -> Markup:
        """Return a template rendered for this page; raises jinja2 errors when the template is wrong."""
        found = self.renderer.environment.get_template(template)
        return Markup(
            found.render(
                url=self.url,
                cite=self.cite,
                md=self.markdown,
                inline=partial(self.markdown, inline=True),
                foreign=self.foreign,
                heading=self.heading,
                page=self,
                **values,
            )
        )

    def url(self, address: str) -> str:
        """Return an address of the site (`japan/funding/`), with its anchor if it has one, relative to this page."""
        return relative(address, self.address)

    def cite(self, cited: Iterable[Cited]) -> Markup:
        """Return the marks of the notes for some citations."""
        return self.renderer.marks(tuple(dict.fromkeys(self.notes.cite(cited))))

    def markdown(self, source: str, inline: bool = False) -> Markup:
        """Return a text of the data as HTML; what is not in the language of the page is marked."""
        here = self.views.words.language
        said, language = source.said_in(here) if isinstance(source, Prose) else (source, here)
        html = text.render(said, self.cite, self._link, inline)
        return foreign.in_language(html, language, inline) if language == ENGLISH != here else Markup(html)

    def foreign(self, words: str, language: str = "") -> Markup:
        """Return plain words with those in other scripts marked, most likely in a language, or else in the place's."""
        here = self.views.words.language
        if isinstance(words, Prose) and here != ENGLISH:
            words, written = words.said_in(here)
            if written == ENGLISH:
                return foreign.in_language(self.foreign(words, language), ENGLISH, inline=True)
        return foreign.mark(words, language if foreign.is_foreign(language) else self.language)

    @cached_property
    def language(self) -> str:
        """The official language, in another script, of the country to which the page belongs; empty elsewhere."""
        return self.spoken_in(self.address.split("/")[0])

    def spoken_in(self, place: str) -> str:
        """Return the official language, in another script, of a country by its id; nothing where there is none."""
        found = self.dataset.territories.get(place)
        return next((item.tag for item in found.languages if foreign.is_foreign(item.tag)), "") if found else ""

    def _link(self, target: str) -> str:
        if not target.startswith("/"):
            return target
        record, hash_, anchor = target.strip("/").partition("#")
        return self.url(f"{self.dataset.resolve(record.rstrip('/'))}/{hash_}{anchor}")

    def heading(self, anchor: str, title: str) -> str:
        """Note a second-level heading for the table of contents, and return its title."""
        self.headings.append((anchor, self.views.words.said(title)))
        return title

    def fact_citation(self, entry: Entry, fact: Stated) -> str:
        """Return the citation of a fact of this page, at the address of its record."""
        item, citing = self.item, self.renderer.citing
        if entry.address != self.address:
            address = citing.address_of(entry.address, item.edition)
            item = replace(item, title=self.views.words.said(entry.record.title), url=address)
        return citing.fact(item, entry, fact)

    def cell_citation(self, cell: Cell, anchor: str) -> str:
        """Return the citation of the answer at an anchor of this page."""
        return self.renderer.citing.cell(self.item, cell, anchor)

    def history(self, record: str) -> list[ChangesOfEdition]:
        """Return what has changed in a record, the newest first."""
        return self.renderer.citing.history.of_record(record)

    def cite_line(self, changed: str = "") -> Markup:
        """Return the line below the title: day of review, edition, link to the citation.

        On a page that compares it leads to the footnote with the answers that the page shows.
        """
        citation = COMPARED if any(anchor == COMPARED for anchor, _ in self.headings) else CITED
        return self.draw("parts/line.html.j2", item=self.item, changed=changed, citation=citation)

    def contents_block(self, headings: Sequence[tuple[str, str]]) -> Markup:
        """Return the list of sections by anchor and title, for pages on phones; nothing where there are few."""
        return self.draw("parts/contents.html.j2", headings=headings) if len(headings) >= FEW else Markup("")

    def left_block(self) -> Markup:
        """Return what stays on the page of things that had an anchor there, or nothing where there are none."""
        left = endings.left_on(self.dataset, self.address)
        return self.draw("parts/left.html.j2", left=left) if left else Markup("")

    def related_block(self, links: Sequence[tuple[str, str]]) -> Markup:
        """Return the list of related pages by title and address, or nothing when there are none."""
        return self.draw("parts/related.html.j2", links=links) if links else Markup("")

    def cite_block(self, table: str = "") -> Markup:
        """Return the block at the end of the page with its citation in several styles.

        `table` is the name of the file beside it that has what it shows as rows, if there is one.
        """
        sources = len(self.notes.sources)
        return self.draw(
            "parts/cite.html.j2",
            item=self.item,
            styles=citations.styles(self.item, self.views.words),
            sources=sources,
            twin=exports.json_address(self.address),
            table=table,
        )

    def notes_block(self) -> Markup:
        """Return the notes of the page, or nothing when there are none."""
        notes = list(self.notes)
        return self.draw("parts/notes.html.j2", notes=notes) if notes else Markup("")


def _inline_markdown(words: str) -> Markup:
    """Return a sentence of the messages, in Markdown without citations, as HTML."""
    return Markup(text.render(words, lambda cited: "", lambda target: target, inline=True))


def _country_class(colours: dict[str, int], entry: Entry) -> str:
    """Return the class that sets the colour of the country of a record, with a space before it; none elsewhere."""
    return f" ef-country-{colours[entry.place]}" if entry.place in colours else ""
