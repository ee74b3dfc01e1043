"""What each page, fact and cell is cited as: from which edition, under which address, with which words."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import partial
from typing import Any, NamedTuple

from equal_footing.changes import editions
from equal_footing.changes.editions import Editions
from equal_footing.changes.release_notes import History
from equal_footing.citation import cards, citations, exports, linked_data
from equal_footing.citation.citations import Item
from equal_footing.citation.titles import printed
from equal_footing.keeping.once import Once
from equal_footing.model.entries import Entry, SourceEntry
from equal_footing.model.messages import LANGUAGE
from equal_footing.model.prose import uncapitalised
from equal_footing.model.text import Cited
from equal_footing.model.values import PartialDate
from equal_footing.sitemap.pages import Page
from equal_footing.statement import credit, wording
from equal_footing.statement.stated import Stated
from equal_footing.views.comparison import Cell, in_words
from equal_footing.views.records import Views

KEY = "equal-footing"


@dataclass(frozen=True, slots=True)
class Head:
    """What the head of a page says to reference managers and search engines.

    `today` is the relative address of today's page on a page of an edition, else empty; `linked_data` is the text of a
    script element; `picture` is the address of the picture that other sites show with a link, `language` is that of the
    page, and `twin` the address of the page as JSON.
    """

    item: Item
    today: str
    linked_data: str
    picture: str
    site: str
    author: str
    language: str
    twin: str = ""
    licence: str = citations.LICENCE
    licence_url: str = citations.LICENCE_URL
    describedby: str = "cite.json"


class PartCitation(NamedTuple):
    """The citation of a part of a page in words, and the address of that part, which the words contain as well."""

    text: str
    address: str


@dataclass
class Citing:
    """Citations of one site; `published` are the addresses that its editions have published.

    Each fact, and each source at a place in it, is worded `once` for all pages and files that give it.
    """

    views: Views
    site_url: str
    editions: Editions
    history: History
    published: frozenset[str] = frozenset()
    once: Once = field(default_factory=Once)

    def edition_of(self, page: Page | None) -> str:
        """Return the edition that holds a page as it is shown, or nothing where it has changed since the newest."""
        newest = self.editions.newest
        if self.editions.frozen:
            return self.editions.frozen
        if newest is None or page is None or self.views.words.language != LANGUAGE:  # editions hold English pages
            return ""
        if page.record is not None:
            return newest.edition if page.record in self.history.unchanged else ""
        is_kept = page.address in self.published and self.history.is_unchanged
        return newest.edition if is_kept else ""

    def address_of(self, address: str, edition: str) -> str:
        """Return the address to be cited: that of the edition, or the present one."""
        if edition and not self.editions.frozen:  # a frozen site's own address holds the edition already
            return f"{self.site_url}{editions.PUBLISHED}/{edition}/{address}"
        return f"{self.site_url}{address}"

    def edition_address(self, edition: str, address: str = "") -> str:
        """Return the address of a page in an edition, for links of pages in the language: editions are English."""
        up = "" if self.views.words.language == LANGUAGE else "../"
        return f"{up}{editions.PUBLISHED}/{edition}/{address}"

    def item(self, address: str, title: str, reviewed: PartialDate, page: Page | None, abstract: str = "") -> Item:
        """Return a page as it is cited, under a key of its own in each edition and language.

        The page of the data is cited by the title of the data, which every file that describes them has, too.
        """
        edition, language = self.edition_of(page), self.views.words.language
        parts = [KEY, language if language != LANGUAGE else "", *address.split("/"), edition]
        key, is_data = "-".join(filter(None, parts)), address == f"{exports.FOLDER}/"
        title = self.views.words("dataset-title") if is_data else title
        return Item(key, title, reviewed, self.address_of(address, edition), edition, abstract, is_data)

    def head(
        self,
        item: Item,
        address: str,
        page: Page | None,
        cited: Iterable[SourceEntry],
        described: dict[str, Any] | None = None,
    ) -> Head:
        """Return what the head of the page at an address says to reference managers and search engines.

        `cited` are the sources of its notes; `described` is its structured data where it is more than a page.
        """
        dataset, words = self.views.dataset, self.views.words
        entry = dataset.entries.get(page.record) if page and page.record else None
        subject = linked_data.about(self.views.facts, entry) if entry else None
        said = described or linked_data.web_page(item, self.site_url, subject, cited, self.views.words)
        # from a page of an edition, at /v/<edition>/<address>, back to today's page
        today = "../" * (address.count("/") + 2) + address if self.editions.frozen else ""
        twin = f"{self.site_url}{exports.json_address(address)}"
        picture = f"{self.site_url}{cards.card(dataset, words, page).address}"
        return Head(
            item, today, linked_data.script(said), picture, words("site"), words("author"), words.language, twin
        )

    def changed(self, page: Page | None) -> str:
        """Return the day on which what a page says last changed, in words.

        Nothing for pages that show many records, and for what has changed since the newest edition.
        """
        day = self.history.unchanged.get(page.record) if page and page.record else None
        return wording.day(day, self.views.words) if day else ""

    def fact(self, page: Item, entry: Entry, fact: Stated) -> PartCitation:
        """Return the citation of one fact: where and what, its own sources with locators, and our page."""
        field = uncapitalised(fact.field.label)
        what = self.views.words("cite-what", field=field, label=fact.label) if fact.label else field
        home = self.views.dataset.entries.get(entry.place)
        record = self.views.words.said(entry.record.title)
        if home is not None and home.id != entry.id:
            record = self.views.words("cite-record", place=home.record.title, record=record)
        said = self.said(entry, fact)
        within = (item for value in fact.values for item in value.cited_within)
        cited = tuple(dict.fromkeys((*fact.sources, *within)))
        return self._with_sources(f"{record}, {what}: {said}", cited, page, fact.anchor)

    def said(self, entry: Entry, fact: Stated) -> str:
        """Return what a fact of a record says, in words; its page and its twin give the same."""
        make = partial(wording.fact, fact, self.views.words, self.views.dataset)
        return self.once(("fact in words", entry.id, fact.anchor), make)

    def cell(self, page: Item, cell: Cell, anchor: str) -> PartCitation:
        """Return the citation of a country's answer to a question, which is on a page under an anchor."""
        answer = cell.answer
        said = self.views.words.said(answer.sentence) if answer and answer.sentence else ""
        question = cell.question.question.question
        found = in_words(cell, self.views.words)
        what = self.views.words("cite-answer", country=cell.country.record.title, question=question, answer=found)
        return self._with_sources(f"{what} {said}".strip(), cell.cited, page, anchor)

    def source(self, item: Cited) -> str:
        """Return a source with the place in it, its whole address and its grade, as citations of facts name it."""
        return self.once(("source in words", item), partial(self._source, item))

    def _source(self, item: Cited) -> str:
        words, dataset = self.views.words, self.views.dataset
        source, grade = dataset.sources[item.key].source, dataset.sources[item.key].grade
        when = wording.date(source.date, words) if source.date else words("undated")
        said = words(
            "cite-source",
            who=credit.authors(source, credit.MOST_AUTHORS),
            title=printed(credit.titled(source), within_quotes=True),
            published=", ".join([*credit.published(source), when]),
            place=", ".join(filter(None, (item.locator, source.url))),
            grade=uncapitalised(grade.label),
        )
        return words("cite-copy", source=said, by=source.copy_by) if source.copy_by else said

    def read(self, item: Cited) -> str:
        """Return a source as `source` does, with the day on which it was read."""
        read = self.views.dataset.sources[item.key].source.read
        return f"{self.source(item)}, {self.views.words('read-on', date=wording.date(read, self.views.words))}"

    def _with_sources(self, what: str, cited: tuple[Cited, ...], page: Item, anchor: str) -> PartCitation:
        words, address = self.views.words, f"{page.url.split('#')[0]}#{anchor}"
        sources = [self.source(item) for item in cited]
        parts = [wording.sentence(what)]
        if sources:
            parts.append(words("cite-its-sources", sources="; ".join(sources)))
        parts.append(
            words(
                "cite-in-edition" if page.edition else "cite-in",
                title=printed(page.title, within_quotes=True),
                edition=page.edition,
                date=wording.date(page.date, words),
                address=address,
            )
        )
        return PartCitation(" ".join(parts), address)
