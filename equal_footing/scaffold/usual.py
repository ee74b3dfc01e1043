"""The fields that records of a kind usually have, counted over the existing ones."""

from collections import Counter
from collections.abc import Iterable

from equal_footing.model.dataset import Dataset
from equal_footing.model.entries import Entry
from equal_footing.model.vocabulary import Field, Kind


def peers(dataset: Dataset, kind: Kind) -> list[Entry]:
    """Return the records of a kind, of all places."""
    return [entry for entry in dataset.entries.values() if entry.kind.id == kind.id]


def usual_fields(dataset: Dataset, kind: Kind | None) -> list[Field]:
    """Return the fields that a third of the records of a kind have or more, most frequent first, then its key facts."""
    records = [entry.record for entry in peers(dataset, kind)] if kind else []
    names = usual({fact.field for fact in record.current} for record in records)
    key_facts = kind.key_facts if kind else []
    return [dataset.vocabulary.fields[name] for name in dict.fromkeys([*names, *key_facts])]


def usual(records: Iterable[set[str]]) -> list[str]:
    """Return the words that are in at least a third of the sets (and in two, where there are three or more)."""
    sets = list(records)
    counted = Counter(name for names in sets for name in names)
    least = max(len(sets) / 3, 2 if len(sets) > 2 else 1)
    return sorted((name for name in counted if counted[name] >= least), key=lambda name: (-counted[name], name))
