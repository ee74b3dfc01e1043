"""Rules on questions and answers."""

from __future__ import annotations

from pathlib import Path

from ..cases import ANSWERS, QUESTION, Case, assert_answered, both, case, cases_of, copy, edit, whole
from ..conftest import problems

BAD = {
    "answer-looked": [
        case(
            "answer-without-looking",
            edit(ANSWERS, "  looked: [{where: Atlas of Atlantis, on: 2026-11-20}]\n", ""),
            "atlantis/answers.yml:2:3 sea-money: does not say where somebody looked. Add `looked`: a list of `where` and `on`, the day.",
        ),
        case(
            "looked-though-nobody-has",
            whole(
                ANSWERS,
                b"sea-money:\n  missing: not-researched\n  looked: [{where: Atlas, on: 2026-11-20}]\n"
                b"  reviewed: 2026-11-20\n",
            ),
            "atlantis/answers.yml:3:3 sea-money.looked: not-researched says that nobody has looked, and `looked` says where somebody did.",
        ),
        case(
            "looked-twice-at-the-same-place",
            edit(
                ANSWERS,
                "[{where: Atlas of Atlantis, on: 2026-11-20}]",
                "[{where: Atlas of Atlantis, on: 2026-11-20}, {where: Atlas of Atlantis, on: 2026-11-20}]",
            ),
            "atlantis/answers.yml:9:56 sea-money.looked 2: is the same place on the same day again. Delete it.",
        ),
    ],
    "question-mark": [
        case(
            "question-without-mark",
            edit(QUESTION, "for the sea?", "for the sea."),
            "questions/sea-money.yml:3:11 question: is not a question: it must end in ?.",
        ),
    ],
    "question-order": [
        case(
            "question-order-twice",
            edit(QUESTION, "order: 1", "order: 2"),
            "questions/sea-money.yml:1:8 order: 2 is the place of the question law-of-the-sea already.",
        ),
    ],
    "question-short": [
        case(
            "question-short-twice",
            edit(QUESTION, "short: Sea money", "short: Law of the sea"),
            'questions/sea-money.yml:4:8 short: "Law of the sea" is the short form of the question law-of-the-sea already.',
        ),
    ],
    "question-name": [
        case(
            "question-named-like-a-table",
            both(
                copy(QUESTION, "questions/funding.yml", ("order: 1", "order: 3"), ("short: Sea money", "short: Funds")),
            ),
            'questions/funding.yml:1:1 "funding" is the address of another comparison. Give the question another name.',
        ),
    ],
    "answer-question": [
        case(
            "answer-to-no-question",
            edit(ANSWERS, "sea-money:", "see-money:"),
            'atlantis/answers.yml:1:1 see-money: there is no question "see-money". Did you mean sea-money?',
        ),
    ],
    "answer-place": [
        case(
            "answer-of-no-country",
            copy(ANSWERS, "lemuria/answers.yml"),
            "lemuria/answers.yml:1:1 only a country answers questions; data/lemuria/country.yml is missing.",
        ),
    ],
    "answer-or-missing": [
        case(
            "answer-and-missing",
            edit(ANSWERS, "  answer: fully\n  sentence", "  missing: not-researched\n  answer: fully\n  sentence"),
            "atlantis/answers.yml:2:12 sea-money.missing: has an answer and says that it is missing (not-researched) at once. Keep one.",
        ),
        case(
            "answer-neither",
            edit(ANSWERS, "  answer: fully\n  sentence", "  sentence"),
            "atlantis/answers.yml:2:3 sea-money: has neither an answer nor a reason why it is missing. Write one; `missing: not-researched` if "
            "nobody has looked.",
        ),
    ],
    "answer-grounds": [
        case(
            "answer-without-sentence",
            edit(ANSWERS, "  sentence: The Sea Fund pays for projects of NGOs.\n", ""),
            "atlantis/answers.yml:2:3 sea-money: an answer needs sentence.",
        ),
        case(
            "answer-without-evidence",
            edit(ANSWERS, "  evidence: [atlantis/funding/sea-fund]\n", ""),
            "atlantis/answers.yml:2:3 sea-money: an answer needs evidence.",
        ),
        case(
            "answer-cites-nothing",
            edit(ANSWERS, " [@atlas, p. 5].\n  practice", "\n  practice"),
            "atlantis/answers.yml:4:9 sea-money.text: cites nothing. Add [@key, locator].",
        ),
        case(
            "practice-cites-nothing",
            edit(ANSWERS, "were paid [@atlas, p. 6]", "were paid"),
            "atlantis/answers.yml:7:11 sea-money.practice.text: cites nothing. Add [@key, locator].",
        ),
        case(
            "position-cites-nothing",
            edit(ANSWERS, "denies it [@atlas, p. 8]", "denies it"),
            "atlantis/answers.yml:16:27 law-of-the-sea.position 2, text: cites nothing. Add [@key, locator].",
        ),
    ],
    "answer-practice": [
        case(
            "practice-the-same",
            edit(ANSWERS, "    answer: partly", "    answer: fully"),
            "atlantis/answers.yml:6:13 sea-money.practice.answer: practice has its own answer only where it differs "
            "from the text; here both are the same.",
        ),
    ],
    "answer-sentence": [
        case(
            "sentence-cites",
            edit(ANSWERS, "projects of NGOs.", "projects of NGOs [@atlas, p. 5]."),
            "atlantis/answers.yml:3:13 sea-money.sentence: cannot hold citations; put them into `text`.",
        ),
        case(
            "sentence-long",
            edit(ANSWERS, "projects of NGOs.", "projects of NGOs" + " and more" * 22 + "."),
            "atlantis/answers.yml:3:13 sea-money.sentence: has 237 characters; the most is 200.",
        ),
    ],
    "answer-evidence": [
        case(
            "evidence-unknown",
            edit(ANSWERS, "[atlantis/funding/sea-fund]\n", "[atlantis/funding/see-fund]\n"),
            'atlantis/answers.yml:8:14 sea-money.evidence 1: "atlantis/funding/see-fund" does not exist. '
            "Did you mean atlantis/funding/sea-fund?",
        ),
        case(
            "evidence-twice",
            edit(ANSWERS, "[atlantis/funding/sea-fund]\n", "[atlantis/funding/sea-fund, atlantis/funding/sea-fund]\n"),
            'atlantis/answers.yml:8:41 sea-money.evidence 2: "atlantis/funding/sea-fund" occurs twice. Keep one.',
        ),
    ],
    "answer-missing": [
        case(
            "missing-not-for-answers",
            edit(ANSWERS, "missing: sources-disagree", "missing: none-exists"),
            "atlantis/answers.yml:12:12 law-of-the-sea.missing: none-exists is not for answers. Write `answer: not`, with "
            "the source in `text`.",
        ),
        case(
            "not-read-without-address",
            edit(ANSWERS, "  answer: fully\n", "  missing: not-read\n  searched: 2026-11-20\n"),
            "atlantis/answers.yml:2:12 sea-money.missing: not-read needs where.",
            "atlantis/answers.yml:6:3 sea-money.practice: practice does not go with not-read.",
        ),
        case(
            "answer-with-address",
            edit(ANSWERS, "  answer: fully\n", "  answer: fully\n  where: https://lost.example/\n"),
            "atlantis/answers.yml:3:3 sea-money.where: where goes only with `missing`.",
        ),
        case(
            "not-found-without-day",
            edit(ANSWERS, "  answer: fully\n", "  missing: not-found\n  note: Looked everywhere.\n"),
            "atlantis/answers.yml:2:12 sea-money.missing: not-found needs searched.",
            "atlantis/answers.yml:6:3 sea-money.practice: practice does not go with not-found.",
        ),
    ],
    "answer-positions": [
        case(
            "positions-alike",
            edit(ANSWERS, "answer: not, text", "answer: fully, text"),
            "atlantis/answers.yml:15:5 law-of-the-sea.positions: the positions must give two different answers or more.",
        ),
    ],
}
"""Each rule with mistakes that break it."""


@cases_of(BAD)
def test_a_mistake_is_answered(world: Path, rule: str, mistake: Case) -> None:
    assert_answered(world, rule, mistake)


def test_a_question_that_cannot_be_read_is_told_once_and_not_by_its_answers(world: Path) -> None:
    whole(QUESTION, b"order: [\n")(world / "data")
    assert [line.split(":")[0] for line in problems(world)] == ["data/questions/sea-money.yml"]
