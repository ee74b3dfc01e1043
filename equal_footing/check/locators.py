"""Rules for locators: the place in a source, so that a reader finds there what is said."""

import re
from collections.abc import Iterator

from equal_footing.model.dataset import Dataset
from equal_footing.model.uses import Use, uses_of_sources
from equal_footing.model.web_addresses import IN_TEXT
from equal_footing.reading.problems import Path, Problem, quote

_TEXT = (
    "article|blog|body|book|content|document|file|link|news|page|paper|paragraph|pdf|post|report|section|site|source"
    "|story|text|url|web ?page|web ?site"
)
_NOWHERE = re.compile(
    rf"(?:(?:the|this|main|of|web|news|{_TEXT}) )*(?:{_TEXT})(?: itself)?"
    "|(?:whole|entire|full|complete|all of the|all) texts?|passim|throughout|everywhere|various(?: places)?"
    "|online|n/?a|none|ibid|idem|see .*|(?:as )?above|(?:as )?below|various|misc|unknown|here|same|to ?do|tbd|x{2,}"
    "|google|bing|baidu|search(?: results?)?|(?:original|online|print|pdf|html|[a-z]+(?:an|ese|ish|ch)) version"
    "|(?:pp?|arts?|secs?|paras?|chap|ch|no|vol|fig|tab)|全文|本文|正文|記事|网页|网站|기사|본문|전문"
)
"""Locators that locate nothing, in small letters and without signs at their ends."""
_WHOLE = re.compile(
    rf"(?:the )?(?:whole|entire|complete|full|all of the) (?:(?:web|news) ?)?(?:{_TEXT}|notice|letter|release)"
)
"""Locators that are the whole of a source, which is a place only if it is short."""


def places(dataset: Dataset) -> Iterator[Problem]:
    """A locator locates something in the source: not an address, a sign, or a word for all of it."""
    for use in uses_of_sources(dataset.values):
        if not use.locator:
            continue
        words = " ".join(use.locator.casefold().split()).strip(" .,:;-–—_*\"'()?!")
        if IN_TEXT.fullmatch(use.locator) or not re.search(r"\w", use.locator) or _NOWHERE.fullmatch(words):
            path, shown = _shown(use)
            message = f"{shown} locates nothing. Name an article, page, section, paragraph or heading."
            yield use.document.problem(path, message, "locator-nowhere")
        elif _WHOLE.fullmatch(words) and (source := dataset.sources.get(use.key)) and source.type.long:
            path, shown = _shown(use)
            message = (
                f"{shown}: all of a long text locates nothing (it is of the type {source.type.id}). "
                "Name an article, page, section, paragraph or heading."
            )
            yield use.document.problem(path, message, "locator-whole")


def _shown(use: Use) -> tuple[Path, str]:
    """Return the path of a locator in its file, and how a message shows it."""
    if use.path[-1] == "source":
        return (*use.path[:-1], "locator"), quote(use.locator)
    return use.path, quote(f"[@{use.key}, {use.locator}]")


RULES = (places,)
