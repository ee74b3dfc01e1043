"""What search engines and data portals read of the data: one dataset, its years, and its files."""

import hashlib
import json
from pathlib import Path

import rdflib
from rdflib.namespace import DCTERMS, FOAF, RDF

from equal_footing.check.run import load_checked
from equal_footing.citation.citations import Item
from equal_footing.export import catalogue, downloads
from equal_footing.export.about import about
from equal_footing.model import messages
from equal_footing.model.dataset import Dataset
from equal_footing.model.values import PartialDate
from equal_footing.statement.facts import Facts
from equal_footing.tables.collection import collect
from equal_footing.tables.measures import measured

from ..cases import BODY
from ..conftest import FILES, ROOT
from .test_twins import SITE, citing_of, odd

__all__ = ["odd"]


def test_the_years_of_the_data_are_those_of_facts_that_count_with_the_ends_of_their_periods(world: Path) -> None:
    def years(fact: str) -> str:
        body = FILES[BODY].replace("facts:\n", f"facts:\n  - {{{fact}}}\n")
        (world / "data" / BODY).write_text(body, encoding="utf-8")
        item = Item("data", "Data", PartialDate(2026, 11, 20), "https://site.example/data/", "")
        return str(
            catalogue.dataset(item, Facts(load_checked(world)), [], "https://site.example/", messages.load(ROOT), [])[
                "temporalCoverage"
            ]
        )

    before = years("field: staff, value: 3, as_of: 2020, source: atlas, locator: p. 4")
    last = before.split("/")[1]
    period = "field: staff, value: 3, period: 1901/2026-10, source: atlas, locator: p. 4"
    assert years(period) == "1901/2026"
    assert years(f"{period}, withdrawn: 2026-11-20, note: Wrong.") == before
    values = (
        "{value: 3, as_of: 1902, source: atlas, locator: p. 4}, {value: 4, as_of: 1904, source: gazette, locator: p. 4}"
    )
    assert years(f"field: staff, missing: sources-disagree, note: Both., values: [{values}]") == f"1902/{last}"
    assert years("field: staff, value: 3, period: 1903/.., source: atlas, locator: p. 4") == f"1903/{last}"


def found_for(facts: Facts) -> list[downloads.Download]:
    """Return the downloads of some data."""
    collection = collect(facts, ROOT)
    return downloads.downloads([table for table, _ in collection.tables], collection.book, messages.load(ROOT))


def test_portals_read_the_catalogue_with_the_classes_that_dcat_ap_asks_for(odd: Dataset) -> None:
    """DCAT-AP 3.0.1 asks for these properties, and for values of these classes."""
    citing, dcat = citing_of(odd), rdflib.DCAT
    views = citing.views
    found = found_for(views.facts)
    written = {downloads.ZIP: b"abc", "facts.csv": "国".encode()}
    measures = {name: measured(content) for name, content in written.items()}
    said = catalogue.dcat(about(citing), views.facts, found, views.words, measures)
    graph = rdflib.Graph().parse(data=json.dumps(said), format="json-ld")
    [whole], [data] = (list(graph.subjects(RDF.type, kind)) for kind in (dcat.Catalog, dcat.Dataset))
    files = list(graph.objects(data, dcat.distribution))
    assert len(files) == len(found) == len(set(graph.objects(None, dcat.downloadURL)))
    sizes = {str(file).rpartition("/")[2]: int(str(size)) for file, size in graph.subject_objects(dcat.byteSize)}
    assert sizes == {downloads.ZIP: 3, "facts.csv": 3}
    sums = {str(value) for value in graph.objects(None, rdflib.URIRef("http://spdx.org/rdf/terms#checksumValue"))}
    assert sums == {hashlib.sha256(content).hexdigest() for content in written.values()}
    asked = {
        (whole, DCTERMS.publisher): FOAF.Agent,
        (whole, DCTERMS.license): DCTERMS.LicenseDocument,
        (data, DCTERMS.publisher): FOAF.Agent,
        (data, DCTERMS.spatial): DCTERMS.Location,
        (data, dcat.landingPage): FOAF.Document,
        **{(file, dcat.mediaType): DCTERMS.MediaType for file in files},
        **{(file, DCTERMS.license): DCTERMS.LicenseDocument for file in files},
    }
    for (subject, name), kind in asked.items():
        values = list(graph.objects(subject, name))
        assert values, name
        assert all((value, RDF.type, kind) in graph for value in values), name
    for subject in (whole, data, *files):
        titles = list(graph.objects(subject, DCTERMS.title))
        assert titles
        assert all(isinstance(title, rdflib.Literal) and title.language == "en" for title in titles)
    codes = {found.alpha3 for found in odd.territories.values()}
    places = {str(place).rpartition("/")[2] for place in graph.objects(data, DCTERMS.spatial)}
    assert places == codes
    assert all(len(code) == 3 for code in codes)


def test_the_data_are_described_as_dataset_search_asks(odd: Dataset) -> None:
    """A name, a description of 50 to 5,000 letters; `citation` is for articles, not for the data themselves."""
    words, facts = messages.load(ROOT), Facts(odd)
    item = Item("data", "Data", PartialDate(2026, 11, 20), f"{SITE}data/", "")
    found = found_for(facts)
    said = catalogue.dataset(item, facts, found, SITE, words, ["Laws"])
    assert said["name"]
    assert said["keywords"] == ["Laws"]
    assert 50 <= len(said["description"]) <= 5000
    assert {"creator", "license", "distribution", "spatialCoverage", "temporalCoverage"} <= said.keys()
    assert "citation" not in said
    assert all({"contentUrl", "encodingFormat"} <= one.keys() for one in said["distribution"])
    assert all(one["contentUrl"].startswith(SITE) for one in said["distribution"])
