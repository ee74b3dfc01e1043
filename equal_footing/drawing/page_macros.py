"""The macros that draw whole pages; the generated pages call them, and a hand-written page may.

Each takes the page that is being drawn first, looks up, and hands on to a template.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable

from markupsafe import Markup

from equal_footing.changes.feed import FEED
from equal_footing.check import catalogue
from equal_footing.citation import exports
from equal_footing.drawing.render import PageRenderer
from equal_footing.model import address_list
from equal_footing.model.fixed_words import ARTICLE, CONCEPT, COUNTRY, DEFINITION
from equal_footing.statement import conversion
from equal_footing.statement.newest import of_field
from equal_footing.views import comparison, overviews, worklist
from equal_footing.views.figures import figure_view

Macro = Callable[..., Markup]


def record_page(page: PageRenderer, record: str) -> Markup:
    """The page of a record."""
    return page.draw("pages/record.html.j2", entry=page.renderer.views.entry(record))


def place_page(page: PageRenderer, place: str) -> Markup:
    """The page of a country, or of the international frame."""
    views = page.renderer.views
    dataset, entry = views.dataset, views.entry(place)
    figures = dataset.figures_of(place)
    is_country = entry.kind.id == COUNTRY
    return page.draw(
        "pages/place.html.j2",
        entry=entry,
        glance=views.glance(entry),
        answers=comparison.rows(dataset, [entry]) if is_country else [],
        pairs=[pair for pair in comparison.pairs(dataset) if entry in pair],
        figures=figures,
        first_figure=figure_view(views, figures[0]) if figures else None,
        completeness=overviews.completeness(views.facts, place),
        answered=comparison.answered(dataset, entry) if is_country else [],
    )


def place_directory(page: PageRenderer, place: str, kind: str) -> Markup:
    """The records of one kind in one place."""
    views = page.renderer.views
    entries = views.dataset.by_place_and_kind.get((place, kind), [])
    kinds = views.dataset.vocabulary.kinds
    return page.draw("pages/place_directory.html.j2", home=views.entry(place), kind=kinds[kind], entries=entries)


def directory(page: PageRenderer, kind: str) -> Markup:
    """The records of one kind in all places."""
    kinds = page.renderer.views.dataset.vocabulary.kinds
    return page.draw("pages/directory.html.j2", kind=kinds[kind], sections=page.renderer.views.directory(kind))


def place_sources(page: PageRenderer, place: str) -> Markup:
    """The sources in a place's list, each with what cites it."""
    views = page.renderer.views
    return page.draw(
        "pages/place_sources.html.j2",
        home=views.entry(place),
        sources=overviews.sources(views.dataset, place, views.words),
        types=overviews.source_types(views.dataset, place),
        mirrored=overviews.mirrored(views.dataset, place),
    )


def place_figures(page: PageRenderer, place: str) -> Markup:
    """The figures of a place."""
    views = page.renderer.views
    found = [figure_view(views, entry) for entry in views.dataset.figures_of(place)]
    return page.draw("pages/place_figures.html.j2", home=views.entry(place), figures=found)


def figures(page: PageRenderer) -> Markup:
    """The list of all figures."""
    return page.draw("pages/figures.html.j2")


def disagreements(page: PageRenderer) -> Markup:
    """Where sources disagree with each other, and where the article departs from them."""
    views = page.renderer.views
    return page.draw(
        "pages/disagreements.html.j2",
        recorded=overviews.disagreements(views.facts),
        answered=overviews.disagreeing_answers(views.dataset),
        departures=overviews.departures(views.dataset),
    )


def compare(page: PageRenderer) -> Markup:
    """All questions by all countries."""
    dataset = page.renderer.views.dataset
    return page.draw(
        "pages/compare.html.j2",
        groups=comparison.rows(dataset, dataset.countries),
        countries=dataset.countries,
        pairs=comparison.pairs(dataset),
        tables=comparison.tables(dataset),
        reviewed=comparison.reviewed(dataset),
    )


def question_page(page: PageRenderer, question: str) -> Markup:
    """One question, with its rubric and the answer of every country."""
    dataset = page.renderer.views.dataset
    entry = dataset.questions[question]
    return page.draw(
        "pages/question.html.j2",
        entry=entry,
        cells=[comparison.cell(dataset, entry, country) for country in dataset.countries],
        countries=dataset.countries,
        rubric=comparison.rubric(dataset, entry),
        questions=[other for _, questions in dataset.question_groups for other in questions],
        reviewed=comparison.reviewed(dataset, question),
    )


def pair(page: PageRenderer, one: str, other: str) -> Markup:
    """Two countries under the same questions."""
    views = page.renderer.views
    countries = [views.entry(one), views.entry(other)]
    return page.draw(
        "pages/pair.html.j2",
        one=countries[0],
        other=countries[1],
        groups=comparison.rows(views.dataset, countries),
        reviewed=comparison.reviewed(views.dataset),
    )


def record_table(page: PageRenderer, name: str) -> Markup:
    """The records of some kinds in a table over all countries."""
    views = page.renderer.views
    found = views.dataset.vocabulary.comparisons[name]
    rows = comparison.table(views, found)
    return page.draw(
        "pages/record_table.html.j2",
        comparison=found,
        rows=rows,
        countries=views.dataset.countries,
        numeric=comparison.numeric(views.dataset, found),
        currency=conversion.CURRENCY,
        reviewed=max((row.entry.record.reviewed for row in rows), key=lambda day: day.first),
    )


def countries(page: PageRenderer) -> Markup:
    """The list of countries."""
    return page.draw("pages/countries.html.j2")


def records(page: PageRenderer) -> Markup:
    """The kinds of records, each with its directory."""
    return page.draw("pages/records.html.j2")


def timeline(page: PageRenderer) -> Markup:
    """All dated facts."""
    views = page.renderer.views
    dataset, years = views.dataset, overviews.timeline(views.facts)
    shown = [event.entry for year in years for event in year.events]
    kinds = {entry.kind.id for entry in shown}
    return page.draw(
        "pages/timeline.html.j2",
        years=years,
        places=[dataset.entries[place] for place in dataset.places if any(entry.place == place for entry in shown)],
        kinds=[kind for kind in dataset.vocabulary.kinds.values() if kind.id in kinds],
    )


def lessons(page: PageRenderer) -> Markup:
    """The lessons of all places, those that belong to a larger one beneath it."""
    views = page.renderer.views
    return page.draw("pages/lessons.html.j2", sections=overviews.lessons(views.dataset))


def data(page: PageRenderer) -> Markup:
    """The data as files."""
    dataset = page.renderer.views.dataset
    counted = overviews.counts(dataset)
    return page.draw("pages/data.html.j2", facts=counted["facts"], sources=counted["sources"], columns=exports.COLUMNS)


def changes(page: PageRenderer) -> Markup:
    """What has changed since the newest edition, and from edition to edition."""
    citing = page.renderer.citing
    return page.draw("pages/changes.html.j2", history=citing.history, feed=FEED, can_link=not citing.editions.frozen)


def contribute_place(page: PageRenderer, place: str) -> Markup:
    """What is still to do in one place."""
    views = page.renderer.views
    tasks = worklist.todo(views.facts, place, datetime.date.today())
    return page.draw(
        "pages/contribute_place.html.j2",
        home=views.entry(place),
        tasks=worklist.by_kind(tasks),
        counts=worklist.counts(tasks),
        coverage=worklist.coverage(views.dataset, place),
    )


def rules(page: PageRenderer) -> Markup:
    """What the check asks, rule by rule."""
    return page.draw("pages/rules.html.j2", sections=catalogue.load(page.renderer.views.dataset.root).sections)


def terms(page: PageRenderer) -> Markup:
    """All terms and concepts."""
    views = page.renderer.views
    return page.draw(
        "pages/terms.html.j2",
        sections=views.directory(CONCEPT),
        definitions=lambda entry: of_field(views.facts.current(entry.id), DEFINITION),
    )


def sources(page: PageRenderer) -> Markup:
    """How many sources of which kind each place has."""
    dataset = page.renderer.views.dataset
    return page.draw(
        "pages/sources.html.j2",
        counts=overviews.source_counts(dataset),
        types=overviews.source_types(dataset),
        mirrored=overviews.mirrored(dataset),
    )


def vocabulary(page: PageRenderer) -> Markup:
    """The vocabulary of the data."""
    return page.draw("pages/vocabulary.html.j2")


def article(page: PageRenderer) -> Markup:
    """The source article, claim by claim."""
    return page.draw("pages/article.html.j2", entry=page.renderer.views.entry(ARTICLE))


def moved(page: PageRenderer, record: str) -> Markup:
    """What stands at the old address of a record that has moved."""
    return page.draw("pages/moved.html.j2", entry=page.renderer.views.entry(record))


def withdrawn(page: PageRenderer, record: str) -> Markup:
    """What stands at the address of a record that was withdrawn, with the anchors that were published there."""
    views = page.renderer.views
    dataset, kept = views.dataset, page.renderer.citing.editions
    item, document = dataset.withdrawn[record]
    return page.draw(
        "pages/withdrawn.html.j2",
        item=item,
        document=document,
        record=record,
        see=[views.entry(other) for other in item.see],
        editions=[] if kept.frozen else kept.names,
        anchors=address_list.anchors_of(address_list.read(dataset.root), f"{record}/"),
    )


PAGES: dict[str, Macro] = {
    macro.__name__: macro
    for macro in (
        record_page,
        place_page,
        place_directory,
        directory,
        place_sources,
        place_figures,
        figures,
        disagreements,
        compare,
        question_page,
        pair,
        record_table,
        countries,
        records,
        lessons,
        changes,
        contribute_place,
        rules,
        data,
        timeline,
        terms,
        sources,
        vocabulary,
        article,
        moved,
        withdrawn,
    )
}
"""Macros that draw a whole page, by their names."""
