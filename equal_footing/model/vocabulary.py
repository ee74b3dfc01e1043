"""The vocabulary: kinds, fields, code lists, empty states, relation types, each with label and explanation.

It is data (`data/vocabulary/*.yml`) and is read here once; checks, pages and exports all take it from here.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields
from functools import cached_property
from typing import Any, ClassVar, Literal

from pydantic import BaseModel, ConfigDict, PositiveInt, TypeAdapter, ValidationError

from equal_footing.model.fixed_words import FIXED
from equal_footing.reading.documents import Document
from equal_footing.reading.problems import Path, Problem, did_you_mean, one_of, quote

FieldType = Literal[
    "text",
    "date",
    "number",
    "percent",
    "money",
    "rate",
    "url",
    "country-code",
    "currency-code",
    "language-code",
    "month-day",
]
NUMERIC = frozenset({"number", "percent", "money", "rate"})
"""Types of fields whose values are numbers."""
FOLDER = "data/vocabulary"


class Term(BaseModel):
    """A word of a code list, with the label that readers see and what it means."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    id: str = ""
    label: str
    about: str


class Kind(Term):
    """A kind of record: the folder (or the one file) in which it lives, and its types, if it has any."""

    plural: str
    folder: str | None = None
    file: str | None = None
    types: dict[str, Term] = {}
    registered: bool = False
    """Whether its records should have a number in a register; the worklist lists those without one."""
    schema_type: str | None = None
    """The schema.org type under which search engines read its records, such as NGO."""
    schema_properties: dict[str, str] = {}
    """The schema.org property for each field that has one."""


class Field(Term):
    """A field of facts: the type of its values and where it is shown."""

    type: FieldType
    group: str
    unit: str | None = None
    timeline: bool = False
    dated: bool = False
    before: list[str] = []
    """Fields of dates that cannot be earlier than this one."""
    begins: PositiveInt | None = None
    """Marks a date with which a record begins. Lists show the one with the lowest number that a record has."""
    glance: PositiveInt | None = None
    """Marks a field that sums a place up. Its page begins with these fields, the lowest number first."""
    required_in: list[str] = []
    """Kinds whose records must have the field."""
    share: bool = False
    """Whether its percentages are parts of a whole, from 0 to 100."""
    label_optional: bool = False
    """Whether a percentage needs no `label`, because the field says what it is a percentage of."""


class Unit(BaseModel):
    """A unit of numbers, as it is read after one and after any other number."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    id: str = ""
    one: str
    other: str


class MissingReason(Term):
    """A way in which a value can be missing, and the keys that must go with it."""

    needs: list[Literal["source", "locator", "searched", "note", "values"]]
    answer_needs: list[Literal["searched", "note", "positions"]] | None = None
    """The keys that must go with it in an answer; without this key it is not for answers."""


class StatusCode(Term):
    """A state in which a thing can be."""

    legal_force: Literal["InForce", "NotInForce", "PartiallyInForce"] | None = None
    """What it says of a law in the words of schema.org."""


class Relation(Term):
    """A relation, and how it reads from the other end."""

    inverse: str
    symmetric: bool = False
    acyclic: bool = False
    compares_terms: bool = False
    """Whether the list of terms shows it, because it says how near two terms are."""


class Evidence(Term):
    """A kind of evidence."""

    weak: bool = False
    """Whether a fact that rests on nothing else needs a better source."""


class SourceType(Term):
    """A type of source and the kind of evidence that it stands for."""

    evidence: str
    csl: str = "webpage"
    """Its type in CSL-JSON files, such as article-journal."""
    ris: str = "ELEC"
    """Its type in RIS files, such as JOUR."""


class Verdict(Term):
    """How a claim stands against sources; `departs` where they say something else."""

    needs_evidence: bool
    departs: bool = False


class Scheme(Term):
    """A register of identifiers: the form of its numbers, their check-digit rule and their address."""

    pattern: str
    check: str | None = None
    url: str | None = None


class Column(Term):
    """A column of a comparison: the fields of which it shows the first that a record has.

    `pick` says which fact where there are several. With `converted` a column beside it gives the sum in the currency of
    comparison.
    """

    fields: list[str]
    pick: Literal["newest", "first"] = "newest"
    converted: bool = False


class Comparison(Term):
    """A table that sets the records of some kinds side by side over all countries."""

    kinds: list[str]
    columns: dict[str, Column]


class Language(BaseModel):
    """A language by its BCP 47 tag."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    id: str = ""
    label: str
    native: str


@dataclass(frozen=True)
class Vocabulary:
    """All code lists; each maps an id to what it stands for, in the order of its file."""

    kinds: dict[str, Kind]
    groups: dict[str, Term]
    fields: dict[str, Field]
    units: dict[str, Unit]
    missing: dict[str, MissingReason]
    supports: dict[str, Term]
    precisions: dict[str, Term]
    bases: dict[str, Term]
    statuses: dict[str, StatusCode]
    relations: dict[str, Relation]
    source_types: dict[str, SourceType]
    evidence: dict[str, Evidence]
    verdicts: dict[str, Verdict]
    claim_types: dict[str, Term]
    name_types: dict[str, Term]
    question_groups: dict[str, Term]
    asks: dict[str, Term]
    answers: dict[str, Term]
    comparisons: dict[str, Comparison]
    identifier_schemes: dict[str, Scheme]
    languages: dict[str, Language]

    MODELS: ClassVar[dict[str, type[BaseModel]]] = {
        "kinds": Kind,
        "fields": Field,
        "units": Unit,
        "missing": MissingReason,
        "statuses": StatusCode,
        "evidence": Evidence,
        "relations": Relation,
        "source_types": SourceType,
        "verdicts": Verdict,
        "identifier_schemes": Scheme,
        "comparisons": Comparison,
        "languages": Language,
    }

    def codes(self, name: str) -> dict[str, Any]:
        """Return one code list by its name."""
        codes: dict[str, Any] = getattr(self, name)
        return codes

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
        return {
            reason.id: tuple(reason.answer_needs) for reason in self.missing.values() if reason.answer_needs is not None
        }

    def kind_of_folder(self, folder: str) -> Kind | None:
        """Return the kind whose records live in the folder."""
        return next((kind for kind in self.kinds.values() if kind.folder == folder), None)

    def kind_of_file(self, file: str) -> Kind | None:
        """Return the kind that lives in the one file of that name, such as `country.yml`."""
        return next((kind for kind in self.kinds.values() if kind.file == file), None)


LISTS = tuple(item.name for item in fields(Vocabulary))
"""The names of all code lists."""


def load(documents: list[Document]) -> tuple[Vocabulary | None, list[Problem]]:
    """Build the vocabulary from the documents of `data/vocabulary/`; with any problem there is none."""
    problems: list[Problem] = []
    lists: dict[str, dict[str, Any]] = {}
    for document in documents:
        name = document.file.rsplit("/", 1)[-1].removesuffix(".yml")
        if name not in LISTS:
            message = f"is not a code list of the vocabulary.{did_you_mean(name, LISTS) or one_of(LISTS)}"
            problems.append(document.problem((), message, "vocabulary-file"))
            continue
        model: Any = Vocabulary.MODELS.get(name, Term)
        adapter: TypeAdapter[dict[str, Any]] = TypeAdapter(dict[str, model])
        try:
            lists[name] = adapter.validate_python(_with_ids(document.data))
        except ValidationError as error:
            problems += [_shape_problem(item, document, list(model.model_fields)) for item in error.errors()]
    for name in LISTS:
        if name not in lists and not problems:
            problems.append(Problem(f"{FOLDER}/{name}.yml", 1, 1, "", "is missing.", "vocabulary-file"))
    if problems:
        return None, problems
    vocabulary = Vocabulary(**lists)
    found = [
        document.problem(path, message, "vocabulary-link") for document, path, message in _links(documents, vocabulary)
    ]
    return (None, found) if found else (vocabulary, [])


def _shape_problem(item: Any, document: Document, known: list[str]) -> Problem:
    """Say in our words what does not fit in a code list whose terms have the keys `known`."""
    path = tuple(step for step in item["loc"] if isinstance(step, str | int))
    key = str(path[-1])
    match item["type"]:
        case "missing":
            return document.problem(path[:-1], f"the key {quote(key)} is missing.", "vocabulary-shape")
        case "extra_forbidden":
            message = f"the key {quote(key)} is not known here.{did_you_mean(key, known) or one_of(known)}"
            return document.problem(path, message, "vocabulary-shape", key=True)
        case "literal_error":
            choices = item["ctx"]["expected"].replace("'", "")
            return document.problem(path, f"{quote(item['input'])} must be one of {choices}.", "vocabulary-shape")
        case "model_type" | "dict_type":
            return document.problem(path, "must be a mapping of keys to values.", "vocabulary-shape")
    return document.problem(path, f"does not fit here: {item['msg']}.", "vocabulary-shape")


def _with_ids(data: dict[str, Any]) -> dict[str, Any]:
    """Give every term (and every type of a kind) the id under which it stands."""
    terms: dict[str, Any] = {}
    for key, term in data.items():
        if isinstance(term, dict):
            term = {**term, "id": key}
            for inner in ("types", "columns"):
                if isinstance(term.get(inner), dict):
                    term[inner] = {k: {**v, "id": k} if isinstance(v, dict) else v for k, v in term[inner].items()}
        terms[key] = term
    return terms


def _links(documents: list[Document], vocabulary: Vocabulary) -> list[tuple[Document, Path, str]]:
    """Find words of one code list that another one does not know, and words that a list cannot do without."""
    by_name = {document.file.rsplit("/", 1)[-1].removesuffix(".yml"): document for document in documents}
    found: list[tuple[Document, Path, str]] = [
        (by_name[name], (), f"has no {'kind' if name == 'kinds' else 'word'} {word}. Add it.")
        for name, words in FIXED.items()
        for word in words
        if word not in vocabulary.codes(name)
    ]
    for name, path, word, target in _words_of_other_lists(vocabulary):
        known = vocabulary.codes(target)
        if word not in known:
            message = f'"{word}" is not in {target}.yml.{did_you_mean(word, known)}'
            found.append((by_name[name], path, message))
    return found


def _words_of_other_lists(vocabulary: Vocabulary) -> Iterator[tuple[str, Path, str, str]]:
    """Yield every word that stands in one code list and comes from another one.

    Each with the name of its list, its path in the file, and the name of the list from which it comes.
    """
    for comparison in vocabulary.comparisons.values():
        for number, kind in enumerate(comparison.kinds):
            yield "comparisons", (comparison.id, "kinds", number), kind, "kinds"
        for column in comparison.columns.values():
            for number, field in enumerate(column.fields):
                yield "comparisons", (comparison.id, "columns", column.id, "fields", number), field, "fields"
    for term in vocabulary.fields.values():
        yield "fields", (term.id, "group"), term.group, "groups"
        if term.unit is not None:
            yield "fields", (term.id, "unit"), term.unit, "units"
        for number, field in enumerate(term.before):
            yield "fields", (term.id, "before", number), field, "fields"
        for number, kind in enumerate(term.required_in):
            yield "fields", (term.id, "required_in", number), kind, "kinds"
    for owner in vocabulary.kinds.values():
        for field in owner.schema_properties:
            yield "kinds", (owner.id, "schema_properties", field), field, "fields"
    for source_type in vocabulary.source_types.values():
        yield "source_types", (source_type.id, "evidence"), source_type.evidence, "evidence"
