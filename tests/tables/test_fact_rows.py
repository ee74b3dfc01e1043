"""The table of all facts is for programs: numbers without separators, every unit, texts without Markdown."""

from __future__ import annotations

import csv
import io
from decimal import Decimal

import pytest

from equal_footing.model.dataset import Dataset
from equal_footing.model.field_types import NUMERIC
from equal_footing.model.text import citations
from equal_footing.statement.facts import Facts
from equal_footing.tables.columns import FACTS
from equal_footing.tables.csv_text import MARK, table_csv
from equal_footing.tables.fact_rows import facts_rows
from equal_footing.tables.rows import rows_of

Row = dict[str, str]


@pytest.fixture(scope="module")
def rows(dataset: Dataset) -> list[Row]:
    return list(
        csv.DictReader(io.StringIO(table_csv(FACTS, rows_of(FACTS, facts_rows(Facts(dataset)))).removeprefix(MARK)))
    )


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
