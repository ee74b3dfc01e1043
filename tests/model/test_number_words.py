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
        *(("１３６", "136"), ("−3", "-3"), ("46 NGOs", "46"), ("+12", "12"), ("€1,5 Mio.", "1_500_000")),
    ],
)
def test_a_number_in_another_form_is_answered(text: str, right: str) -> None:
    assert number_for(text) == f"is written {right}"


@pytest.mark.parametrize(
    "text", ["many", "2000-01", "0.21.3", "억", "n/a", "about many", "Act 12", "a to b", "3 sites", "4/5", "Ill"]
)
def test_what_is_no_number_has_no_answer(text: str) -> None:
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
