"""The macros that draw whole pages; the generated pages call them, and a hand-written page may.

Each takes the page that is being drawn first, looks up, and hands on to a template.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable

from markupsafe import Markup

from equal_footing.changes.editions import PUBLISHED
from equal_footing.changes.feed import FEED
from equal_footing.check import catalogue
from equal_footing.citation import exports
from equal_footing.drawing.comparison_macros import compare, pair, question_page, record_table
from equal_footing.drawing.render import PageRenderer
from equal_footing.model import address_list
from equal_footing.model.dataset import Entry
from equal_footing.model.fixed_words import ARTICLE, CONCEPT, COUNTRY
from equal_footing.views import claims, comparison, entries, overviews, places, worklist
from equal_footing.views.figures import figure_view
from equal_footing.views.records import Row, Views

Macro = Callable[..., Markup]


def record_page(page: PageRenderer, record: str) -> Markup:
    """The page of a record."""
    views = page.renderer.views
    entry = views.entry(record)
    return page.draw(
        "pages/record.html.j2",
        entry=entry,
        head=entries.head(views, entry),
        short_names=(entry.record.short_name or {}).items(),
        other_names=entries.other_names(views, entry),
        facts=views.groups(entry),
        identifiers=entries.identifiers(views, entry),
        relations=entries.relations(views, entry),
        claims=claims.of_record(views.dataset, entry),
        history=page.history(entry.id),
    )


def place_page(page: PageRenderer, place: str) -> Markup:
    """The page of a country, or of the international frame."""
    views = page.renderer.views
    dataset, entry = views.dataset, views.entry(place)
    figures = dataset.figures_of(place)
    is_country = entry.kind.id == COUNTRY
    return page.draw(
        "pages/place.html.j2",
        entry=entry,
        head=entries.head(views, entry),
        glance=views.glance(entry),
        answers=comparison.answers(dataset, entry) if is_country else [],
        pairs=places.pairs(dataset, entry),
        counts=places.counts(dataset, place),
        directories=places.directories(dataset, place),
        first_figure=figure_view(views, figures[0]) if figures else None,
        other_figures=figures[1:],
        facts=views.groups(entry),
        claims=claims.of_record(dataset, entry),
        completeness=overviews.completeness(views.facts, place),
        answered=comparison.answered(dataset, entry) if is_country else [],
    )


def place_directory(page: PageRenderer, place: str, kind: str) -> Markup:
    """The records of one kind in one place."""
    views = page.renderer.views
    found = views.dataset.by_place_and_kind.get((place, kind), [])
    return page.draw(
        "pages/place_directory.html.j2",
        home=views.entry(place),
        kind=views.dataset.vocabulary.kinds[kind],
        records=entries.listed(views, found),
    )


def directory(page: PageRenderer, kind: str) -> Markup:
    """The records of one kind in all places."""
    views = page.renderer.views
    return page.draw(
        "pages/directory.html.j2",
        kind=views.dataset.vocabulary.kinds[kind],
        sections=[(home, entries.listed(views, found)) for home, found in views.directory(kind)],
    )


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
    return page.draw("pages/figures.html.j2", sections=places.figures(page.renderer.views.dataset))


def disagreements(page: PageRenderer) -> Markup:
    """Where sources disagree with each other, and where the article departs from them."""
    views = page.renderer.views
    dataset = views.dataset
    answered = overviews.disagreeing_answers(dataset)
    return page.draw(
        "pages/disagreements.html.j2",
        sections=[
            (home, found, [comparison.cell(dataset, question, home) for _, question in answered[home.id]])
            for home, found in overviews.disagreements(views.facts)
        ],
        departures=claims.departures(dataset),
    )


def countries(page: PageRenderer) -> Markup:
    """The list of countries."""
    return page.draw("pages/countries.html.j2", cards=places.cards(page.renderer.views))


def records(page: PageRenderer) -> Markup:
    """The kinds of records, each with its directory."""
    return page.draw("pages/records.html.j2", kinds=page.renderer.views.dataset.folder_kinds)


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
    sections = [
        (home, [_lesson(views, top, parts) for top, parts in found]) for home, found in overviews.lessons(views.dataset)
    ]
    return page.draw("pages/lessons.html.j2", sections=sections)


def _lesson(views: Views, top: Entry, parts: list[Entry]) -> tuple[Entry, list[Row], list[tuple[Entry, list[Row]]]]:
    """Return a lesson with its facts, and its parts with theirs; the parts of a lesson carry its facts."""
    found = [(part, views.rows(part)) for part in parts]
    return top, [] if found else views.rows(top), found


def data(page: PageRenderer) -> Markup:
    """The data as files."""
    dataset = page.renderer.views.dataset
    counted = overviews.counts(dataset)
    return page.draw("pages/data.html.j2", facts=counted["facts"], sources=counted["sources"], columns=exports.COLUMNS)


def changes(page: PageRenderer) -> Markup:
    """What has changed since the newest edition, and from edition to edition."""
    citing = page.renderer.citing
    history = citing.history
    return page.draw(
        "pages/changes.html.j2",
        newest=history.editions[0].edition if history.editions else "",
        pending=history.pending,
        editions=history.editions,
        feed=FEED,
        can_link=not citing.editions.frozen,
    )


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
    sections = [(home, [entries.term(views, entry) for entry in found]) for home, found in views.directory(CONCEPT)]
    return page.draw("pages/terms.html.j2", sections=sections)


def sources(page: PageRenderer) -> Markup:
    """How many sources of which kind each place has."""
    dataset = page.renderer.views.dataset
    return page.draw(
        "pages/sources.html.j2",
        evidence=dataset.vocabulary.evidence.values(),
        counts=overviews.source_counts(dataset),
        types=overviews.source_types(dataset),
        mirrored=overviews.mirrored(dataset),
    )


def vocabulary(page: PageRenderer) -> Markup:
    """The vocabulary of the data."""
    return page.draw("pages/vocabulary.html.j2", lists=overviews.code_lists(page.renderer.views.dataset))


def article(page: PageRenderer) -> Markup:
    """The source article, claim by claim."""
    views = page.renderer.views
    dataset, entry = views.dataset, views.entry(ARTICLE)
    return page.draw(
        "pages/article.html.j2",
        entry=entry,
        native=entries.native_names(entry.record.name),
        verdicts=claims.verdicts(dataset),
        sections=claims.sections(dataset),
        names=claims.printed_names(dataset),
        faults=dataset.article_faults[0].faults if dataset.article_faults else [],
        facts=views.groups(entry),
    )


def moved(page: PageRenderer, record: str) -> Markup:
    """What stands at the old address of a record that has moved."""
    return page.draw("pages/moved.html.j2", entry=page.renderer.views.entry(record))


def withdrawn(page: PageRenderer, record: str) -> Markup:
    """What stands at the address of a record that was withdrawn, with the anchors that were published there."""
    views = page.renderer.views
    dataset, kept = views.dataset, page.renderer.citing.editions
    item, document = dataset.withdrawn[record]
    is_kept = item.edition in kept.names and not kept.frozen
    return page.draw(
        "pages/withdrawn.html.j2",
        item=item,
        native_names=entries.native_names(item.name),
        file=document.file,
        see=[views.entry(other) for other in item.see],
        edition_address=f"{PUBLISHED}/{item.edition}/{record}/" if is_kept else "",
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
