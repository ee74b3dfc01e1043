"""The plugin `equal-footing`, with its handlers for the events of a build.

A page generated from the data is a Markdown file with one macro call. The HTML of a macro is inserted into the page
after Markdown is done, so Markdown never changes it.
"""

import logging
import os
import re
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any, cast

from markupsafe import Markup
from mkdocs.config.base import Config
from mkdocs.config.config_options import Type
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import get_toc
from mkdocs.utils.templates import TemplateContext

from equal_footing.changes import editions
from equal_footing.changes.release_notes import history
from equal_footing.check import catalogue
from equal_footing.check.run import load_checked
from equal_footing.citation.citing import Citing
from equal_footing.drawing import macros, page_macros, publishing
from equal_footing.drawing.render import Macro, Renderer
from equal_footing.mkdocs_site import navigation, search
from equal_footing.mkdocs_site.build import Build, markdown_file
from equal_footing.model import address_list, messages
from equal_footing.model.dataset import Dataset
from equal_footing.model.messages import Messages
from equal_footing.reading.problems import DataError, Problem
from equal_footing.sitemap import addresses, pages
from equal_footing.views.records import Views

log = logging.getLogger("mkdocs.plugins.equal_footing")
HOME = "index.md"
EDITION = "EQUAL_FOOTING_EDITION"
"""The environment variable with the edition that is being made.

It is no setting in `mkdocs.yml`, where `!ENV` would read 2026.10 as 2026.1.
"""
_ID = re.compile(r'\bid="([^"]+)"')


class Settings(Config):
    """The settings of the plugin in `mkdocs.yml`."""

    report_uri = Type(str, default="")
    """The form for reporting mistakes, relative to `repo_url`; the address of a page is appended to it."""


class EqualFootingPlugin(BasePlugin[Settings]):
    """Builds the pages of the data.

    A plugin with `on_startup` lives as long as the server. The state of one build is in `build`, which is None while
    the data have problems; only the data themselves are kept from build to build.
    """

    def __init__(self) -> None:
        super().__init__()
        self.serving = False
        self.build: Build | None = None
        self.problems = Markup()
        """The page that a server shows instead of all others; empty while the data have no problems."""
        self._loaded: tuple[object, Dataset] | None = None

    def on_startup(self, *, command: str, dirty: bool) -> None:
        """Remember whether this is a server, which must keep running when the data have problems."""
        self.serving = command == "serve"
        logging.getLogger("jieba").setLevel(logging.ERROR)  # it logs at every build that it loads its dictionary

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Load and check the data before anything is written; raises PluginError when a build cannot go on."""
        self.build, self.problems = None, Markup()
        root = Path(config.config_file_path).parent
        words = messages.load(root)
        config.extra["words"] = words
        try:
            views = Views(self._dataset(root), words)
            dead = addresses.check(root, views.dataset, words)
            if dead:
                raise DataError(dead)
        except DataError as error:
            self._refuse(root, words, error.problems)
            config.nav = [HOME]  # the only page left, else MkDocs warns of every other one
        else:
            search.add_languages(config, views.dataset)
            renderer = Renderer(
                root, views, _citing(root, views, config), _edit_base(config), self._report_base(config)
            )
            self.build = Build(renderer, {page.source: page for page in pages.all_pages(views.dataset, words)})
        config.extra["problems"] = self.problems
        return config

    def _dataset(self, root: Path) -> Dataset:
        """Return the data, read again only when a file has changed; raises DataError when they have problems."""
        stamps = tuple(sorted((str(path), path.lstat().st_mtime_ns) for path in (root / "data").rglob("*")))
        if self._loaded is None or self._loaded[0] != stamps:
            self._loaded = (stamps, load_checked(root))
        return self._loaded[1]

    def _refuse(self, root: Path, words: Messages, problems: list[Problem]) -> None:
        """Show and log the problems while serving; raises PluginError otherwise."""
        lines = [catalogue.told(problem) for problem in problems]
        if not self.serving:
            raise PluginError("\n".join(["the data has problems; nothing was built.", *lines]))
        for line in lines:
            log.error("%s", line)
        log.error("Found %d in the data; the site shows them until they are fixed.", len(lines))
        self.problems = _problem_page(root, words, problems)

    def _report_base(self, config: MkDocsConfig) -> str:
        return f"{(config.repo_url or '').rstrip('/')}/{self.config.report_uri}"

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add the pages generated from the data; while the data have problems, keep only the home page."""
        if self.build is None:
            for file in list(files.documentation_pages()):
                if file.src_uri != HOME:
                    files.remove(file)
            return files
        for page in self.build.pages.values():
            files.append(markdown_file(config, page))
        return files

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Return the navigation of `mkdocs.yml` with the generated pages added."""
        if self.build is None:
            return nav
        views = self.build.renderer.views
        self.build.navigations = navigation.by_place(nav, files, views.dataset, views.words)
        return self.build.navigations[navigation.EVERYWHERE]

    def on_page_markdown(self, markdown: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str | None:
        """Blank the page while the data have problems, so that no macro runs."""
        return None if self.build else ""

    def macros(self, current_page: Callable[[], MkDocsPage]) -> dict[str, Callable[..., str]]:
        """Return the macros that Markdown pages may call, by name; each returns a slot that is filled after Markdown.

        `current_page` returns the page that is being read when a macro is called.
        """

        def slotted(macro: Macro) -> Callable[..., str]:
            @wraps(macro)
            def call(*arguments: Any, **options: Any) -> str:
                assert self.build, "no macro runs while the data have problems"
                return self.build.slots.keep(macro(self.build.page_renderer(current_page()), *arguments, **options))

            return call

        return {name: slotted(macro) for name, macro in (macros.MACROS | page_macros.PAGES).items()}

    def on_page_content(self, html: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
        """Fill the slots, and put the page's citation below its title and its notes at its end."""
        if self.build is None:
            return str(self.problems)
        draw = self.build.page_renderer(page)
        found = self.build.page(page)
        html = self.build.slots.fill(html) + str(draw.notes_block())
        if self.build.is_cited(page):
            line = draw.cite_line(self.build.renderer.citing.changed(found))
            html = html.replace("</h1>", f"</h1>\n{line}", 1) + str(draw.cite_block())
        if found is not None:
            page.title = found.nav_title or found.title  # the navigation's; the full one stays in page.meta
            if draw.headings:
                tokens = [{"level": 2, "id": anchor, "name": title, "children": []} for anchor, title in draw.headings]
                page.toc = get_toc(tokens)  # type: ignore[arg-type]
        anchors = _ID.findall(html)
        page.present_anchor_ids = {*(page.present_anchor_ids or ()), *anchors}  # so that MkDocs can check links
        return html

    def on_page_context(
        self, context: TemplateContext, *, page: MkDocsPage, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Give each page the navigation of its place, and each generated page its breadcrumbs."""
        if self.build is None:
            return context
        draw = self.build.page_renderer(page)
        found = self.build.page(page)
        place = found.place if found and found.place else navigation.EVERYWHERE
        ours: dict[str, Any] = {"nav": self.build.navigations[place]}
        navigation.make_current(page, ours["nav"], (found.address, *found.trail[-1:]) if found else ())
        if self.build.is_cited(page):
            ours["cited"] = self.build.renderer.citing.head(draw.item, draw.address, found, draw.notes.sources)
        if found is not None:
            ours["trail"] = [(title, draw.url(address)) for title, address in self.build.trail(found)]
        return cast("TemplateContext", {**context, **ours})

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Write what is published besides the pages: citation files, data, the feed, and the pages of all editions."""
        if self.build is None:
            return
        site = Path(config.site_dir)
        renderer = self.build.renderer
        citing, views = renderer.citing, renderer.views
        publishing.write_citations(site, self.build.drawn.values())
        publishing.write_data(site, views)
        publishing.write_feed(site, renderer.environment, citing.history, citing.site_url, views.words)
        if not self.serving and not citing.editions.frozen:  # a server would unpack them after every change
            try:
                publishing.unpack_editions(Path(config.config_file_path).parent, site, config.site_url or "/")
            except ValueError as error:
                raise PluginError(str(error)) from error


def _citing(root: Path, views: Views, config: MkDocsConfig) -> Citing:
    """Return the citations of pages; raises PluginError when an edition cannot be read."""
    try:
        kept = editions.load(root, os.environ.get(EDITION) or None)
        changes = history(root, kept, views.dataset, views.words)
        published = frozenset(address_list.read(root))
    except ValueError as error:
        raise PluginError(str(error)) from error
    config.extra["edition"] = kept.frozen or ""
    return Citing(views, config.site_url or "", kept, changes, published)


def _edit_base(config: MkDocsConfig) -> str:
    return f"{(config.repo_url or '').rstrip('/')}/{(config.edit_uri or '').removesuffix('docs/')}"


def _problem_page(root: Path, words: Messages, problems: list[Problem]) -> Markup:
    """Return the page that replaces all others: each problem, the first one of each rule with its explanation."""
    rules = catalogue.load(root).rules
    explained: set[str] = set()
    listed = []
    for problem in problems:
        listed.append((problem, None if problem.rule in explained else rules.get(problem.rule)))
        explained.add(problem.rule)
    environment = Renderer.bare_environment(root)
    return Markup(environment.get_template("pages/problems.html.j2").render(t=words, problems=listed))
