"""Rules on time: what changes has a time, no time is the day of reading, nothing lies ahead, texts have a version."""

import datetime
import time
from pathlib import Path

import pytest

from ..cases import ANSWERS, BODY, FUND, LAW, NGO, SOURCES, Case, assert_answered, both, case, cases_of, edit
from ..conftest import problems

MEMBERS = "unit: organisations, as_of: 2016-01"
VERSION = "version: {date: 2020-05-04, source: gazette, locator: p. 1, checked: 2026-11-20}\n"
NO_TIME = "the field {} changes with time. Add `as_of` or `period` from the source; a page without any date is `undated: true` in sources.yml."

BAD = {
    "time-of-change": [
        case(
            "members-without-time",
            edit(FUND, MEMBERS, "unit: organisations"),
            f"atlantis/funding/sea-fund.yml:9:5 fact 2: {NO_TIME.format('members')}",
        ),
        case(
            "one-of-several-values-without-time",
            edit(FUND, "{value: 31, as_of: 2024,", "{value: 31,"),
            f"atlantis/funding/sea-fund.yml:25:9 fact 5, value 2: {NO_TIME.format('projects')}",
        ),
        case(
            "text-without-time",
            edit(BODY, "facts:\n", "facts:\n  - {field: leadership, value: A chair, source: atlas, locator: p. 4}\n"),
            f"atlantis/bodies/aid-office.yml:6:5 fact 1: {NO_TIME.format('leadership')}",
        ),
    ],
    "reading-day": [
        case(
            "fact-of-the-day-of-reading",
            edit(FUND, "as_of: 2016-01", "as_of: 2026-11-20"),
            'atlantis/funding/sea-fund.yml:9:61 fact 2, as_of: "2026-11-20" is the day on which atlas was read, and not a date that it gives. Take the time from the source.',
        ),
        case(
            "value-of-the-day-of-reading",
            edit(FUND, "{value: 31, as_of: 2024,", "{value: 31, as_of: 2026-11-20,"),
            'atlantis/funding/sea-fund.yml:25:28 fact 5, value 2, as_of: "2026-11-20" is the day on which gazette was read, and not a date that it gives. Take the time from the source.',
        ),
        case(
            "status-of-the-day-of-reading",
            edit(NGO, "as_of: 2024", "as_of: 2026-11-20"),
            'atlantis/organisations/reef.yml:4:31 status.as_of: "2026-11-20" is the day on which atlas was read, and not a date that it gives. Take the time from the source.',
        ),
    ],
    "target-time": [
        case(
            "target-without-its-year",
            edit(FUND, "field: members, value: 46, unit: organisations", "field: target-share, label: aid, value: 46"),
            "atlantis/funding/sea-fund.yml:9:5 fact 2: the field target-share looks ahead: by when? Add `period`, such as "
            "2030 or 2026/2030.",
        ),
    ],
    "fiscal-year": [
        case(
            "fiscal-year-as-a-day",
            edit(FUND, "as_of: 2016-01", "as_of: 2022-23"),
            'atlantis/funding/sea-fund.yml:9:61 fact 2, as_of: "2022-23" is read as a fiscal year: write `period: 2022-04/2023-03`.',
        ),
    ],
    "event-ahead": [
        case(
            "founded-ahead",
            edit(BODY, "value: 1999", "value: 2027"),
            'atlantis/bodies/aid-office.yml:6:29 fact 1, value: "2027" is later than the day of the review, 2026-11-20.',
        ),
        case(
            "ended-ahead-where-sources-disagree",
            edit(
                BODY,
                "facts:\n",
                "facts:\n  - field: ended\n    missing: sources-disagree\n    note: They differ.\n    values:\n"
                "      - {value: 2025, source: atlas, locator: p. 4}\n"
                "      - {value: 2026-12, source: gazette, locator: p. 4}\n",
            ),
            'atlantis/bodies/aid-office.yml:11:17 fact 1, value 2, value: "2026-12" is later than the day of the review, 2026-11-20.',
        ),
        case(
            "members-ahead",
            edit(FUND, "as_of: 2016-01", "as_of: 2026-11-21"),
            'atlantis/funding/sea-fund.yml:9:61 fact 2, as_of: "2026-11-21" is later than the day of the review, 2026-11-20.',
        ),
        case(
            "value-ahead",
            edit(FUND, "{value: 31, as_of: 2024,", "{value: 31, as_of: 2027,"),
            'atlantis/funding/sea-fund.yml:25:28 fact 5, value 2, as_of: "2027" is later than the day of the review, 2026-11-20.',
        ),
        case(
            "status-ahead",
            edit(NGO, "as_of: 2024", "as_of: 2027"),
            'atlantis/organisations/reef.yml:4:31 status.as_of: "2027" is later than the day of the review, 2026-11-20.',
        ),
        case(
            "status-begins-ahead",
            edit(NGO, "code: active, as_of: 2024", "code: planned, since: 2027"),
            'atlantis/organisations/reef.yml:4:32 status.since: "2027" is later than the day of the review, 2026-11-20.',
        ),
        case(
            "relation-ahead",
            edit(FUND, "to: atlantis/laws/aid-act}", "to: atlantis/laws/aid-act, since: 2027}"),
            'atlantis/funding/sea-fund.yml:28:56 relation 2, since: "2027" is later than the day of the review, 2026-11-20.',
        ),
        case(
            "relation-ends-ahead",
            edit(FUND, "to: atlantis/laws/aid-act}", "to: atlantis/laws/aid-act, until: 2027}"),
            'atlantis/funding/sea-fund.yml:28:56 relation 2, until: "2027" is later than the day of the review, 2026-11-20.',
        ),
        case(
            "name-ahead",
            edit(
                BODY,
                "status:",
                "other_names:\n  - {name: {en: Help Office}, type: former, until: 2027}\nstatus:",
            ),
            'atlantis/bodies/aid-office.yml:4:52 other_name 1, until: "2027" is later than the day of the review, 2026-11-20.',
        ),
        case(
            "version-ahead",
            edit(LAW, VERSION, VERSION.replace("2020-05-04", "2027")),
            'atlantis/laws/aid-act.yml:4:17 version.date: "2027" is later than the day of the review, 2026-11-20.',
        ),
        case(
            "looked-after-the-review",
            edit(ANSWERS, "on: 2026-11-20", "on: 2026-11-21"),
            'atlantis/answers.yml:9:43 sea-money.looked 1, on: "2026-11-21" is later than the day of the review, 2026-11-20.',
        ),
        case(
            "searched-after-the-review",
            edit(
                ANSWERS,
                "  missing: sources-disagree\n",
                "  missing: not-read\n  searched: 2026-11-21\n  where: https://lost.example/\n",
            ),
            'atlantis/answers.yml:13:13 law-of-the-sea.searched: "2026-11-21" is later than the day of the review, 2026-11-20.',
            "atlantis/answers.yml:16:3 law-of-the-sea.positions: positions does not go with not-read.",
        ),
    ],
    "version-missing": [
        case(
            "law-without-version",
            edit(LAW, VERSION, ""),
            "atlantis/laws/aid-act.yml:1:1 does not say which version was read. Add `version`: date, source, locator, checked.",
        ),
    ],
    "version-misplaced": [
        case(
            "body-with-version",
            edit(BODY, "summary:", f"{VERSION}summary:"),
            "atlantis/bodies/aid-office.yml:4:1 version: goes only with texts that are amended, and the kind body is none.",
        ),
    ],
}


@cases_of(BAD)
def test_a_mistake_is_answered(world: Path, rule: str, mistake: Case) -> None:
    assert_answered(world, rule, mistake)


UNDATED = edit(SOURCES, "  date: 2025-03\n", "  undated: true\n")
GOOD = {
    "a fact of an undated source has no time": both(UNDATED, edit(FUND, MEMBERS, "unit: organisations")),
    "money of an undated source has no time": both(UNDATED, edit(FUND, "    period: 2023-04/2024-03\n", "")),
    "a value of an undated source has no time": both(
        edit(SOURCES, "  date: 2020-05-04\n", "  undated: true\n"),
        edit(FUND, "{value: 31, as_of: 2024,", "{value: 31,"),
    ),
    "the fact gives the time of its values": both(
        edit(FUND, "{value: 31, as_of: 2024,", "{value: 31,"),
        edit(FUND, "{value: 30, as_of: 2024,", "{value: 30,"),
        edit(FUND, "    note: The gazette", "    as_of: 2024\n    note: The gazette"),
    ),
    "what is missing has no time": edit(
        FUND,
        "value: 46, unit: organisations, as_of: 2016-01, source: atlas, locator: p. 5",
        "missing: not-researched",
    ),
    "a field that does not change has no time": edit(
        BODY, "facts:\n", "facts:\n  - {field: purpose, value: Aid, source: atlas, locator: p. 4}\n"
    ),
    "a source that bears the day of reading gives it": both(
        edit(SOURCES, "date: 2025-03", "date: 2026-11-20"), edit(FUND, "as_of: 2016-01", "as_of: 2026-11-20")
    ),
    "the month of the review is no event ahead": edit(FUND, "as_of: 2016-01", "as_of: 2026-11"),
    "nobody knows whether about a year lies ahead": edit(BODY, "value: 1999", "value: 2027~"),
    "a budget lies ahead": edit(FUND, "period: 2023-04/2024-03", "period: 2027-04/2028-03"),
    "a season is a day where it is no fiscal year": edit(FUND, "as_of: 2016-01", "as_of: 2022-21"),
    "a later amendment may have been passed before": both(
        edit(LAW, "checked: 2026-11-20", "checked: 2026-11-20, later_amendment: 2020-06, note: Not yet in force"),
        edit(LAW, "facts:\n", "facts:\n  - {field: amended, value: 2020-06-30, source: atlas, locator: p. 4}\n"),
    ),
}


@pytest.mark.parametrize("change", GOOD.values(), ids=GOOD)
def test_what_is_sound_is_not_answered(world: Path, change: object) -> None:
    assert callable(change)
    change(world / "data")
    assert problems(world) == []


@pytest.mark.parametrize("zone", ["Etc/GMT+12", "Pacific/Kiritimati", "UTC"])
def test_the_day_of_a_contributor_passes_in_every_time_zone(
    world: Path, zone: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    farthest_east = datetime.datetime.now(datetime.timezone(datetime.timedelta(hours=14))).date()
    edit(NGO, "reviewed: 2026-11-20", f"reviewed: {farthest_east}")(world / "data")
    with monkeypatch.context() as patch:
        patch.setenv("TZ", zone)
        time.tzset()
        found = problems(world)
    time.tzset()
    assert found == []


def test_the_day_after_tomorrow_lies_in_the_future(world: Path) -> None:
    day = datetime.datetime.now(datetime.UTC).date() + datetime.timedelta(days=2)
    edit(NGO, "reviewed: 2026-11-20", f"reviewed: {day}")(world / "data")
    assert problems(world) == [f'data/atlantis/organisations/reef.yml:11:11 reviewed: "{day}" lies in the future.']
