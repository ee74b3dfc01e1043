"""The anchors under which facts can be cited."""

import re

from equal_footing.model.records import Fact

_SIGNS = {"..": "on", "/": "-to-", "~": "-about", "?": "-perhaps", "%": "-perhaps-about", "X": "x"}
"""What an anchor has in place of the signs of a date or period."""


def anchor(fact: Fact) -> str:
    """Return the anchor of a fact on its record's page: the field, what is meant, and the time."""
    if fact.id:
        return fact.id
    time = str(fact.period or fact.as_of or "")
    for sign, word in _SIGNS.items():
        time = time.replace(sign, word)
    pair = f"{fact.currency}-{fact.per}".lower() if fact.per else ""
    return "-".join(part for part in (fact.field, slug(fact.label or ""), pair, time) if part)


def slug(text: str) -> str:
    """Return a text as part of an anchor: small letters and digits of any script, joined by hyphens."""
    return re.sub(r"[^\w]+", "-", text.lower()).strip("-")[:60].rstrip("-")
