"""Derives the names of files and folders from the names of what they hold."""

import re
import unicodedata

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
