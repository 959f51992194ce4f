"""What a column or cell can reckon: sums, differences, shares, and totals of other sheets."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Final, Protocol, TypeAlias

import attrs

from unionkit.model import Value

Reckoned: TypeAlias = Decimal | None
"""A number, or None for what is blank or no number."""

_NOTHING: Final = Decimal(0)


class Formula(Protocol):
    """What a column holds in each of its rows, reckoned from other columns of the same row."""

    @property
    def columns(self) -> tuple[str, ...]:
        """The names of the columns that it is reckoned from."""
        ...

    def written(self, cells: Sequence[str]) -> str:
        """Return the formula for cells (``B7``) that stand for :attr:`columns`; it begins with ``=``."""
        ...

    def value(self, values: Sequence[Reckoned]) -> Reckoned:
        """Return what a spreadsheet program makes of that formula; None for a blank."""
        ...


@attrs.frozen(init=False, repr=False, eq=False)
class Sum(Value):
    """The sum of columns; blank where all of them are. ``Sum("男", "女")``."""

    columns: tuple[str, ...]

    def __init__(self, *columns: str) -> None:
        self.__attrs_init__(columns)

    def written(self, cells: Sequence[str]) -> str:
        told = ",".join(cells)
        return f'=IF(COUNT({told})=0,"",SUM({told}))'

    def value(self, values: Sequence[Reckoned]) -> Reckoned:
        known = [value for value in values if value is not None]
        return sum(known, _NOTHING) if known else None


@attrs.frozen(repr=False, eq=False)
class Difference(Value):
    """What one column has more than another; blank where both are. ``Difference("目标", "已完成")``: what is left."""

    of: str
    without: str

    @property
    def columns(self) -> tuple[str, ...]:
        return (self.of, self.without)

    def written(self, cells: Sequence[str]) -> str:
        more, less = cells
        return f'=IF(COUNT({more},{less})=0,"",N({more})-N({less}))'

    def value(self, values: Sequence[Reckoned]) -> Reckoned:
        more, less = values
        return None if more is None and less is None else (more or _NOTHING) - (less or _NOTHING)


@attrs.frozen(repr=False, eq=False)
class Share(Value):
    """What share one column is of another; blank where that is nothing. ``Share("已完成", "目标")``."""

    part: str
    whole: str

    @property
    def columns(self) -> tuple[str, ...]:
        return (self.part, self.whole)

    def written(self, cells: Sequence[str]) -> str:
        part, whole = cells
        return f'=IF(N({whole})=0,"",N({part})/{whole})'

    def value(self, values: Sequence[Reckoned]) -> Reckoned:
        part, whole = values
        return (part or _NOTHING) / whole if whole else None


@attrs.frozen(repr=False, eq=False)
class TotalOf(Value):
    """
    A cell that shows the total of a column of another sheet, so that a summary adds up with what it sums up.

    Attributes:
        sheet: The name of the sheet, as it was given.

        column: The name of the column.
    """

    sheet: str
    column: str
