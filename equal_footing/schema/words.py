"""JSON Schemas of code lists, with label and definition of each word for the editor."""

from collections.abc import Callable, Mapping
from typing import Any

from equal_footing.model import identifiers
from equal_footing.model.types import SHORT_LIST
from equal_footing.model.vocabulary import FOLDER, Field, Kind, Language, Relation, Unit, Vocabulary
from equal_footing.schema.forms import Json

ISO: dict[str, tuple[str, Callable[[], dict[str, str]]]] = {
    "currencies": ("ISO 4217 code of a currency", identifiers.currencies),
    "countries": ("ISO 3166-1 code of a country", identifiers.countries),
}


def code_list(vocabulary: Vocabulary, name: str, kinds: list[Kind]) -> Json:
    """Return the words of a code list of the vocabulary, or of an ISO standard.

    Where `kinds` are given, only they are kinds.
    """
    if name in ISO:
        title, known = ISO[name]
        return _enum(known(), f"Must be an {title}.") | {"title": title}
    listed = {kind.id: kind for kind in kinds} if name == "kinds" and kinds else vocabulary.codes(name)
    return words(listed, f"Must be a word of {FOLDER}/{name}.yml.")


def words(terms: Mapping[str, Any], otherwise: str = "") -> Json:
    """Return some words of the vocabulary; `otherwise` is the message for other words, if the list is long."""
    return _enum({word: _explained(term) for word, term in terms.items()}, otherwise)


def _enum(explained: dict[str, str], otherwise: str) -> Json:
    """Return words with their definitions. Of a short list an editor itself names the words."""
    found: Json = {"enum": list(explained), "enumDescriptions": list(explained.values())}
    return found | ({"errorMessage": otherwise} if len(explained) > SHORT_LIST else {})


def _explained(term: Any) -> str:
    match term:
        case Unit():
            return f"{term.one}, {term.other}"
        case Language():
            return f"{term.label}, {term.native}"
        case Field():
            return f"{term.label} ({term.type}): {term.about}"
        case Relation():
            return f"{term.label} / {term.inverse}: {term.about}"
    return f"{term.label}: {term.about}"
