"""Keeps finished HTML out of Markdown: a plain word takes its place until Markdown is done."""

from __future__ import annotations

from markupsafe import Markup


class Slots:
    """The HTML that waits to be put into pages, by the words that hold its place."""

    def __init__(self) -> None:
        self._html: dict[str, Markup] = {}
        self._made = 0

    def keep(self, html: Markup) -> str:
        """Keep HTML and return the word for its place, which Markdown leaves as it is."""
        slot = f"EqualFootingSlot{self._made}x"
        self._made += 1
        self._html[slot] = html
        return slot

    def fill(self, page: str) -> str:
        """Return a page with the HTML in its places; a slot alone in a paragraph takes the paragraph with it."""
        for slot in [name for name in self._html if name in page]:
            html = str(self._html.pop(slot))
            page = page.replace(f"<p>{slot}</p>", html).replace(slot, html)
        return page
