"""The module of mkdocs-macros: registers the macros of the plugin `equal-footing`."""

from typing import Any


def define_env(env: Any) -> None:
    """Register every macro with mkdocs-macros; `env` is its plugin."""
    for name, macro in env.conf["plugins"]["equal-footing"].macros(lambda: env.page).items():
        env.macro(macro, name)
