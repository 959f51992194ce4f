"""Days of times of the calendar: days, months and their parts, quarters, halves, years."""

from __future__ import annotations

import calendar
import datetime as dt
from functools import cache
from typing import Final

from unionkit.errors import OutsideAlmanacError
from unionkit.model import InHalf, InMonths, InQuarter, InYear, MonthPart, OnDay, YearPart

from ._found import Finding, Found, Missing
from ._lunar import DOUBTFUL_YEARS, solar_day, worded_lunar
from ._occurrence import Cause, Precision
from ._said import AS_WRITTEN, Said

_LAST: Final = 31
"""Of a part of a month: its last day, whichever that is."""
_PARTS: Final[dict[MonthPart, tuple[int, int, Precision]]] = {
    MonthPart.FIRST_TEN: (1, 10, Precision.TEN_DAYS),
    MonthPart.SECOND_TEN: (11, 20, Precision.TEN_DAYS),
    MonthPart.LAST_TEN: (21, _LAST, Precision.TEN_DAYS),
    MonthPart.BEGINNING: (1, 10, Precision.TEN_DAYS),
    MonthPart.MIDDLE: (11, 20, Precision.TEN_DAYS),
    MonthPart.END: (21, _LAST, Precision.TEN_DAYS),
    MonthPart.FIRST_WEEK: (1, 7, Precision.WEEK),
    MonthPart.SECOND_WEEK: (8, 14, Precision.WEEK),
    MonthPart.THIRD_WEEK: (15, 21, Precision.WEEK),
    MonthPart.FOURTH_WEEK: (22, 28, Precision.WEEK),
    MonthPart.LAST_WEEK: (-6, _LAST, Precision.WEEK),
}
"""First and last day of each part of a month; a first day below 1 is counted back from the last day of the month."""
_OF_A_QUARTER: Final = {None: (0, 2), MonthPart.BEGINNING: (0, 0), MonthPart.MIDDLE: (1, 1), MonthPart.END: (2, 2)}  # fmt: skip
_OF_A_HALF: Final = {None: (0, 5), MonthPart.BEGINNING: (0, 0), MonthPart.MIDDLE: (2, 3), MonthPart.END: (5, 5)}  # fmt: skip
_OF_A_YEAR: Final[dict[MonthPart | None, tuple[int, int]]] = {None: (0, 11), MonthPart.BEGINNING: (0, 0), MonthPart.MIDDLE: (5, 6), MonthPart.END: (11, 11)}  # fmt: skip
_MONTHS_OF: Final = {3: _OF_A_QUARTER, 6: _OF_A_HALF, 12: _OF_A_YEAR}
_PRECISION_OF: Final = {1: Precision.MONTH, 3: Precision.QUARTER, 6: Precision.HALF, 12: Precision.YEAR}
_YEAR_PARTS: Final = {
    YearPart.WHOLE: None,
    YearPart.BEGINNING: MonthPart.BEGINNING,
    YearPart.MIDDLE: MonthPart.MIDDLE,
    YearPart.END: MonthPart.END,
}

_PARTS_EN: Final[dict[MonthPart, str]] = {
    MonthPart.FIRST_TEN: "the first ten days",
    MonthPart.SECOND_TEN: "the second ten days",
    MonthPart.LAST_TEN: "the last ten days",
    MonthPart.BEGINNING: "the beginning",
    MonthPart.MIDDLE: "the middle",
    MonthPart.END: "the end",
    MonthPart.FIRST_WEEK: "the first week",
    MonthPart.SECOND_WEEK: "the second week",
    MonthPart.THIRD_WEEK: "the third week",
    MonthPart.FOURTH_WEEK: "the fourth week",
    MonthPart.LAST_WEEK: "the last week",
}


def _days_of_part(part: MonthPart) -> Said:
    first, last, _ = _PARTS[part]
    if first < 0:
        return Said(f"{part} = 当月最后 7 天", f"{_PARTS_EN[part]}: the last 7 days of the month")
    behind = ("月末", "the last") if last == _LAST else (f"{last}日", f"{last}")
    return Said(f"{part} = {first}日至{behind[0]}", f"{_PARTS_EN[part]}: days {first} to {behind[1]}")


_REASONS: Final = {part: _days_of_part(part) for part in _PARTS}


def month(year: int, number: int) -> tuple[int, int]:
    """Return year and month, when months are counted on beyond December or back before January."""
    years, rest = divmod(number - 1, 12)
    return year + years, rest + 1


_LENGTHS: Final = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def last_day(year: int, number: int) -> dt.date:
    """Return the last day of a month, which may be counted on beyond December."""
    if number > 12:
        year, number = month(year, number)
    return dt.date(year, number, 29 if number == 2 and calendar.isleap(year) else _LENGTHS[number - 1])


def days_of_month(year: int, number: int, part: MonthPart | None) -> Found:
    """Return the days of a month or of a part of it."""
    end = last_day(year, number)
    if part is None:
        return Found(end.replace(day=1), end, Precision.MONTH, AS_WRITTEN)
    first, last, precision = _PARTS[part]
    start = end.replace(day=first if first > 0 else end.day + first)
    return Found(start, end if last == _LAST else end.replace(day=last), precision, _REASONS[part])


def days_of_months(year: int, number: int, length: int, part: MonthPart | None) -> Found:
    """Return the days of several months from the given one (3 a quarter, 6 a half), or of the beginning, middle or end."""
    if length == 1:
        return days_of_month(year, number, part)
    begins, ends = (0, length - 1) if part is None else _MONTHS_OF[length][part]
    start = dt.date(*month(year, number + begins), 1)
    end = last_day(year, number + ends)
    if part is None:
        return Found(start, end, _PRECISION_OF.get(length, Precision.MONTH), AS_WRITTEN)
    months = (f"{start.month}月", f"month {start.month}")
    if begins != ends:
        months = (f"{start.month}月至{end.month}月", f"months {start.month} to {end.month}")
    return Found(
        start, end, Precision.MONTH, Said(f"{part} = {months[0]}", f"{_PARTS_EN[part]}: {months[1]}")
    )


def days_of_day(time: OnDay, year: int) -> Finding:
    """Return a day, of the usual or of the Chinese calendar."""
    if time.lunar:
        return _lunar_day(time, year)
    try:
        day = dt.date(year, time.month, time.day)
    except ValueError:  # 29 February, when the words named no year
        return Missing(
            Cause.NO_SUCH_DAY,
            Said(
                f"{year} 年 {time.month} 月没有 {time.day} 日；请核对日期",
                f"month {time.month} of {year} has no day {time.day}; check the date",
            ),
            dt.date(year, time.month, 28),
        )
    return Found(day, day, Precision.DAY, AS_WRITTEN)


def _lunar_day(time: OnDay, year: int) -> Finding:
    try:
        day = solar_day(year, time.month, time.day, leap=time.leap)
    except OutsideAlmanacError as error:
        return outside(error)
    if day is None:
        said = worded_lunar(time.month, time.day, leap=time.leap)
        start = solar_day(year, time.month, 29)
        return Missing(
            Cause.NO_SUCH_DAY,
            Said(
                f"农历 {year} 年没有{said}；请核对日期",
                f"the lunar year {year} has no {said}; check the date",
            ),
            start,
        )
    return Found(day, day, Precision.DAY, _lunar_reason(time.month, time.day, time.leap, doubt(year)))


@cache
def _lunar_reason(month: int, day: int, leap: bool, doubtful: Said) -> Said:  # noqa: FBT001 -- nothing but facts
    said = worded_lunar(month, day, leap=leap)
    return Said(f"农历{said}{doubtful.zh}", f"lunar {month}/{day}{' (leap)' * leap}{doubtful.en}")


def doubt(lunar_year: int) -> Said:
    """Return what is said of days in lunar years that calendars may reckon differently; mostly nothing."""
    if lunar_year not in DOUBTFUL_YEARS:
        return _NO_DOUBT
    return Said("（这一年各种万年历可能相差一天）", " (calendars of that year may differ by a day)")


_NO_DOUBT: Final = Said("", "")


def outside(error: OutsideAlmanacError) -> Missing:
    """Return that the almanac does not reach so far."""
    return Missing(Cause.OUTSIDE_TABLE, Said(error.message("zh"), error.message("en")))


def in_months(time: InMonths, year: int) -> Found:
    """Return the days of a month, a part of it, or months in a row."""
    if time.last == time.first and not time.next_year:
        return days_of_month(year, time.first, time.part)
    end = last_day(year + time.next_year, time.last)
    return Found(dt.date(year, time.first, 1), end, Precision.MONTH, AS_WRITTEN)


def in_quarter(time: InQuarter, year: int) -> Found:
    """Return the days of a quarter or a part of it."""
    return days_of_months(year, 3 * time.quarter - 2, 3, time.part)


def in_half(time: InHalf, year: int) -> Found:
    """Return the days of a half year."""
    return days_of_months(year, 6 * time.half - 5, 6, None)


def in_year(time: InYear, year: int) -> Found:
    """Return the days of a year or a part of it."""
    return days_of_months(year, 1, 12, _YEAR_PARTS[time.part])
