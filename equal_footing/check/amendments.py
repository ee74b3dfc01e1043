"""Rules on amendments: facts, version and status of a text agree on what changed it, and since when it is in force."""

from collections.abc import Iterator

from equal_footing.check.odd_times import YEAR
from equal_footing.check.odd_values import Doubt, about_fact
from equal_footing.model.entries import Entry
from equal_footing.model.fixed_words import NOT_READ
from equal_footing.model.values import PartialDate
from equal_footing.reading.problems import Problem, quote
from equal_footing.statement.facts import Facts
from equal_footing.statement.newest import best_first, newest_value, of_field


def later_amendments(facts: Facts) -> Iterator[Problem]:
    """A later amendment that the version names is a fact, too, with its source or the reason why it was not read."""
    fields = [field for field in facts.dataset.vocabulary.fields.values() if field.amends]
    passed = next((field.id for field in fields if field.amends == "made"), "")
    for entry in facts.dataset.entries.values():
        later = entry.record.version.later_amendment if entry.record.version else None
        found = facts.current_of(entry.id, *(field.id for field in fields))
        dates = [fact.first.date if fact.first else None for fact in found]
        if later and not any(date is None or not date.is_before(later) for date in dates):
            message = (
                f"no fact gives the amendment of {later}. Add one of the field {passed}, with its source; "
                f"or with `missing: {NOT_READ}` and a label, if nobody could read it."
            )
            yield entry.document.problem(("version", "later_amendment"), message, "amendment-missing")


def versions_outdated(facts: Facts) -> Iterator[Problem]:
    """A version names a later amendment where a fact gives one."""
    for entry in facts.dataset.entries.values():
        version = entry.record.version
        if version is None or version.later_amendment:
            continue
        for number, date in _amendments(facts, entry, "made"):
            if version.date.is_before(date):
                message = (
                    f"{quote(date)} lies after the version that was read, {version.date}, which mentions no later "
                    "amendment. Add `later_amendment` to it, or read the newer text."
                )
                yield entry.document.problem(("facts", number, "value"), message, "version-outdated")


def begun_by_amendment(facts: Facts) -> Iterator[Problem]:
    """A text is not in force only since one of its amendments took effect."""
    for entry in facts.dataset.entries.values():
        status = entry.record.status
        if status.since is None or not facts.dataset.vocabulary.statuses[status.code].legal_force:
            continue
        for _, date in _amendments(facts, entry, "effect"):
            if not (date.is_before(status.since) or status.since.is_before(date)):
                message = (
                    f"{status.since} is when an amendment took effect. Write since when the text itself is "
                    f"{status.code}, or leave `since` out."
                )
                yield entry.document.problem(("status", "since"), message, "since-amendment")
                break


def _amendments(facts: Facts, entry: Entry, what: str) -> Iterator[tuple[int, PartialDate]]:
    """Yield the dates on which amendments were adopted or took effect, each with the number of its fact."""
    for number, fact in enumerate(facts.of(entry.id)):
        if fact.field.amends == what and fact.withdrawn is None and fact.value and fact.value.date:
            yield number, fact.value.date


def _odd_beginnings(facts: Facts, entry: Entry) -> Iterator[Doubt]:
    """Ask about the date of a field that lies after the newest of those which a table expects after it."""
    current = facts.current(entry.id)
    for table in facts.dataset.vocabulary.comparisons.values():
        for column in table.columns.values() if entry.kind.id in table.kinds else ():
            first = newest_value(current, column.after) if column.after else None
            begun = first.value.date if first and first.value else None
            newest = next((fact.first for fact in best_first(of_field(current, *column.fields)) if fact.first), None)
            if first and begun and newest and newest.date and newest.date.is_before(begun):
                message = (
                    f"{first.field.id} {begun} lies after the newest amendment, of {newest.date}. If an amendment took "
                    "effect on that day, the field is another one."
                )
                yield about_fact(entry, facts.of(entry.id).index(first), "value", message, "odd-beginning")


def _odd_versions(facts: Facts, entry: Entry) -> Iterator[Doubt]:
    """Ask about a later amendment that is not later than the text that was read, and about one in force a year after.

    What takes effect within a year may have been adopted before.
    """
    version = entry.record.version
    if version is None:
        return
    read, later = version.date, version.later_amendment
    if later and later.first <= read.first and later.last <= read.last:
        message = f"{later} is not later than the text that was read, of {read}. Had it not yet taken effect?"
        yield (), entry.document.problem(("version", "later_amendment"), message, "odd-version")
    is_read = any(date.first <= read.last for _, date in _amendments(facts, entry, "made"))
    for number, date in _amendments(facts, entry, "effect") if later is None and not is_read else ():
        if read.is_before(date) and (date.first - read.last).days > YEAR:
            message = f"{date} is later than the text that was read, of {read}. Does the text contain the amendment?"
            yield about_fact(entry, number, "value", message, "odd-version")


RULES_OF_RESOLVED_FACTS = (later_amendments, versions_outdated, begun_by_amendment)
DOUBTS = (_odd_beginnings, _odd_versions)
