"""What is compared and kept: subjects (a record, a source, an answer, a word of the vocabulary) and their properties.

The snapshot of an edition and its list of changes are these classes as JSON, and can never be read otherwise once an
edition is published. Both files use one vocabulary of keys:

- `title`, `place`, `kind`, `label`, `words`: text for readers, in plain words without Markdown.
- `page`: the id of a record, or `compare/<question>` for a question and its answers.
- `field`, `label`, `time`, `source`, `note` and the other `details` of a property: keys of the data files, with their
  meaning there. `source` includes the locator. `note.source` is what the text of the note cites.
- `meaning`: codes, numbers and ISO dates under the keys of the data files; a text as Markdown without its citations.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, ClassVar

from pydantic import ConfigDict

from equal_footing.model import things

_EXACT = ConfigDict(extra="forbid")


@dataclass(frozen=True, slots=True)
class Content:
    """A value in `words` for readers, and its `meaning` as JSON where the words alone are not the meaning.

    `is_text` is true for prose, whose changes are reported as rewriting.
    """

    __pydantic_config__: ClassVar[ConfigDict] = _EXACT

    words: str
    meaning: Any = None
    is_text: bool = False

    @property
    def meant(self) -> Any:
        """What is compared: the meaning, or the words where there is no other."""
        return self.words if self.meaning is None else self.meaning


@dataclass(frozen=True, slots=True)
class Property:
    """One property of a subject: its title and value, and its details (source, note) by their keys in the data.

    `key` identifies the property within its subject: `fact:` and the anchor for a fact, else the key in the data.
    `topic` is set for facts and for what sums a subject up: a property that is gone may be replaced by a new one of the
    same topic.
    """

    __pydantic_config__: ClassVar[ConfigDict] = _EXACT

    key: str
    title: str
    value: Content
    details: Mapping[str, Content] = field(default_factory=dict)
    topic: str = ""

    def detail(self, name: str) -> Content:
        """Return a detail by its name; empty where there is none."""
        return self.details.get(name, NOTHING)


NOTHING = Content("")


@dataclass(frozen=True, slots=True)
class Subject:
    """What has properties: its kind, place and title in words, and its file.

    `id` is its type and its name, such as `record:japan/funding/x` or `answer:japan/y`. What has moved or was withdrawn
    leaves a subject `former:<thing>`, whose `moved_to` is the thing that it is now, or empty if it was withdrawn.
    `moved_to` is None for all others. A thing is named as in the module `things`.
    """

    __pydantic_config__: ClassVar[ConfigDict] = _EXACT

    id: str
    kind: str
    place: str
    title: str
    file: str
    properties: tuple[Property, ...]
    moved_to: str | None = None

    @property
    def name(self) -> str:
        """The id without its type."""
        return self.id.partition(":")[2]

    @property
    def thing(self) -> str:
        """The name of the thing with an address of its own that it is, or was; empty for all others."""
        match self.id.partition(":"):
            case "record" | "former", _, name:
                return name
            case "question", _, name:
                return f"{things.QUESTIONS}/{name}"
            case "figure", _, name:
                place, _, last = name.partition("/")
                return f"{place}/{things.FIGURES}/{last}"
            case "claim" | "section", _, name:
                return f"{things.CLAIMS}/{name}"
            case "word", _, name if name.startswith(f"{things.COMPARISONS}/"):
                return name
        return ""

    @property
    def page(self) -> str:
        """The page that shows it: the id of a record, or `compare/<question>`; empty for things without one page."""
        match self.id.partition(":"):
            case "record", _, name:
                return name
            case "question" | "answer", _, name:
                return f"compare/{name.rpartition('/')[2]}"
        return ""
