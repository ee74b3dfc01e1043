"""The macros that draw the pages of the comparison; each public function here is one."""

from markupsafe import Markup

from equal_footing.drawing.render import PageRenderer
from equal_footing.model.dataset import COMPARE, Dataset
from equal_footing.model.fixed_words import NOT_RESEARCHED
from equal_footing.statement import conversion
from equal_footing.views import comparison


def compare(page: PageRenderer) -> Markup:
    """All questions by all countries."""
    return page.draw(
        "pages/compare.html.j2",
        groups=comparison.rows(page.dataset, page.dataset.countries),
        countries=page.dataset.countries,
        country_names=_names(page.dataset),
        width=len(page.dataset.countries) + 1,
        pairs=[(one, other, f"{COMPARE}/{one.id}-{other.id}/") for one, other in comparison.pairs(page.dataset)],
        tables=comparison.tables(page.dataset),
        reviewed=comparison.reviewed(page.dataset),
    )


def question_page(page: PageRenderer, question: str) -> Markup:
    """One question, with its rubric and the answer of every country."""
    entry = page.dataset.questions[question]
    return page.draw(
        "pages/question.html.j2",
        entry=entry,
        group=page.dataset.vocabulary.question_groups[entry.question.group],
        asks=page.dataset.vocabulary.asks[entry.question.asks],
        cells=[comparison.cell(page.dataset, entry, country) for country in page.dataset.countries],
        countries=page.dataset.countries,
        country_names=_names(page.dataset),
        kinds=comparison.kinds_of_evidence(page.dataset, entry),
        rubric=comparison.rubric(page.dataset, entry),
        questions=[other for _, questions in page.dataset.question_groups for other in questions],
        reviewed=comparison.reviewed(page.dataset, question),
    )


def pair(page: PageRenderer, one: str, other: str) -> Markup:
    """Two countries under the same questions."""
    countries = [page.views.entry(one), page.views.entry(other)]
    return page.draw(
        "pages/pair.html.j2",
        one=countries[0],
        other=countries[1],
        groups=comparison.rows(page.dataset, countries),
        reviewed=comparison.reviewed(page.dataset),
    )


def record_table(page: PageRenderer, name: str) -> Markup:
    """The records of some kinds in a table over all countries."""
    found = page.dataset.vocabulary.comparisons[name]
    rows = comparison.table(page.views, found)
    return page.draw(
        "pages/record_table.html.j2",
        comparison=found,
        columns=found.columns.values(),
        rows=rows,
        countries=page.dataset.countries,
        country_names=_names(page.dataset),
        no_fact=page.dataset.vocabulary.missing[NOT_RESEARCHED],
        numeric=comparison.numeric(page.dataset, found),
        currency=conversion.CURRENCY,
        reviewed=max((row.entry.record.reviewed for row in rows), key=lambda day: day.first),
    )


def _names(dataset: Dataset) -> str:
    """Return the names of all countries, as citations of a comparison list them."""
    return ", ".join(country.record.title for country in dataset.countries)
