"""What the data are as a whole, as every description of them says it."""

from equal_footing.citation import citations
from equal_footing.citation.citations import Item
from equal_footing.citation.citing import Citing
from equal_footing.citation.exports import FOLDER
from equal_footing.export.shapes import SCHEMA_VERSION, UNRELEASED
from equal_footing.model.messages import Messages
from equal_footing.sitemap import days
from equal_footing.tables.package import About

SPDX = "CC-BY-4.0"
"""The licence of data and texts, as an SPDX identifier."""


def edition_of_all(citing: Citing) -> str:
    """Return the edition that holds all data as they are; nothing where something has changed since the newest."""
    newest = citing.editions.newest
    if citing.editions.frozen or newest is None:
        return citing.editions.frozen or ""
    return newest.edition if citing.history.is_unchanged else ""


def head(edition: str, day: str, words: Messages) -> tuple[str, str, str, str, str, str]:
    """Return what every JSON file begins with: the version of its shape, edition, day, licence, and language."""
    return SCHEMA_VERSION, edition or UNRELEASED, day, SPDX, citations.LICENCE_URL, words.language


def about(citing: Citing) -> About:
    """Return what the data are as a whole. Their day is that of the newest review: the same data, the same day."""
    words, edition = citing.views.words, edition_of_all(citing)
    day = days.reviewed(citing.views.dataset, None)
    title, address = words("dataset-title"), citing.address_of(f"{FOLDER}/", edition)
    return About(
        title=title,
        description=words("data-lead"),
        author=words("author"),
        site_url=citing.site_url,
        address=address,
        edition=edition,
        day=str(day),
        licence=SPDX,
        licence_title=citations.LICENCE,
        licence_url=citations.LICENCE_URL,
        cite=citations.apa(Item("", title, day, address, edition, is_dataset=True), words),
    )
