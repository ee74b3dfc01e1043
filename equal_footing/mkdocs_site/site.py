"""Makes the finished site in `site/`: whole or not at all, and one process at a time."""

import logging
import shutil
from collections.abc import Callable
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config.base import load_config
from mkdocs.exceptions import Abort, ConfigurationError

from equal_footing.drawing.kept_pages import Shared, shared_files
from equal_footing.keeping.lock import only_one
from equal_footing.mkdocs_site import site_folder
from equal_footing.mkdocs_site.build import log
from equal_footing.mkdocs_site.plugin import EqualFootingPlugin
from equal_footing.model import messages
from equal_footing.reading.problems import CommandError
from equal_footing.statement.facts import Facts


def make(root: Path, checked: Callable[[], Facts]) -> Path:
    """Build the site of the facts that `checked` returns, of data that were checked, and return its folder.

    It is built in a folder of its own beside it, which takes the place of the old site at the end: whatever ends the
    process before, the old site stays, and nothing else does unless the process was killed. The variable
    `EQUAL_FOOTING_SITE_DIR` names another folder for the site, so that a checkout that may only be read can be built.
    Raises CommandError when a build may not replace the folder, before anything is read, when the site cannot be built,
    and while another process builds it, and OSError when it cannot be written.
    """
    site = site_folder.chosen(root)
    shared = shared_files(root, root / "mkdocs.yml", root / "theme")  # as they are before anything is read
    facts = checked()
    work, lock = site_folder.beside(site)
    site.parent.mkdir(parents=True, exist_ok=True)
    with only_one(lock, "another build of the site is running. Wait until it is finished."):
        if (work / "old").exists() and not site.exists():
            (work / "old").rename(site)  # the build before was killed right between the last two steps
        shutil.rmtree(work, ignore_errors=True)
        work.mkdir()
        try:
            for language in messages.languages(root):  # English first: it begins with an empty folder
                _build(root, facts, shared, work / "new", language)
            site_folder.mark(work / "new")
            if site.exists():
                site.rename(work / "old")
            (work / "new").rename(site)
        except OSError as error:
            error.filename = error.filename or str(site)  # what copies a file or writes into one does not name it
            raise
        finally:
            if (work / "old").exists() and not site.exists():
                (work / "old").rename(site)
            shutil.rmtree(work, ignore_errors=True)
    return site


def _build(root: Path, facts: Facts, shared: Shared, to: Path, language: str) -> None:
    """Build strictly into a folder in a language; what MkDocs warns of is printed, and all that the plugin says."""
    of_mkdocs, printed = logging.getLogger("mkdocs"), logging.StreamHandler()
    log.setLevel(logging.INFO)
    printed.addFilter(lambda record: record.levelno >= logging.WARNING or record.name == log.name)
    of_mkdocs.addHandler(printed)
    try:
        config = load_config(str(root / "mkdocs.yml"), strict=True, site_dir=str(to))
        config.theme["language"] = language
        config.plugins.on_startup(command="build", dirty=False)
        plugin = config.plugins["equal-footing"]
        assert isinstance(plugin, EqualFootingPlugin)
        plugin.take(root, facts, shared)
        build(config)
        config.plugins.on_shutdown()
    except (Abort, ConfigurationError) as error:
        raise CommandError(f"the site could not be built, and the old one stays. {error}") from error
    finally:
        of_mkdocs.removeHandler(printed)
