"""Anchors hold the time of a fact without the signs that dates have in the data."""

import re
from pathlib import Path

import pytest

from equal_footing.check.run import load_checked
from equal_footing.model.anchors import anchor
from equal_footing.model.types import ANCHOR

from ..cases import FUND, edit


@pytest.mark.parametrize(
    ("time", "name"),
    [
        ("as_of: 2016-01", "members-2016-01"),
        ("as_of: 2016~", "members-2016-about"),
        ("as_of: 2016?", "members-2016-perhaps"),
        ("as_of: 2016%", "members-2016-perhaps-about"),
        ("as_of: 199X", "members-199x"),
        ("as_of: 2016-36~", "members-2016-36-about"),
        ("period: 2016~/..", "members-2016-about-to-on"),
        ("period: 19XX/2016-41", "members-19xx-to-2016-41"),
    ],
)
def test_each_notation_of_a_time_has_its_own_anchor(world: Path, time: str, name: str) -> None:
    edit(FUND, "as_of: 2016-01", time)(world / "data")
    record = load_checked(world).entries[FUND.removesuffix(".yml")].record
    found = anchor(record.facts[1])
    assert found == name
    assert re.fullmatch(ANCHOR, found)
