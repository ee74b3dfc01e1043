"""The macros that draw the pages of the comparison: all questions, one question, two countries, tables of records."""

from __future__ import annotations

from markupsafe import Markup

from equal_footing.drawing.render import PageRenderer
from equal_footing.model.dataset import COMPARE, Dataset
from equal_footing.model.fixed_words import NOT_RESEARCHED
from equal_footing.statement import conversion
from equal_footing.views import comparison


def compare(page: PageRenderer) -> Markup:
    """All questions by all countries."""
    dataset = page.renderer.views.dataset
    return page.draw(
        "pages/compare.html.j2",
        groups=comparison.rows(dataset, dataset.countries),
        countries=dataset.countries,
        country_names=_names(dataset),
        width=len(dataset.countries) + 1,
        pairs=[(one, other, f"{COMPARE}/{one.id}-{other.id}/") for one, other in comparison.pairs(dataset)],
        tables=comparison.tables(dataset),
        reviewed=comparison.reviewed(dataset),
    )


def question_page(page: PageRenderer, question: str) -> Markup:
    """One question, with its rubric and the answer of every country."""
    dataset = page.renderer.views.dataset
    entry = dataset.questions[question]
    return page.draw(
        "pages/question.html.j2",
        entry=entry,
        group=dataset.vocabulary.question_groups[entry.question.group],
        asks=dataset.vocabulary.asks[entry.question.asks],
        cells=[comparison.cell(dataset, entry, country) for country in dataset.countries],
        countries=dataset.countries,
        country_names=_names(dataset),
        kinds=comparison.kinds_of_evidence(dataset, entry),
        rubric=comparison.rubric(dataset, entry),
        questions=[other for _, questions in dataset.question_groups for other in questions],
        reviewed=comparison.reviewed(dataset, question),
    )


def pair(page: PageRenderer, one: str, other: str) -> Markup:
    """Two countries under the same questions."""
    views = page.renderer.views
    countries = [views.entry(one), views.entry(other)]
    return page.draw(
        "pages/pair.html.j2",
        one=countries[0],
        other=countries[1],
        groups=comparison.rows(views.dataset, countries),
        reviewed=comparison.reviewed(views.dataset),
    )


def record_table(page: PageRenderer, name: str) -> Markup:
    """The records of some kinds in a table over all countries."""
    views = page.renderer.views
    found = views.dataset.vocabulary.comparisons[name]
    rows = comparison.table(views, found)
    return page.draw(
        "pages/record_table.html.j2",
        comparison=found,
        columns=found.columns.values(),
        rows=rows,
        countries=views.dataset.countries,
        country_names=_names(views.dataset),
        no_fact=views.dataset.vocabulary.missing[NOT_RESEARCHED],
        numeric=comparison.numeric(views.dataset, found),
        currency=conversion.CURRENCY,
        reviewed=max((row.entry.record.reviewed for row in rows), key=lambda day: day.first),
    )


def _names(dataset: Dataset) -> str:
    """Return the names of all countries, as citations of a comparison list them."""
    return ", ".join(country.record.title for country in dataset.countries)
