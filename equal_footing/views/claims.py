"""What is shown of the source article: its claims, and how each compares with what sources say."""

from collections import Counter
from dataclasses import dataclass
from pathlib import PurePosixPath

from equal_footing.model.article import Claim, PrintedName, Section
from equal_footing.model.dataset import Dataset
from equal_footing.model.entries import Entry
from equal_footing.model.fixed_words import ARTICLE
from equal_footing.model.terms import Term
from equal_footing.model.text import Cited, citations
from equal_footing.model.vocabulary import Verdict


@dataclass(frozen=True, slots=True)
class ClaimView:
    """A claim with its verdict and type, the evidence that its finding does not cite, and the records that carry it.

    `address` is its place on the page of its section.
    """

    address: str
    claim: Claim
    verdict: Verdict
    type: Term
    further_evidence: tuple[Cited, ...]
    records: tuple[Entry, ...]

    @property
    def number(self) -> int:
        """The number of the claim in the article, which its id holds."""
        return int(self.claim.id[1:])

    @property
    def places(self) -> list[str]:
        """The places of its records, each once."""
        return list(dict.fromkeys(entry.place for entry in self.records))


@dataclass(frozen=True, slots=True)
class SectionView:
    """A section of the article with its claims, and how many of them have which verdict."""

    name: str
    section: Section
    claims: tuple[ClaimView, ...]

    @property
    def address(self) -> str:
        """The address of its page."""
        return section_address(self.name)

    @property
    def verdicts(self) -> list[tuple[Verdict, int]]:
        """How many claims have which verdict, those of most claims first."""
        terms = {view.verdict.id: view.verdict for view in self.claims}
        return [
            (terms[name], number) for name, number in Counter(view.verdict.id for view in self.claims).most_common()
        ]


def section_address(name: str) -> str:
    """Return the address of the page of a section, which is named after its file."""
    return f"{ARTICLE}/{name}/"


def section_names(dataset: Dataset) -> list[tuple[str, Section]]:
    """Return the sections of the article in its order, each with its name."""
    return [(PurePosixPath(document.file).stem, section) for section, document in dataset.sections]


def addresses(dataset: Dataset) -> dict[str, str]:
    """Return the address of each claim, by its id."""
    return {
        claim.id: f"{section_address(name)}#{claim.id}"
        for name, section in section_names(dataset)
        for claim in section.claims
    }


def sections(dataset: Dataset) -> list[SectionView]:
    """Return the article section by section, in its order, each with its claims."""
    known = addresses(dataset)
    return [
        SectionView(name, section, tuple(_claim(dataset, claim, known) for claim in section.claims))
        for name, section in section_names(dataset)
    ]


def of_record(dataset: Dataset, entry: Entry) -> list[ClaimView]:
    """Return the claims that a record carries."""
    known = addresses(dataset) if entry.id in dataset.claims_of else {}
    return [_claim(dataset, claim, known) for claim in dataset.claims_of.get(entry.id, [])]


def verdicts(dataset: Dataset) -> list[tuple[Verdict, int]]:
    """Return how many claims of the article have each verdict."""
    counts = Counter(claim.verdict for section, _ in dataset.sections for claim in section.claims)
    return [(term, counts[term.id]) for term in dataset.vocabulary.verdicts.values() if counts[term.id]]


def departures(dataset: Dataset) -> list[tuple[Verdict, list[ClaimView]]]:
    """Return the claims of the article from which sources depart, by verdict, the worst first."""
    known = addresses(dataset)
    claims = [claim for section, _ in dataset.sections for claim in section.claims]
    found = [
        (term, [_claim(dataset, claim, known) for claim in claims if claim.verdict == term.id])
        for term in reversed(dataset.vocabulary.verdicts.values())
        if term.departs
    ]
    return [(term, mine) for term, mine in found if mine]


def has_translation(dataset: Dataset) -> bool:
    """Return whether anything is on record of the article's translation."""
    return bool(dataset.article_names or dataset.article_faults)


def printed_names(dataset: Dataset) -> list[tuple[PrintedName, Entry]]:
    """Return the names that the article's translation prints, with the right ones, and the records that they name."""
    names = dataset.article_names[0].names if dataset.article_names else []
    return [(item, _entry(dataset, item.record)) for item in names]


def _claim(dataset: Dataset, claim: Claim, known: dict[str, str]) -> ClaimView:
    vocabulary = dataset.vocabulary
    seen = set(citations(claim.finding))
    evidence = (Cited(one.source, one.locator) for one in claim.evidence)
    return ClaimView(
        known[claim.id],
        claim,
        vocabulary.verdicts[claim.verdict],
        vocabulary.claim_types[claim.type],
        tuple(item for item in evidence if item not in seen),
        tuple(_entry(dataset, record) for record in claim.records),
    )


def _entry(dataset: Dataset, record: str) -> Entry:
    return dataset.entries[dataset.resolve(record)]
