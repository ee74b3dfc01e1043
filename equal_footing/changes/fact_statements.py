"""A fact as a statement: what a page shows of it, with what belongs to it."""

from __future__ import annotations

from equal_footing.changes.plain_words import Reader, Said, Statement
from equal_footing.model.dataset import Entry
from equal_footing.model.fixed_words import DIRECT
from equal_footing.model.records import Fact, Value
from equal_footing.model.vocabulary import Field
from equal_footing.views.records import Views

_PARTS = frozenset({"value", "to", "precision", "unit", "currency", "per"})
"""The keys that make up what a fact says."""
_APART = _PARTS | {"field", "label", "period", "as_of", "values", "missing", "withdrawn"}


def fact_statement(reader: Reader, views: Views, entry: Entry, fact: Fact, key: str) -> Statement:
    """Return what a fact says; `key` is its anchor."""
    term = views.dataset.vocabulary.fields[fact.field]
    time = _time(views, entry, fact)
    label = ", ".join(part for part in (term.label, fact.label or "", time.words) if part)
    details = {"field": Said(term.label, fact.field), "what": Said(fact.label or ""), "time": time}
    details |= reader.details(fact, without=_APART)
    if term.type == "text":
        details |= {f"{name} of the text": said for name, said in reader.sources_of(fact.value or "").items()}
    kept = {name: said for name, said in details.items() if said.words}
    return Statement(key, label, _said(reader, views, entry, fact, term), kept, f"fact:{fact.field}|{fact.label or ''}")


def _said(reader: Reader, views: Views, entry: Entry, fact: Fact, term: Field) -> Said:
    """Return the value of a fact, or its state, with all values where sources disagree."""
    state = views.dataset.vocabulary.missing[fact.missing].label if fact.missing else ""
    stated = [_value(reader, views, entry, fact, term)] if fact.value is not None else []
    values = [_one_of_several(reader, views, entry, value, term) for value in fact.values]
    words = "; ".join(said.words for said in (*stated, *values))
    words = ": ".join(part for part in (state, words) if part)
    if fact.withdrawn:
        words = f"{words} (withdrawn on {fact.withdrawn})"
    meant = [[said.meant for said in stated], sorted((said.meant for said in values), key=str)]
    return Said(words, [fact.missing, str(fact.withdrawn), *meant], is_text=any(said.is_text for said in stated))


def _value(reader: Reader, views: Views, entry: Entry, fact: Fact | Value, term: Field) -> Said:
    """Return a value as a page shows it; as it is written where it is none of its type, which data of old may hold."""
    assert fact.value is not None
    parts = {name: getattr(fact, name, None) for name in sorted(_PARTS)}
    if term.type == "text":
        said = reader.text(fact.value)
        return Said(said.words, parts | {"value": said.meant}, is_text=True)
    try:
        words = views.value(entry, fact, term).text
    except (ValueError, LookupError):
        words = fact.value
    return Said(words, parts | {name: _number(parts[name], term) for name in ("value", "to")})


def _number(text: str | None, term: Field) -> str | None:
    """Return a number without the marks between its thousands; any other value as it is written."""
    is_number = text is not None and term.type in {"number", "percent", "money", "rate"}
    return text.replace("_", "") if text is not None and is_number else text


def _one_of_several(reader: Reader, views: Views, entry: Entry, value: Value, term: Field) -> Said:
    said, time = _value(reader, views, entry, value, term), _time(views, entry, value)
    details = reader.details(value, without=_PARTS | {"period", "as_of"})
    source = details.pop("source")
    told = [time.words, *(f"{name}: {detail.words}" for name, detail in details.items() if name != "support")]
    if value.support != DIRECT:
        told.append(details["support"].words)
    words = "; ".join(part for part in told if part)
    shown = f"{said.words} ({words})" if words else said.words
    form = [said.meant, time.meant, source.meant, {name: detail.meant for name, detail in details.items()}]
    return Said(f"{shown} [{source.words}]", form)


def _time(views: Views, entry: Entry, fact: Fact | Value) -> Said:
    return Said(views.time(entry.place, fact), [str(fact.period or ""), str(fact.as_of or "")])
