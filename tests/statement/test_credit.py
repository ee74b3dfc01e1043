"""A source has one name, wherever it is credited."""

from __future__ import annotations

import json
from typing import Any

import pytest

from equal_footing.model import messages
from equal_footing.model.dataset import Dataset
from equal_footing.model.sources import Author, Source
from equal_footing.model.values import PartialDate
from equal_footing.statement import credit

from ..citation.test_bibliography import csl_of, ris_of
from ..conftest import ROOT

WORDS = messages.load(ROOT)


def test_a_source_is_called_by_its_title_in_its_own_language_in_every_format(dataset: Dataset) -> None:
    translated = 0
    for entry in dataset.sources.values():
        source, title = entry.source, credit.title(entry.source)
        assert title == source.title.get(source.language, title)
        assert credit.credit(dataset, entry.key) == f"{credit.author_of(dataset, entry.key)}, {credit.titled(source)}"
        item = csl_of(entry)
        assert item["title"] == title
        written = ris_of(entry)
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


def source(*authors: Author, **keys: Any) -> Source:
    """Return a made-up source with some keys instead of the usual ones."""
    usual: dict[str, Any] = {
        "title": {"en": "The sea fund"},
        "authors": list(authors),
        "publisher": "Sea Press",
        "container": "Journal of the Sea",
        "undated": True,
        "url": "https://sea.example/1",
        "language": "en",
        "type": "journal-article",
        "read": PartialDate(2026, 11, 20),
    }
    return Source.model_construct(**(usual | keys))


HEARN, CHEN = Author(family="Hearn", given="Sarah"), Author(family="Chen", given="Wei")
SUHARTO, OFFICE = Author(family="Suharto"), Author(organisation="Sea Office")


def test_authors_are_named_as_in_lists_of_references() -> None:
    assert credit.authors(source(HEARN, OFFICE, SUHARTO)) == "Hearn, Sarah; Sea Office; Suharto"
    assert credit.authors(source(HEARN, OFFICE, SUHARTO), 3) == "Hearn, Sarah; Sea Office; Suharto"
    assert credit.authors(source(HEARN, OFFICE, SUHARTO, CHEN), 3) == "Hearn, Sarah et al."
    assert credit.authors(source(HEARN, OFFICE, SUHARTO, CHEN)) == "Hearn, Sarah; Sea Office; Suharto; Chen, Wei"


def test_the_english_title_stands_in_brackets_after_the_own_one() -> None:
    own = source(HEARN, title={"en": "The sea fund", "ja": "海の基金"}, language="ja")
    assert credit.titled(own) == "海の基金 [The sea fund]"
    assert credit.reference(own).titles == (("ja", "海の基金"), ("en", "The sea fund"))
    assert credit.titled(source(HEARN)) == "The sea fund"


@pytest.mark.parametrize(
    ("found", "published"),
    [
        (source(HEARN), ("Journal of the Sea", "Sea Press")),
        (source(HEARN, volume="52", issue="2", pages="69-84"), ("Journal of the Sea", "52(2)", "69–84", "Sea Press")),
        (source(HEARN, issue="7"), ("Journal of the Sea", "(7)", "Sea Press")),
        (source(HEARN, container="sea press"), ("sea press",)),
        (source(OFFICE, container="Sea Office", publisher="Sea Office"), ()),
        (source(OFFICE, publisher="Sea Office"), ("Journal of the Sea",)),
    ],
)
def test_nobody_is_named_twice(found: Source, published: tuple[str, ...]) -> None:
    assert credit.published(found) == published


def test_names_in_chinese_characters_kana_or_hangul_are_printed_as_one() -> None:
    names = [("黄", "浩明"), ("佐々木", "カネ"), ("Hearn", "Sarah"), ("王", "Yong"), ("Suharto", None), ("김", "철수")]
    authors = [Author(family=family, given=given) for family, given in names]
    assert credit.authors(source(*authors)) == "黄浩明; 佐々木カネ; Hearn, Sarah; 王, Yong; Suharto; 김철수"


@pytest.mark.parametrize(
    ("title", "stop"), [("The sea", "."), ("Why?", ""), ('The "why?"', ""), ("海とは何か？", ""), ("「海」", ".")]
)
def test_a_title_that_ends_a_sentence_gets_no_full_stop(title: str, stop: str) -> None:
    assert credit.reference(source(title={"en": title})).stop == stop
