"""What is said of a change of the data: its meaning and not its lines, and nothing of it as markup."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from lxml import html
from markdown_it import MarkdownIt

from equal_footing.changes.dataset_subjects import subjects
from equal_footing.changes.diff import compare
from equal_footing.changes.diff_report import NOTHING, escaped
from equal_footing.commands.cli import main
from equal_footing.model import messages
from equal_footing.model.loading import load

from ..cases import ANSWERS, BODY, COUNTRY, FUND, LAW, NGO, QUESTION, SOURCES, Change, both, commit, edit, git, whole
from ..conftest import FILES, ROOT, make_world
from ..restored import Restored


@pytest.fixture(scope="module")
def committed(tmp_path_factory: pytest.TempPathFactory) -> Restored:
    """The small world as a git repository, made once."""
    world = make_world(tmp_path_factory.mktemp("committed") / "world")
    shutil.copytree(ROOT / "templates/messages", world / "templates/messages")
    commit(world)
    return Restored(world)


@pytest.fixture
def kept(committed: Restored) -> Iterator[Path]:
    """The small world as a git repository, with everything committed."""
    yield committed.root
    committed.restore()


def told(root: Path, capsys: pytest.CaptureFixture[str], *options: str) -> list[str]:
    """Return what is said of the change since the last commit, a line each."""
    assert main(["--root", str(root), "diff", "HEAD", *options]) == 0
    return capsys.readouterr().out.splitlines()


def of_things(lines: list[str]) -> list[str]:
    """Return the lines on things, without the first one and what is said of the whole."""
    end = lines.index("In all:") if "In all:" in lines else len(lines)
    return [line for line in lines[1:end] if line]


ATLAS = "Atlas Press, Atlas of Atlantis"
GAZETTE = "State of Atlantis, Journal officiel [Official Gazette]"
SEEN = "Last known active in March 2024"
SEA_FUND = "Atlantis: Sea Fund (funding scheme, changed; data/atlantis/funding/sea-fund.yml)"
UNREAD = "{field: amended, label: of 2026, missing: not-read, searched: 2026-11-20, where: 'https://lost.example/'}"
AID_ACT = "Atlantis: Aid Act (law, changed; data/atlantis/laws/aid-act.yml)"
AID_OFFICE = "Atlantis: Aid Office (public body, changed; data/atlantis/bodies/aid-office.yml)"
GRANTS = "Amount, grants, fiscal year 2023/24 (April 2023 to March 2024)"
MEMBERS = "value: 46, unit: organisations, as_of: 2016-01, source: atlas, locator: p. 5"
STARTED = "  - {field: started, value: 2001-04, source: atlas, locator: p. 5}\n"
NOT_FOUND = "missing: not-found, searched: 2026-11-20, note: Looked for in the atlas."
COUNTS = "note: The gazette counts approvals."
FOUNDED = "  - {field: founded, value: 1999, source: atlas, locator: p. 4}"
SPREAD = "  - field: founded\n    value: 1999\n    source: atlas\n    locator: p. 4"
FISH_ACT = b"""\
kind: law
name: {en: Fish Act}
status: {code: unknown}
version: {date: 2021-05-04, source: gazette, locator: heading, checked: 2026-11-20}
summary: On fish [@atlas, p. 2].
facts:
  - {field: adopted, value: 2021-05-04, source: gazette, locator: heading}
reviewed: 2026-11-20
"""
WITHDRAWN = b"""\
withdrawn: 2026-11-20
name: {en: Aid Act}
reason: It was never passed [@gazette, Article 1].
last: It said who gives aid [@gazette, Article 1].
"""
NEW_SOURCE = """\
map:
  title: {en: Map}
  authors:
    - {organisation: Map Press}
  publisher: Map Press
  container: Maps
  undated: true
  url: https://map.example/1
  language: en
  type: official-report
  read: 2026-11-20
"""


def with_another_key(data: Path) -> None:
    """Call the atlas `book` wherever it is cited."""
    for path in [path for path in data.rglob("*.yml") if path.parent.name != "vocabulary"]:
        text = path.read_text(encoding="utf-8")
        for old in ("source: atlas", "@atlas", "atlas:\n"):
            text = text.replace(old, old.replace("atlas", "book"))
        path.write_text(text, encoding="utf-8")


SECTION = "sections:\n  - title: Who pays\n    paragraphs:\n      - The state pays [@atlas, p. 5].\n"


CASES: dict[str, tuple[Change, list[str]]] = {
    "section": (
        edit(FUND, "facts:\n", f"{SECTION}facts:\n"),
        [SEA_FUND, f"- Section “Who pays”: added: The state pays. [{ATLAS}, p. 5]"],
    ),
    "value": (
        edit(FUND, "value: 46,", "value: 50,"),
        [
            SEA_FUND,
            f"- Members, as of January 2016: 46 organisations → 50 organisations; source as before: {ATLAS}, p. 5",
        ],
    ),
    "value-and-source": (
        edit(FUND, MEMBERS, MEMBERS.replace("46", "50").replace("atlas, locator: p. 5", "gazette, locator: Article 7")),
        [
            SEA_FUND,
            f"- Members, as of January 2016: 46 organisations → 50 organisations; source changed: {ATLAS}, p. 5 → "
            f"{GAZETTE}, Article 7",
        ],
    ),
    "source": (
        edit(FUND, MEMBERS, MEMBERS.replace("atlas, locator: p. 5", "gazette, locator: Article 7")),
        [
            SEA_FUND,
            f"- Members, as of January 2016: 46 organisations; source changed: {ATLAS}, p. 5 → {GAZETTE}, Article 7",
        ],
    ),
    "place in the source": (
        edit(FUND, "as_of: 2016-01, source: atlas, locator: p. 5", "as_of: 2016-01, source: atlas, locator: p. 9"),
        [
            SEA_FUND,
            f"- Members, as of January 2016: 46 organisations; place in the source changed: p. 5 → {ATLAS}, p. 9",
        ],
    ),
    "further source": (
        edit(FUND, "    further_sources: [{source: gazette, locator: Article 3}]\n", ""),
        [SEA_FUND, f"- {GRANTS}: EUR 1.5 million; further sources taken out: {GAZETTE}, Article 3"],
    ),
    "time": (
        edit(FUND, "as_of: 2016-01", "as_of: 2017-01"),
        [
            SEA_FUND,
            "- Members, as of January 2017: 46 organisations; time changed: as of January 2016 → as of January 2017",
        ],
    ),
    "time among others of its field": (
        both(
            edit(
                FUND,
                "facts:\n",
                f"facts:\n  - {{field: members, {MEMBERS.replace('2016-01', '2010').replace('46', '20')}}}\n",
            ),
            edit(FUND, "as_of: 2016-01", "as_of: 2017-01"),
        ),
        [
            SEA_FUND,
            f"- Members, as of 2010: added: 20 organisations [{ATLAS}, p. 5]",
            "- Members, as of January 2017: 46 organisations; time changed: as of January 2016 → as of January 2017",
        ],
    ),
    "what it is of": (
        edit(FUND, "label: grants", "label: all grants"),
        [
            SEA_FUND,
            f"- {GRANTS.replace('grants', 'all grants')}: EUR 1.5 million; label changed: grants → all grants",
        ],
    ),
    "basis": (
        edit(FUND, "basis: disbursement", "basis: budget"),
        [SEA_FUND, f"- {GRANTS}: EUR 1.5 million; basis changed: disbursement → budget"],
    ),
    "found at last": (
        edit(FUND, NOT_FOUND, "value: 9_000, currency: EUR, basis: ceiling, as_of: 2024, source: atlas, locator: p. 6"),
        [
            SEA_FUND,
            f"- Ceiling of a grant, as of 2024: Searched, not found → EUR 9,000; time added: as of 2024; source added: "
            f"{ATLAS}, p. 6; basis added: ceiling; searched on taken out: 20 November 2026; "
            "note taken out: Looked for in the atlas.",
        ],
    ),
    "where sources disagree": (
        edit(FUND, "value: 31, as_of: 2024", "value: 33, as_of: 2024"),
        [
            SEA_FUND,
            "- Projects, as of 2024: “…2024; shown first); 31 projects (as of 2024)” → "
            "“…2024; shown first); 33 projects (as of 2024)”; source as before: "
            f"{ATLAS}, p. 6; {GAZETTE}, Article 4",
        ],
    ),
    "fact added": (
        edit(BODY, "facts:\n", "facts:\n  - {field: staff, value: 12, as_of: 2020, source: atlas, locator: p. 4}\n"),
        [AID_OFFICE, f"- Staff, as of 2020: added: 12 people [{ATLAS}, p. 4]"],
    ),
    "fact gone": (edit(FUND, STARTED, ""), [SEA_FUND, "- Started: taken out: April 2001"]),
    "fact withdrawn": (
        edit(FUND, "field: started, value", "field: started, withdrawn: 2026-11-20, note: Misread., value"),
        [
            SEA_FUND,
            f"- Started: April 2001 → Withdrawn on 20 November 2026: April 2001; note added: Misread.; "
            f"source as before: {ATLAS}, p. 5",
        ],
    ),
    "note": (
        edit(
            BODY,
            "value: 1999, source: atlas, locator: p. 4}",
            "value: 1999, source: atlas, locator: p. 4, note: By law.}",
        ),
        [AID_OFFICE, "- Founded: 1999; note added: By law."],
    ),
    "name": (edit(FUND, "ja: 海基金", "ja: 海洋基金"), [SEA_FUND, "- Name (Japanese): 海基金 → 海洋基金"]),
    "summary": (
        edit(BODY, "Runs the aid", "Directs the aid"),
        [
            AID_OFFICE,
            "- Summary rewritten: Runs the aid of Atlantis. → Directs the aid of Atlantis.",
        ],
    ),
    "what the summary cites": (
        edit(BODY, "aid of Atlantis [@atlas, p. 4]", "aid of Atlantis [@atlas, p. 5]"),
        [AID_OFFICE, f"- Summary: the same text; source changed: {ATLAS}, p. 4 → {ATLAS}, p. 5"],
    ),
    "status": (
        edit(FUND, "{code: active, as_of: 2024-03", "{code: closed, since: 2024-03"),
        [SEA_FUND, f"- Status: {SEEN} → Closed, since March 2024; source as before: {ATLAS}, p. 5"],
    ),
    "status seen long ago": (
        edit(FUND, "{code: active, as_of: 2024-03", "{code: active, as_of: 2022"),
        [SEA_FUND, f"- Status: {SEEN} → Last known active in 2022; source as before: {ATLAS}, p. 5"],
    ),
    "version": (
        edit(LAW, "version: {date: 2020-05-04", "version: {date: 2021-05-04"),
        [AID_ACT, f"- Version read: 4 May 2020 → 4 May 2021; source as before: {GAZETTE}, p. 1"],
    ),
    "later amendment": (
        both(
            edit(LAW, "checked: 2026-11-20", "checked: 2026-11-20, later_amendment: 2026-36~"),
            edit(LAW, "facts:\n", f"facts:\n  - {UNREAD}\n"),
        ),
        [
            AID_ACT,
            "- Version read: 4 May 2020; later amendment added: late 2026",
            "- Amended, of 2026: added: Exists, could not be read",
        ],
    ),
    "where we looked": (
        edit(ANSWERS, "where: Atlas of Atlantis, on: 2026-11-20", "where: The gazette, on: 2026-11-19"),
        [
            "Atlantis: Sea money (answer, changed; data/atlantis/answers.yml)",
            "- Where we looked: where: Atlas of Atlantis; on: 20 November 2026 → "
            "where: The gazette; on: 19 November 2026",
        ],
    ),
    "relation": (
        edit(FUND, "  - {type: based-on, to: atlantis/laws/aid-act}\n", ""),
        [SEA_FUND, "- Based on: taken out: Aid Act"],
    ),
    "identifier": (
        edit(NGO, 'id: "7000012050002", source: atlas', 'id: "7000012050002", source: gazette'),
        [
            "Atlantis: Reef (organisation, changed; data/atlantis/organisations/reef.yml)",
            f"- JP-JCN: 7000012050002; source changed: {ATLAS}, p. 7 → {GAZETTE}, p. 7",
        ],
    ),
    "answer": (
        edit(ANSWERS, "answer: fully", "answer: not"),
        ["Atlantis: Sea money (answer, changed; data/atlantis/answers.yml)", "- Answer: Yes → No"],
    ),
    "answer gone": (
        edit(ANSWERS, FILES["atlantis/answers.yml"].split("law-of-the-sea:")[0], ""),
        ["- Atlantis: Sea money (answer, taken out; data/atlantis/answers.yml)"],
    ),
    "rubric": (
        edit(QUESTION, "fully: A fund pays.", "fully: A fund pays out."),
        [
            "Comparison: Is there a fund for the sea? (question, changed; data/questions/sea-money.yml)",
            "- Rubric (fully) rewritten: A fund pays. → A fund pays out.",
        ],
    ),
    "figure": (
        edit("atlantis/figures/projects.yml", "name: Projects}", "name: Paid}"),
        [
            "Atlantis: Projects of the Sea Fund (figure, changed; data/atlantis/figures/projects.yml)",
            "- Series: record: Sea Fund; field: Projects; name: Projects → "
            "record: Sea Fund; field: Projects; name: Paid",
        ],
    ),
    "claim": (
        edit("article/claims/money.yml", "verdict: judgement", "verdict: unconfirmed"),
        [
            "An article on Atlantis: s003 (claim, changed; data/article/claims/money.yml)",
            "- Verdict: Judgement → Unconfirmed",
        ],
    ),
    "source dated": (
        edit(SOURCES, "date: 2025-03", "date: 2025-04"),
        [
            "Atlantis: Atlas of Atlantis (atlas, official report) (source, changed; data/atlantis/sources.yml)",
            "- Date: March 2025 → April 2025",
        ],
    ),
    "source added": (
        both(
            edit(SOURCES, "gazette:\n", f"{NEW_SOURCE}gazette:\n"),
            edit(BODY, "value: 1999, source: atlas, locator: p. 4", "value: 1999, source: map, locator: sheet 2"),
        ),
        [
            AID_OFFICE,
            f"- Founded: 1999; source changed: {ATLAS}, p. 4 → Map Press, Map, sheet 2",
            "Atlantis: Map (map, official report) (source, new; data/atlantis/sources.yml)",
            "- Authors: Map Press",
            "- Publisher: Map Press",
            "- Url: https://map.example/1",
        ],
    ),
    "source with another key": (
        with_another_key,
        [
            "Atlantis: Atlas of Atlantis (book, official report) (source, changed; data/atlantis/sources.yml)",
            "- Key: atlas → book",
        ],
    ),
    "record added": (
        whole("atlantis/laws/fish-act.yml", FISH_ACT),
        [
            "Atlantis: Fish Act (law, new; data/atlantis/laws/fish-act.yml)",
            f"- Adopted: 4 May 2021 [{GAZETTE}, heading]",
        ],
    ),
    "record gone": (
        both(lambda data: (data / LAW).unlink(), edit(FUND, "  - {type: based-on, to: atlantis/laws/aid-act}\n", "")),
        [
            SEA_FUND,
            "- Based on: taken out: Aid Act",
            "- Atlantis: Aid Act (law, taken out; data/atlantis/laws/aid-act.yml)",
        ],
    ),
    "record moved": (
        both(
            lambda data: (data / LAW).rename(data / "atlantis/laws/act-on-aid.yml"),
            whole(LAW, b"moved_to: atlantis/laws/act-on-aid\n"),
            edit(FUND, "to: atlantis/laws/aid-act", "to: atlantis/laws/act-on-aid"),
        ),
        [
            "- Atlantis: Aid Act (law, moved from data/atlantis/laws/aid-act.yml; data/atlantis/laws/act-on-aid.yml)",
        ],
    ),
    "record withdrawn": (
        both(
            whole(LAW, WITHDRAWN),
            edit(FUND, "  - {type: based-on, to: atlantis/laws/aid-act}\n", ""),
        ),
        [
            SEA_FUND,
            "- Based on: taken out: Aid Act",
            "Atlantis: Aid Act (law, withdrawn; data/atlantis/laws/aid-act.yml)",
            "- Withdrawn: 20 November 2026",
            f"- Reason: It was never passed. [{GAZETTE}, Article 1]",
        ],
    ),
    "word": (
        edit("vocabulary/units.yml", "organisations:\n  one: organisation\n", "organisations:\n  one: organization\n"),
        [
            "Vocabulary: organisations (units) (word, changed; data/vocabulary/units.yml)",
            "- One: organisation → organization",
        ],
    ),
    "label": (
        edit("vocabulary/fields.yml", "  label: Members\n", "  label: All members\n"),
        ["Vocabulary: members (fields) (word, changed; data/vocabulary/fields.yml)", "- Label: Members → All members"],
    ),
    "label within a word": (
        edit("vocabulary/kinds.yml", "      label: NGO\n", "      label: Charity\n"),
        [
            "Vocabulary: organisation (kinds) (word, changed; data/vocabulary/kinds.yml)",
            "- Types (ngo, label): NGO → Charity",
        ],
    ),
    "column of a comparison": (
        edit("vocabulary/comparisons.yml", "      label: Other sums\n", "      label: Sums\n"),
        [
            "Vocabulary: funding (comparisons) (word, changed; data/vocabulary/comparisons.yml)",
            "- Columns (other-sums, label): Other sums → Sums",
        ],
    ),
}


@pytest.mark.parametrize(("change", "lines"), CASES.values(), ids=CASES)
def test_a_change_is_told_by_what_it_means(
    kept: Path, capsys: pytest.CaptureFixture[str], change: Change, lines: list[str]
) -> None:
    change(kept / "data")
    assert of_things(told(kept, capsys)) == lines


def test_a_section_is_told_by_what_it_means(kept: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data = kept / "data"
    edit(FUND, "facts:\n", f"{SECTION}facts:\n")(data)
    commit(kept)
    edit(FUND, "The state pays", "The state seldom pays")(data)
    assert of_things(told(kept, capsys)) == [
        SEA_FUND,
        "- Section “Who pays” rewritten: The state pays. → The state seldom pays.",
    ]
    edit(FUND, "The state seldom pays", "The state pays")(data)
    edit(FUND, "title: Who pays", "title: Money")(data)
    edit(FUND, "[@atlas, p. 5].\nfacts", "[@atlas, p. 6].\nfacts")(data)
    assert of_things(told(kept, capsys)) == [
        SEA_FUND,
        "- Section “Money”: the same text; title changed: Who pays → Money; "
        f"source changed: {ATLAS}, p. 5 → {ATLAS}, p. 6",
    ]
    edit(FUND, "[@atlas, p. 6].\nfacts", "[@atlas, p. 5].\nfacts")(data)
    edit(FUND, "title: Money", "title: Who pays")(data)
    path = data / FUND
    spread = path.read_text(encoding="utf-8").replace("- The state pays [", "- >-\n        The state\n        pays [")
    path.write_text(spread, encoding="utf-8")
    assert of_things(told(kept, capsys))[-1].startswith("Only the form of 1 file has changed")


def test_one_change_is_told_under_its_record_and_counted_for_its_place(
    kept: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    both(CASES["value"][0], CASES["note"][0], CASES["answer"][0])(kept / "data")
    lines = told(kept, capsys)
    assert lines[0].startswith("Compared with HEAD (")
    assert lines[-2:] == ["In all:", "- Atlantis: 1 answer changed, 1 public body changed, 1 funding scheme changed"]


FORMS: dict[str, Change] = {
    "another order": edit(NGO, "kind: organisation\ntype: ngo\n", "type: ngo\nkind: organisation\n"),
    "other lines": edit(FUND, "  Pays for projects of NGOs abroad", "  Pays for\n  projects of NGOs abroad"),
    "another form": edit(
        BODY,
        FOUNDED,
        SPREAD,
    ),
    "a comment": edit(LAW, "kind: law", "# The act of 2020.\nkind: law"),
    "quotation marks": edit(LAW, "locator: heading", 'locator: "heading"'),
    "nothing": lambda data: None,
}


@pytest.mark.parametrize("change", FORMS.values(), ids=FORMS)
def test_another_form_means_nothing(kept: Path, capsys: pytest.CaptureFixture[str], change: Change) -> None:
    change(kept / "data")
    lines = told(kept, capsys)
    assert of_things(lines) == lines[-1:]
    assert lines[-1].startswith(("Only the form of 1 file has changed; what it says is the same: data/", NOTHING))


# Nothing unseen -------------------------------------------------------------------------------------------------------

OTHERS = (
    "{} more",
    "{}9",
    "x{}",
    "2021-03-04",
    "2021",
    "https://else.example/",
    "partly",
    "not",
    "ja",
    "active",
    "unknown",
    "disputed",
    "fact",
    "number",
    "law",
    "ngo",
    "name",
    "guess",
    "news",
    "USD",
    "projects",
    "commitment",
    "not-published",
    "funding",
    "s009",
    "t09",
)
"""What may stand in the place of a value: one that is of its type is taken."""


def leaves(data: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Yield the paths of all values of a file."""
    items = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else None
    if items is None:
        yield path
        return
    for key, item in items:
        yield from leaves(item, (*path, key))


def put(data: Any, path: tuple[Any, ...], value: str) -> str:
    """Put a value into the place of another one, which is returned."""
    for key in path[:-1]:
        data = data[key]
    was: str = data[path[-1]]
    data[path[-1]] = value
    return was


@pytest.mark.parametrize("name", [name for name in FILES if name not in {BODY, "questions/law-of-the-sea.yml"}])
def test_no_value_of_a_file_can_change_unseen(world: Path, name: str) -> None:
    words = messages.load(ROOT)
    before, _ = load(world)
    assert before
    old = subjects(before, words)
    path = world / "data" / name
    data = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CBaseLoader)
    seen = 0
    fitting: dict[tuple[str, ...], tuple[str, ...]] = {}
    for leaf in leaves(data):
        was = put(data, leaf, "")
        keys = tuple(key for key in leaf if isinstance(key, str))
        others = fitting.get(keys, OTHERS)  # what has fitted a value of these keys is tried first, if anything has
        fitting[keys] = ()
        for other in others:
            put(data, leaf, other.format(was))
            path.write_text(yaml.dump(data, Dumper=yaml.CSafeDumper, allow_unicode=True), encoding="utf-8")
            now, problems = load(world)
            if now and not problems and other != was:
                assert compare(old, subjects(now, words)), f"{name}: {leaf}: {was} → {other.format(was)}"
                seen += 1
                fitting[keys] = (other, *(one for one in OTHERS if one != other))
                break
        put(data, leaf, was)
    assert seen > 0


@pytest.mark.parametrize("name", FILES)
def test_a_file_written_anew_by_another_program_says_the_same(
    kept: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    path = kept / "data" / name
    data = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CBaseLoader)
    path.write_text(yaml.dump(data, Dumper=yaml.CSafeDumper, allow_unicode=True, width=60), encoding="utf-8")
    assert told(kept, capsys)[-1] == f"Only the form of 1 file has changed; what it says is the same: data/{name}"


# The whole ------------------------------------------------------------------------------------------------------------

HOSTILE = (
    "Ask @everyone and @org/team, see [here](https://evil.example/) and www.evil.example, ![x](https://evil.example/x.png)"
    " <img src=//evil.example> &lt; `code` **now** ~~not~~ #1 org/repo#2 GH-3"
)
LIVE = ("@e", "@o", "[here](", "![x]", "**now", "~~not", "://", "www.", "<img", "&lt", "`code`", "#1", "#2", "GH-3")


def test_nothing_of_the_data_is_markup_in_a_comment(kept: Path, capsys: pytest.CaptureFixture[str]) -> None:
    right = (kept / "data" / FUND).read_text(encoding="utf-8")
    edit(FUND, MEMBERS, MEMBERS.replace("p. 5", f'"{HOSTILE}"'))(kept / "data")
    commit(kept)  # the check refuses most of this; a commit may hold it nevertheless
    (kept / "data" / FUND).write_text(right, encoding="utf-8")
    edit(BODY, "{en: Aid Office}", '{en: "# Aid *Office*"}')(kept / "data")
    said = "\n".join(told(kept, capsys, "--markdown"))
    plain = re.sub(r"\\.", "", said)
    assert [live for live in LIVE if live in plain] == []
    assert "Name (English): Aid Office → # Aid \\*Office\\*" in said
    shown = html.fromstring(MarkdownIt("commonmark").enable("strikethrough").render(said))
    assert not shown.xpath("//a | //img | //s | //h1")
    assert {strong.text_content() for strong in shown.iter("strong")} == {
        "Atlantis: # Aid *Office*",
        "Atlantis: Sea Fund",
    }


@pytest.mark.parametrize(
    "words", [HOSTILE, "# one", "- one", "1. one", "> one", "+ one", "=== one", "a\\b _c_ d_e_f $1$"]
)
def test_words_are_shown_as_they_are(words: str) -> None:
    shown = html.fromstring(MarkdownIt("gfm-like", {"linkify": False}).render(f"- {escaped(words)}"))
    assert shown.text_content().strip().replace("\u2060", "") == words
    assert {element.tag for element in shown.iter()} == {"ul", "li"}


def test_a_long_difference_says_how_much_was_left_out_and_still_counts(
    kept: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for change in ("value", "basis", "note", "status", "name"):
        CASES[change][0](kept / "data")
    whole = told(kept, capsys, "--markdown")
    for limit in (300, 400, 600):
        said = told(kept, capsys, "--markdown", "--limit", str(limit))
        assert len("\n".join(said)) <= limit
        [left] = [line for line in said if "lines more" in line]
        kept_lines = said.index(left) - 1
        assert left == f"… and {whole.index('In all:') - 1 - kept_lines} lines more. `make diff` shows all."
        assert said[-1] == "- Atlantis: 1 public body changed, 1 funding scheme changed"


def test_wrong_data_are_told_like_by_the_check(kept: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edit(FUND, "value: 46,", "value: many,")(kept / "data")
    assert main(["--root", str(kept), "diff", "HEAD"]) == 1
    assert "data/atlantis/funding/sea-fund.yml:9:" in capsys.readouterr().out


def test_what_a_commit_has_and_today_cannot_be_read_is_not_called_new(
    kept: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    right = (kept / "data" / FUND).read_text(encoding="utf-8")
    edit(FUND, "value: 46,", "value: 46, wrong: x,")(kept / "data")
    commit(kept)
    (kept / "data" / FUND).write_text(right, encoding="utf-8")
    lines = told(kept, capsys)
    assert of_things(lines) == [
        "- Atlantis: Sea Fund (funding scheme, not compared: its file could not be read there; "
        "data/atlantis/funding/sea-fund.yml)"
    ]
    assert re.fullmatch(
        r"The data there have 1 problem under today's rules, and were compared as far as they can be read.",
        lines[-1],
    )


def test_values_of_a_commit_that_are_wrong_today_are_shown_as_they_were_written(
    kept: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    right = {name: (kept / "data" / name).read_text(encoding="utf-8") for name in (FUND, COUNTRY, LAW)}
    edit(FUND, "value: 46,", "value: many,")(kept / "data")
    edit(COUNTRY, 'value: "04-01"', "value: April")(kept / "data")
    edit(LAW, "source: gazette, locator: heading", "source: lost, locator: heading")(kept / "data")
    commit(kept)
    for name, text in right.items():
        (kept / "data" / name).write_text(text, encoding="utf-8")
    lines = told(kept, capsys)
    assert f"- Members, as of January 2016: many → 46 organisations; source as before: {ATLAS}, p. 5" in lines
    assert f"- Fiscal year begins: April → 1 April; source as before: {ATLAS}, p. 2" in lines
    assert f"- Adopted: 4 May 2020; source changed: lost, heading → {GAZETTE}, heading" in lines


def test_a_commit_with_another_vocabulary_is_read_with_todays(kept: Path, capsys: pytest.CaptureFixture[str]) -> None:
    asks = kept / "data/vocabulary/asks.yml"
    right = asks.read_text(encoding="utf-8")
    asks.unlink()
    commit(kept)
    asks.write_text(right, encoding="utf-8")
    CASES["value"][0](kept / "data")
    lines = told(kept, capsys)
    assert of_things(lines) == CASES["value"][1]
    assert "The vocabulary there cannot be read by today's rules; the data are read with today's vocabulary." in lines


def test_words_that_cannot_be_compared_are_not_called_the_same(kept: Path, capsys: pytest.CaptureFixture[str]) -> None:
    asks, fields = kept / "data/vocabulary/asks.yml", kept / "data/vocabulary/fields.yml"
    right = {path: path.read_text(encoding="utf-8") for path in (asks, fields)}
    asks.unlink()
    fields.write_text(right[fields].replace("  label: Members\n", "  label: Their members\n"), encoding="utf-8")
    commit(kept)
    for path, text in right.items():
        path.write_text(text, encoding="utf-8")
    lines = told(kept, capsys)
    assert any("The vocabulary there cannot be read" in line for line in lines)
    assert not any("data/vocabulary/" in line for line in lines)


def test_what_others_have_changed_since_is_not_ones_own(kept: Path, capsys: pytest.CaptureFixture[str]) -> None:
    git(kept, "checkout", "-q", "-b", "others")
    CASES["name"][0](kept / "data")
    commit(kept)
    git(kept, "checkout", "-q", "-")
    CASES["value"][0](kept / "data")
    assert main(["--root", str(kept), "diff", "others"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert re.fullmatch(r"Compared with [0-9a-f]{8}, where the history left others:", lines[0])
    assert of_things(lines) == CASES["value"][1]


def test_links_and_odd_names_in_a_commit_do_no_harm(kept: Path, capsys: pytest.CaptureFixture[str]) -> None:
    link = kept / "data/atlantis/laws/link-act.yml"
    link.symlink_to("/etc/hostname")
    odd = kept / "data/atlantis/laws/odd\tname\n.yml"
    odd.write_text("kind: law\n", encoding="utf-8")
    commit(kept)
    link.unlink()
    odd.unlink()
    CASES["value"][0](kept / "data")
    assert of_things(told(kept, capsys)) == CASES["value"][1]


def test_an_unknown_commit_is_named(kept: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--root", str(kept), "diff", "nowhere"]) == 1
    assert 'There is no commit "nowhere".' in capsys.readouterr().err


def test_without_a_repository_there_is_nothing_to_compare_with(world: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--root", str(world), "diff", "HEAD"]) == 1
    assert "is not in a git repository" in capsys.readouterr().err


def test_the_working_tree_is_left_alone(kept: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edit(FUND, "value: 46,", "value: 50,")(kept / "data")
    before = {path: path.read_bytes() for path in kept.rglob("*") if path.is_file() and ".git" not in path.parts}
    told(kept, capsys)
    assert {path: path.read_bytes() for path in before} == before
