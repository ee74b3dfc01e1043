"""MkDocs' navigation made from the data's: sections and pages, and where a page stands among them."""

from __future__ import annotations

from typing import Any

from mkdocs.structure.nav import Section
from mkdocs.structure.pages import Page as MkDocsPage

from equal_footing.sitemap.pages import Nav


def item(branch: Nav, by_address: dict[str, MkDocsPage | None]) -> Any:
    """Turn a branch into MkDocs' sections and pages; a branch with a page of its own is a section with an index."""
    page = by_address[f"{branch.address}index.md"] if branch.address is not None else None
    if not branch.children:
        return page
    children = [item(child, by_address) for child in branch.children]
    return Section(branch.title, [page, *children] if page else children)


def adopt(section: Section) -> None:
    """Make a section the parent of all below it: pages stand in several navigations, and have one parent at a time."""
    for child in section.children:
        child.parent = section
        if isinstance(child, Section):
            adopt(child)


def section_of(items: list[Any], address: str) -> Any:
    """Return the section of a navigation that holds the page at an address."""
    for item in items:
        if isinstance(item, Section):
            for child in item.children:
                if isinstance(child, MkDocsPage) and child.file.src_uri == f"{address}index.md":
                    return item
            found = section_of(item.children, address)
            if found is not None:
                return found
    return None
