"""Builds MkDocs' navigation from the data: one navigation for each place, and the section of each page in it."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation, Section
from mkdocs.structure.pages import Page as MkDocsPage

from equal_footing.model.dataset import Dataset
from equal_footing.model.messages import Messages
from equal_footing.sitemap import menus
from equal_footing.sitemap.menus import Nav
from equal_footing.sitemap.pages import Page

EVERYWHERE = ""
"""The key of the navigation that is shown on pages of no place."""


def by_place(written: Navigation, files: Files, dataset: Dataset, words: Messages) -> dict[str, Navigation]:
    """Return the navigation of each place, by its id, and that of all other pages under `EVERYWHERE`.

    `written` is the navigation of `mkdocs.yml`; the generated pages follow its first entry, the home page.
    """
    by_source = {file.src_uri: file.page for file in files if file.page}
    home, *rest = written.items
    branches = menus.navigation(dataset, words)

    def navigation(found: Iterable[Nav]) -> Navigation:
        made = Navigation([home, *(_item(branch, by_source) for branch in found), *rest], written.pages)
        made.homepage = written.homepage
        return made

    made = {}
    for place in dataset.places:
        below = menus.place_navigation(dataset, words, place)
        made[place] = navigation([Nav(branches[0].title, branches[0].address, (below,)), *branches[1:]])
    return made | {EVERYWHERE: navigation(branches)}


def titles(navigation: Navigation, generated: Mapping[str, Page]) -> dict[str, str]:
    """Return the titles of pages in the navigation, by address.

    `generated` are the pages that come from the data, by address. A hand-written page has a title only after MkDocs
    has read it.
    """
    written = {page.file.url: str(page.title) for page in navigation.pages if page.file.url not in generated}
    return written | {page.address: page.nav_title or page.title for page in generated.values()}


def make_current(page: MkDocsPage, navigation: Navigation, addresses: Iterable[str]) -> None:
    """Make a page the current one of a navigation, below the section that holds the first known of `addresses`.

    A page is in several navigations but has one parent at a time: it leaves the navigation of the page before.
    """
    page.active = False
    for item in navigation.items:
        if isinstance(item, Section):
            _adopt(item)
    sections = (_section_of(navigation.items, address) for address in addresses)
    page.parent = next((section for section in sections if section), page.parent)
    page.active = True


@contextmanager
def current(page: MkDocsPage, navigation: Navigation, addresses: Iterable[str]) -> Iterator[None]:
    """Make a page the current one of a navigation for a while; see `make_current`."""
    make_current(page, navigation, addresses)
    yield
    page.active = False


def addresses(items: Iterable[Any]) -> Iterator[str]:
    """Yield the addresses of all pages in a navigation."""
    for item in items:
        if isinstance(item, MkDocsPage):
            yield item.file.url
        yield from addresses(item.children or ())


def outline(items: Iterable[Any]) -> list[Any]:
    """Return all that the theme draws of a navigation: titles, addresses, settings of pages, and what is below each."""
    return [
        (
            item.title,
            item.file.url if isinstance(item, MkDocsPage) else getattr(item, "url", ""),
            item.meta if isinstance(item, MkDocsPage) else {},
            outline(item.children or ()),
        )
        for item in items
    ]


def _item(branch: Nav, by_source: Mapping[str, MkDocsPage]) -> Any:
    """Turn a branch into MkDocs' sections and pages; a branch with a page of its own is a section with an index."""
    page = by_source[f"{branch.address}index.md"]
    if not branch.children:
        return page
    children = [_item(child, by_source) for child in branch.children]
    return Section(branch.title, [page, *children])


def _adopt(section: Section) -> None:
    """Make a section the parent of all pages and sections below it."""
    for child in section.children:
        child.parent = section
        if isinstance(child, Section):
            _adopt(child)


def _section_of(items: Iterable[Any], address: str) -> Section | None:
    """Return the section that holds the page at an address."""
    for item in items:
        if isinstance(item, Section):
            for child in item.children:
                if isinstance(child, MkDocsPage) and child.file.src_uri == f"{address}index.md":
                    return item
            found = _section_of(item.children, address)
            if found is not None:
                return found
    return None
