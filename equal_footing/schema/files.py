"""The list of all JSON Schemas: for each the model of a file.

`.vscode/settings.json` says which files of `data/` each is for.
"""

from collections.abc import Sequence
from types import UnionType
from typing import Annotated, Any, get_args

from pydantic import AfterValidator, TypeAdapter

from equal_footing.model.article import ArticleFaults, ArticleNames, Section
from equal_footing.model.endings import Moved, Withdrawn, WithdrawnRecord
from equal_footing.model.figures import Figure
from equal_footing.model.loading import RECORDS
from equal_footing.model.questions import Answer, Question
from equal_footing.model.records import Record
from equal_footing.model.sources import Source
from equal_footing.model.terms import Term
from equal_footing.model.types import SLUG, Pattern, SourceKey, Text
from equal_footing.model.vocabulary import MODELS, Kind, Vocabulary
from equal_footing.schema.forms import Json
from equal_footing.schema.rules import RuleSchema

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
        about = f"{model.__doc__} The key is the word that stands in the data."
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
    found = RuleSchema(vocabulary, kinds).generate(TypeAdapter(model).core_schema)
    found |= {"title": title, "description": " ".join((about or "").split())} if title else {}
    return {"$schema": DRAFT} | found | {"definitions": found.pop("$defs")}
