"""What share of the CPU time of a build goes into what programs read, which `PARTS` defines: downloads and twins.

`python -m tests.bench_export` builds the project in the folder where it runs and prints the shares in percent.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from typing import Any

from mkdocs.__main__ import cli

from equal_footing.citation.exports import API
from equal_footing.drawing.twin_files import LLMS, TwinFiles
from equal_footing.export.twins import MARKDOWN
from equal_footing.keeping.files import KeptFiles
from equal_footing.mkdocs_site import generated

PARTS: dict[str, tuple[Any, str]] = {
    "downloads": (generated, "write_data"),
    "twins and tables of pages that come from the data": (TwinFiles, "page"),
    "twins of pages that people write, indexes and contract": (generated, "write_twins"),
    "files of twins and tables on disk": (KeptFiles, "write"),
}
"""What is measured, by what it is called: the function that does all of it, and where that is."""


def is_for_programs(address: str) -> bool:
    """Return whether a file is a twin of a page, or a table that a page shows."""
    return address.startswith((API, LLMS)) or address.endswith((f"/{MARKDOWN}", ".csv"))


def measured() -> dict[str, float]:
    """Build the project in this folder, and return the CPU seconds of each part, and those of all under no name."""
    spent: dict[str, float] = defaultdict(float)
    running: list[str] = []

    def timed(part: str, function: Callable[..., Any]) -> Callable[..., Any]:
        def call(*arguments: Any) -> Any:
            counts = not running and (function is not KeptFiles.write or is_for_programs(arguments[1]))
            if not counts:
                return function(*arguments)
            running.append(part)
            start = time.process_time()
            try:
                return function(*arguments)
            finally:
                spent[running.pop()] += time.process_time() - start

        return call

    for part, (home, name) in PARTS.items():
        setattr(home, name, timed(part, getattr(home, name)))
    cli(["build", "--quiet", "--strict"], standalone_mode=False)
    return {**spent, "": time.process_time()}


def shares(folder: Path, environment: dict[str, str]) -> dict[str, float]:
    """Build the project in a folder, and return the share of each part in the CPU time of the build."""
    command = [sys.executable, "-m", "tests.bench_export"]
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=True)
    found: dict[str, float] = json.loads(done.stdout)
    return found


if __name__ == "__main__":
    seconds = measured()
    whole = seconds.pop("")
    print(json.dumps({part: round(spent / whole, 4) for part, spent in seconds.items()}, indent=1))
