"""What is shown of the source article: its claims, and how each compares with what sources say."""

from collections import Counter
from dataclasses import dataclass

from equal_footing.model.article import Claim, PrintedName, Section
from equal_footing.model.dataset import Dataset, Entry
from equal_footing.model.text import Cited, citations
from equal_footing.model.vocabulary import Term, Verdict


@dataclass(frozen=True, slots=True)
class ClaimView:
    """A claim with its verdict and type, the evidence that its finding does not cite, and the records that carry it."""

    claim: Claim
    verdict: Verdict
    type: Term
    further_evidence: tuple[Cited, ...]
    records: tuple[Entry, ...]


def sections(dataset: Dataset) -> list[tuple[Section, list[ClaimView]]]:
    """Return the article section by section, in its order, each with its claims."""
    return [(section, [_claim(dataset, claim) for claim in section.claims]) for section, _ in dataset.sections]


def of_record(dataset: Dataset, entry: Entry) -> list[ClaimView]:
    """Return the claims that a record carries."""
    return [_claim(dataset, claim) for claim in dataset.claims_of.get(entry.id, [])]


def verdicts(dataset: Dataset) -> list[tuple[Verdict, int]]:
    """Return how many claims of the article have each verdict."""
    counts = Counter(claim.verdict for section, _ in dataset.sections for claim in section.claims)
    return [(term, counts[term.id]) for term in dataset.vocabulary.verdicts.values() if counts[term.id]]


def departures(dataset: Dataset) -> list[tuple[Verdict, list[ClaimView]]]:
    """Return the claims of the article from which sources depart, by verdict."""
    claims = [claim for section, _ in dataset.sections for claim in section.claims]
    found = [
        (term, [_claim(dataset, claim) for claim in claims if claim.verdict == term.id])
        for term in dataset.vocabulary.verdicts.values()
        if term.departs
    ]
    return [(term, mine) for term, mine in found if mine]


def printed_names(dataset: Dataset) -> list[tuple[PrintedName, Entry]]:
    """Return the names that the article's translation prints, with the right ones, and the records that they name."""
    names = dataset.article_names[0].names if dataset.article_names else []
    return [(item, _entry(dataset, item.record)) for item in names]


def _claim(dataset: Dataset, claim: Claim) -> ClaimView:
    vocabulary = dataset.vocabulary
    seen = set(citations(claim.finding))
    evidence = (Cited(one.source, one.locator) for one in claim.evidence)
    return ClaimView(
        claim,
        vocabulary.verdicts[claim.verdict],
        vocabulary.claim_types[claim.type],
        tuple(item for item in evidence if item not in seen),
        tuple(_entry(dataset, record) for record in claim.records),
    )


def _entry(dataset: Dataset, record: str) -> Entry:
    return dataset.entries[dataset.resolve(record)]
