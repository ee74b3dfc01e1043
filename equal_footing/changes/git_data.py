"""The data as they were at a commit, read out of git without touching the working tree."""

import hashlib
import io
import os
import shutil
import subprocess
import tarfile
import tempfile
from dataclasses import dataclass
from pathlib import Path

from equal_footing.check.run import check
from equal_footing.model.dataset import Dataset
from equal_footing.model.loading import load
from equal_footing.model.vocabulary import FOLDER
from equal_footing.reading.problems import CommandError, Problem, quote, tidy

DATA = "data"


@dataclass(frozen=True, slots=True)
class DataAtCommit:
    """The data at a commit as far as today's rules can read them, and their problems under these rules.

    `files` holds a digest of each file. The commit `is_earlier` than the one that was named where the history of that
    one has gone on. Where its vocabulary could not be read the data are read with today's, and `is_borrowed` is true.
    """

    commit: str
    is_earlier: bool
    dataset: Dataset
    problems: list[Problem]
    files: dict[str, str]
    is_borrowed: bool


def read(root: Path, base: str) -> DataAtCommit:
    """Return the data at a commit, or where the history of the working tree left it if it has gone on since.

    Raises CommandError when there is no git repository, no such commit, or no data in it.
    """
    named, commit = _commits(root, base)
    with tempfile.TemporaryDirectory() as folder:
        was = Path(folder)
        _unpack(root, commit, was)
        if not (was / DATA).is_dir():
            raise CommandError(f"The commit {quote(base)} has no folder {DATA}/.")
        files = digests(was)
        dataset, problems = load(was)
        is_borrowed = dataset is None
        if is_borrowed:
            shutil.rmtree(was / FOLDER, ignore_errors=True)
            shutil.copytree(root / FOLDER, was / FOLDER)
            dataset, further = load(was)
            problems += further
        if dataset is None:
            raise CommandError(f"The data of {quote(base)} cannot be read: {problems[0]}")
        problems += check(dataset)
    return DataAtCommit(commit, commit != named, dataset, tidy(problems), files, is_borrowed)


def digests(root: Path) -> dict[str, str]:
    """Return a digest of the bytes of each YAML file of the data."""
    paths = sorted(path for path in (root / DATA).rglob("*.yml") if path.is_file())
    return {path.relative_to(root).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in paths}


def listed(root: Path, folder: str) -> dict[str, bool] | None:
    """Return the files below a folder that git knows, by their paths from `root`; None without git or a repository.

    The value of each is whether this checkout, being a sparse one, leaves the file out.
    """
    found = _paths(root, "ls-files", "-z", "-t", "--", folder)
    return None if found is None else {line[2:]: line.startswith("S ") for line in found}


def changed(root: Path, folder: str) -> list[str]:
    """Return the files below a folder that are gone or not as in the last commit, by their paths from `root`."""
    compare = ("diff", "-z", "--name-only", "--relative", "--no-renames", "--diff-filter=MTD", "HEAD")
    return _paths(root, *compare, "--", folder) or []


def _paths(root: Path, *command: str) -> list[str] | None:
    try:
        found = _git(root, *command)
    except CommandError:  # git is not installed
        return None
    return None if found.returncode else os.fsdecode(found.stdout).split("\0")[:-1]


def _commits(root: Path, base: str) -> tuple[str, str]:
    """Return the hashes of the commit that was named and of the one to compare with."""
    if base.startswith("-"):
        raise CommandError(f"{quote(base)} is not a commit.")
    inside = _git(root, "rev-parse", "--git-dir")
    if inside.returncode:
        said = inside.stderr.decode(errors="replace").strip()
        if "not a git repository" in said:
            raise CommandError(f"{root} is not in a git repository, so there is nothing to compare with.")
        raise CommandError(f"git cannot read the repository: {' '.join(said.split())}")
    resolved = _git(root, "rev-parse", "--verify", "--quiet", f"{base}^{{commit}}")
    if resolved.returncode:
        raise CommandError(f"There is no commit {quote(base)}. Name a branch, a tag or a commit (BASE=…).")
    commit = resolved.stdout.decode().strip()
    left = _git(root, "merge-base", commit, "HEAD")
    return commit, commit if left.returncode else left.stdout.decode().split()[0]


def _unpack(root: Path, commit: str, to: Path) -> None:
    """Write the ordinary files of `data/` at a commit into a folder; links and submodules are left out."""
    packed = _git(root, "archive", "--format=tar", commit, DATA)
    if packed.returncode:
        return  # there is no such folder
    with tarfile.open(fileobj=io.BytesIO(packed.stdout)) as files:
        for member in files:
            content = files.extractfile(member) if member.isreg() else None
            if content:
                path = to / member.name
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(content.read())


def _git(root: Path, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    try:
        return subprocess.run(["git", "-C", str(root), *arguments], capture_output=True, check=False)
    except FileNotFoundError as error:
        raise CommandError("git is not installed.") from error
