"""Everything that has an address of its own, by its name: what sort of thing it is, and its address.

A name is the path of the thing's file, from `data/` and without `.yml`: `japan/funding/japan-platform`,
`questions/project-grants`, `japan/figures/ngo-grant`, `article/claims/money` for a section; of a place it is that of
its folder. Claims and compared tables, which have no file of their own, are named as if they had one:
`article/claims/s042`, `comparisons/funding`.
"""

import re

from equal_footing.model.fixed_words import ARTICLE
from equal_footing.model.types import SLUG

COMPARE = "compare"
FIGURES = "figures"
QUESTIONS = "questions"
COMPARISONS = "comparisons"
CLAIMS = f"{ARTICLE}/claims"
PLACE, RECORD, QUESTION, FIGURE, TABLE, CLAIM, SECTION = (
    *("country", "record", "question", "figure", "table", "claim", "section"),
)
"""The sorts of things, as messages call them."""
EXAMPLES = {
    PLACE: "<country>",
    RECORD: "<country>/<folder>/<name>",
    QUESTION: f"{QUESTIONS}/<name>",
    FIGURE: f"<country>/{FIGURES}/<name>",
    TABLE: f"{COMPARISONS}/<name>",
    CLAIM: f"{CLAIMS}/s042",
    SECTION: f"{CLAIMS}/<name>",
}
"""How the names of each sort are made up."""
LONGEST = 100
"""How many letters the name of a file may have: folders and endings come to it, and Windows allows 260 for all."""
_DEVICES = re.compile(r"con|prn|aux|nul|(?:com|lpt)[0-9]")
"""Names that Windows keeps for devices: a file of such a name cannot be there."""
_CLAIM = re.compile(r"s[0-9]{3}")


def sort(name: str) -> str:
    """Return what sort of thing a name is of."""
    match name.split("/"):
        case [_]:
            return PLACE
        case ["questions", _]:
            return QUESTION
        case ["comparisons", _]:
            return TABLE
        case ["article", "claims", last]:
            return CLAIM if _CLAIM.fullmatch(last) else SECTION
        case [_, "figures", _]:
            return FIGURE
    return RECORD


def has_page(name: str) -> bool:
    """Return whether a thing has a page of its own, and not only an anchor."""
    return sort(name) not in {FIGURE, CLAIM}


def address(name: str) -> str:
    """Return the address of a thing from the top of the site, with its anchor if it has no page of its own."""
    last = name.rpartition("/")[2]
    match sort(name):
        case "question" | "table":
            return f"{COMPARE}/{last}/"
        case "figure":
            return f"{name.removesuffix(last)}#{last}"
        case "claim":
            return f"{ARTICLE}/#{last}"
        case "section":
            return f"{ARTICLE}/{last}/"
    return f"{name}/"


def page(name: str) -> str:
    """Return the address of a thing without its slashes at the end, as in `Use`: `japan/figures#ngo-grant`."""
    return address(name).replace("/#", "#").rstrip("/")


def file(name: str) -> str:
    """Return the file that says what has become of a thing which is no longer there."""
    return f"data/{name}/country.yml" if sort(name) == PLACE else f"data/{name}.yml"


def fault(name: str) -> str:
    """Return what is wrong with the name of a file or folder as a name, or nothing."""
    if not SLUG.fullmatch(name):
        return "is not a good name: small letters a to z and digits, joined by hyphens"
    if _DEVICES.fullmatch(name):
        return "is not a good name: Windows keeps it for a device, and could not hold the file"
    return f"has {len(name)} letters; the most is {LONGEST}" if len(name) > LONGEST else ""
