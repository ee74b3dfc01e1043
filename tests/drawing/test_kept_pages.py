"""A page that is kept from the build before is the page that would be drawn now, whatever has changed in between."""

from __future__ import annotations

import datetime
import pickle
import shutil
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import cast

import pytest

from equal_footing.changes import make_edition
from equal_footing.citation.exports import FOLDER as DATA
from equal_footing.drawing import exporting
from equal_footing.drawing.kept_pages import FORM, Contents, Kept
from equal_footing.drawing.page_content import PageContent
from equal_footing.drawing.reads import Reads
from equal_footing.export import downloads
from equal_footing.keeping.files import KeptFiles
from equal_footing.keeping.store import Store, digest
from equal_footing.mkdocs_site.build import Build
from equal_footing.mkdocs_site.generated import Finished, finished, made_from, write_data
from equal_footing.mkdocs_site.shells import Shells
from equal_footing.model.dataset import Dataset
from equal_footing.model.values import PartialDate
from equal_footing.sitemap.pages import Page
from equal_footing.tables.table import Table

from ..cases import (
    ANSWERS,
    BODY,
    CLAIMS,
    COUNTRY,
    FIGURE,
    FUND,
    LAW,
    NAMES,
    NGO,
    QUESTION,
    SOURCES,
    Change,
    both,
    copy,
    edit,
    publish,
    whole,
)
from ..site.conftest import copy_country, make_project
from ..site.test_plugin import configured

WHY = "changed: {kind: corrected, on: 2026-11-20, reason: One was left out.}"
CHANGES: dict[str, tuple[Change, str]] = {
    "the value of a fact": (edit(FUND, "value: 46", f"value: 47, {WHY}"), "atlantis/organisations/reef/"),
    "a note of a fact": (edit(FUND, "Looked for in the atlas.", "Looked for in the whole atlas."), "compare/"),
    "the name of a record": (edit(BODY, "Aid Office", "Office of Aid"), "compare/"),
    "the status of a record": (edit(LAW, "code: in-force", "code: repealed"), "atlantis/bodies/aid-office/"),
    "a relation": (
        edit(NGO, "facts:\n", "relations:\n  - {type: based-on, to: atlantis/laws/aid-act}\nfacts:\n"),
        "atlantis/sources/",
    ),
    "a citation": (edit(NGO, "[@atlas, p. 7]", "[@gazette, Article 5]"), "compare/sea-money/"),
    "the title of a source": (edit(SOURCES, "Atlas of Atlantis", "Great Atlas of Atlantis"), "terms/"),
    "the date of a source": (edit(SOURCES, "date: 2025-03", "undated: true"), "terms/"),
    "an answer": (
        edit(ANSWERS, "The Sea Fund pays for projects of NGOs.", f"It pays for them.\n  {WHY}"),
        "atlantis/sources/",
    ),
    "a question": (edit(QUESTION, "Sea money", "Money of the sea"), "atlantis/organisations/reef/"),
    "a claim of the article": (edit(CLAIMS, "There is a fund.", "There are funds."), "contribute/rules/"),
    "a name that the article prints": (
        edit(NAMES, "printed: Fund of the Sea", "printed: Funds of the Sea"),
        "contribute/rules/",
    ),
    "the title of a figure": (edit(FIGURE, "Projects of the Sea Fund", "What the fund pays for"), "contribute/rules/"),
    "the fiscal year of a country": (edit(COUNTRY, '"04-01"', f'"07-01", {WHY}'), "contribute/rules/"),
    "a record that moves": (
        whole("atlantis/laws/old.yml", b"moved_to: atlantis/laws/aid-act\n"),
        "atlantis/funding/sea-fund/",
    ),
    "a country more": (lambda data: copy_country(data, "Lemuria", "LI", "L\u00e9murie"), ""),
    "a sentence of a lead": (
        edit(LAW, "Says who gives aid", "Says who gives how much aid"),
        "atlantis/bodies/aid-office/",
    ),
    "the type of a source and the day of a review": (
        both(
            edit(SOURCES, "type: official-report", "type: news"),
            edit(BODY, "reviewed: 2026-11-20", "reviewed: 2026-11-21"),
        ),
        "lemuria/sources/",
    ),
    "a record more": (
        copy(NGO, "atlantis/organisations/wreck.yml", ("en: Reef", "en: Wreck"), ("7000012050002", "6000012050003")),
        "lemuria/",
    ),
    "a record less": (
        lambda data: (data / "lemuria/organisations/reef.yml").unlink(),
        "atlantis/funding/sea-fund/",
    ),
}
"""Changes one after the other, each with the address of a page that still holds after it, if any does.

None takes back what another one did.
"""
LINES: dict[str, Change] = {
    "a line more among the answers": edit(ANSWERS, "sea-money:", "# A line more.\nsea-money:"),
    "a line more among the sources": edit(SOURCES, "atlas:", "# A line more.\natlas:"),
}


ChangeOfAll = Callable[[Path, pytest.MonkeyPatch], AbstractContextManager[None]]


def there_and_back(file: str, old: str, new: str) -> ChangeOfAll:
    """Replace the first `old` in a file by `new`, and undo it."""

    @contextmanager
    def changed(project: Path, patch: pytest.MonkeyPatch) -> Iterator[None]:
        edit(file, old, new)(project / "data")
        yield
        edit(file, new, old)(project / "data")

    return changed


def answering(function: str) -> ChangeOfAll:
    """Let a function of the program return something else, and undo it."""

    @contextmanager
    def changed(project: Path, patch: pytest.MonkeyPatch) -> Iterator[None]:
        patch.setattr(f"equal_footing.{function}", lambda: "something else")
        yield
        patch.undo()

    return changed


@contextmanager
def another_publisher(project: Path, patch: pytest.MonkeyPatch) -> Iterator[None]:
    patch.setenv("EQUAL_FOOTING_PUBLISHER", "Atlas Press")
    yield
    patch.undo()


@contextmanager
def an_edition(project: Path, patch: pytest.MonkeyPatch) -> Iterator[None]:
    publish(project, patch)
    yield
    shutil.rmtree(project / "editions")


CHANGES_OF_ALL: dict[str, ChangeOfAll] = {
    "a word of the vocabulary": there_and_back("vocabulary/kinds.yml", "label: ", "label: New "),
    "a message": there_and_back("../templates/messages/en.yml", "notes-lead: Each", "notes-lead: Every"),
    "a template": there_and_back("../templates/parts/notes.html.j2", "<section", "<section "),
    "the address of the site": there_and_back(
        "../mkdocs.yml", "https://equal-footing.example/", "https://new.example/"
    ),
    "the publisher, whom the environment names": another_publisher,
    "an edition": an_edition,
    "a font": answering("views.fonts.installed"),
    "the program": answering("drawing.kept_pages.digest_of_program"),
}
"""Changes after which no page holds, each with what undoes it."""


WORKLIST = "contribute/atlantis/"
"""The page that names lines of the files of a place, and depends on the day."""


class Bare:
    """No theme around a page."""

    def look(self, page: Page) -> str:
        return ""

    def around(self, page: Page, content: PageContent) -> str:
        return content.html


class Anew(Exception):  # noqa: N818
    """A page is not kept: it would be drawn."""


def begun(project: Path, name: str = "site") -> Build:
    """Begin a build into a folder."""
    config, plugin = configured(project, project / name, "build")
    plugin.on_config(config)
    assert plugin.build
    return plugin.build


def write(build: Build, site: Path, page: Page, make: Callable[[], tuple[Contents, Finished]]) -> Finished:
    """Write the files of a page as a build does."""
    return build.kept.write(site, page.address, made_from(build, cast("Shells", Bare()), page), make)


def drawn(build: Build, page: Page) -> tuple[Contents, Finished]:
    """Draw a page now."""
    return finished(build, cast("Shells", Bare()), page)


@dataclass
class Round:
    """One build: its pages that were kept, with what else is kept of them, and those that were drawn.

    A page that was kept is drawn only when the next round is about to draw it anew, or at the end. It has to be what
    this round would have drawn, and then it was right in the rounds before, too.
    """

    name: str
    build: Build
    site: Path
    kept: dict[str, Finished] = field(default_factory=dict)
    drawn: set[str] = field(default_factory=set)

    def make(self, before: Round | None) -> None:
        """Make every page as a build does."""
        write_data(self.build, self.site)
        texts = exporting.data_texts(self.build.renderer)
        self._same({f"{DATA}/{name}": text for name, text in texts.items()})
        for page in self.build.pages.values():
            made = write(self.build, self.site, page, partial(self._draw, page, before))
            if page.address not in self.drawn:
                self.kept[page.address] = made
        self.build.kept.end(is_sound=True)

    def _draw(self, page: Page, before: Round | None) -> tuple[Contents, Finished]:
        self.drawn.add(page.address)
        if before:
            before.hold(page.address)
        return drawn(self.build, page)

    def hold(self, address: str) -> None:
        """Hold the files of a page that was kept against those that this round would have made."""
        if address in self.kept:
            files, made = drawn(self.build, self.build.pages[address])
            assert made == self.kept[address], (self.name, address)
            self._same(files)

    def hold_all(self) -> None:
        """Hold everything that was kept."""
        for address in self.kept:
            self.hold(address)

    def _same(self, files: Contents) -> None:
        for address, content in files.items():
            raw = content.encode() if isinstance(content, str) else content
            assert (self.site / address).read_bytes() == raw, (self.name, address)


def made(project: Path, name: str, before: Round | None = None) -> Round:
    """Make every page of a project; those that are drawn anew are looked at as they were in the round before."""
    now = Round(name, begun(project), project / "site")
    now.make(before)
    return now


def test_after_every_kind_of_change_the_kept_pages_are_those_that_would_be_drawn(
    world: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """There is an edition, so pages say what has changed since then."""
    project = make_project(world)
    monkeypatch.setattr(make_edition, "_build", lambda root, name, day, to: to.mkdir())
    monkeypatch.setattr(downloads, "write_all", lambda *parts: [])  # they are made from the rows of the texts
    monkeypatch.setattr(Table, "parquet", "")  # so are these
    make_edition.make(project, "2026.11", datetime.date(2026, 11, 28))
    with monkeypatch.context() as another_day:
        another_day.setattr(Dataset, "today", lambda self: PartialDate(2040, 1, 1))
        assert not made(project, "the first").kept
    now = made(project, "today")
    assert WORKLIST in now.drawn
    now = made(project, "nothing", now)
    assert not now.drawn
    for name, (change, holds) in CHANGES.items():
        change(project / "data")
        now = made(project, name, now)
        assert now.drawn - {WORKLIST}, name
        assert holds in now.kept if holds else not now.kept, name
    for name, change in LINES.items():
        change(project / "data")
        now = made(project, name, now)
        assert WORKLIST in now.drawn, name
        assert now.kept, name
    now.hold_all()


def is_kept(build: Build, site: Path, page: Page) -> bool:
    """Write a page if it is kept, and return whether it is."""

    def anew() -> tuple[Contents, Finished]:
        raise Anew

    try:
        write(build, site, page, anew)
    except Anew:
        return False
    return True


def test_after_a_change_of_what_every_page_depends_on_no_page_is_kept(
    world: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = make_project(world)
    site = project / "site"
    build = begun(project)
    for page in build.pages.values():
        write(build, site, page, partial(drawn, build, page))
    build.kept.end(is_sound=True)
    for name, changed in CHANGES_OF_ALL.items():
        with changed(project, monkeypatch):
            build = begun(project)
            assert [address for address, page in build.pages.items() if is_kept(build, site, page)] == [], name
            build.kept.end(is_sound=True)
        build = begun(project)
        assert all(is_kept(build, site, page) for page in build.pages.values()), name
        build.kept.end(is_sound=True)


def test_of_builds_into_two_folders_at_the_same_time_each_keeps_what_it_has_made_once_it_has_ended(world: Path) -> None:
    project = make_project(world)
    ended, killed = begun(project, "ended"), begun(project, "killed")
    place, sources = (ended.pages[address] for address in ("atlantis/", "atlantis/sources/"))
    for build, page in ((ended, place), (killed, sources)):
        write(build, project / "site", page, partial(drawn, build, page))
    ended.kept.end(is_sound=True)
    for name in ("killed", "ended"):
        now = begun(project, name)
        assert [is_kept(now, project / "site", page) for page in (place, sources)] == [True, False]
        now.kept.end(is_sound=True)


def test_what_another_version_of_the_program_has_kept_in_another_form_is_made_anew(tmp_path: Path) -> None:
    files, reads = KeptFiles(tmp_path / "files"), Reads()
    kept = Kept(Store(tmp_path / "pages"), Store(tmp_path / "aside"), files, reads, "this version")
    kept.store.put(digest(FORM, "japan/"), pickle.dumps(("another version", {})))
    made = [kept.write(tmp_path / "site", "japan/", "", lambda: ({"japan/index.html": "Japan"}, "made")) for _ in "ab"]
    assert made == ["made", "made"]
    assert (tmp_path / "site/japan/index.html").read_text(encoding="utf-8") == "Japan"
