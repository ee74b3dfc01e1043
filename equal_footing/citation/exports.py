"""The data as files: all facts as a table, all sources for reference managers, and how search engines see them."""

import csv
import io
from collections.abc import Iterable
from typing import Any

from equal_footing.citation import citations
from equal_footing.citation.citations import LICENCE_URL, Item
from equal_footing.citation.linked_data import CONTEXT
from equal_footing.model import text
from equal_footing.model.dataset import Dataset
from equal_footing.model.messages import Messages
from equal_footing.model.text import Cited
from equal_footing.model.values import PartialDate, Period
from equal_footing.statement import credit
from equal_footing.statement.facts import Facts
from equal_footing.statement.standing import standing
from equal_footing.statement.stated import Stated, StatedValue, Time, time_meaning
from equal_footing.views.comparison import Cell, cell

FOLDER = "data"
FILES = {
    "facts.csv": "text/csv",
    "answers.csv": "text/csv",
    "sources.csv": "text/csv",
    "sources.json": "application/vnd.citationstyles.csl+json",
    "sources.ris": "application/x-research-info-systems",
}
COLUMNS = (
    "record", "place", "kind", "title", "status", "last_seen", "version", "address", "field", "label", "value", "to",
    "precision", "unit", "currency", "per", "basis", "period", "as_of", "undated", "missing", "searched", "where",
    "source", "grade", "locator", "further_sources", "support", "note", "withdrawn", "shown", "original",
)  # fmt: skip
"""Columns of the table of facts. A fact on which sources disagree has a row for each value.

`status` is that of the record, `last_seen` the date of the last sign of it where that is too old to call it active or
in force, `version` the date of the text of a law or policy that was read. Times and dates are as in the data files: ISO
8601-1, and ISO 8601-2 for what is about or perhaps then; `undated` marks values that change with time and whose source
gives none. `value` and `to` are for programs: numbers in digits with a dot for decimals, dates, codes; texts and `note`
are in plain words, without Markdown, and what they cite is among `further_sources`. `unit` is what a number
counts, also where the field says it (`percent` for percentages); sums of money have `currency` instead, and rates
`currency` and `per`. `shown` marks the one of several values that is shown first; `original` has the words of the
source in its own language, each after the tag of the language. `grade` is the grade of evidence of `source`.
"""
SOURCE_COLUMNS = (
    "key", "place", "title", "title_en", "authors", "publisher", "container", "volume", "issue", "pages", "date",
    "undated", "url", "language", "type", "grade", "read", "copy_by", "original_url", "archive", "note", "cited",
)  # fmt: skip
"""Columns of the table of sources.

`title` is the title that the source bears itself, `title_en` the English one where that is another. `authors` are in
their order, each as `Family, Given` or as the name of an organisation, with semicolons between them. `cited` says how
often the site cites the source.
"""

ANSWER_COLUMNS = (
    "country", "question", "asks", "address", "answer", "missing", "practice", "sentence", "text", "practice_text",
    "positions", "note", "evidence", "sources", "looked", "searched", "where", "reviewed",
)  # fmt: skip
"""Columns of the table of answers.

Texts are in plain words; what they cite is among `sources`. `positions` are the answers that sources give where they
disagree, `evidence` the records on which the answer rests, `looked` where somebody looked, each with the day.
"""


def facts_csv(facts: Facts) -> str:
    """Return all facts as CSV (RFC 4180), a row for each value."""
    out = io.StringIO(newline="")
    table = csv.DictWriter(out, COLUMNS, restval="")
    table.writeheader()
    for entry in facts.dataset.entries.values():
        stands, version = standing(entry.record, facts.dataset.vocabulary), entry.record.version
        for fact in facts.of(entry.id):
            home = {
                "record": entry.id,
                "place": entry.place,
                "kind": entry.kind.id,
                "title": entry.record.title,
                "status": stands.code.id,
                "last_seen": stands.last_seen,
                "version": version.date if version else "",
                "address": f"{entry.address}#{fact.anchor}",
                "field": fact.field.id,
                "label": fact.label,
                "missing": fact.missing.id if fact.missing else "",
                "searched": fact.searched,
                "where": fact.where,
                "withdrawn": fact.withdrawn,
                "original": "; ".join(f"{language}: {words}" for language, words in fact.original.items()),
            }
            for row in [_value(facts.dataset, fact, value) for value in fact.values] or [_missing(facts.dataset, fact)]:
                table.writerow(home | row)
    return out.getvalue()


def _value(dataset: Dataset, fact: Stated, value: StatedValue) -> dict[str, Any]:
    """Return the columns of a value: what it means, on what it rests and what is noted of it."""
    said = {name: part for name, part in value.meaning.items() if name in COLUMNS} | time_meaning(value.time)
    words = text.plain(value.text) if value.is_text else value.data
    texts = [value.text if value.is_text else "", value.note or "", fact.note or ""]
    marks = {"undated": value.is_undated, "shown": value.is_shown_first}
    flags = {name: "true" if is_marked else "" for name, is_marked in marks.items()}
    return said | _evidence(dataset, value.cited, texts) | {"value": words, "support": value.support.id} | flags


def _missing(dataset: Dataset, fact: Stated) -> dict[str, Any]:
    return time_meaning(fact.time) | _evidence(dataset, fact.cited, ["", fact.note or ""])


def _evidence(dataset: Dataset, cited: tuple[Cited, ...], texts: list[str]) -> dict[str, str]:
    """Return the sources of a value, those too that its texts cite, and its notes: the texts but for the first one."""
    within = [item for words in texts for item in text.citations(words)]
    further = [f"{item.key}, {item.locator}" for item in dict.fromkeys((*cited[1:], *within)) if item not in cited[:1]]
    source, locator = (cited[0].key, cited[0].locator) if cited else ("", "")
    return {
        "source": source,
        "grade": dataset.sources[source].grade.id if source else "",
        "locator": locator,
        "further_sources": "; ".join(further),
        "note": " ".join(text.plain(words) for words in texts[1:] if words),
    }


def as_csv(rows: Iterable[Iterable[str]]) -> str:
    """Return rows of texts as CSV (RFC 4180)."""
    out = io.StringIO(newline="")
    csv.writer(out).writerows(rows)
    return out.getvalue()


def answers_csv(dataset: Dataset) -> str:
    """Return all answers to the questions of the comparison as CSV (RFC 4180), a row for each country and question."""
    out = io.StringIO(newline="")
    table = csv.DictWriter(out, ANSWER_COLUMNS, restval="")
    table.writeheader()
    for _, entries in dataset.question_groups:
        for entry in entries:
            table.writerows(_answer(cell(dataset, entry, country)) for country in dataset.countries)
    return out.getvalue()


def _answer(cell: Cell) -> dict[str, Any]:
    """Return the columns of an answer."""
    found = {
        "country": cell.country.id,
        "question": cell.question.id,
        "asks": cell.question.question.asks,
        "address": f"{cell.question.address}#{cell.country.id}",
    }
    answer = cell.answer
    if answer is None:
        return found | {"missing": cell.term.id}
    return found | {
        "answer": answer.answer,
        "missing": answer.missing,
        "practice": answer.practice.answer if answer.practice else "",
        "sentence": answer.sentence,
        "text": text.plain(answer.text or ""),
        "practice_text": text.plain(answer.practice.text) if answer.practice else "",
        "positions": "; ".join(f"{item.answer}: {text.plain(item.text)}" for item in answer.positions),
        "note": text.plain(answer.note or ""),
        "evidence": "; ".join(record.id for record in cell.records),
        "sources": "; ".join(f"{item.key}, {item.locator}" for item in cell.cited),
        "looked": "; ".join(f"{item.where} ({item.on})" for item in answer.looked),
        "searched": answer.searched,
        "where": answer.where,
        "reviewed": answer.reviewed,
    }


def sources_csv(dataset: Dataset) -> str:
    """Return all sources as CSV (RFC 4180), a row for each."""
    out = io.StringIO(newline="")
    table = csv.DictWriter(out, SOURCE_COLUMNS, restval="", extrasaction="ignore")
    table.writeheader()
    for entry in dataset.sources.values():
        source = entry.source
        said = {name: value for name in SOURCE_COLUMNS if (value := getattr(source, name, None)) is not None}
        table.writerow(
            said
            | {
                "key": entry.key,
                "place": entry.place,
                "title": credit.title(source),
                "title_en": credit.english_title(source),
                "authors": credit.authors(source),
                "undated": "true" if source.undated else "",
                "grade": entry.grade.id,
                "cited": len(dataset.uses.get(entry.key, [])),
            }
        )
    return out.getvalue()


def files(facts: Facts, words: Messages) -> dict[str, str]:
    """Return the files of the data page by their names."""
    sources = list(facts.dataset.sources.values())
    return {
        "facts.csv": facts_csv(facts),
        "answers.csv": answers_csv(facts.dataset),
        "sources.json": citations.as_json([citations.source_csl(source, [], words) for source in sources]),
        "sources.ris": "".join(citations.source_ris(source, [], words) for source in sources),
        "sources.csv": sources_csv(facts.dataset),
    }


def catalogue(item: Item, facts: Facts, site_url: str, words: Messages) -> dict[str, Any]:
    """Return the data as a `Dataset` in a `DataCatalog`, for the data page."""
    dataset, author = facts.dataset, {"@type": "Organization", "name": words("author")}
    years = [
        year
        for record in dataset.entries
        for fact in facts.current(record)
        for time in (fact.time, *(value.time for value in fact.values))
        for date in _ends(time)
        for year in (date.first.year, date.last.year)
    ]
    found = {
        "@context": CONTEXT,
        "@type": "Dataset",
        "@id": item.url,
        "name": words("site"),
        "description": words("data-lead"),
        "url": item.url,
        "identifier": item.url,
        "creator": author,
        "license": LICENCE_URL,
        "dateModified": str(item.date),
        "isAccessibleForFree": True,
        "inLanguage": words.language,
        "spatialCoverage": [country.record.title for country in dataset.countries],
        "includedInDataCatalog": {"@type": "DataCatalog", "name": words("site"), "url": site_url, "creator": author},
        "distribution": [
            {"@type": "DataDownload", "name": name, "encodingFormat": kind, "contentUrl": f"{site_url}{FOLDER}/{name}"}
            for name, kind in FILES.items()
        ],
        "temporalCoverage": f"{min(years)}/{max(years)}" if years else "",
        "version": item.edition,
    }
    return citations.filled(found)


def _ends(time: Time | None) -> list[PartialDate]:
    """Return the first and the last date of a time; of one that goes on only the first."""
    if isinstance(time, Period):
        return [time.start, time.end] if time.end else [time.start]
    return [time] if time else []
