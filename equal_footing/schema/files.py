"""The list of all JSON Schemas: for each the model of a file, and the files of `data/` to which it applies."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import AfterValidator, TypeAdapter

from equal_footing.model.article import ArticleFaults, ArticleNames, Section
from equal_footing.model.endings import Moved, Withdrawn, WithdrawnRecord
from equal_footing.model.figures import Figure
from equal_footing.model.fixed_words import ARTICLE
from equal_footing.model.loading import RECORDS
from equal_footing.model.questions import Answer, Question
from equal_footing.model.records import Record
from equal_footing.model.sources import Source
from equal_footing.model.terms import Term
from equal_footing.model.types import SLUG, Pattern, SourceKey, Text
from equal_footing.model.vocabulary import FOLDER, LISTS, MODELS, Kind, Vocabulary
from equal_footing.schema.forms import Json
from equal_footing.schema.rules import RuleSchema

DRAFT = "http://json-schema.org/draft-07/schema#"
QuestionId = Annotated[
    Text,
    AfterValidator(Pattern(SLUG, "answer-question", "a question's id: small letters and digits, joined by hyphens")),
]
OTHERS: tuple[tuple[Any, ...], ...] = (
    ("sources", ["data/*/sources.yml"], dict[SourceKey, Source], "Sources", "The sources of a place, by their keys."),
    (
        "answers",
        ["data/*/answers.yml", f"!{FOLDER}/answers.yml"],
        dict[QuestionId, Answer],
        "Answers",
        "The answers of a country, by the ids of the questions.",
    ),
    ("question", ["data/questions/*.yml"], Moved | Withdrawn | Question, "Question", Question.__doc__),
    ("figure", ["data/*/figures/*.yml"], Moved | Withdrawn | Figure, "Figure", Figure.__doc__),
    ("article-claims", ["data/article/claims/*.yml"], Moved | Withdrawn | Section, "Section", Section.__doc__),
    ("comparisons", ["data/comparisons/*.yml"], Moved | Withdrawn, "Table that is gone", Withdrawn.__doc__),
    ("article-names", ["data/article/names.yml"], ArticleNames),
    ("article-translation", ["data/article/translation.yml"], ArticleFaults),
)
"""Files that are neither records nor code lists: what `_file` takes."""


@dataclass(frozen=True, slots=True)
class SchemaFile:
    """A schema, the name of its file, and the files that it is for, as patterns from the top of the repository.

    A pattern that begins with `!` takes files out again. `.vscode/settings.json` holds the patterns of every schema
    under `yaml.schemas`.
    """

    name: str
    patterns: tuple[str, ...]
    schema: Json


def schema_files(vocabulary: Vocabulary) -> list[SchemaFile]:
    """Return every schema."""
    others = (_file(vocabulary, *other) for other in OTHERS)
    return [*_records(vocabulary), *others, *_code_lists(vocabulary)]


def _file(
    vocabulary: Vocabulary,
    name: str,
    patterns: Sequence[str],
    model: Any,
    title: str = "",
    about: str = "",
    kinds: Sequence[Kind] = (),
) -> SchemaFile:
    """Return the schema of files that hold a model, in draft-07; `title` and `about` replace those of the model."""
    found = RuleSchema(vocabulary, kinds).generate(TypeAdapter(model).core_schema)
    found |= {"title": title, "description": " ".join(about.split())} if title else {}
    schema = {"$schema": DRAFT} | found | {"definitions": found.pop("$defs")}
    return SchemaFile(f"{name}.json", tuple(patterns), schema)


def _records(vocabulary: Vocabulary) -> Iterator[SchemaFile]:
    """Yield the schemas of records: one for those in folders, and one for each kind with a file of its own.

    A record's file may also hold what was left where a record moved or was withdrawn.
    """
    in_folders = [kind for kind in vocabulary.kinds.values() if kind.folder]
    patterns = [f"data/*/{kind.folder}/*.yml" for kind in in_folders]
    about = Record.__doc__ or ""
    yield _file(vocabulary, "record", patterns, Moved | WithdrawnRecord | Record, "Record", about, in_folders)
    for kind in vocabulary.kinds.values():
        if kind.id == ARTICLE:
            patterns = ["data/article/article.yml"]
        elif kind.file:
            patterns = [f"data/*/{kind.file}"]
        else:
            continue
        model = Moved | Withdrawn | RECORDS.get(kind.id, Record)
        yield _file(vocabulary, kind.id, patterns, model, kind.label, kind.about, [kind])


def _code_lists(vocabulary: Vocabulary) -> Iterator[SchemaFile]:
    """Yield the schemas of code lists: one for those that have a model of their own, one for all the others."""
    plain = [f"{FOLDER}/{name}.yml" for name in LISTS if MODELS[name] is Term]
    about = "{} The key is the word that stands in the data."
    yield _file(vocabulary, "vocabulary-terms", plain, dict[str, Term], "Code list", about.format(Term.__doc__))
    for name, model in MODELS.items():
        if model is Term:
            continue
        title = name.replace("_", " ").capitalize()
        file = f"vocabulary-{name.replace('_', '-')}"
        by_code = dict[str, model]  # type: ignore[valid-type]
        yield _file(vocabulary, file, [f"{FOLDER}/{name}.yml"], by_code, title, about.format(model.__doc__))
