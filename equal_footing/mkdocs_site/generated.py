"""The pages that come from the data: made known to MkDocs for navigation and links, drawn, and written."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page as MkDocsPage

from equal_footing.drawing import embeds, twin_files
from equal_footing.drawing.page_content import draw
from equal_footing.drawing.twin_files import TwinFiles
from equal_footing.export.record_shapes import Section
from equal_footing.export.shapes import UNRELEASED
from equal_footing.mkdocs_site.build import Build
from equal_footing.mkdocs_site.shells import Shells
from equal_footing.search.entries import Entry
from equal_footing.sitemap import days, links
from equal_footing.sitemap.links import PageLinks
from equal_footing.sitemap.pages import Page


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
    site_url = build.renderer.citing.site_url
    for page in build.pages.values():
        if not page.leads_to:
            yield f"{site_url}{page.address}", str(days.changed(build.dataset, page) or "")


@dataclass(frozen=True, slots=True)
class Finished:
    """A page that comes from the data with the theme around it, and what is made of it at once.

    `files` are the page and those beside it, by their addresses; `entry` is what the search knows of it, None where
    that is nothing; `text` are its sections where its twins hold nothing else.
    """

    files: dict[str, str]
    links: PageLinks
    entry: Entry | None
    text: list[Section]


def write(build: Build, shells: Shells) -> None:
    """Draw and write every page that comes from the data; none of them stays in memory."""
    for page in build.pages.values():
        found = build.kept.made(page, partial(_finished, build, shells, page), shells.look(page))
        build.search.add(found.entry)
        build.texts[page.address] = found.text
        known = shells.known(page)
        build.links[known.file.dest_uri] = found.links
        known.present_anchor_ids = set(found.links.ids)  # so that MkDocs can check links to it
        _write(Path(shells.config.site_dir), found.files)


def _finished(build: Build, shells: Shells, page: Page) -> Finished:
    content = draw(build.renderer, page)
    html = shells.around(page, content)
    edition = build.renderer.citing.edition_of(page) or UNRELEASED
    beside = {f"{page.address}{name}": text for name, text in content.files.items()}
    embedded = embeds.embeds(build.renderer.environment, page, content, html, edition)
    text = twin_files.sections(content.html) if twin_files.has_text(page) else []
    files = {f"{page.address}index.html": html, **beside, **dict(embedded)}
    return Finished(files, links.page_links(html), build.search.entry(page, content.html), text)


def write_twins(build: Build, site: Path) -> None:
    """Write the twins of all pages, as JSON and as Markdown, and what describes them."""
    files, items = TwinFiles(build.renderer, build.texts), {url: drawn.item for url, drawn in build.drawn.items()}
    for page in build.pages.values():
        _write(site, files.page(page))
    for one in items.items():
        _write(site, files.written(*one))
    _write(site, dict(files.beside([*build.pages, *items], build.pages.values())))


def _write(site: Path, files: dict[str, str]) -> None:
    """Write files below a site by their addresses."""
    for address, text in files.items():
        path = site / address
        if not path.parent.is_dir():
            path.parent.mkdir(parents=True)
        path.write_text(text, encoding="utf-8", newline="")
