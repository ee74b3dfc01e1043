"""Figures and dates read as people expect, and are never rounded."""

import datetime
from decimal import Decimal
from pathlib import Path

import pytest

from equal_footing.check.run import load_checked
from equal_footing.model import messages
from equal_footing.model.messages import load
from equal_footing.model.values import PartialDate, Period
from equal_footing.statement import wording
from equal_footing.statement.facts import Facts

from ..cases import FUND, edit
from ..conftest import ROOT

WORDS = load(ROOT)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("2000", "2000"),
        ("2000-08", "August 2000"),
        ("2000-08-10", "10 August 2000"),
        ("2006~", "about 2006"),
        ("2006-05~", "about May 2006"),
        ("2006?", "perhaps 2006"),
        ("2006%", "perhaps about 2006"),
        ("199X", "the 1990s"),
        ("200X~", "about the 2000s"),
        ("18XX", "the 19th century"),
        ("20XX", "the 21st century"),
        ("21XX", "the 22nd century"),
        ("12XX", "the 13th century"),
        ("22XX", "the 23rd century"),
        ("2023-21", "spring 2023"),
        ("2023-22", "summer 2023"),
        ("2023-23", "autumn 2023"),
        ("2023-24?", "perhaps winter 2023"),
        ("2023-33", "the first quarter of 2023"),
        ("2023-34", "the second quarter of 2023"),
        ("2023-35", "the third quarter of 2023"),
        ("2023-36", "the fourth quarter of 2023"),
        ("2023-33~", "early 2023"),
        ("2023-34~", "mid-2023"),
        ("2023-35~", "about the third quarter of 2023"),
        ("2023-36~", "late 2023"),
        ("2023-36%", "perhaps late 2023"),
        ("2023-40", "the first half of 2023"),
        ("2023-41", "the second half of 2023"),
    ],
)
def test_a_date_reads_as_precisely_as_it_is_known(value: str, text: str) -> None:
    assert wording.date(PartialDate.parse(value), WORDS) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("2021", "2021"),
        ("2018/..", "from 2018"),
        ("2000/2023-09", "2000 to September 2023"),
        ("2006~/2009-36~", "about 2006 to late 2009"),
        ("199X/..", "from the 1990s"),
        ("2022-04/2023-03", "fiscal year 2022/23 (April 2022 to March 2023)"),
        ("2019-04/2023-03", "fiscal years 2019/20 to 2022/23"),
        ("2022-01/2022-12", "2022"),
        ("2022-02/2023-01", "February 2022 to January 2023"),
    ],
)
def test_a_period_names_whole_fiscal_years(value: str, text: str) -> None:
    period = Period.parse(value)
    assert wording.period(period, WORDS, period.is_fiscal(4, 1)) == text


def test_a_period_of_a_place_with_calendar_fiscal_years_is_plain() -> None:
    period = Period.parse("2022-01-01/2022-12-31")
    assert wording.period(period, WORDS, period.is_fiscal(1, 1)) == "2022"


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("92400000000", "92.4 billion"),
        ("15378570000", "15,378,570,000"),
        ("1552000000", "1.552 billion"),
        ("2540000000000", "2.54 trillion"),
        ("6262900000000", "6.2629 trillion"),
        ("12345600000", "12.3456 billion"),
        ("6262912345678", "6,262,912,345,678"),
        ("300000", "300,000"),
        ("3600500000000000", "3,600.5 trillion"),
        ("3600000000000000", "3,600 trillion"),
        ("999999999999999999", "999,999,999,999,999,999"),
        ("103735000", "103.735 million"),
        ("-2000000", "-2 million"),
        ("999", "999"),
    ],
)
def test_a_large_sum_is_short_only_where_that_is_exact(value: str, text: str) -> None:
    assert wording.large(Decimal(value), WORDS) == text


@pytest.mark.parametrize(
    ("value", "short", "full"),
    [
        ("6_262_900_000_000", "KRW 6.2629 trillion", "KRW 6,262,900,000,000"),
        (
            "57_000_000_000\n    to: 58_000_000_000",
            "KRW 57 billion to 58 billion",
            "KRW 57,000,000,000 to 58,000,000,000",
        ),
        ("57_000_000_000\n    precision: about", "about KRW 57 billion", "about KRW 57,000,000,000"),
        ("57_123", "KRW 57,123", None),
    ],
)
def test_a_sum_with_a_word_for_its_size_is_known_in_full(world: Path, value: str, short: str, full: str | None) -> None:
    edit(FUND, "value: 1_500_000\n    currency: EUR", f"value: {value}\n    currency: KRW")(world / "data")
    facts = Facts(load_checked(world)).of("atlantis/funding/sea-fund")
    [sum_] = [fact.first for fact in facts if fact.first and fact.field.type == "money"]
    assert (wording.plain(sum_, WORDS), wording.in_full(sum_, WORDS)) == (short, full)


def test_a_number_keeps_its_digits() -> None:
    assert WORDS.number(Decimal("1368")) == "1,368"
    assert WORDS.number(Decimal("0.390")) == "0.390"


@pytest.mark.parametrize(
    ("said", "ended"),
    [
        ("Aids all coasts", "Aids all coasts."),
        ("Aids all coasts.", "Aids all coasts."),
        ("Who pays?", "Who pays?"),
        ("目的は「支援」です。", "目的は「支援」です。"),
        ('It says "as it must."', 'It says "as it must."'),
        ("Works in the U.S.", "Works in the U.S."),
        ("About 3 (of 4)", "About 3 (of 4)."),
    ],
)
def test_a_sentence_has_one_mark_at_its_end(said: str, ended: str) -> None:
    assert wording.sentence(said) == ended


FACT = "  - {field: members, value: 46, unit: organisations, as_of: 2016-01, source: atlas, locator: p. 5}\n"


@pytest.mark.parametrize(
    ("fact", "text", "bare"),
    [
        ("field: members, value: 46, as_of: 2016", "46 organisations (as of 2016)", "46 organisations"),
        ("field: rank, value: 4, to: 22, period: 2024", "4th to 22nd place (2024)", "4th to 22nd place"),
        (
            "field: budget, value: 5, currency: EUR, basis: budget, period: 2019-04/2020-03",
            "EUR 5 [fiscal year 2019/20 (April 2019 to March 2020); budget]",
            "EUR 5",
        ),
        ("field: purpose, value: Aids the U.S., as_of: 2016", "Aids the U.S. (as of 2016)", "Aids the U.S."),
        ("field: purpose, value: Aids all., support: translated", "Aids all (translated)", "Aids all."),
        ("field: staff, missing: none-exists, as_of: 2018", "None exists (as of 2018)", "None exists"),
        (
            "field: staff, value: 3, as_of: 2018, withdrawn: 2026-11-20, note: Wrong.",
            "Withdrawn on 20 November 2026: 3 people (as of 2018)",
            "Withdrawn on 20 November 2026: 3 people",
        ),
        (
            "field: staff, missing: sources-disagree, note: Both say so, as_of: 2018, values: ["
            "{value: 3, source: atlas, locator: p. 1, shown: true}, {value: 4, source: gazette, locator: p. 2}]",
            "Sources disagree: 3 people (as of 2018; Atlas Press; shown first); "
            "4 people (as of 2018; State of Atlantis)",
            "Sources disagree: 3 people (as of 2018; shown first); 4 people (as of 2018)",
        ),
    ],
)
def test_a_fact_is_worded_with_all_that_qualifies_it(world: Path, fact: str, text: str, bare: str) -> None:
    evidence = "" if "sources-disagree" in fact else ", source: atlas, locator: p. 5"
    edit(FUND, FACT, f"  - {{{fact}{evidence}}}\n")(world / "data")
    dataset = load_checked(world)
    facts = Facts(dataset).of(FUND.removesuffix(".yml"))
    [stated] = [one for one in facts if fact.startswith(f"field: {one.field.id},") and one.label is None]
    assert wording.fact(stated, WORDS, dataset) == text
    assert wording.fact(stated, WORDS, dataset, bare=True) == bare


@pytest.mark.parametrize(
    ("language", "day", "month", "number", "sum_", "plain_sum"),
    [
        ("en", "10 August 2000", "August 2000", "1,234.50", "92.4 billion", "1,234,567"),
        ("fr", "10 août 2000", "août 2000", "1\u202f234,50", "92,4 milliards", "1\u202f234\u202f567"),
        ("pl", "10 sierpnia 2000", "sierpień 2000", "1\xa0234,50", "92,4 miliarda", "1\xa0234\xa0567"),
        ("ja", "2000年8月10日", "2000年8月", "1,234.50", "924億", "123.457万"),
        ("zh", "2000年8月10日", "2000年8月", "1,234.50", "924亿", "123.457万"),
    ],
)
def test_dates_and_numbers_are_those_of_the_language(
    language: str, day: str, month: str, number: str, sum_: str, plain_sum: str
) -> None:
    words = messages.Messages(WORDS.table, language)
    assert wording.date(PartialDate.parse("2000-08-10"), words) == wording.day(datetime.date(2000, 8, 10), words) == day
    assert wording.date(PartialDate.parse("2000-08"), words) == month
    assert words.number(Decimal("1234.50")) == number
    assert wording.large(Decimal(92_400_000_000), words) == sum_
    assert wording.large(Decimal(1_234_570 if language in {"ja", "zh"} else 1_234_567), words) == plain_sum


@pytest.mark.parametrize(
    "first",
    [
        "It links CNIE and the OECD.",
        "J. Smith ran it with 3.5 percent of the money of the U.S. Government.",
        "It is a network (the first of its kind).",
    ],
)
def test_a_sentence_ends_with_an_acronym_but_not_with_an_initial(first: str) -> None:
    assert wording.first_sentence(f"{first} The rest is left out. And more.") == first
