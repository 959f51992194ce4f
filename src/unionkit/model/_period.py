"""The time that a plan is for (计划期)."""

from __future__ import annotations

import datetime as dt
from typing import Any

import attrs

from unionkit.errors import ImpossibleValueError

from ._validators import is_a
from ._value import Value


def _optional_year(_instance: object, _attribute: attrs.Attribute[Any], year: int | None) -> None:
    if year is not None and not 1949 <= year <= 2100:
        raise ImpossibleValueError(
            f"年份 {year} 不在 1949 到 2100 之间", f"The year {year} is not within 1949 to 2100"
        )


def _optional_half(_instance: object, _attribute: attrs.Attribute[Any], half: int | None) -> None:
    if half not in (None, 1, 2):
        raise ImpossibleValueError(
            "half 只能是 1（上半年）或 2（下半年）", "half is 1 (January to June) or 2 (July to December)"
        )


@attrs.frozen(kw_only=True, repr=False, eq=False)
class Period(Value):
    """
    A year or half of one (年度、上半年、下半年). Real plans often leave out the year.

    Attributes:
        year: The calendar year, 1949 to 2100, or None where the plan names none.

        half: 1 is January to June, 2 is July to December, None the whole year.
    """

    year: int | None = attrs.field(default=None, validator=[is_a(int), _optional_year])
    half: int | None = attrs.field(default=None, validator=[is_a(int), _optional_half])

    @property
    def start(self) -> dt.date | None:
        """The first day, or None without a year."""
        return None if self.year is None else dt.date(self.year, 7 if self.half == 2 else 1, 1)

    @property
    def end(self) -> dt.date | None:
        """The last day, or None without a year."""
        if self.year is None:
            return None
        return dt.date(self.year, 6, 30) if self.half == 1 else dt.date(self.year, 12, 31)

    def __str__(self) -> str:
        year = f"{self.year}年" if self.year else ""
        return year + {None: "", 1: "上半年", 2: "下半年"}[self.half]
