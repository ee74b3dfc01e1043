"""Asks about two records that may be of one thing, and about two values of one figure in several records."""

import re
from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from equal_footing.check.odd_values import Doubt, about_fact
from equal_footing.model.dataset import Dataset
from equal_footing.model.entries import Entry
from equal_footing.model.fixed_words import COUNTRY, LESSON
from equal_footing.model.text import letters
from equal_footing.reading.documents import Document
from equal_footing.reading.problems import quote
from equal_footing.statement.facts import RATE, Facts
from equal_footing.statement.stated import Stated


def records(facts: Facts) -> Iterator[tuple[Document, Doubt]]:
    """Ask about two records of a place that have a document number in common, or a name under different kinds.

    A website is that of one record, of whatever kind and place.
    """
    first: dict[tuple[str, str], Entry] = {}
    for entry in facts.dataset.entries.values():
        if entry.kind.id == LESSON:
            continue
        names = [(("name", language), name, False) for language, name in entry.record.name.items()]
        numbers = [
            (("facts", number, "value"), fact.value.text, True)
            for number, fact in enumerate(facts.of(entry.id))
            if fact.field.identifies and fact.value
        ]
        for path, text, is_number in (*names, *numbers):
            other = first.setdefault((entry.place, letters(text)), entry)
            if other.kind.id != entry.kind.id or (is_number and other is not entry):
                under = "under two kinds" if other.kind.id != entry.kind.id else "in two records"
                message = f"{quote(text)} is that of {other.id} as well. Is it one thing {under}?"
                yield entry.document, ((), entry.document.problem(path, message, "same-thing"))
                break
        for number, fact in enumerate(facts.of(entry.id)):
            url = fact.value.text if fact.value and fact.field.type == "url" and fact.withdrawn is None else ""
            site = re.sub(r"^https?://(?:www\.)?|/$", "", url)
            if site and (other := first.setdefault(("", site), entry)) is not entry:
                message = f"{quote(url)} is that of {other.id} as well. Was it copied from there?"
                path = ("facts", number, "value")
                yield entry.document, ((), entry.document.problem(path, message, "same-thing"))


def figures(facts: Facts) -> Iterator[tuple[Document, Doubt]]:
    """Ask about a number that is another one in another record of its place.

    Two numbers of one field, label, time and measure are of one figure where a country's own record has one of them,
    since that is of the country, or where both have a label, are from the same place in one source, and a relation
    leads from one record to the other: a table may well give the same of several things.
    """
    alike: dict[tuple[str | None, ...], list[tuple[Entry, int, Stated]]] = defaultdict(list)
    for entry in facts.dataset.entries.values():
        for number, fact in enumerate(facts.of(entry.id)):
            value = fact.value if fact.withdrawn is None and fact.field.type != RATE else None
            if value and value.number is not None:
                measure = (value.currency, value.measure, value.basis.id if value.basis else None)
                key = (entry.place, fact.field.id, fact.label, str(value.time), *measure)
                alike[key].append((entry, number, fact))
    for found in alike.values():
        for at, (entry, number, fact) in enumerate(found):
            for before, _, other in found[:at]:
                is_one = before is not entry and _is_one_figure(facts.dataset, entry, fact, before, other)
                if is_one and _size(fact) != _size(other):
                    message = f"{_said(fact)} is {_said(other)} in {before.file}. Which one is right?"
                    yield entry.document, about_fact(entry, number, "value", message, "same-figure")
                    break


def _is_one_figure(dataset: Dataset, entry: Entry, fact: Stated, before: Entry, other: Stated) -> bool:
    if COUNTRY in (entry.kind.id, before.kind.id):
        return True
    is_of_one_place = fact.label is not None and not {*fact.sources}.isdisjoint(other.sources)
    return is_of_one_place and any(link.other == before.id for link in dataset.links.get(entry.id, ()))


def _size(fact: Stated) -> tuple[Decimal | None, Decimal | None]:
    return (fact.values[0].number, fact.values[0].upper)


def _said(fact: Stated) -> str:
    return " to ".join(f"{size:,f}" for size in _size(fact) if size is not None)
