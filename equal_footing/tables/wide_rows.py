"""The wide tables: one for each kind of record, with a row for each record and some columns for each field.

A column that is empty for all records of the kind is left out.
"""

from collections import defaultdict
from collections.abc import Iterable

from equal_footing.model.dataset import Dataset
from equal_footing.model.entries import Entry
from equal_footing.model.field_types import NUMERIC
from equal_footing.model.text import plain
from equal_footing.model.vocabulary import Kind
from equal_footing.statement.facts import Facts
from equal_footing.statement.newest import best_first, summing_up
from equal_footing.statement.standing import standing
from equal_footing.statement.stated import Stated
from equal_footing.tables.fact_rows import Row, fact_key
from equal_footing.tables.table import Table
from equal_footing.tables.wide_columns import OTHERS, base_of, wide


def wide_table(facts: Facts, kind: Kind) -> tuple[Table, list[Row]]:
    """Return the wide table of a kind, with a row for each of its records."""
    entries = (entry for entry in facts.dataset.entries.values() if entry.kind.id == kind.id)
    used: dict[str, set[str]] = defaultdict(set)
    rows = []
    for entry in entries:
        by_field: dict[str, list[Stated]] = defaultdict(list)
        for fact in facts.current(entry.id):
            by_field[fact.field.id].append(fact)
        row = _head(facts.dataset, entry)
        for field, found in by_field.items():
            first, *further = summing_up(found) or best_first(found)[:1]
            whole = said(entry, first) | {OTHERS: others((fact, "") for fact in further)}
            parts = {part: given for part, given in whole.items() if given is not None}
            used[field] |= parts.keys()
            row |= {f"{base_of(field)}_{part}": given for part, given in parts.items()}
            row[base_of(field)] = value(first)
        rows.append(row)
    fields = (field for field in facts.dataset.vocabulary.fields.values() if field.id in used)
    return wide(kind.id, ((field.id, field.type in NUMERIC, used[field.id]) for field in fields)), rows


def _head(dataset: Dataset, entry: Entry) -> Row:
    record = entry.record
    return {
        "id": entry.id,
        "place": entry.place,
        "title": record.title,
        "type": record.type,
        "status": record.status.code,
        "status_since": record.status.since,
        "last_seen": standing(record, dataset.vocabulary).last_seen,
        "reviewed": record.reviewed,
        "address": entry.address,
    }


def value(fact: Stated) -> object:
    """Return the value of a fact as a wide table has it: a number, or words; None where it has none."""
    first = fact.first
    if first is None:
        return None
    return first.number if first.number is not None else plain(first.text) if first.is_text else first.data


def others(facts: Iterable[tuple[Stated, str]]) -> str | None:
    """Return what facts say beside the one that a wide table shows, each after its label; None for no facts.

    Each comes with the name of its field, which is empty where that is clear.
    """
    return " | ".join(_of_part(fact, of) for fact, of in facts) or None


def _of_part(fact: Stated, of: str) -> str:
    """Return the label of a fact, its value with currency or unit, and its time, on one line."""
    first, label = fact.first, ", ".join(part for part in (of, fact.label) if part)
    if first is None:
        return ": ".join(part for part in (label, fact.missing.id if fact.missing else None) if part)
    upper = f"{first.data}/{first.upper:f}" if first.upper is not None else str(value(fact))
    measured = " ".join(part for part in (first.currency, upper, first.measure) if part)
    time = f" ({first.time})" if first.time else ""
    return ": ".join(part for part in (label, measured + time) if part)


def said(entry: Entry, fact: Stated) -> Row:
    """Return what a wide table says about a fact besides its value."""
    value, cited = fact.first, fact.first.cited if fact.first else fact.cited
    found: Row = {
        "label": fact.label,
        "time": (value.time if value else None) or fact.time,
        "missing": fact.missing.id if fact.missing else None,
        "source": cited[0].key if cited else None,
        "fact": fact_key(entry, fact),
    }
    if value:
        found |= {"to": value.upper, **value.measured}
    return found
