"""Parses the value of a fact by the type of its field; no other module does."""

from collections.abc import Mapping
from decimal import Decimal

from equal_footing.model import identifiers
from equal_footing.model.values import PartialDate, parse_month_day, parse_number, parse_url
from equal_footing.model.vocabulary import FieldType, Language

MAX_TEXT = 2000
"""The maximum length of a text."""

MonthDay = tuple[int, int]
ParsedValue = Decimal | PartialDate | MonthDay | Language | str
"""A number, a date, a month and day, a language; codes of ISO 3166-1 and ISO 4217, addresses and texts as they are."""


def parse(text: str, type_: FieldType, languages: Mapping[str, Language]) -> ParsedValue:
    """Parse the text of a value by the type of its field.

    `languages` are the languages of the vocabulary by their tags.

    Raises ValueError with a message that says what is expected.
    """
    match type_:
        case "number" | "percent" | "money" | "rate":
            return parse_number(text)
        case "date":
            return PartialDate.parse(text)
        case "month-day":
            return parse_month_day(text)
        case "url":
            return parse_url(text)
        case "country-code":
            return _known(text, identifiers.countries(), "is not an ISO 3166-1 code")
        case "currency-code":
            return _known(text, identifiers.currencies(), "is not an ISO 4217 code")
        case "language-code":
            return languages[_known(text, languages, "is not in languages.yml")]
        case "text":
            if len(text) > MAX_TEXT:
                raise ValueError(f"has {len(text)} characters; the most is {MAX_TEXT}")
            return text


def _known(text: str, codes: Mapping[str, object], otherwise: str) -> str:
    if text not in codes:
        raise ValueError(otherwise)
    return text
