"""The files for the public host: they have the shape that it reads, and ask nothing that is not there."""

from __future__ import annotations

import json
import os
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import check_jsonschema
import pytest
import yaml
from click.testing import CliRunner, Result

from equal_footing.check.catalogue import told
from equal_footing.reading.problems import Problem

from .conftest import ROOT

HOST = ROOT / ".github"
WORKFLOWS = sorted((HOST / "workflows").glob("*.yml"))
FORMS = sorted(path for path in (HOST / "ISSUE_TEMPLATE").glob("*.yml") if path.name != "config.yml")
SHAPES = (
    ("vendor.github-workflows", WORKFLOWS),
    ("custom.github-workflows-require-timeout", WORKFLOWS),
    ("vendor.github-issue-forms", FORMS),
    ("vendor.github-issue-config", [HOST / "ISSUE_TEMPLATE" / "config.yml"]),
    ("vendor.dependabot", [HOST / "dependabot.yml"]),
    ("vendor.citation-file-format", [ROOT / "CITATION.cff"]),
)


def read(path: Path) -> dict[Any, Any]:
    """Return a file of the host."""
    data: dict[Any, Any] = yaml.load(path.read_text(encoding="utf-8"), yaml.CSafeLoader)
    return data


def steps() -> Iterator[dict[str, Any]]:
    """Yield the steps of all workflows."""
    for path in WORKFLOWS:
        for job in read(path)["jobs"].values():
            yield from job["steps"]


def check(shape: str, files: list[Path]) -> Result:
    """Hold files against a schema that the validator brings along; nothing is fetched."""
    return CliRunner().invoke(check_jsonschema.main, ["--builtin-schema", shape, *map(str, files)])


@pytest.mark.parametrize(("shape", "files"), SHAPES, ids=[shape for shape, _ in SHAPES])
def test_the_files_have_the_shape_that_their_readers_expect(shape: str, files: list[Path]) -> None:
    assert files
    result = check(shape, files)
    assert result.exit_code == 0, result.output


def test_a_misspelt_key_of_a_workflow_is_found(tmp_path: Path) -> None:
    broken = tmp_path / "ci.yml"
    broken.write_text(WORKFLOWS[0].read_text(encoding="utf-8").replace("runs-on:", "run-on:", 1), encoding="utf-8")
    assert check("vendor.github-workflows", [broken]).exit_code == 1


def test_every_command_of_make_that_is_named_anywhere_is_there() -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    pages = [*HOST.rglob("*.yml"), *HOST.glob("*.md"), *ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]
    named = {
        (page.relative_to(ROOT).as_posix(), target)
        for page in pages
        for target in re.findall(r"(?:`|run: |^|\s)make (?:--silent )?([a-z]+)(?=[`\s]|$)", _code(page), re.MULTILINE)
    }
    assert {target for _, target in named} >= {"check", "test", "site", "serve", "diff"}
    assert [(page, target) for page, target in named if target not in targets] == []


def _code(page: Path) -> str:
    """Return what is code of a page: of Markdown the blocks and what stands between backticks."""
    text = page.read_text(encoding="utf-8")
    if page.suffix != ".md":
        return text
    blocks = re.findall(r"^```sh\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
    return "\n".join([*blocks, *re.findall(r"`make [^`]+`", text)])


def test_actions_are_pinned_to_a_commit_and_named_with_their_version() -> None:
    used = [line for path in WORKFLOWS for line in path.read_text(encoding="utf-8").splitlines() if "uses:" in line]
    assert used
    assert [line for line in used if not re.search(r"uses: actions/[a-z-]+@[0-9a-f]{40} # v\d+(\.\d+){2}$", line)] == []


def test_no_action_is_older_than_the_first_one_that_runs_on_node_24() -> None:
    first = {"checkout": 5, "setup-python": 6, "upload-artifact": 6, "download-artifact": 7}
    first |= {"upload-pages-artifact": 5, "deploy-pages": 5}
    text = "\n".join(path.read_text(encoding="utf-8") for path in WORKFLOWS)
    used = set(re.findall(r"uses: actions/([a-z-]+)@\S+ # v(\d+)", text))
    assert {name for name, _ in used} == first.keys()
    assert {name for name, version in used if int(version) < first[name]} == set()


@pytest.mark.parametrize(
    ("owner", "name", "variable", "address"),
    [
        ("ngo", "equal-footing", "", "https://ngo.github.io/equal-footing/"),
        ("ngo", "ngo.github.io", "", "https://ngo.github.io/"),
        ("NGO", "ngo.github.io", "", "https://NGO.github.io/"),
        ("ngo", "other.github.io", "", "https://ngo.github.io/other.github.io/"),
        ("ngo", "ngo.github.io", "https://example.org/", "https://example.org/"),
    ],
)
def test_the_public_address_is_the_host_s_own_unless_a_variable_names_another(
    owner: str, name: str, variable: str, address: str
) -> None:
    asked = read(HOST / "workflows/ci.yml")["env"]["EQUAL_FOOTING_URL"].removeprefix("${{").removesuffix("}}")
    given = {"vars.EQUAL_FOOTING_URL": variable, "github.event.repository.name": name, "github.repository_owner": owner}
    for key, value in given.items():
        asked = asked.replace(key, f"Text({value!r})")
    python = asked.replace("||", " or ").replace("&&", " and ").strip()

    class Text(str):
        """A string of the host's expressions, which compares without case."""

        __hash__ = str.__hash__

        def __eq__(self, other: object) -> bool:
            return isinstance(other, str) and self.casefold() == other.casefold()

    def put(form: str, *parts: str) -> str:
        return Text(form.format(*parts))

    assert str(eval(python, {"Text": Text, "format": put})) == address


@pytest.mark.parametrize(
    ("published", "named", "is_same"),
    [
        ("https://ngo.github.io/ef/", "https://NGO.github.io/ef/", True),
        ("http://ngo.github.io/ef", "https://ngo.github.io/ef/", True),
        ("https://example.org/", "https://ngo.github.io/ef/", False),
    ],
)
def test_a_site_published_elsewhere_than_its_citations_say_is_told(
    published: str, named: str, *, is_same: bool
) -> None:
    *_, step = read(HOST / "workflows/ci.yml")["jobs"]["publish"]["steps"]
    given = {**os.environ, "PUBLISHED": published, "EQUAL_FOOTING_URL": named}
    done = subprocess.run(["bash", "-ec", step["run"]], env=given, capture_output=True, text=True, check=False)
    assert done.returncode == (0 if is_same else 1)
    assert done.stdout.startswith("" if is_same else f"::error::The site is at {published}, but its pages")


def test_who_is_root_in_a_container_without_sudo_does_not_call_it() -> None:
    jobs = [job for path in WORKFLOWS for job in read(path)["jobs"].values() if "container" in job]
    assert jobs
    assert [step["run"] for job in jobs for step in job["steps"] if "sudo" in step.get("run", "")] == []


def test_a_workflow_may_only_read_unless_it_says_what_it_writes() -> None:
    allowed = {
        "ci.yml": {"contents": "read"},
        "comment.yml": {"actions": "read", "pull-requests": "write"},
        "nightly.yml": {"contents": "read"},
    }
    assert {path.name: read(path)["permissions"] for path in WORKFLOWS} == allowed


def test_what_others_write_is_never_part_of_a_script() -> None:
    scripts = [step["run"] for step in steps() if "run" in step]
    assert scripts
    assert [script for script in scripts if "${{" in script] == []


def test_the_workflow_that_may_write_runs_nothing_that_a_pull_request_brings() -> None:
    for step in read(HOST / "workflows" / "comment.yml")["jobs"]["comment"]["steps"]:
        assert "checkout" not in step.get("uses", "")
        assert "make" not in step.get("run", "")


def test_problems_appear_at_their_lines() -> None:
    matcher = json.loads((HOST / "check-problems.json").read_text(encoding="utf-8"))["problemMatcher"][0]
    pattern = matcher["pattern"][0]
    line = told(Problem("data/japan/country.yml", 3, 5, "name", "has no English name. Add `en`.", "name-english"))
    found = re.match(pattern["regexp"], line)
    assert found
    assert [found.group(pattern[key]) for key in ("file", "line", "column")] == ["data/japan/country.yml", "3", "5"]
    assert "has no English name" in found.group(pattern["message"])
    of_edition = told(Problem("editions/2026.11/addresses.txt", 1, 1, "", "is missing.", "edition-files"))
    assert re.match(pattern["regexp"], of_edition)
    assert not re.match(pattern["regexp"], "243 records, 4,353 facts, 1,586 sources: no problems.")


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.stem)
def test_forms_ask_for_the_page_or_country_and_a_source(form: Path) -> None:
    asked = {item["id"]: item for item in read(form)["body"] if "id" in item}
    assert {"page", "country"} & set(asked)
    assert {"source", "sources"} & set(asked)
