"""`make bench`: the CPU time of our build against plain Material with the same pages, measured in turn in one run.

Plain Material gets every page of ours as a Markdown file that holds the finished text, and a navigation that lists only
the home page, which is the cheapest that it can be asked to do. `full` is the same with every page in the navigation,
which is what MkDocs does by itself.

`python -m tests.bench serve` measures the server instead, of this project or of those in the folders that are named.
"""

from __future__ import annotations

import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median

from lxml import etree, html

from . import bench_serve

ROOT = Path(__file__).resolve().parents[1]
RUNS = 3
PROJECT = ("data", "docs", "macros.py", "mkdocs.yml", "templates", "theme")
PLAIN = """
site_name: Plain
site_url: https://plain.example/
theme: {name: material, font: false, features: [navigation.indexes, navigation.path, navigation.tabs, navigation.top]}
plugins:
  - search: {lang: [en, fr, ja]}
markdown_extensions: [admonition, attr_list, md_in_html, tables, {toc: {permalink: true}}]
"""


def cpu_seconds(folder: Path, to: Path) -> float:
    """Build the project in `folder`; returns user and system seconds of the process."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    environment = {**os.environ, "EQUAL_FOOTING_SITE_DIR": str(to), "NO_MKDOCS_2_WARNING": "1"}
    subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", str(to)],
        cwd=folder,
        env=environment,
        check=True,
        stderr=subprocess.DEVNULL,
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def prerender(site: Path, folder: Path, nav: bool) -> int:
    """Write the pages of a built site as Markdown files for plain Material; returns how many there are."""
    count = 0
    for path in sorted(site.rglob("index.html")):
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
    (folder / "mkdocs.yml").write_text(PLAIN + ("" if nav else "nav: [{Home: index.md}]\n"), encoding="utf-8")
    return count


def main() -> None:
    """Print the median of each build and the ratios."""
    with tempfile.TemporaryDirectory() as scratch:
        base = Path(scratch)
        cpu_seconds(ROOT, base / "site")
        for name, nav in (("plain", False), ("full", True)):
            (base / name).mkdir()
            pages = prerender(base / "site", base / name, nav)
        times: dict[str, list[float]] = {"ours": [], "plain": [], "full": []}
        for _ in range(RUNS):
            times["ours"].append(cpu_seconds(ROOT, base / "out"))
            times["plain"].append(cpu_seconds(base / "plain", base / "out"))
            times["full"].append(cpu_seconds(base / "full", base / "out"))
    middle = {name: median(values) for name, values in times.items()}
    print(f"{pages} pages, {RUNS} runs in turn, CPU seconds (median)")
    for name, seconds in middle.items():
        print(f"{name:6} {seconds:6.2f} s  {1000 * seconds / pages:6.1f} ms a page")
    print(f"ours / plain (pre-rendered, constant navigation): {middle['ours'] / middle['plain']:.2f}")
    print(f"ours / full  (pre-rendered, every page in the navigation): {middle['ours'] / middle['full']:.2f}")


def serve(projects: list[Path]) -> None:
    """Print what it costs to serve a copy of each project."""
    for project in projects:
        with tempfile.TemporaryDirectory() as scratch:
            for name in PROJECT:
                copy = shutil.copytree if (project / name).is_dir() else shutil.copy
                copy(project / name, Path(scratch, name))
            for line in bench_serve.told(project.name, bench_serve.measure(Path(scratch))):
                print(line)


if __name__ == "__main__":
    if sys.argv[1:2] == ["serve"]:
        serve([Path(name) for name in sys.argv[2:]] or [ROOT])
    else:
        main()
