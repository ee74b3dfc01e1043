"""What the check asks about: it stops nothing, is answered in the file, and an answer to nothing is a problem."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from equal_footing.check.run import ask, facts_checked
from equal_footing.commands.cli import main
from equal_footing.model.dataset import Dataset
from equal_footing.statement.facts import Facts

from ..cases import (
    ANSWERS,
    BODY,
    COUNTRY,
    FUND,
    LAW,
    NGO,
    Case,
    Change,
    assert_answered,
    both,
    case,
    cases_of,
    copy,
    edit,
)
from ..conftest import problems

BAD = {
    "certain-needless": [
        case(
            "answer-to-nothing",
            edit(NGO, "value: 1980,", "value: 1980, certain: {odd-time: The charter says so.},"),
            "atlantis/organisations/reef.yml:9:45 fact 1, certain.odd-time: odd-time is not asked here. Delete the answer, "
            "unless a value beside it was changed by mistake.",
        ),
        case(
            "answer-to-nothing-in-an-answer",
            edit(ANSWERS, "  note: It stays open.", "  note: It stays open.\n  certain: {odd-answer: So it is.}"),
            "atlantis/answers.yml:19:13 law-of-the-sea.certain.odd-answer: odd-answer is not asked here. Delete the "
            "answer, unless a value beside it was changed by mistake.",
        ),
        case(
            "answer-to-another-question",
            edit(COUNTRY, "value: 12.5", "value: 0.8, certain: {odd-size: The source has it so.}"),
            "atlantis/country.yml:8:81 fact 2, certain.odd-size: odd-size is not asked here, but odd-percentage: write the "
            "word of the question that this answers.",
        ),
        case(
            "answer-in-another-place",
            both(
                edit(COUNTRY, "value: 12.5", "value: 0.8"),
                edit(COUNTRY, "reviewed:", "certain: {odd-percentage: The source has it so.}\nreviewed:"),
            ),
            "atlantis/country.yml:9:11 certain.odd-percentage: odd-percentage is not asked here, but of fact 2: answer it "
            "there.",
        ),
    ],
    "value-type": [
        case(
            "answer-to-no-question",
            edit(COUNTRY, "value: 12.5", "value: 0.8, certain: The source has it so."),
            'atlantis/country.yml:8:80 fact 2, certain: "The source has it so." must be a mapping of keys to values. Write '
            "which question it answers, by the word in brackets behind the question: `certain: {odd-size: The source itself "
            "says …}`.",
        ),
    ],
}
CERTAIN = ", certain: {{{}: The source has it so.}}"
MISSION = ('field: website, value: "https://reef.example/"', "field: mission, value: {}{}")
ASKED: dict[str, tuple[str, str, str, str]] = {
    "odd-field": (
        BODY,
        "field: founded, value: 1999",
        "field: sanction, value: A fine{}",
        "a body seldom has the field",
    ),
    "odd-percentage": (COUNTRY, "value: 12.5", "value: 0.8{}", "If 80 percent is meant, write 80."),
    "odd-number": (
        FUND,
        "value: 1_500_000",
        "value: 570\n    certain: {{ASKED: So it is}}",
        "570 EUR is a very small sum.",
    ),
    "odd-size": (
        FUND,
        "  - field: amount",
        "  - {{field: members, value: 47_000, unit: organisations, as_of: 2017-01, source: atlas, locator: p. 5{}}}\n"
        "  - field: amount",
        "47,000 of 2017-01 and 46 of 2016-01 differ by a factor of 1,022.",
    ),
    "odd-money": (
        FUND,
        "currency: EUR",
        "currency: DEM\n    certain: {{ASKED: So it is}}",
        "DEM was tender until 2002, and the sum is of 2023-04/2024-03.",
    ),
    "odd-beginning": (
        LAW,
        "  - {field: in-force, value: 2020-06-01",
        "  - {{field: amended, value: 2020-05-04, source: atlas, locator: p. 9}}\n"
        "  - {{field: in-force, value: 2020-06-01{}",
        "in-force 2020-06-01 lies after the newest amendment, of 2020-05-04.",
    ),
    "odd-end": (
        FUND,
        "field: members, value: 46, unit: organisations, as_of: 2016-01",
        "field: ended, value: 2016{}",
        "ended 2016, and the status is active.",
    ),
    "odd-time": (FUND, "as_of: 2016-01", "as_of: 1995{}", "1995 lies before the beginning in 2001-04."),
    "odd-version": (
        LAW,
        "relations:",
        "  - {{field: amendment-in-force, value: 2024-01-09, source: atlas, locator: p. 9{}}}\nrelations:",
        "2024-01-09 is later than the text that was read, of 2020-05-04. Does the text contain the amendment?",
    ),
    "odd-fiscal-year": (
        FUND,
        "period: 2023-04/2024-03",
        "period: 2023-07/2024-06\n    certain: {{ASKED: So it is}}",
        "2023-07/2024-06 is twelve months, and the fiscal year here begins on 04-01.",
    ),
    "odd-language": (
        NGO,
        MISSION[0],
        "field: mission, value: Sauver les mers et les côtes{}",
        "does not read as English.",
    ),
    "odd-source": (FUND, "as_of: 2016-01", "as_of: 2026-01{}", "lies after the source, which is of 2025-03."),
    "odd-gap": (
        BODY,
        "value: 1999, source: atlas, locator: p. 4}",
        "label: first office, value: 1999, source: atlas, locator: p. 4}}\n"
        "  - {{field: founded, missing: none-exists, source: atlas, locator: p. 4{}}}",
        "none exists, and another fact gives founded.",
    ),
    "odd-label": (
        BODY,
        "value: 1999",
        "label: by the summit of 1995, value: 1999{}",
        "1999 does not lie in 1995, which the label names.",
    ),
    "odd-script": (
        NGO,
        "{en: Reef}",
        "{{en: Reef, zh-Hans: 愛德會}}\ncertain: {{ASKED: They are two}}",
        "has 愛會, which Chinese (simplified) does not.",
    ),
    "odd-copy": (
        NGO,
        "Works on coasts, see [the fund](/atlantis/funding/sea-fund/) [@atlas, p. 7].",
        "Runs the aid of Atlantis [@atlas, p. 7].\ncertain: {{ASKED: They are two}}",
        "says the same as that of data/atlantis/bodies/aid-office.yml.",
    ),
    "odd-answer": (
        ANSWERS,
        "  sentence: The Sea Fund pays",
        "  certain: {{ASKED: So it is}}\n  sentence: No - the Sea Fund pays",
        "begins with no, and the answer is fully.",
    ),
    "odd-evidence": (
        ANSWERS,
        "  evidence: [atlantis/funding/sea-fund]",
        "  certain: {{ASKED: So it is}}\n  evidence: [atlantis/bodies/aid-office]",
        "has no funding-scheme, which the question asks for as evidence.",
    ),
    "same-thing": (
        NGO,
        "{en: Reef}",
        "{{en: The sea-fund}}\ncertain: {{ASKED: They are two}}",
        "as well. Is it one thing under two kinds?",
    ),
    "answer-weak": (
        ANSWERS,
        "  practice:",
        "  certain: {{ASKED: So it is}}\n  practice:",
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
    answer = re.compile(r"\n *certain: {{ASKED: [^}]*}}(?!\n)|^ *certain: {{ASKED: [^}]*}}\n")
    if rule == "answer-weak":
        edit("atlantis/sources.yml", "type: official-report", "type: news")(world / "data")
    path = world / "data" / file
    text = path.read_text(encoding="utf-8")
    edit(file, old, answer.sub("", new).format(""))(world / "data")
    [question] = asked(world)
    assert told in question
    assert question.endswith(f"[{rule}]")
    path.write_text(text, encoding="utf-8")
    edit(file, old, new.format(CERTAIN.format(rule)).replace("ASKED", rule))(world / "data")
    assert asked(world) == []


def test_an_answer_is_to_its_question_alone(world: Path) -> None:
    """Who has said why a sum is small has not said why its currency is that of another time."""
    data = world / "data"
    edit(FUND, "value: 1_500_000", "value: 570\n    certain: {odd-number: The fund began with this.}")(data)
    assert asked(world) == []
    edit(FUND, "currency: EUR", "currency: DEM")(data)
    [question] = asked(world)
    assert question.endswith("[odd-money]")


def test_an_answer_to_nothing_is_told_once_its_country_has_no_other_problem(world: Path) -> None:
    """The question may not be asked only because something else cannot be read."""
    data = world / "data"
    edit(FUND, "as_of: 2016-01", "as_of: 2016-01, certain: {odd-time: The office began without a law.}")(data)
    edit(LAW, "value: 2020-05-04", "value: in May 2020")(data)
    assert [line for line in problems(world) if "certain" in line] == []
    edit(LAW, "value: in May 2020", "value: 2020-05-04")(data)
    [line] = problems(world)
    assert "odd-time is not asked here" in line


TWICE = "  - {{field: {}, label: {}, value: {}, period: 2024, source: atlas, locator: {}}}\n"


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        (
            None,
            ("aid-share", "bilateral aid through NGOs", "15.2", "p. 9"),
            "15.2 is 12.5 in data/atlantis/country.yml.",
        ),
        (None, ("aid-share", "bilateral aid through NGOs", "12.50", "p. 9"), None),
        (None, ("aid-share", "bilateral aid through networks", "15.2", "p. 9"), None),
        (
            ("members", "all", "40", "Table 3"),
            ("members", "all", "41", "Table 3"),
            "in data/atlantis/",
        ),
        (("members", "all", "40", "Table 3"), ("members", "all", "41", "Table 4"), None),
    ],
)
def test_one_figure_with_two_values_is_asked_about(
    world: Path, one: tuple[str, ...] | None, other: tuple[str, ...], told: str | None
) -> None:
    """The country's own record speaks of the country; of others a relation and a place in a source make it likely."""
    if told:
        edit(NGO, "reviewed:", "relations: [{type: part-of, to: atlantis/bodies/aid-office}]\nreviewed:")(
            world / "data"
        )
    for file, fact in ((BODY, one), (NGO, other)):
        if fact:
            text = TWICE.format(*fact).replace("period: 2024", "as_of: 2024, unit: organisations")
            text = text if fact[0] == "members" else TWICE.format(*fact)
            edit(file, "facts:\n", f"facts:\n{text}")(world / "data")
    found = [question for question in asked(world) if "same-figure" in question]
    assert (len(found) == 1 and told in found[0]) if told else found == []


@pytest.mark.parametrize(
    ("name", "told"), [("Aid-Office", True), ("The aid office", True), ("AidOffice", True), ("Aid Offices", False)]
)
def test_a_name_that_is_only_spelt_otherwise_is_that_of_the_same_thing(world: Path, name: str, told: bool) -> None:
    copy(BODY, "atlantis/bodies/other.yml", ("Aid Office", name), ("Runs the aid", "Spends the aid"))(world / "data")
    found = [line for line in problems(world) if "two records for one thing?" in line]
    assert bool(found) == told
    assert not told or 'already, spelt "Aid Office"' in found[0] or f'spelt "{name}"' in found[0]


def test_two_records_of_one_kind_with_one_document_number_are_asked_about(world: Path) -> None:
    number = "  - {field: document-number, value: Act No. 7, source: atlas, locator: p. 2}\n"
    edit(LAW, "relations:", f"{number}relations:")(world / "data")
    other = (("Aid Act, fr: Loi sur l'aide", "Act on Aid"), ("Says who gives aid", "Says who takes aid"))
    copy(LAW, "atlantis/laws/act-on-aid.yml", *other, ("Act No. 7", "Act no.7"))(world / "data")
    [question] = asked(world)
    assert "is that of atlantis/laws/a" in question
    assert question.endswith("as well. Is it one thing in two records? [same-thing]")


def test_what_does_not_exist_by_news_alone_is_asked_about(world: Path) -> None:
    data = world / "data"
    edit(ANSWERS, "answer: fully\n  sentence: The Sea Fund pays", "answer: not\n  sentence: The Sea Fund pays nothing")(
        data
    )
    none = "  - {field: staff, missing: none-exists, source: atlas, locator: p. 7}\n"
    edit(NGO, "facts:\n", f"facts:\n{none}")(data)
    assert asked(world) == []
    edit("atlantis/sources.yml", "type: official-report", "type: news")(data)
    assert [question.rpartition(": ")[2] for question in asked(world)] == [
        "is graded not and cites news alone. Cite what the news reports on. [answer-weak]",
        "none exists, and news alone says so. Cite what the news reports on. [absence-weak]",
    ]


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


def test_a_later_amendment_that_is_not_later_is_asked_about(world: Path) -> None:
    amended = "  - {field: amended, value: 2021-06-01, source: atlas, locator: p. 9}\n"
    edit(LAW, "relations:", f"{amended}relations:")(world / "data")
    edit(LAW, "version: {date: 2020-05-04,", "version: {date: 2022-05-04, later_amendment: 2021-06-01,")(world / "data")
    [question] = asked(world)
    assert (
        "2021-06-01 is not later than the text that was read, of 2022-05-04. Had it not yet taken effect?" in question
    )
    edit(LAW, "reviewed:", "certain: {odd-version: Passed in 2021 and in force since 2023.}\nreviewed:")(world / "data")
    assert asked(world) == []


def test_an_amendment_that_was_adopted_with_the_text_may_take_effect_later(world: Path) -> None:
    amended = (
        "  - {field: amendment-in-force, value: 2022-01-01, source: atlas, locator: p. 9}\n"
        "  - {field: amended, value: 2020-05-04, source: atlas, locator: p. 9}\n"
    )
    edit(LAW, "relations:", f"{amended}relations:")(world / "data")
    assert asked(world) == []


def test_a_country_without_any_answers_is_asked_about(world: Path) -> None:
    (world / "data" / ANSWERS).unlink()
    [question] = asked(world)
    assert "data/atlantis/answers.yml is missing: all 2 questions are left out." in question
    edit(COUNTRY, "kind: country\n", "kind: country\ncertain: {question-left-out: Answers follow with the records.}\n")(
        world / "data"
    )
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


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (edit(FUND, "value: 46,", "value: 1.016,"), "1.016 has three decimal places. If 1016 is meant, write that."),
        (
            edit(FUND, "period: 2023-04/2024-03", "period: 2023-04/2024-04"),
            "is a year and a month. Does it not end a month",
        ),
        (
            edit(FUND, "period: 2023-04/2024-03", "period: 2023-04-01/2024-04-01"),
            "is a year and a day. Does it not end a day",
        ),
        (
            edit(NGO, "summary: Works on coasts", "summary: Elle protège les côtes et les mers de la région"),
            "read as English",
        ),
        (
            edit(FUND, "note: Looked for in the atlas.", "note: Cherché dans les pages de la caisse"),
            "does not read as English",
        ),
        (
            edit(
                BODY,
                "facts:\n",
                'facts:\n  - {field: website, value: "http://www.reef.example", source: atlas, locator: p. 4}\n',
            ),
            "is that of atlantis/bodies/aid-office as well. Was it copied from there?",
        ),
    ],
)
def test_what_is_odd_in_a_number_a_text_or_an_address_is_asked_about(world: Path, change: Change, told: str) -> None:
    change(world / "data")
    [question] = asked(world)
    assert told in question


def test_a_status_that_says_how_its_day_is_known_is_not_asked_about(world: Path) -> None:
    edit(FUND, "as_of: 2024-03,", "as_of: 2026-03,")(world / "data")
    assert len(asked(world)) == 1
    edit(FUND, "as_of: 2026-03,", "as_of: 2026-03, note: As the office says,")(world / "data")
    assert asked(world) == []


def rate(number: int, currency: str, per: str) -> str:
    """Return a fact of an exchange rate in a year of its own."""
    keys = f"value: 1.5, currency: {currency}, per: {per}, period: {2000 + number}, source: atlas, locator: p. 4"
    return f"  - {{field: exchange-rate, label: mean, {keys}}}\n"


def test_a_rate_the_other_way_round_is_asked_about(world: Path) -> None:
    rates = rate(5, "USD", "JPY") + rate(4, "JPY", "USD") + rate(3, "JPY", "USD")
    statistic = (world / "data" / BODY).read_text(encoding="utf-8").replace("kind: body", "kind: statistic")
    statistic = statistic.replace("Aid Office", "Rates").replace(
        "Runs the aid of Atlantis", "Gives the rates of Atlantis"
    )
    statistic = statistic.replace("code: active", "code: published").replace("facts:\n", f"facts:\n{rates}")
    path = world / "data/atlantis/statistics/rates.yml"
    path.parent.mkdir()
    path.write_text(
        statistic.replace("  - {field: founded, value: 1999, source: atlas, locator: p. 4}\n", ""), encoding="utf-8"
    )
    [question] = asked(world)
    assert "fact 1, currency: USD per JPY, the other way round than the other rates. Is it meant so?" in question


def facts_of_years(field: str, values: dict[str, str], keys: str) -> str:
    """Return a fact of a field for each year, as lines of a record."""
    return "".join(
        f"  - {{field: {field}, value: {value}, period: {year}, {keys}, source: atlas, locator: p. 9}}\n"
        for year, value in values.items()
    )


@pytest.mark.parametrize(
    ("values", "number", "told"),
    [
        (
            {"2024": "57_000_000", "2023": "47_500_000_000"},
            1,
            "57,000,000 of 2024 and 47,500,000,000 of 2023 differ by a factor of 833.",
        ),
        ({"2024": "570_000_000", "2023": "47_500_000_000"}, 1, "differ by a factor of 83."),
        ({"2024": "570_000_000_000", "2023": "47_500_000_000"}, 1, "differ by a factor of 12."),
        (
            {"2024": "57_000_000_000", "2023": "47_500_000_000", "2022": "4_150_000_000"},
            3,
            "4,150,000,000 of 2022 and 47,500,000,000 of 2023 differ by a factor of 11.",
        ),
        ({"2024": "57_000_000_000", "2023": "4_750_000_000", "2022": "41_500_000_000"}, 2, "4,750,000,000 of 2023"),
        ({"2024": "57_000_000_000", "2023": "47_500_000_000"}, 0, None),
        ({"2024": "57_000_000_000", "2014": "475_000_000"}, 0, None),
        ({"2024": "57_000_000_000", "2018/2023": "475_000_000"}, 0, None),
    ],
)
def test_a_sum_that_slips_beside_that_of_the_year_before_is_asked_about_once(
    world: Path, values: dict[str, str], number: int, told: str | None
) -> None:
    edit(COUNTRY, '"04-01"', '"01-01"')(world / "data")
    path = world / "data" / FUND
    budgets = facts_of_years("budget", values, "currency: KRW, basis: budget")
    path.write_text(path.read_text(encoding="utf-8").replace("facts:\n", f"facts:\n{budgets}", 1), encoding="utf-8")
    found = [line for line in asked(world) if "odd-size" in line]
    assert len(found) == bool(told)
    assert not told or (told in found[0] and f"fact {number}, value:" in found[0])


def test_an_exchange_rate_that_slips_is_asked_about(world: Path) -> None:
    rates = facts_of_years(
        "exchange-rate",
        {"2024": "136.353", "2023": "1306.01", "2022": "1291.95"},
        "currency: KRW, per: USD, label: mean",
    )
    statistic = (world / "data" / BODY).read_text(encoding="utf-8").partition("facts:")[0]
    statistic = statistic.replace("kind: body", "kind: statistic").replace("Aid Office", "Rates")
    statistic = statistic.replace("Runs the aid of", "Gives the rates of").replace("code: active", "code: published")
    path = world / "data/atlantis/statistics/rates.yml"
    path.parent.mkdir()
    path.write_text(f"{statistic}facts:\n{rates}reviewed: 2026-11-20\n", encoding="utf-8")
    [question] = asked(world)
    assert "fact 1, value: 136.353 of 2024 and 1,306.01 of 2023 differ by a factor of 9.6." in question


def test_a_sum_a_thousand_times_off_those_of_other_records_is_asked_about(world: Path) -> None:
    fund = (world / "data" / FUND).read_text(encoding="utf-8")
    for number in range(3):
        text = fund.replace("Sea Fund, ja: 海基金", f"Fund {number}").replace(
            "Pays for projects", f"Pays {number} projects"
        )
        path = world / f"data/atlantis/funding/fund-{number}.yml"
        path.write_text(text.replace("value: 1_500_000", f"value: {number + 2}_000_000"), encoding="utf-8")
    assert asked(world) == []
    edit(FUND, "value: 1_500_000", "value: 1_500")(world / "data")
    [question] = asked(world)
    assert (
        "fact 3, value: 1,500 and 2,000,000, the nearest of another funding-scheme, differ by a factor of 1,333."
        in question
    )


def test_a_sum_in_the_currency_of_another_country_is_asked_about(dataset: Dataset) -> None:
    facts = Facts(dataset)
    assert not [problem for problem in ask(facts) if problem.rule == "odd-money"]
    entry = dataset.entries["canada/policies/2030-agenda-national-strategy"]
    sums = [fact.model_copy(update={"currency": "JPY" if fact.currency else None}) for fact in entry.record.facts]
    other = replace(entry, record=entry.record.model_copy(update={"facts": sums}))
    changed = replace(dataset, entries={**dataset.entries, entry.id: other})
    [question] = [problem for problem in ask(Facts(changed)) if problem.rule == "odd-money"]
    assert question.message == "JPY is the currency of Japan. Is the sum not in CAD?"
