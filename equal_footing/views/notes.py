"""The numbered notes of a page: each is a source and the place in it, with the grade of evidence of the source."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from equal_footing.model.dataset import Dataset
from equal_footing.model.entries import SourceEntry
from equal_footing.model.text import Cited
from equal_footing.statement import credit
from equal_footing.statement.credit import Reference


@dataclass(frozen=True, slots=True)
class Note:
    """A numbered note: a source and the place in it.

    `first` is the number of the note that gives the source in full, where an earlier one does.
    """

    number: int
    source: SourceEntry
    locator: str
    first: int | None

    @property
    def reference(self) -> Reference:
        """The source as the note gives it."""
        return credit.reference(self.source.source, credit.MOST_AUTHORS)


def runs(numbers: Iterable[int]) -> list[tuple[int, int]]:
    """Return the numbers of notes as marks name them: three or more in a row as their first and their last, `1–4`."""
    found: list[tuple[int, int]] = []
    for number in sorted(numbers):
        if found and number == found[-1][1] + 1:
            found[-1] = (found[-1][0], number)
        else:
            found.append((number, number))
    pairs = [((first, first), (last, last)) if last - first == 1 else ((first, last),) for first, last in found]
    return [run for pair in pairs for run in pair]


class Notes:
    """The notes of one page, numbered in the order in which they are first cited."""

    def __init__(self, dataset: Dataset) -> None:
        self.dataset = dataset
        self._numbers: dict[tuple[str, str], int] = {}

    def cite(self, cited: Iterable[Cited]) -> list[int]:
        """Return the numbers of the notes for some citations; raises KeyError for an unknown source."""
        numbers = []
        for item in cited:
            self.dataset.sources[item.key]
            numbers.append(self._numbers.setdefault((item.key, item.locator), len(self._numbers) + 1))
        return numbers

    def __iter__(self) -> Iterator[Note]:
        given: dict[str, int] = {}
        for (key, at), number in self._numbers.items():
            yield Note(number, self.dataset.sources[key], at, given.get(key))
            given.setdefault(key, number)

    @property
    def sources(self) -> list[SourceEntry]:
        """The sources of the notes, each once, in the order in which they are first cited."""
        return [self.dataset.sources[key] for key in dict.fromkeys(key for key, _ in self._numbers)]

    def __len__(self) -> int:
        return len(self._numbers)
