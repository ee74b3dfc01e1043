"""What a page shows as CSV: each row with its sources and the edition; figures as pictures with their source line."""

import csv
import io
from collections import Counter
from decimal import Decimal
from xml.etree import ElementTree

from equal_footing.export.seen import Seen
from equal_footing.export.tables_shown import TablesShown
from equal_footing.export.twins import Twins
from equal_footing.model import comparisons
from equal_footing.model.dataset import Dataset
from equal_footing.sitemap import days, pages
from equal_footing.statement.conversion import rounded
from equal_footing.statement.facts import Facts
from equal_footing.tables import columns, record_rows
from equal_footing.tables.collection import collect
from equal_footing.tables.csv_text import MARK
from equal_footing.views import heads, pictures
from equal_footing.views.figures import figure_view, picture

from ..conftest import ROOT
from .test_twins import SITE, WORDS, citing_of, odd

__all__ = ["odd"]
Table = list[dict[str, str]]


def tables_of(dataset: Dataset) -> dict[str, str]:
    """Return the CSV files of all pages of a dataset by their addresses."""
    citing = citing_of(dataset)
    made, shown = Twins(citing), TablesShown(citing.views, Seen(citing.views, SITE, citing.once))
    home = citing.item("", WORDS("site"), days.reviewed(dataset, None), None)
    files = {"page.csv": shown.seen.page(made.of_written("", home, ()))}
    for page in pages.all_pages(dataset, WORDS):
        document = made.of_page(page)
        files[f"{page.address}page.csv"] = shown.seen.page(document)
        files |= {f"{page.address}{name}": text for name, text in shown.of_page(page, document)}
    return files


def read(text: str) -> Table:
    """Return the rows of a CSV file by the names of their columns."""
    assert text.startswith(MARK)
    rows = csv.DictReader(io.StringIO(text.removeprefix(MARK), newline=""), strict=True)
    assert len(set(rows.fieldnames or ())) == len(rows.fieldnames or ())
    return list(rows)


def test_what_each_page_shows_has_its_sources_and_the_edition(odd: Dataset) -> None:
    shown = {address: read(text) for address, text in tables_of(odd).items()}
    for address, rows in shown.items():
        assert all(None not in row and None not in row.values() for row in rows), address
        assert {tuple(row)[-2:] for row in rows} <= {("sources_in_full", "edition")}, address
        assert {row["edition"].split(" (")[0] for row in rows} <= {"unreleased"}
    fund = {(row["field_label"], row["value"]): row for row in shown["atlantis/funding/sea-fund/page.csv"]}
    amount = fund["Amount", "1500000"]
    assert (amount["currency"], amount["basis"], amount["period"]) == ("EUR", "disbursement", "2023-04/2024-03")
    assert amount["sources_in_full"] == (
        "Atlas of Atlantis, p. 6 <https://atlas.example/book>; Journal officiel, Article 3 <https://gazette.example/2020/5>"
    )
    assert [row["value"] for row in shown["atlantis/figures/page.csv"] if row["field"] == "projects"] == ["30", "31"]
    [answer] = shown["compare/sea-money/page.csv"]
    assert (answer["country"], answer["country_label"]) == ("atlantis", "Atlantis")
    assert (answer["answer"], answer["answer_label"], answer["practice_label"]) == ("fully", "Yes", "Partly")
    assert [row["answer"] for row in shown["page.csv"] if row["question"] == "sea-money"] == ["fully"]
    assert len(shown["atlantis/sources/page.csv"]) == 3
    counted = {(row["place"], row["grade"]): int(row["number"]) for row in shown["sources/grades.csv"]}
    listed = Counter((row["place"], row["grade"]) for row in shown["sources/page.csv"])
    assert listed == {key: number for key, number in counted.items() if number}
    assert {"fields", "kinds", "missing", "answers"} <= {row["list"] for row in shown["vocabulary/page.csv"]}


def test_a_list_says_in_its_file_what_the_page_says_of_an_old_status(dataset: Dataset) -> None:
    citing = citing_of(dataset)
    made, seen = Twins(citing), Seen(citing.views, SITE, citing.once)
    page = next(page for page in pages.all_pages(dataset, WORDS) if page.address == "dialogue/")
    rows = {row["id"]: row for row in read(seen.page(made.of_page(page)))}
    assert any(row["last_seen"] for row in rows.values())
    for record, row in rows.items():
        assert row["status_label"] == heads.status(citing.views, dataset.entries[record]).label
        assert bool(row["last_seen"]) == row["status_label"].startswith("Last known active")


def test_a_list_of_sources_has_the_columns_of_the_table_of_sources(odd: Dataset) -> None:
    names = [column.name for column in columns.SOURCES.columns]
    shown = {address: read(text) for address, text in tables_of(odd).items() if "sources/" in address}
    lists = [rows for address, rows in shown.items() if address.endswith("page.csv") and rows]
    assert len(lists) > 2
    for rows in lists:
        assert [name for name in rows[0] if name in names] == names
        for row in rows:
            said = record_rows.source_row(odd, odd.sources[row["key"]])
            assert (row["container"], row["cited"]) == (said["container"], str(said["cited"]))


def test_columns_bear_the_names_of_the_code_book(odd: Dataset) -> None:
    facts = citing_of(odd).views.facts
    known = {column.name for table, _ in collect(facts, ROOT).tables for column in table.columns}
    own = {"series", "cite_url", "sources_in_full", "edition"}
    shown = {address: read(text) for address, text in tables_of(odd).items()}
    kinds = {"page.csv", "words.csv", "projects.csv"}
    checked = {address: rows[0] for address, rows in shown.items() if rows and address.rpartition("/")[2] in kinds}
    assert len({tuple(row) for row in checked.values()}) >= 7
    for address, row in checked.items():
        assert {name.removesuffix("_label") for name in row} <= known | own, address
    [projects, *_] = shown["atlantis/figures/projects.csv"]
    assert (projects["series"], projects["unit_label"], projects["field"]) == ("Projects", "projects", "projects")


def test_a_table_of_records_has_columns_as_wide_tables_have_them(odd: Dataset) -> None:
    rows = read(tables_of(odd)["compare/organisations/organisations.csv"])
    reef = next(row for row in rows if row["id"] == "atlantis/organisations/reef")
    assert (reef["place"], reef["status_label"]) == ("atlantis", "Active")
    assert {"founded", "founded_source", "founded_fact"} <= reef.keys()
    assert reef["founded_fact"].startswith(f"{reef['id']}#")
    [law] = read(tables_of(odd)["compare/laws-and-policies/laws-and-policies.csv"])
    assert (law["adopted_or_published"], law["adopted_or_published_field"]) == ("2020-05-04", "adopted")


def test_the_file_of_a_country_s_table_has_all_its_records(dataset: Dataset) -> None:
    citing = citing_of(dataset)
    tables = TablesShown(citing.views, Seen(citing.views, SITE, citing.once))
    made = Twins(citing)
    for page in pages.all_pages(dataset, WORDS):
        if page.macro == "place_page":
            [place] = page.arguments
            for name, text in tables.of_page(page, made.of_page(page)):
                kinds = dataset.vocabulary.comparisons[name.removesuffix(".csv")].kinds
                held = [entry.id for kind in kinds for entry in dataset.by_place_and_kind.get((place, kind), [])]
                assert sorted(row["id"] for row in read(text)) == sorted(held), (place, name)


def test_a_table_of_records_tells_their_own_status_from_that_with_the_united_nations(dataset: Dataset) -> None:
    citing = citing_of(dataset)
    page = next(page for page in pages.all_pages(dataset, WORDS) if page.address == "compare/organisations/")
    tables = TablesShown(citing.views, Seen(citing.views, SITE, citing.once))
    rows = read(dict(tables.of_page(page, Twins(citing).of_page(page)))["organisations.csv"])
    held = {row["id"] for row in rows if row["consultative_status"]}
    assert held
    for row in rows:
        facts = citing.views.facts.current_of(row["id"], "consultative-status")
        assert row["status"] == dataset.entries[row["id"]].record.status.code
        sources = row["sources_in_full"].removesuffix(">").split(">; ")
        assert len(sources) == len(set(sources)), row["id"]
        assert (row["id"] in held) == any(fact.values for fact in facts), row["id"]


def test_a_converted_sum_has_its_rate_with_time_and_source_beside_it(dataset: Dataset) -> None:
    citing = citing_of(dataset)
    page = next(page for page in pages.all_pages(dataset, WORDS) if page.address == "compare/funding/")
    tables = TablesShown(citing.views, Seen(citing.views, SITE, citing.once))
    rows = read(dict(tables.of_page(page, Twins(citing).of_page(page)))["funding.csv"])
    columns = [name.removesuffix("_usd") for name in rows[0] if name.endswith("_usd")]
    converted = [(row, name) for row in rows for name in columns if row[f"{name}_usd_rate"]]
    assert converted
    for row, name in converted:
        rate = Decimal(row[f"{name}_usd_rate"])
        assert rounded(Decimal(row[name]) / rate) == Decimal(row[f"{name}_usd"])
        [fact] = [
            fact
            for _, fact in citing.views.facts.rates
            if fact.value
            and (fact.value.currency, fact.value.number) == (row[f"{name}_currency"], rate)
            and str(fact.value.time) == row[f"{name}_usd_rate_time"]
        ]
        source = dataset.sources[row[f"{name}_usd_rate_source"]].source
        assert fact.sources[0].key == row[f"{name}_usd_rate_source"]
        assert source.url in row["sources_in_full"]
    given = [(row, name) for row in rows for name in columns if row[name] and row[f"{name}_currency"] == "USD"]
    assert given
    assert all(row[f"{name}_usd"] == row[name] and not row[f"{name}_usd_rate"] for row, name in given)


def test_a_figure_to_take_away_says_its_sources_and_takes_nothing_from_a_page(odd: Dataset) -> None:
    views = citing_of(odd).views
    [entry] = [one for one in odd.figures if one.id == "projects"]
    svg = picture(views, figure_view(views, entry), SITE)
    root = ElementTree.fromstring(svg)
    said = " ".join(" ".join(root.itertext()).split())
    assert "Projects of the Sea Fund" in said
    assert "Sources: Atlas Press (2025)" in said
    assert f"Equal Footing, {SITE}atlantis/figures/#projects, reviewed on " in said
    assert "var(" not in svg
    png = pictures.as_png(svg, views.drawings)
    assert png.startswith(b"\x89PNG")
    assert pictures.as_png(svg, views.drawings) == png


def test_the_code_book_explains_each_column_of_a_file_beside_a_table(dataset: Dataset) -> None:
    tables = {table.name: list(rows) for table, rows in collect(Facts(dataset), ROOT).tables}
    explained = {(row["table"], row["column"]) for row in tables["columns"]}
    of_records = {"cite_url", "sources_in_full", "edition", "place_label", "status_label", *comparisons.OF_RECORD}
    views = citing_of(dataset).views
    shown = TablesShown(views, Seen(views, SITE, citing_of(dataset).once))
    made = Twins(citing_of(dataset))
    found = [page for page in pages.all_pages(dataset, WORDS) if page.macro in {"record_table", "article_translation"}]
    assert len(found) == len(dataset.vocabulary.comparisons) + 1
    for page in found:
        for name, text in shown.of_page(page, made.of_page(page)):
            file = f"{page.address}{name}" if page.macro == "record_table" else name
            own = [column for column in read(text)[0] if column not in of_records or page.macro != "record_table"]
            lacking = [column for column in own if (file, column) not in explained]
            assert lacking in ([], ["sources_in_full", "edition"]), file
    assert ("compare/funding/funding.csv", "other_sums") in explained
    assert ("compare/funding/funding.csv", "total") not in explained
