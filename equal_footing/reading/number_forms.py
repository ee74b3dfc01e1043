"""Reads numbers that somebody wrote in another way, such as `570억원`, `57 billion` or `0,21`."""

import re
from decimal import Decimal

from equal_footing.reading.myriads import UNITS, east_asian

_MEANT_BY = {
    "dollar peso": "$",
    "dollar": "dollar, dollars",
    "pound": "£, pound, pounds",
    "rupee": "rs, rs.",
    "$": "달러, 불, ドル, 弗",
    "£": "파운드, ポンド",
    "USD": "us$, u.s.$, us dollars, 미국 달러, 미달러, 米ドル, 美元, 美金",
    "CAD": "ca$, c$, 캐나다 달러, カナダドル, 加元",
    "AUD": "au$, a$, 호주 달러, 豪ドル, 澳元",
    "TWD": "nt$, 新台币, 新臺幣, 新台幣",
    "HKD": "hk$, 港元, 港币, 港幣",
    "EUR": "€, euro, euros, 유로, ユーロ, 欧元, 歐元",
    "GBP": "sterling, 英镑, 英鎊",
    "KRW": "₩, ￦, won, 원, ウォン, 韩元, 韓元",
    "JPY": "yen, 円, 엔, 日元, 日圆",
    "CNY": "yuan, rmb, 人民币, 人民幣, 人民元, 위안",
    "JPY CNY": "¥, ￥",
    "CNY TWD HKD MOP": "元, 圓",
    "SEK NOK DKK ISK": "kr, kr.",
    "BRL": "r$",
    "INR": "₹",
    "PHP": "₱",
    "THB": "฿",
    "VND": "₫",
    "RUB": "₽",
    "NGN": "₦",
    "GHS": "₵, gh₵",
    "KES": "ksh, ksh., kshs, kshs.",
    "TZS": "tsh, tsh., tshs",
    "UGX": "ush, ush., ushs",
    "TRY": "₺",
    "ILS": "₪",
}
MONEY_WORDS = {word: meaning for meaning, words in _MEANT_BY.items() for word in words.split(", ")}
"""What people write for a currency beside a sum: a code or some, names that several currencies have, or its sign."""
_MONEY = "|".join(re.escape(word) for word in sorted(MONEY_WORDS, key=len, reverse=True))
_BEFORE = re.compile(rf"^([A-Z]{{3}}|(?i:{_MONEY})) *(?=[-\d.]|[A-Z]{{3}}|{_MONEY})")
_AFTER = re.compile(rf" *([A-Z]{{3}}|(?i:{_MONEY}))$")
_COUNTERS = re.compile(
    r" *(?:명|개국|개|건|곳|단체|회|人|名|件|个|個|家|社|団体|[かカヶ]国|퍼센트|[%％]"
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


def percentage_of(ratio: str) -> str | None:
    """Return the percentage of the first of two parts of ten or a hundred, such as 80 for `8:2`, or None."""
    found = re.fullmatch(r"([0-9]{1,2}) ?: ?([0-9]{1,2})", ratio.strip())
    first, last = (int(found[1]), int(found[2])) if found else (0, 0)
    return str(100 * first // (first + last)) if first + last in {10, 100} else None


def ordinary(text: str) -> str:
    """Return a text with ordinary digits, signs and spaces in place of full-width ones."""
    wide = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F) if chr(code) not in "％"}
    return text.translate(wide | {0x2212: "-", 0x3000: " ", 0x00A0: " ", 0x202F: " "}).strip()


def number_of(text: str) -> Decimal | None:
    """Return the number that a text means, without a currency or what is counted; None for what is none."""
    bare, _ = _bare(text)
    sign, bare = (-1, bare[1:].strip()) if bare.startswith("-") else (1, bare.removeprefix("+"))
    word = bare.lower().replace(" ", "-") if bare.lower() not in _ENGLISH else bare.lower()
    if word in _ENGLISH:
        return Decimal(sign * _ENGLISH[word])
    if re.fullmatch(r"\d+(?:\.\d+)?[eE]\+?\d{1,2}", bare):
        return sign * Decimal(bare)
    found = east_asian(bare) if any(letter in bare for letter in UNITS) else _sized(bare)
    return None if found is None else sign * found


def without_words_behind(text: str) -> str:
    """Return a number without what is counted and the currency behind it."""
    bare, before = text, ""
    while bare != before:
        before, bare = bare, _AFTER.sub("", _COUNTERS.sub("", bare))
    return bare


def money_words(text: str) -> list[str]:
    """Return the signs, words and codes of currencies that a number in a text has before or behind it."""
    return _bare(text)[1]


def _bare(text: str) -> tuple[str, list[str]]:
    """Return a number without what is around it, and what of that may name a currency."""
    bare, words, before = text.strip(), [], ""
    while bare != before:
        before, bare = bare, _COUNTERS.sub("", bare)
        for form in (_BEFORE, _AFTER):
            if found := form.search(bare):
                words.append(found[1])
                bare = (bare[: found.start()] + bare[found.end() :]).strip()
    return bare, words


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


def _digits(text: str) -> Decimal | None:
    """Return the number of digits with any marks for thousands and decimals; None where these may mean two things."""
    bare = text.strip()
    if re.fullmatch(r"\d{1,3}([ ’'_])\d{3}(?:\1\d{3})*(?:[.,]\d+)?", bare):
        bare = re.sub(r"[ ’'_]", "", bare)
    if re.fullmatch(r"[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?|[1-9]\d?(?:,\d{2})+,\d{3}(?:\.\d+)?", bare):  # also lakhs
        return Decimal(bare.replace(",", ""))
    if re.fullmatch(r"\d*\.?\d+|\d+\.", bare):
        return Decimal(bare)
    if re.fullmatch(r"\d{1,3}(?:\.\d{3}){2,}(?:,\d+)?|\d{1,3}(?:\.\d{3})+,\d+", bare):
        return Decimal(bare.replace(".", "").replace(",", "."))
    return Decimal(bare.replace(",", ".")) if re.fullmatch(r"\d+,\d{1,2}|0,\d+", bare) else None
