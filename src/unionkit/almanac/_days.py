"""
On which day something falls each year (日期规则): a fixed day, a day of the Chinese calendar, the nth weekday of a
month, a solar term, or days that somebody announces year by year.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Iterable
from typing import Any, Final, TypeAlias

import attrs

from unionkit.errors import ImpossibleValueError, NotationError, OutsideAlmanacError
from unionkit.model import OnDay, Value, parse_schedule

from ._lunar import LAST_LUNAR_YEAR, month_length, solar_day, worded_lunar
from ._said import MONTHS_EN, Said
from ._solar_terms import SolarTerm, solar_term_day

FIRST_YEAR: Final = 1949
LAST_YEAR: Final = 2100
"""The years whose days the almanac knows."""

_WEEKDAYS: Final = ("一", "二", "三", "四", "五", "六", "日")
_WEEKDAYS_EN: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_NTH: Final = {1: ("第一个", "first"), 2: ("第二个", "second"), 3: ("第三个", "third"), 4: ("第四个", "fourth"), -1: ("最后一个", "last")}  # fmt: skip


_CALLED: Final = {"month": "月份", "day": "日期", "weekday": "星期"}


def _is_between(least: int, most: int) -> Any:
    def validate(_instance: object, attribute: attrs.Attribute[Any], number: object) -> None:
        if type(number) is not int or not least <= number <= most:
            raise ImpossibleValueError(
                f"{_CALLED[attribute.name]}是 {least} 到 {most} 的整数，不能是 {number!r}",
                f"The {attribute.name} is a whole number from {least} to {most}, not {number!r}",
            )

    return validate


def _is_nth(_instance: object, _attribute: attrs.Attribute[Any], nth: object) -> None:
    if nth not in _NTH:
        raise ImpossibleValueError(
            f"nth 是 1 到 4，或 -1（最后一个），不能是 {nth!r}",
            f"nth is 1 to 4, or -1 for the last, not {nth!r}",
        )


@attrs.frozen(repr=False, eq=False)
class FixedDay(Value):
    """
    The same day of each year (9月10日).

    Attributes:
        month: 1 to 12.

        day: The day of the month; on 29 February it falls in leap years only.
    """

    month: int = attrs.field(validator=_is_between(1, 12))
    day: int = attrs.field(validator=_is_between(1, 31))

    @day.validator
    def _exists(self, _attribute: attrs.Attribute[Any], day: int) -> None:
        if day > calendar.monthrange(2000, self.month)[1]:
            raise ImpossibleValueError(
                f"{self.month} 月没有 {day} 日；请核对日期",
                f"Month {self.month} has no day {day}; check the date",
            )

    def days(self, year: int) -> tuple[dt.date, ...]:
        """Return the days of a calendar year on which it falls."""
        if (self.month, self.day) == (2, 29) and not calendar.isleap(year):
            return ()
        return (dt.date(year, self.month, self.day),)

    @property
    def said(self) -> Said:
        """The rule in words."""
        return Said(f"{self.month}月{self.day}日", f"{self.day} {MONTHS_EN[self.month - 1]}")


@attrs.frozen(repr=False, eq=False)
class LunarDay(Value):
    """
    A day of the Chinese calendar (农历九月初九); in leap months it does not fall again.

    Attributes:
        month: 1 to 12.

        day: 1 to 30, or -1 for the last day of the month, be it the 29th or the 30th (除夕).
    """

    month: int = attrs.field(validator=_is_between(1, 12))
    day: int = attrs.field(validator=_is_between(-1, 30))

    @day.validator
    def _exists(self, _attribute: attrs.Attribute[Any], day: int) -> None:
        if day == 0:
            raise ImpossibleValueError(
                "农历没有初零；最后一天写 -1", "There is no day 0; the last day of a month is -1"
            )

    def days(self, year: int) -> tuple[dt.date, ...]:
        """Return the days of a calendar year on which it falls: mostly one, in the twelfth month none or two."""
        falls = []
        for lunar_year in (year - 1, year):  # the twelfth month reaches into the next calendar year
            if lunar_year <= LAST_LUNAR_YEAR:
                wanted = month_length(lunar_year, self.month) if self.day == -1 else self.day
                day = solar_day(lunar_year, self.month, wanted)
                if day is not None and day.year == year:
                    falls.append(day)
        return tuple(falls)

    @property
    def said(self) -> Said:
        """The rule in words."""
        if self.day == -1:
            month = worded_lunar(self.month, 1).removesuffix("初一")
            return Said(f"农历{month}最后一天", f"last day of lunar month {self.month}")
        return Said(f"农历{worded_lunar(self.month, self.day)}", f"lunar {self.month}/{self.day}")


@attrs.frozen(repr=False, eq=False)
class NthWeekday(Value):
    """
    The nth weekday of a month (5月第二个星期日).

    Attributes:
        month: 1 to 12.

        nth: 1 to 4, or -1 for the last.

        weekday: 1 (Monday) to 7.
    """

    month: int = attrs.field(validator=_is_between(1, 12))
    nth: int = attrs.field(validator=_is_nth)
    weekday: int = attrs.field(validator=_is_between(1, 7))

    def days(self, year: int) -> tuple[dt.date, ...]:
        """Return the day of a calendar year on which it falls."""
        return (nth_weekday(year, self.month, self.nth, self.weekday),)

    @property
    def said(self) -> Said:
        """The rule in words."""
        nth = _NTH[self.nth]
        return Said(
            f"{self.month}月{nth[0]}星期{_WEEKDAYS[self.weekday - 1]}",
            f"{nth[1]} {_WEEKDAYS_EN[self.weekday - 1]} of {MONTHS_EN[self.month - 1]}",
        )


@attrs.frozen(repr=False, eq=False)
class OnSolarTerm(Value):
    """
    The day of a solar term (节气: 清明, 冬至), when the sun reaches its longitude.

    Attributes:
        term: Which.
    """

    term: SolarTerm = attrs.field(converter=SolarTerm)

    def days(self, year: int) -> tuple[dt.date, ...]:
        """Return the day of a calendar year on which it falls."""
        return (solar_term_day(self.term, year),)

    @property
    def said(self) -> Said:
        """The rule in words."""
        return Said(f"{self.term}节气", f"solar term {self.term}")


def _to_days(days: Iterable[dt.date]) -> tuple[dt.date, ...]:
    return tuple(sorted(days))


@attrs.frozen(repr=False, eq=False)
class ListedDays(Value):
    """
    Days that somebody announces year by year (开斋节).

    Attributes:
        listed: The days; in other years nobody knows.
    """

    listed: tuple[dt.date, ...] = attrs.field(converter=_to_days)

    def days(self, year: int) -> tuple[dt.date, ...]:
        """Return the days of a calendar year on which it falls."""
        return tuple(day for day in self.listed if day.year == year)

    @property
    def said(self) -> Said:
        """The rule in words."""
        return Said("逐年公布的日期", "days announced year by year")


DayRule: TypeAlias = FixedDay | LunarDay | NthWeekday | OnSolarTerm | ListedDays
"""On which day of each year something falls; every member has ``days(year)`` and ``said``."""

_SOLAR_TERMS: Final = frozenset(term.value for term in SolarTerm)
_NTH_WEEKDAY: Final = r"(\d{1,2})月(第[一二三四]个|最后一个)(?:星期|周)([一二三四五六日天])"
_LAST_OF_MONTH: Final = r"农历(.{1,3}月)(?:最后一天|最后一日|末日)"


def parse_day_rule(text: str) -> DayRule:
    """
    Read on which day of each year something falls: 9月10日, 农历九月初九, 农历腊月最后一天, 5月第二个星期日, 清明.

    Raises:
        NotationError: It is none of these.
        ImpossibleValueError: There is no such day.
    """
    said = text.strip()
    if said.removesuffix("节气") in _SOLAR_TERMS:
        return OnSolarTerm(SolarTerm(said.removesuffix("节气")))
    if found := re.fullmatch(_NTH_WEEKDAY, said):
        nth = next(number for number, words in _NTH.items() if words[0] == found[2])
        return NthWeekday(int(found[1]), nth, _WEEKDAYS.index("日" if found[3] == "天" else found[3]) + 1)
    if found := re.fullmatch(_LAST_OF_MONTH, said):
        first = parse_schedule(f"农历{found[1]}初一")
        if isinstance(first, OnDay) and not first.leap:
            return LunarDay(first.month, -1)
    time = parse_schedule(said) if said else None
    if isinstance(time, OnDay) and time.year is None and not time.leap:
        return (LunarDay if time.lunar else FixedDay)(time.month, time.day)
    raise NotationError(
        "每年的日期", "a day of each year", text, "9月10日、农历九月初九、5月第二个星期日、清明"
    )


def nth_weekday(year: int, month: int, nth: int, weekday: int) -> dt.date:
    """Return the nth weekday (1 Monday to 7) of a month, or the last (-1)."""
    first = dt.date(year, month, 1)
    if nth > 0:
        return first + dt.timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (nth - 1))
    last = first.replace(day=calendar.monthrange(year, month)[1])
    return last - dt.timedelta(days=(last.isoweekday() - weekday) % 7)


def known_days(rule: DayRule, year: int) -> tuple[dt.date, ...]:
    """
    Return the days of a calendar year on which a rule falls.

    Raises:
        OutsideAlmanacError: The almanac does not reach that far.
    """
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise OutsideAlmanacError(str(year), FIRST_YEAR, LAST_YEAR)
    return rule.days(year)
