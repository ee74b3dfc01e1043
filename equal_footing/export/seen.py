"""What a page shows, as rows for a CSV file beside it: each with its sources and the edition."""

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from equal_footing.export.fact_shapes import Citation, Fact, Missing
from equal_footing.export.record_shapes import RecordLink
from equal_footing.export.shapes import Answer, Claim, Code, PageDocument, Source

FILE = "page.csv"
"""The name of the file, beside the page."""
SOURCES, EDITION = "sources", "edition"
Row = list[str]
T = TypeVar("T")


def rows(document: PageDocument) -> list[Row]:
    """Return the rows of what a page shows, with a head: of its first part that holds something."""
    head, made = next(_parts(document), (_RECORD, []))
    return [[*head, EDITION], *([*row, f"{document.edition} ({document.generated})"] for row in made)]


def _parts(document: PageDocument) -> Iterator[tuple[Row, list[Row]]]:
    """Yield the parts that hold something, those first that the page is about."""
    points = [point.fact for figure in document.figures for point in figure.points]
    own = document.record.facts if document.record else []
    yield from _part(_ANSWER, _answer, document.answers if document.questions else [])
    yield from _part(_FACT, _facts, [*own, *document.facts] or points)
    yield from _part(_ANSWER, _answer, document.answers)
    yield from _part(_CLAIM, _claim, document.claims)
    yield from _part(_RECORD, _record, document.records)
    yield from _part(_CODE, _code, document.codes)
    yield from _part(_SOURCE, _source, document.sources)


def _part(head: Row, make: Callable[[T], Iterable[Row]], items: list[T]) -> Iterator[tuple[Row, list[Row]]]:
    found = [row for item in items for row in make(item)]
    if found:
        yield head, found


_FACT = [
    *("record", "field", "label", "value", "to", "precision", "unit", "currency", "per", "basis", "period", "as_of"),
    *("missing", "note", "withdrawn", "url", SOURCES),
]
_ANSWER = ["question", "country", "answer", "missing", "practice", "sentence", "text", "looked", "url", SOURCES]
_CLAIM = ["claim", "says", "verdict", "finding", "url", SOURCES]
_RECORD = ["record", "kind", "place", "status", "summary", "url", SOURCES]
_CODE = ["list", "code", "label", "about", "url", SOURCES]
_SOURCE = ["key", "authors", "title", "date", "type", "grade", "url", SOURCES]


def cited(sources: Iterable[Citation]) -> str:
    """Return sources with the places in them and their addresses, on one line."""
    return "; ".join(f"{one.title}, {one.locator} <{one.url}>" for one in sources)


def _facts(fact: Fact) -> Iterator[Row]:
    """Yield a row for each value of a fact, or one that says why it has none."""
    missing, ends = _reason(fact.missing), [fact.note or "", fact.withdrawn or "", fact.url]
    start = [fact.record.name, fact.field.name, fact.label or ""]
    for value in fact.values:
        named = [part.name if part else "" for part in (value.precision, value.unit)]
        times = [time.text if time else "" for time in (value.period, value.as_of)]
        money = [value.currency or "", value.per or "", value.basis.name if value.basis else ""]
        upper = "" if value.to is None else str(value.to)
        yield [*start, value.value, upper, *named, *money, *times, missing, *ends, cited(value.sources)]
    if not fact.values:
        times = [time.text if time else "" for time in (fact.period, fact.as_of)]
        yield [*start, *[""] * 7, *times, missing, *ends, cited(fact.sources)]


def _answer(answer: Answer) -> Iterator[Row]:
    looked = "; ".join(f"{one.where} ({one.on})" for one in answer.looked)
    yield [
        answer.question.name,
        answer.country.name,
        answer.answer.name if answer.answer else "",
        _reason(answer.missing),
        answer.practice.answer.name if answer.practice else "",
        answer.sentence or "",
        answer.text or "",
        looked,
        answer.url,
        cited(answer.sources),
    ]


def _claim(claim: Claim) -> Iterator[Row]:
    yield [claim.id, claim.says, claim.verdict.name, claim.finding, claim.url, cited(claim.sources)]


def _record(one: RecordLink) -> Iterator[Row]:
    yield [one.name, one.kind.name, one.place.name, one.status.name, one.summary, one.page, ""]


def _code(code: Code) -> Iterator[Row]:
    yield [code.list, code.id, code.name, code.about, code.url, ""]


def _source(one: Source) -> Iterator[Row]:
    yield [one.key, one.authors, one.title, one.date or "", one.type.name, one.grade.name, one.url, one.title]


def _reason(missing: Missing | None) -> str:
    return missing.name if missing else ""
