"""Check digits of registration numbers and identifiers, and the codes of ISO 3166-1 and ISO 4217."""

import re
from collections.abc import Callable
from functools import cache

import pycountry
from babel.core import get_global
from stdnum import isni, lei
from stdnum.ca import bn
from stdnum.cn import uscc
from stdnum.iso7064 import mod_97_10
from stdnum.jp import cn as jcn

_ROR_ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"


def _ror(number: str) -> bool:
    """Check the last two digits of a ROR id: Crockford base 32 of the middle six, ISO/IEC 7064 mod 97-10."""
    value = 0
    for character in number[1:7]:
        value = value * 32 + _ROR_ALPHABET.index(character)
    return bool(mod_97_10.is_valid(f"{value}{number[7:]}"))


CHECKS: dict[str, Callable[[str], bool]] = {
    # Business number: Luhn over nine digits (Canada Revenue Agency); RR and four digits name the account.
    "ca-bn": lambda number: bool(bn.is_valid(number[:9])),
    # Corporate number: check digit in front (National Tax Agency of Japan, ordinance no. 70 of 2014).
    "jp-jcn": lambda number: bool(jcn.is_valid(number)),
    # Unified social credit identifier: GB 32100-2015.
    "cn-uscc": lambda number: bool(uscc.is_valid(number)),
    "ror": _ror,
    # ISNI: ISO 27729, ISO/IEC 7064 mod 11-2.
    "isni": lambda number: bool(isni.is_valid(number)),
    # LEI: ISO 17442, ISO/IEC 7064 mod 97-10.
    "lei": lambda number: bool(lei.is_valid(number)),
}
"""Check-digit rules by the names that `identifier_schemes.yml` uses; each takes a number of the right form."""


@cache
def currencies() -> dict[str, str]:
    """ISO 4217 codes and the names of the currencies."""
    return {currency.alpha_3: currency.name for currency in pycountry.currencies}


@cache
def countries() -> dict[str, str]:
    """ISO 3166-1 two-letter codes and the names of the countries."""
    return {country.alpha_2: country.name for country in pycountry.countries}


def code_named(name: str) -> str | None:
    """Return the code of the country that has a name exactly, or None."""
    return _codes_by_name().get(name)


@cache
def _codes_by_name() -> dict[str, str]:
    kinds = ("name", "common_name", "official_name")
    return {getattr(country, kind, country.name): country.alpha_2 for country in pycountry.countries for kind in kinds}


def is_user_assigned(code: str) -> bool:
    """Return whether ISO 3166-1 leaves a two-letter code to its users: for places that it does not list."""
    return re.fullmatch(r"AA|Q[M-Z]|X[A-Z]|ZZ", code) is not None


_LANGUAGE_OF_COUNTRY = {"jp": "ja", "cn": "zh-Hans", "sg": "zh-Hans", "tw": "zh-Hant", "hk": "zh-Hant", "kr": "ko"}


def languages_for(found: str, names: dict[str, str]) -> list[str]:
    """Return the tags meant by a language's name, its country (`jp`, `zh-CN`), or its tag without the script (`zh`)."""
    word = found.lower().replace("_", "-")
    language, _, country = word.partition("-")
    by_country = _LANGUAGE_OF_COUNTRY.get(country or language)
    if by_country in names:
        return [by_country]
    return [tag for tag, name in names.items() if word in name.lower().split() or tag.split("-")[0] == language]


@cache
def country_codes() -> dict[str, str]:
    """Three-letter codes of ISO 3166-1 and the two-letter codes in their place."""
    return {country.alpha_3: country.alpha_2 for country in pycountry.countries}


def near_country(text: str) -> str | None:
    """Return the two-letter code that a text means.

    It may be written in small letters, have three letters, be another usual one (`UK`), or be a name.
    """
    code = text.upper()
    if code in countries():
        return code
    known = [found for found in get_global("territory_aliases").get(code, ()) if found in countries()]
    return country_codes().get(code) or (known[0] if len(known) == 1 else code_for_name(text, countries()))


def code_for_name(found: str, codes: dict[str, str]) -> str | None:
    """Return the code whose name holds the word found (`Yen` or `YEN` gives `JPY`), when exactly one does."""
    word = found.lower()
    near = [code for code, name in codes.items() if word in name.lower().split()]
    return near[0] if len(near) == 1 else None


def number_within(text: str, pattern: str, check: str | None = None) -> str | None:
    """Return the number of a register within an address, behind a prefix or with odd signs, or None without any.

    `check` is the rule for its check digits, if the register has one.
    """
    parts = [text, re.sub("[ ‐‑–-]", "", text), *reversed(re.split(r"[/?#=:\s]+", text.strip("/ ")))]
    forms = (form for part in parts for form in (part, part.upper()) if re.fullmatch(pattern, form))
    return next((form for form in forms if check is None or CHECKS[check](form)), None)
