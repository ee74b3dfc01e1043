"""The addresses that editions have published, which must keep resolving: of pages, facts, claims, cells and figures."""

import re
from collections.abc import Iterator
from pathlib import Path

from equal_footing.model import address_list
from equal_footing.model.address_list import anchors_of, lines
from equal_footing.model.anchors import anchor
from equal_footing.model.dataset import COMPARE, FIGURES, SOURCES, Dataset
from equal_footing.model.fixed_words import ARTICLE
from equal_footing.model.messages import Messages
from equal_footing.reading.characters import decode
from equal_footing.reading.problems import Problem, did_you_mean, quote
from equal_footing.sitemap import pages
from equal_footing.views import claims

_ADDRESS = re.compile(r"(?:[a-z0-9-]+/)+(?:#[\w-]+)?")


def present(dataset: Dataset, words: Messages) -> set[str]:
    """Return every address of the site: of its pages (`japan/funding/x/`), and of the anchors that the data gives."""
    here = {page.address for page in pages.all_pages(dataset, words)} | set(_written(dataset.root / "docs"))
    return here | {address for address in _anchors(dataset) if address.partition("#")[0] in here}


def _written(folder: Path) -> Iterator[str]:
    """Yield the addresses of the pages that people write, but for the home page."""
    for path in folder.rglob("*.md"):
        page = path.relative_to(folder).with_suffix("")
        address = (page.parent if page.name == "index" else page).as_posix()
        if address != ".":
            yield f"{address}/"


def _anchors(dataset: Dataset) -> Iterator[str]:
    for entry in dataset.entries.values():
        for fact in entry.record.facts:
            yield f"{entry.address}#{anchor(fact)}"
    for claim, address in claims.addresses(dataset).items():
        yield f"{ARTICLE}/#{claim}"
        yield address
    for figure in dataset.figures:
        yield f"{figure.place}/{FIGURES}/#{figure.id}"
    for question in dataset.questions.values():
        for country in dataset.countries:
            yield f"{COMPARE}/#{question.id}-{country.id}"
            yield f"{question.address}#{country.id}"


# The check ----------------------------------------------------------------------------------------------------------


def check(root: Path, dataset: Dataset, words: Messages) -> list[Problem]:
    """Return a problem for each published address that is not present, by list and line.

    Where a whole page would be gone its anchors are not reported one by one.
    """
    problems: list[Problem] = []
    listed: list[tuple[str, int, str]] = []
    for path in address_list.files(root):
        file = path.relative_to(root).as_posix()
        text, unreadable = decode(path.read_bytes(), file)
        problems += [unreadable] if unreadable else []
        listed += ((file, number, address) for number, address in lines(text))
    if listed:
        site = _Site(dataset, present(dataset, words), {address for _, _, address in listed})
        for file, number, address in listed:
            message = site.told(address)
            if message:
                problems.append(Problem(file, number, 1, "", message, "address-gone"))
    return problems


class _Site:
    """What is present beside what was published."""

    def __init__(self, dataset: Dataset, here: set[str], published: set[str]) -> None:
        self.dataset = dataset
        self.here = here
        self.published = published

    def told(self, address: str) -> str | None:
        """Return what is wrong with a published address, or None while it resolves."""
        if address in self.here:
            return None
        if not _ADDRESS.fullmatch(address):
            return f"{quote(address)} is not an address of this site, such as japan/funding/ or article/#s001."
        page, hash_, name = address.partition("#")
        record = page.rstrip("/")
        gone = f"{address} was published and would be gone"
        if page not in self.here:
            return None if hash_ and page in self.published else f"{gone}. {self._keep_page(page)}"
        if record in self.dataset.withdrawn:
            return None
        if record in self.dataset.moved:
            now = f"{self.dataset.resolve(record)}/"
            if f"{now}#{name}" in self.here:
                return None
            return f"{gone}: {page} has moved to {now}, which has no such anchor. {self._keep_fact(now, name)}"
        return f"{gone}. {self._keep_anchor(page, name)}"

    def _keep_page(self, page: str) -> str:
        """Say what to do so that a page stays."""
        first, *rest = page.rstrip("/").split("/")
        if first == COMPARE and rest:
            return (
                f"Put back what it compares: the question data/questions/{rest[0]}.yml, the table {rest[0]} of "
                "data/vocabulary/comparisons.yml with its records, or the two countries."
            )
        if len(rest) == 2 and rest[0] != SOURCES:
            near = [address for address in self.here if re.fullmatch(f"{first}/(?!{SOURCES}/)[^/#]+/[^/#]+/", address)]
            told = f"Leave a file data/{page.rstrip('/')}.yml with `moved_to: …` or `withdrawn: …`."
            return told + self._near(page, near)
        if rest and first == ARTICLE:
            return f"Put data/{ARTICLE}/claims/{rest[0]}.yml back; a section of the article keeps its name."
        if rest:
            what = f"data/{first}/{SOURCES}.yml" if rest[0] == SOURCES else f"a file in data/{first}/{rest[0]}/"
            return f"Keep {what}."
        kind = self.dataset.vocabulary.kind_of_folder(first)
        if kind:
            return f"Keep a record of the kind {kind.id}."
        return f"Put data/{first}/ back; a place keeps its name."

    def _keep_anchor(self, page: str, name: str) -> str:
        """Say what to do so that an anchor stays on a page that is there."""
        first, *rest = page.rstrip("/").split("/")
        if first == COMPARE:
            return self._keep_cell(name) if not rest else f"Put data/{name}/ back; {_COUNTRY}."
        if rest == [FIGURES]:
            near = self._near(name, anchors_of(self.here, page), f"{page}#")
            return f"Put data/{first}/{FIGURES}/{name}.yml back; a figure keeps its name.{near}"
        if first == ARTICLE and re.fullmatch(r"s[0-9]{3}", name):
            return f"Put the claim {name} back into data/{ARTICLE}/claims/."
        return self._keep_fact(page, name)

    def _keep_cell(self, name: str) -> str:
        """Say which half of a cell to put back, its question or its country."""
        for country in self.dataset.countries:
            if name.endswith(f"-{country.id}"):
                return f"Put data/questions/{name.removesuffix(f'-{country.id}')}.yml back; {_QUESTION}."
        for question in self.dataset.questions:
            if name.startswith(f"{question}-"):
                return f"Put data/{name.removeprefix(f'{question}-')}/ back; {_COUNTRY}."
        return f"Put its question and its country back; {_QUESTION}, and {_COUNTRY}."

    def _keep_fact(self, page: str, name: str) -> str:
        told = f"Give the fact that took its place `id: {name}`, or keep it with `withdrawn: <day>` and a note."
        return told + self._near(name, anchors_of(self.here, page), f"{page}#")

    def _near(self, found: str, known: list[str], base: str = "") -> str:
        """Return the nearest of what is known, first among what is new since the last edition."""
        new = [word for word in known if base + word not in self.published]
        return did_you_mean(found, new) or did_you_mean(found, known)


_QUESTION = "a question keeps its name"
_COUNTRY = "a country that is compared keeps its name"
