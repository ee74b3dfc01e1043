"""The rows of the tables of records: the records themselves, their names, numbers, texts and relations, the sources."""

from collections.abc import Iterator

from equal_footing.model.dataset import Dataset
from equal_footing.model.entries import Entry, SourceEntry
from equal_footing.model.text import Cited, citations, plain
from equal_footing.statement import credit
from equal_footing.statement.standing import standing
from equal_footing.tables import columns
from equal_footing.tables.fact_rows import Row, reasons
from equal_footing.tables.table import alike
from equal_footing.views import claims

OWN, SHORT = "own", "short"
"""The types of names that the vocabulary has no word for: the name of a record, and its short form."""


def records_rows(dataset: Dataset) -> Iterator[Row]:
    """Yield a row for each record."""
    return (record_row(dataset, entry) for entry in dataset.entries.values())


def record_row(dataset: Dataset, entry: Entry) -> Row:
    """Return the row of a record."""
    record, status, version = entry.record, entry.record.status, entry.record.version
    found: Row = {
        "id": entry.id,
        "place": entry.place if entry.place in dataset.entries else None,
        "kind": entry.kind.id,
        "type": record.type,
        "title": record.title,
        "short_name": (record.short_name or {}).get("en"),
        "status": status.code,
        "status_since": status.since,
        "status_as_of": status.as_of,
        "last_seen": standing(record, dataset.vocabulary).last_seen,
        "status_source": status.source,
        "status_locator": status.locator,
        **_noted(status.note, "status_"),
        "summary": plain(record.summary),
        "summary_markdown": record.summary,
        "certain": reasons(record.certain),
        "reviewed": record.reviewed,
        "address": entry.address,
    }
    if version:
        found |= {
            "version": version.date,
            "version_checked": version.checked,
            "later_amendment": version.later_amendment,
            "version_source": version.source,
            "version_locator": version.locator,
            **_noted(version.note, "version_"),
        }
    return found


def _noted(note: str | None, of: str = "") -> Row:
    """Return a note as plain text and as it is written."""
    return {f"{of}note": plain(note or ""), f"{of}note_markdown": note}


def names_rows(dataset: Dataset) -> Iterator[Row]:
    """Yield a row for each name of each record in each language."""
    for entry in dataset.entries.values():
        yield from names_of(entry)


def names_of(entry: Entry) -> Iterator[Row]:
    """Yield a row for each name of a record in each language."""
    record = entry.record
    found: list[Row] = [{"language": tag, "name": name, "type": OWN} for tag, name in record.name.items()]
    found += [{"language": tag, "name": name, "type": SHORT} for tag, name in (record.short_name or {}).items()]
    for other in record.other_names:
        shared = {"type": other.type, "until": other.until, "source": other.source, "locator": other.locator}
        found += [{"language": tag, "name": name, **shared} for tag, name in other.name.items()]
    yield from ({"record": entry.id, "position": at, **row} for at, row in enumerate(found, 1))


def identifiers_rows(dataset: Dataset) -> Iterator[Row]:
    """Yield a row for each number of a record in a register."""
    for entry in dataset.entries.values():
        for item in entry.record.identifiers:
            url = dataset.vocabulary.identifier_schemes[item.scheme].address(item.id)
            yield alike(columns.IDENTIFIERS, item) | {"record": entry.id, "url": url}


def texts_rows(dataset: Dataset) -> Iterator[Row]:
    """Yield a row for each paragraph of the longer texts of records."""
    for entry in dataset.entries.values():
        found = [(section.title, words) for section in entry.record.sections for words in section.paragraphs]
        for at, (title, words) in enumerate(found, 1):
            yield {"record": entry.id, "position": at, "section": title, "text": plain(words), "markdown": words}


def relations_rows(dataset: Dataset) -> Iterator[Row]:
    """Yield a row for each relation, from the record on which it is written."""
    for entry in dataset.entries.values():
        for at, item in enumerate(entry.record.relations, 1):
            own = {"record": entry.id, "position": at, "to": dataset.resolve(item.to), **_noted(item.note)}
            yield alike(columns.RELATIONS, item) | own


def sources_rows(dataset: Dataset) -> Iterator[Row]:
    """Yield a row for each source."""
    return (source_row(dataset, entry) for entry in dataset.sources.values())


def source_row(dataset: Dataset, entry: SourceEntry) -> Row:
    """Return the row of a source."""
    source = entry.source
    return {
        **alike(columns.SOURCES, source),
        "key": entry.key,
        "place": entry.place if entry.place in dataset.entries else None,
        "title": credit.title(source),
        "title_en": credit.english_title(source),
        "authors": credit.names(source),
        "grade": entry.grade.id,
        **_noted(source.note),
        "cited": len(dataset.uses.get(entry.key, [])),
    }


def uses_rows(dataset: Dataset) -> Iterator[Row]:
    """Yield a row for each place that cites a source, with the address of the page that shows it."""
    for key, pages in dataset.uses.items():
        for at, shown in enumerate(pages, 1):
            page, _, anchor = shown.partition("#")
            yield {"source": key, "position": at, "address": f"{page}/#{anchor}" if anchor else f"{page}/"}


def claims_rows(dataset: Dataset) -> Iterator[Row]:
    """Yield a row for each claim of the source article."""
    return (row for row, _ in claims_with_sources(dataset))


def claims_with_sources(dataset: Dataset) -> Iterator[tuple[Row, list[Cited]]]:
    """Yield a row for each claim of the source article, with all that it rests on."""
    for section in claims.sections(dataset):
        for view in section.claims:
            claim = view.claim
            cited = list(dict.fromkeys((*citations(claim.finding), *view.further_evidence)))
            row: Row = {
                **alike(columns.CLAIMS, claim),
                "section": section.section.title,
                "says": plain(claim.says),
                "finding": plain(claim.finding),
                "records": "; ".join(record.id for record in view.records),
                "sources": "; ".join(f"{item.key}, {item.locator}" for item in cited),
                "address": view.address,
            }
            yield row, cited
