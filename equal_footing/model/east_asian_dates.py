"""Puts dates as people write them in Korea, Japan and China into the forms in which English has them."""

import re
import unicodedata

from equal_footing.reading.myriads import east_asian

_ERAS = {"明治": 1868, "大正": 1912, "昭和": 1926, "平成": 1989, "令和": 2019}
_ERAS |= {"民國": 1912, "民国": 1912, "단기": -2332, "檀紀": -2332}
"""The first years of the eras of Japan, of the Republic of China, and of the calendar of Dangun."""
_LETTERS = {"m": 1868, "t": 1912, "s": 1926, "h": 1989, "r": 2019}
"""The same of the letters for the eras of Japan: `R5.4.1`."""
_ERA = re.compile(rf"({'|'.join(_ERAS)}|\b[{''.join(_LETTERS)}](?=[0-9]{{1,2}}[.年])) ?([0-9]{{1,4}}|元) ?(?=[年년.])")
_CHARACTERS = re.compile("[〇零一二三四五六七八九十]+(?=[年月日世]|年代|世[紀纪])")
_DIGITS = str.maketrans("〇零一二三四五六七八九", "00123456789")
_YEAR = r"([1-9][0-9]{3}) ?[年년] ?"
_FORMS = [
    (r" ?\((?:[월화수목금토일月火水木金土日](?:요일|曜日?)?|(?:星期|[周週])[一二三四五六日天])\)", ""),
    (r" ?(?:[월화수목금토일]요일|[月火水木金土日]曜日?|(?:星期|[周週])[一二三四五六日天])$", ""),
    (r"(?<=[0-9.일日]) [0-2]?[0-9]:[0-9]{2}(?::[0-9]{2})?$", ""),
    (rf"{_YEAR}(?:상반기|전반기|上半[年期]|前半期?)", r"\1 h1"),
    (rf"{_YEAR}(?:하반기|후반기|下半[年期]|後半期?)", r"\1 h2"),
    (rf"{_YEAR}第?([1-4])(?:/4)? ?(?:분기|四半期|季度)", r"\1 q\2"),
    *((rf"{_YEAR}(?:{words})$", rf"{season} \1") for season, words in {
        "spring": "봄|春季?|春天",
        "summer": "여름|夏季?|夏天",
        "autumn": "가을|秋季?|秋天",
        "winter": "겨울|冬季?|冬天",
        "early": "초반?|年?初頭?",
        "mid": "중반|年?中頃|半ば|年中|中期",
        "late": "말|후반|年?末|年?底",
    }.items()),
    (r"(?:20世[紀纪] ?)?(?<![0-9])([3-9]0) ?(?:년대|年代)", r"19\1s"),
    (r"([1-9][0-9]{2}0) ?(?:년대|年代)", r"\1s"),
    (r"([1-9][0-9]) ?(?:세기|世[紀纪])", r"\1th century"),
    (r"^(?:약|約|约|大约) ?(.+)$|^(.+?) ?(?:경|무렵|頃|ごろ|前後|左右)$", r"about \1\2"),
]  # fmt: skip
"""What people write, and how English has it."""
_TURN = 50
"""Two digits are a year of this century below, and of the century before from there on."""


def in_english_forms(text: str) -> str:
    """Return a text in small letters and ordinary digits, with what Korea, Japan and China write as English has it."""
    said = unicodedata.normalize("NFKC", " ".join(text.lower().split()))
    said = re.sub("第[一二三四](?=四半期|季)", lambda found: found.group().translate(_DIGITS), said)
    said = _CHARACTERS.sub(lambda found: _number(found.group()), said)
    said = _ERA.sub(lambda era: str((_ERAS | _LETTERS)[era[1]] + int(era[2].replace("元", "1")) - 1), said)
    said = re.sub(r"^['\u2018\u2019]([0-9]{2})(?=[.년年])", lambda found: century(found[1]), said)
    for form, english in _FORMS:
        said = re.sub(form, english, said)
    return said.strip()


def without_until(text: str) -> str:
    """Return a stretch of time without the words before its beginning and behind its end: `自2012年至2022年止`."""
    return re.sub(r"^[自从從](?=[0-9])|(?:까지|まで|为止|為止|止)$", "", text.strip())


def _number(characters: str) -> str:
    """Return a number in characters in digits: `二〇二四`, `十二`; what is none stays as it is."""
    found = east_asian(characters) if "十" in characters else None
    return characters.translate(_DIGITS) if found is None else str(int(found))


def century(year: str) -> str:
    """Return a year of two digits with its century."""
    return f"{20 if int(year) < _TURN else 19}{year}"
