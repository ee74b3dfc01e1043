"""The days of a page: when what it shows was last reviewed, and when it last changed."""

from collections.abc import Iterable

from equal_footing.model.dataset import Dataset
from equal_footing.model.entries import Entry
from equal_footing.model.things import COMPARE
from equal_footing.model.values import PartialDate, latest
from equal_footing.sitemap.pages import Page
from equal_footing.views import comparison


def reviewed(dataset: Dataset, page: Page | None) -> PartialDate:
    """Return the day of the newest review of what a page shows, of the whole site without one; today if nobody did."""
    if page and page.withdrawn:
        return dataset.withdrawn[page.withdrawn][0].withdrawn
    if page and (question := _question(dataset, page)):
        return comparison.reviewed(dataset, question)
    if page and (page.record or page.place):
        return latest(entry.record.reviewed for entry in _shown(dataset, page)) or dataset.today()
    return dataset.reviewed or dataset.today()


def changed(dataset: Dataset, page: Page) -> PartialDate | None:
    """Return the newest day on which what a page shows was reviewed or one of its values changed; None if unknown."""
    if page.withdrawn:
        return reviewed(dataset, page)
    if question := _question(dataset, page):
        answers = [item.answer for item in dataset.answers.values() if item.question == question]
        changes = [answer.changed.on for answer in answers if answer.changed]
        return latest([comparison.reviewed(dataset, question), *changes])
    days, is_home = [], page.macro == "place_page"  # it shows what its records say, too
    for entry in dataset.of_place(page.place or "") if is_home else _shown(dataset, page):
        days += [entry.record.reviewed, *(fact.changed.on for fact in entry.record.facts if fact.changed)]
    return latest(days)


def _question(dataset: Dataset, page: Page) -> str:
    """Return the question that a page shows; nothing for other pages."""
    return page.record.removeprefix(f"{COMPARE}/") if page.record and page.record not in dataset.entries else ""


def _shown(dataset: Dataset, page: Page | None) -> Iterable[Entry]:
    """Return the records that a page shows: one, those of a place, or all."""
    if page and page.record:
        return [dataset.entries[page.record]]
    return dataset.of_place(page.place) if page and page.place else dataset.entries.values()
