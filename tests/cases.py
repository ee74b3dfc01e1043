"""What tests of mistakes share: the files of the small world, ways to change them, and a mistake with its answer."""

from __future__ import annotations

import datetime
import importlib
import subprocess
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from equal_footing.changes import make_edition
from equal_footing.check import passes
from equal_footing.check.run import check, check_files, facts_checked
from equal_footing.keeping.store import Store
from equal_footing.model.loading import Loader
from equal_footing.reading.problems import tidy
from equal_footing.sitemap.links import SiteLinks, page_links

from .restored import changed

ANSWERS = "atlantis/answers.yml"
ARTICLE = "article/article.yml"
BODY = "atlantis/bodies/aid-office.yml"
CLAIMS = "article/claims/money.yml"
COUNTRY = "atlantis/country.yml"
FAULTS = "article/translation.yml"
FIGURE = "atlantis/figures/projects.yml"
FUND = "atlantis/funding/sea-fund.yml"
LAW = "atlantis/laws/aid-act.yml"
NAMES = "article/names.yml"
NGO = "atlantis/organisations/reef.yml"
QUESTION = "questions/sea-money.yml"
SOURCES = "atlantis/sources.yml"
TABLES = "vocabulary/comparisons.yml"

UNKNOWN = "\N{CUNEIFORM SIGN A TIMES HA}"
"""A letter of a script that hardly any machine has a font for."""
Change = Callable[[Path], object]
"""Changes the files of a folder `data/`."""


def edit(file: str, old: str, new: str, encoding: str = "utf-8") -> Change:
    """Replace the first `old` in a file of `data/` by `new`."""

    def change(data: Path) -> None:
        text = (data / file).read_text(encoding="utf-8")
        assert old in text
        (data / file).write_bytes(text.replace(old, new, 1).encode(encoding))

    return change


def whole(file: str, content: bytes) -> Change:
    """Write a file of `data/` anew."""

    def change(data: Path) -> None:
        (data / file).parent.mkdir(parents=True, exist_ok=True)
        (data / file).write_bytes(content)

    return change


def publish(root: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make the edition 2026.11 of a project, without pages, and return its folder."""
    monkeypatch.setattr(make_edition, "_build", lambda root, name, day, to: to.mkdir())
    return make_edition.make(root, "2026.11", datetime.date(2026, 11, 29))


def git(root: Path, *command: str) -> None:
    """Run git in a folder, as somebody who has a name."""
    who = "-c", "user.name=Someone", "-c", "user.email=someone@example.org"
    subprocess.run(["git", "-C", str(root), *who, *command], check=True)


def commit(root: Path, files: str = ".") -> None:
    """Commit files of a folder, all by default, in a new repository if the folder is in none."""
    if not (root / ".git").exists():
        git(root, "init", "--quiet", "--template=")
    git(root, "add", files)
    git(root, "commit", "--quiet", "--message=As it is now")


def copy(file: str, to: str, *edits: tuple[str, str]) -> Change:
    """Copy a file of `data/`, with replacements."""

    def change(data: Path) -> None:
        text = (data / file).read_text(encoding="utf-8")
        for old, new in edits:
            assert old in text
            text = text.replace(old, new)
        whole(to, text.encode())(data)

    return change


def both(*changes: Change) -> Change:
    """Make several changes that are one mistake together."""

    def change(data: Path) -> None:
        for step in changes:
            step(data)

    return change


@dataclass(frozen=True)
class Case:
    """A mistake in the small world, and the lines that answer it."""

    name: str
    change: Change
    lines: tuple[str, ...]


def case(name: str, change: Change, *lines: str) -> Case:
    """One mistake, and the lines that answer it, without the `data/` in front of each."""
    return Case(name, change, tuple(f"data/{line}" for line in lines))


def one_line_answers() -> Iterator[tuple[str, str]]:
    """Yield the rule and the line of each mistake in the tests of the check that is answered with one line."""
    tests = Path(__file__).parent
    for path in sorted(path for room in ("check", "model", "reading") for path in (tests / room).glob("test_*.py")):
        module = importlib.import_module(f".{path.parent.name}.{path.stem}", __package__)
        for rule, mistakes in getattr(module, "BAD", {}).items():
            yield from ((rule, mistake.lines[0]) for mistake in mistakes if len(mistake.lines) == 1)


def cases_of(mistakes: Mapping[str, Sequence[Case]]) -> pytest.MarkDecorator:
    """Run a test for every mistake, with the rule that the mistake breaks."""
    pairs = [pytest.param(rule, mistake, id=mistake.name) for rule, cases in mistakes.items() for mistake in cases]
    return pytest.mark.parametrize(("rule", "mistake"), pairs)


def assert_answered(world: Path, rule: str, mistake: Case) -> None:
    """Make the mistake in the small world: its lines, and no others, answer it, and one of them is of the rule.

    What the changed files show by themselves is among them, too. It is the same if all parts of the sound world are
    known to pass.
    """
    folder = world.parent / "passed"
    kept = Store(folder)
    if not folder.exists():
        facts_checked(world, kept)
    mistake.change(world / "data")
    loader = Loader(world)
    dataset, of_shape = loader.load()
    problems = tidy([*of_shape, *(check(dataset) if dataset else [])])
    assert tuple(str(problem) for problem in problems) == mistake.lines
    assert rule in {problem.rule for problem in problems}
    if dataset and not of_shape:
        assert set(check_files(dataset, changed(world))) <= set(problems)
    if dataset:
        passed = passes.of(dataset, kept, loader.documents.values())
        assert tidy([*of_shape, *check(dataset, passed)]) == problems


def pages_of(site: Path, without: str) -> SiteLinks:
    """Return the ids and targets of all pages under `site` but for those in a folder `without`.

    Pages with a base are left out, too: what they show, with its links, is that of the page at that address.
    """
    links = SiteLinks()
    for path in sorted(site.rglob("*.html")):
        file, text = path.relative_to(site).as_posix(), path.read_text(encoding="utf-8")
        if not file.startswith(f"{without}/") and "<base " not in text:
            links.add(file, page_links(file, text))
    return links
