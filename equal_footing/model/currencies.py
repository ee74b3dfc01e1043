"""Currencies beyond the codes of ISO 4217 that are in use: withdrawn ones with their years, and what people write."""

import unicodedata
from functools import cache

from babel.core import Locale, UnknownLocaleError, get_global
from babel.numbers import get_currency_name, get_currency_symbol, get_territory_currencies

from equal_footing.model.identifiers import countries, currencies
from equal_footing.reading.number_forms import MONEY_WORDS

_OTHER_NAMES = {**MONEY_WORDS, "dm": "DEM"}
"""What people write for a currency, besides its signs and its names in English and in its own languages."""
LAST_YEAR = 9999
SHARED = frozenset({"USD", "EUR", "GBP", "CHF", "XDR"})
"""Currencies in which sums of any country are given."""
NO_MONEY = frozenset({"XAG", "XAU", "XPD", "XPT", "XTS", "XXX"})
"""The codes of ISO 4217 for metals, for tests and for no currency."""


@cache
def years() -> dict[str, tuple[int, int]]:
    """The first and the last year in which each currency was tender somewhere, by the Unicode CLDR."""
    found: dict[str, tuple[int, int]] = {}
    for used in get_global("territory_currencies").values():
        for code, first, last, _ in used:
            begin, end = first[0] if first else 0, last[0] if last else LAST_YEAR
            known = found.get(code, (begin, end))
            found[code] = min(begin, known[0]), max(end, known[1])
    return found


@cache
def withdrawn() -> frozenset[str]:
    """The codes that ISO 4217 no longer has, and that were those of a currency in their time."""
    return frozenset(years()) - frozenset(currencies())


def currencies_for(text: str, country: str = "") -> list[str]:
    """Return the codes of the currencies that a sign or a word means: `₩`, `원`, `WON`, `euros`.

    `country` is the ISO 3166-1 code of the country whose own currency is meant, if it can be.
    """
    word, codes, _ = _called(text)
    own = (
        [code for code in get_territory_currencies(country) if code in codes or word in _words(code, country)]
        if country in countries()
        else []
    )
    if own:
        return own[:1]
    if codes:
        return codes
    found = [code for code in currencies() if word in _words(code)]
    return [code for code in found if word in {_plain(get_currency_symbol(code, "en"))}] or found


def named_beside_a_sum(word: str) -> frozenset[str]:
    """Return every currency that a sign, a word or a code beside a sum can mean: `$` that of any dollar or peso."""
    if word in currencies():
        return frozenset({word})
    _, codes, names = _called(word)
    return frozenset(codes or (code for code in currencies() if not _words(code).isdisjoint(names)))


def _called(text: str) -> tuple[str, list[str], list[str]]:
    """Return a word for a currency, or the sign that it means, with the codes or the names that are meant."""
    word = _plain(text)
    if _OTHER_NAMES.get(word) in _OTHER_NAMES and not _OTHER_NAMES[word].isalpha():
        word = _OTHER_NAMES[word]
    means = _OTHER_NAMES.get(word, "")
    return word, means.split() if means.isupper() else [], means.split() if means.islower() else []


@cache
def _words(code: str, country: str = "") -> frozenset[str]:
    """Return what a currency is called in English and, if given, in the languages of a country."""
    tags = [f"{tag}_{country}" for tag in get_global("territory_languages").get(country, {}) if len(tag) < 4]
    words = set()
    for tag in ("en", *tags):
        try:
            locale = Locale.parse(tag)
        except (UnknownLocaleError, ValueError):
            continue
        names = [get_currency_name(code, count, locale) for count in (None, 1, 2)]
        words |= {get_currency_symbol(code, locale), *names, *(name.split()[-1] for name in names)}
    alike = {other for other, meant in _OTHER_NAMES.items() if meant == code}
    return frozenset({_plain(word) for word in words} | alike) - {_plain(code)}


def _plain(word: str) -> str:
    return unicodedata.normalize("NFKC", word).casefold().strip(" .")
