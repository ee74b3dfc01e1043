"""No citation in a JSON file leads nowhere: its source is in the same file, and what may hold one says so."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest

from equal_footing.export import contract, twins
from equal_footing.model.dataset import Dataset
from equal_footing.sitemap import days, pages

from .test_twins import SITE, WORDS, citing_of, odd

__all__ = ["odd"]
KEY = re.compile(r"(?:\[|; )@([\w-]+)")
"""The key of a source in a citation within a text, also in one that is not the first between its brackets."""
Files = dict[str, dict[str, Any]]


def files_of(dataset: Dataset) -> Files:
    """Return the JSON files of all pages that show data, by the addresses of their pages."""
    citing = citing_of(dataset)
    found, known = twins.Twins(citing), pages.all_pages(dataset, WORDS)
    home = found.of_written("", citing.item("", WORDS("site"), days.reviewed(dataset, None), None), ())
    documents = {"": home} | {page.address: found.of_page(page) for page in known}
    return {address: json.loads(twins.as_json(document)) for address, document in documents.items()}


@pytest.fixture(scope="module")
def files(dataset: Dataset) -> Files:
    return files_of(dataset)


def cited_in(part: Any) -> Iterator[str]:
    """Yield the keys of the sources that a part of a JSON file names, in citations and in texts."""
    if isinstance(part, str):
        yield from KEY.findall(part)
    elif isinstance(part, list):
        for item in part:
            yield from cited_in(item)
    elif isinstance(part, dict):
        if {"source", "locator"} <= part.keys():
            yield part["source"]
        for item in part.values():
            yield from cited_in(item)


def _check(files: Files) -> set[str]:
    """Assert that each citation has its source, and return the addresses of the pages that cite something."""
    found = {address: set(cited_in(file)) for address, file in files.items()}
    for address, cited in found.items():
        keys = [source["key"] for source in files[address]["sources"]]
        assert len(keys) == len(set(keys)), address
        assert cited <= set(keys), f"{address or 'home'}: {sorted(cited - set(keys))[:3]}"
    return {address for address, cited in found.items() if cited}


def test_every_citation_and_every_key_in_a_text_has_its_source_in_the_same_file(files: Files) -> None:
    citing = _check(files)
    kinds = {
        "",
        "japan/",
        "figures/",
        "disagreements/",
        "article/",
        "compare/legal-form/",
        "compare/funding/",
        "lessons/",
    }
    assert citing >= kinds
    assert {address for address in files if address.startswith("article/box-")} <= citing


def test_so_it_is_in_texts_of_all_sorts(odd: Dataset) -> None:
    assert _check(files_of(odd))


def test_a_file_lists_no_source_that_it_does_not_cite(files: Files) -> None:
    for address, file in files.items():
        if not file["page"]["type"].startswith(("sources", "place_sources")):
            assert {source["key"] for source in file["sources"]} == set(cited_in(file)), address


def test_the_schema_says_of_each_key_that_holds_a_citation_or_a_link_that_it_is_markdown(files: Files) -> None:
    schema = contract.schema("page", SITE)
    found = {
        (kind, key): is_markdown for file in files.values() for kind, key, is_markdown in texts(file, schema, schema)
    }
    assert found[("Status", "note")]
    assert [where for where, is_markdown in found.items() if not is_markdown] == []


def texts(part: Any, shape: dict[str, Any], schema: dict[str, Any]) -> Iterator[tuple[str, str, bool]]:
    """Yield each key whose text holds a citation or a link, after its shape, and whether the schema says Markdown."""
    shape = schema["$defs"][shape["$ref"].rpartition("/")[2]] if "$ref" in shape else shape
    if isinstance(part, list):
        for item in part:
            yield from texts(item, shape["items"], schema)
    elif isinstance(part, dict):
        for key, value in part.items():
            of_key = shape["properties"][key]
            if not isinstance(value, str):
                yield from texts(value, of_key, schema)
            elif "[@" in value or re.search(r"\]\((?:/|https?:)", value):
                is_markdown = of_key.get("contentMediaType") == "text/markdown" and "Markdown" in of_key["description"]
                yield shape["title"], key, is_markdown
