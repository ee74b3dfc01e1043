"""Finds files of people that cannot be read or published, and pages whose front matter would be published as text."""

import os
import re
from codecs import BOM_UTF8
from collections.abc import Iterator
from pathlib import Path

import yaml
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.utils.meta import YAML_RE

from equal_footing.reading.characters import decode, spelt_out
from equal_footing.reading.problems import Problem
from equal_footing.reading.syntax import explain

_BEGINS = re.compile(r"---[ \t]*\n")
_NO_FRONT_MATTER = (
    "looks like the start of front matter, but none follows. Write keys and values below this line and then a line "
    "with --- alone, or delete this line."
)


def misplaced(folder: Path) -> Iterator[str]:
    """Yield a line for each file below a folder that it must not hold, whatever is in it.

    These are files whose name is not UTF-8, and links out of the folder, by which a build would publish what somebody
    keeps elsewhere.
    """
    whole = folder.resolve()
    for path, below, files in os.walk(folder):
        for name in sorted((*below, *files)):
            found = Path(path, name)
            shown = spelt_out(f"{folder.name}/{found.relative_to(folder).as_posix()}")
            if name.encode(errors="replace") != name.encode(errors="surrogateescape"):
                yield f"{shown} has a name that is not UTF-8, as from a zip made on Windows. Give it another name."
            elif found.is_symlink() and found.exists() and not found.resolve().is_relative_to(whole):
                yield f"{shown} is a symbolic link that leads out of {folder.name}/. Put the file itself here."


def unreadable(files: Files, config: MkDocsConfig) -> Iterator[str]:
    """Yield a line for each file in `docs/` that cannot be read, or cannot be read as the page that it should be."""
    docs = Path(config.docs_dir)
    for file in files:
        if file.src_dir != config.docs_dir or file.inclusion.is_excluded():
            continue
        name, path = f"{docs.name}/{file.src_uri}", docs / file.src_uri
        if not path.is_file():
            yield f"{name} is a symbolic link that leads nowhere. Put the file itself here, or take the link out."
        elif file.is_documentation_page() and (problem := _of_page(path, name)):
            yield str(problem)


def _of_page(path: Path, name: str) -> Problem | None:
    text, problem = decode(path.read_bytes().removeprefix(BOM_UTF8), name)
    return problem or (_of_front_matter(text, name) if _BEGINS.match(text) else None)


def _of_front_matter(text: str, name: str) -> Problem | None:
    """Return what is wrong with the front matter of a page, if anything is."""
    found = YAML_RE.match(text)
    if found is None or _BEGINS.match(found[1]):
        return Problem(name, 1, 1, "", _NO_FRONT_MATTER, "yaml-syntax")
    lines, mark = text[: found.end(1)].rstrip("\n").split("\n"), (2, 1)
    try:
        message = "front matter must be keys with their values, such as title: Method."
        if isinstance(yaml.load("\n".join(lines), yaml.CSafeLoader), dict):
            return None
    except yaml.MarkedYAMLError as error:
        mark, reason = explain(error, lines)
        message = f"is not valid YAML: {reason}."
    except (yaml.YAMLError, ValueError) as error:  # such as a date that does not exist
        message = f"cannot be read as YAML: {' '.join(str(error).split())}."
    return Problem(name, *mark, "", message, "yaml-syntax")
