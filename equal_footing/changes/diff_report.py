"""The report of `make diff`: what has changed in the data since a commit, as text for the terminal and as Markdown.

In the Markdown, which is posted as a comment, nothing from the data is markup.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from equal_footing.changes import diff_text
from equal_footing.changes.dataset_subjects import subjects
from equal_footing.changes.diff import Change, ChangeType, compare
from equal_footing.changes.diff_text import Line
from equal_footing.changes.git_data import DataAtCommit, digests
from equal_footing.model import messages
from equal_footing.model.dataset import Dataset
from equal_footing.model.vocabulary import FOLDER

NOTHING = "Nothing in the data has changed."
NAMED = 5
"""How many files are named of which only the form has changed."""
_SHORT = 8
"""How many digits of a commit are shown."""
_SIGNS = re.compile(r"([\\`*_\[\]<&~$])")
_FIRST = re.compile(r"^(\d*)(?=[#>+=.)-])")
_VERBS: dict[ChangeType, str] = {
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
    changes: list[tuple[Change, list[Line]]]
    reformatted: list[str]
    problems: int = 0
    is_borrowed: bool = False


def report(root: Path, base: str, was: DataAtCommit, new: Dataset) -> Report:
    """Return what has changed in the data under `root` since a commit, which was asked for as `base`."""
    words = messages.load(root)
    found = compare(subjects(was.dataset, words), subjects(new, words), was.dataset.unread)
    worded = [(change, diff_text.lines(change)) for change in found]
    changes = [(change, lines) for change, lines in worded if lines or change.type != "changed"]
    files = {subject.file for change, _ in changes for subject in (change.before, change.after) if subject}
    now = digests(root)
    reformatted = [file for file, digest in was.files.items() if now.get(file, digest) != digest and file not in files]
    if was.is_borrowed:  # the words were not compared
        reformatted = [file for file in reformatted if not file.startswith(f"{FOLDER}/")]
    short = was.commit[:_SHORT]
    against = f"{short}, where the history left {base}" if was.is_earlier else f"{base} ({short})"
    return Report(against, changes, reformatted, len(was.problems), was.is_borrowed)


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
    """Yield each subject that has changed, with its statements beneath it."""
    shown, strong = (escaped, "**") if is_markdown else (str, "")
    yield f"Compared with {report.against}:"
    has_lines = True
    for change, lines in report.changes:
        subject = change.subject
        origin = f" from {shown(change.before.file)}" if change.type == "moved" and change.before else ""
        file = f"`{subject.file}`" if is_markdown else subject.file
        heading = f"{strong}{shown(subject.place)}: {shown(subject.title)}{strong}"
        if lines or has_lines:
            yield ""
        bullet = "" if lines else "- "
        yield f"{bullet}{heading} ({subject.kind.lower()}, {_VERBS[change.type]}{origin}; {file})"
        if is_markdown and lines:
            yield ""
        for line in lines:
            yield f"- {shown(line.title)}: {shown(line.text)}"
        has_lines = bool(lines)


def _end(report: Report, is_markdown: bool) -> Iterator[str]:
    """Yield what is to be known of the whole: how much in which place, what is form only, what could not be read."""
    shown = escaped if is_markdown else str
    counted: dict[str, Counter[str]] = defaultdict(Counter)
    for change, _ in report.changes:
        verb = "not compared" if change.type == "unreadable" else _VERBS[change.type]
        counted[change.subject.place][f"{change.subject.kind.lower()} {verb}"] += 1
    if counted:
        yield "In all:"
        if is_markdown:
            yield ""
    for place, numbers in counted.items():
        yield f"- {shown(place)}: {', '.join(f'{number:,} {what}' for what, number in numbers.items())}"
    if report.reformatted:
        names = ", ".join(report.reformatted[:NAMED]) + (", …" if len(report.reformatted) > NAMED else "")
        number = len(report.reformatted)
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
