"""What a server shows while people write: pages on request, mistakes at once, and all rules after the page."""

from __future__ import annotations

import gc
import queue
import re
import shutil
import socket
import struct
import threading
import weakref
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urljoin

import pytest
from lxml import html
from mkdocs.commands.build import build
from mkdocs.config.base import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer
from watchdog.events import EVENT_TYPE_CREATED, EVENT_TYPE_DELETED, EVENT_TYPE_MODIFIED, FileSystemEvent

from equal_footing.check import run
from equal_footing.check.passes import Passes
from equal_footing.mkdocs_site.assets import hashed
from equal_footing.mkdocs_site.plugin import EqualFootingPlugin
from equal_footing.mkdocs_site.preview import AFTER_PAGE, WITHOUT_PAGE, Preview
from equal_footing.mkdocs_site.server import PreviewServer, _Told
from equal_footing.reading import files
from equal_footing.reading.documents import Found
from equal_footing.reading.problems import Problem
from equal_footing.search.index import INDEX
from equal_footing.statement.facts import Facts

from ..cases import FUND, LAW, SOURCES, edit, publish
from .conftest import write_messages

ADDRESS = "http://127.0.0.1:8000/"
PAGE = "atlantis/funding/sea-fund/"
VALUE = "value: 46"
WAIT = 30
"""Seconds after which the system will no more tell of a change."""


class Served:
    """A project as MkDocs' own command serves it, without its sockets and threads."""

    def __init__(self, project: Path, site: Path) -> None:
        self.data = project / "data"
        self.site = site
        self._project = project
        config = self._config()
        config.plugins.on_startup(command="serve", dirty=False)
        build(config, serve_url=ADDRESS)
        plugin = config.plugins["equal-footing"]
        assert isinstance(plugin, EqualFootingPlugin)
        self.plugin = plugin
        plain = LiveReloadServer(lambda: None, "127.0.0.1", 0, str(site))
        plain.error_handler = lambda code: (site / f"{code}.html").read_bytes()  # as the command does it
        server = config.plugins.on_serve(plain, config=config, builder=lambda: build(self._config(), serve_url=ADDRESS))
        assert isinstance(server, PreviewServer)
        self.server = server
        self.preview = server.preview

    def _config(self) -> MkDocsConfig:
        return load_config(str(self._project / "mkdocs.yml"), site_dir=str(self.site), site_url=ADDRESS)

    def change(self) -> None:
        """Take up a change, as the server does when the system tells of one."""
        self.server.builder()

    def get(self, address: str, is_read: bool = True) -> tuple[str, str]:
        """Return the status and the text of what is at an address; with `is_read` the browser has read all of it."""
        told: list[str] = []
        sent = self.server.serve_request(
            {"REQUEST_METHOD": "GET", "PATH_INFO": f"/{address}"}, lambda status, _: told.append(status)
        )
        text = b"".join(sent).decode()
        close = getattr(sent, "close", None)
        if is_read and close:
            close()
        return told[0], text

    def page(self, address: str = PAGE) -> str:
        """Return the page at an address."""
        status, text = self.get(address)
        assert status == "200 OK"
        return text


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The delays after which checks were asked for; none begins by itself."""
    delays: list[float] = []
    monkeypatch.setattr(Preview, "_check_in", lambda preview, seconds: delays.append(seconds))
    return delays


@pytest.fixture
def served(project: Path, tmp_path: Path, asked: list[float]) -> Iterator[Served]:
    """A server of the small project."""
    found = Served(project, tmp_path / "site")
    yield found
    found.server.server_close()


def line(text: str) -> str:
    """Return what a page says of the check."""
    return str(html.fromstring(text).xpath("string(//*[contains(@class, 'ef-check')])"))


@pytest.mark.usefixtures("asked")
def test_a_preview_shows_what_a_build_writes(project: Path, tmp_path: Path) -> None:
    config = load_config(str(project / "mkdocs.yml"), site_dir=str(tmp_path / "built"), site_url=ADDRESS)
    config.plugins.on_startup(command="build", dirty=False)
    build(config)
    served = Served(project, tmp_path / "site")
    written = {path.relative_to(tmp_path / "built").as_posix(): path for path in (tmp_path / "built").rglob("*")}
    here = {
        name: path
        for name, path in written.items()
        if path.is_file()
        and not name.startswith(("search", "sitemap.xml.gz", "_headers", "assets/pictures", "data/catalogue"))
        and path.suffix not in {".zip", ".sqlite", ".parquet", ".png"}  # a server makes none, nor tells their sizes
    }
    assert len(here) > 40
    of_preview = 0
    for name, path in here.items():
        text = served.preview.text(name)
        if text is None:
            assert (served.site / name).read_bytes() == path.read_bytes()
        else:
            of_preview += 1
            assert re.sub(r'\s?data-search-(?!name)\w+="[^"]+"', "", text) == path.read_bytes().decode(), name
    assert of_preview > 30
    served.server.server_close()


@pytest.mark.usefixtures("asked")
def test_another_language_is_served_at_the_usual_addresses(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_messages(project, "fr", "fr·{}")
    (project / "docs/about/method.fr.md").write_text("# Méthode\n\n## Comparaison { #comparison }\n", encoding="utf-8")
    monkeypatch.setenv("EQUAL_FOOTING_LANGUAGE", "fr")
    served = Served(project, tmp_path / "site")
    for value in (VALUE, "value: 47"):
        edit(FUND, VALUE, value)(served.data)
        served.change()
        for address in ("", PAGE, "about/method/", "about/api/"):
            page = html.fromstring(served.page(address))
            assert page.get("lang") == "fr"
            assert page.xpath("//link[@rel='canonical']/@href") == [f"{ADDRESS}{address}"]
            assert not page.xpath("//link[@hreflang]")
            assert len(page.find_class("ef-untranslated")) == (address in {"", "about/api/"})
            asked = page.xpath("//link[@rel='stylesheet']/@href | //script/@src | //form/@data-engine")
            paths = [urljoin(f"{ADDRESS}{address}", one).removeprefix(ADDRESS) for one in asked]
            assert len(paths) > 5
            assert [path for path in paths if not (served.site / path).is_file()] == []
            assert urljoin(f"{ADDRESS}{address}", page.xpath("//form/@data-search")[0]) == f"{ADDRESS}search/"
        assert "Sea Fund" in served.page(f"search/{INDEX}")
        assert served.get("fr/about/method/")[0] == served.get(f"fr/{PAGE}")[0] == "404 Not Found"
    served.server.server_close()


def test_pages_of_the_data_are_not_written(served: Served) -> None:
    assert "Sea Fund" in served.page()
    assert not (served.site / PAGE).exists()
    assert served.get("atlantis/funding/sea-fund")[0] == "302 Found"
    assert served.get("atlantis/funding/nothing/")[0] == "404 Not Found"


def test_a_saved_value_is_on_the_page_and_only_its_file_is_read(
    served: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert ">46" in served.page()
    read: list[str] = []
    read_file = files.read_file

    def noted(path: Path, name: str, *others: Any) -> Found:
        read.append(name)
        return read_file(path, name, *others)

    monkeypatch.setattr(files, "read_file", noted)
    edit(FUND, VALUE, "value: 47")(served.data)
    served.change()
    page = served.page()
    assert ">47" in page
    assert ">46" not in page
    assert read == [f"data/{FUND}"]


def test_the_rules_run_after_the_page_and_the_page_says_so(served: Served, asked: list[float]) -> None:
    assert line(served.page()) == "Checked"
    edit(FUND, VALUE, "value: 47")(served.data)
    served.change()
    assert asked == [WITHOUT_PAGE]
    _, page = served.get(PAGE, is_read=False)
    assert line(page) == "Check running"
    assert asked == [WITHOUT_PAGE]
    served.page()
    assert asked == [WITHOUT_PAGE, AFTER_PAGE]
    address = re.search(r'fetch\("/(livereload/check/\d+)"\)', page)
    assert address
    served.preview.check()
    assert served.get(address[1]) == ("200 OK", "Checked")
    assert line(served.page()) == "Checked"


def test_a_mistake_in_a_changed_file_is_at_every_address_before_any_check_and_goes_when_mended(served: Served) -> None:
    before = served.page()
    edit(LAW, "kind: law", "kind: lore")(served.data)
    served.change()
    for address in ("", PAGE, "contribute/", "atlantis/"):
        page = served.page(address)
        assert "data/atlantis/laws/aid-act.yml:1:7" in page
        assert "Sea Fund" not in page
        assert "livereload" in page
    edit(LAW, "kind: lore", "kind: law")(served.data)
    served.change()
    served.preview.check()
    assert re.sub(r"livereload\(.*", "", served.page()) == re.sub(r"livereload\(.*", "", before)


def test_a_mistake_that_only_all_files_show_is_found_by_the_check_and_browsers_ask_again(
    served: Served, caplog: pytest.LogCaptureFixture
) -> None:
    shutil.copy(served.data / FUND, served.data / "atlantis/funding/again.yml")
    served.change()
    page = served.page()
    assert "Sea Fund" in page
    epoch = re.search(r"livereload\((\d+),", page)
    assert epoch
    served.preview.check()
    found = served.page()
    assert "two records for one thing?" in found
    assert "data/atlantis/funding/" in caplog.text
    assert int(served.get(f"livereload/{epoch[1]}/1")[1]) > int(epoch[1])
    (served.data / "atlantis/funding/again.yml").unlink()
    served.change()
    assert "Sea Fund" in served.page()


def test_the_terminal_says_once_that_the_last_problem_is_mended(
    served: Served, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO")
    for good, bad in (("kind: law", "kind: lore"), ("to: atlantis/bodies/aid-office", "to: atlantis/bodies/none")):
        edit(LAW, good, bad)(served.data)
        served.change()
        served.preview.check()
        edit(LAW, bad, good)(served.data)
        caplog.clear()
        served.change()
        assert "no problems" not in caplog.text  # nobody has looked at all of the data yet
        served.preview.check()
        assert caplog.messages[-1] == "The data have no problems any more."
    edit(FUND, VALUE, "value: 47")(served.data)
    caplog.clear()
    served.change()
    served.preview.check()
    assert caplog.messages == []


def test_what_a_changed_file_showed_already_is_not_said_again_when_the_check_finds_more(
    served: Served, caplog: pytest.LogCaptureFixture
) -> None:
    edit(LAW, "kind: law", "kind: lore")(served.data)
    shutil.copy(served.data / FUND, served.data / "atlantis/funding/again.yml")
    served.change()
    served.preview.check()
    of_file, told, *of_all, told_again = [record.getMessage() for record in caplog.records]
    assert of_file.startswith("data/atlantis/laws/aid-act.yml:1:7 kind:")
    assert told.startswith("Found 1 in the data")
    assert ["two records for one thing?" in line for line in of_all] == [True, True]
    assert told_again.startswith("Found 3 in the data")


def test_a_page_that_cannot_be_drawn_from_wrong_data_shows_what_is_wrong_with_them(served: Served) -> None:
    sources = (served.data / SOURCES).read_text(encoding="utf-8")
    (served.data / SOURCES).write_text(sources.replace("atlas:", "atlases:", 1), encoding="utf-8")
    served.change()
    assert "the source &#34;atlas&#34; does not exist" in served.page()


def test_an_outdated_check_says_nothing(served: Served, monkeypatch: pytest.MonkeyPatch) -> None:
    edit(FUND, VALUE, "value: 47")(served.data)
    served.change()
    steps = run.step_by_step

    def change_meanwhile(facts: Facts, passed: Passes) -> Iterator[list[Problem]]:
        served.change()
        yield from steps(facts, passed)

    monkeypatch.setattr(run, "step_by_step", change_meanwhile)
    served.preview.check()
    assert not served.preview.is_checked


def test_a_check_that_fails_is_logged_and_every_page_says_so_until_the_next_one(
    served: Served, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(*_: object) -> Iterator[list[Problem]]:
        raise LookupError("no such <word>")
        yield

    edit(FUND, VALUE, "value: 47")(served.data)
    served.change()
    waiting = re.search(r'fetch\("/(livereload/check/\d+)"\)', served.page())
    assert waiting
    with monkeypatch.context() as wrong:
        wrong.setattr(run, "step_by_step", fail)
        served.preview.check()
    for said in (served.get(waiting[1])[1], line(served.page())):
        assert "LookupError: no such <word>. The terminal shows where" in said
    assert ", in fail\n" in caplog.text
    edit(FUND, "value: 47", "value: 48")(served.data)
    served.change()
    assert line(served.page()) == "Check running"
    served.preview.check()
    assert line(served.page()) == "Checked"


@pytest.mark.parametrize(
    "path",
    [
        "//about/method/",
        "/about//method/",
        "/about/./method/",
        "/about/x/../method/",
        "/%FF/about/method/",
        "/about/method%00/",
    ],
)
def test_an_odd_spelling_of_an_address_leads_to_the_usual_one(served: Served, path: str) -> None:
    told: list[tuple[str, list[tuple[str, str]]]] = []
    asked = {"REQUEST_METHOD": "GET", "PATH_INFO": unquote(path, encoding="latin-1")}
    assert served.server.serve_request(asked, lambda status, headers: told.append((status, headers))) == []
    assert told == [("302 Found", [("Location", "/about/method/")])]


@pytest.mark.parametrize("path", ["/", f"/{PAGE}", "/assets/equal-footing.css", "/nowhere/", "/sitemap.xml"])
def test_who_asks_only_about_a_page_is_told_as_much_and_gets_none_of_it(served: Served, path: str) -> None:
    told: list[tuple[str, list[tuple[str, str]]]] = []
    for method in ("GET", "HEAD"):
        asked = {"REQUEST_METHOD": method, "PATH_INFO": path, "HTTP_RANGE": "bytes=0-9"}
        sent = served.server.serve_request(asked, lambda status, headers: told.append((status, headers)))
        assert (b"".join(sent) == b"") == (method == "HEAD")
        if close := getattr(sent, "close", None):
            close()
    assert told[0] == told[1]


@pytest.mark.parametrize("method", ["POST", "OPTIONS", "BREW"])
def test_who_wants_to_change_a_page_is_refused(served: Served, method: str) -> None:
    told: list[tuple[str, list[tuple[str, str]]]] = []
    asked = {"REQUEST_METHOD": method, "PATH_INFO": f"/{PAGE}"}
    served.server.serve_request(asked, lambda status, headers: told.append((status, headers)))
    assert told == [("405 Method Not Allowed", [("Allow", "GET, HEAD"), ("Content-Type", "text/plain")])]


def test_a_browser_that_hangs_up_before_it_asks_leaves_no_traceback(
    served: Served, capsys: pytest.CaptureFixture[str]
) -> None:
    server = served.server
    server.server_bind()
    server.server_activate()
    server.daemon_threads = False  # so that all requests have been answered once the server is closed
    with socket.create_connection(("127.0.0.1", server.server_address[1])) as browser:
        browser.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))  # it hangs up at once
        request, address = server.get_request()
    server.process_request(request, address)
    server.server_close()
    assert capsys.readouterr().err == ""


def test_a_server_that_never_began_leaves_nothing_behind_when_it_is_closed(served: Served) -> None:
    before = set(threading.enumerate())
    server = PreviewServer(LiveReloadServer(lambda: None, "127.0.0.1", 0, ""), served.preview, lambda: None)
    server.server_close()
    assert set(threading.enumerate()) <= before


def test_a_port_that_is_in_use_is_named_with_another_one(served: Served, project: Path, tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        served.server.server_address = ("127.0.0.1", port)
        with pytest.raises(SystemExit, match=rf"127\.0\.0\.1:{port} is in use.*`make serve PORT={port + 1}`"):
            served.server.serve()


def test_new_and_deleted_records_come_and_go_with_their_links(served: Served) -> None:
    assert "Lake Act" not in served.page("atlantis/laws/")
    text = (served.data / LAW).read_text(encoding="utf-8").replace("Aid Act", "Lake Act")
    (served.data / "atlantis/laws/lake-act.yml").write_text(text, encoding="utf-8")
    served.change()
    assert "Lake Act" in served.page("atlantis/laws/")
    assert "Lake Act" in served.page("atlantis/laws/lake-act/")
    assert f"<loc>{ADDRESS}atlantis/laws/lake-act/</loc>" in served.page("sitemap.xml")
    (served.data / "atlantis/laws/lake-act.yml").unlink()
    served.change()
    assert "Lake Act" not in served.page("atlantis/laws/")
    assert served.get("atlantis/laws/lake-act/")[0] == "404 Not Found"
    assert "lake-act" not in served.page("sitemap.xml")


def test_templates_markdown_theme_and_settings_are_taken_up(served: Served, project: Path) -> None:
    def add(file: str, old: str, new: str) -> None:
        path = project / file
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), encoding="utf-8")
        served.change()

    add("templates/pages/record.html.j2", '<div class="ef-record"', '<p>From a template</p><div class="ef-record"')
    assert "From a template" in served.page()
    add("docs/index.md", "# Home", "# Home\n\nFrom Markdown")
    assert "From Markdown" in served.page("")
    assert "Atlantis" in served.page("")
    add("theme/main.html", "{% block extrahead %}", '{% block extrahead %}<meta name="from-theme">')
    assert "from-theme" in served.page()
    add("mkdocs.yml", "template=wrong-figure.yml", "template=from-settings.yml")
    assert "from-settings" in served.page()
    add("templates/messages/en.yml", "check-done: Checked", "check-done: From messages")
    assert line(served.page()) in {"Check running", "From messages"}


SAVED = {
    "templates/messages/en.yml": "nav-method: Method",
    "docs/assets/equal-footing.css": ":root {",
    "mkdocs.yml": "template=wrong-figure.yml",
}


@pytest.mark.parametrize(
    ("file", "is_first"),
    [
        *((file, False) for file in SAVED),
        *((file, True) for file in SAVED if file != "mkdocs.yml"),  # MkDocs reads the settings before any plugin runs
    ],
)
def test_what_is_saved_once_more_while_all_is_built_is_on_pages_after_the_next_change(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, asked: list[float], file: str, is_first: bool
) -> None:
    path, old, frame = project / file, SAVED[file], Preview.frame

    def save(before: str, after: str) -> None:
        path.write_text(path.read_text(encoding="utf-8").replace(before, after, 1), encoding="utf-8")

    def save_meanwhile(preview: Preview, *made: Any) -> None:
        save("Once", "Again")
        frame(preview, *made)

    served = None if is_first else Served(project, tmp_path / "site")
    save(old, f"{old}Once")
    with monkeypatch.context() as patch:
        patch.setattr(Preview, "frame", save_meanwhile)
        if served:
            served.change()
        else:
            served = Served(project, tmp_path / "site")
    served.change()
    shown = hashed(project / "docs")["assets/equal-footing.css"] if path.suffix == ".css" else f"{old[-6:]}Again"
    assert shown in served.page()
    served.server.server_close()


MEANWHILE = {
    f"data/{FUND}": (VALUE, "value: 47", PAGE, ">47"),
    "templates/macros/place_cards.html.j2": ("<", "From a template<", "", "From a template"),
    "templates/messages/en.yml": ("nav-home: ", "nav-home: From messages", "", "From messages"),
    "theme/main.html": ("{% block extrahead %}", '{% block extrahead %}<meta name="from-theme">', PAGE, "from-theme"),
}


@pytest.mark.parametrize("file", [None, *MEANWHILE])
def test_what_is_saved_before_the_server_is_told_of_changes_is_taken_up_when_it_begins(
    served: Served, project: Path, monkeypatch: pytest.MonkeyPatch, file: str | None
) -> None:
    server, steps = served.server, queue.SimpleQueue[str]()
    build, loop = server.builder, LiveReloadServer._build_loop

    def build_and_tell() -> None:
        build()
        steps.put("built")

    def tell_and_loop(live: LiveReloadServer) -> None:
        steps.put("to build" if live._want_rebuild else "nothing to build")
        loop(live)  # type: ignore[no-untyped-call]

    monkeypatch.setattr(gc, "freeze", lambda: None)
    monkeypatch.setattr(server, "builder", build_and_tell)
    monkeypatch.setattr(LiveReloadServer, "_build_loop", tell_and_loop)
    if file:
        old, new, address, shown = MEANWHILE[file]
        text = (project / file).read_text(encoding="utf-8")
        assert shown not in served.page(address)
        (project / file).write_text(text.replace(old, new, 1), encoding="utf-8")
    thread = threading.Thread(target=server.serve)
    thread.start()
    try:
        assert steps.get(timeout=WAIT) == ("to build" if file else "nothing to build")
        if file:
            assert steps.get(timeout=WAIT) == "built"
            assert shown in served.page(address)
    finally:
        server.shutdown(wait=True)
        thread.join()


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("reviewed: Facts", "re-viewed: Facts", "templates/messages/en.yml has no message reviewed. Write it."),
        ("reviewed on {date}", "reviewed on {dat}", '"Facts reviewed on {dat}" cannot be filled: write {date}.'),
    ],
)
def test_a_mistake_in_the_words_is_told_with_their_file_their_key_and_the_template_that_asks_for_them(
    served: Served, project: Path, caplog: pytest.LogCaptureFixture, old: str, new: str, said: str
) -> None:
    table = project / "templates/messages/en.yml"
    table.write_text(table.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    served.change()
    page = html.fromstring(served.get(PAGE)[1]).text_content()
    assert "templates/parts/line.html.j2:1: templates/messages/en.yml" in page
    assert said in page
    assert said in caplog.text
    assert "Traceback" not in caplog.text


def test_a_template_that_fails_is_named_and_the_server_goes_on(
    served: Served, project: Path, caplog: pytest.LogCaptureFixture
) -> None:
    template = project / "templates/pages/record.html.j2"
    right = template.read_text(encoding="utf-8")
    template.write_text(f"{{{{ nothing }}}}{right}", encoding="utf-8")
    served.change()
    status, page = served.get(PAGE)
    assert status.startswith("500")
    assert (
        "templates/pages/record.html.j2:1: UndefinedError: 'nothing' is undefined"
        in html.fromstring(page).text_content()
    )
    assert "livereload" in page
    assert "Checked" not in page
    assert "While atlantis/funding/sea-fund/ was drawn." in caplog.text
    template.write_text(right, encoding="utf-8")
    served.change()
    assert "Sea Fund" in served.page()


WRITTEN = "docs/about/method.md"
WRONG_CALLS = {
    '{{ link("atlantis/fundin") }}': "There is no record atlantis/fundin. Did you mean atlantis/funding/sea-fund?",
    '{{ lnk("atlantis/funding/sea-fund") }}': "UndefinedError: 'lnk' is undefined",
    "{{ link( }}": "TemplateSyntaxError: unexpected '}'",
    "{{ link() }}": "TypeError: link() missing 1 required positional argument",
}


@pytest.mark.parametrize("call", WRONG_CALLS)
@pytest.mark.parametrize("front_matter", ["", "---\ntitle: Method\n---\n\n"])
def test_a_wrong_macro_call_is_named_with_its_line_in_place_of_its_page_and_once_on_the_terminal(
    project: Path, tmp_path: Path, asked: list[float], caplog: pytest.LogCaptureFixture, call: str, front_matter: str
) -> None:
    above = f"{front_matter}# Method\n\n## Comparison\n\n"
    (project / WRITTEN).write_text(f"{above}So {call}.\n", encoding="utf-8")
    served = Served(project, tmp_path / "site")
    assert not caplog.records
    status, page = served.get("about/method/")
    said = f"{WRITTEN}:{above.count(chr(10)) + 1}: {WRONG_CALLS[call]}"
    assert status.startswith("500")
    assert html.fromstring(page).text_content().startswith(said)
    assert "livereload" in page
    (told,) = caplog.records
    assert told.getMessage().startswith(f"/about/method/ cannot be drawn. {said}")
    assert not told.exc_info
    (project / WRITTEN).write_text(above, encoding="utf-8")
    served.change()
    assert "Method" in served.page("about/method/")
    served.server.server_close()


def test_a_page_that_calls_for_a_renamed_record_shows_what_the_check_finds_and_logs_nothing_else(
    served: Served, project: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (project / WRITTEN).write_text('# Method\n\n{{ link("atlantis/funding/sea-fund") }}\n', encoding="utf-8")
    served.change()
    assert "Sea Fund" in served.page("about/method/")
    (served.data / FUND).rename((served.data / FUND).with_name("lake-fund.yml"))
    served.change()
    assert "does not exist" in served.page("about/method/")
    *lines, found = [record.getMessage() for record in caplog.records]
    assert lines
    assert all(line.startswith("data/") and "\n" not in line for line in lines)
    assert found == f"Found {len(lines)} in the data; the site shows them until they are fixed."


BROKEN = {
    "theme/main.html": ("{% block extrahead %}", "{% if %}{% block extrahead %}", "theme/main.html:"),
    "mkdocs.yml": ("site_name:", "x: [\nsite_name:", "mkdocs.yml"),
    "templates/messages/en.yml": ("check-done: ", "x: [\ncheck-done: ", "templates/messages/en.yml"),
    "templates/messages/rules.en.yml": ("\n", "\nx: [\n", "templates/messages/rules.en.yml:"),
    "theme/404.html": ("{%", "{% if %}{%", "theme/404.html:"),
    "docs/about/method.md": ("# ", "---\ntitle: [Method\n---\n# ", "docs/about/method.md:2:8 is not valid YAML"),
}


@pytest.mark.parametrize("file", BROKEN)
def test_what_keeps_the_whole_site_from_being_built_is_said_on_every_page_until_it_is_mended_and_once_on_the_terminal(
    served: Served, project: Path, caplog: pytest.LogCaptureFixture, file: str
) -> None:
    old, new, told = BROKEN[file]
    right = (project / file).read_text(encoding="utf-8")
    assert old in right
    (project / file).write_text(right.replace(old, new, 1), encoding="utf-8")
    served.change()
    assert len([record for record in caplog.records if told in record.getMessage()]) == 1
    assert not [record for record in caplog.records if record.exc_info]
    for address in (PAGE, "", "atlantis/"):
        status, page = served.get(address)
        assert status.startswith("500")
        assert told in html.fromstring(page).text_content()
        assert "livereload" in page
    edit(FUND, VALUE, "value: 47")(served.data)
    served.change()
    assert told in html.fromstring(served.get(PAGE)[1]).text_content()
    assert "livereload" in served.get("nothing/")[1]
    (project / file).write_text(right, encoding="utf-8")
    served.change()
    assert "Sea Fund" in served.page()


def test_a_mistake_of_the_program_is_logged_with_its_traceback(
    served: Served, project: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(Preview, "frame", lambda *of: of[9])
    (project / "mkdocs.yml").touch()
    served.change()
    assert "IndexError: tuple index out of range" in served.get(PAGE)[1]
    assert "Traceback" in caplog.text


def test_a_plugin_that_is_not_there_is_named_on_every_page(served: Served, project: Path) -> None:
    settings = project / "mkdocs.yml"
    right = settings.read_text(encoding="utf-8")
    settings.write_text(right.replace("\nplugins:\n", "\nplugins:\n  - nowhere\n"), encoding="utf-8")
    served.change()
    assert "nowhere" in served.get(PAGE)[1]
    settings.write_text(right, encoding="utf-8")
    served.change()
    assert "Sea Fund" in served.page()


def test_a_page_that_is_gone_is_asked_for_again_when_something_changes(served: Served) -> None:
    served.page()
    right = (served.data / FUND).read_bytes()
    (served.data / FUND).unlink()
    served.change()
    status, page = served.get(PAGE)
    assert status == "404 Not Found"
    assert "livereload" in page
    assert line(page) == "Check running"
    (served.data / FUND).write_bytes(right)
    served.change()
    assert "Sea Fund" in served.page()


@pytest.mark.parametrize("name", ["docs/assets/.#own.css", "theme/.#main.html", "templates/messages/.#en.yml"])
def test_a_link_that_leads_nowhere_as_editors_make_it_for_a_lock_does_no_harm(
    served: Served, project: Path, name: str
) -> None:
    (project / name).symlink_to("somebody@host.1234:99")
    served.change()
    assert "Sea Fund" in served.page()


def test_the_new_title_of_a_page_that_somebody_writes_stands_on_other_pages(served: Served, project: Path) -> None:
    settings, written = project / "mkdocs.yml", project / "docs/contribute/index.md"
    unnamed = settings.read_text(encoding="utf-8").replace("nav-contribute: contribute/index.md", "contribute/index.md")
    settings.write_text(unnamed, encoding="utf-8")
    served.change()
    text = written.read_text(encoding="utf-8")
    assert "Take part" not in served.page("contribute/atlantis/")
    written.write_text(f"---\ntitle: Take part\n---\n{text}", encoding="utf-8")
    served.change()
    assert "Take part" in served.page("contribute/atlantis/")
    assert "Take part" in served.page("contribute/")


Events = queue.Queue[tuple[str, str]]
"""Kinds of events with the paths that they are about."""


def told_of(path: Path, monkeypatch: pytest.MonkeyPatch) -> Events:
    """Return the events of a path and what is below it that the system tells the server, each once it is taken up."""
    told: Events = queue.Queue()
    original = _Told.on_any_event

    def tell(handler: _Told, event: FileSystemEvent) -> None:
        original(handler, event)
        if handler.watched == path.resolve():
            told.put((event.event_type, str(event.src_path)))

    monkeypatch.setattr(_Told, "on_any_event", tell)
    return told


def wait_for(told: Events, kind: str, path: Path) -> None:
    """Wait until an event is among those that are told."""
    while told.get(timeout=WAIT) != (kind, str(path)):
        pass


@pytest.mark.parametrize("order", [("mkdocs.yml", "docs"), ("docs", "mkdocs.yml")])
def test_settings_that_are_saved_in_place_are_noticed_whatever_else_is_watched_beside_them(
    served: Served, project: Path, monkeypatch: pytest.MonkeyPatch, order: tuple[str, str]
) -> None:
    server = PreviewServer(LiveReloadServer(lambda: None, "127.0.0.1", 0, ""), served.preview, lambda: None)
    settings = project / "mkdocs.yml"
    told = told_of(settings, monkeypatch)
    with server.observer:
        for name in order:
            server.watch(str(project / name))
        with settings.open("a", encoding="utf-8") as file:
            file.write("# saved\n")
        wait_for(told, EVENT_TYPE_MODIFIED, settings)
        assert server._want_rebuild
    server.server_close()


@pytest.mark.parametrize("before", ["is not there", "is deleted", "is moved"])
def test_a_folder_that_comes_is_watched_whatever_was_there_before(
    served: Served, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, before: str
) -> None:
    told = told_of(served.data, monkeypatch)

    def wait_for_new(path: Path) -> None:
        wait_for(told, EVENT_TYPE_CREATED, path)

    shutil.copytree(served.data, tmp_path / "copy")
    if before == "is not there":
        shutil.rmtree(served.data)
    served.server.watch(str(served.data))
    with served.server.observer:
        if before == "is moved":
            served.data.rename(tmp_path / "away")
        if before == "is deleted":
            shutil.rmtree(served.data)
        shutil.copytree(tmp_path / "copy", served.data)
        wait_for_new(served.data)
        served.server._want_rebuild = False
        changed = served.data / "new/file.yml"
        changed.parent.mkdir()
        changed.touch()
        wait_for_new(changed)
        assert served.server._want_rebuild


def test_a_folder_that_leaves_and_comes_back_is_noticed_without_a_warning(
    served: Served, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, recwarn: pytest.WarningsRecorder
) -> None:
    server = PreviewServer(LiveReloadServer(lambda: None, "127.0.0.1", 0, ""), served.preview, lambda: None)
    folder, told = served.data / "atlantis", told_of(served.data, monkeypatch)
    server.watch(str(served.data))
    with server.observer:
        folder.rename(tmp_path / "away")
        wait_for(told, EVENT_TYPE_DELETED, folder)
        (tmp_path / "away").rename(folder)
        wait_for(told, EVENT_TYPE_CREATED, folder)
    assert [str(warning.message) for warning in recwarn] == []
    server.server_close()


def test_nothing_of_an_older_state_stays_in_memory(served: Served) -> None:
    def now() -> object:
        assert served.plugin.build
        return served.plugin.build.renderer

    served.page()
    old = weakref.ref(now())
    edit(FUND, VALUE, "value: 47")(served.data)
    served.change()
    served.page()
    served.preview.check()
    gc.collect()
    assert old() is None


def test_wrong_data_at_the_start_are_shown_and_mended(
    project: Path, tmp_path: Path, asked: list[float], caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO")
    edit(LAW, "kind: law", "kind: lore")(project / "data")
    served = Served(project, tmp_path / "site")
    assert "data/atlantis/laws/aid-act.yml:1:7" in served.page(PAGE)
    edit(LAW, "kind: lore", "kind: law")(project / "data")
    served.change()
    assert "Sea Fund" in served.page(PAGE)
    assert "The data have no problems any more." in caplog.messages
    served.server.server_close()


def test_an_edition_that_is_not_whole_is_shown_until_it_is(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, asked: list[float]
) -> None:
    folder = publish(project, monkeypatch)
    changes = folder / "changes.json"
    whole = changes.read_bytes()
    changes.unlink()
    served = Served(project, tmp_path / "site")
    assert str(folder.parent) in served.server._watched_paths
    assert "editions/2026.11/changes.json:1:1" in served.page()
    changes.write_bytes(whole)
    served.change()
    assert "Sea Fund" in served.page()
    changes.write_bytes(whole[:9])
    served.change()
    assert "editions/2026.11/changes.json:1:1" in served.page()
    changes.write_bytes(whole)
    served.change()
    assert "Sea Fund" in served.page()
    (folder / "addresses.txt").unlink()
    served.change()
    assert "editions/2026.11/addresses.txt:1:1" in served.page()
    served.server.server_close()
