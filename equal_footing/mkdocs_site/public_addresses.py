"""Looks at the addresses of the site and of its repository, with which all others begin, before anything is built."""

import re
from urllib.parse import urlsplit

from mkdocs.config.defaults import MkDocsConfig

from equal_footing.reading.problems import quote

SITE = "EQUAL_FOOTING_URL"
REPOSITORY = "EQUAL_FOOTING_REPOSITORY"
_LABEL = re.compile(r"(?!-)[A-Za-z0-9_-]{1,63}(?<!-)")


def look_at(config: MkDocsConfig, *, is_served: bool) -> None:
    """Raise ValueError with one line on the first of both addresses that pages and citations cannot begin with.

    A server has an address of its own, so that of the site does not matter there.
    """
    given = {} if is_served else {SITE: (config.site_url, "https://example.org/equal-footing/")}
    given[REPOSITORY] = (config.repo_url, "https://github.com/owner/name")
    for variable, (address, example) in given.items():
        fault = "" if address is None else "is empty" if not address else _fault(address)
        if not fault and variable == REPOSITORY and address and address.rstrip("/").endswith(".git"):
            fault = f"{quote(address)} ends in .git, which belongs to cloning, not to the pages of the repository"
        if fault:
            how = f"Set it to an address such as {example}, or unset it." if variable == SITE else f"Write {example}."
            raise ValueError(f"{variable} {fault}. {how}")


def _fault(address: str) -> str:
    """Return what keeps an address from being the beginning of others, or nothing."""
    shown = f'"{address}"'  # with each of its spaces
    try:
        parts = urlsplit(address)
        host, _ = parts.hostname or "", parts.port
    except ValueError:
        return f"{shown} is not a web address"
    if re.search(r"[\s\x00-\x1f\\<>\"^`{|}]", address):
        return f"{shown} has a space or another sign that no web address has"
    if not address.isascii():
        return (
            f"{shown} has letters beyond a to z: write the host in its form that begins with xn--, and the rest with %"
        )
    if parts.scheme not in {"http", "https"} or not _is_host(host):
        return f"{shown} is not a web address"
    if "@" in parts.netloc:
        return "has a user name or a password, which every page would show"
    if "?" in address or "#" in address:
        return f"{shown} has a ? or a #, after which no address of a page can follow"
    segments = parts.path.removesuffix("/").split("/")[1:]
    if {"", ".", ".."} & set(segments):
        return f"{shown} has an empty segment, or one of dots, which browsers leave out"
    if segments and segments[-1].endswith((".html", ".htm")):
        return f"{shown} is the address of a page, not that of the folder in which all pages are"
    return ""


def _is_host(host: str) -> bool:
    return ":" in host or all(map(_LABEL.fullmatch, host.removesuffix(".").split(".")))
