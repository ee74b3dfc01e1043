"""Checks the pages of a built site: every link of its own leads to a page and an anchor, and no id occurs twice.

The pages are our own, so a regular expression suffices: in a tag, values are in double quotes and hold no `<` or `>`.
`oddly_written` finds where somebody has written HTML otherwise.
"""

import os
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from sys import intern
from typing import NamedTuple
from urllib.parse import unquote, urljoin

_READ = ("id", "href", "src", "srcset", "poster", "data")
_ATTRIBUTE = re.compile(rf'\s({"|".join(_READ)})="([^"<>]+)"(?=[^<>]*>)')
_CHOICE = re.compile(r"[\s,]*(\S+?)(?:,+(?=\s|$)|\s[^,]*(?:,|$)|$)")
"""One of the pictures that a `srcset` names: its link, and for which screens it is."""
_BASE = "https://site.invalid/"
_FULL = ("https://", "http://")
_BELOW = re.compile(r"(?:[\w-][\w.-]*/)*(?:[\w-][\w.-]*)?")
"""A link to a file or a folder below the page: nothing of it is a sign of an address."""
_UNKNOWN = "404.html"
"""The page for unknown addresses: its links, which are full, are not checked."""


@dataclass(frozen=True, slots=True)
class Languages:
    """The folders of the languages of a site, such as `fr/`: that of its pages at hand, and those of the others.

    English has no folder. All languages have the same pages and files at the same addresses below their folders, but
    for what begins with `english`, which only English has.
    """

    own: str = ""
    others: tuple[str, ...] = ()
    english: str = ""

    def here(self, file: str) -> str:
        """Return the file that is in the language at hand what a file is in its own."""
        folder = next((one for one in (self.own, *self.others) if one and file.startswith(one)), "")
        below = file.removeprefix(folder)
        return file if self.english and below.startswith(self.english) else f"{self.own}{below}"


class PageLinks(NamedTuple):
    """The ids of a page, each once, those of them that occur twice, and its targets: where its links lead, each once.

    A target is a link as the home page would have it: the same one on all pages. Full links are left as they are,
    and links to an id of the page itself are left out.
    """

    ids: tuple[str, ...]  # not a set, which takes four times the room
    twice: tuple[str, ...]
    targets: tuple[str, ...]


@dataclass
class SiteLinks:
    """The ids of each page of a site, by its file, the targets of all pages, and the files where an id occurs twice.

    The pages are those in one of its `languages`. Those that people have `written` have other ids in other languages.
    """

    languages: Languages = Languages()
    ids: dict[str, tuple[str, ...]] = field(default_factory=dict)
    targets: set[str] = field(default_factory=set)
    twice: dict[str, tuple[str, ...]] = field(default_factory=dict)
    written: set[str] = field(default_factory=set)

    def of(self, file: str, html: str) -> PageLinks:
        """Return the ids and targets of a page by its file below the folder of its language."""
        return page_links(f"{self.languages.own}{file}", html)

    def add(self, file: str, page: PageLinks, *, is_written: bool = False) -> None:
        """Add a page by its file below the folder of its language."""
        file = f"{self.languages.own}{file}"
        self.ids[file] = page.ids
        self.targets.update(page.targets)
        if page.twice:
            self.twice[file] = page.twice
        if is_written:
            self.written.add(file)


def page_links(file: str, html: str) -> PageLinks:
    """Return the ids and targets of a page by its file."""
    found = _attributes(html)
    ids = [intern(value) for name, value in found if name == "id"]  # most are on many pages
    once = dict.fromkeys(ids)
    twice = tuple(one for one in once if ids.count(one) > 1) if len(once) < len(ids) else ()
    links = (value for name, value in found if name != "id" and not (value[0] == "#" and value[1:] in once))
    targets = dict.fromkeys(_targets(file, links).values())
    return PageLinks(tuple(once), twice, tuple(target for target in targets if target is not None))


def _attributes(html: str) -> list[tuple[str, str]]:
    """Return the ids and links in a page, as its HTML has them; a `srcset` may hold several links."""
    found = _ATTRIBUTE.findall(html)
    if "srcset" not in html:
        return found
    return [(name, one) for name, value in found for one in (_CHOICE.findall(value) if name == "srcset" else (value,))]


def ids(html: str) -> Iterator[str]:
    """Yield the ids in a page, or in a part of one."""
    return (value for name, value in _ATTRIBUTE.findall(html) if name == "id")


def oddly_written(html: str) -> list[str]:
    """Return the tags of a page whose ids or links are written as HTML allows, but as nothing here reads them.

    The name of an anchor, which HTML had before ids, is one of these.
    """
    reader = _Tags()
    reader.feed(html)
    reader.close()
    return reader.odd


class _Tags(HTMLParser):
    """Reads a page as a browser does, and compares the ids and links in each tag with what is read here."""

    def __init__(self) -> None:
        super().__init__()
        self.odd: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = [(name, value) for name, value in attrs if name in _READ and value]
        text = self.get_starttag_text() or ""
        is_named = tag == "a" and any(name == "name" and ("id", value) not in attrs for name, value in attrs)
        if is_named or given != [(name, unescape(value)) for name, value in _ATTRIBUTE.findall(text)]:
            self.odd.append(text)


def _targets(file: str, links: Iterable[str]) -> dict[str, str | None]:
    """Return the targets of the links in a file, from its HTML."""
    return {raw: _target(file, unescape(raw)) for raw in links} if os.path.basename(file) != _UNKNOWN else {}


def _target(file: str, link: str) -> str | None:
    """Return where a link in a file leads; None if that is not a page or file of a site."""
    if link.startswith(_FULL):
        return link
    link, hash_sign, anchor = link.partition("#")
    folder, up = file.rpartition("/")[0], link
    while folder and up[:3] in {"../", ".."}:  # as `urljoin` does, which is slow
        folder, up = folder.rpartition("/")[0], up[3:]
    folder = f"{folder}/" if folder else ""
    if not link:
        path = file
    elif _BELOW.fullmatch(up):
        path = f"{folder}{up}"
    else:
        whole = urljoin(f"{_BASE}{folder}", up)
        if not whole.startswith(_BASE):
            return None
        path = whole.removeprefix(_BASE)
    return f"{path}{hash_sign}{anchor}"


def broken(site: Path, base: str, links: SiteLinks) -> list[str]:
    """Return a line for each broken link, missing anchor and repeated id of some pages of `site`.

    `base` is the public address of the site: full links to it are checked too. A link to another language, which may
    not be built yet, is right if the language of the pages has a page or file there; of a page that people write its
    anchors there are not known.
    """
    has = _has(site)
    wrong = {target: what for target in links.targets if (what := _wrong(has, base, target, links))}
    found = [(file, one, "id", f"the id {one} occurs twice") for file, ids in links.twice.items() for one in ids]
    if wrong:  # only now does it matter on which pages
        for file in links.ids:
            on_page = _attributes((site / file).read_text(encoding="utf-8"))
            targets = _targets(file, (value for name, value in on_page if name != "id"))
            said = ((raw, wrong[target]) for raw, target in targets.items() if target in wrong)
            found += [(file, raw, "link", f"{unescape(raw)} {what}") for raw, what in said]
    lines = sorted((file, _line(site / file, value, what), said) for file, value, what, said in found)
    return [f"{file}:{line}: {said}" for file, line, said in lines]


def _has(site: Path) -> Callable[[str], bool]:
    """Return a function that says whether a site has a file, in exactly this spelling: some disks ignore case."""

    @cache
    def names(folder: str) -> frozenset[str]:
        above, _, name = folder.rpartition("/")
        is_so_called = not folder or name in names(above)
        return frozenset(map(intern, os.listdir(f"{site}/{folder}"))) if is_so_called else frozenset()

    def has(file: str) -> bool:
        folder, _, name = file.rpartition("/")
        return os.path.isfile(f"{site}/{file}") and name in names(folder)

    return has


def _wrong(has: Callable[[str], bool], base: str, target: str, links: SiteLinks) -> str:
    """Return what is wrong with a target; empty if the site has it, or if it is on another one."""
    if target.startswith(_FULL):
        if not target.startswith(base):
            return ""
        target = target.removeprefix(base)
    path, _, anchor = target.partition("#")
    file = unquote(path.partition("?")[0])
    file = f"{file}index.html" if not file or file.endswith("/") else file
    here = links.languages.here(file)
    if here not in links.ids:
        return "" if has(here) or has(file) else "leads nowhere"
    if here != file and here in links.written:
        return ""
    is_ours = anchor and not anchor.startswith("__")  # two underlines: the theme's own switches
    is_there = anchor in links.ids[here] or unquote(anchor) in links.ids[here]
    return "names no place on its page" if is_ours and not is_there else ""


def _line(page: Path, value: str, what: str) -> int:
    """Return the line of a page on which a link first occurs, or an id for the second time."""
    html, is_id = page.read_text(encoding="utf-8"), what == "id"
    places = (at for at in _ATTRIBUTE.finditer(html) if (at[1] == "id") == is_id)
    here = [at.start(2) for at in places if value == at[2] or (at[1] == "srcset" and value in _CHOICE.findall(at[2]))]
    return html.count("\n", 0, here[1 if is_id else 0]) + 1
