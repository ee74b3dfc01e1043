"""Says which texts without quotation marks YAML readers take for something else."""

import re

NO_VALUE = "is no value"
_MISREAD = (
    (re.compile(r"(?i)yes|no|on|off|y|n"), "reads as true or false in YAML 1.1"),
    (re.compile(r"(?i)~|null|"), NO_VALUE),
    (re.compile(r"[-+]?0[0-9_]+"), "reads as an octal number in YAML 1.1"),
    (re.compile(r"[-+]?0[xXbBoO][0-9a-fA-F_]+"), "reads as a number in another base"),
    (re.compile(r"[-+]?[1-9][0-9_]*(:[0-5]?[0-9])+(\.[0-9_]*)?"), "reads as a sexagesimal number in YAML 1.1"),
    (re.compile(r"(?i)[-+]?\.(inf|nan)"), "reads as infinity or not-a-number"),
    (re.compile(r"<<|="), "has a special meaning in YAML 1.1"),
)


def misreading(text: str) -> str | None:
    """Return how YAML readers misread an unquoted text, or None when all read it as text."""
    return next((reading for pattern, reading in _MISREAD if pattern.fullmatch(text)), None)
