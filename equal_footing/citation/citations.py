"""Citations of the site's own pages and of its sources: as text in three styles, and as BibLaTeX, RIS and CSL-JSON.

The texts equal what a CSL processor gives with the official styles APA (7th edition), Chicago (notes, 18th edition) and
GB/T 7714-2015 (notes): the tests hold every page's against them. The files describe a page as a report whose number is
the edition, since reference managers lose the edition of a web page. Brackets, their order and `[EB/OL]` belong to a
style and are the same in every language of the site; months and words are those of its language, as CSL has it.
"""

import json
import re
from dataclasses import dataclass
from typing import Any

from babel.dates import format_date

from equal_footing.model.countries import ENGLISH
from equal_footing.model.dataset import SourceEntry
from equal_footing.model.messages import Messages
from equal_footing.model.sources import Author, Source
from equal_footing.model.values import PartialDate
from equal_footing.statement import credit, wording

LICENCE = "CC BY 4.0"
LICENCE_URL = "https://creativecommons.org/licenses/by/4.0/"
_STOP_WORDS = (
    "a about an and as at but by c ca d de down for from in into nor of on onto or over so the till to "
    "up van via von with yet"
)
_SEASONS = (21, 22, 23, 24)
"""The numbers that ISO 8601-2 has for spring, summer, autumn and winter; CSL counts them from 1."""
_STOP = frozenset(_STOP_WORDS.split())
_WORD = re.compile(r"[^\s\-–—/]+|[\s\-–—/]+")


@dataclass(frozen=True, slots=True)
class Item:
    """A page (or what stands on one) as it is cited.

    `date` is the day of the facts' review, `url` the address to be cited, `edition` the edition that holds it as it is
    shown, or empty where it has changed since.
    """

    key: str
    title: str
    date: PartialDate
    url: str
    edition: str
    abstract: str = ""


@dataclass(frozen=True, slots=True)
class Style:
    """A citation of one item in one style: the full form, and the short one for the running text where there is one.

    `language` is the BCP 47 tag of the style's own language where that is not the site's.
    """

    id: str
    full: str
    short: str = ""
    language: str = ""


def styles(item: Item, words: Messages) -> list[Style]:
    """Return the citation of a page in APA, Chicago (notes) and GB/T 7714-2015."""
    return [
        Style("apa", apa(item, words), f"({words('author')}, {item.date.year})"),
        Style("chicago", chicago(item, words)),
        Style("gbt", gbt(item, words), language="zh-Hans"),
    ]


def apa(item: Item, words: Messages) -> str:
    """Return the entry of a reference list in APA style, 7th edition."""
    when = f"{item.date.year}, {format_date(item.date.first, 'MMMM d', words.locale)}"
    return f"{words('author')}. ({when}). {_ended(_curly(item.title))} {words('site')}. {item.url}"


def chicago(item: Item, words: Messages) -> str:
    """Return a full note in Chicago style, 18th edition."""
    title = _curly(item.title)
    title = (title_case(title) if words.locale.language == "en" else title).replace("“", "‘").replace("”", "’")
    version = f" {words('cite-version', edition=item.edition)}," if item.edition else ""
    stop = "" if title.endswith(("?", "!")) else ","
    when = format_date(item.date.first, "MMMM d, y", words.locale)
    return f"{words('author')}, “{title}{stop}”{version} {words('site')}, {when}, {item.url}."


def gbt(item: Item, words: Messages) -> str:
    """Return a note in the form of GB/T 7714-2015."""
    return f"{words('author').upper()}. {_curly(item.title)}[EB/OL]. ({item.date}). {item.url}."


def _curly(text: str) -> str:
    """Return a text with typographic quotation marks and apostrophes, as CSL processors print it."""
    return re.sub(r'"([^"]*)"', r"“\1”", text).replace("'", "’")


def _ended(text: str) -> str:
    return text if text.endswith(("?", "!", ".")) else f"{text}."


def title_case(text: str) -> str:
    """Return an English title in title case by the rules of CSL 1.0.2: stop words small, words with capitals kept."""
    parts = _WORD.findall(text)
    words = [number for number, part in enumerate(parts) if not re.fullmatch(r"[\s\-–—/]+", part)]
    for position, number in enumerate(words):
        word = parts[number]
        bare = re.sub(r"^\W+|\W+$", "", word)
        after_colon = position > 0 and parts[words[position - 1]].endswith((":", "?", "!", "."))
        edge = position in (0, len(words) - 1) or after_colon
        if not bare or bare != bare.lower() or (bare in _STOP and not edge):
            continue
        at = word.index(bare[0])
        parts[number] = word[:at] + word[at].upper() + word[at + 1 :]
    return "".join(parts)


# Files ----------------------------------------------------------------------------------------------------------------


def csl(item: Item, words: Messages) -> dict[str, Any]:
    """Return a page as a CSL-JSON item."""
    found = {
        "id": item.key,
        "type": "webpage",
        "title": item.title,
        "author": [{"literal": words("author")}],
        "container-title": words("site"),
        "issued": _date_parts(item.date),
        "URL": item.url,
        "language": words.language,
        "version": item.edition,
        "abstract": item.abstract,
    }
    return filled(found)


def filled(found: dict[str, Any]) -> dict[str, Any]:
    """Return what holds something: keys with None, an empty text or an empty list are left out."""
    return {key: value for key, value in found.items() if value not in (None, "", [])}


def _date_parts(date: PartialDate | None) -> dict[str, Any] | None:
    """Return a date as CSL has it: a season as such, other parts of a year, decades and centuries as a range."""
    if date is None:
        return None
    parts = [[part for part in (date.year, date.month, date.day) if part]]
    if date.part and date.part not in _SEASONS:
        parts = [[day.year, day.month] for day in (date.first, date.last)]
    elif date.years > 1:
        parts = [[date.first.year], [date.last.year]]
    season = _SEASONS.index(date.part) + 1 if date.part in _SEASONS else None
    return filled({"date-parts": parts, "season": season, "circa": None if date.is_sure else True})


def biblatex(item: Item, words: Messages) -> str:
    """Return a page as a BibLaTeX entry; the braces keep the group author whole."""
    fields = {
        "author": f"{{{words('author')}}}",
        "title": f"{{{_tex(item.title)}}}",
        "institution": words("site"),
        "type": words("cite-web-page"),
        "number": item.edition,
        "date": str(item.date),
        "url": item.url,
        "langid": str(ENGLISH.languages[words.locale.language]).lower(),  # as the packages of LaTeX name it
    }
    lines = [f"  {name} = {{{value}}}," for name, value in fields.items() if value]
    return "\n".join([f"@report{{{item.key},", *lines, "}", ""])


def _tex(text: str) -> str:
    return re.sub(r"([&%$#_])", r"\\\1", text)


def ris(item: Item, words: Messages) -> str:
    """Return a page as a RIS record."""
    return _ris(
        ("TY", "RPRT"),
        ("AU", words("author")),
        ("TI", item.title),
        ("PB", words("site")),
        ("SN", item.edition),
        ("PY", str(item.date.year)),
        ("DA", _ris_date(item.date)),
        ("UR", item.url),
        ("LA", words.language),
        ("AB", item.abstract),
    )


def _ris(*lines: tuple[str, str]) -> str:
    return "".join(f"{tag}  - {' '.join(value.split())}\r\n" for tag, value in lines if value) + "ER  - \r\n"


def _ris_date(date: PartialDate | None) -> str:
    """Return a date as RIS has it, which knows years, months and days; nothing for a decade or a century."""
    if date is None or date.years > 1:
        return ""
    parts = [f"{part:02}" if part else "" for part in (date.month, date.day)]
    return "/".join([f"{date.year:04}", *parts, ""])


# Sources --------------------------------------------------------------------------------------------------------------


def source_csl(entry: SourceEntry, locators: list[str], words: Messages) -> dict[str, Any]:
    """Return a source as a CSL-JSON item; the places cited stand in `note`, since CSL keeps locators with citations."""
    source = entry.source
    found = {
        "id": entry.key,
        "type": entry.type.csl,
        "title": credit.title(source),
        "author": [_csl_name(author) for author in source.authors],
        "container-title": source.container,
        "publisher": source.publisher,
        "volume": source.volume,
        "issue": source.issue,
        "page": source.pages,
        "issued": _date_parts(source.date),
        "URL": source.url,
        "language": source.language,
        "accessed": _date_parts(source.read),
        "note": ". ".join(_notes(source, locators, words)),
    }
    return filled(found)


def _notes(source: Source, locators: list[str], words: Messages) -> list[str]:
    """Return what the fields of reference managers have no place for."""
    english, date = credit.english_title(source), source.date
    notes = [
        english and words("csl-english-title", title=english),
        words("csl-undated") if source.undated else "",
        words("csl-dated", date=wording.date(date, words)) if date and date != date.reduced else "",
        source.copy_by and words("csl-copy", by=source.copy_by),
        source.original_url and words("csl-original", url=source.original_url),
        locators and words("csl-cited", locators="; ".join(locators)),
    ]
    return [note for note in notes if note]


def _csl_name(author: Author) -> dict[str, str]:
    if author.organisation:
        return {"literal": author.organisation}
    parts = {"family": author.family, "given": author.given}
    return {part: name for part, name in parts.items() if name}


def source_ris(entry: SourceEntry, locators: list[str], words: Messages) -> str:
    """Return a source as a RIS record; the places cited stand in its notes."""
    source = entry.source
    first, _, last = (source.pages or "").replace("–", "-").partition("-")
    return _ris(
        ("TY", entry.type.ris),
        *(("AU", author.name) for author in source.authors),
        ("TI", credit.title(source)),
        ("TT", credit.english_title(source)),
        ("T2", source.container),
        ("VL", source.volume or ""),
        ("IS", source.issue or ""),
        ("SP", first),
        ("EP", last),
        ("PB", source.publisher),
        ("PY", _ris_date(source.date)[:4]),
        ("DA", _ris_date(source.date)),
        ("UR", source.url),
        ("LA", source.language),
        ("Y2", _ris_date(source.read)),
        *(("N1", note) for note in _notes(source, locators, words)),
    )


def as_json(items: list[dict[str, Any]]) -> str:
    """Return CSL-JSON items as a file."""
    return json.dumps(items, ensure_ascii=False, indent=1) + "\n"
