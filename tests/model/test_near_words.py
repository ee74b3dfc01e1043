"""What a message proposes in place of a word, a currency or the path of a record that there is not."""

from collections.abc import Mapping
from typing import Any

import pytest

from equal_footing.model import vocabulary_loading
from equal_footing.model.near_words import how_to_count, near_language, near_record, near_word, other_currency
from equal_footing.model.vocabulary import FOLDER
from equal_footing.reading.files import read_tree

from ..conftest import ROOT

KNOWN = (
    "canada",
    "canada/concepts/civil-society",
    "canada/concepts/role-in-exchange",
    "canada/laws/bill-c-41",
    "canada/laws/income-tax-act-charities",
    "japan",
    "japan/laws/npo-act",
    "japan/organisations/amda",
    "japan/organisations/oisca",
    *(f"japan/dialogue/round-{number}" for number in range(9)),
)


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("japan/laws/npo-acts", " Did you mean japan/laws/npo-act?"),
        ("canada/laws/npo-act", " The record of this name is japan/laws/npo-act."),
        ("canada/laws/act-on-npos", " Did you mean canada/laws/bill-c-41?"),
        ("canada/policies/bill-c-41", " Did you mean canada/laws/bill-c-41?"),
        ("laws/npo-act", " Did you mean japan/laws/npo-act?"),
        ("japan/law/npo-act", " Did you mean japan/laws/npo-act?"),
        ("jpan", " Did you mean japan?"),
        ("canada/laws/income-tax-act-charity", " Did you mean canada/laws/income-tax-act-charities?"),
        ("canada/concepts/registered-charity", " data/canada/concepts/ holds: civil-society, role-in-exchange."),
        ("canada/laws/bill-c-41a", " Did you mean canada/laws/bill-c-41?"),
        ("canada/laws/bill-c-42", " data/canada/laws/ holds: bill-c-41, income-tax-act-charities."),
        ("canada/laws/income-act-for-charities", " data/canada/laws/ holds: bill-c-41, income-tax-act-charities."),
        ("japan/organisations/jen", " data/japan/organisations/ holds: amda, oisca."),
        ("japan/dialogue/oda-council", " See data/japan/dialogue/."),
        ("japan/ngos/reef", ""),
        ("atlantis", ""),
    ],
)
def test_a_record_that_there_is_not_is_guessed_by_its_name_and_folder_or_not_at_all(path: str, said: str) -> None:
    assert near_record(path, KNOWN, {"canada/laws/act-on-npos": "canada/laws/bill-c-41"}) == said


@pytest.mark.parametrize(
    ("text", "currency", "country", "said"),
    [
        ("$40 million", "KRW", "KR", ", in `currency: USD`"),
        ("4천만 달러", "KRW", "KR", ", in `currency: USD`"),
        ("3~5억 달러", "KRW", "KR", ", in `currency: USD`"),
        ("570억원", "USD", "KR", ", in `currency: KRW`"),
        ("¥5億", "KRW", "KR", ", in `currency: JPY or CNY`"),
        ("Rs 5 lakh", "USD", "", ', in the `currency` that "Rs" means here'),
        ("570억원", None, "KR", ", in `currency: KRW`"),
        ("$40 million", "CAD", "CA", ""),
        ("$40 million", "AUD", "KR", ""),
        ("$40 million", "MXN", "MX", ""),
        ("5億元", "TWD", "", ""),
        ("US$ 39.4억불", "USD", "KR", ""),
        ("46 NGO", "KRW", "KR", ""),
        ("many dollars", "KRW", "KR", ""),
        ("Ksh 500 million", "USD", "KE", ", in `currency: KES`"),
        ("Kshs. 500m", "KES", "KE", ""),
    ],
)
def test_a_sum_that_names_another_currency_than_its_fact_is_answered_with_it(
    text: str, currency: str | None, country: str, said: str
) -> None:
    assert other_currency(text, currency, country) == said


@pytest.mark.parametrize(
    ("unit", "said"),
    [
        ("million", " The unit is what is counted, with the value in full (times 1_000_000)."),
        ("千人", " The unit is what is counted, with the value in full (times 1000)."),
        ("JPY bn", " A sum of money has no unit: write `currency: JPY`, with the value in full (times 1_000_000_000)."),
        (
            "100 million yen",
            " A sum of money has no unit: write `currency: JPY`, with the value in full (times 100_000_000).",
        ),
        ("百万円", " A sum of money has no unit: write `currency: JPY`, with the value in full (times 1_000_000)."),
        ("억원", " A sum of money has no unit: write `currency: KRW`, with the value in full (times 100_000_000)."),
        ("%", " A percentage has no unit: use a field of percentages, such as share."),
        ("staff", ""),
    ],
)
def test_a_unit_with_a_size_or_a_currency_is_answered_with_both(unit: str, said: str) -> None:
    assert how_to_count(unit, {}) == said


def listed(name: str) -> Mapping[str, Any]:
    """Return a code list of the project."""
    vocabulary, _ = vocabulary_loading.load(read_tree(ROOT, FOLDER)[0])
    assert vocabulary
    return vocabulary.codes(name)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("English", " Did you mean en?"),
        (
            "sw",
            " If it is the one that is meant, add it to data/vocabulary/languages.yml: "
            "`sw: {label: Swahili, native: Kiswahili}`.",
        ),
        ("xx", ""),
    ],
)
def test_a_language_that_is_not_listed_is_written_as_the_list_needs_it(text: str, said: str) -> None:
    assert near_language(text, listed("languages")) == said


def test_a_near_word_is_found_in_singular_and_plural() -> None:
    fields = listed("fields")
    assert near_word("function", fields) == near_word("functions", fields) == " Did you mean mandate?"
