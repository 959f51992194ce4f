"""Operators in templates: what they cost is known before they are carried out."""

from __future__ import annotations

import operator
import re
from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from typing import Any, Final

from jinja2.utils import Namespace

from ._said import Marked, RefusalError, said
from ._work import CHARACTERS, ENTRIES, spend, within_bounds

_MOST_BITS: Final = 4096
_HIGHEST_POWER: Final = 1000
_LONG: Final = str | list | tuple
_FIELD: Final = re.compile(
    r"%(?:\((?P<name>\w+)\))?[-+ 0#]*(?P<width>\d*)(?:\.(?P<digits>\d*))?(?P<kind>.?)", re.DOTALL
)
_WIDEST: Final = 100


def joined(parts: Iterable[Any], separator: str = "") -> str:
    """
    Join the words of values; blocks among them stay blocks.

    Raises:
        RefusalError: One has no words of its own.
    """
    texts = [said(part) for part in parts]
    spend(1 + (sum(map(len, texts)) + len(separator) * len(texts)) // CHARACTERS)
    text = separator.join(texts)
    return Marked(text) if any(type(each) is Marked for each in texts) else text


def _add(left: Any, right: Any) -> Any:
    if isinstance(left, str) and isinstance(right, str):
        return joined((left, right))
    if isinstance(left, _LONG) or isinstance(right, _LONG):
        spend(1 + _length(left, right) // ENTRIES)
        return left + right
    return within_bounds(within_bounds(left) + within_bounds(right))


def _multiply(left: Any, right: Any) -> Any:
    if isinstance(left, _LONG) or isinstance(right, _LONG):
        times: Any = left if isinstance(left, int) else right
        if isinstance(times, int):
            within_bounds(times)
            text = isinstance(left, str) or isinstance(right, str)
            spend(1 + max(times, 0) * _length(left, right) // (CHARACTERS if text else 1))
        return left * right
    return within_bounds(within_bounds(left) * within_bounds(right))


def _power(left: Any, right: Any) -> Any:
    within_bounds(left)
    within_bounds(right)
    power: Any = abs(right) if isinstance(right, int | float | Decimal) else 0
    if power > _HIGHEST_POWER or (isinstance(left, int) and left.bit_length() * power > _MOST_BITS):
        raise RefusalError("乘方的结果太大", "The power is too large", left, right)
    return within_bounds(left**right)


def _remainder(left: Any, right: Any) -> Any:
    if isinstance(left, str):
        return formatted(left, right)
    return within_bounds(within_bounds(left) % within_bounds(right))


def formatted(pattern: str, values: Any) -> str:
    """
    Fill values into a text, as ``%`` does; fields are at most 100 wide.

    Raises:
        RefusalError: A field is too wide, or a value has no words of its own.
    """
    wide = 0
    for field in _FIELD.finditer(pattern):
        sizes = [
            int(size) if len(size) < 4 else _WIDEST + 1 for size in (field["width"], field["digits"]) if size
        ]
        if any(size > _WIDEST for size in sizes) or field["kind"] not in tuple("sdifFeEgGxXo%"):
            raise RefusalError("不能这样设置格式", "This format cannot be used", field[0])
        wide += sum(sizes)
    spend(1 + (len(pattern) + wide) // CHARACTERS)
    if isinstance(values, Mapping):
        return pattern % {name: _plain(value) for name, value in values.items()}
    listed = values if isinstance(values, tuple) else (values,)
    filled = tuple(map(_plain, listed))
    spend(sum(len(value) // CHARACTERS for value in filled if isinstance(value, str)))
    return pattern % filled


def _plain(value: Any) -> Any:
    """A value that formatting shows as we would: a number, or its words."""
    if isinstance(value, int | float | Decimal):
        return within_bounds(value)
    text = said(value)
    if isinstance(text, Marked) and text.has_blocks:
        raise RefusalError("块不能填入文字格式", "A block cannot be filled into a format", value)
    return str(text)


def _length(*values: Any) -> int:
    return sum(len(value) for value in values if isinstance(value, _LONG))


def _checked(carry_out: Callable[[Any, Any], Any]) -> Callable[[Any, Any], Any]:
    return lambda left, right: within_bounds(carry_out(within_bounds(left), within_bounds(right)))


OPERATORS: Final[dict[str, Callable[[Any, Any], Any]]] = {
    "+": _add,
    "-": _checked(operator.sub),
    "*": _multiply,
    "/": _checked(operator.truediv),
    "//": _checked(operator.floordiv),
    "**": _power,
    "%": _remainder,
}


def carry_out(sign: str, left: Any, right: Any) -> Any:
    """
    Carry out an operator.

    Raises:
        RefusalError: The values are of the wrong types, or the result would be too large.
    """
    try:
        return OPERATORS[sign](left, right)
    except (TypeError, ValueError, ArithmeticError) as error:
        advice = sign == "+" and (isinstance(left, str) or isinstance(right, str))
        raise RefusalError(
            f"不能计算 {sign}（{error}）{'；连接文字请用 ~' if advice else ''}",
            f"{sign} cannot be carried out ({error}){'; text is joined by ~' if advice else ''}",
            left,
            right,
        ) from error


def is_namespace(value: Any) -> None:
    """
    Make sure that attributes are written to nothing but a ``namespace()``.

    Raises:
        RefusalError: It is something else.
    """
    if not isinstance(value, Namespace):
        raise RefusalError(
            "只有 namespace() 的属性可以赋值；数据不能改",
            "Only attributes of a namespace() can be set; data cannot be changed",
            value,
        )
