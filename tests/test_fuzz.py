"""Damaged files never end in a traceback: they can be read, or each problem has a line inside the file."""

from __future__ import annotations

import functools
import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from equal_footing.loading import load
from equal_footing.problems import tidy
from equal_footing.rules import check
from equal_footing.source import read_bytes

from .conftest import FILES, ROOT

REAL = tuple(sorted((ROOT / "data").rglob("*.yml")))
ODD = st.sampled_from(
    [
        *(
            "：",
            "\u200b",
            "\u202e",
            "\x00",
            "\t",
            '"',
            "'",
            "{",
            "}",
            "[",
            "]",
            ": ",
            "- ",
            "#",
            "&a ",
            "*a",
            "!!int ",
            "<<: ",
        ),
        *(
            "|\n",
            ">\n",
            "---\n",
            "%YAML 1.1\n",
            "?",
            "\\",
            "😀",
            "か\u3099",
            "x" * 3000,
            "\r",
            "<script>",
            "[@",
            "[@a]",
        ),
        *("null", "no", "99:99", "\n\n"),
    ]
).map(str.encode) | st.sampled_from([b"\xff\xfe", b"\x8a"])


@functools.cache
def _bytes(path: Path) -> bytes:
    return path.read_bytes()


@st.composite
def damaged(draw: st.DrawFn, raw: bytes) -> bytes:
    """A file with one to three kinds of damage."""
    for _ in range(draw(st.integers(1, 3))):
        lines = raw.split(b"\n")
        at = draw(st.integers(0, len(lines) - 1))
        match draw(st.sampled_from(["insert", "delete", "repeat", "swap", "indent", "cut", "line"])):
            case "insert":
                place = draw(st.integers(0, len(raw)))
                raw = raw[:place] + draw(ODD) + raw[place:]
                continue
            case "cut":
                raw = raw[: draw(st.integers(0, len(raw)))]
                continue
            case "delete":
                del lines[at]
            case "repeat":
                lines.insert(at, lines[at])
            case "swap":
                other = draw(st.integers(0, len(lines) - 1))
                lines[at], lines[other] = lines[other], lines[at]
            case "indent":
                lines[at] = b" " * draw(st.integers(1, 5)) + lines[at]
            case "line":
                lines[at] = draw(ODD) + lines[at]
        raw = b"\n".join(lines)
    return raw


@settings(max_examples=400, deadline=None, derandomize=True, database=None)
@given(st.data())
def test_any_damaged_real_file_is_read_or_refused_with_a_line(data: st.DataObject) -> None:
    path = data.draw(st.sampled_from(REAL))
    raw = data.draw(damaged(_bytes(path)))
    document, problems = read_bytes(raw, path.name)
    assert document is not None or problems
    count = raw.count(b"\n") + raw.count(b"\r") + 2
    for problem in problems:
        assert 1 <= problem.line <= count
        assert problem.column >= 1
        assert "\n" not in str(problem)


@pytest.mark.parametrize("name", sorted(FILES))
def test_a_world_with_a_damaged_file_is_checked_to_the_end(name: str) -> None:
    @settings(max_examples=25, deadline=None, derandomize=True, database=None)
    @given(damaged(FILES[name].encode()))
    def check_all(raw: bytes) -> None:
        (root / "data" / name).write_bytes(raw)
        dataset, problems = load(root)
        assert dataset is not None
        for problem in tidy([*problems, *check(dataset)]):
            assert problem.file.startswith("data/")
            assert "\n" not in str(problem)

    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        (root / "data").mkdir()
        shutil.copytree(ROOT / "data" / "vocabulary", root / "data" / "vocabulary")
        for file, text in FILES.items():
            (root / "data" / file).parent.mkdir(parents=True, exist_ok=True)
            (root / "data" / file).write_text(text, encoding="utf-8")
        check_all()
