"""Addresses as a page writes them: relative to its own, and those under which it is shown in frames of other sites."""

import posixpath

FRAMED = "embed/"
"""Where the pages for frames on other sites are."""


def framed(page: str, part: str = "") -> str:
    """Return the address at which a page is shown without its navigation, for frames on other sites.

    With the id of a figure or a table of the page it is that of this `part` alone. `page` is the address of the page.
    """
    return f"{FRAMED}{page}{part}.html" if part else f"{FRAMED}{page.rstrip('/')}.html"


def relative(address: str, page: str) -> str:
    """Return an address of the site (`japan/funding/`), with its anchor if it has one, relative to that of a page.

    A page's address ends in a slash, whether or not it is given; that of a file (`japan/figures/aid.csv`) does not.
    """
    target, hash_, anchor = address.partition("#")
    to, start = ([part for part in path.split("/") if part] for path in (target, page))
    shared = 0
    for one, other in zip(to, start, strict=False):
        if one != other:
            break
        shared += 1
    path = "/".join([".."] * (len(start) - shared) + to[shared:])
    if not path:
        return f"#{anchor}" if hash_ else "./"
    slash = "/" if target.endswith("/") or not posixpath.splitext(target)[1] else ""
    return f"{path}{slash}{hash_}{anchor}"
