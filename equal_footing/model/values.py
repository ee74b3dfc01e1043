"""Values of facts: dates as precise as known, periods, numbers, web addresses and codes.

Dates and intervals follow ISO 8601-1:2019 (reduced precision, `/` between the ends) and the open end `..` of
ISO 8601-2:2019. Everything is parsed from text; a `ValueError` says what was expected.
"""

import calendar
import datetime
import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Self
from urllib.parse import urlsplit

_DATE = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
_NUMBER = re.compile(r"-?(0|[1-9][0-9]*|[1-9][0-9]{0,2}(?:_[0-9]{3})+)(\.[0-9]+)?")
_MONTH_DAY = re.compile(r"([0-9]{2})-([0-9]{2})")

FIRST_YEAR = 1800


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A day, month or year of the Gregorian calendar; `month` and `day` are None where not known."""

    year: int
    month: int | None = None
    day: int | None = None

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read `2000`, `2000-08` or `2000-08-10`; raises ValueError for all else and for days that do not exist."""
        match = _DATE.fullmatch(text)
        if not match:
            raise ValueError("must be a date such as 2000, 2000-08 or 2000-08-10")
        year, month, day = (int(part) if part else None for part in match.groups())
        assert year is not None
        if year < FIRST_YEAR:
            raise ValueError(f"must be a date after {FIRST_YEAR}")
        if month is not None and not 1 <= month <= 12:
            raise ValueError(f"has no month {match.group(2)}")
        if month and day is not None and not 1 <= day <= calendar.monthrange(year, month)[1]:
            raise ValueError(f"is not a day of the calendar: {calendar.month_name[month]} {year} has no day {day}")
        return cls(year, month, day)

    @property
    def first(self) -> datetime.date:
        """The first day that it can mean."""
        return datetime.date(self.year, self.month or 1, self.day or 1)

    @property
    def last(self) -> datetime.date:
        """The last day that it can mean."""
        month = self.month or 12
        return datetime.date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])

    def __str__(self) -> str:
        return "-".join([f"{self.year:04}", *(f"{part:02}" for part in (self.month, self.day) if part)])


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of time; `end` is None while it goes on. A single year, month or day is its own start and end."""

    start: PartialDate
    end: PartialDate | None

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read `2021`, `2022-04/2023-03` or `2018/..`; raises ValueError for anything else."""
        first, slash, last = text.partition("/")
        try:
            start = PartialDate.parse(first)
            end = start if not slash else None if last == ".." else PartialDate.parse(last)
        except ValueError as error:
            if _DATE.fullmatch(first) and (not slash or _DATE.fullmatch(last)):
                raise ValueError(f"{error}; a fiscal year is written 2022-04/2023-03") from error
            raise ValueError("must be a period such as 2021, 2022-04/2023-03 or 2018/..") from error
        if end is not None and end.last < start.first:
            raise ValueError("ends before it begins")
        return cls(start, end)

    @property
    def is_single(self) -> bool:
        """Whether it is one year, month or day."""
        return self.start == self.end

    def is_fiscal(self, month: int, day: int) -> bool:
        """Whether it is made of whole fiscal years that begin on a month and day, and are no calendar years."""
        if (month, day) == (1, 1) or self.end is None or not (self.start.month and self.end.month):
            return False
        first, after = self.start.first, self.end.last + datetime.timedelta(days=1)
        return self.end.year > self.start.year and (first.month, first.day) == (after.month, after.day) == (month, day)

    def __str__(self) -> str:
        return str(self.start) if self.is_single else f"{self.start}/{self.end or '..'}"


def parse_number(text: str) -> Decimal:
    """Read `46`, `1_800`, `0.39` or `-3`; raises ValueError otherwise. `_` may part thousands, nothing else."""
    if not _NUMBER.fullmatch(text):
        raise ValueError("must be a number in digits, such as 46, 92_400_000_000 or 0.39")
    return Decimal(text.replace("_", ""))


def parse_url(text: str) -> str:
    """Check a web address (http or https, with a host, no spaces or control characters) and return it."""
    try:
        parts = urlsplit(text)
        host = parts.hostname or ""
        _ = parts.port
    except ValueError as error:
        raise ValueError("must be a web address such as https://example.org/page") from error
    if parts.scheme not in {"http", "https"} or "." not in host or re.search(r"[\s<>\"\\^`{|}]", text):
        raise ValueError("must be a web address such as https://example.org/page")
    return text


def parse_month_day(text: str) -> tuple[int, int]:
    """Read the day on which a fiscal year begins, `04-01`, as month and day."""
    match = _MONTH_DAY.fullmatch(text)
    if not match:
        raise ValueError("must be a month and a day such as 04-01")
    month, day = int(match.group(1)), int(match.group(2))
    if not 1 <= month <= 12 or not 1 <= day <= calendar.monthrange(2000, month)[1]:
        raise ValueError("is not a day of the year; write a month and a day such as 04-01")
    return month, day
