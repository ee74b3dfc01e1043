"""The state of one build of the site from sound data; the next build begins with a new one."""

from __future__ import annotations

from dataclasses import dataclass, field

from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage

from equal_footing.drawing.render import PageRenderer, Renderer
from equal_footing.mkdocs_site import navigation
from equal_footing.mkdocs_site.slots import Slots
from equal_footing.sitemap import pages
from equal_footing.sitemap.pages import Page


@dataclass
class Build:
    """What one build draws with, and what it has drawn so far.

    `pages` are the pages that come from the data and `drawn` all pages that were begun, both by the path of their
    Markdown file in `docs/`. `navigations` are those of the places.
    """

    renderer: Renderer
    pages: dict[str, Page]
    drawn: dict[str, PageRenderer] = field(default_factory=dict)
    slots: Slots = field(default_factory=Slots)
    navigations: dict[str, Navigation] = field(default_factory=dict)
    _titles: dict[str, str] = field(default_factory=dict)

    def page(self, page: MkDocsPage) -> Page | None:
        """Return the page of the data that MkDocs' page is; None for one that people wrote."""
        return self.pages.get(page.file.src_uri)

    def is_cited(self, page: MkDocsPage) -> bool:
        """Return whether a page shows how it is cited; one that only redirects does not."""
        found = self.page(page)
        return found is None or found.macro != "moved"

    def page_renderer(self, page: MkDocsPage) -> PageRenderer:
        """Return what draws a page; the same one, with its notes, for as long as the build lasts."""
        source = page.file.src_uri
        if source not in self.drawn:
            address = page.file.url.removeprefix("./")
            found = self.page(page)
            title = found.title if found else str(page.meta.get("title") or page.title)
            abstract = str(page.meta.get("description") or "")
            reviewed = pages.reviewed(self.renderer.views.dataset, found)
            item = self.renderer.citing.item(address, title, reviewed, found, abstract)
            self.drawn[source] = self.renderer.page(address, item)
        return self.drawn[source]

    def titles(self) -> dict[str, str]:
        """Return what pages are called in the navigation, by address; call it when MkDocs has read all pages."""
        if not self._titles:
            self._titles = navigation.titles(self.navigations[navigation.EVERYWHERE], self.pages)
        return self._titles

    def trail(self, page: Page) -> list[tuple[str, str]]:
        """Return titles and addresses of the pages above a page, from the top; call it as late as `titles`."""
        titles = self.titles()
        return [(titles[address], address) for address in page.trail if address in titles]
