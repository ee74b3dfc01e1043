"""Checks a built site: every link of its own leads to a page and an anchor that exist, and no id stands twice."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

BASE = "https://site.invalid/"


_ID = re.compile(r'\sid="([^"]+)"')


def anchors(html: str) -> set[str]:
    """Return the ids in the HTML of a page that this program has drawn."""
    return set(_ID.findall(html))


class _PageParser(HTMLParser):
    """Collects the links and ids of one page, with their lines."""

    def __init__(self) -> None:
        super().__init__()
        self.links: list[tuple[int, str]] = []
        self.ids: set[str] = set()
        self.twice: list[tuple[int, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        line = self.getpos()[0]
        for name, value in attrs:
            if name == "id" and value:
                if value in self.ids:
                    self.twice.append((line, value))
                self.ids.add(value)
            elif name in {"href", "src"} and value and tag != "base":
                self.links.append((line, value))


def broken(site: Path, base: str) -> Iterator[str]:
    """Yield a line for each broken link, missing anchor and repeated id of the pages under `site`.

    `base` is the public address of the site: full links to it are checked too. The page for unknown addresses is left
    out, since its links are full.
    """
    pages = {}
    for path in sorted(site.rglob("*.html")):
        page = pages[path.relative_to(site).as_posix()] = _PageParser()
        page.feed(path.read_text(encoding="utf-8"))
    for name, page in pages.items():
        for line, found in page.twice:
            yield f"{name}:{line}: the id {found} stands twice"
        if name == "404.html":
            continue
        address = BASE + name.removesuffix("index.html")
        for line, link in page.links:
            target = urljoin(address, link.replace(base, BASE, 1) if link.startswith(base) else link)
            if not target.startswith(BASE):
                continue
            parts = urlsplit(target)
            file = unquote(parts.path.lstrip("/"))
            file = f"{file}index.html" if not file or file.endswith("/") else file
            if file not in pages and not (site / file).is_file():
                yield f"{name}:{line}: {link} leads nowhere"
            elif parts.fragment.startswith("__"):
                continue  # the theme's own switches
            elif parts.fragment and file in pages and unquote(parts.fragment) not in pages[file].ids:
                yield f"{name}:{line}: {link} names no place on its page"
