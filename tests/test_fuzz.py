"""Damaged files never end in a traceback: they can be read, or each problem has a line inside the file.

The damage is another one each day; the seed that pytest prints at the end repeats a run.
"""

from __future__ import annotations

import functools
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, seed, settings
from hypothesis import strategies as st

from equal_footing.check.run import check
from equal_footing.model.loading import load
from equal_footing.reading.documents import read_bytes
from equal_footing.reading.problems import tidy

from .conftest import FILES, ROOT, SEED

REAL = tuple(sorted((ROOT / "data").rglob("*.yml")))
ODD = (
    *("：", "，", "　", "\u00a0", "\u200b", "\u202e", "\u2028", "\x00", "\x85", "\t", "\r", "か\u3099", "😀", "９"),
    *('"', "'", "“", "{", "}", "[", "]", ": ", "- ", "#", "?", "\\", "&a ", "*a", "!!int ", "<<: ", "|\n", ">\n"),
    *("---\n", "...\n", "%YAML 1.1\n", "x" * 3000, "[" * 40, "\n\n", "<script>", "[@", "[@a]", "](/x)"),
    *("null", "no", "99:99", "0000-00-00"),
)
DAMAGE = st.sampled_from([*(odd.encode() for odd in ODD), b"\xff\xfe", b"\x8a", b"\xed\xa0\x80", b"\xef\xbf\xbe"])


def patient(examples: int) -> settings:
    """Return settings for so many examples, none of which fails for want of time."""
    return settings(max_examples=examples, deadline=None, database=None, suppress_health_check=[HealthCheck.too_slow])


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
                raw = raw[:place] + draw(DAMAGE) + raw[place:]
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
                lines[at] = draw(DAMAGE) + lines[at]
        raw = b"\n".join(lines)
    return raw


@seed(SEED)
@patient(400)
@given(st.data())
def test_any_damaged_real_file_is_read_or_refused_with_a_line(data: st.DataObject) -> None:
    path = data.draw(st.sampled_from(REAL))
    raw = data.draw(damaged(_bytes(path)))
    document, problems = read_bytes(raw, path.name)
    assert document is not None or problems
    lines = raw.rstrip(b"\n").split(b"\n")
    for problem in problems:
        assert 1 <= problem.line <= len(lines)
        assert 1 <= problem.column <= len(lines[problem.line - 1]) + 1
        assert "\n" not in str(problem)


def check_damaged(root: Path, file: Path, raw: bytes) -> None:
    """Check the data under `root` with one file damaged; the file is whole again afterwards."""
    whole = _bytes(file)
    file.write_bytes(raw)
    try:
        dataset, problems = load(root)
        assert dataset is not None or problems
        for problem in tidy([*problems, *(check(dataset) if dataset else [])]):
            assert problem.file.startswith("data/")
            assert problem.line >= 1
            assert "\n" not in str(problem)
    finally:
        file.write_bytes(whole)


@pytest.mark.parametrize("name", sorted(FILES))
def test_a_world_with_a_damaged_file_is_checked_to_the_end(world: Path, name: str) -> None:
    file = world / "data" / name

    @seed(SEED)
    @patient(40)
    @given(damaged(FILES[name].encode()))
    def check_all(raw: bytes) -> None:
        check_damaged(world, file, raw)

    check_all()


def test_a_world_with_a_damaged_code_list_is_checked_to_the_end(world: Path) -> None:
    lists = sorted((world / "data/vocabulary").iterdir())

    @seed(SEED)
    @patient(150)
    @given(st.data())
    def check_all(data: st.DataObject) -> None:
        file = data.draw(st.sampled_from(lists))
        check_damaged(world, file, data.draw(damaged(_bytes(file))))

    check_all()
