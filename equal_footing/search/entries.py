"""What the search knows of each page: its title, other names, kind, place, opening words and sections."""

import re
from dataclasses import dataclass

from equal_footing.model import things
from equal_footing.model.countries import locale_of, name_in
from equal_footing.model.dataset import Dataset
from equal_footing.model.fixed_words import COUNTRY, LESSON
from equal_footing.model.messages import Messages
from equal_footing.search import contents
from equal_footing.search.contents import Section
from equal_footing.sitemap.pages import Page

OPENING = 160
"""How many characters of its opening words a result shows at most."""

QUESTION = "question"
COLUMNS = "code_book_table"
"""The macro of the pages that explain the columns of a table of the downloads."""
_ABOUT_LISTS = (COLUMNS, "rules_section")
"""The macros of pages whose addresses end as those of lists do, but which list nothing of the kind."""
_KINDS = {
    "question_page": QUESTION,
    "compare": "comparison",
    "pair": "comparison",
    "record_table": "comparison",
    "place_figures": "figures",
    "figures": "figures",
    "withdrawn": "withdrawn",
    "directory": "list",
    "lessons": "list",
    "place_directory": "list",
    "place_sources": "list",
    "timeline_decade": "list",
}
"""The kind, as the messages name it, of what a macro draws, if it is not a record; all else is a page."""
GUIDE = "contribute/"
"""The beginning of the addresses of the contributor's guide."""
_BEHIND = (GUIDE, "about/macros/")


def is_behind(address: str) -> bool:
    """Return whether a page is for those who write the site; readers rarely mean it."""
    return address.startswith(_BEHIND)


@dataclass(frozen=True)
class PageEntry:
    """A page as the search knows it; the first of `names` is its title, the first of `sections` has no heading."""

    address: str
    names: tuple[str, ...]
    kind: str
    place: str
    opening: str
    sections: tuple[Section, ...]
    is_question: bool = False
    """Whether the page answers one question for all countries: a query that asks something looks for such pages."""
    keys: tuple[tuple[str, str, int], ...] = ()
    """The keys of the data that the page names, each with the anchor of a section and how often the page names it."""


def generated(dataset: Dataset, messages: Messages, page: Page, html: str) -> PageEntry | None:
    """Return the entry of a generated page from its content as HTML; None for one that only leads on to another."""
    if page.leads_to or _went_along(dataset, page):
        return None
    read = contents.sections if page.search else contents.headings
    place = dataset.entries.get(page.place or "")
    names = (
        page.title,
        page.nav_title,
        *_spelt_out(page, messages),
        *page.names,
        *_place_names(dataset, messages, page),
        *_also(messages, page.address),
        _slug(dataset, page),
    )
    return PageEntry(
        page.address,
        tuple(dict.fromkeys(filter(None, names))),
        _kind(dataset, messages, page),
        place.record.title if place and place.address != page.address else "",
        _opening(page.description),
        tuple(read(html)),
        _KINDS.get(page.macro) == QUESTION,
        _columns(page, html),
    )


def _columns(page: Page, html: str) -> tuple[tuple[str, str, int], ...]:
    """Return the columns that a page of the code book explains, except for those called by an ordinary word."""
    return tuple(key for key in contents.keys(html) if "_" in key[0]) if page.macro == COLUMNS else ()


def _went_along(dataset: Dataset, page: Page) -> bool:
    """Return whether a page only says that its country was withdrawn, whose own page is found instead."""
    name = page.withdrawn
    return bool(name) and (name in dataset.followers or things.address(name) != page.address)


def written(messages: Messages, address: str, title: str, about: str, html: str, *, whole: bool = True) -> PageEntry:
    """Return the entry of a page that somebody wrote, with its description if it has one.

    If it is not to be read as a whole, its headings alone are.
    """
    found = contents.sections(html) if whole else contents.headings(html)
    names = (title, *_also(messages, address))
    opening = about or " ".join(section.text for section in found[:2])
    kind = _kind_of_page(messages, address, "")
    keys = tuple(contents.keys(html))
    return PageEntry(address, tuple(dict.fromkeys(names)), kind, "", _opening(opening), tuple(found), keys=keys)


def _spelt_out(page: Page, messages: Messages) -> tuple[str, ...]:
    """Return what readers ask for where a title is brief: `laws in Japan` for `Japan: laws`, and two countries."""
    if page.macro == "pair":
        return (messages("search-pair", pair=page.title),)
    if page.record is not None or page.macro in _ABOUT_LISTS:
        return ()
    listed = _listed(messages, page.address)
    if page.place is None:
        return tuple(messages("search-list", what=what) for what in (page.title, *listed)) + listed if listed else ()
    place, colon, what = page.title.partition(": ")
    return tuple(messages("search-in-place", what=what, place=place) for what in (what, *listed)) if colon else ()


def _place_names(dataset: Dataset, messages: Messages, page: Page) -> tuple[str, ...]:
    """Return what a country is called in the official languages of all countries, by the Unicode CLDR."""
    territory = dataset.territories.get(page.record or "")
    if territory is None:
        return ()
    tags = {language.tag for known in dataset.territories.values() for language in known.languages}
    locales = map(locale_of, sorted({messages.locale.language, *(tag.partition("-")[0] for tag in tags)}))
    return tuple(name_in(territory.alpha2, locale) for locale in locales if locale)


def _slug(dataset: Dataset, page: Page) -> str:
    """Return the last word or words of an address; not of a directory of a place, which shares them with all places.

    Those of lessons and of the parts of the article say in other words what their titles say.
    """
    if page.place is not None and page.record is None:
        return ""
    entry = dataset.entries.get(page.record or "")
    if page.macro == "article_section" or (entry and entry.kind.id == LESSON):
        return ""
    return page.address.rstrip("/").rpartition("/")[2].replace("-", " ")


def _also(messages: Messages, address: str) -> tuple[str, ...]:
    """Return what readers call a page besides its title, if the messages have it."""
    return _parted(messages, f"search-also-{address.rstrip('/').replace('/', '-') or 'home'}")


def _listed(messages: Messages, address: str) -> tuple[str, ...]:
    """Return what readers call that of which a page is a list, if the messages have it; the address ends in it."""
    return _parted(messages, f"search-listed-{address.rstrip('/').rpartition('/')[2]}")


def _parted(messages: Messages, key: str) -> tuple[str, ...]:
    return tuple(filter(None, messages.table.get(key, "").split("; ")))


def _kind(dataset: Dataset, messages: Messages, page: Page) -> str:
    entry = dataset.entries.get(page.record or "")
    if entry is not None:
        kind = entry.kind
        return kind.types[entry.record.type].label if entry.record.type and kind.id != COUNTRY else kind.label
    return _kind_of_page(messages, page.address, page.macro)


def _kind_of_page(messages: Messages, address: str, macro: str) -> str:
    """Return what a page that is not a record is called in results."""
    return messages(f"search-kind-{'contribute' if is_behind(address) else _KINDS.get(macro, 'page')}")


def _opening(text: str) -> str:
    """Return the first words of a text on one line, cut between two words."""
    line = re.sub(r"\s+", " ", text).strip()
    if len(line) <= OPENING:
        return line
    cut = line[:OPENING]
    return f"{cut[: cut.rfind(' ')] if ' ' in cut else cut}…"
