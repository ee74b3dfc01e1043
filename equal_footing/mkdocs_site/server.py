"""MkDocs' server with live reload, for a preview: pages come from it, and each says how the check of the data goes."""

import errno
import gc
import logging
import mimetypes
import os
import re
import sys
import warnings
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from posixpath import normpath
from typing import Any, cast
from urllib.parse import quote

from markupsafe import escape
from mkdocs.livereload import LiveReloadServer
from watchdog import events
from watchdog.observers import Observer
from watchdog.observers.api import ObservedWatch
from watchdog.observers.polling import PollingObserver

from equal_footing.mkdocs_site import mistakes
from equal_footing.mkdocs_site.preview import INDEX, Preview

POLL = "EQUAL_FOOTING_POLL"
"""The environment variable that has all files looked at twice a second, for disks that do not tell of changes."""
CHANGES: list[type[events.FileSystemEvent]] = [
    *(events.FileCreatedEvent, events.FileModifiedEvent, events.FileMovedEvent, events.FileDeletedEvent),
    *(events.DirCreatedEvent, events.DirMovedEvent, events.DirDeletedEvent),
]
"""The events that every watch asks for, so that they are the same for each folder: a second watch on a folder replaces
the events of the first. Without this list the system would also report files that were only read.
"""
IN_USE = "{address} is in use, perhaps by another `make serve`: end that one, or run `make serve PORT={other}`."
PATIENCE = 50.0
"""Seconds after which a browser that waits for the end of the check is asked to ask again."""
METHODS = "GET", "HEAD"
PAGE = ".html"
_CHECK = re.compile(r"/livereload/check/[0-9]+")
StartResponse = Callable[[str, list[tuple[str, str]]], object]


class PreviewServer(LiveReloadServer):
    """Serves a preview, and what else MkDocs has written, in place of another server that has not begun yet."""

    def __init__(self, other: LiveReloadServer, preview: Preview, build_all: Callable[[], None]) -> None:
        host, port = other.server_address[:2]
        super().__init__(lambda: self._rebuild(build_all), str(host), port, other.root, other.mount_path)
        other.server_close()
        self._error_page = other.error_handler
        self.error_handler = self._error_with_reload
        self._failure = ""
        self._below: dict[Path, ObservedWatch] = {}
        self.preview = preview
        preview.on_problems = self.reload_browsers
        if not os.environ.get(POLL):
            self.observer = cast("PollingObserver", Observer())  # both have the same interface
            warnings.filterwarnings(
                "ignore", "Callback with id", RuntimeWarning
            )  # after a folder was moved away and back

    def serve(self, *, open_in_browser: bool = False) -> None:
        """Serve until the user stops it."""
        gc.freeze()  # most of the data stay until then: Python need not look for garbage among them
        try:
            super().serve(open_in_browser=open_in_browser)  # type: ignore[no-untyped-call]
        except OSError as error:
            if error.errno in {errno.ENOSPC, errno.EMFILE}:
                raise SystemExit(f"{error.strerror}: set the environment variable {POLL} to 1.") from error
            if error.errno == errno.EADDRINUSE:
                host, port = map(str, self.server_address[:2])
                raise SystemExit(IN_USE.format(address=f"{host}:{port}", other=int(port) + 1)) from error
            raise

    def server_close(self) -> None:
        """Release the port and the observer of files, even if the server never started."""
        self.observer.stop()
        super().server_close()

    def _build_loop(self) -> None:
        """Rebuild after every change from now on, and at once if anything changed while the server started."""
        if not self.preview.is_current():
            self._change()
        super()._build_loop()  # type: ignore[no-untyped-call]

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Print what went wrong while a request was read, unless the browser has only hung up."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)

    def watch(self, path: str, func: None = None, *, recursive: bool = True) -> None:
        """Build again when a file changes at a path or below; a folder may come later, or give way to another one."""
        watched = Path(path).resolve()
        self._watched_paths[str(watched)] = 1
        told, above = _Told(watched, self._change), str(watched.parent)
        if watched.is_file():
            self.observer.schedule(told, above, event_filter=CHANGES)
            return
        self._watch_below(watched, told, recursive)

        def come() -> None:
            self._watch_below(watched, told, recursive)
            self._change()

        self.observer.schedule(_Told(watched, come), above, event_filter=CHANGES)

    def _watch_below(self, folder: Path, told: events.FileSystemEventHandler, recursive: bool) -> None:
        """Watch a folder that is new, and no longer the one of its name that was there, which may only have moved."""
        before = self._below.pop(folder, None)
        if before:
            self.observer.unschedule(before)
        if not folder.is_dir():
            return  # when it comes, the system says so
        with suppress(FileNotFoundError):  # it has gone again
            self._below[folder] = self.observer.schedule(told, str(folder), recursive=recursive, event_filter=CHANGES)

    def _change(self) -> None:
        with self._rebuild_cond:
            self._want_rebuild = True
            self._rebuild_cond.notify_all()

    def _rebuild(self, build_all: Callable[[], None]) -> None:
        """Take up a change; where the site cannot be built at all, every page says why until it can."""
        self._failure, heard = "", _Heard(logging.ERROR)
        logging.getLogger("mkdocs").addHandler(heard)
        try:
            self.preview.rebuild(build_all)
        except Exception as error:
            self._failure = mistakes.say("The site cannot be built.", error, self.preview.root, heard.lines)
        finally:
            logging.getLogger("mkdocs").removeHandler(heard)

    def _error_with_reload(self, code: int) -> bytes:
        """Return the page of an error, which is asked for again when something changes, as every page is."""
        page, epoch = self._error_page(code) or f"<h1>{code}</h1>".encode(), self._visible_epoch
        return self._with_reload(
            page.decode() if self._failure else self._with_check(page.decode(), epoch), epoch
        ).encode()

    def _with_check(self, page: str, epoch: int) -> str:
        """Return a page with the line that says how the check goes."""
        return f"{page}{self.preview.line(f'/livereload/check/{epoch}')}"

    def _with_reload(self, page: str, epoch: int) -> str:
        """Return a page that is asked for again when something changes."""
        found: bytes = self._inject_js_into_html(page.encode(), epoch)  # type: ignore[no-untyped-call]
        return found.decode()

    def reload_browsers(self) -> None:
        """Let every browser ask for its page again."""
        with self._epoch_cond:
            self._wanted_epoch = self._visible_epoch = self._visible_epoch + 1
            self._epoch_cond.notify_all()

    def serve_request(self, environ: dict[str, Any], start_response: StartResponse) -> Iterable[bytes]:
        """Answer a request to read something, or to learn about it without its content; refuse all others."""
        method = environ["REQUEST_METHOD"]
        if method not in METHODS:
            allowed = ", ".join(METHODS)
            start_response("405 Method Not Allowed", [("Allow", allowed), ("Content-Type", "text/plain")])
            return [f"This server only answers {allowed}.".encode()]
        answer = self._answer(environ, start_response)
        return _Sent([], getattr(answer, "close", lambda: None)) if method == "HEAD" else answer

    def _answer(self, environ: dict[str, Any], start_response: StartResponse) -> Iterable[bytes]:
        """Answer with a text of the preview, with the state of its check, or as MkDocs does."""
        asked = environ["PATH_INFO"]
        path = _as_written(asked)
        if path.encode() != asked.encode("latin-1"):  # MkDocs would find what it wrote there when the server began
            query = environ.get("QUERY_STRING", "")
            start_response("302 Found", [("Location", f"{quote(path)}?{query}" if query else quote(path))])
            return []
        if _CHECK.fullmatch(path):
            start_response("200 OK", [("Content-Type", "text/plain; charset=utf-8")])
            return [self.preview.wait_for_check(PATIENCE).encode()]
        found = self._found(path)
        if found is None and self.preview.has_page(f"{path.removeprefix(self.mount_path)}/"):
            start_response("302 Found", [("Location", f"{quote(path)}/")])
            return []
        if found is None:
            answer: Iterable[bytes] = super().serve_request(environ, start_response)
            return answer
        name, text, status = found
        content = text.encode()
        kind = f"{mimetypes.guess_type(name)[0] or 'text/plain'}; charset=utf-8"
        start_response(status, [("Content-Type", kind), ("Content-Length", str(len(content)))])
        return _Sent([content], self.preview.sent) if name.endswith(PAGE) else [content]

    def _found(self, path: str) -> tuple[str, str, str] | None:
        """Return the name, the text and the status of what the preview has at a path; pages with live reload."""
        if not path.startswith(self.mount_path):
            return None
        with self._epoch_cond:
            self._epoch_cond.wait_for(lambda: self._visible_epoch == self._wanted_epoch)
            epoch = self._visible_epoch
        inside = path.removeprefix(self.mount_path)
        name = f"{inside}{INDEX}" if path.endswith("/") else inside
        is_page, failure = name.endswith(PAGE), self._failure
        if failure and not is_page:
            return None
        try:
            text = None if failure else self.preview.text(name)
            if text is not None:
                return name, self._with_reload(self._with_check(text, epoch), epoch) if is_page else text, "200 OK"
        except Exception as error:
            failure = mistakes.say(f"{path} cannot be drawn.", error, self.preview.root)
        if not failure:
            return None
        said = self._with_reload(f"<pre>{escape(failure)}</pre>", epoch) if is_page else failure
        return name, said, "500 Internal Server Error"


def _as_written(path: str) -> str:
    """Return a path of a request as links have it: without empty parts, dots, and bytes that are not text."""
    text = path.encode("latin-1").decode("utf-8", "ignore").replace("\0", "")
    parts = normpath(f"/{text.lstrip('/')}")
    return f"{parts}/" if text.endswith(("/", "/.", "/..")) and parts != "/" else parts


class _Heard(logging.Handler):
    """Keeps the lines that are logged."""

    def __init__(self, level: int) -> None:
        super().__init__(level)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(record.getMessage())


class _Told(events.FileSystemEventHandler):
    """Passes on changes of one path and what is below it."""

    def __init__(self, watched: Path, change: Callable[[], None]) -> None:
        self.watched = watched
        self.change = change

    def on_any_event(self, event: events.FileSystemEvent) -> None:
        paths = (os.fsdecode(path) for path in (event.src_path, event.dest_path) if path)
        if any(Path(path).is_relative_to(self.watched) for path in paths):
            self.change()


class _Sent(list[bytes]):
    """What is sent to a browser, and what to do afterwards; the server calls `close` when it has sent all."""

    def __init__(self, parts: list[bytes], afterwards: Callable[[], None]) -> None:
        super().__init__(parts)
        self.close = afterwards
