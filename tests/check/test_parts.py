"""What rules see from a part of the data: all that its files hold, and of all else what they ask for by name."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

from equal_footing.check import parts
from equal_footing.check.parts import Part
from equal_footing.model.dataset import Dataset
from equal_footing.model.loading import load

from ..cases import BODY, CLAIMS, FUND

ARTICLE, PLACE = "article", "atlantis"
FUND_ID, BODY_ID = FUND.removesuffix(".yml"), BODY.removesuffix(".yml")


def part_of(world: Path, folder: str) -> tuple[Dataset, Part]:
    """Return the small world, and one folder of it as a part."""
    dataset, _ = load(world)
    assert dataset
    return dataset, next(part for part in parts.by_folder(dataset) if f"data/{folder}/" in min(part.files))


def test_each_file_with_data_is_in_one_part(dataset: Dataset) -> None:
    found = [file for part in parts.by_folder(dataset) for file in part.files]
    assert len(found) == len(set(found))
    assert {value.document.file for value in dataset.values} <= {*found}


def test_the_values_of_all_parts_are_those_of_all_data(dataset: Dataset) -> None:
    found = [(value.document.file, value.path, value.value) for value in dataset.values]
    in_parts = [
        (value.document.file, value.path, value.value)
        for part in parts.by_folder(dataset)
        for value in part.dataset.values
    ]
    assert sorted(map(repr, in_parts)) == sorted(map(repr, found))


def test_who_goes_through_a_part_finds_what_its_files_hold_and_asks_for_nothing(world: Path) -> None:
    dataset, part = part_of(world, PLACE)
    seen = part.dataset
    assert dict(seen.entries) == {name: entry for name, entry in dataset.entries.items() if entry.place == PLACE}
    assert (list(seen.sources), list(seen.answers)) == (list(dataset.sources), list(dataset.answers))
    assert (seen.figures, seen.sections, list(seen.questions)) == (dataset.figures, [], [])
    assert seen.entries[FUND_ID] is dataset.entries[FUND_ID]
    assert not part.asked


def test_what_is_elsewhere_is_found_by_name_and_noted(world: Path) -> None:
    dataset, part = part_of(world, ARTICLE)
    seen = part.dataset
    assert FUND_ID not in list(seen.entries)
    assert seen.entries[FUND_ID] is dataset.entries[FUND_ID]
    assert seen.entries.get("atlantis/nothing") is None
    assert BODY_ID in seen.known
    assert seen.sources["atlas"] is dataset.sources["atlas"]
    assert list(part.asked) == [
        ("entries", FUND_ID),
        ("entries", "atlantis/nothing"),
        ("known", BODY_ID),
        ("sources", "atlas"),
    ]


def test_names_that_are_looked_through_are_noted_as_all_names(world: Path) -> None:
    dataset, part = part_of(world, ARTICLE)
    assert set(part.dataset.known) == dataset.known
    assert list(part.asked) == [("known",)]
    before = parts.answers(dataset, part.asked)
    dataset.known.add("atlantis/funding/new")
    assert parts.answers(dataset, part.asked) != before


def test_a_part_shows_nothing_else_of_the_data(world: Path) -> None:
    """A new attribute of the dataset is empty in a part, until `parts` says how it is seen there."""
    _, part = part_of(world, CLAIMS.split("/")[0])
    shown = {*parts.HELD_BY_NAME, *parts.HELD_IN_LISTS, *parts.MADE_OF_ALL, *parts.NAMES}
    in_the_key = {"vocabulary", "unread", "followers"}
    own = {"article_names", "article_faults"}
    hidden = {"root": Path(), "published": ()}
    assert {field.name for field in fields(Dataset)} <= shown | in_the_key | own | {*hidden}
    assert {name: getattr(part.dataset, name) for name in hidden} == hidden
