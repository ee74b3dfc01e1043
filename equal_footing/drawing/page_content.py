"""Draws a page that comes from the data, and finishes the text of every page with its citation and its notes."""

from collections.abc import Sequence
from dataclasses import dataclass

from equal_footing.citation.citing import Head
from equal_footing.drawing import foreign, macros, page_macros, publishing
from equal_footing.drawing.page_renderer import PageRenderer
from equal_footing.drawing.render import Renderer
from equal_footing.export import seen
from equal_footing.export.twins import PARTS
from equal_footing.sitemap import days, related
from equal_footing.sitemap.pages import Page

Headings = Sequence[tuple[str, str]]
"""The anchors and titles of the sections of a page."""
MACROS = macros.MACROS | page_macros.PAGES
"""All macros that a page may call, by name."""


@dataclass(frozen=True, slots=True)
class PageContent:
    """What is drawn of one page, without the site around it.

    `html` is its text from the title to the citation at its end. `headings` are the anchors and titles of its sections,
    for the table of contents. `head` is what its head says to reference managers, None for a page that only leads on.
    `files` are the files beside it, by name.
    """

    html: str
    headings: tuple[tuple[str, str], ...]
    head: Head | None
    files: dict[str, str]


def draw(renderer: Renderer, page: Page) -> PageContent:
    """Return what a page that comes from the data shows; raises LookupError when it asks for data that are not there.

    Draws nothing but this page: the same page of the same data, templates and settings is always the same.
    """
    try:
        drawn = begin(renderer, page.address, page.title, page.description, page)
        return finish(drawn, str(MACROS[page.macro](drawn, *page.arguments)), page)
    except Exception as error:
        error.add_note(f"While {page.address} was drawn.")
        raise


def begin(renderer: Renderer, address: str, title: str, abstract: str, page: Page | None) -> PageRenderer:
    """Return what draws a page with its notes; `page` is None for a page that people write."""
    reviewed = days.reviewed(renderer.views.dataset, page)
    return PageRenderer(renderer, address, renderer.citing.item(address, title, reviewed, page, abstract))


def finish(drawn: PageRenderer, html: str, page: Page | None, headings: Headings = ()) -> PageContent:
    """Put a page's citation and contents below its title, and related pages, notes and citation at its end.

    `html` is the rest of its text, `headings` are those that no template has drawn.
    """
    citing = drawn.renderer.citing
    headings = (*headings, *drawn.headings)
    if page:
        html += "" if page.leads_to or page.withdrawn else str(drawn.left_block())
        html += str(drawn.related_block(related.related(drawn.dataset, drawn.views.words, page)))
    html += str(drawn.notes_block())
    head = None
    if page is None or not page.leads_to:
        line = str(drawn.cite_line(citing.changed(page)))
        is_home = not drawn.address  # it begins with what the site is for
        if is_home:
            html += line
        else:
            html = html.replace("</h1>", f"</h1>\n{line}{drawn.contents_block(headings)}", 1)
        html += str(drawn.cite_block(seen.FILE if page and page.macro in PARTS else ""))
        head = citing.head(drawn.item, drawn.address, page, drawn.notes.sources, drawn.described)
    usual = drawn.spoken_in(page.place) if page and page.place else drawn.language
    html = foreign.mark_html(foreign.mark_english(html), drawn.views.words.language, usual, drawn.spoken_in)
    files = {} if head is None else publishing.files_of(drawn)  # what only leads on is not cited
    return PageContent(html, tuple(drawn.headings), head, files)
