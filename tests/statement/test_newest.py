"""Which of several facts is the newest, and in what order they are shown."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from equal_footing.check.run import load_checked
from equal_footing.model.values import PartialDate, Period
from equal_footing.model.vocabulary import Field
from equal_footing.statement.facts import Facts
from equal_footing.statement.newest import (
    best_first,
    by_label,
    for_reading,
    newest_first,
    newest_of_each_label,
    summing_up,
)
from equal_footing.statement.stated import Stated

from ..cases import COUNTRY, FUND, LAW, SOURCES, edit
from ..conftest import FILES

MEMBERS = "  - {field: members, value: 46, unit: organisations, as_of: 2016-01, source: atlas, locator: p. 5}\n"

LEAFLET = """\
leaflet:
  title: {en: A leaflet}
  authors: [{organisation: Atlas Office}]
  publisher: Atlas Press
  container: Atlas Press
  undated: true
  url: https://leaflet.example/
  language: en
  type: report
  read: 2026-11-20
"""


def member(label: str, value: int, time: str) -> str:
    return f"  - {{field: members, label: {label}, value: {value}, {time}source: atlas, locator: p. 5}}\n"


@pytest.fixture
def members(world: Path) -> list[Stated]:
    """Facts of one field in an order that says nothing, each with its place in the file as its value."""
    facts = [
        member("a", 1, "").replace("atlas", "leaflet"),
        member("b", 2, "as_of: 2019, "),
        member("a", 3, "period: 2018/.., "),
        member("a", 4, "as_of: 2020-05, "),
        member("a", 5, "period: 2020, "),
        member("b", 6, "as_of: 2024, ").replace("}", ", withdrawn: 2026-11-20, note: Wrong.}"),
        member("b", 7, "as_of: 2021, "),
    ]
    assert MEMBERS in FILES[FUND]
    edit(SOURCES, "atlas:\n", f"{LEAFLET}atlas:\n")(world / "data")
    edit(FUND, MEMBERS, "".join(facts))(world / "data")
    return [fact for fact in Facts(load_checked(world)).of(FUND.removesuffix(".yml")) if fact.field.id == "members"]


def numbers(facts: list[Stated]) -> list[str]:
    return [fact.value.text for fact in facts if fact.value]


def test_open_periods_come_first_then_the_last_day_decides_and_undated_and_withdrawn_facts_come_last(
    members: list[Stated],
) -> None:
    assert numbers(newest_first(members)) == ["3", "7", "5", "4", "2", "1", "6"]


def test_uncertain_dates_count_by_the_last_day_that_they_can_mean(world: Path) -> None:
    times = ["2023-33", "2023-36~", "2022~", "202X", "2023-05", "201X"]
    facts = [member(f"l{number}", number, f"as_of: {time}, ") for number, time in enumerate(times)]
    edit(FUND, MEMBERS, "".join(facts))(world / "data")
    found = [fact for fact in Facts(load_checked(world)).of(FUND.removesuffix(".yml")) if fact.field.id == "members"]
    assert [times[int(number)] for number in numbers(newest_first(found))] == [
        "202X",
        "2023-36~",
        "2023-05",
        "2023-33",
        "2022~",
        "201X",
    ]


def test_facts_of_one_label_stay_together_in_the_order_of_the_labels(members: list[Stated]) -> None:
    assert numbers(by_label(members)) == ["3", "5", "4", "1", "7", "2", "6"]
    assert numbers(newest_of_each_label(members)) == ["3", "7"]


def test_a_part_never_comes_before_the_whole_and_else_the_newest_comes_first(members: list[Stated]) -> None:
    def order(*labels: str | None) -> list[str]:
        return numbers(best_first(replace(fact, label=label) for fact, label in zip(members, labels, strict=False)))

    assert order("a", "b", "c", "d", "e", "f", "g") == ["3", "7", "5", "4", "2", "1", "6"]
    assert order("a", "b", "c", "d", None, "f", "g") == ["5", "3", "7", "4", "2", "1", "6"]
    assert order("all", "members", "members, in Tokyo", "x", "y", "z", "members abroad")[0] == "7"


def test_parts_sum_a_field_up_together_and_none_of_them_alone(members: list[Stated]) -> None:
    def chosen(*labels: str | None, reviewed: str = "2026-11-20") -> list[str]:
        relabelled = [replace(fact, label=label) for fact, label in zip(members, labels, strict=False)]
        return numbers(summing_up(relabelled, PartialDate.parse(reviewed)))

    assert chosen("a", "a", "a", "a", "a", "b", "b") == ["3", "7"], "the newest of each part, and none withdrawn"
    assert chosen("a", "b", None, "d", "e", "f", "g") == ["3"], "the whole stands for its parts"
    assert chosen("a", "a, in Tokyo", "c", "c", "a", "f", "c") == ["3", "5"]
    assert chosen("a", "b", "c", "d", "e", "f", "g", reviewed="2031-01-01") == ["3", "7", "1"], "parts grow old"
    assert chosen("a", None, "c", "d", "e", "f", "g", reviewed="2090-12-31") == ["2"], "what is said of the whole stays"
    assert summing_up([]) == []


def test_the_newest_occasion_sums_a_field_up_whatever_its_label(world: Path) -> None:
    edit(LAW, "version: {date: 2020-05-04", "version: {date: 2022")(world / "data")
    dates = ("value: 2020-08-27", "label: revision, value: 2021-02-24", "label: section 3, value: 2020-12")
    lines = "".join(f"  - {{field: amended, {date}, source: gazette, locator: heading}}\n" for date in dates)
    edit(LAW, "facts:\n", f"facts:\n{lines}")(world / "data")
    found = Facts(load_checked(world)).current_of(LAW.removesuffix(".yml"), "amended")
    assert numbers(best_first(found)) == ["2021-02-24", "2020-12", "2020-08-27"]
    assert numbers(summing_up(found)) == ["2021-02-24"]


def test_numbers_are_read_from_the_label_with_the_newest_and_texts_in_the_order_of_the_file(
    members: list[Stated],
) -> None:
    labels = ("a", "b", "c", "d", "b", "b", "a")
    series = [replace(fact, label=label) for fact, label in zip(members, labels, strict=True)]
    assert numbers(for_reading(series)) == ["3", "7", "1", "5", "2", "4", "6"]
    texts = [replace(fact, field=replace_type(fact)) for fact in series]
    assert numbers(for_reading(texts)) == ["7", "1", "5", "2", "3", "4", "6"]


def replace_type(fact: Stated) -> Field:
    return fact.field.model_copy(update={"type": "text"})


def test_facts_of_the_same_time_keep_their_order(members: list[Stated]) -> None:
    alike = [replace(fact, time=None, values=()) for fact in members[:5]]
    assert newest_first(alike) == alike


@pytest.mark.parametrize(
    ("time", "start", "is_fiscal"),
    [
        (Period.parse("2022-04/2023-03"), (4, 1), True),
        (Period.parse("2022-04/2023-03"), (7, 1), False),
        (Period.parse("2022-01/2022-12"), (1, 1), False),
        (Period.parse("2022-04/.."), (4, 1), False),
        (Period.parse("2022/2023"), (4, 1), False),
    ],
)
def test_a_period_is_fiscal_when_it_is_made_of_whole_fiscal_years(
    time: Period, start: tuple[int, int], is_fiscal: bool
) -> None:
    assert time.is_fiscal(*start) == is_fiscal


@pytest.mark.parametrize("newest_comes_first", [True, False])
def test_the_fiscal_year_of_a_country_begins_as_its_newest_fact_says(world: Path, newest_comes_first: bool) -> None:
    starts = [
        '{field: fiscal-year-start, value: "04-01", as_of: 2024, source: atlas, locator: p. 2}',
        '{field: fiscal-year-start, value: "01-01", as_of: 1880, source: atlas, locator: p. 2}',
    ]
    in_order = starts if newest_comes_first else starts[::-1]
    only = '  - {field: fiscal-year-start, value: "04-01", source: atlas, locator: p. 2}\n'
    edit(COUNTRY, only, "".join(f"  - {fact}\n" for fact in in_order))(world / "data")
    assert Facts(load_checked(world)).fiscal_starts == {"atlantis": (4, 1)}
