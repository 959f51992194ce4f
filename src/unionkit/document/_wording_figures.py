"""Targets, quantities and money in words."""

from __future__ import annotations

from typing import Final

from unionkit.errors import Lang
from unionkit.model import Comparator, Money, Quantity, Target, plain_number

from ._amounts import in_fen, in_yuan

_COMPARED: Final[dict[Lang, dict[Comparator, str]]] = {
    "zh": {
        Comparator.AT_LEAST: "不少于",
        Comparator.AT_MOST: "不多于",
        Comparator.EXACTLY: "",
        Comparator.ABOUT: "约为",
    },
    "en": {
        Comparator.AT_LEAST: "at least ",
        Comparator.AT_MOST: "at most ",
        Comparator.EXACTLY: "",
        Comparator.ABOUT: "about ",
    },
}
_HIGH_OR_LOW: Final = {Comparator.AT_LEAST: "不低于", Comparator.AT_MOST: "不超过"}
"""What is said instead of figures that are high or low, not many or few."""
_HIGH_UNITS: Final = ("百分点", "分", "元", "圆")
_WITH_EACH_FIGURE: Final = ("%", "％", "‰", "‱", "十", "百", "千", "万", "亿")
"""Units that begin so stand behind both ends of a range."""
_PERSONS: Final = ("人", "名", "位")
_COUNTED_EN: Final = {**dict.fromkeys(_PERSONS, "people"), "户": "households", "人次": "people"}
_EACH_EN: Final = {**dict.fromkeys(_PERSONS, "each"), "户": "per household", "人次": "each time"}


def worded_target(target: Target, lang: Lang = "zh") -> str:
    """
    Write a target in words: counts are 不少于 or 不多于 a figure, rates, marks and money 不低于 or 不超过.

    >>> worded_target(Target.parse(">= 90%")), worded_target(Target.parse(">= 5场"))
    ('不低于90%', '不少于5场')
    >>> worded_target(Target.parse("= 100%")), worded_target(Target.parse(">= 90%"), "en")
    ('达到100%', 'at least 90%')
    >>> worded_target(Target.parse(">= 100%"))
    '达到100%'
    """
    exact = target.comparator is Comparator.EXACTLY or _is_all_of_them(target)
    if lang == "zh" and exact and target.upper is None:
        return f"达到{plain_number(target.value)}{target.unit}"
    return worded_figure(target, lang)


def _is_all_of_them(target: Target) -> bool:
    """Whether more than the figure is not possible: 100% at least is 100%."""
    return target.comparator is Comparator.AT_LEAST and target.value == 100 and target.unit in ("%", "％")


def worded_figure(target: Target, lang: Lang = "zh") -> str:
    """
    Write a target where its figure stands alone.

    >>> worded_figure(Target.parse("= 100%")), worded_figure(Target.parse("3至5场"))
    ('100%', '3至5场')
    """
    figure = plain_number(target.value)
    if target.upper is not None:
        first = f"{figure}{target.unit}" if target.unit.startswith(_WITH_EACH_FIGURE) else figure
        return f"{first}{'至' if lang == 'zh' else ' to '}{plain_number(target.upper)}{target.unit}"
    compared = _COMPARED[lang][target.comparator]
    if lang == "zh" and _is_high_or_low(target.unit):
        compared = _HIGH_OR_LOW.get(target.comparator, compared)
    return f"{compared}{figure}{target.unit}"


def _is_rate(unit: str) -> bool:
    return Quantity(1, unit).measure()[1] == "%" or unit.endswith("百分点")


def _is_high_or_low(unit: str) -> bool:
    """Whether figures of a unit are high or low (rates, marks, money), not many or few."""
    return _is_rate(unit) or unit.endswith(_HIGH_UNITS)


def worded_quantity(quantity: Quantity | None, lang: Lang = "zh") -> str:
    """Write a number with its unit; nothing where there is none."""
    if quantity is None:
        return ""
    return str(quantity).replace("约", "about ", 1) if lang == "en" and quantity.about else str(quantity)


def worded_progress(progress: Quantity | None, lang: Lang = "zh") -> str:
    """Write what of a target is reached; nothing where that is not said."""
    if progress is None:
        return ""
    reached = worded_quantity(progress, lang)
    if lang == "en":
        return f"{reached} so far"
    return f"{'已达' if _is_rate(progress.unit) else '已完成'}{reached}"


def worded_people(number: Quantity, lang: Lang = "zh") -> str:
    """Write how many people; a unit other than 人 (户, 名) is kept as it is, in English where that has no word."""
    shown = worded_quantity(number, lang)
    if lang == "en" and number.unit in _COUNTED_EN:
        return f"{shown.removesuffix(number.unit)} {_COUNTED_EN[number.unit]}"
    return shown


def worded_head_count(number: Quantity | None, lang: Lang = "zh") -> str:
    """Write how many people in a column that counts them: the unit only where it is another one."""
    if number is None:
        return ""
    return (
        worded_quantity(number, lang).removesuffix("人")
        if number.unit == "人"
        else worded_people(number, lang)
    )


def counts_persons(number: Quantity) -> bool:
    """Whether it counts persons, not households."""
    return number.unit.endswith(_PERSONS)


def worded_money(money: Money, lang: Lang = "zh") -> str:
    """
    Write an amount in a sentence: whole yuan, or yuan with two decimals.

    >>> worded_money(Money.parse("1234567.5")), worded_money(Money(300), "en")
    ('1234567.50元', '300 yuan')
    """
    fen = in_fen(money)
    return f"{in_yuan(fen, exactly=bool(fen % 100))}{'元' if lang == 'zh' else ' yuan'}"


def worded_per_head(money: Money, number: Quantity | None, lang: Lang) -> str:
    """What each of those who receive it gets: each person, or each household."""
    unit = "人" if number is None else number.measure()[1]
    said = worded_money(money, lang)
    if lang == "en":
        return f"{said} {_EACH_EN.get(unit, f'per {unit}')}"
    return f"每{'人' if unit in _PERSONS else unit}{said}"


def worded_unit(unit: str, lang: Lang = "zh") -> str:
    """Write the line about the unit of a table; nothing without a unit."""
    if not unit or unit.startswith("单位"):
        return unit
    return f"{'单位：' if lang == 'zh' else 'Unit: '}{unit}"


def worded_yuan(lang: Lang = "zh") -> str:
    """Write the line about the unit of a table whose figures are yuan."""
    return worded_unit("元" if lang == "zh" else "yuan", lang)
