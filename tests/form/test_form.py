"""The form of the files: `make fix` puts them into it without a change of what they say, and the check asks for it."""

from __future__ import annotations

import itertools
import json
import os
import random
import re
import shutil
from pathlib import Path
from typing import Any
from unittest import mock

import pytest
import yaml
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from equal_footing.commands.cli import main
from equal_footing.form import files, order, trees, writing
from equal_footing.model.dataset import Dataset
from equal_footing.model.loading import load
from equal_footing.model.records import Fact
from equal_footing.reading.documents import read_bytes
from equal_footing.reading.files import read_tree

from ..conftest import ROOT

FUND = "data/atlantis/funding/sea-fund.yml"
REAL = sorted((ROOT / "data").rglob("*.yml"))


def data(text: str) -> Any:
    """Return what the strict reader takes from a text."""
    document, problems = read_bytes(text.encode(), "data/x.yml")
    assert document, problems
    return document.data


def meaning(found: dict[str, Any]) -> dict[str, Any]:
    """Return the data of a file without the order of its facts."""
    facts = found.get("facts")
    return found | ({"facts": sorted(map(str, map(json.dumps, facts)))} if isinstance(facts, list) else {})


def formed(dataset: Dataset, file: str, text: str) -> str:
    """Return a text in the form of a file of the real data."""
    listed = data(text).get("facts")
    context = {"vocabulary": dataset.vocabulary}
    facts = [Fact.model_validate(fact, context=context) for fact in listed] if isinstance(listed, list) else []
    return files.formed(file, text, facts, dataset.vocabulary)


def fixed(world: Path, name: str, text: str) -> str:
    """Return what `make fix` makes of a text in a file of the world."""
    (world / name).write_text(text, encoding="utf-8")
    files.fix(world)
    return (world / name).read_text(encoding="utf-8")


# The real data -------------------------------------------------------------------------------------------------------


def test_every_file_of_the_data_is_in_its_form(dataset: Dataset) -> None:
    assert files.check(dataset) == []


def test_no_line_of_the_data_is_too_long_but_for_an_address_in_it() -> None:
    for path in REAL:
        for line in path.read_text(encoding="utf-8").splitlines():
            assert len(line) <= 120 or re.search(r"https?://\S+$", line), f"{path.name}: {line}"


def test_facts_of_a_field_are_together() -> None:
    for document in read_tree(ROOT, "data")[0]:
        names = [fact["field"] for fact in document.data.get("facts", []) if isinstance(fact, dict)]
        runs = [name for name, before in zip(names, [None, *names], strict=False) if name != before]
        assert len(runs) == len(set(runs)), document.file


def test_facts_whose_labels_differ_in_odd_spaces_only_are_put_in_order_at_once(dataset: Dataset) -> None:
    file = "data/canada/organisations/new.yml"
    fact = "- {{field: members, label: {label}, value: {value}, as_of: {value}, source: x, locator: x}}\n"
    typed = "facts:\n" + fact.format(label='"in\\xA0Canada"', value=2020) + fact.format(label="in Canada", value=2022)
    form = formed(dataset, file, typed)
    assert [fact["as_of"] for fact in data(form)["facts"]] == ["2022", "2020"]
    assert formed(dataset, file, form) == form


@pytest.mark.parametrize("path", REAL[::9], ids=lambda path: path.relative_to(ROOT / "data").as_posix())
def test_a_file_in_any_other_form_comes_back_to_the_same_one(dataset: Dataset, path: Path) -> None:
    file, text = path.relative_to(ROOT).as_posix(), path.read_text(encoding="utf-8")
    there = data(text)
    other = yaml.dump(
        jumbled(there),
        Dumper=yaml.CSafeDumper,
        default_flow_style=True,
        allow_unicode=True,
        sort_keys=False,
        width=10_000,
    )
    other = re.sub(r"(?<=\{)!!str |!!str ", "", other)
    back = formed(dataset, file, other)
    assert meaning(data(back)) == meaning(there)
    assert formed(dataset, file, back) == back
    without_comments = re.sub(r"^#.*\n|^\n", "", text, flags=re.MULTILINE)
    assert words(back) == words(without_comments)


def jumbled(found: Any) -> Any:
    """Return data with the keys of each record, source and fact in another order."""
    if isinstance(found, list):
        return [jumbled(item) for item in found]
    if not isinstance(found, dict):
        return found
    keys = list(found)
    if {"field", "kind", "url", "title", "source"} & set(keys):
        random.Random(1).shuffle(keys)
    return {key: jumbled(found[key]) for key in keys}


def words(text: str) -> list[str]:
    """Return the words of a file in order: all but where its texts are folded."""
    return text.split()


# What the form is ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "form"),
    [
        ("a: {b: 1, c: [x, z]}\n", "a:\n  b: 1\n  c: [x, z]\n"),
        ("a: [one, two words]\n", "a:\n  - one\n  - two words\n"),
        ("a: [{b: 1, c: 2}, {d: []}]\n", "a:\n  - b: 1\n    c: 2\n  - d: []\n"),
        ("a:\n- b\n- - c\n", "a:\n  - b\n  - [c]\n"),
        ("a: \"plain\"\nb: 'it''s'\n", "a: plain\nb: it's\n"),
        ('a: "yes"\nb: "010"\nc: "1: 2"\nd: "#x"\ne: ""\n', 'a: "yes"\nb: "010"\nc: "1: 2"\nd: "#x"\ne: ""\n'),
        ("a: 'say \"so: 1\"'\n", "a: 'say \"so: 1\"'\n"),
        ("a: >-\n  short\n  text\n", "a: short text\n"),
        ('a: "one\\n\\ntwo"\n', "a: |-\n  one\n\n  two\n"),
        ("a: 1\n\n\nb: 2\n\n", "a: 1\nb: 2\n"),
        ("# Of a.\na: 1\n", "# Of a.\na: 1\n"),
        ("# Top.\n\n\n# Of a.\na: 1\n", "# Top.\n\n# Of a.\na: 1\n"),
        ("a:\n  - b\n # End of a.\nc: 1\n", "a:\n  - b\n  # End of a.\nc: 1\n"),
        ("a:\n- b\n# Of c.\nc: 1\n", "a: [b]\n# Of c.\nc: 1\n"),
        ("a:\n  - b: |\n      c\n      # d\n    # e\n", "a:\n  - b: |\n      c\n      # d\n    # e\n"),
        ("a: []\n # - b\n  # - c\nd: 1\n", "a: []\n  # - b\n  # - c\nd: 1\n"),
        ("# c\n{}\n", "{}\n# c\n"),
        (f"a: 1\n  # {'long ' * 30}end\nb: 2\n", f"a: 1\n# {'long ' * 22}long\n# {'long ' * 7}end\nb: 2\n"),
        ("a: 1  # why\nb: 2\n", "# why\na: 1\nb: 2\n"),
        ("a: 1\n\n\n# Of b.\nb: 2\n# End.\n", "a: 1\n\n# Of b.\nb: 2\n# End.\n"),
        (
            "a:\n  - b: 1  # one\n  # two\n  - c: [d]  # three\n",
            "a:\n  # one\n  - b: 1\n  # two\n  # three\n  - c: [d]\n",
        ),
        ("a: 1\nb: [c, # not d\n  e]\n", "a: 1\n# not d\nb: [c, e]\n"),
        ("a: >- # why\n  b # c\n\nd: e\n", "# why\na: 'b # c'\nd: e\n"),
    ],
)
def test_what_is_typed_takes_this_form(typed: str, form: str) -> None:
    assert writing.written(trees.read(typed)) == form.replace("'b # c'", '"b # c"')
    assert writing.written(trees.read(form)) == form.replace("'b # c'", '"b # c"')
    assert data(typed) == data(form)


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("South Korea", "South Korea"),
        ("NO", '"NO"'),
        ("010", '"010"'),
        ("04-01", "04-01"),
        ("2000_000", "2000_000"),
        ("a: b", '"a: b"'),
        ("a:b", "a:b"),
        ("a:", '"a:"'),
        ('say "a" # b', "'say \"a\" # b'"),
        ("n", '"n"'),
        ("x", "x"),
        ("ends -", "ends -"),
        ("- begins", '"- begins"'),
        ("@office", '"@office"'),
        ("[one]", '"[one]"'),
        ("海洋庁", "海洋庁"),
        ("https://atlas.example/a#b", "https://atlas.example/a#b"),
    ],
)
def test_only_what_needs_quotation_marks_has_them(text: str, written: str) -> None:
    assert writing.scalar(text) == written
    assert data(f"a: {written}\n") == {"a": text}


def test_a_long_text_is_folded_and_keeps_the_breaks_that_fit() -> None:
    text = "word " * 40 + "end"
    form = writing.written(trees.read(f"a: {text}\n"))
    assert form.startswith("a: >-\n  word word")
    assert max(map(len, form.splitlines())) <= writing.WIDTH
    assert data(form) == {"a": text}
    typed = form.replace("word word", "word\n  word", 1)
    assert writing.written(trees.read(typed)) == typed
    too_long = typed.replace("word\n  word", "word word " * 30 + "word\n  word", 1)
    assert max(map(len, writing.written(trees.read(too_long)).splitlines())) <= writing.WIDTH


def test_an_address_is_not_folded() -> None:
    text = f"a: https://atlas.example/{'x' * 200}\n"
    assert writing.written(trees.read(text)) == text


def test_facts_have_the_order_of_the_page_and_keys_that_of_the_model(world: Path) -> None:
    text = (world / FUND).read_text(encoding="utf-8")
    facts = """\
facts:
  # The count of last year.
  - {as_of: 2015, value: 45, source: atlas, field: members, unit: organisations, locator: p. 5}
  - {field: started, source: atlas, locator: p. 5, value: 2001-04}
  - {field: members, label: in Europe, value: 5, unit: organisations, as_of: 2014, source: atlas, locator: p. 5}
  - {field: members, value: 46, unit: organisations, as_of: 2016-01, source: atlas, locator: p. 5}
"""
    form = fixed(world, FUND, re.sub(r"^facts:\n(?:  .*\n)+", facts, text, flags=re.MULTILINE))
    assert re.findall(r"field: (.*)|(#.*)|label: (.*)|as_of: (201.*)", form[form.index("facts:") :]) == [
        ("started", "", "", ""),
        ("members", "", "", ""),
        ("", "", "", "2016-01"),
        ("", "# The count of last year.", "", ""),
        ("members", "", "", ""),
        ("", "", "", "2015"),
        ("members", "", "", ""),
        ("", "", "in Europe", ""),
        ("", "", "", "2014"),
    ]
    keys = re.findall(r"^    (\w+):", form[form.index("# The count") : form.index("label: in Europe")], re.MULTILINE)
    assert keys == ["value", "unit", "as_of", "source", "locator"]
    assert "name: {en: Sea Fund, ja: 海基金}\n" in form


# Nothing is lost -----------------------------------------------------------------------------------------------------

TEXTS = st.text(
    st.sampled_from("ab yes: #-'\"\\{}[],&*!|>%@`?~.0123é海\n")
    | st.characters(codec="utf-8", categories=["L", "N", "P"]),
    max_size=30,
).map(str.strip) | st.lists(st.sampled_from(["word", "a:", "#b", "- c", "海", "x" * 50]), max_size=60).map(" ".join)
KEYS = st.sampled_from(["a", "b", "c-d", "no", "on", "海"])
TREES = st.dictionaries(
    KEYS,
    st.recursive(
        TEXTS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3), max_leaves=12
    ),
    min_size=1,
    max_size=4,
)


@given(TREES)
@settings(max_examples=300, deadline=None)
def test_no_text_is_changed_by_the_way_it_is_written(found: dict[str, Any]) -> None:
    typed = json.dumps(found, ensure_ascii=False)
    form = writing.written(trees.read(typed))
    assert data(form) == data(typed)
    assert writing.written(trees.read(form)) == form


WORDS = ["word", "two words", "a:b", "海", "é", "x" * 70, "wide\u3000space", "\u00a0", "👩\u200d🚀", "say 'so'", "8"]
SIGNS = ["no", "010", "", " ", "a: b", "c # d", "- e", "{", "]", ",", "#", "? f", "=======", "| g", "&h", "--- i", '"']
ESCAPES = [
    r"\t",
    r"\n",
    r"\u2028",
    r"\_",
    r"\uFEFF",
    r"\L\L",
    r"\\",
    r"\"",
    r"\u0301",
    "ok",
]
NAMES = [
    "kind",
    "name",
    "summary",
    "status",
    "facts",
    "sources",
    "relations",
    "x",
    "海",
    '"======="',
    r'"\t"',
    '"a: # b"',
]


@st.composite
def typed_files(draw: st.DrawFn) -> str:
    """Return a file as someone may type it, with comments in all places; some are no YAML that the reader takes."""
    numbers = itertools.count()

    def one(*choices: str) -> str:
        return draw(st.sampled_from(choices))

    def some(choices: list[str], most: int = 3) -> list[str]:
        return draw(st.lists(st.sampled_from(choices), max_size=most))

    def comments() -> list[str]:
        lines = some(["", "#", "  #", "      #", "# - field: " + "long " * 30], 2 if draw(st.booleans()) else 0)
        return [f"{line} comment {next(numbers)}" if line else "" for line in lines]

    def inline() -> str:
        return f"  # comment {next(numbers)}" if draw(st.integers(0, 4)) == 0 else ""

    def text(indent: str, in_brackets: bool = False) -> str:
        style = one("plain", "single", "double", "double", "|", ">") if not in_brackets else one("plain", "double")
        if style == "plain":
            return " ".join(["plain", *some(WORDS)]) + inline() * (not in_brackets)
        if style == "single":
            return "'" + "".join(some([*WORDS, *SIGNS])).replace("'", "''") + "'" + inline()
        if style == "double":
            broken = f"\n{indent} " if draw(st.booleans()) else ""
            words = "".join(some([*WORDS, *SIGNS])).replace('"', "")
            return f'"{words}{broken}{"".join(some(ESCAPES))}{"word " * draw(st.integers(0, 30))}"{inline()}'
        lines = ["text", *some([*WORDS, *SIGNS, "  deeper", "word " * 40, "# hash"], 5)]
        return f"{style}{one('', '-', '+')}{inline()}\n" + "\n".join(
            f"{indent}  {line}" if line else "" for line in lines
        )

    def flow(indent: str) -> str:
        broken = f"{inline()}\n{indent}  " if draw(st.booleans()) else ""
        items = [text(indent, in_brackets=True) for _ in range(draw(st.integers(0, 3)))]
        if draw(st.booleans()):
            return f"[{broken}{f', {broken}'.join(items)}]{inline()}"
        return f"{{{broken}{', '.join(f'k{number}: {item}' for number, item in enumerate(items))}}}{inline()}"

    def block(indent: str, depth: int) -> list[str]:
        is_list = depth > 0 and draw(st.booleans())
        lines = []
        items = [""] * draw(st.integers(1, 3))
        for name in items if is_list else draw(st.lists(names, min_size=1, max_size=4, unique=True)):
            begin = f"{indent}-" if is_list else f"{indent}{name}:"
            lines += comments()
            shape = one("text", "text", "flow", "block") if depth < 3 else "text"
            if shape == "block":
                inner = indent + one("  ", "    ")
                below = block(inner, depth + 1)
                first = below[0]
                if is_list and len(inner) == len(indent) + 2 and first.startswith(inner) and first.strip()[0] != "#":
                    lines += [f"{begin} {first.strip()}", *below[1:]]
                else:
                    lines += [begin + inline(), *below]
            else:
                lines.append(f"{begin} {text(indent) if shape == 'text' else flow(indent)}")
        return lines + comments()

    names = st.sampled_from(NAMES)
    return "\n".join(comments() + block("", 0)) + one("\n", "", "\n\n")


def formed_anywhere(text: str) -> str:
    """Return a text in the form of a record, its facts in an order of their own: that of the texts once mended."""
    facts = data(text).get("facts")

    def by_text(listed: list[Any], _: object) -> list[int]:
        return sorted(range(len(listed)), key=lambda number: json.dumps(files.mended_data(listed[number])))

    with mock.patch.object(order, "page_order", by_text):
        return files.formed("data/x/y/z.yml", text, facts if isinstance(facts, list) else [], None)  # type: ignore[arg-type]


@given(typed_files())
@settings(
    max_examples=int(os.environ.get("FORM_EXAMPLES", "200")), deadline=None, suppress_health_check=list(HealthCheck)
)
def test_whatever_is_typed_keeps_its_meaning_and_its_comments_and_is_done_at_once(typed: str) -> None:
    document, problems = read_bytes(typed.encode(), "data/x.yml")
    assume(document and not problems)
    form = formed_anywhere(typed)
    assert meaning(data(form)) == meaning(files.mended_data(data(typed)))
    words = str(data(typed))
    comments = [number for number in re.findall(r"comment (\d+)", typed) if f"comment {number}" not in words]
    for number in comments:
        assert re.search(rf"comment {number}$", form, re.MULTILINE), number
    assert formed_anywhere(form) == form
    assert all(len(line) <= writing.WIDTH for line in form.splitlines() if re.match(" *#.* .", line))


@given(st.randoms(use_true_random=False), st.sampled_from(REAL[::20]))
@settings(max_examples=60, deadline=None)
def test_no_comment_is_lost_wherever_it_is_put(dataset: Dataset, chance: random.Random, path: Path) -> None:
    file, lines = path.relative_to(ROOT).as_posix(), path.read_text(encoding="utf-8").splitlines()
    put = []
    for number in range(8):
        row = chance.randrange(len(lines) + 1)
        begin = next((line for line in reversed(lines[:row]) if re.search(r"[>|]-?$|^ *#|^$", line)), "")
        if not begin.endswith("-"):  # in a text it would be a part of the text
            lines.insert(row, " " * chance.randrange(5) + f"# comment {number}")
            put.append(f"# comment {number}")
    typed = "\n".join(lines) + "\n"
    form = formed(dataset, file, typed)
    assert sorted(re.findall(r"# comment \d", form)) == sorted(put)
    assert meaning(data(form)) == meaning(data(typed))
    assert formed(dataset, file, form) == form


# The commands --------------------------------------------------------------------------------------------------------


def test_a_file_out_of_its_form_is_named_with_its_first_line(world: Path, capsys: pytest.CaptureFixture[str]) -> None:
    files.fix(world)
    assert main(["--root", str(world), "check"]) == 0
    path = world / FUND
    path.write_text(path.read_text(encoding="utf-8").replace("value: 46", 'value: "46"'), encoding="utf-8")
    capsys.readouterr()
    assert main(["--root", str(world), "check"]) == 1
    line = path.read_text(encoding="utf-8").split('"46"')[0].count("\n") + 1
    expected = 'is not in the form of the data from here on (expected: "    value: 46"). Run make fix. [form]'
    assert capsys.readouterr().out == f"{FUND}:{line}:1 {expected}\n"


@pytest.mark.parametrize(
    ("spoil", "line", "expected"),
    [
        (lambda text: text + "\n", -1, "the end of the file, with one line break"),
        (lambda text: text.rstrip("\n"), -1, "the end of the file, with one line break"),
        (lambda text: text.replace("facts:\n", "facts:\n  # One.\n \n  # Two.\n"), -2, "an empty line"),
    ],
)
def test_what_is_expected_is_said_where_it_is_no_line(world: Path, spoil: Any, line: int, expected: str) -> None:
    files.fix(world)
    path = world / FUND
    text = path.read_text(encoding="utf-8")
    path.write_text(spoil(text), encoding="utf-8")
    dataset, _ = load(world)
    assert dataset
    found = files.check(dataset)
    assert [problem.message for problem in found] == [
        f"is not in the form of the data from here on (expected: {expected}). Run make fix."
    ]
    lines = spoil(text).split("\n")
    assert found[0].line == (len(lines) if line == -1 else lines.index(" ") + 1)


def test_a_file_that_was_in_its_form_is_looked_at_again_when_the_vocabulary_orders_facts_otherwise(world: Path) -> None:
    files.fix(world)
    for group in ("history", "reference"):
        fields = world / "data/vocabulary/fields.yml"
        text = fields.read_text(encoding="utf-8")
        fields.write_text(re.sub(r"(?s)(\nstarted:\n.*?\n  group: )\w+", rf"\1{group}", text), encoding="utf-8")
        dataset, _ = load(world)
        assert dataset
        assert [found.file for found in files.check(dataset)] == ([FUND] if group == "reference" else [])


def test_what_was_rewritten_is_printed_and_a_second_time_nothing_is(
    world: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--root", str(world), "fix"]) == 0
    first = capsys.readouterr().out.splitlines()
    assert FUND in first
    assert first[-1] == f"{len(first) - 1} files rewritten."
    assert main(["--root", str(world), "fix"]) == 0
    assert capsys.readouterr().out == "0 files rewritten.\n"


def test_a_file_that_cannot_be_read_is_left_as_it_is_and_named(world: Path, capsys: pytest.CaptureFixture[str]) -> None:
    broken = "kind: body\nname: {en: Aid Office\n"
    path = world / "data/atlantis/bodies/aid-office.yml"
    path.write_text(broken, encoding="utf-8")
    assert main(["--root", str(world), "fix"]) == 1
    told = capsys.readouterr()
    assert path.read_text(encoding="utf-8") == broken
    assert FUND in told.out
    assert "data/atlantis/bodies/aid-office.yml:3" in told.out or "aid-office.yml:2" in told.out
    assert "hinders make fix." in told.out.splitlines()[-1]
    assert "[" not in told.out
    assert told.err.splitlines() == ["Files with mistakes were left as they are: make check says what is wrong there."]


def test_without_the_vocabulary_nothing_is_rewritten(world: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = (world / FUND).read_text(encoding="utf-8")
    (world / "data/vocabulary/groups.yml").write_text("", encoding="utf-8")
    assert main(["--root", str(world), "fix"]) == 1
    assert "groups.yml" in capsys.readouterr().out
    assert (world / FUND).read_text(encoding="utf-8") == before


def test_a_file_is_replaced_whole_or_not_at_all(world: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = {path: path.read_bytes() for path in (world / "data").rglob("*.yml")}

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", fail)
    fixed = files.fix(world)
    assert not fixed.files
    assert f"{FUND}:1:1 cannot be written: No space left on device." in map(str, fixed.problems)
    assert {path: path.read_bytes() for path in (world / "data").rglob("*.yml")} == before
    assert not [path for path in (world / "data").rglob("*") if path.is_file() and path not in before]


@pytest.mark.parametrize("wrong", ["kind: other\n", "kind: 'open\n"])
def test_a_file_whose_meaning_would_change_is_named_and_the_others_are_rewritten(
    world: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], wrong: str
) -> None:
    before = (world / FUND).read_text(encoding="utf-8")
    written = writing.written
    monkeypatch.setattr(writing, "written", lambda root: wrong if "Sea Fund" in written(root) else written(root))
    assert main(["--root", str(world), "fix"]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert [line for line in lines if line.startswith(f"{FUND}:")] == [
        f"{FUND}:1:1 would say something else in its form: a mistake of the program, please report it. [form]"
    ]
    assert "data/atlantis/country.yml" in lines
    assert (world / FUND).read_text(encoding="utf-8") == before


def test_rights_of_a_file_stay(world: Path) -> None:
    (world / FUND).chmod(0o640)
    files.fix(world)
    assert (world / FUND).stat().st_mode & 0o777 == 0o640
    shutil.rmtree(world)
