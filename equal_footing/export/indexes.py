"""The indexes among the JSON files: all records by country and by kind, all answers by question."""

from pydantic import TypeAdapter

from equal_footing.citation.citing import Citing
from equal_footing.citation.exports import API, json_address
from equal_footing.export.about import about, head
from equal_footing.export.index_shapes import Group, IndexDocument, Item
from equal_footing.model.entries import Entry

INDEXES = ("countries", "kinds", "questions")
INDEX = TypeAdapter(IndexDocument)
"""Writes indexes, and describes their shape."""


def index_address(name: str) -> str:
    """Return the address of an index by its name."""
    return f"{API}index/{name}.json"


def as_json(document: IndexDocument) -> bytes:
    """Return an index as JSON."""
    return INDEX.dump_json(document)


def indexes(citing: Citing) -> dict[str, IndexDocument]:
    """Return the indexes by their names."""
    dataset, url = citing.views.dataset, citing.site_url

    def item(entry: Entry, address: str = "", page: str = "") -> Item:
        json = f"{url}{json_address(page or entry.address)}"
        return Item(entry.id, entry.record.title, f"{url}{address or entry.address}", json)

    kinds = [
        (kind, [one for one in dataset.entries.values() if one.kind is kind])
        for kind in dataset.vocabulary.kinds.values()
    ]
    places = [(dataset.entries[place], dataset.of_place(place)) for place in dataset.places]
    groups = {
        "countries": [Group(home.id, home.record.title, [item(one) for one in found]) for home, found in places],
        "kinds": [Group(kind.id, kind.plural, [item(one) for one in found]) for kind, found in kinds if found],
        "questions": [
            Group(
                asked.id,
                asked.question.question,
                [item(one, f"{asked.address}#{one.id}", asked.address) for one in dataset.countries],
            )
            for asked in dataset.questions.values()
        ],
    }
    whole = about(citing)
    begun = head(whole.edition, whole.day, citing.views.words)
    return {name: IndexDocument(*begun, whole.cite, groups[name]) for name in INDEXES}
