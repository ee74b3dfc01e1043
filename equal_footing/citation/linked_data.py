"""Structured data (schema.org, as JSON-LD) of the site's pages: what a page is about, and how old it is."""

from __future__ import annotations

import json
from typing import Any

from equal_footing.citation.citations import AUTHOR, LICENCE_URL, SITE, Item
from equal_footing.model.dataset import Dataset, Entry
from equal_footing.model.records import Record
from equal_footing.model.vocabulary import Vocabulary

CONTEXT = "https://schema.org"
TYPES = {"law": "Legislation", "organisation": "NGO", "body": "GovernmentOrganization", "country": "Country"}
_AUTHOR = {"@type": "Organization", "name": AUTHOR}
LEGAL_FORCE = {
    "in-force": "https://schema.org/InForce",
    "repealed": "https://schema.org/NotInForce",
    "superseded": "https://schema.org/NotInForce",
}


def web_page(item: Item, site_url: str, about: dict[str, Any] | None) -> dict[str, Any]:
    """Return a page as a `WebPage` that is part of the site."""
    found: dict[str, Any] = {
        "@context": CONTEXT,
        "@type": "WebPage",
        "@id": item.url,
        "url": item.url,
        "name": item.title,
        "author": _AUTHOR,
        "dateModified": str(item.date),
        "inLanguage": "en",
        "license": LICENCE_URL,
        "isPartOf": {"@type": "WebSite", "name": SITE, "url": site_url},
    }
    if item.edition:
        found["version"] = item.edition
    if item.abstract:
        found["description"] = item.abstract
    if about:
        found["about"] = about
    return found


def about(dataset: Dataset, entry: Entry) -> dict[str, Any] | None:
    """Return what a record describes: a law, an NGO, a public body, a country; None for other kinds."""
    kind = TYPES.get(entry.kind.id)
    if kind is None:
        return None
    record = entry.record
    names = [name for name in record.name.values() if name != record.title]
    names += (record.short_name or {}).values()
    found: dict[str, Any] = {"@type": kind, "name": record.title}
    if names:
        found["alternateName"] = list(dict.fromkeys(names))
    if entry.kind.id == "law":
        found |= _legislation(dataset, entry)
    if entry.kind.id == "organisation":
        found |= _organisation(record, dataset.vocabulary)
    return found


def _first(record: Record, field: str) -> str | None:
    return next(
        (fact.value for fact in record.current if fact.field == field and fact.value and fact.label is None), None
    )


def _legislation(dataset: Dataset, entry: Entry) -> dict[str, Any]:
    found: dict[str, Any] = {}
    number, adopted = _first(entry.record, "document-number"), _first(entry.record, "adopted")
    if number:
        found["legislationIdentifier"] = number
    if adopted:
        found["legislationDate"] = adopted
    if entry.record.status.code in LEGAL_FORCE:
        found["legislationLegalForce"] = LEGAL_FORCE[entry.record.status.code]
    home = dataset.entries.get(entry.place)
    if home and home.kind.id == "country":
        found["jurisdiction"] = home.record.title
    return found


def _organisation(record: Record, vocabulary: Vocabulary) -> dict[str, Any]:
    found: dict[str, Any] = {}
    founded, website = _first(record, "founded"), _first(record, "website")
    if founded:
        found["foundingDate"] = founded
    if website:
        found["url"] = website
    identifiers = [
        {"@type": "PropertyValue", "propertyID": item.scheme, "value": item.id} for item in record.identifiers
    ]
    if identifiers:
        found["identifier"] = identifiers
    schemes = vocabulary.identifier_schemes
    same = [address.format(id=item.id) for item in record.identifiers if (address := schemes[item.scheme].url)]
    if same:
        found["sameAs"] = same
    return found


def script(data: dict[str, Any]) -> str:
    """Return structured data as the text of a script element, in which nothing can close the element."""
    return json.dumps(data, ensure_ascii=False, sort_keys=True).replace("</", "<\\/").replace("<!--", "<\\!--")
