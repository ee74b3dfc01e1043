"""Renders templates: the Jinja environment, with autoescaping, and what all pages of a site share."""

from collections.abc import Iterator
from functools import cache, cached_property, partial
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from equal_footing.changes import change_rows
from equal_footing.citation.citing import Citing
from equal_footing.drawing import foreign
from equal_footing.drawing.compiled import CompiledTemplates
from equal_footing.drawing.imprint import Imprint
from equal_footing.keeping.store import FOLDER, Store
from equal_footing.model import text
from equal_footing.model.entries import Entry
from equal_footing.model.prose import ENGLISH, Prose, uncapitalised
from equal_footing.reading.characters import spelt_out
from equal_footing.statement import wording
from equal_footing.tables import codebook
from equal_footing.tables.codebook import Book
from equal_footing.tables.collection import Collection, Outline, collect
from equal_footing.tables.fact_rows import Row
from equal_footing.views.heads import last_seen
from equal_footing.views.notes import runs


class Renderer:
    """Renders the templates of `root/templates` for one dataset.

    `citing` makes the citations of pages, facts and cells. `edit_base` followed by the path of a file is the address
    at which the file is edited, `report_base` followed by the address of a page the form for reporting a mistake there.
    """

    def __init__(self, root: Path, citing: Citing, edit_base: str, report_base: str, imprint: Imprint) -> None:
        self.root = root
        self.citing = citing
        self.once = citing.once
        self.views = views = citing.views
        self.marks = cache(self._marks)
        self.environment = self.bare_environment(root, views.words.language)
        self.environment.filters |= {
            "date": partial(wording.date, words=views.words),
            "last_seen": partial(last_seen, views),
            "country_class": partial(_country_class, views.colours),
            "thousands": views.words.number,
            "day": partial(wording.day, words=views.words),
            "plain": partial(wording.plain, words=views.words),
            "in_full": partial(wording.in_full, words=views.words),
            "markdown": partial(wording.markdown, words=views.words),
            "time": partial(wording.time, words=views.words),
            "short_time": partial(wording.short_time, words=views.words),
            "shortened": wording.shortened,
            "phrase": lambda said: said.changed(text.phrase) if isinstance(said, Prose) else text.phrase(said),
        }
        self.environment.globals |= {
            "t": views.words,
            "site_url": citing.site_url,
            "edit": lambda file: f"{edit_base}{file}",
            "report_base": report_base,
            "imprint": imprint,
        }

    @staticmethod
    def bare_environment(root: Path, language: str = ENGLISH) -> Environment:
        """Return an environment for the templates of pages in a language, without anything that needs data."""
        environment = Environment(
            loader=FileSystemLoader(root / "templates"),
            bytecode_cache=CompiledTemplates(Store(root / FOLDER / "templates")),
            finalize=None if language == ENGLISH else partial(foreign.said, language),
            autoescape=True,
            undefined=StrictUndefined,
            auto_reload=False,  # each build makes its own environment
            cache_size=-1,  # all of them, and found without a lock
            trim_blocks=True,
            lstrip_blocks=True,
        )
        filters = {"inline_markdown": _inline_markdown, "spelt_out": spelt_out, "uncapitalised": uncapitalised}
        environment.filters |= filters
        return environment

    def is_current(self) -> bool:
        """Return whether the templates that were read so far are still those in their files."""
        return all(template.is_up_to_date for template in (self.environment.cache or {}).values())

    @property
    def tables(self) -> Collection:
        """The tables in which the data are published; worked out when they are first asked for."""
        return self.once("tables", lambda: collect(self.views.facts, self.root, self.changes))

    def changes(self) -> Iterator[Row]:
        """Yield the rows of what editions have changed."""
        return change_rows.rows(self.citing.history.editions)

    @cached_property
    def outline(self) -> Outline:
        """The tables without their rows."""
        return self.tables.outline

    @cached_property
    def book(self) -> Book:
        """The code book."""
        return codebook.load(self.root, self.views.dataset.vocabulary)

    def _marks(self, numbers: tuple[int, ...]) -> Markup:
        """Return the marks of notes by their numbers."""
        return Markup(self.environment.get_template("parts/marks.html.j2").render(runs=runs(numbers)).strip())


def _inline_markdown(words: str) -> Markup:
    """Return a sentence of the messages, in Markdown without citations, as HTML."""
    return Markup(text.render(words, lambda cited: "", lambda target: target, inline=True))


def _country_class(colours: dict[str, int], entry: Entry) -> str:
    """Return the class that sets the colour of the country of a record, with a space before it; none elsewhere."""
    return f" ef-country-{colours[entry.place]}" if entry.place in colours else ""
