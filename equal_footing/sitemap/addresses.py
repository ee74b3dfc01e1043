"""The addresses that editions have published, which must keep resolving: of pages, facts, claims, cells and figures."""

import re
from collections.abc import Container, Iterator
from pathlib import Path

from equal_footing.model import address_list, messages, things
from equal_footing.model.address_list import anchors_of, lines
from equal_footing.model.anchors import anchor
from equal_footing.model.dataset import SOURCES, Dataset
from equal_footing.model.fixed_words import ARTICLE
from equal_footing.model.messages import Messages
from equal_footing.model.near_words import near_name
from equal_footing.model.things import COMPARE, FIGURES
from equal_footing.reading.characters import decode
from equal_footing.reading.problems import Problem, did_you_mean, quote
from equal_footing.sitemap import pages
from equal_footing.sitemap.pages import Page
from equal_footing.views import claims, comparison, endings

_ADDRESS = re.compile(r"(?:[a-z0-9-]+/)+(?:#[\w-]+)?")


def present(dataset: Dataset, words: Messages) -> set[str]:
    """Return every address of the site: of its pages (`japan/funding/x/`), and of the anchors that the data gives."""
    return _present(dataset, pages.all_pages(dataset, words))


def _present(dataset: Dataset, listed: list[Page]) -> set[str]:
    here = {page.address for page in listed} | set(_written(dataset.root))
    left = ((page, one) for page in here for one in endings.left_on(dataset, page))
    anchors = [*_anchors(dataset), *(f"{page}#{anchor}" for page, one in left for anchor in one.anchors)]
    return here | {address for address in anchors if address.partition("#")[0] in here}


def _written(root: Path) -> Iterator[str]:
    """Yield the addresses of the pages that people write in English, except for the home page."""
    folder, languages = root / "docs", messages.languages(root)
    for path in folder.rglob("*.md"):
        page = path.relative_to(folder).with_suffix("")
        address = (page.parent if page.name == "index" else page).as_posix()
        if address != "." and page.suffix.removeprefix(".") not in languages:
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

    Where a whole page would be gone its anchors are not reported one by one, nor the pages of a country that is.
    """
    listed, problems = _listed(root)
    if listed:
        site = _Site(dataset, pages.all_pages(dataset, words), {address for _, _, address in listed})
        for file, number, address in listed:
            message = site.told(address)
            if message:
                problems.append(Problem(file, number, 1, "", message, "address-gone"))
    return problems


def gone_records(root: Path, dataset: Dataset) -> Iterator[Problem]:
    """Yield a problem for each published record whose file is gone, as `check` does; also of data with other problems.

    References to the record are told at the same time.
    """
    listed, _ = _listed(root)
    published = {address for _, _, address in listed}
    kinds = {kind.folder for kind in dataset.vocabulary.kinds.values() if kind.folder}
    for file, number, address in listed:
        record = address.removesuffix("/")
        is_record = record.count("/") == 2 and "#" not in record and record.split("/")[1] in kinds
        if is_record and record.split("/")[0] in dataset.known and record not in dataset.names:
            message = f"{_gone(address)}. {_keep_record(dataset, published, record)}"
            yield Problem(file, number, 1, "", message, "address-gone")


def _listed(root: Path) -> tuple[list[tuple[str, int, str]], list[Problem]]:
    """Return the published addresses, each with its list and its line, and the problems of lists that are no text."""
    listed: list[tuple[str, int, str]] = []
    problems: list[Problem] = []
    for path in address_list.files(root):
        file = path.relative_to(root).as_posix()
        text, unreadable = decode(path.read_bytes(), file)
        problems += [unreadable] if unreadable else []
        listed += ((file, number, address) for number, address in lines(text))
    return listed, problems


def _keep_record(dataset: Dataset, published: Container[str], record: str) -> str:
    """Say what to do so that the page of a record stays, and which record it may be now.

    That is one of its name, the only new one of its place, or one with nearly its name.
    """
    folder, _, name = record.rpartition("/")
    here = [entry.id for entry in dataset.entries.values() if entry.place == folder.split("/")[0]]
    new = [other for other in here if "/" in other and f"{other}/" not in published]
    near = near_name(name, [other.rpartition("/")[2] for other in here if other.startswith(f"{folder}/")])
    only = new[0] if len(new) == 1 else near and f"{folder}/{near}"
    now = dataset.called.get(record) or only
    return _leave(record) + (f" Did you mean {now}/?" if now else "")


def _gone(address: str) -> str:
    return f"{address} was published and would be gone"


class _Site:
    """What is present beside what was published."""

    def __init__(self, dataset: Dataset, listed: list[Page], published: set[str]) -> None:
        self.dataset = dataset
        self.here = _present(dataset, listed)
        self.pages = {page.address: page for page in listed}
        self.published = published

    def told(self, address: str) -> str | None:
        """Return what is wrong with a published address, or None while it resolves."""
        if address in self.here:
            return None
        if not _ADDRESS.fullmatch(address):
            return f"{quote(address)} is not an address of this site, such as japan/funding/ or article/#s001."
        page, hash_, name = address.partition("#")
        gone = _gone(address)
        if page not in self.here:
            above = f"{page.split('/')[0]}/"
            is_told = (hash_ and page in self.published) or (page != above and above in self.published - self.here)
            return None if is_told else f"{gone}. {self._keep_page(page)}"
        shown = self.pages.get(page)
        if shown and shown.withdrawn:
            return None
        if shown and shown.leads_to:
            now = shown.leads_to
            if f"{now}#{name}" in self.here or self.pages[now].withdrawn:
                return None
            return f"{gone}: {page} has moved to {now}, which has no such anchor. {self._keep_anchor(now, name)}"
        return f"{gone}. {self._keep_anchor(page, name)}"

    def _keep_page(self, page: str) -> str:
        """Say what to do so that a page stays."""
        first, *rest = page.rstrip("/").split("/")
        if first == COMPARE and rest:
            return self._keep_comparison(rest[0])
        left = self.dataset.resolve(first)
        if left != first and rest:
            return (
                f"{things.file(first)} leads on to {left}/, which has no page {left}/{'/'.join(rest)}/. "
                + self._keep_page(f"{left}/{'/'.join(rest)}/")
            )
        if len(rest) == 2 and rest[0] != SOURCES:
            return _keep_record(self.dataset, self.published, page.rstrip("/"))
        if rest and first == ARTICLE:
            return _leave(f"{things.CLAIMS}/{rest[0]}")
        if rest:
            what = f"data/{first}/{SOURCES}.yml" if rest[0] == SOURCES else f"a file in data/{first}/{rest[0]}/"
            return f"Keep {what}."
        kind = self.dataset.vocabulary.kind_of_folder(first)
        if kind:
            return f"Keep a record of the kind {kind.id}."
        return _leave(first) + self._near(first, [entry.id for entry in self.dataset.countries])

    def _keep_comparison(self, name: str) -> str:
        """Say what to do so that the page of a question, of a table or of two countries stays."""
        if any(re.search(rf"^{COMPARE}/{name}/#|^{COMPARE}/#{name}-", address) for address in self.published):
            return _leave(f"{things.QUESTIONS}/{name}") + self._near(name, list(self.dataset.questions))
        known = {page.rstrip("/") for page in self.published if page.count("/") == 1 and "#" not in page}
        pair = comparison.pair_named(name, known)
        if pair:
            return " ".join(_leave(place) for place in pair if place not in self.dataset.things)
        tables = self.dataset.vocabulary.comparisons
        if name in tables:
            kinds = " and ".join(tables[name].kinds)
            return f"The table shows records of the kind {kinds}, of which there are none: keep one."
        return _leave(f"{things.COMPARISONS}/{name}") + self._near(name, list(tables))

    def _keep_anchor(self, page: str, name: str) -> str:
        """Say what to do so that an anchor stays on a page that is there."""
        first, *rest = page.rstrip("/").split("/")
        if first == COMPARE:
            return self._keep_cell(name) if not rest else _leave(name)
        if rest == [FIGURES]:
            near = self._near(name, anchors_of(self.here, page), f"{page}#")
            return _leave(f"{first}/{FIGURES}/{name}") + near
        if first == ARTICLE and re.fullmatch(r"s[0-9]{3}", name):
            return _leave(f"{things.CLAIMS}/{name}")
        return self._keep_fact(page, name)

    def _keep_cell(self, name: str) -> str:
        """Say what to leave for a cell, of its question or of its country."""
        for country in self.dataset.countries:
            if name.endswith(f"-{country.id}"):
                return _leave(f"{things.QUESTIONS}/{name.removesuffix(f'-{country.id}')}")
        for question in self.dataset.questions:
            if name.startswith(f"{question}-"):
                return _leave(name.removeprefix(f"{question}-"))
        return "Leave files in the places of its question and of its country that say `moved_to: …` or `withdrawn: …`."

    def _keep_fact(self, page: str, name: str) -> str:
        told = (
            f"Give the fact that took its place `id: {name}`, or keep it with `withdrawn: <day>` and a note, and with "
            "`moved_to: <record>` if another record has it now."
        )
        return told + self._near(name, anchors_of(self.here, page), f"{page}#")

    def _near(self, found: str, known: list[str], base: str = "") -> str:
        """Return the nearest of what is known, first among what is new since the last edition."""
        new = [word for word in known if base + word not in self.published]
        return did_you_mean(found, new) or did_you_mean(found, known)


def _leave(name: str) -> str:
    return f"Leave a file {things.file(name)} with `moved_to: …` or `withdrawn: …`."
