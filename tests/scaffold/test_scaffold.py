"""What a new country and a new record begin with: sound as they are, or with problems that say what to fill in."""

from __future__ import annotations

import datetime
import random
import re
import shutil
from functools import cache
from pathlib import Path

import pycountry
import pytest

from equal_footing.check.run import ask, facts_checked, load_checked
from equal_footing.form.files import formed
from equal_footing.model import countries, messages, vocabulary_loading
from equal_footing.model.file_names import slug_of
from equal_footing.model.loading import load
from equal_footing.model.vocabulary import FOLDER, Kind
from equal_footing.reading.files import read_tree
from equal_footing.reading.problems import CommandError
from equal_footing.scaffold import territory
from equal_footing.scaffold.country import country_files, new_country
from equal_footing.scaffold.forms import language_lines
from equal_footing.scaffold.record import new_record, record_text
from equal_footing.scaffold.territory import find_country, languages
from equal_footing.scaffold.usual import usual
from equal_footing.sitemap import pages

from ..cases import edit
from ..conftest import ROOT, SEED, problems

DAY = datetime.date(2026, 11, 24)
FUND = "atlantis/funding/sea-fund.yml"
UNLISTED = (
    '"{}" is not an ISO 3166-1 code. It has two or three letters, such as KR or KOR: '
    "https://www.iso.org/obp/ui/#search. A place that is not listed there takes a code that is left to users, one of "
    'XA to XZ: make country CODE=XZ NAME="…". What belongs to several countries goes into data/international/.'
)


@pytest.fixture
def project(world: Path) -> Path:
    """The small world with the templates of new files."""
    (world / "templates").mkdir()
    shutil.copytree(ROOT / "templates" / "scaffold", world / "templates" / "scaffold")
    return world


@pytest.fixture
def bare(tmp_path: Path) -> Path:
    """A project with the real vocabulary and questions, without any place."""
    root = tmp_path / "bare"
    for folder in ("data/vocabulary", "data/questions", "templates/scaffold"):
        shutil.copytree(ROOT / folder, root / folder)
    for path in (root / "data" / "questions").iterdir():  # what they cite stays behind
        path.write_text(re.sub(r"\s*\[@[^\]]*\]", "", path.read_text(encoding="utf-8")), encoding="utf-8")
    return root


@cache
def kinds() -> list[Kind]:
    vocabulary, _ = vocabulary_loading.load(read_tree(ROOT, FOLDER)[0])
    assert vocabulary
    return [kind for kind in vocabulary.kinds.values() if kind.folder]


def files(root: Path) -> dict[str, str]:
    """Return all that stands in `data/`, empty folders and hidden files too."""
    found = sorted((root / "data").rglob("*"))
    return {
        path.relative_to(root).as_posix(): path.read_text(encoding="utf-8") if path.is_file() else "" for path in found
    }


def uncommented(text: str, form: str) -> list[str]:
    """Return the lines of a form that stand as comments, without the `#`."""
    return [found.group(1) for found in re.finditer(rf"^ *# ({form})$", text, re.MULTILINE)]


def commented_facts(text: str, field: str = "[a-z-]+") -> list[str]:
    """Return the facts of a field that stand as comments, each with its comment signs."""
    return re.findall(rf"^  # - field: {field}\n(?:  #   .*\n)+", text, re.MULTILINE)


def taken_up(comment: str) -> str:
    """Return a fact that stands as a comment without its comment signs."""
    return comment.replace("  # ", "  ")


# Countries ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("code", "slug", "name", "standards"),
    [
        ("KR", "south-korea", "{'en': 'South Korea', 'ko': '대한민국'}", ["KR", "KOR", "410", "KRW", "ko"]),
        ("deu", "germany", "{'en': 'Germany', 'de': 'Deutschland'}", ["DE", "DEU", "276", "EUR", "de"]),
        ("KE", "kenya", "{'en': 'Kenya'}", ["KE", "KEN", "404", "KES", "sw", "en"]),
        ("BR", "brazil", "{'en': 'Brazil', 'pt': 'Brasil'}", ["BR", "BRA", "076", "BRL", "pt"]),
        ("CN", "china", "{'en': 'China', 'zh-Hans': '中国'}", ["CN", "CHN", "156", "CNY", "zh-Hans"]),
    ],
)
def test_new_country(project: Path, code: str, slug: str, name: str, standards: list[str]) -> None:
    made = new_country(project, code, DAY)
    assert [path.relative_to(project).as_posix() for path in made.files] == [
        f"data/{slug}/{file}.yml" for file in ("country", "answers")
    ]
    assert problems(project) == []
    dataset = load_checked(project)
    record = dataset.entries[slug].record
    assert str(record.name) == name
    found = dataset.territories[slug]
    tags, money = [language.tag for language in found.languages], [code for code, _ in found.currencies]
    assert [found.alpha2, found.alpha3, found.numeric, *money, *tags] == standards
    assert record.status.code == "unknown"
    assert [(fact.field, fact.missing) for fact in record.facts] == [("fiscal-year-start", "not-researched")]
    drawn = pages.all_pages(dataset, messages.load(ROOT))
    assert f"{slug}/" in {page.address for page in drawn}


def test_questions_stand_in_order_with_their_words(project: Path) -> None:
    new_country(project, "KR", DAY)
    text = (project / "data/south-korea/answers.yml").read_text(encoding="utf-8")
    sea = "# Is there a fund for the sea?\nsea-money:\n  missing: not-researched\n"
    law = "# Does a law speak of the sea?\nlaw-of-the-sea:\n  missing: not-researched\n"
    assert sea in text
    assert law in text
    assert text.index(sea) < text.index(law)


def test_every_real_question_is_there(bare: Path) -> None:
    new_country(bare, "KR", DAY)
    dataset = load_checked(bare)
    assert len(dataset.questions) > 20
    assert {question for _, question in dataset.answers} == set(dataset.questions)
    orders = [dataset.questions[question].question.order for _, question in dataset.answers]
    assert orders == sorted(orders)


def test_comments_name_every_kind(project: Path) -> None:
    new_country(project, "KR", DAY)
    text = (project / "data/south-korea/country.yml").read_text(encoding="utf-8")
    for kind in kinds():
        assert f"\n# {kind.id} ({kind.folder}/): " in text
    assert "make record COUNTRY=south-korea KIND=law" in text
    assert "- field: aid-share\n" in text  # what the country that is there has


def test_comments_become_facts_and_sources(project: Path) -> None:
    new_country(project, "KR", DAY)
    country = project / "data/south-korea/country.yml"
    text = country.read_text(encoding="utf-8")
    example = re.search(r"^# example-aid-act-2020:\n(?:#   .*\n)+", text, re.MULTILINE)
    assert example
    lines = [line.removeprefix("# ") for line in example.group().splitlines()]
    (country.parent / "sources.yml").write_text("\n".join([*lines, ""]), encoding="utf-8")
    facts = commented_facts(text, "aid-share")
    assert len(facts) == 1
    written = text.replace(facts[0], taken_up(facts[0]).replace("key-of-the-source", "example-aid-act-2020"))
    country.write_text(written, encoding="utf-8")
    uncited, unreviewed = sorted(problems(project), key=lambda line: "summary" not in line)
    assert uncited.endswith("summary: cites no source. Add one, such as [@key, p. 3].")
    assert 'the key "reviewed" is missing.' in unreviewed
    written = written.replace("# reviewed: ", "reviewed: ")
    cited = "summary: Gives aid [@example-aid-act-2020, Article 1]."
    country.write_text(written.replace("summary: Nothing has been researched yet.", cited), encoding="utf-8")
    assert problems(project) == []


def test_the_commented_profile_becomes_one(project: Path) -> None:
    new_country(project, "KR", DAY)
    country = project / "data/south-korea/country.yml"
    text = country.read_text(encoding="utf-8")
    profile = re.search(r"^# sections:\n(?:#   .*\n)+", text, re.MULTILINE)
    assert profile
    lines = "".join(f"{line.removeprefix('# ')}\n" for line in profile.group().splitlines())
    words = lines.replace("What it says [@key-of-the-source, p. 1]", f"{'Aid ' * 120}[@atlas, p. 1]")
    assert words.count("group:") == len(load_checked(project).vocabulary.question_groups)
    country.write_text(text.replace(profile.group(), words), encoding="utf-8")
    assert problems(project) == []


def test_unknown_language_is_told(project: Path) -> None:
    made = new_country(project, "KE", DAY)
    lines = "sw:\n  label: Swahili\n  native: Kiswahili"
    assert made.notes == (f"Swahili is not in data/vocabulary/languages.yml. To record it, add:\n{lines}",)
    with (project / "data/vocabulary/languages.yml").open("a", encoding="utf-8") as file:
        file.write(f"{lines}\n")
    country = project / "data/kenya/country.yml"
    text = country.read_text(encoding="utf-8")
    assert "# Once sw is in data/vocabulary/languages.yml, add between the braces: sw: Kenya\n" in text
    country.write_text(text.replace("name: {en: Kenya}", "name: {en: Kenya, sw: Kenya}"), encoding="utf-8")
    assert problems(project) == []


def test_language_that_is_official_in_fact_only(project: Path) -> None:
    new_country(project, "MX", DAY)
    (spanish,) = load_checked(project).territories["mexico"].languages
    assert (spanish.label, spanish.in_law) == ("Spanish", False)


def test_a_country_says_what_follows_from_its_code(project: Path) -> None:
    new_country(project, "KE", DAY)
    text = " ".join((project / "data/kenya/country.yml").read_text(encoding="utf-8").replace("\n# ", " ").split())
    assert "follow KEN and 404 and, by the Unicode CLDR, the currency (KES) and the official languages" in text
    assert "(Swahili, English)" in text


WORLD = sorted(item.alpha_2 for item in pycountry.countries)
NOBODY_LIVES_THERE = ("AQ", "BV", "HM", "TF")
SAMPLE = (
    *("AM", "CN", "EG", "ET", "GE", "GR", "IL", "JP", "KR", "LA", "MN", "RU", "TH"),  # scripts, some with no end
    *("BE", "BO", "CH", "IN", "SG", "ZA", "ZW"),  # several official languages, or one that is official in places
    *("BT", "CU", "HT", "LS", "PA", "SV"),  # several currencies at once
    *NOBODY_LIVES_THERE,  # no language, and for some no currency
    *("AX", "BL", "BQ", "CD", "CI", "CW", "FK", "GS", "PS", "ST", "TL", "TR", "UM", "VA", "VI"),  # odd names
    *("AU", "GB", "US"),
)
"""Countries that differ in what the scaffold looks at: script, languages, currencies, the form of their name."""


def test_no_two_countries_share_a_folder() -> None:
    assert len({find_country(code).slug for code in WORLD}) == len(WORLD)


@pytest.mark.parametrize("every_language", [False, True])
def test_countries_of_the_world(bare: Path, every_language: bool) -> None:
    dataset, _ = load(bare)
    assert dataset
    if every_language:
        lines = {
            spoken.tag: language_lines(spoken)
            for code in WORLD
            for spoken in languages(find_country(code), dataset.vocabulary.languages)
            if not spoken.known
        }
        assert len(lines) > 80
        with (bare / "data/vocabulary/languages.yml").open("a", encoding="utf-8") as known:
            known.write("".join(f"{line}\n" for line in lines.values()))
        dataset, _ = load(bare)
        assert dataset
    codes = {*SAMPLE, *random.Random(SEED).sample(WORLD, 12)}
    for code in sorted(codes):
        country = find_country(code)
        folder = bare / "data" / country.slug
        folder.mkdir()
        for name, text in country_files(dataset, country, DAY).items():
            (folder / name).write_text(text, encoding="utf-8")
    assert problems(bare) == []
    made = load_checked(bare)
    assert len(made.countries) == len(codes)
    found = made.territories
    assert len([place for place, item in found.items() if not item.currencies]) <= 3
    assert not found["antarctica"].currencies
    assert {place for place, item in found.items() if not item.languages} == {
        find_country(code).slug for code in NOBODY_LIVES_THERE
    }


def test_outdated_currency(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(countries, "get_territory_currencies", lambda *_: ["XYZ"])
    made = new_country(project, "KR", DAY)
    (note,) = made.notes
    assert re.fullmatch(r"XYZ, which the CLDR \d+ gives as a currency of South Korea, is not in ISO 4217\.", note)
    assert load_checked(project).territories["south-korea"].currencies == ()
    assert "the currency (none)" in (project / "data/south-korea/country.yml").read_text(encoding="utf-8")
    assert problems(project) == []


def test_currency_of_the_day(project: Path) -> None:
    made = new_country(project, "EE", datetime.date(2010, 5, 1))
    assert [note.partition(",")[0] for note in made.notes if "currency" in note] == ["EEK"]
    edit("estonia/country.yml", "reviewed: 2010-05-01", "reviewed: 2026-11-20")(project / "data")
    assert load_checked(project).territories["estonia"].currencies == (("EUR", "Euro"),)


def test_native_name_with_hidden_characters_stays_out(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(territory, "hidden_characters", lambda text, _: iter([text] if text == "대한민국" else []))
    new_country(project, "KR", DAY)
    assert load_checked(project).entries["south-korea"].record.name == {"en": "South Korea"}


def test_another_name(project: Path) -> None:
    made = new_country(project, "CD", DAY, "Democratic Republic of the Congo")
    assert made.files[0].parent.name == "democratic-republic-of-the-congo"
    assert problems(project) == []


def test_a_place_without_an_iso_code_says_itself_what_no_standard_knows(project: Path) -> None:
    new_country(project, "XZ", DAY, "Lyonesse")
    path = project / "data/lyonesse/country.yml"
    assert load_checked(project).territories["lyonesse"].codes == (("user-assigned", "XZ"),)
    text = path.read_text(encoding="utf-8")
    path.write_text(re.sub("# (currencies|languages):", r"\1:", text), encoding="utf-8")
    found = load_checked(project).territories["lyonesse"]
    assert [code for code, _ in found.currencies] == ["EUR"]
    assert [language.tag for language in found.languages] == ["fr"]


def test_kosovo_has_the_code_that_the_cldr_gives_it(project: Path) -> None:
    assert find_country("XK").name == "Kosovo"
    new_country(project, "XK", DAY)
    assert [code for code, _ in load_checked(project).territories["kosovo"].currencies] == ["EUR"]


@pytest.mark.parametrize(
    ("code", "message"),
    [
        ("UK", '"UK" is not an ISO 3166-1 code. Did you mean GB (United Kingdom)?'),
        ("Korea", '"Korea" is not an ISO 3166-1 code. Did you mean KP (North Korea) or KR (South Korea)?'),
        ("Taiwan", '"Taiwan" is not an ISO 3166-1 code. Did you mean TW (Taiwan)?'),
        ("日本", '"日本" is not an ISO 3166-1 code. Did you mean JP (Japan)?'),
        ("Germeny", '"Germeny" is not an ISO 3166-1 code. Did you mean DE (Germany)?'),
        *((text, UNLISTED.format(text)) for text in ("Kosovo", "Catalonia", "Somaliland", "England", "EU", "ZY", "")),
        ("../KR", UNLISTED.format("../KR")),
        ("XZ", 'XZ is a code that ISO 3166-1 leaves to its users. Say whose it is: NAME="…".'),
    ],
)
def test_unknown_code(project: Path, code: str, message: str) -> None:
    before = files(project)
    with pytest.raises(CommandError) as error:
        new_country(project, code, DAY)
    assert str(error.value) == message
    assert files(project) == before


def test_nothing_is_overwritten(project: Path) -> None:
    new_country(project, "KR", DAY)
    (project / "data" / "germany").mkdir()
    before = files(project)
    for code, name, message in (
        ("KR", None, "KR has its folder already: data/south-korea/. Nothing was written."),
        ("KOR", "Korea", "KR has its folder already: data/south-korea/. Nothing was written."),
        ("IE", None, "IE has its folder already: data/atlantis/. Nothing was written."),
        ("DE", None, "data/germany/ is there already. Nothing was written."),
        ("FR", "Search", "data/search/ cannot be a country's folder: the site has a page of that name."),
        ("FR", "Laws", "data/laws/ cannot be a country's folder: the site has a page of that name."),
        ("FR", "フランス", '"フランス" has no letters a to z. Give the English name.'),
    ):
        with pytest.raises(CommandError) as error:
            new_country(project, code, DAY, name)
        assert str(error.value) == message
    assert files(project) == before


def test_no_project(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="has no folder data/"):
        new_country(tmp_path / "nowhere", "KR", DAY)
    (tmp_path / "data").mkdir()
    with pytest.raises(CommandError, match="the vocabulary cannot be read: "):
        new_country(tmp_path, "KR", DAY)


def test_all_or_nothing(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = files(project)
    write = Path.write_text

    def full(path: Path, text: str, encoding: str) -> int:
        if path.name == "answers.yml":
            raise OSError(28, "No space left on device")
        return write(path, text, encoding=encoding)

    monkeypatch.setattr(Path, "write_text", full)
    with pytest.raises(CommandError, match=r"south-korea cannot be written: No space left on device\.$"):
        new_country(project, "KR", DAY)
    assert files(project) == before


# Records ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", kinds(), ids=lambda kind: str(kind.id))
def test_new_record_says_what_is_missing(project: Path, kind: Kind) -> None:
    path = new_record(project, "atlantis", kind.id, "The Sailors' Fund & Women's House", DAY)
    file = f"data/atlantis/{kind.folder}/the-sailors-fund-womens-house.yml"
    assert path == project / file
    assert problems(project) == []
    text = path.read_text(encoding="utf-8")
    assert "\n# reviewed: 2026-11-24\n" in text
    status = "status:\n  code: unknown"
    assert status in text
    code = kind.statuses[0] if kind.statuses else "active"
    begun = f"status: {{code: {code}, since: 2020, as_of: 2025, source: atlas, locator: p. 2}}\nreviewed: 2026-11-24"
    written = text.replace(status, begun).replace(
        "Nothing has been researched yet.", "It is [@key-of-the-source, p. 3]."
    )
    path.write_text(written, encoding="utf-8")
    found = problems(project)
    cited = [item for item in found if 'the source "key-of-the-source" does not exist.' in item]
    typed = [item for item in found if "the key type is missing. Known: " in item]
    versions = [item for item in found if "does not say which version was read." in item]
    assert len(cited) == 1
    assert len(typed) == bool(kind.types)
    assert len(versions) == kind.versions
    assert sorted(found) == sorted([*cited, *typed, *versions])


def test_fresh_records_are_not_asked_whether_they_were_copied(project: Path) -> None:
    for kind in kinds()[:3]:
        new_record(project, "atlantis", kind.id, f"Fresh {kind.label}", DAY)
    assert [problem for problem in ask(facts_checked(project)) if problem.rule == "odd-copy"] == []


def test_comments_of_a_record_are_right(real_data: Path) -> None:
    """With every comment of the real project taken up, only the sources that they stand for are missing."""
    (real_data / "templates").symlink_to(ROOT / "templates")
    dataset, _ = load(real_data)
    assert dataset
    for kind in kinds():
        text = record_text(dataset, "japan", kind, {"en": "A new thing"}, DAY)
        facts = commented_facts(text)
        assert facts or "no record of this kind has facts yet" in text
        for line in uncommented(text, r"type: .*")[:1]:
            text = text.replace(f"# {line}", line)
        assert ("\ntype: " in text) == bool(kind.types)
        assert "# ja: … (Japanese)\n" in text
        text = text.replace("name: {en: A new thing}", "name: {en: A new thing, ja: …}")
        text = text.replace("summary: Nothing has been researched yet.", "summary: It is [@key-of-the-source, p. 3].")
        text = text.replace("# reviewed: ", "reviewed: ")
        version = re.search(r"# version:\n(?:#   .*\n)+", text)
        assert (version is not None) == kind.versions
        text = text.replace(version[0], re.sub(r"(?m)^# ", "", version[0])) if version else text
        text = text.replace("facts: []", "facts:\n" + "".join(map(taken_up, facts))) if facts else text
        path = real_data / "data" / "japan" / str(kind.folder) / "a-new-thing.yml"
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    found = problems(real_data)
    assert {line.split(": ", 1)[1] for line in found} == {'the source "key-of-the-source" does not exist.'}
    assert all("/a-new-thing.yml:" in line for line in found)


def test_usual_fields(project: Path) -> None:
    for number in range(3):
        text = (project / "data" / FUND).read_text(encoding="utf-8").replace("Sea Fund", f"Sea Fund {number}")
        if number:
            text = re.sub(r"  - \{field: (members|grant-ceiling).*\n", "", text.replace("海基金", f"海基金{number}"))
        (project / "data" / FUND.replace("fund.yml", f"fund-{number}.yml")).write_text(text, encoding="utf-8")
    path = new_record(project, "atlantis", "funding-scheme", "Reef Fund", DAY)
    text = path.read_text(encoding="utf-8")
    facts = commented_facts(text)
    names = [fact.split("\n")[0].removeprefix("  # - field: ") for fact in facts]
    assert names[:5] == ["amount", "projects", "started", "grant-ceiling", "members"]  # the last two in two of four
    assert names[5:] == ["responsible-body", "funder", "eligibility"]  # the other key facts of the kind
    assert "currency: EUR" in facts[0]  # the currency of the place
    assert "# Ceiling of a grant. The most that one grant can be.\n" in text
    assert "# administered-by. " in text
    assert f"to look at: data/{FUND}" in text


def test_field_of_one_record_in_three_is_not_usual() -> None:
    assert usual([{"a", "b"}, {"a"}, {"a"}]) == ["a"]
    assert usual([{"a", "b"}, {"a"}]) == ["a", "b"]
    assert usual([]) == []


def test_name_without_letters(project: Path) -> None:
    country = project / "data/atlantis/country.yml"
    text = country.read_text(encoding="utf-8")
    country.write_text(text.replace("code: IE", "code: JP"), encoding="utf-8")
    with pytest.raises(CommandError, match=r"has no letters a to z for the name of its file\. Give a slug"):
        new_record(project, "atlantis", "body", "海洋庁", DAY)
    path = new_record(project, "atlantis", "body", "海洋庁", DAY, "sea-agency")
    text = path.read_text(encoding="utf-8")
    assert "\n# en: … (English)\nname: {ja: 海洋庁}\n" in text
    path.write_text(text.replace("# summary: >-\n#   What", "summary: >-\n  What"), encoding="utf-8")
    assert f"{path.relative_to(project).as_posix()}:9:7 name: has no English name. Add `en`." in problems(project)


@pytest.mark.parametrize(
    ("place", "kind", "name", "slug", "message"),
    [
        ("atlantys", "law", "A", None, '"atlantys" is not a country with a folder in data/. Did you mean atlantis?'),
        ("..", "law", "A", None, '".." is not a country with a folder in data/. Known: atlantis.'),
        ("article", "law", "A", None, '"article" is not a country with a folder in data/. Known: atlantis.'),
        ("atlantis", "laww", "A", None, '"laww" is not a known kind. Did you mean law?'),
        ("atlantis", "funding", "A", None, '"funding" is not a known kind. Did you mean funding-scheme?'),
        ("atlantis", "law", " ", None, "the name is missing."),
        ("atlantis", "law", "2030", None, '"2030" has no letters a to z for the name of its file. Give a slug'),
        ("atlantis", "law", "海", "sea", '"海" is not English, and atlantis has no other official language.'),
        (
            "atlantis",
            "law",
            "Aux",
            None,
            '"aux" is not a good name: Windows keeps it for a device, and could not hold the ',
        ),
        (
            "atlantis",
            "law",
            "A",
            "a" * 101,
            f'"{"a" * 101}" has 101 letters; the most is 100. Give another slug (SLUG=…).',
        ),
        ("atlantis", "law", "A", "../x", '"../x" is not a good name for a file: small letters a to z'),
        ("atlantis", "law", "A", "", '"A" has no letters a to z for the name'),
        ("atlantis", "law", "A <b>", None, '"A <b>" is a name; names hold no < > { } and no hidden characters.'),
        ("atlantis", "law", "A\u200b", None, '"A\u200b" is a name; names hold no < > { } and no hidden characters.'),
        ("atlantis", "law", "A" * 241, None, "the name has 241 characters; the most is 240."),
        ("atlantis", "law", "Aid Act", None, "data/atlantis/laws/aid-act.yml is there already. Nothing was written."),
        ("atlantis", "law", "aid act", "b", '"aid act" is the name of data/atlantis/laws/aid-act.yml already.'),
    ],
)
def test_refused_records(project: Path, place: str, kind: str, name: str, slug: str | None, message: str) -> None:
    before = files(project)
    with pytest.raises(CommandError) as error:
        new_record(project, place, kind, name, DAY, slug)
    assert str(error.value).startswith(message)
    assert "\n" not in str(error.value)
    assert files(project) == before


def test_kind_without_a_folder(project: Path) -> None:
    with pytest.raises(CommandError, match=r"^country is not a kind with a folder of records\. Known: concept, "):
        new_record(project, "atlantis", "country", "A", DAY)


def test_record_of_a_new_country(project: Path) -> None:
    new_country(project, "KR", DAY)
    path = new_record(project, "south-korea", "law", "Framework Act on Aid", DAY)
    text = path.read_text(encoding="utf-8")
    assert "in the words of an official source, go between the braces as well:\n# ko: … (Korean)\n" in text
    assert "data/south-korea/sources.yml" in text


# Words --------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("Côte d’Ivoire", "cote-d-ivoire"),
        ("São Tomé and Príncipe", "sao-tome-and-principe"),
        ("Türkiye", "turkiye"),
        ("Women's Voice", "womens-voice"),
        ("Große Straße in Łódź, Æbelø", "grosse-strasse-in-lodz-aebelo"),
        ("İstanbul", "istanbul"),
        ("NGOデータブック", "ngo"),
        ("2030年", ""),
        ("a" * 100, "a" * 80),
        ("word " * 30, "-".join(["word"] * 16)),
    ],
)
def test_slugs(name: str, slug: str) -> None:
    assert slug_of(name) == slug


# Form ---------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("code", ["KR", "KE", "MX", "CH", "AQ"])
def test_what_is_begun_is_in_the_form_of_the_data(bare: Path, code: str) -> None:
    new_country(bare, code, DAY)
    (country,) = load_checked(bare).countries
    for kind in kinds():
        new_record(bare, country.id, kind.id, f"Sailors' {kind.label}: a test", DAY)
    dataset, _ = load(bare)
    assert dataset
    begun = sorted((bare / "data" / country.id).rglob("*.yml"))
    assert len(begun) == 2 + len(kinds())
    facts = {entry.file: entry.record.facts for entry in dataset.entries.values()}
    for path in begun:
        file, text = path.relative_to(bare).as_posix(), path.read_text(encoding="utf-8")
        assert formed(file, text, facts.get(file, []), dataset.vocabulary) == text


def test_a_record_begins_with_the_key_facts_and_the_statuses_of_its_kind(project: Path) -> None:
    text = new_record(project, "atlantis", "organisation", "Shell Society", DAY).read_text(encoding="utf-8")
    assert "# - field: members" in text
    assert "# Codes: active, closed, merged, replaced, planned, suspended, unknown." in text
    assert "what it says. The file passes" in " ".join(text.replace("#", " ").split())
