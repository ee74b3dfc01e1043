"""Parts of the data, such as all files of a country, over which rules run as if they were all that there is.

A rule goes through what the files of a part hold, and nothing else. What is elsewhere it finds by its name only, and
each name that it asks for is noted: what a rule finds in a part can depend on nothing but the files of the part, on
what was asked for, and on what `seen_by_all` holds.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from equal_footing.keeping.store import digest
from equal_footing.model.dataset import Dataset
from equal_footing.model.entries import AnswerEntry, Entry, QuestionEntry, SourceEntry
from equal_footing.model.fixed_words import ARTICLE
from equal_footing.model.things import QUESTIONS
from equal_footing.reading.documents import Document

HELD_BY_NAME = ("entries", "moved", "withdrawn", "sources", "questions", "answers")
"""What a dataset holds from its files, by names."""
HELD_IN_LISTS = ("sections", "figures")
MADE_OF_ALL = ("things", "pages", "countries_with", "called")
"""What is made of all data and found by names."""
NAMES = ("known", "names", "source_keys")
"""Names of all that there is: rules ask whether something exists, and look for the nearest name."""
Asked = tuple[Any, ...]
"""What was asked for elsewhere: an attribute of the dataset and the name there, or only the attribute for all names."""
Notes = dict[Asked, None]


class _Found(dict[Any, Any]):
    """The items of a part by their names; those elsewhere are found by name, too, and each that is asked for is noted.

    Whoever goes through it finds those of the part only.
    """

    def __init__(self, own: Mapping[Any, Any], every: Mapping[Any, Any], name: str, asked: Notes) -> None:
        super().__init__(own)
        self._every, self._name, self._asked = every, name, asked

    def __missing__(self, key: Any) -> Any:
        self._asked[self._name, key] = None
        return self._every[key]

    def __contains__(self, key: object) -> bool:
        if super().__contains__(key):
            return True
        self._asked[self._name, key] = None
        return key in self._every

    def get(self, key: Any, default: Any = None) -> Any:
        try:
            return self[key]
        except KeyError:
            return default


class _Names(Collection[str]):
    """All names of a sort; each that is asked for is noted, or that all were looked through."""

    def __init__(self, every: Collection[str], name: str, asked: Notes) -> None:
        self._every, self._name, self._asked = every, name, asked

    def __contains__(self, name: object) -> bool:
        self._asked[self._name, name] = None
        return name in self._every

    def __iter__(self) -> Iterator[str]:
        self._asked[self._name,] = None
        return iter(self._every)

    def __len__(self) -> int:
        self._asked[self._name,] = None
        return len(self._every)


@dataclass(frozen=True)
class Part:
    """The dataset as rules see it from some files, the digests of these files, and what was asked for elsewhere."""

    dataset: Dataset
    files: dict[str, str]
    asked: Notes


@dataclass
class _Held:
    """What some files hold: the items by the attributes of the dataset, and the documents."""

    items: dict[str, dict[Any, Any]] = field(default_factory=lambda: defaultdict(dict))
    files: dict[str, str] = field(default_factory=dict)


def folder(file: str) -> str:
    """Return the folder of `data/` in which a file is: that of a country, of the article or of the questions."""
    return file.split("/")[1]


def by_folder(dataset: Dataset) -> list[Part]:
    """Return the data in parts, one for each folder."""
    return _parts(dataset, folder)


def of_files(dataset: Dataset, files: Collection[str]) -> list[Part]:
    """Return the part that some files are, if they hold something; the article and the questions are seen whole."""
    whole = {ARTICLE, QUESTIONS}.intersection(map(folder, files))
    return _parts(dataset, lambda file: "" if file in files or folder(file) in whole else None)


def _parts(dataset: Dataset, part_of: Callable[[str], str | None]) -> list[Part]:
    """Return the parts to which the files of the data belong, except for files of which `part_of` says None."""
    held: dict[str, _Held] = defaultdict(_Held)
    for attribute, key, item in _each(dataset):
        document = _document(item)
        part = part_of(document.file)
        if part is not None:
            held[part].items[attribute][key] = item
            held[part].files[document.file] = document.digest
    return [_part(dataset, found) for found in held.values()]


def _each(dataset: Dataset) -> Iterator[tuple[str, Any, Any]]:
    """Yield everything that the files hold: the attribute of the dataset, the key there, and the item."""
    for attribute in HELD_BY_NAME:
        for key, item in getattr(dataset, attribute).items():
            if key not in dataset.followers:  # which depend on other files than the one that they have
                yield attribute, key, item
    for attribute in HELD_IN_LISTS:
        for number, item in enumerate(getattr(dataset, attribute)):
            yield attribute, number, item
    for attribute in ("article_names", "article_faults"):
        if (item := getattr(dataset, attribute)) is not None:
            yield attribute, None, item


def _document(item: Any) -> Document:
    found: Document = item[1] if isinstance(item, tuple) else item.document
    return found


def _part(dataset: Dataset, held: _Held) -> Part:
    asked: Notes = {}
    part = Dataset(Path(), dataset.vocabulary, unread=dataset.unread, followers=dataset.followers)
    part.article_names = held.items["article_names"].get(None)
    part.article_faults = held.items["article_faults"].get(None)
    shown = vars(part)  # in the place of what a dataset would work out from the part alone
    shown |= {name: _Found(held.items[name], getattr(dataset, name), name, asked) for name in HELD_BY_NAME}
    shown |= {name: list(held.items[name].values()) for name in HELD_IN_LISTS}
    shown |= {name: _Found({}, getattr(dataset, name), name, asked) for name in MADE_OF_ALL}
    shown |= {name: _Names(getattr(dataset, name), name, asked) for name in NAMES}
    shown["question_groups"] = dataset.question_groups
    return Part(part, held.files, asked)


def seen_by_all(dataset: Dataset) -> str:
    """Return the digest of what every part shows as it is, besides the vocabulary."""
    questions = [(entry.document.file, entry.document.digest) for entry in dataset.questions.values()]
    return digest(repr((questions, sorted(dataset.unread), sorted(dataset.followers))))


def answers(dataset: Dataset, asked: Collection[Asked]) -> str:
    """Return the digest of what a dataset answers to what was asked for."""
    return digest(*(_answer(getattr(dataset, attribute), name) for attribute, *name in asked))


def _answer(every: Any, name: list[Any]) -> str:
    if not name:
        return repr(sorted(every))
    if name[0] not in every:
        return ""
    found = every[name[0]] if isinstance(every, Mapping) else name[0]
    match found:
        case Entry() | QuestionEntry() | AnswerEntry():
            return repr((found.document.file, found.document.digest))
        case SourceEntry():
            return repr((found.document.file, found.document.data[found.key]))
        case (left, Document() as document):
            return repr((document.file, document.digest, left))
    return repr(found)
