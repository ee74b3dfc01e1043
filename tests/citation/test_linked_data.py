"""What search engines are told: only dates that schema.org knows, and no legal force that nobody has seen lately."""

from pathlib import Path

import pytest

from equal_footing.check.run import load_checked
from equal_footing.citation import linked_data
from equal_footing.statement.facts import Facts

from ..cases import LAW, NGO, edit


def about(world: Path, file: str) -> dict[str, object]:
    facts = Facts(load_checked(world))
    found = linked_data.about(facts, facts.dataset.entries[file.removesuffix(".yml")])
    assert found
    return found


@pytest.mark.parametrize(
    ("written", "said"),
    [("1980-05", "1980-05"), ("1980-36", "1980"), ("1980~", None), ("1980-36~", None), ("198X", None)],
)
def test_a_date_that_schema_org_cannot_say_is_left_out(world: Path, written: str, said: str | None) -> None:
    edit(NGO, "field: founded, value: 1980", f"field: founded, value: {written}")(world / "data")
    assert about(world, NGO).get("foundingDate") == said


def test_a_law_says_its_force_and_the_version_that_was_read(world: Path) -> None:
    found = about(world, LAW)
    assert found["legislationLegalForce"] == "https://schema.org/InForce"
    assert found["legislationDateVersion"] == "2020-05-04"


def test_a_law_last_seen_long_ago_has_no_force(world: Path) -> None:
    edit(LAW, "as_of: 2025-03", "as_of: 2021")(world / "data")
    edit(LAW, "version: {date: 2020-05-04", "version: {date: 2020-05~")(world / "data")
    assert not {"legislationLegalForce", "legislationDateVersion"} & about(world, LAW).keys()


def test_only_an_address_that_leads_to_the_entry_says_that_two_things_are_the_same(world: Path) -> None:
    numbers = "identifiers:\n  - {scheme: ROR, id: 03yrm5c26, source: atlas, locator: p. 7}"
    edit(NGO, "identifiers:", numbers)(world / "data")
    found = about(world, NGO)
    assert found["sameAs"] == ["https://ror.org/03yrm5c26"]
    assert found["identifier"] == [
        {"@type": "PropertyValue", "propertyID": "ROR", "value": "03yrm5c26"},
        {"@type": "PropertyValue", "propertyID": "JP-JCN", "value": "7000012050002"},
    ]
