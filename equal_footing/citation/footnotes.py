"""The footnote of a comparison: the page, the answers that it shows, and their sources, numbered from 1."""

import json
from collections.abc import Iterable
from dataclasses import dataclass, field

from equal_footing.citation.citations import Item
from equal_footing.citation.citing import Citing
from equal_footing.citation.titles import printed
from equal_footing.model.messages import Messages
from equal_footing.model.text import Cited
from equal_footing.model.values import PartialDate
from equal_footing.statement import wording
from equal_footing.views.comparison import Cell, in_words

FILE = "footnote.json"
"""The file beside a page of many answers with what a footnote of some of them says."""


@dataclass
class Footnotes:
    """What the footnotes of a page can say: of each answer, by its anchor, a sentence and the numbers of its sources.

    `sources` are the texts of all sources; a number is a place in it, from 0 on.
    """

    answers: dict[str, tuple[str, list[int]]] = field(default_factory=dict)
    sources: list[str] = field(default_factory=list)

    def as_json(self) -> str:
        """Return it for the script that writes the footnote of a choice; safe within a script element."""
        said = json.dumps({"answers": self.answers, "sources": self.sources}, ensure_ascii=False)
        return said.replace("<", "\\u003c")

    def text(self, words: Messages) -> str:
        """Return the answers, each with the numbers of its sources, and below them the sources."""
        lines, order = [], list(dict.fromkeys(number for _, numbers in self.answers.values() for number in numbers))
        for said, numbers in self.answers.values():
            marks = "".join(f"[{order.index(number) + 1}]" for number in numbers)
            lines.append(f"{said} {marks}".rstrip())
        if order:
            lines.append(words("cite-sources"))
        return "\n".join([*lines, *(f"[{place}] {self.sources[number]}" for place, number in enumerate(order, 1))])


def head(item: Item, reviewed: PartialDate, words: Messages) -> str:
    """Return the beginning of a footnote: author, title, site, edition, day of review; the address is `{address}`."""
    return words(
        "cite-comparison-head",
        author=words("author"),
        title=printed(item.title, within_quotes=True),
        site=words("site"),
        edition=words("edition", edition=item.edition) if item.edition else words("cite-edition-none"),
        date=wording.date(reviewed, words),
        address="{address}",
    )


def footnotes(citing: Citing, cells: Iterable[Cell], on_one_question: bool = False) -> Footnotes:
    """Return what footnotes say of some answers, in their order; those to one question do not repeat its name."""
    found = Footnotes()
    numbers: dict[Cited, int] = {}
    for cell in cells:
        cited = _by_source(cell.cited)
        for item in cited:
            if item not in numbers:
                numbers[item] = len(found.sources)
                found.sources.append(wording.sentence(citing.source(item)))
        anchor = cell.country.id if on_one_question else cell.anchor
        found.answers[anchor] = (_said(citing, cell, on_one_question), [numbers[item] for item in cited])
    return found


def _by_source(cited: Iterable[Cited]) -> list[Cited]:
    """Return citations with one for each source, which names all places in it."""
    places: dict[str, list[str]] = {}
    for item in cited:
        places.setdefault(item.key, []).append(item.locator)
    return [Cited(key, "; ".join(found)) for key, found in places.items()]


def _said(citing: Citing, cell: Cell, on_one_question: bool) -> str:
    """Return the answer of a country as a sentence of a footnote."""
    country = cell.country.record.title
    return citing.views.words(
        "cite-comparison-answer" if on_one_question else "cite-comparison-cell",
        country=country,
        question=cell.question.question.short,
        answer=in_words(cell, citing.views.words),
        sentence=wording.sentence(citing.views.words.said(cell.sentence)),
    )
