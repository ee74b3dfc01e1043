"""Creates the folder of a new country."""

import datetime
from dataclasses import dataclass
from pathlib import Path

from babel.core import get_cldr_version

from equal_footing.check.records import RESERVED
from equal_footing.form.files import formed
from equal_footing.model import identifiers
from equal_footing.model.countries import tender, territory_of
from equal_footing.model.dataset import Dataset
from equal_footing.model.fixed_words import COUNTRY
from equal_footing.reading.problems import CommandError
from equal_footing.scaffold.files import loaded, write
from equal_footing.scaffold.forms import filled, language_lines
from equal_footing.scaffold.territory import NewCountry, find_country, languages
from equal_footing.scaffold.usual import usual_fields

FILES = ("country.yml", "answers.yml")


@dataclass(frozen=True, slots=True)
class Made:
    """The files that were written, and what a contributor should know of them, one sentence a line."""

    files: tuple[Path, ...]
    notes: tuple[str, ...]


def new_country(root: Path, code: str, day: datetime.date, name: str | None = None) -> Made:
    """Write the folder of a country whose ISO 3166-1 code is given; all of it or nothing.

    `name` takes the place of the common English name, which also names the folder. `day` is the day on which the code
    lists were read. Raises CommandError when the code is unknown or the country is there already.
    """
    dataset = loaded(root)
    country = find_country(code, name)
    folder = root / "data" / country.slug
    _must_be_new(dataset, country, folder)
    write(root, folder, country_files(dataset, country, day))
    return Made(tuple(folder / file for file in FILES), tuple(_notes(dataset, country, day)))


def _must_be_new(dataset: Dataset, country: NewCountry, folder: Path) -> None:
    """Raise CommandError when the country or its folder is there already."""
    if country.slug in RESERVED or dataset.vocabulary.kind_of_folder(country.slug):
        raise CommandError(f"data/{country.slug}/ cannot be a country's folder: the site has a page of that name.")
    for entry in dataset.countries:
        if dataset.territories[entry.id].alpha2 == country.alpha2:
            raise CommandError(f"{country.alpha2} has its folder already: data/{entry.place}/. Nothing was written.")
    if folder.exists() or folder.is_symlink():
        raise CommandError(f"data/{country.slug}/ is there already. Nothing was written.")


def _notes(dataset: Dataset, country: NewCountry, day: datetime.date) -> list[str]:
    """Return hints about languages and currencies of the CLDR that the vocabulary or ISO 4217 do not have."""
    notes = [
        f"{spoken.label} is not in data/vocabulary/languages.yml. To record it, add:\n{language_lines(spoken)}"
        for spoken in languages(country, dataset.vocabulary.languages)
        if not spoken.known
    ]
    notes += [
        f"{code}, which the CLDR {get_cldr_version()} gives as a currency of {country.name}, is not in ISO 4217."
        for code in tender(country.alpha2, day)
        if code not in identifiers.currencies()
    ]
    return notes


def country_files(dataset: Dataset, country: NewCountry, day: datetime.date) -> dict[str, str]:
    """Return the files of a country's folder, by their names."""
    vocabulary = dataset.vocabulary
    spoken = languages(country, vocabulary.languages)
    standards = territory_of(country.alpha2, day, vocabulary.languages)
    questions = sorted(dataset.questions.values(), key=lambda entry: (entry.question.order, entry.id))
    names = {item.tag: item.country for item in spoken if item.known and item.country and item.tag != "en"}
    least, most = vocabulary.kinds[COUNTRY].words or (None, None)
    values = {
        "day": day,
        "country": country,
        "place": country.slug,
        "names": {"en": country.name, **names},
        "languages": spoken,
        "unlisted": [language for language in spoken if not language.known],
        "standards": standards,
        "missing": vocabulary.missing.values(),
        "groups": vocabulary.question_groups.values(),
        "least_words": least,
        "most_words": most,
        "kinds": [kind for kind in vocabulary.kinds.values() if kind.folder],
        "answers": vocabulary.answers.values(),
        "source_types": vocabulary.source_types.values(),
        "questions": [
            (entry, vocabulary.question_groups[entry.question.group], vocabulary.asks[entry.question.asks])
            for entry in questions
        ],
        "reasons_for_answers": [vocabulary.missing[reason] for reason in vocabulary.answer_reasons],
        "usual": [
            field
            for field in usual_fields(dataset, vocabulary.kind_of_file("country.yml"))
            if COUNTRY not in field.required_in
        ],
        "unit": next(iter(vocabulary.units)),
        "currency": standards.currencies[0][0] if standards.currencies else "USD",
    }
    texts = {file: filled(dataset.root, file, values) for file in FILES}
    return {file: formed(f"data/{country.slug}/{file}", text, [], vocabulary) for file, text in texts.items()}
