"""The table of all facts is for programs: numbers without separators, every unit, texts without Markdown."""

from __future__ import annotations

import csv
import io
from decimal import Decimal
from pathlib import Path

import pytest

from equal_footing.check.run import load_checked
from equal_footing.citation import exports
from equal_footing.citation.citations import Item
from equal_footing.model import messages
from equal_footing.model.dataset import Dataset
from equal_footing.model.text import citations
from equal_footing.model.values import PartialDate
from equal_footing.model.vocabulary import NUMERIC
from equal_footing.statement.facts import Facts

from ..cases import BODY
from ..conftest import FILES, ROOT

Row = dict[str, str]


@pytest.fixture(scope="module")
def dataset() -> Dataset:
    return load_checked(ROOT)


@pytest.fixture(scope="module")
def rows(dataset: Dataset) -> list[Row]:
    return list(csv.DictReader(io.StringIO(exports.facts_csv(Facts(dataset)))))


def test_every_number_is_in_plain_digits_with_its_unit_or_currency(dataset: Dataset, rows: list[Row]) -> None:
    seen = set()
    for row in rows:
        kind = dataset.vocabulary.fields[row["field"]].type
        if row["value"] and kind in NUMERIC:
            seen.add(kind)
            assert str(Decimal(row["value"])) == row["value"]
            assert "_" not in row["value"] + row["to"]
            assert bool(row["unit"]) == (kind in {"number", "percent"}), row
            assert bool(row["currency"]) == (kind in {"money", "rate"}), row
            assert row["unit"] in dataset.vocabulary.units or row["unit"] == ("percent" if kind == "percent" else "")
    assert seen == NUMERIC


def test_texts_and_notes_are_without_markdown_and_keep_what_they_cite(dataset: Dataset, rows: list[Row]) -> None:
    by_address = {row["address"]: row for row in rows}
    facts, cited = Facts(dataset), 0
    for entry in dataset.entries.values():
        for fact in facts.of(entry.id):
            row = by_address[f"{entry.address}#{fact.anchor}"]
            assert not any(mark in row["value"] + row["note"] for mark in ("](/", "[@", "**"))
            for item in citations(fact.note or ""):
                cited += 1
                sources = f"{row['source']}, {row['locator']}; {row['further_sources']}"
                assert f"{item.key}, {item.locator}" in sources
    assert cited > 20


def test_the_years_of_the_data_are_those_of_facts_that_count_with_the_ends_of_their_periods(world: Path) -> None:
    def years(fact: str) -> str:
        body = FILES[BODY].replace("facts:\n", f"facts:\n  - {{{fact}}}\n")
        (world / "data" / BODY).write_text(body, encoding="utf-8")
        item = Item("data", "Data", PartialDate(2026, 11, 20), "https://site.example/data/", "")
        return str(
            exports.catalogue(item, Facts(load_checked(world)), "https://site.example/", messages.load(ROOT))[
                "temporalCoverage"
            ]
        )

    before = years("field: staff, value: 3, as_of: 2020, source: atlas, locator: p. 4")
    last = before.split("/")[1]
    period = "field: staff, value: 3, period: 1901/2026-10, source: atlas, locator: p. 4"
    assert years(period) == "1901/2026"
    assert years(f"{period}, withdrawn: 2026-11-20, note: Wrong.") == before
    values = (
        "{value: 3, as_of: 1902, source: atlas, locator: p. 4}, {value: 4, as_of: 1904, source: gazette, locator: p. 4}"
    )
    assert years(f"field: staff, missing: sources-disagree, note: Both., values: [{values}]") == f"1902/{last}"
    assert years("field: staff, value: 3, period: 1903/.., source: atlas, locator: p. 4") == f"1903/{last}"
