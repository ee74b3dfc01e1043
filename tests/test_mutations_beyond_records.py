"""Mistakes in real sources, answers, questions, figures, lessons and the article, and in how a file is written.

As many as can stand beside each other are made at once, each in a file, or an entry of a list, of its own, which is
chosen by what it holds. One run of the check answers each with one line, at its place.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from equal_footing.reading.problems import Problem

from .mistakes import HARMED, LISTS, RELATIONS, SHAPES, WHOLE, Mistake
from .restored import Restored
from .test_mutations import told


@dataclass(frozen=True)
class Saved:
    """A file saved in another encoding: in which, of which files one that holds such signs, and words of the answer."""

    encoding: str
    files: str
    signs: str
    says: str


SAVED = (
    Saved("utf-8-sig", "questions/*.yml", r"\A", "byte order mark"),
    Saved("utf-16", "canada/laws/*.yml", r"\A", "is UTF-16. Save it as UTF-8"),
    Saved("utf-16-le", "china/funding/*.yml", r"\A", "is UTF-16. Save it as UTF-8"),
    Saved("shift_jis", "japan/*/*.yml", r"[ぁ-ん]", "is not UTF-8. Save the file as UTF-8"),
    Saved("euc_jp", "japan/*/*.yml", r"[ぁ-ん]", "is not UTF-8. Save the file as UTF-8"),
    Saved("gbk", "china/*/*.yml", r"[\u4e00-\u9fff]", "is not UTF-8. Save the file as UTF-8"),
    Saved("big5", "china/*/*.yml", r"[\u4e00-\u9fff]", "is not UTF-8. Save the file as UTF-8"),
    Saved("windows-1252", "canada/*/*.yml", r"[éèêàçôî]", "is not UTF-8. Save the file as UTF-8"),
)


@dataclass(frozen=True)
class Renamed:
    """A file under another name: of which files one, how it is renamed, and words of the answer."""

    name: str
    files: str
    rename: Callable[[str], str]
    says: str


RENAMED = (
    Renamed("capital", "japan/funding/*.yml", lambda name: name.capitalize(), "small letters a to z and digits"),
    Renamed("space", "japan/organisations/*-*.yml", lambda name: name.replace("-", " "), "joined by hyphens"),
    Renamed("underscore", "china/laws/*-*.yml", lambda name: name.replace("-", "_"), "joined by hyphens"),
    Renamed("yaml", "canada/funding/*.yml", lambda name: name.replace(".yml", ".yaml"), "Did you mean .yml?"),
    Renamed("ending in capitals", "canada/laws/*.yml", lambda name: name.replace(".yml", ".YML"), "Did you mean .yml?"),
    Renamed("second ending", "canada/bodies/*.yml", lambda name: f"{name}.txt", "Did you mean .yml?"),
    Renamed("capital of a question", "questions/*.yml", lambda name: name.capitalize(), "small letters a to z"),
    Renamed("capital of a country", "japan/country.yml", lambda name: name.capitalize(), "small letters a to z"),
    Renamed("capital of sources", "china/sources.yml", lambda name: name.capitalize(), "small letters a to z"),
)


@dataclass(frozen=True)
class Made:
    """Where a mistake was made: the file, the first and last line of its entry, and the line of the answer."""

    file: str
    first: int
    last: int
    line: int


Place = tuple[int, int]


def entries(path: Path, text: str) -> list[Place]:
    """Return where the parts of a file begin and end that can hold a mistake each: entries of lists, or the whole."""
    if path.name not in LISTS:
        return [(0, len(text))]
    starts = [found.start() for found in re.finditer(r"^[\w-]+:\n|^  - ", text, re.MULTILINE)]
    return list(zip(starts, [*starts[1:], len(text)], strict=True))


def fitting(mistake: Mistake, text: str, places: list[Place]) -> Iterator[tuple[Place, re.Match[str], str]]:
    """Yield the places where a mistake can be made, what it replaces there, and by what."""
    for found in re.finditer(mistake.old, text, re.MULTILINE):
        begin, end = found.span()
        new = found.expand(mistake.new) if isinstance(mistake.new, str) else mistake.new(found)
        around = [place for place in places if place[0] < max(end, begin + 1) and begin <= place[1]]
        if new != found[0]:
            yield (around[0][0], around[-1][1]), found, new


def line_of(text: str, offset: int) -> int:
    """Return the line on which a place of a text lies."""
    return text.count("\n", 0, offset) + 1


class Sheet:
    """A file with the mistakes that are made in it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.text = path.read_text(encoding="utf-8")
        self.made: dict[Mistake, tuple[Place, re.Match[str], str]] = {}

    def take(self, mistake: Mistake) -> bool:
        """Make a mistake where none stands yet; returns whether there is such a place."""
        taken = [place for place, _, _ in self.made.values()]
        for place, found, new in fitting(mistake, self.text, entries(self.path, self.text)):
            if all(place[1] <= begin or end <= place[0] for begin, end in taken):
                self.made[mistake] = (place, found, new)
                return True
        return False

    def write(self, data: Path) -> dict[Mistake, Made]:
        """Write the file anew; return where each mistake stands in it now."""
        text, at, spans = "", 0, {}
        for mistake, (place, found, new) in sorted(self.made.items(), key=lambda item: item[1][1].start()):
            text += self.text[at : found.start()]
            shift = len(text) - found.start()
            same = next((i for i, (a, b) in enumerate(zip(found[0], new, strict=False)) if a != b), None)
            first = min(len(found[0]), len(new)) if same is None else same
            spans[mistake] = (place[0] + shift, place[1] + shift + len(new) - len(found[0]), len(text) + first)
            text += new
            at = found.end()
        text += self.text[at:]
        self.path.write_text(text, encoding="utf-8", newline="")
        file = f"data/{self.path.relative_to(data).as_posix()}"
        made = {}
        for mistake, (begin, end, change) in spans.items():
            line = line_of(text, change)
            if mistake.at:
                befores = [hit for hit in re.finditer(mistake.at, text, re.MULTILINE) if hit.start() < change]
                line = line_of(text, befores[-1].end())
            made[mistake] = Made(file, line_of(text, begin), max(line, line_of(text, max(begin, end - 1))), line)
        return made


@dataclass(frozen=True)
class Told:
    """Where mistakes were made, and what one run of the check said."""

    made: dict[str, Made]
    problems: dict[str, list[Problem]]


def run(real: Restored, mistakes: Sequence[Mistake], alone: bool = False) -> Iterator[Told]:
    """Make mistakes in as few rounds as the data have room for, and check the data once a round.

    With `alone` no file has more than one, as where it cannot be read further.
    """
    waiting = list(mistakes)
    while waiting:
        data = real.root / "data"
        sheets: dict[Path, Sheet] = {}
        late = []
        for mistake in waiting:
            paths = [path for path in sorted(data.glob(mistake.files)) if "vocabulary" not in path.parts]
            sheets |= {path: Sheet(path) for path in paths if path not in sheets}
            free = [path for path in paths if not sheets[path].made or (path.name in LISTS and not alone)]
            if not any(sheets[path].take(mistake) for path in free):
                late.append(mistake)
        assert len(late) < len(waiting), f"no file fits the mistakes: {[mistake.name for mistake in late]}"
        made = {m.name: place for sheet in sheets.values() if sheet.made for m, place in sheet.write(data).items()}
        problems = told(real.root)
        real.restore()
        yield Told(made, problems)
        waiting = late


@pytest.fixture(scope="module")
def runs(restored_data: Restored) -> list[Told]:
    tables = ((SHAPES, False), (RELATIONS, False), (HARMED, True))
    return [one for table, alone in tables for one in run(restored_data, table, alone)]


@pytest.mark.parametrize("mistake", [*SHAPES, *RELATIONS, *HARMED], ids=lambda mistake: mistake.name)
def test_a_mistake_is_answered_by_one_line_at_its_place(runs: list[Told], mistake: Mistake) -> None:
    one = next(one for one in runs if mistake.name in one.made)
    made = one.made[mistake.name]
    said = [problem for problem in one.problems.get(made.file, []) if made.first <= problem.line <= made.last]
    assert [str(problem) for problem in said if mistake.says not in str(problem)] == []
    assert [problem.line for problem in said] == [made.line]


def test_nothing_is_said_of_files_and_entries_without_a_mistake(runs: list[Told]) -> None:
    for one in runs:
        for file, said in one.problems.items():
            around = [made for made in one.made.values() if made.file == file]
            lone = [item for item in said if not any(made.first <= item.line <= made.last for made in around)]
            assert lone == []


def test_a_file_in_another_encoding_is_named_with_the_first_line_that_cannot_be_read(real_data: Path) -> None:
    expected: dict[str, tuple[int, str]] = {}
    for saved in SAVED:
        for path in sorted((real_data / "data").glob(saved.files)):
            file = path.relative_to(real_data).as_posix()
            text = "" if file in expected else path.read_text(encoding="utf-8")
            found = re.search(saved.signs, text) if text else None
            if found:
                path.write_bytes(text.encode(saved.encoding, "replace"))
                expected[file] = (text.count("\n", 0, found.start()) + 1, saved.says)
                break
        else:
            pytest.fail(f"no file has signs that {saved.encoding} writes otherwise")
    problems = told(real_data)
    assert set(problems) == set(expected)
    for file, (line, says) in expected.items():
        assert [problem.line <= line for problem in problems[file]] == [True], problems[file]
        assert says in str(problems[file][0])


def test_a_renamed_file_is_named_and_nothing_is_said_of_those_that_speak_of_it(real_data: Path) -> None:
    expected: dict[str, str] = {}
    for renamed in RENAMED:
        path = next(path for path in sorted((real_data / "data").glob(renamed.files)) if path.name not in expected)
        new = path.rename(path.with_name(renamed.rename(path.name)))
        expected[new.relative_to(real_data).as_posix()] = renamed.says
    problems = told(real_data)
    assert {file: len(said) for file, said in problems.items()} == dict.fromkeys(expected, 1)
    for file, says in expected.items():
        assert says in str(problems[file][0])


@pytest.mark.parametrize(
    ("file", "old", "new", "says"),
    [
        ("kinds", "label:", "lable:", "Did you mean label?"),
        ("fields", r"type: percent", "type: percentage", "percentage"),
        ("units", r"\A", "“", "not valid YAML"),
        ("languages", r"label: English", "label: [English]", "languages.yml"),
        ("statuses", WHOLE, "", "is empty"),
        ("relations", r"^  inverse: ", "  inverse：", "relations.yml"),
    ],
)
def test_a_mistake_in_the_vocabulary_is_told_alone(real_data: Path, file: str, old: str, new: str, says: str) -> None:
    path = real_data / f"data/vocabulary/{file}.yml"
    text = path.read_text(encoding="utf-8")
    path.write_text(re.sub(old, new, text, count=1, flags=re.MULTILINE), encoding="utf-8")
    problems = told(real_data)
    assert set(problems) == {f"data/vocabulary/{file}.yml"}
    assert says in str(problems[f"data/vocabulary/{file}.yml"][0])
