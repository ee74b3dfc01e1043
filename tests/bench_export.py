"""What share of the CPU time of a cold build goes into what programs read: `PARTS` defines it.

`python -m tests.bench_export` builds the project in the folder where it runs and prints the CPU seconds of each part.
What a part calls that is itself a part counts there and not twice. That the kernel writes files counts for itself, and
so does what the build notes in order to keep its results, which it does for pages as well.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from mkdocs.__main__ import cli

from equal_footing.drawing import exporting
from equal_footing.drawing.reads import Reads
from equal_footing.drawing.twin_files import TwinFiles
from equal_footing.keeping import files
from equal_footing.keeping.store import Store
from equal_footing.mkdocs_site import generated

DOWNLOADS, TWINS, WRITTEN = "downloads", "twins and tables of pages", "twins of written pages, indexes, contract"
PARTS = (DOWNLOADS, TWINS, WRITTEN)
"""What the export consists of."""
GOAL = 0.1
"""The share of a cold build that it may take."""
_MEASURED: dict[str, tuple[tuple[Any, str], ...]] = {
    DOWNLOADS: ((exporting, "write"),),
    TWINS: ((TwinFiles, "page"),),
    WRITTEN: ((generated, "write_twins"),),
    "writing files of all sorts": ((files, "write"), (files, "_link"), (Store, "put")),
    "noting what was read": ((Reads, "digest"),),
}
"""The functions that do all of a part, each with the place where it is looked up."""


def seconds() -> dict[str, float]:
    """Build the project in this folder, and return the CPU seconds of each part, and those of all as `build`."""
    spent: dict[str, float] = defaultdict(float)
    running: list[str] = []
    last = time.process_time()

    def switch() -> None:
        """Count the time until now for the part that is running."""
        nonlocal last
        now = time.process_time()
        if running:
            spent[running[-1]] += now - last
        last = now

    def timed(part: str, function: Callable[..., Any]) -> Callable[..., Any]:
        def call(*arguments: Any, **named: Any) -> Any:
            switch()
            running.append(part)
            try:
                return function(*arguments, **named)
            finally:
                switch()
                running.pop()

        return call

    for part, places in _MEASURED.items():
        for home, name in places:
            setattr(home, name, timed(part, getattr(home, name)))
    cli(["build", "--quiet", "--strict"], standalone_mode=False)
    return {**spent, "build": time.process_time()}


def measure(folder: Path, environment: Mapping[str, str]) -> dict[str, float]:
    """Return the share of each part in the CPU time of a build of the project in a folder."""
    command = [sys.executable, "-m", "tests.bench_export"]
    done = subprocess.run(command, cwd=folder, env=environment, stdout=subprocess.PIPE, check=True)
    found: dict[str, float] = json.loads(done.stdout)
    whole = found.pop("build")
    return {part: spent / whole for part, spent in found.items()}


def main() -> None:
    """Build the project, and print what each part has taken."""
    print(json.dumps(seconds(), indent=1))


if __name__ == "__main__":
    main()
