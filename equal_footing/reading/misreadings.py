"""Says which texts without quotation marks YAML readers take for something else."""

import re

NO_VALUE = "is not a value"
_MISREAD = {
    r"(?i:yes|no|on|off|y|n)": "reads as true or false in YAML 1.1",
    r"(?i:~|null|)": NO_VALUE,
    r"[-+]?0[0-9_]+": "reads as an octal number in YAML 1.1",
    r"[-+]?0[xXbBoO][0-9a-fA-F_]+": "reads as a number in another base",
    r"[-+]?[1-9][0-9_]*(?::[0-5]?[0-9])+(?:\.[0-9_]*)?": "reads as a sexagesimal number in YAML 1.1",
    r"(?i:[-+]?\.(?:inf|nan))": "reads as infinity or not-a-number",
    r"<<|=": "has a special meaning in YAML 1.1",
}
"""How the texts of some forms are read; the forms have no groups of their own."""
_ANY = re.compile("|".join(f"({form})" for form in _MISREAD))
_READINGS = [*_MISREAD.values()]


def misreading(text: str) -> str | None:
    """Return how YAML readers misread an unquoted text, or None when all read it as text."""
    found = _ANY.fullmatch(text)
    return _READINGS[found.lastindex - 1] if found and found.lastindex else None
