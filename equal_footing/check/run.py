"""Runs the rules over the dataset: each is a function that yields a problem for every place where it is broken.

Most rules take the dataset, those that need parsed values take its resolved facts. The order of the rules does not
matter, because problems are sorted by file and line.
"""

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from equal_footing.check import (
    article,
    facts,
    figures,
    locators,
    questions,
    records,
    references,
    sections,
    sources,
    time,
    withdrawn,
)
from equal_footing.model import loading
from equal_footing.model.dataset import Dataset
from equal_footing.reading.problems import DataError, Problem, tidy
from equal_footing.statement.facts import Facts

RULES: tuple[Callable[[Dataset], Iterator[Problem]], ...] = (
    *records.RULES,
    *sections.RULES,
    *facts.RULES,
    *time.RULES,
    *references.RULES,
    *locators.RULES,
    *sources.RULES,
    *article.RULES,
    *questions.RULES,
    *figures.RULES,
    *withdrawn.RULES,
)
RULES_OF_RESOLVED_FACTS: tuple[Callable[[Facts], Iterator[Problem]], ...] = (
    *records.RULES_OF_RESOLVED_FACTS,
    *facts.RULES_OF_RESOLVED_FACTS,
    *time.RULES_OF_RESOLVED_FACTS,
    *figures.RULES_OF_RESOLVED_FACTS,
)


def check(dataset: Dataset) -> list[Problem]:
    """Run every rule over the dataset and return the problems, sorted by file and line."""
    resolved = Facts(dataset)
    of_facts = (problem for rule in RULES_OF_RESOLVED_FACTS for problem in rule(resolved))
    return tidy([*(problem for rule in RULES for problem in rule(dataset)), *of_facts])


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


def load_checked(root: Path) -> Dataset:
    """Read and check `root/data`; raises `DataError` with every problem when there is one."""
    with _collector_at_rest():
        dataset, problems = loading.load(root)
        if dataset:
            problems += check(dataset)
    if problems or dataset is None:
        raise DataError(problems)
    return dataset
