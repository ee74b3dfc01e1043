"""The tables in which the data are published: their columns, the types of these, and the keys that join them."""

from dataclasses import dataclass
from typing import Any, Literal

from equal_footing.model.types import Model

ColumnType = Literal["string", "number", "integer", "boolean", "date"]


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table.

    `codes` is the code list of the vocabulary whose words it holds, `of` the table whose key it holds. An `is_needed`
    column is never empty. Columns of type `date` hold whole days; dates that may be less precise are strings. `field`
    and `part` belong to wide tables: the field of facts, and what of its fact the column holds.
    """

    name: str
    type: ColumnType = "string"
    codes: str = ""
    of: str = ""
    is_needed: bool = False
    field: str = ""
    part: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its name, its columns, those of its key, and those that a full-text search reads.

    `kind` is the kind of the records that a wide table holds.
    """

    name: str
    key: tuple[str, ...]
    columns: tuple[Column, ...]
    searched: tuple[str, ...] = ()
    kind: str = ""


def alike(table: Table, item: Model) -> dict[str, Any]:
    """Return the keys of an item after which columns of a table are called, with their values."""
    return {one.name: getattr(item, one.name) for one in table.columns if one.name in type(item).model_fields}


def strings(*names: str) -> tuple[Column, ...]:
    """Return columns of texts."""
    return tuple(Column(name) for name in names)


def needed(*names: str) -> tuple[Column, ...]:
    """Return columns of texts that are never empty."""
    return tuple(Column(name, is_needed=True) for name in names)


def codes(**lists: str) -> tuple[Column, ...]:
    """Return columns of words, each with the name of its code list."""
    return tuple(Column(name, codes=found) for name, found in lists.items())


def keys(table: str, *names: str, is_needed: bool = False) -> tuple[Column, ...]:
    """Return columns that hold the key of a table."""
    return tuple(Column(name, of=table, is_needed=is_needed) for name in names)


def flags(*names: str) -> tuple[Column, ...]:
    """Return columns that are true or false."""
    return tuple(Column(name, "boolean") for name in names)


_CITED = (*keys("sources", "source"), Column("locator"))
_SOURCE = (*keys("sources", "source"), *codes(grade="evidence"), Column("locator"))
_OF_ANSWER = (*keys("records", "country", is_needed=True), *keys("questions", "question", is_needed=True))
_AT = Column("position", "integer", is_needed=True)

FACTS = Table(
    "facts",
    ("fact", "value_number"),
    (
        *needed("fact"),
        Column("value_number", "integer", is_needed=True),
        *keys("records", "record", "place", is_needed=True),
        *codes(kind="kinds"),
        *needed("title"),
        *codes(status="statuses"),
        *strings("last_seen", "version"),
        *needed("address"),
        *keys("fields", "field", is_needed=True),
        *strings("label", "value"),
        Column("number", "number"),
        Column("to", "number"),
        *codes(precision="precisions"),
        *keys("units", "unit"),
        *strings("currency", "per"),
        *codes(basis="bases"),
        *strings("period", "as_of"),
        Column("starts", "date"),
        Column("ends", "date"),
        *flags("fiscal", "undated"),
        *codes(missing="missing"),
        *strings("searched", "where"),
        *_SOURCE,
        *strings("further_sources"),
        *codes(support="supports"),
        *strings("note", "withdrawn"),
        *flags("shown"),
        *strings("original", "markdown", "value_note", "fact_note", "fact_period", "fact_as_of", "own_anchor"),
        *strings("changed", "changed_on", "changed_reason", "certain"),
    ),
    ("title", "label", "value", "note", "original"),
)
FACT_SOURCES = Table(
    "fact_sources",
    ("fact", "value_number", "position"),
    (
        *needed("fact"),
        Column("value_number", "integer", is_needed=True),
        _AT,
        *keys("sources", "source", is_needed=True),
        *codes(grade="evidence"),
        *strings("locator"),
        *needed("given_in"),
    ),
)
ORIGINALS = Table(
    "originals",
    ("fact", "language"),
    (*needed("fact"), Column("language", codes="languages", is_needed=True), *needed("text")),
    ("text",),
)
RECORDS = Table(
    "records",
    ("id",),
    (
        *needed("id"),
        *keys("records", "place"),
        *codes(kind="kinds"),
        *strings("type"),
        *needed("title"),
        *strings("short_name"),
        *codes(status="statuses"),
        *strings("status_since", "status_as_of", "last_seen"),
        *keys("sources", "status_source"),
        *strings("status_locator", "status_note", "version", "version_checked", "later_amendment"),
        *keys("sources", "version_source"),
        *strings("version_locator", "version_note", "summary", "summary_markdown", "certain", "reviewed"),
        *needed("address"),
    ),
    ("title", "short_name", "summary"),
)
NAMES = Table(
    "names",
    ("record", "position"),
    (
        *keys("records", "record", is_needed=True),
        _AT,
        *codes(language="languages"),
        *needed("name"),
        *needed("type"),
        *strings("until"),
        *_CITED,
    ),
    ("name",),
)
IDENTIFIERS = Table(
    "identifiers",
    ("record", "scheme", "id"),
    (
        *keys("records", "record", is_needed=True),
        *codes(scheme="identifier_schemes"),
        *needed("id"),
        *_CITED,
        *strings("url"),
    ),
)
RELATIONS = Table(
    "relations",
    ("record", "position"),
    (
        *keys("records", "record", is_needed=True),
        _AT,
        *codes(type="relations"),
        *keys("records", "to", is_needed=True),
        *strings("since", "until"),
        *_CITED,
        *strings("note"),
    ),
)
TEXTS = Table(
    "texts",
    ("record", "position"),
    (*keys("records", "record", is_needed=True), _AT, *strings("section"), *needed("text", "markdown")),
    ("section", "text"),
)
QUESTIONS = Table(
    "questions",
    ("id",),
    (
        *needed("id"),
        Column("order", "integer", is_needed=True),
        *codes(group="question_groups"),
        *needed("question", "short"),
        *codes(asks="asks"),
        *needed("about", "fully", "partly", "not"),
        Column("years", "integer"),
        *needed("evidence", "kinds", "limits", "reviewed", "address"),
    ),
    ("question", "about"),
)
ANSWERS = Table(
    "answers",
    ("country", "question"),
    (
        *_OF_ANSWER,
        *codes(asks="asks"),
        *needed("address"),
        *codes(answer="answers", missing="missing", practice="answers"),
        *strings("sentence", "text", "practice_text", "positions", "note", "evidence", "sources", "looked"),
        *strings("searched", "where", "markdown", "practice_markdown", "note_markdown"),
        *strings("changed", "changed_on", "changed_reason", "certain", "reviewed"),
    ),
    ("sentence", "text", "practice_text", "note"),
)
ANSWER_SOURCES = Table(
    "answer_sources",
    ("country", "question", "position"),
    (
        *_OF_ANSWER,
        _AT,
        *keys("sources", "source", is_needed=True),
        *codes(grade="evidence"),
        *strings("locator"),
    ),
)
ANSWER_RECORDS = Table(
    "answer_records",
    ("country", "question", "position"),
    (
        *_OF_ANSWER,
        _AT,
        *keys("records", "record", is_needed=True),
    ),
)
SOURCES = Table(
    "sources",
    ("key",),
    (
        *needed("key"),
        *keys("records", "place"),
        *needed("title"),
        *strings("title_en"),
        *needed("authors", "publisher", "container"),
        *strings("volume", "issue", "pages", "date"),
        *flags("undated"),
        *needed("url"),
        *codes(language="languages", type="source_types", grade="evidence"),
        *strings("read", "copy_by", "original_url", "archive", "note"),
        Column("cited", "integer", is_needed=True),
    ),
    ("title", "title_en", "authors", "publisher", "container"),
)
CLAIMS = Table(
    "claims",
    ("id",),
    (
        *needed("id", "section"),
        Column("line", "integer", is_needed=True),
        *codes(type="claim_types"),
        *needed("says"),
        *codes(verdict="verdicts"),
        *needed("finding", "records"),
        *strings("sources"),
        *needed("address"),
    ),
    ("says", "finding"),
)
FIELDS = Table(
    "fields",
    ("id",),
    (
        *needed("id", "label", "about", "type"),
        *codes(group="groups"),
        *keys("units", "unit"),
        *flags("changes"),
        *needed("address"),
    ),
)
UNITS = Table("units", ("id",), needed("id", "one", "other", "address"))
CODES = Table("codes", ("list", "code"), (*needed("list", "code", "label"), *strings("about"), *needed("address")))
COLUMNS = Table(
    "columns",
    ("table", "column"),
    (*needed("table", "column", "type"), *strings("codes", "joins"), *needed("about", "address")),
)

TABLES = (
    FACTS, FACT_SOURCES, ORIGINALS, RECORDS, NAMES, IDENTIFIERS, TEXTS, RELATIONS, QUESTIONS, ANSWERS, ANSWER_SOURCES,
    ANSWER_RECORDS, SOURCES, CLAIMS, FIELDS, UNITS, CODES, COLUMNS,
)  # fmt: skip
"""All tables but the wide ones."""
