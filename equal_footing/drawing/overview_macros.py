"""The macros that draw the pages that cut across all records; each public function here is one."""

from functools import partial

from markupsafe import Markup

from equal_footing.drawing.page_renderer import PageRenderer
from equal_footing.model import text
from equal_footing.model.entries import Entry
from equal_footing.model.fixed_words import ARTICLE, CONCEPT, FRAME
from equal_footing.views import claims, comparison, heads, overviews, places, relations, sections
from equal_footing.views import timeline as time_views
from equal_footing.views.figures import figure_view
from equal_footing.views.timeline import Decade


def figures(page: PageRenderer) -> Markup:
    """All figures, by place; where there are many countries theirs are only named."""
    sections = [
        (home, found, [figure_view(page.views, entry) for entry in found if not page.is_long or home.kind.id == FRAME])
        for home, found in places.figures(page.dataset)
    ]
    return page.draw("pages/figures.html.j2", sections=sections)


def disagreements(page: PageRenderer) -> Markup:
    """Where sources disagree with each other, and where the article departs from them, the worst first.

    The sources of what was found about the article are beside its claims, on the pages of its sections.
    """
    facts = overviews.disagreements(page.views.facts)
    words = page.views.words
    return page.draw(
        "pages/disagreements.html.j2",
        facts=[
            (page.dataset.entries.get(entry.place), entry, fact, overviews.apart(fact, words)) for entry, fact in facts
        ],
        cells=comparison.disagreeing(page.dataset),
        departures=[
            (verdict, [(view, text.plain(words.said(view.claim.finding))) for view in found])
            for verdict, found in claims.departures(page.dataset)
        ],
        homes=[page.dataset.entries[place] for place in page.dataset.places],
    )


def timeline(page: PageRenderer) -> Markup:
    """The key events of each place, by decade."""
    found = time_views.decades_once(page.views.facts, page.renderer.once)
    wide, narrow = time_views.drawing(page.views, found)
    return page.draw(
        "pages/timeline.html.j2",
        decades=[decade for decade in found if decade.events],
        places=_places_of(page, found),
        early=time_views.EARLY,
        wide=Markup(wide),
        narrow=Markup(narrow),
    )


def timeline_decade(page: PageRenderer, address: str) -> Markup:
    """All dated facts of a decade."""
    found = time_views.decades_once(page.views.facts, page.renderer.once)
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
    """The lessons of all places, each with its parts and what it rests on."""

    def view(entry: Entry) -> overviews.LessonView:
        return overviews.lesson(page.dataset, entry)

    sections = [
        (home, [(view(top), [view(part) for part in parts]) for top, parts in found])
        for home, found in overviews.lessons(page.dataset)
    ]
    return page.draw("pages/lessons.html.j2", sections=sections)


def terms(page: PageRenderer) -> Markup:
    """All terms and concepts: their words in several languages side by side, and what each means."""
    sections = [
        (home, [relations.term(page.views, entry) for entry in found]) for home, found in page.views.directory(CONCEPT)
    ]
    languages = relations.languages(page.dataset, [term for _, found in sections for term in found])
    compared = [
        (home, term, [(tag, label, term.words.get(tag, "")) for tag, label in languages])
        for home, found in sections
        for term in found
        if term.native or term.compared
    ]
    compared.sort(key=lambda row: -len(row[1].native))
    return page.draw("pages/terms.html.j2", sections=sections, languages=languages, compared=compared)


def article(page: PageRenderer) -> Markup:
    """The source article, claim by claim."""
    entry = page.views.entry(ARTICLE)
    return page.draw(
        "pages/article.html.j2",
        entry=entry,
        native=heads.native_names(entry.record.name),
        text=sections.titled(entry),
        verdicts=claims.verdicts(page.dataset),
        sections=_article_sections(page),
        has_translation=claims.has_translation(page.dataset),
        facts=page.views.groups(entry),
    )


def _article_sections(page: PageRenderer) -> list[claims.SectionView]:
    """Return the sections of the source article, worked out once for the pages of all of them."""
    return page.renderer.once("sections of the article", partial(claims.sections, page.dataset))


def article_section(page: PageRenderer, name: str) -> Markup:
    """A section of the source article: its claims, each folded to its verdict and one line."""
    found = _article_sections(page)
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
