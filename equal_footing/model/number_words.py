"""Says how a number that somebody wrote in another way, such as `약 136` or `130-136`, is written here."""

import re
from decimal import Decimal

from equal_footing.model.fixed_words import ABOUT, AT_LEAST, LESS_THAN, MORE_THAN, NEARLY, UP_TO
from equal_footing.reading import number_forms
from equal_footing.reading.myriads import has_large_unit
from equal_footing.reading.number_forms import number_of, ordinary, without_words_behind, written

_QUALIFIED = (
    (
        r"^(?:about|around|approximately|approx\.?|circa|ca?\.|some|roughly|[~≈]|약|約|约|大约|およそ) *"
        r"|(?:여|余り?|餘)(?=[만억조万萬億亿兆]|$)|(?:정도|程度|左右|前後)$",
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
    alone = without_words_behind(said)
    for form, precision in _QUALIFIED:
        bare = re.sub(form, "", alone, flags=re.IGNORECASE).strip()
        if bare != alone:
            found = number_of(bare)
            return f"is written {written(found)}, with `precision: {precision}`" if found is not None else None
    found = number_of(said)
    ends = _RANGE.fullmatch(said.removeprefix("between ").removeprefix("from ")) if found is None else None
    between = _between(ends[1], ends[2]) if ends else None
    if between:
        return f"is written {written(between[0])}, with `to: {written(between[1])}`"
    return f"is written {written(found)}" if found is not None else None


def money_words(text: str) -> list[str]:
    """Return the signs, words and codes of currencies beside a number in another form, such as `約 4천만 달러`."""
    said = " ".join(ordinary(text).split())
    for form, _ in _QUALIFIED:
        said = re.sub(form, "", said, flags=re.IGNORECASE)
    return number_forms.money_words(said)


def _between(first: str, last: str) -> tuple[Decimal, Decimal] | None:
    """Return the two ends of a range; None where the first may have the size that only the last one is given.

    `5-6 million` begins with five million. `3천~5천만` begins with 3,000 by the letter, and with 30 million in speech.
    """
    size = re.fullmatch(r"\D*[\d.,_ ]+(\D*)", last)
    is_bare = re.fullmatch(r"\D*[\d.,_ ]+", first)
    if (is_bare and size is None) or (not is_bare and has_large_unit(last) and not has_large_unit(first)):
        return None
    ends = number_of(f"{first} {size[1]}" if is_bare and size else first), number_of(last)
    return (ends[0], ends[1]) if ends[0] is not None and ends[1] is not None and ends[0] < ends[1] else None
