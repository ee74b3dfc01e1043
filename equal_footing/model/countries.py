"""The record of a country, and what the standards say of it by its code: ISO 3166-1, ISO 4217 and the Unicode CLDR.

Codes, currencies and languages come from the lists that pycountry and Babel bring along. No fact repeats them.
"""

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from importlib.metadata import version
from typing import Annotated

import pycountry
from babel.core import Locale, UnknownLocaleError, get_cldr_version, get_global
from babel.languages import get_official_languages
from babel.numbers import get_territory_currencies
from pydantic import AfterValidator, Field

from equal_footing.model import identifiers
from equal_footing.model.base import Model
from equal_footing.model.records import Record
from equal_footing.model.types import Currency, Form, Text, read_country
from equal_footing.model.types import Language as Tag
from equal_footing.model.vocabulary import Language

ENGLISH = Locale("en")
ISO_3166, ISO_4217, CLDR = "ISO 3166-1", "ISO 4217", "Unicode CLDR"
"""The standards by their own names."""


class _WithCode(Model):
    code: Annotated[Text, AfterValidator(read_country), Form("countries")]
    """The two-letter code of the country in ISO 3166-1, such as CA.

    Other codes, the currency and the official languages follow from it. A place that the standard does not list has
    one of the codes that it leaves to its users, such as XZ.
    """
    currencies: list[Currency] = Field(default_factory=list)
    """The codes of its currencies: only for a place with a code that ISO 3166-1 leaves to its users."""
    languages: list[Tag] = Field(default_factory=list)
    """The tags of its official languages: only for a place with a code that ISO 3166-1 leaves to its users."""


class Country(Record, _WithCode):
    """A country: a record with a code, from which the standards know its currency and its official languages."""


@dataclass(frozen=True, slots=True)
class OfficialLanguage:
    """An official language: the CLDR's code, our BCP 47 tag, its English name; `in_law` if not only in fact."""

    code: str
    tag: str
    label: str
    in_law: bool


@dataclass(frozen=True, slots=True)
class Territory:
    """What the standards say of a country on a day; `currencies` are legal tender, by code and English name.

    A place with a code that ISO 3166-1 leaves to its users has no other codes. `is_own` marks one that says itself
    what its currencies or languages are.
    """

    alpha2: str
    alpha3: str
    numeric: str
    currencies: tuple[tuple[str, str], ...]
    languages: tuple[OfficialLanguage, ...]
    is_own: bool = False

    @property
    def codes(self) -> tuple[tuple[str, str], ...]:
        """The three codes of ISO 3166-1, each after the name of its form."""
        if identifiers.is_user_assigned(self.alpha2):
            return (("user-assigned", self.alpha2),)
        return ("alpha-2", self.alpha2), ("alpha-3", self.alpha3), ("numeric", self.numeric)


def territory(record: Record, known: Mapping[str, Language]) -> Territory:
    """Return what the standards say of a country on the day of its review; `known` are the vocabulary's languages."""
    assert isinstance(record, Country)
    found = territory_of(record.code, record.reviewed.first if record.reviewed else datetime.date.today(), known)
    names = identifiers.currencies()
    money = tuple((code, names.get(code, code)) for code in record.currencies)
    spoken = tuple(OfficialLanguage(tag, tag, known[tag].label, True) for tag in record.languages)
    if money or spoken:
        return replace(found, currencies=money or found.currencies, languages=spoken or found.languages, is_own=True)
    return found


def territory_of(alpha2: str, day: datetime.date, known: Mapping[str, Language]) -> Territory:
    """Return what the standards say of a country on a day, by its two-letter code."""
    found, names = pycountry.countries.get(alpha_2=alpha2), identifiers.currencies()
    money = tuple((code, names[code]) for code in tender(alpha2, day) if code in names)
    alpha3, numeric = (found.alpha_3, found.numeric) if found else ("", "")
    return Territory(alpha2, alpha3, numeric, money, tuple(official_languages(alpha2, known)))


def name_in(alpha2: str, locale: Locale) -> str:
    """Return what the CLDR calls a country in a language.

    It calls nothing a country by a code that ISO 3166-1 leaves to its users, unless it knows the languages of the
    place, as it does for Kosovo.
    """
    is_country = not identifiers.is_user_assigned(alpha2) or get_official_languages(alpha2)
    return str(locale.territories.get(alpha2, "")) if is_country else ""


@cache
def locale_of(language: str) -> Locale | None:
    """Return what the CLDR knows of a language by its code; None of one that it does not know, as Comorian."""
    try:
        return Locale.parse(language)
    except (UnknownLocaleError, ValueError):
        return None


def tender(alpha2: str, day: datetime.date) -> list[str]:
    """Return the codes of the currencies that are legal tender on a day, also those that ISO 4217 lacks."""
    return [str(code) for code in get_territory_currencies(alpha2, day)]


def official_languages(alpha2: str, known: Mapping[str, Language]) -> list[OfficialLanguage]:
    """Return the official languages of a country, also those that are official only in fact."""
    in_law = get_official_languages(alpha2)
    found: dict[str, OfficialLanguage] = {}
    for code in get_official_languages(alpha2, de_facto=True):
        tags = list(_tags(code, alpha2))
        tag = next((tag for tag in tags if tag in known), tags[0])
        label = known[tag].label if tag in known else display(code, ENGLISH) or tag
        found.setdefault(tag, OfficialLanguage(code, tag, label, code in in_law))
    return list(found.values())


def _tags(code: str, alpha2: str) -> Iterator[str]:
    """Yield the BCP 47 tags that a language of a country can have: `zh` in China is `zh` or `zh-Hans`."""
    yield code.replace("_", "-")
    if "_" not in code:
        likely = get_global("likely_subtags")
        full = likely.get(f"{code}_{alpha2}") or likely.get(code) or ""
        if full.count("_") > 1:
            yield "-".join(full.split("_")[:2])


def display(code: str, locale: Locale) -> str:
    """Return the name of a language, with its script where the code names one; empty when the locale has none."""
    language, _, script = code.partition("_")
    name = str(locale.languages.get(language, ""))
    return f"{name} ({locale.scripts.get(script, script)})" if name and script else name


def iso_basis(standard: str) -> str:
    """Return an ISO standard with the library that brings its list: `ISO 3166-1, list of pycountry 24.6.1`."""
    return f"{standard} (pycountry {version('pycountry')})"


def cldr_basis() -> str:
    """Return the CLDR with its version and the library that brings it."""
    return f"{CLDR} {get_cldr_version()} (Babel {version('babel')})"
