"""The report of `make diff`: what has changed in the data since a commit, as text for the terminal and as Markdown.

In the Markdown, which is posted as a comment, nothing from the data is markup.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import accumulate
from pathlib import Path

from equal_footing.changes import diff_text
from equal_footing.changes.dataset_subjects import subjects
from equal_footing.changes.diff import Change, ChangeType, compare
from equal_footing.changes.diff_text import Line
from equal_footing.changes.git_data import DataAtCommit, digests
from equal_footing.model import messages
from equal_footing.model.dataset import Dataset
from equal_footing.model.prose import uncapitalised
from equal_footing.model.vocabulary import FOLDER

NOTHING = "Nothing in the data has changed."
NAMED = 5
"""The most files that the report lists by name when nothing but their form has changed."""
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


def report(root: Path, base: str, was: DataAtCommit, new: Dataset, limit: int | None = None) -> str:
    """Return what has changed in the data under `root` since a commit, which was asked for as `base`.

    With a `limit` it is Markdown of at most so many characters, which says how many lines it leaves out.
    """
    words, is_markdown = messages.load(root), limit is not None
    found = compare(subjects(was.dataset, words), subjects(new, words), was.dataset.unread)
    worded = [(change, diff_text.lines(change)) for change in found]
    changes = [(change, lines) for change, lines in worded if lines or change.type != "changed"]
    against = (
        f"{was.commit[:_SHORT]}, where the history left {base}" if was.is_earlier else f"{base} ({was.commit[:_SHORT]})"
    )
    lines = [f"Compared with {against}:", *_changed(changes, is_markdown)]
    end = "\n\n".join(_summary(root, was, [change for change, _ in changes], is_markdown))
    if limit is None:
        return "\n".join([*lines, "", end])
    room = limit - len(end) - 80
    kept = [line for line, size in zip(lines, accumulate(len(line) + 1 for line in lines), strict=True) if size <= room]
    if len(kept) < len(lines):
        kept += ["", f"… and {len(lines) - len(kept):,} lines more. `make diff` shows all."]
    return "\n".join([*kept, "", end])[:limit]


def escaped(words: str) -> str:
    """Return words that Markdown shows as they are: no markup, link, image or mention of anybody or of an issue."""
    plain = _FIRST.sub(r"\1\\", _SIGNS.sub(r"\\\1", words))
    plain = re.sub(r"(@|#(?=\d)|\bGH-(?=\d))", "\\1\u2060", plain)
    return plain.replace("://", ":\u2060//").replace("www.", "www\u2060.")


def _changed(changes: list[tuple[Change, list[Line]]], is_markdown: bool) -> Iterator[str]:
    """Yield each subject that has changed, with its properties beneath it."""
    shown, strong, code = (escaped, "**", "`") if is_markdown else (str, "", "")
    has_lines = True
    for change, lines in changes:
        subject = change.subject
        origin = f" from {shown(change.before.file)}" if change.type == "moved" and change.before else ""
        heading = f"{strong}{shown(subject.place)}: {shown(subject.title)}{strong}"
        if lines or has_lines:
            yield ""
        bullet = "" if lines else "- "
        verb = "is back" if change.type == "added" and change.before else _VERBS[change.type]
        yield f"{bullet}{heading} ({uncapitalised(subject.kind)}, {verb}{origin}; {code}{subject.file}{code})"
        if is_markdown and lines:
            yield ""
        for line in lines:
            yield f"- {shown(line.title)}: {shown(line.text)}"
        has_lines = bool(lines)


def _summary(root: Path, was: DataAtCommit, changes: list[Change], is_markdown: bool) -> Iterator[str]:
    """Yield the paragraphs on the whole: how much in which place, what is form only, what could not be read."""
    shown = escaped if is_markdown else str
    counted: dict[str, Counter[str]] = defaultdict(Counter)
    for change in changes:
        verb = "not compared" if change.type == "unreadable" else _VERBS[change.type]
        counted[change.subject.place][f"{uncapitalised(change.subject.kind)} {verb}"] += 1
    if counted:
        numbers = {
            place: ", ".join(f"{number:,} {what}" for what, number in of.items()) for place, of in counted.items()
        }
        lines = [f"- {shown(place)}: {number}" for place, number in numbers.items()]
        yield "\n".join(["In all:", *([""] if is_markdown else []), *lines])
    files = _reformatted(root, was, changes)
    if files:
        names = ", ".join(files[:NAMED]) + (", …" if len(files) > NAMED else "")
        form = (
            "1 file has changed; what it says"
            if len(files) == 1
            else f"{len(files):,} files has changed; what they say"
        )
        yield shown(f"Only the form of {form} is the same: {names}")
    elif not counted:
        yield NOTHING
    if was.is_borrowed:
        yield "The vocabulary there cannot be read by today's rules; the data are read with today's vocabulary."
    if was.problems:
        problems = "1 problem" if len(was.problems) == 1 else f"{len(was.problems):,} problems"
        yield f"The data there have {problems} under today's rules, and were compared as far as they can be read."


def _reformatted(root: Path, was: DataAtCommit, changes: list[Change]) -> list[str]:
    """Return the files whose bytes have changed and whose meaning has not.

    Those of the vocabulary are left out where the words of the commit could not be compared.
    """
    now = digests(root)
    changed = {subject.file for change in changes for subject in (change.before, change.after) if subject}
    files = [file for file, digest in was.files.items() if now.get(file, digest) != digest and file not in changed]
    return [file for file in files if not (was.is_borrowed and file.startswith(f"{FOLDER}/"))]
