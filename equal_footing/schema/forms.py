"""JSON Schemas of single values: dates, numbers, names, words of code lists; they accept what the reader accepts.

The reader reads every value as text. An editor reads `2020` as a number and `true` as a Boolean, so a form accepts
both.
"""

import re
from collections.abc import Callable, Mapping
from typing import Any

from equal_footing.check.facts import MAX_LABEL
from equal_footing.check.questions import MAX_SENTENCE
from equal_footing.model import identifiers
from equal_footing.model.field_types import NUMERIC
from equal_footing.model.text import CITATION
from equal_footing.model.typed_values import MAX_TEXT
from equal_footing.model.types import ANCHOR, MAX_NAME, SHORT_LIST
from equal_footing.model.values import FIRST_YEAR, PARTS
from equal_footing.model.vocabulary import FOLDER, Field, Kind, Language, Relation, Unit, Vocabulary

Json = dict[str, Any]

_ANCHOR = r"[^\u0000-\u002f\u003a-\u005e\u0060\u007b-\u007f]+"
"""All letters and digits except A to Z: in editors, `\\w` covers only the English alphabet."""
_YEAR = r"[1-9][0-9]{3}"
_MONTH_DAY = (
    r"(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)|02-(?:0[1-9]|[12][0-9]))"
)
_DAY = f"{_YEAR}-{_MONTH_DAY}"
_PART = "|".join(map(str, PARTS))
_DATE = rf"(?:{_DAY}|{_YEAR}(?:-(?:0[1-9]|1[0-2]|{_PART}))?|[1-9][0-9]{{2}}X|[1-9][0-9]XX)[~?%]?"
_LIKE_FISCAL = "|".join(f"[0-9]{{2}}{part - 1}-{part}" for part in PARTS)
"""What people write for fiscal years and ISO 8601-2 for parts of a year, such as 2022-23."""
_IN_URL = r'[^\s<>"\\^`{|}]'


def whole(expression: str) -> str:
    """Return a pattern that the whole text must match; in a schema a pattern may match any part."""
    return f"^(?:{expression})$"


def pattern(form: re.Pattern[str], what: str) -> Json:
    """Return the schema of a pattern of our reader; `what` says what a text must be."""
    written = f"^{_ANCHOR}(?:-{_ANCHOR})*$" if form is ANCHOR else whole(form.pattern)
    return _form(f"Must be {what}.", written, "string number")


def _form(message: str, expression: str, types: str = "string", **more: Any) -> Json:
    """Return a form of texts; `types` are what editors may take them for, in one text."""
    several = types.split()
    type_ = several if len(several) > 1 else types
    return {"type": type_, "pattern": expression, "errorMessage": message, **more}


def _text(message: str, expression: str, **more: Any) -> Json:
    return _form(message, expression, "string number boolean", **more)


def _time(message: str, expression: str) -> Json:
    return _form(message, whole(expression), "string integer", minimum=FIRST_YEAR, maximum=9999)


FORMS: dict[str, Json] = {
    "text": _text("Must be text.", r"\S"),
    "name": _text(
        f"Must be a name of at most {MAX_NAME} characters, without < > {{ }} and line breaks.",
        r"^\s*[^<>{}\n]*[^<>{}\s][^<>{}\n]*\s*$",
        maxLength=MAX_NAME,
    ),
    "label": _text(
        f"Must be a few words, at most {MAX_LABEL} characters. Use `note` for more.", r"\S", maxLength=MAX_LABEL
    ),
    "sentence": _text(
        f"Must be a sentence of at most {MAX_SENTENCE} characters without citations.",
        rf"^(?![\s\S]*{CITATION.pattern})[\s\S]*\S",
        maxLength=MAX_SENTENCE,
    ),
    "cited": _form("Must be text that cites its source, such as [@key, p. 3].", CITATION.pattern),
    "paragraph": _form(
        "Must be one paragraph that cites its source, such as [@key, p. 3], or links a record.",
        rf"^(?=[\s\S]*(?:{CITATION.pattern}|\]\(\s*/))\s*[^\n]*\S\s*$",
    ),
    "long-text": _text(f"Must be text of at most {MAX_TEXT} characters.", r"\S", maxLength=MAX_TEXT),
    "word": {"type": ["string", "number", "boolean"], "errorMessage": "Must be text."},
    "date": _time("Must be a date such as 2000, 2000-08 or 2000-08-10; about 2000 is 2000~.", _DATE),
    "day": _form("Must be a full day, such as 2026-11-23.", whole(_DAY)),
    "period": _time(
        "Must be a period such as 2021, 2022-04/2023-03 or 2018/.. (still going on).",
        rf"(?!(?:{_LIKE_FISCAL})[~?%]?$){_DATE}(?:/(?:{_DATE}|\.\.))?",
    ),
    "month-day": _form("Must be a month and a day such as 04-01.", whole(_MONTH_DAY)),
    "number": _form(
        "Must be a number in digits, such as 46, 92_400_000_000 or 0.39.",
        r"^-?(?:0|[1-9][0-9]*|[1-9][0-9]{0,2}(?:_[0-9]{3})+)(?:\.[0-9]+)?$",
        "number string",
    ),
    "whole": _form("Must be a whole number from 1 on.", r"^[1-9][0-9]*$", "integer string", minimum=1),
    "url": _form(
        "Must be a web address such as https://example.org/page.",
        rf'^[Hh][Tt][Tt][Pp][Ss]?://[^\s<>"\\^`{{|}}/?#]*\.{_IN_URL}*$',
    ),
    "entry-url": _form(
        "Must be a web address with {id} in place of the number, such as https://example.org/{id}.",
        rf"^[Hh][Tt][Tt][Pp][Ss]?://{_IN_URL}*\{{id\}}{_IN_URL}*$",
    ),
    "flag": {
        "anyOf": [
            part | {"errorMessage": "Must be true, or the key left out."}
            for part in ({"const": True}, {"type": "string", "pattern": "^true$"})
        ]
    },
    "choice": _form("Must be true or false.", "^(?:true|false)$", "boolean string"),
}
"""The forms, by name."""

EXAMPLES: dict[str, list[Any]] = {
    "day": ["2026-11-23"],
    "date": [2000, "2000-08", "2000-08-10"],
    "period": [2021, "2022-04/2023-03", "2018/.."],
}
"""Examples of some forms, for keys that may be left out.

An editor writes the first example of a required key into the file by itself; a day that nobody looked up would stay.
"""

ISO: dict[str, tuple[str, Callable[[], dict[str, str]]]] = {
    "currencies": ("ISO 4217 code of a currency", identifiers.currencies),
    "countries": ("ISO 3166-1 code of a country", identifiers.countries),
}


def choice(vocabulary: Vocabulary, name: str, kinds: list[Kind]) -> Json | None:
    """Return what a key may hold that takes a part of a code list, by the name of its form; None for other forms."""
    match name:
        case "types":  # of all kinds; a rule says which of them a kind has
            return words({id_: term for kind in kinds for id_, term in kind.types.items()})
        case "reasons for no answer":
            return words({reason: vocabulary.missing[reason] for reason in vocabulary.answer_reasons})
        case "fields of numbers":
            fields = {id_: field for id_, field in vocabulary.fields.items() if field.type in NUMERIC}
            return words(fields, "Must be a field that holds figures.")
        case "check-digit rules":
            return {"enum": list(identifiers.CHECKS)}
    return None


def code_list(vocabulary: Vocabulary, name: str, kinds: list[Kind]) -> Json:
    """Return the words of a code list of the vocabulary, or of an ISO standard.

    Where `kinds` are given, only they are kinds.
    """
    if name in ISO:
        title, known = ISO[name]
        return _enum(known(), f"Must be an {title}.") | {"title": title}
    listed = {kind.id: kind for kind in kinds} if name == "kinds" and kinds else vocabulary.codes(name)
    return words(listed, f"Must be a word of {FOLDER}/{name}.yml.")


def words(terms: Mapping[str, Any], otherwise: str = "") -> Json:
    """Return some words of the vocabulary; `otherwise` is the message for other words, if the list is long."""
    return _enum({word: _explained(term) for word, term in terms.items()}, otherwise)


def _enum(explained: dict[str, str], otherwise: str) -> Json:
    """Return words with their definitions. Of a short list an editor itself names the words."""
    found: Json = {"enum": list(explained), "enumDescriptions": list(explained.values())}
    return found | ({"errorMessage": otherwise} if len(explained) > SHORT_LIST else {})


def _explained(term: Any) -> str:
    match term:
        case Unit():
            return f"{term.one}, {term.other}"
        case Language():
            return f"{term.label}, {term.native}"
        case Field():
            return f"{term.label} ({term.type}): {term.about}"
        case Relation():
            return f"{term.label} / {term.inverse}: {term.about}"
    return f"{term.label}: {term.about}"
