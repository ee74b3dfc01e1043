"""Rules on time: what changes has a time from its source, no time is the day of reading, and nothing lies ahead."""

import re
from collections.abc import Iterator

from equal_footing.check.all_facts import each_fact
from equal_footing.check.records import says_nothing
from equal_footing.model.dataset import Dataset
from equal_footing.model.entries import Entry
from equal_footing.model.fiscal_years import FiscalYear
from equal_footing.model.records import Fact, Status, Value
from equal_footing.model.values import PartialDate, newest_day
from equal_footing.reading.documents import Document
from equal_footing.reading.problems import Path, Problem, quote
from equal_footing.statement.facts import Facts

_OWN_RULE = ("money", "rate")
"""Types of values that have a rule of their own on time."""


def changing_fields(dataset: Dataset) -> Iterator[Problem]:
    """A value that changes with time has a period or a day, unless its source is undated."""
    for document, path, fact, field in each_fact(dataset):
        if not field.changes or field.type in _OWN_RULE or fact.period or fact.as_of:
            continue
        for below, value in fact.stated.items():
            if value.period is None and value.as_of is None and dataset.is_dated(value.source):
                message = (
                    f"the field {field.id} changes with time. Add `as_of` or `period` from the source; "
                    "a page without any date is `undated: true` in sources.yml."
                )
                yield document.problem((*path, *below), message, "time-of-change")


def reading_days(dataset: Dataset) -> Iterator[Problem]:
    """The day on which we read a source is not the day for which it holds, unless the source has that date."""
    for entry in dataset.entries.values():
        for path, item in _dated(entry):
            found = dataset.sources.get(item.source or "")
            if found and item.as_of == found.source.read != found.source.date:
                message = (
                    f"{quote(item.as_of)} is the day on which {item.source} was read, and not a date that it gives. "
                    "Take the time from the source."
                )
                yield entry.document.problem((*path, "as_of"), message, "reading-day")


def _dated(entry: Entry) -> Iterator[tuple[Path, Status | Fact | Value]]:
    """Yield all that can have `as_of` in a record, each with its path."""
    yield ("status",), entry.record.status
    for number, fact in enumerate(entry.record.facts):
        yield ("facts", number), fact
        for position, value in enumerate(fact.values):
            yield ("facts", number, "values", position), value


def targets(dataset: Dataset) -> Iterator[Problem]:
    """What looks ahead says by when it is to be so."""
    for document, path, fact, field in each_fact(dataset):
        is_ahead = field.ahead and fact.value is not None
        if is_ahead and not fact.period and not re.search(r"\b[12][0-9]{3}\b", fact.label or ""):
            message = f"the field {fact.field} looks ahead: by when? Add `period`, such as 2030 or 2026/2030."
            yield document.problem(path, message, "target-time")


def fiscal_years(dataset: Dataset) -> Iterator[Problem]:
    """The day for which a value holds is not written as people write a fiscal year."""
    for entry in dataset.entries.values():
        for path, item in _dated(entry):
            if item.as_of and item.as_of.looks_fiscal:
                year = FiscalYear(item.as_of.year, is_two=True, said="is read as a fiscal year")
                message = f"{quote(item.as_of)} {year.message(entry.document.fiscal_start)}."
                yield entry.document.problem((*path, "as_of"), message, "fiscal-year")


def events_ahead(facts: Facts) -> Iterator[Problem]:
    """Nothing has happened after the day on which the record was reviewed."""
    for entry in facts.dataset.entries.values():
        reviewed = entry.record.reviewed
        for path, date in _events(entry, facts):
            if reviewed and reviewed.is_before(date):
                yield _ahead(entry.document, path, date, reviewed)


def answers_ahead(dataset: Dataset) -> Iterator[Problem]:
    """Nobody looked for an answer after the day on which it was reviewed; days to come have a rule of their own."""
    today = newest_day()
    for given in dataset.answers.values():
        answer, path = given.answer, (given.question,)
        days: list[tuple[Path, PartialDate | None]] = [((*path, "searched"), answer.searched)]
        days += [((*path, "looked", number, "on"), item.on) for number, item in enumerate(answer.looked)]
        for where, day in days:
            if day and answer.reviewed and answer.reviewed.is_before(day) and day.first <= today:
                yield _ahead(given.document, where, day, answer.reviewed)


def _ahead(document: Document, path: Path, date: PartialDate, reviewed: PartialDate) -> Problem:
    message = f"{quote(date)} is later than the day of the review, {reviewed}."
    return document.problem(path, message, "event-ahead")


def _events(entry: Entry, facts: Facts) -> Iterator[tuple[Path, PartialDate]]:
    """Yield the dates of a record on which something was or happened, each with its path."""
    record = entry.record
    dates: list[tuple[Path, PartialDate | None]] = [(("status", "since"), record.status.since)]
    dates += [((*path, "as_of"), item.as_of) for path, item in _dated(entry)]
    dates += [(("other_names", number, "until"), name.until) for number, name in enumerate(record.other_names)]
    for number, relation in enumerate(record.relations):
        dates += [(("relations", number, "since"), relation.since), (("relations", number, "until"), relation.until)]
    if record.version:
        dates += [(("version", "date"), record.version.date)]
    for number, stated in enumerate(facts.of(entry.id)):
        paths = [("facts", number, *path, "value") for path in record.facts[number].stated]
        dates += [(path, value.date) for path, value in zip(paths, stated.values, strict=True)]
    yield from ((path, date) for path, date in dates if date)


def versions(dataset: Dataset) -> Iterator[Problem]:
    """A law or policy says which version of its text was read, and nothing else does."""
    for entry in dataset.entries.values():
        version, kind = entry.record.version, entry.kind
        if version is None and kind.versions and not says_nothing(entry.record):
            message = "does not say which version was read. Add `version`: date, source, locator, checked."
            yield entry.document.problem((), message, "version-missing")
        elif version and not kind.versions:
            message = f"goes only with texts that are amended, and the kind {kind.id} is none."
            yield entry.document.problem(("version",), message, "version-misplaced", key=True)


RULES = (changing_fields, reading_days, targets, fiscal_years, answers_ahead, versions)
RULES_OF_RESOLVED_FACTS = (events_ahead,)
