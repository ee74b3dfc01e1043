"""Overviews across all records: sources, lessons, counts, completeness of a place, code lists, disagreements."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Context, Decimal
from functools import partial

from equal_footing.model import things
from equal_footing.model.anchors import slug
from equal_footing.model.dataset import Dataset
from equal_footing.model.entries import Entry, SourceEntry
from equal_footing.model.fixed_words import ARTICLE, LESSON, PART_OF
from equal_footing.model.messages import Messages
from equal_footing.model.terms import Term
from equal_footing.model.text import citations, links
from equal_footing.model.things import COMPARE, FIGURES
from equal_footing.model.vocabulary import FOLDER, MODELS, Evidence, Field, Hosts
from equal_footing.statement import credit
from equal_footing.statement.credit import Reference
from equal_footing.statement.facts import Facts
from equal_footing.statement.stated import Stated

ARCHIVE = "https://web.archive.org/web/"
"""Where a copy of a page can be looked for: with a day and an address behind it, the copy nearest to that day."""
NEAR = Decimal("1.1")
"""Up to this ratio two values differ by percents rather than times."""
NAMED = 6
"""How many of the records behind a lesson the list of lessons names."""
Place = tuple[str, str, int]
"""A place of the site that cites a source: its title and its address, and how often it cites the source."""


@dataclass(frozen=True, slots=True)
class SourceView:
    """A source with what cites it; `archive` is where a copy is kept or can be looked for."""

    entry: SourceEntry
    uses: tuple[Place, ...]
    archive: str

    @property
    def reference(self) -> Reference:
        """The source as a list of sources gives it."""
        return credit.reference(self.entry.source)


def _use(dataset: Dataset, withdrawn: Mapping[str, str], page: str, number: int, words: Messages) -> Place:
    """Say where a source is cited: on a record's page, in the article, in an answer, in a figure.

    `withdrawn` holds the titles of what was withdrawn by their pages, as in `Use`.
    """
    path, hash_, anchor = page.partition("#")
    address = f"{path}/{hash_}{anchor}"
    if page in withdrawn:
        return withdrawn[page], address, number
    if path == ARTICLE and anchor:
        return words("use-article", number=int(anchor[1:])), address, number
    if path.startswith(f"{COMPARE}/"):
        question = dataset.questions[path.removeprefix(f"{COMPARE}/")].question.short
        country = dataset.entries[anchor].record.title if anchor in dataset.entries else ""
        return words("use-answer", question=question, country=country) if country else question, address, number
    if path.endswith(f"/{FIGURES}"):
        title = next(figure.figure.title for figure in dataset.figures if figure.id == anchor)
        return words("use-figure", title=title), address, number
    return dataset.entries[path].record.title, address, number


def sources(dataset: Dataset, place: str, words: Messages) -> list[tuple[Evidence, list[SourceView]]]:
    """Return the sources in a place's list with what cites them, by grade, the best first, and by their authors."""
    grades = dataset.vocabulary.evidence.values()
    graded = [(grade, sources_of_grade(dataset, place, grade.id, words)) for grade in grades]
    return [(grade, found) for grade, found in graded if found]


def sources_of_grade(dataset: Dataset, place: str, grade: str, words: Messages) -> list[SourceView]:
    """Return the sources of one grade in a place's list with what cites them, by their authors."""
    found = [entry for entry in dataset.sources_of(place) if entry.grade.id == grade]
    return sorted(used(dataset, found, words), key=lambda view: (view.reference.authors.casefold(), view.entry.key))


def used(dataset: Dataset, entries: Iterable[SourceEntry], words: Messages) -> list[SourceView]:
    """Return sources with what cites them."""
    views = []
    withdrawn = {things.page(name): item.title for name, (item, _) in dataset.withdrawn.items()}
    for entry in entries:
        counts = Counter(dataset.uses.get(entry.key, []))
        uses = tuple(_use(dataset, withdrawn, page, number, words) for page, number in counts.items())
        archive = entry.source.archive or f"{ARCHIVE}{entry.source.read}/{entry.source.url}".replace("-", "", 2)
        views.append(SourceView(entry, uses, archive))
    return views


def source_counts(dataset: Dataset) -> list[tuple[Entry, list[int]]]:
    """Return how many sources of each grade each place has, and last in all; without places with none."""
    found = Counter((entry.place, entry.grade.id) for entry in dataset.sources.values())
    counts = [(place, [found[place, kind] for kind in dataset.vocabulary.evidence]) for place in dataset.places]
    return [(dataset.entries[place], [*numbers, sum(numbers)]) for place, numbers in counts if any(numbers)]


def source_types(dataset: Dataset, place: str | None = None) -> list[tuple[Term, int]]:
    """Return how many sources of each type there are, in all or in one place, and leave out types without any."""
    found = Counter(item.source.type for item in dataset.sources_of(place))
    return [(term, found[term.id]) for term in dataset.vocabulary.source_types.values() if found[term.id]]


@dataclass(frozen=True, slots=True)
class Share:
    """A number of things of which there are so many in all, such as the facts that are stated."""

    number: int
    total: int

    @property
    def percent(self) -> int:
        """What it is in percent of all."""
        return round(100 * self.number / self.total) if self.total else 0


@dataclass(frozen=True, slots=True)
class Copies:
    """What was read in copies that others keep: how many sources, and how many values that rest on nothing else."""

    sources: int
    values: Share


def copies(facts: Facts, place: str | None = None) -> Copies:
    """Return what was read in copies, in all or in one place; the message `copies-about` says what counts."""
    dataset = facts.dataset
    found = [credit.is_only_in_copies(dataset, keys) for ground in facts.grounds(place) for keys in ground.values]
    sources = sum(item.key in dataset.copies for item in dataset.sources_of(place))
    return Copies(sources, Share(sum(found), len(found)))


def lessons(dataset: Dataset) -> list[tuple[Entry, list[tuple[Entry, list[Entry]]]]]:
    """Return the lessons of each place, in the article's order where it draws them, each with its parts.

    A part is a lesson that belongs to another one and has no parts itself.
    """
    found = []
    for place in dataset.places:
        entries = sorted(dataset.by_place_and_kind.get((place, LESSON), []), key=partial(_first_claim, dataset))
        ids = {entry.id for entry in entries}
        above = {
            entry.id: ids.intersection(
                dataset.resolve(relation.to) for relation in entry.record.relations if relation.type == PART_OF
            )
            for entry in entries
        }
        parents = set().union(*above.values())
        leaves = [entry for entry in entries if above[entry.id] and entry.id not in parents]
        tops = [entry for entry in entries if entry not in leaves]
        if tops:
            parts = [(top, [leaf for leaf in leaves if top.id in above[leaf.id]]) for top in tops]
            found.append((dataset.entries[place], parts))
    return found


def _first_claim(dataset: Dataset, entry: Entry) -> tuple[str, str]:
    """Return the first claim of the article that names a record, to sort by; those without one come last."""
    return min((claim.id for claim in dataset.claims_of.get(entry.id, [])), default="~"), entry.record.title


@dataclass(frozen=True, slots=True)
class LessonView:
    """A lesson as the list of lessons shows it: its text in short, the titles of its sections, what it rests on.

    `records` are the first `NAMED` of those that its text links to, `more` how many others there are; `sources` is how
    many sources it cites.
    """

    entry: Entry
    sections: tuple[tuple[str, str], ...]
    records: tuple[Entry, ...]
    more: int
    sources: int


def lesson(dataset: Dataset, entry: Entry) -> LessonView:
    """Return a lesson as the list of lessons shows it."""
    texts = [entry.record.summary, *(text for section in entry.record.sections for text in section.paragraphs)]
    linked = dict.fromkeys(
        dataset.resolve(link.partition("#")[0].strip("/"))
        for text in texts
        for link in links(text)
        if link.startswith("/")
    )
    records = [dataset.entries[record] for record in linked if record in dataset.entries]
    return LessonView(
        entry=entry,
        sections=tuple((f"text-{slug(part.title)}", part.title) for part in entry.record.sections if part.title),
        records=tuple(records[:NAMED]),
        more=max(0, len(records) - NAMED),
        sources=len({item.key for text in texts for item in citations(text)}),
    )


@dataclass(frozen=True, slots=True)
class Completeness:
    """How much of a place is known, and on what it rests.

    `grades` says how many facts have which grade of evidence as their best, `missing` how many have no value, and why.
    """

    facts: int
    several: Share
    grades: tuple[tuple[Term, Share], ...]
    missing: tuple[tuple[Term, int], ...]


def completeness(facts: Facts, place: str) -> Completeness:
    """Return how many facts of a place are stated, and how many of them rest on which grade of evidence."""
    dataset = facts.dataset
    mine = facts.grounds(place)
    stated = [set(ground.sources) for ground in mine if ground.values]
    best = Counter(credit.grades(dataset, keys)[0].id for keys in stated if keys)
    missing = Counter(ground.missing for ground in mine)

    def share(number: int) -> Share:
        return Share(number, len(stated))

    return Completeness(
        facts=len(stated),
        several=share(sum(len(keys) > 1 for keys in stated)),
        grades=tuple((grade, share(best[grade.id])) for grade in dataset.vocabulary.evidence.values()),
        missing=tuple((term, missing[term.id]) for term in dataset.vocabulary.missing.values() if missing[term.id]),
    )


def code_lists(dataset: Dataset) -> list[tuple[str, str, list[tuple[Term, list[str], list[str]]], bool]]:
    """Return the code lists of the vocabulary: name, file, words, and whether these have a type of value.

    A word comes with the hosts that it lists, and with those that are excepted, where it is a group of hosts.
    """
    vocabulary = dataset.vocabulary
    lists = (
        "kinds", "groups", "fields", "missing", "supports", "precisions", "bases", "statuses", "relations",
        "source_types", "evidence", "hosts",
        "question_groups", "asks", "answers", "comparisons",
        "verdicts", "claim_types", "name_types", "identifier_schemes",
    )  # fmt: skip
    return [
        (
            name,
            f"{FOLDER}/{name}.yml",
            [_with_hosts(term) for term in vocabulary.codes(name).values()],
            MODELS[name] is Field,
        )
        for name in lists
    ]


def _with_hosts(term: Term) -> tuple[Term, list[str], list[str]]:
    return (term, term.hosts, term.exceptions) if isinstance(term, Hosts) else (term, [], [])


def disagreements(facts: Facts) -> list[tuple[Entry, Stated]]:
    """Return the facts on which sources disagree, those first whose values are furthest apart.

    Numbers of one unit are compared by their ratio; what else there is comes after them, by the name of the record.
    """
    found = [(facts.dataset.entries[record], fact) for record, fact in facts.disputed]
    return sorted(found, key=lambda item: (-(ratio(item[1]) or 0), item[0].record.title.casefold()))


def ratio(fact: Stated) -> Decimal | None:
    """Return how many times the smallest of several numbers of one unit is in the largest.

    None for what is not a number above zero, for ranges, and for numbers of which nobody can say which is larger.
    """
    values = fact.values
    numbers = [value.number for value in values if value.number and value.number > 0 and value.upper is None]
    counted = {(value.measure, value.currency, value.per) for value in values}
    return max(numbers) / min(numbers) if len(numbers) == len(values) > 1 == len(counted) else None


def apart(fact: Stated, words: Messages) -> str:
    """Return in words how far the values of a fact are apart, to two figures; nothing where that is not a number."""
    found = ratio(fact)
    if found is None:
        return ""
    if found < NEAR:
        return words("apart-percent", number=words.number(_two_figures((found - 1) * 100)))
    key = "apart-times" if len(fact.values) == 2 else "apart-times-of-several"
    return words(key, number=words.number(_two_figures(found)))


def _two_figures(number: Decimal) -> Decimal:
    return Context(prec=2).plus(number).normalize() + 0
