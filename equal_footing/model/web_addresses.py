"""Says what is wrong with a web address that others cannot open, and which parts of one only count readers."""

import ipaddress
import re
import unicodedata
from functools import lru_cache
from urllib.parse import unquote, urlsplit

from equal_footing.reading.problems import quote

EXPECTED = "must be a web address such as https://example.org/page"
PLACE_OF_NUMBER = "{id}"
"""What the address of the entries of a register has in place of the number."""
_ADDRESS = re.compile(r"https?://[^\s<>\"'()\[\]「」（）]*[^\s<>\"'()\[\]「」（）.,;:!?]")
IN_TEXT = re.compile(r"(?:https?://|www\.)\S+")
"""What somebody has typed as an address into a text, whether or not it is a sound one."""
_TRACKING = re.compile(
    r"utm_\w+|mtm_\w+|pk_(?:campaign|kwd|source)|fbclid|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|yclid|twclid|ttclid"
    r"|mc_cid|mc_eid|igsh(?:id)?|_hsenc|_hsmi|mkt_tok|oly_(?:anon|enc)_id|vero_id|_gl|_ga|ref_src|ref_url|__twitter_impression"
)
"""Parameters by which sites count where readers come from; no page depends on them."""
_HIGHLIGHT = re.compile(r":~:.*")
_WITHIN = re.compile(r"(?:.*\.)?(?:localhost|local|localdomain|internal|intranet|lan|home|corp)")
_PROXY = re.compile(r"(?:.*[.-])?(?:ez-?proxy|libproxy|webvpn|proxy)[0-9]*\..+")
_LABEL = re.compile(r"(?!-)[\w-]{1,63}(?<!-)")
_NUMBER = re.compile(r"[0-9]+|0x[0-9a-f]*")
"""The last part of a host that browsers read as the number of a computer, as in 127.1 and 0177.0.0.1."""
_TRANSLATED = ".translate.goog"
_DOI = re.compile(r"(?:doi:? ?|DOI:? ?)?(10\.[0-9]{4,9}/\S+)")
_ARCHIVED = re.compile(r"/[0-9]{4,14}(?:[a-z]{2}_)?/(https?:/+.+|www\..+)$", re.IGNORECASE)
"""The day of a copy in an address of a web archive, and the address of what was copied."""
_BARE_HOST = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}(?:[/?#]\S*)?", re.IGNORECASE)


def parse_url(text: str) -> str:
    """Check a web address (http or https, with a host that others reach, no spaces or control characters); return it.

    Raises ValueError with what is wrong, and with what to write where that is known.
    """
    try:
        parts = urlsplit(text)
        host = parts.hostname or ""
        _ = parts.port
    except ValueError as error:
        raise ValueError(EXPECTED) from error
    if parts.scheme not in {"http", "https"} or "." not in host or re.search(r"[\s<>\"\\^`{|}]", text):
        raise ValueError(_repaired(text) or EXPECTED)
    fault = unreachable(text)
    if fault:
        raise ValueError(fault)
    return text


def parse_entry_url(text: str) -> str:
    """Check the address of the entries of a register, in which {id} is once in place of the number; return it.

    Raises ValueError with what is wrong: without the number it would be one address for all entries.
    """
    if text.count(PLACE_OF_NUMBER) != 1:
        raise ValueError(
            f"leads to no entry: write {PLACE_OF_NUMBER} once, in place of the number. A page about the register "
            "itself goes under the key `register_url`."
        )
    try:
        parse_url(text.replace(PLACE_OF_NUMBER, "1"))
    except ValueError as error:
        raise ValueError(_repaired(text) or str(error)) from error
    return text


def _repaired(text: str) -> str:
    """Return what to write for a DOI, or for an address without its beginning; nothing for all else."""
    doi = _DOI.fullmatch(text)
    if doi:
        return f"is written https://doi.org/{doi[1]}"
    if text.startswith("file:") or re.match(r"[A-Za-z]:[\\/]", text):
        return "is a file on a computer of your own: write the address at which others find it"
    return f"{EXPECTED}: write https://{text}" if _BARE_HOST.fullmatch(text) else ""


def unreachable(url: str) -> str:
    """Return why readers elsewhere cannot open an address, with the remedy; nothing where they can."""
    try:
        parts = urlsplit(url)
        host = (parts.hostname or "").casefold()
    except ValueError:
        return ""
    if "@" in parts.netloc:
        return "has a user name or a password before @, which reads like the host: write the address without it"
    if host.endswith(_TRANSLATED):
        name = host.removesuffix(_TRANSLATED).replace("--", "\0").replace("-", ".").replace("\0", "-")
        path = urlsplit(url).path
        return f"is a translation made by a machine: write the address of the page itself, https://{name}{path}"
    return _fault_of_host(host)


@lru_cache(maxsize=4096)  # most sources are on a host that another one is on, too
def _fault_of_host(host: str) -> str:
    """Return why readers elsewhere cannot reach a host, with the remedy; nothing where they can."""
    try:
        is_within = not ipaddress.ip_address(host).is_global
    except ValueError:
        if not _is_name(host):
            return (
                f"has {quote(host)} in place of the name of a host: write it as the address bar of a browser shows it"
            )
        is_within = _WITHIN.fullmatch(host) is not None
    if is_within:
        return "is an address within one computer or network: write the one that all others can open"
    if _PROXY.fullmatch(host):
        return "goes through the proxy of a library, for its own readers: write the address of the page itself"
    return ""


def _is_name(host: str) -> bool:
    """Return whether a host is a name as all browsers read it: no number of a computer, no dot in disguise."""
    labels = host.removesuffix(".").split(".")  # a dot at the end is that of the root of all names
    is_plain = host == unicodedata.normalize("NFKC", host) and all(map(_LABEL.fullmatch, labels))
    return not host or (is_plain and not _NUMBER.fullmatch(labels[-1]))


def kept_page(archived: str) -> str:
    """Return the address of the page that a web archive keeps at an address, or nothing where that does not show it."""
    found = _ARCHIVED.search(archived)
    return re.sub(r"^(https?):/+", r"\1://", found[1]) if found else ""


def page_of(url: str) -> str:
    """Return an address by which two spellings of one page are the same: without scheme, `www.` and what tracks."""
    host, _, rest = re.sub(r"^(?:https?:/+)?(?:www\.)?", "", _untracked(url)).partition("/")
    return f"{host.casefold().removesuffix(':80')}/{unquote(rest)}".rstrip("/")


def untracked(text: str) -> str:
    """Return a text whose web addresses only say which page it is: without `utm_source`, `fbclid` and the like."""
    return _ADDRESS.sub(lambda found: _untracked(found[0]), text) if "://" in text else text


def _untracked(url: str) -> str:
    address, mark, fragment = url.partition("#")
    path, sign, query = address.partition("?")
    kept = [part for part in query.split("&") if not _TRACKING.fullmatch(part.partition("=")[0])]
    shown = _HIGHLIGHT.sub("", fragment)
    if len(kept) == len(query.split("&")) and shown == fragment:
        return url
    return path + (f"{sign}{'&'.join(kept)}" if any(kept) else "") + (f"{mark}{shown}" if shown else "")
