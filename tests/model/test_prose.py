"""A label within a sentence begins small, and its abbreviations stay as they are, in every language."""

import pytest

from equal_footing.model.prose import Prose, uncapitalised


@pytest.mark.parametrize(
    ("label", "within"),
    [
        ("Share of aid", "share of aid"),
        ("Membership in the DAC", "membership in the DAC"),
        ("ODA as share of national income", "ODA as share of national income"),
        ("NGO", "NGO"),
        ("NGOs", "NGOs"),
        ("U.S. dollars", "U.S. dollars"),
        ("Ébauche", "ébauche"),
        ("資金", "資金"),
        ("", ""),
    ],
)
def test_a_label_within_a_sentence_begins_small_unless_it_begins_with_an_abbreviation(label: str, within: str) -> None:
    assert uncapitalised(label) == within


def test_a_label_within_a_sentence_begins_small_in_every_language() -> None:
    found = uncapitalised(Prose("Aid to NGOs", {"fr": "Aide aux ONG"}))
    assert isinstance(found, Prose)
    assert [found.said_in(language) for language in ("en", "fr")] == [("aid to NGOs", "en"), ("aide aux ONG", "fr")]
