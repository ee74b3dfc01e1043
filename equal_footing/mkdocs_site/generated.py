"""The pages that come from the data: made known to MkDocs for navigation and links, drawn, and written."""

import logging
from collections.abc import Iterator, Mapping
from functools import partial
from itertools import groupby
from pathlib import Path
from typing import NamedTuple, cast

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page as MkDocsPage

from equal_footing.citation.citations import Item
from equal_footing.citation.exports import API, json_address
from equal_footing.drawing import embeds, exporting, publishing
from equal_footing.drawing.kept_pages import Contents, shown_lines
from equal_footing.drawing.page_content import draw
from equal_footing.drawing.twin_files import LLMS
from equal_footing.export.shapes import UNRELEASED
from equal_footing.keeping.once import Once
from equal_footing.keeping.store import digest
from equal_footing.mkdocs_site.build import Build, log
from equal_footing.mkdocs_site.shells import Shells
from equal_footing.search.index import Indexed
from equal_footing.sitemap import days
from equal_footing.sitemap.links import PageLinks
from equal_footing.sitemap.pages import Page

BOXES = (
    "%s: boxes replace %s, since no font on this machine has these letters. Install one that has, such as Debian's"
    " fonts-noto-cjk."
)


class GeneratedFile(File):
    """The file of a page that is drawn from the data: it can be linked to, but MkDocs neither reads nor writes it."""

    def is_documentation_page(self) -> bool:
        """Keep MkDocs from reading it as Markdown and from rendering it."""
        return False

    def copy_file(self, dirty: bool = False) -> None:
        """Do nothing: the plugin writes the page."""


def add(files: Files, page: Page, config: MkDocsConfig) -> GeneratedFile:
    """Make a page known to MkDocs, in no navigation yet, and return its file; its edit address is that of the YAML."""
    file = GeneratedFile(
        page.source,
        src_dir=None,
        dest_dir=config.site_dir,
        use_directory_urls=True,
        dest_uri=f"{page.address}index.html",
        inclusion=InclusionLevel.NOT_IN_NAV,
    )
    file.edit_uri = f"../{page.file}" if page.file else None
    MkDocsPage(page.nav_title or page.title, file, config)  # it becomes the page of the file
    files.append(file)
    return file


def listed(build: Build) -> Iterator[tuple[str, str]]:
    """Yield the public address of each page and the day on which it last changed, or nothing where that is not known.

    A page that only leads on to another one is not listed.
    """
    site_url, once = build.renderer.citing.site_url, Once()
    for page in build.pages.values():
        if not page.leads_to:
            shown = page.record, page.place, page.macro == "place_page", page.withdrawn
            day = once(shown, partial(days.changed, build.dataset, page))  # most lists show the same: all records
            yield f"{site_url}{page.address}", str(day or "")


class Finished(NamedTuple):
    """What is made of a page that comes from the data besides its files; every build loads that of every page.

    `indexed` is what the search knows of it, None where that is nothing. `boxes` are the letters for which its pictures
    have boxes, by the addresses of these.
    """

    links: PageLinks
    indexed: Indexed | None
    boxes: dict[str, str]


def write(build: Build, shells: Shells) -> None:
    """Draw and write every page that comes from the data, with all files that show what it shows.

    None of them stays in memory, nor does what a group of them shares once the next begins. What shows everything comes
    first, and so do the pages of no place: it takes most room while it is drawn.
    """
    site = Path(shells.config.site_dir)
    write_data(build, site)
    write_twins(build, site)
    for _, pages in groupby(sorted(build.pages.values(), key=_group), _group):
        for page in pages:
            _write(build, shells, site, page)
        build.renderer.once.forget()
        shells.forget()


def _group(page: Page) -> tuple[str, str]:
    """Return a key for the pages that show much the same: those of one place, or of one folder beside the places."""
    return (page.place, "") if page.place else ("", page.address.partition("/")[0])


def _write(build: Build, shells: Shells, site: Path, page: Page) -> None:
    """Draw and write a page unless it is kept, and remember what it links to and what the search knows of it."""
    make = partial(finished, build, shells, page)
    found = build.kept.write(site, page.address, made_from(build, shells, page), make)
    build.search.add(found.indexed)
    tell_of_boxes(build, found.boxes)
    known = shells.known(page)
    build.links.add(known.file.dest_uri, found.links)
    # so that MkDocs can check links to it; it changes nothing in them
    known.present_anchor_ids = cast("set[str]", found.links.ids)


def made_from(build: Build, shells: Shells, page: Page) -> str:
    """Return the digest of what this page alone depends on, apart from the data."""
    return digest(shells.look(page), repr(page), shown_lines(build.dataset, page))


def tell_of_boxes(build: Build, boxes: Mapping[str, str]) -> None:
    """Log the letters for which pictures have boxes, by the addresses of these."""
    for picture, letters in boxes.items():
        level = logging.WARNING if build.renderer.citing.editions.frozen else logging.INFO  # an edition is for ever
        log.log(level, BOXES, picture, letters)


def write_data(build: Build, site: Path) -> None:
    """Write the downloads; the pages about them, which are drawn later, show how many rows each table has."""
    outline = exporting.write(build.renderer, build.kept, site)
    build.renderer.outline = build.kept.reads.watch("tables", outline)


def finished(build: Build, shells: Shells, page: Page) -> tuple[Contents, Finished]:
    """Return the files of a page by their addresses, and what else is made of it."""
    content = draw(build.renderer, page)
    html = shells.around(page, content)
    edition = build.renderer.citing.edition_of(page) or UNRELEASED
    file = f"{page.address}index.html"
    files: dict[str, str | bytes] = {file: html}
    files |= {f"{page.address}{name}": text for name, text in content.files.items()}
    files |= publishing.pictures_of(page.address, content.files, build.renderer.views)
    files |= embeds.embeds(build.renderer.environment, page, content, html, edition)
    files |= build.twins.page(page, content.html)
    boxes = publishing.boxes_in(page.address, content.files)
    return files, Finished(build.links.of(file, html), build.search.indexed(page, content.html), boxes)


def write_twins(build: Build, site: Path) -> None:
    """Write the twins of the pages that people write, and what describes all twins; what has not changed is kept."""
    items = {url: drawn.item for url, drawn in build.drawn.items()}
    for address, item in items.items():
        html = build.contents[address].html
        make = partial(written, build, address, item, html)
        build.kept.write(site, json_address(address), digest(repr(item), html), make)
    addresses = [*build.pages, *items]
    build.kept.write(site, API, digest(*addresses), lambda: (dict(build.twins.beside(addresses)), None))
    publishing.write_files(site, {LLMS: build.twins.llms(list(build.pages.values()))})


def written(build: Build, address: str, item: Item, html: str) -> tuple[Contents, None]:
    """Return the twins of a page that people write by their addresses; nothing else is made of it."""
    return build.twins.written(address, item, html), None
