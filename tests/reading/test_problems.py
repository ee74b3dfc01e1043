"""A word is proposed only for one that is typed wrongly, a form of it, a part of it or a kind of it."""

from __future__ import annotations

import pytest

from equal_footing.reading.problems import did_you_mean

KNOWN = (
    "budget",
    "eligibility",
    "founded",
    "share",
    "status",
    "south-korea",
    "target",
    "target-share",
    "bodies",
    "kind",
)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        *(("fouded", "founded"), ("foudned", "founded"), ("elligibilty", "eligibility"), ("Budgets", "budget")),
        *(
            ("body", "bodies"),
            ("korea", "south-korea"),
            ("annual-budget", "budget"),
            ("south-k", "south-korea"),
            ("south korea", "south-korea"),
        ),
    ],
)
def test_a_word_that_is_near_is_proposed(typed: str, meant: str) -> None:
    assert did_you_mean(typed, KNOWN) == f" Did you mean {meant}?"


@pytest.mark.parametrize("typed", ["target-group", "id", "chair", "started", "foundation-year", "budgeting-rules"])
def test_a_word_that_only_shares_letters_is_not_proposed(typed: str) -> None:
    assert did_you_mean(typed, KNOWN) == ""
