"""What the files of the data hold, each with its place and its file: records, sources, figures, questions, answers."""

from dataclasses import dataclass

from equal_footing.model.figures import Figure
from equal_footing.model.questions import Answer, Question
from equal_footing.model.records import Record, Relation
from equal_footing.model.sources import Source
from equal_footing.model.things import COMPARE, FIGURES
from equal_footing.model.vocabulary import Evidence, Kind, SourceType
from equal_footing.reading.documents import Document


@dataclass(frozen=True, slots=True)
class Entry:
    """A record with its id, its kind and its source file."""

    id: str
    place: str
    kind: Kind
    record: Record
    document: Document

    @property
    def address(self) -> str:
        """The address of its page, from the top of the site."""
        return f"{self.id}/"

    @property
    def anchor(self) -> str:
        """The anchor of its row or part on a page that shows many records."""
        return self.id.replace("/", "-")

    @property
    def file(self) -> str:
        """Its YAML file, from the top of the repository."""
        return self.document.file


@dataclass(frozen=True, slots=True)
class SourceEntry:
    """A source with its key, the place whose list holds it, its type, and its grade of evidence."""

    key: str
    place: str
    source: Source
    document: Document
    type: SourceType
    grade: Evidence


@dataclass(frozen=True, slots=True)
class FigureEntry:
    """A figure with its id, its place, and its source file."""

    id: str
    place: str
    figure: Figure
    document: Document

    @property
    def address(self) -> str:
        """The address of the figure on the page of its place, from the top of the site."""
        return f"{self.place}/{FIGURES}/#{self.id}"


@dataclass(frozen=True, slots=True)
class QuestionEntry:
    """A question with its id and its file."""

    id: str
    question: Question
    document: Document

    @property
    def address(self) -> str:
        """The address of its page, from the top of the site."""
        return f"{COMPARE}/{self.id}/"


@dataclass(frozen=True, slots=True)
class AnswerEntry:
    """The answer of a country to a question, with its source file."""

    place: str
    question: str
    answer: Answer
    document: Document


@dataclass(frozen=True, slots=True)
class Link:
    """A relation from the point of view of one record; `label` describes how the `other` record relates to it."""

    label: str
    relation: Relation
    other: str
