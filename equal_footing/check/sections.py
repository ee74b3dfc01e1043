"""Rules for sections: each has one title, each paragraph a citation or a link, and the whole is of a fair length.

Summaries and notes are one paragraph.
"""

import re
from collections.abc import Iterator

from equal_footing.check.facts import markup
from equal_footing.model.anchors import slug
from equal_footing.model.dataset import Dataset
from equal_footing.model.entries import Entry
from equal_footing.model.fixed_words import COUNTRY
from equal_footing.model.sections import TextSection, count_words
from equal_footing.model.text import citations, links, loose_citations
from equal_footing.reading.problems import Path, Problem, quote

_TEXTS = frozenset({"value", "label", "summary", "note", "sentence", "text", "about", "paragraphs", "finding"})
_PLACEHOLDER = re.compile(
    r"\b(?:TODO|FIXME|TBD|TBC|XXX+)\b|\bXX(?= (?!(?:[Cc]ongress|[Cc]entury)\b)[a-z]|%)|\?{3}|\b[Ll]orem ipsum\b"
    "|待补|要確認|추후 작성"
)
_SHORT = frozenset({"summary", "note", "sentence"})


def _sections(dataset: Dataset) -> Iterator[tuple[Entry, Path, TextSection]]:
    for entry in dataset.entries.values():
        for number, section in enumerate(entry.record.sections):
            yield entry, ("sections", number), section


def titles(dataset: Dataset) -> Iterator[Problem]:
    """A section has either a title of plain words or, on a country, a group of questions."""
    for entry, path, section in _sections(dataset):
        if section.title and section.group:
            message = "has `title` and `group` at once. Keep one."
            yield entry.document.problem((*path, "group"), message, "sections-title", key=True)
        elif not section.title and not section.group:
            instead = ", or `group` with a group of questions" if entry.kind.id == COUNTRY else ""
            yield entry.document.problem(path, f"has no title. Add `title`{instead}.", "sections-title")
        elif section.group and entry.kind.id != COUNTRY:
            message = "only the sections of a country have `group`. Write `title`."
            yield entry.document.problem((*path, "group"), message, "sections-title", key=True)
        if section.title and (any(citations(section.title)) or any(links(section.title))):
            message = "cannot hold citations or links; put them into `paragraphs`."
            yield entry.document.problem((*path, "title"), message, "sections-title")


def distinct(dataset: Dataset) -> Iterator[Problem]:
    """No two sections of a record have the same title or the same group."""
    for entry in dataset.entries.values():
        seen: set[tuple[str, str]] = set()
        for number, section in enumerate(entry.record.sections):
            for key, word in (("title", section.title), ("group", section.group)):
                if word and (key, slug(word)) in seen:
                    message = f"{quote(word)} is the {key} of a section above. Join the two."
                    yield entry.document.problem(("sections", number, key), message, "sections-twice")
                seen.add((key, slug(word or "")))


def paragraphs(dataset: Dataset) -> Iterator[Problem]:
    """An item of `paragraphs` is one paragraph, and cites a source or links a record."""
    for entry, path, section in _sections(dataset):
        for number, text in enumerate(section.paragraphs):
            at = (*path, "paragraphs", number)
            if "\n" in text:
                message = "holds a line break. Begin an item of the list for each paragraph."
                yield entry.document.problem(at, message, "sections-paragraph")
            is_cited = any(citations(text)) or any(target.startswith("/") for target in links(text))
            if not is_cited and not any(loose_citations(text, dataset.sources)):
                message = "cites no source and links no record. Add a citation, such as [@key, p. 3]."
                yield entry.document.problem(at, message, "sections-cited")


def length(dataset: Dataset) -> Iterator[Problem]:
    """The sections of a record have in all as many words as its kind sets."""
    for entry in dataset.entries.values():
        if not entry.record.sections or not entry.kind.words:
            continue
        least, most = entry.kind.words
        words = count_words(section for section in entry.record.sections if not section.home)  # it repeats the others
        if not least <= words <= most:
            message = (
                f"have {words:,} words in all; those of the kind {entry.kind.id} have {least:,} to {most:,}, "
                "without titles and citations."
            )
            yield entry.document.problem(("sections",), message, "sections-length", key=True)


def short_texts(dataset: Dataset) -> Iterator[Problem]:
    """A summary, a note and the sentence of an answer are one paragraph: lists of records show them in a line."""
    for item in dataset.values:
        sign = markup(item.value) if item.key in _SHORT and isinstance(item.value, str) else ""
        if sign:
            message = f"holds {sign}: it is one paragraph, without lists, headings and tables. Write sentences."
            yield item.document.problem(item.path, message, "value-paragraph")


def placeholders(dataset: Dataset) -> Iterator[Problem]:
    """No text holds a placeholder for what is still to be written."""
    for item in dataset.values:
        found = _PLACEHOLDER.search(item.value) if item.key in _TEXTS and isinstance(item.value, str) else None
        if found:
            message = f"holds {quote(found.group())}, which marks what is not written yet. Write it, or leave it out."
            yield item.document.problem(item.path, message, "text-placeholder")


RULES = (titles, distinct, paragraphs, length, short_texts, placeholders)
