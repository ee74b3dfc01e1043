"""Describes the tables as a Frictionless data package (Data Package v2): types, keys, code lists, reasons, licence."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from equal_footing.model.vocabulary import Vocabulary
from equal_footing.tables import columns
from equal_footing.tables.codebook import column_address, table_address
from equal_footing.tables.collection import Collection
from equal_footing.tables.measures import Measured
from equal_footing.tables.table import Column, Join, Table
from equal_footing.tables.wide_columns import VALUE

PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
NAME = "equal-footing"


@dataclass(frozen=True, slots=True)
class About:
    """What the data are as a whole: their title and description, the address of the site, edition, day and licence.

    `address` is the one to cite: that of the edition which holds the data as they are, if there is one.
    """

    title: str
    description: str
    author: str
    site_url: str
    address: str
    edition: str
    day: str
    licence: str
    licence_title: str
    licence_url: str
    cite: str


def package(collection: Collection, about: About, written: Mapping[str, Measured]) -> dict[str, Any]:
    """Return the description of the tables as CSV files in the same folder; `written` are their measures by name."""
    return {
        "$schema": PROFILE,
        "name": NAME,
        "id": f"{about.site_url}data/",
        "title": about.title,
        "description": about.description,
        "homepage": about.site_url,
        "version": about.edition or about.day,
        "created": f"{about.day}T00:00:00Z",
        "licenses": [{"name": about.licence, "title": about.licence_title, "path": about.licence_url}],
        "contributors": [{"title": about.author, "roles": ["author"], "path": about.site_url}],
        "sources": [{"title": about.title, "path": f"{about.site_url}data/{columns.SOURCES.csv}"}],
        "citation": about.cite,
        "resources": [
            _resource(collection, table, about.site_url) | _measures(written[table.csv])
            for table, _ in collection.tables
        ],
    }


def _measures(file: Measured) -> dict[str, Any]:
    return {"bytes": file.length, "hash": f"sha256:{file.sha256}"}


def _resource(collection: Collection, table: Table, site_url: str) -> dict[str, Any]:
    book = collection.book
    return {
        "name": table.name,
        "type": "table",
        "path": table.csv,
        "title": book.title(table),
        "description": book.about(table),
        "homepage": f"{site_url}{table_address(table.name)}",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": schema(collection, table, site_url),
    }


def schema(collection: Collection, table: Table, site_url: str) -> dict[str, Any]:
    """Return the schema of a table (Table Schema v2). Only an empty cell is a missing value: `NA` is Namibia."""
    joins = [Join((one.name,), one.of, (collection.keys[one.of],)) for one in table.columns if one.of]
    keys = [
        {
            "fields": list(join.columns),
            "reference": {"resource": "" if join.table == table.name else join.table, "fields": list(join.others)},
        }
        for join in (*joins, *table.joins)
    ]
    book = collection.book
    return {
        "fields": [
            _field(table, column, book.column(table, column), book.vocabulary, site_url) for column in table.columns
        ],
        "missingValues": [""],
        "primaryKey": list(table.key),
        **({"foreignKeys": keys} if keys else {}),
    }


def _field(table: Table, column: Column, about: str, vocabulary: Vocabulary, site_url: str) -> dict[str, Any]:
    found: dict[str, Any] = {
        "name": column.name,
        "type": column.type,
        "description": about,
        "codebook": f"{site_url}{column_address(table, column)}",
    }
    constraints: dict[str, Any] = {"required": True} if column.is_needed else {}
    if column.codes:
        words = vocabulary.codes(column.codes)
        found["categories"] = [{"value": code, "label": getattr(word, "label", code)} for code, word in words.items()]
        constraints["enum"] = list(words)
    if column.type == "boolean":
        found |= {"trueValues": ["true"], "falseValues": ["false"]}
    if constraints:
        found["constraints"] = constraints
    unit = vocabulary.fields[column.field].unit if column.field and column.part == VALUE else None
    return {**found, "unit": unit} if unit else found
