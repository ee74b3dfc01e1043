"""`make bench`: what a build, a check and a server cost with 3, 10, 30 and 100 countries, against plain Material.

Plain Material gets every page of ours as a Markdown file that holds the finished text, and a navigation that lists
only the home page, which is the cheapest that it can be asked to do. `bare` is a loop over the same files, the floor.
All run in turn in one run, so that a busy machine slows down all of them; read the ratios. Seconds are CPU seconds,
user and system, of the whole process: medians. From `LARGE` countries on everything is measured once.

`python -m tests.bench 3 30 --runs 5` takes other numbers; the table and the picture go to `.cache/bench/`.
"""

from __future__ import annotations

import argparse
import gzip
import itertools
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median

import vl_convert
from lxml import etree, html

from equal_footing.keeping.store import FOLDER

from . import bench_export, bench_serve
from .bench_world import ROOT, project

OUT = ROOT / ".cache/bench"
RECORD = bench_serve.RECORD
PLAIN = """
site_name: Plain
site_url: https://plain.example/
theme: {name: material, font: false, features: [navigation.indexes, navigation.path, navigation.tabs, navigation.top]}
plugins:
  - search: {lang: [en, fr, ja]}
markdown_extensions: [admonition, attr_list, md_in_html, tables, {toc: {permalink: true}}]
nav: [{Home: index.md}]
"""
GOALS = {"cold": 0.7, "warm": 0.5, "after an edit": 0.1}
"""The shares of plain Material's time that builds may take at 30 countries."""
_NOT_KEPT = "PYTHONDONTWRITEBYTECODE"
"""What is left out of the environment, else this program alone would be compiled in each run."""
LARGE = 30
"""From how many countries on one round has to do: it takes minutes."""


@dataclass(frozen=True)
class Run:
    """What a process took: CPU seconds, and the most memory that it had, in MB."""

    seconds: float
    memory: float


@dataclass
class Costs:
    """The runs of each step with so many countries, by the name of the step."""

    countries: int
    pages: int
    rounds: int
    runs: dict[str, list[Run]]
    weights: dict[str, int]
    export: dict[str, float]
    serving: bench_serve.Cost | None = None

    def seconds(self, step: str) -> float:
        """Return the median of the CPU seconds of a step."""
        return median(run.seconds for run in self.runs[step])

    def ratio(self, step: str) -> float:
        """Return the median of the ratios of a step to plain Material, each with the run beside it."""
        pairs = zip(self.runs[step], self.runs["plain Material"], strict=True)
        return median(ours.seconds / plain.seconds for ours, plain in pairs)


def run(folder: Path, *arguments: str, to: Path) -> Run:
    """Run Python in a folder, with the folder of the site that it is to build; raises when it fails."""
    shutil.rmtree(to, ignore_errors=True)
    process = subprocess.Popen(
        [sys.executable, "-m", *arguments], cwd=folder, env=environment(to), stdout=subprocess.DEVNULL, stderr=2
    )
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, arguments)
    return Run(used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def environment(site: Path) -> dict[str, str]:
    """Return the environment of a process that builds a site in a folder."""
    own = {"EQUAL_FOOTING_SITE_DIR": str(site), "NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": str(ROOT)}
    given = {name: value for name, value in os.environ.items() if name != _NOT_KEPT}
    return {**given, **own}


def prerender(site: Path, folder: Path) -> int:
    """Write the pages of a built site as Markdown files for plain Material; returns how many there are."""
    count = 0
    for path in sorted(site.rglob("index.html")):
        if path.is_relative_to(site / "v"):  # the pages of editions are not built anew
            continue
        page = html.parse(str(path)).getroot()
        body = page.xpath("//article[contains(@class, 'md-content__inner')]")[0]
        for heading in body.xpath(".//*[contains(@class, 'headerlink')]"):
            heading.drop_tree()
        inner = "".join(etree.tostring(child, encoding="unicode", method="html") for child in body)
        target = folder / "docs" / path.relative_to(site).with_suffix(".md")
        target.parent.mkdir(parents=True, exist_ok=True)
        title = page.xpath("string(//title)")
        one_block = "\n".join(line for line in inner.splitlines() if line.strip())
        target.write_text(f"---\ntitle: {json.dumps(title)}\n---\n<div>\n{one_block}\n</div>\n", encoding="utf-8")
        count += 1
    (folder / "mkdocs.yml").write_text(PLAIN, encoding="utf-8")
    return count


def weights(site: Path) -> dict[str, int]:
    """Return how many bytes a browser fetches, compressed, for some pages and for a first query at most."""

    def weight(path: Path) -> int:
        return len(gzip.compress(path.read_bytes()))

    pages = {
        "home page": "",
        "a record": f"{RECORD}/",
        "a question": "compare/standing-dialogue/",
        "a country": "japan/",
    }
    found = {name: weight(site / address / "index.html") for name, address in pages.items()}
    search = site / "search"
    index = json.loads((search / "index.json").read_text(encoding="utf-8"))
    pieces = [weight(path) for path in (search / "pieces").iterdir() if path.name != Path(index["words"]).name]
    found["a first query"] = weight(search / "index.json") + weight(search / index["words"]) + max(pieces)
    return found


def edit(folder: Path, number: int) -> None:
    """Change a record as a contributor does."""
    file = folder / f"data/{RECORD}.yml"
    text = re.sub(r"(?m)^(summary: >-\n  )Edit \d+\. ", r"\1", file.read_text(encoding="utf-8"))
    file.write_text(bench_serve.begun_with(f"Edit {number}.", text), encoding="utf-8")


def measure(scratch: Path, countries: int, runs: int, serve: bool) -> Costs:
    """Measure everything with so many countries, in turn, so many times."""
    ours, plain, out = project(scratch / f"ours{countries}", countries), scratch / f"plain{countries}", scratch / "out"
    costs, build = Costs(countries, 0, runs, defaultdict(list), {}, {}), ("mkdocs", "build", "--quiet")
    step = costs.runs
    for number in range(runs):
        shutil.rmtree(ours / FOLDER, ignore_errors=True)
        step["cold"].append(run(ours, *build, "--strict", to=out))
        if not number:
            costs.pages, costs.weights = prerender(out, plain), weights(out)
        step["plain Material"].append(run(plain, *build, "--site-dir", str(out), to=out))
        step["warm"].append(run(ours, *build, to=out))
        edit(ours, 2 * number)
        step["after an edit"].append(run(ours, *build, to=out))
        step["first check"].append(run(ours, "equal_footing", "check", to=out))
        edit(ours, 2 * number + 1)
        step["check"].append(run(ours, "equal_footing", "check", to=out))
        step["bare"].append(run(plain, "tests.bench_bare", ".", str(out), to=out))
    shutil.rmtree(ours / FOLDER, ignore_errors=True)
    costs.export = bench_export.measure(ours, environment(out))
    if serve:
        costs.serving = bench_serve.measure(ours)
    return costs


def table(found: list[Costs]) -> Iterator[str]:
    """Yield the lines of a table in Markdown."""
    yield f"| | {' | '.join(f'{one.countries} countries, {one.pages:,} pages' for one in found)} |"
    yield f"|---{'|---' * len(found)}|"

    def row(name: str, cells: list[str]) -> str:
        return f"| {name} | {' | '.join(cells)} |"

    for step in found[0].runs:
        share = [f"{one.ratio(step):.2f} ({one.seconds(step):.1f} s)" for one in found]
        yield row(f"{step}, by plain Material (CPU)", share)
    yield row("rounds", [str(one.rounds) for one in found])
    yield row("check by a cold build", [f"{one.seconds('check') / one.seconds('cold'):.2f}" for one in found])
    yield row("a page, cold", [f"{1000 * one.seconds('cold') / one.pages:.1f} ms" for one in found])
    yield row(
        "a page more than with fewer countries, cold", ["", *itertools.starmap(_further, itertools.pairwise(found))]
    )
    exports = [f"{sum(one.export[part] for part in bench_export.PARTS):.3f}" for one in found]
    yield row(f"export by a cold build (goal: {bench_export.GOAL})", exports)
    for part in found[0].export:
        yield row(f"{part}, by a cold build", [f"{one.export[part]:.3f}" for one in found])
    for step in ("cold", "warm", "plain Material"):
        yield row(f"memory, {step}", [f"{max(run.memory for run in one.runs[step]):.0f} MB" for one in found])
    for name in found[0].weights:
        yield row(f"weight of {name}, compressed", [f"{one.weights[name] / 1000:.0f} KB" for one in found])
    served = [(one.countries, one.serving) for one in found if one.serving]
    for countries, serving in served:
        yield from ("", *bench_serve.told(f"{countries} countries", serving))


def _further(fewer: Costs, more: Costs) -> str:
    """Return what each page more costs: with few countries, most pages are those that any number of them shares."""
    return f"{1000 * (more.seconds('cold') - fewer.seconds('cold')) / (more.pages - fewer.pages):.1f} ms"


def picture(found: list[Costs]) -> str:
    """Return the shares of plain Material's time as an SVG."""
    steps = [*GOALS, "check", "bare"]
    values = [
        {"step": step, "countries": f"{one.countries} countries", "share": round(one.ratio(step), 3)}
        for one in found
        for step in steps
    ]
    order = [f"{one.countries} countries" for one in found]
    share = {"field": "share", "type": "quantitative", "title": "CPU time, plain Material = 1"}
    spec = {
        "width": 560,
        "height": 260,
        "layer": [
            {
                "data": {"values": values},
                "mark": "bar",
                "encoding": {
                    "x": {"field": "step", "sort": steps, "title": None, "axis": {"labelAngle": 0}},
                    "xOffset": {"field": "countries", "sort": order},
                    "y": share,
                    "color": {"field": "countries", "sort": order, "title": None},
                },
            },
            {
                "data": {"values": [{"step": step, "share": goal} for step, goal in GOALS.items()]},
                "mark": {"type": "tick", "thickness": 2, "color": "black", "width": 90},
                "encoding": {"x": {"field": "step", "sort": steps}, "y": share},
            },
        ],
    }
    return str(vl_convert.vegalite_to_svg(json.dumps(spec)))


def main() -> None:
    """Measure, and print the table."""
    parser = argparse.ArgumentParser(prog="tests.bench", description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("countries", type=int, nargs="*", default=[3, 10, 30, 100])
    parser.add_argument(
        "--runs",
        type=int,
        default=5,
        help=f"how often each step is measured with fewer than {LARGE} countries (default: 5)",
    )
    parser.add_argument("--no-server", action="store_true", help="leave the server out")
    options = parser.parse_args()
    found = []
    OUT.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        for countries in options.countries:
            rounds = 1 if countries >= LARGE else options.runs
            found.append(measure(Path(scratch), countries, rounds, not options.no_server))
            lines = "\n".join(table(found))
            (OUT / "table.md").write_text(f"{lines}\n", encoding="utf-8")  # what is there, if the rest is stopped
            (OUT / "picture.svg").write_text(picture(found), encoding="utf-8")
    print(f"Medians of the rounds in the table; the mark in the picture is the goal at 30 countries.\n\n{lines}")
    print(f"\n{OUT.relative_to(ROOT)}/ has the table and the picture.")


if __name__ == "__main__":
    main()
