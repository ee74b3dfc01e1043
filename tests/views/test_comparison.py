"""Which pairs of countries have a page: every pair while countries are few, and for ever those that were published."""

from __future__ import annotations

import datetime
import shutil
from pathlib import Path

import pytest

from equal_footing.check.run import load_checked
from equal_footing.model import address_list, messages
from equal_footing.scaffold.country import new_country
from equal_footing.sitemap import addresses, pages
from equal_footing.views.comparison import PAIRS_UP_TO

from ..conftest import LISTED, ROOT

WORDS = messages.load(ROOT)
DAY = datetime.date(2026, 11, 24)
CODES = ("KR", "GB", "CA", "JP", "CN", "DE", "FR", "IN", "BR", "MX", "KE")


@pytest.fixture
def world(world: Path) -> Path:
    """The small world with the templates of new files."""
    shutil.copytree(ROOT / "templates" / "scaffold", world / "templates" / "scaffold")
    return world


def add_countries(world: Path, number: int) -> None:
    """Begin countries until there are so many."""
    for code in CODES[len(load_checked(world).countries) - 1 : number - 1]:
        new_country(world, code, DAY)
    assert len(load_checked(world).countries) == number


def publish(world: Path) -> None:
    address_list.write(world / LISTED, addresses.present(load_checked(world), WORDS))


def pair_pages(world: Path) -> list[str]:
    return [page.address for page in pages.all_pages(load_checked(world), WORDS) if page.macro == "pair"]


def test_while_countries_are_few_each_pair_has_a_page(world: Path) -> None:
    add_countries(world, 3)
    assert pair_pages(world) == [
        "compare/atlantis-south-korea/",
        "compare/atlantis-united-kingdom/",
        "compare/south-korea-united-kingdom/",
    ]
    add_countries(world, PAIRS_UP_TO)
    assert len(set(pair_pages(world))) == PAIRS_UP_TO * (PAIRS_UP_TO - 1) / 2


def test_with_many_countries_the_published_pairs_stay_and_no_new_ones_come(world: Path) -> None:
    add_countries(world, 3)
    publish(world)
    before = pair_pages(world)
    add_countries(world, PAIRS_UP_TO + 1)
    assert pair_pages(world) == before
    assert addresses.check(world, load_checked(world), WORDS) == []
    add_countries(world, PAIRS_UP_TO + 2)
    assert pair_pages(world) == before


def test_with_many_countries_and_nothing_published_there_are_no_pairs(world: Path) -> None:
    add_countries(world, PAIRS_UP_TO + 1)
    assert pair_pages(world) == []


def test_a_published_pair_keeps_its_address_when_a_country_gets_another_name(world: Path) -> None:
    add_countries(world, 3)
    publish(world)
    country = world / "data" / "atlantis" / "country.yml"
    text = country.read_text(encoding="utf-8")
    country.write_text(text.replace("en: Atlantis", "en: Submerged Land"), encoding="utf-8")  # between the other two
    assert [entry.id for entry in load_checked(world).countries] == ["south-korea", "atlantis", "united-kingdom"]
    assert sorted(pair_pages(world)) == [
        "compare/atlantis-south-korea/",
        "compare/atlantis-united-kingdom/",
        "compare/south-korea-united-kingdom/",
    ]
    assert addresses.check(world, load_checked(world), WORDS) == []


def test_a_list_that_cannot_be_read_is_told_and_breaks_nothing(world: Path) -> None:
    add_countries(world, 3)
    path = world / LISTED
    path.parent.mkdir(parents=True)
    path.write_bytes(b"compare/caf\xe9/\n")
    assert len(pair_pages(world)) == 3
    (problem,) = addresses.check(world, load_checked(world), WORDS)
    assert str(problem).startswith(f"{LISTED}:1:12 ")
