"""Creates the file of a new record."""

import datetime
from collections import Counter
from pathlib import Path

from equal_footing.form.files import formed
from equal_footing.model import things
from equal_footing.model.dataset import Dataset
from equal_footing.model.file_names import slug_of
from equal_footing.model.fixed_words import UNKNOWN
from equal_footing.model.near_words import near_word
from equal_footing.model.types import SLUG
from equal_footing.model.vocabulary import Kind
from equal_footing.reading.problems import CommandError, did_you_mean, one_of, quote
from equal_footing.scaffold.files import loaded, write
from equal_footing.scaffold.forms import filled
from equal_footing.scaffold.names import sound_name
from equal_footing.scaffold.usual import peers, usual, usual_fields


def new_record(root: Path, place: str, kind: str, name: str, day: datetime.date, slug: str | None = None) -> Path:
    """Create the file of a record and return its path.

    `slug` names the file where the name has no letters a to z; such a name goes under the first official language of
    the place that is not English. Raises CommandError when a record of that name or file is there already.
    """
    dataset = loaded(root)
    term = _kind(dataset, kind)
    _must_be_a_place(dataset, place)
    name = sound_name(name)
    file = _file_name(name, slug)
    language = _language(dataset, place, name)
    path = root / "data" / place / str(term.folder) / f"{file}.yml"
    if path.exists() or path.is_symlink():
        raise CommandError(f"{path.relative_to(root).as_posix()} is there already. Nothing was written.")
    for entry in peers(dataset, term):
        if entry.place == place and name.casefold() in {known.casefold() for known in entry.record.name.values()}:
            raise CommandError(f"{quote(name)} is the name of {entry.file} already. Nothing was written.")
    write(root, path, {"": record_text(dataset, place, term, {language: name}, day)})
    return path


def _kind(dataset: Dataset, name: str) -> Kind:
    known = {kind.id: kind for kind in dataset.vocabulary.kinds.values() if kind.folder}
    if name in known:
        return known[name]
    if name in dataset.vocabulary.kinds:
        raise CommandError(f"{name} is not a kind with a folder of records.{one_of(known)}")
    folder = dataset.vocabulary.kind_of_folder(name)
    hint = f" Did you mean {folder.id}?" if folder else near_word(name, known) or one_of(known)
    raise CommandError(f"{quote(name)} is not a known kind.{hint}")


def _must_be_a_place(dataset: Dataset, place: str) -> None:
    files = {str(kind.file) for kind in dataset.vocabulary.kinds.values() if kind.file}
    data = dataset.root / "data"
    places = {path.parent.name for file in files for path in data.glob(f"*/{file}")}
    if place not in places:
        hint = did_you_mean(place, places) or one_of(sorted(places))
        raise CommandError(f"{quote(place)} is not a country with a folder in data/.{hint}")


def _file_name(name: str, slug: str | None) -> str:
    """Return the name of the file, without its ending."""
    file = slug_of(name) if slug is None else slug
    if not file:
        raise CommandError(f"{quote(name)} has no letters a to z for the name of its file. Give a slug (SLUG=…).")
    if not SLUG.fullmatch(file):
        message = f"{quote(file)} is not a good name for a file: small letters a to z and digits, joined by hyphens."
        raise CommandError(message)
    if fault := things.fault(file):
        raise CommandError(f"{quote(file)} {fault}. Give another slug (SLUG=…).")
    return file


def _language(dataset: Dataset, place: str, name: str) -> str:
    """Return the tag of the language of a name."""
    if slug_of(name):
        return "en"
    for tag in _own_languages(dataset, place):
        if tag != "en":
            return tag
    raise CommandError(f"{quote(name)} is not English, and {place} has no other official language. Write it in.")


def record_text(dataset: Dataset, place: str, kind: Kind, names: dict[str, str], day: datetime.date) -> str:
    """Return the text of the file of a new record, with its names by language and comments on what to add."""
    vocabulary = dataset.vocabulary
    others = peers(dataset, kind)
    statuses = Counter(entry.record.status.code for entry in others)
    relations = usual([{relation.type for relation in entry.record.relations} for entry in others])
    model = min(others, key=lambda entry: (-len(entry.record.current), entry.id), default=None)
    standards = dataset.territories.get(place)
    own = [tag for tag in ("en", *_own_languages(dataset, place)) if tag not in names]
    values = {
        "day": day,
        "place": place,
        "kind": kind,
        "names": names,
        "languages": [vocabulary.languages[tag] for tag in dict.fromkeys(own)],
        "model": model,
        "status": max(vocabulary.statuses, key=lambda code: statuses[code] if code != UNKNOWN else -1),
        "statuses": kind.statuses or list(vocabulary.statuses),
        "missing": vocabulary.missing.values(),
        "relations": [vocabulary.relations[name] for name in relations] or list(vocabulary.relations.values())[:1],
        "schemes": vocabulary.identifier_schemes if any(entry.record.identifiers for entry in others) else {},
        "usual": usual_fields(dataset, kind),
        "unit": next(iter(vocabulary.units)),
        "currency": next((code for code, _ in standards.currencies), "USD") if standards else "USD",
    }
    return formed(f"data/{place}/{kind.folder}/new.yml", filled(dataset.root, "record.yml", values), [], vocabulary)


def _own_languages(dataset: Dataset, place: str) -> list[str]:
    found = dataset.territories.get(place)
    return (
        [language.tag for language in found.languages if language.tag in dataset.vocabulary.languages] if found else []
    )
