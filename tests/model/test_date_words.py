"""What people write for dates is answered with the notation to write, which is read back as meant."""

import pytest

from equal_footing.model.date_words import date_for, period_for
from equal_footing.model.values import PartialDate, Period


@pytest.mark.parametrize(
    ("words", "written"),
    [
        ("about 2006", "2006~"),
        ("c. 2006", "2006~"),
        ("ca. 2006-05", "2006-05~"),
        ("Circa 2006", "2006~"),
        ("~2006", "2006~"),
        ("perhaps 2006", "2006?"),
        ("probably 2006-05-14", "2006-05-14?"),
        ("1990s", "199X"),
        ("the 1990's", "199X"),
        ("the 1990’s", "199X"),
        ("199x", "199X"),
        ("20th century", "19XX"),
        ("the 21st century", "20XX"),
        ("spring 2023", "2023-21"),
        ("Fall 2023", "2023-23"),
        ("winter of 2023", "2023-24"),
        ("early 2023", "2023-33~"),
        ("mid-2023", "2023-34~"),
        ("late 2023", "2023-36~"),
        ("2023 late", "2023-36~"),
        ("end of 2023", "2023-36~"),
        ("Q3 2023", "2023-35"),
        ("2023-Q3", "2023-35"),
        ("third quarter of 2023", "2023-35"),
        ("3Q 2023", "2023-35"),
        ("H1 2023", "2023-40"),
        ("1H 2023", "2023-40"),
        ("2023 H2", "2023-41"),
        ("second half of 2023", "2023-41"),
        ("May 2006", "2006-05"),
        ("Sept. 2006", "2006-09"),
        ("5 May 2006", "2006-05-05"),
        ("May 5, 2006", "2006-05-05"),
        ("4 March, 2020", "2020-03-04"),
        ("the 2nd of May 2020", "2020-05-02"),
        ("2020 March 4", "2020-03-04"),
        ("2020-Mar-04", "2020-03-04"),
        ("Mar/2020", "2020-03"),
    ],
)
def test_words_are_answered_with_what_to_write(words: str, written: str) -> None:
    assert date_for(words) == f"is written {written}"
    assert str(PartialDate.parse(written)) == written


@pytest.mark.parametrize(
    ("words", "written"),
    [
        ("early 2022/late 2023", "2022-33~/2023-36~"),
        ("2018 to about 2020", "2018/2020~"),
        ("2018–2020", "2018/2020"),
        ("1990s", "199X"),
    ],
)
def test_both_ends_of_a_period_are_answered(words: str, written: str) -> None:
    assert period_for(words) == f"is written {written}"
    assert str(Period.parse(written)) == written


NO_DAYS = ("20.13.2020", "30/02/2020", "31 April 2020", "February 30, 2020", "2021-Feb-29", "late 2023~02")


@pytest.mark.parametrize("words", ["", "soon", "2023", "before 2023", "May", "Q5 2023", *NO_DAYS])
def test_what_is_no_date_in_words_has_no_answer(words: str) -> None:
    assert date_for(words) is None
    assert period_for(words) is None


@pytest.mark.parametrize(
    ("words", "written"),
    [
        *(("2010.01.25", "2010-01-25"), ("2010/1/25", "2010-01-25"), ("20100125", "2010-01-25")),
        *(("2010년 1월 25일", "2010-01-25"), ("令和5年4月", "2023-04"), ("昭和22年", "1947"), ("民國113年", "2024")),
        *(("25/01/2010", "2010-01-25, year first"), ("04.05.2020", "2020-05-04 or 2020-04-05, year first")),
        *(
            ("5th May 2020", "2020-05-05"),
            ("Monday, May 4, 2020", "2020-05-04"),
            ("in 2010", "2010"),
            ("1/2020", "2020-01"),
        ),
    ],
)
def test_dates_as_other_countries_write_them_are_answered(words: str, written: str) -> None:
    assert date_for(words) == f"is written {written}"


@pytest.mark.parametrize(
    ("words", "written"),
    [
        *(("1945-1995", "1945/1995"), ("1945–95", "1945/1995"), ("from 2010 to 2012", "2010/2012")),
        *(
            ("2018-present", "2018/.."),
            ("since 2018", "2018/.."),
            ("2018 onwards", "2018/.."),
            ("2018년부터", "2018/.."),
        ),
        ("2010.1-2012.12", "2010-01/2012-12"),
        ("March 28–29, 2024", "2024-03-28/2024-03-29"),
    ],
)
def test_a_stretch_of_time_is_answered(words: str, written: str) -> None:
    assert period_for(words) == f"is written {written}"
    assert date_for(words) == f"is a stretch of time: write `period: {written}`, or one date"
    assert str(Period.parse(written)) == written


def test_what_goes_on_needs_its_beginning() -> None:
    assert "2018/.." in str(period_for("present"))
    assert "is not a date" in str(date_for("present"))
