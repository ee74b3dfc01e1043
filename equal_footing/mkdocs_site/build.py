"""The state of one build of the site, from data without problems, and its generated files; every build has its own."""

import json
from dataclasses import dataclass, field
from functools import cached_property

from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage

from equal_footing.drawing.render import PageRenderer, Renderer
from equal_footing.mkdocs_site import navigation
from equal_footing.sitemap import pages
from equal_footing.sitemap.pages import Page


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
    """The renderer of one build, and the pages rendered so far.

    `pages` are the pages generated from the data, `drawn` the renderers of all pages begun so far; both are keyed by
    the path of a Markdown file in `docs/`. `navigations` holds the navigation of each place.
    """

    renderer: Renderer
    pages: dict[str, Page]
    drawn: dict[str, PageRenderer] = field(default_factory=dict)
    slots: Slots = field(default_factory=Slots)
    navigations: dict[str, Navigation] = field(default_factory=dict)

    def page(self, page: MkDocsPage) -> Page | None:
        """Return the generated page of a page of MkDocs; None for a hand-written one."""
        return self.pages.get(page.file.src_uri)

    def is_cited(self, page: MkDocsPage) -> bool:
        """Return whether a page shows its citation; a page that only redirects does not."""
        found = self.page(page)
        return found is None or found.macro != "moved"

    def page_renderer(self, page: MkDocsPage) -> PageRenderer:
        """Return the renderer of a page; it is the same one, with its notes, throughout the build."""
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

    @cached_property
    def titles(self) -> dict[str, str]:
        """The titles of pages in the navigation, by address; to be read only after MkDocs has read all pages."""
        return navigation.titles(self.navigations[navigation.EVERYWHERE], self.pages)

    def trail(self, page: Page) -> list[tuple[str, str]]:
        """Return titles and addresses of the pages above a page, from the top; see `titles`."""
        return [(self.titles[address], address) for address in page.trail if address in self.titles]


def markdown_file(config: MkDocsConfig, page: Page) -> File:
    """Return the generated file of a page, which is in no navigation; its edit address is that of the YAML file."""
    front: dict[str, object] = {"title": page.title, "description": page.description}
    if not page.search:
        front["search"] = {"exclude": True}
    if page.names:
        front["tags"] = list(page.names)
    if page.wide:
        front["hide"] = ["navigation", "toc"]
    head = "\n".join(f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in front.items() if value)
    call = f"{page.macro}({', '.join(map(json.dumps, page.arguments))})"
    content = f"---\n{head}\n---\n{{{{ {call} }}}}\n"
    file = File.generated(config, page.source, content=content, inclusion=InclusionLevel.NOT_IN_NAV)
    file.edit_uri = f"../{page.file}" if page.file else None
    return file
