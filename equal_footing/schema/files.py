"""Which schemas there are, what each says of a whole file, and which files of `data/` it is for."""

from __future__ import annotations

from dataclasses import dataclass

from pydantic import BaseModel

from equal_footing.model.article import ArticleFaults, ArticleNames, Section
from equal_footing.model.figures import Figure
from equal_footing.model.fixed_words import ARTICLE
from equal_footing.model.questions import Answer, Question
from equal_footing.model.records import Article, Moved, Record, Source, Withdrawn
from equal_footing.model.types import Model
from equal_footing.model.vocabulary import FOLDER, LISTS, Kind, Term, Vocabulary
from equal_footing.schema.models import about, body, reference
from equal_footing.schema.scalars import KEY, Json
from equal_footing.schema.shelf import Shelf

DRAFT = "http://json-schema.org/draft-07/schema#"


@dataclass(frozen=True, slots=True)
class SchemaFile:
    """A schema, the name of its file, and the files that it is for, as patterns from the top of the repository.

    A pattern that begins with `!` takes files out again. `.vscode/settings.json` holds the patterns of every schema
    under `yaml.schemas`.
    """

    name: str
    patterns: tuple[str, ...]
    schema: Json


ONE_THING: tuple[tuple[str, type[Model], str], ...] = (
    ("question.json", Question, "data/questions/*.yml"),
    ("figure.json", Figure, "data/*/figures/*.yml"),
    ("article-claims.json", Section, "data/article/claims/*.yml"),
    ("article-names.json", ArticleNames, "data/article/names.yml"),
    ("article-translation.json", ArticleFaults, "data/article/translation.yml"),
)
"""Files that hold one thing that is no record."""


def schema_files(vocabulary: Vocabulary) -> list[SchemaFile]:
    """Return every schema."""
    return [*_records(vocabulary), *_mappings(vocabulary), *_one_thing(vocabulary), *_code_lists(vocabulary)]


# Records ------------------------------------------------------------------------------------------------------------


def _records(vocabulary: Vocabulary) -> list[SchemaFile]:
    in_folders = [kind for kind in vocabulary.kinds.values() if kind.folder]
    patterns = tuple(f"data/*/{kind.folder}/*.yml" for kind in in_folders)
    found = [SchemaFile("record.json", patterns, _record(vocabulary, in_folders))]
    for kind in vocabulary.kinds.values():
        if kind.id == ARTICLE:
            found.append(SchemaFile("article.json", ("data/article/article.yml",), _record(vocabulary, [kind])))
        elif kind.file:
            found.append(SchemaFile(f"{kind.id}.json", (f"data/*/{kind.file}",), _record(vocabulary, [kind])))
    return found


def _record(vocabulary: Vocabulary, kinds: list[Kind]) -> Json:
    """Return the schema of a record's file, which may also hold what was left where a record moved or was withdrawn."""
    shelf = Shelf(vocabulary, kinds)
    one = kinds[0] if len(kinds) == 1 else None
    model = Article if one and one.id == ARTICLE else Record
    root = {
        "title": one.label if one else "Record",
        "description": one.about if one else about(Record),
        "type": "object",
        "if": {"required": ["moved_to"]},
        "then": reference(shelf, Moved),
        "else": {
            "if": {"required": ["withdrawn"]},
            "then": reference(shelf, Withdrawn),
            "else": reference(shelf, model),
        },
    }
    return _complete(root, shelf)


def _complete(root: Json, shelf: Shelf) -> Json:
    """Return a schema with its dialect and its definitions."""
    return {"$schema": DRAFT} | root | {"definitions": shelf.definitions}


# Other data ---------------------------------------------------------------------------------------------------------


def _mappings(vocabulary: Vocabulary) -> list[SchemaFile]:
    """Return the schemas of files that hold many of one thing, each under its key."""
    sources = _mapping(vocabulary, Source, "Sources", "The sources of a place, each under its key.")
    about_answers = "The answers of a country, each under the id of its question."
    answers = _mapping(vocabulary, Answer, "Answers", about_answers)
    return [
        SchemaFile("sources.json", ("data/*/sources.yml",), sources),
        SchemaFile("answers.json", ("data/*/answers.yml", f"!{FOLDER}/answers.yml"), answers),
    ]


def _mapping(vocabulary: Vocabulary, model: type[Model], title: str, description: str) -> Json:
    shelf = Shelf(vocabulary)
    root = {"title": title, "description": description, "type": "object", "propertyNames": KEY}
    return _complete(root | {"additionalProperties": reference(shelf, model)}, shelf)


def _one_thing(vocabulary: Vocabulary) -> list[SchemaFile]:
    found = []
    for name, model, pattern in ONE_THING:
        shelf = Shelf(vocabulary)
        found.append(SchemaFile(name, (pattern,), _complete(body(shelf, model), shelf)))
    return found


# The vocabulary -----------------------------------------------------------------------------------------------------


def _code_lists(vocabulary: Vocabulary) -> list[SchemaFile]:
    """Return the schemas of code lists: one for those that have a model of their own, one for all the others."""
    plain = tuple(f"{FOLDER}/{name}.yml" for name in LISTS if name not in Vocabulary.MODELS)
    found = [SchemaFile("vocabulary-terms.json", plain, _code_list(vocabulary, Term, "Code list"))]
    for name, model in Vocabulary.MODELS.items():
        schema = _code_list(vocabulary, model, name.replace("_", " ").capitalize())
        found.append(SchemaFile(f"vocabulary-{name.replace('_', '-')}.json", (f"{FOLDER}/{name}.yml",), schema))
    return found


def _code_list(vocabulary: Vocabulary, model: type[BaseModel], title: str) -> Json:
    shelf = Shelf(vocabulary)
    root = {
        "title": title,
        "description": f"{about(model)} The key is the word that stands in the data.",
        "type": "object",
        "additionalProperties": reference(shelf, model),
    }
    return _complete(root, shelf)
