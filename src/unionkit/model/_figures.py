"""
The grammar of figures, which quantities, targets and amounts of money share.

A figure is a comparison (不低于, 约), a number (2,000, 1万2千, 三亿五千万, 百分之九十), a unit, and what follows it (以上, 左右), or
two of them with 至 between. 以上, 以下 and 以内 include the number itself, 超过, 不满 and 以外 do not (《民法典》第一千二百五十九条).
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from typing import Final, NamedTuple

from unionkit.errors import NotationError

from ._numerals import chinese_number, formal_number, grouped, parse_number, western
from ._units import ABOUT, DIGITS, MUCH, TO, USUAL, is_unit, reckoned

_FIGURE: Final = r"[+-]?(?:[1-9][0-9]{0,2}(?:[,，][0-9]{3}){1,5}|[0-9]{1,18})(?:\.[0-9]{1,9})?"
MIXED: Final = r"[0-9]{1,8}(?:[十百千万亿]{1,2}零?[0-9]{1,8})+[十百千万亿]{0,2}"
_GROUP: Final = f"[{DIGITS}两十百千]+"
# 五万人 is 五 of the unit 万人; where a 万 or 亿 stands inside (三亿五千万元), all of it is the number.
_WORDS: Final = rf"(?:{_GROUP}(?:(?:万亿|[万亿]){_GROUP})+(?:万亿|[万亿])?|{_GROUP})(?:点[{DIGITS}]+)?"

LEAST: Final = (">=", "≥", "不低于", "不少于", "不小于", "不下于", "至少", "最少", "最低")
MOST: Final = ("<=", "≤", "不超过", "不多于", "不高于", "不大于", "至多", "最多", "最高")
_SIGNS: Final[dict[str | None, str]] = {
    **dict.fromkeys(LEAST, ">="),
    **dict.fromkeys(MOST, "<="),
    "=": "=",
    "~": "~",
    "约": "~",
    None: "",
}
_BEHIND: Final = {
    "之上": ">=",
    "之下": "<=",
    "以上": ">=",
    "以下": "<=",
    "以内": "<=",
    "之内": "<=",
    "左右": "~",
    "上下": "~",
}
_BEFORE: Final = (
    rf"(?P<reached>达到?)?\s*(?P<sign>{'|'.join((*LEAST, *MOST, '='))})?\s*"
    r"(?P<near>[~～≈]|大约|约为|约|将近|接近|近|上(?=[十百千万亿])(?!.分之))?"
)
_NUMBER: Final = (
    rf"\s*(?P<part>[百千万]分之)?\s*(?:(?P<mixed>{MIXED})|(?P<figure>{_FIGURE})|(?P<words>{_WORDS})|(?=[万亿]))"
    rf"\s*(?P<after>{ABOUT})?(?:(?P<scale>[十百千万亿]{{1,3}})(?P<later>{ABOUT}))?\s*(?P<rest>.*)"
)
_BETWEEN: Final = rf"\s*(?:——|(?<!达)[{TO}])\s*(?=[+-]?[0-9]|[百千万]分之|[{DIGITS}十百千]|两[十百千万亿])"
_KILO: Final = tuple("克米瓦伏卡帕")
_PARTS: Final = {"百分之": "%", "千分之": "‰", "万分之": "‱"}


class Figure(NamedTuple):
    """
    What a figure says.

    Attributes:
        value: The number; of a range, its lower end.

        unit: The unit as written.

        sign: How it is compared: ``>=``, ``<=``, ``=``, ``~``, or nothing.

        upper: The upper end of a range, or None.
    """

    value: Decimal
    unit: str
    sign: str
    upper: Decimal | None = None


@cache
def _plain() -> re.Pattern[str]:
    """Return what finds a figure as most are written; the whole grammar takes longer to be compiled, and to read."""
    return re.compile(r"(>=|<=|[=~约])?\s*(-?[0-9]{1,18}(?:\.[0-9]{1,9})?)\s*([^0-9]*)")


@cache
def _pattern(before: str = "") -> re.Pattern[str]:
    return re.compile(before + _NUMBER)


@cache
def _between() -> re.Pattern[str]:
    return re.compile(_BETWEEN)


@cache
def _much() -> re.Pattern[str]:
    return re.compile(MUCH + r"\Z")


def read_figure(text: str) -> Figure | None:
    """Read a figure; None when it is none, says two things at once, or leaves room for doubt."""
    plain = _plain().fullmatch(text)
    if plain is not None and plain[3] in USUAL:
        return Figure(Decimal(plain[2]), plain[3], _SIGNS[plain[1]])
    found = _pattern(_BEFORE).fullmatch(western(text))
    if found is None:
        return None
    reached, sign, near, part, mixed, figure, words, after, scale, later, rest = found.groups()
    behind = _BEHIND.get(rest[-2:], "")
    if behind:
        rest = rest[:-2].rstrip()
        for included in ("及", "（含）", "(含)") if behind != "~" else ():
            rest = rest.removesuffix(included).rstrip()
    elif rest[-1:] in ("多", "余") and _much().search(rest):
        rest, behind = rest[:-1], "~"
    about = "~" if near or after or later else ""
    signs = {_SIGNS[sign], behind, about}
    signs.discard("")
    if len(signs) > 1:
        return None
    said = signs.pop() if signs else ">=" if reached else ""
    span = _between().search(rest) if rest else None
    if span is not None:
        return _range(found, rest[: span.start()], rest[span.end() :], said)
    one = _number(part, mixed, figure, words, (scale or "") + rest, about=bool(about))
    return None if one is None else Figure(*one, said)


def in_words(mixed: str) -> str:
    """Write the figures among numerals as numerals too: 1万2千 is 一万二千."""
    return re.sub("[0-9]+", lambda digits: chinese_number(int(digits[0])), mixed)


def _range(found: re.Match[str], rest: str, upper: str, said: str) -> Figure | None:
    """Read the lower end, which has been found, and the upper one."""
    other = _pattern().fullmatch(upper)
    if other is None or other["after"] or other["later"] or found["later"]:
        return None
    low = _number(found["part"], found["mixed"], found["figure"], found["words"], rest.strip(), about=False)
    high = _number(other["part"], other["mixed"], other["figure"], other["words"], other["rest"], about=False)
    if low is None or high is None:
        return None
    (value, one), (most, unit) = low, high
    if not unit and reckoned(value, one) == low:
        unit = one  # 80%-90
    elif one and one != unit:
        value, one = reckoned(value, one)
        most, unit = reckoned(most, unit)
        if one not in ("", unit):
            return None
    if not one and most <= value < reckoned(most, unit)[0]:
        most, unit = reckoned(most, unit)  # 五千至一万人: the 万 is not meant of both
    return Figure(value, unit, said, most)


def _number(
    part: str | None, mixed: str | None, figure: str | None, words: str | None, unit: str, *, about: bool
) -> tuple[Decimal, str] | None:
    """Return the number and its unit; `about`: a unit alone may be meant, since 近万人 is about 10000."""
    if part:
        if unit:
            return None
        unit = _PARTS[part]
    if words and len(unit) == 2 and unit[0] == "成" and unit[1] in DIGITS[1:]:
        words, unit = f"{words}点{unit[1]}", "成"  # 九成五 is 9.5 tenths
    if not is_unit(unit):
        return None
    if figure:
        return grouped(figure), unit
    if not (mixed or words):
        return (Decimal(1), unit) if about and unit and not part else None
    said = words or in_words(mixed or "")
    parted = said == "百" and unit.startswith("分")  # 百分点, 百分百
    doubtful = said[-1] == "千" and len(said) > 2 and unit.startswith(_KILO)  # 三万五千克: of 克, or of 千克?
    if parted or doubtful:
        return None
    try:
        return (formal_number if unit or mixed else parse_number)(said), unit
    except NotationError:
        return None
