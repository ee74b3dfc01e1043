"""Dates as Korea, Japan and China write them, and as spreadsheets do, are answered with what to write."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, seed, settings
from hypothesis import strategies as st

from equal_footing.model.date_words import date_for, period_for
from equal_footing.model.values import PartialDate, Period

from ..conftest import SEED


@pytest.mark.parametrize(
    ("words", "written"),
    [
        *(("2021년 상반기", "2021-40"), ("2021년 하반기", "2021-41"), ("2021年下半年", "2021-41"), ("2021年上半期", "2021-40")),
        *(("2024년 1분기", "2024-33"), ("2024년 1/4분기", "2024-33"), ("2024年第2四半期", "2024-34"), ("2024年第三季度", "2024-35")),
        *(("1990년대", "199X"), ("1990年代", "199X"), ("80年代", "198X"), ("20世纪90年代", "199X"), ("20世紀", "19XX")),
        *(("1950년경", "1950~"), ("약 1950년", "1950~"), ("2010年頃", "2010~"), ("大约2010年", "2010~"), ("2021년 3월경", "2021-03~")),
        *(("2021년 초", "2021-33~"), ("2021년 중반", "2021-34~"), ("2021년 말", "2021-36~"), ("2021年底", "2021-36~")),
        *(("2024년 12월 17일(화)", "2024-12-17"), ("2024. 12. 17(화) 14:00", "2024-12-17"), ("2024年12月17日（火）", "2024-12-17")),
        *(("2024년 가을", "2024-23"), ("2024年春", "2024-21"), ("'24.12.17", "2024-12-17"), ("’19.1월", "2019-01")),
        *(("令和五年四月一日", "2023-04-01"), ("二〇二四年十二月", "2024-12"), ("昭和二十二年", "1947"), ("단기 4283년", "1950")),
        *(("R5.4.1", "2023-04-01"), ("H30年4月", "2018-04"), ("令和5.4.1", "2023-04-01")),
        *(("about May 2006", "2006-05~"), ("perhaps 14 May 2006", "2006-05-14?")),
        ("Dec-95", "1995-12"),
    ],
)  # fmt: skip
def test_a_date_of_east_asia_is_answered(words: str, written: str) -> None:
    assert date_for(words) == f"is written {written}"
    assert str(PartialDate.parse(written)) == written


@pytest.mark.parametrize(
    ("words", "written"),
    [
        *(("2012년부터 2022년까지", "2012/2022"), ("2012年から2022年まで", "2012/2022"), ("自2012年至2022年止", "2012/2022")),
        *(("从2012年到2022年", "2012/2022"), ("2012~2022년", "2012/2022"), ("2012년부터 현재까지", "2012/.."), ("2012年起", "2012/..")),
        *(("2024.3.28~29", "2024-03-28/2024-03-29"), ("2024.3.28~4.2", "2024-03-28/2024-04-02")),
        *(("2024年3月28日至4月2日", "2024-03-28/2024-04-02"), ("2022년 3월~5월", "2022-03/2022-05")),
        *(("2018年4月から2019年3月まで", "2018-04/2019-03"), ("1990年代から", "199X/..")),
        *(("28-29 March 2024", "2024-03-28/2024-03-29"), ("28 March to 2 April 2024", "2024-03-28/2024-04-02")),
        *(("Jan-Mar 2024", "2024-01/2024-03"), ("R5.4.1~R6.3.31", "2023-04-01/2024-03-31")),
    ],
)  # fmt: skip
def test_a_stretch_of_time_with_ends_that_leave_out_a_part_is_answered(words: str, written: str) -> None:
    assert period_for(words) == f"is written {written}"
    assert str(Period.parse(written)) == written


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ("45643", "is the number of a day in a spreadsheet: 2024-12-17, if it comes from one"),
        ("Dec-24", "is written 2024-12, if it is not a day without a year"),
        ("17-Dec-24", "is written 2024-12-17 or 2017-12-24, year first"),
        ("31-Jan-99", "is written 1999-01-31, year first"),
    ],
)
def test_a_date_from_a_spreadsheet_is_answered_with_each_that_it_may_be(words: str, message: str) -> None:
    assert date_for(words) == period_for(words) == message


@pytest.mark.parametrize(
    "words",
    [
        "2021年3月末",
        "2010年代初",
        "2023.2.30",
        "2024.3.28~27",
        "2024.3~29",
        "2024年度第1四半期",
        "24년",
        "12.17(화)",
        "99999",
        "2021年中",
    ],
)
def test_what_is_no_date_or_may_be_several_has_no_answer(words: str) -> None:
    assert date_for(words) is None
    assert period_for(words) is None


PARTS = [
    *"0123456789",
    "2024",
    "1999",
    "12",
    "31",
    *"년월일年月日./-~ ",
    "부터",
    "까지",
    "상반기",
    "末",
    "경",
    "about ",
    "Q2",
    "May",
]


@seed(SEED)
@settings(max_examples=2000, deadline=None)
@given(st.lists(st.sampled_from(PARTS), min_size=1, max_size=8))
def test_whatever_is_proposed_is_a_date_or_a_period(parts: list[str]) -> None:
    for found, parse in ((date_for("".join(parts)), PartialDate.parse), (period_for("".join(parts)), Period.parse)):
        written = re.fullmatch(r"is written (\S+?)(?:, year first)?", str(found))
        if written:
            parse(written[1])
