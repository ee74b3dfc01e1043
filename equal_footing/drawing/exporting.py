"""Writes the data as files: the downloads, with the texts that explain them."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from jinja2 import Environment

from equal_footing.citation import exports
from equal_footing.citation.exports import FOLDER
from equal_footing.drawing.kept_pages import Kept
from equal_footing.drawing.render import Renderer
from equal_footing.export import catalogue, downloads
from equal_footing.export.about import about
from equal_footing.keeping.store import digest
from equal_footing.tables import parquet
from equal_footing.tables.collection import Collection, Filled, Outline, makers, of_columns
from equal_footing.tables.columns import COLUMNS
from equal_footing.tables.rows import Rows
from equal_footing.tables.table import Table

README, BOOK, CITATION = "README.md", "codebook.md", "CITATION.cff"


def plain_environment(renderer: Renderer) -> Environment:
    """Return an environment for templates that draw no HTML: nothing is escaped."""
    found = renderer.environment.overlay(autoescape=False)
    found.filters["untagged"] = untagged
    return found


def untagged(text: str) -> str:
    """Return a text for Markdown in which nothing is a tag of HTML."""
    return text.replace("<", "&lt;")


def data_texts(renderer: Renderer) -> dict[str, str]:
    """Return the texts among the downloads, by their names below `data/`."""
    collection = renderer.tables
    whole = downloads.texts(collection, about(renderer.citing), renderer.views, renderer.once)
    written = {name: text.encode() for name, text in whole.items()}
    return {**whole, catalogue.DCAT: _described(renderer, collection, written)}


def _described(renderer: Renderer, collection: Collection, written: Mapping[str, bytes]) -> str:
    """Return the description of the downloads for data portals, with the size of those that are written."""
    views, tables = renderer.views, [table for table, _ in collection.tables]
    found = downloads.downloads(tables, collection.book, views.words)
    described = catalogue.dcat(about(renderer.citing), views.facts, found, views.words, written)
    return json.dumps(described, ensure_ascii=False) + "\n"


def _explanations(renderer: Renderer, collection: Collection) -> dict[str, str]:
    """Return what explains the tables in the zip: what they are, the code book, how to cite them."""
    page, book = plain_environment(renderer), collection.book
    given = {
        "about": about(renderer.citing),
        "book": book,
        "tables": [(table, book.title(table), book.about(table), rows) for table, rows in collection.tables],
        "missing": book.vocabulary.missing.values(),
    }
    return {name: page.get_template(f"exports/{name}.j2").render(**given) for name in (README, BOOK, CITATION)}


@dataclass(frozen=True, slots=True)
class Written:
    """A table that is written: its rows, and the digest of its CSV."""

    table: Table
    rows: Rows
    digest: str


def write(renderer: Renderer, kept: Kept, site: Path) -> Outline:
    """Write all downloads, each anew only where what it holds has changed; returns the tables without their rows."""
    book, views = renderer.book, renderer.views
    with parquet.writer() as to_parquet:

        def written(made_from: str, name: str, make: Callable[[], Filled]) -> Written:
            def made() -> tuple[dict[str, str | bytes], Written]:
                table, rows = make()
                files = downloads.of_table(table, rows, to_parquet)
                return _below(files), Written(table, rows, digest(str(files[downloads.csv_name(table)])))

            return kept.write(site, f"{FOLDER}/{name}.csv", made_from, made)

        found = [written("", name, make) for name, make in makers(views.facts, book).items()]
        tables = [one.table for one in found]
        found.append(written(repr(tables), COLUMNS.name, partial(of_columns, tables, book)))
    collection = Collection(tuple((one.table, one.rows) for one in found), book)

    def sources() -> tuple[dict[str, str | bytes], str]:
        files = exports.files(views.dataset, views.words, renderer.once)
        return _below(files), digest(*files.values())

    made_from = digest(kept.write(site, f"{FOLDER}/sources", "", sources), *(one.digest for one in found))
    kept.write(site, FOLDER, made_from, lambda: (_of_all(renderer, collection, site), None))
    return collection.outline


def _of_all(renderer: Renderer, collection: Collection, site: Path) -> dict[str, str | bytes]:
    """Return the downloads that hold or describe all tables, whose other files are below a site."""
    tables = [table for table, _ in collection.tables]
    packed = {name: (site / FOLDER / name).read_bytes() for name in map(downloads.csv_name, tables)}
    package = downloads.described(collection, about(renderer.citing), packed)
    texts = {downloads.PACKAGE: package, **_explanations(renderer, collection)}
    whole = downloads.of_all_tables(collection, packed | {name: text.encode() for name, text in texts.items()})
    beside = (site / FOLDER / one.name for one in downloads.downloads(tables, collection.book, renderer.views.words))
    written = packed | {path.name: path.read_bytes() for path in beside if path.is_file()}
    written |= {downloads.PACKAGE: package.encode(), **whole}
    return _below({downloads.PACKAGE: package, catalogue.DCAT: _described(renderer, collection, written), **whole})


def _below(files: Mapping[str, str | bytes]) -> dict[str, str | bytes]:
    """Return downloads by their addresses, from their names."""
    return {f"{FOLDER}/{name}": content for name, content in files.items()}
