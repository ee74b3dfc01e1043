"""Citations of the site's own pages: as text in three styles, and as BibLaTeX, RIS and CSL-JSON.

The texts equal what a CSL processor gives with the official styles APA (7th edition), Chicago (notes, 18th edition) and
GB/T 7714-2015 (notes): the tests hold every page's against them. The files describe a page as a report whose number is
the edition, since reference managers lose the edition of a web page; the page of the data is cited as a dataset, which
has a version. Brackets, their order and `[EB/OL]` belong to a style and are the same in every language of the site;
months and words are those of its language, as CSL has it.
"""

from dataclasses import dataclass
from typing import Any

from babel.dates import format_date

from equal_footing.citation import titles
from equal_footing.citation.reference_formats import (
    bib_entry,
    csl_date,
    filled,
    langid,
    ris_date,
    ris_organisation,
    ris_record,
    tex,
)
from equal_footing.model.messages import Messages
from equal_footing.model.values import PartialDate

LICENCE = "CC BY 4.0"
LICENCE_URL = "https://creativecommons.org/licenses/by/4.0/"
_DAY_OF_ACCESS = "引用日期"
"""What GB/T 7714 calls the day on which a citer read a page. Only the citer's browser knows it, and fills it in."""


@dataclass(frozen=True, slots=True)
class Item:
    """A page (or something on one) as it is cited.

    `date` is the day of the facts' review, `url` the address to be cited, `edition` the edition that holds it as it is
    shown, or empty where it has changed since. `is_dataset` holds for the page of the data as files.
    """

    key: str
    title: str
    date: PartialDate
    url: str
    edition: str
    abstract: str = ""
    is_dataset: bool = False


@dataclass(frozen=True, slots=True)
class Style:
    """A citation of one item in one style: the full form, and the short one for the running text where there is one.

    `language` is the BCP 47 tag of the style's own language where that is not the site's. `unread` is the part of the
    full form that is replaced by the day on which somebody reads the page, if the style asks for it.
    """

    id: str
    full: str
    short: str = ""
    language: str = ""
    unread: str = ""


def styles(item: Item, words: Messages) -> list[Style]:
    """Return the citation of a page in APA, Chicago (notes) and GB/T 7714-2015."""
    return [
        Style("apa", apa(item, words), f"({words('author')}, {item.date.year})"),
        Style("chicago", chicago(item, words)),
        Style("gbt", gbt(item, words), language="zh-Hans", unread=_DAY_OF_ACCESS),
    ]


def apa(item: Item, words: Messages) -> str:
    """Return the entry of a reference list in APA style, 7th edition."""
    title = titles.printed(item.title)
    if item.is_dataset:
        version = f" ({words('cite-version-of-data', edition=item.edition)})" if item.edition else ""
        what = f"{title}{version} [{words('cite-dataset')}]"
        return f"{words('author')}. ({item.date.year}). {what}. {words('site')}. {item.url}"
    when = f"{item.date.year}, {format_date(item.date.first, 'MMMM d', words.locale)}"
    stop = "" if titles.ends_sentence(title) else "."
    return f"{words('author')}. ({when}). {title}{stop} {words('site')}. {item.url}"


def chicago(item: Item, words: Messages) -> str:
    """Return a full note in Chicago style, 18th edition."""
    title = titles.printed(item.title, within_quotes=True)
    title = titles.title_case(title) if words.locale.language == "en" else title
    version = f" {words('cite-version', edition=item.edition)}," if item.edition else ""
    stop = "" if titles.ends_sentence(title) else ","
    when = format_date(item.date.first, "MMMM d, y", words.locale)
    return f"{words('author')}, “{title}{stop}”{version} {words('site')}, {when}, {item.url}."


def gbt(item: Item, words: Messages) -> str:
    """Return a note in the form of GB/T 7714-2015, with the word for the day of access in the place of that day."""
    title, author = titles.printed(item.title), words("author").upper()
    if item.is_dataset:
        return f"{author}. {title}[DS/OL]. {words('site')}, {item.date.year}[{_DAY_OF_ACCESS}]. {item.url}."
    return f"{author}. {title}[EB/OL]. ({item.date})[{_DAY_OF_ACCESS}]. {item.url}."


# Files ----------------------------------------------------------------------------------------------------------------


def csl(item: Item, words: Messages) -> dict[str, Any]:
    """Return a page as a CSL-JSON item."""
    found = {
        "id": item.key,
        "type": "dataset" if item.is_dataset else "webpage",
        "title": item.title,
        "author": [{"literal": words("author")}],
        "publisher" if item.is_dataset else "container-title": words("site"),
        "issued": csl_date(item.date),
        "URL": item.url,
        "language": words.language,
        "version": item.edition,
        "abstract": item.abstract,
    }
    return filled(found)


def biblatex(item: Item, words: Messages) -> str:
    """Return a page as a BibLaTeX entry; the braces keep the group author whole."""
    fields = {
        "author": f"{{{words('author')}}}",
        "title": f"{{{tex(item.title)}}}",
        "publisher" if item.is_dataset else "institution": tex(words("site")),
        "type": "" if item.is_dataset else tex(words("cite-web-page")),
        "version" if item.is_dataset else "number": item.edition,
        "date": str(item.date),
        "url": item.url,
        "langid": langid(words.language),
    }
    return bib_entry("dataset" if item.is_dataset else "report", item.key, fields)


def ris(item: Item, words: Messages) -> str:
    """Return a page as a RIS record."""
    return ris_record(
        ("TY", "DATA" if item.is_dataset else "RPRT"),
        ("AU", ris_organisation(words("author"))),
        ("TI", item.title),
        ("PB", words("site")),
        ("ET" if item.is_dataset else "SN", item.edition),
        ("PY", str(item.date.year)),
        ("DA", ris_date(item.date)),
        ("UR", item.url),
        ("LA", words.language),
        ("AB", item.abstract),
    )
