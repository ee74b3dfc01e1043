"""The days of pages: reviews of what they show, and changes of its values."""

from __future__ import annotations

from pathlib import Path

import pytest

from equal_footing.check.run import load_checked
from equal_footing.model import messages
from equal_footing.model.values import PartialDate
from equal_footing.sitemap import days, pages

from ..cases import FUND, Change, both, edit, whole
from ..conftest import ROOT

WORDS = messages.load(ROOT)
REVIEWED = edit(FUND, "reviewed: 2026-11-20", "reviewed: 2026-11-22")
WITHDRAWN = b"""\
withdrawn: 2026-11-18
name: {en: Fund of Reefs}
reason: It was never set up [@gazette, Article 1].
last: It said who pays [@gazette, Article 1].
"""
CHANGED = edit(FUND, "value: 46", "value: 47, changed: {kind: corrected, on: 2026-11-25, reason: Misread.}")


@pytest.mark.parametrize(
    ("change", "day"),
    [(None, (2026, 11, 20)), (REVIEWED, (2026, 11, 22)), (both(CHANGED, REVIEWED), (2026, 11, 25))],
)
def test_a_page_changed_when_what_it_shows_was_reviewed_or_changed_last(
    world: Path, change: Change | None, day: tuple[int, int, int]
) -> None:
    whole("atlantis/funding/gone.yml", WITHDRAWN)(world / "data")
    if change:
        change(world / "data")
    dataset = load_checked(world)
    found = {page.address: days.changed(dataset, page) for page in pages.all_pages(dataset, WORDS)}
    shown = ("atlantis/funding/sea-fund/", "atlantis/", "funding/")
    assert [found[address] for address in shown] == [PartialDate(*day)] * 3
    assert found["atlantis/laws/aid-act/"] == PartialDate(2026, 11, 20)
    assert found["atlantis/funding/gone/"] == PartialDate(2026, 11, 18)
