"""Numbers in registers: a real one passes its register's check, the same with one wrong digit does not."""

from __future__ import annotations

import pytest

from equal_footing.model.identifiers import CHECKS, code_for_name, countries, currencies, number_within

NUMBERS = [
    ("ca-bn", "119219814RR0001", 8),
    ("jp-jcn", "7000012050002", 0),
    ("cn-uscc", "91350100M000100Y43", 17),
    ("ror", "03yrm5c26", 8),
    ("isni", "0000000121032683", 15),
    ("lei", "213800KUD8LAJWSQ9D15", 19),
]


@pytest.mark.parametrize(("check", "found", "at"), NUMBERS)
def test_a_real_number_passes_and_one_wrong_digit_fails(check: str, found: str, at: int) -> None:
    assert CHECKS[check](found)
    for digit in "0123456789":
        if digit != found[at]:
            assert not CHECKS[check](found[:at] + digit + found[at + 1 :])


@pytest.mark.parametrize(("check", "found", "at"), NUMBERS)
def test_two_digits_that_changed_places_fail(check: str, found: str, at: int) -> None:
    place = next(
        i
        for i in range(1, len(found) - 1)
        if found[i].isdigit() and found[i + 1].isdigit() and found[i] != found[i + 1]
    )
    swapped = found[:place] + found[place + 1] + found[place] + found[place + 2 :]
    assert not CHECKS[check](swapped)


@pytest.mark.parametrize(
    ("text", "pattern", "number"),
    [
        ("https://www.wikidata.org/wiki/Q123", "Q[1-9][0-9]*", "Q123"),
        ("https://www.wikidata.org/wiki/Q123/", "Q[1-9][0-9]*", "Q123"),
        ("wd:q123", "Q[1-9][0-9]*", "Q123"),
        ("7000-0120-50002", "[0-9]{13}", "7000012050002"),
        ("https://ror.org/03yrm5c26?x=1", "0[a-z0-9]{6}[0-9]{2}", "03yrm5c26"),
        ("Wikidata", "Q[1-9][0-9]*", None),
    ],
)
def test_a_number_is_found_within_its_address(text: str, pattern: str, number: str | None) -> None:
    assert number_within(text, pattern) == number


def test_every_check_rule_has_a_number_here() -> None:
    assert {check for check, _, _ in NUMBERS} == set(CHECKS)


@pytest.mark.parametrize(("word", "code"), [("YEN", "JPY"), ("yen", "JPY"), ("Renminbi", "CNY"), ("Dollar", None)])
def test_the_name_of_a_currency_leads_to_its_code_where_only_one_has_it(word: str, code: str | None) -> None:
    assert code_for_name(word, currencies()) == code


@pytest.mark.parametrize(("word", "code"), [("Japan", "JP"), ("Canada", "CA"), ("Korea", None)])
def test_the_name_of_a_country_leads_to_its_code_where_only_one_has_it(word: str, code: str | None) -> None:
    assert code_for_name(word, countries()) == code
