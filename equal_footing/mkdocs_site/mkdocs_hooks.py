"""What ties the site to MkDocs: generated pages, navigation, the macros' output, and wrong data while serving.

This module, `mkdocs_nav` and `macros.py` are the only ones that know MkDocs. A generated page is a stub with one macro
call. A macro puts a slot (a plain word) into the Markdown, and its finished HTML goes in after Markdown is done, so
that Markdown never touches it.
"""

from __future__ import annotations

import datetime
import itertools
import json
import logging
import os
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import wraps
from pathlib import Path
from typing import Any

from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation, Section
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import get_toc

from equal_footing.changes import editions, history, snapshot
from equal_footing.check import catalogue
from equal_footing.check.run import load_checked
from equal_footing.citation.citing import Citing
from equal_footing.drawing import macros, page_macros, publishing
from equal_footing.drawing.render import PageRenderer, Renderer
from equal_footing.mkdocs_site import mkdocs_nav
from equal_footing.model import address_list, messages
from equal_footing.model.dataset import Dataset
from equal_footing.reading.problems import DataError, Problem
from equal_footing.sitemap import addresses, pages
from equal_footing.sitemap.pages import Nav, Page
from equal_footing.views.records import Views
from equal_footing.views.worklist import official_languages

log = logging.getLogger("mkdocs.plugins.equal_footing")
HOME = "index.md"
_ID = re.compile(r'\bid="([^"]+)"')


@dataclass
class Site:
    """Everything that one build needs; `problems` is filled while serving wrong data, and then there is no renderer."""

    renderer: Renderer | None = None
    pages: dict[str, Page] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    drawn: dict[str, PageRenderer] = field(default_factory=dict)
    slots: dict[str, Markup] = field(default_factory=dict)
    navigations: dict[str, Navigation] = field(default_factory=dict)
    titles: dict[str, str] = field(default_factory=dict)
    counter: itertools.count[int] = field(default_factory=itertools.count)


_site = Site()
_serving = False
_loaded: tuple[object, Dataset] | None = None


def on_startup(*, command: str, dirty: bool) -> None:
    """Remember whether this is a server: it must outlive wrong data."""
    global _serving
    _serving = command == "serve"
    logging.getLogger("jieba").setLevel(logging.ERROR)  # says at every build that it loads its dictionary


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Load and check the data before anything is written; raises PluginError when a build cannot go on."""
    global _site
    root = Path(config.config_file_path).parent
    _site = Site()
    table = messages.load(root)
    config.extra["problems"] = ""
    config.extra["words"] = table.table
    try:
        views = Views(_dataset(root), table)
        dead = addresses.check(root, views.dataset, table)
        if dead:
            raise DataError(dead)
    except DataError as error:
        if not _serving:
            lines = "\n".join(map(catalogue.told, error.problems))
            raise PluginError(f"the data has problems; nothing was built.\n{lines}") from error
        for problem in error.problems:
            log.error("%s", catalogue.told(problem))
        log.error("Found %d in the data; the site shows them until they are mended.", len(error.problems))
        _site.problems = error.problems
        config.extra["problems"] = _problems_page(root, table, error.problems)
        return config
    _teach_search(config, views.dataset)
    _site.renderer = Renderer(root, views, _citing(root, views, config), _edit_base(config), _report_base(config))
    _site.pages = {page.source: page for page in pages.all_pages(views.dataset, table)}
    return config


def _teach_search(config: MkDocsConfig, dataset: Dataset) -> None:
    """Let the search read the official languages of all countries that it can, beside those of the settings."""
    search = config.plugins.get("search") or config.plugins.get("material/search")
    if search is None or not search.config.get("lang"):
        return
    official = {tag.partition("-")[0] for home in dataset.countries for tag in official_languages(home)}
    more = sorted(official - {"zh", *search.config["lang"]})  # Chinese is cut into words when the index is made
    readers = [Path(folder) / "assets/javascripts/lunr/min" for folder in config.theme.dirs]
    known = [tag for tag in more if any((folder / f"lunr.{tag}.min.js").is_file() for folder in readers)]
    search.config["lang"].extend(known)  # the list itself: the plugin has handed it on already


def _dataset(root: Path) -> Dataset:
    """Return the data, read anew only when a file has changed."""
    global _loaded
    stamps = tuple(sorted((str(path), path.lstat().st_mtime_ns) for path in (root / "data").rglob("*")))
    if _loaded is None or _loaded[0] != stamps:
        _loaded = (stamps, load_checked(root))
    return _loaded[1]


def _citing(root: Path, views: Views, config: MkDocsConfig) -> Citing:
    """Return how pages are cited; raises PluginError when an edition cannot be read."""
    try:
        kept = editions.load(root, os.environ.get("EQUAL_FOOTING_EDITION") or None)
        now = snapshot.take(views.dataset, views, kept.frozen or "", datetime.date.today(), kept.newest)
        told = history.load(root, kept, now, views.dataset)
        listed = root / address_list.FILE
        published = frozenset(address_list.read(listed) if listed.is_file() else ())
    except ValueError as error:
        raise PluginError(str(error)) from error
    config.extra["edition"] = kept.frozen or ""
    return Citing(views, config.site_url or "", kept, now, told, published)


def _edit_base(config: MkDocsConfig) -> str:
    return f"{(config.repo_url or '').rstrip('/')}/{(config.edit_uri or '').removesuffix('docs/')}"


def _report_base(config: MkDocsConfig) -> str:
    return f"{(config.repo_url or '').rstrip('/')}/issues/new?template=wrong-figure.yml"


def _problems_page(root: Path, table: messages.Messages, problems: list[Problem]) -> Markup:
    """Return the page that stands in for all others: each problem, and beneath the first of its rule what is asked."""
    rules = catalogue.load(root).rules
    told: set[str] = set()
    listed = []
    for problem in problems:
        listed.append((problem, None if problem.rule in told else rules.get(problem.rule)))
        told.add(problem.rule)
    environment = Renderer.bare_environment(root)
    return Markup(environment.get_template("pages/problems.html.j2").render(t=table, problems=listed))


def on_files(files: Files, *, config: MkDocsConfig) -> Files:
    """Add the pages that come from the data; with wrong data keep only the home page, which shows the problems."""
    if _site.problems:
        for file in list(files.documentation_pages()):
            if file.src_uri != HOME:
                files.remove(file)
        return files
    for source, page in _site.pages.items():
        front = {"title": page.title, "description": page.description}
        if not page.search:
            front["search"] = {"exclude": True}  # type: ignore[assignment]
        if page.names:
            front["tags"] = list(page.names)  # type: ignore[assignment]
        if page.wide:
            front["hide"] = ["navigation", "toc"]  # type: ignore[assignment]
        head = "\n".join(f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in front.items() if value)
        call = f"{page.macro}({', '.join(map(json.dumps, page.arguments))})"
        content = f"---\n{head}\n---\n{{{{ {call} }}}}\n"
        file = File.generated(config, source, content=content, inclusion=InclusionLevel.NOT_IN_NAV)
        file.edit_uri = f"../{page.file}" if page.file else None
        files.append(file)
    return files


# Navigation ---------------------------------------------------------------------------------------------------------


def on_nav(nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
    """Put the part of the navigation that comes from the data after the home page, and one for each place beside it."""
    if _site.renderer is None:
        return nav
    dataset, table = _site.renderer.views.dataset, _site.renderer.views.words
    by_address = {file.src_uri: file.page for file in files.documentation_pages()}
    home, *rest = nav.items
    branches = pages.navigation(dataset, table)

    def items(branches: list[Nav]) -> list[Any]:
        return [home, *(mkdocs_nav.item(branch, by_address) for branch in branches), *rest]

    for place in dataset.places:
        below = pages.place_navigation(dataset, table, place)
        if dataset.entries[place].kind.id == "country":
            tree = [Nav(branches[0].title, branches[0].address, (below,)), *branches[1:]]
        else:
            tree = [*branches, below]
        _site.navigations[place] = Navigation(items(tree), nav.pages)
    _site.navigations[""] = Navigation(items(branches), nav.pages)
    for navigation in _site.navigations.values():
        navigation.homepage = nav.homepage
    return _site.navigations[""]


def on_page_context(
    context: dict[str, Any], *, page: MkDocsPage, config: MkDocsConfig, nav: Navigation
) -> dict[str, Any]:
    """Give each page the navigation of its place, and every generated page the trail of the pages above it."""
    if _site.renderer is None:
        return context
    found = _site.pages.get(page.file.src_uri)
    draw = _page_renderer(page)
    if found is None or found.macro != "moved":
        context["cited"] = _site.renderer.citing.head(draw.item, draw.address, found)
    navigation = _site.navigations[found.place if found and found.place else ""]
    context["nav"] = navigation
    page.active = False  # pages stand in several navigations: leave the one of the page before, enter this one
    for item in navigation.items:
        if isinstance(item, Section):
            mkdocs_nav.adopt(item)
    if found is not None:
        _site.titles = _site.titles or _titles(nav)
        above = [(address, _site.titles[address]) for address in found.trail if address in _site.titles]
        context["trail"] = [(title, draw.url(address)) for address, title in above]
        places = (found.address, *found.trail[-1:])
        sections = (mkdocs_nav.section_of(navigation.items, address) for address in places)
        page.parent = next((section for section in sections if section), page.parent)
    page.active = True
    return context


def _titles(nav: Navigation) -> dict[str, str]:
    """Return what pages are called in the navigation, by their addresses, the written pages too."""
    written = {page.file.url: str(page.title) for page in nav.pages if page.file.src_uri not in _site.pages}
    return written | {page.address: page.nav_title or page.title for page in _site.pages.values()}


def on_post_build(env: Any = None, *, config: MkDocsConfig | None = None) -> None:
    """Write what stands beside the pages: their citation files, and the editions as they were.

    mkdocs-macros calls this as well, with itself and without `config`: then there is nothing to do.
    """
    if _site.renderer is None or config is None:
        return
    site = Path(config.site_dir)
    publishing.write_citations(site, _site.drawn.values())
    renderer = _site.renderer
    citing = renderer.citing
    publishing.write_data(site, renderer.views.dataset)
    publishing.write_feed(site, renderer.environment, citing.history, citing.site_url, renderer.views.words)
    if not _serving and not _site.renderer.citing.editions.frozen:  # a server would unpack them after every change
        publishing.unpack_editions(Path(config.config_file_path).parent, site, config.site_url or "/")


# Macros -------------------------------------------------------------------------------------------------------------


def define_env(env: Any) -> None:
    """Register the macros with mkdocs-macros; each leaves a slot that is filled after Markdown."""
    for macro in (*macros.MACROS.values(), *page_macros.PAGES.values()):
        env.macro(_slotted(macro, env), macro.__name__)


def _slotted(macro: macros.Macro, env: Any) -> Callable[..., str]:
    @wraps(macro)
    def call(*arguments: Any, **options: Any) -> str:
        if _site.renderer is None:
            return ""
        html = macro(_page_renderer(env.page), *arguments, **options)
        slot = f"EqualFootingSlot{next(_site.counter)}x"
        _site.slots[slot] = html
        return slot

    return call


def _page_renderer(page: MkDocsPage) -> PageRenderer:
    assert _site.renderer is not None
    source = page.file.src_uri
    if source not in _site.drawn:
        address = page.file.url.removeprefix("./")
        found = _site.pages.get(source)
        title = found.title if found else str(page.meta.get("title") or page.title)
        abstract = str(page.meta.get("description") or "")
        reviewed = pages.reviewed(_site.renderer.views.dataset, found)
        item = _site.renderer.citing.item(address, title, reviewed, found, abstract)
        _site.drawn[source] = _site.renderer.page(address, item)
    return _site.drawn[source]


@event_priority(100)
def on_page_markdown(markdown: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str | None:
    """With wrong data no macro runs."""
    return "" if _site.problems else None


def on_page_content(html: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
    """Fill the slots, and put the page's notes at its end."""
    if _site.problems:
        return str(config.extra["problems"])
    if _site.renderer is None:
        return html
    draw = _page_renderer(page)
    found = _site.pages.get(page.file.src_uri)
    html = _fill(html)
    html += str(draw.notes_block())
    if found is None or found.macro != "moved":
        html = html.replace("</h1>", f"</h1>\n{draw.cite_line(_site.renderer.citing.changed(found))}", 1) + str(
            draw.cite_block()
        )
    if draw.headings and page.file.src_uri in _site.pages:
        tokens = [{"level": 2, "id": anchor, "name": title, "children": []} for anchor, title in draw.headings]
        page.toc = get_toc(tokens)  # type: ignore[arg-type]
    if found is not None:
        page.title = found.nav_title or found.title  # the navigation's; the full one stays in page.meta
    page.present_anchor_ids = {*(page.present_anchor_ids or ()), *_ID.findall(html)}  # so that MkDocs can check links
    return html


def _fill(html: str) -> str:
    """Put the macros' HTML in place of their slots; a slot alone in a paragraph takes the paragraph with it."""
    for slot in [name for name in _site.slots if name in html]:
        filled = str(_site.slots.pop(slot))
        html = html.replace(f"<p>{slot}</p>", filled).replace(slot, filled)
    return html
