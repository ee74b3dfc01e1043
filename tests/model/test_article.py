"""Ids of claims and faults."""

from __future__ import annotations

from pathlib import Path

from ..cases import CLAIMS, FAULTS, Case, assert_answered, case, cases_of, edit

BAD = {
    "claim-id": [
        case(
            "claim-id",
            edit(CLAIMS, "id: s002", "id: claim-2"),
            'article/claims/money.yml:12:9 claim 2, id: "claim-2" is not the id of a claim, such as s042.',
        ),
        case(
            "claim-id-full-width",
            edit(CLAIMS, "id: s002", "id: s００2"),
            'article/claims/money.yml:12:9 claim 2, id: "s００2" is not the id of a claim, such as s042. Full-width signs do not count: type 0 for ０.',
        ),
    ],
    "fault-id": [
        case(
            "fault-id",
            edit(FAULTS, "id: t01", "id: one"),
            'article/translation.yml:2:10 fault 1, id: "one" is not the id of a fault, such as t07.',
        ),
    ],
}
"""Each rule with mistakes that break it."""


@cases_of(BAD)
def test_a_mistake_is_answered(world: Path, rule: str, mistake: Case) -> None:
    assert_answered(world, rule, mistake)
