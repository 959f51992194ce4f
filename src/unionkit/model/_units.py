"""Units (单位): what may stand behind a number, and how many of the base unit one of them is."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache, lru_cache
from typing import Final, NamedTuple

from unionkit.errors import ImpossibleValueError

from ._numerals import EXACT
from .validators import check_text

# What the grammar of figures shares with that of units, as regular expressions: a unit holds nothing that would be read
# as something else than a unit.
DIGITS: Final = "零〇一二三四五六七八九"
ABOUT: Final = "余|多(?!媒体|功能)|几|来(?![自宾访])"
TO: Final = r"\-‐‑‒–—―−~～〜∼至到"
MUCH: Final = "[年月天时元块倍吨斤米里亩人名个次户家件场][多余]"
_SCALES: Final = {
    "": Decimal(1),
    "十": Decimal(10),
    "百": Decimal(100),
    "千": Decimal(1000),
    "万": Decimal(10_000),
    "亿": Decimal(100_000_000),
    "万亿": Decimal(1_000_000_000_000),
}
_SHARES: Final = {
    "%": Decimal(1),
    "％": Decimal(1),
    "成": Decimal(10),
    "‰": Decimal("0.1"),
    "‱": Decimal("0.01"),
}
USUAL: Final = frozenset(
    (
        "",
        "%",
        "人",
        "名",
        "家",
        "次",
        "场",
        "元",
        "件",
        "个",
        "户",
        "项",
        "起",
        "期",
        "篇",
        "条",
        "位",
        "人次",
        "个百分点",
    )
)
"""Units that most plans have: known as such without a look at what they are made of."""
# Words that people and things are counted in: 5千人 is 5000人, while 千克 and 百分点 are units of their own.
_COUNTED: Final = "人名位个家户次件场起元圆块册本份张项条篇套台辆间座处天年小周期届门步字亩吨斤公余"


class _Unit(NamedTuple):
    """How many of the base unit a unit is, and that one."""

    times: Decimal
    base: str


@cache
def _shape() -> re.Pattern[str]:
    numeral = rf"[{DIGITS}壹贰叁肆伍陆柒捌玖拾佰仟]|两(?=[十百千万亿])"
    return re.compile(
        rf"(?!(?:[十百千万亿]*\s*)(?:{numeral}|{ABOUT}|半|个半|分之|上下|约))"
        rf"(?![,，./⁄:：;；、。·+×*^=<>≥≤≈'{TO}])"
        r"(?P<small>[十百千]?)(?P<large>万亿|[万亿]?)(?![十百千万亿])\s*(?P<base>.*)"
    )


@cache
def _faults() -> re.Pattern[str]:
    return re.compile(
        r"[\d¼-¾⅐-⅟↉，,。；;<>=≥≤≈¥￥]|以[上下内外]|之内|左右|不[低少小下多高大]于|不超过|至[少多]"
        rf"|之[上下]|(?:日|天|周|月|年|小时|分钟|学期|季度)内$|或$|^[%％‰‱成].|^年?[初底末]前?$|^月[初底末]?前$|^[年日]前$"
        rf"|^月(?:[初中底末]|[上下]旬)|^[上中下]旬|^等奖|^之|^[流定些般样致]$"
        rf"|[{DIGITS}两][十百千万亿]|[{TO}]\s*(?:[{DIGITS}十百千]|两[十百千万亿]|[百千万]分之)|[{TO}+半]$"
        rf"|(?:之外|上下|不等|不到|不足|{MUCH})$"
    )


@lru_cache(maxsize=1024)
def _unit(unit: str) -> _Unit | None:
    """Tell what a unit is made of; None where a reader would see more in it than a unit, or a part of the number."""
    if unit in USUAL:
        return _Unit(_SCALES[""], unit)
    shape = None if _faults().search(unit) else _shape().fullmatch(unit)
    if shape is None or (unit and not unit[0].isalpha() and unit[0].isnumeric()):
        return None
    small, large, base = shape.group("small", "large", "base")
    if small and not large and base and base[0] not in _COUNTED:
        return _Unit(_SCALES[""], unit)
    if unit in _SHARES:
        return _Unit(_SHARES[unit], "%")
    return _Unit(EXACT.multiply(_SCALES[small], _SCALES[large]), base)


def is_unit(unit: str) -> bool:
    """Tell whether that text behind a number is its unit, and nothing else."""
    return _unit(unit) is not None


def to_unit(unit: str) -> str:
    """
    Return a unit without the space around it.

    Raises:
        ImpossibleValueError: It holds a figure, begins like a part of the number, or says more than a unit (以上, 左右).
    """
    stripped = check_text(unit).strip()
    if not is_unit(stripped):
        raise ImpossibleValueError(
            f"“{stripped}”不能作单位：单位里不写数字，也不写标点、区间、“余”“以上”“左右”这类话；"
            "数写在 value，比较写在 comparator，约数写在 about 或 comparator",
            f"“{stripped}” is no unit: it holds a figure, punctuation, a range, or words such as 余, 以上, 左右; write the "
            "figure as value, and the words as comparator or about",
        )
    return stripped


def reckoned(value: Decimal, unit: str) -> tuple[Decimal, str]:
    """Return a number in the base unit, and that unit."""
    told = _unit(unit)
    if told is None or told.times == 1:
        return value, unit if told is None else told.base
    return EXACT.multiply(value, told.times), told.base
