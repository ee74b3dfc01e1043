"""The module of mkdocs-macros: registers the macros of the plugin `equal-footing`, and has them run there."""

from typing import Any

from equal_footing.mkdocs_site import macro_calls


def define_env(env: Any) -> None:
    """Register every macro with mkdocs-macros; `env` is its plugin."""
    for name, macro in macro_calls.macros(env).items():
        env.macro(macro, name)


def on_pre_page_macros(env: Any) -> None:
    """Run the macros of a page before mkdocs-macros would; `env` is its plugin."""
    macro_calls.run(env)
