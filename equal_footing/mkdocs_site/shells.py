"""The theme around the pages that come from the data: rendered once for all pages that share it, and filled for each.

Pages share it when they lie in the same folder and have the same navigation, trail and settings: then they differ only
in their title, text, table of contents and the like. The theme is rendered with a token in the place of each of these,
and page by page the tokens are replaced.
"""

import copy
import posixpath
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import cast

from jinja2 import Environment, Template
from markupsafe import escape
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import AnchorLink, TableOfContents

from equal_footing.citation.citations import Item
from equal_footing.citation.citing import Head
from equal_footing.drawing.page_addresses import relative
from equal_footing.drawing.page_content import PageContent
from equal_footing.keeping.store import digest
from equal_footing.mkdocs_site import navigation
from equal_footing.model.messages import Messages
from equal_footing.model.values import PartialDate
from equal_footing.sitemap.pages import Page

Values = Mapping[str, str]
_TOKEN = re.compile("\0([a-z_]+)(!?)\0")
_TITLE = "<h1"
"""What the theme looks for in a text; it adds a title where this is missing."""
CONTENTS = 'id="contents"'
"""What the theme's bar for thumbs links to, where a page has it."""


class _Token(str):
    """Takes the place of a value in a template, and shows whether the template escapes the value there."""

    __slots__ = ()

    def __new__(cls, name: str) -> "_Token":
        return super().__new__(cls, f"\0{name}\0")

    def __html__(self) -> str:
        return f"{self[:-1]}!\0"


class _Cut:
    """A text cut at its tokens."""

    def __init__(self, text: str) -> None:
        self._parts = _TOKEN.split(text)  # text, name of a token, mark of escaping, text, and so on

    def fill(self, values: Values) -> str:
        """Return the text with values in the place of its tokens, escaped where the template escapes them."""
        parts = self._parts[:]
        for at in range(1, len(parts), 3):
            value = values[parts[at]]
            parts[at : at + 2] = str(escape(value)) if parts[at + 1] else value, ""
        return "".join(parts)


@dataclass(frozen=True, slots=True)
class _Shell:
    """The theme around the pages of one group, an entry of their tables of contents, and what is between entries."""

    page: _Cut
    entry: _Cut
    between: str

    def around(self, values: Values, headings: Sequence[tuple[str, str]]) -> str:
        """Return a whole page with its values and headings (anchors and titles)."""
        entries = (self.entry.fill({"anchor": anchor, "heading": heading}) for anchor, heading in headings)
        first = headings[0][0] if headings else ""
        return self.page.fill({**values, "anchor": first, "contents": self.between.join(entries)})


@dataclass
class Shells:
    """Puts the theme around the pages of one build.

    `navigations` holds the navigation of each place, `titles` the titles of pages by address, for their trails.
    """

    environment: Environment
    config: MkDocsConfig
    files: Files
    navigations: Mapping[str, Navigation]
    titles: Mapping[str, str]
    _made: dict[object, _Shell] = field(default_factory=dict, init=False)

    def around(self, page: Page, content: PageContent) -> str:
        """Return the whole HTML of a page: its shell, filled."""
        values = self._values(page, content)
        given = tuple(name for name, value in values.items() if value)
        key = self._group(page), given, bool(content.headings), _TITLE in content.html
        if key not in self._made:
            self._made[key] = self._shell(page, content, given)
        return self._made[key].around(values, content.headings)

    def forget(self) -> None:
        """Let go of the shells that were rendered: none is asked for again when the pages of another place follow."""
        self._made.clear()

    def look(self, page: Page) -> str:
        """Return the digest of all that the theme around a page depends on, besides what every page does."""
        titles = [self.titles.get(above) for above in page.trail]
        return digest(self._extra, self._outlines[page.place or navigation.EVERYWHERE], repr(titles))

    @cached_property
    def _extra(self) -> str:
        extra = self.config.extra
        return repr((extra["assets"], extra["translations"]))

    @cached_property
    def _outlines(self) -> dict[str, str]:
        return {place: repr(navigation.outline(found.items)) for place, found in self.navigations.items()}

    def _shell(self, page: Page, content: PageContent, given: Sequence[str]) -> _Shell:
        """Render the theme around a page for all of its group; `given` are the names of the values that they have."""
        tokens = dict.fromkeys(self._values(page, content), "") | {name: _Token(name) for name in given}
        if _TITLE in content.html:
            tokens["content"] = f"{_TITLE}{tokens['content']}"
        toc = [AnchorLink(_Token("heading"), _Token("anchor"), 2)] * 2 if content.headings else []
        text, entry, between = self._render(page, tokens, toc).replace(tokens["content"], _Token("content")), "", ""
        if toc:
            entry = self.environment.get_template("partials/toc-item.html").render(toc_item=toc[0], config=self.config)
            between = text.partition(entry)[2].partition(entry)[0]
            text = text.replace(f"{entry}{between}{entry}", _Token("contents"))
        return _Shell(_Cut(text), _Cut(entry), between)

    def _group(self, page: Page) -> tuple[object, ...]:
        """Return what the pages that share a shell have in common."""
        place = page.place or navigation.EVERYWHERE
        own = page.address if page.address in self._listed[place] else posixpath.dirname(page.address.rstrip("/"))
        return place, own, page.trail, page.wide

    @cached_property
    def _listed(self) -> dict[str, frozenset[str]]:
        """The addresses in the navigation of each place, where the theme marks the page that is open."""
        return {place: frozenset(navigation.addresses(found.items)) for place, found in self.navigations.items()}

    @cached_property
    def _template(self) -> Template:
        return self.environment.get_template("main.html")

    def known(self, page: Page) -> MkDocsPage:
        """Return a page as MkDocs knows it."""
        file = self.files.get_file_from_path(page.source)
        assert file
        assert file.page
        return file.page

    def _values(self, page: Page, content: PageContent) -> dict[str, str]:
        """Return what differs between the pages of a group, by the name of its token."""
        known = self.known(page)
        values = {
            "title": page.title,
            "description": str(escape(page.description)),  # the theme does not
            "address": f"{self.config.site_url or ''}{page.leads_to}" if page.leads_to else known.canonical_url or "",
            "path": page.address,
            "edit": known.edit_url or "",
            "content": content.html,
            "has_contents": "yes" if CONTENTS in content.html else "",
        }
        if content.head:
            item = content.head.item
            values |= {
                "cited_title": item.title,
                "cited_date": str(item.date),
                "cited_address": item.url,
                "cited_edition": item.edition,
                "cited_abstract": item.abstract,
                "cited_today": content.head.today,
                "linked_data": content.head.linked_data,
                "picture": content.head.picture,
                "twin": content.head.twin,
            }
        return values

    def _render(self, page: Page, values: Values, toc: list[AnchorLink]) -> str:
        """Return what the theme makes of a page with these values and this table of contents."""
        known, nav = self.known(page), self.navigations[page.place or navigation.EVERYWHERE]
        shown = copy.copy(known)
        shown.meta = {"title": values["title"], "description": values["description"]}
        if page.wide:
            shown.meta["hide"] = ["navigation", "toc"]
        shown.canonical_url, shown.edit_url, shown.content = values["address"], values["edit"], values["content"]
        shown.toc = TableOfContents(toc)
        context = get_context(nav, [], self.config, shown)
        trail = [(self.titles[above], relative(above, page.address)) for above in page.trail if above in self.titles]
        with navigation.current(known, nav, (page.address, *page.trail[-1:])):
            return self._template.render(
                {
                    **context,
                    "trail": trail,
                    "path": values["path"],
                    "cited": self._head(values),
                    "has_contents": values["has_contents"],
                }
            )

    def _head(self, values: Values) -> Head | None:
        """Return the head that some values describe, if they do."""
        if "linked_data" not in values:
            return None
        date, words = cast("PartialDate", values["cited_date"]), cast("Messages", self.config.extra["words"])
        title, address, edition = values["cited_title"], values["cited_address"], values["cited_edition"]
        item = Item("", title, date, address, edition, values["cited_abstract"])
        own = words("site"), words("author"), words.language
        return Head(item, values["cited_today"], values["linked_data"], values["picture"], *own, values["twin"])
