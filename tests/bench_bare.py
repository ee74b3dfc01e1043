"""The floor of `make bench`: a loop that puts each finished text into one small Jinja template, and nothing else.

It reads the same files as plain Material. A generator such as Pelican would parse Markdown besides, so nothing that is
written in Python can cost less.

Run as `python -m tests.bench_bare FOLDER SITE`.
"""

from __future__ import annotations

import sys
from pathlib import Path

from jinja2 import Environment

PAGE = """\
<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>{{ title }}</title><link rel="stylesheet" href="/style.css"></head>
<body><nav><a href="/">Home</a></nav><main>{{ text }}</main></body>
</html>
"""


def main(folder: Path, site: Path) -> None:
    """Write a page for each file below `folder`/docs."""
    template = Environment().from_string(PAGE)  # the texts are HTML
    for path in (folder / "docs").rglob("*.md"):
        _, head, text = path.read_text(encoding="utf-8").split("---\n", 2)
        target = site / path.relative_to(folder / "docs").with_suffix(".html")
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(template.render(title=head.removeprefix("title: ").strip(), text=text), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
