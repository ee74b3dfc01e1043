"""Values of facts: dates as precise as known, periods, numbers, web addresses and codes.

Dates and intervals follow ISO 8601-1:2019 (reduced precision, `/` between the ends) and ISO 8601-2:2019 (about and
perhaps, decades, centuries, seasons, quarters, halves, the open end `..`). Everything is parsed from text; a
`ValueError` says what was expected.
"""

import calendar
import datetime
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Self

from equal_footing.model.date_words import date_for, month_day_for, period_for
from equal_footing.model.fiscal_years import FiscalYear
from equal_footing.model.number_words import number_for

_DATE = re.compile(r"([0-9]{4}|[0-9]{3}X|[0-9]{2}XX)(?:-([0-9]{2})(?:-([0-9]{2}))?)?([~?%])?")
_NUMBER = re.compile(r"-?(0|[1-9][0-9]*|[1-9][0-9]{0,2}(?:_[0-9]{3})+)(\.[0-9]+)?")
_MONTH_DAY = re.compile(r"([0-9]{2})-([0-9]{2})")

FIRST_YEAR = 1000
MAX_DIGITS = 18
"""How many digits a number has at most: no budget of a state in any currency has more."""
PARTS = {
    21: (3, 5),
    22: (6, 8),
    23: (9, 11),
    24: (1, 14),
    33: (1, 3),
    34: (4, 6),
    35: (7, 9),
    36: (10, 12),
    40: (1, 6),
    41: (7, 12),
}
"""The first and the last month of the parts of a year, by their numbers in ISO 8601-2: spring, summer, autumn and
winter of the northern hemisphere, the quarters, the halves. The winter of a year is the one in which it begins or the
one in which it ends, which sources leave open; month 14 is February of the year after."""
_FARTHEST_EAST = datetime.timezone(datetime.timedelta(hours=14))


def newest_day() -> datetime.date:
    """Return the newest day that has begun anywhere on Earth; what lies after it lies in the future for everybody."""
    return datetime.datetime.now(_FARTHEST_EAST).date()


_OF_MONTHS = "a fiscal year is written with its first and last month"
_READ_TWICE = "is read as a fiscal year by people and as a part of the year by programs"
_SIGNS = {(True, False): "~", (False, True): "?", (True, True): "%"}
"""The signs of ISO 8601-2 for a date that is about then, perhaps then, or both."""


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A day, month or year of the Gregorian calendar, or a part of a year, a decade or a century.

    `month` and `day` are None where not known, `part` is a key of `PARTS`, and `years` says how many years from `year`
    on it can mean: 1, 10 or 100. `is_approximate` says that it is about then (`~`), `is_uncertain` that it is perhaps
    then (`?`); `%` says both.
    """

    year: int
    month: int | None = None
    day: int | None = None
    part: int | None = None
    years: int = 1
    is_approximate: bool = False
    is_uncertain: bool = False

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read `2000`, `2000-08`, `2000-08-10`, `2000-22` (summer), `200X`, `19XX`, each also with `~`, `?` or `%`.

        Raises ValueError for all else and for days that do not exist; of words such as `late 2023` it says how they
        are written.
        """
        match = _DATE.fullmatch(text)
        if not match:
            raise ValueError(date_for(text) or "must be a date such as 2000, 2000-08 or 2000-08-10")
        digits, second, third, sign = match.groups()
        year, years = int(digits.replace("X", "0")), 10 ** digits.count("X")
        if year < FIRST_YEAR:
            raise ValueError(f"must be a date from the year {FIRST_YEAR} on")
        if second and years > 1:
            raise ValueError("has a month in a year that is not known; write the decade or century alone, such as 199X")
        month, day = int(second) if second else None, int(third) if third else None
        part = month if month in PARTS and day is None else None
        if month is not None and part is None and not 1 <= month <= 12:
            raise ValueError(f"has no month {second}")
        if month and day is not None and not 1 <= day <= calendar.monthrange(year, month)[1]:
            raise ValueError(f"is not a day of the calendar: {calendar.month_name[month]} {year} has no day {day}")
        return cls(year, None if part else month, day, part, years, sign in ("~", "%"), sign in ("?", "%"))

    @classmethod
    def today(cls) -> Self:
        """Return the present day."""
        day = datetime.date.today()
        return cls(day.year, day.month, day.day)

    @property
    def start(self) -> Self:
        """Itself, as of a period the date with which it begins."""
        return self

    @property
    def end(self) -> Self:
        """Itself, as of a period the date with which it ends."""
        return self

    @property
    def first(self) -> datetime.date:
        """The first day that it can mean, if it is right."""
        month = PARTS[self.part][0] if self.part else self.month or 1
        return datetime.date(self.year, month, self.day or 1)

    @property
    def last(self) -> datetime.date:
        """The last day that it can mean, if it is right."""
        month = PARTS[self.part][1] if self.part else self.month or 12
        year, month = self.year + self.years - 1 + (month - 1) // 12, (month - 1) % 12 + 1
        if year > datetime.MAXYEAR:
            return datetime.date.max
        return datetime.date(year, month, self.day or calendar.monthrange(year, month)[1])

    @property
    def is_sure(self) -> bool:
        """Whether it is neither about nor perhaps then."""
        return not (self.is_approximate or self.is_uncertain)

    @property
    def is_full_day(self) -> bool:
        """Whether it is one day, and sure."""
        return self.day is not None and self.is_sure

    @property
    def looks_fiscal(self) -> bool:
        """Whether people read its notation as a fiscal year: `2022-23` is autumn 2022."""
        return self.part == (self.year + 1) % 100

    @property
    def reduced(self) -> Self | None:
        """The date in the notation of ISO 8601-1 alone, a part of a year as its year; None where that would be wrong.

        A decade, a century and what is not sure have no such date.
        """
        return replace(self, part=None) if self.is_sure and self.years == 1 else None

    def is_before(self, other: Self) -> bool:
        """Return whether every day that it can mean lies before the other; of dates that are not sure nobody knows."""
        return self.is_sure and other.is_sure and self.last < other.first

    def __str__(self) -> str:
        written, within = f"{self.year:04}", self.month or self.part
        if self.years > 1:
            unknown = len(str(self.years)) - 1
            written = written[: 4 - unknown] + "X" * unknown
        if within:
            written += f"-{within:02}"
        if self.day:
            written += f"-{self.day:02}"
        return written if self.is_sure else written + _SIGNS[self.is_approximate, self.is_uncertain]


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of time; `end` is None while it goes on. A single date of any precision is its own start and end."""

    start: PartialDate
    end: PartialDate | None

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read `2021`, `2022-04/2023-03`, `2018~/2023-36` or `2018/..`; raises ValueError for anything else.

        A year of the calendar is that year, also from its first month or day to the last.
        """
        first, slash, last = text.partition("/")
        try:
            start = PartialDate.parse(first)
            end = start if not slash else None if last == ".." else PartialDate.parse(last)
        except ValueError as error:
            said = period_for(text)
            if said is None and _DATE.fullmatch(first) and (not slash or last == ".." or _DATE.fullmatch(last)):
                said = f"{error}; {_OF_MONTHS}" if "month" in str(error) else str(error)
            raise ValueError(said or "must be a period such as 2021, 2022-04/2023-03 or 2018/..") from error
        if not slash and start.looks_fiscal:
            raise ValueError(FiscalYear(start.year, is_two=True, said=_READ_TWICE))
        if end is not None and end.last < start.first:
            raise ValueError("ends before it begins")
        if end is not None and start.is_sure and end.is_sure and _is_whole_year(start.first, end.last):
            start = end = PartialDate(start.year)
        return cls(start, end)

    @property
    def is_single(self) -> bool:
        """Whether it is one date and no stretch between two."""
        return self.start == self.end

    @property
    def is_sure(self) -> bool:
        """Whether neither end is about or perhaps then."""
        return self.start.is_sure and (self.end is None or self.end.is_sure)

    @property
    def is_year(self) -> bool:
        """Whether it is one year, of the calendar or from one month to the one before it."""
        return self.end is not None and 363 < (self.end.last - self.start.first).days < 366

    @property
    def fits_a_year(self) -> bool:
        """Whether it ends, and no more than a year after it begins."""
        return self.end is not None and (self.end.last - self.start.first).days <= 366

    def is_fiscal(self, month: int, day: int) -> bool:
        """Whether it is made of whole fiscal years that begin on a month and day, and are not calendar years."""
        if (month, day) == (1, 1) or self.end is None or not (self.start.month and self.end.month and self.is_sure):
            return False
        first, after = self.start.first, self.end.last + datetime.timedelta(days=1)
        return self.end.year > self.start.year and (first.month, first.day) == (after.month, after.day) == (month, day)

    def __str__(self) -> str:
        return str(self.start) if self.is_single else f"{self.start}/{self.end or '..'}"


def _is_whole_year(first: datetime.date, last: datetime.date) -> bool:
    return first.year == last.year and (first.month, first.day, last.month, last.day) == (1, 1, 12, 31)


def latest(dates: Iterable[PartialDate | None]) -> PartialDate | None:
    """Return the date that begins last; None where there is none."""
    return max(filter(None, dates), key=lambda date: date.first, default=None)


def parse_number(text: str) -> Decimal:
    """Read `46`, `1_800`, `0.39` or `-3`; raises ValueError otherwise. `_` may part thousands, nothing else."""
    if not _NUMBER.fullmatch(text):
        raise ValueError(number_for(text) or "must be a number in digits, such as 46, 92_400_000_000 or 0.39")
    digits = text.lstrip("-").replace("_", "").partition(".")[0]
    if len(digits) > MAX_DIGITS:
        raise ValueError(f"has {len(digits)} digits before the point; the most is {MAX_DIGITS}")
    return Decimal(text.replace("_", ""))


def parse_month_day(text: str) -> tuple[int, int]:
    """Read the day on which a fiscal year begins, `04-01`, as month and day."""
    match = _MONTH_DAY.fullmatch(text)
    if not match:
        raise ValueError(month_day_for(text) or "must be a month and a day such as 04-01")
    month, day = int(match.group(1)), int(match.group(2))
    if not 1 <= month <= 12 or not 1 <= day <= calendar.monthrange(2000, month)[1]:
        raise ValueError("is not a day of the year; write a month and a day such as 04-01")
    return month, day
