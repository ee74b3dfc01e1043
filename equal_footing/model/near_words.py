"""Says which word of a code list, or which currency, somebody may have meant."""

import difflib
from collections.abc import Collection, Iterable, Mapping
from typing import Any

from babel.core import Locale, UnknownLocaleError

from equal_footing.model import currencies, identifiers
from equal_footing.model.number_words import money_words, number_for
from equal_footing.reading.number_forms import number_of, written
from equal_footing.reading.problems import did_you_mean, nearest, quote

MAX_NEAR = 4
"""A message names at most this many currencies that may be meant."""
MAX_HELD = 8
"""A message lists what a folder holds up to this many records."""


def near_currency(text: str, country: str) -> str:
    """Return ` Did you mean JPY?` for `YEN`, `¥` or `JPN`, or nothing when no currency is near.

    `country` is the ISO 3166-1 code of the country whose own currency is meant, if it can be.
    """
    near = currencies.currencies_for(text, country)
    if len(near) > MAX_NEAR:
        return " Many currencies are called so: write the code of the one that is meant, such as USD."
    if near:
        return f" Did you mean {' or '.join(near)}?"
    code = nearest(text, identifiers.currencies())
    return f" Did you mean {code} ({identifiers.currencies()[code]})?" if code else ""


def other_currency(text: str, currency: str | None, country: str) -> str:
    """Return what to add to how a sum is written that has the sign or word of another currency than its fact.

    `text` is the sum in another form, `currency` the code that its fact gives, `country` that of its record. Returns
    nothing where the text is not a number or names no other currency.
    """
    named = {word: codes for word in money_words(text) if (codes := currencies.named_beside_a_sum(word))}
    if not named or any(currency in codes for codes in named.values()) or number_for(text) is None:
        return ""
    word = min(named, key=lambda word: len(named[word]))
    meant = [word] if word in named[word] else currencies.currencies_for(word, country)
    if currency in meant:
        return ""
    code = " or ".join(meant) if len(meant) <= MAX_NEAR else ""
    return f", in `currency: {code}`" if code else f", in the `currency` that {quote(word)} means here"


def beside_number(text: str, field_type: str, currency: str | None, country: str) -> str:
    """Return what to add to how a number is written that names a currency: which one, or that it is a sum of money."""
    if field_type == "money":
        return other_currency(text, currency, country)
    named = other_currency(text, None, country) if field_type in {"number", "percent"} else ""
    return " and names a currency: sums of money have fields of their own" if named else ""


def near_language(text: str, known: Mapping[str, Any]) -> str:
    """Return ` Did you mean ja?` for `jp` or `Japanese`, or nothing when no language of the vocabulary is near."""
    near = identifiers.languages_for(text, {tag: language.label for tag, language in known.items()})
    if near:
        return f" Did you mean {' or '.join(near)}?"
    return _new_language(text) or did_you_mean(text, known)


def _new_language(text: str) -> str:
    """Return how to add a language that the Unicode CLDR knows by its tag, or nothing."""
    try:
        locale = Locale.parse(text.replace("-", "_"))
    except (UnknownLocaleError, ValueError):
        return ""
    own = locale.get_display_name()
    entry = f"`{text}: {{label: {locale.get_display_name('en')}, native: {own}}}`"
    return f" If it is the one that is meant, add it to data/vocabulary/languages.yml: {entry}."


def near_word(text: str, known: Mapping[str, Any]) -> str:
    """Return ` Did you mean leadership?` for `chair`, by the near words in the vocabulary or by the spelling.

    Of several words with the same near word it names all, with their labels.
    """
    said = " ".join(text.casefold().replace("-", " ").replace("_", " ").split())
    meant = []
    for word, term in known.items():
        near = {other.casefold().removesuffix("s") for other in getattr(term, "near", ())}
        if said.removesuffix("s") in near:
            meant.append(word)
    if len(meant) > 1:
        return f" Did you mean {' or '.join(f'{word} ({known[word].label})' for word in meant)}?"
    return f" Did you mean {meant[0]}?" if meant else did_you_mean(text, known)


def other_side(text: str, known: Mapping[str, Any]) -> str:
    """Return what to write for a relation as its other end shows it, such as `participants`, or a near word."""
    said = text.casefold().replace("-", " ").replace("_", " ")
    for word, relation in known.items():
        if said == relation.inverse.casefold() and not relation.symmetric:
            way = f"Write it in the other record: `type: {word}`, and the path of this one in `to`"
            return f" It is the other side of {word}. {way}; this page then shows it by itself."
    return near_word(text, known)


def how_to_count(unit: str, known: Mapping[str, Any]) -> str:
    """Return what to write for a unit that holds a size, a currency or a percentage, or a near word."""
    said = unit.strip()
    if said.casefold() in {"%", "percent", "per cent", "percentage", "pct"}:
        return " A percentage has no unit: use a field of percentages, such as share."
    ways = (said, f"1 {said}", *(f"1 {word}" for word in said.split() if word.isalpha()))
    times = next((size for way in ways if (size := number_of(way)) not in (None, 1)), None)
    full = f", with the value in full (times {written(times)})" if times else ""
    of_money = next((codes for word in (*said.split(), *money_words(said)) if (codes := _currency(word))), [])
    if of_money:
        return f" A sum of money has no unit: write `currency: {' or '.join(of_money[:MAX_NEAR])}`{full}."
    same = next((word for word, unit_ in known.items() if said in (unit_.one, unit_.other)), "")
    if same:
        return f" Did you mean {same}?"
    return f" The unit is what is counted{full}." if full else near_word(unit, known)


def near_record(path: str, known: Collection[str], called: Mapping[str, str]) -> str:
    """Return ` Did you mean japan/laws/npo-act?` for the path of a record, or what its folder holds.

    `known` are the paths of all records, `called` says which record would have a path by its name. A record whose name
    gives the path is meant first, since its file may have been renamed; then one of the same name in another folder of
    the place; then one whose name differs by a few letters. What only has words in common is another thing.
    """
    folder, _, name = path.rpartition("/")
    if path in called:
        return f" Did you mean {called[path]}?"
    if not folder:
        return did_you_mean(path, [other for other in known if "/" not in other])
    names: dict[str, list[str]] = {}
    for other in known:
        names.setdefault(other.rpartition("/")[0], []).append(other.rpartition("/")[2])
    home = path.split("/")[0]
    is_elsewhere = home not in {other.split("/")[0] for other in known}
    same = [place for place, held in names.items() if place and name in held]
    here = [place for place in same if is_elsewhere or place.split("/")[0] == home]
    if here:
        parts = {*path.split("/")}
        return f" Did you mean {max(here, key=lambda place: len(parts & {*place.split('/')}))}/{name}?"
    kind = folder.rpartition("/")[2]
    others = [place for place in names if is_elsewhere and place.endswith(f"/{kind}") and place != folder]
    for place in (folder, *others):
        near = near_name(name, names.get(place, ()))
        if near:
            return f" Did you mean {place}/{near}?"
    if same:
        return f" The record of this name is {' or '.join(f'{place}/{name}' for place in sorted(same)[:MAX_NEAR])}."
    if folder not in names:
        return ""
    held = sorted(names[folder])
    return f" data/{folder}/ holds: {', '.join(held)}." if len(held) <= MAX_HELD else f" See data/{folder}/."


def near_name(name: str, known: Iterable[str]) -> str:
    """Return the name of a file for which another name may be a slip, or nothing.

    Words decide: they are the same but for hyphens, or all but one, which is near. So `aid-funds` may be a slip for
    `aid-fund`, while `aid-council` and `aid-country-forum`, or `plan-2019` and `plan-2018`, are two things.
    """
    near = [other for other in known if _is_slip(name, other)]
    return difflib.get_close_matches(name, near, n=1, cutoff=0)[0] if near else ""


def _is_slip(name: str, other: str) -> bool:
    words, others = name.split("-"), other.split("-")
    differing = [pair for pair in zip(words, others, strict=False) if pair[0] != pair[1]]
    if len(words) != len(others) or len(differing) != 1:
        return name.replace("-", "") == other.replace("-", "")
    word, near = differing[0]
    digits, of_near = ("".join(filter(str.isdigit, part)) for part in differing[0])
    return digits == of_near and bool(did_you_mean(word, [near]))


OTHER_HINTS = {"languages": near_language, "relations": other_side, "units": how_to_count}
"""What finds the word that is meant in code lists whose words people miss in ways of their own."""


def _currency(word: str) -> list[str]:
    return [word] if word in identifiers.currencies() else currencies.currencies_for(word)
