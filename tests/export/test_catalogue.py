"""What search engines and data portals read of the data: one dataset, its years, and its files."""

from __future__ import annotations

from pathlib import Path

from equal_footing.check.run import load_checked
from equal_footing.citation.citations import Item
from equal_footing.export import catalogue
from equal_footing.model import messages
from equal_footing.model.values import PartialDate
from equal_footing.statement.facts import Facts

from ..cases import BODY
from ..conftest import FILES, ROOT


def test_the_years_of_the_data_are_those_of_facts_that_count_with_the_ends_of_their_periods(world: Path) -> None:
    def years(fact: str) -> str:
        body = FILES[BODY].replace("facts:\n", f"facts:\n  - {{{fact}}}\n")
        (world / "data" / BODY).write_text(body, encoding="utf-8")
        item = Item("data", "Data", PartialDate(2026, 11, 20), "https://site.example/data/", "")
        return str(
            catalogue.dataset(item, Facts(load_checked(world)), [], "https://site.example/", messages.load(ROOT))[
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
