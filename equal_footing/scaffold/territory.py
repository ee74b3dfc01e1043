"""The country that a code means, its name, and its name in its official languages, from ISO 3166-1 and the CLDR."""

import difflib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NoReturn

import pycountry
from babel.core import Locale, UnknownLocaleError, get_global
from babel.languages import get_official_languages

from equal_footing.model import identifiers
from equal_footing.model.countries import ENGLISH, OfficialLanguage, display, locale_of, name_in, official_languages
from equal_footing.model.file_names import slug_of
from equal_footing.model.vocabulary import Language
from equal_footing.reading.characters import hidden_characters
from equal_footing.reading.problems import CommandError, quote
from equal_footing.scaffold.names import sound_name

_UNLISTED = (
    " It has two or three letters, such as KR or KOR: https://www.iso.org/obp/ui/#search. A place that is not listed "
    'there takes a code that is left to users, one of XA to XZ: make country CODE=XZ NAME="…". What belongs to several '
    "countries goes into data/international/."
)


@dataclass(frozen=True, slots=True)
class NewCountry:
    """A country that is to be begun: its two-letter code, and its English name on the site."""

    alpha2: str
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


def find_country(code: str, name: str | None = None) -> NewCountry:
    """Return the country of a two- or three-letter code; raises CommandError with the nearest ones."""
    wanted = code.strip().upper()
    if identifiers.is_user_assigned(wanted):
        return NewCountry(wanted, _sound(name or name_in(wanted, ENGLISH) or _nameless(wanted)))
    found: Any = None
    if re.fullmatch(r"[A-Z]{2,3}", wanted):
        both = (pycountry.countries.get(alpha_2=wanted), pycountry.countries.get(alpha_3=wanted))
        found = next((item for item in both if item), None)
    if found is None:
        near = [f"{item.alpha_2} ({common_name(item.alpha_2)})" for item in _nearest(code.strip())]
        hint = f" Did you mean {' or '.join(near)}?" if near else _UNLISTED
        raise CommandError(f"{quote(code)} is not an ISO 3166-1 code.{hint}")
    english = _sound(name) if name is not None else common_name(found.alpha_2)
    return NewCountry(found.alpha_2, english)


def _sound(name: str) -> str:
    english = sound_name(name)
    if not slug_of(english):
        raise CommandError(f"{quote(english)} has no letters a to z. Give the English name.")
    return english


def _nameless(code: str) -> NoReturn:
    raise CommandError(f'{code} is a code that ISO 3166-1 leaves to its users. Say whose it is: NAME="…".')


def common_name(alpha2: str) -> str:
    """Return the common English name: the CLDR's, or the ISO's where the CLDR only adds something to it."""
    official = identifiers.countries()[alpha2]
    short = str(ENGLISH.territories.get(alpha2, official)).replace(" & ", " and ")
    return official if short.startswith(official) else short


def _nearest(text: str) -> list[Any]:
    """Return up to three countries whose code or name is near to a text, by their codes.

    A place within a country, or one that somebody counts to it, is not looked for: whose it is, is not ours to say.
    """
    alias = get_global("territory_aliases").get(text.upper(), ())
    if alias:
        return [item for item in (pycountry.countries.get(alpha_2=part) for part in alias) if item][:3]
    words: dict[str, list[Any]] = {}
    for country in pycountry.countries:
        names = {country.name, common_name(country.alpha_2), getattr(country, "official_name", country.name)}
        if text.casefold() in {name.casefold() for name in names | _own_names(country.alpha_2)}:
            return [country]
        for word in {part for name in names for part in (name.lower(), *re.findall(r"\w{4,}", name.lower()))}:
            words.setdefault(word, []).append(country)
    near = difflib.get_close_matches(text.lower(), words, n=3, cutoff=0.85)
    found = [country for word in near for country in words[word] if len(words[word]) <= 3]
    first = list({country.alpha_2: country for country in found}.values())[:3]
    return sorted(first, key=lambda country: str(country.alpha_2))


def _own_names(alpha2: str) -> set[str]:
    """Return what a country is called in its official languages, by the CLDR."""
    found: set[str] = set()
    for language in get_official_languages(alpha2):
        if locale := locale_of(language):
            found.add(name_in(alpha2, locale))
    return found - {""}


# Languages -------------------------------------------------------------------------------------------


def languages(country: NewCountry, known: Mapping[str, Language]) -> list[Spoken]:
    """Return the official languages of a country, also those that are official only in fact, by the CLDR.

    `known` are the languages of the vocabulary by their tags; names that it lacks are the CLDR's.
    """
    return [
        _spoken(language, known.get(language.tag), country) for language in official_languages(country.alpha2, known)
    ]


def _spoken(language: OfficialLanguage, known: Language | None, country: NewCountry) -> Spoken:
    try:
        locale = Locale.parse(language.tag, sep="-")
    except (UnknownLocaleError, ValueError):
        native, own = "", ""
    else:
        native, own = display(language.code, locale), name_in(country.alpha2, locale)
    own = "" if any(hidden_characters(own, "")) else own
    return Spoken(language.tag, language.label, known.native if known else native, known is not None, own)
