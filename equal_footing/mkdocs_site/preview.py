"""The site that a server shows while people write.

After a change it reads the data again. It draws a page when somebody asks for it, and checks all data afterwards.
"""

import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation

from equal_footing.changes import promises, release_notes
from equal_footing.check import passes, run
from equal_footing.check.passes import Passes
from equal_footing.citation import exports
from equal_footing.citation.citing import Citing
from equal_footing.drawing import embeds, exporting, publishing, twin_files
from equal_footing.drawing.page_addresses import FRAMED
from equal_footing.drawing.page_content import draw
from equal_footing.drawing.render import Renderer
from equal_footing.export import twins
from equal_footing.export.shapes import UNRELEASED
from equal_footing.mkdocs_site import generated, navigation, search
from equal_footing.mkdocs_site.build import Build, Builder, log
from equal_footing.mkdocs_site.frame import SITEMAP, Frame, stamps
from equal_footing.mkdocs_site.shells import Shells
from equal_footing.model import kept_documents
from equal_footing.model.dataset import Dataset
from equal_footing.model.loading import Loader
from equal_footing.model.messages import Messages
from equal_footing.reading.documents import Document
from equal_footing.reading.problems import DataError, Problem, tidy
from equal_footing.sitemap import addresses
from equal_footing.sitemap.pages import Page
from equal_footing.statement.facts import Facts

AFTER_PAGE = 0.2
"""Seconds from a page that was sent to the check: the browser first gets what belongs to the page."""
WITHOUT_PAGE = 1.0
"""Seconds from a change to the check, if nobody asks for a page."""
INDEX = "index.html"


class Preview:
    """The pages of the data as they are now, each drawn when it is first asked for and kept until the next change.

    A mistake that a changed file shows by itself is found before any page is drawn, every other one by the check of all
    data that begins when a page was sent; then `on_problems` is called. `is_checked` is whether that check is over.
    """

    def __init__(self, config: MkDocsConfig, builder: Builder) -> None:
        self.root = root = Path(config.config_file_path).parent
        self.is_checked = False
        self.nav: Navigation
        self.on_problems: Callable[[], None] = lambda: None
        self.after_check = threading.Condition()
        self._outcome = ""
        self._builder = builder
        self._store = kept_documents.store(root)
        self._loader = Loader(root, self._store)
        self._dataset: Dataset | None = None
        self._words: Messages
        self._shape: list[Problem] = []
        self._problems: list[Problem] = []
        self._sound: dict[str, Document] = {}
        self._frame: Frame
        self._seen = stamps(root, config)  # before anything of the frame is read
        self._is_built = True
        self._shells: Shells
        self._citing: Citing | None = None
        self._changed: set[str] = set()
        self._pages: dict[str, Page] = {}
        self._kept: dict[str, str] = {}
        self._lock = threading.RLock()
        self._timer = threading.Timer(0, self.check)
        self._line = Renderer.bare_environment(root).get_template("parts/serving.html.j2")

    # Changes --------------------------------------------------------------------------------------------------------

    def read(self, words: Messages) -> Dataset:
        """Return the data as they are now; raises DataError with the problems that can be found at once."""
        is_first = not self._sound  # nothing was sound before, so all has to be checked at once
        self._words = words
        self._dataset, self._shape = self._loader.load()
        found, now = [*self._shape], self._loader.documents
        if self._dataset:
            self._changed = {file for file, document in now.items() if self._sound.get(file) is not document}
            if is_first:
                found += run.check(self._dataset, self._passed(self._dataset))
            else:
                found += run.check_files(self._dataset, self._changed)
        self.is_checked, self._problems, self._outcome = is_first, tidy(found), words("check-done")
        if self._problems or self._dataset is None:
            raise DataError(self._problems)
        if is_first:
            self._sound = now
            self._builder.terminal.approve()
        return self._dataset

    def frame(self, config: MkDocsConfig, environment: Environment, files: Files) -> None:
        """Take what MkDocs has made of everything but the data, during a build of all."""
        build = self._builder.build
        self._pages = build.pages if build else {}
        self._citing = build.renderer.citing if build else None
        self._frame = Frame(config, environment, files, self.nav, self._seen, build is not None)
        if build:
            self._show(build)

    def rebuild(self, build_all: Callable[[], None]) -> None:
        """Take up a change: `build_all` lets MkDocs build all again, where more than data and templates has changed."""
        with self._lock:
            self._kept.clear()
            self._seen = stamps(self.root, self._frame.config)
            if self._is_built and self._frame.whole and self._frame.stamps == self._seen:
                self._refresh(self._frame.config)
            else:
                self._is_built = False  # until all is built, which may fail: then the next change has MkDocs try again
                build_all()
                self._is_built = True
        self._check_in(WITHOUT_PAGE)

    def is_current(self) -> bool:
        """Return whether data, templates and the files of the frame are still as they were when they were read."""
        with self._lock:
            build, frame = self._builder.build, self._frame
            is_drawn_so = build is None or build.renderer.is_current()
            return is_drawn_so and frame.stamps == stamps(self.root, frame.config) and self._loader.is_current()

    def _refresh(self, config: MkDocsConfig) -> None:
        """Begin a build from the data as they are now, in the frame that there is."""
        try:
            dataset = self.read(self._words)
        except DataError as error:
            self._builder.refuse(self.root, self._words, error.problems)
        else:
            if self._citing and self._citing.editions.newest:
                history = self._citing.history.before(release_notes.pages_of(dataset, self._changed))
                self._citing = replace(self._citing, history=history)
            self._show(self._builder.begin(config, dataset, self._words, self._citing))

    def _show(self, build: Build) -> None:
        """Make the pages of a build known in the frame."""
        frame, before, now = self._frame, self._pages, build.pages
        for gone in (page for address, page in before.items() if now.get(address) != page):
            file = frame.files.get_file_from_path(gone.source)
            assert file
            frame.files.remove(file)
        for new in (page for address, page in now.items() if before.get(address) != page):
            generated.add(frame.files, new, frame.config)
        self._pages = now
        views = build.renderer.views
        build.navigations = navigation.by_place(frame.nav, frame.files, views.dataset, views.words)
        titles = navigation.titles(build.navigations[navigation.EVERYWHERE], now)
        self._shells = Shells(frame.environment, frame.config, frame.files, build.navigations, titles)

    # Check ----------------------------------------------------------------------------------------------------------

    def sent(self) -> None:
        """Begin the check soon, now that a page was sent."""
        if not self.is_checked and self._timer.interval != AFTER_PAGE:
            self._check_in(AFTER_PAGE)

    def _check_in(self, seconds: float) -> None:
        self._timer.cancel()
        self._timer = threading.Timer(seconds, self.check)
        self._timer.daemon = True
        self._timer.start()

    def line(self, address: str) -> str:
        """Return the line of a page that says how the check goes; `address` is where a browser waits for its end."""
        said = self._outcome if self.is_checked else self._words("check-running")
        return self._line.render(said=said, is_checked=self.is_checked, address=address)

    def wait_for_check(self, seconds: float) -> str:
        """Wait until the check is over, and return what to say then; nothing if it takes longer."""
        with self.after_check:
            return self._outcome if self.after_check.wait_for(lambda: self.is_checked, seconds) else ""

    def check(self) -> None:
        """Run all rules over the data; stops if the data change meanwhile. If a rule raises, every page reports it."""
        dataset = self._dataset
        try:
            self._check(dataset)
        except Exception as error:
            log.exception("The check has failed.")
            with self._lock:
                if dataset is self._dataset:
                    self._outcome = self._words("check-failed", error=f"{type(error).__name__}: {error}")
                    self.is_checked = True
        with self.after_check:
            self.after_check.notify_all()

    def _check(self, dataset: Dataset | None) -> None:
        with self._lock:
            words, documents, found = self._words, self._loader.documents, [*self._shape]
            if self.is_checked:
                return
        for problems in run.step_by_step(Facts(dataset), self._passed(dataset)) if dataset else ():
            if dataset is not self._dataset:
                return
            found += problems
        if dataset and found:
            found += addresses.gone_records(self.root, dataset)
        elif dataset:
            found += promises.check(self.root, dataset, words)
        citing = self._citing
        if dataset and citing and citing.editions.newest and not found:
            citing = replace(citing, history=release_notes.history(self.root, citing.editions, dataset, words))
        with self._lock:
            if dataset is not self._dataset:
                return
            if found:
                self._tell(tidy(found))
            else:
                self._sound = documents
                self._take(citing)
                self._builder.terminal.approve()
            self.is_checked = True

    def _passed(self, dataset: Dataset) -> Passes:
        return passes.of(dataset, self._store, self._loader.documents.values())

    def _take(self, citing: Citing | None) -> None:
        """Draw pages with the history as it is, now that it is known."""
        if citing is not self._citing and citing and self._builder.build:
            self._builder.build.renderer.citing.history = citing.history
            self._citing = citing
            self._kept.clear()

    def _tell(self, problems: list[Problem]) -> None:
        """Show all problems, if they are not shown already."""
        if problems != self._problems:
            said, self._problems = self._problems, problems
            self._builder.refuse(self.root, self._words, problems, said)
            self._kept.clear()
            self.on_problems()

    # Pages ----------------------------------------------------------------------------------------------------------

    def text(self, path: str) -> str | None:
        """Return the text of a file of the site that comes from the data or from a page, such as `japan/index.html`.

        None for other files, which MkDocs has written; while the data have problems every page shows these. Whatever
        goes wrong with a page is raised, unless the data turn out to have problems.
        """
        with self._lock:
            if self._builder.build and path not in self._kept:
                try:
                    self._kept |= self._files(self._builder.build, *_split(path))
                except Exception:  # data that nobody has checked yet can fail anywhere: their problems say more
                    self.check()
                    if self._builder.build:
                        raise
            if self._builder.build is None and path.endswith(".html"):
                return self._frame.problem_page(self._builder.problems)
            return self._kept.get(path)

    def has_page(self, address: str) -> bool:
        """Return whether there is a page at an address, such as `japan/`."""
        return address in self._pages or any(page.url == address for page in self._frame.written())

    def _files(self, build: Build, folder: str, name: str) -> dict[str, str]:
        """Return the texts of files in a folder of the site by their paths, with that of one name if there is one."""
        if folder.startswith(f"{search.FOLDER}/"):
            return build.search.names(build.pages.values(), self._frame.written())
        if f"{folder}{name}" == SITEMAP:
            return {SITEMAP: self._frame.sitemap()}
        is_table = name.endswith(".csv") and folder != f"{exports.FOLDER}/"
        if folder.startswith(exports.API) or is_table or name in (twins.MARKDOWN, twin_files.LLMS):
            return self._twins(build, f"{folder}{name}")
        if folder.startswith(FRAMED):
            return self._embeds(build, f"{folder}{name}")
        renderer, files = build.renderer, {}
        citing, views = renderer.citing, renderer.views
        if folder in build.pages:
            content = draw(renderer, build.pages[folder])
            files = {INDEX: self._shells.around(build.pages[folder], content), **content.files}
        elif folder in (written := {page.url: page for page in self._frame.written()}):
            files = {INDEX: self._frame.render(build, written[folder]), **build.contents[folder].files}
        if folder == f"{exports.FOLDER}/" and name not in files:
            files |= exporting.data_texts(renderer)
        feeds = publishing.feeds(renderer.environment, citing.history, citing.site_url, views)
        if f"{folder}{name}" in feeds:
            return feeds
        return {f"{folder}{name}": text for name, text in files.items()}

    def _embeds(self, build: Build, path: str) -> dict[str, str]:
        """Return the pages for frames of the page that the one at a path shows."""
        for page in (page for page in build.pages.values() if embeds.may_have(page, path)):
            content, edition = draw(build.renderer, page), build.renderer.citing.edition_of(page) or UNRELEASED
            html = self._shells.around(page, content)
            found = dict(embeds.embeds(build.renderer.environment, page, content, html, edition))
            if path in found:
                return found
        return {}

    def _twins(self, build: Build, path: str) -> dict[str, str]:
        """Return the files of the twins of the page one of which is at a path, or all that describe the twins."""
        written = {page.url: page for page in self._frame.written()}
        files = build.twins
        for address in (*build.pages, *written):
            if path == exports.json_address(address) or (path != twin_files.LLMS and _split(path)[0] == address):
                page = build.pages.get(address)
                if page is None:
                    self._frame.render(build, written[address])
                    return files.written(address, build.drawn[address].item, build.contents[address].html)
                return files.page(page, draw(build.renderer, page).html if twin_files.has_text(page) else "")
        beside = dict(files.beside([*build.pages, *written]))
        return {**beside, twin_files.LLMS: files.llms(list(build.pages.values()))}


def _split(path: str) -> tuple[str, str]:
    """Return the folder of a path, with a slash at its end unless it is that of the site, and its name in there."""
    folder, slash, name = path.rpartition("/")
    return f"{folder}{slash}", name
