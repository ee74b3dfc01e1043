"""The numbered notes of a page: each is a source and the place in it, with the grade of evidence of the source."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from equal_footing.model.dataset import Dataset, SourceEntry
from equal_footing.model.text import Cited
from equal_footing.statement import credit
from equal_footing.statement.credit import Reference


@dataclass(frozen=True, slots=True)
class Note:
    """A numbered note: a source and the place in it."""

    number: int
    source: SourceEntry
    locator: str

    @property
    def reference(self) -> Reference:
        """The source as the note gives it."""
        return credit.reference(self.source.source, credit.MOST_AUTHORS)


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

    @property
    def sources(self) -> list[SourceEntry]:
        """The sources of the notes, each once, in the order in which they are first cited."""
        return [self.dataset.sources[key] for key in dict.fromkeys(key for key, _ in self._numbers)]

    def __len__(self) -> int:
        return len(self._numbers)
