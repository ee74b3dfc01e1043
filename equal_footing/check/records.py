"""Rules for records: names, kinds, places, status, identifiers, the order of dates, and duplicates."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from equal_footing.model import identifiers
from equal_footing.model.base import validators
from equal_footing.model.countries import Country
from equal_footing.model.dataset import Dataset
from equal_footing.model.entries import Entry
from equal_footing.model.fixed_words import ARTICLE, NOT_RESEARCHED, UNKNOWN
from equal_footing.model.near_words import near_word
from equal_footing.model.records import OtherName, Record, Relation, Status
from equal_footing.model.text import citations, letters, loose_citations
from equal_footing.model.types import DAY
from equal_footing.model.values import PartialDate, newest_day
from equal_footing.reading.documents import Document
from equal_footing.reading.problems import Problem, one_of, quote
from equal_footing.statement.facts import Facts
from equal_footing.statement.stated import Stated

REVIEW = " Write the day on which you last compared it with its sources, such as 2026-11-23."
_PAGES = (
    "about api assets contribute changes compare feeds countries data disagreements embed "
    "figures lessons questions search sources terms timeline v vocabulary"
)
RESERVED = frozenset({ARTICLE, *_PAGES.split()})
"""What the addresses of pages of the site begin with, so that no place can have the name."""


def says_nothing(record: Record) -> bool:
    """Return whether a record has been begun and states nothing yet."""
    return record.status.code == UNKNOWN and not any(fact.value or fact.values for fact in record.facts)


def english_name(dataset: Dataset) -> Iterator[Problem]:
    """Every record has an English name."""
    for entry in dataset.entries.values():
        if "en" not in entry.record.name:
            yield entry.document.problem(("name",), "has no English name. Add `en`.", "name-english")


def kind_in_place(dataset: Dataset) -> Iterator[Problem]:
    """A record has the kind of its folder or file name."""
    for entry in dataset.entries.values():
        if entry.record.kind != entry.kind.id:
            place = entry.kind.folder or entry.kind.file or entry.file
            message = f"{quote(entry.record.kind)} does not go here: {place} holds the kind {entry.kind.id}."
            yield entry.document.problem(("kind",), message, "kind-place")


def type_of_kind(dataset: Dataset) -> Iterator[Problem]:
    """A record has one of the types of its kind, if the kind has types."""
    for entry in dataset.entries.values():
        known, found = entry.kind.types, entry.record.type
        if known and found is None and says_nothing(entry.record):
            continue
        if known and found is None:
            message = f"the key type is missing.{one_of(known)}"
            yield entry.document.problem((), message, "type-missing")
        elif found is not None and found not in known:
            hint = near_word(found, known) or one_of(known) if known else f" The kind {entry.kind.id} has no types."
            yield entry.document.problem(("type",), f"{quote(found)} is not a known type.{hint}", "type-unknown")


def status(dataset: Dataset) -> Iterator[Problem]:
    """A status has a date and a source, unless it is unknown; one that can go stale has its last dated sign."""
    for entry in dataset.entries.values():
        found = entry.record.status
        if found.code == UNKNOWN:
            continue
        is_alive = dataset.vocabulary.statuses[found.code].alive
        if found.since is None and found.as_of is None and not is_alive:
            message = f"is a status without a date. Add `since` or `as_of`.{_date_of(dataset, found)}"
            yield entry.document.problem(("status",), message, "status-date")
        elif is_alive and found.as_of is None:
            message = (
                f"{found.code} needs `as_of`: the date of the last sign of it that a source shows."
                f"{_date_of(dataset, found)} Without any write `code: {UNKNOWN}`."
            )
            yield entry.document.problem(("status",), message, "status-alive")
        if found.source is None and found.locator is None:
            message = "is a status without a source. Add `source` and `locator`, or write `code: unknown`."
            yield entry.document.problem(("status",), message, "status-source")
        if found.since and found.as_of and found.as_of.is_before(found.since):
            yield entry.document.problem(("status", "as_of"), "lies before `since`.", "status-order")


def _date_of(dataset: Dataset, status: Status) -> str:
    """Return what the source of a status says about its own date, for a status without one."""
    item = dataset.sources.get(status.source or "")
    if item is None:
        return ""
    if item.source.date is None:
        return f" {status.source} is undated: look for a dated one, such as a call, a meeting or a report."
    date = item.source.date
    return f" {status.source} is of {date}: if it shows this of its own time, write `as_of: {date}`."


def source_with_locator(dataset: Dataset) -> Iterator[Problem]:
    """Names, relations and statuses give source and locator together."""
    other = {"source": "locator", "locator": "source"}
    for item in dataset.values:
        is_optional = item.key in other and isinstance(item.model, OtherName | Relation | Status)
        if is_optional and getattr(item.model, other[item.key]) is None:
            message = "is incomplete: `source` and `locator` go together."
            yield item.document.problem(item.path, message, "locator-missing", key=True)


def identifier_form(dataset: Dataset) -> Iterator[Problem]:
    """An identifier has the form of its register, and its check digits are right."""
    for entry in dataset.entries.values():
        for number, found in enumerate(entry.record.identifiers):
            scheme = dataset.vocabulary.identifier_schemes[found.scheme]
            path = ("identifiers", number, "id")
            if not re.fullmatch(scheme.pattern, found.id):
                written = identifiers.number_within(found.id, scheme.pattern, scheme.check)
                form = f"does not have the form {scheme.pattern} of the scheme {scheme.id}."
                message = f"{quote(found.id)} {f'is written {written}.' if written else form}"
                yield entry.document.problem(path, message, "identifier-form")
            elif scheme.check and not identifiers.CHECKS[scheme.check](found.id):
                message = f"{quote(found.id)} has wrong check digits for {scheme.id}. Compare it with the source."
                yield entry.document.problem(path, message, "identifier-check")


def one_record_a_thing(dataset: Dataset) -> Iterator[Problem]:
    """No two records share an identifier, or a name within a place and kind."""
    numbers: dict[tuple[str, str], Entry] = {}
    names: dict[tuple[str, str, str, str], Entry] = {}
    for entry in dataset.entries.values():
        for number, found in enumerate(entry.record.identifiers):
            first = numbers.setdefault((found.scheme, found.id), entry)
            if first is not entry:
                message = f"{quote(found.id)} is the number of {first.id} already: two records for one thing?"
                yield entry.document.problem(("identifiers", number, "id"), message, "record-twice")
        for language, name in entry.record.name.items():
            first = names.setdefault((entry.place, entry.kind.id, language, letters(name)), entry)
            if first is not entry and not _are_two(dataset, first, entry):
                spelt = first.record.name[language]
                as_spelt = "" if spelt == name else f", spelt {quote(spelt)},"
                message = (
                    f"{quote(name)} is the name of {first.id} already{as_spelt}: two records for one thing? "
                    "Two things of one name need dates that differ, such as `adopted` or `founded`."
                )
                yield entry.document.problem(("name", language), message, "record-twice")


def _are_two(dataset: Dataset, one: Entry, other: Entry) -> bool:
    """Return whether two records of one name are of things that began at different times."""
    begins = {field.id for field in dataset.vocabulary.begin_fields}
    first, second = (
        {fact.value for fact in entry.record.facts if fact.field in begins and fact.value} for entry in (one, other)
    )
    return bool(first and second and first.isdisjoint(second))


def places(dataset: Dataset) -> Iterator[Problem]:
    """Every place has a country.yml or frame.yml, and no name that the site reserves for another page."""
    first: dict[str, Document] = {}
    for entry in dataset.entries.values():
        first.setdefault(entry.place, entry.document)
    for source in dataset.sources.values():
        first.setdefault(source.place, source.document)
    folders = {kind.folder for kind in dataset.vocabulary.kinds.values() if kind.folder}
    tags = dataset.vocabulary.languages  # the site may have each in a folder, such as `/zh/`
    languages = {part.lower() for tag in tags for part in (tag, tag.split("-")[0])}
    for place, document in first.items():
        if place == ARTICLE:
            continue
        if place not in dataset.known:
            message = f"the folder data/{place}/ has no country.yml."
            yield document.problem((), message, "place-home")
        if place in RESERVED or place in folders or place in languages:
            message = f"{quote(place)} cannot be the name of a country's folder: the site has a page of that name."
            yield document.problem((), message, "place-name")


def required_facts(dataset: Dataset) -> Iterator[Problem]:
    """A record has the facts that its kind must have, or says why not: a country when its fiscal year begins."""
    for entry in dataset.entries.values():
        fields = {fact.field for fact in entry.record.current}
        for field in dataset.vocabulary.required_fields(entry.kind.id):
            if field not in fields:
                message = f"has no fact {field}. Add it with its source, or with `missing`."
                yield entry.document.problem(("facts",), message, "country-fact", key=True)


def country_codes(dataset: Dataset) -> Iterator[Problem]:
    """No two countries have the same code, and none that of another one whose name it has."""
    seen: dict[str, Entry] = {}
    for entry in dataset.countries:
        code = dataset.territories[entry.id].alpha2
        named = identifiers.code_named(entry.record.title)
        if named and named != code:
            message = f"{quote(code)} is the code of {identifiers.countries().get(code, 'no country')}. Write {named}."
            yield entry.document.problem(("code",), message, "country-code")
        if code in seen:
            message = f"{quote(code)} is the code of {seen[code].record.title} already ({seen[code].file})."
            yield entry.document.problem(("code",), message, "country-code-twice")
        seen.setdefault(code, entry)


def country_standards(dataset: Dataset) -> Iterator[Problem]:
    """Only a place that ISO 3166-1 does not list says itself what its currencies and languages are."""
    for entry in dataset.countries:
        if isinstance(entry.record, Country) and not identifiers.is_user_assigned(entry.record.code):
            for key in ("currencies", "languages"):
                if getattr(entry.record, key):
                    message = f"follows from the code {entry.record.code} by the standards. Delete it."
                    yield entry.document.problem((key,), message, "country-standards", key=True)


def summary_cites(dataset: Dataset) -> Iterator[Problem]:
    """A summary cites a source, unless the record states nothing yet."""
    for entry in dataset.entries.values():
        summary = entry.record.summary
        if (
            not says_nothing(entry.record)
            and not any(citations(summary))
            and not any(loose_citations(summary, dataset.sources))
        ):
            message = "cites no source. Add one, such as [@key, p. 3]."
            yield entry.document.problem(("summary",), message, "summary-citation")


def reviewed(dataset: Dataset) -> Iterator[Problem]:
    """A record and an answer say when somebody last compared them with their sources, unless nobody has looked yet."""
    for entry in dataset.entries.values():
        if entry.record.reviewed is None and not says_nothing(entry.record):
            yield entry.document.problem((), f'the key "reviewed" is missing.{REVIEW}', "review-missing")
    for given in dataset.answers.values():
        if given.answer.reviewed is None and given.answer.missing != NOT_RESEARCHED:
            message = f'the key "reviewed" is missing.{REVIEW}'
            yield given.document.problem((given.question,), message, "review-missing")


def full_days(dataset: Dataset) -> Iterator[Problem]:
    """Days of reviewing, reading, searching and withdrawing are full days; only a withdrawal may be announced."""
    today = newest_day()
    for item in dataset.values:
        if isinstance(item.value, PartialDate) and DAY in validators(type(item.model), item.key):
            if not item.value.is_full_day:
                message = f"{quote(item.value)} must be a full day, such as 2026-11-23."
                yield item.document.problem(item.path, message, "full-day")
            elif item.value.first > today and item.key != "withdrawn":
                yield item.document.problem(item.path, f"{quote(item.value)} lies in the future.", "future-day")


def dates_in_order(facts: Facts) -> Iterator[Problem]:
    """Beginnings are before ends."""
    dataset, vocabulary = facts.dataset, facts.dataset.vocabulary
    earlier: dict[str, list[str]] = defaultdict(list)
    for field in vocabulary.fields.values():
        for late in field.before:
            earlier[late].append(field.id)
    for entry in dataset.entries.values():
        dates = _single_dates(facts.of(entry.id))
        for number, fact in enumerate(facts.of(entry.id)):
            after = fact.value.date if fact.value and fact.withdrawn is None else None
            for early in earlier.get(fact.field.id, ()) if after else ():
                _, before = dates.get(early, (0, None))
                if after and before and after.is_before(before):
                    message = f"{fact.field.id} {after} lies before {early} {before}."
                    yield entry.document.problem(("facts", number, "value"), message, "date-order")
        _, begun = next((dates[field.id] for field in vocabulary.begin_fields if field.id in dates), (0, None))
        since = entry.record.status.since
        if begun and since and since.is_before(begun):
            message = f"the status since {since} lies before the beginning in {begun}."
            yield entry.document.problem(("status", "since"), message, "date-order")
        for number, relation in enumerate(entry.record.relations):
            if relation.since and relation.until and relation.until.is_before(relation.since):
                message = f"until {relation.until} lies before since {relation.since}."
                yield entry.document.problem(("relations", number, "until"), message, "date-order")


def _single_dates(facts: Iterable[Stated]) -> dict[str, tuple[int, PartialDate | None]]:
    """Return the dates of fields that occur once and without `label`, each with the number of its fact.

    Other dates cannot be compared; one that cannot be read is None, and a mistake of its own.
    """
    dates: dict[str, list[tuple[int, PartialDate | None]]] = defaultdict(list)
    for number, fact in enumerate(facts):
        if fact.value and fact.label is None and fact.withdrawn is None:
            dates[fact.field.id].append((number, fact.value.date))
    return {field: (number, date) for field, ((number, date), *others) in dates.items() if not others}


RULES = (
    english_name,
    kind_in_place,
    type_of_kind,
    status,
    source_with_locator,
    identifier_form,
    one_record_a_thing,
    places,
    required_facts,
    country_codes,
    country_standards,
    summary_cites,
    full_days,
    reviewed,
)
RULES_OF_RESOLVED_FACTS = (dates_in_order,)
