"""Says in which language a word in Han, Kana or Hangul characters is written."""

import re

_HAN = "\u2e80-\u2fdf\u3005-\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003fffd"
_KANA = "\u3041-\u30ff\u31f0-\u31ff\uff66-\uff9f"
_HANGUL = "\u1100-\u11ff\u3131-\u318e\ua960-\ua97c\uac00-\ud7fb"
_SIGNS = "\u3000-\u3004\u3008-\u301f\uff01-\uff0f\uff10-\uff19\uff1a-\uff20"
EAST_ASIAN = re.compile(f"[{_HAN}{_KANA}{_HANGUL}](?:[{_HAN}{_KANA}{_HANGUL}{_SIGNS}0-9]*[{_HAN}{_KANA}{_HANGUL}])?")
"""A run of Han, Kana or Hangul characters, with the digits and signs between them."""
_ONLY_KANA = re.compile("[\u3041-\u3096\u309d-\u309f\u30a1-\u30fa\u30fd-\u30ff\u31f0-\u31ff\uff66-\uff9f]")
_ONLY_HANGUL = re.compile(f"[{_HANGUL}]")
_CODED_IN = {"zh-Hans": "gb2312", "ja": "shift_jis", "zh-Hant": "big5"}
"""Languages written in Han characters, with a character set that has the forms of that language and few others."""


def is_east_asian(tag: str) -> bool:
    """Say whether a language, by its BCP 47 tag, is written in Han, Kana or Hangul characters."""
    return tag.split("-")[0] in {"ja", "ko", "zh", "yue"}


def language_of(run: str, likely: str = "") -> str:
    """Return the BCP 47 tag of the language of a run of `EAST_ASIAN` characters.

    Kana are Japanese and Hangul Korean. Han characters are of the `likely` language (of the source, or of the country)
    unless this lacks one of them; else of the first language that has them all.
    """
    if _ONLY_KANA.search(run):
        return "ja"
    if _ONLY_HANGUL.search(run):
        return "ko"
    able = [tag for tag, coding in _CODED_IN.items() if _is_in(run, coding)]
    if is_east_asian(likely) and (likely in able or likely not in _CODED_IN or not able):
        return likely
    return able[0] if able else "zh"


def _is_in(run: str, coding: str) -> bool:
    try:
        run.encode(coding)
    except UnicodeEncodeError:
        return False
    return True
