"""The feeds: one of all changes, and one of each place with its own alone."""

from __future__ import annotations

import datetime

from equal_footing.changes.edition_change import EditionChange
from equal_footing.changes.feed import feed
from equal_footing.changes.release_notes import Release
from equal_footing.drawing.render import Renderer
from equal_footing.model import messages

from ..conftest import ROOT


def test_the_feed_of_a_place_has_its_records_and_its_answers_and_no_others() -> None:
    changes = [
        EditionChange("added", "japan/laws/act", "An act"),
        EditionChange("updated", "compare/a-question", "A question", anchor="japan", label="Japan", new="Yes"),
        EditionChange("added", "canada/laws/act", "Another act"),
        EditionChange("moved", "canada/laws/moved", "A moved act", old="japan/laws/moved/", new="canada/laws/moved/"),
    ]
    release = Release(1, "2026.12", datetime.date(2026, 12, 1), changes)
    page, words = Renderer.bare_environment(ROOT), messages.load(ROOT)
    every = feed(page, [release], "https://site.example/", words)
    ours = feed(page, [release], "https://site.example/", words, ("japan", "Japan"))
    assert every.count("<entry>") == 4
    assert ours.count("<entry>") == 2
    assert "An act" in ours
    assert "A question" in ours
    assert "<id>tag:equal-footing.example,2026:changes/japan</id>" in ours
    assert "(Japan)</title>" in ours
