"""Draws the page that a server shows in place of all others while the data have problems."""

from pathlib import Path

from markupsafe import Markup

from equal_footing.check import catalogue
from equal_footing.drawing.render import Renderer
from equal_footing.model.messages import Messages
from equal_footing.reading.problems import Problem


def problem_page(root: Path, words: Messages, problems: list[Problem]) -> Markup:
    """Return the page that replaces all others: each problem, the first one of each rule with its explanation."""
    rules = catalogue.load(root).rules
    explained: set[str] = set()
    listed = []
    for problem in problems:
        listed.append((problem, None if problem.rule in explained else rules.get(problem.rule)))
        explained.add(problem.rule)
    environment = Renderer.bare_environment(root)
    return Markup(environment.get_template("pages/problems.html.j2").render(t=words, problems=listed))
