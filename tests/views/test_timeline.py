"""The timeline: what took place once is one entry, and what was only announced is not said to have happened."""

from __future__ import annotations

from pathlib import Path

import pytest

from equal_footing.check.run import load_checked
from equal_footing.model import messages
from equal_footing.views import timeline
from equal_footing.views.records import Views
from equal_footing.views.timeline import Happening

from ..cases import BODY, COUNTRY, FUND, NGO, edit
from ..conftest import ROOT


def happenings(world: Path, day: str) -> list[Happening]:
    """Return what the timeline says of a day."""
    facts = Views(load_checked(world), messages.load(ROOT)).facts
    return [one for decade in timeline.decades(facts) for one in decade.happenings if str(one.event.date) == day]


def add(world: Path, file: str, fact: str) -> None:
    edit(file, "facts:\n", f"facts:\n  - {{{fact}, locator: p. 2}}\n")(world / "data")


def titles(found: list[Happening]) -> list[tuple[str, list[str]]]:
    return [(one.event.entry.record.title, [event.entry.record.title for event in one.also]) for one in found]


MEETING = "field: held-on, value: 2024-03-18"
TOLD = "field: milestone, as_of: 2024-03-18, value: The fund met the office"


def test_a_meeting_that_two_records_have_from_one_source_is_one_entry(world: Path) -> None:
    for file in (FUND, BODY):
        add(world, file, f"{MEETING}, source: atlas")
    assert titles(happenings(world, "2024-03-18")) == [("Sea Fund", ["Aid Office"])]


@pytest.mark.parametrize(
    ("files", "facts"),
    [
        ((FUND, BODY), (f"{MEETING}, source: atlas", f"{MEETING}, source: gazette")),
        ((NGO, BODY), (f"{MEETING}, source: atlas", f"{MEETING}, source: atlas")),
        ((FUND, BODY), (f"{MEETING}, source: atlas", "field: reorganised, value: 2024-03-18, source: atlas")),
        (
            (FUND, BODY),
            ("field: held-on, value: 2024-03, source: atlas", "field: held-on, value: 2024-03, source: atlas"),
        ),
    ],
    ids=["other sources", "records that know nothing of each other", "other things", "some day of a month"],
)
def test_what_may_be_two_things_is_two_entries(world: Path, files: tuple[str, str], facts: tuple[str, str]) -> None:
    for file, fact in zip(files, facts, strict=True):
        add(world, file, fact)
    [day] = {"2024-03-18" if "-18" in fact else "2024-03" for fact in facts}
    assert [len(one.events) for one in happenings(world, day)] == [1, 1]


def test_a_text_on_another_record_repeats_a_date_and_one_on_its_own_tells_it(world: Path) -> None:
    add(world, BODY, f"{TOLD}, source: atlas")
    add(world, FUND, f"{TOLD}, source: atlas")
    add(world, FUND, f"{MEETING}, source: atlas")
    [one] = happenings(world, "2024-03-18")
    assert one.event.fact.field.id == "held-on"
    assert titles([one]) == [("Sea Fund", ["Aid Office"])]
    assert [event.entry.record.title for event in one.told] == ["Sea Fund"]
    assert len(one.events) == 3


@pytest.mark.parametrize(
    ("source", "field", "said"),
    [
        ("2025-03", "ended", "Was to end"),
        ("2025", "ended", "Was to end"),
        ("2026-01-01", "ended", "Ended"),
        ("2025-12-31", "ended", "Ended"),
        ("2026", "ended", "Ended"),
        ("2025-03", "held-on", "Was to take place"),
        ("2025-03", "renamed", "Renamed"),
    ],
)
def test_a_date_that_every_source_is_older_than_was_only_announced(
    world: Path, source: str, field: str, said: str
) -> None:
    edit("atlantis/sources.yml", "date: 2025-03", f"date: {source}")(world / "data")
    edit(FUND, "status: {code: active, as_of: 2024-03,", "status: {code: closed, since: 2025-12-31,")(world / "data")
    add(world, FUND, f"field: {field}, value: 2025-12-31, source: atlas")
    [one] = happenings(world, "2025-12-31")
    assert one.event.said == said


def test_the_record_of_a_place_stands_without_the_name_of_its_place_before_it(world: Path) -> None:
    add(world, COUNTRY, f"{TOLD}, source: atlas")
    add(world, NGO, "field: renamed, value: 2024-03-18, source: atlas")
    places = {one.event.entry.record.title: one.event.place for one in happenings(world, "2024-03-18")}
    assert places == {"Atlantis": "", "Reef": "Atlantis"}
