"""Mistakes in questions, answers, figures and tables of the comparison, and the whole of what is said of each."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from .conftest import problems
from .test_bad_input import Change, edit, whole

QUESTION = "questions/sea-money.yml"
ANSWERS = "atlantis/answers.yml"
FIGURE = "atlantis/figures/projects.yml"
TABLES = "vocabulary/comparisons.yml"


def case(name: str, change: Change, *lines: str) -> Any:
    return pytest.param(change, [f"data/{line}" for line in lines], id=name)


def both(*changes: Change) -> Change:
    def change(data: Path) -> None:
        for one in changes:
            one(data)

    return change


def copy(file: str, to: str, *edits: tuple[str, str]) -> Change:
    """Copy a file of `data/`, with replacements."""

    def change(data: Path) -> None:
        text = (data / file).read_text(encoding="utf-8")
        for old, new in edits:
            assert old in text
            text = text.replace(old, new)
        (data / to).parent.mkdir(parents=True, exist_ok=True)
        (data / to).write_text(text, encoding="utf-8")

    return change


CASES = [
    case(
        "question-key",
        edit(QUESTION, "limits:", "limit:"),
        'questions/sea-money.yml:13:1 limit: the key "limit" is not known here. Did you mean limits?',
    ),
    case(
        "rubric-key",
        edit(QUESTION, "  not: A source", "  none: A source"),
        'questions/sea-money.yml:8:3 rubric: the key "not" is missing.',
        'questions/sea-money.yml:10:3 rubric.none: the key "none" is not known here. Known: fully, partly, not.',
    ),
    case(
        "question-group",
        edit(QUESTION, "group: funding", "group: fundings"),
        'questions/sea-money.yml:2:8 group: "fundings" is not a known group of questions. Did you mean funding?',
    ),
    case(
        "question-asks",
        edit(QUESTION, "asks: practice", "asks: practise"),
        'questions/sea-money.yml:5:7 asks: "practise" is not a known kind of question. Did you mean practice?',
    ),
    case(
        "question-without-mark",
        edit(QUESTION, "for the sea?", "for the sea."),
        "questions/sea-money.yml:3:11 question: is not a question: it must end in ?.",
    ),
    case(
        "question-order-twice",
        edit(QUESTION, "order: 1", "order: 2"),
        "questions/sea-money.yml:1:8 order: 2 is the place of the question law-of-the-sea already.",
    ),
    case(
        "question-short-twice",
        edit(QUESTION, "short: Sea money", "short: Law of the sea"),
        'questions/sea-money.yml:4:8 short: "Law of the sea" is the short form of the question law-of-the-sea already.',
    ),
    case(
        "question-named-like-a-table",
        both(
            copy(QUESTION, "questions/funding.yml", ("order: 1", "order: 3"), ("short: Sea money", "short: Funds")),
        ),
        'questions/funding.yml:1:1 "funding" is the address of another comparison. Give the question another name.',
    ),
    case(
        "question-in-a-folder",
        copy(QUESTION, "questions/sea/x.yml"),
        "questions/sea/x.yml:1:1 lies in the wrong place: data/questions/ holds one file a question and no folders.",
    ),
    case(
        "question-html",
        edit(QUESTION, "about: Money matters.", "about: Money <b>matters</b>."),
        'questions/sea-money.yml:6:8 about: "<b>" looks like HTML. Texts are Markdown: *emphasis*, [words](https://…).',
    ),
    case(
        "rubric-html",
        edit(QUESTION, "not: A source", "not: A <i>source</i>"),
        'questions/sea-money.yml:10:8 rubric.not: "<i>" looks like HTML. Texts are Markdown: *emphasis*, '
        "[words](https://…).",
    ),
    case(
        "question-cites-what-is-not-there",
        edit(QUESTION, "Money matters.", "Money matters [@atlass, p. 1]."),
        'questions/sea-money.yml:6:8 about: the source "atlass" does not exist. Did you mean atlas?',
    ),
    case(
        "answer-to-no-question",
        edit(ANSWERS, "sea-money:", "see-money:"),
        'atlantis/answers.yml:1:1 see-money: there is no question "see-money". Did you mean sea-money?',
    ),
    case(
        "answer-of-no-country",
        copy(ANSWERS, "lemuria/answers.yml"),
        "lemuria/answers.yml:1:1 only a country answers questions; data/lemuria/country.yml is missing.",
    ),
    case(
        "answer-word",
        edit(ANSWERS, "answer: fully\n  sentence", "answer: full\n  sentence"),
        'atlantis/answers.yml:2:11 sea-money.answer: "full" is not a known answer. Did you mean fully?',
    ),
    case(
        "answer-yes",
        edit(ANSWERS, "answer: fully\n  sentence", "answer: yes\n  sentence"),
        'atlantis/answers.yml:2:11 sea-money.answer: "yes" is not a known answer. Known: fully, partly, not.',
    ),
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
        "practice-the-same",
        edit(ANSWERS, "    answer: partly", "    answer: fully"),
        "atlantis/answers.yml:6:13 sea-money.practice.answer: practice stands apart only where it differs from the "
        "text; here the answer is the same.",
    ),
    case(
        "sentence-cites",
        edit(ANSWERS, "projects of NGOs.", "projects of NGOs [@atlas, p. 5]."),
        "atlantis/answers.yml:3:13 sea-money.sentence: holds no citations; they stand in `text`.",
    ),
    case(
        "sentence-long",
        edit(ANSWERS, "projects of NGOs.", "projects of NGOs" + " and more" * 22 + "."),
        "atlantis/answers.yml:3:13 sea-money.sentence: has 237 characters; the most is 200.",
    ),
    case(
        "evidence-unknown",
        edit(ANSWERS, "[atlantis/funding/sea-fund]\n", "[atlantis/funding/see-fund]\n"),
        'atlantis/answers.yml:8:14 sea-money.evidence[0]: "atlantis/funding/see-fund" does not exist. '
        "Did you mean atlantis/funding/sea-fund?",
    ),
    case(
        "evidence-twice",
        edit(ANSWERS, "[atlantis/funding/sea-fund]\n", "[atlantis/funding/sea-fund, atlantis/funding/sea-fund]\n"),
        'atlantis/answers.yml:8:41 sea-money.evidence[1]: "atlantis/funding/sea-fund" stands twice. Keep one.',
    ),
    case(
        "missing-not-for-answers",
        edit(ANSWERS, "missing: sources-disagree", "missing: none-exists"),
        "atlantis/answers.yml:11:12 law-of-the-sea.missing: none-exists is not for answers. Write `answer: not`, with "
        "the source in `text`.",
    ),
    case(
        "not-found-without-day",
        edit(ANSWERS, "  answer: fully\n", "  missing: not-found\n  note: Looked everywhere.\n"),
        "atlantis/answers.yml:2:12 sea-money.missing: not-found needs searched.",
        "atlantis/answers.yml:6:3 sea-money.practice: practice does not go with not-found.",
    ),
    case(
        "positions-alike",
        edit(ANSWERS, "answer: not, text", "answer: fully, text"),
        "atlantis/answers.yml:14:5 law-of-the-sea.positions: the positions must give two different answers or more.",
    ),
    case(
        "position-cites-nothing",
        edit(ANSWERS, "denies it [@atlas, p. 8]", "denies it"),
        "atlantis/answers.yml:15:27 law-of-the-sea.positions[1].text: cites nothing. Add [@key, locator].",
    ),
    case(
        "figure-chart",
        edit(FIGURE, "chart: parts", "chart: pie"),
        'atlantis/figures/projects.yml:4:8 chart: "pie" must be one of time or parts.',
    ),
    case(
        "figure-record",
        edit(FIGURE, "atlantis/funding/sea-fund", "atlantis/funding/see-fund"),
        'atlantis/figures/projects.yml:6:14 series[0].record: "atlantis/funding/see-fund" does not exist. '
        "Did you mean atlantis/funding/sea-fund?",
    ),
    case(
        "figure-label",
        edit(FIGURE, "field: projects,", "field: amount, label: grant,"),
        "atlantis/figures/projects.yml:6:63 series[0].label: atlantis/funding/sea-fund has no such fact amount. "
        "Did you mean grants?",
    ),
    case(
        "figure-of-words",
        edit(FIGURE, "field: projects", "field: eligibility"),
        "atlantis/figures/projects.yml:6:48 series[0].field: the field eligibility holds no figures.",
    ),
    case(
        "figure-one-point",
        edit(FIGURE, "chart: parts", "chart: time"),
        "atlantis/figures/projects.yml:6:5 series[0]: gives 1 value; a line over time needs two or more.",
    ),
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
    case(
        "figure-name-twice",
        edit(
            FIGURE,
            "name: Projects}",
            "name: Projects}\n  - {record: atlantis/funding/sea-fund, field: projects, name: Projects}",
        ),
        'atlantis/figures/projects.yml:7:64 series[1].name: "Projects" stands twice.',
    ),
    case(
        "figure-order-twice",
        copy(FIGURE, "atlantis/figures/sums.yml"),
        "atlantis/figures/sums.yml:1:8 order: 1 is the place of the figure projects already.",
    ),
    case(
        "figure-of-no-place",
        copy(FIGURE, "lemuria/figures/x.yml"),
        "lemuria/figures/x.yml:1:1 there is no place lemuria: data/lemuria/country.yml is missing.",
    ),
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
    case(
        "table-field",
        edit(TABLES, "fields: [eligibility, condition]", "fields: [eligibilty, condition]"),
        'vocabulary/comparisons.yml:9:83 funding.columns.who.fields[0]: "eligibilty" is not in fields.yml. '
        "Did you mean eligibility?",
    ),
    case(
        "table-pick",
        edit(TABLES, "adopted], pick: first", "adopted], pick: last"),
        'vocabulary/comparisons.yml:8:114 funding.columns.since.pick: "last" must be one of newest or first.',
    ),
    case(
        "title-with-a-comma",
        edit("atlantis/sources.yml", "title: {en: Atlas of Atlantis}", "title: {en: Atlas, map of Atlantis}"),
        'atlantis/sources.yml:2:22 atlas.title.map of Atlantis: "map of Atlantis" reads as a key of its own: '
        "a value with a comma needs quotation marks.",
    ),
]


@pytest.mark.parametrize(("change", "lines"), CASES)
def test_a_mistake_in_a_comparison_is_answered(world: Path, change: Change, lines: list[str]) -> None:
    change(world / "data")
    assert problems(world) == lines


def test_a_question_that_cannot_be_read_is_told_once_and_not_by_its_answers(world: Path) -> None:
    whole(QUESTION, b"order: [\n")(world / "data")
    assert [line.split(":")[0] for line in problems(world)] == ["data/questions/sea-money.yml"]
