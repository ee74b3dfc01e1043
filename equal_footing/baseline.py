"""The data as they were at a commit, read out of git without touching the working tree."""

from __future__ import annotations

import io
import subprocess
import tarfile
import tempfile
from pathlib import Path

from equal_footing.dataset import Dataset
from equal_footing.loading import load
from equal_footing.problems import Problem, quote


class BaselineError(Exception):
    """The data at the commit cannot be had; the message says why."""


def dataset_at(root: Path, commit: str) -> tuple[Dataset | None, list[Problem]]:
    """Return the data at a commit as far as today's rules can read them, and the problems of what they cannot.

    Raises BaselineError when there is no git repository, no such commit, or no data in it.
    """
    if commit.startswith("-"):
        raise BaselineError(f"{quote(commit)} is not a commit.")
    resolved = _git(root, "rev-parse", "--verify", "--quiet", f"{commit}^{{commit}}")
    if resolved.returncode == 128 and b"not a git repository" in resolved.stderr:
        raise BaselineError(f"{root} is not a git repository, so there is nothing to compare with.")
    if resolved.returncode:
        raise BaselineError(f"There is no commit {quote(commit)}. Name a branch, a tag or a commit (BASE=…).")
    packed = _git(root, "archive", "--format=tar", resolved.stdout.decode().strip(), "data")
    if packed.returncode:
        raise BaselineError(f"The commit {quote(commit)} has no folder data/.")
    with tempfile.TemporaryDirectory() as folder:
        with tarfile.open(fileobj=io.BytesIO(packed.stdout)) as archive:
            archive.extractall(folder, filter="data")
        return load(Path(folder))


def _git(root: Path, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    try:
        return subprocess.run(["git", "-C", str(root), *arguments], capture_output=True, check=False)
    except FileNotFoundError as error:
        raise BaselineError("git is not installed.") from error
