"""
School years (学年): when terms begin and end, as each region sets it, and a default that says that it is one.

No calendar of a region is built in: they are set anew each year, by province, city or school. Packs and users add
theirs as data. The default follows what is usual: the autumn term begins on 1 September; the winter holiday begins on
the last Saturday that is at least 11 days before 春节 and lasts four weeks and the weekend; the summer holiday begins
on the first Saturday of July. (That gives the days of Beijing in 2023/24, 2024/25 and 2025/26; from general
knowledge.)
"""

from __future__ import annotations

import datetime as dt
from typing import Any, Final

import attrs

from unionkit.errors import ImpossibleValueError
from unionkit.model import Value

from ._days import FIRST_YEAR, nth_weekday
from ._entries import is_day, is_region, is_text, is_year_since
from ._lunar import solar_day

_SATURDAY: Final = 6
_BEFORE_NEW_YEAR: Final = dt.timedelta(days=11)
_WINTER_HOLIDAY: Final = dt.timedelta(days=30)
_ONE_DAY: Final = dt.timedelta(days=1)


@attrs.frozen(kw_only=True, repr=False, eq=False)
class SchoolYear(Value):
    """
    The terms of a school year; between them are the holidays.

    Attributes:
        year: The calendar year in which it begins.

        region: Where it holds (山东省), as far as the organization's region begins with it; empty: everywhere.

        autumn_from: The first day of the autumn term (开学).

        autumn_to: Its last day; the winter holiday (寒假) begins on the next.

        spring_from: The first day of the spring term.

        spring_to: Its last day; the summer holiday (暑假) begins on the next and ends before the next school year.

        source: What announced it, for people.

        usual: It only follows what is usual.
    """

    year: int = attrs.field(validator=is_year_since(FIRST_YEAR))
    region: str = attrs.field(default="", validator=is_region)
    autumn_from: dt.date = attrs.field(validator=is_day)
    autumn_to: dt.date = attrs.field(validator=is_day)
    spring_from: dt.date = attrs.field(validator=is_day)
    spring_to: dt.date = attrs.field(validator=is_day)
    source: str = attrs.field(default="", validator=is_text)
    usual: bool = attrs.field(default=False, metadata={"unwritten": True})

    @autumn_from.validator
    def _begins_in_autumn(self, _attribute: attrs.Attribute[Any], day: dt.date) -> None:
        if not dt.date(self.year, 7, 1) <= day <= dt.date(self.year, 12, 31):
            raise ImpossibleValueError(
                f"{self.year} 学年的秋季学期在 {self.year} 年下半年开学，不在 {day}",
                f"The autumn term of the school year {self.year} begins in the second half of {self.year}, not on {day}",
            )

    @autumn_to.validator
    def _autumn_in_order(self, _attribute: attrs.Attribute[Any], day: dt.date) -> None:
        _check_later("autumn_to", day, "autumn_from", self.autumn_from)

    @spring_from.validator
    def _leaves_a_winter_holiday(self, _attribute: attrs.Attribute[Any], day: dt.date) -> None:
        _check_later("spring_from", day, "autumn_to", self.autumn_to)
        if day - self.autumn_to == _ONE_DAY:
            raise ImpossibleValueError(
                f"两个学期之间没有寒假：autumn_to 是 {self.autumn_to}，spring_from 是 {day}",
                f"There is no winter holiday between autumn_to, {self.autumn_to}, and spring_from, {day}",
            )

    @spring_to.validator
    def _leaves_a_summer_holiday(self, _attribute: attrs.Attribute[Any], day: dt.date) -> None:
        _check_later("spring_to", day, "spring_from", self.spring_from)
        if not day < dt.date(self.year + 1, 8, 31):
            raise ImpossibleValueError(
                f"{self.year} 学年的春季学期在 {self.year + 1} 年暑假前结束，不在 {day}",
                f"The spring term of the school year {self.year} ends before the summer holiday of {self.year + 1}, not on {day}",
            )


def _check_later(key: str, day: dt.date, before: str, than: dt.date) -> None:
    if day <= than:
        raise ImpossibleValueError(
            f"{key}（{day}）要在 {before}（{than}）之后", f"{key} ({day}) must be after {before} ({than})"
        )


def default_school_year(year: int) -> SchoolYear | None:
    """Return the usual school year; None outside the years of the almanac."""
    if not 1949 <= year < 2100:
        return None
    new_year = solar_day(year + 1, 1, 1)
    assert new_year is not None  # noqa: S101 -- every first month has a first day
    latest = new_year - _BEFORE_NEW_YEAR
    winter = latest - dt.timedelta(days=(latest.isoweekday() - _SATURDAY) % 7)
    return SchoolYear(
        year=year,
        autumn_from=dt.date(year, 9, 1),
        autumn_to=winter - _ONE_DAY,
        spring_from=winter + _WINTER_HOLIDAY,
        spring_to=nth_weekday(year + 1, 7, 1, _SATURDAY) - _ONE_DAY,
        usual=True,
    )
