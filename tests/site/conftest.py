"""The site built once for all tests of this folder, a server for it, and a real browser."""

from __future__ import annotations

import contextlib
import fcntl
import functools
import http.server
import re
import shutil
import subprocess
import sysconfig
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml
from babel.core import Locale
from jinja2 import FileSystemLoader
from lxml import html
from mkdocs_macros import context
from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize, expect, sync_playwright

from equal_footing.keeping.store import FOLDER
from equal_footing.model import messages
from equal_footing.model.entries import Entry

from .. import processes

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 60_000
"""How long a page may take for anything, in milliseconds: a test fails by what it sees, never by a busy machine."""
WIDE: ViewportSize = {"width": 1440, "height": 900}
OVER = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
"""By how many pixels a page is too wide for its window."""
SETTLED = """() => new Promise(done => {
    const observer = new ResizeObserver(() => {
        observer.disconnect();
        done(ASKED);
    });
    observer.observe(document.body);
})"""
"""Asks for something after all else that watches sizes on the page: who comes last is told last."""
PROJECT = ("docs", "macros.py", "mkdocs.yml", "templates", "theme")


@pytest.fixture(scope="session", autouse=True)
def _what_is_installed_is_listed_once() -> Iterator[None]:
    """Spare each build in this process to list the 14,000 icons of the theme, and to ask git twelve times.

    MkDocs leaves the icons out, which stand in a hidden folder; no page shows what the plugin of the macros asks git.
    """
    listed = FileSystemLoader.list_templates
    packages = sysconfig.get_path("purelib")

    @functools.cache
    def of_package(path: str) -> list[str]:
        return [name for name in listed(FileSystemLoader(path)) if not name.startswith(".")]

    def of_all(loader: FileSystemLoader) -> list[str]:
        parts = (
            of_package(path) if path.startswith(packages) else listed(FileSystemLoader(path))
            for path in loader.searchpath
        )
        return sorted({name for part in parts for name in part})

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(FileSystemLoader, "list_templates", of_all)
        patch.setattr(context, "get_git_info", lambda: {"status": False})
        yield


def build(root: Path, to: Path, **settings: str) -> subprocess.CompletedProcess[str]:
    """Build the project under `root` strictly into `to`, with variables of the environment."""
    settings |= {"EQUAL_FOOTING_SITE_DIR": str(to), "NO_MKDOCS_2_WARNING": "1"}
    return processes.run(root, "mkdocs", "build", "--strict", **settings)


@functools.cache
def _tree(path: Path) -> html.HtmlElement:
    return html.parse(str(path)).getroot()


@pytest.fixture(scope="module", autouse=True)
def _pages_are_read_once_by_a_module() -> Iterator[None]:
    yield
    _tree.cache_clear()


@dataclass(frozen=True)
class BuiltSite:
    """A built site and what was said while it was built."""

    path: Path
    log: str

    def page(self, address: str) -> html.HtmlElement:
        """Return a page as a tree, which tests share: they only look at it."""
        return _tree(self.path / address / "index.html")

    def facts_of(self, entry: Entry) -> html.HtmlElement:
        """Return the page with the facts of a record as a tree: those of a place have a page below its own."""
        below = f"{entry.address}facts"
        return self.page(below if (self.path / below).exists() else entry.address)

    def addresses(self) -> list[str]:
        """Return the addresses of all pages."""
        return sorted(path.parent.relative_to(self.path).as_posix() for path in self.path.rglob("index.html"))


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> BuiltSite:
    """The real site, built once for all workers: the first one that needs it builds it, the others wait for it."""
    own = tmp_path_factory.getbasetemp()
    shared = own if worker_id == "master" else own.parent
    built, log = shared / "site", shared / "site.log"
    with (shared / "site.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)  # let go by the system if the worker dies
        if not built.exists():
            making = own / "site-in-the-making"
            shutil.rmtree(making, ignore_errors=True)
            result = build(ROOT, making)
            assert result.returncode == 0, result.stderr
            log.write_text(result.stderr, encoding="utf-8")
            making.rename(built)  # whole or not there: the next worker builds it anew if this one dies
    return BuiltSite(built, log.read_text(encoding="utf-8"))


def make_project(world: Path) -> Path:
    """Add the real templates, theme and pages to the made-up data of `world`, and return its folder."""
    for name in PROJECT:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, world / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, world / name)
    share_what_is_kept(world)
    for name in ("about", "contribute"):  # their examples are about the real data
        shutil.rmtree(world / "docs" / name)
    (world / "docs" / "index.md").write_text("# Home\n\n{{ place_cards() }}\n", encoding="utf-8")
    (world / "docs" / "contribute").mkdir()
    (world / "docs" / "contribute" / "index.md").write_text("# Contribute\n\n{{ worklists() }}\n", encoding="utf-8")
    (world / "docs" / "about").mkdir()
    (world / "docs" / "about" / "method.md").write_text("# Method\n\n## Comparison\n", encoding="utf-8")
    (world / "docs" / "about" / "api.md").write_text("# Data for programs\n", encoding="utf-8")
    settings = (world / "mkdocs.yml").read_text(encoding="utf-8")
    nav = "  - nav-home: index.md\n  - nav-method: about/method.md\n  - nav-api: about/api.md\n"
    nav += "  - nav-contribute: contribute/index.md\n"
    (world / "mkdocs.yml").write_text(settings[: settings.index("\nnav:")] + f"\nnav:\n{nav}", encoding="utf-8")
    return world


def write_messages(project: Path, language: str, form: str) -> None:
    """Write the table of messages of a language: the English ones, each put into a form."""
    english, locale, table = messages.load(ROOT).table, Locale.parse(language, sep="-"), {}
    for key in messages.needed(english, locale):
        other = re.sub("-(zero|one|two|few|many)$", "-other", key)
        table[key] = form.format(english.get(key) or english[other])
    (project / messages.FOLDER / f"{language}.yml").write_text(
        yaml.dump(table, Dumper=yaml.CSafeDumper, allow_unicode=True, default_style='"'), encoding="utf-8"
    )


def share_what_is_kept(project: Path) -> None:
    """Let a project take what others have kept by its content: documents, compiled templates and drawings."""
    (project / FOLDER).mkdir(parents=True, exist_ok=True)
    for name in ("documents", "drawings", "templates", "theme"):
        (ROOT / FOLDER / name).mkdir(parents=True, exist_ok=True)
        (project / FOLDER / name).symlink_to(ROOT / FOLDER / name)


def copy_country(data: Path, name: str, code: str, native: str) -> None:
    """Begin another country that has everything that Atlantis has, in files of its own."""
    place = name.lower()
    for file in list((data / "atlantis").rglob("*.yml")):
        text = file.read_text(encoding="utf-8").replace("atlantis", place).replace("Atlantis", name)
        text = text.replace("Atlantide", native).replace("code: IE", f"code: {code}")
        text = re.sub(r"(?<!@)\b(atlas|gazette)(,|:\n| )", rf"{place}-\1\2", text)
        text = text.replace("@atlas", f"@{place}-atlas").replace("@gazette", f"@{place}-gazette")
        text = text.replace(".example/", f".example/{place}/").replace(", ja: 海基金", "")
        text = re.sub(r"en: (Sea Fund|Aid Act|Aid Office|Reef)", rf"en: \1 of {name}", text)
        text = re.sub(r"identifiers:\n.*\n", "", text)
        new = data / place / file.relative_to(data / "atlantis")
        new.parent.mkdir(parents=True, exist_ok=True)
        new.write_text(text, encoding="utf-8")


@pytest.fixture
def project(world: Path) -> Path:
    """A small project of its own: made-up data with the real templates, theme and pages."""
    return make_project(world)


@functools.cache
def _rules(path: Path) -> list[tuple[str, list[tuple[str, str]]]]:
    """Return the headers that a site asks its host for, by the path or the beginning of paths that they are for."""
    found: list[tuple[str, list[tuple[str, str]]]] = []
    lines = path.read_text(encoding="utf-8").splitlines() if path.is_file() else []
    for line in lines:
        if line.startswith(" "):
            name, _, value = line.strip().partition(": ")
            found[-1][1].append((name, value))
        else:
            found.append((line, []))
    return found


def asked_for(site: Path, path: str) -> list[tuple[str, str]]:
    """Return the headers that a site asks for with a path, by its file `_headers`."""
    rules = _rules(site / "_headers")
    return [
        header
        for pattern, headers in rules
        if (path.startswith(pattern[:-1]) if pattern.endswith("*") else path == pattern)
        for header in headers
    ]


class _Host(http.server.SimpleHTTPRequestHandler):
    """Serves a folder as a host does, with the headers that it asks for."""

    def end_headers(self) -> None:
        for name, value in asked_for(Path(self.directory), self.path.partition("?")[0]):
            self.send_header(name, value)
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@contextlib.contextmanager
def serving(path: Path) -> Iterator[str]:
    """Serve a folder and give its address."""
    handler = functools.partial(_Host, directory=str(path))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


@pytest.fixture(scope="session")
def served(site: BuiltSite) -> Iterator[str]:
    with serving(site.path) as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A real browser, which waits for as long as a busy machine may take.

    The shell of Chromium without windows, which is Playwright's own default, needs about 60 % of the work for a page.
    """
    names = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
    path = next((found for name in names if (found := shutil.which(name))), None)
    flags = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=flags, timeout=PATIENCE)
        with pytest.MonkeyPatch.context() as patch:
            _make_patient(browser, patch)
            yield browser
        browser.close()


def _make_patient(browser: Browser, patch: pytest.MonkeyPatch) -> None:
    """Let every page of a browser wait patiently; Playwright has no such setting for a browser as a whole."""
    impatient = browser.new_context

    def new_context(**options: Any) -> BrowserContext:
        context = impatient(**options)
        context.set_default_timeout(PATIENCE)
        return context

    def new_page(**options: Any) -> Page:
        return new_context(**options).new_page()

    patch.setattr(browser, "new_context", new_context)
    patch.setattr(browser, "new_page", new_page)


@dataclass(frozen=True)
class _Tab:
    """A page and what its console has said."""

    page: Page
    said: list[str]


@pytest.fixture(scope="session")
def _tab(browser: Browser) -> Iterator[_Tab]:
    context = browser.new_context(viewport=WIDE)
    tab = _Tab(context.new_page(), [])
    tab.page.on("console", lambda message: tab.said.append(f"{message.type}: {message.text}"))
    tab.page.on("pageerror", lambda error: tab.said.append(str(error)))
    yield tab
    context.close()


@contextlib.contextmanager
def _lent(tab: _Tab) -> Iterator[Page]:
    page = tab.page
    yield page
    if page.url != "about:blank":
        page.evaluate("localStorage.clear(); sessionStorage.clear()")
    page.unroute_all()
    page.goto("about:blank")
    page.set_viewport_size(WIDE)
    page.emulate_media(media="null", color_scheme="null", reduced_motion="null")
    page.context.clear_cookies()
    page.context.clear_permissions()
    said = tab.said[:]
    tab.said.clear()
    assert said == []


Lend = Callable[[], contextlib.AbstractContextManager[Page]]


@pytest.fixture(scope="session")
def lend(_tab: _Tab) -> Lend:
    """Lends the page of the tests to a fixture that looks at something once, for several tests to judge."""
    return lambda: _lent(_tab)


@pytest.fixture
def page(lend: Lend) -> Iterator[Page]:
    """A page as a fresh profile has it, 1440 pixels wide; to open a new profile costs more than most pages.

    Whatever a test does on it, the console stays empty.
    """
    with lend() as page:
        yield page


@pytest.fixture(scope="session")
def console(_tab: _Tab) -> list[str]:
    """What the console of the page has said in the test so far; who has looked at it may clear it."""
    return _tab.said


def settled(asked: str) -> str:
    """Return what asks a page for an expression once the page has seen the size that its window has now."""
    return SETTLED.replace("ASKED", asked)


def expect_found(page: Page, words: str, address: str) -> None:
    """Type words into the search, and wait until a page is among its first ten results."""
    page.locator(".md-search__input").fill(words)
    page.wait_for_function(
        "address => [...document.querySelectorAll('.md-search-result__link')].slice(0, 10)"
        ".some(link => link.getAttribute('href').includes(address))",
        arg=address,
    )
