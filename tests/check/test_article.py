"""Rules on the article: its claims, names and faults."""

from __future__ import annotations

from pathlib import Path

from ..cases import ARTICLE, CLAIMS, FAULTS, NAMES, Case, assert_answered, both, case, cases_of, edit, whole

SECOND = """\
order: 1
title: More
claims:
  - id: s003
    line: 3
    type: judgement
    says: It is good.
    records: [atlantis/funding/sea-fund]
    verdict: judgement
    finding: An opinion.
"""

BAD = {
    "claim-line": [
        case(
            "claim-on-a-later-line",
            edit(CLAIMS, "    line: 2\n", "    line: 20\n"),
            "article/claims/money.yml:20:11 claim 3, line: 3 comes after line 20, of the claim before it. "
            "One of the two is wrong.",
        ),
    ],
    "claim-missing": [
        case(
            "claim-missing",
            edit(
                CLAIMS,
                "  - id: s002\n    line: 2\n    type: number\n    says: It has 50 members.\n    records: [atlantis/funding/sea-fund]\n    verdict: unconfirmed\n    finding: Not found.\n",
                "",
            ),
            "article/article.yml:5:9 claims: the claim s002 is missing.",
        ),
        case(
            "several-claims-missing",
            edit(ARTICLE, "claims: 3", "claims: 6"),
            "article/article.yml:5:9 claims: the claims s004 to s006 are missing.",
        ),
    ],
    "claim-twice": [
        case(
            "claim-twice",
            edit(CLAIMS, "id: s002", "id: s001"),
            "article/article.yml:5:9 claims: the claim s002 is missing.",
            'article/claims/money.yml:12:9 claim 2, id: "s001" is already in data/article/claims/money.yml.',
        ),
    ],
    "claim-order": [
        case(
            "claim-out-of-order",
            edit(CLAIMS, "id: s003", "id: s000"),
            "article/article.yml:5:9 claims: the claim s000 is one more than there are.",
            "article/article.yml:5:9 claims: the claim s003 is missing.",
            'article/claims/money.yml:19:9 claim 3, id: "s000" comes after s002.',
        ),
        case(
            "claims-swapped",
            both(
                edit(CLAIMS, "id: s002", "id: s009"),
                edit(CLAIMS, "id: s003", "id: s002"),
                edit(CLAIMS, "id: s009", "id: s003"),
            ),
            'article/claims/money.yml:19:9 claim 3, id: "s002" comes after s003.',
        ),
    ],
    "claim-evidence": [
        case(
            "claim-without-evidence",
            edit(CLAIMS, "    evidence: [{source: atlas, locator: p. 5}]\n", ""),
            "article/claims/money.yml:4:5 claim 1: the verdict confirmed needs evidence. Add `evidence: [{source: …, locator: …}]`.",
        ),
    ],
    "claim-record": [
        case(
            "claim-record-unknown",
            edit(
                CLAIMS,
                "says: It has 50 members.\n    records: [atlantis/funding/sea-fund]",
                "says: It has 50 members.\n    records: [atlantis/funding/see-fund]",
            ),
            'article/claims/money.yml:16:15 claim 2, record 1: "atlantis/funding/see-fund" does not exist. Did you mean atlantis/funding/sea-fund?',
        ),
    ],
    "name-right": [
        case(
            "article-name-wrong",
            edit(NAMES, "name: Sea Fund", "name: Ocean Fund"),
            'article/names.yml:2:38 name 1, name: "Ocean Fund" is not a name of atlantis/funding/sea-fund: "Sea Fund".',
        ),
        case(
            "part-not-spoken-of",
            edit(NAMES, "name: Sea Fund", "name: Ocean Fund, part: true"),
            'article/names.yml:2:38 name 1, name: atlantis/funding/sea-fund does not speak of "Ocean Fund".',
        ),
    ],
    "name-record": [
        case(
            "article-name-record",
            edit(NAMES, "record: atlantis/funding/sea-fund", "record: atlantis/funding/see-fund"),
            'article/names.yml:2:56 name 1, record: "atlantis/funding/see-fund" does not exist. Did you mean atlantis/funding/sea-fund?',
        ),
    ],
    "section-order": [
        case(
            "section-again",
            whole("article/claims/other.yml", SECOND.encode()),
            "article/claims/other.yml:1:8 order: 1 is the place of data/article/claims/money.yml already.",
            'article/claims/other.yml:4:9 claim 1, id: "s003" is already in data/article/claims/money.yml.',
        ),
        case(
            "section-order-twice",
            both(
                edit(
                    CLAIMS,
                    "  - id: s003\n    line: 3\n    type: judgement\n    says: It is good.\n    records: [atlantis/funding/sea-fund]\n    verdict: judgement\n    finding: An opinion.\n",
                    "",
                ),
                whole("article/claims/other.yml", SECOND.encode()),
            ),
            "article/claims/other.yml:1:8 order: 1 is the place of data/article/claims/money.yml already.",
        ),
    ],
    "claim-extra": [
        case(
            "claim-too-many",
            edit(ARTICLE, "claims: 3", "claims: 2"),
            "article/article.yml:5:9 claims: the claim s003 is one more than there are.",
        ),
    ],
    "fault-twice": [
        case(
            "fault-twice",
            edit(
                FAULTS,
                "certainty: sure}",
                "certainty: sure}\n  - {id: t01, line: 3, printed: X, reading: Y, fault: word, certainty: guess}",
            ),
            'article/translation.yml:3:10 fault 2, id: "t01" occurs twice.',
            "article/translation.yml:3:45 fault 2, reading: Y reads as true or false in YAML 1.1. If text is meant, put it into quotation marks.",
        ),
    ],
}
"""Each rule with mistakes that break it."""


@cases_of(BAD)
def test_a_mistake_is_answered(world: Path, rule: str, mistake: Case) -> None:
    assert_answered(world, rule, mistake)
