"""Writes the data as files: the downloads, with the texts that explain them."""

import json

from jinja2 import Environment

from equal_footing.citation.exports import FOLDER
from equal_footing.drawing.render import Renderer
from equal_footing.export import catalogue, downloads
from equal_footing.export.about import about
from equal_footing.tables.package import About

README, BOOK, CITATION = "README.md", "codebook.md", "CITATION.cff"


def plain_environment(renderer: Renderer) -> Environment:
    """Return an environment for templates that draw no HTML: nothing is escaped."""
    return renderer.environment.overlay(autoescape=False)


def data_texts(renderer: Renderer) -> dict[str, str]:
    """Return the texts among the downloads, by their names below `data/`."""
    citing, views, collection = renderer.citing, renderer.views, renderer.tables
    whole, tables = about(citing), [table for table, _ in collection.tables]
    found = downloads.downloads(tables, collection.book, views.words)
    described = catalogue.dcat(whole, views.facts, found, views.words)
    return {
        **downloads.texts(collection, whole, views.dataset, views.words),
        catalogue.DCAT: json.dumps(described, ensure_ascii=False) + "\n",
    }


def explanations(renderer: Renderer, whole: About) -> dict[str, str]:
    """Return what explains the tables in the zip: what they are, the code book, how to cite them."""
    collection, page = renderer.tables, plain_environment(renderer)
    book = collection.book
    given = {
        "about": whole,
        "book": book,
        "tables": [(table, book.title(table), book.about(table), rows) for table, rows in collection.tables],
        "missing": book.vocabulary.missing.values(),
    }
    return {name: page.get_template(f"exports/{name}.j2").render(**given) for name in (README, BOOK, CITATION)}


def data_files(renderer: Renderer) -> dict[str, str | bytes]:
    """Return all downloads by their addresses."""
    texts, beside = data_texts(renderer), explanations(renderer, about(renderer.citing))
    files: dict[str, str | bytes] = {**texts, **downloads.binaries(renderer.tables, texts, beside)}
    return {f"{FOLDER}/{name}": content for name, content in files.items()}
