"""
Where in a calendar a time belongs: under a month, where the words fix one, otherwise in a group behind the months.

Days of the Chinese calendar fall in one month or the next: they stand under the months in which they can. Terms and
holidays have their month from the region; they are only put in the order in which they come.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from enum import IntEnum
from typing import Final, NamedTuple, TypeAlias, assert_never, cast

from unionkit.model import (
    AtFestival,
    Deadline,
    Every,
    FreeText,
    Holiday,
    InHalf,
    InHoliday,
    InMonths,
    InQuarter,
    InSeason,
    InTerm,
    InYear,
    MonthPart,
    Nearness,
    OnDay,
    OnPersonalDate,
    Period,
    Schedule,
    SchoolTerm,
    Several,
    Span,
    YearPart,
)


class Group(IntEnum):
    """The groups of a calendar, in their order."""

    MONTH = 0
    FESTIVAL = 1
    CAMPAIGN = 2
    TERM = 3
    RECURRING = 4
    ANY_MONTH = 5
    OPEN = 6


_LATE: Final = 99
"""Behind all days of a month."""
_WHOLE: Final = 28
"""A time of so many days from the first of a month says no more than the month."""


class Slot(NamedTuple):
    """
    Where a time belongs.

    Attributes:
        group: The group of the calendar.

        year: The year in which it begins, or None where the words name none.

        month: The month in which it begins; in groups other than MONTH about when it comes, 13 where nobody knows.

        day: The day on which it begins, as far as order needs it.

        last: The day of the same month on which it ends; what ends first stands first.

        more: In how many of the following months it may begin as well.
    """

    group: Group
    year: int | None = None
    month: int = 13
    day: int = 1
    last: int = _LATE
    more: int = 0

    @property
    def is_wide(self) -> bool:
        """It may be at any time of its month: it stands behind what has its place in the month."""
        return self.day == 1 and self.last >= _WHOLE


def slot_of_day(day: dt.date) -> Slot:
    """Return where a day belongs."""
    return Slot(Group.MONTH, day.year, day.month, day.day, day.day)


def slots(time: Schedule, period: Period) -> Iterator[Slot]:
    """Yield where a time belongs in a plan of that period; several times belong to several places."""
    match time:
        case Several():
            for member in time.members:
                yield from slots(member, period)
        case Every():
            if time.at is None:
                yield Slot(Group.RECURRING)
            else:  # once a year, and so once in the plan
                yield from slots(time.at, period)
        case Span():
            yield from (begun._replace(last=_LATE) for begun in slots(time.start, period))
        case Deadline():
            yield _deadline(time, period)
        case OnDay():
            yield _day(time)
        case InMonths() | InQuarter() | InHalf() | InYear():
            yield Slot(Group.ANY_MONTH) if _is_all_of(time, period) else _stretch(time).first_slot
        case AtFestival():
            yield _festival(time)
        case InSeason():
            yield Slot(Group.FESTIVAL if time.season in _PAIRS_OF_FESTIVALS else Group.CAMPAIGN)
        case InTerm():
            yield _term(time, period)
        case InHoliday():
            yield _holiday(time)
        case OnPersonalDate():
            yield Slot(Group.RECURRING)
        case FreeText():
            yield Slot(Group.OPEN)
        case _:
            assert_never(time)


# ---------------------------------------------------------------- days, months and what is made of them

_PARTS: Final = {
    None: (1, 31), MonthPart.FIRST_TEN: (1, 10), MonthPart.SECOND_TEN: (11, 20), MonthPart.LAST_TEN: (21, 31),
    MonthPart.BEGINNING: (1, 5), MonthPart.MIDDLE: (11, 20), MonthPart.END: (26, 31),
    MonthPart.FIRST_WEEK: (1, 7), MonthPart.SECOND_WEEK: (8, 14), MonthPart.THIRD_WEEK: (15, 21),
    MonthPart.FOURTH_WEEK: (22, 28), MonthPart.LAST_WEEK: (25, 31),
}  # fmt: skip
_OF_A_QUARTER: Final = {None: (0, 2), MonthPart.BEGINNING: (0, 0), MonthPart.MIDDLE: (1, 1), MonthPart.END: (2, 2)}  # fmt: skip
_OF_A_YEAR: Final = {
    YearPart.WHOLE: (1, 12),
    YearPart.BEGINNING: (1, 1),
    YearPart.MIDDLE: (6, 7),
    YearPart.END: (12, 12),
}

_Months: TypeAlias = InMonths | InQuarter | InHalf | InYear
_Before: TypeAlias = OnDay | _Months | InTerm | InHoliday


class _Stretch(NamedTuple):
    """From a day of a month to a day of the same or a later one."""

    year: int | None
    first: int
    day: int
    last: int
    last_day: int
    next_year: bool = False

    @property
    def first_slot(self) -> Slot:
        """Where its beginning belongs."""
        within = self.first == self.last and not self.next_year
        return Slot(Group.MONTH, self.year, self.first, self.day, self.last_day if within else _LATE)

    @property
    def last_slot(self) -> Slot:
        """Where its last day belongs."""
        year = None if self.year is None else self.year + self.next_year
        return Slot(Group.MONTH, year, self.last, self.last_day, self.last_day)


def _stretch(time: _Months) -> _Stretch:
    match time:
        case InMonths():
            day, last_day = _PARTS[time.part]
            return _Stretch(time.year, time.first, day, time.last, last_day, time.next_year)
        case InQuarter():
            begins, ends = (3 * time.quarter - 2 + months for months in _OF_A_QUARTER[time.part])
        case InHalf():
            begins, ends = 6 * time.half - 5, 6 * time.half
        case InYear():
            begins, ends = _OF_A_YEAR[time.part]
        case _:
            assert_never(time)
    return _Stretch(time.year, begins, 1, ends, 31)


def _is_all_of(time: _Months, period: Period) -> bool:
    """Whether it is as long as the plan, and says nothing about when in it."""
    if isinstance(time, InYear):
        return time.part is YearPart.WHOLE and (time.year is None or time.year == period.year)
    alike = time.year is None or time.year == period.year
    if isinstance(time, InHalf):
        return alike and time.half == period.half
    return isinstance(time, InQuarter) and alike and time.part is None and time.quarter == period.quarter


def _day(time: OnDay) -> Slot:
    if time.lunar:
        return _lunar(time.year, time.month, time.day, leap=time.leap)
    return Slot(Group.MONTH, time.year, time.month, time.day, time.day)


def _deadline(time: Deadline, period: Period) -> Slot:
    """Return where its last day belongs: of a day and of the end of a time that one, of a longer time the day before."""
    before = cast("_Before", time.before)  # others cannot be built
    match before:
        case OnDay():
            return _day(before)
        case InTerm():
            return Slot(Group.TERM, before.year, _opening(before, period) or 13, _in_term(before), 0)
        case InHoliday():
            return _holiday(before)._replace(last=0)
        case InHalf():
            is_end = False
        case InMonths() | InQuarter():
            is_end = before.part is MonthPart.END
        case InYear():
            is_end = before.part is YearPart.END
        case _:
            assert_never(before)
    stretch = _stretch(before)
    return stretch.last_slot if time.through or is_end else _day_before(stretch.first_slot)


def _day_before(slot: Slot) -> Slot:
    if slot.day > 1:
        return slot._replace(day=slot.day - 1, last=slot.day - 1)
    year = slot.year if slot.year is None or slot.month > 1 else slot.year - 1
    return Slot(slot.group, year, (slot.month - 2) % 12 + 1, 31, 31)


# ---------------------------------------------------------------- festivals, terms, holidays

_FIXED: Final[dict[str, tuple[int, int]]] = {
    "元旦": (1, 1), "妇女节": (3, 8), "植树节": (3, 12), "国家安全教育日": (4, 15), "世界读书日": (4, 23), "劳动节": (5, 1),
    "青年节": (5, 4), "护士节": (5, 12), "儿童节": (6, 1), "建党节": (7, 1), "建军节": (8, 1), "全民健身日": (8, 8), "医师节": (8, 19),
    "教师节": (9, 10), "国庆节": (10, 1), "记者节": (11, 8), "消防日": (11, 9), "国家宪法日": (12, 4),
    # The earliest day of those that stay within a month.
    "清明节": (4, 4), "母亲节": (5, 8), "父亲节": (6, 15), "冬至": (12, 21),
}  # fmt: skip
_LUNAR: Final[dict[str, tuple[int, int]]] = {
    "春节": (1, 1), "元宵节": (1, 15), "端午节": (5, 5), "七夕节": (7, 7), "中秋节": (8, 15), "重阳节": (9, 9),
    "腊八节": (12, 8), "小年": (12, 23), "除夕": (1, 0),
}  # fmt: skip
"""Festivals of the Chinese calendar, by its month and day; New Year's Eve is the day before the first."""
_FIRST_DAYS: Final[dict[int, tuple[tuple[int, int], tuple[int, int]]]] = {
    1: ((1, 22), (2, 19)), 2: ((2, 20), (3, 20)), 3: ((3, 23), (4, 20)), 4: ((4, 23), (5, 21)),
    5: ((5, 23), (6, 20)), 6: ((6, 24), (7, 22)), 7: ((7, 26), (8, 23)), 8: ((8, 25), (9, 22)),
    9: ((9, 23), (10, 21)), 10: ((10, 23), (11, 20)), 11: ((11, 22), (12, 20)), 12: ((12, 23), (1, 20)),
}  # fmt: skip
"""
The earliest and the latest day on which each month of the Chinese calendar begins, in the years 2021 to 2040: reckoned
with lunardate 0.3.0 (PyPI) in November 2026. 春节 so falls from 22 January to 19 February,
元宵节 from 5 February to 5 March, 端午节 from 27 May to 24 June, 七夕节 from 1 to 29 August, 中秋节 from 8 September to
6 October, 重阳节 from 1 to 29 October, 腊八节 from 30 December to 27 January. The almanac will replace this table.
"""
_PAIRS_OF_FESTIVALS: Final = frozenset({"两节", "双节"})
_OPENINGS: Final = {SchoolTerm.AUTUMN: 9, SchoolTerm.SPRING: 2}
"""The months in which terms begin, as those of a period do."""
_BEGIN_WITH: Final = {
    8: SchoolTerm.AUTUMN,
    9: SchoolTerm.AUTUMN,
    2: SchoolTerm.SPRING,
    3: SchoolTerm.SPRING,
}
"""The terms that a period of its own is for when it begins in these months."""


def _lunar(year: int | None, month: int, day: int, shift: int = 0, *, leap: bool = False) -> Slot:
    """Return the months in which a day of the Chinese calendar can fall, that many days later; leap months come behind."""
    (first, first_day), (last, last_day) = _FIRST_DAYS[month]
    behind = shift + day - 1
    earliest = dt.date(2001, first, first_day) + dt.timedelta(days=behind + 29 * leap)
    latest = dt.date(2001 + (last < first), last, last_day) + dt.timedelta(days=behind + 30 * leap)
    more = 12 * (latest.year - earliest.year) + latest.month - earliest.month
    named = None if year is None else year + earliest.year - 2001
    return Slot(Group.MONTH, named, earliest.month, earliest.day, _LATE if more else latest.day, more)


def _festival(time: AtFestival) -> Slot:
    if time.festival in _LUNAR:
        near = {Nearness.BEFORE: -1, Nearness.AFTER: 1}.get(time.nearness, 0)
        slot = _lunar(time.year, *_LUNAR[time.festival], near)
        # The year is that of the usual calendar, and 腊八节 falls in its January.
        return slot._replace(year=time.year - 1) if time.year and slot.month + slot.more > 12 else slot
    if time.festival not in _FIXED:
        return Slot(Group.FESTIVAL)
    month, day = _FIXED[time.festival]
    slot = Slot(Group.MONTH, time.year, month, day, day)
    if time.nearness is Nearness.BEFORE:
        return _day_before(slot)
    after = time.nearness is Nearness.AFTER
    return slot._replace(day=slot.day + after, last=slot.last + (time.nearness is not Nearness.ON))


def _term(time: InTerm, period: Period) -> Slot:
    """The beginning of a term has its month; what comes later in it depends on the region."""
    month = _opening(time, period)
    begins = time.part is MonthPart.BEGINNING or time.week == 1
    whole = time.part is None and time.week is None
    if whole and (time.term is SchoolTerm.THIS or month is None or month == _OPENINGS.get(_of(period))):
        return Slot(Group.ANY_MONTH)
    if month is not None and (begins or whole):
        return Slot(Group.MONTH, time.year, month, 1, 7 if begins else _LATE)
    return Slot(Group.TERM, time.year, month or 13, _in_term(time))


def _opening(time: InTerm, period: Period) -> int | None:
    """The month in which the term begins; None where 本学期 is said in a plan that is not for a term or half a year."""
    return _OPENINGS.get(_of(period) if time.term is SchoolTerm.THIS else time.term)


def _of(period: Period) -> SchoolTerm:
    """The term that a period is for; THIS where it is for none or several."""
    if period.term is not None:
        return SchoolTerm.AUTUMN if period.term == 1 else SchoolTerm.SPRING
    if period.half is not None:
        return SchoolTerm.SPRING if period.half == 1 else SchoolTerm.AUTUMN
    begins = 0 if period.first is None else period.first.month
    return _BEGIN_WITH.get(begins, SchoolTerm.THIS)


def _in_term(time: InTerm) -> int:
    """In which order times of a term come: its beginning, its weeks, its middle and its end."""
    if time.week is not None:
        return time.week
    return {None: 0, MonthPart.MIDDLE: 10, MonthPart.END: 31}.get(time.part, 0)


def _holiday(time: InHoliday) -> Slot:
    if time.holiday in (Holiday.PUBLIC, Holiday.WEEKEND):
        return Slot(Group.RECURRING)
    return Slot(Group.TERM, time.year, {Holiday.SUMMER: 7, Holiday.WINTER: 1}.get(time.holiday, 13), 20)
