"""Goes through the facts and the values of a dataset, each with its place in its file, for rules to look at."""

from collections.abc import Iterator

from equal_footing.model.dataset import Dataset
from equal_footing.model.records import Fact, Value
from equal_footing.model.vocabulary import Field
from equal_footing.reading.documents import Document
from equal_footing.reading.problems import Path


def each_fact(dataset: Dataset) -> Iterator[tuple[Document, Path, Fact, Field]]:
    """Yield every fact, with its document, its path there, and its field."""
    for entry in dataset.entries.values():
        for number, fact in enumerate(entry.record.facts):
            yield entry.document, ("facts", number), fact, dataset.vocabulary.fields[fact.field]


def each_value(dataset: Dataset) -> Iterator[tuple[Document, Path, Fact | Value, Field]]:
    """Yield every value: those of facts, and the several values where sources disagree."""
    for document, path, fact, field in each_fact(dataset):
        for below, value in fact.stated.items():
            yield document, (*path, *below), value, field
