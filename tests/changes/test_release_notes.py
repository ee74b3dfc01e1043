"""Snapshots of the data, what has changed between two of them, and the feed of it."""

from __future__ import annotations

import datetime
import json
import lzma
import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml
from lxml import etree

from equal_footing.changes import change_rows, editions, release_notes, snapshot
from equal_footing.changes import feed as feeds
from equal_footing.changes.dataset_subjects import subjects
from equal_footing.changes.diff import compare
from equal_footing.changes.edition_change import EditionChange
from equal_footing.changes.release_notes import History, Release, history
from equal_footing.changes.snapshot import VERSION, Snapshot
from equal_footing.changes.subjects import Content, Property, Subject
from equal_footing.check.run import load_checked
from equal_footing.drawing.render import Renderer
from equal_footing.model import messages
from equal_footing.model.address_list import FOLDER
from equal_footing.model.vocabulary import LISTS
from equal_footing.statement.facts import Facts
from equal_footing.tables.collection import collect

from ..cases import BODY, FUND, LAW, Change, edit
from ..conftest import FILES, ROOT

FIRST, SECOND, THIRD = datetime.date(2026, 11, 25), datetime.date(2027, 3, 1), datetime.date(2027, 6, 1)
FUND_ID, BODY_ID, REEF_ID = "atlantis/funding/sea-fund", "atlantis/bodies/aid-office", "atlantis/organisations/reef"
ANSWERS = "atlantis/answers.yml"
SITE = "https://site.example/"
ATOM = "{http://www.w3.org/2005/Atom}"
GRANTS = "amount-grants-2023-04-to-2024-03"
WORDS = {
    "changes-feed-title": "What has changed & why",
    "changes-feed-author": "The editors",
    "change-corrected": "Corrected",
    "change-updated": "Updated",
    "change-withdrawn": "Withdrawn",
    "change-moved": "Moved",
    "change-added": "Added",
    "change-title": "{kind}: {title}, {label}",
    "change-title-record": "{kind}: {title}",
    "change-edition": "Edition {edition}",
    "change-old": "Before: {value}",
    "change-new": "Now: {value}",
    "change-on": "Changed on {date}.",
    "change-reason": "Why: {reason}",
    "change-source": "Source: {source}",
}
TABLE = messages.Messages({**messages.load(ROOT).table, **WORDS})
ATLAS = "Atlas Press, Atlas of Atlantis"
GAZETTE = "State of Atlantis, Journal officiel [Official Gazette]"
MEMBERS = "value: 46, unit: organisations, as_of: 2016-01, source: atlas, locator: p. 5"


def shot(root: Path, edition: str = "2026.11", date: datetime.date = FIRST, before: Snapshot | None = None) -> Snapshot:
    return snapshot.take(subjects(load_checked(root), TABLE), edition, date, before)


def later(world: Path, *edits: Callable[[Path], object]) -> tuple[Snapshot, Snapshot]:
    """Return the snapshots before and after some edits."""
    old = shot(world)
    for change in edits:
        change(world / "data")
    return old, shot(world, "2027.03", SECOND, old)


def changes(old: Snapshot, new: Snapshot) -> list[EditionChange]:
    return release_notes.edition_changes(compare(old.subjects, new.subjects), new.subjects)


def told(found: Iterable[EditionChange]) -> list[tuple[str, str, str, str, str]]:
    return [(one.kind, one.page, one.anchor, one.old, one.new) for one in found]


def fund_moves(data: Path) -> None:
    (data / FUND).rename(data / "atlantis/funding/ocean-fund.yml")
    for path in data.rglob("*.yml"):
        if path.parent.name != "vocabulary":
            text = path.read_text(encoding="utf-8").replace("1_500_000", "1_600_000")
            path.write_text(
                text.replace("/sea-fund", "/ocean-fund").replace("Sea Fund", "Ocean Fund"), encoding="utf-8"
            )
    (data / FUND).write_text("moved_to: atlantis/funding/ocean-fund\n", encoding="utf-8")


# Snapshots ------------------------------------------------------------------------------------------------------------


def facts(taken: Snapshot, record: str) -> dict[str, Property]:
    """Return the facts of a record in a snapshot by their anchors."""
    found = taken.subjects[f"record:{record}"].properties
    return {one.key.removeprefix("fact:"): one for one in found if one.key.startswith("fact:")}


def test_a_snapshot_holds_each_fact_in_words_and_in_meaning(world: Path) -> None:
    taken = shot(world)
    fund = taken.subjects[f"record:{FUND_ID}"]
    assert (taken.version, taken.edition, taken.date) == (VERSION, "2026.11", FIRST)
    assert (fund.title, fund.page, taken.unchanged_since[FUND_ID]) == ("Sea Fund", FUND_ID, FIRST)
    assert list(facts(taken, FUND_ID)) == ["started", "members-2016-01", GRANTS, "grant-ceiling", "projects"]
    members = facts(taken, FUND_ID)["members-2016-01"]
    assert (members.value.words, members.detail("time").words) == ("46 organisations", "as of January 2016")
    assert members.value.meant == {
        "missing": None,
        "withdrawn": None,
        "values": [{"value": "46", "unit": "organisations"}],
    }
    assert members.detail("source") == Content(f"{ATLAS}, p. 5", {"source": "atlas", "locator": "p. 5"})
    grants = facts(taken, FUND_ID)[GRANTS]
    assert (grants.detail("label").words, grants.value.words) == ("grants", "EUR 1.5 million")
    assert grants.detail("time").words == "fiscal year 2023/24 (April 2023 to March 2024)"


def test_a_missing_value_has_its_label_and_all_values_where_sources_disagree(world: Path) -> None:
    found = facts(shot(world), FUND_ID)
    ceiling, projects = found["grant-ceiling"], found["projects"]
    assert (ceiling.value.words, ceiling.value.meant["missing"]) == ("Searched, not found", "not-found")
    assert ceiling.detail("source").words == ""
    assert "support" not in ceiling.details, "nothing is stated, directly or otherwise"
    assert projects.value.words == "Sources disagree: 30 projects (as of 2024; shown first); 31 projects (as of 2024)"
    assert projects.value.meant["missing"] == "sources-disagree"
    assert projects.detail("source").words == f"{ATLAS}, p. 6; {GAZETTE}, Article 4"


def test_a_reason_for_a_missing_value_that_a_source_gives_keeps_the_source(world: Path) -> None:
    missing = "missing: none-exists, source: gazette, locator: Article 8"
    edit(FUND, "missing: not-found, searched: 2026-11-20, note: Looked for in the atlas.", missing)(world / "data")
    ceiling = facts(shot(world), FUND_ID)["grant-ceiling"]
    assert (ceiling.value.words, ceiling.detail("source").words) == ("None exists", f"{GAZETTE}, Article 8")


def test_answers_belong_to_the_page_of_their_question(world: Path) -> None:
    found = shot(world).subjects
    money, answer = found["question:sea-money"], found["answer:atlantis/law-of-the-sea"]
    assert (money.title, money.page) == ("Is there a fund for the sea?", "compare/sea-money")
    assert (answer.place, answer.page) == ("Atlantis", "compare/law-of-the-sea")
    said = {one.key: one for one in answer.properties}
    assert (said["missing"].value.words, said["missing"].value.meant) == ("Sources disagree", "sources-disagree")
    assert said["sentence"].value.words == "The atlas and the gazette differ."
    assert said["positions"].detail("source").words == f"{GAZETTE}, Article 1; {ATLAS}, p. 8"


def test_a_page_keeps_the_day_of_its_last_change(world: Path) -> None:
    old, new = later(world, edit(FUND, "value: 46", "value: 47"))
    assert {page for page, day in new.unchanged_since.items() if day == SECOND} == {FUND_ID}
    third = shot(world, "2027.06", THIRD, new)
    assert third.unchanged_since[FUND_ID] == SECOND
    assert third.unchanged_since[BODY_ID] == FIRST
    assert set(old.unchanged_since.values()) == {FIRST}


@pytest.mark.parametrize(
    ("change", "page"),
    [
        (edit(BODY, "value: 1999, source: atlas, locator: p. 4", "value: 1999, source: atlas, locator: p. 5"), BODY_ID),
        (edit(BODY, "Runs the aid", "Directs the aid"), BODY_ID),
        (edit(ANSWERS, "sea-money:", "sea-money:\n  note: By hand."), "compare/sea-money"),
        (edit("questions/sea-money.yml", "limits: Funds differ.", "limits: All differ."), "compare/sea-money"),
    ],
    ids=["locator", "summary", "answer", "question"],
)
def test_anything_else_that_a_page_says_counts_as_a_change_of_the_page(world: Path, change: Change, page: str) -> None:
    _, new = later(world, change)
    assert {page for page, day in new.unchanged_since.items() if day == SECOND} == {page}


def body_moves(data: Path) -> None:
    (data / "atlantis/bodies/sea-office.yml").write_bytes((data / BODY).read_bytes())
    (data / BODY).write_text("moved_to: atlantis/bodies/sea-office\n", encoding="utf-8")
    for file in (FUND, LAW):
        edit(file, "bodies/aid-office", "bodies/sea-office")(data)


def test_a_record_that_only_moves_keeps_the_day_of_its_last_change(world: Path) -> None:
    _, new = later(world, body_moves)
    assert new.unchanged_since["atlantis/bodies/sea-office"] == FIRST
    assert set(new.unchanged_since.values()) == {FIRST}


def test_what_is_written_is_read_back_the_same(world: Path, tmp_path: Path) -> None:
    taken = shot(world)
    snapshot.write(taken, tmp_path / "a.json.xz")
    assert snapshot.read(tmp_path / "a.json.xz") == taken
    words = lzma.decompress((tmp_path / "a.json.xz").read_bytes()).decode("utf-8")
    data = json.loads(words)
    assert data["version"] == VERSION
    assert "46 organisations" in words
    assert words == json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":")) + "\n"


def test_the_same_data_give_the_same_bytes(world: Path, tmp_path: Path) -> None:
    taken = shot(world)
    other = replace(taken, subjects=dict(reversed(list(taken.subjects.items()))))
    snapshot.write(taken, tmp_path / "a.json.xz")
    snapshot.write(other, tmp_path / "b.json.xz")
    assert (tmp_path / "a.json.xz").read_bytes() == (tmp_path / "b.json.xz").read_bytes()


def fact(anchor: str, value: str, time: str = "") -> Property:
    """Return a fact of a record made by hand."""
    details = {"field": Content(anchor.title(), anchor)} | ({"time": Content(time)} if time else {})
    meaning = {"missing": None, "withdrawn": None, "values": [{"value": value}]}
    return Property(f"fact:{anchor}", anchor.title(), Content(value, meaning), details, f"fact:{anchor}|")


def record(name: str, title: str = "Title", *given: Property, moved_to: str | None = None, **values: str) -> Subject:
    """Return a record made by hand, or what it leaves behind when it moves."""
    said = (*given, *(fact(anchor, value) for anchor, value in values.items()))
    sort = "record" if moved_to is None else "former"
    return Subject(f"{sort}:{name}", "Law", "Atlantis", title, f"data/{name}.yml", said, moved_to)


def hand_made(edition: str, *found: Subject) -> Snapshot:
    return Snapshot(VERSION, edition, FIRST, {}, {thing.id: thing for thing in found})


def test_words_of_other_scripts_are_kept_as_they_are(tmp_path: Path) -> None:
    taken = hand_made("2026.11", record("x", "海", fact("名", "海基金 – déjà")))
    snapshot.write(taken, tmp_path / "a.json.xz")
    assert "海基金 – déjà".encode() in lzma.decompress((tmp_path / "a.json.xz").read_bytes())
    assert snapshot.read(tmp_path / "a.json.xz") == replace(taken, subjects=taken.subjects)


SOUND: dict[str, Any] = {
    "version": VERSION,
    "edition": "2026.11",
    "date": "2026-11-25",
    "unchanged_since": {"x": "2026-11-25"},
    "subjects": {
        "record:x": {
            **dict.fromkeys(("kind", "place", "title", "file"), "words"),
            "id": "record:x",
            "properties": [{"key": "fact:a", "title": "A", "value": {"words": "1", "meaning": {"value": "1"}}}],
        }
    },
}


def packed(data: object) -> bytes:
    return lzma.compress(json.dumps(data).encode())


def spoiled(path: tuple[str | int, ...], value: object) -> bytes:
    """Return the sound snapshot with one value set, or taken away where it is None."""
    data = json.loads(json.dumps(SOUND))
    inner = data
    for step in path[:-1]:
        inner = inner[step]
    if value is None:
        del inner[path[-1]]
    else:
        inner[path[-1]] = value
    return packed(data)


def test_the_sound_snapshot_of_these_tests_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.json.xz").write_bytes(packed(SOUND))
    assert snapshot.read(tmp_path / "a.json.xz").subjects["record:x"].properties[0].value.words == "1"


SUBJECT = ("subjects", "record:x")
SAID = (*SUBJECT, "properties", 0)


@pytest.mark.parametrize(
    ("raw", "says"),
    [
        pytest.param(b"", "ends too early", id="empty"),
        pytest.param(json.dumps(SOUND).encode(), "compressed with lzma", id="not compressed"),
        pytest.param(packed(SOUND)[:-9], "ends too early", id="cut off"),
        pytest.param(packed(SOUND) + b"more", "does not end where", id="something behind it"),
        pytest.param(packed(SOUND)[:40] + b"!" + packed(SOUND)[41:], "is damaged", id="a changed byte"),
        pytest.param(lzma.compress(b"{"), "is not a snapshot. Invalid JSON", id="no JSON"),
        pytest.param(lzma.compress(b'{"edition": "\xff"}'), "is not a snapshot. Invalid JSON", id="no UTF-8"),
        pytest.param(lzma.compress(b"[" * 100_000), "is not a snapshot. Invalid JSON", id="too deep"),
        pytest.param(packed([]), "is not a snapshot. ", id="a list"),
        pytest.param(
            spoiled(("version",), None),
            "a snapshot without a version. This program reads the version 1",
            id="no version",
        ),
        pytest.param(
            spoiled(("version",), 2),
            "of the version 2. This program reads the version 1",
            id="a later version",
        ),
        pytest.param(spoiled(("version",), "1"), "is a snapshot of the version 1. This", id="a version in words"),
        pytest.param(spoiled(("edition",), 2026.11), "edition: Input should be a valid string", id="edition"),
        pytest.param(spoiled(("date",), "soon"), "date: Input should be a valid date", id="date"),
        pytest.param(spoiled(("date",), "2026-11-25T00:00:00"), "date: Input should be", id="a moment as date"),
        pytest.param(spoiled(("date",), 1_764_028_800), "date: Input should be", id="a number as date"),
        pytest.param(spoiled(("subjects",), None), "subjects: Field required", id="no subjects"),
        pytest.param(spoiled(SUBJECT, []), "subjects.record:x: ", id="a subject of another form"),
        pytest.param(spoiled(("unchanged_since", "x"), 7), "unchanged_since.x: ", id="day of change"),
        pytest.param(spoiled((*SUBJECT, "colour"), "red"), "subjects.record:x.colour: ", id="unknown key of a subject"),
        pytest.param(spoiled((*SAID, "value"), None), "subjects.record:x.property 1, value: Field", id="no value"),
        pytest.param(spoiled((*SAID, "value", "words"), 46), "property 1, value.words: Input", id="a number as words"),
        pytest.param(spoiled((*SAID, "note"), "x"), "property 1, note: ", id="unknown key of a property"),
        pytest.param(spoiled(("colour",), "red"), "colour: ", id="unknown key"),
    ],
)
def test_what_is_no_snapshot_is_refused(raw: bytes, says: str, tmp_path: Path) -> None:
    path = tmp_path / "bad.json.xz"
    path.write_bytes(raw)
    with pytest.raises(ValueError) as refused:
        snapshot.read(path)
    is_other = "of the version" in says or "without a version" in says
    assert type(refused.value) is (snapshot.OtherVersionError if is_other else ValueError)
    assert re.match("(is|ends) ", str(refused.value))  # who reads it knows which file it is, relative to the project
    assert says in str(refused.value)
    assert str(refused.value).endswith(".")
    assert "\n" not in str(refused.value)


# Changes --------------------------------------------------------------------------------------------------------------

GONE = "withdrawn: 2026-11-27, note: It counts the staff."
REASON = "changed: {kind: corrected, on: 2026-11-27, reason: Misread.}"


def test_nothing_changed_is_nothing_told(world: Path) -> None:
    assert changes(*later(world)) == []


def test_another_value_for_the_same_time_is_a_correction(world: Path) -> None:
    assert changes(*later(world, edit(FUND, "value: 46", "value: 47"))) == [
        EditionChange(
            kind="corrected",
            page=FUND_ID,
            title="Sea Fund",
            anchor="members-2016-01",
            field="Members",
            label="",
            time="as of January 2016",
            old="46 organisations",
            new="47 organisations",
            reason="",
            source=f"{ATLAS}, p. 5",
        )
    ]


def test_another_value_without_a_time_is_an_update(world: Path) -> None:
    found = changes(*later(world, edit(BODY, "value: 1999", "value: 1998-05")))
    assert told(found) == [("updated", BODY_ID, "founded", "1999", "May 1998")]


def test_both_files_of_an_edition_call_the_same_by_the_same_key(world: Path, tmp_path: Path) -> None:
    old, new = later(world, edit(FUND, "1_500_000", "1_600_000"))
    edition_path, snapshot_path = tmp_path / "changes.json", tmp_path / "data.json.xz"
    release_notes.write(release_notes.release(old, new), edition_path)
    snapshot.write(new, snapshot_path)
    (found,) = json.loads(edition_path.read_bytes())["changes"]
    kept = json.loads(lzma.decompress(snapshot_path.read_bytes()))["subjects"][f"record:{FUND_ID}"]
    (fact,) = [item for item in kept["properties"] if item["key"] == f"fact:{GRANTS}"]
    assert (found["page"], found["title"]) == (FUND_ID, kept["title"])
    assert (found["field"], found["label"]) == ("Amount", "grants")
    for key in ("field", "label", "time", "source"):
        assert found[key] == fact["details"][key]["words"]
    data = {"field", "label", "time", "source", "further_sources", "basis"}
    assert fact["details"].keys() - data <= {"support", "note"}


def test_an_anchor_that_is_kept_for_a_newer_fact_is_an_update(world: Path) -> None:
    newer = "value: 50, id: members-2016-01, unit: organisations, as_of: 2020-01"
    found = changes(*later(world, edit(FUND, "value: 46, unit: organisations, as_of: 2016-01", newer)))
    assert told(found) == [("updated", FUND_ID, "members-2016-01", "46 organisations", "50 organisations")]
    assert found[0].time == "as of January 2020"


def test_a_value_where_none_had_been_found_corrects_nothing(world: Path) -> None:
    unknown = "missing: not-found, searched: 2026-11-20, note: Looked for., as_of: 2016-01"
    edit(FUND, f"value: 46, unit: organisations, as_of: 2016-01{MEMBERS[MEMBERS.index(', source') :]}", unknown)(
        world / "data"
    )
    found = changes(*later(world, edit(FUND, unknown, MEMBERS)))
    assert told(found) == [("updated", FUND_ID, "members-2016-01", "Searched, not found", "46 organisations")]


@pytest.mark.parametrize("kind", ["corrected", "updated"])
@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        (FUND, "value: 46", "value: 47"),
        (BODY, "value: 1999", "value: 1998"),
        (ANSWERS, "sea-money:\n  answer: fully", "sea-money:\n  answer: not"),
    ],
)
def test_a_reason_says_of_what_kind_a_change_is(world: Path, kind: str, file: str, old: str, new: str) -> None:
    reason = REASON.replace("corrected", kind)
    given = f"{new}\n  {reason}" if file == ANSWERS else f"{new}, {reason}"
    (found,) = changes(*later(world, edit(file, old, given)))
    assert (found.kind, found.reason) == (kind, "Misread.")


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [(BODY, "value: 1999", "value: 1998"), (ANSWERS, "answer: fully", "answer: not")],
    ids=["fact", "answer"],
)
def test_a_reason_is_told_in_plain_words(world: Path, file: str, old: str, new: str) -> None:
    reason = "'We read *the wrong* [page](https://e.example/a_b) of `x` [@atlas, p. 1].'"
    given = f"changed: {{kind: corrected, on: 2026-11-27, reason: {reason}}}"
    changed = f"{new}\n  {given}" if file == ANSWERS else f"{new}, {given}"
    (found,) = changes(*later(world, edit(file, old, changed)))
    assert found.reason == "We read the wrong page of x."


def test_the_reason_for_an_earlier_change_is_none_for_the_next(world: Path) -> None:
    edit(BODY, "value: 1999", f"value: 1998, {REASON}")(world / "data")
    (found,) = changes(*later(world, edit(BODY, "value: 1998", "value: 1997")))
    assert (found.kind, found.reason) == ("updated", "")


SAME: dict[str, Change] = {
    "another source": edit(
        BODY, "value: 1999, source: atlas, locator: p. 4", "value: 1999, source: gazette, locator: x"
    ),
    "another locator": edit(
        BODY, "value: 1999, source: atlas, locator: p. 4", "value: 1999, source: atlas, locator: x"
    ),
    "another locator of one of several values": edit(FUND, "locator: Article 4", "locator: Article 5"),
    "several values in another order": edit(
        FUND,
        "      - {value: 30, as_of: 2024, source: atlas, locator: p. 6, shown: true}\n"
        "      - {value: 31, as_of: 2024, source: gazette, locator: Article 4}\n",
        "      - {value: 31, as_of: 2024, source: gazette, locator: Article 4}\n"
        "      - {value: 30, as_of: 2024, source: atlas, locator: p. 6, shown: true}\n",
    ),
    "no marks between thousands": edit(FUND, "1_500_000", "1500000"),
    "the unit of the field written out": edit(FUND, "value: 30, as_of", "value: 30, unit: projects, as_of"),
    "another order of keys": edit(FUND, "value: 46, unit: organisations", "unit: organisations, value: 46"),
    "a note": edit(BODY, "locator: p. 4}", "locator: p. 4, note: By law.}"),
}


@pytest.mark.parametrize("change", SAME.values(), ids=SAME)
def test_the_same_value_in_another_form_or_from_another_source_is_no_change(world: Path, change: Change) -> None:
    assert changes(*later(world, change)) == []


PURPOSE = "Runs the [fund](/atlantis/funding/sea-fund/)\n      & *much*\n      more [@atlas, p. 4]."


def with_purpose(data: Path) -> None:
    fact = f"\n  - field: purpose\n    value: >-\n      {PURPOSE}\n    source: atlas\n    locator: p. 4"
    edit(BODY, "facts:", f"facts:{fact}")(data)


@pytest.mark.parametrize(
    ("old", "new", "number"),
    [
        ("*much*\n      more", "*much* more", 0),
        ("*much*\n      more", "*much*   more", 0),
        ("[@atlas, p. 4]", "[@gazette, Article 1]", 0),
        ("more [@atlas, p. 4]", "more", 0),
        ("more [@atlas, p. 4]", "less [@atlas, p. 4]", 1),
        ("*much*", "much", 1),
        ("funding/sea-fund/)", "laws/aid-act/)", 1),
    ],
)
def test_other_line_breaks_and_citations_of_a_text_are_no_change_of_it(
    world: Path, old: str, new: str, number: int
) -> None:
    with_purpose(world / "data")
    assert len(changes(*later(world, edit(BODY, old, new)))) == number


def test_another_key_of_a_source_is_no_change(world: Path) -> None:
    with_purpose(world / "data")

    def renamed(data: Path) -> None:
        for path in [path for path in data.rglob("*.yml") if path.parent.name != "vocabulary"]:
            text = path.read_text(encoding="utf-8")
            for old in ("source: atlas", "@atlas", "atlas:\n"):
                text = text.replace(old, old.replace("atlas", "book"))
            path.write_text(text, encoding="utf-8")

    old, new = later(world, renamed)
    assert changes(old, new) == []
    assert set(new.unchanged_since.values()) == {FIRST}


@pytest.mark.parametrize(
    ("file", "old", "new", "told_as"),
    [
        (
            FUND,
            "as_of: 2016-01",
            "as_of: 2017-01, id: members-2016-01",
            ("46 organisations (as of January 2016)", "46 organisations (as of January 2017)"),
        ),
        (FUND, "basis: disbursement", "basis: budget", ("EUR 1.5 million (disbursement)", "EUR 1.5 million (budget)")),
        (FUND, "currency: EUR", "currency: USD", ("EUR 1.5 million", "USD 1.5 million")),
        (FUND, "value: 46", "value: 46, precision: about", ("46 organisations", "about 46 organisations")),
        (FUND, "value: 46", "value: 46, to: 48", ("46 organisations", "46 to 48 organisations")),
        (FUND, "unit: organisations", "unit: persons", ("46 organisations", "46 people")),
    ],
    ids=["time", "basis", "currency", "precision", "upper end", "unit"],
)
def test_all_that_a_value_needs_to_mean_the_same_is_compared(
    world: Path, file: str, old: str, new: str, told_as: tuple[str, str]
) -> None:
    (found,) = changes(*later(world, edit(file, old, new)))
    assert (found.old, found.new) == told_as


def test_a_new_fact_is_added(world: Path) -> None:
    fact = "\n  - {field: website, value: 'https://office.example/', source: atlas, locator: p. 4}"
    (found,) = changes(*later(world, edit(BODY, "facts:", f"facts:{fact}")))
    assert told([found]) == [("added", BODY_ID, "website", "", "https://office.example/")]
    assert (found.field, found.source) == ("Website", f"{ATLAS}, p. 4")


def test_a_fact_that_is_gone_is_withdrawn(world: Path) -> None:
    (found,) = changes(*later(world, edit(FUND, f"  - {{field: members, {MEMBERS}}}\n", "")))
    assert told([found]) == [("withdrawn", FUND_ID, "members-2016-01", "46 organisations", "")]
    assert (found.time, found.source) == ("as of January 2016", f"{ATLAS}, p. 5")


def test_a_fact_under_another_anchor_is_withdrawn_and_added(world: Path) -> None:
    found = changes(*later(world, edit(FUND, "as_of: 2016-01", "as_of: 2017-01")))
    assert told(found) == [
        ("withdrawn", FUND_ID, "members-2016-01", "46 organisations", ""),
        ("added", FUND_ID, "members-2017-01", "", "46 organisations"),
    ]


def test_a_fact_that_is_marked_as_withdrawn_is_withdrawn(world: Path) -> None:
    old, new = later(world, edit(FUND, MEMBERS, f"{MEMBERS}, withdrawn: 2026-11-27, note: Another fund."))
    (found,) = changes(old, new)
    assert told([found]) == [("withdrawn", FUND_ID, "members-2016-01", "46 organisations", "")]
    assert (found.on, found.reason) == (datetime.date(2026, 11, 27), "Another fund.")
    assert found.link == f"{FUND_ID}/#members-2016-01", "there it is still to be read"
    third = shot(world, "2027.06", THIRD, new)
    assert changes(new, third) == []


def fact_moves(data: Path) -> None:
    """Move the members of the fund to the office, and leave them in the fund as withdrawn."""
    left = f"{MEMBERS}, note: The office counts them., withdrawn: 2026-11-27, moved_to: {BODY_ID}"
    edit(FUND, MEMBERS, left)(data)
    edit(BODY, "facts:\n", f"facts:\n  - {{field: members, {MEMBERS}}}\n")(data)


def test_a_fact_that_has_moved_to_another_record_is_told_with_both_addresses(world: Path) -> None:
    found = changes(*later(world, fact_moves))
    place = f"{BODY_ID}/#members-2016-01"
    assert told(found) == [
        ("moved", BODY_ID, "members-2016-01", f"{FUND_ID}/#members-2016-01", place),
        ("added", BODY_ID, "members-2016-01", "", "46 organisations"),
    ]
    assert (found[0].title, found[0].what, found[0].time) == ("Aid Office", "Members", "as of January 2016")
    assert (found[0].link, found[0].on, found[0].reason) == (
        place,
        datetime.date(2026, 11, 27),
        "The office counts them.",
    )


def test_a_new_record_is_one_change(world: Path) -> None:
    def new_body(data: Path) -> None:
        text = (data / BODY).read_text(encoding="utf-8")
        (data / "atlantis/bodies/sea-office.yml").write_text(text.replace("Aid", "Sea"), encoding="utf-8")

    (found,) = changes(*later(world, new_body))
    record = "atlantis/bodies/sea-office"
    assert (found.title, found.link, found.what) == ("Sea Office", f"{record}/", "")
    assert told([found]) == [("added", record, "", "", "")]


TOMB = """\
withdrawn: 2026-11-20
name: {en: Reef}
reason: There is no such organisation [@gazette, Article 2].
last: It worked on coasts [@atlas, p. 7].
"""


@pytest.mark.parametrize(("left", "reason"), [("", ""), (TOMB, "There is no such organisation.")])
def test_a_record_that_is_gone_is_one_withdrawal(world: Path, left: str, reason: str) -> None:
    def gone(data: Path) -> None:
        (data / "atlantis/organisations/reef.yml").unlink()
        if left:
            (data / "atlantis/organisations/reef.yml").write_text(left, encoding="utf-8")

    (found,) = changes(*later(world, gone))
    assert told([found]) == [("withdrawn", REEF_ID, "", "", "")]
    assert (found.title, found.link, found.reason) == ("Reef", f"{REEF_ID}/", reason)
    assert found.on == (datetime.date(2026, 11, 20) if left else None)


def test_a_record_that_has_moved_is_compared_with_its_new_place(world: Path) -> None:
    old, new = later(world, fund_moves)
    place = "atlantis/funding/ocean-fund"
    found = [one for one in changes(old, new) if not one.page.startswith("compare/")]
    assert told(found) == [
        ("corrected", place, GRANTS, "EUR 1.5 million", "EUR 1.6 million"),
        ("moved", place, "", f"{FUND_ID}/", f"{place}/"),
    ]
    assert {(one.title, one.page) for one in found} == {("Ocean Fund", place)}
    assert [one.cited for one in found] == [f"{FUND_ID}/#{GRANTS}", f"{FUND_ID}/"], "where footnotes lead"
    assert [one.link for one in found] == [f"{place}/#{GRANTS}", f"{place}/"]


def test_texts_that_link_to_a_record_that_has_moved_say_the_same(world: Path) -> None:
    with_purpose(world / "data")

    def moves(data: Path) -> None:
        (data / FUND).rename(data / "atlantis/funding/ocean-fund.yml")
        for path in data.rglob("*.yml"):
            if path.parent.name != "vocabulary":
                text = path.read_text(encoding="utf-8")
                path.write_text(text.replace("/sea-fund", "/ocean-fund"), encoding="utf-8")
        (data / FUND).write_text("moved_to: atlantis/funding/ocean-fund\n", encoding="utf-8")

    old, new = later(world, moves)
    assert [one.kind for one in changes(old, new)] == ["moved"]
    assert set(new.unchanged_since.values()) == {FIRST}


def test_a_move_over_several_places_is_one_and_a_circle_is_none() -> None:
    old = hand_made("1", record("a", x="1"), record("c1"))
    left = [record(name, moved_to=to) for name, to in {"a": "c", "b": "c", "c1": "c1", "c2": "c1"}.items()]
    new = hand_made("2", record("c", x="1"), *left)
    assert [(one.kind, one.page) for one in changes(old, new)] == [("withdrawn", "c1"), ("moved", "c")]


def test_where_a_record_has_moved_into_another_the_facts_of_that_one_count() -> None:
    old = hand_made("1", record("a", x="1", y="1", z="1"), record("b", x="2"))
    new = hand_made("2", record("b", x="2", y="3"), record("a", moved_to="b"))
    assert told(changes(old, new)) == [
        ("updated", "b", "y", "1", "3"),
        ("withdrawn", "b", "z", "1", ""),
        ("moved", "b", "", "a/", "b/"),
    ]


def test_two_records_may_move_into_one_that_is_new() -> None:
    old = hand_made("1", record("a", x="1"), record("b", y="1"))
    new = hand_made("2", record("c", x="1", y="2"), record("a", moved_to="c"), record("b", moved_to="c"))
    assert told(changes(old, new)) == [
        ("updated", "c", "y", "1", "2"),
        ("moved", "c", "", "a/", "c/"),
        ("moved", "c", "", "b/", "c/"),
    ]


def test_an_answer_that_changed_is_told(world: Path) -> None:
    (found,) = changes(*later(world, edit(ANSWERS, "answer: fully", "answer: not")))
    sentence = "The Sea Fund pays for projects of NGOs."
    assert told([found]) == [("updated", "compare/sea-money", "atlantis", f"Yes: {sentence}", f"No: {sentence}")]
    assert (found.title, found.label, found.source) == ("Is there a fund for the sea?", "Atlantis", f"{ATLAS}, p. 5")


def test_other_grounds_of_an_answer_are_no_change_of_it(world: Path) -> None:
    assert changes(*later(world, edit(ANSWERS, "pays for projects [@atlas", "pays for all [@atlas"))) == []


def test_a_new_question_is_one_change_with_its_answers(world: Path) -> None:
    question, answers = world / "data/questions/sea-money.yml", world / "data" / ANSWERS
    texts = question.read_text(encoding="utf-8"), answers.read_text(encoding="utf-8")
    question.unlink()
    answers.write_text(texts[1][texts[1].index("law-of-the-sea:") :], encoding="utf-8")

    def asked(data: Path) -> None:
        question.write_text(texts[0], encoding="utf-8")
        answers.write_text(texts[1], encoding="utf-8")

    old, new = later(world, asked)
    assert told(changes(old, new)) == [("added", "compare/sea-money", "", "", "")]
    assert told(changes(new, old)) == [("withdrawn", "compare/sea-money", "", "", "")]


def test_changes_stand_by_kind_then_title_then_anchor() -> None:
    old = hand_made(
        "1",
        record("a", "Beta", p="1", o="1"),
        record("b", "alpha", x="1"),
        record("c", "Title", fact("x", "1", "2024")),
        record("d"),
        record("m"),
    )
    new = hand_made(
        "2",
        record("n", "A"),
        record("c", "Title", fact("x", "2", "2024")),
        record("e"),
        record("m", moved_to="e"),
        record("b", "alpha", x="2"),
        record("a", "Beta", p="2", o="2"),
    )
    assert [(one.kind, one.title, one.anchor) for one in changes(old, new)] == [
        ("corrected", "Title", "x"),
        ("updated", "alpha", "x"),
        ("updated", "Beta", "o"),
        ("updated", "Beta", "p"),
        ("withdrawn", "Title", ""),
        ("moved", "Title", ""),
        ("added", "A", ""),
    ]


# Words of the vocabulary ----------------------------------------------------------------------------------------------


def rename_words(data: Path, name: str) -> None:
    """Give each word of a code list another label: all that readers see of it, also within it."""
    path = data / "vocabulary" / f"{name}.yml"

    def renamed(item: Any) -> Any:
        if not isinstance(item, dict):
            return item
        shown = ("label", "plural", "inverse", "one", "other")
        return {key: f"{value} renamed" if key in shown else renamed(value) for key, value in item.items()}

    words = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CBaseLoader)
    path.write_text(
        yaml.dump(renamed(words), Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False), encoding="utf-8"
    )


@pytest.mark.parametrize("name", LISTS)
def test_other_words_of_the_vocabulary_are_no_change_of_the_data(world: Path, name: str) -> None:
    with_purpose(world / "data")
    edit(FUND, "value: 46", "value: 46, precision: about, support: indirect")(world / "data")
    edit(FUND, "short_name:", "other_names: [{name: {en: Ocean Fund}, type: former}]\nshort_name:")(world / "data")
    old, new = later(world, lambda data: rename_words(data, name))
    assert changes(old, new) == []
    found = compare(old.subjects, new.subjects)
    assert {change.subject.id.partition("/")[0] for change in found} == {f"word:{name}"}
    assert set(new.unchanged_since.values()) == {FIRST}


# Editions -------------------------------------------------------------------------------------------------------------


def keep(root: Path, *snapshots: Snapshot) -> None:
    """Keep some snapshots as editions of a project, each with what it changed."""
    for before, now in pairwise((None, *snapshots)):
        assert now
        folder = root / FOLDER / now.edition
        folder.mkdir(parents=True, exist_ok=True)
        snapshot.write(now, folder / editions.SNAPSHOT)
        release_notes.write(release_notes.release(before, now), folder / editions.CHANGES)


def past(world: Path, *snapshots: Snapshot, frozen: str | None = None) -> History:
    keep(world, *snapshots)
    kept = replace(editions.load(world), frozen=frozen, day=THIRD)
    return history(world, kept, load_checked(world), TABLE)


def test_editions_are_read_in_their_order(tmp_path: Path) -> None:
    names = ["2026.11", "2026.11.2", "2026.11.10", "2027.03"]
    keep(tmp_path, *(hand_made(name) for name in names))
    (tmp_path / FOLDER / "2027.04").mkdir()
    kept = editions.load(tmp_path)
    assert kept.names == names
    assert kept.newest
    assert kept.newest.edition == "2027.03"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("[]", "is not a list of changes. Input should be "),
        ('{"edition": "2026.11"}', "is a list of changes without a version. This program reads the version 1."),
        ('{"version": 3, "x": 1}', "is a list of changes of the version 3. This program reads the version 1."),
    ],
)
def test_a_list_of_changes_that_cannot_be_read_is_named(world: Path, text: str, says: str) -> None:
    keep(world, shot(world))
    path = world / FOLDER / "2026.11" / editions.CHANGES
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ValueError, match=f"^{re.escape(f'editions/2026.11/changes.json: {says}')}"):
        past(world)


def test_without_an_edition_there_is_no_history(world: Path) -> None:
    assert past(world) == History([], [], {}, False)


def test_the_history_has_each_edition_and_what_has_changed_since(world: Path) -> None:
    first, second = later(world, edit(FUND, "value: 46", "value: 47"))
    same = past(world, first, second)
    assert [(one.edition, one.date, len(one.changes)) for one in same.editions] == [
        ("2027.03", SECOND, 1),
        ("2026.11", FIRST, 0),
    ]
    assert (same.pending, same.is_unchanged) == ([], True)
    assert same.unchanged == second.unchanged_since
    edit(BODY, "value: 1999", "value: 1998")(world / "data")
    now = past(world, first, second)
    assert told(now.pending) == [("updated", BODY_ID, "founded", "1999", "1998")]
    assert now.unchanged.keys() == second.unchanged_since.keys() - {BODY_ID}
    assert (now.unchanged[FUND_ID], now.unchanged["atlantis"], now.is_unchanged) == (SECOND, FIRST, False)
    assert now.of_record(FUND_ID) == [("2027.03", SECOND, same.editions[0].changes)]
    assert now.of_record(BODY_ID) == [("", None, now.pending)]


def test_the_pages_of_an_edition_say_what_it_has_changed_as_those_after_it_do(world: Path) -> None:
    assert past(world, frozen="2026.11").editions == [Release(VERSION, "2026.11", THIRD, [])], "the first one"
    first = shot(world)
    edit(FUND, "value: 46", "value: 47")(world / "data")
    frozen = past(world, first, frozen="2027.06")
    assert [(one.edition, len(one.changes)) for one in frozen.editions] == [("2027.06", 1), ("2026.11", 0)]
    assert frozen == past(world, first, shot(world, "2027.06", THIRD, first))


def test_an_earlier_change_leads_to_where_its_record_is_now(world: Path) -> None:
    first, second = later(world, edit(FUND, "value: 46", f"value: 47, {REASON}"))
    (before,) = past(world, first, second).editions[0].changes
    fund_moves(world / "data")
    place = "atlantis/funding/ocean-fund"
    now = past(world, first, second)
    (change,) = now.editions[0].changes
    assert (change.link, change.cited) == (f"{place}/#members-2016-01", f"{FUND_ID}/#members-2016-01")
    assert change.entry("2027.03") == before.entry("2027.03"), "its own address stays"
    assert ("2027.03", SECOND, [change]) in now.of_record(place)


def test_another_source_of_a_fact_is_a_change_of_the_page_and_of_no_value(world: Path) -> None:
    first, second = later(world, edit(BODY, "locator: p. 4}", "locator: p. 5}"))
    now = past(world, first)
    assert (now.pending, now.is_unchanged) == ([], False)
    assert now.unchanged.keys() == second.unchanged_since.keys() - {BODY_ID}


# Feed -----------------------------------------------------------------------------------------------------------------


TAG = "tag:equal-footing.example,2026:"
"""What ids begin with: a tag URI (RFC 4151), whatever the address of the site is."""


def feed(*editions: Release, site: str = SITE) -> Any:
    text = feeds.feed(Renderer.bare_environment(ROOT), editions, site, TABLE)
    return etree.fromstring(text.encode("utf-8"))


def texts(element: Any, name: str) -> list[str]:
    return [found.text for found in element.findall(f"{ATOM}{name}")]


def change(kind: Any = "corrected", **values: str) -> EditionChange:
    return EditionChange(**{"kind": kind, "page": "x", "title": "X", **values})


def test_the_feed_has_what_atom_asks_for(world: Path) -> None:
    found = changes(*later(world, edit(FUND, "value: 46", "value: 47"), edit(BODY, "1999", "1998")))
    root = feed(Release(VERSION, "2026.11", FIRST, [change("added")]), Release(VERSION, "2027.03", SECOND, found))
    assert root.tag == f"{ATOM}feed"
    assert texts(root, "id") == [f"{TAG}changes"]
    assert texts(root, "title") == ["What has changed & why"]
    assert texts(root, "updated") == ["2027-03-01T00:00:00Z"]
    assert [author.findtext(f"{ATOM}name") for author in root.findall(f"{ATOM}author")] == ["The editors"]
    links = {link.get("rel"): link.get("href") for link in root.findall(f"{ATOM}link")}
    assert links == {"self": f"{SITE}feeds/changes.xml", "alternate": f"{SITE}changes/"}
    entries = root.findall(f"{ATOM}entry")
    assert [texts(entry, "updated") for entry in entries] == [
        ["2027-03-01T00:00:00Z"],
        ["2027-03-01T00:00:00Z"],
        ["2026-11-25T00:00:00Z"],
    ]
    for entry in entries:
        assert len(texts(entry, "id")) == len(texts(entry, "title")) == 1
        assert [link.get("rel") for link in entry.findall(f"{ATOM}link")] == ["alternate", "related"]
        assert [content.get("type") for content in entry.findall(f"{ATOM}content")] == ["text"]


def test_an_entry_says_what_was_and_what_is_and_why(world: Path) -> None:
    found = changes(*later(world, edit(FUND, "value: 46", f"value: 47, {REASON}")))
    (entry,) = feed(Release(VERSION, "2027.03", SECOND, found)).findall(f"{ATOM}entry")
    assert texts(entry, "title") == ["Corrected: Sea Fund, Members"]
    assert texts(entry, "id") == [f"{TAG}{FUND_ID}/#members-2016-01@2027.03"]
    assert entry.find(f"{ATOM}link").get("href") == f"{SITE}{FUND_ID}/#members-2016-01"
    assert texts(entry, "content") == [
        "Edition 2027.03\n"
        "Members, as of January 2016\n"
        "Before: 46 organisations\n"
        "Now: 47 organisations\n"
        "Changed on 27 November 2026.\n"
        "Why: Misread.\n"
        "Source: Atlas Press, Atlas of Atlantis, p. 5\n"
    ]


def test_entries_about_whole_records_name_no_field() -> None:
    gone = change("withdrawn", page="y", title="Y", reason="Doubled.")
    gone = replace(gone, on=FIRST)
    went = change("moved", old="w/", new="x/")
    one, other = feed(Release(VERSION, "2027.03", SECOND, [gone, went])).findall(f"{ATOM}entry")
    assert texts(one, "title") == ["Withdrawn: Y"]
    assert texts(one, "content") == ["Edition 2027.03\nWithdrawn on 25 November 2026\nWhy: Doubled.\n"]
    assert one.find(f"{ATOM}link").get("href") == f"{SITE}y/"
    assert texts(other, "title") == ["Moved: X"]
    assert texts(other, "id") == [f"{TAG}w/#@2027.03"]
    assert other.find(f"{ATOM}link").get("href") == f"{SITE}x/"
    assert texts(other, "content") == [f"Edition 2027.03\nBefore: {SITE}w/\nNow: {SITE}x/\n"]


def test_signs_of_markup_are_words_in_the_feed() -> None:
    old, new = "<b>R&D</b> ]]> \"x\" 'y'", "海 {{ 1 + 1 }}"
    found = change(title="A & B <i>", anchor="資金-a", field="L<", old=old, new=new)
    (entry,) = feed(Release(VERSION, "2027.03", SECOND, [found])).findall(f"{ATOM}entry")
    assert texts(entry, "title") == ["Corrected: A & B <i>, L<"]
    assert f"Before: {old}\nNow: {new}\n" in texts(entry, "content")[0]
    address = "x/#%E8%B3%87%E9%87%91-a"
    assert entry.find(f"{ATOM}link").get("href") == f"{SITE}{address}"
    assert texts(entry, "id") == [f"{TAG}{address}@2027.03"]


def test_every_entry_has_an_id_of_its_own_that_outlives_its_wording() -> None:
    first = [change(anchor="a"), change(anchor="b"), change("moved", old="w/"), change("moved", old="v/")]
    again = [replace(first[0], kind="updated", reason="Newer.", title="Y")]
    root = feed(Release(VERSION, "2027.03", SECOND, first), Release(VERSION, "2027.06", THIRD, first))
    ids = [texts(entry, "id")[0] for entry in root.findall(f"{ATOM}entry")]
    assert len(set(ids)) == len(ids) == 8
    listed = [link.get("href") for link in root.iter(f"{ATOM}link") if link.get("rel") == "related"]
    assert len(set(listed)) == 8
    assert set(listed) >= {f"{SITE}changes/#2027.03/x/a", f"{SITE}changes/#2027.06/w"}
    (entry,) = feed(Release(VERSION, "2027.03", SECOND, again)).findall(f"{ATOM}entry")
    assert texts(entry, "id") == [ids[4]]


def test_ids_stay_when_the_site_moves_to_another_host() -> None:
    found = Release(VERSION, "2027.03", SECOND, [change(anchor="a"), change("moved", old="w/")])
    here, there = (feed(found, site=site) for site in (SITE, "https://new.example/sub/"))
    assert list(here.itertext(f"{ATOM}id")) == list(there.itertext(f"{ATOM}id"))
    links = [[link.get("href") for link in root.iter(f"{ATOM}link")] for root in (here, there)]
    assert not set(links[0]) & set(links[1])


def test_the_feed_names_two_hundred_new_records_and_all_else() -> None:
    records = [change("added", page=f"r{number}") for number in range(150)]
    facts = [change("added", anchor=f"f{number}", field="F") for number in range(150)]
    root = feed(Release(VERSION, "2026.11", FIRST, [*records, *facts]), Release(VERSION, "2027.03", SECOND, records))
    ids = [texts(entry, "id")[0] for entry in root.findall(f"{ATOM}entry")]
    assert sum("#@2027.03" in one for one in ids) == 150
    assert sum("#@2026.11" in one for one in ids) == 50
    assert sum("#f" in one for one in ids) == 150


def test_there_is_no_feed_without_an_edition() -> None:
    with pytest.raises(ValueError, match="no edition"):
        feed()


# The table ------------------------------------------------------------------------------------------------------------


def test_the_table_has_each_change_as_the_page_lists_it(world: Path) -> None:
    tomb = edit("atlantis/organisations/reef.yml", FILES["atlantis/organisations/reef.yml"], TOMB)
    withdrawn = edit(FUND, "locator: p. 5}\n  - field: amount", f"locator: p. 5, {GONE}}}\n  - field: amount")
    reworded = edit(BODY, "value: 1999", f"value: 1998, {REASON}")
    first, second = later(world, tomb, withdrawn, reworded)
    found = collect(Facts(load_checked(world)), ROOT, lambda: change_rows.rows(past(world, first, second).editions))
    (rows,) = (list(rows) for table, rows in found.tables if table.name == "changes")
    shown = {row["change"]: row for row in rows}
    assert shown.keys() == {"corrected", "withdrawn"}
    assert {row["edition"] for row in rows} == {"2027.03"}
    assert shown["corrected"] == {
        "id": f"2027.03/{BODY_ID}/founded",
        "edition": "2027.03",
        "edition_date": SECOND,
        "change": "corrected",
        "title": "Aid Office",
        "field_name": "Founded",
        "old": "1999",
        "new": "1998",
        "changed_on": datetime.date(2026, 11, 27),
        "reason": "Misread.",
        "source_name": f"{ATLAS}, p. 4",
        "cited_address": f"{BODY_ID}/#founded",
        "address": f"{BODY_ID}/#founded",
    }
    fact, whole = sorted((row for row in rows if row["change"] == "withdrawn"), key=lambda row: row["id"])
    assert (fact["cited_address"], fact["old"], fact["reason"]) == (
        f"{FUND_ID}/#members-2016-01",
        "46 organisations",
        "It counts the staff.",
    )
    assert (whole["address"], whole["reason"]) == (f"{REEF_ID}/", "There is no such organisation.")
