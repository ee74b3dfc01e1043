"""Snapshots of the data, what has changed between two of them, and the feed of it."""

from __future__ import annotations

import datetime
import json
import lzma
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from equal_footing.changes import changes, snapshot
from equal_footing.changes.changes import Change, EditionChanges, Reason
from equal_footing.changes.snapshot import FactShot, RecordShot, Snapshot
from equal_footing.check.run import load_checked
from equal_footing.drawing.render import Renderer
from equal_footing.model import messages
from equal_footing.views.records import Views

from .cases import BODY, FUND, LAW, edit
from .conftest import ROOT

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
    "change-reason": "Why: {reason}",
    "change-source": "Source: {source}",
}
TABLE = messages.Messages({**messages.load(ROOT).table, **WORDS})


def shot(root: Path, edition: str = "2026.11", date: datetime.date = FIRST, before: Snapshot | None = None) -> Snapshot:
    dataset = load_checked(root)
    return snapshot.take(dataset, Views(dataset, TABLE), edition, date, before)


def later(world: Path, *edits: Callable[[Path], object]) -> tuple[Snapshot, Snapshot]:
    """Return the snapshots before and after some edits."""
    old = shot(world)
    for change in edits:
        change(world / "data")
    return old, shot(world, "2027.03", SECOND, old)


def moved(root: Path) -> dict[str, str]:
    return {old: found.moved_to for old, (found, _) in load_checked(root).moved.items()}


def told(found: Iterable[Change]) -> list[tuple[str, str, str, str, str]]:
    return [(one.kind, one.record, one.anchor, one.old, one.new) for one in found]


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


def test_a_snapshot_holds_each_fact_in_the_words_of_its_page(world: Path) -> None:
    taken = shot(world)
    fund = taken.records[FUND_ID]
    assert (taken.edition, taken.date) == ("2026.11", FIRST)
    assert (fund.title, fund.address, fund.changed, fund.reviewed) == ("Sea Fund", f"{FUND_ID}/", FIRST, "2026-11-20")
    assert list(fund.facts) == ["started", "members-2016-01", GRANTS, "grant-ceiling", "projects"]
    assert fund.facts["members-2016-01"] == FactShot(
        "members", "Members", "", "46 organisations", "as of January 2016", "Atlas Press, Atlas of Atlantis", "p. 5", ""
    )
    grants = fund.facts[GRANTS]
    assert (grants.of, grants.value) == ("grants", "EUR 1.5 million")
    assert grants.time == "fiscal year 2023/24 (April 2023 to March 2024)"


def test_a_state_stands_with_its_label_and_all_values_where_sources_disagree(world: Path) -> None:
    facts = shot(world).records[FUND_ID].facts
    ceiling, projects = facts["grant-ceiling"], facts["projects"]
    assert (ceiling.value, ceiling.state, ceiling.source, ceiling.at) == ("Searched, not found", "not-found", "", "")
    assert (projects.value, projects.state) == ("30 projects; 31 projects", "sources-disagree")
    assert projects.source == "Atlas Press, Atlas of Atlantis; State of Atlantis, Journal officiel"
    assert projects.at == "p. 6; Article 4"


def test_a_state_that_a_source_gives_keeps_the_source(world: Path) -> None:
    state = "missing: none-exists, source: gazette, locator: Article 8"
    edit(FUND, "missing: not-found, searched: 2026-11-20, note: Looked for in the atlas.", state)(world / "data")
    ceiling = shot(world).records[FUND_ID].facts["grant-ceiling"]
    assert (ceiling.value, ceiling.at) == ("None exists", "Article 8")
    assert ceiling.source == "State of Atlantis, Journal officiel"


def test_texts_stand_without_citations_links_and_emphasis(world: Path) -> None:
    value = '"Runs the [fund](/atlantis/funding/sea-fund/) & *much* more [@atlas, p. 4]."'
    fact = f"\n  - {{field: purpose, value: {value}, source: atlas, locator: p. 4}}"
    edit(BODY, "facts:", f"facts:{fact}")(world / "data")
    assert shot(world).records[BODY_ID].facts["purpose"].value == "Runs the fund & much more."


def test_answers_are_facts_of_their_question(world: Path) -> None:
    records = shot(world).records
    money, law = records["compare/sea-money"], records["compare/law-of-the-sea"]
    assert (money.title, money.address) == ("Is there a fund for the sea?", "compare/sea-money/")
    assert money.facts == {
        "atlantis": FactShot(
            "answer",
            "Atlantis",
            "",
            "Yes: The Sea Fund pays for projects of NGOs.",
            "",
            "Atlas Press, Atlas of Atlantis",
            "p. 5",
            "",
        )
    }
    answer = law.facts["atlantis"]
    assert (answer.value, answer.state) == (
        "Sources disagree: The atlas and the gazette differ.",
        "sources-disagree",
    )
    assert answer.source == "State of Atlantis, Journal officiel; Atlas Press, Atlas of Atlantis"
    assert answer.at == "Article 1; p. 8"


def test_a_question_is_as_old_as_its_newest_review(world: Path) -> None:
    edit(ANSWERS, "reviewed: 2026-11-20", "reviewed: 2026-11-22")(world / "data")
    records = shot(world).records
    assert records["compare/sea-money"].reviewed == "2026-11-22"
    assert records["compare/law-of-the-sea"].reviewed == "2026-11-20"


def test_a_record_keeps_the_day_of_its_last_change(world: Path) -> None:
    old, new = later(world, edit(FUND, "value: 46", "value: 47"))
    assert {key for key, one in new.records.items() if one.changed == SECOND} == {FUND_ID}
    third = shot(world, "2027.06", THIRD, new)
    assert third.records[FUND_ID].changed == SECOND
    assert third.records[BODY_ID].changed == FIRST
    assert {one.changed for one in old.records.values()} == {FIRST}


def test_another_place_in_the_source_counts_as_a_change_of_the_record(world: Path) -> None:
    _, new = later(
        world, edit(BODY, "value: 1999, source: atlas, locator: p. 4", "value: 1999, source: atlas, locator: p. 5")
    )
    assert new.records[BODY_ID].changed == SECOND


def test_a_record_that_only_moves_keeps_the_day_of_its_last_change(world: Path) -> None:
    def body_moves(data: Path) -> None:
        (data / "atlantis/bodies/sea-office.yml").write_bytes((data / BODY).read_bytes())
        (data / BODY).write_text("moved_to: atlantis/bodies/sea-office\n", encoding="utf-8")
        for file in (FUND, LAW):
            edit(file, "bodies/aid-office", "bodies/sea-office")(data)

    _, new = later(world, body_moves)
    assert new.records["atlantis/bodies/sea-office"].changed == FIRST


def test_what_is_written_is_read_back_the_same(world: Path, tmp_path: Path) -> None:
    taken = shot(world)
    snapshot.write(taken, tmp_path / "a.json.xz")
    assert snapshot.read(tmp_path / "a.json.xz") == taken
    words = lzma.decompress((tmp_path / "a.json.xz").read_bytes()).decode("utf-8")
    data = json.loads(words)
    assert data["records"][FUND_ID]["facts"]["members-2016-01"]["value"] == "46 organisations"
    assert words == json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":")) + "\n"


def test_the_same_data_give_the_same_bytes(world: Path, tmp_path: Path) -> None:
    taken = shot(world)
    other = replace(taken, records=dict(reversed(taken.records.items())))
    snapshot.write(taken, tmp_path / "a.json.xz")
    snapshot.write(other, tmp_path / "b.json.xz")
    assert (tmp_path / "a.json.xz").read_bytes() == (tmp_path / "b.json.xz").read_bytes()


def test_words_of_other_scripts_stand_as_they_are(tmp_path: Path) -> None:
    fact = FactShot("name", "Name", "", "海基金 – déjà", "", "", "", "")
    record = RecordShot("海", "x/", FIRST, "2026", "d1", {"name-海": fact})
    snapshot.write(Snapshot("2026.11", FIRST, {"x": record}), tmp_path / "a.json.xz")
    assert "海基金 – déjà".encode() in lzma.decompress((tmp_path / "a.json.xz").read_bytes())
    assert snapshot.read(tmp_path / "a.json.xz").records["x"] == record


SOUND: dict[str, Any] = {
    "edition": "2026.11",
    "date": "2026-11-25",
    "records": {
        "x": {
            "title": "X",
            "address": "x/",
            "changed": "2026-11-25",
            "reviewed": "2026",
            "digest": "d1",
            "facts": {
                "a": dict.fromkeys(("field", "label", "of", "value", "time", "source", "at", "state"), "words"),
            },
        }
    },
}


def packed(data: object) -> bytes:
    return lzma.compress(json.dumps(data).encode())


def spoiled(path: tuple[str, ...], value: object) -> bytes:
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
    assert snapshot.read(tmp_path / "a.json.xz").records["x"].facts["a"].at == "words"


FACT = ("records", "x", "facts", "a")


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
        pytest.param(spoiled(("edition",), 2026.11), "edition: Input should be a valid string", id="edition"),
        pytest.param(spoiled(("date",), "soon"), "date: Input should be a valid date", id="date"),
        pytest.param(spoiled(("date",), "2026-11-25T00:00:00"), "date: Input should be", id="a moment as date"),
        pytest.param(spoiled(("date",), 1_764_028_800), "date: Input should be", id="a number as date"),
        pytest.param(spoiled(("records",), None), "records: Field required", id="no records"),
        pytest.param(spoiled(("records", "x"), []), "records.x: ", id="a record of another shape"),
        pytest.param(spoiled(("records", "x", "changed"), 7), "records.x.changed: ", id="day of change"),
        pytest.param(spoiled(("records", "x", "colour"), "red"), "records.x.colour: ", id="unknown key of a record"),
        pytest.param(spoiled((*FACT, "value"), None), "records.x.facts.a.value: Field required", id="no value"),
        pytest.param(spoiled((*FACT, "value"), 46), "records.x.facts.a.value: Input", id="a number as value"),
        pytest.param(spoiled((*FACT, "note"), "x"), "records.x.facts.a.note: ", id="unknown key of a fact"),
        pytest.param(spoiled(("colour",), "red"), "colour: ", id="unknown key"),
    ],
)
def test_what_is_no_snapshot_is_refused(raw: bytes, says: str, tmp_path: Path) -> None:
    path = tmp_path / "bad.json.xz"
    path.write_bytes(raw)
    with pytest.raises(ValueError) as refused:
        snapshot.read(path)
    assert type(refused.value) is ValueError
    assert str(refused.value).startswith(f"{path}: ")
    assert says in str(refused.value)
    assert str(refused.value).endswith(".")
    assert "\n" not in str(refused.value)


# Changes --------------------------------------------------------------------------------------------------------------


def test_nothing_changed_is_nothing_told(world: Path) -> None:
    assert changes.changes(*later(world), {}) == []


def test_another_value_for_the_same_time_is_a_correction(world: Path) -> None:
    assert changes.changes(*later(world, edit(FUND, "value: 46", "value: 47")), {}) == [
        Change(
            kind="corrected",
            record=FUND_ID,
            title="Sea Fund",
            address=f"{FUND_ID}/",
            anchor="members-2016-01",
            label="Members",
            of="",
            time="as of January 2016",
            old="46 organisations",
            new="47 organisations",
            reason="",
            source="Atlas Press, Atlas of Atlantis",
            locator="p. 5",
        )
    ]


def test_another_value_without_a_time_is_an_update(world: Path) -> None:
    found = changes.changes(*later(world, edit(BODY, "value: 1999", "value: 1998-05")), {})
    assert told(found) == [("updated", BODY_ID, "founded", "1999", "May 1998")]


def test_an_anchor_that_is_kept_for_a_newer_fact_is_an_update(world: Path) -> None:
    newer = "value: 50, id: members-2016-01, unit: organisations, as_of: 2020-01"
    found = changes.changes(*later(world, edit(FUND, "value: 46, unit: organisations, as_of: 2016-01", newer)), {})
    assert told(found) == [("updated", FUND_ID, "members-2016-01", "46 organisations", "50 organisations")]
    assert found[0].time == "as of January 2020"


def test_a_value_where_none_had_been_found_corrects_nothing(world: Path) -> None:
    unknown = "missing: not-found, searched: 2026-11-20, note: Looked for., as_of: 2016-01"
    known = "value: 46, unit: organisations, as_of: 2016-01, source: atlas, locator: p. 5"
    edit(FUND, known, unknown)(world / "data")
    found = changes.changes(*later(world, edit(FUND, unknown, known)), {})
    assert told(found) == [("updated", FUND_ID, "members-2016-01", "Searched, not found", "46 organisations")]


@pytest.mark.parametrize("kind", ["corrected", "updated"])
@pytest.mark.parametrize(
    ("record", "anchor", "change"),
    [
        (FUND_ID, "members-2016-01", edit(FUND, "value: 46", "value: 47")),
        (BODY_ID, "founded", edit(BODY, "value: 1999", "value: 1998")),
    ],
)
def test_a_reason_says_of_what_kind_a_change_is(
    world: Path, kind: Any, record: str, anchor: str, change: Callable[[Path], object]
) -> None:
    reasons = {(record, anchor): Reason(kind, "Misread."), (record, "other"): Reason("corrected", "No.")}
    (found,) = changes.changes(*later(world, change), reasons)
    assert (found.kind, found.reason) == (kind, "Misread.")


def test_another_source_alone_is_no_change(world: Path) -> None:
    old, new = later(
        world, edit(BODY, "value: 1999, source: atlas, locator: p. 4", "value: 1999, source: gazette, locator: x")
    )
    assert old.records[BODY_ID].facts["founded"].source != new.records[BODY_ID].facts["founded"].source
    assert changes.changes(old, new, {(BODY_ID, "founded"): Reason("corrected", "No.")}) == []


def test_a_new_fact_is_added(world: Path) -> None:
    fact = "\n  - {field: website, value: 'https://office.example/', source: atlas, locator: p. 4}"
    (found,) = changes.changes(*later(world, edit(BODY, "facts:", f"facts:{fact}")), {})
    assert told([found]) == [("added", BODY_ID, "website", "", "https://office.example/")]
    assert (found.label, found.source, found.at) == ("Website", "Atlas Press, Atlas of Atlantis", "p. 4")


def test_a_fact_that_is_gone_is_withdrawn(world: Path) -> None:
    gone = "  - {field: members, value: 46, unit: organisations, as_of: 2016-01, source: atlas, locator: p. 5}\n"
    reasons = {(FUND_ID, "members-2016-01"): Reason("corrected", "About another fund.")}
    (found,) = changes.changes(*later(world, edit(FUND, gone, "")), reasons)
    assert told([found]) == [("withdrawn", FUND_ID, "members-2016-01", "46 organisations", "")]
    assert (found.time, found.at, found.reason) == ("as of January 2016", "p. 5", "About another fund.")


def test_a_fact_that_is_marked_as_withdrawn_is_withdrawn(world: Path) -> None:
    mark = "as_of: 2016-01, source: atlas, locator: p. 5"
    old, new = later(world, edit(FUND, mark, f"{mark}, withdrawn: 2027-02-01, note: Another fund."))
    assert told(changes.changes(old, new, {})) == [("withdrawn", FUND_ID, "members-2016-01", "46 organisations", "")]


def test_a_new_record_is_one_change(world: Path) -> None:
    def new_body(data: Path) -> None:
        text = (data / BODY).read_text(encoding="utf-8")
        (data / "atlantis/bodies/sea-office.yml").write_text(text.replace("Aid", "Sea"), encoding="utf-8")

    (found,) = changes.changes(*later(world, new_body), {})
    record = "atlantis/bodies/sea-office"
    assert (found.title, found.address, found.label) == ("Sea Office", f"{record}/", "")
    assert told([found]) == [("added", record, "", "", "")]


def test_a_record_that_is_gone_is_one_withdrawal(world: Path) -> None:
    def gone(data: Path) -> None:
        (data / "atlantis/organisations/reef.yml").unlink()

    reasons = {(REEF_ID, ""): Reason("corrected", "There is no such organisation.")}
    (found,) = changes.changes(*later(world, gone), reasons)
    assert told([found]) == [("withdrawn", REEF_ID, "", "", "")]
    assert (found.title, found.address) == ("Reef", f"{REEF_ID}/")
    assert found.reason == "There is no such organisation."


def test_a_record_that_has_moved_is_compared_with_its_new_place(world: Path) -> None:
    old, new = later(world, fund_moves)
    place = "atlantis/funding/ocean-fund"
    found = [one for one in changes.changes(old, new, {}, moved(world)) if not one.record.startswith("compare/")]
    assert told(found) == [
        ("corrected", place, GRANTS, "EUR 1.5 million", "EUR 1.6 million"),
        ("moved", place, "", f"{FUND_ID}/", f"{place}/"),
    ]
    assert {(one.title, one.address) for one in found} == {("Ocean Fund", f"{place}/")}


def test_without_the_table_of_moves_it_is_a_withdrawal_and_a_new_record(world: Path) -> None:
    found = changes.changes(*later(world, fund_moves), {})
    assert [(one.kind, one.record) for one in found if not one.record.startswith("compare/")] == [
        ("withdrawn", FUND_ID),
        ("added", "atlantis/funding/ocean-fund"),
    ]


def small(**values: str) -> RecordShot:
    facts = {name: FactShot(name, name.title(), "", value, "", "", "", "") for name, value in values.items()}
    return RecordShot("Title", "address/", FIRST, "2026", str(facts), facts)


def test_a_move_over_several_places_is_one_and_a_circle_is_none() -> None:
    old = Snapshot("1", FIRST, {"a": small(x="1"), "c1": small()})
    new = Snapshot("2", SECOND, {"c": small(x="1")})
    found = changes.changes(old, new, {}, {"a": "b", "b": "c", "c1": "c2", "c2": "c1"})
    assert [(one.kind, one.record) for one in found] == [("withdrawn", "c1"), ("moved", "c")]


def test_where_a_record_has_moved_into_another_the_facts_of_that_one_count() -> None:
    old = Snapshot("1", FIRST, {"a": small(x="1", y="1", z="1"), "b": small(x="2")})
    new = Snapshot("2", SECOND, {"b": small(x="2", y="3")})
    found = changes.changes(old, new, {}, {"a": "b"})
    assert told(found) == [
        ("updated", "b", "y", "1", "3"),
        ("withdrawn", "b", "z", "1", ""),
        ("moved", "b", "", "address/", "address/"),
    ]


def test_an_answer_that_changed_is_told(world: Path) -> None:
    (found,) = changes.changes(*later(world, edit(ANSWERS, "answer: fully", "answer: not")), {})
    sentence = "The Sea Fund pays for projects of NGOs."
    assert told([found]) == [("updated", "compare/sea-money", "atlantis", f"Yes: {sentence}", f"No: {sentence}")]
    assert (found.title, found.label) == ("Is there a fund for the sea?", "Atlantis")


def test_changes_stand_by_kind_then_title_then_anchor() -> None:
    def titled(title: str, **values: str) -> RecordShot:
        return replace(small(**values), title=title)

    timed = replace(small(x="1"), facts={"x": FactShot("x", "X", "", "1", "2024", "", "", "")})
    retimed = replace(timed, facts={"x": FactShot("x", "X", "", "2", "2024", "", "", "")})
    old = Snapshot(
        "1",
        FIRST,
        {"a": titled("Beta", p="1", o="1"), "b": titled("alpha", x="1"), "c": timed, "d": small(), "m": small()},
    )
    new = Snapshot(
        "2",
        SECOND,
        {"n": titled("A"), "c": retimed, "e": small(), "b": titled("alpha", x="2"), "a": titled("Beta", p="2", o="2")},
    )
    found = changes.changes(old, new, {}, {"m": "e"})
    assert [(one.kind, one.title, one.anchor) for one in found] == [
        ("corrected", "Title", "x"),
        ("updated", "alpha", "x"),
        ("updated", "Beta", "o"),
        ("updated", "Beta", "p"),
        ("withdrawn", "Title", ""),
        ("moved", "Title", ""),
        ("added", "A", ""),
    ]


def test_changes_are_gathered_by_record(world: Path) -> None:
    found = changes.changes(*later(world, edit(FUND, "value: 46", "value: 47"), edit(BODY, "1999", "1998")), {})
    assert changes.by_record(found) == {FUND_ID: [found[0]], BODY_ID: [found[1]]}


# Feed -----------------------------------------------------------------------------------------------------------------


def feed(*editions: EditionChanges) -> Any:
    text = changes.feed(Renderer.bare_environment(ROOT), editions, SITE, TABLE)
    return etree.fromstring(text.encode("utf-8"))


def texts(element: Any, name: str) -> list[str]:
    return [found.text for found in element.findall(f"{ATOM}{name}")]


def change(kind: Any = "corrected", **values: str) -> Change:
    empty = dict.fromkeys(("anchor", "label", "of", "time", "old", "new", "reason", "source", "at"), "")
    return Change(**{"kind": kind, "record": "x", "title": "X", "address": "x/", **empty, **values})


def test_the_feed_has_what_atom_asks_for(world: Path) -> None:
    found = changes.changes(*later(world, edit(FUND, "value: 46", "value: 47"), edit(BODY, "1999", "1998")), {})
    root = feed(EditionChanges("2026.11", FIRST, [change("added")]), EditionChanges("2027.03", SECOND, found))
    assert root.tag == f"{ATOM}feed"
    assert texts(root, "id") == [f"{SITE}feeds/changes.xml"]
    assert texts(root, "title") == ["What has changed & why"]
    assert texts(root, "updated") == ["2027-03-01T00:00:00Z"]
    assert [author.findtext(f"{ATOM}name") for author in root.findall(f"{ATOM}author")] == ["The editors"]
    links = {link.get("rel"): link.get("href") for link in root.findall(f"{ATOM}link")}
    assert links == {"self": f"{SITE}feeds/changes.xml", "alternate": SITE}
    entries = root.findall(f"{ATOM}entry")
    assert [texts(entry, "updated") for entry in entries] == [
        ["2027-03-01T00:00:00Z"],
        ["2027-03-01T00:00:00Z"],
        ["2026-11-25T00:00:00Z"],
    ]
    for entry in entries:
        assert len(texts(entry, "id")) == len(texts(entry, "title")) == 1
        assert [link.get("rel") for link in entry.findall(f"{ATOM}link")] == ["alternate"]
        assert [content.get("type") for content in entry.findall(f"{ATOM}content")] == ["text"]


def test_an_entry_says_what_was_and_what_is_and_why(world: Path) -> None:
    reasons = {(FUND_ID, "members-2016-01"): Reason("corrected", "Misread.")}
    found = changes.changes(*later(world, edit(FUND, "value: 46", "value: 47")), reasons)
    (entry,) = feed(EditionChanges("2027.03", SECOND, found)).findall(f"{ATOM}entry")
    assert texts(entry, "title") == ["Corrected: Sea Fund, Members"]
    assert texts(entry, "id") == [f"{SITE}{FUND_ID}/#members-2016-01@2027.03"]
    assert entry.find(f"{ATOM}link").get("href") == f"{SITE}{FUND_ID}/#members-2016-01"
    assert texts(entry, "content") == [
        "Edition 2027.03\n"
        "Members, as of January 2016\n"
        "Before: 46 organisations\n"
        "Now: 47 organisations\n"
        "Why: Misread.\n"
        "Source: Atlas Press, Atlas of Atlantis, p. 5\n"
    ]


def test_entries_about_whole_records_name_no_field() -> None:
    gone = change("withdrawn", record="y", title="Y", address="y/", reason="Doubled.")
    went = change("moved", old="w/", new="x/")
    one, other = feed(EditionChanges("2027.03", SECOND, [gone, went])).findall(f"{ATOM}entry")
    assert texts(one, "title") == ["Withdrawn: Y"]
    assert texts(one, "content") == ["Edition 2027.03\nWhy: Doubled.\n"]
    assert one.find(f"{ATOM}link").get("href") == f"{SITE}y/"
    assert texts(other, "title") == ["Moved: X"]
    assert texts(other, "id") == [f"{SITE}w/#@2027.03"]
    assert other.find(f"{ATOM}link").get("href") == f"{SITE}x/"
    assert texts(other, "content") == [f"Edition 2027.03\nBefore: {SITE}w/\nNow: {SITE}x/\n"]


def test_signs_of_markup_are_words_in_the_feed() -> None:
    old, new = "<b>R&D</b> ]]> \"x\" 'y'", "海 {{ 1 + 1 }}"
    found = change(title="A & B <i>", anchor="資金-a", label="L<", old=old, new=new)
    (entry,) = feed(EditionChanges("2027.03", SECOND, [found])).findall(f"{ATOM}entry")
    assert texts(entry, "title") == ["Corrected: A & B <i>, L<"]
    assert f"Before: {old}\nNow: {new}\n" in texts(entry, "content")[0]
    address = f"{SITE}x/#%E8%B3%87%E9%87%91-a"
    assert (entry.find(f"{ATOM}link").get("href"), texts(entry, "id")) == (address, [f"{address}@2027.03"])


def test_every_entry_has_an_id_of_its_own_that_outlives_its_wording() -> None:
    first = [change(anchor="a"), change(anchor="b"), change("moved", old="w/"), change("moved", old="v/")]
    again = [replace(first[0], kind="updated", reason="Newer.", title="Y")]
    root = feed(EditionChanges("2027.03", SECOND, first), EditionChanges("2027.06", THIRD, first))
    ids = [texts(entry, "id")[0] for entry in root.findall(f"{ATOM}entry")]
    assert len(set(ids)) == len(ids) == 8
    (entry,) = feed(EditionChanges("2027.03", SECOND, again)).findall(f"{ATOM}entry")
    assert texts(entry, "id") == [ids[4]]


def test_the_feed_names_two_hundred_new_records_and_all_else() -> None:
    records = [change("added", record=f"r{number}", address=f"r{number}/") for number in range(150)]
    facts = [change("added", anchor=f"f{number}", label="F") for number in range(150)]
    root = feed(EditionChanges("2026.11", FIRST, [*records, *facts]), EditionChanges("2027.03", SECOND, records))
    ids = [texts(entry, "id")[0] for entry in root.findall(f"{ATOM}entry")]
    assert sum("#@2027.03" in one for one in ids) == 150
    assert sum("#@2026.11" in one for one in ids) == 50
    assert sum("#f" in one for one in ids) == 150


def test_there_is_no_feed_without_an_edition() -> None:
    with pytest.raises(ValueError, match="no edition"):
        feed()
