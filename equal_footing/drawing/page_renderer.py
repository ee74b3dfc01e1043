"""Renders one page: the functions that its templates may call, its notes, and the blocks around its text."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import cached_property, partial
from types import FunctionType, ModuleType
from typing import Any

from markupsafe import Markup

from equal_footing.changes.release_notes import ChangesOfEdition
from equal_footing.citation import citations, exports
from equal_footing.citation.citations import Item
from equal_footing.citation.citing import PartCitation
from equal_footing.drawing import foreign
from equal_footing.drawing.page_addresses import framed, relative
from equal_footing.drawing.render import Renderer
from equal_footing.model import text
from equal_footing.model.entries import Entry
from equal_footing.model.prose import ENGLISH, Prose
from equal_footing.model.successors import Named, named
from equal_footing.model.text import Cited
from equal_footing.statement.stated import Stated
from equal_footing.views import endings
from equal_footing.views.comparison import SHOWN_AT_ONCE, Cell
from equal_footing.views.notes import Notes

Macro = Callable[..., Markup]
COMPARED, CITED = "cite", "cite-page"
"""The anchors of the folds with the footnote of a comparison and with the citation of the page."""
FEW = 3
"""From how many sections on a page lists them."""


def macros_of(module: ModuleType) -> dict[str, Macro]:
    """Return the macros of a module by name: the public functions that are defined in it."""
    functions = (item for item in vars(module).values() if isinstance(item, FunctionType))
    own = (function for function in functions if function.__module__ == module.__name__)
    return {function.__name__: function for function in own if not function.__name__.startswith("_")}


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
        """Whether there are so many countries that what a page says about each is folded."""
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

    def fact_citation(self, entry: Entry, fact: Stated) -> PartCitation:
        """Return the citation of a fact of this page, at the address of its record."""
        item, citing = self.item, self.renderer.citing
        if entry.address != self.address:
            address = citing.address_of(entry.address, item.edition)
            item = replace(item, title=self.views.words.said(entry.record.title), url=address)
        return citing.fact(item, entry, fact)

    def moved(self, fact: Stated) -> Named:
        """Return the record to which a withdrawn fact has moved, with the address of the fact there."""
        now = named(self.dataset, fact.moved_to or "")
        return Named(now.title, f"{now.address}#{fact.anchor}")

    def cell_citation(self, cell: Cell, anchor: str) -> PartCitation:
        """Return the citation of the answer at an anchor of this page."""
        return self.renderer.citing.cell(self.item, cell, anchor)

    def history(self, record: str) -> list[ChangesOfEdition]:
        """Return what has changed in a record, the newest first."""
        return self.renderer.citing.history.of_record(record)

    def cite_line(self, changed: str) -> Markup:
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

    def cite_block(self, table: str) -> Markup:
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
