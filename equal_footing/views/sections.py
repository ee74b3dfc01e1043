"""What pages show of longer texts: the sections of a record, and the profile of a country by group of questions."""

from dataclasses import dataclass

from equal_footing.model.anchors import slug
from equal_footing.model.dataset import Dataset, Entry
from equal_footing.model.vocabulary import Term
from equal_footing.views import comparison
from equal_footing.views.comparison import Cell


@dataclass(frozen=True, slots=True)
class Titled:
    """A section under its own title, with its anchor."""

    anchor: str
    title: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GroupPart:
    """What a country's page says on a group of questions: its part of the profile, if there is one, and the answers."""

    group: Term
    profile: tuple[str, ...]
    cells: tuple[Cell, ...]


def titled(entry: Entry) -> list[Titled]:
    """Return the sections of a record that have a title of their own, in its order."""
    return [
        Titled(f"text-{slug(section.title)}", section.title, tuple(section.paragraphs))
        for section in entry.record.sections
        if section.title
    ]


def by_group(dataset: Dataset, country: Entry) -> list[GroupPart]:
    """Return the groups of questions on which there is something to say of a country, in the vocabulary's order."""
    profile = {section.group: tuple(section.paragraphs) for section in country.record.sections if section.group}
    cells = {group.id: tuple(found[0] for _, found in rows) for group, rows in comparison.rows(dataset, [country])}
    return [
        GroupPart(group, profile.get(name, ()), cells.get(name, ()))
        for name, group in dataset.vocabulary.question_groups.items()
        if name in profile or name in cells
    ]
