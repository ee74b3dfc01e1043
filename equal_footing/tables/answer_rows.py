"""The rows of the tables of the comparison: its questions, the answers of countries, and what these rest on."""

from collections.abc import Iterator

from equal_footing.model import text
from equal_footing.model.dataset import Dataset
from equal_footing.tables import columns
from equal_footing.tables.fact_rows import Row, change, reasons
from equal_footing.tables.table import alike
from equal_footing.views.comparison import Cell, cell, grades


def questions_rows(dataset: Dataset) -> Iterator[Row]:
    """Yield a row for each question, in the order of the groups."""
    for _, entries in dataset.question_groups:
        for entry in entries:
            asked = entry.question
            yield {
                **alike(columns.QUESTIONS, asked),
                "id": entry.id,
                "about": text.plain(asked.about),
                "fully": text.plain(asked.rubric.fully),
                "partly": text.plain(asked.rubric.partly),
                "not": text.plain(asked.rubric.not_),
                "evidence": text.plain(asked.evidence),
                "kinds": "; ".join(asked.kinds),
                "limits": text.plain(asked.limits),
                "address": entry.address,
            }


def cells(dataset: Dataset) -> Iterator[Cell]:
    """Yield the answers of all countries to all questions, in the order of these."""
    for _, entries in dataset.question_groups:
        for entry in entries:
            yield from (cell(dataset, entry, country) for country in dataset.countries)


def answers_rows(dataset: Dataset) -> Iterator[Row]:
    """Yield a row for each country and question, those too that nobody has researched."""
    yield from (answer_row(dataset, found) for found in cells(dataset))


def answer_row(dataset: Dataset, cell: Cell) -> Row:
    """Return the answer of a country to a question as a row."""
    found = {
        **_place(cell),
        "asks": cell.question.question.asks,
        "address": f"{cell.question.address}#{cell.country.id}",
    }
    answer = cell.answer
    if answer is None:
        return found | {"missing": cell.term.id}
    practice = answer.practice
    own = {
        **_graded(dataset, "", answer.text, *(item.text for item in answer.positions)),
        "practice": practice.answer if practice else None,
        **_graded(dataset, "practice_", practice.text if practice else None),
        "text": text.plain(answer.text or ""),
        "practice_text": text.plain(practice.text) if practice else None,
        "positions": "; ".join(f"{item.answer}: {text.plain(item.text)}" for item in answer.positions),
        "note": text.plain(answer.note or ""),
        "evidence": "; ".join(record.id for record in cell.records),
        "sources": "; ".join(f"{item.key}, {item.locator}" for item in cell.cited),
        "looked": "; ".join(f"{item.where} ({item.on})" for item in answer.looked),
        "markdown": answer.text,
        "practice_markdown": practice.text if practice else None,
        "note_markdown": answer.note,
        **change(answer.changed),
        "certain": reasons(answer.certain),
    }
    return found | alike(columns.ANSWERS, answer) | own


def _graded(dataset: Dataset, part: str, *texts: str | None) -> Row:
    """Return the best and the weakest grade of the sources of a part of an answer."""
    best, weakest = grades(dataset, *texts)
    return {f"{part}best_grade": best and best.id, f"{part}weakest_grade": weakest and weakest.id}


def answer_sources_rows(dataset: Dataset) -> Iterator[Row]:
    """Yield a row for each citation of an answer in one of its texts."""
    for found in cells(dataset):
        for at, (item, place) in enumerate(found.given, 1):
            own = {"source": item.key, "grade": dataset.sources[item.key].grade.id, "locator": item.locator}
            yield {**_place(found), "position": at, **own, "given_in": place}


def answer_records_rows(dataset: Dataset) -> Iterator[Row]:
    """Yield a row for each record on which an answer rests."""
    for found in cells(dataset):
        yield from ({**_place(found), "position": at, "record": item.id} for at, item in enumerate(found.records, 1))


def _place(cell: Cell) -> Row:
    return {"country": cell.country.id, "question": cell.question.id}
