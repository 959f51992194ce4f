"""Hypothesis strategies for figures: numbers, quantities, money, targets."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from hypothesis import strategies as st

from unionkit.model import Comparator, Money, Quantity, Target

from ._base import named
from ._text import NO_CATEGORIES, NO_CHARACTERS
from ._words import UNITS

_ODD_UNITS = (
    "个 月",
    "万",
    "亿元",
    "千人",
    "成",
    "‰",
    "％",
    "m²",
    "人/年",
    "户: 人",
    "户 #",
    "“户”",
    "[户]",
    "{{户}}",
)
# What a reader would take for part of the number, or for more than a unit; a unit may hold all else.
_NO_UNITS = (
    "零〇一二三四五六七八九十百千万亿两壹贰叁肆伍陆柒捌玖拾佰仟半多余几来分以之左上下内外不"
    "或至到-‐‑‒–—―−~～〜∼+，,。；;<>=≥≤≈¥￥"
)
_LARGEST = 10**18 - 1
_PLACES = 9
_MOST_PEOPLE = 9_999_999_999


@named
def decimals(*, min_value: int = -_LARGEST, max_value: int = _LARGEST) -> st.SearchStrategy[Decimal]:
    """
    Numbers of at most 18 digits before the point and 9 behind it; shrinks to ``0`` or the end that is nearest to it.

    Args:
        min_value: The least.

        max_value: The greatest.
    """
    whole = st.integers(min_value, max_value).map(Decimal)
    if min_value == max_value:
        return whole

    def with_places(number: int, places: int, behind: int) -> Decimal:
        return number + Decimal(behind % 10**places).scaleb(-places)

    return whole | st.builds(
        with_places,
        st.integers(min_value, max_value - 1),
        st.integers(1, _PLACES),
        st.integers(0, 10**_PLACES - 1),
    )


def _units() -> st.SearchStrategy[str]:
    """Units of all kinds; shrinks to none."""
    return st.one_of(st.sampled_from(UNITS), st.sampled_from(_ODD_UNITS), _units_like("株"))


def _units_like(beginning: str) -> st.SearchStrategy[str]:
    """Units of any characters behind a beginning; shrinks to the beginning."""
    behind = st.characters(
        codec="utf-8", exclude_categories=[*NO_CATEGORIES, "N"], exclude_characters=NO_CHARACTERS + _NO_UNITS
    )
    return st.text(behind, max_size=6).map(beginning.__add__)


@named
def quantities() -> st.SearchStrategy[Quantity]:
    """Numbers, exact and about, with any unit, of all characters that a unit may have; shrinks to ``0``."""
    return st.builds(Quantity, decimals(), _units(), st.booleans())


@named
def amounts(*, max_yuan: int = 10**12) -> st.SearchStrategy[Money]:
    """
    Money from nothing up, to the fen; shrinks to ``0元``.

    Args:
        max_yuan: The greatest.
    """
    return st.integers(0, max_yuan * 100).map(lambda fen: Money(Decimal(fen).scaleb(-2)))


@named
def targets() -> st.SearchStrategy[Target]:
    """Figures with a comparator and ranges, of any unit; shrinks to ``= 0``."""
    single = st.builds(
        Target, comparator=st.sampled_from((Comparator.EXACTLY, *Comparator)), value=decimals(), unit=_units()
    )
    ranges = st.builds(
        lambda value, more, unit: Target(value=value, upper=value + more, unit=unit),
        decimals(min_value=-(10**9), max_value=10**9),
        decimals(min_value=1, max_value=10**8),
        _units(),
    )
    return single | ranges


# ---------------------------------------------------------------- what many fields hold


def counts() -> st.SearchStrategy[int]:
    """Numbers of people or occasions."""
    return st.integers(0, 500) | st.integers(0, _MOST_PEOPLE)


def people() -> st.SearchStrategy[Quantity]:
    """Numbers of people or households, exact and about; shrinks to nobody."""
    units = st.one_of(st.sampled_from(("人", "名", "户", "人次", "对")), _units_like("人"))
    thousands = st.integers(0, 99_999).map(lambda number: Decimal(number).scaleb(-1))
    return st.builds(Quantity, counts(), units, st.booleans()) | st.builds(
        Quantity, thousands, st.just("万人"), st.booleans()
    )


def dates() -> st.SearchStrategy[dt.date]:
    """Days that a plan can be about."""
    return st.dates(min_value=dt.date(1949, 1, 1), max_value=dt.date(2100, 12, 31))
