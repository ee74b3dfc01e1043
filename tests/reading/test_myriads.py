"""Numerals of East Asia are read as they are meant, or not at all, beside a reading that shares no code with ours."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest
from hypothesis import given, seed, settings
from hypothesis import strategies as st

from equal_footing.reading.myriads import east_asian

from ..conftest import SEED

LARGE = {12: "조兆", 8: "억億亿", 4: "만萬万"}
SMALL = {3: "천千", 2: "백百", 1: "십十"}
POWERS = {sign: power for powers in (LARGE, SMALL) for power, signs in powers.items() for sign in signs}
CHARACTERS = "〇一二三四五六七八九"


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("4천600만", 46_000_000),
        ("6천476억400만", 647_604_000_000),
        ("5백70억", 57_000_000_000),
        ("1조5천230억", 1_523_000_000_000),
        ("3천5백만", 35_000_000),
        ("1千500億", 150_000_000_000),
        ("2천5백억", 250_000_000_000),
        ("1조 2,345억", 1_234_500_000_000),
        ("57,000백만", 57_000_000_000),
        ("57,000,000천", 57_000_000_000),
        ("1.5천만", 15_000_000),
        ("1억5천만", 150_000_000),
        ("1億2,000万", 120_000_000),
        ("3만5천", 35_000),
        ("1万2500", 12_500),
        ("3십만", 300_000),
        ("百億", 10_000_000_000),
        ("三千五百万", 35_000_000),
        ("삼천오백만", 35_000_000),
        ("一万零五百", 10_500),
        ("三千零五", 3005),
        ("1.2万亿", 1_200_000_000_000),
        ("1万2000亿", 1_200_000_000_000),
    ],
)
def test_a_numeral_in_digits_and_units_is_read_group_by_group(text: str, number: int) -> None:
    assert east_asian(text) == number


@pytest.mark.parametrize(
    "text",
    [
        "1억5천",
        "1억5000",
        "2조5천",
        "1万5",
        "3천5",
        "2백5만",
        "三五百万",
        "1.5억300만",
        "5억3조",
        "억",
        "12,34만",
        "1 5억",
    ],
)
def test_a_numeral_that_may_mean_two_numbers_is_not_read(text: str) -> None:
    assert east_asian(text) is None


@st.composite
def groups(draw: st.DrawFn, number: int) -> str:
    """Return a number below 10,000 as it is written within a larger one: in digits, with units, or in characters."""
    way = draw(st.sampled_from(["digits", "commas", "units", "first unit", "characters"]))
    if way == "digits" or number < 10:
        return str(number)
    if way == "commas":
        return f"{number:,}"
    if way == "first unit":  # 4천600
        power = len(str(number)) - 1
        rest = str(number % 10**power) if number % 10**power else ""
        return f"{number // 10**power}{draw(st.sampled_from(SMALL[power]))}{rest}"
    text = ""
    for power in (3, 2, 1, 0):
        digit = number // 10**power % 10
        sign = CHARACTERS[digit] if way == "characters" else str(digit)
        if digit and power:
            is_left_out = digit == 1 and draw(st.booleans())
            text += ("" if is_left_out else sign) + draw(st.sampled_from(SMALL[power]))
        elif digit:
            text += sign
    return text


@st.composite
def numerals(draw: st.DrawFn) -> tuple[int, str]:
    """Return a number and a numeral for it."""
    number, space = (
        draw(st.integers(10**15, 10**16 - 1)) // 10 ** draw(st.integers(0, 14)),
        draw(st.sampled_from(["", " "])),
    )
    if draw(st.booleans()):
        number -= number % 10 ** draw(st.integers(0, len(str(number)) - 1))
    parts = [
        draw(groups(group)) + (draw(st.sampled_from(LARGE[power])) if power else "")
        for power in (12, 8, 4, 0)
        if (group := number // 10**power % 10**4)
    ]
    return number, space.join(parts)


@seed(SEED)
@settings(max_examples=1500, deadline=None)
@given(numerals())
def test_a_numeral_is_read_as_the_number_for_which_it_was_written_or_not_at_all(drawn: tuple[int, str]) -> None:
    number, text = drawn
    found = east_asian(text)
    assert found in {number, None}, text
    leaves_out = re.search(
        r"[조兆억億亿][^만萬万억億亿]*$|[천千백百]\d$|[천千백百][\d一二三四五六七八九](?=[조兆억億亿만萬万]|$)", text
    )
    ends_in_unit = text[-1] in POWERS and POWERS[text[-1]] >= 4
    if ends_in_unit and not leaves_out:
        assert found == number, f"{text} means one number only"


def counted(text: str) -> Decimal:
    """Return what an abacus shows for the signs of a numeral from left to right; raises ValueError for what is none."""
    total, section, digits = Decimal(0), Decimal(0), ""
    for sign in text.replace(" ", "").replace(",", ""):
        if sign not in POWERS:
            digits += sign
            continue
        factor = Decimal(10) ** POWERS[sign]
        if POWERS[sign] < 4:
            section, digits = section + Decimal(digits or 1) * factor, ""
        else:
            group, digits = section + Decimal(digits or 0), ""
            # 万 before 亿 is multiplied with it, as in 1万2000亿
            total = (total + group) * factor if 0 < total < factor else total + group * factor
            section = Decimal(0)
    return total + section + Decimal(digits or 0)


@seed(SEED)
@settings(max_examples=3000, deadline=None)
@given(
    st.lists(st.sampled_from([*"0123456789,. ", "00", "500", *"천백십만억조", *"千百十万億"]), min_size=2, max_size=12)
)
def test_whatever_is_read_is_what_the_signs_count_from_left_to_right(signs: list[str]) -> None:
    text = "".join(signs).strip()
    if not any(sign in text for sign in POWERS):
        return
    found = east_asian(text)
    if found is None:
        return
    assert found == counted(text), text
    large = [POWERS[sign] for sign in text if POWERS.get(sign, 0) >= 4]
    assert large == sorted(large, reverse=True) or "億" in text, f"{text} has its units in a wrong order"
