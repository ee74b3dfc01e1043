"""Parses the value of a fact by the type of its field; no other module does."""

from decimal import Decimal

from equal_footing.model.field_types import FieldType
from equal_footing.model.fiscal_years import FiscalYear, MonthDay
from equal_footing.model.values import PartialDate, parse_month_day, parse_number
from equal_footing.model.web_addresses import parse_url
from equal_footing.reading.number_forms import percentage_of

MAX_TEXT = 2000
"""The maximum length of a text."""

ParsedValue = Decimal | PartialDate | MonthDay | str
"""A number, a date, a month and day; addresses and texts as they are."""


def parse(text: str, type_: FieldType) -> ParsedValue:
    """Parse the text of a value by the type of its field.

    Raises ValueError with a message that says what is expected.
    """
    match type_:
        case "percent" if share := percentage_of(text):
            raise ValueError(f"is a proportion: the percentage of its first part is written {share}")
        case "number" | "percent" | "money" | "rate":
            return parse_number(text)
        case "date":
            return _date(text)
        case "month-day":
            return parse_month_day(text)
        case "url":
            return parse_url(text)
        case "text":
            if len(text) > MAX_TEXT:
                raise ValueError(f"has {len(text)} characters; the most is {MAX_TEXT}")
            return text


def _date(text: str) -> PartialDate:
    try:
        return PartialDate.parse(text)
    except ValueError as error:
        is_year = isinstance(error.args[0], FiscalYear)
        said = "is a fiscal year: write the date, or the calendar year in which it lies" if is_year else str(error)
        raise ValueError(said) from error
