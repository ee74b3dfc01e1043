"""Whoever describes or cites the data as a whole finds one title, and the address at which they stay as they are."""

import datetime
import json

import yaml

from equal_footing.changes.editions import Editions
from equal_footing.changes.release_notes import History
from equal_footing.changes.snapshot import VERSION, Snapshot
from equal_footing.citation import citations
from equal_footing.citation.citing import Citing
from equal_footing.drawing.exporting import BOOK, CITATION, README, data_texts, explanations
from equal_footing.export import catalogue, downloads
from equal_footing.export.about import about
from equal_footing.model import messages
from equal_footing.model.dataset import Dataset
from equal_footing.sitemap import days
from equal_footing.views.records import Views

from ..conftest import ROOT, renderer_of

SITE = "https://site.example/"
WORDS = messages.load(ROOT)
TITLE = WORDS("dataset-title")


def citing_of(dataset: Dataset, *, in_edition: bool) -> Citing:
    """Return citations of a site whose data the newest edition holds as they are, or that has no edition."""
    newest = Snapshot(VERSION, "2026.11", datetime.date(2026, 11, 23), {}, {})
    editions = Editions(["2026.11"], newest) if in_edition else Editions()
    return Citing(Views(dataset, WORDS), SITE, editions, History(is_unchanged=in_edition))


def test_the_data_have_one_title_in_all_files_that_describe_or_cite_them(dataset: Dataset) -> None:
    citing = citing_of(dataset, in_edition=False)
    views, renderer = citing.views, renderer_of(citing)
    item = citing.item("data/", WORDS("data-title"), days.reviewed(dataset, None), None)
    texts = data_texts(renderer)
    package, dcat = json.loads(texts[downloads.PACKAGE]), json.loads(texts[catalogue.DCAT])
    explained = explanations(renderer, renderer.tables)
    titles = [
        item.title,
        package["title"],
        dcat["dcat:dataset"][0]["dct:title"]["@value"],
        catalogue.dataset(item, views.facts, [], SITE, WORDS, [])["name"],
        yaml.safe_load(explained[CITATION])["title"],
        explained[README].splitlines()[0].removeprefix("# "),
        yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))["title"],
    ]
    assert titles == [TITLE] * len(titles)
    cited = [about(citing).cite, package["citation"], dcat["dcat:dataset"][0]["dct:bibliographicCitation"]]
    assert cited == [citations.apa(item, WORDS)] * len(cited)
    assert f"{TITLE} [" in cited[0]
    assert explained[BOOK]


def test_the_data_are_cited_at_the_address_where_they_stay(dataset: Dataset) -> None:
    for in_edition, version, address in ((True, "2026.11", f"{SITE}v/2026.11/data/"), (False, None, f"{SITE}data/")):
        citing = citing_of(dataset, in_edition=in_edition)
        renderer = renderer_of(citing)
        cited = yaml.safe_load(explanations(renderer, renderer.tables)[CITATION])
        assert (cited.get("version"), cited["url"]) == (version, address)
        assert about(citing).cite.endswith(address)
