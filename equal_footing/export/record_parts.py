"""Records, questions, answers, sources, claims and figures in the shapes of the JSON files."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial

from equal_footing.citation.exports import json_address
from equal_footing.export.fact_parts import FactParts, changed, named, written
from equal_footing.export.fact_shapes import Missing, Named
from equal_footing.export.record_shapes import (
    Ended,
    Identifier,
    Name,
    Record,
    RecordLink,
    RecordSection,
    Relation,
    Status,
    Version,
)
from equal_footing.export.shapes import Answer, Claim, Code, Figure, Looked, Point, Position, Question
from equal_footing.export.source_shapes import Source, SourceUses, Use
from equal_footing.keeping.once import Once
from equal_footing.model import questions, text
from equal_footing.model.dataset import Dataset
from equal_footing.model.entries import Entry, FigureEntry, QuestionEntry, SourceEntry
from equal_footing.model.messages import Messages
from equal_footing.model.prose import uncapitalised
from equal_footing.model.sections import TextSection
from equal_footing.model.terms import Term
from equal_footing.sitemap.pages import Page
from equal_footing.statement import credit, standing, wording
from equal_footing.tables import code_rows
from equal_footing.tables.record_rows import OWN, SHORT
from equal_footing.views import comparison, endings, heads
from equal_footing.views.claims import ClaimView
from equal_footing.views.comparison import Cell
from equal_footing.views.endings import Left
from equal_footing.views.figures import FigureView, figure_view
from equal_footing.views.overviews import SourceView
from equal_footing.views.records import Views


@dataclass
class RecordParts:
    """Makes what is on pages besides facts; answers and sources `once`."""

    dataset: Dataset
    facts: FactParts
    messages: Messages
    site_url: str
    once: Once

    def name(self, record: str) -> Named:
        """Return a record by its id and its name."""
        entry = self.dataset.entries.get(record)
        return Named(record, entry.record.title if entry else record)

    def link(self, entry: Entry) -> RecordLink:
        """Return a record for a list."""
        status = standing.standing(entry.record, self.dataset.vocabulary)
        return RecordLink(
            id=entry.id,
            name=entry.record.title,
            kind=named(entry.kind),
            place=self.name(entry.place),
            status=named(status.code),
            status_words=standing.label(status, self.messages),
            summary=entry.record.summary.changed(text.plain),
            page=f"{self.site_url}{entry.address}",
            json=f"{self.site_url}{json_address(entry.address)}",
            sources=self.facts.citations(status.cited),
            last_seen=written(status.last_seen),
        )

    def record(self, entry: Entry) -> Record:
        """Return a record with everything that is known of it."""
        record = entry.record
        type_ = entry.kind.types.get(record.type or "")
        return Record(
            id=entry.id,
            name=record.title,
            kind=named(entry.kind),
            place=self.name(entry.place),
            status=self._status(entry),
            summary=text.plain(record.summary),
            summary_markdown=record.summary,
            names=self.names(entry),
            identifiers=self._identifiers(entry),
            sections=[self._section(section) for section in record.sections],
            facts=self.facts.of(entry),
            relations=self.relations(entry),
            type=named(type_) if type_ else None,
            version=self._version(entry),
            reviewed=written(record.reviewed),
        )

    def _section(self, section: TextSection) -> RecordSection:
        groups = self.dataset.vocabulary.question_groups
        title = groups[section.group].label if section.group else section.title or ""
        return RecordSection(title, "\n\n".join(section.paragraphs))

    def _status(self, entry: Entry) -> Status:
        found = standing.standing(entry.record, self.dataset.vocabulary)
        said, cited = standing.sentence(found, self.messages), self.facts.citations(found.cited)
        times = written(found.since), written(found.as_of), written(found.last_seen)
        return Status(found.code.id, found.code.label, said, cited, *times, found.note)

    def _version(self, entry: Entry) -> Version | None:
        item = entry.record.version
        if item is None:
            return None
        said, cited = wording.version(item, self.messages), self.facts.given(item.source, item.locator)
        return Version(str(item.date), str(item.checked), said, cited, written(item.later_amendment), item.note)

    def names(self, entry: Entry) -> list[Name]:
        """Return the names of a record in all languages."""
        record, short = entry.record, self.messages("name-short")
        own, shorter = Named(OWN, self.messages("name-own")), Named(SHORT, short)
        found = [Name(language, name, own, []) for language, name in record.name.items()]
        found += [
            Name(language, name, shorter, [], uncapitalised(short))
            for language, name in (record.short_name or {}).items()
        ]
        for other, type_, cited in heads.other_names(self.dataset, entry):
            type_of, sources, said = (
                named(type_),
                self.facts.citations(cited),
                heads.about_name(other, type_, self.messages),
            )
            until = written(other.until)
            found += [Name(language, name, type_of, sources, said, until) for language, name in other.name.items()]
        return found

    def _identifiers(self, entry: Entry) -> list[Identifier]:
        schemes = self.dataset.vocabulary.identifier_schemes
        return [
            Identifier(named(scheme), item.id, self.facts.given(item.source, item.locator), scheme.address(item.id))
            for item in entry.record.identifiers
            for scheme in [schemes[item.scheme]]
        ]

    def relations(self, entry: Entry) -> list[Relation]:
        """Return the relations of a record, in both directions."""
        types = self.dataset.vocabulary.relations
        return [
            Relation(
                named(types[link.relation.type]),
                link.label,
                self.name(link.other),
                f"{self.site_url}{link.other}/",
                self.facts.given(link.relation.source, link.relation.locator),
                written(link.relation.since),
                written(link.relation.until),
                link.relation.note,
            )
            for link in self.dataset.links.get(entry.id, [])
        ]

    def question(self, entry: QuestionEntry) -> Question:
        """Return a question with its rubric."""
        words, asked = self.dataset.vocabulary, entry.question
        return Question.filled(
            asked,
            id=entry.id,
            group=named(words.question_groups[asked.group]),
            asks=named(words.asks[asked.asks]),
            fully=asked.rubric.fully,
            partly=asked.rubric.partly,
            no=asked.rubric.not_,
            page=f"{self.site_url}{entry.address}",
            json=f"{self.site_url}{json_address(entry.address)}",
        )

    def answer(self, question: QuestionEntry, country: Entry) -> Answer:
        """Return the answer of a country to a question, or why there is none; it is made once for all pages."""
        return self.once(("answer", question.id, country.id), partial(self._answer, question, country))

    def _answer(self, question: QuestionEntry, country: Entry) -> Answer:
        cell = comparison.cell(self.dataset, question, country)
        answer, messages = cell.answer, self.messages
        grounds = (answer.text, *(item.text for item in answer.positions)) if answer else ()
        best, weakest = comparison.grades(self.dataset, *grounds)
        return Answer(
            country=self.name(cell.country.id),
            question=Named(cell.question.id, cell.question.question.question),
            url=f"{self.site_url}{cell.address}",
            words=comparison.in_words(cell, messages),
            positions=[self._position(term, said) for term, said in cell.positions],
            records=[self.name(record.id) for record in cell.records],
            sources=self.facts.citations(cell.cited),
            looked=[self._looked(item) for item in answer.looked] if answer else [],
            answer=named(cell.term) if answer and answer.answer else None,
            missing=None if answer and answer.answer else self._missing(cell),
            best_grade=named(best) if best else None,
            weakest_grade=named(weakest) if weakest else None,
            sentence=answer.sentence if answer else None,
            text=answer.text if answer else None,
            practice=self._position(cell.practice, answer.practice.text)
            if answer and answer.practice and cell.practice
            else None,
            note=answer.note if answer else None,
            changed=changed(answer.changed) if answer else None,
            reviewed=written(answer.reviewed) if answer else None,
        )

    def _position(self, term: Term, said: str) -> Position:
        best, weakest = comparison.grades(self.dataset, said)
        return Position(named(term), said, named(best) if best else None, named(weakest) if weakest else None)

    def _looked(self, item: questions.Looked) -> Looked:
        messages = self.messages
        said = messages("looked-at", where=item.where, date=wording.date(item.on, messages))
        return Looked(item.where, str(item.on), said)

    def _missing(self, cell: Cell) -> Missing:
        term, answer = cell.term, cell.answer
        searched, where = (written(answer.searched), answer.where) if answer else (None, None)
        return Missing(term.id, term.label, term.about, searched, where)

    def source(self, entry: SourceEntry) -> Source:
        """Return a source, which is made once for all pages."""
        return self.once(("source", entry.key), partial(self._source, entry))

    def _source(self, entry: SourceEntry) -> Source:
        said = entry.source
        return Source.filled(
            said,
            key=entry.key,
            place=self.name(entry.place),
            title=credit.title(said),
            authors=credit.names(said),
            type=named(entry.type),
            grade=named(entry.grade),
            read=str(said.read),
            title_en=credit.english_title(said) or None,
            date=written(said.date),
        )

    def uses(self, view: SourceView) -> SourceUses:
        """Return what cites a source."""
        places = [Use(title, f"{self.site_url}{address}", number) for title, address, number in view.uses]
        return SourceUses(view.entry.key, sum(place.number for place in places), places)

    def claim(self, view: ClaimView) -> Claim:
        """Return a claim of the source article, which is made once for all pages."""
        return self.once(("claim", view.claim.id), partial(self._claim, view))

    def _claim(self, view: ClaimView) -> Claim:
        cited = dict.fromkeys((*text.citations(view.claim.finding), *view.further_evidence))
        return Claim.filled(
            view.claim,
            verdict=named(view.verdict),
            records=[self.name(record.id) for record in view.records],
            sources=self.facts.citations(cited),
            url=f"{self.site_url}{view.address}",
        )

    def figure(self, views: Views, entry: FigureEntry) -> Figure:
        """Return a figure with the facts that it draws; it is made once for all pages."""
        return self.once(("figure", entry.place, entry.id), lambda: self._figure(figure_view(views, entry)))

    def _figure(self, view: FigureView) -> Figure:
        entry: FigureEntry = view.entry
        base = f"{self.site_url}{view.folder}{entry.id}"
        points = [
            Point(column, self.facts.one(found[0], found[1]))
            for label, cells in view.rows
            for column, found in zip(view.columns or (label,), cells, strict=True)
            if found
        ]
        return Figure.filled(
            entry.figure,
            id=entry.id,
            measure=view.measure,
            url=f"{self.site_url}{entry.address}",
            csv=f"{base}.csv",
            svg=f"{base}.svg",
            png=f"{base}.png",
            points=points,
            breaks=[str(day) for day in entry.figure.breaks],
        )

    def codes(self, name: str, terms: Iterable[Term]) -> list[Code]:
        """Return the words of a code list."""
        return [
            Code(name, term.id, term.label, term.about, f"{self.site_url}{code_rows.address(name, term.id)}")
            for term in terms
        ]

    def ended(self, page: Page) -> list[Ended]:
        """Return what was at a page, or at its anchors, and has moved or was withdrawn."""
        if page.leads_to:
            return [Ended(page.arguments[1], [], f"{self.site_url}{page.leads_to}")]
        left = endings.left_on(self.dataset, page.address)
        if page.withdrawn:
            item = self.dataset.withdrawn[page.withdrawn][0]
            left = [Left(item.title, (), item=item, see=endings.see(self.dataset, item))]
        return [ended for one in left for ended in self._ended(one)]

    def _ended(self, left: Left) -> Iterator[Ended]:
        for anchor, now in left.now:
            yield Ended(now.title, [anchor], f"{self.site_url}{now.address}")
        if left.item:
            see = [f"{self.site_url}{other.address}" for other in left.see]
            day, reason = str(left.item.withdrawn), str(left.item.reason)
            yield Ended(left.title, list(left.anchors), withdrawn=day, reason=reason, read_instead=see)
