"""
Single values of a plan file: their type follows from the key that they stand under.

YAML hands over text, JSON and programs numbers and booleans too; both are taken.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from decimal import Decimal
from enum import Enum
from typing import Any, Final

from unionkit.errors import NotationError, UnknownNameError, WrongTypeError
from unionkit.model import Money, OnDay, check_text

_INTEGER: Final = re.compile(r"[+-]?\d{1,18}")
_DATE: Final = re.compile(r"\d{4}-\d{2}-\d{2}")
_DATE_LIKE: Final = re.compile(r"(\d{4})[-年/.](\d{1,2})[-月/.](\d{1,2})日?")
_TRUTH: Final = {"true": True, "True": True, "false": False, "False": False, "是": True, "否": False}


_LONGEST_SHOWN: Final = 200


def shown(value: object) -> str:
    """Show a value in a message: text in quotes, lists and mappings by their brackets."""
    if isinstance(value, str):
        return f"“{value}”"
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int) and value.bit_length() > _LONGEST_SHOWN:
        return f"≈10^{int(value.bit_length() * 0.30103)}"  # Python refuses to write out what is very long
    if isinstance(value, Mapping):
        return "{…}"
    return "[…]" if isinstance(value, list | tuple) else str(value)


def to_text(value: object) -> str:
    """Return text that every document can carry."""
    if not isinstance(value, str):
        raise WrongTypeError("文字", "text", shown(value))
    return check_text(value)


def to_enum(kind: Any, value: object) -> Enum:
    """Return the member of a closed list of names."""
    try:
        member: Enum = kind(value)
    except ValueError:
        from ._schema_words import titled  # noqa: PLC0415 -- only files with mistakes pay for it

        known = tuple(str(member.value) for member in kind)
        terms = tuple(titled(kind, member).zh for member in kind)
        raise UnknownNameError(value if isinstance(value, str) else shown(value), known, terms) from None
    return member


def to_int(value: object) -> int:
    """Return a whole number, written or not."""
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    if isinstance(value, str) and _INTEGER.fullmatch(value):
        return int(value)
    raise WrongTypeError("整数", "an integer", shown(value))


def to_number(value: object) -> int | str | Decimal:
    """What may be a number; the class that holds it makes it one."""
    if isinstance(value, int | str | Decimal):
        return value
    raise WrongTypeError(
        "数字（不用浮点数，小数写成文字）", "a number (no float; fractions as text)", shown(value)
    )


def to_bool(value: object) -> bool:
    """Return true or false, written or not."""
    if isinstance(value, bool):
        return value
    if isinstance(value, str) and value in _TRUTH:
        return _TRUTH[value]
    raise WrongTypeError("true 或 false（是、否）", "true or false", shown(value))


def to_date(value: object) -> dt.date:
    """Return a day written as 2026-09-10, or one that a program has."""
    if type(value) is dt.date:
        return value
    if not isinstance(value, str):
        raise WrongTypeError("日期", "a date", shown(value))
    meant = None
    if said := _DATE_LIKE.fullmatch(value):
        year, month, day = map(int, said.groups())
        try:
            meant = dt.date(year, month, day)
        except ValueError:
            OnDay(wording=value, year=year, month=month, day=day)  # refuses it, and says what does not exist
    if meant is not None and _DATE.fullmatch(value):
        return meant
    raise NotationError("日期", "a date", value, str(meant or "2026-09-10"))


def to_money(value: object) -> Money:
    """Return an amount of money, in yuan or in its notation."""
    if isinstance(value, str):
        return Money.parse(value)
    if isinstance(value, int | Decimal):
        return Money(value)
    raise WrongTypeError(
        "金额（不用浮点数，小数写成文字）", "an amount of money (no float; fractions as text)", shown(value)
    )
