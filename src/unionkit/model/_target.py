"""The target of a goal (指标值): a comparator, a figure and its unit."""

from __future__ import annotations

import re
from decimal import Decimal
from enum import StrEnum
from typing import Any, Self

import attrs

from unionkit.errors import ImpossibleValueError, NotationError

from ._numbers import notation, plain_number, to_decimal, to_unit
from ._validators import is_a
from ._value import Value


class Comparator(StrEnum):
    """How a figure is meant: at least, at most, exactly, about."""

    AT_LEAST = ">="
    AT_MOST = "<="
    EXACTLY = "="
    ABOUT = "~"


_TARGET = re.compile(
    r"(?P<comparator>>=|≥|<=|≤|=|~|约)?\s*(?P<value>-?\d{1,18}(?:\.\d{1,9})?)\s*(?P<unit>[^\d\s—–~～-][^\d—–~～-]*?)?"
    r"(?:\s*(?:——?|[–~～-])\s*(?P<upper>-?\d{1,18}(?:\.\d{1,9})?)\s*(?P<upper_unit>[^\d\s].*?)?)?\s*",
)
_COMPARATORS = {
    ">=": Comparator.AT_LEAST,
    "≥": Comparator.AT_LEAST,
    "<=": Comparator.AT_MOST,
    "≤": Comparator.AT_MOST,
    "=": Comparator.EXACTLY,
    "~": Comparator.ABOUT,
    "约": Comparator.ABOUT,
}


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
            raise ImpossibleValueError("区间前不再写比较符", "A range takes no comparator")

    @classmethod
    def parse(cls, text: str) -> Self:
        """
        Read ``>= 90%``, ``= 10家``, ``<= 3起``, ``约 10名`` or ``80%-90%``; without comparator ``=`` is meant.

        Raises:
            NotationError: It is none of these, or a range with two units.
        """
        match = _TARGET.fullmatch(notation(text))
        if match is None or (match["upper_unit"] and match["unit"] and match["upper_unit"] != match["unit"]):
            raise NotationError("指标值", "a target", text, ">= 90%")
        return cls(
            comparator=_COMPARATORS[match["comparator"] or "="],
            value=match["value"],
            upper=match["upper"],
            unit=match["upper_unit"] or match["unit"] or "",
        )

    def __str__(self) -> str:
        figure = f"{plain_number(self.value)}{self.unit}"
        if self.upper is not None:
            return f"{figure}-{plain_number(self.upper)}{self.unit}"
        return f"{self.comparator.value} {figure}"
