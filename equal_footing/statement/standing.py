"""Works out the status of a record, and whether the last sign of it is too old for what it says."""

from dataclasses import dataclass

from equal_footing.model.messages import Messages
from equal_footing.model.records import Record
from equal_footing.model.text import Cited
from equal_footing.model.values import PartialDate
from equal_footing.model.vocabulary import StatusCode, Vocabulary
from equal_footing.statement import wording
from equal_footing.statement.stated import cited

AT_WORK, IN_FORCE = 2, 3
"""For how many years before the review a sign shows that a thing is at work, and that a law or policy is in force."""


@dataclass(frozen=True, slots=True)
class Standing:
    """The status of a record: its code, since when, and the date of the last sign of it.

    `last_seen` is that date where the status says that the thing is alive, or in force, and the sign is too old for it:
    older than `AT_WORK` or `IN_FORCE` years. Nobody knows whether it still is, and pages say when it was last seen.
    """

    code: StatusCode
    since: PartialDate | None
    as_of: PartialDate | None
    last_seen: PartialDate | None
    cited: tuple[Cited, ...]
    note: str | None

    @property
    def word(self) -> str:
        """The word that sets its looks: the code, or `last-seen`."""
        return "last-seen" if self.last_seen else self.code.id

    @property
    def is_current(self) -> bool:
        """Whether it is at work, or in force, as far as anybody knows: a law is until somebody changes it."""
        return self.code.alive and (self.last_seen is None or self.code.legal_force is not None)

    @property
    def legal_force(self) -> str | None:
        """What it says about a law in the words of schema.org; nothing where the last sign is too old."""
        return None if self.last_seen else self.code.legal_force


def standing(record: Record, vocabulary: Vocabulary) -> Standing:
    """Return the status of a record on the day of its review."""
    status, reviewed = record.status, record.reviewed
    code = vocabulary.statuses[status.code]
    sign = status.as_of if code.alive and reviewed else None
    years = IN_FORCE if code.legal_force else AT_WORK
    last_seen = sign if sign and reviewed and _is_old(sign, reviewed, years) else None
    return Standing(code, status.since, status.as_of, last_seen, cited(status), status.note)


def is_recent(sign: PartialDate | None, reviewed: PartialDate | None) -> bool:
    """Return whether a sign shows that a thing was at work within a year of the review.

    A sign of a month or a year counts from its first day: it may be of that day, so no more of it is certain.
    """
    if sign is None or reviewed is None:
        return False
    return (sign.first.year + 1, sign.first.month, sign.first.day) >= reviewed.first.timetuple()[:3]


def _is_old(sign: PartialDate, reviewed: PartialDate, years: int) -> bool:
    last, day = sign.last, reviewed.first
    return (last.year + years, last.month, last.day) < (day.year, day.month, day.day)


def label(found: Standing, words: Messages) -> str:
    """Return the status: `Active`, `Last known active in 2022`, or `In force according to a source of 2022`."""
    if found.last_seen is None:
        return found.code.label
    said = "last-in-force" if found.code.legal_force else "last-seen-on" if found.last_seen.day else "last-seen"
    return words(said, status=found.code.label, date=wording.date(found.last_seen, words))


def about(found: Standing, words: Messages) -> str:
    """Return what the status means."""
    return words("last-seen-about", status=found.code.label) if found.last_seen else found.code.about


def time(found: Standing, words: Messages) -> str:
    """Return since when it has the status and for when that is known, or nothing: `since 2001, as of 2024`.

    Of what happened once it is the day alone.
    """
    day = found.since or found.as_of
    if found.code.once and day:
        return wording.date(day, words)
    times = [words("since", date=wording.date(found.since, words))] if found.since else []
    if found.as_of and not found.last_seen:
        times.append(words("as-of", date=wording.date(found.as_of, words)))
    return ", ".join(times)


def sentence(found: Standing, words: Messages) -> str:
    """Return the status with its times on one line: `Active, since 2001, as of 2024`."""
    return ", ".join(filter(None, (words.said(label(found, words)), time(found, words))))
