"""The contributor's guide, walked to the letter: its commands are run and its files written in a clone.

What is run and written is read off the guide's built pages. A block of commands is run as it is, and what `make` would
run without loading the program each time. A block of YAML goes where its title says: a path is a whole file, "add to" a
path is the end of one, and a path with a key behind it is the entry of that key.
"""

from __future__ import annotations

import csv
import io
import json
import os
import re
import shlex
import shutil
import socket
import subprocess
import sys
import urllib.request
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from lxml import html
from playwright.sync_api import Page

from equal_footing.check.run import load_checked
from equal_footing.keeping.store import FOLDER
from equal_footing.model.dataset import Dataset
from equal_footing.model.entries import Entry
from equal_footing.sitemap.links import broken

from .. import processes
from ..cases import pages_of
from .conftest import ROOT, BuiltSite, build, expect_found, serving, share_what_is_kept
from .excerpt import excerpt

PARTS = (
    "terms-and-bodies",
    "laws-and-policies",
    "money-and-capacity",
    "dialogue-and-organisations",
    "events-and-figures",
)
GUIDE = ("contribute/add-a-country", "contribute/files", *(f"contribute/files-{part}" for part in PARTS))
PLACE = "ruritania"
ONWARD = "answers.yml"
"""With this file the first page of the guide goes on after the second has been followed."""


@dataclass(frozen=True)
class Block:
    """A block of the guide: its language, its title, its text."""

    language: str
    title: str
    text: str


@dataclass
class Walk:
    """What came of following the guide: the clone, what the commands printed, the site that was built from it."""

    clone: Path
    printed: str = ""
    site: Path = field(default_factory=Path)

    def page(self, address: str) -> html.HtmlElement:
        """Return a page of the site as a tree."""
        return html.parse(str(self.site / address / "index.html")).getroot()

    def text(self, address: str) -> str:
        """Return all words of a page."""
        return " ".join(self.page(address).text_content().split())


def blocks(site: BuiltSite, address: str) -> Iterator[Block]:
    """Yield the blocks of a page that can be followed, in their order."""
    for box in site.page(address).xpath("//div[contains(@class, 'highlight')]"):
        language = re.search(r"language-(\w+)", box.get("class"))
        if language:
            title = "".join(box.xpath("./span[@class='filename']//text()"))
            yield Block(language.group(1), title, box.xpath(".//code")[0].text_content())


def in_order(site: BuiltSite) -> list[Block]:
    """Return the blocks of all pages in the order in which the guide asks to follow them."""
    first, *others = (list(blocks(site, address)) for address in GUIDE)
    second = [block for found in others for block in found]
    at = next(number for number, block in enumerate(first) if ONWARD in block.title)
    return [*first[:at], *second, *first[at:]]


def write(root: Path, block: Block) -> None:
    """Do with a block of YAML what its title says."""
    path = root / block.title.removeprefix("add to ").split(",")[0]
    assert path.is_relative_to(root / "data" / PLACE), block.title
    path.parent.mkdir(exist_ok=True)
    if block.title.startswith("add to "):
        path.write_text(f"{path.read_text(encoding='utf-8').rstrip()}\n\n{block.text}", encoding="utf-8")
    elif "," in block.title:
        key = block.title.split(", ")[1]
        old = path.read_text(encoding="utf-8")
        new, found = re.subn(rf"^{key}:\n(?:  .*\n)+", lambda _: block.text, old, flags=re.MULTILINE)
        assert found == 1, block.title
        path.write_text(new, encoding="utf-8")
    else:
        path.write_text(block.text, encoding="utf-8")


def upstream(to: Path, home: Path) -> None:
    """Make a repository of the project as it is here, with a few of its records, to clone and to push to."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    work = home / "work"
    for name in filter(None, listed.stdout.split("\0")):
        if (ROOT / name).is_file() and not name.startswith(f"data/{PLACE}/"):
            (work / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, work / name)
    excerpt(work)
    for command in ("init --initial-branch main", "add --all", "commit --message Beginning", f"clone --bare . {to}"):
        subprocess.run(["git", *command.split()], cwd=work, env=environment(home), capture_output=True, check=True)


def environment(home: Path, **more: str) -> dict[str, str]:
    """Return the environment of a person at work: a name for commits, the tools installed already."""
    person = {
        f"GIT_{role}_{what}": "someone@example.org" for role in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")
    }
    tools = {
        "MAKEFLAGS": f"VENV={Path(sys.executable).parents[1]}",
        "PYTHONPATH": "",
        "PYTHONDONTWRITEBYTECODE": "",  # as usual: each command would compile the program anew
    }
    return {**os.environ, **person, **tools, "HOME": str(home), "GIT_CONFIG_NOSYSTEM": "1", **more}


def free_port() -> int:
    """Return a port on which nothing listens."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def served_home(clone: Path, env: dict[str, str]) -> str:
    """Run `make serve` until it serves, and return the home page."""
    port = free_port()
    process = subprocess.Popen(
        ["make", "serve", f"PORT={port}"],
        cwd=clone,
        env={**env, "PYTHONUNBUFFERED": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    )
    assert process.stdout
    said = []
    try:
        for line in process.stdout:
            said.append(line)
            if "Serving on" in line:
                with urllib.request.urlopen(f"http://127.0.0.1:{port}/") as answer:
                    return str(answer.read().decode())
        raise AssertionError("".join(said))
    finally:
        os.killpg(process.pid, 15)
        process.wait()


def made(folder: Path, script: str, env: dict[str, str]) -> str:
    """Run what `make` is asked for, and return what is printed.

    `make` itself says which commands these are; they run without loading the program each time.
    """
    asked = f'set -e\nmake() {{ command make --dry-run --no-print-directory "$@"; }}\n{script}'
    commands = subprocess.run(["bash", "-c", asked], cwd=folder, env=env, capture_output=True, text=True, check=True)
    printed = ""
    for command in commands.stdout.splitlines():
        python, flag, module, *arguments = shlex.split(command)
        assert (Path(python).name, flag, module) == ("python", "-m", "equal_footing"), command
        result = processes.run(folder, module, *arguments, **env)
        assert result.returncode == 0, f"{command}\n{result.stdout}\n{result.stderr}"
        printed += f"{result.stdout}{result.stderr}"
    return printed


@pytest.fixture(scope="module")
def walk(site: BuiltSite, tmp_path_factory: pytest.TempPathFactory) -> Walk:
    """Follow the guide from its first command to its last, then build the site."""
    home = tmp_path_factory.mktemp("home")
    upstream(home / "upstream.git", home)
    repository = re.search(r"git clone (\S+)", "".join(block.text for block in blocks(site, GUIDE[0])))
    assert repository
    (home / ".gitconfig").write_text(
        f'[url "{home / "upstream.git"}"]\n\tinsteadOf = {repository.group(1)}\n', encoding="utf-8"
    )
    env = environment(home)
    walked = Walk(home / "equal-footing")
    folder = home
    for block in in_order(site):
        if block.language == "yaml":
            write(folder, block)
        elif block.text.strip() == "make serve":
            assert "Equal Footing" in served_home(folder, env)
        elif block.text.startswith("make "):
            walked.printed += made(folder, block.text, env)
        else:
            script = f'set -e\n{block.text}\npwd > "{home}/folder"'
            result = subprocess.run(["bash", "-c", script], cwd=folder, env=env, capture_output=True, text=True)
            assert result.returncode == 0, f"{block.text}\n{result.stdout}\n{result.stderr}"
            walked.printed += f"{result.stdout}{result.stderr}"
            folder = Path((home / "folder").read_text(encoding="utf-8").strip())
            for file in (*folder.glob("requirements*.txt"), *folder.glob("pyproject.toml")):
                os.utime(file, (0, 0))  # what they ask is installed already, and this package from where it lies
            if folder == walked.clone and not (folder / FOLDER).exists():
                share_what_is_kept(folder)
    walked.site = home / "site"
    result = build(walked.clone, walked.site)
    assert result.returncode == 0, result.stderr
    return walked


@pytest.fixture(scope="module")
def country(walk: Walk) -> Dataset:
    return load_checked(walk.clone)


def records(dataset: Dataset) -> list[Entry]:
    """Return the records of the new country."""
    return [entry for entry in dataset.entries.values() if entry.place == PLACE and entry.kind.folder]


def test_the_guide_ends_in_twenty_records_of_every_kind_and_no_problem(walk: Walk, country: Dataset) -> None:
    kinds = Counter(entry.kind.id for entry in records(country))
    assert sum(kinds.values()) == 20
    assert set(kinds) == {kind.id for kind in country.vocabulary.kinds.values() if kind.folder}
    assert "no problems." in walk.printed, "and no question"
    assert all(entry.record.current for entry in records(country)), "each record says something"


def test_nothing_outside_the_folder_of_the_country_has_changed(walk: Walk) -> None:
    git = ["git", "-C", str(walk.clone)]
    changed = subprocess.run([*git, "diff", "--name-only", "main", PLACE], capture_output=True, text=True, check=True)
    names = changed.stdout.split()
    assert names
    assert [name for name in names if not name.startswith(f"data/{PLACE}/")] == []
    left = subprocess.run([*git, "status", "--porcelain"], capture_output=True, text=True, check=True)
    assert left.stdout == ""


def test_the_proposal_has_reached_the_repository(walk: Walk) -> None:
    there = subprocess.run(
        ["git", "-C", str(walk.clone), "ls-remote", "origin", PLACE], capture_output=True, text=True, check=True,
        env=environment(walk.clone.parent),
    )  # fmt: skip
    assert f"refs/heads/{PLACE}" in there.stdout


def test_the_difference_is_told_in_words(walk: Walk, country: Dataset) -> None:
    for entry in records(country):
        assert entry.record.title in walk.printed, entry.id


def test_every_record_has_its_page_with_its_names_and_its_facts(walk: Walk, country: Dataset) -> None:
    for entry in [country.entries[PLACE], *records(country)]:
        words = walk.text(entry.address)
        for name in entry.record.name.values():
            assert name in words, entry.id
        address = (
            f"{PLACE}/facts" if entry.id == PLACE else entry.address
        )  # those of a country have a page of their own
        assert len(walk.page(address).xpath("//*[@data-cite]")) >= len(entry.record.current), entry.id


def test_the_comparison_has_a_column_more(walk: Walk, country: Dataset) -> None:
    page = walk.page("compare")
    heads = [" ".join(head.text_content().split()) for head in page.xpath("(//table)[1]//thead//th")]
    assert heads == ["Question", "Canada", "China", "Japan", "Ruritania"]
    for question in country.questions:
        words = page.xpath(f"//td[@id='{question}-{PLACE}']")[0].text_content()
        answer = country.answers[PLACE, question].answer
        if answer.answer:
            assert country.vocabulary.answers[answer.answer].label in words
            assert answer.sentence
            assert answer.sentence in " ".join(walk.text(f"compare/{question}").split())
        else:
            assert "Not researched yet" in words
    assert any(answer.answer.answer for (place, _), answer in country.answers.items() if place == PLACE)


@pytest.mark.parametrize("other", ["canada", "china", "japan"])
def test_it_stands_beside_every_other_country(walk: Walk, country: Dataset, other: str) -> None:
    page = walk.page(f"compare/{other}-{PLACE}")
    assert "Ruritania" in page.xpath("//h1")[0].text_content()
    answered = [answer for (place, _), answer in country.answers.items() if place == PLACE and answer.answer.sentence]
    assert answered
    assert all(str(answer.answer.sentence) in walk.text(f"compare/{other}-{PLACE}") for answer in answered)


def test_directories_and_the_timeline_have_its_records(walk: Walk, country: Dataset) -> None:
    for entry in records(country):
        for address in (f"{PLACE}/{entry.kind.folder}", str(entry.kind.folder)):
            links = walk.page(address).xpath("//article//a/@href")
            assert any(link.split("/")[-2:-1] == [entry.id.rsplit("/", 1)[1]] for link in links), (address, entry.id)
    dated = {
        entry.id
        for entry in records(country)
        for fact in entry.record.current
        if country.vocabulary.fields[fact.field].type == "date" and fact.value
    }
    pages = [path.parent.relative_to(walk.site) for path in (walk.site / "timeline").rglob("index.html")]
    links = " ".join(link for page in pages for link in walk.page(str(page)).xpath("//article//a/@href"))
    assert dated
    assert [record for record in dated if f"{record}/" not in links] == []
    assert "Ruritania" in walk.text("countries")
    assert f"{PLACE}/" in " ".join(walk.page("").xpath("//a/@href"))


def test_the_downloads_have_its_facts_and_sources(walk: Walk, country: Dataset) -> None:
    rows = list(csv.DictReader(io.StringIO((walk.site / "data/facts.csv").read_text(encoding="utf-8-sig"))))
    told = Counter(row["record"] for row in rows if row["record"].startswith(PLACE))
    for entry in records(country):
        assert told[entry.id] >= len(entry.record.current), entry.id
    kept = json.loads((walk.site / "data/sources.json").read_text(encoding="utf-8"))
    own = {key for key, source in country.sources.items() if source.place == PLACE}
    assert own <= {item["id"] for item in kept}


def test_the_search_finds_its_records_by_their_own_names(walk: Walk, country: Dataset, page: Page) -> None:
    named = [entry for entry in records(country) if "de" in entry.record.name and entry.kind.id != "lesson"]
    assert named
    with serving(walk.site) as address:
        page.goto(address)
        for entry in named[:4]:
            expect_found(page, entry.record.name["de"], entry.address)


def test_what_moved_and_what_was_withdrawn_keep_their_addresses(walk: Walk, country: Dataset) -> None:
    moved = [record for record in country.moved if record.startswith(PLACE)]
    gone = [record for record in country.withdrawn if record.startswith(PLACE)]
    assert moved
    assert gone
    for record in moved:
        assert walk.page(record).xpath("//a[@data-moved]")
    for record in gone:
        assert country.withdrawn[record][0].title in walk.text(record)


def test_its_worklist_says_what_is_left(walk: Walk) -> None:
    assert "Not researched yet" in walk.text(f"contribute/{PLACE}")
    assert f"data/{PLACE}/answers.yml" in walk.printed


def test_no_link_of_the_grown_site_is_dead(walk: Walk) -> None:
    assert broken(walk.site, "https://equal-footing.example/", pages_of(walk.site, "v")) == []
