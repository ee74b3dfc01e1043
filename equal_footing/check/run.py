"""Runs the rules over the dataset: each is a function that yields a problem for every place where it is broken.

Most rules take the dataset, those that need parsed values take its resolved facts. The order of the rules does not
matter, because problems are sorted by file and line.
"""

import gc
import pickle
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from equal_footing.check import (
    article,
    doubts,
    endings,
    facts,
    figures,
    kinds,
    languages,
    locators,
    questions,
    records,
    references,
    sections,
    signs,
    sources,
    time,
    twice,
)
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
    *figures.RULES_OF_RESOLVED_FACTS,
    *doubts.RULES_OF_RESOLVED_FACTS,
)
OF_ALL_FILES = (references.unused_sources,)
"""Rules that look for something in all files: over a part of them they find mistakes where there are none."""


def check(dataset: Dataset) -> list[Problem]:
    """Run every rule over the dataset and return the problems, sorted by file and line."""
    return _check(Facts(dataset))


def _check(facts: Facts) -> list[Problem]:
    return tidy(problem for found in rule_by_rule(facts) for problem in found)


def rule_by_rule(facts: Facts) -> Iterator[list[Problem]]:
    """Yield the problems that each rule finds in a dataset and its facts, one rule after the other."""
    for rule in RULES:
        yield list(rule(facts.dataset))
    for rule_of_facts in RULES_OF_RESOLVED_FACTS:
        yield list(rule_of_facts(facts))


def check_files(dataset: Dataset, files: Collection[str]) -> list[Problem]:
    """Return the problems that show in some files of a dataset by themselves: quickly, before `check` finds all."""
    part = _part(dataset, files)
    has_sources = any(item.document.file in files for item in dataset.sources.values())
    skipped = OF_ALL_FILES if has_sources else (*OF_ALL_FILES, *sources.RULES)
    resolved = Facts(part)
    of_facts = (problem for rule in RULES_OF_RESOLVED_FACTS for problem in rule(resolved))
    found = (problem for rule in RULES if rule not in skipped for problem in rule(part))
    return tidy([*found, *of_facts])


def _part(dataset: Dataset, files: Collection[str]) -> Dataset:
    """Return the records, answers, figures and values of some files, with all else that they may refer to."""
    records = {name: entry for name, entry in dataset.entries.items() if entry.file in files or "/" not in name}
    answers = {name: answer for name, answer in dataset.answers.items() if answer.document.file in files}
    figures = [figure for figure in dataset.figures if figure.document.file in files]
    return replace(dataset, entries=records, answers=answers, figures=figures, only=files)


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


def facts_checked(root: Path, kept: Store = NOTHING) -> Facts:
    """Read and check `root/data`, and return its facts; raises `DataError` with every problem when there is one.

    What a file was read as is taken from `kept`, and put there; so is that files passed the check on this day, with
    what it asks about.
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
                problems += _check(facts)
                if not problems:
                    kept.put(key, pickle.dumps(ask(facts)))
    if problems or facts is None:
        raise DataError(problems, dataset.unread if dataset else ())
    _let_go(facts.dataset, loader.documents.values())
    return facts


def _let_go(dataset: Dataset, documents: Iterable[Document]) -> None:
    """Let go of what reading and checking alone need: it is a fifth of what the data take, and would stay with them."""
    dataset.let_go_of_values()
    for document in documents:
        document.let_go()
