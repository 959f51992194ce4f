"""Figures: quantities with a unit, and money. Decimals throughout; a float is refused."""

from __future__ import annotations

import re
from decimal import Context, Decimal, InvalidOperation
from functools import total_ordering
from typing import Any, ClassVar, Self

import attrs

from unionkit.errors import ImpossibleValueError, NotationError, WrongTypeError

from ._validators import check_text
from ._value import Value

_MAX_DIGITS = 18
_MAX_DECIMALS = 9
_MAX_NOTATION = 60
_EXACT = Context(prec=100)  # the caller's own context may round, or refuse to
_NUMBER = r"[+-]?\d{1,18}(?:\.\d{1,9})?"
_QUANTITY = rf"(?s)({_NUMBER})\s*(.*)"
_MONEY = rf"({_NUMBER})\s*(万|亿)?\s*元?"
_SCALE: dict[str | None, Decimal] = {None: Decimal(1), "万": Decimal(10_000), "亿": Decimal(100_000_000)}


def to_decimal(value: object) -> Decimal:
    """
    Turn an int, a Decimal or a written number into a Decimal of at most 18 digits before the point and 9 behind it.

    Raises:
        WrongTypeError: A float, a bool or something that is no number.
        ImpossibleValueError: Not finite, too large or too fine.
    """
    if isinstance(value, bool | float) or not isinstance(value, int | str | Decimal):
        raise WrongTypeError("数字（不用浮点数）", "a number (not a float)", repr(value))
    try:
        number = Decimal(value)
    except (InvalidOperation, ValueError):
        raise WrongTypeError("数字", "a number", repr(value)) from None
    if not number.is_finite() or number.adjusted() >= _MAX_DIGITS:
        raise ImpossibleValueError("数字过大或不是有限的数", "The number is too large or not finite")
    if int(number.as_tuple().exponent) < -_MAX_DECIMALS:
        raise ImpossibleValueError("小数点后最多九位", "A number has at most nine decimals")
    return number or Decimal(0)  # there is no negative zero


def plain_number(number: Decimal) -> str:
    """
    Write a Decimal without exponent and without needless zeros.

    >>> plain_number(Decimal("80.50"))
    '80.5'
    """
    text = format(number, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def notation(text: str) -> str:
    """Return the text of a small language without the space around it; nothing when nobody would write it so long."""
    stripped = check_text(text).strip()
    return stripped if len(stripped) <= _MAX_NOTATION else ""


def to_unit(unit: str) -> str:
    """Return a unit without the space around it."""
    return check_text(unit).strip()


@attrs.frozen(repr=False, eq=False)
class Quantity(Value):
    """
    A number with its unit (数量).

    Attributes:
        value: The number.

        unit: The unit as written: ``%``, ``家``, ``人``, ``万元``; empty for a bare number.
    """

    value: Decimal = attrs.field(converter=to_decimal)
    unit: str = attrs.field(default="", converter=to_unit)

    @classmethod
    def parse(cls, text: str) -> Self:
        """
        Read ``125家``, ``90%``, ``13000 元``.

        Raises:
            NotationError: It does not begin with a number.
        """
        match = re.fullmatch(_QUANTITY, notation(text))
        if match is None:
            raise NotationError("数量", "a quantity", text, "125家")
        return cls(Decimal(match[1]), match[2])

    def __str__(self) -> str:
        return f"{plain_number(self.value)}{self.unit}"


@total_ordering
@attrs.frozen(repr=False, eq=False)
class Money(Value):
    """
    An amount of money (金额), in yuan (元) to the fen; never a float.

    Attributes:
        yuan: The amount.
    """

    ZERO: ClassVar[Money]

    yuan: Decimal = attrs.field(converter=to_decimal)

    @yuan.validator
    def _to_the_fen(self, _attribute: attrs.Attribute[Any], yuan: Decimal) -> None:
        if len(plain_number(yuan).partition(".")[2]) > 2:
            raise ImpossibleValueError(
                "金额精确到分，小数点后最多两位", "Money has at most two decimals (fen)"
            )

    @classmethod
    def parse(cls, text: str) -> Self:
        """
        Read ``300``, ``300元``, ``1.5万元``, ``2亿元``.

        Raises:
            NotationError: It is none of these.
            ImpossibleValueError: It has parts of a fen.
        """
        match = re.fullmatch(_MONEY, notation(text))
        if match is None:
            raise NotationError("金额", "an amount of money", text, "300元")
        return cls(_EXACT.multiply(Decimal(match[1]), _SCALE[match[2]]))

    def __lt__(self, other: object) -> bool:
        return self.yuan < other.yuan if isinstance(other, Money) else NotImplemented

    def __str__(self) -> str:
        return f"{plain_number(self.yuan)}元"


Money.ZERO = Money(Decimal(0))
