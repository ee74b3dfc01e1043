"""Puts the HTML of a page into Markdown: headings, lists, tables, code and links, for the twins of pages of text."""

import html
import re
from dataclasses import dataclass, field
from urllib.parse import urljoin

from equal_footing.search import contents

_BLOCK = "\n\n"
_BEGIN = {"h2": "\n\n## ", "h3": "\n\n### ", "h4": "\n\n#### ", "li": "\n- ", "dt": "\n- **", "br": "\n"}
_END = {"dt": "**: ", "dd": " "}
_AROUND = {"strong": "**", "b": "**", "em": "*", "i": "*"}
_BLOCKS = frozenset(
    {"p", "div", "section", "table", "ul", "ol", "dl", "blockquote", "details", "summary", "h2", "h3", "h4"}
)
_CELLS = frozenset({"td", "th"})
_HREF = re.compile(r'\bhref="([^"]*)"')
_EMPTY_LINK, _SPACE_IN_LINK = re.compile(r"\[\s*\]\([^)]*\)"), re.compile(r"\[\s+")
_LEFT_MARK = re.compile(r"^-\n+(?=\S)", re.MULTILINE)
_SIGN = re.compile(r"^( ?\d*)(?=[#>*+=.)-]+(?: |$))")
"""Where a sign would turn the line that it begins into a heading, a quotation or an item of a list."""
_TICKS = re.compile("`+")


def markdown(page: str, address: str) -> str:
    """Return what a page says in Markdown, without its title; links lead to whole addresses.

    `page` is finished HTML, `address` the whole address of the page.
    """
    writer = _Writer(address)
    for text, tag, closing, attributes in contents.parts(page):
        if tag:
            writer.tag(tag, bool(closing), attributes)
        elif not writer.is_title:
            writer.text(html.unescape(text))
    writer.end_part()
    return "".join(writer.done).strip()


@dataclass
class _Writer:
    """What was written so far, and where in the page that is: in its title, in code, in a cell of which row.

    `done` are the blocks of code and what is between them, `found` is what comes after the last of these, and
    `code` says from where on that is code within a line.
    """

    address: str
    done: list[str] = field(default_factory=list)
    found: list[str] = field(default_factory=list)
    code: int | None = None
    is_title: bool = False
    is_code: bool = False
    in_cell: bool = False
    link: str = ""
    rows: int = 0
    cells: int = 0

    def tag(self, tag: str, closing: bool, attributes: str) -> None:
        """Write what replaces a tag."""
        if tag == "h1":
            self.is_title = not closing
        elif tag == "pre":
            self._block(closing)
        elif not (self.is_title or self.is_code):
            self.found.append(self._mark(tag, closing, attributes))

    def text(self, said: str) -> None:
        """Write a text, with escapes for signs that Markdown or HTML would take for markup at this place."""
        if not self.is_code:
            said = " ".join(f".{said}.".split())[1:-1]
            if self.code is None:
                said = said.replace("<", "&lt;")
            if self.in_cell:
                said = said.replace("|", r"\|")
            elif self.code is None and self._begins_line():
                said = _SIGN.sub(r"\1\\", said)
        self.found.append(said)

    def _begins_line(self) -> bool:
        before = next((part for part in reversed(self.found) if part.strip(" ")), "\n")
        return before.endswith(("\n", _BEGIN["li"]))

    def end_part(self) -> None:
        """End what comes before a block of code, or at the end of the page."""
        self.done.append(_tidy("".join(self.found)))
        self.found.clear()

    def _block(self, closing: bool) -> None:
        self.is_code = not closing
        if closing:
            code = "".join(self.found)
            fence = _fence(code, 3)
            self.done.append(f"{fence}\n{code}\n{fence}")
            self.found[:] = [_BLOCK]
        else:
            self.found.append(_BLOCK)
            self.end_part()

    def _words(self, closing: bool) -> str:
        """Return code within a line once it ends; backticks at its ends have spaces before the marks around it."""
        if not closing:
            self.code = len(self.found)
            return ""
        said = "".join(self.found[self.code :])
        del self.found[self.code :]
        self.code = None
        space = " " if "`" in (said[:1], said[-1:]) else ""
        return f"{_fence(said, 1)}{space}{said}{space}{_fence(said, 1)}"

    def _mark(self, tag: str, closing: bool, attributes: str) -> str:
        if tag == "a":
            if closing:
                return f"]({self.link})"
            href = _HREF.search(attributes)
            self.link = urljoin(self.address, html.unescape(href[1])) if href else ""
            return "["
        if tag == "tr" or tag in _CELLS:
            return self._of_table(tag, closing)
        if tag == "code":
            return self._words(closing)
        if tag in _AROUND:
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


def _fence(code: str, least: int) -> str:
    """Return a fence for some code: at least so many backticks, and more than the code has in a row."""
    return "`" * max([least, *(1 + len(run) for run in _TICKS.findall(code))])


def _tidy(text: str) -> str:
    """Return Markdown without empty links, odd spaces and empty lines."""
    shown = _SPACE_IN_LINK.sub("[", _EMPTY_LINK.sub("", text))
    lines = "\n".join(" ".join(line.split()) for line in shown.split("\n"))
    return re.sub(r"\n{3,}", _BLOCK, _LEFT_MARK.sub("- ", lines))
