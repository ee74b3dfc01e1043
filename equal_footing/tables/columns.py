"""The tables in which the data are published: their columns, the types of these, and the keys that join them."""

from equal_footing.tables.table import Column, Join, Table, codes, days, flags, keys, needed, strings

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
        *strings("last_seen", "record_version"),
        *needed("address"),
        *keys("fields", "field", is_needed=True),
        *strings("label", "value"),
        Column("number", "number"),
        Column("to", "number"),
        *codes(precision="precisions"),
        *keys("units", "unit"),
        *strings("currency", "per"),
        *codes(basis="bases"),
        *flags("yearly"),
        *strings("period", "as_of"),
        *days("starts", "ends"),
        *flags("fiscal", "undated"),
        *codes(missing="missing"),
        *days("searched"),
        *strings("where"),
        *_SOURCE,
        *strings("further_sources"),
        *codes(support="supports"),
        *strings("note"),
        *days("withdrawn"),
        *keys("records", "moved_to"),
        *flags("shown"),
        *strings(
            "original",
            "markdown",
            "value_note_markdown",
            "fact_note_markdown",
            "fact_period",
            "fact_as_of",
            "own_anchor",
        ),
        *strings("changed"),
        *days("changed_on"),
        *strings("changed_reason", "certain"),
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
    joins=(Join(FACTS.key, FACTS.name, FACTS.key),),
)
ORIGINALS = Table(
    "originals",
    ("fact", "language"),
    (*needed("fact"), Column("language", codes="languages", is_needed=True), *needed("text")),
    ("text",),
    joins=(Join(("fact",), FACTS.name, ("fact",)),),
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
        *strings("status_locator", "status_note", "status_note_markdown", "version"),
        *days("version_checked"),
        *strings("later_amendment"),
        *keys("sources", "version_source"),
        *strings("version_locator", "version_note", "version_note_markdown"),
        *strings("summary", "summary_markdown", "certain"),
        *days("reviewed"),
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
        *strings("note", "note_markdown"),
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
        *needed("evidence", "kinds", "limits"),
        *days("reviewed", is_needed=True),
        *needed("address"),
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
        *codes(answer="answers", missing="missing", best_grade="evidence", weakest_grade="evidence"),
        *codes(practice="answers", practice_best_grade="evidence", practice_weakest_grade="evidence"),
        *strings("sentence", "text", "practice_text", "positions", "note", "evidence", "sources", "looked"),
        *days("searched"),
        *strings("where", "markdown", "practice_markdown", "note_markdown", "changed"),
        *days("changed_on"),
        *strings("changed_reason", "certain"),
        *days("reviewed"),
    ),
    ("sentence", "text", "practice_text", "note"),
)
_TO_ANSWER = Join(ANSWERS.key, ANSWERS.name, ANSWERS.key)
ANSWER_SOURCES = Table(
    "answer_sources",
    ("country", "question", "position"),
    (
        *_OF_ANSWER,
        _AT,
        *keys("sources", "source", is_needed=True),
        *codes(grade="evidence"),
        *strings("locator"),
        *needed("given_in"),
    ),
    joins=(_TO_ANSWER,),
)
ANSWER_RECORDS = Table(
    "answer_records",
    ("country", "question", "position"),
    (
        *_OF_ANSWER,
        _AT,
        *keys("records", "record", is_needed=True),
    ),
    joins=(_TO_ANSWER,),
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
        *days("read"),
        *strings("copy_by", "original_url", "archive", "note", "note_markdown"),
        Column("cited", "integer", is_needed=True),
    ),
    ("title", "title_en", "authors", "publisher", "container"),
)
SOURCE_USES = Table(
    "source_uses",
    ("source", "position"),
    (
        *keys("sources", "source", is_needed=True),
        _AT,
        *needed("address"),
    ),
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
CHANGES = Table(
    "changes",
    ("id",),
    (
        *needed("id", "edition"),
        *days("edition_date", is_needed=True),
        *needed("change", "title"),
        *strings("field_name", "label", "time", "old", "new"),
        *days("changed_on"),
        *strings("reason", "source_name"),
        *needed("cited_address", "address"),
    ),
    ("title", "old", "new", "reason"),
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
    ANSWER_RECORDS, SOURCES, SOURCE_USES, CLAIMS, CHANGES, FIELDS, UNITS, CODES, COLUMNS,
)  # fmt: skip
"""All tables but the wide ones."""
