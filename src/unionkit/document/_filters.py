"""Filters of our own, which are functions as well: money, numerals, dates, times, targets, quantities."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from decimal import Decimal
from typing import Final, get_args

from unionkit.errors import Lang
from unionkit.model import Money, Quantity, Schedule, Target, capital_amount, chinese_number, plain_number

from ._numerals import circled
from ._said import RefusalError
from ._wording_dates import worded_date
from ._wording_figures import worded_target
from ._wording_schedule import worded_schedule
from ._work import WORK

_UNITS: Final = {"元": 1, "万元": 10_000, "亿元": 100_000_000}
_MOST_CIRCLED: Final = 20


def _lang() -> Lang:
    return WORK.get().lang


def _wrong(zh: str, en: str, value: object) -> RefusalError:
    return RefusalError(f"这里要{zh}", f"This wants {en}", value)


def money(amount: Money | Decimal | int | None, unit: str = "元", *, capital: bool = False) -> str:
    """
    Write an amount of money: ``2000元``, in English ``2000 yuan``.

    Args:
        amount: Money, or a number of yuan; None gives an empty text.

        unit: ``元``, ``万元`` or ``亿元``. (English has no such units, and counts yuan always.)

        capital: Write it in capitals, as receipts do: ``贰仟元整``. (English has none, and writes figures.)
    """
    if amount is None:
        return ""
    if isinstance(amount, bool) or not isinstance(amount, Money | Decimal | int):
        raise _wrong("金额（Money 或不是浮点数的数字）", "money, or a number that is no float", amount)
    if unit not in _UNITS:
        raise _wrong("单位“元”“万元”或“亿元”", "one of the units 元, 万元, 亿元", unit)
    yuan = (amount if isinstance(amount, Money) else Money(amount)).yuan
    if _lang() == "en":
        return f"{plain_number(yuan)} yuan"
    if capital:
        return capital_amount(yuan)
    return f"{plain_number(yuan / _UNITS[unit])}{unit}"


def numeral(number: int | None, style: str = "chinese") -> str:
    """
    Write a whole number in Chinese numerals: ``3`` as ``三``, in English as ``3``.

    Args:
        number: The number; None gives an empty text.

        style: ``chinese``, or ``circled``: ``③``, in both languages; numbers from 1 to 20 have a circle.
    """
    if number is None:
        return ""
    if isinstance(number, bool) or not isinstance(number, int):
        raise _wrong("整数", "a whole number", number)
    if style == "circled":
        if not 1 <= number <= _MOST_CIRCLED:
            raise _wrong("1 到 20 的整数（带圈数字）", "a number from 1 to 20, which has a circle", number)
        return circled(number)
    if style != "chinese":
        raise _wrong("样式 chinese 或 circled", "the style chinese or circled", style)
    return chinese_number(number) if _lang() == "zh" else str(number)


def date(day: dt.date | None) -> str:
    """Write a day as official documents do: ``2026年7月1日``, in English ``1 July 2026``; None gives an empty text."""
    if day is None:
        return ""
    if not isinstance(day, dt.date):
        raise _wrong("日期", "a date", day)
    return worded_date(day, _lang())


def schedule(when: Schedule | None) -> str:
    """Write a time as its author did (``9月下旬``), in English what it says (``late September``); None: nothing."""
    if when is None:
        return ""
    if not isinstance(when, get_args(Schedule)):
        raise _wrong("时间（Schedule）", "a Schedule", when)
    return worded_schedule(when, _lang())


def target(wanted: Target | None) -> str:
    """Write a target: ``不低于90%``, in English ``at least 90%``; None gives an empty text."""
    if wanted is None:
        return ""
    if not isinstance(wanted, Target):
        raise _wrong("指标值（Target）", "a Target", wanted)
    return worded_target(wanted, _lang())


def quantity(number: Quantity | Decimal | int | None) -> str:
    """Write a quantity with its unit: ``约120人``, in English ``about 120人``; None gives an empty text."""
    if number is None:
        return ""
    if isinstance(number, Quantity):
        said = str(number)
        return said.replace("约", "about ", 1) if number.about and _lang() == "en" else said
    if isinstance(number, bool) or not isinstance(number, Decimal | int):
        raise _wrong(
            "数量（Quantity 或不是浮点数的数字）", "a Quantity, or a number that is no float", number
        )
    return plain_number(Decimal(number))


def quoted(text: str) -> str:
    """Write a text as a scalar of YAML (or JSON), in double quotes, whatever stands in it."""
    if not isinstance(text, str):
        raise _wrong("文字", "text", text)
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


FILTERS: Final[dict[str, Callable[..., str]]] = {
    "money": money,
    "numeral": numeral,
    "date": date,
    "schedule": schedule,
    "target": target,
    "quantity": quantity,
    "quoted": quoted,
}
"""By their names in templates."""
