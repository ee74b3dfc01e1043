"""Gives our scripts, styles and pictures names with a hash of their content: browsers may keep them for ever."""

import hashlib
from pathlib import Path, PurePosixPath

from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

FOLDER = "assets/"
PUBLISHED = "assets/site/"
"""Where they are published; all names in this folder contain a hash."""
UNUSED = ("assets/javascripts/lunr/", "assets/javascripts/workers/")
"""Files of the theme that belong to its own search, which this site does not use."""


def hashed(docs: Path) -> dict[str, str]:
    """Return the published path of each file in `docs/assets/`, by its path in `docs/`."""
    files = (path for path in sorted((docs / FOLDER).rglob("*")) if path.is_file())
    return {path.relative_to(docs).as_posix(): _name(docs, path) for path in files}


def publish(config: MkDocsConfig) -> None:
    """Point styles, scripts and the icon of the settings to their published paths; all are in `extra.assets`."""
    paths = hashed(Path(config.docs_dir))
    config.extra["assets"] = paths
    config.theme["favicon"] = paths.get(config.theme["favicon"], config.theme["favicon"])
    config.extra_css = [paths.get(path, path) for path in config.extra_css]
    for script in config.extra_javascript:
        if isinstance(script, Config):
            script.path = paths.get(script.path, script.path)


def rename(files: Files, paths: dict[str, str]) -> None:
    """Give the files of a build their published paths, which Markdown links to, and take out what nobody uses."""
    for file in list(files):
        if file.src_uri in paths:
            file.dest_uri = paths[file.src_uri]
            file.abs_dest_path = str(Path(file.dest_dir, file.dest_uri))
        elif file.src_uri.startswith(UNUSED):
            files.remove(file)


def _name(docs: Path, path: Path) -> str:
    digest = hashlib.sha256(path.read_bytes()).hexdigest()[:8]
    inside = PurePosixPath(path.relative_to(docs / FOLDER).as_posix())
    return f"{PUBLISHED}{inside.with_name(f'{inside.stem}.{digest}{inside.suffix}')}"
