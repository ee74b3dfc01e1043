"""Templates draw: they look nothing up, and their lines can be read."""

from __future__ import annotations

import re
from pathlib import Path

import jinja2
import pytest
from jinja2 import nodes

from ..conftest import ROOT

MOST = 160
LOOK_UPS = frozenset({"dataset", "vocabulary", "views", "get"})
"""Names and attributes with which a template would look up what it draws."""
CHOOSING = frozenset(
    {"batch", "dictsort", "groupby", "max", "min", "reject", "rejectattr", "select", "selectattr", "sort", "sum"}
)
"""Filters with which a template would choose, sort or calculate what it draws."""
TEMPLATES = sorted(
    path
    for folder, ending in (("templates", ".j2"), ("theme", ".html"))
    for path in (ROOT / folder).rglob(f"*{ending}")
)
PARSED = [path for path in TEMPLATES if path.suffix == ".j2"]


def _name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("path", TEMPLATES, ids=_name)
def test_a_line_can_be_read(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    assert [number for number, line in enumerate(lines, 1) if len(line) > MOST] == []


@pytest.mark.parametrize("path", PARSED, ids=_name)
def test_a_template_looks_nothing_up(path: Path) -> None:
    assert look_ups(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    ("template", "found"),
    [
        ("{{ dataset.countries }}", ["dataset"]),
        ("{{ page.renderer.views }}", ["views"]),
        ("{{ claims.get(1) }}", ["get"]),
        ("{{ pair[0] }}", ["[...]"]),
        ("{% for one in many if one.kind %}{% endfor %}", ["for ... if"]),
        ("{{ 100 * number / all }}", ["Div", "Mul"]),
        ("{% for one in many | sort %}{% endfor %}{{ many | sum }}", ["| sort", "| sum"]),
        ("{% for one in many %}{{ one.label }}{% endfor %}", []),
    ],
)
def test_look_ups_are_found(template: str, found: list[str]) -> None:
    assert look_ups(template) == found


def look_ups(text: str) -> list[str]:
    """Return what a template looks up, filters or calculates."""
    tree = jinja2.Environment().parse(text)
    names = [node.name for node in tree.find_all(nodes.Name)] + [node.attr for node in tree.find_all(nodes.Getattr)]
    found = [name for name in names if name in LOOK_UPS]
    found += [f"| {node.name}" for node in tree.find_all(nodes.Filter) if node.name in CHOOSING]
    found += ["[...]" for _ in tree.find_all(nodes.Getitem)]
    found += ["for ... if" for loop in tree.find_all(nodes.For) if loop.test is not None]
    sums = (nodes.Add, nodes.Sub, nodes.Mul, nodes.Div, nodes.FloorDiv, nodes.Mod, nodes.Pow)
    found += [re.sub(r".*\.", "", type(node).__name__) for node in tree.find_all(sums)]
    return sorted(found)
