"""The vocabulary: kinds, fields, code lists, empty states, relation types, each with label and explanation.

It is data (`data/vocabulary/*.yml`) and is read here once; checks, pages and exports all take it from here.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Any, ClassVar, Literal

from pydantic import BaseModel, ConfigDict, TypeAdapter, ValidationError

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


class Field(Term):
    """A field of facts: the type of its values and where it is shown."""

    type: FieldType
    group: str
    unit: str | None = None
    timeline: bool = False
    dated: bool = False


class Unit(BaseModel):
    """A unit of numbers, as it is read after one and after any other number."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    id: str = ""
    one: str
    other: str


class MissingReason(Term):
    """A way in which a value can be missing, and the keys that must go with it."""

    needs: list[Literal["source", "locator", "searched", "note", "values"]]


class Relation(Term):
    """A relation, and how it reads from the other end."""

    inverse: str
    symmetric: bool = False
    acyclic: bool = False


class SourceType(Term):
    """A type of source and the kind of evidence that it stands for."""

    evidence: str


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
    statuses: dict[str, Term]
    relations: dict[str, Relation]
    source_types: dict[str, SourceType]
    evidence: dict[str, Term]
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
    """Find words of one code list that another one does not know."""
    by_name = {document.file.rsplit("/", 1)[-1].removesuffix(".yml"): document for document in documents}
    found: list[tuple[Document, Path, str]] = []
    for comparison in vocabulary.comparisons.values():
        words: list[tuple[Path, str, str]] = [
            (("kinds", number), kind, "kinds") for number, kind in enumerate(comparison.kinds)
        ]
        for column in comparison.columns.values():
            at: Path = ("columns", column.id, "fields")
            words += [((*at, number), field, "fields") for number, field in enumerate(column.fields)]
        for path, word, target in words:
            known = vocabulary.codes(target)
            if word not in known:
                message = f'"{word}" is not in {target}.yml.{did_you_mean(word, known)}'
                found.append((by_name["comparisons"], (comparison.id, *path), message))
    for name, key, target in (
        ("fields", "group", "groups"),
        ("fields", "unit", "units"),
        ("source_types", "evidence", "evidence"),
    ):
        known = vocabulary.codes(target)
        for term in vocabulary.codes(name).values():
            word = getattr(term, key)
            if word is not None and word not in known:
                message = f'"{word}" is not in {target}.yml.{did_you_mean(word, known)}'
                found.append((by_name[name], (term.id, key), message))
    return found
