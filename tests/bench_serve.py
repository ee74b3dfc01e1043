"""`make bench`'s part for the server: CPU seconds from saving a file to the page served, memory, cost of idling.

`measure` serves a copy of a project by MkDocs' own command and changes one record in it as a contributor does.
"""

from __future__ import annotations

import contextlib
import os
import re
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from equal_footing.form import order, trees, writing

RECORD = "japan/funding/japan-platform"
TICKS = os.sysconf("SC_CLK_TCK")
BETWEEN = 0.05
"""Seconds between two looks at a page; what these cost counts, too."""
PATIENCE = 120.0
IDLE = 10.0
MISTAKES: dict[str, tuple[str, str]] = {
    "a key that is misspelt": (r"\Akind:", "{}:"),
    "a source that does not exist": (r"(?m)^    source: .*$", "    source: {}"),
}
"""What to put a made-up word in the place of, by the mistake that this makes."""


@dataclass(frozen=True)
class Cost:
    """CPU seconds, medians: to a saved value on its page, with the check after it, and to a mistake at every address.

    `memory` is that of the server in MB after the first and after the last change, `idle` the share of a processor
    that it takes while nothing happens.
    """

    value: float
    checked: float
    mistakes: dict[str, float]
    memory: tuple[float, float]
    idle: float


class _Server:
    """A server of a project, as a process of its own."""

    def __init__(self, folder: Path) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self._port = free.getsockname()[1]
        self._process = subprocess.Popen(
            [sys.executable, "-m", "mkdocs", "serve", "--quiet", "--dev-addr", f"127.0.0.1:{self._port}"],
            cwd=folder,
            env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
            stderr=subprocess.DEVNULL,
        )

    def stop(self) -> None:
        self._process.terminate()
        self._process.wait()

    def cpu(self) -> float:
        """Return the user and system seconds of the process so far."""
        fields = Path(f"/proc/{self._process.pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / TICKS

    def memory(self) -> float:
        """Return the memory of the process in MB."""
        status = Path(f"/proc/{self._process.pid}/status").read_text(encoding="utf-8")
        return int(re.findall(r"VmRSS:\s+(\d+)", status)[0]) / 1024

    def page(self, address: str) -> str:
        with urllib.request.urlopen(f"http://127.0.0.1:{self._port}/{address}", timeout=PATIENCE) as answer:
            return str(answer.read().decode())

    def wait(self, address: str, seen: Callable[[str], bool]) -> None:
        """Look at a page until it shows something; raises TimeoutError when it does not."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            with contextlib.suppress(urllib.error.URLError, ConnectionError):
                if seen(self.page(address)):
                    return
            time.sleep(BETWEEN)
        raise TimeoutError(address)


@contextlib.contextmanager
def _serving(folder: Path) -> Iterator[_Server]:
    server = _Server(folder)
    try:
        yield server
    finally:
        server.stop()


def begun_with(word: str, record: str) -> str:
    """Return a record's file with another beginning of its lead, in the form of the data files."""
    root = trees.read(record.replace("summary: >-\n  ", f"summary: >-\n  {word} ", 1))
    assert isinstance(root.value, dict)
    order.put_in_order(root, order.model_of(f"data/{RECORD}.yml", root.value))
    return writing.written(root)


def measure(folder: Path, runs: int = 10, edits: int = 100) -> Cost:
    """Serve the project in `folder` and change a record `edits` times; the medians are those of the last `runs`."""
    file, address = folder / f"data/{RECORD}.yml", f"{RECORD}/"
    text = file.read_text(encoding="utf-8")
    with _serving(folder) as server:

        def checked() -> None:
            server.wait(address, lambda page: '"status">Checked' in page and "ef-problems" not in page)

        def save(new: str, seen: str) -> float:
            before = server.cpu()
            file.write_text(new, encoding="utf-8")
            server.wait(address, lambda page: seen in page)
            return server.cpu() - before

        checked()
        before = server.cpu()
        time.sleep(IDLE)
        idle = (server.cpu() - before) / IDLE
        values, whole, memory = [], [], []
        for number in range(edits):
            before = server.cpu()
            values.append(save(begun_with(f"Edit{number}x", text), f"Edit{number}x "))
            checked()
            whole.append(server.cpu() - before)
            memory.append(server.memory())
        mistakes: dict[str, list[float]] = {name: [] for name in MISTAKES}
        for number in range(runs):
            for name, (old, new) in MISTAKES.items():
                word = f"mistake{number}"
                mistakes[name].append(save(re.sub(old, new.format(word), text, count=1), word))
                file.write_text(text, encoding="utf-8")
                checked()
    costs = {name: median(found) for name, found in mistakes.items()}
    return Cost(median(values[-runs:]), median(whole[-runs:]), costs, (memory[0], memory[-1]), idle)


def told(name: str, cost: Cost) -> Iterator[str]:
    """Yield the lines that say what serving a project costs."""
    yield f"{name}: a saved value is on its page after {cost.value:.2f} s CPU, all is checked after {cost.checked:.2f}"
    for mistake, seconds in cost.mistakes.items():
        yield f"{name}: {mistake} is named after {seconds:.2f} s CPU"
    first, last = cost.memory
    yield f"{name}: memory {first:.0f} MB after the first edit, {last:.0f} MB after the last"
    yield f"{name}: {100 * cost.idle:.1f} % of a processor while nothing happens"
