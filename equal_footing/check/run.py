"""Runs the rules over the dataset: each is a function that yields a problem for every place where it is broken.

Most rules take the dataset, those that need parsed values take its resolved facts. The order of the rules does not
matter, because problems are sorted by file and line.
"""

import gc
import itertools
import pickle
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from equal_footing.check import (
    amendments,
    article,
    doubts,
    endings,
    facts,
    figures,
    kinds,
    languages,
    locators,
    parts,
    passes,
    questions,
    records,
    references,
    sections,
    signs,
    sources,
    time,
    twice,
)
from equal_footing.check.doubts import PlacedDoubt
from equal_footing.check.passes import Passes
from equal_footing.keeping.store import NOTHING, Store, digest, digest_of_program
from equal_footing.model import loading
from equal_footing.model.dataset import Dataset
from equal_footing.reading.documents import Document
from equal_footing.reading.problems import DataError, Problem, tidy
from equal_footing.statement.facts import Facts

RULES: tuple[Callable[[Dataset], Iterator[Problem]], ...] = (
    *records.RULES,
    *kinds.RULES,
    *sections.RULES,
    *facts.RULES,
    *time.RULES,
    *references.RULES,
    *languages.RULES,
    *locators.RULES,
    *sources.RULES,
    *signs.RULES,
    *twice.RULES,
    *article.RULES,
    *questions.RULES,
    *figures.RULES,
    *endings.RULES,
)
RULES_OF_RESOLVED_FACTS: tuple[Callable[[Facts], Iterator[Problem]], ...] = (
    *records.RULES_OF_RESOLVED_FACTS,
    *facts.RULES_OF_RESOLVED_FACTS,
    *time.RULES_OF_RESOLVED_FACTS,
    *amendments.RULES_OF_RESOLVED_FACTS,
    *twice.RULES_OF_RESOLVED_FACTS,
    *figures.RULES_OF_RESOLVED_FACTS,
)
OF_ALL_FILES = (references.unused_sources,)
"""Rules that look for something in all files: over a part of them they find mistakes where there are none."""
AMONG_PARTS: tuple[Callable[[Dataset], Iterator[Problem]], ...] = (
    records.one_record_a_thing,
    records.country_codes,
    references.circles,
    sources.listed_once,
    references.unused_sources,
)
"""Rules that compare what is in several parts of the data. All others look at one part after the other."""
AMONG_PARTS_OF_RESOLVED_FACTS = (twice.texts,)


def check(dataset: Dataset, passed: Passes | None = None) -> list[Problem]:
    """Run every rule over the dataset and return the problems, sorted by file and line; skip parts that `passed`."""
    return _check(Facts(dataset), passed or passes.of(dataset))


def _check(facts: Facts, passed: Passes) -> list[Problem]:
    return tidy(problem for found in step_by_step(facts, passed) for problem in found)


def step_by_step(facts: Facts, passed: Passes) -> Iterator[list[Problem]]:
    """Yield the problems in each part of a dataset that is not known to pass, then those that each other rule finds.

    Last come needless answers to questions. Where a folder has another problem, its questions are not all known.
    """
    odd: list[PlacedDoubt] = []
    faulty = {parts.folder(file) for file in facts.dataset.unread}
    for found in _but_needless_answers(facts, passed, odd):
        faulty |= {parts.folder(problem.file) for problem in found}
        yield found
    yield [problem for problem in doubts.needless_answers(facts) if parts.folder(problem.file) not in faulty]


def _but_needless_answers(facts: Facts, passed: Passes, odd: list[PlacedDoubt]) -> Iterator[list[Problem]]:
    """Yield the problems of each step but the last one, and add what is odd in the parts to `odd`."""
    for part in parts.by_folder(facts.dataset):
        found = passed.doubts(part)
        if found is None:
            of_part = Facts(part.dataset)
            problems = _problems(of_part, (*AMONG_PARTS, *AMONG_PARTS_OF_RESOLVED_FACTS))
            found = list(doubts.of_part(of_part))
            facts.take(of_part)
            if not problems:
                passed.keep(part, found)
            yield problems
        odd += found
    facts.once(doubts.IN_PARTS, lambda: odd)
    for rule in AMONG_PARTS:
        yield list(rule(facts.dataset))
    for rule_of_facts in AMONG_PARTS_OF_RESOLVED_FACTS:
        yield list(rule_of_facts(facts))


def check_files(dataset: Dataset, files: Collection[str]) -> list[Problem]:
    """Return the problems that show in some files of a dataset by themselves: quickly, before `check` finds all."""
    found = [_problems(Facts(part.dataset), OF_ALL_FILES) for part in parts.of_files(dataset, files)]
    circles = references.circles(dataset)  # which may replace what a part shows
    return tidy(itertools.chain(*found, circles))


def _problems(facts: Facts, but: Collection[object]) -> list[Problem]:
    """Return the problems that the rules find, except for some rules."""
    found = [problem for rule in RULES if rule not in but for problem in rule(facts.dataset)]
    return found + [problem for rule in RULES_OF_RESOLVED_FACTS if rule not in but for problem in rule(facts)]


@contextmanager
def _collector_at_rest() -> Iterator[None]:
    """Keep Python from looking for garbage among data that all stay: it would go through them again and again."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def ask(facts: Facts) -> list[Problem]:
    """Return what the check asks about in data without problems, sorted by file and line; it stops no build."""
    return facts.once("questions", lambda: doubts.questions(facts))


def load_checked(root: Path, kept: Store = NOTHING) -> Dataset:
    """Read and check `root/data`, as `facts_checked` does."""
    return facts_checked(root, kept).dataset


def _key_of_passing(dataset: Dataset, documents: Iterable[Document]) -> str:
    """Return the key under which is kept that data passed: the hash of all that the rules read."""
    files = (part for document in documents for part in (document.file, document.digest))
    return digest(digest_of_program(), str(dataset.today()), repr(dataset.published), *files)


def facts_checked(
    root: Path, kept: Store = NOTHING, beside: Callable[[Dataset], Iterable[Problem]] = lambda _: ()
) -> Facts:
    """Read and check `root/data`, and return its facts; raises `DataError` with every problem when there is one.

    To these are added what `beside` finds, which has to make do with data that have problems. What a file was read as
    is taken from `kept`, and put there; so is that files passed the check on this day, with what it asks about.
    """
    with _collector_at_rest():
        loader = loading.Loader(root, kept)
        dataset, problems = loader.load()
        facts = Facts(dataset) if dataset else None
        if dataset and facts:
            key = _key_of_passing(dataset, loader.documents.values())
            passed = kept.get(key)
            if passed is not None:
                facts.once("questions", lambda: pickle.loads(passed))
            else:
                problems += _check(facts, passes.of(dataset, kept, loader.documents.values()))
                if not problems:
                    kept.put(key, pickle.dumps(ask(facts)))
    if problems or facts is None:
        beside_them = beside(dataset) if dataset else ()
        raise DataError([*problems, *beside_them], dataset.unread if dataset else ())
    for document in loader.documents.values():
        document.let_go()  # what reading and checking alone need is a fifth of what the data take, and would stay
    return facts
