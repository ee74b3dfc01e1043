"""What is compared: things (a record, a source, an answer, a word of the vocabulary ...) and the statements they make.

Each statement holds words for people and a meaning for comparison. Meanings are plain JSON without labels of the
vocabulary, so that a snapshot can keep them and later code can compare them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, ClassVar

from pydantic import ConfigDict

_EXACT = ConfigDict(extra="forbid")


@dataclass(frozen=True, slots=True)
class Content:
    """Something said: `words` as people read it, and `meaning` as JSON, where the words alone are not the meaning.

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
class Statement:
    """One thing said: a label and a value, with what belongs to it (source, note) by name.

    `key` stays the same while the statement is about the same: a fact has `fact:` and its anchor. Statements of one
    `topic` may take each other's place.
    """

    __pydantic_config__: ClassVar[ConfigDict] = _EXACT

    key: str
    label: str
    value: Content
    details: Mapping[str, Content] = field(default_factory=dict)
    topic: str = ""

    def detail(self, name: str) -> Content:
        """Return a detail by its name; empty where there is none."""
        return self.details.get(name, NOTHING)


NOTHING = Content("")


@dataclass(frozen=True, slots=True)
class Thing:
    """What statements are about: `kind` in words, the place it belongs to, its title, the file and the statements.

    `id` is its sort and its name, such as `record:japan/funding/x` or `answer:japan/y`. `leads_to` is the id of the
    record to which one that has moved leads; a record that was withdrawn leads nowhere, and with it this is empty. For
    all else it is None.
    """

    __pydantic_config__: ClassVar[ConfigDict] = _EXACT

    id: str
    kind: str
    place: str
    title: str
    file: str
    statements: tuple[Statement, ...]
    leads_to: str | None = None

    @property
    def name(self) -> str:
        """The id without the sort."""
        return self.id.partition(":")[2]

    @property
    def page(self) -> str:
        """The page that shows it: the id of a record, or `compare/<question>`; empty for things without one page."""
        sort, _, name = self.id.partition(":")
        match sort:
            case "record":
                return name
            case "question" | "answer":
                return f"compare/{name.rpartition('/')[2]}"
        return ""
