"""How numbers in other forms are written here."""

from __future__ import annotations

from decimal import Decimal

import pytest

from equal_footing.model.number_words import number_for
from equal_footing.reading.number_forms import written


@pytest.mark.parametrize(
    ("text", "right"),
    [
        *(("570억원", "57_000_000_000"), ("57 billion", "57_000_000_000"), ("1,234억", "123_400_000_000")),
        *(("0,21", "0.21"), ("57,000,000,000", "57_000_000_000"), ("1.234.567,89", "1_234_567.89")),
        *(
            ("約1万2千人", "12_000, with `precision: about`"),
            ("1조 2,345억 원", "1_234_500_000_000"),
            ("3천만원", "30_000_000"),
        ),
        *(("약 136", "136, with `precision: about`"), ("100여 명", "100, with `precision: about`")),
        *(("over 100", "100, with `precision: more-than`"), ("100以上", "100, with `precision: at-least`")),
        *(("130-136", "130, with `to: 136`"), ("5-6 million", "5_000_000, with `to: 6_000_000`")),
        *(("between 130 and 136", "130, with `to: 136`"), ("USD 3.5 million", "3_500_000"), ("$1.2M", "1_200_000")),
        *(("1,23,456", "123_456"), ("12 crore", "120_000_000"), ("Rs 5 lakh", "500_000"), ("1 234 567", "1_234_567")),
        *(
            ("80%", "80"),
            ("12,5 %", "12.5"),
            ("forty-six", "46"),
            ("twenty", "20"),
            ("1e6", "1_000_000"),
            (".5", "0.5"),
        ),
        *(("4th", "4"), ("21st", "21")),
        *(("４천600만원", "46_000_000"), ("6천476억400만 원", "647_604_000_000"), ("3千5百万円", "35_000_000")),
        *(
            ("500여억원", "50_000_000_000, with `precision: about`"),
            ("5억원 이상", "500_000_000, with `precision: at-least`"),
            ("20여만 명", "200_000, with `precision: about`"),
        ),
        *(("3~5억원", "300_000_000, with `to: 500_000_000`"), ("1~2천만원", "10_000_000, with `to: 20_000_000`")),
        *(("500만~1억", "5_000_000, with `to: 100_000_000`"), ("0,210", "0.21"), ("57 000", "57_000")),
        *(
            ("１３６", "136"),
            ("−3", "-3"),
            ("46 NGOs", "46"),
            ("+12", "12"),
            ("€1,5 Mio.", "1_500_000"),
            ("Ksh 5bn", "5_000_000_000"),
        ),
    ],
)
def test_a_number_in_another_form_is_answered(text: str, right: str) -> None:
    assert number_for(text) == f"is written {right}"


@pytest.mark.parametrize(
    "text", ["many", "2000-01", "0.21.3", "억", "n/a", "about many", "Act 12", "a to b", "3 sites", "4/5", "Ill"]
)
def test_what_is_no_number_has_no_answer(text: str) -> None:
    assert number_for(text) is None


@pytest.mark.parametrize(
    "text",
    [
        *("1억5천", "1억5000만원~", "3천~5천만원", "3천~1억", "3~5억5천만", "1000~2천만원", "100-1 million"),
        *("3,0000", "12,3456", "57_000_00", "1,23,456,789", "1 2", "제3조"),
    ],
)
def test_what_can_be_read_in_two_ways_has_no_answer(text: str) -> None:
    assert number_for(text) is None


@pytest.mark.parametrize(("text", "right"), [("197O", "1970"), ("l016", "1016"), ("1O_000", "10_000")])
def test_a_letter_among_digits_is_answered(text: str, right: str) -> None:
    assert number_for(text) == f"holds a letter among its digits: it is written {right}"


def test_a_number_is_written_in_full() -> None:
    assert [written(Decimal(text)) for text in ("1E+3", "-2500", "-25000.50", "0.10", "10")] == [
        "1000",
        "-2500",
        "-25_000.5",
        "0.1",
        "10",
    ]
