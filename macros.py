"""What MkDocs and mkdocs-macros call; everything is handed on to the package `equal_footing`.

MkDocs loads this file as a hook, mkdocs-macros as its module: `on_*` belongs to the one, `define_env` to the other.
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from equal_footing.mkdocs_site.mkdocs_hooks import (
    define_env,
    on_config,
    on_files,
    on_nav,
    on_page_content,
    on_page_context,
    on_page_markdown,
    on_post_build,
    on_startup,
)

__all__ = [
    "define_env",
    "on_config",
    "on_files",
    "on_nav",
    "on_page_content",
    "on_page_context",
    "on_page_markdown",
    "on_post_build",
    "on_startup",
]
