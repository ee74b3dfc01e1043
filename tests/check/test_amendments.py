"""Rules on amendments: what a record says of them in its facts, its version and its status does not contradict itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from ..cases import LAW, Case, Change, assert_answered, both, case, cases_of, edit
from ..conftest import problems


def amended(field: str, date: str) -> Change:
    fact = f"{{field: {field}, label: revision, value: {date}, source: atlas, locator: p. 9}}"
    return edit(LAW, "facts:\n", f"facts:\n  - {fact}\n")


def missing(reason: str) -> Change:
    fact = (
        f"{{field: amended, label: of 2024, missing: {reason}, searched: 2026-11-20, where: 'https://lost.example/'}}"
    )
    return edit(LAW, "facts:\n", f"facts:\n  - {fact}\n")


LATER = edit(LAW, "checked: 2026-11-20", "checked: 2026-11-20, later_amendment: 2024-03")
NO_FACT = (
    "atlantis/laws/aid-act.yml:4:99 version.later_amendment: no fact gives the amendment of 2024-03. Add one of the "
    "field amended, with its source; or with `missing: not-read` and a label, if nobody could read it."
)
BAD = {
    "amendment-missing": [
        case("no-fact-of-a-later-amendment", LATER, NO_FACT),
        case("facts-of-earlier-amendments-alone", both(amended("amended", "2021-02"), LATER), NO_FACT),
    ],
    "version-outdated": [
        case(
            "amended-after-the-version",
            amended("amended", "2024-03-05"),
            'atlantis/laws/aid-act.yml:7:46 fact 1, value: "2024-03-05" lies after the version that was read, '
            "2020-05-04, which mentions no later amendment. Add `later_amendment` to it, or read the newer text.",
        ),
    ],
    "since-amendment": [
        case(
            "in-force-since-an-amendment",
            amended("amendment-in-force", "2020-06-01"),
            "atlantis/laws/aid-act.yml:3:33 status.since: 2020-06-01 is when an amendment took effect. Write since when "
            "the text itself is in-force, or leave `since` out.",
        ),
        case(
            "in-force-since-the-month-of-an-amendment",
            amended("amendment-in-force", "2020-06"),
            "atlantis/laws/aid-act.yml:3:33 status.since: 2020-06-01 is when an amendment took effect. Write since when "
            "the text itself is in-force, or leave `since` out.",
        ),
    ],
}
GOOD = {
    "a later amendment is a fact": both(LATER, amended("amended", "2024-03-05")),
    "a later amendment took effect": both(LATER, amended("amendment-in-force", "2025")),
    "a later amendment could not be read": both(LATER, missing("not-read")),
    "an amendment that the version holds": amended("amended", "2020-05-04"),
    "an amendment takes effect after the version that holds it": amended("amendment-in-force", "2021-01-01"),
    "a text that is not in force": both(
        edit(LAW, "code: in-force, since: 2020-06-01", "code: draft"), amended("amendment-in-force", "2020-06-01")
    ),
}


@cases_of(BAD)
def test_a_mistake_is_answered(world: Path, rule: str, mistake: Case) -> None:
    assert_answered(world, rule, mistake)


@pytest.mark.parametrize("change", GOOD.values(), ids=GOOD)
def test_what_is_sound_is_not_answered(world: Path, change: Change) -> None:
    change(world / "data")
    assert problems(world) == []
