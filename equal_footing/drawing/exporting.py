"""Writes the data as files: the downloads, with the texts that explain them."""

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from jinja2 import Environment

from equal_footing.citation import exports
from equal_footing.citation.exports import FOLDER
from equal_footing.drawing.kept_pages import Contents, Kept
from equal_footing.drawing.render import Renderer
from equal_footing.export import catalogue, downloads
from equal_footing.export.about import about
from equal_footing.keeping.store import digest
from equal_footing.model.messages import Messages
from equal_footing.tables import parquet
from equal_footing.tables.collection import Collection, Filled, Outline, makers, of_columns
from equal_footing.tables.columns import COLUMNS
from equal_footing.tables.measures import Measured, measured, measured_file
from equal_footing.tables.rows import Rows
from equal_footing.tables.table import Table

README, BOOK, CITATION = "README.md", "codebook.md", "CITATION.cff"


def plain_environment(renderer: Renderer) -> Environment:
    """Return an environment for templates that draw no HTML: nothing is escaped, and no text is marked as English."""
    words = renderer.views.words
    found = renderer.environment.overlay(autoescape=False, finalize=renderer.environment.finalize and words.said)
    found.filters["untagged"] = partial(untagged, words=words)
    return found


def untagged(text: str, words: Messages) -> str:
    """Return a text in the language of the messages, for Markdown in which nothing is a tag of HTML."""
    return words.said(text).replace("<", "&lt;")


def data_texts(renderer: Renderer) -> dict[str, str]:
    """Return the texts among the downloads, by their names below `data/`."""
    collection = renderer.tables
    whole = downloads.texts(collection, about(renderer.citing), renderer.views, renderer.once)
    written = {name: measured(text.encode()) for name, text in whole.items()}
    return {**whole, catalogue.DCAT: _described(renderer, collection, written)}


def _described(renderer: Renderer, collection: Collection, written: Mapping[str, Measured]) -> str:
    """Return the description of the downloads for data portals, with the measures of those that are written."""
    views, tables = renderer.views, [table for table, _ in collection.tables]
    found = downloads.downloads(tables, collection.book, views.words)
    described = catalogue.dcat(about(renderer.citing), views.facts, found, views.words, written)
    return json.dumps(described, ensure_ascii=False) + "\n"


def explanations(renderer: Renderer, collection: Collection) -> dict[str, str]:
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
    """A table that is written: its rows, and the measures of its files by their names."""

    table: Table
    rows: Rows
    files: dict[str, Measured]


def write(renderer: Renderer, kept: Kept, site: Path) -> Outline:
    """Write all downloads, each anew only where what it holds has changed; returns the tables without their rows."""
    book, views = renderer.book, renderer.views
    site.mkdir(parents=True, exist_ok=True)
    with parquet.writer() as to_parquet, TemporaryDirectory(dir=site) as folder:
        aside = Path(folder)  # in the site: from there files are moved to where they belong, and not copied

        def written(made_from: str, name: str, make: Callable[[], Filled]) -> Written:
            def made() -> tuple[Contents, Written]:
                table, rows = make()
                files = downloads.write_table(table, rows, to_parquet, aside)
                return _moved(files), Written(table, rows.packed, _measured(files))

            return kept.write(site, f"{FOLDER}/{name}.csv", made_from, made)

        found = [written("", name, make) for name, make in makers(views.facts, book, renderer.changes).items()]
        tables = [one.table for one in found]
        found.append(written(repr(tables), COLUMNS.name, partial(of_columns, tables, book)))
        collection = Collection(tuple((one.table, one.rows) for one in found), book)

        def sources() -> tuple[Contents, dict[str, Measured]]:
            files = exports.write(views.dataset, views.words, aside)
            return _moved(files), _measured(files)

        measures = kept.write(site, f"{FOLDER}/sources", "", sources)
        for one in found:
            measures |= one.files
        made_from = digest(*(one.sha256 for one in measures.values()))
        kept.write(site, FOLDER, made_from, lambda: (_of_all(renderer, collection, measures, site, aside), None))
    return collection.outline


def _of_all(
    renderer: Renderer, collection: Collection, measures: Mapping[str, Measured], site: Path, aside: Path
) -> Contents:
    """Return the downloads that hold or describe all tables, written aside; those with `measures` are below a site."""
    package = downloads.described(collection, about(renderer.citing), measures)
    texts = {name: text.encode() for name, text in explanations(renderer, collection).items()}
    texts[downloads.PACKAGE] = package.encode()
    tables = {name: site / FOLDER / name for name in (table.csv for table, _ in collection.tables)}
    whole = downloads.write_all(collection, {**tables, **texts}, aside)
    written = {**measures, downloads.PACKAGE: measured(texts[downloads.PACKAGE]), **_measured(whole)}
    described = {downloads.PACKAGE: package, catalogue.DCAT: _described(renderer, collection, written)}
    return {**_below(described), **_moved(whole)}


def _measured(files: Iterable[Path]) -> dict[str, Measured]:
    return {path.name: measured_file(path) for path in files}


def _moved(files: Iterable[Path]) -> Contents:
    return _below({path.name: path for path in files})


def _below(files: Contents) -> Contents:
    """Return downloads by their addresses, from their names."""
    return {f"{FOLDER}/{name}": content for name, content in files.items()}
