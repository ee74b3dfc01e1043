"""The plugin `equal-footing`, with its handlers for the events of a build.

MkDocs builds the hand-written pages. The HTML of their macros is inserted after Markdown has run, so Markdown never
changes it. MkDocs does not build the pages that come from the data: `generated` draws and writes them.
"""

import gc
import os
from collections.abc import Callable, Collection
from pathlib import Path
from typing import cast

from jinja2 import Environment
from markupsafe import Markup, escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.utils.templates import TemplateContext

from equal_footing.changes import edition_files, editions, promises
from equal_footing.check import catalogue
from equal_footing.check.run import facts_checked
from equal_footing.citation.citing import Citing
from equal_footing.drawing import publishing
from equal_footing.drawing.compiled import CompiledTemplates
from equal_footing.drawing.kept_pages import Shared
from equal_footing.drawing.problem_page import problem_page
from equal_footing.keeping.store import FOLDER, NOTHING, Store, tidy
from equal_footing.mkdocs_site import (
    assets,
    beginning,
    generated,
    hosting,
    languages,
    licences,
    navigation,
    public_addresses,
    written_files,
)
from equal_footing.mkdocs_site.beginning import Settings
from equal_footing.mkdocs_site.build import Build, Terminal, log
from equal_footing.mkdocs_site.preview import Preview
from equal_footing.mkdocs_site.server import PreviewServer
from equal_footing.mkdocs_site.shells import CONTENTS, Shells
from equal_footing.model import address_list, kept_documents, messages
from equal_footing.model.dataset import Dataset
from equal_footing.model.messages import Messages
from equal_footing.reading.problems import DataError, Problem, along_with
from equal_footing.sitemap import links
from equal_footing.sitemap.links import Languages
from equal_footing.statement.facts import Facts

HOME = "index.md"
OF_PEOPLE = ("docs", "templates", "theme")
"""The folders whose files reach the site, besides `data/`, which has rules of its own."""
ODD = (
    'needs its id and links in small letters and double quotes, as in href="…", an id in place of a name, '
    "and no < or > in any value."
)
COLLECT_AFTER = 200_000
"""After how many new objects a build looks for garbage: what a template drew hangs together in circles.

What pages and twins share stays until the end, and each look goes through all of it that is new: with a quarter of this
number, looking took a twenty-fifth of a build; with five times as many, garbage took 5 MB a country.
"""


CHANGED = "Settings, words or templates changed while the site was built, so its pages may not agree. Build it again."


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
        self.terminal = Terminal()
        self._loaded: tuple[object, Facts] | None = None
        self._shared: Shared
        """The files that every page depends on, from before a build read them."""
        self._taken_before: Shared | None = None
        self._languages = Languages()
        self._untranslated: set[str] = set()
        """The pages that people wrote, but not in the language, by the paths of their files; a server's stay."""
        self.preview: Preview | None = None
        """The pages of MkDocs' own server, which draws them when they are asked for."""

    def on_startup(self, *, command: str, dirty: bool) -> None:
        """Remember whether this is a server, which must keep running when the data have problems."""
        self.serving, self.preview = command == "serve", None
        if not self.serving:
            gc.set_threshold(COLLECT_AFTER)

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Load and check the data before anything is written; raises PluginError when a build cannot go on."""
        self.build, self.problems = None, Markup()
        root = Path(config.config_file_path).parent
        if self.preview is None and self.serving and (config.site_url or "").startswith(f"http://{config.dev_addr}/"):
            self.preview = Preview(config, self)
        if wrong := [line for name in OF_PEOPLE for line in written_files.misplaced(root / name)]:
            raise PluginError("\n".join(wrong))
        self._shared, self._taken_before = self._taken_before or beginning.shared_files(config), None
        try:
            public_addresses.look_at(config, is_served=self.serving)
            is_alone = self.serving or bool(os.environ.get(editions.VARIABLE))
            words, self._languages = languages.set_up(config, root, is_alone=is_alone)
        except ValueError as error:
            raise PluginError(str(error)) from error
        assets.publish(config)
        damaged = edition_files.check(root)
        try:
            with along_with(damaged):
                facts = Facts(self.preview.read(words)) if self.preview else self._facts(root)
            dataset = facts.dataset
            found = [*damaged, *promises.check(root, dataset, words)]
            if found:
                raise DataError(found)
        except DataError as error:
            self.refuse(root, words, error.problems)
            config.nav = [HOME]  # the only page left, else MkDocs warns of every other one
        else:
            if self.preview:
                self.begin(config, dataset, words)
            else:
                self.build = beginning.of_all(self.config, config, facts, words, self._shared)
        if not self.serving:
            gc.freeze()  # the data stay until the end: Python need not look for garbage among them
            gc.enable()
        config.extra["problems"] = self.problems
        return config

    def begin(self, config: MkDocsConfig, dataset: Dataset, words: Messages, known: Citing | None = None) -> Build:
        """Begin a build of a server from data without problems; raises PluginError when an edition cannot be read.

        `known` are citations of the same editions, so that these need not be read.
        """
        self.problems = Markup()
        self.build = beginning.on_request(self.config, config, dataset, words, known)
        return self.build

    def _facts(self, root: Path) -> Facts:
        """Return the facts, read again only when a file has changed; raises DataError when the data have problems."""
        stamps = _stamps(root)
        if self._loaded is None or self._loaded[0] != stamps:
            kept = NOTHING if self.config.fresh else kept_documents.store(root)
            self._loaded = (stamps, facts_checked(root, kept))
        return self._loaded[1]

    def take(self, root: Path, facts: Facts, shared: Shared) -> None:
        """Take facts that were read and checked just now, so that the next build need not do it again.

        `shared` are the files that every page depends on, from before the facts were read.
        """
        self._loaded, self._taken_before = (_stamps(root), facts), shared

    def refuse(self, root: Path, words: Messages, problems: list[Problem], said: Collection[Problem] = ()) -> None:
        """While serving, show all problems and log those that are not in `said`; otherwise raise PluginError."""
        self.build = None
        if not self.serving:
            lines = map(catalogue.told, problems)
            raise PluginError("\n".join(["the data has problems; nothing was built.", *lines]))
        self.terminal.refuse(problems, said)
        self.problems = problem_page(root, words, problems)

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add the pages generated from the data; while the data have problems, keep only the home page."""
        assets.rename(files, config.extra["assets"])
        if self.build is None:
            for file in list(files.documentation_pages()):
                if file.src_uri != HOME:
                    files.remove(file)
            return files
        if wrong := list(written_files.unreadable(files, config)):
            raise PluginError("\n".join(wrong))
        self.build.links.languages = self._languages
        known = messages.languages(Path(config.config_file_path).parent)
        for file, message in list(languages.out_of_place(files, config, known)):
            log.warning("%s", message)
            files.remove(file)
        self._untranslated = languages.choose(files, self.build.renderer.views.words.language, known)
        files.append(licences.file(config, self.build.renderer.views.words))
        for page in self.build.pages.values():
            self.build.files.append(generated.add(files, page, config))
        return files

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Return the navigation of `mkdocs.yml` with the generated pages added."""
        if self.preview:
            self.preview.nav = nav
        if self.build is None:
            return nav
        self.build.navigations = navigation.by_place(nav, files, self.build.dataset, self.build.renderer.views.words)
        return self.build.navigations[navigation.EVERYWHERE]

    def on_page_markdown(self, markdown: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str | None:
        """Blank the page while the data have problems, so that no macro runs."""
        return None if self.build else ""

    def on_page_content(self, html: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
        """Fill the slots, and put the page's citation below its title and its notes at its end."""
        if self.build is None:
            return str(self.problems)
        content = self.build.finish(page, html)
        self.build.search.add_written(page, content.html)
        page.present_anchor_ids = {*(page.present_anchor_ids or ()), *links.ids(content.html)}
        is_english = page.file.src_uri in self._untranslated
        return languages.untranslated(content.html, self.build.renderer.environment) if is_english else content.html

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Draw and write the pages that come from the data, now that the titles of all others are known.

        A server draws them later, when they are asked for. Raises PluginError when a page has a wrong macro call.
        """
        compiled = Path(config.config_file_path).parent / FOLDER / "theme"
        env.bytecode_cache = CompiledTemplates(Store(compiled))
        if self.preview:
            self.preview.frame(config, env, files)
        elif self.build is not None:
            if self.build.mistakes:
                raise PluginError("\n".join(self.build.mistakes.values()))
            navigations = self.build.navigations
            titles = navigation.titles(navigations[navigation.EVERYWHERE], self.build.pages)
            generated.write(self.build, Shells(env, config, files, navigations, titles))
        return env

    def on_template_context(
        self, context: TemplateContext, *, template_name: str, config: MkDocsConfig
    ) -> TemplateContext:
        """List all pages for the sitemap, by their public addresses and with the days on which they changed."""
        written = [(file.page.canonical_url, "") for file in context["pages"] if file.page]  # on no day that we know
        listed = [*written, *(generated.listed(self.build) if self.build else ())]
        return cast("TemplateContext", {**context, "listed": listed})

    def on_page_context(
        self, context: TemplateContext, *, page: MkDocsPage, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Give each hand-written page the navigation of the site, and its citation."""
        if self.build is None:
            return context
        page.meta["description"] = str(escape(page.meta.get("description") or ""))  # the theme does not
        navigation.make_current(page, nav, ())
        head = self.build.contents[page.url].head
        given = {"path": page.url, "cited": head, "has_contents": CONTENTS in (page.content or "")}
        return cast("TemplateContext", {**context, **given})

    def on_serve(
        self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Callable[..., None]
    ) -> LiveReloadServer:
        """Return a server of the preview."""
        if self.preview is None:
            return server
        previewing = PreviewServer(server, self.preview, builder)
        for path in (config.docs_dir, config.config_file_path, str(self.preview.root / address_list.FOLDER)):
            previewing.watch(path)
        return previewing

    def on_post_page(self, output: str, *, page: MkDocsPage, config: MkDocsConfig) -> str:
        """Note the links of a hand-written page."""
        if self.build is not None:
            found, file = self.build.links, page.file.dest_uri
            found.add(file, found.of(file, output), is_written=True)
            for odd in links.oddly_written(output):
                log.warning("%s: %s %s", page.file.src_uri, odd, ODD)
        return output

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Write what is published besides the pages: citation files, data, the feed, and the pages of all editions.

        Then check the links of all pages but those of past editions, which were checked when these were made.
        """
        if self.build is None or self.preview:
            return
        site = Path(config.site_dir)
        renderer = self.build.renderer
        citing, views = renderer.citing, renderer.views
        self.build.search.write(site, list(self.build.pages))  # first: it lets go of the texts of all pages
        for address, content in self.build.contents.items():
            publishing.write_files(site / address, content.files)
        generated.tell_of_boxes(self.build, publishing.write_pictures(site, views, self.build.pages.values()))
        publishing.write_files(site, publishing.feeds(renderer.environment, citing.history, citing.site_url, views))
        is_sound = beginning.shared_files(config).stamps == self._shared.stamps
        self.build.kept.end(is_sound=is_sound)
        if not is_sound:
            log.warning("%s", CHANGED)
        if self.serving:  # it would do all this after every change
            return
        root = Path(config.config_file_path).parent
        tidy(root / FOLDER)
        if not citing.editions.frozen and not languages.prefix(views.words.language):
            try:
                publishing.unpack_editions(root, site, config.site_url or "/", config.repo_url or "")
            except ValueError as error:
                raise PluginError(str(error)) from error
            hosting.write_headers(site, ("", *self._languages.others))
        own = self._languages.own
        whole, base = site.parent if own else site, (config.site_url or "/").removesuffix(own)
        for line in links.broken(whole, base, self.build.links):
            log.warning("%s", line)


def _stamps(root: Path) -> object:
    """Return what changes whenever a file of the data does."""
    walked = os.walk(root / "data")
    paths = (os.path.join(folder, name) for folder, below, files in walked for name in (*below, *files))
    return tuple(sorted((path, os.lstat(path).st_mtime_ns) for path in paths))
