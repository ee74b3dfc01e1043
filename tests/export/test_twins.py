"""The JSON twins: each as its schema says, all of them in the OpenAPI file, and enough to rebuild every fact."""

from __future__ import annotations

import json
from collections.abc import Mapping
from copy import deepcopy
from typing import Any

import openapi_spec_validator
import pytest
from jsonschema import Draft202012Validator

from equal_footing.changes.editions import Editions
from equal_footing.changes.release_notes import History
from equal_footing.citation.citing import Citing
from equal_footing.citation.exports import json_address
from equal_footing.export import contract, indexes, twins
from equal_footing.export.about import about
from equal_footing.export.fact_parts import time_of
from equal_footing.export.shapes import PageDocument
from equal_footing.model import messages
from equal_footing.model.dataset import Dataset
from equal_footing.model.records import Fact
from equal_footing.model.values import PartialDate, Period
from equal_footing.model.vocabulary import Vocabulary
from equal_footing.sitemap import pages
from equal_footing.statement.facts import Facts
from equal_footing.tables import fact_rows, record_rows
from equal_footing.views.records import Views

from ..conftest import ROOT
from ..tables.test_tables import odd, same

__all__ = ["odd"]
SITE = "https://site.example/"
WORDS = messages.load(ROOT)


def citing_of(dataset: Dataset) -> Citing:
    return Citing(Views(dataset, WORDS), SITE, Editions(), History())


def records_of(dataset: Dataset) -> dict[str, dict[str, Any]]:
    """Return the JSON files of all records by the addresses of their pages."""
    found = twins.Twins(citing_of(dataset))
    shown = [page for page in pages.all_pages(dataset, WORDS) if page.macro in {"record_page", "place_page", "article"}]
    return {page.address: json.loads(twins.as_json(found.of_page(page))) for page in shown}


def facts_of(files: Mapping[str, dict[str, Any]], vocabulary: Vocabulary) -> dict[str, Fact]:
    """Return the facts that the JSON files of records alone hold, by their ids."""
    found = [fact for file in files.values() for fact in file["record"]["facts"]]
    return {fact["id"]: Fact.model_validate(_fact(fact), context={"vocabulary": vocabulary}) for fact in found}


def _fact(fact: dict[str, Any]) -> dict[str, Any]:
    same_keys = ("label", "note", "withdrawn", "changed")
    found: dict[str, Any] = {name: fact[name] for name in same_keys if name in fact}
    found |= {name: fact[name]["text"] for name in ("period", "as_of") if name in fact}
    found |= {"field": fact["field"]["id"], "original": {one["language"]: one["text"] for one in fact["original"]}}
    found |= {"certain": {one["question"]: one["reason"] for one in fact.get("certain", ())}}
    found |= {"id": fact["own_anchor"]} if "own_anchor" in fact else {}
    values = [_value(value) for value in fact["values"]]
    missing = fact.get("missing", {})
    found |= {"missing": missing["id"]} if missing else {}
    found |= {name: missing[name] for name in ("searched", "where") if name in missing}
    if missing and values:
        return {**found, "values": values}
    if values:
        per = {"per": fact["values"][0]["per"]} if "per" in fact["values"][0] else {}
        own = {name: part for name, part in values[0].items() if name not in {"note", "period", "as_of", "shown"}}
        return {**found, **own, **per}
    return {**found, **_cited(fact["sources"])}


def _value(value: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = {"value": value.get("markdown", value["value"]), "support": value["support"]["id"]}
    found |= {name: value[name]["id"] for name in ("precision", "basis") if name in value}
    found |= {name: value[name] for name in ("currency", "note") if name in value}
    found |= {name: value[name]["text"] for name in ("period", "as_of") if name in value}
    found |= {"to": str(value["to"])} if "to" in value else {}
    found |= {"unit": value["unit"]["id"]} if value.get("unit", {"id": "percent"})["id"] != "percent" else {}
    found |= {"shown": "true"} if value["shown_first"] else {}
    found |= {"yearly": "true"} if value.get("yearly") else {}
    return {**found, **_cited(value["sources"])}


def _cited(sources: list[dict[str, Any]]) -> dict[str, Any]:
    given = [{"source": one["source"], "locator": one["locator"]} for one in sources]
    return {**given[0], "further_sources": given[1:]} if given else {}


def test_all_facts_can_be_rebuilt_from_the_json_files_alone(dataset: Dataset) -> None:
    same(facts_of(records_of(dataset), dataset.vocabulary), dataset)


def test_facts_of_every_type_and_with_odd_texts_can_be_rebuilt_too(odd: Dataset) -> None:
    files = records_of(odd)
    same(facts_of(files, odd.vocabulary), odd)
    files["atlantis/funding/sea-fund/"]["record"]["facts"][0]["values"][0]["value"] = "2001-05"
    with pytest.raises(AssertionError):
        same(facts_of(files, odd.vocabulary), odd)


def test_the_json_files_cite_what_the_table_of_sources_has(odd: Dataset) -> None:
    tabled = {(row["fact"], row["source"], row["locator"]) for row in fact_rows.sources_rows(Facts(odd))}
    cited = {
        (fact["id"], one["source"], one["locator"])
        for file in records_of(odd).values()
        for fact in file["record"]["facts"]
        for one in (*fact["sources"], *fact["cited"])
    }
    assert cited == tabled
    assert any(fact["cited"] for file in records_of(odd).values() for fact in file["record"]["facts"])


@pytest.mark.parametrize(
    ("time", "said"),
    [("2021~", (True, None)), ("2021-05?", (None, True)), ("199X%", (True, True)), ("2021", (None, None))],
)
def test_a_time_says_whether_it_is_about_or_perhaps_then(time: str, said: tuple[bool | None, bool | None]) -> None:
    for found in (time_of(PartialDate.parse(time)), time_of(Period.parse(f"1950/{time}"))):
        assert found
        assert (found.approximate, found.uncertain) == said
        assert found.ends


def strict(schema: Any) -> Any:
    """Return a schema that forbids keys that it does not name, and has found no union."""
    if isinstance(schema, list):
        return [strict(item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    assert not {"anyOf", "oneOf"} & schema.keys()
    assert not isinstance(schema.get("type"), list)
    closed = {"additionalProperties": False} if "properties" in schema and schema.get("type") == "object" else {}
    return {**{name: strict(part) for name, part in schema.items()}, **closed}


@pytest.fixture(scope="module")
def schema() -> Draft202012Validator:
    found = strict(deepcopy(contract.schema("page", SITE)))
    Draft202012Validator.check_schema(found)
    return Draft202012Validator(found)


def test_every_twin_of_the_small_world_is_as_its_schema_says(odd: Dataset, schema: Draft202012Validator) -> None:
    found, known = twins.Twins(citing_of(odd)), pages.all_pages(odd, WORDS)
    for page in known:
        schema.validate(json.loads(twins.as_json(found.of_page(page))))
    index = Draft202012Validator(strict(contract.schema("index", SITE)))
    for document in indexes.indexes(citing_of(odd)).values():
        index.validate(json.loads(indexes.as_json(document)))
    wrong = json.loads(twins.as_json(found.of_page(known[0])))
    wrong["record"]["facts"][0]["values"][0]["number"] = "12"
    assert not schema.is_valid(wrong)


def test_the_indexes_name_every_record_and_every_question(odd: Dataset) -> None:
    found = indexes.indexes(citing_of(odd))
    for name in ("countries", "kinds"):
        listed = [item.id for group in found[name].groups for item in group.items]
        assert set(listed) >= {record for record, entry in odd.entries.items() if entry.kind.folder}
    assert {group.id for group in found["questions"].groups} == set(odd.questions)


def test_an_independent_validator_takes_the_openapi_file(odd: Dataset) -> None:
    addresses = [json_address(page.address) for page in pages.all_pages(odd, WORDS)]
    described = contract.openapi(about(citing_of(odd)), addresses, WORDS)
    openapi_spec_validator.validate(described)
    assert {f"/{address}" for address in addresses} < described["paths"].keys()
    broken = {**described, "paths": {"/x": {"get": {"responses": {"200": {}}}}}}
    with pytest.raises(openapi_spec_validator.validation.exceptions.OpenAPIValidationError):
        openapi_spec_validator.validate(broken)


def test_a_twin_says_its_version_edition_day_licence_and_citation(odd: Dataset) -> None:
    found = twins.Twins(citing_of(odd)).of_page(pages.all_pages(odd, WORDS)[0])
    assert isinstance(found, PageDocument)
    assert (found.schema_version, found.edition, found.generated) == ("1.6.0", "unreleased", "2026-11-20")
    assert found.licence == "CC-BY-4.0"
    assert SITE in found.cite


def test_the_parts_of_a_profile_are_headed_by_what_they_are_about(dataset: Dataset) -> None:
    japan = _page(dataset, "place_page", "japan/")
    assert [section["title"] for section in japan["record"]["sections"]][:2] == ["Terms and law", "Funding"]


def test_the_names_in_the_json_files_say_what_the_table_of_names_says_of_them(dataset: Dataset, odd: Dataset) -> None:
    for data in (dataset, odd):
        tabled = [
            (
                row["record"],
                row["language"],
                row["name"],
                row["type"],
                *(row.get(part) for part in ("source", "locator")),
            )
            for row in record_rows.names_rows(data)
        ]
        found = [
            (file["record"]["id"], name["language"], name["text"], name["type"]["id"], *_first(name["sources"]))
            for file in records_of(data).values()
            for name in file["record"]["names"]
        ]
        assert sorted(found, key=repr) == sorted(tabled, key=repr)
    council = records_of(dataset)["canada/organisations/cooperation-canada/"]["record"]["names"]
    words = {name["text"]: (name.get("words"), name.get("until")) for name in council}
    assert words["Cooperation Canada"] == (None, None)
    former = "Canadian Council for International Co-operation"
    assert words[former] == ("former name, until October 2020", "2020-10")


def _first(cited: list[dict[str, Any]]) -> tuple[str | None, str | None]:
    return next(((one["source"], one["locator"]) for one in cited), (None, None))


def test_the_json_file_of_a_record_has_the_claims_of_the_article_that_its_page_shows(dataset: Dataset) -> None:
    carried = 0
    for address, file in records_of(dataset).items():
        entry = dataset.entries[file["record"]["id"]]
        if file["page"]["type"] == "record_page":
            shown = {claim.id: claim.verdict for claim in dataset.claims_of.get(entry.id, [])}
            assert {claim["id"]: claim["verdict"]["id"] for claim in file["claims"]} == shown, address
            carried += bool(shown)
    assert carried > 100


def test_the_page_of_terms_has_their_words_and_definitions_as_data(dataset: Dataset) -> None:
    found = _page(dataset, "terms")
    spoken = {name["text"]: term for term in found["terms"] for name in term["names"] if name["language"] != "en"}
    term = spoken["社会组织"]
    defined = {fact["record"]["id"] for fact in found["facts"]}
    assert term["record"]["id"] in {record["id"] for record in found["records"]}
    assert {fact["field"]["id"] for fact in found["facts"]} == {"definition"}
    assert len(defined) > 1
    assert any(term["nearest"] for term in found["terms"])


def test_the_page_on_the_translation_has_names_and_faults_as_data(dataset: Dataset) -> None:
    found = _page(dataset, "article_translation")
    assert dataset.article_names
    assert dataset.article_faults
    (names, _), (faults, _) = dataset.article_names, dataset.article_faults
    assert (len(found["printed_names"]), len(found["translation_faults"])) == (len(names.names), len(faults.faults))
    assert found["translation_faults"][0].keys() >= {"line", "printed", "reading"}


def test_a_list_of_sources_has_all_that_the_table_of_sources_has(dataset: Dataset, odd: Dataset) -> None:
    for data in (dataset, odd):
        found = _page(data, "sources")["sources"]
        tabled = {row["key"]: row for row in record_rows.sources_rows(data)}
        assert {source["key"] for source in found} == tabled.keys()
        for source in found:
            said = {name: part["id"] if isinstance(part, dict) else part for name, part in source.items()}
            row = {name: value for name, value in tabled[source["key"]].items() if name != "cited"}
            row["note"] = row.pop("note_markdown")  # as other texts in the JSON files
            kept = {
                name: value if isinstance(value, bool) else str(value)
                for name, value in row.items()
                if value or value is False
            }
            assert said == kept


def test_a_place_says_of_its_sources_what_cites_them(dataset: Dataset) -> None:
    found = _page(dataset, "place_sources", "japan/")
    assert [one["source"] for one in found["uses"]] == [source["key"] for source in found["sources"]]
    cited = {row["key"]: row["cited"] for row in record_rows.sources_rows(dataset)}
    tabled: dict[str, set[str]] = {}
    for row in record_rows.uses_rows(dataset):
        tabled.setdefault(row["source"], set()).add(f"{SITE}{row['address']}")
    for one in found["uses"]:
        assert one["cited"] == cited[one["source"]] == sum(place["number"] for place in one["places"])
        assert {place["page"] for place in one["places"]} == tabled[one["source"]]
    assert _page(dataset, "place_page", "japan/")["uses"] == []


def _page(dataset: Dataset, macro: str, address: str = "") -> dict[str, Any]:
    [page] = [one for one in pages.all_pages(dataset, WORDS) if one.macro == macro and one.address.startswith(address)]
    document: dict[str, Any] = json.loads(twins.as_json(twins.Twins(citing_of(dataset)).of_page(page)))
    return document
