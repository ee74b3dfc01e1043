"""Texts of the data: Markdown without HTML, with citations in Pandoc's syntax (`[@key, locator; @other, p. 2]`)."""

import re
from collections.abc import Callable, Container, Iterable, Iterator, MutableMapping, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from markdown_it.utils import OptionsDict

CITATION = re.compile(r"\[(@(?:[^\[\]]|\[[^\[\]]*\])*)\]")
"""A citation; its locators may hold pairs of brackets, such as `[@act, s. 2 [repealed]]`."""
_BETWEEN = re.compile(r";\s*(?=@)")
_LOOSE = re.compile(r"(?<!\w)@([a-z0-9]+(?:-[a-z0-9]+)*)|\[([a-z0-9]+(?:-[a-z0-9]+)*)[,，、][^\[\]]*\](?!\()")
_LINK = re.compile(r"\]\(\s*([^\s)]*)")
_NEW_LINE = re.compile(r"[ \t]*\n[ \t]*(?=[-*+>#]|\d+[.)]\s|\n|$)")
_LINE_BREAK = re.compile(r"(?<!\n)\n(?!\n|[-*+>#]|\d+[.)]\s)[ \t]*")
_SPACES = re.compile(r"[ \t]{2,}|\t")
_HTML = re.compile(r"</?[a-zA-Z][^<>]*/?>|<!--")


class Cited(NamedTuple):
    """One citation in a text: the key of the source, and the locator, which may be empty."""

    key: str
    locator: str


def letters(name: str) -> str:
    """Return the letters and digits of a name, by which two spellings of it are the same."""
    return "".join(filter(str.isalnum, name.casefold().removeprefix("the "))) or name


def citations(text: str) -> Iterator[Cited]:
    """Yield the citations of a text, in order."""
    if "[@" not in text:  # as in most
        return
    for match in CITATION.finditer(text):
        yield from _cited(match.group(1))


def _cited(inner: str) -> Iterator[Cited]:
    for part in _BETWEEN.split(inner) if ";" in inner else (inner,):
        key, _, at = part.removeprefix("@").partition(",")
        yield Cited(key.strip(), at.strip())


def loose_citations(text: str, keys: Container[str]) -> Iterator[str]:
    """Yield the keys of sources in malformed citations, which lack the brackets or the @."""
    bare = CITATION.sub("", text) if "[@" in text else text
    for match in _LOOSE.finditer(bare) if "@" in bare or "[" in bare else ():  # as in few
        key = match.group(1) or match.group(2)
        if key in keys:
            yield key


def links(text: str) -> Iterator[str]:
    """Yield the targets of the Markdown links of a text."""
    for match in _LINK.finditer(text) if "](" in text else ():
        yield match.group(1)


def html_tag(text: str) -> str | None:
    """Return the first thing in a text that looks like an HTML tag or comment."""
    match = _HTML.search(text) if "<" in text else None
    return match.group() if match else None


def without_citations(text: str) -> str:
    """Return the text without its citations, for places that cannot hold notes, such as descriptions of pages."""
    if "[@" not in text:  # as in most
        return str(text)
    *before, last = CITATION.split(text)[::2]
    return "".join(map(str.rstrip, before)) + last


@lru_cache(maxsize=2**17)  # of all countries: tables, pages and the search ask for the same texts in turn
def plain(text: str) -> str:
    """Return a text as plain text on one line, without markup and citations; of links only the text is kept."""
    return " ".join("".join(_words(_MARKDOWN.parseInline(text, {"link": str}))).split())


def _words(tokens: Iterable[Token]) -> Iterator[str]:
    for token in tokens:
        if token.children is not None:
            yield from _words(token.children)
        else:
            yield " " if token.type in {"softbreak", "hardbreak"} else token.content


def meaning(text: str) -> str:
    """Return a text in a form for comparison: without citations and without line breaks inside paragraphs."""
    found = _LINE_BREAK.sub(" ", _NEW_LINE.sub("\n", text)) if "\n" in text else text
    return without_citations(_SPACES.sub(" ", found))


def _citation_rule(state: StateInline, silent: bool) -> bool:
    match = CITATION.match(state.src, state.pos)
    if not match:
        return False
    if not silent:
        state.pending = state.pending.rstrip()  # the mark follows the word before it directly
        token = state.push("citation", "", 0)
        token.meta = {"cited": tuple(_cited(match.group(1)))}
    state.pos = match.end()
    return True


def _link_rule(state: StateCore) -> None:
    for block in state.tokens:
        for token in block.children or []:
            if token.type == "link_open":
                token.attrSet("href", state.env["link"](str(token.attrGet("href") or "")))


def _render_citation(
    renderer: RendererHTML, tokens: Sequence[Token], index: int, options: OptionsDict, env: MutableMapping[str, Any]
) -> str:
    rendered: str = env["cite"](tokens[index].meta["cited"])
    return rendered


def _markdown() -> MarkdownIt:
    # html off: what looks like a tag is shown as text. No images: they would ask other hosts for something.
    markdown = MarkdownIt("commonmark", {"html": False}).disable(["image", "html_block", "html_inline"])
    markdown.inline.ruler.before("link", "citation", _citation_rule)
    markdown.core.ruler.push("record_links", _link_rule)
    markdown.add_render_rule("citation", _render_citation)
    return markdown


_MARKDOWN = _markdown()

Cite = Callable[[tuple[Cited, ...]], str]
"""Turns the citations of one bracket into the marks of their notes."""


def render(text: str, cite: Cite, link: Callable[[str], str], inline: bool = False) -> str:
    """Render a text as HTML that is safe to insert.

    `cite` gives the mark of a citation, `link` the address for the target of a link. With `inline` no paragraph is
    put around it.
    """
    env = {"cite": cite, "link": link}
    return str(_MARKDOWN.renderInline(text, env) if inline else _MARKDOWN.render(text, env))


def ends_sentence(text: str) -> bool:
    """Return whether a text ends as a sentence does, within quotation marks or not."""
    return text.rstrip("\"'”’」』»").endswith((".", "?", "!", "…", "。", "？", "！"))


_STOP = re.compile(r"""(?<=[A-Za-z\d)\]"'”’])\.(?=["'”’]*$)""")
_SENTENCES = re.compile(r"[.?!…][\"'”’)]*\s")
_SHORTENED = re.compile(r"\b(?:etc|Inc|Ltd|Co|Corp|al|seq|No|St|p|pp|para|art|ed|eds|[A-Z])\.$")


def phrase(text: str) -> str:
    """Return a text of one sentence without its full stop, as lists give it; a text of several sentences as it is."""
    said = text.strip()
    return said if _SENTENCES.search(said) or _SHORTENED.search(said) else _STOP.sub("", said)
