"""Writes the headers with which a host should send the site, in the form that static hosts read from `_headers`."""

from collections.abc import Sequence
from pathlib import Path

from equal_footing.drawing.page_addresses import FRAMED
from equal_footing.mkdocs_site import assets, search
from equal_footing.search import index

FILE = "_headers"
POLICY = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data:",
    "font-src": "'self'",
    "connect-src": "'self'",
    "worker-src": "'self'",
    "manifest-src": "'self'",
    "base-uri": "'self'",
    "form-action": "'self'",
}
"""The Content Security Policy: nothing inline, and nothing from another host.

It does not say who may show a page within a frame: some hosts join the policies of several rules, and browsers obey
each of them, so that no later rule could allow it again. `X-Frame-Options` forbids it everywhere, and yields where a
policy names ancestors: that of the pages made for frames allows all. It is whole, since other hosts send only the
policy of the last rule.
"""

FOR_EVER = "public, max-age=31536000, immutable"
"""For files whose names change with their content."""
SHORT = "public, max-age=0, must-revalidate"
"""For files that keep their names: an old page would ask for scripts and pieces of the search that are gone."""


def policy() -> str:
    """Return the Content Security Policy as the value of its header."""
    return "; ".join(f"{directive} {sources}" for directive, sources in POLICY.items())


def headers(site: Path, folders: Sequence[str]) -> str:
    """Return the headers of a built site; `folders` are those of its languages, of which English has none.

    Only the English one need be there yet: the others have the same files. Some hosts join the values of a header that
    several rules give to one file, so no two rules with a lifetime match the same file; some know only the last of two
    rules for one path, so each path has one. They read some hundred rules at most: the rules that come last only say
    what hosts do anyway.
    """
    everywhere = {
        "Content-Security-Policy": policy(),
        "X-Frame-Options": "DENY",
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "strict-origin-when-cross-origin",
        "Access-Control-Allow-Origin": "*",  # all is public, and nothing asks who is there
    }
    for_ever = (
        assets.PUBLISHED,
        "assets/javascripts/",
        "assets/stylesheets/",
        f"{search.FOLDER}/{index.PIECES}",
    )
    framed = {"Content-Security-Policy": f"{policy()}; frame-ancestors *"}
    rules = {"/*": everywhere}
    rules |= {f"/{folder}{below}*": {"Cache-Control": FOR_EVER} for folder in folders for below in for_ever}
    rules |= {f"/{folder}{FRAMED}*": framed for folder in folders}
    special = {"assets", search.FOLDER}
    kept = [f"{path.name}/*" for path in sorted(site.iterdir()) if path.is_dir() and path.name not in special]
    short = ("", "assets/images/*", f"{search.FOLDER}/{index.INDEX}", *kept)
    for path in (f"/{folder}{below}" for folder in folders for below in short):
        rules[path] = {**rules.get(path, {}), "Cache-Control": SHORT}
    lines = ((path, *(f"  {name}: {value}" for name, value in given.items())) for path, given in rules.items())
    return "".join(f"{line}\n" for rule in lines for line in rule)


def write_headers(site: Path, folders: Sequence[str]) -> None:
    """Write the headers of a built site, with the folders of its languages, into it, after everything else."""
    (site / FILE).write_text(headers(site, folders), encoding="utf-8", newline="")
