"""Which picture other sites show with a link to a page: one for each folder of a place, and one for the others."""

from dataclasses import dataclass

from equal_footing.model.dataset import Dataset
from equal_footing.model.messages import Messages
from equal_footing.model.things import COMPARE, FIGURES
from equal_footing.sitemap.pages import Page
from equal_footing.views import pictures
from equal_footing.views.records import Views

FOLDER = "assets/pictures/"
"""Where the pictures are on the site."""


@dataclass(frozen=True, slots=True)
class Card:
    """A picture: its address on the site, the line and the title that it shows, and the country whose colour it has."""

    address: str
    above: str
    title: str
    country: str = ""


def card(dataset: Dataset, words: Messages, page: Page | None) -> Card:
    """Return the picture of a page; `page` is None for one that people write."""
    place, _, below = page.address.partition("/") if page else ("", "", "")
    if place in dataset.places:
        home, folder = dataset.entries[place].record.title, below.split("/")[0]
        titles = {kind.folder: kind.plural for kind in dataset.folder_kinds} | {
            FIGURES: words("figures-title"),
            "sources": words("sources-title"),
        }
        if folder in titles:
            return Card(f"{FOLDER}{place}-{folder}.png", f"{words('site')} · {home}", titles[folder], place)
        return Card(f"{FOLDER}{place}.png", words("site"), home, place)
    if place == COMPARE:
        return Card(f"{FOLDER}{COMPARE}.png", words("site"), words("compare-title"))
    return Card(f"{FOLDER}site.png", words("site"), words("dataset-title"))


def draw(views: Views, found: Card) -> tuple[bytes, str]:
    """Return a picture as PNG, and the letters for which it has boxes."""
    return pictures.picture(found.above, found.title, views.colours.get(found.country, 0), views.drawings)
