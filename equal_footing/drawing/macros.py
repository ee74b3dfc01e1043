"""The macros that Markdown pages may call: each public function here is one.

A macro takes the page that is being drawn as its first argument, which `macros.py` at the top of the project supplies.
It collects the values that its template draws.
"""

import datetime
import sys
from collections.abc import Iterable

from markupsafe import Markup

from equal_footing.drawing.page_renderer import PageRenderer, macros_of
from equal_footing.model.text import Cited
from equal_footing.model.things import FIGURES
from equal_footing.reading.problems import did_you_mean
from equal_footing.views import comparison, places, worklist
from equal_footing.views.figures import figure_view


def fact(page: PageRenderer, record: str, field: str, label: str | None = None, time: str | None = None) -> Markup:
    """The value of one fact with its time and the mark of its note; the newest where several fit.

    `record` is a record's path, `field` a field of the vocabulary; `label` and `time` choose among several.
    """
    entry, found = page.views.find(record, field, label, time)
    return page.draw("macros/fact.html.j2", entry=entry, fact=found, full=False)


def money(page: PageRenderer, record: str, field: str, label: str | None = None, time: str | None = None) -> Markup:
    """A sum of money with its period and basis, and the mark of its note."""
    entry, found = page.views.find(record, field, label, time)
    if page.dataset.vocabulary.fields[field].type != "money":
        raise LookupError(f"{field} is not a field of money.")
    return page.draw("macros/fact.html.j2", entry=entry, fact=found, full=True)


def link(page: PageRenderer, record: str, text: str | None = None) -> Markup:
    """A link to a record, under its English name or the text given."""
    return page.draw("macros/link.html.j2", entry=page.views.entry(record), text=text)


def summary(page: PageRenderer, record: str) -> Markup:
    """The summary of a record, with its notes."""
    return page.draw("macros/summary.html.j2", entry=page.views.entry(record))


def cite(page: PageRenderer, source: str, locator: str) -> Markup:
    """The mark of a note that names a source and the place in it."""
    sources = page.dataset.sources
    if source not in sources:
        raise LookupError(f"There is no source {source}.{did_you_mean(source, sources)}")
    return page.cite([Cited(source, locator)])


def _known(word: str, known: Iterable[str]) -> None:
    if word not in known:
        raise LookupError(f"The vocabulary has no {word}.{did_you_mean(word, known)}")


def table(page: PageRenderer, kind: str, fields: list[str], places: list[str] | None = None) -> Markup:
    """A table of the records of a kind: one row a record, one column a field, every value with its note.

    `places` keeps to some places, such as `["japan", "canada"]`. A cell without a fact says so.
    """
    vocabulary = page.dataset.vocabulary
    _known(kind, vocabulary.kinds)
    for field in fields:
        _known(field, vocabulary.fields)
    rows = [
        (home, entry, [page.views.facts.current_of(entry.id, field) for field in fields])
        for home, entries in page.views.directory(kind)
        if places is None or home.id in places
        for entry in entries
    ]
    columns = [vocabulary.fields[field] for field in fields]
    return page.draw(
        "macros/table.html.j2",
        rows=rows,
        columns=columns,
        title=", ".join(column.label for column in columns),
    )


def count(page: PageRenderer, what: str, place: str | None = None) -> Markup:
    """How many `countries`, `records`, `facts`, `sources` or `claims` there are, in all or in one place."""
    counts = page.views.facts.counts(place)
    if what not in counts:
        raise LookupError(f"There is nothing counted as {what}. Known: {', '.join(counts)}.")
    return page.draw("macros/count.html.j2", number=counts[what])


def place_cards(page: PageRenderer) -> Markup:
    """A card for each country and for the international framework."""
    return page.draw("macros/place_cards.html.j2", cards=places.cards(page.views), level=3)


def figure(page: PageRenderer, place: str, name: str) -> Markup:
    """A figure of a place: its drawing, its caption, its numbers."""
    found = {entry.id: entry for entry in page.dataset.figures_of(place)}
    if name not in found:
        former = f"{place}/{FIGURES}/{name}"
        if former in page.dataset.moved:
            raise LookupError(f"the figure {former} has moved. Write {page.dataset.resolve(former)}.")
        raise LookupError(f"{place} has no figure {name}.{did_you_mean(name, found)}")
    return page.draw("macros/figure.html.j2", view=figure_view(page.views, found[name]))


def imprint(page: PageRenderer) -> Markup:
    """Who publishes the site, who pays and decides, and where to write to, from the settings."""
    return page.draw("macros/imprint.html.j2")


def data_file(page: PageRenderer, path: str) -> Markup:
    """A file of the data, unchanged, by its path from the top of the project."""
    root = page.dataset.root
    files = {file.relative_to(root).as_posix() for file in (root / "data").rglob("*.yml")}
    if path not in files:
        raise LookupError(f"There is no file {path} in the data.{did_you_mean(path, files)}")
    return page.draw("macros/data_file.html.j2", path=path, content=(root / path).read_text(encoding="utf-8"))


def rubrics(page: PageRenderer) -> Markup:
    """Every question with its rubric, by group."""
    dataset, asks = page.dataset, page.dataset.vocabulary.asks
    groups = [
        (group, [(entry, asks[entry.question.asks], comparison.rubric(dataset, entry)) for entry in entries])
        for group, entries in dataset.question_groups
    ]
    return page.draw("macros/rubrics.html.j2", groups=groups)


def worklists(page: PageRenderer) -> Markup:
    """How much is still to do in each place, by kind of task."""
    rows, totals = worklist.of_all_places(page.views.facts, datetime.date.today())
    homes = [page.dataset.entries[place] for place in page.dataset.places]
    return page.draw("macros/worklists.html.j2", homes=homes, rows=rows, totals=totals)


MACROS = macros_of(sys.modules[__name__])
"""The macros for hand-written pages, by name."""
