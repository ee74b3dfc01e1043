"""Explains in one line why a page or the site cannot be built; only faults of the program get a traceback."""

import os
import traceback
from collections.abc import Collection
from pathlib import Path

from jinja2 import TemplateError
from mkdocs.exceptions import Abort, MkDocsException

from equal_footing.mkdocs_site.build import log
from equal_footing.reading.problems import CommandError

_OF_PEOPLE = MkDocsException, TemplateError, CommandError, OSError
"""Errors that one line explains in full; all others need a traceback."""
_TEMPLATES = ".j2", ".html"


def say(what: str, error: Exception, root: Path, heard: Collection[str] = ()) -> str:
    """Log that something cannot be built, with the reason unless MkDocs has logged it already; return the reason.

    `heard` are the lines that MkDocs has logged.
    """
    if isinstance(error, Abort) and isinstance(error.__context__, Exception):
        error = error.__context__  # why MkDocs gave up
    why = "\n".join(heard) if isinstance(error, Abort) and heard else told(error, root)
    if not isinstance(error, _OF_PEOPLE):
        log.error("%s", what, exc_info=error)
    elif why in (*heard, "\n".join(heard)):
        log.error("%s", what)
    else:
        log.error("%s %s", what, " ".join([why, *getattr(error, "__notes__", ())]))
    return why


def told(error: Exception, root: Path) -> str:
    """Return what went wrong, preceded by the file and line of the template if the error arose in one."""
    frames = traceback.extract_tb(error.__traceback__)
    places = [at for at in frames if at.filename.endswith(_TEMPLATES)]
    place = "".join(f"{os.path.relpath(at.filename, root)}:{at.lineno}: " for at in places[-1:])
    is_worded = isinstance(error, (MkDocsException, CommandError)) or type(error) is LookupError
    kind, what = "" if is_worded else f"{type(error).__name__}: ", str(error).replace(f"{root}{os.sep}", "")
    return f"{place}{kind}{what}"
