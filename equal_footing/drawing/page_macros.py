"""The macros that draw whole pages: each public function here is one. Hand-written pages may call them, too.

A macro takes the page that is being drawn as its first argument and collects the values that its template draws.
"""

import sys
from functools import partial

from markupsafe import Markup

from equal_footing.changes.feed import FEED, feed_of
from equal_footing.check import catalogue
from equal_footing.citation import bibliography
from equal_footing.drawing import comparison_macros, data_macros, overview_macros
from equal_footing.drawing.page_renderer import PageRenderer, macros_of
from equal_footing.model import address_list
from equal_footing.model.fixed_words import COUNTRY
from equal_footing.model.messages import LANGUAGE
from equal_footing.views import (
    brief,
    claims,
    comparison,
    endings,
    heads,
    overviews,
    places,
    record_tables,
    relations,
    sections,
    worklist,
)
from equal_footing.views.figures import figure_view, picture


def record_page(page: PageRenderer, record: str) -> Markup:
    """The page of a record."""
    entry = page.views.entry(record)
    key_facts = page.views.key_facts(entry)
    return page.draw(
        "pages/record.html.j2",
        entry=entry,
        key_facts=key_facts,
        head=heads.head(page.views, entry),
        short_names=(entry.record.short_name or {}).items(),
        other_names=heads.other_names(page.dataset, entry),
        sections=sections.titled(entry),
        facts=page.views.groups(entry, key_facts),
        identifiers=relations.identifiers(page.views, entry),
        relations=relations.relations(page.views, entry),
        claims=claims.of_record(page.dataset, entry),
        history=page.history(entry.id),
    )


def place_page(page: PageRenderer, place: str) -> Markup:
    """The page of a country, or of the international framework."""
    entry = page.views.entry(place)
    is_country = entry.kind.id == COUNTRY
    parts = sections.by_group(page.views, entry) if is_country else []
    cells = [cell for part in parts for cell in part.cells]
    figures = [item for item in page.dataset.figures_of(place) if not (is_country and item.figure.group)]
    return page.draw(
        "pages/place.html.j2",
        entry=entry,
        head=heads.head(page.views, entry),
        tiles=places.tiles(page.views, entry),
        parts=parts,
        answers=comparison.terms(page.dataset, cells),
        is_practised=any(cell.practice for cell in cells),
        sections=sections.titled(entry),
        tables=brief.tables(page.views, entry, None) if is_country else [],
        dates=places.key_dates(page.views, entry),
        counts=page.views.facts.counts(place),
        facts=[fact for group in page.views.groups(entry) for row in group.rows for fact in row.facts],
        directories=[] if is_country else places.directories(page.dataset, place),
        first_figure=figure_view(page.views, figures[0]) if figures else None,
        other_figures=figures[1:],
        completeness=overviews.completeness(page.views.facts, place),
        answered=comparison.answered(page.dataset, entry) if is_country else [],
        history=page.history(place),
    )


def place_facts(page: PageRenderer, place: str) -> Markup:
    """What the file of a place itself records, with its codes."""
    entry = page.views.entry(place)
    return page.draw(
        "pages/place_facts.html.j2",
        entry=entry,
        short_names=(entry.record.short_name or {}).items(),
        other_names=heads.other_names(page.dataset, entry),
        groups=page.views.groups(entry),
        standards=places.standards(page.views, entry),
        history=page.history(place),
        claims=claims.of_record(page.dataset, entry),
    )


def place_directory(page: PageRenderer, place: str, kind: str) -> Markup:
    """The records of one kind in one place."""
    found = page.dataset.by_place_and_kind.get((place, kind), [])
    return page.draw(
        "pages/place_directory.html.j2",
        home=page.views.entry(place),
        kind=page.dataset.vocabulary.kinds[kind],
        records=heads.listed(page.views, found),
        compared=comparison.of_kind(page.dataset, kind),
    )


def directory(page: PageRenderer, kind: str) -> Markup:
    """The records of one kind in all places."""
    return page.draw(
        "pages/directory.html.j2",
        kind=page.dataset.vocabulary.kinds[kind],
        sections=[(home, heads.listed(page.views, found)) for home, found in page.views.directory(kind)],
        compared=comparison.of_kind(page.dataset, kind),
    )


def place_sources(page: PageRenderer, place: str) -> Markup:
    """The sources in a place's list, each with what cites it, and files of them for reference managers."""
    page.files |= bibliography.source_files(page.dataset.sources_of(place), page.views.words, page.renderer.once)
    return page.draw(
        "pages/place_sources.html.j2",
        home=page.views.entry(place),
        total=page.views.facts.counts(place)["sources"],
        graded=overviews.sources(page.dataset, place, page.views.words),
        types=overviews.source_types(page.dataset, place),
        copies=overviews.copies(page.views.facts, place),
    )


def place_sources_grade(page: PageRenderer, place: str, grade: str) -> Markup:
    """The sources of one grade in a place's list, each with what cites it."""
    term = page.dataset.vocabulary.evidence[grade]
    found = overviews.sources_of_grade(page.dataset, place, grade, page.views.words)
    if found:
        listed = (view.entry for view in found)
        page.files |= bibliography.source_files(listed, page.views.words, page.renderer.once)
    return page.draw("pages/place_sources_grade.html.j2", home=page.views.entry(place), grade=term, sources=found)


def place_figures(page: PageRenderer, place: str) -> Markup:
    """The figures of a place."""
    found = [figure_view(page.views, entry) for entry in page.dataset.figures_of(place)]
    for view in found:
        page.files[view.svg] = picture(page.views, view, page.renderer.citing.site_url)
    return page.draw("pages/place_figures.html.j2", home=page.views.entry(place), figures=found)


def countries(page: PageRenderer) -> Markup:
    """The list of countries."""
    return page.draw("pages/countries.html.j2", cards=places.cards(page.views))


def records(page: PageRenderer) -> Markup:
    """The kinds of records, each with its directory."""
    return page.draw("pages/records.html.j2", kinds=page.dataset.folder_kinds)


def changes(page: PageRenderer) -> Markup:
    """What has changed since the newest edition, and from edition to edition."""
    citing = page.renderer.citing
    history, is_frozen = citing.history, citing.editions.frozen
    return page.draw(
        "pages/changes.html.j2",
        newest=history.editions[0].edition if history.editions else "",
        pending=history.pending,
        has_since=not is_frozen,
        editions=[("" if is_frozen else citing.edition_address(one.edition), one) for one in history.editions],
        feed=FEED,
        feeds=[(page.dataset.entries[place].record.title, feed_of(place)) for place in page.dataset.places],
    )


def contribute_place(page: PageRenderer, place: str) -> Markup:
    """What is still to do in one place."""
    tasks = worklist.todo(page.views.facts, place, page.dataset.today().first)
    return page.draw(
        "pages/contribute_place.html.j2",
        home=page.views.entry(place),
        tasks=worklist.by_kind(tasks),
        said=partial(worklist.said, words=page.views.words),
        counts=worklist.counts(tasks),
        coverage=worklist.coverage(page.dataset, place),
        cells=record_tables.lacking(page.views.facts, place),
    )


def rules_section(page: PageRenderer, name: str) -> Markup:
    """What the check asks, rule by rule: one section."""
    found = catalogue.load(page.dataset.root).sections[name]
    return page.draw("pages/rules_section.html.j2", section=found, language=LANGUAGE)


def rules(page: PageRenderer) -> Markup:
    """What the check asks: all rules by section; only in the language of its messages so far."""
    return page.draw("pages/rules.html.j2", sections=catalogue.load(page.dataset.root).sections, language=LANGUAGE)


def sources(page: PageRenderer) -> Markup:
    """How many sources of which kind each place has."""
    found = overviews.source_counts(page.dataset)
    grades = (*page.dataset.vocabulary.evidence.values(), None)  # the last number of each place is of all
    return page.draw(
        "pages/sources.html.j2",
        homes=[home for home, _ in found],
        counts=[(grade, [numbers[at] for _, numbers in found]) for at, grade in enumerate(grades)],
        types=overviews.source_types(page.dataset),
        copies=overviews.copies(page.views.facts),
    )


def vocabulary(page: PageRenderer) -> Markup:
    """The vocabulary of the data."""
    return page.draw("pages/vocabulary.html.j2", lists=overviews.code_lists(page.dataset))


def moved(page: PageRenderer, address: str, title: str) -> Markup:
    """The page at the old address of something that has moved: it leads to another address, of a page of a title."""
    return page.draw("pages/moved.html.j2", address=address, title=title)


def withdrawn(page: PageRenderer, name: str, address: str) -> Markup:
    """The page at an address of something that was withdrawn, by its name, with the anchors published there."""
    citing = page.renderer.citing
    item, document = page.dataset.withdrawn[name]
    is_kept = item.edition in citing.editions.names and not citing.editions.frozen
    return page.draw(
        "pages/withdrawn.html.j2",
        item=item,
        native_names=heads.native_names(item.name),
        file=document.file,
        see=endings.see(page.dataset, item),
        edition_address=citing.edition_address(item.edition or "", address) if is_kept else "",
        anchors=address_list.anchors_of(page.dataset.published, address),
    )


_MODULES = (sys.modules[__name__], comparison_macros, overview_macros, data_macros)
PAGES = {name: macro for module in _MODULES for name, macro in macros_of(module).items()}
"""The macros that draw a whole page, by name."""
