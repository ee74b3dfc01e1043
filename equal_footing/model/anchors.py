"""The anchors under which facts can be cited."""

import re

from equal_footing.model.records import Fact


def anchor(fact: Fact) -> str:
    """Return the anchor of a fact on its record's page: the field, what is meant, and the time."""
    if fact.id:
        return fact.id
    time = str(fact.period or fact.as_of or "").replace("..", "on").replace("/", "-to-")
    pair = f"{fact.currency}-{fact.per}".lower() if fact.per else ""
    return "-".join(part for part in (fact.field, _slug(fact.label or ""), pair, time) if part)


def _slug(text: str) -> str:
    slug = re.sub(r"[^\w]+", "-", text.lower()).strip("-")
    return slug[:60].rstrip("-")
