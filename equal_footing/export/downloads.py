"""The downloads: all tables as CSV, Parquet, SQLite and one zip, and the sources for reference managers."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from equal_footing.citation import exports
from equal_footing.keeping.once import Once
from equal_footing.model.messages import Messages
from equal_footing.tables import archive, csv_text, database, package
from equal_footing.tables.codebook import Book
from equal_footing.tables.collection import Collection
from equal_footing.tables.measures import Measured, measured
from equal_footing.tables.package import About
from equal_footing.tables.parquet import ToParquet
from equal_footing.tables.rows import Rows
from equal_footing.tables.table import Table
from equal_footing.views.records import Views

ZIP, SQLITE, PACKAGE = f"{package.NAME}.zip", f"{package.NAME}.sqlite", "datapackage.json"
CSV_TYPE, PARQUET_TYPE = "text/csv", "application/vnd.apache.parquet"


@dataclass(frozen=True, slots=True)
class Download:
    """A file below `data/`: its name, its media type, and what it holds, in words."""

    name: str
    media_type: str
    title: str


def downloads(tables: Sequence[Table], book: Book, words: Messages) -> list[Download]:
    """Return every download of some tables, the whole first."""
    return [
        Download(ZIP, "application/zip", words("data-zip")),
        Download(SQLITE, "application/vnd.sqlite3", words("data-sqlite")),
        Download(PACKAGE, "application/json", words("data-package")),
        *(Download(table.csv, CSV_TYPE, book.title(table)) for table in tables),
        *(Download(table.parquet, PARQUET_TYPE, book.title(table)) for table in tables if table.parquet),
        Download("sources.json", exports.FILES["sources.json"], words("data-sources-json")),
        Download("sources.ris", exports.FILES["sources.ris"], words("data-sources-ris")),
        Download("sources.bib", exports.FILES["sources.bib"], words("data-sources-bib")),
    ]


def texts(collection: Collection, about: About, views: Views, once: Once) -> dict[str, str]:
    """Return the downloads that are texts, by their names."""
    tables = {table.csv: csv_text.table_csv(table, rows) for table, rows in collection.tables}
    written = {name: measured(text.encode()) for name, text in tables.items()}
    return {PACKAGE: described(collection, about, written), **tables, **exports.files(views.dataset, views.words, once)}


def described(collection: Collection, about: About, written: Mapping[str, Measured]) -> str:
    """Return the description of the tables as a data package; `written` are the measures of their CSV files by name."""
    return json.dumps(package.package(collection, about, written), ensure_ascii=False) + "\n"


def write_table(table: Table, rows: Rows, to_parquet: ToParquet, folder: Path) -> list[Path]:
    """Write the files of one table to a folder, and return their paths."""
    files = [folder / table.csv]
    with files[0].open("w", encoding="utf-8", newline="") as file:
        csv_text.write_table(table, rows, file)
    if table.parquet:
        files.append(folder / table.parquet)
        to_parquet(table, rows, files[1])
    return files


def write_all(collection: Collection, packed: Mapping[str, bytes | Path], folder: Path) -> list[Path]:
    """Write the files that hold all tables to a folder, and return their paths; `packed` is what the zip holds."""
    zipped, database_ = folder / ZIP, folder / SQLITE
    zipped.write_bytes(archive.zipped(packed, package.NAME))
    database.write(database_, collection.tables, collection.keys)
    return [zipped, database_]
