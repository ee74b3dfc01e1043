"""Structured data (schema.org, as JSON-LD) of the site's pages: what a page is about, and how old it is."""

import json
from collections.abc import Iterable
from typing import Any

from equal_footing.citation.citations import LICENCE_URL, Item
from equal_footing.citation.reference_formats import filled
from equal_footing.model.countries import ISO_3166
from equal_footing.model.dataset import Dataset
from equal_footing.model.entries import Entry, SourceEntry
from equal_footing.model.fixed_words import COUNTRY
from equal_footing.model.messages import Messages
from equal_footing.model.sources import Author
from equal_footing.statement import credit
from equal_footing.statement.facts import Facts
from equal_footing.statement.newest import newest_value
from equal_footing.statement.standing import standing
from equal_footing.statement.stated import StatedValue

CONTEXT = "https://schema.org"
LAW = "Legislation"
"""The schema.org type that says whether the law is in force, and where."""


def web_page(
    item: Item, site_url: str, about: dict[str, Any] | None, cited: Iterable[SourceEntry], words: Messages
) -> dict[str, Any]:
    """Return a page as a `WebPage` that is part of the site, with the sources that it cites."""
    found = {
        "@context": CONTEXT,
        "@type": "WebPage",
        "@id": item.url,
        "url": item.url,
        "name": item.title,
        "author": {"@type": "Organization", "name": words("author")},
        "dateModified": str(item.date),
        "inLanguage": words.language,
        "license": LICENCE_URL,
        "isPartOf": {"@type": "WebSite", "name": words("site"), "url": site_url},
        "version": item.edition,
        "description": item.abstract,
        "about": about,
        "citation": [source(entry) for entry in cited],
    }
    return filled(found)


def source(entry: SourceEntry) -> dict[str, Any]:
    """Return a source as the work that it is, with its authors and what it is part of; each name once."""
    said = entry.source
    named = {author.organisation for author in said.authors}
    publisher = "" if said.publisher in named else said.publisher
    container = "" if said.container in {*named, said.publisher} else said.container
    found = {
        "@type": entry.type.schema_type,
        "name": credit.title(said),
        "alternateName": credit.english_title(said),
        "author": [_author(author) for author in said.authors],
        "publisher": _named("Organization", publisher),
        "isPartOf": _named("CreativeWork", container),
        "pagination": said.pages,
        "datePublished": str(said.date.reduced or "") if said.date else "",
        "inLanguage": said.language,
        "url": said.url,
        "isBasedOn": said.original_url,
    }
    return filled(found)


def _named(of_type: str, name: str | None) -> dict[str, str] | None:
    return {"@type": of_type, "name": name} if name else None


def _author(author: Author) -> dict[str, str]:
    if author.organisation:
        return {"@type": "Organization", "name": author.organisation}
    parts = {"familyName": author.family, "givenName": author.given}
    return {"@type": "Person", "name": author.printed, **{part: name for part, name in parts.items() if name}}


def about(facts: Facts, entry: Entry) -> dict[str, Any] | None:
    """Return what a record describes, such as a law or an NGO; None where its kind has no type of schema.org."""
    kind, record = entry.kind, entry.record
    if kind.schema_type is None:
        return None
    names = [*(name for name in record.name.values() if name != record.title), *(record.short_name or {}).values()]
    found: dict[str, Any] = {
        "@type": kind.schema_type,
        "name": record.title,
        "alternateName": list(dict.fromkeys(names)),
    }
    for field, name in kind.schema_properties.items():
        newest = newest_value(facts.current_of(entry.id, field), field)
        found[name] = _plain(newest.value) if newest and newest.value else None
    if kind.schema_type == LAW:
        found |= _legislation(facts, entry)
    return filled(found | _identifiers(facts.dataset, entry))


def _plain(value: StatedValue) -> str:
    """Return a value for schema.org, whose dates are those of ISO 8601-1; nothing for a date that it cannot say."""
    return str(value.date.reduced or "") if value.date else value.data


def _legislation(facts: Facts, entry: Entry) -> dict[str, Any]:
    force, version = standing(entry.record, facts.dataset.vocabulary).legal_force, entry.record.version
    home = facts.dataset.entries.get(entry.place)
    return {
        "legislationLegalForce": force and f"{CONTEXT}/{force}",
        "legislationDateVersion": str(version.date.reduced or "") if version else None,
        "jurisdiction": home.record.title if home and home.kind.id == COUNTRY else None,
    }


def _identifiers(dataset: Dataset, entry: Entry) -> dict[str, Any]:
    schemes, numbers = dataset.vocabulary.identifier_schemes, entry.record.identifiers
    given = [(item.scheme, item.id) for item in numbers]
    if found := dataset.territories.get(entry.id):
        given += [(f"{ISO_3166} {part}", code) for part, code in found.codes]
    return {
        "identifier": [{"@type": "PropertyValue", "propertyID": name, "value": value} for name, value in given],
        "sameAs": [url for item in numbers if (url := schemes[item.scheme].address(item.id))],
    }


def script(data: dict[str, Any]) -> str:
    """Return structured data as the text of a script element, in which nothing can close the element."""
    return (
        json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        .replace("</", "<\\/")
        .replace("<!--", "<\\!--")
    )
