"""Says how a number that somebody wrote in another way, such as `약 136` or `130-136`, is written here."""

import re

from equal_footing.model.fixed_words import ABOUT, AT_LEAST, LESS_THAN, MORE_THAN, NEARLY, UP_TO
from equal_footing.reading.number_forms import COUNTERS, number_of, ordinary, written

_QUALIFIED = (
    (
        r"^(?:about|around|approximately|approx\.?|circa|ca?\.|some|roughly|[~≈]|약|約|约|大约|およそ) *"
        r"|(?:여|余り?|정도|程度|左右|前後)$",
        ABOUT,
    ),
    (r"^(?:at least|>=|≥|최소) *|(?:以上|이상| or more)$", AT_LEAST),
    (r"^(?:over|more than|>) *|(?:\+|超| plus)$", MORE_THAN),
    (r"^(?:up to|at most|<=|≤|최대|最大) *|(?:以下|이하| or (?:less|fewer))$", UP_TO),
    (r"^(?:under|less than|fewer than|below|<) *|(?:未満|未满|미만)$", LESS_THAN),
    (r"^(?:nearly|almost|거의) *|(?:弱|近く)$", NEARLY),
)
"""What people write around a number that is not exact, with the word of the vocabulary for it."""
_RANGE = re.compile(r"(.*\d.*?) *(?:-|–|—|~|〜|to|and|/|から|부터|至|到) *(\d.*)")
_FRACTION = re.compile(r"[0-9]+/[0-9]+")
_ORDINAL = re.compile(r"[0-9]+(?:st|nd|rd|th)", re.IGNORECASE)
_ALMOST = re.compile(r"(?=.*[0-9])[0-9OolI]+(?:[_.,][0-9OolI]+)*")
"""Digits with letters among them that look like digits."""
_YEARS = re.compile(r"[0-9]{4}[-–/][0-9]{2,4}")


def number_for(text: str) -> str | None:
    """Return the message that says how a number in another form is written, or None for what is none."""
    said = " ".join(ordinary(text).split())
    if _YEARS.fullmatch(said) or _FRACTION.fullmatch(said):
        return None
    if _ORDINAL.fullmatch(said):
        return f"is written {said[:-2]}"
    digits = said.translate({ord("O"): "0", ord("o"): "0", ord("l"): "1", ord("I"): "1"})
    if digits != said and _ALMOST.fullmatch(said):
        return f"holds a letter among its digits: it is written {digits}"
    for form, precision in _QUALIFIED:
        bare = re.sub(form, "", COUNTERS.sub("", said), flags=re.IGNORECASE).strip()
        if bare != COUNTERS.sub("", said):
            found = number_of(bare)
            return f"is written {written(found)}, with `precision: {precision}`" if found is not None else None
    found = number_of(said)
    ends = _RANGE.fullmatch(said.removeprefix("between ").removeprefix("from ")) if found is None else None
    if ends:
        first, last = number_of(_with_size(ends[1], ends[2])), number_of(ends[2])
        if first is not None and last is not None:
            return f"is written {written(first)}, with `to: {written(last)}`"
    return f"is written {written(found)}" if found is not None else None


def _with_size(first: str, last: str) -> str:
    """Return the first end of a range with the word for its size that only the last one has: `5-6 million`."""
    size = re.search(r"(?<=\d)[^\d.,_].*$", last)
    return f"{first} {size.group()}" if size and re.fullmatch(r"[\d.,_ ]+", first) else first
