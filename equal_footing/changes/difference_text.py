"""A difference of the data as text for the terminal and as Markdown for a comment, where nothing of it is markup."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from equal_footing.changes.difference import Change, Kind

NOTHING = "Nothing in the data has changed."
NAMED = 5
"""How many files are named of which only the form has changed."""
_SIGNS = re.compile(r"([\\`*_\[\]<&~$])")
_FIRST = re.compile(r"^(\d*)(?=[#>+=.)-])")
_VERBS: dict[Kind, str] = {
    "added": "new",
    "removed": "taken out",
    "moved": "moved",
    "withdrawn": "withdrawn",
    "changed": "changed",
    "unreadable": "not compared: its file could not be read there",
}


@dataclass(frozen=True, slots=True)
class Report:
    """What there is to say: against which commit, what has changed, and which files have only changed their form.

    `problems` is how many problems the data of the commit have under today's rules; they are read with today's
    vocabulary where `is_borrowed`.
    """

    against: str
    changes: list[Change]
    reshaped: list[str]
    problems: int = 0
    is_borrowed: bool = False


def text(report: Report) -> str:
    """Return a difference for the terminal."""
    return "\n".join([*_lines(report, is_markdown=False), "", *_end(report, is_markdown=False)])


def markdown(report: Report, limit: int) -> str:
    """Return a difference as Markdown of at most `limit` characters, which says how many lines it leaves out."""
    lines, end = list(_lines(report, is_markdown=True)), "\n".join(["", *_end(report, is_markdown=True)])
    room = limit - len(end) - 80
    kept, size = [], 0
    for line in lines:
        size += len(line) + 1
        if size > room:
            break
        kept.append(line)
    if len(kept) < len(lines):
        kept += ["", f"… and {len(lines) - len(kept):,} lines more. `make diff` shows all."]
    return "\n".join([*kept, end])[:limit]


def escaped(words: str) -> str:
    """Return words that Markdown shows as they are: no markup, link, image or mention of anybody or of an issue."""
    plain = _FIRST.sub(r"\1\\", _SIGNS.sub(r"\\\1", words))
    plain = re.sub(r"(@|#(?=\d)|\bGH-(?=\d))", "\\1\u2060", plain)
    return plain.replace("://", ":\u2060//").replace("www.", "www\u2060.")


def _lines(report: Report, is_markdown: bool) -> Iterator[str]:
    """Yield each thing that has changed, with its statements beneath it."""
    shown, strong = (escaped, "**") if is_markdown else (str, "")
    yield f"Compared with {report.against}:"
    has_lines = True
    for change in report.changes:
        thing = change.thing
        origin = f" from {shown(change.before.file)}" if change.before else ""
        file = f"`{thing.file}`" if is_markdown else thing.file
        heading = f"{strong}{shown(thing.place)}: {shown(thing.title)}{strong}"
        if change.lines or has_lines:
            yield ""
        bullet = "" if change.lines else "- "
        yield f"{bullet}{heading} ({thing.kind.lower()}, {_VERBS[change.kind]}{origin}; {file})"
        if is_markdown and change.lines:
            yield ""
        for line in change.lines:
            yield f"- {shown(line.label)}: {shown(line.text)}"
        has_lines = bool(change.lines)


def _end(report: Report, is_markdown: bool) -> Iterator[str]:
    """Yield what is to be known of the whole: how much in which place, what is form only, what could not be read."""
    shown = escaped if is_markdown else str
    counted: dict[str, Counter[str]] = defaultdict(Counter)
    for change in report.changes:
        verb = "not compared" if change.kind == "unreadable" else _VERBS[change.kind]
        counted[change.thing.place][f"{change.thing.kind.lower()} {verb}"] += 1
    if counted:
        yield "In all:"
        if is_markdown:
            yield ""
    for place, numbers in counted.items():
        yield f"- {shown(place)}: {', '.join(f'{number:,} {what}' for what, number in numbers.items())}"
    if report.reshaped:
        names = ", ".join(report.reshaped[:NAMED]) + (", …" if len(report.reshaped) > NAMED else "")
        number = len(report.reshaped)
        form = f"Only the form of {number:,} {'file' if number == 1 else 'files'} has changed"
        if counted:
            yield ""
        yield shown(f"{form}; what {'it says' if number == 1 else 'they say'} is the same: {names}")
    elif not counted:
        yield NOTHING
    if report.is_borrowed:
        yield ""
        yield "The vocabulary there cannot be read by today's rules; the data are read with today's vocabulary."
    if report.problems:
        problems = "1 problem" if report.problems == 1 else f"{report.problems:,} problems"
        yield ""
        yield f"The data there have {problems} under today's rules, and were compared as far as they can be read."
