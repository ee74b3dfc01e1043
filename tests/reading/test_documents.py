"""What a file may not say although YAML allows it, what YAML readers would misread, and files that cannot be read."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from equal_footing.commands.cli import main
from equal_footing.reading.files import Files, read_file

from ..cases import BODY, COUNTRY, FUND, NGO, Case, assert_answered, case, cases_of, edit, whole
from ..conftest import problems

BAD = {
    "number-comma": [
        case(
            "commas-between-thousands",
            edit(FUND, "value: 46,", "value: 57,000,000,000,"),
            'atlantis/funding/sea-fund.yml:9:29 fact 2, value: "57,000,000,000" is written 57_000_000_000.',
        ),
        case(
            "comma-before-decimals",
            edit(FUND, "value: 46,", "value: 0,21,"),
            'atlantis/funding/sea-fund.yml:9:29 fact 2, value: "0,21" is written 0.21.',
        ),
        case(
            "commas-in-a-sum-that-names-its-currency",
            edit(FUND, "value: 46,", "value: $57,000,000,"),
            'atlantis/funding/sea-fund.yml:9:29 fact 2, value: "$57,000,000" is written 57_000_000, in the `currency` that "$" means.',
        ),
        case(
            "number-in-myriads",
            edit(FUND, "value: 46,", "value: 1,234억,"),
            'atlantis/funding/sea-fund.yml:9:29 fact 2, value: "1,234억" is written 123_400_000_000.',
        ),
    ],
    "not-empty": [
        case(
            "empty",
            whole(FUND, b""),
            "atlantis/funding/sea-fund.yml:1:1 is empty.",
        ),
        case(
            "only-comment",
            whole(FUND, b"# nothing yet\n"),
            "atlantis/funding/sea-fund.yml:1:1 is empty.",
        ),
    ],
    "mapping": [
        case(
            "list-at-top",
            whole(FUND, b"- kind: law\n"),
            "atlantis/funding/sea-fund.yml:1:1 must be a mapping of keys to values.",
        ),
        case(
            "full-width-colon-at-top",
            whole(FUND, b"kind\xef\xbc\x9alaw\n"),
            "atlantis/funding/sea-fund.yml:1:1 must be a mapping of keys to values. The colon ： is full-width (U+FF1A); write an ordinary colon and a space.",
        ),
        case(
            "word-at-top",
            whole(BODY, b"hello\n"),
            "atlantis/bodies/aid-office.yml:1:1 must be a mapping of keys to values.",
        ),
        case(
            "code-list-is-a-list",
            whole("vocabulary/groups.yml", b"- a\n"),
            "vocabulary/groups.yml:1:1 must be a mapping of keys to values.",
        ),
    ],
    "duplicate-key": [
        case(
            "duplicate-key",
            edit(BODY, "kind: body\n", "kind: body\nkind: body\n"),
            'atlantis/bodies/aid-office.yml:2:1 kind: the key "kind" is given twice (first on line 1). Keep one.',
        ),
        case(
            "duplicate-key-in-a-fact",
            edit(COUNTRY, 'start, value: "04-01"', 'start, value: "04-01", value: "01-01"'),
            'atlantis/country.yml:7:48 fact 1, value: the key "value" is given twice (first on line 7). Keep one.',
        ),
        case(
            "duplicate-key-composed-and-decomposed",
            edit(FUND, "short_name", "cafe\u0301: x\ncaf\u00e9: x\nshort_name"),
            'atlantis/funding/sea-fund.yml:3:1 café: the key "café" is not known here. Known: kind, type, name, short_name, other_names, status, version, identifiers, summary, sections, facts, relations, certain, reviewed.',
            'atlantis/funding/sea-fund.yml:4:1 café: the key "café" is given twice (first on line 3). Keep one.',
        ),
    ],
    "no-anchors": [
        case(
            "anchor",
            edit(BODY, "name: {", "name: &n {"),
            "atlantis/bodies/aid-office.yml:2:7 the anchor &n is not allowed. Write it out, or put text into quotation marks.",
        ),
        case(
            "alias-bomb",
            whole(BODY, b"a: &a [x, x]\nb: &b [*a, *a]\n"),
            "atlantis/bodies/aid-office.yml:1:4 the anchor &a is not allowed. Write it out, or put text into quotation marks.",
        ),
    ],
    "no-aliases": [
        case(
            "alias",
            edit(BODY, "reviewed: 2026-11-20", "reviewed: *n"),
            "atlantis/bodies/aid-office.yml:7:11 the alias *n is not allowed. Write it out, or put text into quotation marks.",
        ),
    ],
    "key": [
        case(
            "merge-key",
            edit(BODY, "name: {en: Aid Office}", "name: {<<: {en: x}}"),
            "atlantis/bodies/aid-office.yml:2:8 the merge key << is not allowed. Write the keys out.",
        ),
        case(
            "complex-key",
            edit(BODY, "kind: body", "? [a]\n: b\nkind: body"),
            "atlantis/bodies/aid-office.yml:1:3 a key must be a word. A text with { or [ in front needs quotation marks.",
        ),
        case(
            "empty-key",
            edit(BODY, "kind: body", "'': x\nkind: body"),
            "atlantis/bodies/aid-office.yml:1:1 an empty key is not allowed. Write the keys out.",
        ),
        case(
            "merge-key-quoted",
            edit(BODY, "kind: body", "'<<': x\nkind: body"),
            "atlantis/bodies/aid-office.yml:1:1 the merge key << is not allowed. Write the keys out.",
        ),
    ],
    "no-tags": [
        case(
            "tag",
            edit(BODY, "kind: body", "kind: !!python/name:os.system body"),
            'atlantis/bodies/aid-office.yml:1:7 the tag "!!python/name:os.system" is not allowed. Delete it, or put text into quotation marks.',
        ),
    ],
    "one-document": [
        case(
            "two-documents",
            edit(BODY, "reviewed: 2026-11-20\n", "reviewed: 2026-11-20\n---\nkind: body\n"),
            "atlantis/bodies/aid-office.yml:8:1 a second document begins here. One file holds one record.",
        ),
    ],
    "no-directives": [
        case(
            "directive",
            edit(BODY, "kind: body", "%YAML 1.1\n---\nkind: body"),
            "atlantis/bodies/aid-office.yml:1:1 YAML directives (%) are not used here. Delete the line.",
        ),
    ],
    "depth": [
        case(
            "deep",
            whole(BODY, b"a: " + b"[" * 30 + b"]" * 30),
            "atlantis/bodies/aid-office.yml:1:23 is nested more than 20 levels deep.",
        ),
    ],
    "misread-value": [
        case(
            "norway",
            edit(COUNTRY, "code: IE", "code: NO"),
            "atlantis/country.yml:1:7 code: NO reads as true or false in YAML 1.1. If text is meant, put it into quotation marks.",
        ),
        case(
            "on",
            edit(BODY, "en: Aid Office", "en: on"),
            "atlantis/bodies/aid-office.yml:2:12 name.en: on reads as true or false in YAML 1.1. If text is meant, put it into quotation marks.",
        ),
        case(
            "octal",
            edit(FUND, "value: 46", "value: 046"),
            "atlantis/funding/sea-fund.yml:9:29 fact 2, value: 046 reads as an octal number in YAML 1.1. If text is meant, put it into quotation marks.",
        ),
        case(
            "proportion",
            edit(FUND, "value: 46", "value: 8:2"),
            "atlantis/funding/sea-fund.yml:9:29 fact 2, value: 8:2 reads as a sexagesimal number in YAML 1.1. If text is meant, put it into quotation marks; the first part as a percentage is written 80.",
        ),
        case(
            "sexagesimal",
            edit(FUND, "value: 46", "value: 12:30"),
            "atlantis/funding/sea-fund.yml:9:29 fact 2, value: 12:30 reads as a sexagesimal number in YAML 1.1. If text is meant, put it into quotation marks.",
        ),
        case(
            "hexadecimal",
            edit(FUND, "value: 46", "value: 0x2E"),
            "atlantis/funding/sea-fund.yml:9:29 fact 2, value: 0x2E reads as a number in another base. If text is meant, put it into quotation marks.",
        ),
        case(
            "infinity",
            edit(FUND, "value: 46", "value: .inf"),
            "atlantis/funding/sea-fund.yml:9:29 fact 2, value: .inf reads as infinity or not-a-number. If text is meant, put it into quotation marks.",
        ),
        case(
            "no",
            edit(NGO, "en: Reef", "en: no"),
            "atlantis/organisations/reef.yml:3:12 name.en: no reads as true or false in YAML 1.1. If text is meant, put it into quotation marks.",
        ),
        case(
            "identifier-with-zeros-unquoted",
            edit(NGO, '"7000012050002"', "0000012050002"),
            "atlantis/organisations/reef.yml:6:26 identifier 1, id: 0000012050002 reads as an octal number in YAML 1.1. If text is meant, put it into quotation marks.",
        ),
    ],
    "value-missing": [
        case(
            "null",
            edit(FUND, "value: 46", "value: ~"),
            "atlantis/funding/sea-fund.yml:9:29 fact 2, value: the value is missing. Write one, or delete the key.",
        ),
        case(
            "nothing",
            edit(FUND, "reviewed: 2026-11-20", "reviewed:"),
            "atlantis/funding/sea-fund.yml:29:10 reviewed: the value is missing. Write one, or delete the key.",
        ),
        case(
            "empty-text",
            edit(FUND, "label: grants", "label: ''"),
            "atlantis/funding/sea-fund.yml:11:12 fact 3, label: the value is missing. Write one, or delete the key.",
        ),
        case(
            "facts-empty",
            edit(BODY, "facts:\n  - {field: founded, value: 1999, source: atlas, locator: p. 4}", "facts:"),
            "atlantis/bodies/aid-office.yml:5:7 facts: the value is missing. Write one, or delete the key.",
        ),
    ],
    "file-size": [
        case(
            "too-large",
            whole(BODY, b"# " + b"x" * 2_000_001),
            "atlantis/bodies/aid-office.yml:1:1 is larger than 2 MB. Split it.",
        ),
    ],
}
"""Each rule with mistakes that break it."""


@cases_of(BAD)
def test_a_mistake_is_answered(world: Path, rule: str, mistake: Case) -> None:
    assert_answered(world, rule, mistake)


@pytest.mark.parametrize("name", [".notes", "country.yml~", "#country.yml#"])
def test_files_that_begin_with_a_dot_and_copies_of_editors_are_left_alone(world: Path, name: str) -> None:
    whole(f"atlantis/{name}", b"\xff\xfe")(world / "data")
    assert problems(world) == []


def test_a_file_that_cannot_be_opened_is_named(world: Path) -> None:
    _, found = read_file(world / "data", "data/atlantis/funding/sea-fund.yml")
    assert [str(problem) for problem in found] == [
        "data/atlantis/funding/sea-fund.yml:1:1 cannot be read: Is a directory."
    ]
    _, found = Files().read(world / "gone.yml", "data/gone.yml")  # deleted since its folder was listed
    assert [str(problem) for problem in found] == ["data/gone.yml:1:1 cannot be read: No such file or directory."]


def test_a_file_is_read_again_when_it_has_changed_within_one_tick_of_the_clock(world: Path) -> None:
    file, files = world / "data" / FUND, Files()
    before, _ = files.read(file, FUND)
    assert files.read(file, FUND)[0] is before
    time = file.stat().st_mtime_ns
    edit(FUND, "value: 46", "value: 460")(world / "data")
    os.utime(file, ns=(time, time))
    assert files.read(file, FUND)[0] is not before


def test_a_file_whose_name_is_not_utf_8_is_named(world: Path, capsys: pytest.CaptureFixture[str]) -> None:
    sound = (world / "data" / FUND).read_bytes()
    Path(os.fsdecode(bytes(world) + b"/data/atlantis/funding/\x93\xfa\x96\x7b.yml")).write_bytes(sound)
    assert main(["--root", str(world), "check"]) == 1
    line, *_ = capsys.readouterr().out.splitlines()
    assert line.startswith("data/atlantis/funding/‹U+DC93›‹U+DCFA›‹U+DC96›{.yml:1:1 ")
    assert line.endswith("[file-name]")


def test_a_symbolic_link_is_refused(world: Path) -> None:
    os.symlink("/etc/hostname", world / "data/atlantis/funding/link.yml")
    assert problems(world) == [
        "data/atlantis/funding/link.yml:1:1 is a symbolic link. Put the file itself here.",
    ]


def test_a_link_to_a_folder_is_not_followed(world: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    os.symlink(tmp_path / "elsewhere", world / "data/atlantis/laws-too")
    assert problems(world) == [
        "data/atlantis/laws-too:1:1 is a symbolic link. Put the file itself here.",
    ]


def test_something_that_is_no_file_is_not_waited_for(world: Path) -> None:
    os.mkfifo(world / "data/atlantis/laws/pipe.yml")
    assert problems(world) == ["data/atlantis/laws/pipe.yml:1:1 is not an ordinary file. Take it out of data/."]
