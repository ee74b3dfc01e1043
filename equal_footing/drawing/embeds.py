"""Small pages for frames on other sites: a figure, a table or a comparison without the navigation of the site.

They ask for no script, and their links open outside the frame. What they show is that of the page itself, whose address
is the base of all links.
"""

import re
from collections.abc import Iterator

from jinja2 import Environment

from equal_footing.drawing.page_content import PageContent
from equal_footing.drawing.render import FRAMED, relative
from equal_footing.sitemap.pages import Page

PAGES = frozenset(
    {"compare", "question_page", "pair", "record_table", "timeline", "timeline_decade", "terms", "sources"}
)
"""The macros of pages that can be shown whole."""
FIGURES = "place_figures"
"""The macro of pages whose figures can be shown one by one."""
_STYLE = re.compile(r'<link rel="stylesheet" href="([^"]+)"')
_FIGURE = re.compile(r'<figure class="ef-plot" id="([^"]+)">.*?</figure>', re.DOTALL)
_TITLE = re.compile(r"<h2[^>]*>(.*?) <a", re.DOTALL)


def address(page: Page) -> str:
    """Return the address at which a page is shown without its navigation."""
    return f"{FRAMED}{page.address.rstrip('/')}.html"


def may_have(page: Page, path: str) -> bool:
    """Return whether a page may be the one that an address of a page for frames shows."""
    if page.macro == FIGURES:
        return path.startswith(f"{FRAMED}{page.address}")
    return page.macro in PAGES and path == address(page)


def embeds(
    environment: Environment, page: Page, content: PageContent, html: str, edition: str
) -> Iterator[tuple[str, str]]:
    """Yield the pages for frames that show what a page has, by their addresses; `html` is the page with its head."""
    if page.macro in PAGES:
        yield address(page), _page(environment, page.address, page.title, content.html, html, address(page), edition)
    elif page.macro == FIGURES:
        for figure in _FIGURE.finditer(content.html):
            own, title = f"{FRAMED}{page.address}{figure[1]}.html", _TITLE.search(figure[0])
            shown = title[1] if title else page.title
            yield own, _page(environment, f"{page.address}#{figure[1]}", shown, figure[0], html, own, edition)


def _page(environment: Environment, of: str, title: str, content: str, html: str, own: str, edition: str) -> str:
    return environment.get_template("exports/embed.html.j2").render(
        title=title,
        address=of,
        base=relative(of.partition("#")[0], f"{own.rpartition('/')[0]}/"),
        styles=_STYLE.findall(html.partition("</head>")[0]),
        content=content,
        edition=edition,
    )
