"""The converter of pictures, with the fonts that it brings before those of the system.

So letters of Latin script look the same on every machine, and are drawn in half the time: the converter keeps its own
fonts in memory, but opens a font of the system anew for each letter. Those of the system serve all other scripts.
"""

import os
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from types import ModuleType
from unicodedata import category

import vl_convert

_FOLDERS = ("/usr/share/fonts", "/usr/local/share/fonts", "~/.local/share/fonts", "~/.fonts")
"""Where systems with fontconfig have their fonts. Elsewhere the converter finds those of the system by itself."""
_LETTER = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="24" height="24" font-family="Liberation Sans, sans-serif">'
    '<text y="20">{}</text></svg>'
)
_IN_NO_FONT = chr(0x10FFFD)
"""A code that is not that of any letter: the converter draws a box for it, as for every letter that no font has."""
_SEEN = frozenset("LNPS")
"""The classes of Unicode whose members have a picture of their own: letters, numbers, punctuation, symbols."""
_SETTING = "FONTCONFIG_FILE"
_NO_FONTS = '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>{}</dir></fontconfig>'
"""The settings of fontconfig for a system whose only folder of fonts is one that is empty."""


@cache
def converter() -> ModuleType:
    """Return vl-convert once it has taken up its own fonts and then those of the system."""
    before = os.environ.get(_SETTING)
    with TemporaryDirectory() as empty, TemporaryDirectory() as folder:
        settings = Path(folder, "fonts.conf")
        settings.write_text(_NO_FONTS.format(empty), encoding="utf-8")
        os.environ[_SETTING] = str(settings)
        try:
            vl_convert.register_font_directory(empty)  # which has it look for the fonts of the system
        finally:
            del os.environ[_SETTING]
            if before is not None:
                os.environ[_SETTING] = before
    for path in map(os.path.expanduser, _FOLDERS):  # which, unlike that of Path, does without a home folder
        if os.path.isdir(path):
            vl_convert.register_font_directory(path)
    return vl_convert


def lacking(text: str) -> str:
    """Return the letters, numbers and signs of a text that no font of this machine has, each once, in their order."""
    foreign = (one for one in dict.fromkeys(text) if not one.isascii() and category(one)[0] in _SEEN)
    return "".join(filter(_is_box, foreign))


def installed() -> str:
    """Return what changes when fonts are installed or taken away."""
    walked = (found for folder in map(os.path.expanduser, _FOLDERS) for found in os.walk(folder))
    return repr(sorted((folder, sorted(names)) for folder, _, names in walked))


@cache
def _is_box(letter: str) -> bool:
    return _drawn(letter) == _drawn(_IN_NO_FONT)


@cache
def _drawn(letter: str) -> bytes:
    return bytes(converter().svg_to_png(_LETTER.format(letter)))
