"""Allowed characters in a file: valid UTF-8 without invisible or misleading characters."""

import re
import unicodedata
from collections.abc import Iterator

from equal_footing.reading.problems import Problem

_BOMS = {
    b"\xff\xfe": "is UTF-16. Save it as UTF-8.",
    b"\xfe\xff": "is UTF-16. Save it as UTF-8.",
    b"\xef\xbb\xbf": "begins with a byte order mark. Save it as UTF-8 without BOM.",
}


def decode(raw: bytes, name: str) -> tuple[str, Problem | None]:
    """Return bytes as text with plain line ends, or the problem that says why they are not UTF-8."""
    for bom, message in _BOMS.items():
        if raw.startswith(bom):
            return "", Problem(name, 1, 1, "", message, "encoding")
    if b"\r" in raw and b"\n" not in raw:
        message = "ends its lines with carriage returns alone. Save it with ordinary line ends (LF)."
        return "", Problem(name, 1, 1, "", message, "encoding")
    if b"\x00" in raw[:2]:  # half of an ordinary letter in UTF-16 without a byte order mark
        return "", Problem(name, 1, 1, "", "is UTF-16. Save it as UTF-8.", "encoding")
    try:
        return raw.decode("utf-8").replace("\r\n", "\n"), None
    except UnicodeDecodeError as error:
        before = raw[: error.start]
        line = before.count(b"\n") + 1
        column = len(before.rsplit(b"\n", 1)[-1].decode("utf-8", "replace")) + 1
        message = f"byte 0x{raw[error.start]:02X} is not UTF-8. Save the file as UTF-8."
        return "", Problem(name, line, column, "", message, "encoding")


_TAB = "\t"
_HIDDEN = {
    "\u00ad": "is a soft hyphen, which nobody sees. Delete it.",
    "\u2028": "is a Unicode line separator. Use an ordinary line break.",
    "\u2029": "is a Unicode paragraph separator. Use an ordinary line break.",
    "\r": "is a lone carriage return. Use ordinary line breaks.",
}
_ZERO_WIDTH = "\u034f\u180e\u200b\u2060-\u2064\u3164\ufeff\uffa0\U000e0000-\U000e007f"
_DIRECTION = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u206f"
_NEVER = r"\r\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\uf8ff\ufdd0-\ufdef\ufffe\uffff"
"""Characters that XML forbids, halves of characters, and those of private use, which mean what a font makes of them."""
SUSPECT = re.compile(f"([\t\u00ad\u2028\u2029{_ZERO_WIDTH}{_DIRECTION}{_NEVER}])\\1*")
"""A run of one character that may not be in a file; only a tab may be there if it is escaped."""
ODD_SIGNS = re.compile("[\u00a0\u2000-\u200a\u202f\u205f\ufb00-\ufb06]")
"""Spaces that look like the ordinary one, and pairs of letters that are one sign."""
_INDENT = re.compile(r"^[ ]*([\u00a0\u2000-\u200a\u3000])\1*", re.MULTILINE)


def hidden_characters(text: str, name: str) -> Iterator[Problem]:
    """Yield a problem for each invisible or misleading character, or run of the same one."""
    for match in SUSPECT.finditer(text):
        character = match.group(1)
        mark = _line_column(text, match.start())
        if character == _TAB:
            yield Problem(name, *mark, "", "here is a tab. Indent and separate with spaces.", "tab")
            continue
        yield Problem(name, *mark, "", _what_is_wrong(character), "hidden-character")
    for match in _INDENT.finditer(text):
        message = f"the line is indented with {_code(match.group(1))}, not with an ordinary space. Type spaces."
        yield Problem(name, *_line_column(text, match.start(1)), "", message, "indentation")


def _what_is_wrong(character: str, where: str = "") -> str:
    message = _HIDDEN.get(character, "is a control character. Delete it.")
    if re.match(f"[{_ZERO_WIDTH}]", character):
        message = "is a zero-width character, which nobody sees. Delete it."
    elif re.match(f"[{_DIRECTION}]", character):
        message = "changes the writing direction, which hides what is written. Delete it."
    elif unicodedata.category(character) == "Co":
        message = "is a sign of one font alone, which others show as a box. Type what the source has."
    return f"{_code(character)}{where} {message}"


def unfit(text: str) -> str:
    """Return what is wrong with a text with escapes, if it holds what may not be in a file even so, else nothing."""
    wrong = next((found[1] for found in SUSPECT.finditer(text) if found[1] != _TAB), "")
    return _what_is_wrong(wrong, ", escaped in this text,") if wrong else ""


def ordinary_signs(text: str) -> str:
    """Return a text with ordinary spaces and letters in place of `ODD_SIGNS`."""
    return text if text.isascii() else ODD_SIGNS.sub(lambda found: unicodedata.normalize("NFKC", found[0]), text)


def spelt(sign: str) -> str:
    """Return a sign by its number and its name: `U+00A0 (no-break space)`."""
    return f"{_code(sign)} ({unicodedata.name(sign, 'without a name').lower()})"


def spelt_out(text: str) -> str:
    """Return a text with invisible characters replaced by their names: `‹tab›`, `‹U+200B›`."""
    text = SUSPECT.sub(lambda match: _spelt(match.group(1)) * len(match.group()), text)
    return _INDENT.sub(lambda match: match.group().replace(match.group(1), _spelt(match.group(1))), text)


def _spelt(character: str) -> str:
    return "‹tab›" if character == _TAB else f"‹{_code(character)}›"


def _code(character: str) -> str:
    return f"U+{ord(character):04X}"


CURLY = tuple("“”„‘’")
FULL_WIDTH = re.compile("[\uff01-\uff5e]+")
"""Letters, digits and signs as wide as a Han character."""


def hint_on_signs(text: str) -> str:
    """Return ` Full-width signs do not count: type 46 for ４６.`, the like for curly quotation marks, or nothing."""
    if text[:1] in CURLY or text[-1:] in CURLY:
        return " Curly quotation marks do not count as quotation marks: write straight ones."
    signs = "".join(dict.fromkeys(re.findall("[\uff01-\uff5e、。]", text)))
    ordinary = unicodedata.normalize("NFKC", signs).replace("、", ",").replace("。", ".")
    return f" Full-width signs do not count: type {ordinary} for {signs}." if signs else ""


def _line_column(text: str, offset: int) -> tuple[int, int]:
    start = text.rfind("\n", 0, offset) + 1
    return text.count("\n", 0, offset) + 1, offset - start + 1
