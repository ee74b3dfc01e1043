"""Each page has a title and a description of its own."""

from collections import Counter
from pathlib import Path

from equal_footing.check.run import load_checked
from equal_footing.model import messages
from equal_footing.model.dataset import Dataset
from equal_footing.sitemap import pages
from tests.conftest import ROOT


def test_no_two_pages_share_a_title_or_a_description(dataset: Dataset) -> None:
    found = pages.all_pages(dataset, messages.load(ROOT))
    for what in ([page.title for page in found], [page.description for page in found]):
        assert [text for text, number in Counter(what).items() if number > 1 or not text] == []


def test_records_of_one_name_are_told_apart_by_their_place(dataset: Dataset) -> None:
    names = Counter(entry.record.title for entry in dataset.entries.values())
    titles = {page.record: page.title for page in pages.all_pages(dataset, messages.load(ROOT))}
    twins = [entry for entry in dataset.entries.values() if names[entry.record.title] > 1]
    assert twins, "no two records of the real data share a name"
    for entry in twins:
        assert titles[entry.id] == f"{entry.record.title} ({dataset.entries[entry.place].record.title})"


def test_the_old_addresses_of_two_records_are_told_apart(world: Path) -> None:
    for number in (1, 2):
        old = world / f"data/atlantis/bodies/old-{number}.yml"
        old.write_text("moved_to: atlantis/bodies/aid-office\n", encoding="utf-8")
    found = [page for page in pages.all_pages(load_checked(world), messages.load(ROOT)) if page.macro == "moved"]
    assert len({page.title for page in found}) == len({page.description for page in found}) == 2
