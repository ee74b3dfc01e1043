"""What the check asks about: it stops nothing, is answered in the file, and an answer to nothing is a problem."""

from __future__ import annotations

from pathlib import Path

import pytest

from equal_footing.check.run import ask, facts_checked
from equal_footing.commands.cli import main

from ..cases import ANSWERS, BODY, COUNTRY, FUND, LAW, NGO, Case, Change, assert_answered, case, cases_of, copy, edit
from ..conftest import problems

BAD = {
    "certain-needless": [
        case(
            "answer-to-nothing",
            edit(NGO, "value: 1980,", "value: 1980, certain: The charter says so.,"),
            'atlantis/organisations/reef.yml:9:35 fact 1, certain: "The charter says so." answers no question of the '
            "check. Delete it.",
        ),
        case(
            "answer-to-nothing-in-an-answer",
            edit(ANSWERS, "  note: It stays open.", "  note: It stays open.\n  certain: So it is."),
            'atlantis/answers.yml:19:3 law-of-the-sea.certain: "So it is." answers no question of the check. Delete it.',
        ),
        case(
            "answer-to-nothing-in-a-record",
            edit(BODY, "reviewed:", "certain: So it is.\nreviewed:"),
            'atlantis/bodies/aid-office.yml:7:1 certain: "So it is." answers no question of the check. Delete it.',
        ),
    ],
}
CERTAIN = ", certain: The source has it so."
MISSION = ('field: website, value: "https://reef.example/"', "field: mission, value: {}{}")
ASKED: dict[str, tuple[str, str, str, str]] = {
    "odd-field": (
        BODY,
        "field: founded, value: 1999",
        "field: sanction, value: A fine{}",
        "a body seldom has the field",
    ),
    "odd-percentage": (COUNTRY, "value: 12.5", "value: 0.8{}", "If 80 percent is meant, write 80."),
    "odd-size": (FUND, "value: 1_500_000", "value: 570\n    certain: So it is{}", "570 EUR is a very small sum."),
    "odd-money": (
        FUND,
        "currency: EUR",
        "currency: DEM\n    certain: So it is{}",
        "DEM was tender until 2002, and the sum is of 2023-04/2024-03.",
    ),
    "odd-end": (
        FUND,
        "field: members, value: 46, unit: organisations, as_of: 2016-01",
        "field: ended, value: 2016{}",
        "ended 2016, and the status is active.",
    ),
    "odd-time": (FUND, "as_of: 2016-01", "as_of: 1995{}", "1995 lies before the beginning in 2001-04."),
    "odd-language": (
        NGO,
        MISSION[0],
        "field: mission, value: Sauver les mers et les côtes{}",
        "does not read as English.",
    ),
    "same-thing": (
        NGO,
        "{en: Reef}",
        "{{en: The sea-fund}}\ncertain: They are two{}",
        "as well. Is it one thing under two kinds?",
    ),
    "answer-weak": (
        ANSWERS,
        "  practice:",
        "  certain: So it is.{}\n  practice:",
        "is graded fully and cites news alone.",
    ),
}
"""By rule: the file, what is replaced, by what (`{}` is where more follows), and a part of the question."""


@cases_of(BAD)
def test_a_mistake_is_answered(world: Path, rule: str, mistake: Case) -> None:
    assert_answered(world, rule, mistake)


def asked(root: Path) -> list[str]:
    """Return what the check asks about sound data."""
    return [f"{problem} [{problem.rule}]" for problem in ask(facts_checked(root))]


@pytest.mark.parametrize("rule", ASKED)
def test_a_question_is_asked_and_can_be_answered(world: Path, rule: str) -> None:
    file, old, new, told = ASKED[rule]
    unanswered = (
        new.replace("\n    certain: So it is", "")
        .replace("\ncertain: They are two", "")
        .replace("  certain: So it is.{}\n", "")
    )
    if rule == "answer-weak":
        edit("atlantis/sources.yml", "type: official-report", "type: news")(world / "data")
    path = world / "data" / file
    text = path.read_text(encoding="utf-8")
    edit(file, old, unanswered.format(""))(world / "data")
    [question] = asked(world)
    assert told in question
    assert question.endswith(f"[{rule}]")
    path.write_text(text, encoding="utf-8")
    edit(file, old, new.format("" if "certain" in new else CERTAIN))(world / "data")
    assert asked(world) == []


@pytest.mark.parametrize(
    ("edits", "told"),
    [
        ((("currency: EUR", "currency: HRK"), ("period: 2023-04/2024-03", "period: 2015")), None),
        ((("currency: EUR", "currency: BGN"), ("period: 2023-04/2024-03", "period: 2020")), None),
        ((("period: 2023-04/2024-03", "as_of: 1995"),), "EUR has been tender since 1999, and the sum is of 1995."),
        ((("currency: EUR", "currency: JPY"), ("1_500_000", "1_500_000.5")), "JPY has no smaller unit. Is 1,500,000.5"),
        ((("1_500_000", "1_500_000.555"),), "EUR has 2 decimal places. Is 1,500,000.555 what the source says?"),
        ((("currency: EUR", "currency: KRW"), ("1_500_000", "5_700")), "5,700 KRW is a very small sum."),
        ((("currency: EUR", "currency: IDR"), ("1_500_000", "3_600_500_000_000_000")), None),
    ],
)
def test_a_sum_is_asked_about_where_its_currency_does_not_fit(
    world: Path, edits: tuple[tuple[str, str], ...], told: str | None
) -> None:
    edit(FUND, "value: 2001-04", "value: 1990")(world / "data")
    for old, new in edits:
        edit(FUND, old, new)(world / "data")
    found = asked(world)
    assert (told in found[0] and len(found) == 1) if told else found == []


def test_a_count_is_asked_about_beyond_what_is_likely(world: Path) -> None:
    edit(
        NGO,
        "{field: founded,",
        "{field: countries, value: 400, as_of: 2024, source: atlas, locator: p. 7}\n  - {field: founded,",
    )(world / "data")
    [question] = asked(world)
    assert "400 is more than 250, the most that is likely." in question


def test_a_country_without_any_answers_is_asked_about(world: Path) -> None:
    (world / "data" / ANSWERS).unlink()
    [question] = asked(world)
    assert "data/atlantis/answers.yml is missing: all 2 questions are left out." in question
    edit(COUNTRY, "kind: country\n", "kind: country\ncertain: Answers follow with the records.\n")(world / "data")
    assert asked(world) == []


def test_a_question_without_an_answer_is_asked_about(world: Path) -> None:
    path = world / "data" / ANSWERS
    path.write_text(path.read_text(encoding="utf-8").partition("law-of-the-sea:")[0], encoding="utf-8")
    [question] = asked(world)
    assert "the question law-of-the-sea is left out." in question


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (
            edit(FUND, "as_of: 2016-01", "period: 2029"),
            "2029 begins after the day of the review, 2026-11-20. Is it a plan?",
        ),
        (
            edit(BODY, "code: active, as_of: 2025", "code: closed, since: 2003"),
            None,
        ),
        (
            edit(FUND, "code: active, as_of: 2024-03", "code: closed, since: 2010"),
            "lies more than a year after the end in 2010 (the status is closed).",
        ),
        (edit(LAW, "field: adopted, value: 2020-05-04", "field: document-number, value: A 1, as_of: 1995"), None),
        (
            copy(
                NGO, "atlantis/organisations/reef-2.yml", ("Reef", "Reef Two"), ('"7000012050002"', '"9010005014618"')
            ),
            None,
        ),
    ],
    ids=["plan", "closed", "after-the-end", "law", "two-of-one-kind"],
)
def test_a_time_is_asked_about_where_it_is_odd(world: Path, change: Change, told: str | None) -> None:
    change(world / "data")
    found = asked(world) if not problems(world) else []
    assert any(told in line for line in found) if told else found == []


def test_the_check_counts_what_it_asks(world: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edit(COUNTRY, "value: 12.5", "value: 0.8")(world / "data")
    main(["--root", str(world), "fix"])
    capsys.readouterr()
    assert main(["--root", str(world), "check"]) == 0
    said = capsys.readouterr().out
    assert "[odd-percentage]" in said
    assert said.endswith("no problems, 1 question.\n")
