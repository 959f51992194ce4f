"""
The Chinese calendar (农历) of the lunar years 1948 to 2100, from a table.

``tools/almanac_tables.py`` reckoned the table with ephem (PyPI) by the rules of GB/T 33661-2017 (农历的编算和颁行) in the time
of China (UTC+8), and prints it again. It is the same on every day as that of lunar_python 1.4.8, and as that of borax
4.1.3 but for two months; the tests compare them. Years to come are forecasts: see :data:`DOUBTFUL_YEARS`.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from functools import cache
from typing import Final, NamedTuple

from unionkit.errors import ImpossibleValueError, OutsideAlmanacError

FIRST_LUNAR_YEAR: Final = 1948
LAST_LUNAR_YEAR: Final = 2100

DOUBTFUL_YEARS: Final = frozenset({2057, 2089, 2097})
"""
Lunar years with a new moon so near to midnight that the calendar as published then may differ by a day for one month.

That of 2057 is due on 29 September at 00:00 (the table has the 29th as the first day of the ninth month; the tables of the
Hong Kong Observatory have the 28th), that of 2089 on 4 September at 23:57 (the 4th in the table), that of 2097 on
7 August at 23:59 (the 7th in the table). The rotation of the earth cannot be foretold to the minute for so long: were it
to go on as in the last years, that of 2097 would fall on the 8th.
"""

_MONTHS: Final = "正二三四五六七八九十冬腊"
_TENS: Final = ("初", "十", "廿")
_DIGITS: Final = "一二三四五六七八九"
_ROUND_DAYS: Final = {10: "初十", 20: "二十", 30: "三十"}


class LunarDate(NamedTuple):
    """
    A day of the Chinese calendar.

    Attributes:
        year: The lunar year, named for the solar year in which it begins.

        month: The month, from 1 to 12.

        day: The day of the month, from 1 to 30.

        leap: Whether the month is the leap one behind the month of that number (闰月).
    """

    year: int
    month: int
    day: int
    leap: bool = False


def month_length(year: int, month: int, *, leap: bool = False) -> int:
    """
    Return the number of days of a month: 29 or 30, and 0 where the year has no such (leap) month.

    Raises:
        OutsideAlmanacError: The table does not have the year.
    """
    return _months(year).get((month, leap), _NO_MONTH)[1]


def leap_month(year: int) -> int:
    """
    Return the number of the month behind which the leap month of a year stands; 0 where the year has none.

    Raises:
        OutsideAlmanacError: The table does not have the year.

    >>> leap_month(2025), leap_month(2026)
    (6, 0)
    """
    return _packed(year) >> 13 & 15


def solar_day(year: int, month: int, day: int, *, leap: bool = False) -> dt.date | None:
    """
    Return the day of the solar calendar, or nothing where the year has no such month, or the month no such day.

    Raises:
        OutsideAlmanacError: The table does not have the year.

    >>> solar_day(2026, 9, 9), solar_day(2025, 12, 30)
    (datetime.date(2026, 10, 18), None)
    """
    first, length = _months(year).get((month, leap), _NO_MONTH)
    return dt.date.fromordinal(first + day - 1) if 0 < day <= length else None


def lunar_date(day: dt.date) -> LunarDate:
    """
    Return the day of the Chinese calendar.

    Raises:
        OutsideAlmanacError: The lunar year in which the day lies is not in the table.

    >>> lunar_date(dt.date(2025, 7, 25))
    LunarDate(year=2025, month=6, day=1, leap=True)
    """
    ordinal = day.toordinal()
    for year in (day.year, day.year - 1):  # a lunar year ends in the next solar year
        if FIRST_LUNAR_YEAR <= year <= LAST_LUNAR_YEAR:
            for (month, leap), (first, length) in _months(year).items():
                if first <= ordinal < first + length:
                    return LunarDate(year, month, ordinal - first + 1, leap)
    raise OutsideAlmanacError(f"{day:%Y-%m-%d}", FIRST_LUNAR_YEAR, LAST_LUNAR_YEAR)


def worded_lunar(month: int, day: int, *, leap: bool = False) -> str:
    """
    Word a day of the Chinese calendar as almanacs do, with 冬月 for the eleventh month and 腊月 for the twelfth.

    Raises:
        ImpossibleValueError: No year has such a day.

    >>> worded_lunar(9, 9), worded_lunar(6, 30, leap=True), worded_lunar(12, 23)
    ('九月初九', '闰六月三十', '腊月廿三')
    """
    if not (1 <= month <= 12 and 1 <= day <= 30):
        raise ImpossibleValueError(
            f"农历没有 {month} 月 {day} 日；月写 1 至 12，日写 1 至 30",
            f"The Chinese calendar has no day {day} of month {month}; months are 1 to 12, days 1 to 30",
        )
    worded = _ROUND_DAYS.get(day) or _TENS[day // 10] + _DIGITS[day % 10 - 1]
    return f"{'闰' if leap else ''}{_MONTHS[month - 1]}月{worded}"


# A number for each year. From the left: the day of the solar year on which it begins; its leap month, of 4 bits; a bit for
# each month, the first month rightmost, set when it has 30 days.
_YEARS: Final = (
    0x520a95, 0x3af52d, 0x600536, 0x4a0aad, 0x36b5aa, 0x5a05b2, 0x440da5, 0x307d4a, 0x560d4a, 0x3f0a95, 0x620a97, 0x4e0556,
    0x38cab5, 0x5c0ad5, 0x4806d2, 0x328ea5, 0x580ea5, 0x42064a, 0x2a6c97, 0x500a9b, 0x3cf55a, 0x60056a, 0x4a0b69, 0x36b752,
    0x5c0b52, 0x440b25, 0x2e964b, 0x540a4b, 0x3f14ab, 0x6202ad, 0x4c056d, 0x38cb69, 0x5e0da9, 0x480d92, 0x329d25, 0x580d25,
    0x435a4d, 0x660a56, 0x5002b6, 0x3ac5b5, 0x6006d5, 0x4a0ea9, 0x36be92, 0x5c0e92, 0x460d26, 0x2e6a56, 0x520a57, 0x3f14d6,
    0x64035a, 0x4c06d5, 0x38b6c9, 0x5e0749, 0x480693, 0x30952b, 0x56052b, 0x400a5b, 0x2c555a, 0x50056a, 0x3afb55, 0x620ba4,
    0x4c0b49, 0x34ba93, 0x5a0a95, 0x44052d, 0x2e8aad, 0x520ab5, 0x3f35aa, 0x6405d2, 0x4e0da5, 0x38dd4a, 0x5e0d4a, 0x480c95,
    0x32952e, 0x560556, 0x400ab5, 0x2c55b2, 0x5206d2, 0x3acea5, 0x600725, 0x4a064b, 0x34ac97, 0x580cab, 0x44055a, 0x2e6ad6,
    0x540b69, 0x3f7752, 0x640b52, 0x4e0b25, 0x38da4b, 0x5c0a4b, 0x4604ab, 0x30a55b, 0x5605ad, 0x400b6a, 0x2c5b52, 0x520d92,
    0x3cfd25, 0x600d25, 0x4a0a55, 0x34b4ad, 0x5a04b6, 0x4205b5, 0x2e6daa, 0x540ec9, 0x411e92, 0x640e92, 0x4e0d26, 0x38ca56,
    0x5c0a57, 0x4604d6, 0x3086d5, 0x560755, 0x420749, 0x2a6e93, 0x500693, 0x3af52b, 0x60052b, 0x480a5b, 0x34b55a, 0x5a056a,
    0x440b65, 0x2e974a, 0x540b4a, 0x3f1a95, 0x640a95, 0x4c052d, 0x36caad, 0x5c0ab5, 0x4805aa, 0x308ba5, 0x560da5, 0x420d4a,
    0x2c7c95, 0x500c96, 0x3af94e, 0x600556, 0x4a0ab5, 0x34b5b2, 0x5a06d2, 0x440ea5, 0x308e4a, 0x52068b, 0x3d0c97, 0x6204ab,
    0x4c055b, 0x36cad6, 0x5c0b6a, 0x480752, 0x329725, 0x560b45, 0x400a8b, 0x2a549b, 0x5004ab,
)  # fmt: skip
_NO_MONTH: Final = (0, 0)


def _packed(year: int) -> int:
    if FIRST_LUNAR_YEAR <= year <= LAST_LUNAR_YEAR:
        return _YEARS[year - FIRST_LUNAR_YEAR]
    raise OutsideAlmanacError(str(year), FIRST_LUNAR_YEAR, LAST_LUNAR_YEAR)


@cache
def _months(year: int) -> Mapping[tuple[int, bool], tuple[int, int]]:
    """Return the months of a year in their order, by number and leap, each with its first day and its length."""
    packed, leap = _packed(year), leap_month(year)
    numbers = [(month, False) for month in range(1, 13)]
    if leap:
        numbers.insert(leap, (leap, True))
    first = dt.date(year, 1, 1).toordinal() - 1 + (packed >> 17)
    months: dict[tuple[int, bool], tuple[int, int]] = {}
    for at, number in enumerate(numbers):
        length = 29 + (packed >> at & 1)
        months[number] = (first, length)
        first += length
    return months
