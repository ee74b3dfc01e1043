"""The Atom feed of what editions have changed."""

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import quote

from jinja2 import Environment

from equal_footing.changes.edition_change import EditionChange
from equal_footing.changes.release_notes import Release
from equal_footing.model.messages import Messages
from equal_footing.statement import wording

LIST = "changes/"
"""The address of the page that lists all changes, from the top of the site."""
FEED = "feeds/changes.xml"
"""The address of the feed, from the top of the site."""
TAG = "tag:equal-footing.example,2026:"
"""What the ids of the feed and its entries begin with (RFC 4151). It is no address and stays when the site moves."""
NEW_RECORDS_UP_TO = 200
"""How many whole new records the feed names."""


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """A change as an entry of the feed; `old` and `new` are shown, of something that has moved as whole addresses.

    `on` is the day of the change in words, if it is known. `link` leads to what has changed, `listed` to its entry in
    the list of all changes.
    """

    id: str
    link: str
    listed: str
    edition: str
    updated: str
    change: EditionChange
    on: str
    old: str
    new: str


def feed(
    environment: Environment,
    releases: Iterable[Release],
    site_url: str,
    words: Messages,
    place: tuple[str, str] | None = None,
) -> str:
    """Return the Atom feed of the changes, the newest edition first.

    `site_url` is the public address of the site, with a slash at its end. Whole new records beyond the first
    `NEW_RECORDS_UP_TO` are left out. With a `place`, by its id and its name, it has
    only the changes there. Raises ValueError where there is no edition, since a feed needs a date.
    """
    editions = sorted(releases, key=lambda item: item.date, reverse=True)
    if not editions:
        raise ValueError("there is no edition, and so no feed of changes")
    return environment.get_template("feeds/changes.xml.j2").render(
        t=words,
        language=words.language,
        id=f"{TAG}changes/{place[0]}" if place else f"{TAG}changes",
        site_url=site_url,
        listed=f"{site_url}{LIST}",
        address=f"{site_url}{feed_of(place[0]) if place else FEED}",
        place=place[1] if place else "",
        updated=_moment(editions[0].date),
        entries=list(_entries(editions, site_url, words, place[0] if place else None)),
    )


def feed_of(place: str) -> str:
    """Return the address of the feed of a place."""
    return f"feeds/{place}.xml"


def _entries(editions: Iterable[Release], site_url: str, words: Messages, place: str | None) -> Iterator[FeedEntry]:
    new_records = 0
    for item in editions:
        for change in item.changes:
            if place and not _is_of(change, place):
                continue
            if change.kind == "added" and not change.anchor:
                new_records += 1
                if new_records > NEW_RECORDS_UP_TO:
                    continue
            yield _entry(item, change, site_url, words)


def _is_of(change: EditionChange, place: str) -> bool:
    """Return whether a change is one of a place: on a page of its own, or of its answer to a question."""
    has_moved = change.kind == "moved" and change.old == f"{place}/"  # the place itself
    return change.page.split("/")[0] == place or change.anchor == place or has_moved


def _entry(item: Release, change: EditionChange, site_url: str, words: Messages) -> FeedEntry:
    """Return the entry of a change; its id stays when the wording of the change or the address of the site changes."""
    page, _, anchor = change.cited.partition("#")
    identity = f"{TAG}{page}#{quote(anchor)}@{item.edition}"
    addresses = (change.link, f"{LIST}#{change.entry(item.edition)}")
    link, listed = (f"{site_url}{quote(part, safe='/#')}" for part in addresses)
    on = wording.day(change.on, words) if change.on else ""
    has_moved = change.kind == "moved"
    old, new = (f"{site_url}{part}" if has_moved else part for part in (change.old, change.new))
    return FeedEntry(identity, link, listed, item.edition, _moment(item.date), change, on, old, new)


def _moment(day: datetime.date) -> str:
    """Return the beginning of a day as RFC 3339 writes it."""
    return f"{day.isoformat()}T00:00:00Z"
