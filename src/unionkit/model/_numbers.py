"""Figures: quantities with a unit, and money. Decimals throughout; a float is refused."""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation
from functools import total_ordering
from typing import Any, ClassVar, Final, Self

import attrs

from unionkit.errors import ImpossibleValueError, NotationError, WrongTypeError

from ._figures import read_figure
from ._numerals import EXACT, parse_capital_amount, parse_number, western
from ._refusals import MONEY, QUANTITY, refusal
from ._units import reckoned, to_unit
from ._value import Value
from .validators import check_text, is_a

_MAX_DIGITS = 18
_MAX_DECIMALS = 9
_MAX_NOTATION = 60
_written_number = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)", re.ASCII).fullmatch


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
        number = Decimal(western(value) if isinstance(value, str) else value)
    except (InvalidOperation, ValueError):
        raise WrongTypeError("数字", "a number", repr(value)) from None
    if isinstance(value, str) and _written_number(western(value).strip()) is None:
        raise ImpossibleValueError(
            "数字只用 0 到 9、正负号和小数点来写，不用科学记数法、下划线或别的文字的数字",
            "A number is written with the digits 0 to 9, a sign and a point, without exponent, underscores or digits of "
            "other scripts",
        )
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


@attrs.frozen(repr=False, eq=False)
class Quantity(Value):
    """
    A number with its unit (数量).

    Attributes:
        value: The number.

        unit: The unit as written: ``%``, ``家``, ``人``, ``万元``, ``成``; empty for a bare number.

        about: It is meant approximately (约、近、余、多).
    """

    value: Decimal = attrs.field(converter=to_decimal)
    unit: str = attrs.field(default="", converter=to_unit)
    about: bool = attrs.field(default=False, validator=is_a(bool))

    @classmethod
    def parse(cls, text: str) -> Self:
        """
        Read ``125家``, ``2,000人``, ``1万2千人``, ``约6000余人``, ``三十来人``, ``五万人``, ``近万人``, ``七成``, ``百分之九十``.

        The unit stays as it was written: ``28000万`` is 28000 of the unit 万; :meth:`measure` reckons it in. What says
        more than one number is refused: ranges, fractions, bounds (以上: that is a target), 几十.

        Raises:
            NotationError: It is no quantity; the message says why.
        """
        figure = read_figure(notation(text))
        if figure is None or figure.upper is not None or figure.sign not in ("", "~"):
            raise refusal(text, QUANTITY)
        return cls(figure.value, figure.unit, figure.sign == "~")

    def measure(self) -> tuple[Decimal, str]:
        """
        Return the number in the base unit, and that unit: 万 and 亿 multiplied out, 成 and ‰ as per cent.

        百 and 千 are multiplied out before the words that people and things are counted in (5千人); 千克, 千瓦 and
        百分点 are units of their own.

        >>> Quantity.parse("2.1万人").measure()
        (Decimal('21000.0'), '人')
        >>> Quantity.parse("七成").measure(), Quantity.parse("5‰").measure()
        ((Decimal('70'), '%'), (Decimal('0.5'), '%'))
        """
        return reckoned(self.value, self.unit)

    def __str__(self) -> str:
        return f"{'约' if self.about else ''}{plain_number(self.value)}{self.unit}"


_COINS: Final = r"(?:([0-9]{1,15})[元圆])?零?(?:([0-9])角)?零?(?:([0-9])分)?[整正]?"
_MARKED: Final = r"(?:[¥￥]|人民币)?\s*(.*?)(?:(?<=[元圆])[整正])?"


def _in_coins(written: str) -> Decimal | None:
    """Read 3元5角."""
    coins = re.fullmatch(_COINS, written)
    if coins is None or not coins.lastindex:
        return None
    yuan, jiao, fen = (int(part or 0) for part in coins.groups())
    return Decimal(yuan * 100 + jiao * 10 + fen).scaleb(-2, EXACT)


def _in_yuan(written: str) -> Decimal | None:
    """Read an exact figure that counts yuan."""
    figure = read_figure(written)
    if figure is None or figure.sign or figure.upper is not None:
        return None
    yuan, unit = reckoned(figure.value, figure.unit)
    return yuan if unit in ("", "元", "圆") else None


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
        Read ``300``, ``2,000元``, ``¥300.00``, ``1.5万元``, ``1万2千元``, ``3元5角``, ``五万元``, ``28000万``, ``叁佰元整``.

        Raises:
            NotationError: It is none of these, or not one exact amount; the message says why.
            ImpossibleValueError: It has parts of a fen.
        """
        written = western(notation(text))
        yuan = _in_yuan(written)
        if yuan is None:
            marked = re.fullmatch(_MARKED, written)
            yuan = _in_coins(written) if marked is None or marked[1] == written else _in_yuan(marked[1])
        if yuan is not None:
            return cls(yuan)
        for read in (parse_capital_amount, parse_number):
            try:
                return cls(read(written))
            except NotationError:
                continue
        raise refusal(text, MONEY)

    def __lt__(self, other: object) -> bool:
        return self.yuan < other.yuan if isinstance(other, Money) else NotImplemented

    def __add__(self, other: object) -> Money:
        return Money(EXACT.add(self.yuan, other.yuan)) if isinstance(other, Money) else NotImplemented

    def __radd__(self, other: object) -> Money:
        """``sum`` begins with 0."""
        return self if type(other) is int and other == 0 else NotImplemented

    def __sub__(self, other: object) -> Money:
        return Money(EXACT.subtract(self.yuan, other.yuan)) if isinstance(other, Money) else NotImplemented

    def __mul__(self, times: object) -> Money:
        """
        Multiply by a whole number or a Decimal; a result finer than a fen is refused.

        >>> Money(300) * 186
        Money(yuan=Decimal('55800'))
        """
        if type(times) is int or isinstance(times, Decimal):
            return Money(EXACT.multiply(self.yuan, Decimal(times)))
        return NotImplemented

    __rmul__ = __mul__

    def __str__(self) -> str:
        return f"{plain_number(self.yuan)}元"


Money.ZERO = Money(Decimal(0))
