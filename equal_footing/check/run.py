"""The checks of the data: one small function per rule, each yields problems.

A rule sees the whole dataset and reports every place where it is broken. The order here is only the order in which
the rules run; problems are sorted by file and line.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from equal_footing.check import article, facts, figures, questions, records, references, withdrawn
from equal_footing.model import loading
from equal_footing.model.dataset import Dataset
from equal_footing.reading.problems import DataError, Problem, tidy

Rule = Callable[[Dataset], Iterator[Problem]]

RULES: tuple[Rule, ...] = (
    *records.RULES,
    *facts.RULES,
    *references.RULES,
    *article.RULES,
    *questions.RULES,
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
