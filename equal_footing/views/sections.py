"""What pages show of longer texts: the sections of a record, and a country's page by group of questions."""

from dataclasses import dataclass

from equal_footing.model.anchors import slug
from equal_footing.model.dataset import Dataset
from equal_footing.model.entries import Entry, FigureEntry
from equal_footing.model.terms import Term
from equal_footing.views import brief, comparison
from equal_footing.views.brief import BriefTable
from equal_footing.views.comparison import Cell
from equal_footing.views.figures import FigureView, figure_view
from equal_footing.views.records import Views


@dataclass(frozen=True, slots=True)
class Titled:
    """A section under its own title, with its anchor."""

    anchor: str
    title: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GroupPart:
    """What a country's page says on a group of questions.

    Its part of the profile, if there is one, the first figure of the group with the others by name, the short tables
    of its records, and the answers.
    """

    group: Term
    profile: tuple[str, ...]
    figure: FigureView | None
    other_figures: tuple[FigureEntry, ...]
    tables: tuple[BriefTable, ...]
    cells: tuple[Cell, ...]


def titled(entry: Entry) -> list[Titled]:
    """Return the sections of a record that have a title of their own, in its order."""
    return [
        Titled(f"text-{slug(section.title)}", section.title, tuple(section.paragraphs))
        for section in entry.record.sections
        if section.title
    ]


def by_group(views: Views, country: Entry) -> list[GroupPart]:
    """Return the groups of questions on which there is something to say of a country, in the vocabulary's order."""
    dataset = views.dataset
    profile = {section.group: tuple(section.paragraphs) for section in country.record.sections if section.group}
    cells = {group.id: tuple(found[0] for _, found in rows) for group, rows in comparison.rows(dataset, [country])}
    figures = dataset.figures_of(country.id)
    parts = []
    for name, group in dataset.vocabulary.question_groups.items():
        mine = [entry for entry in figures if entry.figure.group == name]
        part = GroupPart(
            group=group,
            profile=profile.get(name, ()),
            figure=figure_view(views, mine[0]) if mine else None,
            other_figures=tuple(mine[1:]),
            tables=tuple(brief.tables(views, country, name)),
            cells=cells.get(name, ()),
        )
        if part.profile or part.figure or part.tables or part.cells:
            parts.append(part)
    return parts


@dataclass(frozen=True, slots=True)
class Contrasts:
    """The differences between countries that the home page names, and the record that holds them."""

    entry: Entry
    paragraphs: tuple[str, ...]


def contrasts(dataset: Dataset) -> list[Contrasts]:
    """Return the sections that are marked for the home page, in the order of their records."""
    return [
        Contrasts(entry, tuple(section.paragraphs))
        for entry in dataset.entries.values()
        for section in entry.record.sections
        if section.home
    ]
