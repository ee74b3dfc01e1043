"""Reads the numerals of East Asia, in digits, in characters or in both: `1조 2,345억`, `4천600만`, `三千五百万`.

What can be read in two ways has no number: `1억5천` is 150 million in speech and 100,005,000 by the letter.
"""

import re
from decimal import Decimal

_SAME = {
    **dict.fromkeys("천仟阡", "千"),
    **dict.fromkeys("백佰陌", "百"),
    **dict.fromkeys("십拾", "十"),
    **dict.fromkeys("만萬", "万"),
    **dict.fromkeys("억億", "亿"),
    **dict.fromkeys("조", "兆"),
    **dict.fromkeys("壹壱일", "一"),
    **dict.fromkeys("贰貳弐两兩이", "二"),
    **dict.fromkeys("叁參参삼", "三"),
    **dict.fromkeys("肆사", "四"),
    **dict.fromkeys("伍오", "五"),
    **dict.fromkeys("陆陸육륙", "六"),
    **dict.fromkeys("柒칠", "七"),
    **dict.fromkeys("捌팔", "八"),
    **dict.fromkeys("玖구", "九"),
}
"""Other characters for a digit or a unit, with the one that replaces all of them below."""
_TO_ONE = str.maketrans(_SAME)
_CHARACTERS = "一二三四五六七八九"
_TO_DIGITS = str.maketrans(_CHARACTERS, "123456789")
_SMALL = {"千": 3, "百": 2, "十": 1}
_LARGE = {"兆": 12, "亿": 8, "万": 4}
"""The units and their powers of ten: those within a group of four digits, and those of the groups."""
UNITS = "".join(other for other, one in _SAME.items() if one in {*_SMALL, *_LARGE}) + "".join((*_SMALL, *_LARGE))
"""All characters of units."""
_NUMBER = r"(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,3}(?:_[0-9]{3})+|[0-9]+)(?:\.[0-9]+)?"
_ONE_UNIT = re.compile(rf"({_NUMBER})?([千百十]?)(万亿|[万亿兆]?)")
"""One number, however large, with one unit behind it, as in tables and headlines: `57,000백만`, `1.2万亿`."""
_GROUP = re.compile(rf"(?:([1-9]?)千零?)?(?:([1-9]?)百零?)?(?:([1-9]?)十)?({_NUMBER})?")
_MYRIADS_OF_A_GROUP = re.compile(r".*万(?:[0-9]{4}|[1-9]?千.*|零.*)")
"""What may be before 亿 in Chinese: `1万2000亿`."""
_TWO_DIGITS = re.compile(rf"[{_CHARACTERS}][{_CHARACTERS}0-9]|[0-9][{_CHARACTERS}]")
"""Two digits in characters side by side, which mean about so many: `三五百万` is three to five million."""
_NOUGHT = "零"
"""What replaces the units that are left out: with it `3千零5` can only be 3,005."""
_MYRIAD = 10_000


def east_asian(text: str) -> Decimal | None:
    """Return the number that a numeral of East Asia means; None for what is none and for what may mean two numbers."""
    bare = re.sub(rf"(?<=[{UNITS}]) +| +(?=[{UNITS}])", "", text.strip()).translate(_TO_ONE)
    if _TWO_DIGITS.search(bare):
        return None
    bare = bare.translate(_TO_DIGITS)
    found = _ONE_UNIT.fullmatch(bare)
    is_nested = "억" not in text and "조" not in text
    if found and (found[1] or found[2]) and (is_nested or found[3] != "万亿"):
        return _plain(found[1] or "1").scaleb(_SMALL.get(found[2], 0) + sum(_LARGE[unit] for unit in found[3]))
    return _below(bare, 16, is_nested=is_nested)


def has_large_unit(text: str) -> bool:
    """Return whether a text holds the unit of a group of four digits, such as `만` or `億`."""
    return any(unit in text.translate(_TO_ONE) for unit in _LARGE)


def _below(text: str, power: int, *, is_nested: bool) -> Decimal | None:
    """Return a number below a power of ten, in groups from the largest to the smallest unit.

    `is_nested` says whether a group of 亿 may hold 万, as in Chinese: `1万2000亿`.
    """
    for unit, size in _LARGE.items():
        before, sign, after = text.partition(unit)
        if not sign:
            continue
        is_of_myriads = unit == "亿" and is_nested and _MYRIADS_OF_A_GROUP.fullmatch(before)
        number = _below(before, 8, is_nested=False) if is_of_myriads else _group(before)
        rest = _rest(after, size, is_nested=is_nested) if after else Decimal(0)
        if size >= power or number is None or rest is None or (after and number % 1):
            return None
        return rest + number * Decimal(10) ** size
    return _group(text)


def _rest(text: str, power: int, *, is_nested: bool) -> Decimal | None:
    """Return the number behind a unit, below the power of ten of that; None where a smaller unit may be left out."""
    is_whole = text.startswith(_NOUGHT)
    bare = text.removeprefix(_NOUGHT)
    if any(unit in bare for unit in _LARGE):
        return _below(bare, power, is_nested=is_nested)
    if re.fullmatch(_NUMBER, bare) and "." not in bare:
        number = _plain(bare)
        is_clear = is_whole or (len(bare) > 1 if power == 4 else number >= _MYRIAD)
        return number if is_clear and number < Decimal(10) ** power else None
    return _group(bare) if is_whole or power == 4 else None


def _group(text: str) -> Decimal | None:
    """Return a number below 10,000: `4千600`, `476`, `3千5百`, or digits with decimals; None for all else."""
    found = _GROUP.fullmatch(text)
    if not found or not text:
        return None
    units = [(found[number], 10 ** (4 - number)) for number in (1, 2, 3) if found[number] is not None]
    total, digits = Decimal(sum(int(times or 1) * size for times, size in units)), found[4]
    if digits:
        least = units[-1][1] if units else _MYRIAD
        is_clear = not units or least == 10 or len(digits) > 1 or text.endswith(_NOUGHT + digits)
        if not is_clear or _plain(digits) >= least or (units and not digits.isdigit()):
            return None
    return total + _plain(digits or "0")


def _plain(digits: str) -> Decimal:
    return Decimal(digits.replace(",", "").replace("_", ""))
