"""The state of one build of the site, from data without problems; every build has its own. What begins and ends one."""

import logging
import re
from collections.abc import Collection
from dataclasses import dataclass, field
from functools import cached_property
from html import unescape
from pathlib import Path
from typing import Protocol

from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage

from equal_footing.check import catalogue
from equal_footing.citation.citing import Citing
from equal_footing.drawing.kept_pages import Kept
from equal_footing.drawing.page_content import PageContent, begin, finish
from equal_footing.drawing.page_renderer import PageRenderer
from equal_footing.drawing.render import Renderer
from equal_footing.drawing.twin_files import TwinFiles
from equal_footing.mkdocs_site.search import Search
from equal_footing.model.dataset import Dataset
from equal_footing.model.messages import Messages
from equal_footing.reading.problems import Problem
from equal_footing.sitemap.links import SiteLinks
from equal_footing.sitemap.pages import Page

log = logging.getLogger("mkdocs.plugins.equal_footing")
"""Where all that the plugin says goes; MkDocs prints it."""
_SPACE = re.compile(r'<span class="w">(\s*)</span>')
"""Space in highlighted code, which has no colour: a third of what the browser would have to keep of a page of code."""


class Slots:
    """Keeps finished HTML out of Markdown: a plain word, the slot, takes its place until Markdown is done."""

    def __init__(self) -> None:
        self._html: dict[str, Markup] = {}
        self._made = 0

    def keep(self, html: Markup) -> str:
        """Store HTML and return its slot, which Markdown does not change."""
        slot = f"EqualFootingSlot{self._made}x"
        self._made += 1
        self._html[slot] = html
        return slot

    def fill(self, page: str) -> str:
        """Return a page with its slots replaced by their HTML; a slot alone in a paragraph replaces the paragraph."""
        for slot in [name for name in self._html if name in page]:
            html = str(self._html.pop(slot))
            page = page.replace(f"<p>{slot}</p>", html).replace(slot, html)
        return page


@dataclass
class Build:
    """The renderer of one build, and what is drawn so far of the pages that people write.

    `pages` are the pages generated from the data, by address. `drawn` and `contents` belong to hand-written pages, by
    address. `files` are those of `pages` as MkDocs knows them, `links` the links of the pages that are finished.
    `navigations` holds the navigation of each place, `search` what the search knows of each page. `mistakes` are macro
    calls that failed, by the address of the page.
    """

    renderer: Renderer
    dataset: Dataset
    pages: dict[str, Page]
    search: Search
    kept: Kept
    drawn: dict[str, PageRenderer] = field(default_factory=dict)
    contents: dict[str, PageContent] = field(default_factory=dict)
    files: list[File] = field(default_factory=list)
    links: SiteLinks = field(default_factory=SiteLinks)
    mistakes: dict[str, str] = field(default_factory=dict)
    slots: Slots = field(default_factory=Slots)
    navigations: dict[str, Navigation] = field(default_factory=dict)

    @cached_property
    def twins(self) -> TwinFiles:
        """What makes the twins of the pages."""
        return TwinFiles(self.renderer)

    def page_renderer(self, page: MkDocsPage) -> PageRenderer:
        """Return the renderer of a hand-written page; it is the same one, with its notes, throughout the build."""
        address = page.url
        if address not in self.drawn:
            title, abstract = str(page.meta.get("title") or page.title), str(page.meta.get("description") or "")
            self.drawn[address] = begin(self.renderer, address, title, abstract, None)
        return self.drawn[address]

    def finish(self, page: MkDocsPage, html: str) -> PageContent:
        """Return a hand-written page whose slots are filled, with its citation and notes."""
        sections = [item for top in page.toc.items for item in top.children]
        headings = [(item.id, unescape(item.title)) for item in sections]
        html = self.slots.fill(_SPACE.sub(r"\1", html))
        content = finish(self.page_renderer(page), html, None, headings)
        self.contents[page.url] = content
        return content


class Terminal:
    """What the terminal of a server says of the data: each problem once, and that there are none any more."""

    def __init__(self) -> None:
        self._last_was_of_problems = False

    def refuse(self, problems: Collection[Problem], said: Collection[Problem]) -> None:
        """Log problems, except those in `said`, which were logged before."""
        for problem in (problem for problem in problems if problem not in said):
            log.error("%s", catalogue.told(problem))
        log.error("Found %d in the data; the site shows them until they are fixed.", len(problems))
        self._last_was_of_problems = True

    def approve(self) -> None:
        """Log that the data have no problems, if problems were the last that was logged of them."""
        if self._last_was_of_problems:
            log.info("The data have no problems any more.")
        self._last_was_of_problems = False


class Builder(Protocol):
    """What builds the site: `build` is None while the data have problems, which `problems` shows."""

    build: Build | None
    problems: Markup
    terminal: Terminal

    def begin(self, config: MkDocsConfig, dataset: Dataset, words: Messages, known: Citing | None = None) -> Build:
        """Begin a build from sound data; `known` are citations of the same editions."""

    def refuse(self, root: Path, words: Messages, problems: list[Problem], said: Collection[Problem] = ()) -> None:
        """End the current build, and log the problems except those in `said`, which were logged before."""
