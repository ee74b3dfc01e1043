"""Models of the vocabulary in `data/vocabulary/*.yml`: the code lists, and each word with its label and definition."""

from dataclasses import dataclass, fields
from functools import cached_property
from typing import Annotated, Any, Literal, get_args, get_type_hints

import pydantic

from equal_footing.model.comparisons import Comparison
from equal_footing.model.field_types import FieldType
from equal_footing.model.prose import Prose
from equal_footing.model.terms import Coded, Term
from equal_footing.model.types import EntryUrl, Form, Url, word_of
from equal_footing.model.web_addresses import PLACE_OF_NUMBER

FOLDER = "data/vocabulary"


class Kind(Term):
    """A kind of record: the folder (or the one file) in which it lives, and its types, if it has any."""

    plural: Prose
    """The word for several of them, as readers see it."""
    folder: str | None = None
    """The folder of a place that holds the records of this kind."""
    file: str | None = None
    """The file of a place that holds its one record of this kind."""
    types: dict[str, Term] = pydantic.Field(default_factory=dict)
    """The types of the kind, each under its code."""
    statuses: list[Annotated[str, word_of("statuses")]] = pydantic.Field(default_factory=list)
    """The statuses that its records may have, besides those that no kind names; any, where none is named here."""
    key_facts: list[Annotated[str, word_of("fields")]] = pydantic.Field(default_factory=list)
    """The fields with which the page of a record begins, in this order."""
    versions: bool = False
    """Whether its records are texts that are amended, so that they say which version was read."""
    words: Annotated[list[pydantic.PositiveInt], pydantic.Field(min_length=2, max_length=2)] | None = None
    """The least and the most words that the sections of a record have in all, if it has sections."""
    registered: bool = False
    """Whether its records are bodies in registers, which have a number there and may have fiscal years of their own."""
    schema_type: str | None = None
    """The schema.org type under which search engines read its records, such as NGO."""
    schema_properties: dict[str, str] = pydantic.Field(default_factory=dict)
    """The schema.org property for each field that has one."""
    dated_by_sources: bool = False
    """Whether its records are conclusions of ours, whose date is that of their newest source."""
    date_in_title: list[Annotated[str, word_of("fields")]] = pydantic.Field(default_factory=list)
    """Fields of dates on which the timeline says no more than the title, which names what took place."""
    date_words: dict[str, Prose] = pydantic.Field(default_factory=dict)
    """What the timeline says about a date instead of the label of its field, where that does not fit the kind."""

    @property
    def is_place(self) -> bool:
        """Whether its records are places, or the source article: they live in no folder, and pages show no status."""
        return self.folder is None


class Field(Term):
    """A field of facts: the type of its values and where it is shown."""

    type: FieldType
    """What type of value its facts take."""
    group: Annotated[str, word_of("groups")]
    """The group under which record pages show it."""
    unit: Annotated[str, word_of("units")] | None = None
    """The unit of its numbers where a fact gives none."""
    timeline: bool = False
    """Whether its facts appear on the timeline."""
    key_event: Literal["each", "newest"] | None = None
    """Which of its facts are key events of the timeline: each of them, or the newest of a record."""
    occasions: bool = False
    """Whether each fact is an occasion that its label names, such as one of several meetings; the newest sums it up."""
    amends: Literal["made", "effect"] | None = None
    """Marks the date of an amendment of a text: of the day on which it was made, or took effect."""
    expected: Prose | None = None
    """What the timeline says instead of the label if every source of a date is from before that day."""
    dated: bool = False
    """Whether its facts need `as_of` or `period`."""
    ahead: bool = False
    """Whether its facts look ahead: `period`, or a year in `label`, says by when."""
    changes: bool = False
    """Whether its values change with time: a fact needs `as_of` or `period`, unless its source is undated."""
    before: list[Annotated[str, word_of("fields")]] = pydantic.Field(default_factory=list)
    """Fields of dates that cannot be earlier than this one."""
    begins: pydantic.PositiveInt | None = None
    """Marks a date with which a record begins. Lists show the one with the lowest number that a record has."""
    nothing_before: bool = False
    """Marks a date before which there are no numbers of a record; the check asks about those of an earlier time."""
    glance: pydantic.PositiveInt | None = None
    """Marks a field that sums a place up. Its page begins with these fields, the lowest number first."""
    required_in: list[Annotated[str, word_of("kinds")]] = pydantic.Field(default_factory=list)
    """Kinds whose records must have the field."""
    only_in: list[Annotated[str, word_of("kinds")]] = pydantic.Field(default_factory=list)
    """The kinds whose records may have the field; any, where none is named."""
    usual_in: list[Annotated[str, word_of("kinds")]] = pydantic.Field(default_factory=list)
    """The kinds whose records usually have the field; the check asks about it in any other."""
    negative: bool = False
    """Whether its numbers can be below zero."""
    identifies: bool = False
    """Whether its values tell things apart, as a document number does; the search finds a record by them."""
    ends: bool = False
    """Marks a date with which a record ends; the check asks about a record that has one and has not ended."""
    most: pydantic.PositiveInt | None = None
    """The largest number that is likely; the check asks about larger ones."""
    least: pydantic.PositiveInt | None = None
    """The smallest number that is likely; the check asks about smaller ones."""
    below_one: bool = False
    """Whether shares below one percent are usual."""
    share: bool = False
    """Whether its percentages are parts of a whole, from 0 to 100."""
    label_optional: bool = False
    """Whether a percentage needs no `label`, because the field says what it is a percentage of."""
    basis: Annotated[str, word_of("bases")] | None = None
    """The basis that its label says already, so that a table does not say it again."""


class Unit(Coded):
    """A unit of numbers, as it is read after one and after any other number."""

    one: Prose
    """The word after the number one."""
    other: Prose
    """The word after any other number."""
    ordinal: bool = False
    """Whether the number is a place in an order: the 4th place, and not 4 places."""


class MissingReason(Term):
    """A way in which a value can be missing, and the keys that must go with it."""

    needs: list[Literal["source", "locator", "searched", "where", "note", "values"]]
    """The keys that a fact must have when its value is missing for this reason."""
    answer_needs: list[Literal["searched", "where", "note", "positions"]] | None = None
    """The keys that must go with it in an answer; without this key it is not for answers."""


class StatusCode(Term):
    """A state in which a thing can be."""

    alive: bool = False
    """Whether it is at work or in force, which needs a dated sign; an old one is shown as when it was last seen."""
    ended: bool = False
    """Whether it is over since the day of the status."""
    once: bool = False
    """Whether it happened on that day and does not go on."""
    legal_force: Literal["InForce", "NotInForce", "PartiallyInForce"] | None = None
    """What it says about a law in the words of schema.org."""


class Relation(Term):
    """A relation, and how it reads from the other end."""

    inverse: Prose
    """How the relation is worded from the other end."""
    symmetric: bool = False
    """Whether it is worded the same from both ends."""
    acyclic: bool = False
    """Whether it must not form a circle."""
    only_of: list[Annotated[str, word_of("kinds")]] = pydantic.Field(default_factory=list)
    """The kinds of the records on which it may be written; any, where none is named."""
    only_to: list[Annotated[str, word_of("kinds")]] = pydantic.Field(default_factory=list)
    """The kinds of the records to which it may lead; any, where none is named."""
    compares_terms: bool = False
    """Whether the list of terms shows it, because it says how near two terms are."""


class Support(Term):
    """How far a stated value is from the words of its source."""

    needs_note: bool = False
    """Whether a note must say how the value was found."""


class Evidence(Term):
    """A grade of evidence, which follows from the type of a source and from what was read."""

    in_copy: Annotated[str, word_of("evidence")] | None = None
    """The grade of the same text where a copy was read in place of the original."""
    weak: bool = False
    """Whether a fact that rests on nothing else needs a better source."""


class SourceType(Term):
    """A type of source, and the grade of evidence that it provides."""

    evidence: Annotated[str, word_of("evidence")]
    """The grade of evidence that it provides."""
    long: bool = False
    """Whether its texts are long, so that a locator names a part of them."""
    csl: str = "webpage"
    """Its type in CSL-JSON files, such as article-journal."""
    ris: str = "ELEC"
    """Its type in RIS files, such as JOUR."""
    biblatex: str = "online"
    """Its type in BibLaTeX files, such as article."""
    schema_type: str = "WebPage"
    """Its type in schema.org, such as ScholarlyArticle."""


class Hosts(Term):
    """Hosts on the web that are not sources, or that hold only copies of others' texts; `about` gives the reason."""

    refused: bool = False
    """Whether nothing on them is a source."""
    copies: bool = False
    """Whether what they hold is a copy, so that a source there needs `copy_by`."""
    accounts: bool = False
    """Whether bodies have accounts there, which are sources on themselves and are named under `except`."""
    instead: Prose
    """What to cite or to write instead, as the end of a message of the check."""
    hosts: list[str]
    """The hosts, with all below them (`wikipedia.org` for en.wikipedia.org, too); a path may follow."""
    exceptions: Annotated[list[str], pydantic.Field(alias="except", default_factory=list)]
    """Hosts below these, or paths on them, that belong to the body whose texts they hold."""


class Verdict(Term):
    """The verdict on a claim of the article, by what sources say."""

    needs_evidence: bool
    """Whether it needs sources."""
    departs: bool = False
    """Whether sources contradict the article."""


class Scheme(Term):
    """A register of identifiers: the form of its numbers, their check-digit rule and the addresses of its entries."""

    pattern: str
    """A regular expression that the whole number matches."""
    check: Annotated[str, Form("check-digit rules")] | None = None
    """The name of the check-digit rule."""
    url: EntryUrl | None = None
    """The address of a number's entry, with {id} in place of the number, if entries have addresses."""
    register_url: Url | None = None
    """The address of a page about the register, which says nothing about any one number."""

    def address(self, number: str) -> str | None:
        """Return the address of a number's entry; None where entries have none."""
        return self.url.replace(PLACE_OF_NUMBER, number) if self.url else None


class Language(Coded):
    """A language by its BCP 47 tag."""

    label: Prose
    """The English name of the language."""
    native: str
    """The language's own name."""


@dataclass(frozen=True)
class Vocabulary:
    """All code lists; each maps ids to terms, in the order of its file."""

    kinds: dict[str, Kind]
    groups: dict[str, Term]
    fields: dict[str, Field]
    units: dict[str, Unit]
    missing: dict[str, MissingReason]
    supports: dict[str, Support]
    precisions: dict[str, Term]
    bases: dict[str, Term]
    statuses: dict[str, StatusCode]
    relations: dict[str, Relation]
    source_types: dict[str, SourceType]
    evidence: dict[str, Evidence]
    hosts: dict[str, Hosts]
    verdicts: dict[str, Verdict]
    claim_types: dict[str, Term]
    name_types: dict[str, Term]
    question_groups: dict[str, Term]
    asks: dict[str, Term]
    answers: dict[str, Term]
    comparisons: dict[str, Comparison]
    identifier_schemes: dict[str, Scheme]
    languages: dict[str, Language]

    def codes(self, name: str) -> dict[str, Any]:
        """Return one code list by its name."""
        codes: dict[str, Any] = getattr(self, name)
        return codes

    def grade(self, source_type: str, is_copy: bool) -> Evidence:
        """Return the grade of evidence of a source by its type, and by whether a copy was read."""
        grade = self.evidence[self.source_types[source_type].evidence]
        return self.evidence[grade.in_copy] if is_copy and grade.in_copy else grade

    @cached_property
    def begin_fields(self) -> list[Field]:
        """The fields with which a record can begin, the one that is shown first at the head."""
        return sorted((field for field in self.fields.values() if field.begins), key=lambda field: field.begins or 0)

    @cached_property
    def glance_fields(self) -> list[Field]:
        """The fields that sum a place up, in the order in which its page shows them."""
        return sorted((field for field in self.fields.values() if field.glance), key=lambda field: field.glance or 0)

    def required_fields(self, kind: str) -> list[str]:
        """Return the ids of the fields that every record of a kind must have."""
        return [field.id for field in self.fields.values() if kind in field.required_in]

    @cached_property
    def answer_reasons(self) -> dict[str, tuple[str, ...]]:
        """The reasons for which an answer can be missing, each with the keys that it needs."""
        return {one.id: tuple(one.answer_needs) for one in self.missing.values() if one.answer_needs is not None}

    def kind_of_folder(self, folder: str) -> Kind | None:
        """Return the kind whose records live in the folder."""
        return next((kind for kind in self.kinds.values() if kind.folder == folder), None)

    def kind_of_file(self, file: str) -> Kind | None:
        """Return the kind that lives in the one file of that name, such as `country.yml`."""
        return next((kind for kind in self.kinds.values() if kind.file == file), None)


LISTS = tuple(item.name for item in fields(Vocabulary))
"""The names of all code lists."""
MODELS: dict[str, type[Coded]] = {name: get_args(hint)[1] for name, hint in get_type_hints(Vocabulary).items()}
"""The model of the words of each code list."""
