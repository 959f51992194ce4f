"""The target of a goal (指标值): a comparator, a figure and its unit."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum
from typing import Any, Self

import attrs

from unionkit.errors import ImpossibleValueError

from ._figures import read_figure
from ._numbers import notation, plain_number, to_decimal
from ._refusals import TARGET, refusal
from ._units import to_unit
from ._value import Value
from .validators import is_a


class Comparator(StrEnum):
    """How a figure is meant: at least, at most, exactly, about."""

    AT_LEAST = ">="
    AT_MOST = "<="
    EXACTLY = "="
    ABOUT = "~"


_COMPARATORS = {sign.value: sign for sign in Comparator} | {"": Comparator.EXACTLY}


@attrs.frozen(kw_only=True, repr=False, eq=False)
class Target(Value):
    """
    What a goal is to reach (指标值).

    Attributes:
        comparator: How the figure is meant.

        value: The figure; of a range, its lower end.

        upper: The upper end of a range, or None. A range is exact: its comparator is ``=``.

        unit: The unit as written: ``%``, ``家``, ``名``; empty for a bare number.
    """

    comparator: Comparator = attrs.field(default=Comparator.EXACTLY, validator=is_a(Comparator))
    value: Decimal = attrs.field(converter=to_decimal)
    upper: Decimal | None = attrs.field(default=None, converter=attrs.converters.optional(to_decimal))
    unit: str = attrs.field(default="", converter=to_unit)

    @upper.validator
    def _is_a_range(self, _attribute: attrs.Attribute[Any], upper: Decimal | None) -> None:
        if upper is None:
            return
        if upper <= self.value:
            raise ImpossibleValueError(
                "区间的上限应大于下限", "The upper end of a range must exceed the lower end"
            )
        if self.comparator is not Comparator.EXACTLY:
            raise ImpossibleValueError(
                "区间不再带比较符，也不写“约”“以上”；去掉它，或者只写一个数",
                "A range takes no comparator, nor 约 or 以上; leave it out, or write one figure",
            )

    @classmethod
    def parse(cls, text: str) -> Self:
        """
        Read ``>= 90%``, ``90%以上``, ``不少于2,000人``, ``<= 3起``, ``约 10名``, ``80%-90%``, ``三至五场``; a bare figure means ``=``.

        以上, 以下 and 以内 include the figure, as in law, and 达到 means at least. What leaves it out (``> 5``, 超过, 不足) is
        refused, and so are two comparisons that differ and a range that is about (约10-15名).

        Raises:
            NotationError: It is none of these, or a range with two units; the message says why.
            ImpossibleValueError: It is a range upside down, or one with a comparator.
        """
        figure = read_figure(notation(text))
        if figure is None:
            raise refusal(text, TARGET)
        value, unit, sign, upper = figure
        return cls(comparator=_COMPARATORS[sign], value=value, upper=upper, unit=unit)

    def __str__(self) -> str:
        figure = f"{plain_number(self.value)}{self.unit}"
        if self.upper is not None:
            return f"{figure}-{plain_number(self.upper)}{self.unit}"
        return f"{self.comparator.value} {figure}"
