"""The macros that draw the pages that cut across all records; each public function here is one."""

from markupsafe import Markup

from equal_footing.drawing.render import PageRenderer
from equal_footing.model.dataset import Entry
from equal_footing.model.fixed_words import ARTICLE, CONCEPT
from equal_footing.views import claims, comparison, heads, overviews, places, relations, sections
from equal_footing.views import timeline as time_views
from equal_footing.views.figures import figure_view
from equal_footing.views.records import Row, Views
from equal_footing.views.timeline import Decade


def figures(page: PageRenderer) -> Markup:
    """All figures, by place."""
    sections = [
        (home, [figure_view(page.views, entry) for entry in found]) for home, found in places.figures(page.dataset)
    ]
    return page.draw("pages/figures.html.j2", sections=sections)


def disagreements(page: PageRenderer) -> Markup:
    """Where sources disagree with each other, and where the article departs from them."""
    answered = overviews.disagreeing_answers(page.dataset)
    return page.draw(
        "pages/disagreements.html.j2",
        sections=[
            (home, found, [comparison.cell(page.dataset, question, home) for _, question in answered[home.id]])
            for home, found in overviews.disagreements(page.views.facts)
        ],
        departures=claims.departures(page.dataset),
    )


def timeline(page: PageRenderer) -> Markup:
    """The key events of each place, by decade."""
    found = time_views.decades(page.views.facts)
    wide, narrow = time_views.drawing(page.views, found)
    return page.draw(
        "pages/timeline.html.j2",
        decades=found,
        places=_places_of(page, found),
        early=time_views.EARLY,
        wide=Markup(wide),
        narrow=Markup(narrow),
    )


def timeline_decade(page: PageRenderer, address: str) -> Markup:
    """All dated facts of a decade."""
    found = time_views.decades(page.views.facts)
    at = next(number for number, decade in enumerate(found) if decade.address == address)
    kinds = {event.entry.kind.id for event in found[at].events}
    return page.draw(
        "pages/timeline_decade.html.j2",
        decade=found[at],
        before=found[at + 1] if at + 1 < len(found) else None,
        after=found[at - 1] if at else None,
        early=time_views.EARLY,
        places=_places_of(page, [found[at]]),
        kinds=[kind for kind in page.dataset.vocabulary.kinds.values() if kind.id in kinds],
    )


def _places_of(page: PageRenderer, decades: list[Decade]) -> list[Entry]:
    """Return the places that some decades have events of."""
    shown = {event.entry.place for decade in decades for event in decade.events}
    return [page.dataset.entries[place] for place in page.dataset.places if place in shown]


def lessons(page: PageRenderer) -> Markup:
    """The lessons of all places, each with its parts."""
    sections = [
        (home, [_lesson(page.views, top, parts) for top, parts in found])
        for home, found in overviews.lessons(page.dataset)
    ]
    return page.draw("pages/lessons.html.j2", sections=sections)


def _lesson(views: Views, top: Entry, parts: list[Entry]) -> tuple[Entry, list[Row], list[tuple[Entry, list[Row]]]]:
    """Return a lesson with its facts, and its parts with theirs; the parts of a lesson carry its facts."""
    found = [(part, views.rows(part)) for part in parts]
    return top, [] if found else views.rows(top), found


def terms(page: PageRenderer) -> Markup:
    """All terms and concepts."""
    sections = [
        (home, [relations.term(page.views, entry) for entry in found]) for home, found in page.views.directory(CONCEPT)
    ]
    return page.draw("pages/terms.html.j2", sections=sections)


def article(page: PageRenderer) -> Markup:
    """The source article, claim by claim."""
    entry = page.views.entry(ARTICLE)
    return page.draw(
        "pages/article.html.j2",
        entry=entry,
        native=heads.native_names(entry.record.name),
        text=sections.titled(entry),
        verdicts=claims.verdicts(page.dataset),
        sections=claims.sections(page.dataset),
        has_translation=claims.has_translation(page.dataset),
        facts=page.views.groups(entry),
    )


def article_section(page: PageRenderer, name: str) -> Markup:
    """A section of the source article: its claims, each folded to its verdict and one line."""
    found = claims.sections(page.dataset)
    at = next(number for number, view in enumerate(found) if view.name == name)
    return page.draw(
        "pages/article_section.html.j2",
        view=found[at],
        before=found[at - 1] if at else None,
        after=found[at + 1] if at + 1 < len(found) else None,
    )


def article_translation(page: PageRenderer) -> Markup:
    """The names in the source article's translation, and the errors of the translation."""
    return page.draw(
        "pages/article_translation.html.j2",
        names=claims.printed_names(page.dataset),
        faults=page.dataset.article_faults[0].faults if page.dataset.article_faults else [],
    )
