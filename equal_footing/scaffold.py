"""Writes what a new country or a new record begins with: files that say by comments what belongs where.

What the files claim comes from ISO 3166-1 (through pycountry) and from the Unicode CLDR (through Babel), cited as such;
all else stands as not researched or as a comment.
"""

from __future__ import annotations

import datetime
import difflib
import json
import re
import tempfile
import textwrap
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

import pycountry
from babel.core import Locale, UnknownLocaleError, get_cldr_version, get_global
from babel.languages import get_official_languages
from babel.numbers import get_territory_currencies
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from equal_footing.characters import hidden_characters
from equal_footing.dataset import Dataset, Entry
from equal_footing.identifiers import countries
from equal_footing.identifiers import currencies as known_currencies
from equal_footing.loading import load
from equal_footing.problems import did_you_mean, one_of, quote
from equal_footing.records import MAX_NAME, SLUG, Record
from equal_footing.rules.comparison import STATES
from equal_footing.rules.records import COUNTRY_FIELDS, RESERVED
from equal_footing.vocabulary import Field, Kind

MAX_SLUG = 80
WIDTH = 118
ENGLISH = Locale("en")
_PLAIN = re.compile(r"[A-Za-z][\w .()/-]*[\w.)]|[A-Za-z]")
_MISREAD = frozenset({"yes", "no", "on", "off", "y", "n", "null", "true", "false"})
_LETTERS = str.maketrans({"æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i"})
_COUNTRY_FILES = ("country.yml", "answers.yml", "sources.yml")


class ScaffoldError(Exception):
    """Nothing was written; the message says why, on one line."""


@dataclass(frozen=True, slots=True)
class Made:
    """The files that were written, and what a contributor should know of them, one sentence a line."""

    files: tuple[Path, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Country:
    """A country by its codes, and the English name by which the site calls it."""

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

    `tag` is its BCP 47 tag, `known` whether languages.yml has it, `in_law` whether it is official in law and not only
    in fact; `country` is the country's name in it, where the CLDR has one.
    """

    tag: str
    label: str
    native: str
    known: bool
    in_law: bool
    country: str


@dataclass(frozen=True, slots=True)
class Money:
    """A currency that is legal tender in a country."""

    code: str
    label: str

    @property
    def said(self) -> str:
        """The currency by name and code."""
        return f"{self.label} ({self.code})"


# Countries ----------------------------------------------------------------------------------------------------------


def new_country(root: Path, code: str, day: datetime.date, name: str | None = None) -> Made:
    """Write the folder of a country whose ISO 3166-1 code is given; it is there whole or not at all.

    `name` takes the place of the common English name, which also names the folder. `day` is the day on which the code
    lists were read. Raises ScaffoldError when the code is unknown or the country is there already.
    """
    dataset = _loaded(root)
    country = find_country(code, name)
    folder = root / "data" / country.slug
    if country.slug in RESERVED or dataset.vocabulary.kind_of_folder(country.slug):
        raise ScaffoldError(f"data/{country.slug}/ cannot be a country's folder: the site has a page of that name.")
    for entry in dataset.countries:
        if any(fact.field == "iso-alpha2" and fact.value == country.alpha2 for fact in entry.record.current):
            raise ScaffoldError(f"{country.alpha2} has its folder already: data/{entry.place}/. Nothing was written.")
    if folder.exists() or folder.is_symlink():
        raise ScaffoldError(f"data/{country.slug}/ is there already. Nothing was written.")
    for key in _source_keys(country).values():
        if key in dataset.sources:
            file = dataset.sources[key].document.file
            raise ScaffoldError(f"the source key {quote(key)} is taken already, in {file}. Nothing was written.")
    _write(root, folder, country_files(dataset, country, day))
    notes = [
        f"{spoken.label} is not in data/vocabulary/languages.yml. To record it, add: {_language_line(spoken)}"
        for spoken in languages(dataset, country)
        if not spoken.known
    ]
    notes += [
        f"{code}, which the CLDR {get_cldr_version()} gives as a currency of {country.name}, is not in ISO 4217."
        for code in currencies(country, day)[1]
    ]
    return Made(tuple(folder / file for file in _COUNTRY_FILES), tuple(notes))


def find_country(code: str, name: str | None = None) -> Country:
    """Return the country of a two- or three-letter code; raises ScaffoldError with the nearest ones."""
    wanted = code.strip().upper()
    found: Any = None
    if re.fullmatch(r"[A-Z]{2,3}", wanted):
        both = (pycountry.countries.get(alpha_2=wanted), pycountry.countries.get(alpha_3=wanted))
        found = next((item for item in both if item), None)
    if found is None:
        near = [f"{item.alpha_2} ({common_name(item.alpha_2)})" for item in _nearest(code.strip())]
        hint = f" Did you mean {' or '.join(near)}?" if near else " It has two or three letters, such as KR or KOR."
        raise ScaffoldError(f"{quote(code)} is not an ISO 3166-1 code.{hint}")
    english = _sound_name(name) if name is not None else common_name(found.alpha_2)
    if not slug_of(english):
        raise ScaffoldError(f"{quote(english)} has no letters a to z. Give the English name.")
    return Country(found.alpha_2, found.alpha_3, found.numeric, english)


def common_name(alpha2: str) -> str:
    """Return the common English name: the CLDR's, or the ISO's where the CLDR only adds something to it."""
    official = countries()[alpha2]
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


def country_files(dataset: Dataset, country: Country, day: datetime.date) -> dict[str, str]:
    """Return the files of a country's folder, by their names."""
    spoken = languages(dataset, country)
    money, outdated = currencies(country, day)
    kinds = dataset.vocabulary.kinds.values()
    names = {item.tag: item.country for item in spoken if item.known and item.country and item.tag != "en"}
    values = {
        "day": day,
        "country": country,
        "place": country.slug,
        "names": {"en": country.name, **names},
        "languages": spoken,
        "currencies": money,
        "outdated": outdated,
        "states": dataset.vocabulary.states.values(),
        "kinds": [kind for kind in kinds if kind.folder],
        "answers": dataset.vocabulary.answers.values(),
        "source_types": dataset.vocabulary.source_types.values(),
        "questions": sorted(dataset.questions.values(), key=lambda entry: (entry.question.order, entry.id)),
        "groups": dataset.vocabulary.question_groups,
        "asks": dataset.vocabulary.asks,
        "answer_states": STATES,
        "usual": [
            field
            for field in _usual_fields(dataset, dataset.vocabulary.kind_of_file("country.yml"))
            if field.id not in COUNTRY_FIELDS and not field.id.startswith("iso-")
        ],
        "unit": next(iter(dataset.vocabulary.units)),
        "currency": money[0].code if money else "USD",
        "keys": _source_keys(country),
        "cldr": get_cldr_version(),
        "pycountry": version("pycountry"),
        "babel": version("babel"),
    }
    environment = _environment(dataset.root)
    return {file: environment.get_template(f"{file}.j2").render(values) for file in _COUNTRY_FILES}


def _source_keys(country: Country) -> dict[str, str]:
    code, cldr = country.alpha2.lower(), get_cldr_version()
    return {
        "codes": f"iso-3166-{code}",
        "languages": f"cldr-{cldr}-languages-{code}",
        "currencies": f"cldr-{cldr}-currencies-{code}",
    }


def languages(dataset: Dataset, country: Country) -> list[Spoken]:
    """Return the official languages of a country, also those that are official only in fact, by the CLDR."""
    in_law = get_official_languages(country.alpha2)
    found: dict[str, Spoken] = {}
    for code in get_official_languages(country.alpha2, de_facto=True):
        tags = list(_tags(code, country.alpha2))
        tag = next((tag for tag in tags if tag in dataset.vocabulary.languages), tags[0])
        known = dataset.vocabulary.languages.get(tag)
        label = known.label if known else _display(code, ENGLISH) or tag
        try:
            locale = Locale.parse(tag, sep="-")
        except (UnknownLocaleError, ValueError):
            native, own = "", ""
        else:
            native, own = _display(code, locale), str(locale.territories.get(country.alpha2, ""))
        own = "" if any(hidden_characters(own, "")) else own
        spoken = Spoken(tag, label, known.native if known else native, known is not None, code in in_law, own)
        found.setdefault(tag, spoken)
    return list(found.values())


def _tags(code: str, territory: str) -> Iterator[str]:
    """Yield the BCP 47 tags that a language of a territory can have: `zh` in China is `zh` or `zh-Hans`."""
    yield code.replace("_", "-")
    if "_" not in code:
        likely = get_global("likely_subtags")
        full = likely.get(f"{code}_{territory}") or likely.get(code) or ""
        if full.count("_") > 1:
            yield "-".join(full.split("_")[:2])


def _display(code: str, locale: Locale) -> str:
    """Return the name of a language, with its script where the code names one; empty when the locale has none."""
    language, _, script = code.partition("_")
    name = str(locale.languages.get(language, ""))
    return f"{name} ({locale.scripts.get(script, script)})" if name and script else name


def currencies(country: Country, day: datetime.date) -> tuple[list[Money], list[str]]:
    """Return the currencies that are legal tender in a country on a day, by the CLDR.

    Apart stand the codes that ISO 4217 does not have (any more): the CLDR's list can be older.
    """
    codes = [str(code) for code in get_territory_currencies(country.alpha2, day)]
    known = [Money(code, str(ENGLISH.currencies.get(code, code))) for code in codes if code in known_currencies()]
    return known, [code for code in codes if code not in known_currencies()]


# Records ------------------------------------------------------------------------------------------------------------


def new_record(root: Path, place: str, kind: str, name: str, day: datetime.date, slug: str | None = None) -> Path:
    """Write the file with which a record begins, and return it.

    `slug` names the file where the name has no letters a to z; such a name stands under the first official language of
    the place that is not English. Raises ScaffoldError when a record of that name or file is there already.
    """
    dataset = _loaded(root)
    term = _kind(dataset, kind)
    _home(dataset, place)
    name = _sound_name(name)
    own = _own_languages(dataset, place)
    file = slug_of(name) if slug is None else slug
    if not file:
        raise ScaffoldError(f"{quote(name)} has no letters a to z for the name of its file. Give a slug (SLUG=…).")
    if not SLUG.fullmatch(file):
        message = f"{quote(file)} is not a good name for a file: small letters a to z and digits, joined by hyphens."
        raise ScaffoldError(message)
    language = "en" if slug_of(name) else next((tag for tag in own if tag != "en"), None)
    if language is None:
        raise ScaffoldError(f"{quote(name)} is not English, and {place} has no other official language. Write it in.")
    path = root / "data" / place / str(term.folder) / f"{file}.yml"
    if path.exists() or path.is_symlink():
        raise ScaffoldError(f"{path.relative_to(root).as_posix()} is there already. Nothing was written.")
    peers = [entry for entry in dataset.entries.values() if entry.kind.id == term.id]
    for entry in peers:
        if entry.place == place and name.casefold() in {known.casefold() for known in entry.record.name.values()}:
            raise ScaffoldError(f"{quote(name)} is the name of {entry.file} already. Nothing was written.")
    _write(root, path, {"": _record_text(dataset, place, term, {language: name}, day)})
    return path


def _record_text(dataset: Dataset, place: str, kind: Kind, names: dict[str, str], day: datetime.date) -> str:
    vocabulary = dataset.vocabulary
    peers = [entry for entry in dataset.entries.values() if entry.kind.id == kind.id]
    statuses = Counter(entry.record.status.code for entry in peers)
    relations = _usual([{relation.type for relation in entry.record.relations} for entry in peers])
    model = min(peers, key=lambda entry: (-len(entry.record.current), entry.id), default=None)
    own = [tag for tag in ("en", *_own_languages(dataset, place)) if tag not in names]
    values = {
        "day": day,
        "place": place,
        "kind": kind,
        "names": names,
        "languages": [vocabulary.languages[tag] for tag in dict.fromkeys(own)],
        "model": model,
        "status": max(vocabulary.statuses, key=lambda code: statuses[code] if code != "unknown" else -1),
        "statuses": list(vocabulary.statuses),
        "states": vocabulary.states.values(),
        "relations": [vocabulary.relations[name] for name in relations] or list(vocabulary.relations.values())[:1],
        "schemes": vocabulary.identifier_schemes if any(entry.record.identifiers for entry in peers) else {},
        "usual": _usual_fields(dataset, kind),
        "unit": next(iter(vocabulary.units)),
        "currency": next(iter(_values(dataset.entries.get(place), "currency")), "USD"),
    }
    return _environment(dataset.root).get_template("record.yml.j2").render(values)


def _kind(dataset: Dataset, name: str) -> Kind:
    known = {kind.id: kind for kind in dataset.vocabulary.kinds.values() if kind.folder}
    if name in known:
        return known[name]
    if name in dataset.vocabulary.kinds:
        raise ScaffoldError(f"{name} is not a kind with a folder of records.{one_of(known)}")
    folder = dataset.vocabulary.kind_of_folder(name)
    hint = f" Did you mean {folder.id}?" if folder else did_you_mean(name, known) or one_of(known)
    raise ScaffoldError(f"{quote(name)} is not a known kind.{hint}")


def _home(dataset: Dataset, place: str) -> None:
    files = {str(kind.file) for kind in dataset.vocabulary.kinds.values() if kind.file}
    data = dataset.root / "data"
    places = {path.parent.name for file in files for path in data.glob(f"*/{file}")}
    if place not in places:
        hint = did_you_mean(place, places) or one_of(sorted(places))
        raise ScaffoldError(f"{quote(place)} is not a country with a folder in data/.{hint}")


def _own_languages(dataset: Dataset, place: str) -> list[str]:
    found = _values(dataset.entries.get(place), "official-language")
    return [tag for tag in found if tag in dataset.vocabulary.languages]


def _values(entry: Entry | None, field: str) -> list[str]:
    facts = entry.record.current if entry else []
    return [fact.value for fact in facts if fact.field == field and fact.value]


def _usual_fields(dataset: Dataset, kind: Kind | None) -> list[Field]:
    """Return the fields that at least a third of the records of a kind have, the most frequent first."""
    records = [entry.record for entry in dataset.entries.values() if kind and entry.kind.id == kind.id]
    return [dataset.vocabulary.fields[name] for name in _usual(_fields(record) for record in records)]


def _fields(record: Record) -> set[str]:
    return {fact.field for fact in record.current}


def _usual(records: Iterable[set[str]]) -> list[str]:
    """Return the words that stand in at least a third of the sets (and in two, where there are three or more)."""
    sets = list(records)
    counted = Counter(name for names in sets for name in names)
    least = max(len(sets) / 3, 2 if len(sets) > 2 else 1)
    return sorted((name for name in counted if counted[name] >= least), key=lambda name: (-counted[name], name))


# Names and files ----------------------------------------------------------------------------------------------------


def slug_of(name: str) -> str:
    """Return the name of a file or folder for a name; empty when it has no letters a to z."""
    plain = re.sub(r"['’](?=s\b)", "", name.casefold()).translate(_LETTERS)
    letters = unicodedata.normalize("NFKD", plain)
    joined = re.sub(r"[^a-z0-9]+", "-", "".join(sign for sign in letters if not unicodedata.combining(sign)))
    slug = joined.strip("-")
    if not re.search(r"[a-z]", slug):
        return ""
    return slug if len(slug) <= MAX_SLUG else slug[: MAX_SLUG + 1].rpartition("-")[0] or slug[:MAX_SLUG]


def _sound_name(name: str) -> str:
    text = unicodedata.normalize("NFC", " ".join(name.split()))
    if not text:
        raise ScaffoldError("the name is missing.")
    if re.search(r"[<>{}]", text) or any(hidden_characters(text, "")):
        raise ScaffoldError(f"{quote(text)} is a name; names hold no < > {{ }} and no hidden characters.")
    if len(text) > MAX_NAME:
        raise ScaffoldError(f"the name has {len(text)} characters; the most is {MAX_NAME}.")
    return text


def yaml(text: object) -> str:
    """Return a text as a YAML scalar on one line, in quotation marks where it needs them."""
    found = str(text)
    if _PLAIN.fullmatch(found) and found.lower() not in _MISREAD:
        return found
    return json.dumps(found, ensure_ascii=False)


def comment(text: str, indent: int = 0) -> str:
    """Return a text as comment lines."""
    return folded(text, f"{' ' * indent}# ")


def folded(text: str, start: str) -> str:
    """Return a text as lines that all begin alike."""
    words = " ".join(text.split())
    return textwrap.fill(
        words, WIDTH, initial_indent=start, subsequent_indent=start, break_long_words=False, break_on_hyphens=False
    )


def _language_line(spoken: Spoken) -> str:
    return f"{yaml(spoken.tag)}: {{label: {yaml(spoken.label)}, native: {yaml(spoken.native or '…')}}}"


@cache
def _environment(root: Path) -> Environment:
    environment = Environment(
        loader=FileSystemLoader(root / "templates" / "scaffold"),
        autoescape=False,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters |= {"yaml": yaml, "comment": comment, "folded": folded, "language_line": _language_line}
    return environment


def _loaded(root: Path) -> Dataset:
    if not (root / "data").is_dir():
        raise ScaffoldError(f"{root} has no folder data/. Call this in the project's folder.")
    dataset, problems = load(root)
    if dataset is None:
        raise ScaffoldError(f"the vocabulary cannot be read: {problems[0]}")
    return dataset


def _write(root: Path, target: Path, files: dict[str, str]) -> None:
    """Write a folder of files, or one file (its name is empty), at once: what stands in `data/` is never half of it."""
    try:
        with tempfile.TemporaryDirectory(dir=root / "data", prefix=".new-") as temporary:
            new = Path(temporary) / target.name
            for file, text in files.items():
                path = new / file if file else new
                path.parent.mkdir(exist_ok=True)
                path.write_text(text, encoding="utf-8")
            target.parent.mkdir(exist_ok=True)
            new.rename(target)
    except OSError as error:
        raise ScaffoldError(f"{target} cannot be written: {error.strerror}.") from error
