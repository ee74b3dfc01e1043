"""Small pages for frames on other sites: a figure, a table or a comparison without the navigation of the site.

They ask for no script, and their links open outside the frame. What they show is that of the page itself, whose address
is the base of all links.
"""

import re
from collections.abc import Iterator

from jinja2 import Environment
from markupsafe import Markup

from equal_footing.drawing.page_addresses import FRAMED, framed, relative
from equal_footing.drawing.page_content import PageContent
from equal_footing.sitemap.pages import Page

PAGES = frozenset(
    {"compare", "question_page", "pair", "record_table", "timeline", "timeline_decade", "terms", "sources"}
)
"""The macros of pages that can be shown whole."""
_LOOKS = re.compile(r'<link rel="(?:icon|stylesheet)" href="[^"]+">')
"""What a page looks like, and the icon for which browsers would ask at another address."""
_PART = re.compile(r'<figure class="ef-(?:plot|tabled)" id="([^"]+)"(?: aria-label="([^"]+)")?>.*?</figure>', re.DOTALL)
"""A figure, whose title is in its heading, or a table with its title."""
_TITLE = re.compile(r"<h2([^>]*)>(.*?)(?:\s|&nbsp;)*<a.*?</h2>", re.DOTALL)
_OF_THE_SITE = re.compile(
    "|".join(
        rf"<{tag}{rest}[^>]*>.*?</{tag}>"
        for tag, rest in (
            ("form", ""),
            ("nav", ""),
            ("p", ' class="ef-line"'),
            ("ul", ' class="ef-ways"'),
            ("details", ' class="[^"]*ef-(?:embedded|contents)"'),
            ("section", ' class="ef-cite"'),
        )
    ),
    re.DOTALL,
)
"""What serves those who are on the site: its navigation, what scripts need, how to cite and to show the page."""


def may_have(page: Page, path: str) -> bool:
    """Return whether an address of a page for frames may show a page or one of its figures and tables."""
    is_part = path.rpartition("/")[0] == f"{FRAMED}{page.address}".rstrip("/")
    return is_part or (page.macro in PAGES and path == framed(page.address))


def embeds(
    environment: Environment, page: Page, content: PageContent, html: str, edition: str
) -> Iterator[tuple[str, str]]:
    """Yield the pages for frames that show what a page has, by their addresses; `html` is the page with its head."""
    template, looks = environment.get_template("exports/embed.html.j2"), _LOOKS.findall(html.partition("</head>")[0])

    def alone(own: str, title: str, shown: str, anchor: str = "") -> tuple[str, str]:
        base = relative(page.address, f"{own.rpartition('/')[0]}/")
        given = {"title": title, "page_address": page.address, "anchor": anchor, "edition": edition}
        return own, template.render(**given, base=base, looks=looks, content=_OF_THE_SITE.sub("", shown))

    if page.macro in PAGES:
        yield alone(framed(page.address), page.title, content.html)
    for part in _PART.finditer(content.html):
        own, heading = framed(page.address, part[1]), _TITLE.search(part[0])
        title = Markup(part[2] or (heading[2] if heading else "")).unescape()
        shown = part[0] if part[2] else _TITLE.sub(r"<h1\1>\2</h1>", part[0], count=1)
        yield alone(own, title, f"<h1>{part[2]}</h1>\n{shown}" if part[2] else shown, f"#{part[1]}")
