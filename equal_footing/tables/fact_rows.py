"""The rows of the tables of facts: one for each value, with all on which it rests, and one for each citation."""

from collections.abc import Iterator, Mapping
from typing import Any

from equal_footing.model import text
from equal_footing.model.dataset import Dataset
from equal_footing.model.entries import Entry
from equal_footing.model.records import Changed, Fact
from equal_footing.model.text import Cited
from equal_footing.statement.facts import Facts
from equal_footing.statement.standing import standing
from equal_footing.statement.stated import Stated, StatedValue, Time, time_meaning

Row = dict[str, Any]
"""A row: values by column; a column that it lacks, or whose value is None or empty, is empty."""


def facts_rows(facts: Facts) -> Iterator[Row]:
    """Yield a row for each value of each fact, and one for each fact without a value."""
    for entry in facts.dataset.entries.values():
        for row, _ in rows_of(facts, entry):
            yield row


def rows_of(facts: Facts, entry: Entry, anchor: str | None = None) -> Iterator[tuple[Row, list[Cited]]]:
    """Yield the rows of the facts of a record, or of that with an anchor, each with all that it rests on."""
    home = _home(facts.dataset, entry)
    for stated, fact in facts_of(facts, entry):
        if anchor not in (None, stated.anchor):
            continue
        said = home | _fact(entry, stated, fact)
        for number, value in enumerate(stated.values or (None,), 1):
            of_value = _value(facts.dataset, stated, value) if value else _missing(facts.dataset, stated)
            yield said | of_value | {"value_number": number}, [item for item, _ in _cited(stated, value)]


def facts_of(facts: Facts, entry: Entry) -> Iterator[tuple[Stated, Fact]]:
    """Return the facts of a record, those withdrawn too, in the order of its file: each as stated, and as written."""
    return zip(facts.of(entry.id), entry.record.facts, strict=True)


def fact_key(entry: Entry, fact: Stated) -> str:
    """Return what distinguishes a fact from all others: its record and its anchor."""
    return f"{entry.id}#{fact.anchor}"


def sources_rows(facts: Facts) -> Iterator[Row]:
    """Yield a row for each citation of each value, or of a fact without a value, in their order."""
    sources = facts.dataset.sources
    for entry in facts.dataset.entries.values():
        for fact in facts.of(entry.id):
            for number, value in enumerate(fact.values or (None,), 1):
                for position, (item, place) in enumerate(_cited(fact, value), 1):
                    yield {
                        "fact": fact_key(entry, fact),
                        "value_number": number,
                        "position": position,
                        "source": item.key,
                        "grade": sources[item.key].grade.id,
                        "locator": item.locator,
                        "given_in": place,
                    }


def originals_rows(facts: Facts) -> Iterator[Row]:
    """Yield a row for the words of a source in each language, of each fact that has them."""
    for entry in facts.dataset.entries.values():
        for fact in facts.of(entry.id):
            for language, words in fact.original.items():
                yield {"fact": fact_key(entry, fact), "language": language, "text": words}


def in_texts(fact: Stated) -> list[Cited]:
    """Return what the texts and the notes of a fact cite."""
    found = (
        item for value in fact.values or (None,) for item, place in _cited(fact, value) if place in ("text", "note")
    )
    return list(dict.fromkeys(found))


def _cited(fact: Stated, value: StatedValue | None) -> Iterator[tuple[Cited, str]]:
    """Yield what a value rests on, and where it is given: as its source, as a further one, in its text or in a note."""
    for number, item in enumerate(value.cited if value else fact.cited):
        yield item, "further_sources" if number else "source"
    for place, words in (
        ("text", value.text if value and value.is_text else ""),
        ("note", (value and value.note) or ""),
        ("note", fact.note or ""),
    ):
        for item in text.citations(words):
            yield item, place


def _home(dataset: Dataset, entry: Entry) -> Row:
    stands, version = standing(entry.record, dataset.vocabulary), entry.record.version
    return {
        "record": entry.id,
        "place": entry.place,
        "kind": entry.kind.id,
        "title": entry.record.title,
        "status": stands.code.id,
        "last_seen": stands.last_seen,
        "record_version": version.date if version else None,
    }


def _fact(entry: Entry, stated: Stated, fact: Fact) -> Row:
    """Return what all rows of a fact say."""
    return {
        "fact": fact_key(entry, stated),
        "address": f"{entry.address}#{stated.anchor}",
        "field": stated.field.id,
        "label": stated.label,
        "missing": stated.missing.id if stated.missing else None,
        "searched": stated.searched,
        "where": stated.where,
        "withdrawn": stated.withdrawn,
        "moved_to": stated.moved_to,
        "original": "; ".join(f"{language}: {words}" for language, words in stated.original.items()),
        "fact_note_markdown": stated.note,
        "fact_period": fact.period,
        "fact_as_of": fact.as_of,
        "own_anchor": fact.id,
        **change(fact.changed),
        "certain": reasons(fact.certain),
    }


def reasons(certain: Mapping[str, str]) -> str | None:
    """Return why what the check asks about is right, each with the word of its question."""
    return "; ".join(f"{question}: {reason}" for question, reason in certain.items()) or None


def change(item: Changed | None) -> Row:
    """Return why something is another one than in the edition before; nothing where it is not."""
    return {"changed": item.kind, "changed_on": item.on, "changed_reason": item.reason} if item else {}


def _value(dataset: Dataset, fact: Stated, value: StatedValue) -> Row:
    """Return the columns of a value: what it means, on what it rests and what is noted of it."""
    texts = [value.text if value.is_text else "", value.note or "", fact.note or ""]
    return (
        value.measured
        | _time(value.time)
        | _evidence(dataset, value.cited, texts)
        | {
            "value": text.plain(value.text) if value.is_text else value.data,
            "number": value.number,
            "to": value.upper,
            "fiscal": value.is_fiscal,
            "undated": value.is_undated,
            "yearly": value.is_yearly,
            "support": value.support.id,
            "shown": value.is_shown_first,
            "markdown": value.text if value.is_text else None,
            "value_note_markdown": value.note,
        }
    )


def _missing(dataset: Dataset, fact: Stated) -> Row:
    return _time(fact.time) | _evidence(dataset, fact.cited, ["", fact.note or ""])


def _time(time: Time | None) -> Row:
    """Return a time as it is written, and its first and last day; of what goes on there is no last day."""
    if time is None:
        return {}
    return time_meaning(time) | {"starts": time.start.first, "ends": time.end.last if time.end else None}


def _evidence(dataset: Dataset, cited: tuple[Cited, ...], texts: list[str]) -> Row:
    """Return the sources of a value, those too that its texts cite, and its notes: the texts after the first one."""
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
