"""What a source is called, in every citation, list and difference."""

from equal_footing.model.dataset import Dataset
from equal_footing.model.sources import Source


def title(source: Source) -> str:
    """Return the title that a source bears itself, in its own language; else the English one, else the first.

    It is what a reader has to look for. A note on a page and the files for reference managers give the English one too.
    """
    return source.title.get(source.language) or source.title.get("en") or next(iter(source.title.values()))


def english_title(source: Source) -> str:
    """Return the English title of a source, or nothing where it has none besides its own."""
    english = source.title.get("en", "")
    return english if english != title(source) else ""


def author(source: Source) -> str:
    """Return who wrote a source: all its authors, as reference lists name them."""
    return "; ".join(author.name for author in source.authors)


def author_of(dataset: Dataset, key: str) -> str:
    """Return who answers for a source by its key; the key itself where there is no such source."""
    found = dataset.sources.get(key)
    return author(found.source) if found else key


def credit(dataset: Dataset, key: str, locator: str = "") -> str:
    """Return a source by author and title, and the place in it; a source that is not on record by its key."""
    found = dataset.sources.get(key)
    named = f"{author(found.source)}, {title(found.source)}" if found else key
    return f"{named}, {locator}" if locator else named
