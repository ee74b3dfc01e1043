"""Cleans up names that a contributor types, and derives file names from them."""

import re
import unicodedata

from equal_footing.model.types import MAX_NAME
from equal_footing.reading.characters import hidden_characters
from equal_footing.reading.problems import CommandError, quote

MAX_SLUG = 80
_LETTERS = str.maketrans({"æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i"})


def slug_of(name: str) -> str:
    """Return the name of a file or folder for a name; empty when it has no letters a to z."""
    plain = re.sub(r"['’](?=s\b)", "", name.casefold()).translate(_LETTERS)
    letters = unicodedata.normalize("NFKD", plain)
    joined = re.sub(r"[^a-z0-9]+", "-", "".join(sign for sign in letters if not unicodedata.combining(sign)))
    slug = joined.strip("-")
    if not re.search(r"[a-z]", slug):
        return ""
    return slug if len(slug) <= MAX_SLUG else slug[: MAX_SLUG + 1].rpartition("-")[0] or slug[:MAX_SLUG]


def sound_name(name: str) -> str:
    """Return a name with normalised spaces and Unicode; raises CommandError when it is not valid."""
    text = unicodedata.normalize("NFC", " ".join(name.split()))
    if not text:
        raise CommandError("the name is missing.")
    if re.search(r"[<>{}]", text) or any(hidden_characters(text, "")):
        raise CommandError(f"{quote(text)} is a name; names hold no < > {{ }} and no hidden characters.")
    if len(text) > MAX_NAME:
        raise CommandError(f"the name has {len(text)} characters; the most is {MAX_NAME}.")
    return text
