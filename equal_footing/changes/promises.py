"""Finds where the data break what the editions have promised: addresses that stay, and reasons for other values."""

from pathlib import Path

from equal_footing.changes import editions, reasons, taken_addresses
from equal_footing.model.dataset import Dataset
from equal_footing.model.messages import Messages
from equal_footing.reading.problems import Problem
from equal_footing.sitemap import addresses


def check(root: Path, dataset: Dataset, words: Messages) -> list[Problem]:
    """Return a problem for each published address that is gone or was taken, and each other value without a reason.

    The data have no other problems. An edition that cannot be read is not compared: another check reports that.
    """
    found = addresses.check(root, dataset, words)
    try:
        newest = editions.load(root).newest
    except (ValueError, OSError):
        return found
    return [*found, *taken_addresses.check(newest, dataset), *reasons.check(newest, dataset, words)]
