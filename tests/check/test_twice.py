"""Rules on texts and names that were copied and not changed."""

from __future__ import annotations

from pathlib import Path

from ..cases import (
    ANSWERS,
    BODY,
    CLAIMS,
    FIGURE,
    FUND,
    QUESTION,
    Case,
    assert_answered,
    both,
    case,
    cases_of,
    copy,
    edit,
)

BAD = {
    "text-twice": [
        case(
            "sentence of another answer",
            edit(ANSWERS, "The atlas and the gazette differ.", "The Sea Fund pays for projects of NGOs."),
            "atlantis/answers.yml:13:13 law-of-the-sea.sentence: says the same as sea-money.sentence. Write what is meant here.",
        ),
        case(
            "part of a rubric",
            both(
                edit(QUESTION, "fully: A fund pays.", "fully: A fund is planned by law."),
                edit(QUESTION, "partly: A fund is planned.", "partly: A fund is planned by law."),
            ),
            "questions/sea-money.yml:9:11 rubric.partly: says the same as rubric.fully. Write what is meant here.",
        ),
        case(
            "claim",
            both(
                edit(CLAIMS, "says: There is a fund.", "says: It has 50 members in all."),
                edit(CLAIMS, "says: It has 50 members.", "says: It has 50 members in all."),
            ),
            "article/claims/money.yml:15:11 claim 2, says: says the same as claim 1, says. Write what is meant here.",
        ),
        case(
            "title of another figure",
            copy(
                FIGURE,
                FIGURE.replace("projects", "second"),
                ("order: 1", "order: 2"),
                ("Projects of one", "Those of one"),
            ),
            "atlantis/figures/second.yml:2:8 title: says the same as data/atlantis/figures/projects.yml, title. Write what is meant here.",
        ),
    ],
    "name-twice": [
        case(
            "other name",
            edit(BODY, "summary:", "other_names: [{name: {en: AID office}, type: former}]\nsummary:"),
            'atlantis/bodies/aid-office.yml:4:27 other_name 1, name.en: "AID office" is the name of the record already. Delete it.',
        ),
        case(
            "short name",
            edit(FUND, "{en: SF}", "{en: Sea Fund}"),
            'atlantis/funding/sea-fund.yml:3:18 short_name.en: "Sea Fund" is the name of the record already. Delete it.',
        ),
    ],
}


@cases_of(BAD)
def test_a_mistake_is_answered(world: Path, rule: str, mistake: Case) -> None:
    assert_answered(world, rule, mistake)
