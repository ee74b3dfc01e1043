"""The numbered notes of a page: each is a source and the place in it, with the kind of evidence that it is."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from equal_footing.model.dataset import Dataset, SourceEntry
from equal_footing.model.text import Cited


@dataclass(frozen=True, slots=True)
class Note:
    """A numbered note: a source and the place in it."""

    number: int
    source: SourceEntry
    locator: str


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
        for (key, at), number in self._numbers.items():
            yield Note(number, self.dataset.sources[key], at)

    def __len__(self) -> int:
        return len(self._numbers)
