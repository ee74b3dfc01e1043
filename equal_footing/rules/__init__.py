"""The checks of the data: one small function per rule, each yields problems.

A rule sees the whole dataset and reports every place where it is broken. The order here is only the order in which
the rules run; problems are sorted by file and line.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from equal_footing import loading
from equal_footing.dataset import Dataset
from equal_footing.problems import DataError, Problem, tidy
from equal_footing.rules import article, comparison, facts, figures, records, references, withdrawn

Rule = Callable[[Dataset], Iterator[Problem]]

RULES: tuple[Rule, ...] = (
    *records.RULES,
    *facts.RULES,
    *references.RULES,
    *article.RULES,
    *comparison.RULES,
    *figures.RULES,
    *withdrawn.RULES,
)


def check(dataset: Dataset) -> list[Problem]:
    """Run every rule over the dataset and return the problems, sorted by file and line."""
    return tidy(problem for rule in RULES for problem in rule(dataset))


def load_checked(root: Path) -> Dataset:
    """Read and check `root/data`; raises `DataError` with every problem when there is one."""
    dataset, problems = loading.load(root)
    if dataset:
        problems += check(dataset)
    if problems or dataset is None:
        raise DataError(problems)
    return dataset
