"""The rows of the tables of the comparison: its questions, the answers of countries, and what these rest on."""

from collections.abc import Iterator

from equal_footing.model import text
from equal_footing.model.dataset import Dataset
from equal_footing.tables.fact_rows import Row
from equal_footing.views.comparison import Cell, cell


def questions_rows(dataset: Dataset) -> Iterator[Row]:
    """Yield a row for each question, in the order of the groups."""
    for _, entries in dataset.question_groups:
        for entry in entries:
            asked = entry.question
            yield {
                "id": entry.id,
                "order": asked.order,
                "group": asked.group,
                "question": asked.question,
                "short": asked.short,
                "asks": asked.asks,
                "about": text.plain(asked.about),
                "fully": text.plain(asked.rubric.fully),
                "partly": text.plain(asked.rubric.partly),
                "not": text.plain(asked.rubric.not_),
                "years": asked.years,
                "evidence": text.plain(asked.evidence),
                "kinds": "; ".join(asked.kinds),
                "limits": text.plain(asked.limits),
                "reviewed": asked.reviewed,
                "address": entry.address,
            }


def cells(dataset: Dataset) -> Iterator[Cell]:
    """Yield the answers of all countries to all questions, in the order of these."""
    for _, entries in dataset.question_groups:
        for entry in entries:
            yield from (cell(dataset, entry, country) for country in dataset.countries)


def answers_rows(dataset: Dataset) -> Iterator[Row]:
    """Yield a row for each country and question, those too that nobody has researched."""
    yield from map(answer_row, cells(dataset))


def answer_row(cell: Cell) -> Row:
    """Return the answer of a country to a question as a row."""
    found = {
        **_place(cell),
        "asks": cell.question.question.asks,
        "address": f"{cell.question.address}#{cell.country.id}",
    }
    answer = cell.answer
    if answer is None:
        return found | {"missing": cell.term.id}
    practice, changed = answer.practice, answer.changed
    return found | {
        "answer": answer.answer,
        "missing": answer.missing,
        "practice": practice.answer if practice else None,
        "sentence": answer.sentence,
        "text": text.plain(answer.text or ""),
        "practice_text": text.plain(practice.text) if practice else None,
        "positions": "; ".join(f"{item.answer}: {text.plain(item.text)}" for item in answer.positions),
        "note": text.plain(answer.note or ""),
        "evidence": "; ".join(record.id for record in cell.records),
        "sources": "; ".join(f"{item.key}, {item.locator}" for item in cell.cited),
        "looked": "; ".join(f"{item.where} ({item.on})" for item in answer.looked),
        "searched": answer.searched,
        "where": answer.where,
        "markdown": answer.text,
        "practice_markdown": practice.text if practice else None,
        "note_markdown": answer.note,
        "changed": changed.kind if changed else None,
        "changed_on": changed.on if changed else None,
        "changed_reason": changed.reason if changed else None,
        "certain": answer.certain,
        "reviewed": answer.reviewed,
    }


def answer_sources_rows(dataset: Dataset) -> Iterator[Row]:
    """Yield a row for each citation of an answer."""
    for found in cells(dataset):
        for at, item in enumerate(found.cited, 1):
            grade = dataset.sources[item.key].grade.id
            yield {**_place(found), "position": at, "source": item.key, "grade": grade, "locator": item.locator}


def answer_records_rows(dataset: Dataset) -> Iterator[Row]:
    """Yield a row for each record on which an answer rests."""
    for found in cells(dataset):
        yield from ({**_place(found), "position": at, "record": item.id} for at, item in enumerate(found.records, 1))


def _place(cell: Cell) -> Row:
    return {"country": cell.country.id, "question": cell.question.id}
