"""The days of a calendar in words: short under the heading of their month, longer where they stand apart."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, TypeAlias

from unionkit.almanac import Day, MonthDay
from unionkit.document import worded_date
from unionkit.errors import Lang

Month: TypeAlias = tuple[int | None, int]
"""A year, or None where the plan tells none, and a month of it."""

Days: TypeAlias = tuple[Day, Day]
"""A first and a last day."""

_WEEKDAYS: Final[dict[Lang, str]] = {"zh": "一二三四五六日", "en": "Mon Tue Wed Thu Fri Sat Sun"}
_LEAP: Final = 2000
"""Stands for a year that nobody tells."""
_IN_A_ROW: Final = 3
"""So many single days in a row are written as a stretch."""
_LEAP_DAY: Final = MonthDay(2, 29)


def month_of(day: Day) -> Month:
    """Return the month of a day."""
    return (None if isinstance(day, MonthDay) else day.year), day.month


def length(start: Day, end: Day) -> int:
    """Return how many days there are from one to another."""
    if not isinstance(start, MonthDay) and not isinstance(end, MonthDay):
        return (end - start).days + 1
    first, last = (dt.date(_LEAP, day.month, day.day).timetuple().tm_yday for day in (start, end))
    return (last - first) % 366 + 1


def worded_month(month: Month, lang: Lang) -> str:
    """Write a month: 2026年9月, September 2026; 9月 where nobody tells the year."""
    year, number = month
    if lang == "zh":
        return f"{year}年{number}月" if year else f"{number}月"
    said = worded_date(dt.date(year or _LEAP, number, 1), "en").removeprefix("1 ")
    return said if year else said.split()[0]


def worded_in_month(stretches: Sequence[Days], month: Month, lang: Lang, *, exactly: bool) -> str:
    """
    Write days under the heading of a month: 25日 周五; 1、8、15日; 24日至10月8日; 11至20日间 (some time in these days).

    Args:
        stretches: The days, in order.

        month: The month of the heading.

        lang: The language.

        exactly: Each of the days is meant; otherwise some time in them.
    """
    start, end = stretches[0]
    if len(stretches) == 1 and start == end:
        return _with_weekday(start, lang) if month_of(start) == month else _named(start, month, lang)
    if not exactly and all(is_month(*each) and month_of(each[0]) == month for each in stretches):
        return "本月内" if lang == "zh" else "in the month"
    pieces = [_in_month(*each, month, lang) for each in _in_rows(stretches)]
    if lang == "en":
        return ("" if exactly else "within ") + ", ".join(pieces)
    last = len(pieces) - 1
    said = "、".join(
        piece if nth == last or "月" in piece else piece.removesuffix("日")
        for nth, piece in enumerate(pieces)
    )
    return said if exactly else f"{said}间"


def worded_apart(stretches: Sequence[Days], lang: Lang, *, exactly: bool, years: bool) -> str:
    """
    Write days that stand under no month: 7至12月; 9月15日至12月20日; 2027年1月3日至9日间.

    Args:
        stretches: The days, in order.

        lang: The language.

        exactly: Each of the days is meant; otherwise some time in them, and whole months are named as such.

        years: With the years, where they are known.
    """
    if not exactly and all(_are_months(*each) for each in stretches):
        pieces, exactly = [_months(*each, lang, years=years) for each in stretches], True
    else:
        pieces = [_apart(*each, lang, years=years) for each in stretches]
    if lang == "en":
        return ("" if exactly else "within ") + ", ".join(pieces)
    return "、".join(pieces) + ("" if exactly else "间")


# ---------------------------------------------------------------- under a month


def _with_weekday(day: Day, lang: Lang) -> str:
    if isinstance(day, MonthDay):
        return _day(day, lang)
    if lang == "zh":
        return f"{day.day}日 周{_WEEKDAYS['zh'][day.weekday()]}"
    return f"{_WEEKDAYS['en'].split()[day.weekday()]} {day.day}"


def _in_month(start: Day, end: Day, month: Month, lang: Lang) -> str:
    if start == end:
        return _named(start, month, lang)
    if month_of(start) == month_of(end) == month and end != _LEAP_DAY:
        return f"{start.day}至{end.day}日" if lang == "zh" else f"{start.day}-{end.day}"
    if lang == "zh":
        apart = month_of(start) != month_of(end)
        return f"{_named(start, month, lang)}至{_of_month(end, lang) if apart else _named(end, month, lang)}"
    return f"{_of_month(start, lang)} to {_of_month(end, lang)}"


def _named(day: Day, month: Month, lang: Lang) -> str:
    if month_of(day) == month:
        return _day(day, lang)
    return _of_month(day, lang)


def _of_month(day: Day, lang: Lang) -> str:
    month = worded_month((None, day.month), lang)
    if lang == "zh":
        return f"{month}{_day(day, lang).removeprefix('月')}"
    return f"{_day(day, lang)} {month[:3]}"


def _day(day: Day, lang: Lang) -> str:
    """A day of a month; nobody knows the last one of February in a year that nobody tells."""
    if lang == "zh":
        return "月末" if day == _LEAP_DAY else f"{day.day}日"
    return "end" if day == _LEAP_DAY else str(day.day)


def _in_rows(stretches: Iterable[Days]) -> Iterator[Days]:
    """Join single days in a row, from three on, to one stretch."""
    row: list[dt.date] = []
    for start, end in stretches:
        single = start if start == end and not isinstance(start, MonthDay) else None
        if row and (single is None or single != row[-1] + dt.timedelta(days=1)):
            yield from _joined(row)
            row = []
        if single is None:
            yield start, end
        else:
            row.append(single)
    yield from _joined(row)


def _joined(row: Sequence[dt.date]) -> Iterator[Days]:
    if len(row) >= _IN_A_ROW:
        yield row[0], row[-1]
    else:
        yield from ((day, day) for day in row)


# ---------------------------------------------------------------- under none


def is_month(start: Day, end: Day) -> bool:
    """Return whether days are a whole month."""
    return _are_months(start, end) and month_of(start) == month_of(end)


def _are_months(start: Day, end: Day) -> bool:
    year = _LEAP if isinstance(end, MonthDay) else end.year
    return start.day == 1 and end.day == calendar.monthrange(year, end.month)[1]


def _months(start: Day, end: Day, lang: Lang, *, years: bool) -> str:
    (year, first), (last_year, last) = (month_of(day) if years else (None, day.month) for day in (start, end))
    if (year, first) == (last_year, last):
        return worded_month((year, first), lang)
    if lang == "en":
        begins = worded_month((year if year != last_year else None, first), lang)
        return f"{begins} to {worded_month((last_year, last), lang)}"
    if year == last_year and first < last:
        return f"{worded_month((year, first), lang).removesuffix('月')}至{last}月"
    return f"{worded_month((year, first), lang)}至{worded_month((last_year, last), lang)}"


def _apart(start: Day, end: Day, lang: Lang, *, years: bool) -> str:
    """Write days with their months; what both have in common is said once."""
    first, last = (_full(day, lang, years=years) for day in (start, end))
    if start == end:
        return first
    one_month, one_year = month_of(start) == month_of(end), month_of(start)[0] == month_of(end)[0]
    if lang == "zh":
        return f"{first}至{_day(end, lang) if one_month else _full(end, lang, years=years and not one_year)}"
    return f"{_day(start, lang) if one_month else _full(start, lang, years=years and not one_year)} to {last}"


def _full(day: Day, lang: Lang, *, years: bool) -> str:
    if years and not isinstance(day, MonthDay):
        return worded_date(day, lang)
    return _of_month(day, lang)
