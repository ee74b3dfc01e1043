"""Recognises a fiscal year as people write it, such as `FY2023` or `2023-24`, and says which period it is."""

import datetime
import re
from dataclasses import dataclass

MonthDay = tuple[int, int]
"""The month and the day on which the fiscal year of a country begins."""

_YEAR = r"([1-9][0-9]{3})"
_NEXT = r"[-/\u2013](?:[0-9]{2})?([0-9]{2})"
_WORDS = "年度|年?会[计計]年度|年?财年|年?財年|년 ?회계연도|회계연도|년도"
_FORM = re.compile(
    rf"(?:fy|fiscal(?: year)?|fin(?:ancial|\.)? year) ?(?:['\u2019]?([0-9]{{2}})|{_YEAR})(?:{_NEXT})?"
    rf"|{_YEAR}{_NEXT}|{_YEAR}(?:{_NEXT})? ?({_WORDS})"
)
_TURN = 50
"""Two digits below are a year of this century, all others one of the century before."""


@dataclass(frozen=True, slots=True)
class FiscalYear:
    """A fiscal year as it was written; as text it is the message that says so and knows of no country.

    `year` is the first of its two years if `is_first` says so; otherwise sources may mean the last one as well.
    `is_two` says that two years were written, `may_be_years` that they may as well be two years of the calendar.
    `message` begins with `said`.
    """

    year: int
    is_first: bool = True
    is_two: bool = False
    said: str = "is a fiscal year"
    may_be_years: bool = False

    def message(self, start: MonthDay | None) -> str:
        """Return what to write, by the day on which the country's fiscal year begins, if that is known."""
        if self.may_be_years:
            return self._of_years(start)
        if start is None or start == (2, 29):
            return f"{self.said}: write `period` with its first and last month, as the source has them"
        if start == (1, 1) and self.is_two:
            return f"{self.said}, and that of the country is the calendar year: write `period` with the months meant"
        if start == (1, 1):
            return f"{self.said}, here the calendar year: write `period: {self.year}`"
        other = f", or {_period(self.year - 1, start)} if it is named after the year in which it ends"
        return f"{self.said}: write `period: {_period(self.year, start)}`{'' if self.is_first else other}"

    def _of_years(self, start: MonthDay | None) -> str:
        years = f"write `period: {self.year}/{self.year + 1}`"
        if start == (1, 1):
            return f"is a stretch of time: {years}"
        is_known = start is not None and start != (2, 29)
        months = (
            f"`period: {_period(self.year, start)}`" if start and is_known else "`period` with its first and last month"
        )
        return f"can be two calendar years or a fiscal year: {years} or {months}, as the source means it"

    def __str__(self) -> str:
        return self.message(None)


def fiscal_year(text: str) -> FiscalYear | None:
    """Return the fiscal year that a text in small letters and ordinary digits means, or None."""
    found = _FORM.fullmatch(text)
    if not found:
        return None
    short, *years = found[1], found[2], found[4], found[6]
    year = int(next((year for year in years if year), 0)) or int(short) + (2000 if int(short) < _TURN else 1900)
    last = found[3] or found[5] or found[7]
    if last is not None and int(last) != (year + 1) % 100:
        return None
    return FiscalYear(year, is_first=last is not None or found[8] is not None, is_two=last is not None)


def explained(error: ValueError, start: MonthDay | None) -> str:
    """Return the message of an error; a fiscal year is explained by the day on which it begins in the country."""
    found = error.args[0] if error.args else ""
    return found.message(start) if isinstance(found, FiscalYear) else str(error)


def _period(year: int, start: MonthDay) -> str:
    """Return the period of the fiscal year that begins in a year; whole months are written as such."""
    if start[1] == 1:
        return f"{year}-{start[0]:02}/{year + 1}-{start[0] - 1:02}"
    first = datetime.date(year, *start)
    return f"{first}/{first.replace(year=year + 1) - datetime.timedelta(days=1)}"
