"""Takes from the HTML of a page what it says: no notes, sources, citations, menus, marks or drawings."""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass

SILENT_TAGS = frozenset({"button", "form", "nav", "script", "style", "sup", "svg"})
SILENT_CLASSES = frozenset(
    {
        *("ef-anchor", "ef-to-fact", "headerlink"),  # links to the place itself
        *("ef-cite", "ef-line", "ef-notes"),  # citation, sources
        *("ef-edit", "ef-report", "ef-reviewed", "ef-support", "ef-drawing"),
    }
)
"""What is left out with everything in it, besides elements with the attribute `data-search-exclude`."""

_PART = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)([^>]*)>|[^<]+|<")
_CLASS = re.compile(r'\bclass="([^"]*)"')
_ID = re.compile(r'\bid="([^"]*)"')
_NAMED = re.compile(r'\bdata-search-name="([^"]*)"')
"""What the search calls the part below a heading instead of its words; empty where no name would say anything."""
_HEADING = re.compile(r"(<details\b[^>]*><summary>)?<(h[23])\b([^>]*)>(.*?)</\2>", re.DOTALL)
_AROUND = re.compile(r'<section class="ef-(?:cite|notes)".*?</section>', re.DOTALL)
_ADDRESS = re.compile(r"\bhttps?://\S+")
_HEADINGS = frozenset({"h2", "h3"})
_INLINE = frozenset({"a", "abbr", "b", "code", "em", "i", "q", "s", "small", "strong", "sub", "u"})


@dataclass(frozen=True)
class Section:
    """A part of a page below one heading; the part before the first heading has neither anchor nor heading."""

    anchor: str
    heading: str
    text: str


def sections(page: str) -> list[Section]:
    """Return the sections of a page's content, which is finished HTML.

    A heading begins one if it has an `id`, or is the first in a `details` that has one. Its attribute
    `data-search-name` names the section in its place.
    """
    anchors, names, texts = [""], [[""]], [[""]]
    heading, folded = "", None
    for text, tag, closing, attributes in parts(page):
        if not tag:
            (names if heading else texts)[-1].append(text)
        elif closing:
            heading = "" if tag == heading else heading
            _part(texts[-1], tag)
        elif tag in _HEADINGS and (anchor := _ID.search(attributes) or folded):
            named = _NAMED.search(attributes)
            anchors.append(anchor[1])
            names.append([named[1]] if named else [])
            texts.append([])
            heading, folded = "" if named else tag, None
        else:
            folded = _ID.search(attributes) if tag == "details" else folded
            _part(texts[-1], tag)
    return [
        Section(anchor, _plain(name), _plain(text)) for anchor, name, text in zip(anchors, names, texts, strict=True)
    ]


def parts(page: str) -> Iterator[tuple[str, str, str, str]]:
    """Yield the texts and the tags of what a page says: a text, or a tag, `/` where it ends, and its attributes."""
    silent, depth = "", 0
    for part in _PART.finditer(page):
        closing, tag, attributes = part.groups()
        if silent:
            if tag == silent:
                depth += -1 if closing else 1
                silent = silent if depth else ""
        elif tag is None:
            yield part[0], "", "", ""
        elif not closing and _is_silent(tag, attributes):
            silent, depth = tag, 1
        else:
            yield "", tag, closing, attributes


def headings(page: str) -> list[Section]:
    """Return the sections of a page with their headings only: quicker, for pages that list what other pages say."""
    found = [Section("", "", "")]
    for folded, _, attributes, inside in _HEADING.findall(_AROUND.sub("", page)):
        anchor = _ID.search(attributes) or _ID.search(folded)
        if anchor and (heading := sections(inside)[0].text):
            found.append(Section(anchor[1], heading, ""))
    return found


def _is_silent(tag: str, attributes: str) -> bool:
    if tag in SILENT_TAGS or "data-search-exclude" in attributes:
        return True
    classes = _CLASS.search(attributes)
    return classes is not None and not SILENT_CLASSES.isdisjoint(classes[1].split())


def _part(text: list[str], tag: str) -> None:
    """Part the words before and after a tag, unless it stands within a line."""
    if tag not in _INLINE:
        text.append("\n")


def _plain(parts: list[str]) -> str:
    """Return a text without tags and addresses of the web, whose letters are no words."""
    return re.sub(r"\s*\n\s*", "\n", _ADDRESS.sub(" ", html.unescape("".join(parts)))).strip()
