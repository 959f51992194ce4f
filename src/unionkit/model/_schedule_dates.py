"""Times of the calendar: days, months, quarters, halves, years, and spans between them."""

from __future__ import annotations

import calendar
from typing import Any, TypeAlias, get_args

import attrs

from unionkit.errors import ImpossibleValueError

from ._festivals import FESTIVAL_MONTHS
from ._schedule_named import AtFestival
from ._schedule_parts import MonthPart, Nearness, YearPart, is_edge, is_from, is_month, is_year
from ._value import Value
from .validators import is_a, is_filled_text


@attrs.frozen(kw_only=True, repr=False, eq=False)
class OnDay(Value):
    """
    One day (9月10日, 2026年9月10日, 农历九月初九, 闰六月初一).

    Attributes:
        wording: The words as written.

        year: The year, or None where the words name none.

        month: The month, 1 to 12.

        day: The day of the month; 29 February can be built, as the year may be unknown.

        lunar: Month and day are those of the Chinese calendar (农历), where a month has 29 days or 30 (小月29日、大月30日,
            GB/T 33661—2017 农历的编算和颁行).

        leap: The month is a leap month (闰六月) of the Chinese calendar.
    """

    wording: str = attrs.field(validator=is_filled_text)
    year: int | None = attrs.field(default=None, validator=[is_a(int), is_year])
    month: int = attrs.field(validator=[is_a(int), is_month])
    lunar: bool = attrs.field(default=False, validator=is_a(bool))
    leap: bool = attrs.field(default=False, validator=is_a(bool))
    day: int = attrs.field(validator=is_a(int))

    @day.validator
    def _exists(self, _attribute: attrs.Attribute[Any], day: int) -> None:
        year = 2000 if self.year is None else self.year
        longest = 30 if self.lunar else calendar.monthrange(year, self.month)[1]
        if not 1 <= day <= longest:
            if (self.month, day, self.lunar) == (2, 29, False):  # it is the year that lacks it
                raise ImpossibleValueError(
                    f"{year} 年 2 月没有 29 日；请核对日期",
                    f"Month 2 of {year} has no day 29; check the date",
                )
            raise ImpossibleValueError(
                f"{self.month} 月没有 {day} 日；请核对日期",
                f"Month {self.month} has no day {day}; check the date",
            )

    @leap.validator
    def _is_lunar(self, _attribute: attrs.Attribute[Any], leap: bool) -> None:  # noqa: FBT001 -- attrs calls it
        if leap and not self.lunar:
            raise ImpossibleValueError(
                "只有农历有闰月；请一并写 lunar: true", "Only the Chinese calendar has leap months; set lunar"
            )


@attrs.frozen(kw_only=True, repr=False, eq=False)
class InMonths(Value):
    """
    A month, a part of one, or several months in a row (9月, 3月中旬, 9月—11月, 11月至次年2月).

    Attributes:
        wording: The words as written.

        year: The year of the first month, or None where the words name none.

        first: The first month, 1 to 12.

        last: The last month; the same for a single month.

        next_year: The last month lies in the year after (次年).

        part: The part of a single month, or None.
    """

    wording: str = attrs.field(validator=is_filled_text)
    year: int | None = attrs.field(default=None, validator=[is_a(int), is_year])
    first: int = attrs.field(validator=[is_a(int), is_month])
    next_year: bool = attrs.field(default=False, validator=is_a(bool))
    last: int = attrs.field(validator=[is_a(int), is_month])
    part: MonthPart | None = attrs.field(default=None, validator=is_a(MonthPart))

    @last.validator
    def _in_order(self, _attribute: attrs.Attribute[Any], last: int) -> None:
        if last < self.first and not self.next_year:
            raise ImpossibleValueError(
                "起止月份颠倒；跨年请写次年（next_year）",
                "The months are in the wrong order; over the new year, set next_year",
            )

    @part.validator
    def _of_one_month(self, _attribute: attrs.Attribute[Any], part: MonthPart | None) -> None:
        if part is not None and (self.last != self.first or self.next_year):
            raise ImpossibleValueError(
                "旬、周、初、中、底只能用于单独一个月", "Only a single month has parts"
            )


@attrs.frozen(kw_only=True, repr=False, eq=False)
class InQuarter(Value):
    """
    A quarter (第一季度, 2026年三季度, 四季度末).

    Attributes:
        wording: The words as written.

        year: The year, or None where the words name none.

        quarter: 1 to 4.

        part: Its beginning, middle or end, or None.
    """

    wording: str = attrs.field(validator=is_filled_text)
    year: int | None = attrs.field(default=None, validator=[is_a(int), is_year])
    quarter: int = attrs.field(validator=[is_a(int), is_from(1, 4)])
    part: MonthPart | None = attrs.field(default=None, validator=[is_a(MonthPart), is_edge])


@attrs.frozen(kw_only=True, repr=False, eq=False)
class InHalf(Value):
    """
    A half year (上半年, 2026年下半年).

    Attributes:
        wording: The words as written.

        year: The year, or None where the words name none.

        half: 1 or 2.
    """

    wording: str = attrs.field(validator=is_filled_text)
    year: int | None = attrs.field(default=None, validator=[is_a(int), is_year])
    half: int = attrs.field(validator=[is_a(int), is_from(1, 2)])


@attrs.frozen(kw_only=True, repr=False, eq=False)
class InYear(Value):
    """
    A year or its beginning, middle or end (全年, 年内, 今年, 2026年底, 年初).

    Attributes:
        wording: The words as written.

        year: The year, or None for the one that the plan is about.

        part: Which part of it; ``year_part`` in files.
    """

    wording: str = attrs.field(validator=is_filled_text)
    year: int | None = attrs.field(default=None, validator=[is_a(int), is_year])
    part: YearPart = attrs.field(metadata={"key": "year_part"}, validator=is_a(YearPart))


_WITHIN = {"上旬": (1, 10), "中旬": (11, 20), "下旬": (21, 31), "初": (1, 10), "中": (11, 20), "底": (21, 31),
           "第一周": (1, 7), "第二周": (5, 14), "第三周": (12, 21), "第四周": (19, 28), "最后一周": (22, 31)}  # fmt: skip
_OF_A_QUARTER = {None: (0, 2), MonthPart.BEGINNING: (0, 0), MonthPart.MIDDLE: (1, 1), MonthPart.END: (2, 2)}
_OF_A_YEAR = {YearPart.BEGINNING: (1, 1), YearPart.MIDDLE: (6, 7), YearPart.END: (12, 12)}

SpanEnd: TypeAlias = OnDay | InMonths | InQuarter | InYear | AtFestival
"""What a span may begin or end with."""

_ENDS = get_args(SpanEnd)


def edge(end: SpanEnd, side: int) -> tuple[int, int] | None:
    """
    Return month and day at which an end of a span begins (side 0) or ends (1), as far as order needs it.

    None where nobody knows: for a festival that the core does not know.
    """
    match end:
        case OnDay():
            return end.month, end.day
        case InMonths():
            return end.first, _WITHIN[end.part][side] if end.part else (1, 31)[side]
        case InQuarter():
            return 3 * end.quarter - 2 + _OF_A_QUARTER[end.part][side], (1, 31)[side]
        case InYear():
            return _OF_A_YEAR[end.part][side], (1, 31)[side]
        case _:
            months = FESTIVAL_MONTHS.get(end.festival)
            return None if months is None else (months[side], (1, 31)[side])


def is_reversed(start: SpanEnd, end: SpanEnd) -> bool:
    """Whether a span would end before it begins, were both ends of one year."""
    first, last = edge(start, 0), edge(end, 1)
    return first is not None and last is not None and last < first


@attrs.frozen(kw_only=True, repr=False, eq=False)
class Span(Value):
    """
    From one time to another (9月1日—15日, 9月下旬至10月上旬, 9月至年底, 一至三季度, 国庆节至10月底).

    Whole months in a row are :class:`InMonths`.

    Attributes:
        wording: The words as written.

        start: The first day, or the month, quarter or part of a year that holds it, or a festival.

        next_year: The end lies in the year after (12月25日至次年1月5日); only where the ends name no year of their own.

        end: The last day, or what holds it, as with `start`; with a year when `start` has one.
    """

    wording: str = attrs.field(validator=is_filled_text)
    start: SpanEnd = attrs.field(validator=is_a(*_ENDS))
    next_year: bool = attrs.field(default=False, validator=is_a(bool))
    end: SpanEnd = attrs.field(validator=is_a(*_ENDS))

    @end.validator
    def _in_order(self, _attribute: attrs.Attribute[Any], end: SpanEnd) -> None:
        ends = (self.start, end)
        for side in ends:
            _check_end(side)
        if all(isinstance(side, InMonths) and side.part is None for side in ends):
            raise ImpossibleValueError(
                "整月的起止请写成一个时间，如 9月—11月（first、last）",
                "Whole months in a row are one time: InMonths, with first and last",
            )
        if (self.start.year is None) != (end.year is None) or (self.next_year and end.year is not None):
            raise ImpossibleValueError(
                "起止的年份要么都写，要么都不写；写了年份就不写 next_year",
                "Both ends have a year, or neither; with years, leave out next_year",
            )
        years = self.start.year or 0, end.year or 0
        if years[1] < years[0] or (
            years[0] == years[1] and not self.next_year and is_reversed(self.start, end)
        ):
            raise ImpossibleValueError(
                "起止日期颠倒；跨年请写次年（next_year）",
                "The ends are in the wrong order; over the new year, set next_year",
            )


def _check_end(end: SpanEnd) -> None:
    """Refuse what is no end of a span."""
    if isinstance(end, InMonths) and (end.first, False) != (end.last, end.next_year):
        raise ImpossibleValueError(
            "起止只能是某日、某月、某旬等，不能是几个月", "A span is not from or to several months"
        )
    if isinstance(end, OnDay) and end.lunar:
        raise ImpossibleValueError(
            "起止不能用农历；请写公历日期或节日", "A span has no lunar days; write solar ones, or festivals"
        )
    if isinstance(end, InYear) and end.part is YearPart.WHOLE:
        raise ImpossibleValueError(
            "起止不能是全年；请写年初、年中或年底",
            "A span is not from or to a whole year; write its beginning, middle or end",
        )
    if isinstance(end, AtFestival) and end.nearness is not Nearness.ON:
        raise ImpossibleValueError(
            "起止只能是节日当天，不能是节日前后",
            "A span is from or to a festival itself, not the days near it",
        )
