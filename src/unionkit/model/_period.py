"""The time that a plan is for (计划期)."""

from __future__ import annotations

import datetime as dt
from typing import Any

import attrs

from unionkit.errors import ImpossibleValueError

from ._value import Value
from .validators import FIRST_YEAR, LAST_YEAR, is_a, is_plausible_day


def _optional_year(_instance: object, _attribute: attrs.Attribute[Any], year: int | None) -> None:
    if year is not None and not FIRST_YEAR <= year <= LAST_YEAR:
        raise ImpossibleValueError(
            f"年份 {year} 不在 {FIRST_YEAR} 到 {LAST_YEAR} 之间",
            f"The year {year} is not within {FIRST_YEAR} to {LAST_YEAR}",
        )


def _optional_half(_instance: object, _attribute: attrs.Attribute[Any], half: int | None) -> None:
    if half not in (None, 1, 2):
        raise ImpossibleValueError(
            "half 只能是 1（上半年）或 2（下半年）", "half is 1 (January to June) or 2 (July to December)"
        )


def _optional_quarter(_instance: object, _attribute: attrs.Attribute[Any], quarter: int | None) -> None:
    if quarter is not None and not 1 <= quarter <= 4:
        raise ImpossibleValueError("quarter 是 1 到 4（季度）", "quarter is 1 to 4")


def _optional_term(_instance: object, _attribute: attrs.Attribute[Any], term: int | None) -> None:
    if term not in (None, 1, 2):
        raise ImpossibleValueError(
            "term 只能是 1（第一学期）或 2（第二学期）", "term is 1 (autumn) or 2 (spring)"
        )


def _is_alone(period: Period, attribute: attrs.Attribute[Any], value: object) -> None:
    """Refuse a second way of saying which part of the year it is."""
    ways = ("half", "quarter", "term", "first")
    if value is not None and any(
        getattr(period, way) is not None for way in ways[: ways.index(attribute.name)]
    ):
        raise ImpossibleValueError(
            "半年、季度、学期、起止日期只能写一种", "Give one of half, quarter, term, or a span of days"
        )


def _names_its_years(period: Period, _attribute: attrs.Attribute[Any], first: dt.date | None) -> None:
    if first is not None and period.year is not None:
        raise ImpossibleValueError(
            "写了起止日期（from、to）就不再写 year", "A span of days (from, to) takes no year"
        )


_NAMES = {1: "一", 2: "二", 3: "三", 4: "四"}


@attrs.frozen(kw_only=True, repr=False, eq=False)
class Period(Value):
    """
    The time that a plan is for (计划期): a year, half a year, a quarter, a school term, or a span of days.

    Real plans often leave out the year.

    Attributes:
        year: The calendar year, 1949 to 2100; with `term` the year in which the school year begins. None where the
            plan names none.

        half: 1 is January to June (上半年), 2 is July to December (下半年), or None.

        quarter: The quarter (季度), 1 to 4, or None.

        term: The term of a school year (学期): 1 from September to January, 2 from February to August, or None.
            Where terms really begin is set by each region.

        first: The first day of a span of its own; the value of the key ``from``. None: the span follows from the rest.

        last: The last day of that span; the value of the key ``to``.
    """

    year: int | None = attrs.field(default=None, validator=[is_a(int), _optional_year])
    half: int | None = attrs.field(default=None, validator=[is_a(int), _optional_half])
    quarter: int | None = attrs.field(default=None, validator=[is_a(int), _optional_quarter, _is_alone])
    term: int | None = attrs.field(default=None, validator=[is_a(int), _optional_term, _is_alone])
    first: dt.date | None = attrs.field(
        default=None,
        validator=[is_a(dt.date), is_plausible_day, _is_alone, _names_its_years],
        metadata={"key": "from"},
    )
    last: dt.date | None = attrs.field(
        default=None, validator=[is_a(dt.date), is_plausible_day], metadata={"key": "to"}
    )

    @last.validator
    def _ends_the_span(self, _attribute: attrs.Attribute[Any], last: dt.date | None) -> None:
        if (self.first is None) != (last is None):
            raise ImpossibleValueError("from 与 to 要一起写", "from and to go together")
        if self.first is not None and last is not None and last < self.first:
            raise ImpossibleValueError("起止日期颠倒", "The days are in the wrong order")

    @property
    def start(self) -> dt.date | None:
        """The first day, or None without a year."""
        if self.first is not None or self.year is None:
            return self.first
        if self.term is not None:
            return dt.date(self.year, 9, 1) if self.term == 1 else dt.date(self.year + 1, 2, 1)
        return dt.date(self.year, self._months[0], 1)

    @property
    def end(self) -> dt.date | None:
        """The last day, or None without a year."""
        if self.last is not None or self.year is None:
            return self.last
        if self.term is not None:
            return dt.date(self.year + 1, 1, 31) if self.term == 1 else dt.date(self.year + 1, 8, 31)
        behind = dt.date(self.year + self._months[1] // 12, self._months[1] % 12 + 1, 1)
        return behind - dt.timedelta(days=1)

    @property
    def _months(self) -> tuple[int, int]:
        """First and last month of a period within a calendar year."""
        if self.quarter is not None:
            return 3 * self.quarter - 2, 3 * self.quarter
        return {None: (1, 12), 1: (1, 6), 2: (7, 12)}[self.half]

    def __str__(self) -> str:
        if self.first is not None and self.last is not None:
            return f"{_day(self.first)}至{_day(self.last)}"
        if self.term is not None:
            years = f"{self.year}—{self.year + 1}学年" if self.year else ""
            return f"{years}第{_NAMES[self.term]}学期"
        year = f"{self.year}年" if self.year else ""
        if self.quarter is not None:
            return f"{year}第{_NAMES[self.quarter]}季度"
        return year + {None: "", 1: "上半年", 2: "下半年"}[self.half]


def _day(day: dt.date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"
