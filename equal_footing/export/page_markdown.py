"""Puts the HTML of a page into Markdown: headings, lists, tables, code and links, for the twins of pages of text."""

import html
import re
from dataclasses import dataclass, field
from urllib.parse import urljoin

from equal_footing.search import contents

_BLOCK = "\n\n"
_BEGIN = {"h2": "\n\n## ", "h3": "\n\n### ", "h4": "\n\n#### ", "li": "\n- ", "dt": "\n- **", "br": "\n"}
_END = {"dt": "**: ", "dd": " "}
_AROUND = {"strong": "**", "b": "**", "em": "*", "i": "*", "code": "`"}
_BLOCKS = frozenset(
    {"p", "div", "section", "table", "ul", "ol", "dl", "blockquote", "details", "summary", "h2", "h3", "h4"}
)
_CELLS = frozenset({"td", "th"})
_HREF = re.compile(r'\bhref="([^"]*)"')
_EMPTY_LINK, _SPACE_IN_LINK = re.compile(r"\[\s*\]\([^)]*\)"), re.compile(r"\[\s+")
_LEFT_MARK = re.compile(r"^-\n+(?=\S)", re.MULTILINE)
_FENCE = "```"


def markdown(page: str, address: str) -> str:
    """Return what a page says in Markdown, without its title; links lead to whole addresses.

    `page` is finished HTML, `address` the whole address of the page.
    """
    writer = _Writer(address)
    for text, tag, closing, attributes in contents.parts(page):
        if tag:
            writer.tag(tag, bool(closing), attributes)
        elif not writer.is_title:
            said = html.unescape(text)
            writer.found.append(said if writer.is_code else _on_a_line(said, writer.in_words))
    return _tidy("".join(writer.found))


@dataclass
class _Writer:
    """What was written so far, and where in the page that is: in its title, in code, in a cell of which row."""

    address: str
    found: list[str] = field(default_factory=list)
    is_title: bool = False
    is_code: bool = False
    in_words: bool = False
    in_cell: bool = False
    link: str = ""
    rows: int = 0
    cells: int = 0

    def tag(self, tag: str, closing: bool, attributes: str) -> None:
        """Write what stands for a tag."""
        if tag == "h1":
            self.is_title = not closing
        elif tag == "pre":
            self.is_code = not closing
            self.found.append(f"\n{_FENCE}{_BLOCK}" if closing else f"{_BLOCK}{_FENCE}\n")
        elif not (self.is_title or self.is_code):
            self.found.append(self._mark(tag, closing, attributes))

    def _mark(self, tag: str, closing: bool, attributes: str) -> str:
        if tag == "a":
            if closing:
                return f"]({self.link})"
            href = _HREF.search(attributes)
            self.link = urljoin(self.address, html.unescape(href[1])) if href else ""
            return "["
        if tag == "tr" or tag in _CELLS:
            return self._of_table(tag, closing)
        if tag in _AROUND:
            self.in_words = tag == "code" and not closing
            return _AROUND[tag]
        if self.in_cell:
            return " "
        self.rows = 0 if tag == "table" else self.rows
        return (_END if closing else _BEGIN).get(tag, _BLOCK if tag in _BLOCKS else "")

    def _of_table(self, tag: str, closing: bool) -> str:
        if tag in _CELLS:
            self.in_cell, self.cells = not closing, self.cells + closing
            return " |" if closing else " "
        if not closing:
            self.cells = 0
            return "\n|"
        self.rows += 1
        return f"\n|{' --- |' * self.cells}" if self.rows == 1 else ""


def _on_a_line(text: str, is_code: bool) -> str:
    """Return a text on one line, in which nothing is a tag of HTML; in code nothing is anyway."""
    said = " ".join(f".{text}.".split())[1:-1]
    return said if is_code else said.replace("<", "&lt;")


def _tidy(text: str) -> str:
    """Return Markdown without empty links, odd spaces and empty lines; code stays as it is."""
    parts = text.split(_FENCE)
    for at in range(0, len(parts), 2):
        shown = _SPACE_IN_LINK.sub("[", _EMPTY_LINK.sub("", parts[at]))
        lines = "\n".join(" ".join(line.split()) for line in shown.split("\n"))
        parts[at] = re.sub(r"\n{3,}", _BLOCK, _LEFT_MARK.sub("- ", lines))
    return _FENCE.join(parts).strip()
