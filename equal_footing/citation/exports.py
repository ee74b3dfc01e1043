"""The data as files: all facts as a table, all sources for reference managers, and how search engines see them."""

from __future__ import annotations

import csv
import io
from typing import Any

from equal_footing.citation import citations
from equal_footing.citation.citations import AUTHOR, LICENCE_URL, SITE, Item
from equal_footing.citation.linked_data import CONTEXT
from equal_footing.model.anchors import anchor
from equal_footing.model.dataset import Dataset
from equal_footing.model.records import Fact, Value

FOLDER = "data"
FILES = {
    "facts.csv": "text/csv",
    "sources.json": "application/vnd.citationstyles.csl+json",
    "sources.ris": "application/x-research-info-systems",
}
COLUMNS = (
    *("record", "place", "kind", "title", "address", "field", "label", "value", "to", "precision", "unit", "currency"),
    *(
        "per",
        "basis",
        "period",
        "as_of",
        "missing",
        "searched",
        "source",
        "locator",
        "further_sources",
        "support",
        "note",
        "withdrawn",
    ),
)
"""Columns of the table of facts. A fact on which sources disagree has a row for each value."""


def facts_csv(dataset: Dataset) -> str:
    """Return all facts as CSV (RFC 4180), values as they stand in the data: a dot for decimals, no separators."""
    out = io.StringIO(newline="")
    table = csv.DictWriter(out, COLUMNS)
    table.writeheader()
    for entry in dataset.entries.values():
        for fact in entry.record.facts:
            home = {
                "record": entry.id,
                "place": entry.place,
                "kind": entry.kind.id,
                "title": entry.record.title,
                "address": f"{entry.address}#{anchor(fact)}",
                "field": fact.field,
                "label": fact.label or "",
                "missing": fact.missing or "",
                "searched": str(fact.searched or ""),
                "withdrawn": str(fact.withdrawn or ""),
            }
            stated: list[Fact | Value] = [*fact.values] or [fact]
            for value in stated:
                table.writerow(home | _value(fact, value))
    return out.getvalue()


def _value(fact: Fact, value: Fact | Value) -> dict[str, str]:
    return {
        "value": (value.value or "").replace("_", "") if value.unit or value.currency else value.value or "",
        "to": (value.to or "").replace("_", ""),
        "precision": value.precision or "",
        "unit": value.unit or "",
        "currency": value.currency or "",
        "per": fact.per or "",
        "basis": value.basis or "",
        "period": str(value.period or fact.period or ""),
        "as_of": str(value.as_of or fact.as_of or ""),
        "source": value.source or "",
        "locator": value.locator or "",
        "further_sources": "; ".join(f"{item.source}, {item.locator}" for item in value.further_sources),
        "support": value.support if value.value else "",
        "note": " ".join(part for part in (value.note, fact.note if value is not fact else None) if part),
    }


def files(dataset: Dataset) -> dict[str, str]:
    """Return the files of the data page by their names."""
    sources = list(dataset.sources.values())
    return {
        "facts.csv": facts_csv(dataset),
        "sources.json": citations.as_json([citations.source_csl(source, []) for source in sources]),
        "sources.ris": "".join(citations.source_ris(source, []) for source in sources),
    }


def catalogue(item: Item, dataset: Dataset, site_url: str, description: str) -> dict[str, Any]:
    """Return the data as a `Dataset` in a `DataCatalog`, for the data page."""
    author = {"@type": "Organization", "name": AUTHOR}
    years = [
        day.year
        for entry in dataset.entries.values()
        for fact in entry.record.facts
        if (day := fact.as_of or (fact.period.start if fact.period else None))
    ]
    found: dict[str, Any] = {
        "@context": CONTEXT,
        "@type": "Dataset",
        "@id": item.url,
        "name": SITE,
        "description": description,
        "url": item.url,
        "identifier": item.url,
        "creator": author,
        "license": LICENCE_URL,
        "dateModified": str(item.date),
        "isAccessibleForFree": True,
        "inLanguage": "en",
        "spatialCoverage": [country.record.title for country in dataset.countries],
        "includedInDataCatalog": {"@type": "DataCatalog", "name": SITE, "url": site_url, "creator": author},
        "distribution": [
            {"@type": "DataDownload", "name": name, "encodingFormat": kind, "contentUrl": f"{site_url}{FOLDER}/{name}"}
            for name, kind in FILES.items()
        ],
    }
    if years:
        found["temporalCoverage"] = f"{min(years)}/{max(years)}"
    if item.edition:
        found["version"] = item.edition
    return found
