"""What pages show of things that have moved or were withdrawn: at their old addresses, and at their old anchors."""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from equal_footing.model import things
from equal_footing.model.address_list import anchors_of, pages_below
from equal_footing.model.dataset import Dataset
from equal_footing.model.endings import Withdrawn
from equal_footing.model.fixed_words import ARTICLE
from equal_footing.model.successors import Named, named
from equal_footing.model.things import COMPARE, FIGURES
from equal_footing.views import claims, comparison


@dataclass(frozen=True, slots=True)
class Left:
    """What stays on a page of something that was there: its title, and its anchors.

    Either `now` says where what was at each of the anchors is, or `item` why it was withdrawn, and `see` what to read
    instead.
    """

    title: str
    anchors: tuple[str, ...]
    now: tuple[tuple[str, Named], ...] = ()
    item: Withdrawn | None = None
    see: tuple[Named, ...] = ()


def ended_places(dataset: Dataset) -> list[str]:
    """Return the places that have moved or were withdrawn."""
    return [*_places(dataset.moved), *_places(dataset.withdrawn)]


def see(dataset: Dataset, item: Withdrawn) -> tuple[Named, ...]:
    """Return what to read instead of something that was withdrawn."""
    return tuple(named(dataset, other) for other in item.see)


# Pages ----------------------------------------------------------------------------------------------------------------


def moved_pages(dataset: Dataset, pages: Collection[str]) -> dict[str, str]:
    """Return the addresses of pages that went with a place which has moved, each with that of the page it leads to.

    `pages` are the addresses that the site has besides. Pages of two countries are among those that went.
    """
    found: dict[str, str] = {}
    for place in _places(dataset.moved):
        for above in ("", "contribute/"):
            new, old = f"{above}{dataset.resolve(place)}/", f"{above}{place}/"
            found |= {f"{old}{page.removeprefix(new)}": page for page in pages if page.startswith(new)}
    for name, places in _pairs(dataset):
        one, other = map(dataset.resolve, places)
        now = [page for pair in (f"{one}-{other}", f"{other}-{one}") if (page := f"{COMPARE}/{pair}/") in pages]
        if now:
            found[f"{COMPARE}/{name}/"] = now[0]
    return {old: new for old, new in found.items() if old not in pages}


def withdrawn_pages(dataset: Dataset, pages: Collection[str]) -> dict[str, str]:
    """Return the addresses of published pages that went with a place which was withdrawn, each with that place.

    `pages` are the addresses that the site has besides.
    """
    found: dict[str, str] = {}
    for place in _places(dataset.withdrawn):
        below = (f"{place}/", f"contribute/{place}/")
        found |= {page: place for page in dataset.published if page.startswith(below) and "#" not in page}
    for name, places in _pairs(dataset):
        gone = [place for place in places if place in dataset.withdrawn]
        found |= {f"{COMPARE}/{name}/": place for place in gone}
    return {page: place for page, place in found.items() if page not in pages}


def _places(left: Iterable[str]) -> list[str]:
    return [name for name in left if things.sort(name) == things.PLACE]


def _pairs(dataset: Dataset) -> Iterator[tuple[str, tuple[str, str]]]:
    """Yield the published pairs of countries of which one has moved or was withdrawn: the name and both countries."""
    left = set(ended_places(dataset))
    known = left.union(country.id for country in dataset.countries)
    for name in pages_below(dataset.published, f"{COMPARE}/") if left else ():
        pair = comparison.pair_named(name, known)
        if pair and left.intersection(pair):
            yield name, pair


# Anchors --------------------------------------------------------------------------------------------------------------


def left_on(dataset: Dataset, page: str) -> list[Left]:
    """Return what stays on a page, by its address, of things that had an anchor there: figures, claims and answers."""
    if not re.fullmatch(rf"{COMPARE}/(?:[^/]+/)?|{ARTICLE}/(?:[^/]+/)?|[^/]+/{FIGURES}/", page):
        return []
    came = [name for name in dataset.moved if things.has_page(name) and things.address(dataset.resolve(name)) == page]
    published = (anchor for old in (page, *map(things.address, came)) for anchor in anchors_of(dataset.published, old))
    here = [name for name in (*dataset.moved, *dataset.withdrawn) if things.address(name).startswith(f"{page}#")]
    anchors = dict.fromkeys([*(name.rpartition("/")[2] for name in here), *published])
    by_name: dict[str, dict[str, Named | None]] = {}
    for anchor in anchors:
        if found := _thing_at(dataset, page, anchor):
            by_name.setdefault(found[0], {})[anchor] = found[1]
    return [_left(dataset, name, places) for name, places in by_name.items()]


def _left(dataset: Dataset, name: str, places: dict[str, Named | None]) -> Left:
    """Return what stays of a thing: where what was at each of its anchors is now, or why it was withdrawn."""
    if name in dataset.withdrawn:
        item = dataset.withdrawn[name][0]
        return Left(item.title, tuple(places), item=item, see=see(dataset, item))
    now = tuple((anchor, place) for anchor, place in places.items() if place)
    return Left(named(dataset, name).title, tuple(places), now)


def _thing_at(dataset: Dataset, page: str, anchor: str) -> tuple[str, Named | None] | None:
    """Return what was at an anchor of a page, by its name, and where it is now; None for what still is there.

    The name is that of an answer's question or country, whichever is no longer there.
    """
    match page.rstrip("/").split("/"):
        case ["compare"]:
            for country in (*(entry.id for entry in dataset.countries), *ended_places(dataset)):
                if anchor.endswith(f"-{country}"):
                    found = _answer(dataset, anchor.removesuffix(f"-{country}"), country, is_table=True)
                    if found:
                        return found
            return None
        case ["compare", question]:
            return _answer(dataset, question, anchor, is_table=False)
        case ["article", *_]:
            name = f"{things.CLAIMS}/{anchor}"
            at = claims.addresses(dataset).get(dataset.resolve(name).rpartition("/")[2], "")
            is_here = at in {"", f"{page}#{anchor}"} or (page == f"{ARTICLE}/" and name in dataset.things)
            now = None if is_here else Named(named(dataset, name).title, at)
        case [place, "figures"]:
            name = f"{place}/{FIGURES}/{anchor}"
            now = named(dataset, name) if name in dataset.moved else None
        case _:
            return None
    return (name, now) if now or name in dataset.withdrawn else None


def _answer(dataset: Dataset, question: str, country: str, *, is_table: bool) -> tuple[str, Named | None] | None:
    """Return what has become of a country's answer to a question, as `_thing_at` does."""
    names = (f"{things.QUESTIONS}/{question}", country)
    left = [name for name in names if dataset.is_left(name)]
    if not left or not all(dataset.is_left(name) or name in dataset.things for name in names):
        return None
    gone = [name for name in left if name in dataset.withdrawn]
    if gone:
        return gone[0], None
    asked, home = (named(dataset, name) for name in names)
    now_asked, now_home = dataset.resolve(names[0]).rpartition("/")[2], dataset.resolve(country)
    address = f"{COMPARE}/#{now_asked}-{now_home}" if is_table else f"{asked.address}#{now_home}"
    if country not in left:
        return left[0], Named(home.title, address)
    found = dataset.questions.get(now_asked)
    return left[0], Named(found.question.short if found else asked.title, address)
