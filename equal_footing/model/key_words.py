"""What people write for keys, and for values that have another form than most people expect."""

import itertools
import re
import unicodedata
from collections.abc import Iterable
from functools import cache
from typing import Any

from equal_footing.reading.problems import Path

FORMER_KEYS = {
    "also": "further_sources",
    "at": "locator",
    "author": "authors",
    "mirror": "copy_by",
    "of": "label",
    "qualifier": "precision",
    "sort": "type",
    "state": "missing",
}
"""Former names of keys, with the present ones. The words under `needs` in the vocabulary are such keys, too."""
NEAR_KEYS = {
    "moved_to": "renamed, renamed_to, moved, redirect, redirect_to, merged_into, new_name",
    "withdrawn": "withdrawn_on, removed, deleted, retired",
    "see": "replaced_by, superseded_by, split_into, instead, read_instead",
    "locator": "page, pages, place, section, paragraph, article, loc",
    "source": "ref, reference, citation, cite, url, link",
    "further_sources": "sources, other_sources, more_sources, see",
    "as_of": "date, year, day, time, on, asof, as of",
    "note": "comment, comments, remark, remarks, explanation, notes",
    "period": "from, during, years, fiscal_year",
    "to": "max, maximum, upper, until, target, record, other",
    "value": "number, amount, sum, text, content, answer_text",
    "name": "title, names",
    "short_name": "abbreviation, acronym, shortname, short",
    "summary": "description, abstract, intro",
    "original": "original_text, quote, quotation, wording",
    "field": "property, key",
    "label": "of_what, what, name",
    "read": "accessed, retrieved, read_on, access_date",
    "language": "lang",
    "url": "website, address, link, web",
    "container": "media, site, journal, in",
    "answer": "grade, result, verdict",
    "support": "via, secondhand, second_hand, quoted_in, cited_in, quoted_by, cited_by, according_to",
}
"""What people write for a key, in small letters, with `_` for a hyphen."""
HOW_TO_WRITE = {
    "source": " For several sources write one here, the others under `further_sources: [{source: …, locator: …}]`.",
    "name": " Write the name under the tag of its language: `{en: Reef Society}`, and `ja: …` or `ko: …` beside it.",
    "short_name": " Write it under the tag of its language: `{en: JPF}`.",
    "status": " Write `{code: active, as_of: 2025, source: …, locator: …}`.",
    "title": " Write the title under the tag of its language: `{ja: 令和5年版白書, en: White Paper 2023}`.",
    "certain": (
        " Write which question it answers, by the word in brackets behind the question: "
        "`certain: {odd-size: The source itself says …}`."
    ),
    "authors": (
        " Write one item for each author: `- {family: Hearn, given: Sarah}` for a person, "
        "`- {organisation: Global Affairs Canada}` for an organisation."
    ),
}
"""What to add to a message about a key whose value has another form than most people expect."""
KEYS_EXPLAINED = {
    "support": " Of what a source repeats from another write `support: indirect`, and name that in `note`."
}
"""What to add to a message that proposes a key, where the key alone does not help."""
LANGUAGE_OF_SCRIPT = {
    "HANGUL": "ko",
    "HIRAGANA": "ja",
    "KATAKANA": "ja",
    "CJK": "ja",
    "CYRILLIC": "ru",
    "ARABIC": "ar",
    "ETHIOPIC": "am",
}
"""The language that a name is likely in, by the script of its first letter."""


@cache
def _meant() -> dict[str, list[str]]:
    """Return the keys that each of the words in `NEAR_KEYS` may mean."""
    found: dict[str, list[str]] = {}
    for key, words in NEAR_KEYS.items():
        for word in words.split(", "):
            found.setdefault(word, []).append(key)
    return found


def meant(key: str) -> Iterable[str]:
    """Return the keys that a word may mean."""
    return _meant().get(key.casefold().replace("-", "_"), ())


def in_quotes(found: Any, key: str | int) -> str:
    """Return how a value is written that a comma has split into a value and keys without values."""
    keys = list(found) if isinstance(found, dict) else []
    before = keys.index(key) - 1 if key in keys else -1
    while before >= 0 and found[keys[before]] == "":
        before -= 1
    value = found[keys[before]] if before >= 0 else None
    if not isinstance(value, str):
        return "a value with a comma needs quotation marks"
    parts = itertools.takewhile(lambda other: found[other] == "", keys[before + 1 :])
    whole = re.sub(r"(?<=[0-9]), (?=[0-9]{3}\b)", ",", ", ".join([value, *parts])).strip("“”‘’„\"'")
    return f'a value with a comma needs quotation marks, straight ones: `{keys[before]}: "{whole}"`'


def by_language(path: Path, found: object) -> str:
    """Return what to write for a name without the tag of its language, or nothing."""
    if not isinstance(found, str) or path[-1] not in {"name", "short_name", "title"}:
        return ""
    script = next((unicodedata.name(letter, "").split(" ")[0] for letter in found if letter.isalpha()), "LATIN")
    tag = LANGUAGE_OF_SCRIPT.get(script, "en")
    english = "" if tag == "en" else "en: …, "
    return f" Write it under the tag of its language: `{path[-1]}: {{{english}{tag}: {found}}}`."
