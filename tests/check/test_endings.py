"""Mistakes in what stays in the place of things that moved or were withdrawn; those of records are with the addresses."""

from __future__ import annotations

from pathlib import Path

import pytest

from ..cases import ANSWERS, BODY, Case, assert_answered, both, case, cases_of, copy, edit, whole
from ..conftest import problems

GONE = "withdrawn: 2026-11-20\nname: {en: Old}\nreason: It was split.\n"
BAD = {
    "moved-target": [
        case(
            "bare",
            whole("questions/old.yml", b"moved_to: sea-money\n"),
            'questions/old.yml:1:11 moved_to: "sea-money" does not exist. Write questions/sea-money.',
        ),
        case(
            "other-sort",
            whole("questions/old.yml", b"moved_to: atlantis/funding/sea-fund\n"),
            'questions/old.yml:1:11 moved_to: "atlantis/funding/sea-fund" is not a question. Write questions/<name>.',
        ),
        case(
            "near",
            whole("atlantis/figures/old.yml", b"moved_to: atlantis/figures/project\n"),
            'atlantis/figures/old.yml:1:11 moved_to: "atlantis/figures/project" does not exist. Did you mean atlantis/figures/projects?',
        ),
    ],
    "moved-chain": [
        case(
            "circle",
            both(
                whole("questions/a.yml", b"moved_to: questions/b\n"),
                whole("questions/b.yml", b"moved_to: questions/a\n"),
            ),
            'questions/a.yml:1:11 moved_to: "questions/b" has moved as well, round in a circle. Write where the question is now.',
            'questions/b.yml:1:11 moved_to: "questions/a" has moved as well, round in a circle. Write where the question is now.',
        ),
        case(
            "chain",
            both(
                whole("atlantis/figures/a.yml", b"moved_to: atlantis/figures/b\n"),
                whole("atlantis/figures/b.yml", b"moved_to: atlantis/figures/projects\n"),
            ),
            'atlantis/figures/a.yml:1:11 moved_to: "atlantis/figures/b" has moved as well. Write where it is now: atlantis/figures/projects.',
        ),
    ],
    "withdrawn-see": [
        case(
            "see-bare",
            whole("questions/old.yml", (GONE + "see: [sea-money]\n").encode()),
            'questions/old.yml:4:7 see 1: "sea-money" does not exist. Write questions/sea-money.',
        ),
        case(
            "see-itself-question",
            whole("questions/old.yml", (GONE + "see: [questions/old]\n").encode()),
            "questions/old.yml:4:7 see 1: is the question itself.",
        ),
    ],
    "withdrawn-target": [
        case(
            "moved-to-withdrawn",
            both(
                whole("questions/a.yml", b"moved_to: questions/b\n"),
                whole("questions/b.yml", (GONE + "see: [questions/sea-money]\n").encode()),
            ),
            'questions/a.yml:1:11 moved_to: "questions/b" was withdrawn; only links in texts may lead to it. Read instead: questions/sea-money.',
        ),
    ],
    "key-unknown": [
        case(
            "replaced-by",
            whole("questions/old.yml", (GONE + "replaced_by: [questions/sea-money]\n").encode()),
            'questions/old.yml:4:1 replaced_by: the key "replaced_by" is not known here. Did you mean see?',
        ),
        case(
            "renamed-to",
            whole("questions/old.yml", b"renamed_to: questions/sea-money\n"),
            'questions/old.yml:1:1 renamed_to: the key "renamed_to" is not known here. Did you mean moved_to?',
        ),
    ],
    "ending-in-data": [
        case(
            "table-stands",
            whole("comparisons/funding.yml", b"moved_to: comparisons/laws-and-policies\n"),
            "comparisons/funding.yml:1:1 the table funding is still in the data. Take it out there, or delete this file.",
        ),
        case(
            "claim-stands",
            whole("article/claims/s003.yml", GONE.encode()),
            "article/article.yml:5:9 claims: the claim s003 is one more than there are.",
            "article/article.yml:5:9 claims: the claim s004 is missing.",
            "article/claims/s003.yml:1:1 the claim s003 is still in the data. Take it out there, or delete this file.",
        ),
        case(
            "same-address",
            whole("comparisons/sea-money.yml", b"moved_to: comparisons/funding\n"),
            "comparisons/sea-money.yml:1:1 compare/sea-money/ is the address of questions/sea-money already. Delete one of the two.",
        ),
    ],
    "file-place": [
        case(
            "no-ending",
            whole("comparisons/old.yml", b"kinds: [law]\n"),
            "comparisons/old.yml:1:1 holds neither `moved_to` nor `withdrawn`: data/comparisons/ is for tables that are gone. The others are in data/vocabulary/comparisons.yml.",
        ),
    ],
    "answer-question": [
        case(
            "answer-moved",
            both(
                whole("questions/old.yml", b"moved_to: questions/sea-money\n"),
                edit(ANSWERS, "sea-money:", "old:"),
            ),
            'atlantis/answers.yml:1:1 old: the question "old" has moved. Write sea-money.',
        ),
        case(
            "answer-withdrawn",
            whole("questions/law-of-the-sea.yml", (GONE + "see: [questions/sea-money]\n").encode()),
            'atlantis/answers.yml:11:1 law-of-the-sea: the question "law-of-the-sea" was withdrawn. Delete the answer, or answer sea-money instead.',
        ),
    ],
    "left-behind": [
        case(
            "left-behind",
            both(
                whole("mu/country.yml", b"moved_to: atlantis\n"),
                copy(BODY, "mu/bodies/office.yml", ("Aid Office", "Office")),
            ),
            "mu/bodies/office.yml:1:1 lies in the folder of a country that has moved. Move the file to data/atlantis/bodies/office.yml.",
        ),
    ],
    "figure-record": [
        case(
            "figure-draws-moved",
            both(
                whole("atlantis/funding/old.yml", b"moved_to: atlantis/funding/sea-fund\n"),
                edit(
                    "atlantis/figures/projects.yml", "record: atlantis/funding/sea-fund", "record: atlantis/funding/old"
                ),
            ),
            'atlantis/figures/projects.yml:6:14 series 1, record: "atlantis/funding/old" has moved. Write atlantis/funding/sea-fund.',
        ),
    ],
}


@cases_of(BAD)
def test_a_mistake_in_what_stays_says_what_to_write(world: Path, rule: str, mistake: Case) -> None:
    assert_answered(world, rule, mistake)


@pytest.mark.parametrize(
    "name", ["questions/old", "atlantis/figures/old", "comparisons/old", "article/claims/old", "mu/country"]
)
def test_anything_may_be_withdrawn_in_three_lines(world: Path, name: str) -> None:
    whole(f"{name}.yml", GONE.encode())(world / "data")
    assert problems(world) == []


LINKS = [
    "/compare/sea-money/",
    "/compare/old/",
    "/compare/funding/",
    "/atlantis/figures/#projects",
    "/atlantis/figures/#old",
    "/article/money/",
]


def test_texts_link_to_everything_with_an_address_also_to_what_has_gone(world: Path) -> None:
    words = " ".join(f"[this]({link})" for link in LINKS)
    both(
        whole("questions/old.yml", GONE.encode()),
        whole("atlantis/figures/old.yml", b"moved_to: atlantis/figures/projects\n"),
        edit(BODY, "Runs the aid", f"See {words}. Runs the aid"),
    )(world / "data")
    assert problems(world) == []
    edit(BODY, "#old", "#odd")(world / "data")
    edit(BODY, "compare/old", "compare/odd")(world / "data")
    assert {str(problem).split(": ", 1)[1] for problem in problems(world)} == {
        f'the link "{link}" leads nowhere. Texts link to records, countries, questions, tables, figures and claims, '
        "such as /japan/laws/npo-act/. They name lists and pages of docs/ without a link."
        for link in ("/compare/odd/", "/atlantis/figures/#odd")
    }
