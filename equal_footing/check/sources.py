"""Rules for sources: who wrote them, when they were published, what was read, and which hosts are not sources."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from urllib.parse import urlsplit

from equal_footing.model.dataset import Dataset
from equal_footing.model.key_words import HOW_TO_WRITE
from equal_footing.model.sources import Author
from equal_footing.model.vocabulary import Hosts
from equal_footing.model.web_addresses import kept_page, page_of
from equal_footing.reading.problems import Problem, quote

_TWO_WORDS = re.compile(r"[A-Z][a-z]+(?: [A-Z]\.)? [A-Z][a-z]+")
_TITLE = re.compile(r"(?:Dr|Prof|Professor|Mr|Mrs|Ms|Sir|Dame|Rev|Hon)\b\.? ", re.IGNORECASE)
_NOBODY = frozenset(
    {"anonymous", "anon", "anon.", "author", "admin", "editor", "n/a", "none", "staff", "unknown", "various"}
)
_FILE = re.compile(r"^(?:https?://|www\.)\S+$|\.(?:pdf|docx?|xlsx?|pptx?|html?|aspx?|txt|hwp)$", re.IGNORECASE)
"""A title that is an address, or ends like the name of a file."""
_BEFORE_ACCOUNTS = frozenset(
    ["c", "channel", "company", "groups", "in", "people", "profile", "s", "u", "user", "users"]
)
"""First steps of the paths of accounts, before their names."""
_HOST = re.compile(r"(?:[a-z0-9-]+\.)+[a-z]{2,}", re.IGNORECASE)
_BETWEEN_AUTHORS = (";", "；", "、")


def authors(dataset: Dataset) -> Iterator[Problem]:
    """Each author is one person or one organisation, and is listed once."""
    for key, item in dataset.sources.items():
        seen: set[Author] = set()
        for number, author in enumerate(item.source.authors):
            message = "occurs twice. Keep one." if author in seen else _fault(author)
            if message:
                yield item.document.problem((key, "authors", number), message, "source-author")
            seen.add(author)


def _fault(author: Author) -> str:
    """Return what is wrong with an author, or nothing."""
    person = author.family or author.given
    if person and author.organisation:
        return "is a person and an organisation in one. Write one item for each."
    if not person and not author.organisation:
        return f"has no name.{HOW_TO_WRITE['authors']}"
    if author.given and not author.family:
        return "has `given` without `family`. Write the name of a person known by one name as `family`."
    if author.family and "," in author.family:
        return f"{quote(author.family)} is a family name with the given name. Write that as `given`."
    if author.family and not author.given and _TWO_WORDS.fullmatch(author.family):
        return f"{quote(author.family)} looks like a whole name. Write the given name as `given`."
    if author.given and _TITLE.match(author.given):
        return f"{quote(author.given)} begins with a title. A name is written without it."
    if author.organisation and author.organisation.casefold() in _NOBODY:
        return f"{quote(author.organisation)} is nobody. Without a named author write the body that published it."
    if any(sign in author.name for sign in _BETWEEN_AUTHORS) or author.name.endswith("et al."):
        return f"{quote(author.name)} names several authors.{HOW_TO_WRITE['authors']}"
    return ""


def dates(dataset: Dataset) -> Iterator[Problem]:
    """A source has a date or is said to be undated, and was read after its publication."""
    for key, item in dataset.sources.items():
        source = item.source
        if not source.date and not source.undated:
            message = "needs `date`, or `undated: true` if the source has none and none was found elsewhere."
            yield item.document.problem((key,), message, "source-undated")
        elif source.date and source.undated:
            yield item.document.problem((key, "undated"), "goes without `date`. Keep one.", "source-undated", key=True)
        elif source.date and source.date.first > source.read.last:
            message = f"{quote(source.read)} lies before the source's own date, {source.date}."
            yield item.document.problem((key, "read"), message, "source-dates")


def titles(dataset: Dataset) -> Iterator[Problem]:
    """A title is what the text is called, and not its address or the name of its file."""
    for key, item in dataset.sources.items():
        for language, title in item.source.title.items():
            found = _FILE.search(title)
            if found:
                what = "the name of a file" if found[0].startswith(".") else "an address"
                message = f"{quote(title)} is {what}. Write the heading of the text, or say what it is."
                yield item.document.problem((key, "title", language), message, "source-title")


def archived(dataset: Dataset) -> Iterator[Problem]:
    """A copy in a web archive is on the host of one."""
    listed = _listed(dataset.vocabulary.hosts)
    for key, item in dataset.sources.items():
        found = _hosts_of(item.source.archive, listed) if item.source.archive else None
        if item.source.archive and (found is None or not found[1].copies):
            message = "is not on the host of a web archive, such as web.archive.org. Write its address there."
            yield item.document.problem((key, "archive"), message, "source-archive")
        elif item.source.archive and _keeps_another(item.source.archive, item.source.original_url or item.source.url):
            message = f"keeps another page than that of the source: {kept_page(item.source.archive)}."
            yield item.document.problem((key, "archive"), message, "source-archive")


def listed_once(dataset: Dataset) -> Iterator[Problem]:
    """Two sources share an address only if they were published or read at different times."""
    keys: dict[str, list[str]] = defaultdict(list)
    for key, item in dataset.sources.items():
        keys[item.source.url].append(key)
    seen: dict[tuple[str, str, str], str] = {}
    for key in (key for alike in keys.values() if len(alike) > 1 for key in alike):
        item = dataset.sources[key]
        first = seen.setdefault((item.source.url, str(item.source.date), str(item.source.read)), key)
        if first != key:
            message = f"is the address of the source {quote(first)} already, with the same `date` and the same `read`."
            yield item.document.problem((key, "url"), message, "source-twice")


def copies(dataset: Dataset) -> Iterator[Problem]:
    """A source that was read in a copy says whose copy it was, and its address is that of the copy."""
    for key, item in dataset.sources.items():
        if item.source.original_url and not item.source.copy_by:
            message = "goes with `copy_by`, which says whose copy was read."
            yield item.document.problem((key, "original_url"), message, "source-copy", key=True)
        elif item.source.original_url == item.source.url:
            message = "is the address of what was read. If that was the original, delete `copy_by` and `original_url`."
            yield item.document.problem((key, "original_url"), message, "source-copy")
        elif item.source.original_url and _keeps_another(item.source.url, item.source.original_url):
            message = f"is not the page of which a copy was read: {kept_page(item.source.url)}."
            yield item.document.problem((key, "original_url"), message, "source-copy")
        keeper = item.source.copy_by or ""
        if _HOST.fullmatch(keeper) and not _is_on(item.source.url, keeper):
            message = (
                f"is not on {keeper}, whose copy was read. Write the address of the copy here, and that of the "
                "original as `original_url`."
            )
            yield item.document.problem((key, "url"), message, "source-copy")


def copies_themselves(dataset: Dataset) -> Iterator[Problem]:
    """An address on a host that holds only copies is that of a copy, and not of the host."""
    listed = _listed(dataset.vocabulary.hosts)
    for key, item in dataset.sources.items():
        for name, url in (("url", item.source.url), ("archive", item.source.archive)):
            found = _hosts_of(url, listed) if url and _is_home(url) else None
            if found and found[1].copies:
                message = f"leads to {found[0]} as a whole. Write the address of the text that was read there."
                yield item.document.problem((key, name), message, "source-copy-home")


def _keeps_another(archived: str, url: str) -> bool:
    """Return whether an address in a web archive is that of another page than `url`."""
    kept = kept_page(archived)
    return bool(kept) and page_of(kept) != page_of(url)


def _is_home(url: str) -> bool:
    """Return whether an address is that of a whole site, and of nothing on it."""
    parts = urlsplit(url)
    return not (parts.path.strip("/") or parts.query or parts.fragment)


def _is_on(url: str, host: str) -> bool:
    """Return whether an address is on a host, or on one below it."""
    return f".{urlsplit(url).hostname or ''}".endswith(f".{host.casefold()}")


def hosts(dataset: Dataset) -> Iterator[Problem]:
    """No source lies on a host that the vocabulary refuses; one on a host of copies says whose copy was read."""
    listed = _listed(dataset.vocabulary.hosts)
    for key, item in dataset.sources.items():
        found = _hosts_of(item.source.url, listed)
        if found is None:
            continue
        host, group = found
        message = f"{host} is listed under {quote(group.label)}: {group.about} {group.instead}"
        if group.refused:
            own = _account(item.source.url, host) if group.accounts else ""
            if own:
                message += f" It is listed by `{own}` under `except` of {group.id} in data/vocabulary/hosts.yml."
            yield item.document.problem((key, "url"), message, "source-host")
        elif not item.source.copy_by:
            yield item.document.problem((key, "url"), message, "source-copy-host")


def _listed(groups: Mapping[str, Hosts]) -> dict[str, Hosts | None]:
    """Return the group of each listed host, with its path if it has one; nothing for exceptions."""
    listed: dict[str, Hosts | None] = {host.casefold(): group for group in groups.values() for host in group.hosts}
    return listed | {host.casefold(): None for group in groups.values() for host in group.exceptions}


def _hosts_of(url: str, listed: Mapping[str, Hosts | None]) -> tuple[str, Hosts] | None:
    """Return the listed host of an address with its group. The nearest host counts, and on it the longest path."""
    parts = urlsplit(url.casefold())
    labels = (parts.hostname or "").strip(".").split(".")
    steps = [step for step in parts.path.split("/") if step]
    for start in range(len(labels)):
        host = ".".join(labels[start:])
        for end in range(len(steps), -1, -1):
            name = "/".join([host, *steps[:end]])
            if name in listed:
                group = listed[name]
                return (name, group) if group else None
    return None


def _account(url: str, host: str) -> str:
    """Return the account to which an address on a host belongs: `issuu.com/oxfamca`; nothing where it shows none."""
    parts = urlsplit(url)
    name = re.sub(r"^(?:www|m)\.", "", parts.hostname or "")
    steps = [step for step in parts.path.split("/") if step]
    if name not in (host, f"www.{host}") and name.endswith(f".{host}"):  # such as justicecanada.github.io
        return name
    end = 2 if steps and steps[0] in _BEFORE_ACCOUNTS else 1
    return "/".join([name, *steps[:end]]) if len(steps) >= end else ""


RULES = (authors, dates, titles, archived, listed_once, copies, copies_themselves, hosts)
