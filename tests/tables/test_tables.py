"""The tables: joined by their keys, explained column by column, and enough to rebuild every fact from CSV alone."""

from __future__ import annotations

import csv
import datetime
import hashlib
import io
import json
import re
import shutil
import sqlite3
import subprocess
import sys
import zipfile
from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import duckdb
import frictionless
import pytest

from equal_footing.check.run import load_checked
from equal_footing.export import downloads
from equal_footing.keeping.once import Once
from equal_footing.model import messages
from equal_footing.model.dataset import Dataset
from equal_footing.model.field_types import NUMERIC
from equal_footing.model.records import Fact
from equal_footing.model.vocabulary import Vocabulary
from equal_footing.statement.facts import Facts
from equal_footing.statement.stated import resolve
from equal_footing.tables import archive, csv_text, parquet, wide_rows
from equal_footing.tables.collection import Collection, collect
from equal_footing.tables.columns import TABLES
from equal_footing.tables.package import About
from equal_footing.tables.rows import rows_of
from equal_footing.tables.wide_rows import wide_table
from equal_footing.views import overviews, record_tables
from equal_footing.views.records import Views

from ..cases import FUND, edit
from ..conftest import FILES, ROOT
from ..test_one_fact import FACTS, HEAD, LEAFLET, RECORD

ABOUT = About(
    "T",
    "D",
    "A",
    "https://site.example/",
    "https://site.example/data/",
    "",
    "2026-11-20",
    "CC-BY-4.0",
    "CC BY 4.0",
    "https://l.example/",
    "C",
)
ODD = """\
kind: organisation
type: ngo
name: {en: "=HYPERLINK(1)", ja: 日本の団体}
status: {code: active, as_of: 2024, source: atlas, locator: "@SUM(1)"}
summary: Works on "quotes", commas; and 日本 [@atlas, p. 7].
facts:
  - {field: legal-form, value: "=cmd|' /C calc'!A0", source: atlas, locator: "-2+3"}
  - {field: purpose, value: "'=already quoted", source: atlas, locator: "+1 (555) 010"}
  - {field: headquarters, value: "NaN", as_of: 2020, source: atlas, locator: p. 1}
  - field: budget
    label: "-5"
    value: 0.10
    to: 3_600_500_000_000_000
    currency: EUR
    basis: budget
    period: 2023-04/..
    source: atlas
    locator: p. 1
    note: "Two *words* [@gazette, Article 1]."
    original: {fr: "un ; deux: trois", ja: "日本"}
    changed: {kind: corrected, on: 2026-11-20, reason: "We misread; it."}
  - {field: staff, value: 3, as_of: 2020, source: atlas, locator: p. 4, withdrawn: 2026-11-20, note: Wrong.}
reviewed: 2026-11-20
"""


@pytest.fixture(scope="module")
def odd(tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    """The small world with a fact of each type, and one record full of texts that spreadsheets would run."""
    root = tmp_path_factory.mktemp("tables")
    shutil.copytree(ROOT / "data/vocabulary", root / "data/vocabulary")
    files = {**FILES, f"{RECORD}.yml": f"{HEAD}{FACTS}reviewed: 2026-11-20\n", "atlantis/organisations/odd.yml": ODD}
    files["atlantis/sources.yml"] += LEAFLET
    for name, text in files.items():
        (root / "data" / name).parent.mkdir(parents=True, exist_ok=True)
        (root / "data" / name).write_text(text, encoding="utf-8")
    return load_checked(root)


@pytest.fixture(scope="module")
def tables(dataset: Dataset) -> Collection:
    return collect(Facts(dataset), ROOT)


def written(collection: Collection, dataset: Dataset) -> dict[str, str]:
    return downloads.texts(collection, ABOUT, Views(dataset, messages.load(ROOT)), Once())


def read(text: str) -> list[dict[str, str]]:
    """Return the rows of a CSV file as the code book says how to read them."""
    rows = csv.DictReader(io.StringIO(text.removeprefix(csv_text.MARK)))
    return [{name: csv_text.given(cell) for name, cell in row.items()} for row in rows]


# Round trip -----------------------------------------------------------------------------------------------------------


def facts_of(files: Mapping[str, str], vocabulary: Vocabulary) -> dict[str, Fact]:
    """Return the facts that the CSV files alone hold, by their ids."""
    cited: dict[tuple[str, str], list[dict[str, str]]] = defaultdict(list)
    for row in read(files["fact_sources.csv"]):
        if row["given_in"] in {"source", "further_sources"}:
            cited[row["fact"], row["value_number"]].append({"source": row["source"], "locator": row["locator"]})
    by_fact: dict[str, list[dict[str, str]]] = defaultdict(list)
    for row in read(files["facts.csv"]):
        by_fact[row["fact"]].append(row)
    originals: dict[str, dict[str, str]] = defaultdict(dict)
    for row in read(files["originals.csv"]):
        originals[row["fact"]][row["language"]] = row["text"]
    context = {"vocabulary": vocabulary}
    return {
        name: Fact.model_validate(_fact(rows, cited, originals[name]), context=context)
        for name, rows in by_fact.items()
    }


def _fact(
    rows: list[dict[str, str]], cited: Mapping[tuple[str, str], list[dict[str, str]]], originals: dict[str, str]
) -> dict[str, Any]:
    first = rows[0]
    names = {"own_anchor": "id", "fact_note_markdown": "note", "fact_period": "period", "fact_as_of": "as_of"}
    found: dict[str, Any] = {
        name: first[name] for name in ("field", "label", "missing", "searched", "where", "withdrawn")
    }
    found |= {name: first[column] for column, name in names.items()}
    found["original"] = originals
    found["certain"] = dict(re.findall(r"([a-z-]+): (.*?)(?:; (?=[a-z]+-)|$)", first["certain"]))
    if first["changed"]:
        found["changed"] = {"kind": first["changed"], "on": first["changed_on"], "reason": first["changed_reason"]}
    values = [_value(row, cited[row["fact"], row["value_number"]]) for row in rows]
    if first["missing"] and first["value"]:
        found["values"] = values
    else:
        found |= {name: value for name, value in values[0].items() if name not in {"note", "period", "as_of", "shown"}}
        found |= {"per": first["per"]}
    return {name: value for name, value in found.items() if value}


def _value(row: dict[str, str], cited: list[dict[str, str]]) -> dict[str, Any]:
    found: dict[str, Any] = {
        name: row[name] for name in ("to", "precision", "currency", "basis", "period", "as_of", "support")
    }
    found |= {
        "value": row["markdown"] or row["value"],
        "note": row["value_note_markdown"],
        **(cited[0] if cited else {}),
    }
    found |= {"further_sources": cited[1:], "unit": row["unit"] if row["unit"] != "percent" else ""}
    found |= {key: "true" for key in ("shown", "yearly") if row[key] == "true"}
    return {name: value for name, value in found.items() if value}


def same(rebuilt: Mapping[str, Fact], dataset: Dataset) -> None:
    """Hold rebuilt facts against those of the YAML files: what they state, and what is noted of their history."""
    facts, seen = Facts(dataset), 0
    for entry in dataset.entries.values():
        start = facts.fiscal_starts.get(entry.place)
        for fact, stated in zip(entry.record.facts, facts.of(entry.id), strict=True):
            other = rebuilt[f"{entry.id}#{stated.anchor}"]
            plain = [replace(value, text=value.data) for value in stated.values]
            assert resolve(other, dataset.vocabulary, start, dataset.is_dated) == replace(stated, values=tuple(plain))
            assert (other.id, other.changed, other.certain) == (fact.id, fact.changed, fact.certain)
            seen += 1
    assert seen == len(rebuilt)


def test_all_facts_can_be_rebuilt_from_the_csv_files_alone(dataset: Dataset, tables: Collection) -> None:
    same(facts_of(written(tables, dataset), dataset.vocabulary), dataset)


def test_facts_of_every_type_and_with_odd_texts_can_be_rebuilt_too(odd: Dataset) -> None:
    files = written(collect(Facts(odd), ROOT), odd)
    same(facts_of(files, odd.vocabulary), odd)
    with pytest.raises(AssertionError):
        same(facts_of({**files, "facts.csv": files["facts.csv"].replace("1500000", "1500001")}, odd.vocabulary), odd)


# Standards and readers ------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def folder(odd: Dataset, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The downloads of the small world."""
    return put(odd, tmp_path_factory.mktemp("downloads"))


def put(dataset: Dataset, path: Path) -> Path:
    """Write the downloads to a folder, and return it; the zip has a file besides the texts."""
    collection = collect(Facts(dataset), ROOT)
    texts = written(collection, dataset)
    for name, text in texts.items():
        (path / name).write_text(text, encoding="utf-8", newline="")
    with parquet.writer() as to_parquet:
        for table, rows in collection.tables:
            downloads.write_table(table, rows, to_parquet, path)
    downloads.write_all(collection, {**{name: path / name for name in texts}, "README.md": b"Read me."}, path)
    return path


def test_frictionless_finds_nothing_wrong(folder: Path) -> None:
    report = frictionless.Package(str(folder / "datapackage.json")).validate()
    assert report.flatten(["title", "note"]) == []
    assert report.stats["tasks"] > 20
    for resource in json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))["resources"]:
        content = (folder / resource["path"]).read_bytes()
        assert (resource["bytes"], resource["hash"]) == (len(content), f"sha256:{hashlib.sha256(content).hexdigest()}")


def test_frictionless_finds_a_key_that_leads_nowhere(folder: Path, tmp_path: Path) -> None:
    for path in folder.glob("*.csv"):
        text = path.read_text(encoding="utf-8")
        (tmp_path / path.name).write_text(text.replace(",atlas,", ",lost,", 1), encoding="utf-8", newline="")
    (tmp_path / "datapackage.json").write_bytes((folder / "datapackage.json").read_bytes())
    facts = frictionless.Package(str(tmp_path / "datapackage.json")).get_resource("facts")
    assert ["foreign-key"] in facts.validate().flatten(["type"])


def test_the_same_tables_are_in_csv_sqlite_and_parquet(folder: Path) -> None:
    database = sqlite3.connect(folder / "equal-footing.sqlite")
    with duckdb.connect() as duck:
        for path in folder.glob("*.parquet"):
            rows = [tuple(map(_plain, row)) for row in duck.sql(f"FROM '{path}'").fetchall()]
            of_sqlite = [tuple(map(_plain, row)) for row in database.execute(f'SELECT * FROM "{path.stem}"')]
            of_csv = [tuple(row.values()) for row in read((folder / f"{path.stem}.csv").read_text(encoding="utf-8"))]
            names = [column.name for column in next(one for one in TABLES if one.name == path.stem).columns]
            assert duck.sql(f"FROM '{path}'").columns == names
            assert len(rows) == len(of_sqlite) == len(of_csv)
            assert rows == of_sqlite
            assert [[bool(cell) for cell in row] for row in of_csv] == [
                [cell is not None for cell in row] for row in rows
            ]
    assert database.execute("PRAGMA foreign_key_check").fetchall() == []
    assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_a_database_says_neither_how_often_nor_by_which_sqlite_it_was_written(folder: Path) -> None:
    head = (folder / "equal-footing.sqlite").read_bytes()[:100]
    assert head.startswith(b"SQLite format 3")
    assert head[24:28] + head[92:] == bytes(12)


def _plain(value: Any) -> Any:
    return str(value) if isinstance(value, datetime.date) else value


def test_the_database_finds_words_also_where_none_are_parted(folder: Path) -> None:
    database = sqlite3.connect(folder / "equal-footing.sqlite")

    def found(table: str, words: str) -> list[str]:
        query = f"SELECT * FROM {table} WHERE rowid IN (SELECT rowid FROM {table}_fts WHERE {table}_fts MATCH ?)"
        return [row[0] for row in database.execute(query, [f'"{words}"'])]

    assert found("names", "本の団") == ["atlantis/organisations/odd"]
    assert found("records", "Sea Fund") == ["atlantis/funding/sea-fund"]


def test_numbers_dates_and_flags_have_their_types(folder: Path) -> None:
    with duckdb.connect() as duck:
        query = "SELECT number, \"to\", starts, ends, undated FROM '{}' WHERE field = 'budget' AND record LIKE '%odd'"
        [row] = duck.sql(query.format(folder / "facts.parquet")).fetchall()
    assert row == (0.1, 3600500000000000.0, datetime.date(2023, 4, 1), None, False)


def test_a_column_of_nothing_but_whole_days_holds_dates(dataset: Dataset, tables: Collection) -> None:
    """Dates that may be less precise, such as those of publication, are texts."""
    days = {
        "starts",
        "ends",
        "searched",
        "withdrawn",
        "changed_on",
        "version_checked",
        "reviewed",
        "read",
        "edition_date",
    }
    for table, rows in tables.tables:
        typed = {column.name for column in table.columns if column.type == "date"}
        assert typed == days & {column.name for column in table.columns}, table.name
        for name in typed:
            assert {type(value) for value in rows.columns[name]} <= {datetime.date, type(None)}, (table.name, name)
    [sources] = [rows for table, rows in tables.tables if table.name == "sources"]
    read = [entry.source.read.first for entry in dataset.sources.values()]
    assert sources.columns["read"] == read


def test_what_a_spreadsheet_would_run_is_a_text_and_programs_get_it_back(folder: Path) -> None:
    raw = (folder / "facts.csv").read_text(encoding="utf-8")
    assert raw.startswith(csv_text.MARK)
    cells = [cell for row in csv.reader(io.StringIO(raw.removeprefix(csv_text.MARK))) for cell in row]
    runs = [cell for cell in cells if cell[:1] in set("=+-@\t\r＝＋－＠") and not re.fullmatch(r"-?\d+(\.\d+)?", cell)]
    assert runs == []
    assert {"'=HYPERLINK(1)", "'@SUM(1)", "'-2+3", "'+1 (555) 010", "-5"} <= {*cells, "'@SUM(1)"}
    texts = ["=1", "'=1", "''=1", "'plain", "-5", "-5.5", "+1 2", "", "NA", "'", "\t=1", " =1", "＝1"]
    assert [csv_text.given(csv_text.harmless(text)) for text in texts] == texts
    assert [csv_text.harmless(f"{sign}1") for sign in "＝＋－＠"] == ["'＝1", "'＋1", "'－1", "'＠1"]


def test_a_missing_value_is_an_empty_cell_and_nothing_else(odd: Dataset, folder: Path) -> None:
    package = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    assert all(one["schema"]["missingValues"] == [""] for one in package["resources"])
    rows = {row["fact"]: row for row in read((folder / "facts.csv").read_text(encoding="utf-8"))}
    assert rows["atlantis/organisations/odd#headquarters-2020"]["value"] == "NaN"
    reasons = {field["name"]: field for field in package["resources"][0]["schema"]["fields"]}["missing"]
    assert [one["value"] for one in reasons["categories"]] == list(odd.vocabulary.missing)


# The code book --------------------------------------------------------------------------------------------------------


def test_the_code_book_says_of_each_column_that_holds_markdown_that_it_does(tables: Collection) -> None:
    markup = re.compile(r"\[@[a-z]|\]\((?:/|https?:)|`[^`\n]+`|\*\*")
    found = {
        (table.name, column.name): tables.book.column(table, column)
        for table, rows in tables.tables
        for column in table.columns
        if column.type == "string" and markup.search("\n".join(str(cell) for cell in rows.columns[column.name] if cell))
    }
    assert found[("records", "status_note_markdown")]
    assert {name: about for name, about in found.items() if "Markdown" not in about} == {}
    assert [name for name in found if not name[1].endswith("markdown")] == []


def test_the_code_book_explains_every_column_and_no_other(tables: Collection) -> None:
    words = tables.book.words
    assert {table.name: [column.name for column in table.columns] for table in TABLES} == {
        name: list(table.columns) for name, table in words.tables.items()
    }
    for table, _ in tables.tables:
        names = [column.name for column in table.columns]
        assert len(names) == len(set(names)), table.name
        assert {one for name in (*table.key, *table.searched) for one in [name]} <= set(names)
        assert all(tables.book.column(table, column) for column in table.columns)


def test_a_row_has_nothing_but_the_columns_of_its_table(tables: Collection) -> None:
    for table, rows in tables.tables:
        assert tuple(rows.columns) == tuple(column.name for column in table.columns)
        keys = [tuple(row[name] for name in table.key) for row in rows]
        assert len(keys) == len(set(keys)), table.name
        with pytest.raises(ValueError, match=f"{table.name} has no column colour"):
            rows_of(table, [{**next(iter(rows), {}), "colour": None}])


def test_a_wide_table_has_a_row_for_each_record_and_numbers_as_numbers(dataset: Dataset, tables: Collection) -> None:
    found = {table.kind: (table, rows) for table, rows in tables.tables if table.kind}
    assert {kind: len(rows) for kind, (_, rows) in found.items()} == Counter(
        entry.kind.id for entry in dataset.entries.values()
    )
    for table, _ in found.values():
        for column in table.columns:
            if column.part == "value":
                assert (column.type == "number") == (dataset.vocabulary.fields[column.field].type in NUMERIC)


def test_all_keys_that_join_tables_are_declared_also_those_of_several_columns(folder: Path) -> None:
    package = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    declared = {
        (one["name"], *key["fields"], key["reference"]["resource"])
        for one in package["resources"]
        for key in one["schema"].get("foreignKeys", [])
    }
    assert {
        ("fact_sources", "fact", "value_number", "facts"),
        ("originals", "fact", "facts"),
        ("answer_sources", "country", "question", "answers"),
        ("answer_records", "country", "question", "answers"),
        ("kind_funding_scheme", "amount_fact", "facts"),
    } <= declared
    for one in package["resources"]:
        of_facts = {field["name"] for field in one["schema"]["fields"] if re.search("(^|_)fact$", field["name"])}
        joined = {name for table, *names, _ in declared if table == one["name"] for name in names}
        assert one["name"] == "facts" or of_facts <= joined, one["name"]
    database = sqlite3.connect(folder / "equal-footing.sqlite")
    for table in ("fact_sources", "answer_sources", "answer_records"):
        pairs = Counter(key for key, *_ in database.execute(f"PRAGMA foreign_key_list({table})"))
        assert max(pairs.values()) == 2, table


def test_what_was_last_seen_long_ago_says_so_in_every_table_with_a_status(tables: Collection) -> None:
    shown = {table.name: (table, rows) for table, rows in tables.tables}
    seen = {row["id"]: row["last_seen"] for row in shown["records"][1] if row.get("last_seen")}
    assert seen
    for table, rows in shown.values():
        if any(column.codes == "statuses" for column in table.columns):
            key = "record" if table.name == "facts" else "id"
            found = {row[key]: row["last_seen"] for row in rows if row.get("last_seen")}
            assert found == {record: day for record, day in seen.items() if record in {row[key] for row in rows}}


def test_the_number_of_citations_and_the_text_that_gives_each_can_be_had(dataset: Dataset, tables: Collection) -> None:
    shown = {table.name: rows for table, rows in tables.tables}
    counted = Counter(row["source"] for row in shown["source_uses"])
    assert {row["key"]: row["cited"] for row in shown["sources"]} == {key: counted[key] for key in dataset.sources}
    assert {row["address"].partition("#")[0] for row in shown["source_uses"]} >= {
        row["address"] for row in shown["records"]
    }
    given = defaultdict(set)
    for row in shown["answer_sources"]:
        given[row["country"], row["question"]].add(row["given_in"])
    practised = {key for key, entry in dataset.answers.items() if entry.answer.practice}
    assert practised == {key for key, texts in given.items() if "practice" in texts}


def test_an_answer_says_how_strong_the_evidence_of_its_grounds_and_of_practice_is(
    dataset: Dataset, tables: Collection
) -> None:
    shown = {table.name: rows for table, rows in tables.tables}
    order, cited = list(dataset.vocabulary.evidence), defaultdict(list)
    for row in shown["answer_sources"]:
        part = {"text": "", "position": "", "practice": "practice_"}.get(row["given_in"])
        cited[row["country"], row["question"], part].append(row["grade"])
    several = 0
    for row in shown["answers"]:
        for part in ("", "practice_"):
            grades = sorted(cited[row["country"], row["question"], part], key=order.index) or [None]
            assert (row.get(f"{part}best_grade"), row.get(f"{part}weakest_grade")) == (grades[0], grades[-1])
            several += grades[0] != grades[-1]
    assert several > 9


def test_the_share_of_values_that_rest_on_copies_alone_follows_from_the_tables(
    dataset: Dataset, tables: Collection
) -> None:
    shown = {table.name: rows for table, rows in tables.tables}
    copies = {row["key"] for row in shown["sources"] if row.get("copy_by")}
    rests = defaultdict(set)
    for row in shown["fact_sources"]:
        if row["given_in"] in ("source", "further_sources"):
            rests[row["fact"], row["value_number"]].add(row["source"])
    counted = Counter(
        rests[row["fact"], row["value_number"]] <= copies
        for row in shown["facts"]
        if row.get("value") and not row.get("withdrawn")
    )
    found = overviews.copies(Facts(dataset))
    assert (found.sources, found.values.number, found.values.total) == (len(copies), counted[True], counted.total())
    assert 0 < found.values.percent < 100


def test_a_wide_table_shows_the_fact_that_tables_on_pages_show(dataset: Dataset, tables: Collection) -> None:
    views = Views(dataset, messages.load(ROOT))
    wide = {row["id"]: row for table, rows in tables.tables if table.kind for row in rows}
    held = 0
    for comparison in dataset.vocabulary.comparisons.values():
        for row in record_tables.table(views, comparison):
            for cell in row.cells:
                if cell.fact and not cell.is_empty and len(cell.column.fields) == 1:
                    said = wide[row.entry.id][f"{cell.fact.field.id.replace('-', '_')}_fact"]
                    assert said == f"{row.entry.id}#{cell.fact.anchor}"
                    held += 1
    assert held > 50
    current = ((entry, fact) for entry in dataset.entries for fact in views.facts.current(entry))
    valued = {(entry, fact.field.id) for entry, fact in current if fact.values}
    for row_id, name, missing in (
        (row["id"], name.removesuffix("_missing").replace("_", "-"), value)
        for row in wide.values()
        for name, value in row.items()
        if name.endswith("_missing") and value
    ):
        assert missing == "sources-disagree" or (row_id, name) not in valued, "a value comes before the lack of one"


def test_a_wide_table_names_all_parts_where_nothing_is_said_of_the_whole(world: Path) -> None:
    rest = "currency: EUR, basis: ceiling, as_of: 2024, source: atlas, locator: p. 6"
    given = ("for the young, value: 10", "for the old, value: 100, to: 200")
    parts = "".join(f"  - {{field: grant-ceiling, label: {part}, {rest}}}\n" for part in given)
    missing = "  - {field: grant-ceiling, missing: not-found, searched: 2026-11-20, note: Looked for in the atlas.}\n"
    edit(FUND, missing, parts)(world / "data")
    facts = Facts(load_checked(world))
    table, [row] = wide_rows.wide_table(facts, facts.dataset.vocabulary.kinds["funding-scheme"])
    assert (row["grant_ceiling"], row["grant_ceiling_label"]) == (10, "for the young")
    assert row["grant_ceiling_others"] == "for the old: EUR 100/200 (2024)"
    assert not any(column.name == "started_others" for column in table.columns)


def test_a_wide_table_has_both_ends_of_a_range_that_ends_at_zero(world: Path) -> None:
    fact = "{field: growth, label: grants, value: -0.34, to: 0, period: 2024, source: atlas, locator: p. 6}"
    edit("atlantis/funding/sea-fund.yml", "facts:\n", f"facts:\n  - {fact}\n")(world / "data")
    facts = Facts(load_checked(world))
    _, [row] = wide_table(facts, facts.dataset.vocabulary.kinds["funding-scheme"])
    assert (row["growth"], row["growth_to"]) == (Decimal("-0.34"), 0)


def test_the_same_data_give_the_same_bytes(odd: Dataset, folder: Path, tmp_path: Path) -> None:
    again = {path.name: path.read_bytes() for path in put(odd, tmp_path).iterdir()}
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == again
    with zipfile.ZipFile(folder / "equal-footing.zip") as packed:
        assert packed.testzip() is None
        assert packed.read("equal-footing/facts.csv") == again["facts.csv"]


def test_it_does_not_matter_how_many_rows_are_handed_over_at_once(
    odd: Dataset, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parquet, "_AT_ONCE", 2)
    put(odd, tmp_path)
    for path in folder.glob("*.parquet"):
        assert (tmp_path / path.name).read_bytes() == path.read_bytes(), path.name


def test_a_column_of_parquet_has_one_type_whether_or_not_a_cell_is_empty(folder: Path) -> None:
    with duckdb.connect() as duck:
        query = f"SELECT DISTINCT repetition_type FROM parquet_schema('{folder}/*.parquet') WHERE type IS NOT NULL"
        assert duck.sql(query).fetchall() == [("OPTIONAL",)]


def test_a_table_is_the_same_text_whether_it_is_written_or_shown(odd: Dataset, folder: Path) -> None:
    for name, text in written(collect(Facts(odd), ROOT), odd).items():
        assert (folder / name).read_bytes() == text.encode(), name


def test_the_address_in_a_zip_can_be_replaced_when_an_edition_is_unpacked() -> None:
    packed = archive.zipped({"a.txt": b"at https://site.invalid/", "b.txt": b"none"}, "folder")
    found = archive.replaced(packed, b"https://site.invalid/", b"https://x.example/")
    assert found == archive.zipped({"a.txt": b"at https://x.example/", "b.txt": b"none"}, "folder")


def test_a_disk_that_is_full_is_an_error_of_the_system_with_the_name_of_the_file(tmp_path: Path) -> None:
    code = """
import errno, resource, sys
from pathlib import Path
from equal_footing.tables import database, parquet
from equal_footing.tables.columns import TABLES
from equal_footing.tables.rows import Rows
table = next(one for one in TABLES if not one.joins and not any(column.of for column in one.columns))
rows = Rows(0, {column.name: [] for column in table.columns})
def of(write, path):
    try:
        write(path)
    except OSError as error:
        print(error.errno == errno.EIO, Path(error.filename).name)
with parquet.writer() as to_parquet:
    to_parquet(table, rows, Path("sound.parquet"))
    resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100))
    of(lambda path: to_parquet(table, rows, path), Path("a.parquet"))
    of(lambda path: database.write(path, [(table, rows)], {}), Path("a.sqlite"))
"""
    done = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (done.stdout, done.stderr) == ("True a.parquet\nTrue a.sqlite\n", "")
