"""Rules on what belongs to which kind: fields, statuses, both ends of relations."""

from __future__ import annotations

from pathlib import Path

import pytest

from ..cases import BODY, FUND, LAW, NGO, Case, assert_answered, case, cases_of, edit
from ..conftest import problems

BAD = {
    "field-kind": [
        case(
            "fiscal-year-of-a-law",
            edit(LAW, "{field: adopted, value: 2020-05-04", '{field: fiscal-year-start, value: "04-01"'),
            "atlantis/laws/aid-act.yml:7:13 fact 1, field: the field fiscal-year-start does not go with a law. "
            "It goes with: country.",
        ),
        case(
            "ratification-of-an-organisation",
            edit(NGO, "field: founded", "field: ratified"),
            "atlantis/organisations/reef.yml:9:13 fact 1, field: the field ratified does not go with an organisation. "
            "It goes with: law, commitment.",
        ),
    ],
    "status-kind": [
        case(
            "body-in-force",
            edit(BODY, "code: active", "code: in-force"),
            "atlantis/bodies/aid-office.yml:3:16 status.code: a body cannot be in-force. "
            "It can be: active, closed, merged, replaced, planned, suspended, unknown.",
        ),
    ],
    "relation-kind": [
        case(
            "administered-by-a-fund",
            edit(NGO, "reviewed:", "relations:\n  - {type: administered-by, to: atlantis/funding/sea-fund}\nreviewed:"),
            "atlantis/organisations/reef.yml:12:33 relation 1, to: leads to a funding-scheme; administered-by leads to: "
            "body, organisation.",
        ),
        case(
            "amendment-by-a-fund",
            edit(FUND, "type: based-on", "type: amends"),
            "atlantis/funding/sea-fund.yml:28:12 relation 2, type: a funding-scheme cannot be amends. "
            "It is written on: law, policy.",
        ),
    ],
}


@cases_of(BAD)
def test_a_mistake_is_answered(world: Path, rule: str, mistake: Case) -> None:
    assert_answered(world, rule, mistake)


@pytest.mark.parametrize("end", ["relation-self", "relation-circle"])
def test_what_leads_back_is_said_alone(world: Path, end: str) -> None:
    to, where = {"relation-self": (LAW, LAW), "relation-circle": (LAW, BODY)}[end]
    record = to.removesuffix(".yml")
    edit(where, "reviewed:" if where == BODY else "relations:\n", "relations:\n" * (where == BODY) or "relations:\n")(
        world / "data"
    )
    text = f"  - {{type: administered-by, to: {record}}}\n"
    edit(where, "relations:\n", f"relations:\n{text}" + "reviewed:" * (where == BODY))(world / "data")
    [line] = problems(world)
    assert "leads to" not in line


def test_a_status_that_no_kind_names_goes_with_all(world: Path) -> None:
    words = world / "data/vocabulary/statuses.yml"
    words.write_text(words.read_text(encoding="utf-8") + "asleep: {label: Asleep, about: New.}\n", encoding="utf-8")
    edit(LAW, "code: in-force", "code: asleep")(world / "data")
    assert problems(world) == []
