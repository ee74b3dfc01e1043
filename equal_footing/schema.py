"""JSON Schemas of the data files, for editors: made from the models and the vocabulary, kept in `schemas/`.

An editor with a YAML language server completes keys and words of code lists, explains them, and marks what does not
fit. Visual Studio Code finds the schema of a file in `.vscode/settings.json`. Any other editor with
yaml-language-server finds it when the first line of the file says where it is, seen from the file itself:

    # yaml-language-server: $schema=../../../schemas/record.json

The schemas are draft-07, which language servers of every age know, and stand alone, without other files. They say what
one file can say by itself: keys, code lists, forms, and which keys go together. What takes other files, or counting, is
left to the check, which has the last word. Our reader takes every scalar as text, an editor reads `2020` as a number
and `true` as a truth value: a schema takes both. It is stricter than the reader in two small things: spaces inside the
quotation marks of a date, number or code are marked, and so is an `id` inside a term of the vocabulary.
"""

from __future__ import annotations

import inspect
import json
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, fields
from pathlib import Path
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from pydantic import AfterValidator, BaseModel

from equal_footing import identifiers
from equal_footing import vocabulary as vocabularies
from equal_footing.claims import ArticleFaults, ArticleNames, Section
from equal_footing.comparison import Answer, Question
from equal_footing.dataset import ARTICLE
from equal_footing.figures import Figure
from equal_footing.problems import DataError
from equal_footing.records import (
    ANCHOR,
    MAX_NAME,
    SLUG,
    Article,
    Currency,
    Date,
    Fact,
    Identifier,
    Interval,
    Language,
    Model,
    Moved,
    Name,
    Names,
    OtherName,
    Record,
    Relation,
    Source,
    Status,
    Text,
    Url,
    Whole,
    Withdrawn,
)
from equal_footing.rules.comparison import MAX_SENTENCE, STATES
from equal_footing.rules.facts import MAX_OF, MAX_TEXT, NUMERIC
from equal_footing.rules.records import COUNTRY_FIELDS
from equal_footing.source import read_tree
from equal_footing.vocabulary import Kind, Term, Vocabulary

Json = dict[str, Any]

FOLDER = "schemas"
DRAFT = "http://json-schema.org/draft-07/schema#"
VOCABULARY = "data/vocabulary"
TERMS = "vocabulary-terms.json"
SHORT_LIST = 16
"""The most words of a code list that an editor is to repeat when a word is not one of them."""


# What is written ----------------------------------------------------------------------------------------------------


def schemas(vocabulary: Vocabulary) -> dict[str, Json]:
    """Return every schema by the name of its file."""
    found = {"record.json": _record(vocabulary, [kind for kind in vocabulary.kinds.values() if kind.folder])}
    for kind in vocabulary.kinds.values():
        if kind.file or kind.id == ARTICLE:
            found[f"{kind.id}.json"] = _record(vocabulary, [kind])
    found["sources.json"] = _mapping(vocabulary, Source, "Sources", "The sources of a place, each under its key.")
    found["answers.json"] = _mapping(
        vocabulary, Answer, "Answers", "The answers of a country, each under the id of its question."
    )
    for name, model in FILES.items():
        found[name] = _file(vocabulary, model)
    for name in _lists():
        file = _vocabulary_file(name)
        if file not in found:
            found[file] = _terms(vocabulary, name)
    return found


FILES: dict[str, type[Model]] = {
    "question.json": Question,
    "figure.json": Figure,
    "article-claims.json": Section,
    "article-names.json": ArticleNames,
    "article-translation.json": ArticleFaults,
}
"""Files that hold one thing that is no record."""


def associations(vocabulary: Vocabulary) -> dict[str, list[str]]:
    """Return for each schema the files that it is for, as patterns from the top of the repository.

    A pattern that begins with `!` takes files out again. `.vscode/settings.json` holds these under `yaml.schemas`.
    """
    found = {"record.json": [f"data/*/{kind.folder}/*.yml" for kind in vocabulary.kinds.values() if kind.folder]}
    for kind in vocabulary.kinds.values():
        if kind.file:
            found[f"{kind.id}.json"] = [f"data/*/{kind.file}"]
    found |= {
        "article.json": ["data/article/article.yml"],
        "sources.json": ["data/*/sources.yml"],
        "answers.json": ["data/*/answers.yml", f"!{VOCABULARY}/answers.yml"],
        "question.json": ["data/questions/*.yml"],
        "figure.json": ["data/*/figures/*.yml"],
        "article-claims.json": ["data/article/claims/*.yml"],
        "article-names.json": ["data/article/names.yml"],
        "article-translation.json": ["data/article/translation.yml"],
    }
    for name in _lists():
        found.setdefault(_vocabulary_file(name), []).append(f"{VOCABULARY}/{name}.yml")
    return found


def write(root: Path) -> list[str]:
    """Write every schema into `root/schemas` and delete others there; returns the names of those that changed.

    Raises `DataError` when the vocabulary has problems.
    """
    texts = _texts(root)
    changed = _differing(root, texts)
    (root / FOLDER).mkdir(exist_ok=True)
    for name in changed:
        if name in texts:
            (root / FOLDER / name).write_text(texts[name], encoding="utf-8", newline="\n")
        else:
            (root / FOLDER / name).unlink()
    return changed


def stale(root: Path) -> list[str]:
    """Return the names of files in `root/schemas` that are missing, too many, or not what would be written.

    Raises `DataError` when the vocabulary has problems.
    """
    return _differing(root, _texts(root))


def _texts(root: Path) -> dict[str, str]:
    documents, problems = read_tree(root, VOCABULARY)
    vocabulary, found = vocabularies.load(documents)
    if problems or vocabulary is None:
        raise DataError([*problems, *found])
    return {name: as_text(schema) for name, schema in schemas(vocabulary).items()}


def as_text(schema: Json) -> str:
    """Return a schema as it stands in its file."""
    return json.dumps(schema, indent=1, ensure_ascii=False) + "\n"


def _differing(root: Path, texts: dict[str, str]) -> list[str]:
    there = {path.name: path.read_bytes() for path in (root / FOLDER).glob("*.json")}
    names = sorted({*there, *texts})
    return [name for name in names if name not in texts or there.get(name) != texts[name].encode()]


def _lists() -> list[str]:
    return [item.name for item in fields(Vocabulary)]


def _vocabulary_file(name: str) -> str:
    return f"vocabulary-{name.replace('_', '-')}.json" if name in Vocabulary.MODELS else TERMS


# Whole files --------------------------------------------------------------------------------------------------------


def _record(vocabulary: Vocabulary, kinds: list[Kind]) -> Json:
    """Return the schema of a record's file, which may also hold what was left where a record moved or was withdrawn."""
    shelf = _Shelf(vocabulary, kinds)
    model = Article if kinds[0].id == ARTICLE else Record
    one = kinds[0] if len(kinds) == 1 else None
    root = {
        "$schema": DRAFT,
        "title": one.label if one else "Record",
        "description": one.about if one else _about(Record),
        "type": "object",
        "if": {"required": ["moved_to"]},
        "then": shelf.model(Moved),
        "else": {
            "if": {"required": ["withdrawn"]},
            "then": shelf.model(Withdrawn),
            "else": shelf.model(model),
        },
    }
    return root | {"definitions": shelf.definitions}


def _mapping(vocabulary: Vocabulary, model: type[Model], title: str, about: str) -> Json:
    """Return the schema of a file that holds many of one thing, each under its key."""
    shelf = _Shelf(vocabulary)
    keys = {
        "pattern": _whole(SLUG),
        "errorMessage": "Must be small letters and digits, joined by hyphens.",
    }
    root = {"title": title, "description": about, "type": "object", "propertyNames": keys}
    return {"$schema": DRAFT} | root | {"additionalProperties": shelf.model(model), "definitions": shelf.definitions}


def _file(vocabulary: Vocabulary, model: type[Model]) -> Json:
    shelf = _Shelf(vocabulary)
    return {"$schema": DRAFT} | shelf.body(model) | {"definitions": shelf.definitions}


def _terms(vocabulary: Vocabulary, name: str) -> Json:
    """Return the schema of a code list of the vocabulary."""
    shelf = _Shelf(vocabulary)
    model = Vocabulary.MODELS.get(name, Term)
    title = name.replace("_", " ").capitalize() if name in Vocabulary.MODELS else "Code list"
    about = f"{_about(model)} The key is the word that stands in the data."
    root = {"title": title, "description": about, "type": "object", "additionalProperties": shelf.model(model)}
    return {"$schema": DRAFT} | root | {"definitions": shelf.definitions}


# Models -------------------------------------------------------------------------------------------------------------


@dataclass
class _Shelf:
    """The definitions of one schema; what is asked for is put there and referred to."""

    vocabulary: Vocabulary
    kinds: list[Kind] = field(default_factory=list)
    definitions: dict[str, Json] = field(default_factory=dict)

    def model(self, model: type[BaseModel]) -> Json:
        """Return the reference to a model."""
        return self._refer(model.__name__, lambda: self.body(model))

    def form(self, name: str) -> Json:
        """Return the reference to a form of scalars, such as `date`."""
        return self._refer(name, lambda: self._form(name))

    def codes(self, name: str) -> Json:
        """Return the reference to a code list of the vocabulary, or of ISO 3166-1 and ISO 4217."""
        return self._refer(name, lambda: _code_list(self.vocabulary, name, self.kinds))

    def _refer(self, name: str, make: Callable[[], Json]) -> Json:
        if name not in self.definitions:
            self.definitions[name] = {}  # keeps its place, and ends a circle
            self.definitions[name].update(make())
        return {"$ref": f"#/definitions/{name}"}

    def _form(self, name: str) -> Json:
        if name in {"names", "english-names", "texts", "titles"}:
            return _by_language(self, name)
        return FORMS[name]

    def body(self, model: type[BaseModel]) -> Json:
        """Return a model: its keys, which of them must be there, and which go together."""
        hints = get_type_hints(model, include_extras=True)
        properties: Json = {}
        required = []
        for name, info in model.model_fields.items():
            if name == "id" and not issubclass(model, Model):
                continue  # of a term: the key under which it stands
            key = info.alias or name
            schema = self._key(model, key, hints[name])
            if schema.get("type") == "array" and _minimum(info.metadata):
                schema["minItems"] = _minimum(info.metadata)
            about = _said(KEYS, model, key)
            if about is None:
                raise KeyError(f"no description of {model.__name__}.{key}")
            properties[key] = {"title": key.replace("_", " ").capitalize(), "description": about} | schema
            examples = _said(EXAMPLES, model, key)
            if examples and not info.is_required():
                properties[key]["examples"] = examples
            if info.is_required():
                required.append(key)
        found: Json = {"title": _title(model), "description": _about(model), "type": "object"}
        found |= {"properties": properties, "required": required, "additionalProperties": False}
        together = [rule for base in reversed(model.__mro__) for rule in RULES.get(base, _none)(self)]
        return found | ({"allOf": together} if together else {})

    def _key(self, model: type[BaseModel], key: str, annotation: Any) -> Json:
        for base in model.__mro__:
            if (base.__name__, key) in NARROWER:
                return NARROWER[base.__name__, key](self)
        return self.value(annotation)

    def value(self, annotation: Any) -> Json:
        """Return what an annotation of a model stands for; raises TypeError for one that is not known here."""
        for known, name in ALIASES:
            if annotation == known:
                return self.form(name) if name in FORMS or name == "names" else self.codes(name)
        origin, inner = get_origin(annotation), get_args(annotation)
        if origin is Annotated:
            return self._annotated(inner[0], inner[1:])
        if origin in {Union, UnionType}:
            return self.value(next(item for item in inner if item is not NoneType))
        if origin is list:
            return {"type": "array", "items": self.value(inner[0])}
        if origin is dict and inner[0] == Language:
            return self.form("texts")
        if origin is dict:
            return {"type": "object", "additionalProperties": self.value(inner[1])}
        if origin is Literal:
            return {"enum": list(inner)}
        if isinstance(annotation, type) and issubclass(annotation, BaseModel):
            return self.model(annotation)
        raise TypeError(f"no schema for {annotation}")

    def _annotated(self, base: Any, metadata: Iterable[Any]) -> Json:
        """Return what a type with validators stands for, by the last validator that says what it takes."""
        if base is bool:
            return self.form("flag")
        for validator in reversed([item for item in metadata if isinstance(item, AfterValidator)]):
            bound = inspect.getclosurevars(validator.func).nonlocals
            if "list_name" in bound:
                return self.codes(bound["list_name"])
            if "form" in bound:
                return _pattern(bound["form"], bound["what"])
        found = self.value(base)
        least = _minimum(metadata)
        return found | ({"minItems": least} if least and found.get("type") == "array" else {})


def _minimum(metadata: Iterable[Any]) -> int | None:
    """Return the least length that the metadata of a field ask for."""
    for item in metadata:
        least = getattr(item, "min_length", None) or _minimum(getattr(item, "metadata", ()))
        if least:
            return int(least)
    return None


def _about(model: type[BaseModel]) -> str:
    """Return the docstring of a model as one paragraph."""
    return " ".join(inspect.cleandoc(model.__doc__ or "").split())


def _title(model: type[BaseModel]) -> str:
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", model.__name__).capitalize()


def _said(table: dict[str, Any], model: type[BaseModel], key: str) -> Any:
    """Return what a table has for a key of a model, else of what the model extends, else for the key anywhere."""
    names = [f"{base.__name__}.{key}" for base in model.__mro__]
    return next((table[name] for name in (*names, key) if name in table), None)


# Scalars ------------------------------------------------------------------------------------------------------------


def _whole(form: re.Pattern[str]) -> str:
    return f"^(?:{form.pattern})$"


_ANCHOR = r"[^\u0000-\u002f\u003a-\u005e\u0060\u007b-\u007f]+"
"""Letters and digits, but for A to Z: `\\w` of editors knows no other letters than those of English."""


def _pattern(form: re.Pattern[str], what: str) -> Json:
    written = f"^{_ANCHOR}(?:-{_ANCHOR})*$" if form is ANCHOR else _whole(form)
    return {"type": ["string", "number"], "pattern": written, "errorMessage": f"Must be {what}."}


def _code_list(vocabulary: Vocabulary, name: str, kinds: list[Kind]) -> Json:
    """Return the words of a code list, each with its label and what it means."""
    if name in ISO:
        title, known = ISO[name]
        return _enum(known(), f"Must be an {title}.") | {"title": title}
    terms = vocabulary.codes(name)
    if name == "kinds" and kinds:
        terms = {kind.id: kind for kind in kinds}
    words = {word: _explained(term) for word, term in terms.items()}
    return _enum(words, f"Must be a word of {VOCABULARY}/{name}.yml.")


ISO: dict[str, tuple[str, Callable[[], dict[str, str]]]] = {
    "currencies": ("ISO 4217 code of a currency", identifiers.currencies),
    "countries": ("ISO 3166-1 code of a country", identifiers.countries),
}


def _enum(words: dict[str, str], otherwise: str) -> Json:
    found: Json = {"enum": list(words), "enumDescriptions": list(words.values())}
    return found | ({"errorMessage": otherwise} if len(words) > SHORT_LIST else {})


def _explained(term: Any) -> str:
    match term:
        case vocabularies.Unit():
            return f"{term.one}, {term.other}"
        case vocabularies.Language():
            return f"{term.label}, {term.native}"
        case vocabularies.Field():
            return f"{term.label} ({term.type}): {term.about}"
        case vocabularies.Relation():
            return f"{term.label} / {term.inverse}: {term.about}"
    return f"{term.label}: {term.about}"


def _by_language(shelf: _Shelf, name: str) -> Json:
    """Return a mapping of language tags to names or texts."""
    inner = shelf.form("text" if name in {"texts", "titles"} else "name")
    properties = {
        tag: {"title": language.label, "description": f"In {language.label} ({language.native})."} | inner
        for tag, language in shelf.vocabulary.languages.items()
    }
    found: Json = {"type": "object", "properties": properties, "additionalProperties": False}
    if name != "texts":
        found["minProperties"] = 1
    return found | ({"required": ["en"]} if name == "english-names" else {})


_YEAR = r"(?:1[89][0-9]{2}|[2-9][0-9]{3})"
_MONTH_DAY = (
    r"(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)|02-(?:0[1-9]|[12][0-9]))"
)
_DAY = f"{_YEAR}-{_MONTH_DAY}"
_DATE = rf"(?:{_DAY}|{_YEAR}(?:-(?:0[1-9]|1[0-2]))?)"
_IN_URL = r'[^\s<>"\\^`{|}]'
_URL = rf'^[Hh][Tt][Tt][Pp][Ss]?://[^\s<>"\\^`{{|}}/?#]*\.{_IN_URL}*$'

FORMS: dict[str, Json] = {
    "text": {"type": ["string", "number", "boolean"], "pattern": r"\S", "errorMessage": "Must be text."},
    "name": {
        "type": ["string", "number", "boolean"],
        "pattern": r"^\s*[^<>{}\n]*[^<>{}\s][^<>{}\n]*\s*$",
        "maxLength": MAX_NAME,
        "errorMessage": f"Must be a name of at most {MAX_NAME} characters, without < > {{ }} and line breaks.",
    },
    "of": {
        "type": ["string", "number", "boolean"],
        "pattern": r"\S",
        "maxLength": MAX_OF,
        "errorMessage": f"Must be a few words, at most {MAX_OF} characters. Use `note` for more.",
    },
    "sentence": {
        "type": ["string", "number", "boolean"],
        "pattern": r"^(?![\s\S]*\[@[^\[\]]*\])[\s\S]*\S",
        "maxLength": MAX_SENTENCE,
        "errorMessage": f"Must be a sentence of at most {MAX_SENTENCE} characters without citations.",
    },
    "cited": {
        "type": "string",
        "pattern": r"\[@[^\[\]]*\]",
        "errorMessage": "Must be text that cites its source, such as [@key, p. 3].",
    },
    "long-text": {
        "type": ["string", "number", "boolean"],
        "pattern": r"\S",
        "maxLength": MAX_TEXT,
        "errorMessage": f"Must be text of at most {MAX_TEXT} characters.",
    },
    "word": {"type": ["string", "number", "boolean"], "errorMessage": "Must be text."},
    "date": {
        "type": ["string", "integer"],
        "pattern": f"^{_DATE}$",
        "minimum": 1800,
        "maximum": 9999,
        "errorMessage": "Must be a date such as 2000, 2000-08 or 2000-08-10.",
    },
    "day": {
        "type": "string",
        "pattern": f"^{_DAY}$",
        "errorMessage": "Must be a full day, such as 2026-11-23.",
    },
    "period": {
        "type": ["string", "integer"],
        "pattern": rf"^{_DATE}(?:/(?:{_DATE}|\.\.))?$",
        "minimum": 1800,
        "maximum": 9999,
        "errorMessage": "Must be a period such as 2021, 2022-04/2023-03 or 2018/.. (still going on).",
    },
    "month-day": {
        "type": "string",
        "pattern": f"^{_MONTH_DAY}$",
        "errorMessage": "Must be a month and a day such as 04-01.",
    },
    "number": {
        "type": ["number", "string"],
        "pattern": r"^-?(?:0|[1-9][0-9]*|[1-9][0-9]{0,2}(?:_[0-9]{3})+)(?:\.[0-9]+)?$",
        "errorMessage": "Must be a number in digits, such as 46, 92_400_000_000 or 0.39.",
    },
    "whole": {
        "type": ["integer", "string"],
        "minimum": 1,
        "pattern": r"^[1-9][0-9]*$",
        "errorMessage": "Must be a whole number from 1 on.",
    },
    "url": {
        "type": "string",
        "pattern": _URL,
        "errorMessage": "Must be a web address such as https://example.org/page.",
    },
    "flag": {
        "anyOf": [
            {"const": True, "errorMessage": "Must be true, or the key left out."},
            {"type": "string", "pattern": "^true$", "errorMessage": "Must be true, or the key left out."},
        ]
    },
    "choice": {"type": ["boolean", "string"], "pattern": "^(?:true|false)$", "errorMessage": "Must be true or false."},
}
"""Forms of scalars, each as an editor may read what our reader takes."""

ALIASES: tuple[tuple[Any, str], ...] = (
    (Text, "text"),
    (Name, "name"),
    (Names, "names"),
    (Date, "date"),
    (Interval, "period"),
    (Url, "url"),
    (Currency, "currencies"),
    (Whole, "whole"),
    (Language, "languages"),
    (str, "word"),
    (bool, "choice"),
)

# Narrower than the models, as the rules are --------------------------------------------------------------------------


def _facts(shelf: _Shelf) -> Json:
    """Return the list of facts; a country has some that all its pages rest on."""
    found = {"type": "array", "items": shelf.model(Fact)}
    if [kind.id for kind in shelf.kinds] != ["country"]:
        return found
    return found | {
        "allOf": [
            {
                "contains": {"properties": {"field": {"const": name}}, "required": ["field"]},
                "errorMessage": f"Must hold a fact {name}, with its source or with a state.",
            }
            for name in COUNTRY_FIELDS
        ]
    }


def _list_of(name: str) -> Callable[[_Shelf], Json]:
    return lambda shelf: {"type": "array", "items": shelf.codes(name)}


def _codes(name: str) -> Callable[[_Shelf], Json]:
    return lambda shelf: shelf.codes(name)


def _form(name: str) -> Callable[[_Shelf], Json]:
    return lambda shelf: shelf.form(name)


def _types(shelf: _Shelf) -> Json:
    """Return the types that the kinds of a schema have; a rule tells them apart by kind."""
    types = {name: _explained(term) for kind in shelf.kinds for name, term in kind.types.items()}
    return _enum(types, "") if types else shelf.form("text")


def _figures(shelf: _Shelf) -> Json:
    fields = {name: item for name, item in shelf.vocabulary.fields.items() if item.type in NUMERIC}
    return _enum({name: _explained(item) for name, item in fields.items()}, "Must be a field that holds figures.")


NARROWER: dict[tuple[str, str], Callable[[_Shelf], Json]] = {
    ("Record", "type"): _types,
    ("Record", "name"): _form("english-names"),
    ("Record", "summary"): _form("cited"),
    ("Record", "facts"): _facts,
    ("Record", "reviewed"): _form("day"),
    ("Fact", "of"): _form("of"),
    ("Fact", "searched"): _form("day"),
    ("Fact", "withdrawn"): _form("day"),
    ("Source", "title"): _form("titles"),
    ("Source", "read"): _form("day"),
    ("Withdrawn", "withdrawn"): _form("day"),
    ("Withdrawn", "name"): _form("english-names"),
    ("Withdrawn", "last"): _form("cited"),
    ("Answer", "sentence"): _form("sentence"),
    ("Answer", "state"): lambda shelf: _enum(
        {name: _explained(item) for name, item in shelf.vocabulary.states.items() if name in STATES}, ""
    ),
    ("Position", "text"): _form("cited"),
    ("Practice", "text"): _form("cited"),
    ("Series", "field"): _figures,
    ("Series", "time"): _form("period"),
    ("Series", "currency"): _codes("currencies"),
    ("Series", "unit"): _codes("units"),
    ("Series", "basis"): _codes("bases"),
    ("Field", "group"): _codes("groups"),
    ("Field", "unit"): _codes("units"),
    ("SourceType", "evidence"): _codes("evidence"),
    ("Comparison", "kinds"): _list_of("kinds"),
    ("Column", "fields"): _list_of("fields"),
    ("Scheme", "check"): lambda _: {"enum": list(identifiers.CHECKS)},
}
"""Keys for which a rule asks more than the model does."""


# Keys that go together ----------------------------------------------------------------------------------------------


def _when(conditions: Json, then: Json) -> Json:
    """Return the rule for where keys have the values that are asked for."""
    return {"if": {"properties": conditions, "required": list(conditions)}, "then": then}


def _one_of(key: str, other: str, otherwise: str) -> Json:
    """Return the rule that one of two keys must be there."""
    return {"if": {"not": {"required": [other]}}, "then": {"required": [key], "errorMessage": otherwise}}


def _without(keys: Iterable[str], otherwise: str) -> Json:
    """Return the rule that keys must not be there."""
    return {"properties": dict.fromkeys(keys, False), "errorMessage": otherwise}


def _none(_: _Shelf) -> list[Json]:
    return []


def _source_and_locator(_: _Shelf) -> list[Json]:
    return [{"dependencies": {"source": ["at"], "at": ["source"]}}]


def _record_rules(shelf: _Shelf) -> list[Json]:
    """A record has a type where its kind has types, and one of those."""
    rules = []
    for kind in shelf.kinds:
        if kind.types:
            types = _enum({name: _explained(term) for name, term in kind.types.items()}, "")
            rules.append(_when({"kind": {"const": kind.id}}, {"required": ["type"], "properties": {"type": types}}))
    untyped = [kind.id for kind in shelf.kinds if not kind.types]
    return [*rules, _when({"kind": {"enum": untyped}}, _without(["type"], "This kind has no types."))]


def _status_rules(shelf: _Shelf) -> list[Json]:
    """A status has a date and a source, unless it is not known."""
    dated = _one_of("as_of", "since", "A status needs a date: `since` or `as_of`.")
    known = {"required": ["source", "at"], "allOf": [dated]}
    return [*_source_and_locator(shelf), _when({"code": {"not": {"const": "unknown"}}}, known)]


def _identifier_rules(shelf: _Shelf) -> list[Json]:
    """An identifier has the form of its register."""
    return [
        _when(
            {"scheme": {"const": scheme.id}},
            {
                "properties": {
                    "id": {
                        "pattern": f"^(?:{scheme.pattern})$",
                        "errorMessage": f"Must have the form {scheme.pattern} of {scheme.label}.",
                    }
                }
            },
        )
        for scheme in shelf.vocabulary.identifier_schemes.values()
    ]


def _source_rules(_: _Shelf) -> list[Json]:
    return [{"dependencies": {"original_url": ["mirror"]}}]


def _states(instead: str, needs: dict[str, list[str]], apart: Iterable[str]) -> list[Json]:
    """Return for each state the keys that it needs, and which of the keys `apart` do not go with it.

    Beside `instead`, the key that a state stands for, nothing is said of it: the state itself is the mistake there.
    """
    rules = []
    for state, keys in needs.items():
        others = [key for key in apart if key not in keys]
        then = {"required": keys, "allOf": [_without(others, f"{state} has no such key.")]}
        for many in {"values", "positions"} & {*keys}:
            then["properties"] = {many: {"minItems": 2, "errorMessage": "A disagreement needs two or more."}}
        rule = _when({"state": {"const": state}}, then)
        rule["if"]["not"] = {"required": [instead]}
        rules.append(rule)
    return rules


def _answer_rules(shelf: _Shelf) -> list[Json]:
    """An answer has either an answer with its grounds, or a state with its keys."""
    answered = {
        "required": ["sentence", "text", "evidence"],
        "properties": {"text": shelf.form("cited"), "evidence": {"minItems": 1}},
        "allOf": [_without(["state", "searched", "positions"], "Goes only without an answer.")],
    }
    return [
        _one_of("answer", "state", "Needs an answer or a state; `state: not-researched` if nobody has looked."),
        {"dependencies": {"answer": answered}},
        *_states("answer", {name: list(keys) for name, keys in STATES.items()}, ("searched", "positions", "practice")),
    ]


def _fact_rules(shelf: _Shelf) -> list[Json]:
    """A fact has a value with its source, of the type of its field, or a state with its keys."""
    terms = shelf.vocabulary.states.values()
    alone = _without(["state", "searched", "values"], "Goes only without a value.")
    return [
        _one_of("value", "state", "Needs a value or a state; `state: not-researched` if nobody has looked."),
        {"dependencies": {"value": ["source"], "source": ["at"], "withdrawn": ["note"]}},
        {"dependencies": {"value": alone}},
        *_states("value", {term.id: list(term.needs) for term in terms}, ("source", "at", "searched", "values")),
        *_type_rules(shelf),
    ]


def _type_rules(shelf: _Shelf) -> list[Json]:
    """Return what the value of a fact must be, by its field, and which keys go with it."""
    groups: dict[tuple[str, bool], list[str]] = {}
    for item in shelf.vocabulary.fields.values():
        groups.setdefault((item.type, item.unit is not None), []).append(item.id)
    dated = [item.id for item in shelf.vocabulary.fields.values() if item.dated]
    rules = [
        _stated(names, _of_type(shelf, kind, has_unit, True), _of_type(shelf, kind, has_unit, False))
        for (kind, has_unit), names in groups.items()
    ]
    return [*rules, _stated(dated, _TIMED, _TIMED)]


def _stated(names: list[str], fact: Json, value: Json) -> Json:
    """Return the rule for facts of some fields that have a value, and for values on which sources disagree."""
    then = {"dependencies": {"value": fact}, "properties": {"values": {"items": value}}}
    return _when({"field": {"enum": names}}, then)


_TIMED = _one_of("period", "as_of", "Needs a time: `period` or `as_of`.")
_ONE_TIME = {"dependencies": {"period": _without(["as_of"], "Goes without `period`: one time is enough.")}}


def _of_type(shelf: _Shelf, kind: str, has_unit: bool, fact: bool) -> Json:
    """Return what goes with a value of a type: its form, the keys that it needs, and those that others have."""
    form = _value_form(shelf, kind)
    needed: list[str] = []
    together = [_ONE_TIME]
    apart = {"unit", "basis", "currency", "per", "qualifier", "to"}
    properties = {"value": form}
    if kind in NUMERIC:
        apart -= {"qualifier", "to"}
        properties["to"] = form
    if kind == "number":
        apart.remove("unit")
        needed = [] if has_unit else ["unit"]
    if kind == "money":
        apart -= {"currency", "basis"}
        needed = ["currency", "basis"]
        together.append(_TIMED)
    if kind == "rate":
        apart -= {"currency", "per"}
        needed = ["currency", "per"] if fact else []
        together += [_TIMED] if fact else []
    if kind == "date" and fact:
        apart |= {"period", "as_of"}
    return {
        "required": needed,
        "properties": properties,
        "allOf": [*together, _without(sorted(apart), f"Does not go with a field of the type {kind}.")],
    }


def _value_form(shelf: _Shelf, kind: str) -> Json:
    match kind:
        case "number" | "percent" | "money" | "rate":
            return shelf.form("number")
        case "country-code":
            return shelf.codes("countries")
        case "currency-code":
            return shelf.codes("currencies")
        case "language-code":
            return shelf.codes("languages")
        case "text":
            return shelf.form("long-text")
    return shelf.form(kind)


RULES: dict[type[BaseModel], Callable[[_Shelf], list[Json]]] = {
    Record: _record_rules,
    OtherName: _source_and_locator,
    Status: _status_rules,
    Identifier: _identifier_rules,
    Relation: _source_and_locator,
    Source: _source_rules,
    Fact: _fact_rules,
    Answer: _answer_rules,
}
"""What the rules say of keys that go together in one thing."""


# What keys mean -----------------------------------------------------------------------------------------------------

KEYS = {
    # Everywhere
    "source": "Key of the source in the sources.yml of a place.",
    "at": "The place in the source: article, page, section or paragraph, such as p. 3 or Article 12.",
    "also": "Further sources for the same, each with `source` and `at`.",
    "note": "One short sentence that a reader needs beside it.",
    "period": "The stretch of time that the figure covers: a year, first and last month, or open: 2018/..",
    "as_of": "The day, month or year for which it holds, as precise as the source.",
    "since": "From when.",
    "until": "Until when.",
    "on": "The day of the change.",
    "reviewed": "The day on which somebody last compared it with its sources, such as 2026-11-23.",
    "searched": "The day on which somebody looked for it.",
    "order": "Its place in the order, a whole number from 1 on.",
    "title": "The title that readers see.",
    "name": "Its name in each language by tag, English always.",
    "summary": "One to three plain sentences in our own words, with citations: [@key, p. 3].",
    "qualifier": "How exact the figure is, as the source words it.",
    "unit": "What is counted.",
    "currency": "ISO 4217 code of the currency.",
    "basis": "What the sum of money measures.",
    "to": "The upper end of a range that begins at `value`.",
    "support": "How far the value is from the words of the source; left out where the source says it directly.",
    "state": "Why there is no value.",
    "changed": "Why it is another one than in the edition before.",
    "label": "The word that readers see.",
    "about": "What it means, in a sentence.",
    "field": "What the fact is about; the field decides the type of the value.",
    "of": "What exactly is meant, in a few words, where one field comes several times.",
    "line": "Line of the article.",
    "printed": "As the article's translation prints it.",
    "record": "Path of the record, such as japan/funding/japan-platform.",
    "records": "Paths of the records that it is about.",
    "question": "The question, as readers see it.",
    "url": "Web address.",
    # Records
    "Value.value": "The value as this source has it.",
    "Value.shown": "Marks the value that is shown first; the note of the fact says why.",
    "Changed.kind": "Whether we were wrong (corrected) or the world has changed (updated).",
    "Changed.reason": "What changed and why, in a sentence.",
    "Fact.id": "Anchor of the fact, only where the one that is made from field, `of` and time will not do.",
    "Fact.value": "The value; text may hold citations and links. Sums and counts in full: 16_770_000_000.",
    "Fact.per": "The other currency of an exchange rate.",
    "Fact.original": "The wording in the source's language, where the words themselves matter.",
    "Fact.values": "The values on which sources disagree, two or more.",
    "Fact.withdrawn": "The day on which the fact was withdrawn; `note` says why.",
    "OtherName.name": "The other name in each language by tag.",
    "OtherName.sort": "What sort of name it is.",
    "Status.code": "Where it stands.",
    "Status.since": "The day on which it took this status.",
    "Status.as_of": "The day for which the status is known.",
    "Identifier.scheme": "The register.",
    "Identifier.id": 'The number in the register, in quotation marks, such as "7010005017348".',
    "Relation.type": "How this record relates to the other one; the other end is derived.",
    "Relation.to": "Path of the other record, such as japan/bodies/ministry-of-foreign-affairs.",
    "Record.kind": "The kind of record; its folder or file decides it.",
    "Record.type": "The type within the kind, where the kind has types.",
    "Record.short_name": "The abbreviation or short form that people use, in each language by tag.",
    "Record.other_names": "Former names, other spellings, other translations.",
    "Record.status": "Where it stands, and since when.",
    "Record.identifiers": "Its numbers in registers.",
    "Record.facts": "What is known about it, each with its source, or why it is not known.",
    "Record.relations": "Its relations to other records, each written once.",
    "Article.source": "Key of the source that is the article.",
    "Article.claims": "The number of claims of the article.",
    "Moved.moved_to": "Path of the record under its new name.",
    "Withdrawn.withdrawn": "The day on which the record was withdrawn.",
    "Withdrawn.reason": "Why it was withdrawn.",
    "Withdrawn.last": "What was last said, with citations.",
    "Withdrawn.edition": "An edition in which the record can be read, such as 2026.11.",
    "Withdrawn.see": "Paths of records to read instead.",
    # Sources
    "Source.title": "Title in its own language, and a translation where that is not English.",
    "Source.author": "Who wrote it, where that is not the publisher.",
    "Source.publisher": "Who published it.",
    "Source.date": "When it came out, as precise as known.",
    "Source.url": "Address of what was read, such as https://example.org/page.",
    "Source.language": "Language of what was read.",
    "Source.type": "What type of source it is.",
    "Source.read": "The day on which it was read, such as 2026-11-23.",
    "Source.mirror": "Whose copy was read, where it was not the original.",
    "Source.original_url": "Address of the original, where a copy was read.",
    "Source.archive": "Address of a copy in a web archive.",
    # The article
    "Claim.id": "Id of the claim, such as s042.",
    "Claim.type": "What the claim is.",
    "Claim.says": "What the article says, in our own words.",
    "Claim.verdict": "How the claim stands against sources.",
    "Claim.finding": "What sources say, with citations.",
    "Claim.evidence": "The sources on which the verdict rests.",
    "Section.claims": "The claims of the section, in the article's order.",
    "PrintedName.name": "The right name.",
    "PrintedName.part": "Marks the name of something that has no record of its own: the record speaks of it.",
    "PrintedName.lines": "Lines of the article in which it stands.",
    "ArticleNames.names": "The names, in the article's order.",
    "Fault.id": "Id of the fault, such as t07.",
    "Fault.reading": "What it should read.",
    "Fault.fault": "What sort of fault it is.",
    "Fault.certainty": "How sure the right reading is.",
    "Fault.basis": "What the right reading rests on.",
    "ArticleFaults.faults": "The faults, each with its line.",
    # The comparison
    "fully": "What counts as yes.",
    "partly": "What counts as partly.",
    "not": "What counts as no.",
    "Question.group": "The group of questions in which it stands.",
    "Question.short": "The question in a few words, for the head of a table.",
    "Question.asks": "Whether it is about the text of a law, the text of a policy, or practice.",
    "Question.about": "Why the question matters and where it comes from.",
    "Question.rubric": "What counts as which answer; the three exclude each other and leave no gap.",
    "Question.evidence": "What is read to answer it.",
    "Question.kinds": "The kinds of records that are evidence.",
    "Question.limits": "What the question cannot tell, and where countries are hard to compare.",
    "answer": "The answer, by the question's rubric.",
    "text": "The grounds, with citations: [@key, p. 3].",
    "Answer.sentence": "One sentence that stands alone in a cell of a table, without citations.",
    "Answer.practice": "How practice answers, only where it differs from the text of the law or policy.",
    "Answer.positions": "The answers that sources give, where they disagree.",
    "Answer.evidence": "Paths of the records on which the answer rests.",
    # Figures
    "Figure.about": "What the figure shows, with citations where needed.",
    "Figure.chart": "Lines over time (time), or bars that set the parts of one thing side by side (parts).",
    "Figure.series": "The lines or bars.",
    "Figure.limits": "What is mixed in the figure or missing from it.",
    "Series.field": "The field of the facts that are drawn.",
    "Series.of": "Keeps to facts with this `of`.",
    "Series.time": "Keeps to facts for this time, written as in the fact.",
    "Series.currency": "Keeps to facts in this currency.",
    "Series.unit": "Keeps to facts in this unit.",
    "Series.basis": "Keeps to facts on this basis.",
    "Series.label": "The name of the line or bar.",
    # The vocabulary
    "plural": "The word for several, as readers see it.",
    "Kind.folder": "The folder below a place in which records of the kind live.",
    "Kind.file": "The one file below a place in which it lives.",
    "Kind.types": "The types of the kind, each under its word.",
    "Field.type": "What the values look like.",
    "Field.group": "The group under which record pages show it.",
    "Field.unit": "The unit of its numbers where a fact gives none.",
    "Field.timeline": "Whether its facts stand on the timeline.",
    "Field.dated": "Whether its facts need `as_of` or `period`.",
    "Unit.one": "As it is read after the number one.",
    "Unit.other": "As it is read after any other number.",
    "State.needs": "The keys that must go with the state.",
    "Relation.inverse": "How it reads from the other end.",
    "Relation.symmetric": "Whether it reads the same from both ends.",
    "Relation.acyclic": "Whether a circle is a mistake.",
    "SourceType.evidence": "The kind of evidence that it stands for.",
    "Verdict.needs_evidence": "Whether it needs sources.",
    "Verdict.departs": "Whether sources say something else than the article.",
    "Scheme.pattern": "Regular expression of the whole number.",
    "Scheme.check": "Name of the check-digit rule.",
    "Scheme.url": "Address of the register, or of a number where {id} stands in it.",
    "Column.fields": "The fields of which it shows the first that a record has.",
    "Column.pick": "Which fact is shown where there are several.",
    "Column.converted": "Whether a column beside it gives the sum in the currency of comparison.",
    "Comparison.kinds": "The kinds of records that are compared.",
    "Comparison.columns": "The columns, each under its word.",
    "native": "The language's own name.",
}
"""What a key means, by key, or by model and key where it means something of its own."""

EXAMPLES: dict[str, list[Any]] = {
    "at": ["p. 3", "Article 12", "section 2, para. 1"],
    "of": ["full members", "Article 12"],
    "unit": ["organisations"],
    "currency": ["JPY"],
    "as_of": [2000, "2000-08", "2000-08-10"],
    "since": [2000, "2000-08", "2000-08-10"],
    "until": [2000, "2000-08", "2000-08-10"],
    "period": [2021, "2022-04/2023-03", "2018/.."],
    "searched": ["2026-11-23"],
    "also": [[{"source": "jpf-2016", "at": "p. 1"}]],
    "qualifier": ["more-than"],
    "Source.date": [2000, "2000-08", "2000-08-10"],
    "Fact.original": [{"ja": "特定非営利活動法人"}],
    "Record.short_name": [{"en": "JPF"}],
    "Record.other_names": [[{"name": {"en": "Old Name"}, "sort": "former"}]],
    "Record.relations": [[{"type": "administered-by", "to": "japan/bodies/ministry-of-foreign-affairs"}]],
    "Withdrawn.edition": ["2026.11"],
    "Withdrawn.see": [["japan/funding/japan-platform"]],
}
"""What may stand under a key, by key, or by model and key.

Only keys that may be left out get examples: editors write the first example of a key that must be there into the file
by themselves, and a locator or a day that nobody looked up would stay there.
"""
