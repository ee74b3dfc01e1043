"""Forms of scalars: what an editor may take for a date, a number, a name, as our reader would.

Our reader takes every scalar as text, an editor reads `2020` as a number and `true` as a truth value: a form takes
both.
"""

from __future__ import annotations

import re
from typing import Any

from equal_footing.check.facts import MAX_LABEL
from equal_footing.check.questions import MAX_SENTENCE
from equal_footing.model.typed_values import MAX_TEXT
from equal_footing.model.types import ANCHOR, MAX_NAME, SLUG

Json = dict[str, Any]


def whole(pattern: str) -> str:
    """Return a pattern that the whole text must fit; in a schema a pattern may fit any part."""
    return f"^(?:{pattern})$"


_ANCHOR = r"[^\u0000-\u002f\u003a-\u005e\u0060\u007b-\u007f]+"
"""Letters and digits, but for A to Z: `\\w` of editors knows no other letters than those of English."""


def pattern(form: re.Pattern[str], what: str) -> Json:
    """Return what a pattern of our reader takes; `what` is what a text is otherwise not."""
    written = f"^{_ANCHOR}(?:-{_ANCHOR})*$" if form is ANCHOR else whole(form.pattern)
    return {"type": ["string", "number"], "pattern": written, "errorMessage": f"Must be {what}."}


KEY: Json = {
    "pattern": whole(SLUG.pattern),
    "errorMessage": "Must be small letters and digits, joined by hyphens.",
}
"""The key under which a source or an answer stands."""

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
    "label": {
        "type": ["string", "number", "boolean"],
        "pattern": r"\S",
        "maxLength": MAX_LABEL,
        "errorMessage": f"Must be a few words, at most {MAX_LABEL} characters. Use `note` for more.",
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
