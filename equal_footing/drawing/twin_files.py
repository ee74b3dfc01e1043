"""Writes the twins of pages, as JSON and as Markdown, with the contract of the JSON files and `llms.txt`."""

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property, partial

from jinja2 import Template

from equal_footing.citation.citations import Item
from equal_footing.citation.exports import json_address
from equal_footing.drawing.exporting import plain_environment, untagged
from equal_footing.drawing.render import Renderer
from equal_footing.export import contract, indexes, page_markdown
from equal_footing.export.about import about
from equal_footing.export.fact_shapes import Citation, Fact
from equal_footing.export.record_shapes import Section
from equal_footing.export.seen import FILE, Seen
from equal_footing.export.shapes import Answer, PageDocument, Question
from equal_footing.export.tables_shown import TablesShown
from equal_footing.export.twins import MARKDOWN, PARTS, Twins, as_json
from equal_footing.model.text import CITATION, Cited, citations
from equal_footing.model.things import COMPARE
from equal_footing.model.values import PartialDate
from equal_footing.search import contents
from equal_footing.sitemap.pages import Page
from equal_footing.statement import wording
from equal_footing.views import comparison

LLMS = "llms.txt"
Asked = tuple[str, Question | None, list[tuple[str, str]], list[Answer]]
"""A question with its shape and its rubric where a page explains it, and its answers."""
_BLANK = re.compile("\n\n\n+")  # so written it is found several times as fast as with a count in braces


def has_text(page: Page) -> bool:
    """Return whether the twin of a page holds its text, because it shows no data that have a shape of their own."""
    return page.macro not in PARTS


def has_table(page: Page) -> bool:
    """Return whether there is a table of what a page shows; a page that only leads on shows nothing."""
    return page.macro in PARTS and not page.leads_to


def sections(html: str) -> list[Section]:
    """Return the text of a page, section by section."""
    return [Section(one.heading, one.text, one.anchor or None) for one in contents.sections(html) if one.text]


@dataclass
class TwinFiles:
    """The files of the twins of one site."""

    renderer: Renderer

    @cached_property
    def twins(self) -> Twins:
        """What makes the twins."""
        return Twins(self.renderer.citing)

    @cached_property
    def shown(self) -> TablesShown:
        """What makes the tables that pages show."""
        views, citing = self.renderer.views, self.renderer.citing
        return TablesShown(views, Seen(views, citing.site_url, citing.once))

    def page(self, page: Page, html: str) -> dict[str, str]:
        """Return the files of the twins of a page that comes from the data, and of its tables, by their addresses.

        `html` is its text, which the twins hold where `has_text`.
        """
        document = self.twins.of_page(page, sections(html) if has_text(page) else ())
        tables = dict(self.shown.of_page(page, document))
        if has_table(page):
            tables[FILE] = self.shown.seen.page(document)
        text = self._text(page.address, html) if has_text(page) else ""
        return self._files(document, text) | {f"{page.address}{name}": text for name, text in tables.items()}

    def written(self, address: str, item: Item, html: str) -> dict[str, str]:
        """Return the files of the twins of a page that people write, from its text."""
        document = self.twins.of_written(address, item, sections(html))
        table = {} if address else {FILE: self.shown.seen.page(document)}
        return self._files(document, self._text(address, html)) | table

    def _text(self, address: str, html: str) -> str:
        return page_markdown.markdown(html, f"{self.renderer.citing.site_url}{address}")

    def _files(self, document: PageDocument, text: str) -> dict[str, str]:
        address, found = document.page.address, self._markdown(document, text)
        return {json_address(address): as_json(document).decode(), f"{address}{MARKDOWN}": found}

    def beside(self, addresses: Iterable[str]) -> Iterator[tuple[str, str]]:
        """Yield the indexes and the contract by their addresses; `addresses` are those of all pages."""
        citing, words = self.renderer.citing, self.renderer.views.words
        for name, document in indexes.indexes(citing).items():
            yield indexes.index_address(name), indexes.as_json(document).decode()
        for name in contract.SCHEMAS:
            yield contract.schema_address(name), _json(contract.schema(name, citing.site_url))
        described = contract.openapi(about(citing), [json_address(address) for address in addresses], words)
        yield contract.OPENAPI, _json(described)

    def llms(self, pages: Sequence[Page]) -> str:
        """Return `llms.txt`, which leads programs to the files; `pages` are those that come from the data."""
        text = plain_environment(self.renderer).get_template(f"exports/{LLMS}.j2")
        return text.render(
            places=[page for page in pages if page.macro == "place_page"],
            compared=[
                page
                for page in pages
                if page.address.startswith(f"{COMPARE}/") and not (page.leads_to or page.withdrawn)
            ],
            lists=[page for page in pages if page.macro in {"directory", "lessons", "timeline", "figures"}],
            openapi=contract.OPENAPI,
        )

    def _markdown(self, document: PageDocument, text: str) -> str:
        """Return a page as Markdown; `text` is that of a page that shows no data of a shape of their own."""
        home = self.renderer.citing.site_url
        words = self.renderer.views.words
        notes, about = _Notes(self.twins, home), words.said(document.page.description)
        drawn = self._template.render(
            document=document,
            lead="" if document.record or _begins(document, text, about) else about,
            text=text,
            sections=[] if text else document.sections,
            questions=self._questions(document) if document.page.address else [],
            home=home,
            day=lambda text: wording.date(PartialDate.parse(text), words),
            is_place=lambda kind: self.renderer.views.dataset.vocabulary.kinds[kind].is_place,
            claims_title="" if document.page.type == "article_section" else words("claims"),
            listed=list(zip(document.sources, document.uses, strict=False)),  # only lists of sources have uses
            md=notes.markdown,
            cite=notes.cite,
            said=notes.fact,
            note=notes.of,
            notes=notes.listed,
        )
        return _BLANK.sub("\n\n", drawn).strip() + "\n"

    def _questions(self, document: PageDocument) -> list[Asked]:
        """Return the questions that a page shows, each with its answers; with its rubric where the page explains it."""
        answers: dict[str, list[Answer]] = defaultdict(list)
        for answer in document.answers:
            answers[answer.question.id].append(answer)
        explained = {question.id: question for question in document.questions}
        dataset, said = self.renderer.views.dataset, self.renderer.views.words.said
        rubrics = {
            name: [(said(term.label), said(text)) for term, text in comparison.rubric(dataset, dataset.questions[name])]
            for name in explained
        }
        return [
            (found[0].question.name, explained.get(name), rubrics.get(name, []), found)
            for name, found in answers.items()
        ]

    @cached_property
    def _template(self) -> Template:
        return plain_environment(self.renderer).get_template("exports/page.md.j2")


def _begins(document: PageDocument, text: str, about: str) -> bool:
    """Return whether a page as Markdown begins with its description anyway; figures come before its text."""
    return text.startswith(about) and not document.figures


def _json(found: object) -> str:
    return json.dumps(found, ensure_ascii=False) + "\n"


@dataclass
class _Notes:
    """The notes of one page in Markdown, numbered as they come; template and texts share them."""

    twins: Twins
    site_url: str
    listed: list[str] = field(default_factory=list)
    _numbers: dict[Cited, int] = field(default_factory=dict)

    def cite(self, cited: Iterable[Citation]) -> str:
        """Return the marks of some citations."""
        return "".join(dict.fromkeys(self._mark(Cited(item.source, item.locator)) for item in cited))

    def fact(self, fact: Fact) -> str:
        """Return what a fact says with the marks of its sources, which brackets right before would make links of."""
        said, marks = self._untagged(fact.words), self.cite([*fact.sources, *fact.cited])
        return f"{said} {marks}" if said.endswith("]") else f"{said}{marks}"

    def markdown(self, text: str) -> str:
        """Return a text of the data with marks in place of its citations, and with whole addresses."""
        said = self._untagged(text)
        if "[@" in said:
            said = CITATION.sub(lambda found: "".join(map(self._mark, citations(found[0]))), said)
        return said.replace("](/", f"]({self.site_url}")

    def _mark(self, item: Cited) -> str:
        if item not in self._numbers:
            self._numbers[item] = len(self._numbers) + 1
            self.listed.append(self._said(item))
        return f"[^{self._numbers[item]}]"

    def of(self, key: str) -> str:
        """Return a whole source as a note."""
        return self._said(Cited(key, ""))

    def _said(self, item: Cited) -> str:
        return self.twins.citing.once(("note", item), partial(self._worded, item))

    def _worded(self, item: Cited) -> str:
        return self._untagged(wording.sentence(self.twins.citing.read(item)))

    def _untagged(self, text: str) -> str:
        return untagged(text, self.twins.citing.views.words)
