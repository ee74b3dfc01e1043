"""What was published keeps resolving: renamed, moved, withdrawn and changed records, and what is said of each."""

from __future__ import annotations

import datetime
import re
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from equal_footing.changes.dataset_subjects import subjects
from equal_footing.changes.diff import compare
from equal_footing.changes.editions import Editions
from equal_footing.changes.release_notes import History, edition_changes
from equal_footing.citation import linked_data
from equal_footing.citation.citing import Citing
from equal_footing.commands.cli import main
from equal_footing.drawing import macros, page_macros
from equal_footing.drawing.page_renderer import PageRenderer
from equal_footing.form import files
from equal_footing.model import address_list, messages
from equal_footing.model.dataset import Dataset
from equal_footing.model.loading import load
from equal_footing.model.values import PartialDate
from equal_footing.sitemap import addresses, days, pages
from equal_footing.statement import wording
from equal_footing.statement.conversion import rates
from equal_footing.statement.facts import Facts
from equal_footing.statement.points import points
from equal_footing.views import heads, overviews, record_tables, timeline
from equal_footing.views.records import Views

from ..cases import ARTICLE, BODY, CLAIMS, FUND, LAW, NGO, SOURCES, Change, both, copy, edit, publish, whole
from ..conftest import FILES, LISTED, ROOT, problems, renderer_of

WORDS = messages.load(ROOT)
DAY = datetime.date(2026, 11, 20)
ANSWERS = "atlantis/answers.yml"
FIGURE = "atlantis/figures/projects.yml"
COAST = "atlantis/organisations/coast.yml"
WRECK = "atlantis/organisations/wreck.yml"
READ = "version: {date: 2020, source: atlas, locator: p. 7, checked: 2026-11-20}"
TOMB = """\
withdrawn: 2026-11-20
name: {en: Wreck, fr: Épave}
reason: It was two things, see [the fund](/atlantis/funding/sea-fund/) [@gazette, Article 2].
last: It lay on the *sea bed* [@atlas, p. 8].
edition: 2026.11
see: [atlantis/organisations/reef]
"""
REEF = "atlantis/organisations/reef/"
GRANTS = "amount-grants-2023-04-to-2024-03"
LEAVE = "Leave a file data/{} with `moved_to: …` or `withdrawn: …`."
KINDS = "The table shows records of the kind organisation, of which there are none: keep one."
KEEP = (
    "Give the fact that took its place `id: {0}`, or keep it with `withdrawn: <day>` and a note, and with "
    "`moved_to: <record>` if another record has it now."
)
NOTED = "withdrawn: 2026-11-20, note: Another sum was meant."


@pytest.fixture
def published(world: Path) -> Path:
    """The small world with an edition that has published all its addresses."""
    address_list.write(world / LISTED, addresses.present(dataset_of(world), WORDS))
    return world


def dataset_of(world: Path) -> Dataset:
    """Return the data of a world, which must have no problem of its own."""
    assert problems(world) == []
    dataset, _ = load(world)
    assert dataset is not None
    return dataset


def rename(old: str, new: str, *edits: tuple[str, str], leave: str = "") -> Change:
    """Give a record's file another name, and leave another in its place."""

    def change(data: Path) -> None:
        text = (data / old).read_text(encoding="utf-8")
        (data / old).unlink()
        for before, after in edits:
            assert before in text
            text = text.replace(before, after)
        (data / new).parent.mkdir(parents=True, exist_ok=True)
        (data / new).write_text(text, encoding="utf-8")
        if leave:
            (data / old).write_text(leave, encoding="utf-8")

    return change


def dead(world: Path) -> list[str]:
    """Return what the check says, each line with its address's own line found and taken off."""
    lines = (world / LISTED).read_text(encoding="utf-8").split("\n")
    said = []
    for problem in addresses.check(world, dataset_of(world), WORDS):
        assert problem.file == LISTED
        assert problem.column == 1
        assert str(problem).startswith(f"{LISTED}:{problem.line}:1 ")
        assert problem.message.strip('"').startswith(lines[problem.line - 1])
        said.append(problem.message)
    return said


def published_by_hand(world: Path, *lines: str) -> Path:
    path = world / LISTED
    path.parent.mkdir(parents=True)
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    return world


# What there is --------------------------------------------------------------------------------------------------------


def test_every_page_and_everything_that_can_be_cited_has_its_address(world: Path) -> None:
    here = addresses.present(dataset_of(world), WORDS)
    assert {address for address in here if address.startswith("atlantis/funding/")} == {
        "atlantis/funding/",
        "atlantis/funding/sea-fund/",
        *(
            f"atlantis/funding/sea-fund/#{anchor}"
            for anchor in ("started", "members-2016-01", GRANTS, "grant-ceiling", "projects")
        ),
    }
    assert {address for address in here if address.startswith("compare/")} == {
        "compare/",
        "compare/#sea-money-atlantis",
        "compare/#law-of-the-sea-atlantis",
        "compare/sea-money/",
        "compare/sea-money/#atlantis",
        "compare/law-of-the-sea/",
        "compare/law-of-the-sea/#atlantis",
        "compare/funding/",
        "compare/laws-and-policies/",
        "compare/organisations/",
    }
    assert {
        "article/",
        "article/#s001",
        "article/#s003",
        "article/money/#s003",
        "atlantis/#fiscal-year-start",
        "atlantis/figures/#projects",
    } <= here
    assert {"timeline/", "organisations/", "atlantis/sources/"} <= here


def test_an_anchor_counts_only_with_its_page(world: Path) -> None:
    (world / "data" / ARTICLE).unlink()
    dataset, _ = load(world)
    assert dataset is not None
    assert not [address for address in addresses.present(dataset, WORDS) if address.startswith("article/")]


# The list -------------------------------------------------------------------------------------------------------------


def test_the_list_is_sorted_and_read_back(tmp_path: Path) -> None:
    path = tmp_path / LISTED
    address_list.write(path, ["b/", "a/b/", "a/#x", "a/", "b/"])
    assert path.read_text(encoding="utf-8").split("\n\n")[1] == "a/\na/#x\na/b/\nb/\n"
    assert path.read_text(encoding="utf-8").startswith("# ")
    assert address_list.read(tmp_path) == ["a/", "a/#x", "a/b/", "b/"]


def test_what_any_edition_has_published_counts_and_comments_do_not(tmp_path: Path) -> None:
    assert address_list.read(tmp_path) == []
    path = tmp_path / "editions/2026.12/addresses.txt"
    address_list.write(path, ["b/"])
    path.with_name("notes.txt").write_text("c/\n", encoding="utf-8")
    earlier = tmp_path / LISTED
    earlier.parent.mkdir()
    earlier.write_bytes("# Ours.\r\n\r\n# Türkiye\r\nz/\r\na/\r\n".encode())
    assert address_list.read(tmp_path) == ["z/", "a/", "b/"]


def test_the_anchors_of_a_page_are_those_of_no_other() -> None:
    listed = ["a/b/", "a/b/#y", "a/b/#x", "a/#z", "a/b/c/#w"]
    assert address_list.anchors_of(listed, "a/b/") == ["x", "y"]


def test_a_list_that_is_not_utf_8_is_told(world: Path) -> None:
    path = world / LISTED
    path.parent.mkdir(parents=True)
    path.write_bytes("türkiye/\n".encode("latin-1"))
    told = f"{LISTED}:1:2 byte 0xFC is not UTF-8. Save the file as UTF-8."
    assert [str(problem) for problem in addresses.check(world, dataset_of(world), WORDS)] == [told]
    with pytest.raises(ValueError, match=re.escape(told)):
        address_list.read(world)


def test_a_line_that_is_no_address_is_told(world: Path) -> None:
    published_by_hand(world, "# Ours.", "", "<<<<<<< HEAD", "timeline/", "/countries/", "atlantis/funding")
    assert dead(world) == [
        f'"{line}" is not an address of this site, such as japan/funding/ or article/#s001.'
        for line in ("<<<<<<< HEAD", "/countries/", "atlantis/funding")
    ]


# What would die -------------------------------------------------------------------------------------------------------


def test_nothing_published_is_no_problem(world: Path) -> None:
    rename(NGO, COAST)(world / "data")
    assert addresses.check(world, dataset_of(world), WORDS) == []


def test_what_is_as_it_was_published_is_no_problem(published: Path) -> None:
    assert dead(published) == []


def test_a_renamed_record_is_named_once_with_the_new_one(published: Path) -> None:
    rename(NGO, COAST)(published / "data")
    assert dead(published) == [
        f"{REEF} was published and would be gone. Leave a file data/atlantis/organisations/reef.yml with "
        "`moved_to: …` or `withdrawn: …`. Did you mean atlantis/organisations/coast/?"
    ]


def test_a_record_that_is_gone_is_looked_for_first_among_what_is_new(world: Path) -> None:
    whole("atlantis/organisations/reefs.yml", TOMB.replace("Wreck", "Reefs").encode())(world / "data")
    address_list.write(world / LISTED, addresses.present(dataset_of(world), WORDS))
    edit("atlantis/organisations/reefs.yml", "see: [atlantis/organisations/reef]\n", "")(world / "data")
    rename(NGO, COAST)(world / "data")
    assert dead(world)[0].endswith(" Did you mean atlantis/organisations/coast/?")
    rename(
        COAST,
        "atlantis/laws/zzz.yml",
        ("kind: organisation\ntype: ngo", f"kind: law\n{READ}"),
        ("code: active", "code: in-force"),
    )(world / "data")
    assert dead(world)[0].endswith(" Did you mean atlantis/laws/zzz/?")
    new = ("Aid Act, fr: Loi sur l'aide", "Fish Act"), ("Says who gives aid", "Says who may fish")
    copy(LAW, "atlantis/laws/fish-act.yml", *new)(world / "data")
    assert "Did you mean" not in dead(world)[0]


@pytest.mark.parametrize(
    "change",
    [
        rename(NGO, COAST, leave="moved_to: atlantis/organisations/coast\n"),
        whole(NGO, TOMB.replace("see: [atlantis/organisations/reef]\n", "").encode()),
    ],
    ids=["moved", "withdrawn"],
)
def test_a_record_that_left_something_in_its_place_is_fine(published: Path, change: Change) -> None:
    change(published / "data")
    assert dead(published) == []


def test_a_move_takes_its_anchors_along_or_is_told(published: Path) -> None:
    new = (("field: founded, value", "field: founded, label: it, value"),)
    rename(NGO, COAST, *new, leave="moved_to: atlantis/organisations/coast\n")(published / "data")
    assert dead(published) == [
        f"{REEF}#founded was published and would be gone: {REEF} has moved to atlantis/organisations/coast/, which "
        f"has no such anchor. {KEEP.format('founded')} Did you mean founded-it?"
    ]
    edit(COAST, "field: founded,", "field: founded, id: founded,")(published / "data")
    assert dead(published) == []


def test_an_anchor_whose_page_was_never_listed_is_told_as_a_page(world: Path) -> None:
    published_by_hand(world, "atlantis/laws/fish-act/#adopted")
    assert dead(world) == [
        "atlantis/laws/fish-act/#adopted was published and would be gone. Leave a file "
        "data/atlantis/laws/fish-act.yml with `moved_to: …` or `withdrawn: …`."
    ]


def test_a_fact_that_is_worded_anew_is_named_until_it_keeps_its_anchor(published: Path) -> None:
    edit(FUND, "    label: grants", "    label: all grants")(published / "data")
    told = [
        f"atlantis/funding/sea-fund/#{GRANTS} was published and would be gone. {KEEP.format(GRANTS)} "
        "Did you mean amount-all-grants-2023-04-to-2024-03?"
    ]
    assert dead(published) == told
    edit(FUND, "    label: all grants", f"    label: all grants\n    id: {GRANTS}")(published / "data")
    assert dead(published) == []


def test_a_fact_may_be_withdrawn_beside_the_one_that_took_its_place(published: Path) -> None:
    old = "  - {field: members, value: 46, unit: organisations, as_of: 2016-01, source: atlas, locator: p. 5}\n"
    new = old.replace("2016-01", "2017-01")
    edit(FUND, old, new)(published / "data")
    assert dead(published) == [
        f"atlantis/funding/sea-fund/#members-2016-01 was published and would be gone. "
        f"{KEEP.format('members-2016-01')} Did you mean members-2017-01?"
    ]
    edit(FUND, new, new + old.replace("}", f", {NOTED}}}"))(published / "data")
    assert dead(published) == []


def test_the_nearest_anchor_is_looked_for_first_among_what_is_new(world: Path) -> None:
    old = "  - {field: members, value: 46, unit: organisations, as_of: 2016-01, source: atlas, locator: p. 5}\n"
    edit(FUND, old, old + old.replace("2016-01", "2016-02"))(world / "data")
    address_list.write(world / LISTED, addresses.present(dataset_of(world), WORDS))
    edit(FUND, old, old.replace("2016-01", "2017-03"))(world / "data")
    assert [line.rsplit(" now. ")[1] for line in dead(world)] == ["Did you mean members-2017-03?"]


def test_an_anchor_in_other_letters_can_be_kept(world: Path) -> None:
    edit(FUND, "label: grants", "label: Æther 海_grants")(world / "data")
    address_list.write(world / LISTED, addresses.present(dataset_of(world), WORDS))
    anchor = "amount-æther-海_grants-2023-04-to-2024-03"
    edit(FUND, "label: Æther 海_grants", f"label: grants\n    id: {anchor}")(world / "data")
    assert dead(world) == []


@pytest.mark.parametrize(
    ("change", "lines"),
    [
        pytest.param(
            both(
                edit(ARTICLE, "claims: 3", "claims: 2"),
                edit(CLAIMS, "  - id: s003" + FILES[CLAIMS].split("  - id: s003")[1], ""),
            ),
            [
                f"{page}#s003 was published and would be gone. {LEAVE.format('article/claims/s003.yml')}"
                for page in ("article/", "article/money/")
            ],
            id="claim",
        ),
        pytest.param(
            both(
                lambda data: (data / "questions/law-of-the-sea.yml").unlink(),
                edit(ANSWERS, "law-of-the-sea:" + FILES[ANSWERS].split("law-of-the-sea:")[1], ""),
            ),
            [
                f"{address} was published and would be gone. {LEAVE.format('questions/law-of-the-sea.yml')}"
                for address in ("compare/#law-of-the-sea-atlantis", "compare/law-of-the-sea/")
            ],
            id="question",
        ),
        pytest.param(
            rename(FIGURE, "atlantis/figures/projects-of-one-year.yml"),
            [f"atlantis/figures/#projects was published and would be gone. {LEAVE.format(FIGURE)}"],
            id="figure",
        ),
        pytest.param(
            rename(FIGURE, "atlantis/figures/project.yml"),
            [
                f"atlantis/figures/#projects was published and would be gone. {LEAVE.format(FIGURE)} "
                "Did you mean project?"
            ],
            id="figure-near",
        ),
        pytest.param(
            lambda data: (data / FIGURE).unlink(),
            ["atlantis/figures/ was published and would be gone. Keep a file in data/atlantis/figures/."],
            id="figures",
        ),
        pytest.param(
            lambda data: (data / NGO).unlink(),
            [
                "atlantis/organisations/ was published and would be gone. Keep a file in data/atlantis/organisations/.",
                f"{REEF} was published and would be gone. Leave a file data/atlantis/organisations/reef.yml with "
                "`moved_to: …` or `withdrawn: …`.",
                f"compare/organisations/ was published and would be gone. {KINDS}",
                "organisations/ was published and would be gone. Keep a record of the kind organisation.",
            ],
            id="directory",
        ),
    ],
)
def test_what_would_be_gone_is_named(published: Path, change: Change, lines: list[str]) -> None:
    change(published / "data")
    assert dead(published) == lines


def test_what_belonged_to_a_country_is_named_with_it(world: Path) -> None:
    published_by_hand(
        world,
        "compare/#sea-money-lemuria",
        "compare/#fish-lemuria",
        "compare/sea-money/#lemuria",
        "lemuria/",
        "lemuria/sources/",
    )
    left = LEAVE.format("lemuria/country.yml")
    assert dead(world) == [
        f"compare/#sea-money-lemuria was published and would be gone. {left}",
        "compare/#fish-lemuria was published and would be gone. Leave files in the places of its question and of its "
        "country that say `moved_to: …` or `withdrawn: …`.",
        f"compare/sea-money/#lemuria was published and would be gone. {left}",
        f"lemuria/ was published and would be gone. {left}",
    ]


def test_the_command_tells_of_a_published_record_that_is_gone_with_all_other_problems(
    world: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (world / "templates").symlink_to(ROOT / "templates")
    files.fix(world)
    publish(world, monkeypatch)
    command = ["--root", str(world), "check"]
    assert main(command) == 0
    rename(NGO, COAST)(world / "data")
    capsys.readouterr()
    assert main(command) == 1
    (line,) = capsys.readouterr().out.splitlines()
    assert line.startswith(f"{LISTED}:")
    assert f" {REEF} was published and would be gone. " in line
    edit(FUND, "currency: EUR", "currency: YEN")(world / "data")
    assert main(command) == 1
    of_value, of_address = capsys.readouterr().out.splitlines()
    assert of_value.startswith(f"data/{FUND}:37:")
    assert of_address == line


# Withdrawn records ----------------------------------------------------------------------------------------------------


def test_a_withdrawn_record_is_no_record_and_links_to_it_are_fine(world: Path) -> None:
    whole(WRECK, TOMB.encode())(world / "data")
    edit(BODY, "Runs the aid", "After [the wreck](/atlantis/organisations/wreck/) it runs the aid")(world / "data")
    dataset = dataset_of(world)
    assert "atlantis/organisations/wreck" not in dataset.entries
    item, document = dataset.withdrawn["atlantis/organisations/wreck"]
    assert (item.title, str(item.withdrawn), item.edition) == ("Wreck", "2026-11-20", "2026.11")
    assert document.file == f"data/{WRECK}"


def test_what_was_last_said_uses_its_sources(world: Path) -> None:
    more = FILES[SOURCES].split("gazette:")[0].replace("atlas:", "log:").replace("atlas.example", "log.example")
    whole(SOURCES, (FILES[SOURCES] + more).encode())(world / "data")
    assert problems(world) == [
        'data/atlantis/sources.yml:23:1 log: nothing cites the source "log". Cite it, or delete it.'
    ]
    whole(WRECK, TOMB.replace("[@atlas, p. 8]", "[@log, p. 8]").encode())(world / "data")
    dataset = dataset_of(world)
    graded = overviews.sources(dataset, "atlantis", WORDS)
    (log,) = [view for _, views in graded for view in views if view.entry.key == "log"]
    assert [(title, address) for title, address, _ in log.uses] == [("Wreck", "atlantis/organisations/wreck/")]


def tomb(name: str, old: str, new: str, *lines: str, extra: Change | None = None) -> Any:
    """One mistake in a file that stands in the place of a record, and the lines that answer it."""
    assert old in TOMB
    change = whole(WRECK, TOMB.replace(old, new).encode())
    return pytest.param(both(change, extra) if extra else change, [f"data/{WRECK}:{line}" for line in lines], id=name)


def unknown(where: str, key: str, known: str = "withdrawn, name, reason, last, edition, see") -> str:
    return f'{where} {key}: the key "{key}" is not known here. Known: {known}.'


SEE = "see: [atlantis/organisations/reef]"
MOVED = whole("atlantis/laws/old.yml", b"moved_to: atlantis/laws/aid-act\n")
GONE = whole("atlantis/laws/old.yml", TOMB.encode())
CASES = [
    tomb("reason", "reason:", "cause:", '1:1 the key "reason" is missing.', unknown("3:1", "cause")),
    tomb("last", "last:", "end:", '1:1 the key "last" is missing.', unknown("4:1", "end")),
    tomb("kind", "edition:", "kind: law\nedition:", unknown("5:1", "kind")),
    tomb(
        "moved-too",
        "edition:",
        "moved_to: atlantis/organisations/reef\nedition:",
        unknown("1:1", "withdrawn", "moved_to"),
        unknown("2:1", "name", "moved_to"),
        unknown("3:1", "reason", "moved_to"),
        unknown("4:1", "last", "moved_to"),
        unknown("6:1", "edition", "moved_to"),
        unknown("7:1", "see", "moved_to"),
    ),
    tomb("date", "2026-11-20", "soon", '1:12 withdrawn: "soon" must be a date such as 2000, 2000-08 or 2000-08-10.'),
    tomb("day", "2026-11-20", "2026-11", '1:12 withdrawn: "2026-11" must be a full day, such as 2026-11-23.'),
    tomb("no-english", "en: Wreck, ", "", "2:7 name: has no English name. Add `en`."),
    tomb("uncited", " [@atlas, p. 8]", "", "4:7 last: cites no source. Add one, such as [@key, p. 3]."),
    tomb("source", "@gazette", "@gazete", '3:9 reason: the source "gazete" does not exist. Did you mean gazette?'),
    tomb(
        "locator",
        "@atlas, p. 8",
        "@atlas",
        "4:7 last: [@atlas] has no locator. Write [@atlas, p. 3], or a section or paragraph.",
    ),
    tomb(
        "link",
        "sea-fund/",
        "see-fund/",
        '3:9 reason: the link "/atlantis/funding/see-fund/" leads nowhere. Did you mean atlantis/funding/sea-fund?',
    ),
    tomb(
        "html",
        "*sea bed*",
        "<b>sea bed</b>",
        '4:7 last: "<b>" looks like HTML. Texts are Markdown: *emphasis*, [words](https://…).',
    ),
    tomb("edition", "2026.11", "2026.13", '5:10 edition: "2026.13" is not an edition, such as 2026.11.'),
    tomb(
        "see",
        SEE,
        "see: [atlantis/organisations/reff]",
        '6:7 see 1: "atlantis/organisations/reff" does not exist. Did you mean atlantis/organisations/reef?',
    ),
    tomb("see-itself", SEE, "see: [atlantis/organisations/wreck]", "6:7 see 1: is the record itself."),
    tomb(
        "see-twice",
        SEE,
        SEE.replace("]", ", atlantis/organisations/reef]"),
        '6:36 see 2: "atlantis/organisations/reef" occurs twice. Keep one.',
    ),
    tomb(
        "see-moved",
        SEE,
        "see: [atlantis/laws/old]",
        '6:7 see 1: "atlantis/laws/old" has moved. Write atlantis/laws/aid-act.',
        extra=MOVED,
    ),
    tomb(
        "see-withdrawn",
        SEE,
        "see: [atlantis/laws/old]",
        '6:7 see 1: "atlantis/laws/old" was withdrawn as well.',
        extra=GONE,
    ),
]


@pytest.mark.parametrize(("change", "lines"), CASES)
def test_a_mistake_in_what_was_left_is_answered(world: Path, change: Change, lines: list[str]) -> None:
    assert problems(world) == []
    change(world / "data")
    assert problems(world) == lines


def test_the_frame_and_the_article_neither_move_nor_are_withdrawn(world: Path) -> None:
    whole("lemuria/frame.yml", TOMB.encode())(world / "data")
    told = "lemuria cannot be withdrawn: other pages depend on it."
    assert problems(world) == [f"data/lemuria/frame.yml:1:1 withdrawn: {told}"]
    whole("lemuria/frame.yml", b"moved_to: atlantis\n")(world / "data")
    assert problems(world) == [f"data/lemuria/frame.yml:1:1 moved_to: {told.replace('be withdrawn', 'move')}"]


def test_nothing_rests_on_a_withdrawn_record_but_texts_link_to_it(world: Path) -> None:
    whole(FUND, TOMB.replace("see: [atlantis/organisations/reef]\n", "").encode())(world / "data")
    told = '"atlantis/funding/sea-fund" was withdrawn; only links in texts may lead to it.'
    assert problems(world) == [
        f"data/article/claims/money.yml:8:15 claim 1, record 1: {told}",
        f"data/article/claims/money.yml:16:15 claim 2, record 1: {told}",
        f"data/article/claims/money.yml:23:15 claim 3, record 1: {told}",
        f"data/article/names.yml:2:56 name 1, record: {told}",
        f"data/atlantis/answers.yml:8:14 sea-money.evidence 1: {told}",
        f"data/atlantis/figures/projects.yml:6:14 series 1, record: {told}",
    ]


def test_a_relation_or_a_move_to_a_withdrawn_record_is_told_with_what_to_read_instead(world: Path) -> None:
    whole(BODY, TOMB.encode())(world / "data")
    whole("atlantis/bodies/old.yml", b"moved_to: atlantis/bodies/aid-office\n")(world / "data")
    told = (
        '"atlantis/bodies/aid-office" was withdrawn; only links in texts may lead to it. '
        "Read instead: atlantis/organisations/reef."
    )
    assert problems(world) == [
        f"data/atlantis/bodies/old.yml:1:11 moved_to: {told}",
        f"data/atlantis/funding/sea-fund.yml:27:33 relation 1, to: {told}",
        f"data/atlantis/laws/aid-act.yml:10:33 relation 1, to: {told}",
    ]


# Withdrawn facts ------------------------------------------------------------------------------------------------------

STARTED = "{field: started, value: 2001-04, source: atlas, locator: p. 5}"


def withdrawn_fact(*keys: str) -> Change:
    return edit(FUND, STARTED, STARTED.replace("}", "".join(f", {key}" for key in keys) + "}"))


@pytest.mark.parametrize(
    ("keys", "line"),
    [
        (("withdrawn: 2026-11-20", "note: It was another fund."), ""),
        (("withdrawn: 2026-11-20",), "8:68 {0}: is a withdrawn fact without a reason. Say why in `note`."),
        (
            ("note: It was another fund.", "withdrawn: 2026"),
            '8:107 {0}: "2026" must be a full day, such as 2026-11-23.',
        ),
    ],
)
def test_a_withdrawn_fact_says_when_and_why(world: Path, keys: tuple[str, ...], line: str) -> None:
    withdrawn_fact(*keys)(world / "data")
    assert problems(world) == ([f"data/{FUND}:{line.format('fact 1, withdrawn')}"] if line else [])


ELSEWHERE = ("note: The office began.", "withdrawn: 2026-11-20", "moved_to: atlantis/bodies/aid-office")
STARTED_THERE = edit(BODY, "facts:\n", f"facts:\n  - {STARTED}\n")


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (both(withdrawn_fact(*ELSEWHERE), STARTED_THERE), ""),
        (
            withdrawn_fact(*ELSEWHERE),
            '"atlantis/bodies/aid-office" has no fact with the anchor started. Write it there, ',
        ),
        (
            both(withdrawn_fact(ELSEWHERE[0], ELSEWHERE[2]), STARTED_THERE),
            "belongs to a fact that stays here to be found. Add `with",
        ),
        (
            withdrawn_fact(*ELSEWHERE[:2], f"moved_to: {FUND[:-4]}"),
            '"atlantis/funding/sea-fund" has no fact with the anch',
        ),
        (
            withdrawn_fact(*ELSEWHERE[:2], "moved_to: atlantis/bodies/aid-ofice"),
            '"atlantis/bodies/aid-ofice" does not ex',
        ),
    ],
)
def test_a_fact_that_has_moved_is_where_it_says(world: Path, change: Change, says: str) -> None:
    change(world / "data")
    found = problems(world)
    assert len(found) == bool(says)
    assert all(f"{FUND}:8:" in line and f" fact 1, moved_to: {says}" in line for line in found)


def test_the_old_address_of_a_fact_leads_to_the_record_that_has_it_now(published: Path) -> None:
    both(withdrawn_fact(*ELSEWHERE), STARTED_THERE)(published / "data")
    assert dead(published) == []
    drawn = renderer(published, Editions())
    shown = html.fromstring(str(page_macros.record_page(drawn, FUND[:-4])))
    (there,) = shown.xpath("//*[@id='started']//a[contains(@href, '#started') and not(contains(@class, 'anchor'))]")
    assert there.text_content() == "Aid Office"
    assert there.get("href").endswith("bodies/aid-office/#started")
    (fact,) = (one for one in Facts(dataset_of(published)).of(FUND[:-4]) if one.anchor == "started")
    assert wording.fact(fact, WORDS, dataset_of(published)) == "Moved on 20 November 2026 to Aid Office: April 2001"


def test_a_withdrawn_fact_keeps_its_value_and_source(world: Path) -> None:
    edit(FUND, STARTED, STARTED.replace("source: atlas, locator: p. 5}", f"{NOTED}}}"))(world / "data")
    assert problems(world) == [
        f"data/{FUND}:8:5 fact 1: has a value without a source. Add `source` and `locator`, or write `missing` in "
        "its place."
    ]


def test_a_withdrawn_fact_stays_to_be_read_and_counts_for_nothing_else(world: Path) -> None:
    before = Views(dataset_of(world), WORDS)
    withdrawn_fact("withdrawn: 2026-11-20", "note: It was another fund.")(world / "data")
    edit("atlantis/country.yml", "locator: p. 3}", f"locator: p. 3, {NOTED}}}")(world / "data")
    views = Views(dataset_of(world), WORDS)
    fund, home = views.entry("atlantis/funding/sea-fund"), views.entry("atlantis")
    shown = [fact for group in views.groups(fund) for row in group.rows for fact in row.facts]
    assert [(fact.anchor, fact.withdrawn) for fact in shown if fact.withdrawn] == [
        ("started", PartialDate(2026, 11, 20))
    ]

    with pytest.raises(LookupError, match=r"It has: amount, grant-ceiling, members, projects\."):
        views.find("atlantis/funding/sea-fund", "started")
    assert before.glance(before.entry("atlantis"))
    assert views.glance(home) == []
    assert heads.begun(before, before.entry("atlantis/funding/sea-fund"))
    assert heads.begun(views, fund) is None
    anchors = [event.fact.anchor for event in timeline.events(views.facts)]
    assert "started" not in anchors
    assert "founded" in anchors
    stated = [overviews.completeness(one.facts, "atlantis").facts for one in (before, views)]
    assert stated[1] == stated[0] - 2
    counted = [one.facts.counts()["facts"] for one in (before, views)]
    assert counted[1] == counted[0] - 2
    table = views.dataset.vocabulary.comparisons["funding"]
    since = list(table.columns).index("began-or-announced")
    assert [row.cells[since].fact is not None for row in record_tables.table(before, table)] == [True]
    assert [row.cells[since].fact for row in record_tables.table(views, table)] == [None]
    found = edition_changes(compare(subjects(before.dataset, WORDS), now := subjects(views.dataset, WORDS)), now)
    assert ("withdrawn", "started") in {(change.kind, change.anchor) for change in found}


@pytest.mark.parametrize("withdrawn", [False, True])
def test_what_is_read_off_facts_is_not_read_off_withdrawn_ones(world: Path, withdrawn: bool) -> None:
    end = f", {NOTED}}}" if withdrawn else "}"
    both(
        edit(
            "atlantis/country.yml",
            'value: "04-01", source: atlas, locator: p. 2}',
            f'value: "04-01", source: atlas, locator: p. 2{end}',
        ),
        edit(
            "atlantis/country.yml",
            "facts:\n",
            "facts:\n  - {field: exchange-rate, value: 0.9, currency: EUR, per: USD, period: 2024, "
            f"source: atlas, locator: p. 2{end}\n",
        ),
        edit(
            LAW,
            "value: 2020-05-04, source: gazette, locator: heading}",
            f"value: 2020-05-04, source: atlas, locator: p. 2{end}",
        ),
        edit(FUND, "    note: The gazette counts approvals.\n", "    withdrawn: 2026-11-20\n" if withdrawn else ""),
    )(world / "data")
    dataset, found = load(world)
    assert dataset is not None
    assert found == []
    views = Views(dataset, WORDS)
    law = linked_data.about(views.facts, views.entry("atlantis/laws/aid-act")) or {}
    read = [
        views.facts.fiscal_starts,
        rates(views.facts),
        overviews.disagreements(views.facts),
        law.get("legislationDate"),
    ]
    assert [bool(one) for one in read] == [not withdrawn] * 4


def test_a_withdrawn_fact_is_marked_on_its_page_and_in_no_table(
    world: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    withdrawn_fact("withdrawn: 2026-11-20", "note: It was another fund.")(world / "data")
    drawn = renderer(world, Editions())
    (fact,) = html.fromstring(str(page_macros.record_page(drawn, "atlantis/funding/sea-fund"))).xpath(
        '//*[@id="started"]'
    )
    assert "Withdrawn on 20 November 2026" in fact.text_content()
    assert "It was another fund." in fact.text_content()
    assert "April 2001" not in macros.table(drawn, "funding-scheme", ["started"])
    files.fix(world)
    assert main(["--root", str(world), "check"]) == 0
    assert capsys.readouterr().out == "6 records, 11 facts, 2 sources: no problems.\n"


def test_a_figure_draws_no_withdrawn_fact(world: Path) -> None:
    edit(FUND, "    note: The gazette counts approvals.", f"    {NOTED.replace(', ', chr(10) + '    ')}")(
        world / "data"
    )
    assert problems(world) == [
        f"data/{FIGURE}:6:5 series 1: atlantis/funding/sea-fund has no such fact projects.",
    ]
    dataset, _ = load(world)
    assert dataset is not None
    current = Facts(dataset).current("atlantis/funding/sea-fund")
    assert points(current, dataset.figures[0].figure.series[0]) == []


def test_withdrawn_dates_are_not_put_in_order_and_withdrawn_facts_of_a_country_are_missing(world: Path) -> None:
    edit(LAW, "value: 2020-05-04, source", f"value: 2021-05-04, {NOTED}, source")(world / "data")
    assert problems(world) == []
    edit("atlantis/country.yml", '"04-01", source', f'"04-01", {NOTED}, source')(world / "data")
    assert problems(world) == [
        "data/atlantis/country.yml:6:1 facts: has no fact fiscal-year-start. Add it with its source, or with `missing`."
    ]


# The page that stays --------------------------------------------------------------------------------------------------


def renderer(world: Path, kept: Editions) -> PageRenderer:
    """Return what draws the page of the withdrawn record, on a site that has some editions."""
    views = Views(dataset_of(world), WORDS)
    citing = Citing(views, "https://here.example/", kept, History())
    address = "atlantis/organisations/wreck/"
    found = next((one for one in pages.all_pages(views.dataset, WORDS) if one.address == address), None)
    item = citing.item(address, "Wreck", days.reviewed(views.dataset, found), None)
    return PageRenderer(renderer_of(citing), address, item)


def page(world: Path, *names: str, frozen: str | None = None) -> html.HtmlElement:
    """Return the page of the withdrawn record, with its notes."""
    drawn = renderer(world, Editions(list(names), None, frozen))
    assert str(drawn.item.date) == "2026-11-19"
    return html.fromstring(
        f"{page_macros.withdrawn(drawn, 'atlantis/organisations/wreck', drawn.address)}{drawn.notes_block()}"
    )


def test_the_page_that_stays_says_when_and_why_and_what_was_last_said(world: Path) -> None:
    whole(WRECK, TOMB.replace("2026-11-20", "2026-11-19").encode())(world / "data")
    published_by_hand(world, "atlantis/organisations/wreck/", "atlantis/organisations/wreck/#founded")
    found = page(world, "2026.11", "2026.12")
    words = " ".join(found.text_content().split())
    assert found.xpath("//h1")[0].text_content() == "Wreck"
    for part in ("Épave", "Withdrawn on 19 November 2026", "It was two things", "It lay on the sea bed"):
        assert part in words
    links = {link.text_content(): link.get("href") for link in found.xpath("//a")}
    assert links["the fund"] == "../../funding/sea-fund/"
    assert links["Reef"] == "../reef/"
    assert links["As published in edition 2026.11"] == "../../../v/2026.11/atlantis/organisations/wreck/"
    assert links["Edit this file"] == f"https://code.example/edit/data/{WRECK}"
    assert found.xpath('//*[@id="founded"]')
    assert ["Article 2" in note.text_content() for note in found.xpath("//ol/li")] == [True, False]
    assert len(found.xpath("//ol/li")) == 2


@pytest.mark.parametrize(("names", "frozen"), [((), None), (("2026.12",), None), (("2026.11",), "2026.12")])
def test_an_edition_that_is_not_there_is_named_and_not_linked(
    world: Path, names: tuple[str, ...], frozen: str | None
) -> None:
    whole(WRECK, TOMB.replace("2026-11-20", "2026-11-19").encode())(world / "data")
    found = page(world, *names, frozen=frozen)
    assert "As published in edition 2026.11" in found.text_content()
    assert not found.xpath('//a[contains(@href, "2026.11")]')
