"""A difference of the data as text for the terminal and as Markdown for a comment, where nothing of it is markup."""

from __future__ import annotations

import re
from collections.abc import Iterator

from equal_footing.difference import Change, Kind, counts

NOTHING = "Nothing that the site says has changed."
_SIGNS = re.compile(r"([\\`*_{}\[\]()#+!|~<>&$-])")
_VERBS: dict[Kind, str] = {
    "added": "new",
    "removed": "taken out",
    "moved": "moved",
    "withdrawn": "withdrawn",
    "changed": "changed",
}


def text(changes: list[Change]) -> str:
    """Return a difference for the terminal."""
    return "\n".join(_lines(changes, is_markdown=False))


def markdown(changes: list[Change], limit: int) -> str:
    """Return a difference as Markdown of at most `limit` characters, with how many lines were left out at its end."""
    lines = list(_lines(changes, is_markdown=True))
    kept, size = [], 0
    for number, line in enumerate(lines):
        if size + len(line) + 1 > limit - 80:
            kept += ["", f"… and {len(lines) - number:,} lines more. `make diff` shows all."]
            break
        kept.append(line)
        size += len(line) + 1
    return "\n".join(kept)


def escaped(words: str) -> str:
    """Return words that Markdown shows as they are: no markup, no link, no image, no mention of anybody."""
    plain = _SIGNS.sub(r"\\\1", words)
    return plain.replace("@", "@\u2060").replace("://", ":\u2060//").replace("www.", "www\u2060.")


def _lines(changes: list[Change], is_markdown: bool) -> Iterator[str]:
    shown, strong = (escaped, "**") if is_markdown else (str, "")
    if not changes:
        yield NOTHING
        return
    for place, counted in counts(changes).items():
        said = ", ".join(f"{kind.lower()}: {number:,} {_VERBS[verb]}" for (kind, verb), number in counted.items())
        yield f"- {strong}{shown(place)}{strong}: {said}"
    had_lines = True
    for change in changes:
        thing = change.thing
        origin = f" from {shown(change.before)}" if change.before else ""
        file = f"`{thing.file}`" if is_markdown else thing.file
        heading = f"{strong}{shown(thing.place)}: {shown(thing.title)}{strong}"
        if change.lines or had_lines:
            yield ""
        bullet = "" if change.lines else "- "
        yield f"{bullet}{heading} ({thing.kind.lower()}, {_VERBS[change.kind]}{origin}; {file})"
        if is_markdown and change.lines:
            yield ""
        for line in change.lines:
            yield f"- {shown(line.label)}: {shown(line.text)}"
        had_lines = bool(change.lines)
