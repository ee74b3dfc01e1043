"""Dates, periods, numbers and web addresses are read in one way only; anything else is refused with what to write."""

from __future__ import annotations

import datetime
from decimal import Decimal

import pytest

from equal_footing.model.values import PartialDate, Period, parse_month_day, parse_number
from equal_footing.model.web_addresses import parse_url

DATE = "must be a date such as 2000, 2000-08 or 2000-08-10"
PERIOD = "must be a period such as 2021, 2022-04/2023-03 or 2018/.."
NUMBER = "must be a number in digits, such as 46, 92_400_000_000 or 0.39"
ADDRESS = "must be a web address such as https://example.org/page"


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2000", (2000, 1, 1), (2000, 12, 31)),
        ("2000-02", (2000, 2, 1), (2000, 2, 29)),
        ("1900-02", (1900, 2, 1), (1900, 2, 28)),
        ("2000-08-10", (2000, 8, 10), (2000, 8, 10)),
        ("1000", (1000, 1, 1), (1000, 12, 31)),
        ("2000~", (2000, 1, 1), (2000, 12, 31)),
        ("2000-08?", (2000, 8, 1), (2000, 8, 31)),
        ("2000-08-10%", (2000, 8, 10), (2000, 8, 10)),
        ("199X", (1990, 1, 1), (1999, 12, 31)),
        ("19XX~", (1900, 1, 1), (1999, 12, 31)),
        ("2023-21", (2023, 3, 1), (2023, 5, 31)),
        ("2023-24", (2023, 1, 1), (2024, 2, 29)),
        ("9999-24", (9999, 1, 1), (9999, 12, 31)),
        ("2023-33", (2023, 1, 1), (2023, 3, 31)),
        ("2023-36~", (2023, 10, 1), (2023, 12, 31)),
        ("2023-41", (2023, 7, 1), (2023, 12, 31)),
    ],
)
def test_a_date_covers_every_day_that_it_can_mean(
    text: str, first: tuple[int, int, int], last: tuple[int, int, int]
) -> None:
    date = PartialDate.parse(text)
    assert (date.first, date.last) == (datetime.date(*first), datetime.date(*last))
    assert str(date) == text


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", DATE),
        ("2000-8", "is written 2000-08"),
        ("10/08/2000", "is written 2000-08-10 or 2000-10-08, year first"),
        ("2000-08-10T00:00", "is written 2000-08-10"),
        ("2000-08-10 ", "is written 2000-08-10"),
        ("0999", "must be a date from the year 1000 on"),
        ("2000-00", "has no month 00"),
        ("2000-13-01", "has no month 13"),
        ("1900-02-29", "is not a day of the calendar: February 1900 has no day 29"),
        ("2000-04-00", "is not a day of the calendar: April 2000 has no day 0"),
        ("2000-25", "has no month 25"),
        ("2000-33-01", "has no month 33"),
        ("20XX-05", "has a month in a year that is not known; write the decade or century alone, such as 199X"),
        ("1XXX", DATE),
        ("~2000", "is written 2000~"),
        ("2000~?", DATE),
    ],
)
def test_a_date_that_cannot_be_is_refused(text: str, why: str) -> None:
    with pytest.raises(ValueError) as told:
        PartialDate.parse(text)
    assert str(told.value) == why


def test_dates_are_equal_where_they_say_the_same() -> None:
    parsed = {PartialDate.parse(text) for text in ("2006", "2006~", "2006?", "2006%", "200X", "20XX", "2006-21")}
    assert len(parsed) == 7
    assert PartialDate.parse("2006~") in parsed


@pytest.mark.parametrize(
    ("text", "reduced"),
    [
        ("2006-05", "2006-05"),
        ("2006-22", "2006"),
        ("2006-41", "2006"),
        ("2006~", None),
        ("2006-22?", None),
        ("200X", None),
    ],
)
def test_a_date_is_reduced_to_what_every_program_reads(text: str, reduced: str | None) -> None:
    found = PartialDate.parse(text).reduced
    assert (str(found) if found else None) == reduced


@pytest.mark.parametrize(
    ("early", "late", "is_before"),
    [
        ("1999", "2000", True),
        ("2000", "2000-05", False),
        ("199X", "2000", True),
        ("1999~", "2000", False),
        ("1999", "2000?", False),
        ("2023-33", "2023-34", True),
    ],
)
def test_only_dates_that_are_sure_lie_one_before_the_other(early: str, late: str, is_before: bool) -> None:
    assert PartialDate.parse(early).is_before(PartialDate.parse(late)) == is_before


def test_a_fiscal_year_has_sure_ends() -> None:
    assert Period.parse("2022-04/2023-03").is_fiscal(4, 1)
    assert not Period.parse("2022-04~/2023-03").is_fiscal(4, 1)
    assert not Period.parse("2022-34/2023-33").is_fiscal(4, 1)


@pytest.mark.parametrize(
    "text", ["2021", "2022-04/2023-03", "2018/..", "2020-02-29/2020-03-01", "2006~/2009-36~", "199X", "199X/.."]
)
def test_a_period_is_written_as_it_was_read(text: str) -> None:
    assert str(Period.parse(text)) == text


def test_a_period_goes_on_where_its_end_is_open() -> None:
    period = Period.parse("2018/..")
    assert period.end is None
    assert not period.is_single


def test_a_year_is_its_own_beginning_and_end() -> None:
    assert Period.parse("2021").is_single


def test_a_period_may_end_within_the_year_in_which_it_begins() -> None:
    assert str(Period.parse("2021-04/2021")) == "2021-04/2021"


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("../2018", PERIOD),
        ("2018/", "is written 2018/.."),
        ("2018-2020", "is written 2018/2020"),
        ("2021/2022/2023", PERIOD),
        ("2023/2022", "ends before it begins"),
        ("2022-19", "has no month 19; a fiscal year is written with its first and last month"),
        ("0999/2001", "must be a date from the year 1000 on"),
        ("FY2021", "is a fiscal year: write `period` with its first and last month, as the source has them"),
        (
            "2022-23",
            "is read as a fiscal year by people and as a part of the year by programs: "
            "write `period` with its first and last month, as the source has them",
        ),
        ("late 2022", "is written 2022-36~"),
        ("early 2022 to 2023", "is written 2022-33~/2023"),
    ],
)
def test_a_period_that_cannot_be_is_refused(text: str, why: str) -> None:
    with pytest.raises(ValueError) as told:
        Period.parse(text)
    assert str(told.value) == why


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("0", "0"),
        ("46", "46"),
        ("92_400_000_000", "92400000000"),
        ("0.39", "0.39"),
        ("-14.4", "-14.4"),
        ("85.0", "85.0"),
    ],
)
def test_a_number_keeps_every_digit(text: str, number: str) -> None:
    assert str(parse_number(text)) == str(Decimal(number))


@pytest.mark.parametrize(
    "text",
    ["", "1,000", "1 000", "1.", ".5", "046", "1_00", "10_00_000", "1e3", "0x10", "+5", "NaN", "inf", "about 5"],
)
def test_a_number_in_any_other_form_is_refused(text: str) -> None:
    with pytest.raises(ValueError) as told:
        parse_number(text)
    assert str(told.value) == NUMBER or str(told.value).startswith("is written ")


@pytest.mark.parametrize(
    "text",
    [
        "https://example.org/",
        "http://example.org:8080/a?b=c#d",
        "https://例え.example/日本",
        "https://example.org/a_(b)",
    ],
)
def test_a_web_address_is_kept_as_it_is(text: str) -> None:
    assert parse_url(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "//example.org/",
        "https://",
        "https://localhost/",
        "https://example.org/a b",
        "https://example.org/<script>",
        'https://example.org/"onload="',
        "https://example.org:port/",
        "https://[::1/",
        "javascript:alert(1)//example.org",
        "data:text/html,x",
        "ftp://example.org/",
        "mailto:a@example.org",
    ],
)
def test_anything_but_a_web_address_is_refused(text: str) -> None:
    with pytest.raises(ValueError) as told:
        parse_url(text)
    assert str(told.value) == ADDRESS


def test_a_fiscal_year_begins_on_a_day_of_the_calendar() -> None:
    assert parse_month_day("04-01") == (4, 1)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("1 January", "01-01"),
        ("the 1st of April", "04-01"),
        ("Oct. 31st", "10-31"),
        ("4月1日", "04-01"),
        ("7월 1일", "07-01"),
        ("四月一日", "04-01"),
    ],
)
def test_a_day_of_the_year_in_words_is_answered_with_its_notation(text: str, day: str) -> None:
    with pytest.raises(ValueError) as told:
        parse_month_day(text)
    assert str(told.value) == f"is written {day}"


@pytest.mark.parametrize("text", ["4-1", "April 1", "04-31", "13-01", "2000-04-01"])
def test_a_day_that_no_year_has_is_refused(text: str) -> None:
    with pytest.raises(ValueError):
        parse_month_day(text)


@pytest.mark.parametrize("text", ["31 April", "February 30", "13월 1일"])
def test_a_day_that_no_year_has_is_no_answer(text: str) -> None:
    with pytest.raises(ValueError, match=r"^must be a month and a day such as 04-01$"):
        parse_month_day(text)


@pytest.mark.parametrize("text", ["２０２０", "2020-０5", "4６"])
def test_full_width_digits_are_not_taken_for_digits(text: str) -> None:
    for read in (PartialDate.parse, parse_number):
        with pytest.raises(ValueError):
            read(text)


@pytest.mark.parametrize("text", ["13-01", "02-30", "00-10"])
def test_a_day_that_no_year_has_is_refused_in_our_words(text: str) -> None:
    with pytest.raises(ValueError, match="is not a day of the year"):
        parse_month_day(text)


def test_a_number_longer_than_any_budget_is_refused() -> None:
    assert parse_number("9" * 18) == 10**18 - 1
    with pytest.raises(ValueError, match=r"^has 46 digits before the point; the most is 18$"):
        parse_number("9" * 46)
