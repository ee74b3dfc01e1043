"""A page that is kept from the build before is the page that would be drawn now, whatever has changed in between."""

from __future__ import annotations

import datetime
import pickle
from dataclasses import dataclass, field
from pathlib import Path
from typing import cast

import pytest

from equal_footing.changes import make_edition
from equal_footing.citation.exports import FOLDER as DATA
from equal_footing.drawing import exporting
from equal_footing.drawing.kept_pages import Contents, Kept, shown_lines
from equal_footing.drawing.page_content import PageContent
from equal_footing.drawing.reads import Reads
from equal_footing.export import downloads
from equal_footing.keeping.files import KeptFiles
from equal_footing.keeping.store import Store, digest
from equal_footing.mkdocs_site.generated import Finished, finished, write_data
from equal_footing.mkdocs_site.shells import Shells
from equal_footing.model.dataset import Dataset
from equal_footing.model.values import PartialDate
from equal_footing.sitemap.pages import Page

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
    whole,
)
from ..site.conftest import copy_country, make_project
from ..site.test_plugin import configured

CHANGES: dict[str, tuple[Change, str]] = {
    "the value of a fact": (edit(FUND, "value: 46", "value: 47"), "atlantis/organisations/reef/"),
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
    "an answer": (edit(ANSWERS, "The Sea Fund pays for projects of NGOs.", "It pays for them."), "atlantis/sources/"),
    "a question": (edit(QUESTION, "Sea money", "Money of the sea"), "atlantis/organisations/reef/"),
    "a claim of the article": (edit(CLAIMS, "There is a fund.", "There are funds."), "contribute/rules/"),
    "a name that the article prints": (
        edit(NAMES, "printed: Fund of the Sea", "printed: Funds of the Sea"),
        "contribute/rules/",
    ),
    "the title of a figure": (edit(FIGURE, "Projects of the Sea Fund", "What the fund pays for"), "contribute/rules/"),
    "the fiscal year of a country": (edit(COUNTRY, '"04-01"', '"07-01"'), "contribute/rules/"),
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
    "a word of the vocabulary": (edit("vocabulary/kinds.yml", "label: ", "label: New "), ""),
    "a message": (edit("../templates/messages/en.yml", "notes-lead: Each", "notes-lead: Every"), ""),
    "a template": (edit("../templates/parts/notes.html.j2", "<section", "<section "), ""),
    "the address of the site": (edit("../mkdocs.yml", "https://equal-footing.example/", "https://new.example/"), ""),
}
"""Changes one after the other, each with the address of a page that still holds after it, if any does."""


WORKLIST = "contribute/atlantis/"
"""The page that names lines of the files of a place, and depends on the day."""


@dataclass
class Seen:
    """The pages of one build that were kept, and those that were drawn."""

    kept: set[str] = field(default_factory=set)
    drawn: set[str] = field(default_factory=set)


class Bare:
    """No theme around a page."""

    def around(self, page: Page, content: PageContent) -> str:
        return content.html


def check(site: Path, files: Contents) -> None:
    """Hold the files of a site against those that are made now."""
    for address, content in files.items():
        raw = content.encode() if isinstance(content, str) else content
        assert (site / address).read_bytes() == raw, address


def look(project: Path) -> Seen:
    """Make every page as a build does; the files of one that was kept must be those that are made now."""
    config, plugin = configured(project, project / "site", "build")
    plugin.on_config(config)
    build, seen, site = plugin.build, Seen(), project / "site"
    assert build
    write_data(build, site)
    check(site, {f"{DATA}/{name}": text for name, text in exporting.data_texts(build.renderer).items()})
    for page in build.pages.values():
        was_made = False

        def making(page: Page = page) -> tuple[Contents, Finished]:
            nonlocal was_made
            was_made = True
            return finished(build, cast("Shells", Bare()), page)

        made_from = digest(repr(page), shown_lines(build.dataset, page))
        made = build.kept.write(site, page.address, made_from, making)
        (seen.drawn if was_made else seen.kept).add(page.address)
        if not was_made:
            files, anew = making()
            assert made == anew, page.address
            check(site, files)
    return seen


def test_after_every_kind_of_change_the_kept_pages_are_those_that_would_be_drawn(
    world: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """There is an edition, so pages say what has changed since then."""
    project = make_project(world)
    monkeypatch.setattr(make_edition, "_build", lambda root, name, to: to.mkdir())
    monkeypatch.setattr(downloads, "of_all_tables", lambda *parts: {})  # they are made from the rows of the texts
    monkeypatch.setattr(downloads, "in_parquet", lambda table: False)  # so are these
    make_edition.make(project, "2026.11", datetime.date(2026, 11, 28))
    assert not look(project).kept
    assert not look(project).drawn
    for name, (change, holds) in CHANGES.items():
        change(project / "data")
        seen = look(project)
        assert seen.drawn - {WORKLIST}, name
        assert holds in seen.kept if holds else not seen.kept, name
    for file in (ANSWERS, SOURCES):
        path = project / "data" / file
        path.write_bytes(b"# A line more.\n" + path.read_bytes())
        seen = look(project)
        assert WORKLIST in seen.drawn, file
        assert seen.kept, file
    monkeypatch.setattr(Dataset, "today", lambda self: PartialDate(2040, 1, 1))
    assert WORKLIST in look(project).drawn


def test_what_another_version_of_the_program_has_kept_in_another_form_is_made_anew(tmp_path: Path) -> None:
    kept = Kept(Store(tmp_path / "pages"), KeptFiles(tmp_path / "files"), Reads(), "this version")
    kept.store.put(digest("japan/"), pickle.dumps(("another version", {})))
    made = [kept.write(tmp_path / "site", "japan/", "", lambda: ({"japan/index.html": "Japan"}, "made")) for _ in "ab"]
    assert made == ["made", "made"]
    assert (tmp_path / "site/japan/index.html").read_text(encoding="utf-8") == "Japan"
