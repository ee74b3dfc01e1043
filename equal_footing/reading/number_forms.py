"""Reads numbers that somebody wrote in another way, such as `570억원`, `57 billion` or `0,21`."""

import re
from decimal import Decimal

_SIGNS = "₩￦¥￥$€£₹₱฿₫₽₦₺₪"
_NAMES = r"(?i:(?:us|ca|au|nt|hk|c|a|r)\$|rs\.?|kr\.?|won|yen|yuan|rmb|euros?|dollars?)"
_BEFORE = re.compile(rf"^(?:(?:[A-Z]{{3}}|{_NAMES}|[{_SIGNS}]) *)+(?=[-\d.])")
_AFTER = re.compile(rf" *(?:[A-Z]{{3}}|{_NAMES}|[{_SIGNS}]|元|円|圓|人民币|원|엔|달러|위안|유로|ドル|美元)$")
COUNTERS = re.compile(
    r" *(?:명|개|건|人|名|件|个|個|家|社|団体|퍼센트|[%％]"
    r"|(?i:persons?|people|members?|ngos?|csos?|organi[sz]ations?|projects?|countries|percent|per cent|pct))\.?$"
)
_SIZES = {
    **dict.fromkeys(("thousand", "k", "tsd"), 3),
    "lakh": 5,
    **dict.fromkeys(("million", "mio", "mn", "mln", "m"), 6),
    **dict.fromkeys(("crore", "cr"), 7),
    **dict.fromkeys(("billion", "bn", "b", "milliard", "mrd"), 9),
    **dict.fromkeys(("trillion", "tn", "trn"), 12),
}
"""Words for sizes, with their powers of ten."""
_MYRIADS = {"万": 4, "萬": 4, "만": 4, "亿": 8, "億": 8, "억": 8, "兆": 12, "조": 12}
_TENS = {"千": 3, "천": 3, "百": 2, "백": 2}
_TEENS = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
_DECADES = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_ENGLISH = {
    **{word: number for number, word in enumerate(_TEENS)},
    **{
        f"{word}{f'-{_TEENS[unit]}' if unit else ''}": 10 * ten + unit
        for ten, word in enumerate(_DECADES, 2)
        for unit in range(10)
    },
    "hundred": 100,
    "a hundred": 100,
    "one hundred": 100,
}


def written(number: Decimal) -> str:
    """Return a number as it is written here: in full, with `_` between thousands from 10,000 on."""
    text = f"{number:f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    whole, dot, part = text.partition(".")
    if len(whole.lstrip("-")) > 4:
        whole = f"{int(whole):,}".replace(",", "_")
    return f"{whole}{dot}{part}"


def ordinary(text: str) -> str:
    """Return a text with ordinary digits, signs and spaces in place of full-width ones."""
    wide = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F) if chr(code) not in "％"}
    return text.translate(wide | {0x2212: "-", 0x3000: " ", 0x00A0: " ", 0x202F: " "}).strip()


def number_of(text: str) -> Decimal | None:
    """Return the number that a text means, without a currency or what is counted; None for what is none."""
    bare = text.strip()
    while (shorter := _AFTER.sub("", COUNTERS.sub("", _BEFORE.sub("", bare))).strip()) != bare:
        bare = shorter
    sign, bare = (-1, bare[1:].strip()) if bare.startswith("-") else (1, bare.removeprefix("+"))
    word = bare.lower().replace(" ", "-") if bare.lower() not in _ENGLISH else bare.lower()
    if word in _ENGLISH:
        return Decimal(sign * _ENGLISH[word])
    if re.fullmatch(r"\d+(?:\.\d+)?[eE]\+?\d{1,2}", bare):
        return sign * Decimal(bare)
    found = _myriads(bare) if any(letter in bare for letter in (*_MYRIADS, *_TENS)) else _sized(bare)
    return None if found is None else sign * found


def _sized(text: str) -> Decimal | None:
    """Return the number of digits with a word of size behind them: `57 billion`, `1.5m`."""
    match = re.fullmatch(r"([\d.][\d_,.’' ]*)(\D*)", text)
    digits = _digits(match[1]) if match else None
    for word in match[2].lower().replace(".", "").split() if match and digits is not None else ():
        size = _SIZES.get(word) or _SIZES.get(word.removesuffix("s"))
        if size is None or digits is None:
            return None
        digits *= Decimal(10) ** size
    return digits


def _myriads(text: str) -> Decimal | None:
    """Return the number in the words of East Asia: `570억`, `1兆2,345億`, `3천만`."""
    total, rest = Decimal(0), text.replace(" ", "")
    while rest:
        match = re.match(r"([\d.,_]*)([千천百백]?)([万萬만亿億억兆조]?)", rest)
        digits = _digits(match[1] or "1") if match and (match[1] or match[2]) else None
        if match is None or digits is None:
            return None
        total += digits * Decimal(10) ** (_TENS.get(match[2], 0) + _MYRIADS.get(match[3], 0))
        rest = rest[match.end() :]
    return total


def _digits(text: str) -> Decimal | None:
    """Return the number of digits with any marks for thousands and decimals; None where these may mean two things."""
    bare = re.sub(r"[ ’'_]", "", text)
    if re.fullmatch(r"\d{1,3}(?:,\d{2,3})*,\d{3}(?:\.\d+)?", bare):  # also lakhs: 1,23,456
        return Decimal(bare.replace(",", ""))
    if re.fullmatch(r"\d*\.?\d+|\d+\.", bare):
        return Decimal(bare)
    if re.fullmatch(r"\d{1,3}(?:\.\d{3}){2,}(?:,\d+)?|\d{1,3}(?:\.\d{3})+,\d+", bare):
        return Decimal(bare.replace(".", "").replace(",", "."))
    return Decimal(bare.replace(",", ".")) if re.fullmatch(r"\d+,\d+", bare) else None
