"""What a source is called, in every citation, list and difference."""

from collections.abc import Iterable
from dataclasses import dataclass

from equal_footing.model import text
from equal_footing.model.dataset import Dataset
from equal_footing.model.sources import Source
from equal_footing.model.vocabulary import Evidence

MOST_AUTHORS = 3
"""With more authors than these, notes and short credits give the first one and `et al.`"""
ET_AL = "et al."
"""Latin in every language of the site, as in the styles of citation."""


@dataclass(frozen=True, slots=True)
class Reference:
    """A source as notes and lists of sources give it.

    `titles` are the titles after the tags of their languages, its own first. `published` says where it appeared:
    container, volume with issue, pages, publisher. Who is named before is not named again.
    """

    authors: str
    titles: tuple[tuple[str, str], ...]
    published: tuple[str, ...]

    @property
    def stop(self) -> str:
        """The full stop after the titles; nothing after a single one that ends a sentence itself."""
        return "" if len(self.titles) == 1 and text.ends_sentence(self.titles[0][1]) else "."


def grades(dataset: Dataset, keys: Iterable[str]) -> list[Evidence]:
    """Return the grades of evidence of some sources by their keys, each once and the best first."""
    found = {dataset.sources[key].grade.id for key in keys}
    return [grade for grade in dataset.vocabulary.evidence.values() if grade.id in found]


def is_only_in_copies(dataset: Dataset, keys: Iterable[str]) -> bool:
    """Return whether all sources of something, by their keys, were read in copies; where there is none, it is not."""
    found = set(keys)
    return bool(found) and found <= dataset.copies


def title(source: Source) -> str:
    """Return a source's own title, in its own language; else the English one, else the first.

    It is what a reader has to look for.
    """
    return source.title.get(source.language) or source.title.get("en") or next(iter(source.title.values()))


def english_title(source: Source) -> str:
    """Return the English title of a source, or nothing where it has none besides its own."""
    english = source.title.get("en", "")
    return english if english != title(source) else ""


def titled(source: Source) -> str:
    """Return the title of a source with the English one in brackets, where it has one besides its own."""
    english = english_title(source)
    return f"{title(source)} [{english}]" if english else title(source)


def authors(source: Source, most: int | None = None) -> str:
    """Return who wrote a source, as reference lists name them; with more than `most` the first one and `et al.`"""
    names = [author.printed for author in source.authors]
    return f"{names[0]} {ET_AL}" if most and len(names) > most else "; ".join(names)


def names(source: Source) -> str:
    """Return all authors of a source for programs: each as `Family, Given` or as the name of an organisation."""
    return "; ".join(author.name for author in source.authors)


def author_of(dataset: Dataset, key: str) -> str:
    """Return who wrote a source by its key; the key itself where there is no such source."""
    found = dataset.sources.get(key)
    return authors(found.source, MOST_AUTHORS) if found else key


def credit(dataset: Dataset, key: str, locator: str = "") -> str:
    """Return a source by author and title, and the place in it; a source that is not on record by its key."""
    found = dataset.sources.get(key)
    named = f"{author_of(dataset, key)}, {titled(found.source)}" if found else key
    return f"{named}, {locator}" if locator else named


def reference(source: Source, most: int | None = None) -> Reference:
    """Return a source as a note gives it, with at most `most` authors, or as a list of sources gives it, with all."""
    own = source.language if source.language in source.title else next(iter(source.title))
    others = ((language, name) for language, name in source.title.items() if language != own)
    return Reference(authors(source, most), ((own, source.title[own]), *others), published(source))


def published(source: Source) -> tuple[str, ...]:
    """Return where a source appeared: container, volume with issue, pages, publisher; nobody is named twice."""
    volume = f"{source.volume or ''}({source.issue})" if source.issue else source.volume or ""
    named = {author.name.casefold() for author in source.authors}
    parts = []
    for part in (source.container, volume, (source.pages or "").replace("-", "–"), source.publisher):
        if part and part.casefold() not in named:
            parts.append(part)
            named.add(part.casefold())
    return tuple(parts)
