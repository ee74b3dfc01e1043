"""Lists of sources as files for reference managers: CSL-JSON, RIS and BibLaTeX."""

import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple, TextIO

from equal_footing.citation.reference_formats import (
    bib_date,
    bib_entry,
    bib_noted,
    csl_date,
    csl_file,
    csl_item,
    csl_noted,
    filled,
    langid,
    ris_date,
    ris_noted,
    ris_organisation,
    ris_record,
    tex,
    tex_address,
)
from equal_footing.keeping.once import Once
from equal_footing.model.entries import SourceEntry
from equal_footing.model.messages import Messages
from equal_footing.model.sources import Author
from equal_footing.statement import credit, wording


class _Fields(NamedTuple):
    """The fields for publisher and container in a type of BibLaTeX, and whether styles of LaTeX print the latter.

    What has no field, or none that is printed, is said in a note.
    """

    publisher: str
    container: str
    is_printed: bool


_BIBLATEX = {
    "article": _Fields("organization", "journaltitle", True),
    "report": _Fields("institution", "", False),
    "thesis": _Fields("institution", "", False),
    "book": _Fields("publisher", "", False),
    "inproceedings": _Fields("publisher", "booktitle", True),
    "legislation": _Fields("", "howpublished", True),
}
_BIBLATEX_ONLINE = _Fields("organization", "journaltitle", False)  # which programs other than LaTeX read
_TYPED = frozenset({"thesis"})
"""Types of BibLaTeX that need a `type` in words. Styles print it, so no other entry has one."""
_SUBTYPES = {"article-newspaper": "newspaper"}
"""What else an article of BibLaTeX is, by types of CSL; of any other article, styles print the year alone."""
_NO_CONTAINER = frozenset({"report", "dataset", "book", "thesis"})
_NO_PUBLISHER = frozenset({"legislation"})
"""Types of CSL for which reference managers have no place for a container, or for a publisher."""


@dataclass(frozen=True, slots=True)
class Formats:
    """A source in the three formats except for its notes, which come at the end of each and grow with the places cited.

    `notes` are those of CSL-JSON and RIS, `biblatex_notes` those of BibLaTeX, which has other fields.
    """

    csl: str
    ris: str
    biblatex: str
    notes: tuple[str, ...]
    biblatex_notes: tuple[str, ...]


Noted = tuple[Formats, tuple[str, ...]]
"""A source in the three formats, and the note on the places cited, if there are any."""
FILES = ("sources.bib", "sources.ris", "sources.json")
"""The files of sources by their names, in the order in which they are written."""


def formats(entry: SourceEntry, words: Messages) -> Formats:
    """Return a source in the three formats except for its notes."""
    csl, fields = entry.type.csl, _biblatex_fields(entry)
    return Formats(
        csl_item(_csl(entry)),
        _ris(entry),
        _biblatex(entry),
        tuple(_notes(entry, words, has_container=csl not in _NO_CONTAINER, has_publisher=csl not in _NO_PUBLISHER)),
        tuple(_notes(entry, words, has_container=fields.is_printed, has_publisher=bool(fields.publisher))),
    )


def _csl(entry: SourceEntry) -> dict[str, Any]:
    source, (container, publisher) = entry.source, _published(entry, entry.type.csl not in _NO_CONTAINER)
    found = {
        "id": entry.key,
        "type": entry.type.csl,
        "title": credit.title(source),
        "author": [_csl_name(author) for author in source.authors],
        "container-title": container,
        "publisher": publisher,
        "volume": source.volume,
        "issue": source.issue,
        "page": source.pages,
        "issued": csl_date(source.date),
        "URL": source.url,
        "language": source.language,
        "accessed": csl_date(source.read),
    }
    return filled(found)


def _notes(entry: SourceEntry, words: Messages, *, has_container: bool, has_publisher: bool) -> list[str]:
    """Return what a format has no fields for: it may have one for the container, and one for the publisher."""
    source, english, date = entry.source, credit.english_title(entry.source), entry.source.date
    container, publisher = _published(entry, has_container)
    notes = [
        english and words("csl-english-title", title=english),
        container and not has_container and words("csl-in", container=container),
        publisher and not has_publisher and words("csl-published", publisher=publisher),
        words("csl-undated") if source.undated else "",
        words("csl-dated", date=wording.date(date, words)) if date and date != date.reduced else "",
        source.copy_by and words("csl-copy", by=source.copy_by),
        source.original_url and words("csl-original", url=source.original_url),
    ]
    return [note for note in notes if note]


def _published(entry: SourceEntry, has_container: bool) -> tuple[str, str]:
    """Return container and publisher; of two with one name only that for which a format has a field."""
    container, publisher = entry.source.container, entry.source.publisher
    if container.casefold() != publisher.casefold():
        return container, publisher
    return (container, "") if has_container else ("", publisher)


def _csl_name(author: Author) -> dict[str, str]:
    if author.organisation:
        return {"literal": author.organisation}
    parts = {"family": author.family, "given": author.given}
    return {part: name for part, name in parts.items() if name}


def _ris(entry: SourceEntry) -> str:
    source, (container, publisher) = entry.source, _published(entry, entry.type.csl not in _NO_CONTAINER)
    first, _, last = (source.pages or "").replace("–", "-").partition("-")
    return ris_record(
        ("TY", entry.type.ris),
        *(("AU", ris_organisation(author.name) if author.organisation else author.name) for author in source.authors),
        ("TI", credit.title(source)),
        ("TT", credit.english_title(source)),
        ("T2", container),
        ("VL", source.volume or ""),
        ("IS", source.issue or ""),
        ("SP", first),
        ("EP", last),
        ("PB", publisher),
        ("PY", ris_date(source.date)[:4]),
        ("DA", ris_date(source.date)),
        ("UR", source.url),
        ("LA", source.language),
        ("Y2", ris_date(source.read)),
    )


def _biblatex_fields(entry: SourceEntry) -> _Fields:
    return _BIBLATEX.get(entry.type.biblatex, _BIBLATEX_ONLINE)


def _biblatex(entry: SourceEntry) -> str:
    source, kind, (by, within, is_printed) = entry.source, entry.type.biblatex, _biblatex_fields(entry)
    container, publisher = _published(entry, is_printed)
    fields = {
        "author": " and ".join(_bib_name(author) for author in source.authors),
        "title": f"{{{tex(credit.title(source))}}}",
        "type": tex(entry.type.label) if kind in _TYPED else "",
        by: f"{{{tex(publisher)}}}" if " and " in publisher else tex(publisher),  # which else parts a list of names
        within: f"{{{tex(container)}}}" if container and within == "booktitle" else tex(container),  # keeps capitals
        "entrysubtype": _SUBTYPES.get(entry.type.csl, ""),
        "volume": tex(source.volume),
        "number": tex(source.issue),
        "pages": tex(source.pages).replace("-", "--"),
        "date": bib_date(source.date),
        "url": tex_address(source.url),
        "urldate": str(source.read),
        "langid": langid(source.language),
    }
    return bib_entry(kind, entry.key, fields)


def _bib_name(author: Author) -> str:
    """Return a name whose braces keep an organisation whole, and a person's particles with their name."""
    if author.organisation:
        return f"{{{tex(author.organisation)}}}"
    return ", ".join(f"{{{tex(part)}}}" for part in (author.family, author.given) if part)


def source_files(
    sources: Iterable[SourceEntry], words: Messages, once: Once, cited: Mapping[str, Sequence[str]] | None = None
) -> dict[str, str]:
    """Return files of sources for reference managers by name; `cited` has the places in a source by its key.

    What all files say of a source is worked out `once`.
    """

    def noted() -> Iterator[Noted]:
        for source in sources:
            found = once(("formats", source.key), partial(formats, source, words))
            places = "; ".join((cited or {}).get(source.key, ()))
            yield found, (words("csl-cited", locators=places),) if places else ()

    texts = {name: io.StringIO() for name in FILES}
    _write(noted(), *texts.values())
    return {name: text.getvalue() for name, text in texts.items()}


def write_source_files(sources: Iterable[SourceEntry], words: Messages, folder: Path) -> list[Path]:
    """Write files of sources for reference managers to a folder, source by source, and return their paths."""
    paths = [folder / name for name in FILES]
    with ExitStack() as opened:
        files = [opened.enter_context(path.open("w", encoding="utf-8", newline="")) for path in paths]
        _write(((formats(one, words), ()) for one in sources), *files)
    return paths


def _write(sources: Iterable[Noted], bib: TextIO, ris: TextIO, csl: TextIO) -> None:
    """Write sources with all of their notes to the three files."""

    def items() -> Iterator[str]:
        for found, places in sources:
            notes = (*found.notes, *places)
            bib.write(bib_noted(found.biblatex, tex(". ".join((*found.biblatex_notes, *places)))))
            ris.write(ris_noted(found.ris, notes))
            yield csl_noted(found.csl, ". ".join(notes))

    csl.writelines(csl_file(items()))
