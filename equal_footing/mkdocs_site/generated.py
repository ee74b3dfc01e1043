"""The pages that come from the data: made known to MkDocs for navigation and links, drawn, and written."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page as MkDocsPage

from equal_footing.drawing import embeds, publishing, twin_files
from equal_footing.drawing.page_content import draw
from equal_footing.drawing.twin_files import TwinFiles
from equal_footing.export.shapes import UNRELEASED
from equal_footing.mkdocs_site.build import Build
from equal_footing.mkdocs_site.shells import Shells
from equal_footing.sitemap import days, links
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


def write(build: Build, shells: Shells) -> None:
    """Draw and write every page that comes from the data; none of them stays in memory."""
    for page in build.pages.values():
        known = shells.known(page)
        content = build.kept.content(page, partial(draw, build.renderer, page))
        build.search.add(page, content.html)
        if twin_files.has_text(page):
            build.texts[page.address] = twin_files.sections(content.html)
        html = shells.around(page, content)
        found = build.links[known.file.dest_uri] = links.page_links(html)
        known.present_anchor_ids = set(found.ids)  # so that MkDocs can check links from the pages that people write
        folder = Path(shells.config.site_dir) / page.address
        publishing.write_files(folder, {"index.html": html, **content.files})
        edition = build.renderer.citing.edition_of(page) or UNRELEASED
        shown = embeds.embeds(build.renderer.environment, page, content, html, edition)
        _write(Path(shells.config.site_dir), dict(shown))


def write_twins(build: Build, site: Path) -> None:
    """Write the twins of all pages, as JSON and as Markdown, and what describes them."""
    files, items = TwinFiles(build.renderer, build.texts), {url: drawn.item for url, drawn in build.drawn.items()}
    twins = [*(files.page(page) for page in build.pages.values()), *(files.written(*one) for one in items.items())]
    beside = files.beside([*build.pages, *items], build.pages.values())
    _write(site, dict([*(item for found in twins for item in found.items()), *beside]))


def _write(site: Path, files: dict[str, str]) -> None:
    """Write files below a site by their addresses."""
    for address, text in files.items():
        path = site / address
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="")
