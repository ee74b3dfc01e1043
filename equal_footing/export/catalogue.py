"""Describes the data for those who search for data: as a schema.org `Dataset`, and as a DCAT 3 catalogue."""

from collections.abc import Iterable, Mapping
from typing import Any

from equal_footing.citation import citations
from equal_footing.citation.citations import LICENCE_URL, Item
from equal_footing.citation.exports import FOLDER
from equal_footing.citation.linked_data import CONTEXT
from equal_footing.citation.reference_formats import filled
from equal_footing.export.downloads import Download
from equal_footing.model.messages import Messages
from equal_footing.statement.facts import Facts
from equal_footing.tables.measures import Measured
from equal_footing.tables.package import About

DCAT = "catalogue.jsonld"
"""The name of the DCAT catalogue."""
_MEDIA_TYPES = "https://www.iana.org/assignments/media-types/"
_AUTHORITY = "http://publications.europa.eu/resource/authority/"
_THEMES = ("INTR", "GOVE")
"""International issues, and government: the subjects under which European portals list the data."""
_COLUMNS_OF_FACTS = ("value", "number", "unit", "currency", "basis", "period", "as_of", "missing", "source", "grade")


def dataset(
    item: Item, facts: Facts, found: Iterable[Download], site_url: str, words: Messages, kinds: Iterable[str]
) -> dict[str, Any]:
    """Return the data as a `Dataset` in a `DataCatalog`, for the data page; `kinds` are its kinds of records."""
    author = {"@type": "Organization", "name": words("author"), "url": site_url}
    said = {
        "@context": CONTEXT,
        "@type": "Dataset",
        "@id": item.url,
        "name": item.title,
        "description": words("data-lead"),
        "url": item.url,
        "identifier": item.url,
        "creator": author,
        "publisher": author,
        "license": LICENCE_URL,
        "dateModified": str(item.date),
        "isAccessibleForFree": True,
        "inLanguage": words.language,
        "keywords": list(kinds),
        "variableMeasured": list(_COLUMNS_OF_FACTS),
        "spatialCoverage": [{"@type": "Country", "name": country.record.title} for country in facts.dataset.countries],
        "includedInDataCatalog": {"@type": "DataCatalog", "name": words("site"), "url": site_url, "creator": author},
        "distribution": [
            {
                "@type": "DataDownload",
                "name": f"{one.title} ({one.name})",
                "encodingFormat": one.media_type,
                "contentUrl": f"{site_url}{FOLDER}/{one.name}",
                "license": LICENCE_URL,
            }
            for one in found
        ],
        "temporalCoverage": "/".join(_years(facts)),
        "version": item.edition or str(item.date),
        "creditText": citations.apa(item, words),  # `citation` would be an article to cite besides the data
    }
    return filled(said)


def dcat(
    about: About, facts: Facts, found: Iterable[Download], words: Messages, written: Mapping[str, Measured]
) -> dict[str, Any]:
    """Return the data as a DCAT 3 catalogue of one dataset with its distributions, in JSON-LD.

    `written` are the measures of the downloads by their names; a server has not written all of them.
    """
    url, years = f"{about.site_url}{FOLDER}/", _years(facts)
    return {
        "@context": {
            "dcat": "http://www.w3.org/ns/dcat#",
            "dct": "http://purl.org/dc/terms/",
            "foaf": "http://xmlns.com/foaf/0.1/",
            "spdx": "http://spdx.org/rdf/terms#",
            "xsd": "http://www.w3.org/2001/XMLSchema#",
        },
        "@id": f"{url}{DCAT}",
        "@type": "dcat:Catalog",
        "dct:title": _said(words("site"), words),
        "dct:description": _said(about.description, words),
        "dct:publisher": _publisher(about),
        "dct:license": _typed(about.licence_url, "dct:LicenseDocument"),
        "dcat:dataset": [
            {
                "@id": url,
                "@type": "dcat:Dataset",
                "dct:title": _said(about.title, words),
                "dct:description": _said(about.description, words),
                "dct:identifier": url,
                "dct:publisher": _publisher(about),
                "dct:license": _typed(about.licence_url, "dct:LicenseDocument"),
                "dct:modified": {"@value": about.day, "@type": "xsd:date"},
                "dct:bibliographicCitation": about.cite,
                "dcat:version": about.edition or about.day,
                "dcat:landingPage": _typed(url, "foaf:Document"),
                "dcat:keyword": [_said(kind.plural, words) for kind in facts.dataset.folder_kinds],
                "dct:spatial": [
                    {**_place(facts, country.id), "dct:title": _said(country.record.title, words)}
                    for country in facts.dataset.countries
                ],
                "dcat:theme": [{"@id": f"{_AUTHORITY}data-theme/{theme}"} for theme in _THEMES],
                **({"dct:temporal": _temporal(years)} if years else {}),
                "dcat:distribution": [_distribution(one, url, about, words, written.get(one.name)) for one in found],
            }
        ],
    }


def _distribution(one: Download, url: str, about: About, words: Messages, written: Measured | None) -> dict[str, Any]:
    return {
        "@id": f"{url}{one.name}",
        "@type": "dcat:Distribution",
        "dct:title": _said(f"{one.title} ({one.name})", words),
        "dcat:accessURL": {"@id": url},
        "dcat:downloadURL": {"@id": f"{url}{one.name}"},
        "dcat:mediaType": _typed(f"{_MEDIA_TYPES}{one.media_type}", "dct:MediaType"),
        "dct:license": _typed(about.licence_url, "dct:LicenseDocument"),
        **(_measures(written) if written else {}),
    }


def _measures(file: Measured) -> dict[str, Any]:
    """Return the size and the checksum of a file."""
    return {
        "dcat:byteSize": {"@value": str(file.length), "@type": "xsd:nonNegativeInteger"},
        "spdx:checksum": {
            "@type": "spdx:Checksum",
            "spdx:algorithm": {"@id": "http://spdx.org/rdf/terms#checksumAlgorithm_sha256"},
            "spdx:checksumValue": {"@value": file.sha256, "@type": "xsd:hexBinary"},
        },
    }


def _typed(address: str, type_: str) -> dict[str, str]:
    """Return something at an address with its type, which DCAT-AP asks for."""
    return {"@id": address, "@type": type_}


def _place(facts: Facts, country: str) -> dict[str, str]:
    """Return a country under the address that portals know, which has its code of three letters, if it has one."""
    found = facts.dataset.territories.get(country)
    known = {"@id": f"{_AUTHORITY}country/{found.alpha3}"} if found and found.alpha3 else {}
    return {**known, "@type": "dct:Location"}


def _said(text: str, words: Messages) -> dict[str, str]:
    return {"@value": text, "@language": words.language}


def _publisher(about: About) -> dict[str, Any]:
    return {
        "@type": ["foaf:Agent", "foaf:Organization"],
        "foaf:name": about.author,
        "foaf:homepage": {"@id": about.site_url},
    }


def _temporal(years: list[str]) -> dict[str, Any]:
    dated = [{"@value": year, "@type": "xsd:gYear"} for year in years]
    return {"@type": "dct:PeriodOfTime", "dcat:startDate": dated[0], "dcat:endDate": dated[-1]}


def _years(facts: Facts) -> list[str]:
    """Return the first and the last year of the facts that count; none where no fact has a time."""
    return [str(year) for year in facts.years or ()]
