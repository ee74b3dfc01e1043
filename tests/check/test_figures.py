"""Rules on figures."""

from __future__ import annotations

from pathlib import Path

import pytest

from ..cases import FIGURE, FUND, Case, assert_answered, both, case, cases_of, copy, edit
from ..conftest import problems

COUNTS = "".join(
    f"  - {{field: organisations, value: {year}, unit: organisations, as_of: {year}, source: atlas, locator: p. 4}}\n"
    for year in (2022, 2023, 2024)
)
BAD = {
    "figure-record": [
        case(
            "figure-record",
            edit(FIGURE, "atlantis/funding/sea-fund", "atlantis/funding/see-fund"),
            'atlantis/figures/projects.yml:6:14 series 1, record: "atlantis/funding/see-fund" does not exist. '
            "Did you mean atlantis/funding/sea-fund?",
        ),
    ],
    "figure-facts": [
        case(
            "figure-label",
            edit(FIGURE, "field: projects,", "field: amount, label: grant,"),
            "atlantis/figures/projects.yml:6:63 series 1, label: atlantis/funding/sea-fund has no such fact amount. "
            "Did you mean grants?",
        ),
    ],
    "figure-field": [
        case(
            "figure-of-words",
            edit(FIGURE, "field: projects", "field: eligibility"),
            "atlantis/figures/projects.yml:6:48 series 1, field: the field eligibility holds no figures.",
        ),
    ],
    "figure-points": [
        case(
            "figure-one-point",
            edit(FIGURE, "chart: parts", "chart: time"),
            "atlantis/figures/projects.yml:6:5 series 1: gives 1 value; a line over time needs three or more.",
        ),
    ],
    "figure-measure": [
        case(
            "figure-measures",
            edit(
                FIGURE,
                "name: Projects}",
                "name: Projects}\n  - {record: atlantis/funding/sea-fund, field: members, name: Members}",
            ),
            "atlantis/figures/projects.yml:6:3 series: draws different measures: Projects is in projects; Members is in "
            "organisations. Draw one, or set `currency`, `unit` or `label`.",
            "atlantis/figures/projects.yml:6:3 series: mixes kinds of time: day, year. Say so in `limits`, or draw one.",
        ),
    ],
    "figure-breaks": [
        case(
            "figure-breaks-of-bars",
            edit(FIGURE, "reviewed:", "breaks: [2018]\nreviewed:"),
            "atlantis/figures/projects.yml:7:9 breaks: bars have no breaks. Delete `breaks`.",
        ),
        case(
            "figure-breaks-beside-the-values",
            both(
                edit(FUND, "facts:\n", f"facts:\n{COUNTS}"),
                edit(FIGURE, "field: projects", "field: organisations"),
                edit(FIGURE, "chart: parts", "chart: time"),
                edit(FIGURE, "reviewed:", "breaks: [2021, 2023]\nreviewed:"),
            ),
            "atlantis/figures/projects.yml:7:9 breaks: nothing says what is counted in another way. Say it in `limits`.",
            "atlantis/figures/projects.yml:7:10 break 1: 2021 parts nothing: it is not between two values. Delete it, or "
            "correct it.",
        ),
    ],
    "figure-name": [
        case(
            "figure-name-twice",
            edit(
                FIGURE,
                "name: Projects}",
                "name: Projects}\n  - {record: atlantis/funding/sea-fund, field: projects, name: Projects}",
            ),
            'atlantis/figures/projects.yml:7:64 series 2, name: "Projects" occurs twice.',
        ),
    ],
    "figure-order": [
        case(
            "figure-order-twice",
            copy(FIGURE, "atlantis/figures/sums.yml", ("title: Projects", "title: Sums")),
            "atlantis/figures/sums.yml:1:8 order: 1 is the place of the figure projects already.",
        ),
    ],
    "figure-place": [
        case(
            "figure-of-no-place",
            copy(FIGURE, "lemuria/figures/x.yml"),
            "lemuria/figures/x.yml:1:1 there is no place lemuria: data/lemuria/country.yml is missing.",
        ),
    ],
    "figure-mixed": [
        case(
            "figure-mixes-bases",
            both(
                edit(
                    FIGURE,
                    "field: projects, name: Projects}",
                    "field: amount, label: grants, name: Grants}\n"
                    "  - {record: atlantis/funding/sea-fund, field: budget, name: Budget}",
                ),
                edit(
                    "atlantis/funding/sea-fund.yml",
                    "facts:\n",
                    "facts:\n  - {field: budget, value: 2_000_000, currency: EUR, basis: budget, period: "
                    "2023-04/2024-03, source: atlas, locator: p. 6}\n",
                ),
            ),
            "atlantis/figures/projects.yml:6:3 series: mixes bases: budget, disbursement. Say so in `limits`, or draw one.",
        ),
    ],
}
"""Each rule with mistakes that break it."""


@cases_of(BAD)
def test_a_mistake_is_answered(world: Path, rule: str, mistake: Case) -> None:
    assert_answered(world, rule, mistake)


SUM = (
    "  - {{field: budget, value: {}_000_000, currency: EUR, basis: budget, period: {}, source: atlas, locator: p. 6}}\n"
)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("22_000_000", "about 22 million"),
        ("currency: EUR, ", ""),
        ("basis: budget, ", ""),
        ("period: 2022, ", ""),
        ("value: 22_000_000", 'value: 22_000_000, to: "24m"'),
    ],
)
def test_a_mistake_in_a_value_is_told_where_it_is_and_not_again_of_the_figure(world: Path, old: str, new: str) -> None:
    sums = "".join(SUM.format(year - 2000, year) for year in (2022, 2023, 2024))
    edit(FUND, "facts:\n", f"facts:\n{sums}")(world / "data")
    for of_figure in (("chart: parts", "chart: time"), ("field: projects", "field: budget")):
        edit(FIGURE, *of_figure)(world / "data")
    assert problems(world) == []
    edit(FUND, old, new)(world / "data")
    [line] = problems(world)
    assert line.startswith(f"data/{FUND}:8:")
