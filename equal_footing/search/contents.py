"""Takes from the HTML of a page what it says: no notes, sources, citations, menus, marks or drawings.

The pages are our own, so that they need not be read tag by tag: elements end within those in which they begin, and a
space comes before each attribute, whose value holds no `>`.
"""

import html
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

SILENT_TAGS = frozenset({"button", "form", "nav", "script", "style", "sup", "svg"})
SILENT_CLASSES = frozenset(
    {
        *("ef-anchor", "ef-to-fact", "headerlink"),  # links to the place itself
        *("ef-cite", "ef-line", "ef-notes"),  # citation, sources
        *("ef-edit", "ef-report", "ef-reviewed", "ef-support", "ef-drawing"),
    }
)
"""What is left out with everything in it, besides elements with the attribute `data-search-exclude`."""

_INLINE = frozenset({"a", "abbr", "b", "code", "em", "i", "q", "s", "small", "strong", "sub", "u"})
"""Tags within a line: every other one separates the words before and after it."""


def _any(names: frozenset[str]) -> str:
    return "|".join(sorted(names))


_SILENT = re.compile(
    rf"<(?:({_any(SILENT_TAGS)})(?![a-zA-Z0-9])"
    rf'|([a-zA-Z][a-zA-Z0-9]*) (?:[^>]* )?(?:data-search-exclude|class="(?:[^">]* )?(?:{_any(SILENT_CLASSES)})[ "]))'
)
_PART = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)([^>]*)>|[^<]+|<")
_TAG, _INLINE_TAG = re.compile(r"</?[a-zA-Z][^>]*>"), re.compile(rf"</?(?:{_any(_INLINE)})(?![a-zA-Z0-9])[^>]*>")
_BEGIN = re.compile(r"<(details|h[23])(?![a-zA-Z0-9])([^>]*)>")
_ID = re.compile(r'\bid="([^"]*)"')
_NAMED = re.compile(r'\bdata-search-name="([^"]*)"')
"""What the search calls the part below a heading instead of its words; empty where no name would say anything."""
_HEADING = re.compile(r"<(?:details\b([^>]*)><summary><)?(h[23])\b([^>]*)>(.*?)</\2>", re.DOTALL)
_AROUND = re.compile(r'<section class="ef-(?:cite|notes)".*?</section>', re.DOTALL)
_MESSAGE = re.compile(r"<code data-search-message>(.*?)</code>", re.DOTALL)
"""What the check says where the rule that a section explains is broken."""
_CODE = r"<code>([a-z]+(?:_[a-z]+)*)(?:: [^<]*)?</code>"  # with or without a value
_KEY, _ITEM = re.compile(_CODE), re.compile(rf'<li id="[^"]*">{_CODE}')
_ROW = re.compile(r"<tr>\s*<td>(.*?)</td>", re.DOTALL)
_EXPLAINED = 100
"""How often a key counts as named where a row of a table or an item of a list explains it."""
_ADDRESS = re.compile(r"\bhttps?://\S+")


@dataclass(frozen=True)
class Section:
    """A part of a page below one heading; the part before the first heading has neither anchor nor heading.

    `messages` are those of the check that it explains.
    """

    anchor: str
    heading: str
    text: str
    messages: tuple[str, ...] = ()


def sections(page: str) -> list[Section]:
    """Return the sections of a page's content, which is finished HTML.

    A heading begins one if it has an `id`, or is the first in a `details` that has one. Its attribute
    `data-search-name` names the section in its place.
    """
    return [_section(*part) for part in _parted(page)]


def keys(page: str) -> list[tuple[str, str, int]]:
    """Return the keys that a page names as code, each with the anchor of a section and how often the page names it.

    The section is the first that explains the key in a row or item of its own, else the first that names it.
    """
    named, explained, times = dict[str, str](), dict[str, str](), Counter[str]()
    for anchor, _, _, content in _parted(page):
        found = _KEY.findall(content)
        own = [*_KEY.findall(" ".join(_ROW.findall(content))), *_ITEM.findall(content)]
        times.update([*found, *own * _EXPLAINED])
        named = dict.fromkeys(found, anchor) | named
        explained = dict.fromkeys(own, anchor) | explained
    return [(key, anchor, times[key]) for key, anchor in (named | explained).items()]


def _parted(page: str) -> Iterator[tuple[str, str, str, str]]:
    """Yield the sections of a page: anchor, the name that replaces the heading, the end of the heading, content."""
    said = _said(page)
    anchor, name, end, at, folded = "", "", "", 0, None
    for tag in _BEGIN.finditer(said):
        own = _ID.search(tag[2])
        if tag[1] == "details":
            folded = own
        elif begins := own or folded:
            yield anchor, name, end, said[at : tag.start()]
            named = _NAMED.search(tag[2])
            name, end = (named[1], "") if named else ("", f"</{tag[1]}>")
            anchor, at, folded = begins[1], tag.end(), None
    yield anchor, name, end, said[at:]


def _section(anchor: str, name: str, end: str, content: str) -> Section:
    """Return a section from its content, which begins with its heading if the heading has an `end` that names it."""
    if end:
        heading, _, content = content.partition(end)
        name = _TAG.sub("", heading)
    text = _plain(_TAG.sub("\n", _INLINE_TAG.sub("", content)))
    return Section(anchor, _plain(name), text, tuple(map(html.unescape, _MESSAGE.findall(content))))


def parts(page: str) -> Iterator[tuple[str, str, str, str]]:
    """Yield the texts and the tags of what a page says: a text, or a tag, `/` where it ends, and its attributes."""
    for part in _PART.finditer(_said(page)):
        closing, tag, attributes = part.groups()
        yield ("", tag, closing, attributes) if tag else (part[0], "", "", "")


def headings(page: str) -> list[Section]:
    """Return the sections of a page with their headings only: quicker, for pages that list what other pages say."""
    found = [Section("", "", "")]
    for folded, _, attributes, inside in _HEADING.findall(_AROUND.sub("", page)):
        anchor = _ID.search(attributes) or _ID.search(folded)
        if anchor and (heading := sections(inside)[0].text):
            found.append(Section(anchor[1], heading, ""))
    return found


def _said(page: str) -> str:
    """Return a page without what is silent."""
    heard, end = [], 0
    while silent := _SILENT.search(page, end):
        heard.append(page[end : silent.start()])
        end = _end(page, silent[1] or silent[2], silent.end())
    return "".join([*heard, page[end:]])


def _end(page: str, tag: str, at: int) -> int:
    """Return where an element ends, whose tag is open at some place of a page."""
    depth = 1
    for found in _tags(tag).finditer(page, at):
        depth += -1 if found[1] else 1
        if not depth:
            return found.end()
    return len(page)


@cache
def _tags(tag: str) -> re.Pattern[str]:
    return re.compile(f"<(/?){tag}(?![a-zA-Z0-9])[^>]*>")


def _plain(text: str) -> str:
    """Return a text without addresses of the web, whose letters are not words, and without empty lines."""
    said = html.unescape(text)
    said = _ADDRESS.sub(" ", said) if "://" in said else said
    return "\n".join(filter(None, map(str.strip, said.split("\n"))))
