"""The shapes of the JSON files as a whole, and of what is on pages besides records; see `fact_shapes`.

Whoever changes a shape records it in `docs/about/api.md` and raises the version.
"""

from dataclasses import dataclass, field

from equal_footing.export.fact_shapes import Changed, Citation, Fact, Markdown, Missing, Named, Shape
from equal_footing.export.overview_shapes import Count, Lesson, PrintedName, Term, TranslationFault
from equal_footing.export.record_shapes import Ended, Record, RecordLink, Section
from equal_footing.export.source_shapes import Source, SourceUses

SCHEMA_VERSION = "1.6.0"
"""The version of the shapes: the first number counts breaks, the second additions, the third mere explanations."""
UNRELEASED = "unreleased"
"""What takes the place of an edition where none holds the data as they are."""


@dataclass(slots=True)
class Question(Shape):
    """A question of the comparison with its rubric."""

    id: str
    """The question."""
    question: str
    """The question, as readers see it."""
    short: str
    """The question in a few words."""
    group: Named
    """Its group."""
    asks: Named
    """Whether it asks about law, policy or practice."""
    about: Markdown
    """Why it matters, in Markdown."""
    fully: Markdown
    """What counts as yes, in Markdown."""
    partly: Markdown
    """What counts as partly, in Markdown."""
    no: Markdown
    """What counts as no, in Markdown."""
    evidence: Markdown
    """What counts as evidence, in Markdown."""
    limits: Markdown
    """What it cannot show, in Markdown."""
    page: str
    """The address of its page."""
    json: str
    """The address of its JSON file."""


@dataclass(slots=True)
class Position(Shape):
    """One of several answers that sources give."""

    answer: Named
    """The answer."""
    text: Markdown
    """Its grounds, in Markdown."""
    best_grade: Named | None = None
    """The best grade of evidence among the sources of its grounds."""
    weakest_grade: Named | None = None
    """The weakest grade of evidence among them."""


@dataclass(slots=True)
class Looked(Shape):
    """Where somebody looked, and when."""

    where: str
    """What was read or searched."""
    on: str
    """The day."""
    words: str
    """Both, as pages give them."""


@dataclass(slots=True)
class Answer(Shape):
    """How a country answers a question, or why there is no answer."""

    country: Named
    """The country."""
    question: Named
    """The question."""
    url: str
    """The address to cite."""
    words: str
    """The answer in words, with that of practice where it is another one, or why there is none."""
    positions: list[Position]
    """The answers that sources give, where they disagree."""
    records: list[Named]
    """The records on which it rests."""
    sources: list[Citation]
    """The sources of its texts."""
    looked: list[Looked]
    """Where somebody looked."""
    answer: Named | None = None
    """The answer by the rubric."""
    missing: Missing | None = None
    """Why there is none."""
    best_grade: Named | None = None
    """The best grade of evidence among the sources of its grounds, which are its text and its positions."""
    weakest_grade: Named | None = None
    """The weakest grade of evidence among them."""
    sentence: str | None = None
    """The finding in one sentence."""
    text: Markdown | None = None
    """Its grounds, in Markdown."""
    practice: Position | None = None
    """How practice answers, where it differs."""
    note: Markdown | None = None
    """A note, in Markdown."""
    changed: Changed | None = None
    """Why it is another one than in the edition before."""
    reviewed: str | None = None
    """The day on which somebody last compared it with its sources."""


@dataclass(slots=True)
class Claim(Shape):
    """A claim of the source article, and what sources say of it."""

    id: str
    """The claim."""
    says: Markdown
    """What the article says, in Markdown."""
    verdict: Named
    """Whether sources confirm it."""
    finding: Markdown
    """What sources say, in Markdown."""
    records: list[Named]
    """The records that it is about."""
    sources: list[Citation]
    """The sources."""
    url: str
    """The address to cite."""


@dataclass(slots=True)
class Point(Shape):
    """A number that a figure draws: the series, and the fact that holds it."""

    series: str
    """The name of the line or bar."""
    fact: Fact
    """The fact."""


@dataclass(slots=True)
class Figure(Shape):
    """A figure."""

    id: str
    """The figure."""
    title: str
    """Its title."""
    about: Markdown
    """What it shows, in Markdown."""
    measure: str
    """What its numbers count."""
    url: str
    """The address to cite."""
    csv: str
    """Its numbers as CSV."""
    svg: str
    """Its drawing as SVG."""
    png: str
    """Its drawing as PNG."""
    points: list[Point]
    """What it draws."""
    breaks: list[str]
    """Times from which on its values are counted in another way, so that no line leads across them."""
    limits: Markdown | None = None
    """What it mixes or leaves out, in Markdown."""


@dataclass(slots=True)
class Code(Shape):
    """A word of a code list."""

    list: str
    """The code list."""
    id: str
    """The word as the data have it."""
    name: str
    """The name that readers see."""
    about: str
    """What it means."""
    url: str
    """The address of its explanation."""


@dataclass(slots=True)
class Page(Shape):
    """What a page is."""

    address: str
    """Its address below that of the site; empty for the home page."""
    url: str
    """Its whole address."""
    title: str
    """Its title."""
    description: str
    """What it says, in a sentence."""
    type: str
    """What it shows, such as record_page, question_page or written."""
    markdown: str
    """The address of the same page as Markdown."""
    place: Named | None = None
    """The place to which it belongs."""


@dataclass(slots=True)
class PageDocument(Shape):
    """The JSON twin of a page: what it says, in those of the parts below that it has."""

    schema_version: str
    """The version of this shape."""
    edition: str
    """The edition that holds the page as it is, or `unreleased`."""
    generated: str
    """The day of the data: the newest review of what the page shows. The same data give the same file."""
    licence: str
    """The licence, as an SPDX identifier."""
    licence_url: str
    """The address of the licence."""
    language: str
    """The BCP 47 tag of the language of its names and texts, as far as they are there in it."""
    cite: str
    """How to cite the page."""
    page: Page
    """What the page is."""
    facts: list[Fact] = field(default_factory=list)
    """Facts that a table, a timeline or a list shows."""
    records: list[RecordLink] = field(default_factory=list)
    """Records that a list shows."""
    questions: list[Question] = field(default_factory=list)
    """Questions."""
    answers: list[Answer] = field(default_factory=list)
    """Answers of countries."""
    figures: list[Figure] = field(default_factory=list)
    """Figures."""
    sources: list[Source] = field(default_factory=list)
    """Sources: those that the page lists, or else every one that this file cites, in its citations and in its texts."""
    uses: list[SourceUses] = field(default_factory=list)
    """What cites the sources that the page lists."""
    claims: list[Claim] = field(default_factory=list)
    """Claims of the source article."""
    codes: list[Code] = field(default_factory=list)
    """Words of code lists."""
    counts: list[Count] = field(default_factory=list)
    """How much there is of what the page sums up."""
    lessons: list[Lesson] = field(default_factory=list)
    """Lessons in short."""
    terms: list[Term] = field(default_factory=list)
    """Terms with their words in all languages."""
    printed_names: list[PrintedName] = field(default_factory=list)
    """Names as the translation of the source article prints them."""
    translation_faults: list[TranslationFault] = field(default_factory=list)
    """Faults of the translation of the source article."""
    sections: list[Section] = field(default_factory=list)
    """The text of a page that is not a record."""
    ended: list[Ended] = field(default_factory=list)
    """What was here and has moved or was withdrawn."""
    record: Record | None = None
    """The record that it shows."""
