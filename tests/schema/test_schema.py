"""The schemas for editors: up to date, every real file fits, and a broken one is marked where it is broken."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path, PurePosixPath
from typing import Annotated, Any

import jsonschema
import pytest
import yaml
from pydantic import AfterValidator

from equal_footing.model import vocabulary as vocabularies
from equal_footing.model.base import Model
from equal_footing.model.terms import Term
from equal_footing.model.types import Text
from equal_footing.model.values import PartialDate, Period, parse_month_day, parse_number
from equal_footing.model.vocabulary import Vocabulary
from equal_footing.model.vocabulary_loading import load as load_vocabulary
from equal_footing.model.web_addresses import parse_url
from equal_footing.reading.files import read_tree
from equal_footing.reading.problems import DataError, where
from equal_footing.schema.files import FOLDER, OTHERS, write
from equal_footing.schema.forms import FORMS
from equal_footing.schema.models import ModelSchema

from ..conftest import FILES, ROOT, problems

DATA = sorted(path.relative_to(ROOT).as_posix() for path in (ROOT / "data").rglob("*.yml"))
SCHEMAS = sorted(path.name for path in (ROOT / FOLDER).glob("*.json"))


class EditorLoader(yaml.CSafeLoader):
    """Reads YAML as a language server does: the core schema of YAML 1.2, keys as text."""

    yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012


EditorLoader.add_implicit_resolver("tag:yaml.org,2002:null", re.compile(r"(?:~|null|Null|NULL|)$"), ["~", "n", "N", ""])
EditorLoader.add_implicit_resolver(
    "tag:yaml.org,2002:bool", re.compile(r"(?:true|True|TRUE|false|False|FALSE)$"), list("tTfF")
)
EditorLoader.add_implicit_resolver(
    "tag:yaml.org,2002:float",
    re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$"),
    list("-+.0123456789"),
)
EditorLoader.add_constructor(
    "tag:yaml.org,2002:float",
    lambda loader, node: (int if re.fullmatch("[-+]?[0-9]+", node.value) else float)(node.value),
)


def _mapping(loader: EditorLoader, node: yaml.MappingNode) -> dict[str, Any]:
    return {str(key.value): loader.construct_object(value, deep=True) for key, value in node.value}


EditorLoader.add_constructor("tag:yaml.org,2002:map", _mapping)


def read(text: str) -> Any:
    return yaml.load(text, Loader=EditorLoader)


@cache
def vocabulary() -> Vocabulary:
    documents, _ = read_tree(ROOT, vocabularies.FOLDER)
    found, _ = load_vocabulary(documents)
    assert found
    return found


@cache
def validator(name: str) -> jsonschema.Draft7Validator:
    return jsonschema.Draft7Validator(json.loads((ROOT / FOLDER / name).read_text(encoding="utf-8")))


@cache
def schemas_of(file: str) -> list[str]:
    """Return the schemas that the settings of the editor give to a file."""
    settings = json.loads((ROOT / ".vscode" / "settings.json").read_text(encoding="utf-8"))
    return [
        name.removeprefix("./schemas/")
        for name, patterns in settings["yaml.schemas"].items()
        if any(_fits(file, pattern) for pattern in patterns if not pattern.startswith("!"))
        and not any(_fits(file, pattern[1:]) for pattern in patterns if pattern.startswith("!"))
    ]


def _fits(file: str, pattern: str) -> bool:
    return PurePosixPath(file).match(pattern) and file.count("/") == pattern.count("/")


def marked(file: str, text: str) -> list[str]:
    """Return where an editor marks the text of a file, and the keyword of the schema that it breaks.

    Of a key that must not be there, the library names only the mapping that holds it; its value stands after `no`.
    """
    (name,) = schemas_of(file)
    errors = validator(name).iter_errors(read(text))
    return sorted({f"{where(tuple(item.absolute_path))}: {item.validator or f'no {item.instance}'}" for item in errors})


# Up to date ---------------------------------------------------------------------------------------------------------


def test_the_schemas_are_what_models_and_vocabulary_give_and_those_written_anew_are_named(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "data" / "vocabulary", tmp_path / "data" / "vocabulary")
    assert write(tmp_path) == SCHEMAS
    made = tmp_path / "schemas"
    stale = [name for name in SCHEMAS if (made / name).read_bytes() != (ROOT / "schemas" / name).read_bytes()]
    assert stale == [], "run `make schemas` and commit schemas/"
    words = tmp_path / "data" / "vocabulary" / "claim_types.yml"
    words.write_text(words.read_text(encoding="utf-8") + "joke: {label: Joke, about: Not meant.}\n", encoding="utf-8")
    (made / "moods.json").write_text("{}", encoding="utf-8")
    (made / "figure.json").unlink()
    assert write(tmp_path) == ["article-claims.json", "figure.json", "moods.json"]
    assert not (made / "moods.json").exists()
    assert write(tmp_path) == []


def test_a_vocabulary_with_problems_gives_no_schemas(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "data" / "vocabulary", tmp_path / "data" / "vocabulary")
    words = tmp_path / "data" / "vocabulary" / "units.yml"
    words.write_text(words.read_text(encoding="utf-8") + "boats: {one: boat}\n", encoding="utf-8")
    with pytest.raises(DataError, match=r'units\.yml:\d+:8 boats: the key "other" is missing'):
        write(tmp_path)
    assert not (tmp_path / "schemas").exists()


def test_the_settings_of_the_editor_give_each_kind_and_code_list_its_schema() -> None:
    settings = json.loads((ROOT / ".vscode" / "settings.json").read_text(encoding="utf-8"))
    assert sorted(name.removeprefix("./schemas/") for name in settings["yaml.schemas"]) == SCHEMAS
    for kind in vocabulary().kinds.values():
        if kind.folder:
            assert schemas_of(f"data/japan/{kind.folder}/any.yml") == ["record.json"]
        elif kind.file:
            assert schemas_of(f"data/japan/{kind.file}") == [f"{kind.id}.json"]
    for name, model in vocabularies.MODELS.items():
        own = "terms" if model is Term else name.replace("_", "-")
        assert schemas_of(f"data/vocabulary/{name}.yml") == [f"vocabulary-{own}.json"]
    for name, (pattern, *_) in OTHERS.items():
        assert schemas_of(pattern.replace("*", "any")) == [f"{name}.json"]


# What a schema is ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_schema_is_sound_and_explains_every_key(name: str) -> None:
    jsonschema.Draft7Validator.check_schema(validator(name).schema)
    found = validator(name).schema
    assert found["title"]
    assert found["description"]
    for part in [found, *found["definitions"].values()]:
        if "properties" in part:
            assert part.get("additionalProperties") is False
        for key, item in part.get("properties", {}).items():
            assert item["title"], key
            assert item["description"], key
        if "enum" in part and isinstance(part["enum"][0], str):
            assert len(part["enumDescriptions"]) == len(part["enum"])
            assert all(part["enumDescriptions"])


@pytest.mark.parametrize("name", SCHEMAS)
def test_examples_fit(name: str) -> None:
    whole = validator(name).schema
    for path, item in _with_examples(whole):
        for example in item["examples"]:
            narrow = {key: value for key, value in item.items() if key != "examples"}
            narrow |= {"definitions": whole["definitions"]}
            assert list(jsonschema.Draft7Validator(narrow).iter_errors(example)) == [], (path, example)


@pytest.mark.parametrize("name", SCHEMAS)
def test_keys_that_must_be_there_have_no_examples(name: str) -> None:
    """An editor writes the first example of such a key into the file."""
    found = validator(name).schema
    for part in [found, *found["definitions"].values()]:
        for key in part.get("required", []):
            item = part.get("properties", {}).get(key, {})
            assert "examples" not in item
            assert "examples" not in found["definitions"].get(item.get("$ref", "").rpartition("/")[2], {})


def _with_examples(part: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    if isinstance(part, dict):
        if isinstance(part.get("examples"), list):
            yield path, part
        for key, item in part.items():
            yield from _with_examples(item, f"{path}/{key}")


@pytest.mark.parametrize("name", SCHEMAS)
def test_patterns_mean_the_same_in_javascript(name: str) -> None:
    for found in re.findall(r'"pattern": ("(?:[^"\\]|\\.)*")', (ROOT / FOLDER / name).read_text("utf-8")):
        written = json.loads(found)
        assert not re.search(r"\\[wWdDbBAZzpP]|\(\?P|\(\?<|\(\?[aiLmsux]", written), written
        assert not re.search(r"\\[^sSnu\\^$.*+?()\[\]{}|/]", written), written


# Real files ---------------------------------------------------------------------------------------------------------


def test_every_real_file_has_one_schema_and_fits() -> None:
    assert {file: schemas_of(file) for file in DATA if len(schemas_of(file)) != 1} == {}
    found = {file: marked(file, (ROOT / file).read_text(encoding="utf-8")) for file in DATA}
    assert {file: marks for file, marks in found.items() if marks} == {}


def test_the_small_world_fits() -> None:
    for file, text in FILES.items():
        assert marked(f"data/{file}", text) == [], file


LEFT = """\
withdrawn: 2026-11-20
name: {en: Sea Fund}
reason: There were two records for one thing.
last: It paid for projects [@atlas, p. 5].
edition: 2026.11
see: [atlantis/bodies/aid-office]
"""


@pytest.mark.parametrize("text", ["moved_to: atlantis/laws/aid-act\n", LEFT])
@pytest.mark.parametrize("file", ["data/atlantis/funding/sea-fund.yml", "data/atlantis/country.yml"])
def test_what_is_left_of_a_record_fits(file: str, text: str) -> None:
    assert marked(file, text) == []


# Scalars: whatever an editor makes of them, our reader takes text -----------------------------------------------------

FUND = "atlantis/funding/sea-fund.yml"
LAW = "atlantis/laws/aid-act.yml"
COUNTRY = "atlantis/country.yml"
SOURCES = "atlantis/sources.yml"
NGO = "atlantis/organisations/reef.yml"
ANSWERS = "atlantis/answers.yml"
FIGURE = "atlantis/figures/projects.yml"
QUESTION = "questions/sea-money.yml"
CLAIMS = "article/claims/money.yml"
NAMES = "article/names.yml"
FAULTS = "article/translation.yml"
ARTICLE = "article/article.yml"


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        (FUND, "value: 46,", 'value: "46",'),
        (FUND, "value: 46,", "value: 46.5,"),
        (FUND, "value: 1_500_000", "value: 1500000"),
        (FUND, "value: 46,", "value: 46, to: 1_000,"),
        (FUND, "as_of: 2016-01", "as_of: 2016"),
        (FUND, "as_of: 2016-01", 'as_of: "2016"'),
        (FUND, "as_of: 2016-01", "as_of: 2016-01-31"),
        (FUND, "period: 2023-04/2024-03", "period: 2023"),
        (FUND, "period: 2023-04/2024-03", "period: 2023/.."),
        (FUND, "label: grants", "label: 2023"),
        (FUND, "label: grants", "label: true"),
        (FUND, "shown: true", 'shown: "true"'),
        (FUND, "{field: started", "{field: started, id: début-2001"),
        (FUND, "kind: funding-scheme", '"kind": "funding-scheme"'),
        (FUND, "ja: 海基金", "ja: 2026"),
        (FUND, "locator: p. 6\n    further_sources", "locator: 6\n    further_sources"),
        (
            FUND,
            "  - {field: started",
            "  - {field: purpose, value: false, source: atlas, locator: 5}\n  - {field: started",
        ),
        (FUND, "Looked for in the atlas.", "1"),
        (
            FUND,
            "facts:",
            "sections:\n  - title: Money\n    paragraphs:\n      - >\n        Pays\n        [@atlas, p. 5].\n"
            "      - See [it](/atlantis/).\nfacts:",
        ),
        # in several languages
        (
            FUND,
            ">-\n  Pays for projects of NGOs abroad [@atlas, p. 5].",
            "{en: 'Pays [@atlas, p. 5].', fr: 'Paie [@atlas, p. 5].'}",
        ),
        (
            FUND,
            "  - {field: started",
            "  - {field: purpose, value: {en: Aid, fr: Aide}, source: atlas, locator: 5}\n  - {field: started",
        ),
        (
            FUND,
            "facts:",
            "sections: [{title: Money, paragraphs: [{en: 'Aid [@atlas, p. 5].', fr: 'Aide [@atlas, p. 5].'}]}]\nfacts:",
        ),
        (
            ANSWERS,
            "The [fund](/atlantis/funding/sea-fund/) pays for projects [@atlas, p. 5].",
            "{en: 'It pays [@atlas, p. 5].', fr: 'Il paie [@atlas, p. 5].'}",
        ),
        (SOURCES, "publisher: Atlas Press", "publisher: 1984"),
        (SOURCES, "https://atlas.example/book", "HTTPS://atlas.example:8080/%E6%B5%B7?a=1#b"),
        (FIGURE, "order: 1", 'order: "1"'),
        (CLAIMS, "line: 1", 'line: "1"'),
    ],
)
def test_what_the_check_takes_fits(world: Path, file: str, old: str, new: str) -> None:
    text = FILES[file]
    assert old in text
    path = world / "data" / file
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    assert problems(world) == []
    assert marked(f"data/{file}", path.read_text(encoding="utf-8")) == []


def test_dates_are_those_of_the_reader() -> None:
    """But for 29 February, which every year has here."""
    dates = jsonschema.Draft7Validator(FORMS["date"])
    days = jsonschema.Draft7Validator(FORMS["day"])
    for year in (999, 1799, 1800, 1999, 2000, 2026):
        for month in range(14):
            for text in (
                f"{year}",
                f"{year}-{month:02}~",
                f"{year}-{month:02}",
                *(f"{year}-{month:02}-{day:02}" for day in range(33)),
            ):
                if text.endswith("-02-29"):
                    continue
                assert dates.is_valid(text) == _is_read(PartialDate.parse, text), text
                assert days.is_valid(text) == (_is_read(PartialDate.parse, text) and text.count("-") == 2), text


def test_uncertain_dates_are_those_of_the_reader() -> None:
    dates = jsonschema.Draft7Validator(FORMS["date"])
    days = jsonschema.Draft7Validator(FORMS["day"])
    parts = [f"2023-{part}" for part in range(60)]
    texts = [
        "199X",
        "19XX",
        "1XXX",
        "XXXX",
        "099X",
        "09XX",
        "199X-05",
        "199x",
        "2006~?",
        "~2006",
        "2006-05-14~",
        *parts,
    ]
    for text in (f"{written}{sign}" for written in texts for sign in ("", "~", "?", "%", "!")):
        assert dates.is_valid(text) == _is_read(PartialDate.parse, text), text
        assert not days.is_valid(text)


@pytest.mark.parametrize(
    ("form", "parse", "texts"),
    [
        (
            "period",
            Period.parse,
            [
                *("2021", "2022-04/2023-03", "2018/..", "../2018", "2022/23", "2022-2023", "2018/", "2018-01-01/2019"),
                *("2022-23", "2022-23~", "2022-22", "2023-24", "1933-34", "2033-34", "2022-23/2023-22", "2006~/2008?"),
                *("199X", "199X/..", "19XX/2006", "2022-04%/2023-41"),
            ],
        ),
        (
            "number",
            parse_number,
            [
                "0",
                "46",
                "-3",
                "0.39",
                "1_800",
                "92_400_000_000",
                "18_00",
                "1,800",
                "1.",
                ".5",
                "007",
                "+3",
                "1e3",
                "-0.0",
            ],
        ),
        ("month-day", parse_month_day, ["04-01", "02-29", "02-30", "4-1", "13-01", "00-10", "01-32", "04-31", "04-30"]),
        (
            "url",
            parse_url,
            [
                "https://a.example",
                "http://a.example:80/b?c#d",
                "https://日本.example/海",
                "ftp://a.example",
                "a.example",
                "https://localhost/",
                "https://a b.example",
                "https://a.example/<b>",
                "https:///a.example",
                "//a.example",
            ],
        ),
    ],
)
def test_forms_are_those_of_the_reader(form: str, parse: Callable[[str], object], texts: list[str]) -> None:
    found = jsonschema.Draft7Validator(FORMS[form])
    assert [text for text in texts if found.is_valid(text)] == [text for text in texts if _is_read(parse, text)]


def _is_read(parse: Callable[[str], object], text: str) -> bool:
    try:
        parse(text)
    except ValueError:
        return False
    return True


# Broken files -------------------------------------------------------------------------------------------------------

BOTH = [
    "law-of-the-sea: no [{'answer': 'fully', 'text': 'The gazette says so [@gazette, Article 1].'}, "
    "{'answer': 'not', 'text': 'The atlas denies it [@atlas, p. 8].'}]",
    "law-of-the-sea: no sources-disagree",
    "law-of-the-sea: required",
]
GRANTS = "    basis: disbursement\n"


@pytest.mark.parametrize(
    ("file", "old", "new", "marks"),
    [
        # a key is missing
        (FUND, "summary: >-\n  Pays for projects of NGOs abroad [@atlas, p. 5].\n", "", [": required"]),
        (FUND, "en: Sea Fund, ", "", ["name: required"]),
        (FUND, "{code: active, as_of: 2024-03, source: atlas, locator: p. 5}", "{}", ["status: required"]),
        (FUND, "as_of: 2024-03, ", "", ["status: required"]),
        (FUND, "members, value: 46, unit: organisations", "quantity, value: 46", ["fact 2: required"]),
        (FUND, GRANTS, "", ["fact 3: required"]),
        (
            FUND,
            "field: started, value: 2001-04",
            "field: exchange-rate, value: 1.1, currency: EUR, per: USD",
            ["fact 1: required"],
        ),
        (LAW, "as_of: 2025-03, ", "", ["status: required"]),
        (LAW, "version: {date: 2020-05-04, source: gazette, locator: p. 1, checked: 2026-11-20}\n", "", [": required"]),
        (LAW, ", checked: 2026-11-20", "", ["version: required"]),
        (ANSWERS, "  looked: [{where: Atlas of Atlantis, on: 2026-11-20}]\n", "", ["sea-money: required"]),
        (ANSWERS, "looked: [{where: Atlas of Atlantis, on: 2026-11-20}]", "looked: []", ["sea-money.looked: minItems"]),
        (ANSWERS, "  looked: [{where: Official Gazette, on: 2026-11-19}]\n", "", ["law-of-the-sea: required"]),
        (ANSWERS, "where: Official Gazette, ", "", ["law-of-the-sea.looked 1: required"]),
        (FUND, "missing: not-found, searched", "missing: not-read, searched", ["fact 4: required"]),
        (FUND, "{source: gazette, locator: Article 3}", "{source: gazette}", ["fact 3, further_source 1: required"]),
        (FUND, "searched: 2026-11-20, ", "", ["fact 4: required"]),
        (
            FUND,
            "{field: started, value: 2001-04, source: atlas, locator: p. 5}",
            "{field: started}",
            ["fact 1: required"],
        ),
        (FUND, "2001-04, source: atlas, locator: p. 5", "2001-04", ["fact 1: dependencies"]),
        (FUND, "2001-04, source: atlas, locator: p. 5", "2001-04, source: atlas", ["fact 1: dependencies"]),
        (NGO, "type: ngo\n", "", [": required"]),
        (SOURCES, "  publisher: Atlas Press\n", "", ["atlas: required"]),
        (ANSWERS, "  sentence: The Sea Fund pays for projects of NGOs.\n", "", ["sea-money: required"]),
        (ANSWERS, "  answer: fully\n", "", ["sea-money: required"]),
        (COUNTRY, "field: fiscal-year-start", "field: website", ["facts: contains", "fact 1, value: pattern"]),
        (QUESTION, "  partly: A fund is planned.\n", "", ["rubric: required"]),
        (FIGURE, ", name: Projects", "", ["series 1: required"]),
        (ARTICLE, "claims: 3\n", "", [": required"]),
        (CLAIMS, "    verdict: confirmed\n", "", ["claim 1: required"]),
        (NAMES, ", lines: [2]", "", ["name 1: required"]),
        # a key is misspelt
        (FUND, "summary:", "sumary:", [": additionalProperties", ": required"]),
        (FUND, "as_of: 2016-01", "as-of: 2016-01", ["fact 2: additionalProperties"]),
        (FUND, "ja: 海基金", "jp: 海基金", ["name: additionalProperties"]),
        (FUND, "{type: based-on,", "{type: based-on, untill: 2020,", ["relation 2: additionalProperties"]),
        (SOURCES, "gazette:", "Official Gazette:", [": pattern"]),
        (SOURCES, "  read: 2026-11-20\n", "  read: 2026-11-20\n  readd: x\n", ["atlas: additionalProperties"]),
        (
            ANSWERS,
            "  practice:\n    answer",
            "  practice:\n    anwser",
            ["sea-money.practice: additionalProperties", "sea-money.practice: required"],
        ),
        (FAULTS, "reading:", "readin:", ["fault 1: additionalProperties", "fault 1: required"]),
        # a word that its list does not have
        (FUND, "kind: funding-scheme", "kind: country", ["kind: enum"]),
        (COUNTRY, "kind: country", "kind: law", ["kind: enum"]),
        (NGO, "type: ngo", "type: club", ["type: enum"]),
        (FUND, "code: active", "code: alive", ["status.code: enum"]),
        (FUND, "field: members", "field: mebmers", ["fact 2, field: enum"]),
        (FUND, "unit: organisations", "unit: bodies", ["fact 2, unit: enum"]),
        (FUND, "currency: EUR", "currency: EURO", ["fact 3, currency: enum"]),
        (FUND, "missing: not-found", "missing: lost", ["fact 4, missing: enum"]),
        (FUND, "type: based-on", "type: based", ["relation 2, type: enum"]),
        (COUNTRY, "code: IE", "code: XX", ["code: enum"]),
        (COUNTRY, "code: IE\n", "", [": required"]),
        (SOURCES, "type: law", "type: laws", ["gazette.type: enum"]),
        (ANSWERS, "answer: fully\n", "answer: maybe\n", ["sea-money.answer: enum"]),
        (QUESTION, "asks: practice", "asks: customs", ["asks: enum"]),
        (FIGURE, "field: projects", "field: purpose", ["series 1, field: enum"]),
        (FAULTS, "certainty: sure", "certainty: certain", ["fault 1, certainty: enum"]),
        (CLAIMS, "type: number", "type: sum", ["claim 2, type: enum"]),
        # another type
        (FUND, "[{source: gazette, locator: Article 3}]", "gazette", ["fact 3, further_sources: type"]),
        (FUND, "name: {en: Sea Fund, ja: 海基金}", "name: Sea Fund", ["name: type"]),
        (FUND, "value: 46,", "value: many,", ["fact 2, value: pattern"]),
        (FUND, "value: 46,", "value: [46],", ["fact 2, value: type"]),
        (FUND, "value: 30,", "value: thirty,", ["fact 5, value 1, value: pattern"]),
        (FUND, "label: grants", "label:", ["fact 3, label: type"]),
        (FUND, "shown: true", "shown: false", ["fact 5, value 1, shown: anyOf"]),
        (SOURCES, "publisher: Atlas Press", "publisher: [Atlas Press]", ["atlas.publisher: type"]),
        (SOURCES, "https://gazette.example/2020/5", "gazette.example/2020/5", ["gazette.url: pattern"]),
        (FIGURE, "order: 1", "order: first", ["order: pattern"]),
        (FIGURE, "order: 1", "order: 0", ["order: minimum"]),
        (QUESTION, "kinds: [funding-scheme]", "kinds: []", ["kinds: minItems"]),
        (NGO, '"7000012050002"', '"7000012"', ["identifier 1, id: pattern"]),
        (CLAIMS, "id: s002", "id: 2s", ["claim 2, id: pattern"]),
        # a date that is none
        (FUND, "reviewed: 2026-11-20", "reviewed: 2026-02-30", ["reviewed: pattern"]),
        (FUND, "reviewed: 2026-11-20", "reviewed: 2026-11", ["reviewed: pattern"]),
        (ANSWERS, "reviewed: 2026-11-20", "reviewed: 2026-11", ["sea-money.reviewed: pattern"]),
        (FIGURE, "reviewed: 2026-11-20", "reviewed: 2026-11", ["reviewed: pattern"]),
        (QUESTION, "reviewed: 2026-11-20", "reviewed: 2026-11", ["reviewed: pattern"]),
        (FUND, "value: 2001-04", "value: 2001-13", ["fact 1, value: pattern"]),
        (FUND, "as_of: 2016-01", "as_of: 16", ["fact 2, as_of: minimum"]),
        (FUND, "2023-04/2024-03", "2023/24", ["fact 3, period: pattern"]),
        (COUNTRY, 'value: "04-01"', 'value: "4-1"', ["fact 1, value: pattern"]),
        (SOURCES, "date: 2025-03", "date: March 2025", ["atlas.date: pattern"]),
        # keys that do not go together
        (FUND, "value: 46,", "value: 46, missing: not-found,", ["fact 2: no not-found"]),
        (
            FUND,
            "searched: 2026-11-20,",
            "searched: 2026-11-20, source: atlas, locator: p. 1,",
            ["fact 4: no atlas", "fact 4: no p. 1"],
        ),
        (FUND, "2001-04,", "2001-04, currency: EUR,", ["fact 1: no EUR"]),
        (FUND, "2001-04,", "2001-04, as_of: 2002,", ["fact 1: no 2002"]),
        (FUND, GRANTS, GRANTS + "    as_of: 2024\n", ["fact 3: no 2024"]),
        (FUND, "kind: funding-scheme", "kind: funding-scheme\ntype: ngo", [": no ngo"]),
        (
            ANSWERS,
            "  missing: sources-disagree",
            "  answer: not\n  missing: sources-disagree",
            BOTH,
        ),
        # sections
        (FUND, "facts:", "sections: [{paragraphs: ['[@atlas, p. 5]']}]\nfacts:", ["section 1: required"]),
        (FUND, "facts:", "sections: [{title: Money}]\nfacts:", ["section 1: required"]),
        (FUND, "facts:", "sections: [{title: Money, paragraphs: []}]\nfacts:", ["section 1, paragraphs: minItems"]),
        (
            FUND,
            "facts:",
            "sections: [{title: Money, paragraphs: [Aid.]}]\nfacts:",
            ["section 1, paragraph 1: pattern"],
        ),
        (
            FUND,
            "facts:",
            "sections: [{title: Money, paragraphs: ['Aid [a](https://a.example/).']}]\nfacts:",
            ["section 1, paragraph 1: pattern"],
        ),
        (
            FUND,
            "facts:",
            "sections:\n  - title: Money\n    paragraphs:\n      - |\n        [@atlas, p. 5]\n\n        More.\nfacts:",
            ["section 1, paragraph 1: pattern"],
        ),
        (
            FUND,
            "facts:",
            "sections: [{group: funding, paragraphs: ['[@atlas, p. 5]']}]\nfacts:",
            ["section 1: no funding"],
        ),
        (
            COUNTRY,
            "facts:",
            "sections: [{title: Money, group: funding, paragraphs: ['[@atlas, p. 5]']}]\nfacts:",
            ["section 1: no Money"],
        ),
        (
            COUNTRY,
            "facts:",
            "sections: [{group: fund, paragraphs: ['[@atlas, p. 5]']}]\nfacts:",
            ["section 1, group: enum"],
        ),
        # texts
        (FUND, "Pays for projects of NGOs abroad [@atlas, p. 5].", "Pays for projects.", ["summary: pattern"]),
        (
            ANSWERS,
            "The Sea Fund pays for projects of NGOs.",
            "It pays [@atlas, p. 5].",
            ["sea-money.sentence: pattern"],
        ),
        (NGO, "en: Reef", "en: <b>Reef</b>", ["name.en: pattern"]),
    ],
)
def test_a_broken_file_is_marked_where_it_is_broken(file: str, old: str, new: str, marks: list[str]) -> None:
    text = FILES[file]
    assert old in text
    assert marked(f"data/{file}", text.replace(old, new, 1)) == sorted(marks)


def test_an_unknown_type_of_value_in_a_model_is_noticed() -> None:
    class Odd(Model):
        value: bytes
        """A value that no form describes."""

    with pytest.raises(TypeError, match="no schema for bytes"):
        ModelSchema(vocabulary()).generate(Odd.__pydantic_core_schema__)


def test_an_unknown_validator_in_a_model_is_noticed() -> None:
    class Odd(Model):
        value: Annotated[str, AfterValidator(str.upper)]
        """A value that no form describes."""

    with pytest.raises(TypeError, match="no schema for <method 'upper'"):
        ModelSchema(vocabulary()).generate(Odd.__pydantic_core_schema__)


def test_a_date_without_its_validator_is_noticed() -> None:
    class Odd(Model):
        first: PartialDate
        """A value that no form describes."""
        last: PartialDate
        """Another one."""

    with pytest.raises((TypeError, KeyError)):
        ModelSchema(vocabulary()).generate(Odd.__pydantic_core_schema__)


def test_a_key_that_nobody_has_explained_is_noticed() -> None:
    class Odd(Model):
        explained: Text
        """What it holds."""
        unexplained: Text

    with pytest.raises(KeyError, match=r"no description of Odd\.unexplained"):
        ModelSchema(vocabulary()).generate(Odd.__pydantic_core_schema__)
