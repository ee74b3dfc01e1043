"""Rules for the source article: every claim has a verdict, evidence and records; the names are correct."""

import itertools
from collections.abc import Iterator

from equal_footing.model.article import Article, Claim
from equal_footing.model.dataset import Dataset
from equal_footing.model.near_words import near_record
from equal_footing.model.records import Record
from equal_footing.model.things import CLAIMS
from equal_footing.reading.documents import Document
from equal_footing.reading.problems import Path, Problem, quote


def _claims(dataset: Dataset) -> Iterator[tuple[Document, Path, Claim]]:
    for section, document in dataset.sections:
        for number, claim in enumerate(section.claims):
            yield document, ("claims", number), claim


def all_claims(dataset: Dataset) -> Iterator[Problem]:
    """Every claim of the article is listed once, in the article's order."""
    entry = next((entry for entry in dataset.entries.values() if isinstance(entry.record, Article)), None)
    if entry is None or not isinstance(entry.record, Article):
        return
    seen: dict[str, str] = {}
    latest = ""
    in_order = len({section.order for section, _ in dataset.sections}) == len(dataset.sections)
    for document, path, claim in _claims(dataset):
        if claim.id in seen:
            message = f"{quote(claim.id)} is already in {seen[claim.id]}."
            yield document.problem((*path, "id"), message, "claim-twice")
        elif claim.id < latest and in_order:
            yield document.problem((*path, "id"), f"{quote(claim.id)} comes after {latest}.", "claim-order")
        seen.setdefault(claim.id, document.file)
        latest = max(latest, claim.id)
    if any(file.startswith("data/article/") for file in dataset.unread):
        return  # the claims may be in a file that could not be read
    numbers = (number for number in range(1, 1000) if not dataset.is_left(f"{CLAIMS}/s{number:03}"))
    expected = {f"s{number:03}": number for number in itertools.islice(numbers, entry.record.claims)}
    for first, last in _runs([number for claim, number in expected.items() if claim not in seen]):
        many = f"the claims s{first:03} to s{last:03} are missing."
        message = f"the claim s{first:03} is missing." if first == last else many
        yield entry.document.problem(("claims",), message, "claim-missing")
    for extra in [claim for claim in seen if claim not in expected]:
        yield entry.document.problem(("claims",), f"the claim {extra} is one more than there are.", "claim-extra")


def _runs(numbers: list[int]) -> Iterator[tuple[int, int]]:
    """Yield the first and last of each run of consecutive numbers."""
    for _, run in itertools.groupby(enumerate(numbers), lambda item: item[1] - item[0]):
        found = [number for _, number in run]
        yield found[0], found[-1]


def lines(dataset: Dataset) -> Iterator[Problem]:
    """The claims follow the lines of the article: none is on a line above that of the claim before it."""
    before = 1
    for section, document in sorted(dataset.sections, key=lambda item: item[0].order):
        for number, claim in enumerate(section.claims):
            if claim.line < before:
                message = f"{claim.line} comes after line {before}, of the claim before it. One of the two is wrong."
                yield document.problem(("claims", number, "line"), message, "claim-line")
            before = claim.line


def evidence(dataset: Dataset) -> Iterator[Problem]:
    """A verdict that needs sources has them."""
    for document, path, claim in _claims(dataset):
        if dataset.vocabulary.verdicts[claim.verdict].needs_evidence and not claim.evidence:
            message = f"the verdict {claim.verdict} needs evidence. Add `evidence: [{{source: …, locator: …}}]`."
            yield document.problem(path, message, "claim-evidence")


def claim_records(dataset: Dataset) -> Iterator[Problem]:
    """A claim names records that exist."""
    for document, path, claim in _claims(dataset):
        for position, record in enumerate(claim.records):
            if record not in dataset.known:
                message = f"{quote(record)} does not exist.{near_record(record, dataset.known, dataset.called)}"
                yield document.problem((*path, "records", position), message, "claim-record")


def section_order(dataset: Dataset) -> Iterator[Problem]:
    """No two sections have the same place in the order."""
    seen: dict[int, str] = {}
    for section, document in dataset.sections:
        if section.order in seen:
            message = f"{section.order} is the place of {seen[section.order]} already."
            yield document.problem(("order",), message, "section-order")
        seen.setdefault(section.order, document.file)


def right_names(dataset: Dataset) -> Iterator[Problem]:
    """The correct name for a name of the article is a name of its record."""
    if dataset.article_names is None:
        return
    names, document = dataset.article_names
    for number, item in enumerate(names.names):
        entry = dataset.entries.get(dataset.resolve(item.record))
        if entry is None:
            if item.record not in dataset.known:
                message = (
                    f"{quote(item.record)} does not exist.{near_record(item.record, dataset.known, dataset.called)}"
                )
                yield document.problem(("names", number, "record"), message, "name-record")
        elif item.part:
            if not any(item.name in text for text in _texts(entry.record)):
                message = f"{entry.id} does not speak of {quote(item.name)}."
                yield document.problem(("names", number, "name"), message, "name-right")
        elif "en" in entry.record.name and item.name not in _names(entry.record):
            message = f"{quote(item.name)} is not a name of {entry.id}: {quote(entry.record.title)}."
            yield document.problem(("names", number, "name"), message, "name-right")


def _names(record: Record) -> set[str]:
    names = {*record.name.values(), *(record.short_name or {}).values()}
    return names.union(*(other.name.values() for other in record.other_names))


def _texts(record: Record) -> list[str]:
    facts = [text for fact in record.facts for text in (fact.label, fact.value, fact.note) if text]
    return [record.summary, *record.paragraphs, *facts]


def fault_ids(dataset: Dataset) -> Iterator[Problem]:
    """No two faults of the translation share an id."""
    if dataset.article_faults is None:
        return
    faults, document = dataset.article_faults
    seen: set[str] = set()
    for number, fault in enumerate(faults.faults):
        if fault.id in seen:
            yield document.problem(("faults", number, "id"), f"{quote(fault.id)} occurs twice.", "fault-twice")
        seen.add(fault.id)


RULES = (all_claims, lines, evidence, claim_records, section_order, right_names, fault_ids)
