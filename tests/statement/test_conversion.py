"""A sum is converted at the rate of its time; one that is about or perhaps of a year has none."""

from pathlib import Path

import pytest

from equal_footing.check.run import load_checked
from equal_footing.statement.conversion import convert, rates
from equal_footing.statement.facts import Facts

from ..cases import BODY, FUND, edit

RATE = "  - {field: exchange-rate, value: 0.9, currency: EUR, per: USD, period: 2023, source: atlas, locator: p. 4}\n"


@pytest.mark.parametrize(
    ("time", "has_rate"),
    [
        ("period: 2023", True),
        ("as_of: 2023", True),
        ("as_of: 2023-05", True),
        ("as_of: 2023-36", True),
        ("as_of: 2023~", False),
        ("as_of: 2023-36~", False),
        ("period: 2023?", False),
        ("as_of: 202X", False),
        ("period: 2022", False),
    ],
)
def test_a_sum_needs_a_rate_of_its_year(world: Path, time: str, has_rate: bool) -> None:
    edit(BODY, "facts:\n", f"facts:\n{RATE}")(world / "data")
    edit(FUND, "period: 2023-04/2024-03", time)(world / "data")
    facts = Facts(load_checked(world))
    [amount] = [fact.value for fact in facts.of(FUND.removesuffix(".yml")) if fact.field.id == "amount"]
    assert amount
    assert bool(convert(amount, rates(facts))) == has_rate
