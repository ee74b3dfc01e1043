"""A fiscal year gets the months of the country, and none where nobody knows when its fiscal year begins."""

from __future__ import annotations

import pytest

from equal_footing.model.date_words import date_for, period_for
from equal_footing.model.fiscal_years import FiscalYear, MonthDay
from equal_footing.model.values import Period

APRIL, JANUARY, JULY, DAY = (4, 1), (1, 1), (7, 1), (4, 6)
NAMED = "if it is named after the year in which it ends"


def said(words: str, start: MonthDay | None) -> str:
    """Return what is said of a fiscal year in a country."""
    found = period_for(words)
    assert isinstance(found, FiscalYear)
    assert date_for(words) == found
    return found.message(start)


@pytest.mark.parametrize(
    ("words", "start", "write"),
    [
        ("2023-24", APRIL, "2023-04/2024-03`"),
        ("2024/25", JULY, "2024-07/2025-06`"),
        ("FY 2023/24", APRIL, "2023-04/2024-03`"),
        ("Fiscal year 2023-2024", DAY, "2023-04-06/2024-04-05`"),
        ("2023年度", APRIL, "2023-04/2024-03`"),
        ("令和5年度", APRIL, "2023-04/2024-03`"),
        ("FY2023", APRIL, f"2023-04/2024-03`, or 2022-04/2023-03 {NAMED}"),
        ("FY24", JULY, f"2024-07/2025-06`, or 2023-07/2024-06 {NAMED}"),
        ("FY99", JULY, f"1999-07/2000-06`, or 1998-07/1999-06 {NAMED}"),
    ],
)
def test_a_fiscal_year_is_written_with_the_months_of_the_country(words: str, start: MonthDay, write: str) -> None:
    assert said(words, start) == f"is a fiscal year: write `period: {write}"


@pytest.mark.parametrize(
    "words", ["FY2024", "FY24", "2024년도", "2024회계연도", "2024년 회계연도", "2024财年", "民國113年度"]
)
def test_a_fiscal_year_that_is_the_calendar_year_is_written_as_the_year(words: str) -> None:
    assert said(words, JANUARY) == "is a fiscal year, here the calendar year: write `period: 2024`"


@pytest.mark.parametrize("words", ["2022-2023", "2022–2023", "2022 - 2023"])
@pytest.mark.parametrize(
    ("start", "answer"),
    [
        (APRIL, "write `period: 2022/2023` or `period: 2022-04/2023-03`, as the source means it"),
        (None, "write `period: 2022/2023` or `period` with its first and last month, as the source means it"),
    ],
)
def test_two_years_in_a_row_can_be_a_fiscal_year(words: str, start: MonthDay | None, answer: str) -> None:
    assert said(words, start) == f"can be two calendar years or a fiscal year: {answer}"


def test_two_years_in_a_row_are_what_they_are_where_the_fiscal_year_is_the_calendar_year() -> None:
    assert said("2022-2023", JANUARY) == "is a stretch of time: write `period: 2022/2023`"


def test_two_years_are_no_fiscal_year_of_a_country_with_calendar_years() -> None:
    assert "that of the country is the calendar year" in said("2023/24", JANUARY)


@pytest.mark.parametrize("words", ["FY2023", "2023-24", "2023年度"])
def test_no_months_are_proposed_where_nobody_knows_when_the_fiscal_year_begins(words: str) -> None:
    message = "is a fiscal year: write `period` with its first and last month, as the source has them"
    assert str(period_for(words)) == said(words, None) == message


@pytest.mark.parametrize("words", ["2023-25", "FY2023-26", "FY", "年度", "2023"])
def test_what_is_no_fiscal_year_is_not_taken_for_one(words: str) -> None:
    assert not isinstance(period_for(words), FiscalYear)


@pytest.mark.parametrize("text", ["2023-01/2023-12", "2023-01-01/2023-12-31", "2023/2023", "2023-40/2023-41"])
def test_a_full_year_of_the_calendar_is_a_year(text: str) -> None:
    assert Period.parse(text) == Period.parse("2023")
    assert str(Period.parse(text)) == "2023"


@pytest.mark.parametrize("text", ["2023-01/2023-11", "2023-01~/2023-12", "2023-02/2024-01", "2022-01/2023-12"])
def test_any_other_stretch_of_time_is_no_year(text: str) -> None:
    assert str(Period.parse(text)) == text
