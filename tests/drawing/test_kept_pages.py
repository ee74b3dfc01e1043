"""A page that is kept from the build before is the page that would be drawn now, whatever has changed in between."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from equal_footing.changes import make_edition
from equal_footing.drawing.kept_pages import KeptPages
from equal_footing.drawing.page_content import PageContent, draw
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
    edit,
    whole,
)
from ..site.conftest import copy_country, make_project
from ..site.test_plugin import configured

CHANGES: dict[str, tuple[Change, bool]] = {
    "the value of a fact": (edit(FUND, "value: 46", "value: 47"), True),
    "a note of a fact": (edit(FUND, "Looked for in the atlas.", "Looked for in the whole atlas."), True),
    "the name of a record": (edit(BODY, "Aid Office", "Office of Aid"), True),
    "the status of a record": (edit(LAW, "code: in-force", "code: repealed"), True),
    "a relation": (
        edit(NGO, "facts:\n", "relations:\n  - {type: based-on, to: atlantis/laws/aid-act}\nfacts:\n"),
        True,
    ),
    "a citation": (edit(NGO, "[@atlas, p. 7]", "[@gazette, Article 5]"), True),
    "the title of a source": (edit(SOURCES, "Atlas of Atlantis", "Great Atlas of Atlantis"), True),
    "the date of a source": (edit(SOURCES, "date: 2025-03", "undated: true"), True),
    "an answer": (edit(ANSWERS, "The Sea Fund pays for projects of NGOs.", "It pays for them."), True),
    "a question": (edit(QUESTION, "Sea money", "Money of the sea"), True),
    "a claim of the article": (edit(CLAIMS, "There is a fund.", "There are funds."), True),
    "a name that the article prints": (edit(NAMES, "printed: Fund of the Sea", "printed: Funds of the Sea"), True),
    "the title of a figure": (edit(FIGURE, "Projects of the Sea Fund", "What the fund pays for"), True),
    "the fiscal year of a country": (edit(COUNTRY, '"04-01"', '"07-01"'), True),
    "a record that moves": (whole("atlantis/laws/old.yml", b"moved_to: atlantis/laws/aid-act\n"), True),
    "a country more": (lambda data: copy_country(data, "Lemuria", "LI", "L\u00e9murie"), False),
    "a word of the vocabulary": (edit("vocabulary/kinds.yml", "label: ", "label: New "), False),
    "a message": (edit("../templates/messages/en.yml", "notes-lead: Each", "notes-lead: Every"), False),
    "a template": (edit("../templates/parts/notes.html.j2", "<section", "<section "), False),
    "the address of the site": (edit("../mkdocs.yml", "https://equal-footing.example/", "https://new.example/"), False),
}
"""Changes one after the other, each with whether some pages still hold after it."""


@dataclass
class Seen:
    """The pages of one build that were kept, and those that were drawn."""

    kept: set[str] = field(default_factory=set)
    drawn: set[str] = field(default_factory=set)


def look(project: Path, made: Callable[..., PageContent]) -> Seen:
    """Ask for every page as a build does; a page that was kept must be the one that is drawn now."""
    config, plugin = configured(project, project / "site", "build")
    plugin.on_config(config)
    build, seen = plugin.build, Seen()
    assert build
    for page in build.pages.values():
        was_drawn = False

        def drawing(page: Page = page) -> PageContent:
            nonlocal was_drawn
            was_drawn = True
            return draw(build.renderer, page)

        found = made(build.kept, page, drawing)
        (seen.drawn if was_drawn else seen.kept).add(page.address)
        assert was_drawn or found == draw(build.renderer, page), page.address
    return seen


def test_after_every_kind_of_change_the_kept_pages_are_those_that_would_be_drawn(
    world: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """There is an edition, so pages say what has changed since then."""
    project = make_project(world)
    monkeypatch.setattr(make_edition, "_build", lambda root, name, to: to.mkdir())
    make_edition.make(project, "2026.11", datetime.date(2026, 11, 28))
    assert not look(project, KeptPages.made).kept
    first = look(project, KeptPages.made)
    always = {address for address in first.drawn if address.startswith("data/")}
    assert first.drawn - always == {"contribute/atlantis/"}, "it depends on the day, the others on all data"
    for name, (change, some_hold) in CHANGES.items():
        change(project / "data")
        seen = look(project, KeptPages.made)
        assert len(seen.drawn - always) > 1, name
        assert bool(seen.kept) == some_hold, name
