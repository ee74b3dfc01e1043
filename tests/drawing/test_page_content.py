"""What a page that comes from the data says, without the site around it."""

import re

from equal_footing.drawing.page_content import draw
from equal_footing.model import messages
from equal_footing.model.dataset import Dataset
from equal_footing.sitemap import pages

from ..conftest import ROOT, renderer_of
from ..export.test_twins import citing_of

WORDS = messages.load(ROOT)


def html_of(dataset: Dataset, address: str) -> str:
    [page] = [page for page in pages.all_pages(dataset, WORDS) if page.address == address]
    return draw(renderer_of(citing_of(dataset)), page).html


def test_the_page_of_a_record_cites_the_sources_of_its_other_names(dataset: Dataset) -> None:
    html = html_of(dataset, "canada/organisations/cooperation-canada/")
    assert re.search(r"former name, until October 2020</span><sup[^>]*><a href=\"#note-\d+\"", html)


def test_the_note_on_a_source_has_links_and_no_markup(dataset: Dataset) -> None:
    linked = [entry for entry in dataset.sources.values() if "](" in (entry.source.note or "")]
    assert linked
    for entry in linked:
        html = html_of(dataset, f"{entry.place}/sources/{entry.grade.id}/")
        [(words, target)] = re.findall(r"\[([^]]+)\]\(([^)]+)\)", entry.source.note or "")
        assert f'<a href="{target}">{words}</a>' in html
        assert "](" not in html
