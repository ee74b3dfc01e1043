"""The examples of the data page run with the downloads, answer their questions, and agree with each other."""

from __future__ import annotations

import contextlib
import csv
import os
import re
import runpy
import shutil
import subprocess
import warnings
from collections import Counter
from pathlib import Path

import duckdb
import pytest

from equal_footing.drawing.data_macros import EXAMPLES
from equal_footing.export import downloads
from equal_footing.model import messages
from equal_footing.model.dataset import Dataset
from equal_footing.statement.facts import Facts
from equal_footing.tables import parquet
from equal_footing.tables.collection import collect
from equal_footing.tables.columns import FACT_SOURCES, FACTS, SOURCES
from equal_footing.views import record_tables
from equal_footing.views.records import Views

from ..conftest import ROOT

FOLDER = ROOT / "templates/examples"
R = shutil.which("Rscript")
LIBRE_OFFICE = shutil.which("soffice")
PRINT = {
    "py": 'answer.to_csv("answer.csv", index=False)',
    "R": """
texts <- vapply(answer, function(cell) ifelse(is.na(cell), "", enc2utf8(as.character(cell))), character(nrow(answer)))
quoted <- apply(texts, 1, function(row) paste0('"', gsub('"', '""', row, fixed = TRUE), '"', collapse = ","))
file <- file("answer.csv", "wb")
writeLines(c("", quoted), file, useBytes = TRUE)
close(file)
""",
}
"""What is added to an example so that a test can read its answer, in R also where letters are those of ASCII alone."""


@pytest.fixture(scope="module")
def folder(dataset: Dataset, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The downloads that the page tells how to read."""
    path = tmp_path_factory.mktemp("examples")
    found = [item for item in collect(Facts(dataset), ROOT).tables if item[0] in (FACTS, FACT_SOURCES, SOURCES)]
    with parquet.writer() as to_parquet:
        for table, rows in found:
            downloads.write_table(table, rows, to_parquet, path)
    return path


def answer(folder: Path, name: str, end: str, locale: str = "C.UTF-8") -> list[tuple[str, ...]]:
    """Return the rows of the answer that an example gives, numbers as numbers are written in Python."""
    code = (FOLDER / f"{name}.{end}").read_text(encoding="utf-8")
    if end == "sql":
        with duckdb.connect(config={"file_search_path": str(folder)}) as connection:
            return [tuple(map(_said, row)) for row in connection.sql(code).fetchall()]
    (folder / f"example.{end}").write_text(f"{code}{PRINT[end]}\n", encoding="utf-8")
    if end == "py":  # in this process, which loads pandas once
        with contextlib.chdir(folder), warnings.catch_warnings():
            warnings.filterwarnings("error", module="__main__")
            runpy.run_path("example.py", run_name="__main__")
    else:
        environment = {**os.environ, "LC_ALL": locale}
        run = [R or "", "--vanilla", "example.R"]
        done = subprocess.run(run, cwd=folder, env=environment, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        assert "Warning" not in done.stderr
    with (folder / "answer.csv").open(encoding="utf-8", newline="") as file:
        return [tuple(map(_said, row)) for row in list(csv.reader(file))[1:]]


def _said(cell: object) -> str:
    text = "" if cell is None else str(cell)
    try:
        return repr(float(text))
    except ValueError:
        return text


@pytest.mark.parametrize("name", EXAMPLES)
def test_pandas_and_duckdb_give_the_same_answer(folder: Path, name: str) -> None:
    found = Counter(answer(folder, name, "py"))
    assert found == Counter(answer(folder, name, "sql"))
    assert len(found) > 8


@pytest.mark.skipif(R is None, reason="R is not installed, and no package of Python brings it")
@pytest.mark.parametrize("locale", ["C.UTF-8", "C"])
@pytest.mark.parametrize("name", EXAMPLES)
def test_r_gives_it_too_in_any_locale(folder: Path, name: str, locale: str) -> None:
    assert Counter(answer(folder, name, "R", locale)) == Counter(answer(folder, name, "sql"))


@pytest.mark.skipif(LIBRE_OFFICE is None, reason="LibreOffice is not installed, and no package of Python brings it")
def test_libre_office_keeps_every_place_in_a_source_as_the_page_says_how(folder: Path, tmp_path: Path) -> None:
    filters = re.search(r'--infilter="[^"]+"', messages.load(ROOT)("data-excel"))
    assert filters
    options = [f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless", filters[0].replace('"', "")]
    back = ["--convert-to", "csv:Text - txt - csv (StarCalc):44,34,76", "--outdir", str(tmp_path)]
    subprocess.run([LIBRE_OFFICE or "", *options, *back, FACT_SOURCES.csv], cwd=folder, capture_output=True, check=True)
    found = []
    for path in (folder / FACT_SOURCES.csv, tmp_path / FACT_SOURCES.csv):
        with path.open(encoding="utf-8-sig", newline="") as file:
            found.append([_said(row["locator"]) for row in csv.DictReader(file)])
    assert found[0] == found[1]
    assert "(1)" in found[0]


def test_the_answers_are_those_of_the_site(folder: Path, dataset: Dataset) -> None:
    counted = Counter((source.place, source.grade.id) for source in dataset.sources.values())
    of_places = {(place, grade): number for (place, grade), number in counted.items() if place in dataset.entries}
    assert {(place, grade): float(number) for place, grade, number in answer(folder, "sources", "sql")} == of_places
    assert {row[0] for row in answer(folder, "grants", "sql")} == {country.id for country in dataset.countries}
    facts = Facts(dataset)
    laws = {
        entry.record.title
        for entry in dataset.entries.values()
        for fact in facts.of(entry.id)
        if entry.kind.id == "law" and any("abroad" in value.text.lower() for value in fact.values)
    }
    found = answer(folder, "laws", "sql")
    assert laws <= {row[1] for row in found}
    mention = re.compile("abroad|overseas|outside (the country|canada|china|japan)", re.IGNORECASE)
    assert [row for row in found if row[2] != "provision-abroad" and not mention.search(row[4])] == []
    compared = dataset.vocabulary.comparisons
    column = {
        row.entry.record.title
        for row in record_tables.table(Views(dataset, messages.load(ROOT)), compared["laws-and-policies"])
        for cell in row.cells
        if cell.fact and cell.fact.field.id == "provision-abroad" and row.entry.kind.id == "law"
    }
    assert column == {row[1] for row in found if row[2] == "provision-abroad"}


def test_a_sum_keeps_how_exact_it_is_and_where_a_range_ends(folder: Path) -> None:
    with (folder / FACTS.csv).open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    said = {(row["title"], row["label"], row["precision"], _said(row["number"]), _said(row["to"])) for row in rows}
    found = answer(folder, "grants", "py")
    assert {row[2:7] for row in found} <= said
    assert any(row[4] for row in found)
