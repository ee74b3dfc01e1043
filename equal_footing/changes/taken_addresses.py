"""Finds things at an address from which another thing has moved: old footnotes would lead to something else."""

from collections.abc import Iterator

from equal_footing.changes.snapshot import Snapshot
from equal_footing.model import things
from equal_footing.model.dataset import Dataset
from equal_footing.reading.problems import Problem


def check(newest: Snapshot | None, dataset: Dataset) -> Iterator[Problem]:
    """Yield a problem for each thing that is where the newest edition leads on to another one.

    A thing that has moved back, or was withdrawn and is back, is none.
    """
    for subject in newest.subjects.values() if newest else ():
        if subject.moved_to and subject.name in dataset.things and dataset.resolve(subject.moved_to) != subject.name:
            address, now = things.address(subject.name), dataset.resolve(subject.moved_to)
            message = (
                f"{address} has led to {things.address(now)} since an edition, and would now show another thing. "
                f"Give this one another name, and put `moved_to: {now}` back in its place."
            )
            yield Problem(things.file(subject.name), 1, 1, "", message, "address-taken")
