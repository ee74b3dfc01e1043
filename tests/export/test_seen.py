"""What a page shows as CSV: each row with its sources and the edition; figures as pictures with their source line."""

from __future__ import annotations

from xml.etree import ElementTree

from equal_footing.export import seen, twins
from equal_footing.model.dataset import Dataset
from equal_footing.sitemap import pages
from equal_footing.views import pictures
from equal_footing.views.figures import figure_view, picture

from .test_twins import WORDS, citing_of, odd

__all__ = ["odd"]


def test_what_each_page_shows_has_its_sources_and_the_edition(odd: Dataset) -> None:
    made, shown = twins.Twins(citing_of(odd)), {}
    for page in pages.all_pages(odd, WORDS):
        head, *rows = seen.rows(made.of_page(page))
        assert {len(head)} >= {len(row) for row in rows}, page.address
        assert head[-2:] == ["sources", "edition"]
        assert {row[-1].split(" (")[0] for row in rows} <= {"unreleased"}
        shown[page.address] = [dict(zip(head, row, strict=True)) for row in rows]
    fund = {(row["field"], row["value"]): row for row in shown["atlantis/funding/sea-fund/"]}
    amount = fund["Amount", "1500000"]
    assert (amount["currency"], amount["basis"], amount["period"]) == ("EUR", "disbursement", "2023-04/2024-03")
    assert amount["sources"] == (
        "Atlas of Atlantis, p. 6 <https://atlas.example/book>; Journal officiel, Article 3 <https://gazette.example/2020/5>"
    )
    assert [row["value"] for row in shown["atlantis/figures/"] if row["field"] == "Projects"] == ["30", "31"]
    [answer] = shown["compare/sea-money/"]
    assert (answer["country"], answer["answer"], answer["practice"]) == ("Atlantis", "Yes", "Partly")
    assert len(shown["atlantis/sources/"]) == 3


def test_a_figure_to_take_away_says_its_sources_and_takes_nothing_from_a_page(odd: Dataset) -> None:
    views = citing_of(odd).views
    [entry] = [one for one in odd.figures if one.id == "projects"]
    svg = picture(views, figure_view(views, entry))
    root = ElementTree.fromstring(svg)
    said = " ".join(" ".join(root.itertext()).split())
    assert "Projects of the Sea Fund" in said
    assert "Sources: Atlas Press (2025)" in said
    assert "Equal Footing, atlantis/figures/#projects. CC BY 4.0" in said
    assert "var(" not in svg
    png = pictures.as_png(svg, views.drawings)
    assert png.startswith(b"\x89PNG")
    assert pictures.as_png(svg, views.drawings) == png
