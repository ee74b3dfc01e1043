"""Rules for references: records, sources and links that exist, no circles, no source that nothing uses, no HTML."""

from collections import defaultdict
from collections.abc import Iterator
from functools import cache, partial
from graphlib import CycleError, TopologicalSorter
from urllib.parse import urlsplit

from equal_footing.model.dataset import Dataset
from equal_footing.model.near_words import near_record
from equal_footing.model.sources import Source
from equal_footing.model.text import CITATION, citations, html_tag, links, loose_citations
from equal_footing.model.types import SLUG
from equal_footing.model.uses import CITING_KEYS, may_cite, uses_of_sources
from equal_footing.model.web_addresses import unreachable
from equal_footing.reading.documents import Document
from equal_footing.reading.problems import Path, Problem, did_you_mean, quote

_TEXT_KEYS = CITING_KEYS | {
    *("label", "locator", "says", "publisher", "container", "copy_by", "reading", "printed"),
    *("sentence", "evidence", "fully", "partly", "not_"),
}
_LINKED = (
    " Texts link to records, countries, questions, tables, figures and claims, such as /japan/laws/npo-act/. "
    "They name lists and pages of docs/ without a link."
)
"""What texts may link to, where no name is near. Lists are not among it: nothing here knows which of them there are."""


def relation_targets(dataset: Dataset) -> Iterator[Problem]:
    """A relation refers to another existing record by its current id, and is listed once."""
    known = dataset.known
    for entry in dataset.entries.values():
        seen: set[tuple[str, str]] = set()
        for number, relation in enumerate(entry.record.relations):
            path = ("relations", number, "to")
            if relation.to == entry.id:
                yield entry.document.problem(path, "is the record itself.", "relation-self")
            elif relation.to not in known:
                message = f"{quote(relation.to)} does not exist.{near_record(relation.to, known, dataset.called)}"
                yield entry.document.problem(path, message, "relation-target")
            elif (now := dataset.now_at(relation.to)) is not None:
                yield entry.document.problem(path, f"{quote(relation.to)} has moved. Write {now}.", "relation-moved")
            if (relation.type, relation.to) in seen:
                yield entry.document.problem(("relations", number), "occurs twice. Keep one.", "relation-twice")
            seen.add((relation.type, relation.to))


def relation_both_ways(dataset: Dataset) -> Iterator[Problem]:
    """A symmetric relation is recorded on one side only."""
    for entry in dataset.entries.values():
        for number, relation in enumerate(entry.record.relations):
            if not dataset.vocabulary.relations[relation.type].symmetric or relation.to < entry.id:
                continue
            other = dataset.entries.get(relation.to)
            if other and any(back.type == relation.type and back.to == entry.id for back in other.record.relations):
                message = f"is on {other.id} as well. Keep one; the other end shows it automatically."
                yield entry.document.problem(("relations", number), message, "relation-twice")


def circles(dataset: Dataset) -> Iterator[Problem]:
    """Nothing is part of itself, its own successor, and so on, over any number of steps."""
    found: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for entry in dataset.entries.values():
        for relation in entry.record.relations:
            if dataset.vocabulary.relations[relation.type].acyclic and relation.to != entry.id:
                found[relation.type][entry.id].append(relation.to)
    for name, steps in found.items():
        ends = {end for those in steps.values() for end in those}
        for circle in _circles({id_: steps[id_] for id_ in dataset.entries if id_ in steps or id_ in ends}):
            first = min(circle)
            at = circle.index(first)
            way = [*circle[at:], *circle[:at], first]
            entry = dataset.entries[first]
            number = next(i for i, item in enumerate(entry.record.relations) if item.type == name and item.to == way[1])
            message = f"goes round in a circle: {' -> '.join(way)}."
            yield entry.document.problem(("relations", number, "to"), message, "relation-circle")


def _circles(steps: dict[str, list[str]]) -> Iterator[list[str]]:
    """Yield the circles of a directed graph; of those that share steps, as many as there are steps to take out."""
    while True:
        try:
            return TopologicalSorter(steps).prepare()
        except CycleError as error:
            circle: list[str] = error.args[1][:0:-1]  # against the direction in which the sorter follows the steps
            yield circle
            steps[circle[0]].remove(circle[1])


def cited_sources(dataset: Dataset) -> Iterator[Problem]:
    """Every source that is cited exists, and a citation in a text is well formed and has a locator."""
    if any("/sources." in file.lower() for file in dataset.unread):
        return  # a list of sources could not be read; every key of it would be reported
    nearest = cache(partial(did_you_mean, known=dataset.source_keys))  # a key may be misspelt in a hundred places
    for use in uses_of_sources(dataset.values):
        in_text = use.path[-1] != "source"
        if in_text and not SLUG.fullmatch(use.key):
            message = f"[@{use.key}] is not a citation. Write [@key, locator]; the key is in small letters."
            yield use.document.problem(use.path, message, "citation-form")
        elif use.key not in dataset.sources:
            message = f"the source {quote(use.key)} does not exist.{nearest(use.key)}"
            yield use.document.problem(use.path, message, "source-unknown")
        elif in_text and not use.locator:
            message = f"[@{use.key}] has no locator. Write [@{use.key}, p. 3], or a section or paragraph."
            yield use.document.problem(use.path, message, "citation-locator")


def written_citations(dataset: Dataset) -> Iterator[Problem]:
    """Text that looks like a citation of a source is a well-formed one."""
    for document, path, text in _texts(dataset):
        for key in loose_citations(text, dataset.sources):
            message = f"{key} is in the text as plain words. A citation is written [@{key}, p. 3]."
            if f"[@{key}" in CITATION.sub("", text):
                message = (
                    f"the citation [@{key} does not end: brackets in a locator come in pairs, none inside another."
                )
            yield document.problem(path, message, "citation-form")


def citation_places(dataset: Dataset) -> Iterator[Problem]:
    """Where pages show no note, as in a label or in the note of a source, a text holds no citation."""
    for item in dataset.values:
        is_other = item.key in _TEXT_KEYS and item.key != "sentence" and not may_cite(item)
        if is_other and isinstance(item.value, str) and any(citations(item.value)):
            message = "holds a citation, which pages would show as it is typed. Name the source in words."
            yield item.document.problem(item.path, message, "citation-place")


def cited_once(dataset: Dataset) -> Iterator[Problem]:
    """No place in a source is cited twice between the same brackets."""
    for document, path, text in _texts(dataset):
        for found in CITATION.finditer(text) if ";" in text else ():
            cited = [(item.key, item.locator) for item in citations(found[0])]
            twice = next((key for number, (key, at) in enumerate(cited) if (key, at) in cited[:number]), "")
            if twice:
                message = f"cites {twice} twice at the same place. Delete one, or name the place that is meant."
                yield document.problem(path, message, "citation-twice")


def unused_sources(dataset: Dataset) -> Iterator[Problem]:
    """Every source is cited by something."""
    if dataset.unread:
        return  # a file that could not be read may cite it
    for key, item in dataset.sources.items():
        if key not in dataset.uses:
            message = f"nothing cites the source {quote(key)}. Cite it, or delete it."
            yield item.document.problem((key,), message, "source-unused", key=True)


def text_links(dataset: Dataset) -> Iterator[Problem]:
    """A link in a text goes to something that the data hold or to a web address."""
    known = dataset.known
    for document, path, text in _texts(dataset):
        for target in links(text):
            record = target.split("#")[0].strip("/")
            if target.startswith("/"):
                page = target.strip("/").replace("/#", "#")
                if not (record in known or record in dataset.pages or page in dataset.pages):
                    hint = near_record(record, known, dataset.called) or _LINKED
                    message = f"the link {quote(target)} leads nowhere.{hint}"
                    yield document.problem(path, message, "link-target")
                elif not target.split("#")[0].endswith("/"):
                    yield document.problem(path, f"the link {quote(target)} must end with a slash.", "link-form")
            elif not target.startswith(("https://", "http://")):
                message = f"the link {quote(target)} is neither an address of this site (/japan/…/) nor of the web."
                yield document.problem(path, message, "link-form")
            elif fault := unreachable(target):
                hint = f": {urlsplit(target).path}" if urlsplit(target).path.strip("/").split("#")[0] in known else ""
                message = f"the link {quote(target)} {fault}{hint}."
                yield document.problem(path, message, "link-form")


def no_html(dataset: Dataset) -> Iterator[Problem]:
    """Texts are Markdown and contain no HTML."""
    for document, path, text in _texts(dataset):
        tag = html_tag(text)
        if tag:
            message = f"{quote(tag)} looks like HTML. Texts are Markdown: *emphasis*, [words](https://…)."
            yield document.problem(path, message, "no-html")


def _texts(dataset: Dataset) -> Iterator[tuple[Document, Path, str]]:
    """Yield every text in which people write Markdown, or might."""
    for item in dataset.values:
        is_text = item.key in _TEXT_KEYS or (item.key == "title" and isinstance(item.model, Source))
        if is_text and isinstance(item.value, str):
            yield item.document, item.path, item.value


RULES = (
    relation_targets,
    relation_both_ways,
    circles,
    cited_sources,
    written_citations,
    citation_places,
    cited_once,
    unused_sources,
    text_links,
    no_html,
)
