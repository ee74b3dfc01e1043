"""A word that is added to the vocabulary is used by its marks alone, and words that the site rests on are asked for."""

from __future__ import annotations

import ast
import datetime
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from equal_footing.check.run import load_checked
from equal_footing.citation import linked_data
from equal_footing.model import messages
from equal_footing.model.dataset import Dataset
from equal_footing.model.fixed_words import FIXED
from equal_footing.model.prose import Prose
from equal_footing.model.vocabulary import LISTS
from equal_footing.statement.facts import Facts
from equal_footing.views import heads, overviews, relations, worklist
from equal_footing.views.records import Views

from ..cases import BODY, COUNTRY, FUND, SOURCES, edit
from ..citation.test_bibliography import csl_of, ris_of
from ..conftest import ROOT, problems

WORDS = messages.load(ROOT)

TODAY = datetime.date(2026, 11, 25)
ANSWERS = "atlantis/answers.yml"


def add(root: Path, code_list: str, words: str) -> None:
    """Add words to a code list."""
    with (root / f"data/vocabulary/{code_list}.yml").open("a", encoding="utf-8") as file:
        file.write(words)


def fact(root: Path, file: str, line: str) -> None:
    """Put a fact before the other facts of a file."""
    edit(file, "facts:\n", f"facts:\n  - {{{line}, source: atlas, locator: p. 4}}\n")(root / "data")


def views(root: Path) -> Views:
    """Return the views of a world without problems."""
    return Views(load_checked(root), messages.load(ROOT))


def field(name: str, type_: str, marks: str = "") -> str:
    """Return a field as a line of the vocabulary."""
    return f"{name}: {{label: New, type: {type_}, group: history, about: New{marks}}}\n"


def test_a_new_field_is_the_date_with_which_a_record_begins(world: Path) -> None:
    add(world, "fields", field("opened", "date", ", begins: 1"))
    fact(world, BODY, "field: opened, value: 1987-05")
    found = views(world)
    office = "atlantis/bodies/aid-office"
    assert heads.begun(found, found.entry(office)) == heads.Begun("1999", f"{office}/#founded", Prose("Founded"))
    edit("vocabulary/fields.yml", "  begins: 1\n", "  begins: 9\n")(world / "data")
    found = views(world)
    assert heads.begun(found, found.entry(office)) == heads.Begun("May 1987", f"{office}/#opened", Prose("New"))


def test_a_status_does_not_start_before_the_date_with_which_a_record_begins(world: Path) -> None:
    add(world, "fields", field("opened", "date", ", begins: 9"))
    edit(BODY, "field: founded, value: 1999", "field: opened, value: 1999")(world / "data")
    edit(BODY, "code: active, as_of: 2025", "code: closed, since: 1998")(world / "data")
    [line] = problems(world)
    assert "status.since: the status since 1998 lies before the beginning in 1999." in line


def test_a_new_field_cannot_be_later_than_those_that_it_lies_before(world: Path) -> None:
    add(world, "fields", field("opened", "date", ", before: [founded]"))
    fact(world, BODY, "field: opened, value: 2001")
    [line] = problems(world)
    assert "founded 1999 lies before opened 2001." in line


def test_a_new_field_is_shown_at_a_glance(world: Path) -> None:
    add(world, "fields", field("islands", "number", ", unit: countries, glance: 1"))
    fact(world, COUNTRY, "field: islands, value: 12, as_of: 2024")
    found = views(world)
    assert [row.field.id for row in found.glance(found.entry("atlantis"))] == ["islands", "aid-share"]


def test_a_new_field_can_be_required_of_a_kind(world: Path) -> None:
    add(world, "fields", field("seat", "text", ", required_in: [body]"))
    [line] = problems(world)
    assert line.endswith("aid-office.yml:5:1 facts: has no fact seat. Add it with its source, or with `missing`.")


def test_a_percentage_is_checked_by_the_marks_of_its_field(world: Path) -> None:
    add(world, "fields", field("part", "percent", ", share: true, label_optional: true") + field("rise", "percent"))
    fact(world, BODY, "field: part, value: 101")
    fact(world, BODY, "field: rise, value: 101")
    lines = problems(world)
    assert [line.partition(" ")[2] for line in lines] == [
        "fact 1: is a percentage of what? Add `label`.",
        'fact 2, value: "101" is a share outside 0 to 100 percent.',
    ]


def test_a_new_kind_and_a_new_status_are_told_to_search_engines(world: Path) -> None:
    add(world, "statuses", "open: {label: Open, about: New, legal_force: PartiallyInForce}\n")
    add(
        world,
        "kinds",
        "park:\n  label: Park\n  plural: Parks\n  folder: parks\n  about: New.\n  registered: true\n"
        "  schema_type: Legislation\n  schema_properties: {founded: legislationDate}\n",
    )
    text = (world / "data" / BODY).read_text(encoding="utf-8")
    path = world / "data/atlantis/parks/reef-park.yml"
    path.parent.mkdir()
    text = text.replace("kind: body", "kind: park").replace("code: active", "code: open")
    path.write_text(text.replace("Aid Office", "Reef Park"), encoding="utf-8")
    found = views(world)
    entry = found.entry("atlantis/parks/reef-park")
    assert linked_data.about(found.facts, entry) == {
        "@type": "Legislation",
        "name": "Reef Park",
        "legislationDate": "1999",
        "legislationLegalForce": "https://schema.org/PartiallyInForce",
        "jurisdiction": "Atlantis",
    }
    tasks = worklist.todo(found.facts, "atlantis", TODAY)
    assert [task.kind for task in tasks if task.record == entry.id] == ["no-identifier"]


def test_a_new_type_of_source_has_its_type_in_files_and_its_evidence(world: Path) -> None:
    add(world, "evidence", "rumour: {label: Rumour, about: New, weak: true}\n")
    add(world, "source_types", "song: {label: Song, evidence: rumour, about: New, csl: song, ris: SOUND}\n")
    edit(SOURCES, "type: official-report", "type: song")(world / "data")
    dataset = load_checked(world)
    source = dataset.sources["atlas"]
    assert csl_of(source)["type"] == "song"
    assert ris_of(source).startswith("TY  - SOUND")
    assert worklist.counts(worklist.todo(Facts(dataset), "atlantis", TODAY))["only-news"] > 0
    grades = overviews.completeness(Facts(dataset), "atlantis").grades
    assert {grade.id: share.number for grade, share in grades}["rumour"] > 0
    add(world, "source_types", "tale: {label: Tale, evidence: rumour, about: New}\n")
    edit(SOURCES, "type: song", "type: tale")(world / "data")
    source = load_checked(world).sources["atlas"]
    assert csl_of(source)["type"] == "webpage"
    assert ris_of(source).startswith("TY  - ELEC")


def test_a_new_field_that_changes_with_time_needs_a_time(world: Path) -> None:
    add(world, "fields", field("islands", "number", ", unit: countries, changes: true"))
    fact(world, BODY, "field: islands, value: 12")
    [line] = problems(world)
    assert "the field islands changes with time." in line


def test_a_new_status_that_is_alive_goes_stale(world: Path) -> None:
    add(world, "statuses", "awake: {label: Awake, about: New, alive: true}\n")
    edit(BODY, "code: active, as_of: 2025", "code: awake, since: 2020")(world / "data")
    [line] = problems(world)
    assert "awake needs `as_of`" in line
    edit(BODY, "since: 2020", "as_of: 2020")(world / "data")
    found = views(world)
    assert heads.last_seen(found, found.entry("atlantis/bodies/aid-office")) == "Last known active in 2020"


def test_a_new_kind_has_versions_where_it_says_so(world: Path) -> None:
    add(world, "kinds", "treaty: {label: Treaty, plural: Treaties, folder: treaties, about: New, versions: true}\n")
    text = (world / "data" / BODY).read_text(encoding="utf-8")
    path = world / "data/atlantis/treaties/pact.yml"
    path.parent.mkdir()
    path.write_text(text.replace("kind: body", "kind: treaty").replace("Aid Office", "Pact"), encoding="utf-8")
    [line] = problems(world)
    assert "does not say which version was read." in line


def test_a_new_reason_is_for_answers_where_it_says_so(world: Path) -> None:
    add(world, "missing", "lost: {label: Lost, needs: [], answer_needs: [note], about: New}\n")
    old = (world / "data" / ANSWERS).read_text(encoding="utf-8").partition("law-of-the-sea:")[0]
    edit(
        ANSWERS,
        old,
        "sea-money:\n  missing: lost\n  looked: [{where: Atlas, on: 2026-11-20}]\n  reviewed: 2026-11-20\n",
    )(world / "data")
    [line] = problems(world)
    assert line.endswith("answers.yml:2:12 sea-money.missing: lost needs note.")
    add(world, "missing", "gone: {label: Gone, needs: [], about: New}\n")
    edit(ANSWERS, "missing: lost", "missing: gone")(world / "data")
    [line] = problems(world)
    assert "gone is not for answers." in line


def test_a_new_relation_is_shown_in_the_list_of_terms_where_it_says_so(world: Path) -> None:
    add(world, "relations", "echo-of: {label: Echo of, inverse: Echoes, about: New, compares_terms: true}\n")
    edit(FUND, "type: based-on", "type: echo-of")(world / "data")
    found = views(world)
    groups = relations.relations(found, found.entry("atlantis/funding/sea-fund"))
    assert [group.label for group in groups if group.compares_terms] == ["Echo of"]


@pytest.mark.parametrize(("code_list", "word"), [(name, word) for name, words in FIXED.items() for word in words])
def test_no_list_lacks_a_word_that_the_site_rests_on(world: Path, code_list: str, word: str) -> None:
    path = world / f"data/vocabulary/{code_list}.yml"
    text = path.read_text(encoding="utf-8")
    path.write_text(re.sub(rf"^{word}:", f"{word}-gone:", text, flags=re.MULTILINE), encoding="utf-8")
    what = "kind" if code_list == "kinds" else "word"
    assert any(
        re.fullmatch(rf"data/vocabulary/{code_list}\.yml:\d+:\d+ has no {what} {word}\. Add it\.", line)
        for line in problems(world)
    )


@pytest.mark.parametrize(
    ("code_list", "words", "expected"),
    [
        (
            "fields",
            field("opened", "date", ", before: [foundd]"),
            '"foundd" is not in fields.yml. Did you mean founded?',
        ),
        (
            "fields",
            field("opened", "date", ", required_in: [boddy]"),
            '"boddy" is not in kinds.yml. Did you mean body?',
        ),
        (
            "kinds",
            "park: {label: Park, plural: Parks, folder: parks, about: New, schema_properties: {foundd: url}}\n",
            '"foundd" is not in fields.yml. Did you mean founded?',
        ),
    ],
    ids=["before", "required-in", "schema-properties"],
)
def test_a_mark_names_words_that_there_are(world: Path, code_list: str, words: str, expected: str) -> None:
    add(world, code_list, words)
    assert [line for line in problems(world) if expected in line]


def test_no_other_word_of_the_vocabulary_is_named_in_the_program(dataset: Dataset) -> None:
    vocabulary = dataset.vocabulary
    ours = [name for name in LISTS if name != "languages"]  # their tags are those of BCP 47
    words = {word for name in ours for word in vocabulary.codes(name) if "-" in word}
    package = ROOT / "equal_footing"
    named = [
        f"{path.relative_to(package)} {word}"
        for path in sorted(package.rglob("*.py"))
        if path.name != "fixed_words.py"
        for word in texts(ast.parse(path.read_text(encoding="utf-8")))
        if word in words
    ]
    assert named == []


def texts(tree: ast.AST) -> Iterator[object]:
    """Yield the constants of a module, without the examples that editors show for a key."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.Constant):
            yield node.value
        elif not (isinstance(node, ast.keyword) and node.arg == "examples"):
            yield from texts(node)
