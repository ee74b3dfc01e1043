"""A source has one name, wherever it is credited."""

from __future__ import annotations

import json

import pytest

from equal_footing.check.run import load_checked
from equal_footing.citation import citations
from equal_footing.model import messages
from equal_footing.model.dataset import Dataset
from equal_footing.statement import credit

from ..conftest import ROOT

WORDS = messages.load(ROOT)


@pytest.fixture(scope="module")
def dataset() -> Dataset:
    return load_checked(ROOT)


def test_a_source_is_called_by_its_title_in_its_own_language_in_every_format(dataset: Dataset) -> None:
    translated = 0
    for entry in dataset.sources.values():
        source, title = entry.source, credit.title(entry.source)
        assert title == source.title.get(source.language, title)
        assert credit.credit(dataset, entry.key) == f"{'; '.join(author.name for author in source.authors)}, {title}"
        item = citations.source_csl(entry, [], WORDS)
        assert item["title"] == title
        written = citations.source_ris(entry, [], WORDS)
        assert f"TI  - {' '.join(title.split())}\r\n" in written
        english = credit.english_title(source)
        if english:
            translated += 1
            assert f"Title in English: {english}" in item["note"]
            assert f"TT  - {' '.join(english.split())}\r\n" in written
        else:
            assert "Title in English" not in json.dumps(item)
    assert translated > 100


def test_a_source_that_is_not_on_record_is_called_by_its_key(dataset: Dataset) -> None:
    assert credit.credit(dataset, "lost", "p. 3") == "lost, p. 3"
