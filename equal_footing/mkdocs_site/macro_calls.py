"""Runs the macros that hand-written pages call, in place of mkdocs-macros, which prints a traceback for each mistake.

In all functions `env` is the plugin of mkdocs-macros, which calls them through the project's `macros.py`.
"""

import os
import traceback
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any

from jinja2 import TemplateSyntaxError
from mkdocs.structure.pages import Page as MkDocsPage

from equal_footing.drawing.page_content import MACROS
from equal_footing.drawing.page_renderer import Macro
from equal_footing.mkdocs_site.mistakes import told
from equal_footing.mkdocs_site.plugin import EqualFootingPlugin

_ASKED = "render_macros"
"""The key of front matter that keeps mkdocs-macros from a page."""
_MARKDOWN = "<template>"
"""Jinja's name for the file of a template that was not read from one."""


def macros(env: Any) -> dict[str, Callable[..., str]]:
    """Return the macros that Markdown pages may call, by name; each returns a slot that is filled after Markdown."""
    plugin = _plugin(env)

    def slotted(macro: Macro) -> Callable[..., str]:
        @wraps(macro)
        def call(*arguments: Any, **options: Any) -> str:
            assert plugin.build, "no macro runs while the data have problems"
            return plugin.build.slots.keep(macro(plugin.build.page_renderer(env.page), *arguments, **options))

        return call

    return {name: slotted(macro) for name, macro in MACROS.items()}


def run(env: Any) -> None:
    """Replace the macro calls in the Markdown of a page by what the macros return.

    A wrong call is recorded in `Build.mistakes`, and the build then fails. A server reports it when somebody requests
    the page, because only then are the data known to be sound.
    """
    plugin, page = _plugin(env), env.page
    if plugin.build is None or page.meta.get(_ASKED) is False:
        return
    page.meta[_ASKED] = False  # it is done here
    try:
        env.markdown = env.env.from_string(env.markdown).render({**env.variables, **page.meta})
    except Exception as error:
        root = Path(env.conf.config_file_path).parent
        name, line = os.path.relpath(page.file.abs_src_path, root), _line(error, page, env.markdown)
        plugin.build.mistakes[page.url] = f"{name}:{line}: {told(error, root)}"
        env.markdown = ""


def _line(error: Exception, page: MkDocsPage, markdown: str) -> int:
    """Return the line of a page's file on which the mistake in its Markdown is."""
    frames = traceback.extract_tb(error.__traceback__)
    lines = [at.lineno or 1 for at in frames if at.filename == _MARKDOWN]
    if not lines and isinstance(error, TemplateSyntaxError):
        lines = [error.lineno]
    above = page.file.content_string.count("\n") - markdown.count("\n")  # front matter
    return above + (lines or [1])[-1]


def _plugin(env: Any) -> EqualFootingPlugin:
    plugin = env.conf.plugins["equal-footing"]
    assert isinstance(plugin, EqualFootingPlugin)
    return plugin
