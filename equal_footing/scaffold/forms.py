"""Renders the templates of new files, with filters for YAML scalars and comments."""

import textwrap
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from equal_footing.form.writing import scalar
from equal_footing.model.prose import uncapitalised
from equal_footing.scaffold.territory import Spoken

WIDTH = 118


def filled(root: Path, template: str, values: dict[str, object]) -> str:
    """Return a template of `root/templates/scaffold` filled with values."""
    return _environment(root).get_template(f"{template}.j2").render(values)


def comment(text: str, indent: int = 0) -> str:
    """Return a text as comment lines."""
    return folded(text, f"{' ' * indent}# ")


def folded(text: str, start: str) -> str:
    """Return a text as lines that all begin alike."""
    words = " ".join(text.split())
    return textwrap.fill(
        words, WIDTH, initial_indent=start, subsequent_indent=start, break_long_words=False, break_on_hyphens=False
    )


def language_lines(spoken: Spoken) -> str:
    """Return the entry of a language for languages.yml."""
    return f"{scalar(spoken.tag)}:\n  label: {scalar(spoken.label)}\n  native: {scalar(spoken.native or '…')}"


@cache
def _environment(root: Path) -> Environment:
    environment = Environment(
        loader=FileSystemLoader(root / "templates" / "scaffold"),
        autoescape=False,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    of_yaml = {"yaml": scalar, "comment": comment, "folded": folded, "language_lines": language_lines}
    environment.filters |= of_yaml | {"uncapitalised": uncapitalised}
    return environment
