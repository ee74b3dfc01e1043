"""The country that a code means, its name, and its name in its official languages, from ISO 3166-1 and the CLDR."""

import difflib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pycountry
from babel.core import Locale, UnknownLocaleError, get_global

from equal_footing.model import identifiers
from equal_footing.model.countries import ENGLISH, OfficialLanguage, display, official_languages
from equal_footing.model.vocabulary import Language
from equal_footing.reading.characters import hidden_characters
from equal_footing.reading.problems import CommandError, quote
from equal_footing.scaffold.names import slug_of, sound_name


@dataclass(frozen=True, slots=True)
class Country:
    """A country: its codes, and its English name on the site."""

    alpha2: str
    alpha3: str
    numeric: str
    name: str

    @property
    def slug(self) -> str:
        """The name of its folder."""
        return slug_of(self.name)


@dataclass(frozen=True, slots=True)
class Spoken:
    """An official language of a country.

    `tag` is its BCP 47 tag, `known` whether languages.yml has it, `country` the country's name in it, where the CLDR
    has one.
    """

    tag: str
    label: str
    native: str
    known: bool
    country: str


# Codes and names ----------------------------------------------------------------------------------------------------


def find_country(code: str, name: str | None = None) -> Country:
    """Return the country of a two- or three-letter code; raises CommandError with the nearest ones."""
    wanted = code.strip().upper()
    found: Any = None
    if re.fullmatch(r"[A-Z]{2,3}", wanted):
        both = (pycountry.countries.get(alpha_2=wanted), pycountry.countries.get(alpha_3=wanted))
        found = next((item for item in both if item), None)
    if found is None:
        near = [f"{item.alpha_2} ({common_name(item.alpha_2)})" for item in _nearest(code.strip())]
        hint = f" Did you mean {' or '.join(near)}?" if near else " It has two or three letters, such as KR or KOR."
        raise CommandError(f"{quote(code)} is not an ISO 3166-1 code.{hint}")
    english = sound_name(name) if name is not None else common_name(found.alpha_2)
    if not slug_of(english):
        raise CommandError(f"{quote(english)} has no letters a to z. Give the English name.")
    return Country(found.alpha_2, found.alpha_3, found.numeric, english)


def common_name(alpha2: str) -> str:
    """Return the common English name: the CLDR's, or the ISO's where the CLDR only adds something to it."""
    official = identifiers.countries()[alpha2]
    short = str(ENGLISH.territories.get(alpha2, official)).replace(" & ", " and ")
    return official if short.startswith(official) else short


def _nearest(text: str) -> list[Any]:
    """Return up to three countries whose code or name is near to a text, the nearest first."""
    alias = get_global("territory_aliases").get(text.upper(), ())
    if alias:
        return [item for item in (pycountry.countries.get(alpha_2=part) for part in alias) if item][:3]
    if len(text) > 3:
        try:
            return list(pycountry.countries.search_fuzzy(text))[:3]
        except LookupError:
            pass  # nothing holds the text as it is; look for what is spelt nearly so
    words: dict[str, list[Any]] = {}
    for country in pycountry.countries:
        names = {country.name, common_name(country.alpha_2), getattr(country, "official_name", country.name)}
        for word in {part for name in names for part in (name.lower(), *re.findall(r"\w{4,}", name.lower()))}:
            words.setdefault(word, []).append(country)
    near = difflib.get_close_matches(text.lower(), words, n=3, cutoff=0.75)
    found = [country for word in near for country in words[word] if len(words[word]) <= 3]
    return list({country.alpha_2: country for country in found}.values())[:3]


# Languages -------------------------------------------------------------------------------------------


def languages(country: Country, known: Mapping[str, Language]) -> list[Spoken]:
    """Return the official languages of a country, also those that are official only in fact, by the CLDR.

    `known` are the languages of the vocabulary by their tags; names that it lacks are the CLDR's.
    """
    return [
        _spoken(language, known.get(language.tag), country) for language in official_languages(country.alpha2, known)
    ]


def _spoken(language: OfficialLanguage, known: Language | None, country: Country) -> Spoken:
    try:
        locale = Locale.parse(language.tag, sep="-")
    except (UnknownLocaleError, ValueError):
        native, own = "", ""
    else:
        native, own = display(language.code, locale), str(locale.territories.get(country.alpha2, ""))
    own = "" if any(hidden_characters(own, "")) else own
    return Spoken(language.tag, language.label, known.native if known else native, known is not None, own)
