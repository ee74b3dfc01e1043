"""What overview pages show, in the shapes of the JSON files: counts, lessons, terms, and the mended translation."""

from collections.abc import Iterator
from dataclasses import dataclass

from equal_footing.export.fact_parts import named
from equal_footing.export.fact_shapes import Named
from equal_footing.export.overview_shapes import Count, Lesson, PrintedName, Term, TranslationFault
from equal_footing.export.record_parts import RecordParts
from equal_footing.model import text
from equal_footing.model.entries import Entry
from equal_footing.views import claims, overviews
from equal_footing.views.records import Views
from equal_footing.views.relations import TermView
from equal_footing.views.timeline import Decade

SOURCES = "sources"


@dataclass(frozen=True, slots=True)
class OverviewParts:
    """Makes what overview pages show of all data."""

    views: Views
    parts: RecordParts

    def counts(self) -> Iterator[Count]:
        """Yield how much there is in all, as the home page says it."""
        found = self.views.facts.counts() | {"questions": len(self.views.dataset.questions)}
        yield from (Count(what, found[what]) for what in ("countries", "questions", "records", "facts", SOURCES))

    def sources(self) -> Iterator[Count]:
        """Yield how many sources there are of each grade in each place, of each type, and what was read in copies."""
        dataset = self.views.dataset
        grades = list(dataset.vocabulary.evidence.values())
        for home, numbers in overviews.source_counts(dataset):
            place = self.parts.name(home.id)
            for grade, number in zip(grades, numbers[:-1], strict=True):
                yield Count(SOURCES, number, "evidence", named(grade), place)
            yield Count(SOURCES, numbers[-1], place=place)
        for type_, number in overviews.source_types(dataset):
            yield Count(SOURCES, number, "source_types", named(type_))
        copies = overviews.copies(self.views.facts)
        yield Count("copies", copies.sources)
        yield Count("values", copies.values.total)
        yield Count("values-only-in-copies", copies.values.number)

    def events(self, decades: list[Decade]) -> Iterator[Count]:
        """Yield how many events each decade has in all; facts that say the same are one."""
        for decade in decades:
            name = decade.address.rstrip("/").rpartition("/")[2]
            yield Count("events", len(decade.happenings), "decades", Named(name, name))

    def lessons(self) -> Iterator[Lesson]:
        """Yield the lessons of all places, each before its parts."""
        for _, tops in overviews.lessons(self.views.dataset):
            for top, parts in tops:
                yield self._lesson(top, None)
                yield from (self._lesson(part, top) for part in parts)

    def _lesson(self, entry: Entry, above: Entry | None) -> Lesson:
        view = overviews.lesson(self.views.dataset, entry)
        return Lesson(
            record=self.parts.name(entry.id),
            place=self.parts.name(entry.place),
            summary=text.plain(entry.record.summary),
            summary_markdown=entry.record.summary,
            records=[self.parts.name(record.id) for record in view.records],
            more_records=view.more,
            sources=view.sources,
            page=f"{self.parts.site_url}{entry.address}",
            part_of=self.parts.name(above.id) if above else None,
        )

    def term(self, view: TermView) -> Term:
        """Return a term with its words and those that it is compared with."""
        entry, compared = view.entry, {relation.label for relation in view.compared}
        nearest = [one for one in self.parts.relations(entry) if one.label in compared]
        return Term(self.parts.name(entry.id), self.parts.name(entry.place), self.parts.names(entry), nearest)

    def printed_names(self) -> Iterator[PrintedName]:
        """Yield the names that the translation of the article prints, with the right ones."""
        for item, entry in claims.printed_names(self.views.dataset):
            yield PrintedName(item.printed, item.name, self.parts.name(entry.id), item.lines)

    def faults(self) -> Iterator[TranslationFault]:
        """Yield the faults of the translation of the article."""
        kept = self.views.dataset.article_faults
        for one in kept[0].faults if kept else []:
            yield TranslationFault(one.id, one.line, one.printed, one.reading, one.fault, one.certainty, one.basis)
