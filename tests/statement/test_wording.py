"""Figures and dates read as people expect, and are never rounded."""

from decimal import Decimal

import pytest

from equal_footing.model.messages import load
from equal_footing.model.values import PartialDate, Period
from equal_footing.statement import wording

from ..conftest import ROOT

WORDS = load(ROOT)


@pytest.mark.parametrize(
    ("value", "text"),
    [("2000", "2000"), ("2000-08", "August 2000"), ("2000-08-10", "10 August 2000")],
)
def test_a_date_reads_as_precisely_as_it_is_known(value: str, text: str) -> None:
    assert wording.date(PartialDate.parse(value)) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("2021", "2021"),
        ("2018/..", "from 2018"),
        ("2000/2023-09", "2000 to September 2023"),
        ("2022-04/2023-03", "fiscal year 2022/23 (April 2022 to March 2023)"),
        ("2019-04/2023-03", "fiscal years 2019/20 to 2022/23"),
        ("2022-01/2022-12", "January 2022 to December 2022"),
    ],
)
def test_a_period_names_whole_fiscal_years(value: str, text: str) -> None:
    period = Period.parse(value)
    assert wording.period(period, WORDS, period.is_fiscal(4, 1)) == text


def test_a_period_of_a_place_with_calendar_fiscal_years_is_plain() -> None:
    period = Period.parse("2022-01/2022-12")
    assert wording.period(period, WORDS, period.is_fiscal(1, 1)) == "January 2022 to December 2022"


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("92400000000", "92.4 billion"),
        ("15378570000", "15,378,570,000"),
        ("1552000000", "1.552 billion"),
        ("2540000000000", "2.54 trillion"),
        ("300000", "300,000"),
        ("103735000", "103.735 million"),
        ("-2000000", "-2 million"),
        ("999", "999"),
    ],
)
def test_a_large_sum_is_short_only_where_that_is_exact(value: str, text: str) -> None:
    assert wording.large(Decimal(value)) == text


def test_a_number_keeps_its_digits() -> None:
    assert wording.number(Decimal("1368")) == "1,368"
    assert wording.number(Decimal("0.390")) == "0.390"
