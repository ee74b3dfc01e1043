"""JSON Schemas of the data files, for editors: made from the models and the vocabulary, kept in `schemas/`.

An editor with a YAML language server completes keys and words of code lists, explains them, and marks what does not
fit. Visual Studio Code finds the schema of a file in `.vscode/settings.json`. Any other editor with
yaml-language-server finds it when the first line of the file says where it is, seen from the file itself:

    # yaml-language-server: $schema=../../../schemas/record.json

The schemas are draft-07, which language servers of every age know, and need no other files. They say what
one file can say by itself: keys, code lists, forms, and which keys go together. What takes other files, or counting, is
left to the check, which has the last word. Our reader takes every scalar as text, an editor reads `2020` as a number
and `true` as a truth value: a schema takes both. It is stricter than the reader in two small things: spaces inside the
quotation marks of a date, number or code are marked, and so is an `id` inside a term of the vocabulary.
"""

from collections.abc import Sequence
from pathlib import Path
from types import UnionType
from typing import Annotated, Any, get_args

from pydantic import AfterValidator, TypeAdapter
from pydantic_core import to_json

from equal_footing.keeping.store import FOLDER as KEPT
from equal_footing.keeping.store import Store, digest, digest_of_files, digest_of_program
from equal_footing.model import vocabulary_loading
from equal_footing.model.article import ArticleFaults, ArticleNames, Section
from equal_footing.model.endings import Moved, Withdrawn, WithdrawnRecord
from equal_footing.model.figures import Figure
from equal_footing.model.loading import RECORDS
from equal_footing.model.questions import Answer, Question
from equal_footing.model.records import Record
from equal_footing.model.sources import Source
from equal_footing.model.terms import Term
from equal_footing.model.types import SLUG, Pattern, SourceKey, Text
from equal_footing.model.vocabulary import FOLDER as VOCABULARY
from equal_footing.model.vocabulary import MODELS, Kind, Vocabulary
from equal_footing.reading.files import read_tree
from equal_footing.reading.problems import DataError
from equal_footing.schema.forms import Json
from equal_footing.schema.models import ModelSchema
from equal_footing.schema.rules import RULES

FOLDER = "schemas"
DRAFT = "http://json-schema.org/draft-07/schema#"
QUESTION = Pattern(SLUG, "answer-question", "a question's id: small letters and digits, joined by hyphens")
QuestionId = Annotated[Text, AfterValidator(QUESTION)]
ANSWERS = "The answers of a country, by the ids of the questions."
OTHERS: dict[str, tuple[Any, ...]] = {
    "sources": ("data/*/sources.yml", dict[SourceKey, Source], "Sources", "The sources of a place, by their keys."),
    "answers": ("data/*/answers.yml", dict[QuestionId, Answer], "Answers", ANSWERS),
    "question": ("data/questions/*.yml", Moved | Withdrawn | Question),
    "figure": ("data/*/figures/*.yml", Moved | Withdrawn | Figure),
    "article-claims": ("data/article/claims/*.yml", Moved | Withdrawn | Section),
    "comparisons": ("data/comparisons/*.yml", Moved | Withdrawn, "Table that is gone", Withdrawn.__doc__),
    "article-names": ("data/article/names.yml", ArticleNames),
    "article-translation": ("data/article/translation.yml", ArticleFaults),
}
"""Files that are neither records nor code lists: their pattern and model, and what `_schema` takes besides."""


def write(root: Path) -> list[str]:
    """Write every schema into `root/schemas` and delete others there; returns the names of the files that changed.

    Raises `DataError` when the vocabulary has problems.
    """
    known = Store(root / KEPT / "schemas")  # what they are made from, with all of them in its place
    if known.get(_state(root)) is not None:
        return []
    documents, problems = read_tree(root, VOCABULARY)
    vocabulary, found = vocabulary_loading.load(documents)
    if problems or vocabulary is None:
        raise DataError([*problems, *found])
    folder = root / FOLDER
    folder.mkdir(exist_ok=True)
    new = {f"{name}.json": to_json(schema, indent=1) + b"\n" for name, schema in schemas(vocabulary).items()}
    old = {path.name: path.read_bytes() for path in folder.glob("*.json")}
    changed = sorted(name for name in new.keys() | old.keys() if new.get(name) != old.get(name))
    for name in changed:
        if name in new:
            (folder / name).write_bytes(new[name])
        else:
            (folder / name).unlink()
    known.put(_state(root), b"")
    return changed


def _state(root: Path) -> str:
    """Return the digest of what the schemas are made from, and of the schemas that are there."""
    files = [*(root / VOCABULARY).rglob("*.yml"), *(root / FOLDER).glob("*.json")]
    return digest(digest_of_program(), digest_of_files(root, files))


def schemas(vocabulary: Vocabulary) -> dict[str, Json]:
    """Return every schema by its name.

    A file may also hold what was left where a record moved or was withdrawn. Code lists that have no model of their own
    share a schema.
    """
    in_folders = [kind for kind in vocabulary.kinds.values() if kind.folder]
    found = {"record": _schema(vocabulary, Moved | WithdrawnRecord | Record, kinds=in_folders)}
    for kind in vocabulary.kinds.values():
        if not kind.folder:
            model = Moved | Withdrawn | RECORDS.get(kind.id, Record)
            found[kind.id] = _schema(vocabulary, model, kind.label, kind.about, [kind])
    found |= {name: _schema(vocabulary, *described) for name, (_, *described) in OTHERS.items()}
    own = {name: model for name, model in MODELS.items() if model is not Term}
    for name, model in {"terms": Term, **own}.items():
        title = "Code list" if model is Term else name.replace("_", " ").capitalize()
        by_code = dict[str, model]  # type: ignore[valid-type]
        about = f"{model.__doc__} The key is the word that the data use."
        found[f"vocabulary-{name.replace('_', '-')}"] = _schema(vocabulary, by_code, title, about)
    return found


def _schema(
    vocabulary: Vocabulary, model: Any, title: str = "", about: str | None = None, kinds: Sequence[Kind] = ()
) -> Json:
    """Return the schema of files that hold a model, in draft-07; `title` and `about` replace those of the model.

    Of several models a file is meant for the last.
    """
    if isinstance(model, UnionType) and not title:
        title, about = get_args(model)[-1].__name__, get_args(model)[-1].__doc__
    found = ModelSchema(vocabulary, kinds, RULES).generate(TypeAdapter(model).core_schema)
    found |= {"title": title, "description": " ".join((about or "").split())} if title else {}
    return {"$schema": DRAFT} | found | {"definitions": found.pop("$defs")}
