"""The files of sources say to reference managers all that is known of them."""

from __future__ import annotations

import json
import random
import re
import subprocess
from dataclasses import replace
from io import StringIO
from pathlib import Path
from typing import Any

import jsonschema
import pypandoc
import pytest
import rispy

from equal_footing.check.run import load_checked
from equal_footing.citation import bibliography
from equal_footing.citation.reference_formats import tex
from equal_footing.keeping.once import Once
from equal_footing.model import messages
from equal_footing.model.dataset import Dataset
from equal_footing.model.entries import SourceEntry
from equal_footing.model.sources import Author
from equal_footing.statement import credit

from ..conftest import ROOT, SEED
from .odd_titles import alike

WORDS = messages.load(ROOT)


def files_of(entry: SourceEntry, *locators: str) -> dict[str, str]:
    """Return the files of a single source by their names, with the places cited."""
    return bibliography.source_files([entry], WORDS, Once(), {entry.key: locators})


def csl_of(entry: SourceEntry, *locators: str) -> dict[str, Any]:
    """Return a source as an item of CSL-JSON."""
    [item] = json.loads(files_of(entry, *locators)["sources.json"])
    found: dict[str, Any] = item
    return found


def ris_of(entry: SourceEntry, *locators: str) -> str:
    """Return a source as a RIS record."""
    return files_of(entry, *locators)["sources.ris"]


def biblatex_of(entry: SourceEntry, *locators: str) -> str:
    """Return a source as an entry of BibLaTeX."""
    return files_of(entry, *locators)["sources.bib"]


def fields_of(entry: str) -> tuple[str, dict[str, str]]:
    """Return the type of an entry of BibLaTeX, and its fields."""
    return entry[1 : entry.index("{")], dict(re.findall(r"(?m)^  (\w+) = \{(.*)\},$", entry))


def test_sources_are_given_with_the_places_cited(dataset: Dataset) -> None:
    entries: list[SourceEntry] = list(dataset.sources.values())
    for entry in entries:
        [record] = rispy.load(StringIO(ris_of(entry, "p. 1", "p. 7")))
        assert record["title"] == " ".join(credit.title(entry.source).split())
        assert record["urls"] == [entry.source.url]
        assert record["notes"][-1] == "Cited: p. 1; p. 7"
        item = csl_of(entry, "p. 1", "p. 7")
        assert item["URL"] == entry.source.url
        assert "p. 1; p. 7" in item["note"]
    ids = [csl_of(entry)["id"] for entry in entries]
    assert len(set(ids)) == len(ids)


# Sources, as other programs read them -------------------------------------------------------------------------------

ARTICLE = """\
  title: {ja: 海の基金, en: "The sea fund: a study"}
  authors:
    - {family: 田中, given: 太郎}
    - {family: Hearn, given: Sarah}
    - {family: Suharto}
    - {organisation: Institute of the Sea}
  publisher: Sea Press
  container: Journal of the Sea
  volume: 52
  issue: 2-3
  pages: 69-84
  date: 2025-03
  url: https://atlas.example/book
  language: ja
  type: journal-article
  read: 2026-11-20
  copy_by: State Library
  original_url: https://journal.example/52
"""
SCHEMA = json.loads((Path(__file__).parent / "csl-data.json").read_text(encoding="utf-8"))
"""The schema of CSL-JSON as its makers publish it: citation-style-language/schema at e3ce254, MIT licence."""


def article(world: Path, **changes: str) -> SourceEntry:
    """Return the atlas of the small world as an article with all that a source can have."""
    text = ARTICLE
    for old, new in changes.items():
        text = re.sub(rf"(?m)^  {old}: .*$", f"  {new}", text)
    path = world / "data/atlantis/sources.yml"
    gazette = path.read_text(encoding="utf-8").split("gazette:\n")[1]
    path.write_text(f"atlas:\n{text}gazette:\n{gazette}", encoding="utf-8")
    return load_checked(world).sources["atlas"]


def pandoc(text: str, of: str) -> list[dict[str, Any]]:
    """Return what pandoc reads in a file for reference managers, as CSL-JSON."""
    command = [pypandoc.get_pandoc_path(), "--from", of, "--to", "csljson"]
    found: list[dict[str, Any]] = json.loads(
        subprocess.run(command, input=text, capture_output=True, text=True, check=True).stdout
    )
    return found


def test_the_files_of_a_source_hold_all_that_is_known_of_it(world: Path) -> None:
    entry = article(world)
    [record] = rispy.load(StringIO(ris_of(entry, "p. 70")))
    assert record == {
        "type_of_reference": "JOUR",
        "authors": ["田中, 太郎", "Hearn, Sarah", "Suharto", "Institute of the Sea,"],
        "title": "海の基金",
        "translated_title": "The sea fund: a study",
        "secondary_title": "Journal of the Sea",
        "volume": "52",
        "number": "2-3",
        "start_page": "69",
        "end_page": "84",
        "publisher": "Sea Press",
        "year": "2025",
        "date": "2025/03//",
        "urls": ["https://atlas.example/book"],
        "language": "ja",
        "access_date": "2026/11/20/",
        "notes": [
            "Title in English: The sea fund: a study",
            "Read in a copy by State Library",
            "Original: https://journal.example/52",
            "Cited: p. 70",
        ],
    }
    [item] = pandoc(files_of(entry, "p. 70")["sources.json"], "csljson")
    assert item["author"] == [
        {"family": "田中", "given": "太郎"},
        {"family": "Hearn", "given": "Sarah"},
        {"family": "Suharto"},
        {"literal": "Institute of the Sea"},
    ]
    assert [item[key] for key in ("title", "container-title", "publisher", "language")] == [
        "海の基金",
        "Journal of the Sea",
        "Sea Press",
        "ja",
    ]
    assert [str(item[key]) for key in ("volume", "issue", "page")] == ["52", "2-3", "69-84"]
    assert item["issued"]["date-parts"] == [[2025, 3]]
    assert item["accessed"]["date-parts"] == [[2026, 11, 20]]


def test_an_undated_source_has_no_year_and_says_so(world: Path) -> None:
    entry = article(world, date="undated: true")
    ris = ris_of(entry)
    assert not re.search(r"^(PY|DA)", ris, re.M)
    assert "N1  - Undated\r\n" in ris
    item = csl_of(entry)
    assert "issued" not in item
    assert "Undated" in item["note"]


@pytest.mark.parametrize(
    ("written", "issued", "year", "note"),
    [
        ("2006~", {"date-parts": [[2006]], "circa": True}, "2006///", "Date: about 2006"),
        ("2006-05?", {"date-parts": [[2006, 5]], "circa": True}, "2006/05//", "Date: perhaps May 2006"),
        ("2023-22", {"date-parts": [[2023]], "season": 2}, "2023///", "Date: summer 2023"),
        ("2023-34", {"date-parts": [[2023, 4], [2023, 6]]}, "2023///", "Date: the second quarter of 2023"),
        ("2023-36~", {"date-parts": [[2023, 10], [2023, 12]], "circa": True}, "2023///", "Date: late 2023"),
        ("199X", {"date-parts": [[1990], [1999]]}, None, "Date: the 1990s"),
    ],
)
def test_an_uncertain_date_is_said_as_far_as_the_format_can(
    world: Path, written: str, issued: dict[str, Any], year: str | None, note: str
) -> None:
    entry = article(world, date=f"date: {written}")
    item = csl_of(entry)
    jsonschema.validate([item], SCHEMA)
    assert item["issued"] == issued
    assert note in item["note"]
    [record] = rispy.load(StringIO(ris_of(entry)))
    assert record.get("date") == year
    assert record.get("year") == (year[:4] if year else None)
    assert note in record["notes"]


def test_sources_fit_the_schema_of_csl(dataset: Dataset, world: Path) -> None:
    entries = [article(world), *dataset.sources.values()]
    jsonschema.validate([csl_of(entry, "p. 1") for entry in entries], SCHEMA)
    broken = csl_of(entries[0]) | {"author": "Hearn, Sarah"}
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate([broken], SCHEMA)


def test_another_reader_of_ris_finds_the_same(world: Path) -> None:
    [item] = pandoc(ris_of(article(world)), "ris")
    assert [author["family"] for author in item["author"][:3]] == ["田中", "Hearn", "Suharto"]
    assert (item["container-title"], item["title"]) == ("Journal of the Sea", "海の基金")


def test_the_name_of_an_organisation_stays_whole_in_every_format(world: Path) -> None:
    entry = article(world)
    names = ["Women, Peace and Security", "Ministry of Trade and Industry", "外務省", "R & D Centre_1"]
    authors = [Author(organisation=name) for name in names]
    entry = replace(entry, source=entry.source.model_copy(update={"authors": authors}))
    for text, format in ((biblatex_of(entry), "biblatex"), (files_of(entry)["sources.json"], "csljson")):
        [item] = pandoc(text, format)
        assert item["author"] == [{"literal": name} for name in names]
    [item] = pandoc(ris_of(entry), "ris")  # RIS has no commas within names
    assert item["author"] == [{"family": name.replace(",", "")} for name in names]


def test_biblatex_says_what_the_other_formats_say(world: Path) -> None:
    entry = article(world)
    [item] = pandoc(biblatex_of(entry, "p. 70"), "biblatex")
    assert item == {
        "id": "atlas",
        "type": "article-journal",
        "author": [
            {"family": "田中", "given": "太郎"},
            {"family": "Hearn", "given": "Sarah"},
            {"literal": "Suharto"},
            {"literal": "Institute of the Sea"},
        ],
        "title": "海の基金",
        "container-title": "Journal of the Sea",
        "publisher": "Sea Press",
        "volume": "52",
        "issue": "2-3",
        "page": "69-84",
        "issued": {"date-parts": [[2025, 3]]},
        "URL": "https://atlas.example/book",
        "accessed": {"date-parts": [[2026, 11, 20]]},
        "language": "ja-JP",
        "note": "Title in English: The sea fund: a study. Read in a copy by State Library. "
        "Original: https://journal.example/52. Cited: p. 70",
    }


def test_every_source_names_where_it_appeared_and_who_published_it(dataset: Dataset) -> None:
    entries = random.Random(SEED).sample(list(dataset.sources.values()), 80)
    written = bibliography.source_files(entries, WORDS, Once())
    found = {
        "sources.bib": pandoc(written["sources.bib"], "biblatex"),
        "sources.json": pandoc(written["sources.json"], "csljson"),
        "sources.ris": pandoc(written["sources.ris"], "ris"),
    }
    for name, items in found.items():
        assert len(items) == len(entries), name
        for entry, item in zip(entries, items, strict=True):
            said = alike(json.dumps(item, ensure_ascii=False))
            for part in (entry.source.container, entry.source.publisher):
                assert alike(json.dumps(part, ensure_ascii=False)[1:-1]) in said, (name, entry.key)
            if entry.type.csl == "webpage":  # LaTeX prints the publisher of a web page, and no container
                is_one = alike(entry.source.container) == alike(entry.source.publisher) and name == "sources.bib"
                shown = item["publisher" if is_one else "container-title"]
                assert alike(shown) == alike(entry.source.container), (name, entry.key)


PRINTED = {
    "online": {"organization", "note"},
    "article": {"journaltitle", "note"},
    "report": {"institution", "note"},
    "thesis": {"institution", "note"},
    "book": {"publisher", "note"},
    "inproceedings": {"publisher", "booktitle", "note"},
    "legislation": {"howpublished", "organization", "note"},
}
"""The fields for names of containers and publishers that the drivers of BibLaTeX's standard styles print."""


def test_latex_prints_where_a_source_appeared_and_who_published_it_each_once(dataset: Dataset) -> None:
    for entry in dataset.sources.values():
        kind, fields = fields_of(biblatex_of(entry))
        shown = [value.strip("{}") for name, value in fields.items() if name in PRINTED[kind]]
        container, publisher = tex(entry.source.container), tex(entry.source.publisher)
        said = {container.casefold(): [container, f"In: {container}"]}
        if kind != "article":  # whose publisher no style prints
            said.setdefault(publisher.casefold(), []).extend([publisher, f"Published by {publisher}"])
        for ways in said.values():
            times = sum(f". {way}. " in f". {value}. " for way in dict.fromkeys(ways) for value in shown)
            assert times == 1, (entry.key, ways, shown)


def test_no_style_prints_how_we_grade_a_source(dataset: Dataset) -> None:
    for entry in dataset.sources.values():
        kind, fields = fields_of(biblatex_of(entry))
        assert fields.get("type", "") == ("Thesis" if kind == "thesis" else ""), entry.key


def test_an_article_of_a_newspaper_keeps_its_day(world: Path) -> None:
    entry = article(world, type="type: news", date="date: 2018-10-17")
    assert fields_of(biblatex_of(entry))[1]["entrysubtype"] == "newspaper"
    [item] = pandoc(biblatex_of(entry), "biblatex")
    assert item["type"] == csl_of(entry)["type"] == "article-newspaper"
    [item] = pandoc(biblatex_of(article(world, date="date: 2018-10-17")), "biblatex")
    assert item["type"] == "article-journal"


def test_a_conference_keeps_its_name(dataset: Dataset) -> None:
    papers = [entry for entry in dataset.sources.values() if entry.type.id == "conference-paper"]
    assert papers
    found = pandoc(bibliography.source_files(papers, WORDS, Once())["sources.bib"], "biblatex")
    assert [alike(item["container-title"]) for item in found] == [alike(entry.source.container) for entry in papers]


@pytest.mark.parametrize(
    ("kind", "container", "publisher"),
    [("official-page", "Sea Press", None), ("official-report", None, "Sea Press"), ("law", "Sea Press", None)],
)
def test_a_site_that_is_its_own_publisher_is_named_once(
    world: Path, kind: str, container: str | None, publisher: str | None
) -> None:
    entry = article(world, container="container: Sea Press", type=f"type: {kind}", volume="", issue="", pages="")
    item = csl_of(entry)
    assert (item.get("container-title"), item.get("publisher")) == (container, publisher)
    [record] = rispy.loads(ris_of(entry))
    assert (record.get("secondary_title"), record.get("publisher")) == (container, publisher)
    assert biblatex_of(entry).count("{Sea Press}") == 1


def test_what_a_type_has_no_field_for_is_in_its_notes(world: Path) -> None:
    for kind, note in (("official-report", "In: Journal of the Sea"), ("law", "Published by Sea Press")):
        entry = article(world, type=f"type: {kind}", volume="", issue="", pages="")
        assert note in csl_of(entry)["note"]
        [record] = rispy.loads(ris_of(entry))
        assert note in record["notes"]


def test_tex_trips_over_no_sign_in_any_field(world: Path) -> None:
    signs = "A_1 & B #2 at 5 %"
    texts = {key: f"{key}: '{signs}'" for key in ("publisher", "container", "volume", "issue", "pages")}
    _, fields = fields_of(
        biblatex_of(article(world, title=f"title: {{en: '{signs}'}}", language="language: en", **texts))
    )
    shown = {name for name, value in fields.items() if r"A\_1 \& B \#2 at 5 \%" in value}
    assert shown == {"title", "journaltitle", "volume", "number", "pages"}
    assert [name for name, value in fields.items() if name != "url" and re.search(r"(?<!\\)[&%$#_]", value)] == []
