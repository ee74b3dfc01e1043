"""The JSON twin of every page."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from pydantic import TypeAdapter

from equal_footing.citation import citations
from equal_footing.citation.citations import Item
from equal_footing.citation.citing import Citing
from equal_footing.export import cited
from equal_footing.export.about import head
from equal_footing.export.fact_parts import FactParts
from equal_footing.export.overview_parts import OverviewParts
from equal_footing.export.record_parts import RecordParts
from equal_footing.export.record_shapes import Section
from equal_footing.export.shapes import Claim, PageDocument
from equal_footing.export.shapes import Page as PageShape
from equal_footing.model.entries import Entry, QuestionEntry
from equal_footing.model.fixed_words import CONCEPT
from equal_footing.model.things import COMPARE
from equal_footing.sitemap import days
from equal_footing.sitemap.pages import Page
from equal_footing.views import claims, comparison, overviews, places, record_tables, relations, timeline
from equal_footing.views.comparison import SHOWN_AT_ONCE

WRITTEN = "written"
"""The type of a page that people write."""
HOME = "home"
"""The type of the home page, which people write around the comparison."""
MARKDOWN = "index.md"
"""The name of the Markdown twin of a page, beside it."""
PAGE = TypeAdapter(PageDocument)
"""Writes twins, and describes their shape."""
Parts = dict[str, Any]


def as_json(document: PageDocument) -> bytes:
    """Return a twin as JSON; keys without a value are left out."""
    return PAGE.dump_json(document, exclude_none=True, by_alias=True)


@dataclass
class Twins:
    """Makes the twins of the pages of one site; what several of them hold is made once."""

    citing: Citing
    facts: FactParts = field(init=False)
    parts: RecordParts = field(init=False)
    overviews: OverviewParts = field(init=False)

    def __post_init__(self) -> None:
        views, once = self.citing.views, self.citing.once
        self.facts = FactParts(views.facts, self.citing.said, self.citing.site_url, once)
        self.parts = RecordParts(views.dataset, self.facts, views.words, self.citing.site_url, once)
        self.overviews = OverviewParts(views, self.parts)

    def of_page(self, page: Page, sections: Sequence[Section] = ()) -> PageDocument:
        """Return the twin of a page that comes from the data; `sections` are its text where that is all it shows."""
        find = PARTS.get(page.macro)
        found = {"ended": self.parts.ended(page)} | (find(self, *page.arguments) if find else {})
        reviewed = days.reviewed(self.citing.views.dataset, page)
        item = self.citing.item(page.address, page.title, reviewed, page, page.description)
        return self._document(page.address, page.macro, item, page.place, sections, found)

    def of_written(self, address: str, item: Item, sections: Sequence[Section]) -> PageDocument:
        """Return the twin of a page that people write; the home page, at no address, shows data besides its text."""
        found = {} if address else _home(self)
        return self._document(address, WRITTEN if address else HOME, item, None, sections, found)

    def _document(
        self, address: str, type_: str, item: Item, place: str | None, sections: Sequence[Section], found: Parts
    ) -> PageDocument:
        url = self.citing.site_url
        shown = PageShape(
            address,
            f"{url}{address}",
            item.title,
            item.abstract,
            type_,
            f"{url}{address}{MARKDOWN}",
            self.parts.name(place) if place else None,
        )
        words = self.citing.views.words
        begun = head(item.edition, str(item.date), words)
        document = PageDocument(*begun, citations.apa(item, words), shown, **{"sections": list(sections), **found})
        if not document.sources:
            document.sources = self.sources(cited.sources(document))
        return document

    @property
    def claims(self) -> dict[str, list[Claim]]:
        """The claims of the source article by section."""
        return self.citing.once("claims", self._claims)

    def _claims(self) -> dict[str, list[Claim]]:
        found = claims.sections(self.citing.views.dataset)
        return {view.name: [self.parts.claim(claim) for claim in view.claims] for view in found}

    # What pages show ------------------------------------------------------------------------------------------------

    def links(self, entries: Iterable[Entry]) -> Parts:
        """Return records that a page lists."""
        return {"records": [self.parts.link(entry) for entry in entries]}

    def answers(self, asked: Iterable[tuple[QuestionEntry, Entry]]) -> Parts:
        """Return the answers to questions in countries."""
        return {"answers": [self.parts.answer(question, country) for question, country in asked]}

    def carried(self, entry: Entry) -> Parts:
        """Return the claims of the source article that a record carries."""
        return {"claims": [self.parts.claim(view) for view in claims.of_record(self.citing.views.dataset, entry)]}

    def sources(self, keys: Iterable[str]) -> list[Any]:
        """Return sources by their keys, each once."""
        known = self.citing.views.dataset.sources
        return [self.parts.source(known[key]) for key in dict.fromkeys(keys)]

    def figures(self, entries: Iterable[Any]) -> Parts:
        """Return figures with what they draw."""
        return {"figures": [self.parts.figure(self.citing.views, entry) for entry in entries]}


def _record(twins: Twins, record: str) -> Parts:
    dataset = twins.citing.views.dataset
    entry = dataset.entries[dataset.resolve(record)]
    return {"record": twins.parts.record(entry)}


def _record_page(twins: Twins, record: str) -> Parts:
    dataset = twins.citing.views.dataset
    return {**_record(twins, record), **twins.carried(dataset.entries[dataset.resolve(record)])}


def _place(twins: Twins, place: str) -> Parts:
    dataset = twins.citing.views.dataset
    entry = dataset.entries[place]
    asked = [(one, entry) for one in dataset.questions.values() if entry in dataset.countries]
    own = _record(twins, place)
    lists = twins.links(one for one in dataset.of_place(place) if one.id != place)
    figures = twins.figures(dataset.figures_of(place))
    return {**lists, **twins.answers(asked), **figures, **own}


def _place_facts(twins: Twins, place: str) -> Parts:
    views = twins.citing.views
    entry = views.dataset.entries[place]
    standards = places.standards(views, entry)
    return {
        **twins.carried(entry),
        "facts": [twins.facts.one(entry, fact) for fact in views.facts.current(place)],
        "sections": [Section(row.label, f"{', '.join(row.values)} ({row.basis})", "standards") for row in standards],
    }


def _question(twins: Twins, question: str) -> Parts:
    dataset = twins.citing.views.dataset
    entry = dataset.questions[question]
    asked = ((entry, country) for country in dataset.countries)
    return {"questions": [twins.parts.question(entry)], **twins.answers(asked)}


def _compare(twins: Twins, *countries: str) -> Parts:
    dataset = twins.citing.views.dataset
    shown = [dataset.entries[one] for one in countries] or dataset.countries
    asked = [entry for _, entries in dataset.question_groups for entry in entries]
    answers = twins.answers((entry, country) for entry in asked for country in shown)
    return {"questions": [twins.parts.question(entry) for entry in asked], **answers}


def _home(twins: Twins) -> Parts:
    dataset = twins.citing.views.dataset
    figure = places.shared_figure(dataset)
    compared = _compare(twins, *(country.id for country in dataset.countries[:SHOWN_AT_ONCE]))
    return {**compared, **twins.figures([figure] if figure else []), "counts": list(twins.overviews.counts())}


def _record_table(twins: Twins, name: str) -> Parts:
    views = twins.citing.views
    rows = record_tables.table(views, views.dataset.vocabulary.comparisons[name])
    shown = ((row.entry, one.fact) for row in rows for cell in row.cells for one in cell.whole if one.fact)
    facts = {fact.id: fact for entry, stated in shown for fact in [twins.facts.one(entry, stated)]}
    return {**twins.links(row.entry for row in rows), "facts": list(facts.values())}


def _directory(twins: Twins, kind: str) -> Parts:
    return twins.links(one for _, found in twins.citing.views.directory(kind) for one in found)


def _moved(twins: Twins, address: str, _: str) -> Parts:
    entry = twins.citing.views.dataset.entries.get(address.rstrip("/"))
    return twins.links([entry] if entry else [])


def _place_directory(twins: Twins, place: str, kind: str) -> Parts:
    return twins.links(twins.citing.views.dataset.by_place_and_kind.get((place, kind), []))


def _place_sources(twins: Twins, place: str, grade: str = "") -> Parts:
    dataset, words = twins.citing.views.dataset, twins.citing.views.words
    listed = [one for one in dataset.sources_of(place) if grade in ("", one.grade.id)]
    uses = [twins.parts.uses(view) for view in overviews.used(dataset, listed, words)]
    return {"sources": [twins.parts.source(one) for one in listed], "uses": uses}


def _all_figures(twins: Twins, place: str = "") -> Parts:
    dataset = twins.citing.views.dataset
    return twins.figures(one for home in dataset.places if place in ("", home) for one in dataset.figures_of(home))


def _timeline(twins: Twins, address: str = "") -> Parts:
    decades = timeline.decades_once(twins.citing.views.facts, twins.citing.once)
    found = [one for one in decades if address in ("", one.address)]
    shown = (
        event
        for decade in found
        for one in (decade.happenings if address else [key for lane in decade.lanes for key in lane.all])
        for event in one.events
    )
    counts = [] if address else list(twins.overviews.events(found))
    return {"facts": [twins.facts.one(event.entry, event.fact) for event in shown], "counts": counts}


def _disagreements(twins: Twins) -> Parts:
    views = twins.citing.views
    facts = [twins.facts.one(entry, fact) for entry, fact in overviews.disagreements(views.facts)]
    answers = twins.answers((cell.question, cell.country) for cell in comparison.disagreeing(views.dataset))
    departures = (view for _, found in claims.departures(views.dataset) for view in found)
    return {**answers, "facts": facts, "claims": [twins.parts.claim(view) for view in departures]}


def _article_section(twins: Twins, name: str) -> Parts:
    return {"claims": twins.claims[name]}


def _article(twins: Twins) -> Parts:
    return {**_record(twins, "article"), "claims": [claim for found in twins.claims.values() for claim in found]}


def _lessons(twins: Twins) -> Parts:
    found = overviews.lessons(twins.citing.views.dataset)
    links = twins.links(one for _, tops in found for top, parts in tops for one in (top, *parts))
    return {**links, "lessons": list(twins.overviews.lessons())}


def _terms(twins: Twins) -> Parts:
    views = twins.citing.views
    terms = [relations.term(views, entry) for _, found in views.directory(CONCEPT) for entry in found]
    facts = [twins.facts.one(term.entry, fact) for term in terms for fact in term.definitions]
    links = twins.links(term.entry for term in terms)
    return {**links, "facts": facts, "terms": [twins.overviews.term(term) for term in terms]}


def _translation(twins: Twins) -> Parts:
    found = twins.overviews
    return {"printed_names": list(found.printed_names()), "translation_faults": list(found.faults())}


def _vocabulary(twins: Twins) -> Parts:
    lists = overviews.code_lists(twins.citing.views.dataset)
    return {
        "codes": [code for name, _, terms, _ in lists for code in twins.parts.codes(name, (one[0] for one in terms))]
    }


PARTS: dict[str, Callable[..., Parts]] = {
    "record_page": _record_page,
    "place_page": _place,
    "place_facts": _place_facts,
    "question_page": _question,
    COMPARE: _compare,
    "pair": _compare,
    "record_table": _record_table,
    "directory": _directory,
    "place_directory": _place_directory,
    "place_sources": _place_sources,
    "place_sources_grade": _place_sources,
    "place_figures": _all_figures,
    "figures": _all_figures,
    "timeline": _timeline,
    "timeline_decade": _timeline,
    "disagreements": _disagreements,
    "article": _article,
    "article_section": _article_section,
    "lessons": _lessons,
    "moved": _moved,
    "terms": _terms,
    "article_translation": _translation,
    "vocabulary": _vocabulary,
    "sources": lambda twins: {
        "sources": twins.sources(twins.citing.views.dataset.sources),
        "counts": list(twins.overviews.sources()),
    },
    "countries": lambda twins: twins.links(twins.citing.views.dataset.countries),
}
"""What the twins of pages hold besides their text, by the macro that draws the page."""
