"""Checks the pages of a built site: every link of its own leads to a page and an anchor, and no id stands twice.

The pages are our own, so regular expressions suffice: in a tag, values stand in double quotes and hold no `<` or `>`.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from html import unescape
from pathlib import Path
from sys import intern
from urllib.parse import unquote, urljoin

_TAG = re.compile(r"<[a-z][a-z0-9-]*\s[^<>]*>")
_ATTRIBUTE = re.compile(r'\s(id|href|src)="([^"]+)"')
_BASE = "https://site.invalid/"
_OTHER_SITES = ("https://", "http://")
_BELOW = re.compile(r"(?:[\w-][\w.-]*/)*(?:[\w-][\w.-]*)?")
"""A link to a file or a folder below the page: nothing of it is a sign of an address."""


@dataclass(frozen=True, slots=True)
class PageLinks:
    """The ids of a page, those of them that stand twice, and its links, each once; all as they stand in the HTML."""

    ids: frozenset[str]
    twice: tuple[str, ...]
    links: tuple[str, ...]


def page_links(html: str) -> PageLinks:
    """Return the ids and links of a page."""
    found = _ATTRIBUTE.findall("".join(_TAG.findall(html)))
    found = [(name, intern(value)) for name, value in found]  # most stand on many pages
    ids = [value for name, value in found if name == "id"]
    once = frozenset(ids)
    twice = tuple(one for one in once if ids.count(one) > 1) if len(once) < len(ids) else ()
    return PageLinks(once, twice, tuple(dict.fromkeys(value for name, value in found if name != "id")))


def pages_of(site: Path, without: str) -> dict[str, PageLinks]:
    """Return the ids and links of all pages under `site`, by file, but for those in a folder `without`.

    Pages with a base are left out, too: what they show, with its links, is that of the page at that address.
    """
    files = (path.relative_to(site).as_posix() for path in sorted(site.rglob("*.html")))
    texts = ((file, (site / file).read_text(encoding="utf-8")) for file in files if not file.startswith(f"{without}/"))
    return {file: page_links(text) for file, text in texts if "<base " not in text}


def broken(site: Path, base: str, pages: Mapping[str, PageLinks]) -> list[str]:
    """Return a line for each broken link, missing anchor and repeated id of some pages of `site`, by their files.

    `base` is the public address of the site: full links to it are checked too. The page for unknown addresses is left
    out, since its links are full.
    """

    @cache
    def file_at(folder: str, link: str) -> str | None:
        """Return the file to which a link of a folder leads: empty on another site, None where there is none."""
        if _BELOW.fullmatch(link):
            file = f"{folder}{link}"
        elif link.startswith(_OTHER_SITES) and not link.startswith(base):
            return ""
        else:
            target = urljoin(f"{_BASE}{folder}", link.replace(base, _BASE, 1) if link.startswith(base) else link)
            if not target.startswith(_BASE):
                return ""
            file = unquote(target.removeprefix(_BASE).partition("?")[0])
        file = f"{file}index.html" if not file or file.endswith("/") else file
        return file if file in pages or (site / file).is_file() else None

    found = []
    for name, page in pages.items():
        found += [(name, one, "id", f"the id {one} stands twice") for one in page.twice]
        for raw in page.links if name != "404.html" else ():
            link, _, anchor = unescape(raw).partition("#")
            folder, up = name.rpartition("/")[0], link
            while folder and up.startswith("../"):  # the same link on neighbouring pages is looked up once
                folder, up = folder.rpartition("/")[0], up[3:]
            file = file_at(f"{folder}/" if folder else "", up) if link else name
            is_ours = anchor and not anchor.startswith("__")  # two underlines: the theme's own switches
            if file is None:
                found.append((name, raw, "link", f"{unescape(raw)} leads nowhere"))
            elif is_ours and file in pages and not {anchor, unquote(anchor)} & pages[file].ids:
                found.append((name, raw, "link", f"{unescape(raw)} names no place on its page"))
    lines = sorted((name, _line(site / name, value, what), said) for name, value, what, said in found)
    return [f"{name}:{line}: {said}" for name, line, said in lines]


def _line(page: Path, value: str, what: str) -> int:
    """Return the line of a page on which a link stands first, or an id the second time."""
    lines = page.read_text(encoding="utf-8").splitlines()
    on = [number for number, line in enumerate(lines, 1) for _ in range(line.count(f'="{value}"'))]
    return on[1] if what == "id" else on[0]
