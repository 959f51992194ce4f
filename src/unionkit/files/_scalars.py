"""
Single values of a plan file: their type follows from the key that they stand under.

YAML hands over text, JSON and programs numbers and booleans too; both are taken.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from decimal import Decimal
from enum import StrEnum
from typing import Any, Final

from unionkit.errors import NotationError, UnknownNameError, WrongTypeError
from unionkit.model import Data, Money, check_text

_INTEGER: Final = re.compile(r"[+-]?\d{1,18}")
_DATE: Final = re.compile(r"\d{4}-\d{2}-\d{2}")
_TRUTH: Final = {"true": True, "True": True, "false": False, "False": False, "是": True, "否": False}


def shown(value: object) -> str:
    """Show a value in a message: text in quotes, lists and mappings by their brackets."""
    if isinstance(value, str):
        return f"“{value}”"
    if value is None:
        return "null"
    if isinstance(value, Mapping):
        return "{…}"
    return "[…]" if isinstance(value, list | tuple) else str(value)


def to_text(value: object, _: Any) -> str:
    """Return text that every document can carry."""
    if not isinstance(value, str):
        raise WrongTypeError("文字", "text", shown(value))
    return check_text(value)


def to_enum(value: object, kind: Any) -> StrEnum:
    """Return the member of a closed list of names."""
    known = tuple(member.value for member in kind)
    if value not in known:
        raise UnknownNameError(value if isinstance(value, str) else shown(value), known)
    member: StrEnum = kind(value)
    return member


def to_int(value: object, _: Any) -> int:
    """Return a whole number, written or not."""
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    if isinstance(value, str) and _INTEGER.fullmatch(value):
        return int(value)
    raise WrongTypeError("整数", "an integer", shown(value))


def to_number(value: object, _: Any) -> int | str | Decimal:
    """What may be a number; the class that holds it makes it one."""
    if isinstance(value, int | str | Decimal):
        return value
    raise WrongTypeError("数字", "a number", shown(value))


def to_bool(value: object, _: Any) -> bool:
    """Return true or false, written or not."""
    if isinstance(value, bool):
        return value
    if isinstance(value, str) and value in _TRUTH:
        return _TRUTH[value]
    raise WrongTypeError("true 或 false", "true or false", shown(value))


def to_date(value: object, _: Any) -> dt.date:
    """Return a day written as 2026-09-10."""
    if not isinstance(value, str):
        raise WrongTypeError("日期", "a date", shown(value))
    try:
        if _DATE.fullmatch(value):
            return dt.date.fromisoformat(value)
    except ValueError:
        pass
    raise NotationError("日期", "a date", value, "2026-09-10")


def to_money(value: object, _: Any) -> Money:
    """Return an amount of money, in yuan or in its notation."""
    if isinstance(value, str):
        return Money.parse(value)
    if isinstance(value, int | Decimal):
        return Money(value)
    raise WrongTypeError("金额", "an amount of money", shown(value))


def to_data(value: object, _: Any) -> Data:
    """Return what only a pack understands."""
    if not isinstance(value, Mapping):
        raise WrongTypeError("映射（若干“键: 值”）", "a mapping (keys and values)", shown(value))
    return Data(value)
