"""Cleans up names that a contributor types."""

import re
import unicodedata

from equal_footing.model.types import MAX_NAME
from equal_footing.reading.characters import hidden_characters
from equal_footing.reading.problems import CommandError, quote


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
