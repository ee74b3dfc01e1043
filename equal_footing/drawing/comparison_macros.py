"""The macros that draw the pages of the comparison; each public function here is one."""

from collections.abc import Iterable

from markupsafe import Markup

from equal_footing.citation import footnotes
from equal_footing.drawing.page_renderer import PageRenderer
from equal_footing.model.entries import Entry
from equal_footing.model.things import COMPARE
from equal_footing.model.values import PartialDate, latest
from equal_footing.statement import conversion
from equal_footing.views import comparison, places, record_tables, sections
from equal_footing.views.comparison import SHOWN_AT_ONCE, Cell, Groups
from equal_footing.views.figures import figure_view

BESIDE = 4
"""Up to how many countries the comparison on the home page leaves room beside it."""
SIDE_BY_SIDE = 4
"""How many answers are side by side on a wide screen."""


def home(page: PageRenderer) -> Markup:
    """The home page: the comparison in small, differences between countries, a figure, and the ways into the site."""
    dataset = page.dataset
    figure = places.shared_figure(dataset)
    groups = comparison.rows(dataset, dataset.countries[:SHOWN_AT_ONCE])
    cells = [cell for _, rows in groups for _, found in rows for cell in found]
    return page.draw(
        "pages/home.html.j2",
        counts=page.views.facts.counts() | {"questions": len(dataset.questions)},
        groups=groups,
        is_practised=any(cell.practice for cell in cells),
        countries=dataset.countries[:SHOWN_AT_ONCE],
        width=min(len(dataset.countries), SHOWN_AT_ONCE) + 1,
        many=len(dataset.countries) > BESIDE,
        others=dataset.countries[SHOWN_AT_ONCE:],
        contrasts=sections.contrasts(dataset),
        figure=figure_view(page.views, figure) if figure else None,
    )


def compare(page: PageRenderer) -> Markup:
    """All questions by all countries."""
    groups = comparison.rows(page.dataset, page.dataset.countries)
    reviewed = comparison.reviewed(page.dataset) if page.dataset.questions else page.item.date
    _keep_footnotes(page, groups)
    return page.draw(
        "pages/compare.html.j2",
        groups=groups,
        **_of_countries(page.dataset.countries),
        pairs=[(one, other, f"{COMPARE}/{one.id}-{other.id}/") for one, other in comparison.pairs(page.dataset)],
        tables=comparison.tables(page.dataset),
        note=_note(page, reviewed, file=footnotes.FILE),
    )


def question_page(page: PageRenderer, question: str) -> Markup:
    """One question, with the answer of every country and its rubric."""
    entry = page.dataset.questions[question]
    cells = [comparison.cell(page.dataset, entry, country) for country in page.dataset.countries]
    before, after = comparison.around(page.dataset, entry)
    reviewed = comparison.reviewed(page.dataset, question)
    return page.draw(
        "pages/question.html.j2",
        entry=entry,
        group=page.dataset.vocabulary.question_groups[entry.question.group],
        asks=page.dataset.vocabulary.asks[entry.question.asks],
        cells=[(cell, comparison.provisions(page.views, cell)) for cell in cells],
        columns=len(cells) if len(cells) <= SIDE_BY_SIDE else "many",
        **_of_countries(page.dataset.countries),
        kinds=comparison.kinds_of_evidence(page.dataset, entry),
        rubric=comparison.rubric(page.dataset, entry),
        before=before,
        after=after,
        groups=page.dataset.question_groups,
        history=page.history(entry.address.rstrip("/")),
        note=_note(page, reviewed, footnotes.footnotes(page.renderer.citing, cells, on_one_question=True)),
    )


def pair(page: PageRenderer, one: str, other: str) -> Markup:
    """Two countries under the same questions, first those that they answer differently."""
    countries = [page.views.entry(one), page.views.entry(other)]
    groups = comparison.rows(page.dataset, countries)
    differ, alike = comparison.differing(groups)
    _keep_footnotes(page, groups)
    return page.draw(
        "pages/pair.html.j2",
        one=countries[0],
        other=countries[1],
        groups=groups,
        **_of_countries(countries),
        differ=differ,
        alike=alike,
        open=len(page.dataset.questions) - len(differ) - alike,
        note=_note(page, comparison.reviewed(page.dataset), file=footnotes.FILE),
    )


def record_table(page: PageRenderer, name: str) -> Markup:
    """The records of some kinds in a table over all countries."""
    found = page.dataset.vocabulary.comparisons[name]
    rows = record_tables.table(page.views, found)
    converted = record_tables.converted(found, rows)
    reviewed = latest(row.entry.record.reviewed for row in rows) or page.item.date
    return page.draw(
        "pages/record_table.html.j2",
        comparison=found,
        columns=found.columns.values(),
        rows=rows,
        filters=record_tables.filters(found, rows),
        orders=record_tables.orders(page.dataset, found, converted),
        converted=converted,
        rates=record_tables.used_rates(page.views, rows, converted),
        file=f"{name}.csv",
        **_of_countries(page.dataset.countries),
        numeric=record_tables.numeric(page.dataset, found),
        currency=conversion.CURRENCY,
        note=_note(page, reviewed),
    )


def _of_countries(countries: list[Entry]) -> dict[str, object]:
    """Return what the choice of countries and the table of their answers need to know of them."""
    return {"countries": countries, "width": len(countries) + 1, "opens_empty": len(countries) > SHOWN_AT_ONCE}


def _note(
    page: PageRenderer, reviewed: PartialDate, said: footnotes.Footnotes | None = None, file: str = ""
) -> dict[str, str]:
    """Return the footnote of a comparison: its beginning, its whole text, and what the script makes others from.

    That is either in the page (`said`) or in a file beside it.
    """
    head = footnotes.head(page.item, reviewed, page.views.words)
    whole = head.replace("{address}", page.item.url)
    answers = said.text(page.views.words) if said else ""
    return {
        "head": head,
        "address": page.item.url,
        "text": "\n".join(part for part in (whole, answers) if part),
        "said": Markup(said.as_json()) if said else "",
        "file": file,
    }


def _keep_footnotes(page: PageRenderer, groups: Groups) -> None:
    """Publish beside the page what footnotes of its answers say."""
    cells: Iterable[Cell] = (cell for _, rows in groups for _, found in rows for cell in found)
    page.files[footnotes.FILE] = footnotes.footnotes(page.renderer.citing, cells).as_json()
